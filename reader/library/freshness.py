"""Whether an index fits the files it was made of: by their times and sizes, or by what they hold."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from reader.dossiers import paths
from reader.language.locales import languages
from reader.library.index import Index

Etag = Callable[[Path], str]
"""Gives what tells one state of a file from another; empty for a file that isn't there."""


def etag(path: Path) -> str:
    """Return the times and the size of a file; empty where there is no such file."""
    try:
        return _state(os.stat(path))  # noqa: PTH116 - twice as fast, and this is the start
    except OSError:
        return ""


def content_etag(path: Path) -> str:
    """Return an etag by what a file holds, for an index that is shipped: a copy has other times."""
    try:
        return f"{zlib.crc32(path.read_bytes()):08x}" if path.is_file() else ""
    except OSError:
        return ""


def _state(about: os.stat_result) -> str:
    return f"{about.st_mtime_ns} {about.st_ctime_ns} {about.st_size}"


def etag_of(index: Index) -> Etag:
    """Return how the files of an index are told apart."""
    return content_etag if index.frozen else etag


def stamp(root: Path, id: str, etag: Etag, languages: Sequence[str]) -> list[list[str]]:
    """Return the state of every file that all documents depend on: head, glossary, catalogs."""
    found = [[name, etag(root / name)] for name in ("dossier.yaml", "glossary.yaml")]
    for folder in paths.catalog_folders(root, id):
        for language in languages:
            for suffix in (".po", ".mo"):
                path = folder / language / "LC_MESSAGES" / f"{id}{suffix}"
                if state := etag(path):
                    found.append([f"{language}{suffix}", state])
    return found


def fits(index: Index, root: Path) -> bool:
    """Tell whether every language is in it, and what all documents depend on as it was indexed."""
    if not set(languages()) <= set(index.languages):
        return False
    now = stamp(root, str(index.meta("id", str)), etag_of(index), index.languages)
    return bool(index.meta("stamp", list[list[str]]) == now)


def documents_fit(index: Index, root: Path) -> bool:
    """Tell whether every document's file is as it was indexed, and none is new or gone.

    Takes no more memory for many files than for one.
    """
    return _digest(index.files()) == _digest(_file_etags(root, etag_of(index)))


def _digest(states: Iterable[tuple[str, str]]) -> tuple[int, int]:
    """Return what tells some names with etags from others, in whatever order they come."""
    count = total = 0
    for name, state in states:
        count += 1
        total += zlib.crc32(f"{name}\0{state}".encode("utf-8", "surrogateescape"))
    return count, total


def changed_files(index: Index, root: Path) -> dict[str, str]:
    """Return the etags of the files of documents that are new or other than they were indexed.

    One that is gone has an empty etag.
    """
    before, now = dict(index.files()), file_etags(root, etag_of(index))
    changed = {name: state for name, state in now.items() if before.get(name) != state}
    return changed | dict.fromkeys(before.keys() - now.keys(), "")


def has_changed(index: Index, root: Path, key: str) -> bool:
    """Tell whether the file of one document is another than was indexed, or was never indexed."""
    known = index.file_etag(key)
    return not known or known != etag_of(index)(root / "documents" / f"{key}.yaml")


def file_etags(root: Path, etag_: Etag) -> dict[str, str]:
    """Return the etag of everything in the folder of the documents, by name."""
    return dict(_file_etags(root, etag_))


def _file_etags(root: Path, etag_: Etag) -> Iterator[tuple[str, str]]:
    try:
        with os.scandir(root / "documents") as listed:
            for file in listed:
                if not file.name.startswith("."):
                    yield file.name, _entry_etag(file, etag_)
    except OSError:
        return


def _entry_etag(file: os.DirEntry[str], etag_: Etag) -> str:
    try:
        return _state(file.stat()) if etag_ is etag else etag_(Path(file.path))
    except OSError:  # a link that leads nowhere
        return "-"
