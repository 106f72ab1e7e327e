"""Catalogs of translations: read from ``.mo``, or from ``.po``.

The format is gettext's, and the standard library looks messages up. None of it loads Babel.
"""

from __future__ import annotations

from collections.abc import Sequence
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.language import text_files
from reader.language.messages import N_
from reader.language.sanitize import sanitize
from reader.language.text_files import FileMessages

if TYPE_CHECKING:
    from reader.language.catalog_messages import CatalogMessages
    from reader.model import Problem

LARGEST = 16 * 2**20
"""Bytes. A catalog of a hundred thousand messages is smaller."""

LARGEST_COMPILED = 256 * 2**20
"""Bytes. That of ten thousand documents, compiled because their source is too large, is half of
it."""

FILE_MESSAGES = FileMessages(
    missing=N_("There is no such file. Check its name."),
    not_a_file=N_("This is not a file. A catalog is expected here."),
    too_large=N_("This catalog is larger than {limit} MB and is not read. Divide it."),
    unreadable=N_("This catalog cannot be read ({reason})."),
)


class _Untranslated(NullTranslations):
    """The last fallback, which reports that a message in a context is not translated."""

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - gettext's signature
        return ""


class Catalog:
    """The messages of one domain in one language; empty where it has no catalog.

    ``problems`` are what is wrong in its files. What they name is not translated.
    """

    def __init__(
        self, translations: Sequence[GNUTranslations] = (), problems: Sequence[Problem] = ()
    ) -> None:
        self.problems = tuple(problems)
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


class _Translations(GNUTranslations):
    """The messages of a file, looked up as :mod:`gettext` does."""

    def __init__(self, catalog: CatalogMessages) -> None:
        super().__init__()
        self._catalog = catalog.messages
        self.plural = catalog.plurals.form_of


def load(domain: str, language: str, folders: Sequence[Path]) -> Catalog:
    """Load ``<folder>/<language>/LC_MESSAGES/<domain>`` of the folders, in order.

    A ``.mo`` is read as it is unless the ``.po`` beside it is newer. Without a catalog the result
    is empty; what is wrong in one is among its problems, and the rest of it is translated.
    """
    found: list[GNUTranslations] = []
    problems: list[Problem] = []
    for stem in _stems(domain, language, folders):
        try:
            messages = _of_folder(stem, language, problems)
        except ReaderError as error:
            problems += error.problems
        else:
            if messages:
                found.append(_Translations(messages))
    return Catalog(found, problems)


def modified(domain: str, language: str, folders: Sequence[Path]) -> tuple[int | None, ...]:
    """Return the modification time, in ns, of each file that :func:`load` reads."""
    return tuple(
        _modified(stem.with_name(stem.name + suffix))
        for stem in _stems(domain, language, folders)
        for suffix in (".mo", ".po")
    )


def _stems(domain: str, language: str, folders: Sequence[Path]) -> list[Path]:
    return [folder / language / "LC_MESSAGES" / domain for folder in folders]


def _of_folder(stem: Path, language: str, problems: list[Problem]) -> CatalogMessages | None:
    compiled, source = (stem.with_name(f"{stem.name}{suffix}") for suffix in (".mo", ".po"))
    written = _modified(source)
    made = _modified(compiled)
    if made is not None and (written is None or written <= made):
        try:
            return read_compiled(compiled, language)
        except ReaderError:
            if written is None:
                raise
    return None if written is None else _of_source(source, language, problems)


def _modified(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None


def read_compiled(path: Path, language: str) -> CatalogMessages:
    """Read a ``.mo``. Raises :class:`ReaderError`."""
    from reader.language import mo  # late, as what reads .po is: a start needs one of them

    data = text_files.read_bytes(path, LARGEST_COMPILED, FILE_MESSAGES)
    try:
        return mo.decode(data, language)
    except ValueError as error:
        raise ReaderError.at(
            path,
            N_("This compiled catalog cannot be read. Compile it again from its .po file."),
        ) from error


def _of_source(path: Path, language: str, problems: list[Problem]) -> CatalogMessages:
    from reader.language import plain_po

    data = text_files.read_bytes(path, LARGEST, FILE_MESSAGES)
    try:
        plain = plain_po.parse(data.decode("utf-8"), language)
    except UnicodeDecodeError:
        plain = None
    if plain is not None:
        return plain
    from reader.language import po_parser

    text, encoding = po_parser.decode(data)
    file = po_parser.parse(text, path, encoding)
    problems += file.problems
    return po_parser.translated(file, language)
