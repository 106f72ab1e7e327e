"""The language in which the program speaks, and everything it says in it.

The language is one for the whole process and can change at any time, so a string is
looked up when it is shown, never when a module is imported: :func:`_` translates,
:func:`N_` only marks a string that is translated later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader import storage
from reader.language.sanitize import one_line

if TYPE_CHECKING:
    from reader.language.catalogs import Catalog
    from reader.model import Problem


class _Spoken:
    language: str = "en"
    catalog: Catalog | None = None
    problems: tuple[Problem, ...] = ()


def set_language(language: str) -> None:
    """Speak ``language`` from now on. English needs no catalog.

    A catalog that cannot be read does not stop the program: it goes on in English, and
    :func:`problems` says what is wrong.
    """
    from reader.errors import ReaderError

    catalog: Catalog | None = None
    problems: tuple[Problem, ...] = ()
    if language != "en":
        from reader.language import catalogs

        try:
            catalog = catalogs.load("reader", language, [storage.shipped("locales")])
        except ReaderError as error:
            problems = error.problems
    # At once and at the end, so that another thread never sees a language half changed.
    _Spoken.language, _Spoken.catalog, _Spoken.problems = language, catalog, problems


def language() -> str:
    """The language spoken now."""
    return _Spoken.language


def problems() -> tuple[Problem, ...]:
    """What was wrong with the catalog of the language spoken now."""
    return _Spoken.problems


def _(msgid: str) -> str:
    """``msgid`` in the language spoken now; as it is where there is no translation."""
    catalog = _Spoken.catalog
    return catalog.gettext(msgid) if catalog else msgid


def N_(msgid: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """``msgid`` itself: marked for the catalog, and translated when it is shown."""
    return msgid


def ngettext(one: str, many: str, n: int) -> str:
    """The form that goes with the number ``n`` in the language spoken now."""
    catalog = _Spoken.catalog
    if catalog:
        return catalog.ngettext(one, many, n)
    return one if n == 1 else many


def pgettext(context: str, msgid: str) -> str:
    """``msgid`` as translated in ``context``: for words that have two translations."""
    catalog = _Spoken.catalog
    return (catalog.pgettext(context, msgid) if catalog else None) or msgid


def describe(problem: Problem) -> str:
    """``path:line:column: message`` in the language spoken now, safe for a terminal."""
    values = {name: one_line(value) for name, value in problem.values.items()}
    if "reason" in values:  # what another program said, in English (see foreign.py)
        reason = values["reason"]
        values["reason"] = _(reason)
    try:
        message = _(problem.message).format(**values)
    except (LookupError, ValueError):  # a translation with a broken {placeholder}
        try:
            message = problem.message.format(**values)
        except (LookupError, ValueError):
            message = problem.message
    place = [one_line(problem.path)] if problem.path else []
    if problem.line:
        # Editors and other programs read the three together.
        place += [str(problem.line), str(problem.column or 1)]
    return ": ".join(filter(None, [":".join(place), one_line(message)]))
