"""Catalogs of translations: read from ``.mo``, or from ``.po`` compiled once into the cache.

The format is gettext's. The standard library reads it; Babel, which is slow to import,
is needed only when a ``.po`` has changed since it was last compiled.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Sequence
from contextlib import suppress
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from reader import storage
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.language.sanitize import visible

_FORMAT = "reader-catalog-1"
_DAMAGE = (OSError, ValueError, LookupError, struct.error, OverflowError)
"""What the standard library raises at a ``.mo`` that is none."""


class _Untranslated(NullTranslations):
    """The end of the chain: says that a message in a context has no translation."""

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - gettext's signature
        return ""


class Catalog:
    """The messages of one domain in one language; of no language where there is no catalog."""

    def __init__(self, translations: Sequence[GNUTranslations] = ()) -> None:
        self._chain: NullTranslations = translations[0] if translations else _Untranslated()
        for translation in translations[1:]:
            self._chain.add_fallback(translation)
        if translations:
            self._chain.add_fallback(_Untranslated())

    def gettext(self, msgid: str) -> str:
        """The translation, or ``msgid``."""
        return visible(self._chain.gettext(msgid)) if msgid else ""

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The form for the number ``n``, by this language's rule; English's without one."""
        return visible(self._chain.ngettext(one, many, n))

    def pgettext(self, context: str, msgid: str) -> str | None:
        """The translation of ``msgid`` in ``context``, or ``None`` where there is none."""
        return visible(self._chain.pgettext(context, msgid)) or None


def load(domain: str, language: str, folders: Sequence[Path]) -> Catalog:
    """The catalog ``<folder>/<language>/LC_MESSAGES/<domain>`` of each folder, the first first.

    A ``.mo`` is read as it is unless the ``.po`` beside it is newer. No catalog anywhere
    gives an empty one; a broken one raises :class:`ReaderError` with its file and line.
    """
    found = (_of_folder(folder / language / "LC_MESSAGES" / domain) for folder in folders)
    return Catalog([translations for translations in found if translations])


def _of_folder(stem: Path) -> GNUTranslations | None:
    compiled, source = (stem.with_name(f"{stem.name}{suffix}") for suffix in (".mo", ".po"))
    written = _modified(source)
    made = _modified(compiled)
    if made is not None and (written is None or written <= made):
        try:
            return GNUTranslations(io.BytesIO(compiled.read_bytes()))
        except _DAMAGE as error:
            if written is None:
                raise ReaderError.at(
                    compiled,
                    N_("This compiled catalog cannot be read. Compile it again from its .po file."),
                ) from error
    return None if written is None else _compiled(source)


def _modified(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None


def _compiled(source: Path) -> GNUTranslations:
    """The messages of a ``.po``, from the cache where that is valid."""
    stat = source.stat()
    path = str(source.absolute())
    key = f"{_FORMAT}\0{path}\0{stat.st_mtime_ns}\0{stat.st_size}".encode(
        "utf-8", "surrogateescape"
    )
    cached = (
        storage.cache_home() / "catalogs" / f"{zlib.crc32(path.encode('utf-8', 'replace')):08x}"
    )
    try:
        stored_key, _, body = cached.read_bytes().partition(b"\n")
        if stored_key == key + b"\0%08x" % zlib.crc32(body):
            return GNUTranslations(io.BytesIO(body))
    except _DAMAGE:
        pass  # no cache yet, or a damaged one: it is made again
    from reader.language import po

    body = po.compile(po.read(source))
    try:
        translations = GNUTranslations(io.BytesIO(body))
    except _DAMAGE as error:  # what Babel lets pass: a rule for plurals that is none
        raise ReaderError.at(
            source,
            N_("The header of this catalog is broken ({reason}). Correct it."),
            line=1,
            reason=str(error),
        ) from error
    with suppress(OSError):  # a cache that cannot be written costs time, nothing else
        storage.write_atomically(cached, key + b"\0%08x\n" % zlib.crc32(body) + body)
    return translations
