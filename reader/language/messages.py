"""The program's messages in the interface language.

The language is one for the whole process and can change at any time, so a string is
looked up when it is shown, never when a module is imported: :func:`_` translates,
:func:`N_` only marks a string that is translated later.
:func:`reader.language.interface.set_language` chooses the language and reads its catalog.
"""

from __future__ import annotations

from typing import Protocol


class Translations(Protocol):
    """A catalog, as far as messages are looked up in it."""

    def gettext(self, msgid: str) -> str: ...

    def ngettext(self, one: str, many: str, n: int) -> str: ...

    def pgettext(self, context: str, msgid: str) -> str | None: ...


class _Current:
    language: str = "en"
    catalog: Translations | None = None


def install(language: str, catalog: Translations | None) -> None:
    """Translate messages into ``language`` by ``catalog``; English needs none."""
    _Current.language, _Current.catalog = language, catalog


def language() -> str:
    """Return the interface language."""
    return _Current.language


def _(msgid: str) -> str:
    """Translate ``msgid`` into the interface language, or return it unchanged."""
    catalog = _Current.catalog
    return catalog.gettext(msgid) if catalog else msgid


def N_(msgid: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark ``msgid`` for extraction; it is translated when it is shown."""
    return msgid


def ngettext(one: str, many: str, n: int) -> str:
    """Translate into the plural form for the number ``n``."""
    catalog = _Current.catalog
    if catalog:
        return catalog.ngettext(one, many, n)
    return one if n == 1 else many


def pgettext(context: str, msgid: str) -> str:
    """Translate ``msgid`` in ``context``, for words that have two translations."""
    catalog = _Current.catalog
    return (catalog.pgettext(context, msgid) if catalog else None) or msgid
