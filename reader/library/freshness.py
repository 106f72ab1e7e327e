"""Which index fits the files of a dossier: by their times and sizes, or by what they hold."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reader import storage
from reader.dossiers import paths
from reader.language.locales import languages
from reader.library import index as index_
from reader.library.index import Index
from reader.library.packing import IndexDamagedError
from reader.library.sources import DossierFolder, Etag, content_etag, etag, storable

FEW = 200
"""Documents whose files are all looked at whenever the index is opened."""


def found(root: Path, only: str | None = None, *, trusting: bool = False) -> Index | None:
    """Return the index that is there, opened; ``None`` where it doesn't fit the dossier's files.

    Of a large dossier only the file of the document ``only`` is looked at, or, ``trusting``,
    none: :func:`is_current` tells later.
    """
    for path, frozen in _places(root):
        index = Index.open(path, frozen=frozen)
        if index is None:
            continue
        try:
            if _fits_as_asked(index, root, only, trusting=trusting):
                return index
        except IndexDamagedError:
            pass
        index.close()
    return None


def _places(root: Path) -> Iterator[tuple[Path, bool]]:
    """Where an index may be, and whether it was shipped and is never written."""
    yield index_.path_for(root), False
    if root.parent == storage.resource_dir("content"):
        yield storage.resource_dir("index") / f"{root.name}.sqlite", True


def _fits_as_asked(index: Index, root: Path, only: str | None, *, trusting: bool) -> bool:
    if not fits(index, root):
        return False
    if index.count > FEW and trusting:
        return True
    if index.count > FEW and only is not None and index.position(only) is not None:
        return not has_changed(index, root, only)
    return documents_fit(index, root)


def is_current(index: Index, root: Path) -> bool:
    """Tell whether an index fits every file of the dossier as it is now."""
    try:
        return _fits_as_asked(index, root, None, trusting=False)
    except IndexDamagedError:
        return False


def is_small(root: Path) -> bool:
    """Tell whether a dossier is indexed in less time than a screen takes to be set up."""
    try:
        with os.scandir(root / "documents") as listed:
            return sum(1 for _file in listed) <= FEW
    except OSError:
        return True


def etag_of(index: Index) -> Etag:
    """Return how the files of an index are told apart."""
    return content_etag if index.frozen else etag


def stamp(root: Path, id: str, etag: Etag, languages: Sequence[str]) -> list[list[str]]:
    """Return the state of every file that all documents depend on: head, glossary, catalogs,
    what the editors add."""
    names = ["dossier.yaml", "glossary.yaml", *paths.EDITORS_FILES, *_glossaries(root)]
    states = [[storable(name), etag(root / name)] for name in names]
    for folder in paths.catalog_folders(root, id):
        for language in languages:
            for suffix in (".po", ".mo"):
                path = folder / language / "LC_MESSAGES" / f"{id}{suffix}"
                if state := etag(path):
                    states.append([f"{language}{suffix}", state])
    return states


def _glossaries(root: Path) -> list[str]:
    """List what lies in the folder of glossaries, where there is one."""
    try:
        with os.scandir(root / "glossary") as listed:
            names = sorted(file.name for file in listed if not file.name.startswith("."))
    except OSError:
        return []
    return [f"glossary/{name}" for name in names]


def translated(root: Path, id: str) -> set[str]:
    """Return the languages of the interface in which there is a catalog of a dossier."""
    folders = paths.catalog_folders(root, id)
    return {
        language
        for language in languages()
        for folder in folders
        for suffix in (".po", ".mo")
        if (folder / language / "LC_MESSAGES" / f"{id}{suffix}").exists()
    }


def fits(index: Index, root: Path) -> bool:
    """Tell whether every language is in it, and what all documents depend on as it was indexed."""
    id = str(index.meta("id", str))
    if not translated(root, id) <= set(index.languages):
        return False
    now = stamp(root, id, etag_of(index), index.languages)
    return bool(index.meta("stamp", list[list[str]]) == now)


def documents_fit(index: Index, root: Path) -> bool:
    """Tell whether every document's file is as it was indexed, and none is new or gone.

    Takes no more memory for many files than for one.
    """
    return _digest(index.files()) == _digest(_folder(index, root).list())


def _folder(index: Index, root: Path) -> DossierFolder:
    return DossierFolder(root, etag_of(index), str(index.meta("id", str)))


def _digest(states: Iterable[tuple[str, str]]) -> tuple[int, int]:
    """Return what tells some names with etags from others, in whatever order they come."""
    count = total = 0
    for name, state in states:
        count += 1
        total += zlib.crc32(f"{name}\0{state}".encode())
    return count, total


def changed_files(index: Index, root: Path) -> dict[str, str]:
    """Return the etags of the files of documents that are new or other than they were indexed.

    One that is gone has an empty etag.
    """
    before, now = dict(index.files()), dict(_folder(index, root).list())
    changed = {name: state for name, state in now.items() if before.get(name) != state}
    return changed | dict.fromkeys(before.keys() - now.keys(), "")


def has_changed(index: Index, root: Path, key: str) -> bool:
    """Tell whether the file of one document is another than was indexed, or was never indexed."""
    known = index.file_etag(key)
    return not known or known != _folder(index, root).state_of(key)
