"""Catalogs of translations: read from ``.mo``, or from ``.po``.

The format is gettext's, and the standard library looks messages up. A plain ``.po`` is read as
quickly as its ``.mo``. Babel, which takes long to import, is needed only for an unusual one, and
what it makes of that is kept in the cache.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from reader import storage
from reader.errors import ReaderError
from reader.language import plain_po
from reader.language.messages import N_
from reader.language.sanitize import sanitize


class _Untranslated(NullTranslations):
    """The last fallback, which reports that a message in a context is not translated."""

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - gettext's signature
        return ""


class Catalog:
    """The messages of one domain in one language; empty where it has no catalog."""

    def __init__(self, translations: Sequence[GNUTranslations] = ()) -> None:
        self._chain: NullTranslations = translations[0] if translations else _Untranslated()
        for translation in translations[1:]:
            self._chain.add_fallback(translation)
        if translations:
            self._chain.add_fallback(_Untranslated())

    def gettext(self, msgid: str) -> str:
        """Translate ``msgid``; return it unchanged where it is not translated."""
        return sanitize(self._chain.gettext(msgid)) if msgid else ""

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Translate into the plural form for the number ``n``, by the catalog's rule."""
        return sanitize(self._chain.ngettext(one, many, n))

    def pgettext(self, context: str, msgid: str) -> str | None:
        """Translate ``msgid`` in ``context``; return ``None`` where it is not translated."""
        return sanitize(self._chain.pgettext(context, msgid)) or None


class _Plain(GNUTranslations):
    """The messages of a plain ``.po``, as :mod:`gettext` keeps those of a ``.mo``."""

    def __init__(self, catalog: plain_po.PlainCatalog) -> None:
        super().__init__()
        self._catalog = catalog.messages
        self.plural = catalog.plural


def load(domain: str, language: str, folders: Sequence[Path]) -> Catalog:
    """Load ``<folder>/<language>/LC_MESSAGES/<domain>`` of the folders, in order.

    A ``.mo`` is read as it is unless the ``.po`` beside it is newer. Without a catalog the result
    is empty; a broken one raises :class:`ReaderError` with its file and line.
    """
    found = (_of_folder(stem) for stem in _stems(domain, language, folders))
    return Catalog([translations for translations in found if translations])


def modified(domain: str, language: str, folders: Sequence[Path]) -> tuple[int | None, ...]:
    """Return the modification time, in ns, of each file that :func:`load` reads."""
    return tuple(
        _modified(stem.with_name(stem.name + suffix))
        for stem in _stems(domain, language, folders)
        for suffix in (".mo", ".po")
    )


def _stems(domain: str, language: str, folders: Sequence[Path]) -> list[Path]:
    return [folder / language / "LC_MESSAGES" / domain for folder in folders]


def _of_folder(stem: Path) -> GNUTranslations | None:
    compiled, source = (stem.with_name(f"{stem.name}{suffix}") for suffix in (".mo", ".po"))
    written = _modified(source)
    made = _modified(compiled)
    if made is not None and (written is None or written <= made):
        try:
            return _decoded(storage.read_file(compiled, plain_po.LARGEST))
        except storage.DAMAGE as error:
            if written is None:
                raise ReaderError.at(
                    compiled,
                    N_("This compiled catalog cannot be read. Compile it again from its .po file."),
                ) from error
    return None if written is None else _of_source(source)


def _modified(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None


def _decoded(compiled: bytes) -> GNUTranslations:
    return GNUTranslations(io.BytesIO(compiled))


def _of_source(source: Path) -> GNUTranslations:
    text = plain_po.read_text(source)
    plain = plain_po.parse(text)
    return _Plain(plain) if plain else _compiled(text, source)


def _compiled(text: str, source: Path) -> GNUTranslations:
    """Parse an unusual ``.po``, or load it from the cache where that is valid."""
    stat = source.stat()
    path = str(source.absolute()).encode("utf-8", "surrogateescape")
    cached = storage.Cached(
        storage.cache_home() / "catalogs" / f"{zlib.crc32(path):08x}",
        b"catalog %s %d %d" % (path, stat.st_mtime_ns, stat.st_size),
    )
    if translations := cached.load(_decoded):
        return translations
    from reader.language import po

    body = po.compile(po.parse(text, source))
    try:
        translations = _decoded(body)
    except storage.DAMAGE as error:  # what Babel lets pass: a broken rule for plurals
        raise ReaderError.at(
            source,
            N_("The header of this catalog is broken ({reason}). Correct it."),
            line=1,
            reason=str(error),
        ) from error
    cached.write(body)
    return translations
