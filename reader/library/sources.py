"""Where articles come from: the folder of a dossier, files, standard input.

A source lists keys, each with an etag, and gets the article under a key. An etag is another one
whenever the article may be; an empty one tells nothing.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader import storage
from reader.dossiers import own_places
from reader.model import Document, Problem

# This is imported before the first frame: what reads and parses is imported where it is called.
if TYPE_CHECKING:
    from reader.articles.paragraphs import Laid
    from reader.dossiers.documents import References

STANDARD_INPUT = "-"

SUFFIXES = frozenset(
    (
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".xhtml",
        ".docx",
        ".epub",
        ".pdf",
        ".eml",
        ".mbox",
    )
)
"""Of what is a file's name, even where there is no such file."""

Etag = Callable[[Path], str]
"""Gives what tells one state of a file from another; empty for a file that isn't there."""


class Recognise(Protocol):
    """Makes a document of a text and its name: one of the dossier's, or one without an id.

    ``laid`` are its paragraphs, where what it was taken out of has them.
    """

    def __call__(self, text: str, name: str, laid: Laid | None = None) -> Document: ...


class Article(NamedTuple):
    """What a source has under a key."""

    document: Document | None
    """``None`` for what is too broken to be read; then the problems tell why.

    The problems of one that can be read tell what is wrong in it all the same.
    """
    problems: tuple[Problem, ...] = ()
    encoding: str | None = None
    """That of its file, by its name on the web; ``None`` where its format has its own."""


class Source(Protocol):
    """Articles by their keys."""

    def list(self) -> Iterator[tuple[str, str]]:
        """Yield the key and the etag of every article."""
        ...

    def get(self, key: str) -> Article:
        """Return the article under a key; one that isn't there is a problem of it."""
        ...


class DossierFolder:
    """The documents of the dossier in ``root``, by the names of their files.

    What else lies beside them is listed too, so that it is seen when it changes. ``references``
    are needed to get one, not to list them.
    """

    def __init__(
        self, root: Path, etag: Etag, id: str, references: References | None = None
    ) -> None:
        self._root = root
        self._etag = etag
        self._originals = own_places.originals(id)
        self._references = references

    def list(self) -> Iterator[tuple[str, str]]:
        originals = self._states_of_originals()
        try:
            with os.scandir(self._root / "documents") as listed:
                for file in listed:
                    if not file.name.startswith("."):
                        state = self._etag_of(file)
                        if (original := originals.get(file.name)) is not None:
                            state = f"{state} {original}"
                        yield storable(file.name), state
        except OSError:
            return

    def _states_of_originals(self) -> dict[str, str]:
        """Return the etags of the originals that the reader has added, by names of files."""
        try:
            with os.scandir(self._originals) as listed:
                files = [file for file in listed if not file.name.startswith(".")]
        except OSError:
            return {}
        return {file.name: self._etag_of(file) for file in files}

    def state_of(self, key: str) -> str:
        """Return the etag of a document; empty where it has no file."""
        name = f"{key}{own_places.SUFFIX}"
        state = self._etag(self._root / "documents" / name)
        original = self._etag(self._originals / name) if state else ""
        return f"{state} {original}" if original else state

    def _etag_of(self, file: os.DirEntry[str]) -> str:
        try:
            return state(file.stat()) if self._etag is etag else self._etag(Path(file.path))
        except OSError:  # a link that leads nowhere
            return "-"

    def get(self, key: str) -> Article:
        from reader.dossiers import documents

        references = self._references or documents.References(None, None)
        path = self._root / "documents" / key
        document, problems = documents.read(path, self._root, references)
        if document is None or not storage.exists(original := self._originals / key):
            return Article(document, problems)
        from reader.dossiers import attached

        document, wrong = attached.with_original(document, original)
        return Article(document, (*problems, *wrong))


class Files:
    """Text files by their names."""

    def __init__(self, names: Sequence[str], recognise: Recognise) -> None:
        self._names = names
        self._recognise = recognise

    def list(self) -> Iterator[tuple[str, str]]:
        for name in self._names:
            yield name, etag(Path(name))

    def get(self, key: str) -> Article:
        return _read(Path(key), key, self._recognise)

    def beginning(self, key: str) -> Document | None:
        """Return the beginning of a long file, to be shown while it is read; else ``None``."""
        from reader.articles import reading, recognition

        text = reading.beginning(Path(key))
        return None if text is None else recognition.beginning(text, key)


class StandardInput:
    """The one text that is piped into the program; it can be got once."""

    def __init__(self, recognise: Recognise) -> None:
        self._recognise = recognise

    def list(self) -> Iterator[tuple[str, str]]:
        yield STANDARD_INPUT, ""

    def get(self, key: str) -> Article:
        return _read(None, key, self._recognise)


def named(name: str, recognise: Recognise) -> Files | StandardInput | None:
    """Return the source that a name in the shell means; ``None`` for what isn't a file's name."""
    if name == STANDARD_INPUT:
        return StandardInput(recognise)
    from reader.articles import decoding

    path = decoding.path_of(name) or Path(name)
    if storage.exists(path) or "/" in name or path.suffix.lower() in SUFFIXES:
        return Files((name,), recognise)
    if storage.is_link(path):  # one that leads nowhere: reading it says so
        return Files((name,), recognise)
    return None


def _read(path: Path | None, name: str, recognise: Recognise) -> Article:
    from reader.articles import reading
    from reader.errors import ReaderError

    try:
        taken = reading.read_article(path)
        document = recognise(taken.text, name, taken.laid)
        return Article(document, taken.problems, taken.encoding)
    except ReaderError as error:
        return Article(None, error.problems)


# Etags.


def etag(path: Path) -> str:
    """Return the times and the size of a file; empty where there is no such file."""
    try:
        return state(os.stat(path))  # noqa: PTH116 - twice as fast, and this is the start
    except OSError:
        return ""


def content_etag(path: Path) -> str:
    """Return an etag by what a file holds, for an index that is shipped: a copy has other times."""
    try:
        return f"{zlib.crc32(path.read_bytes()):08x}" if path.is_file() else ""
    except OSError:
        return ""


def state(about: os.stat_result) -> str:
    """Return an etag by the times and the size of a file."""
    return f"{about.st_mtime_ns} {about.st_ctime_ns} {about.st_size}"


def storable(name: str) -> str:
    """Return a file's name in characters that every file can hold: it may be any bytes."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "backslashreplace")
