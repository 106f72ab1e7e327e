"""Which files a name in the shell means that are to be added: a file, or all that a folder has."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PurePath
from typing import NamedTuple

from reader.dossiers import own_places
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.library import sources
from reader.library.own.candidates import Asked

SUFFIXES = sources.SUFFIXES | {".yaml", ".yml"}
"""What a file in a folder is called that may hold an article; one without a suffix may, too."""

_DEEPEST = 32
_MOST = 200_000
"""Files of one folder."""
_BESIDE = ("_files", ".files")
"""How the folder ends in which a browser puts what belongs to a page that it saves."""
_OF_PROGRAMS = frozenset(
    ("__pycache__", "__MACOSX", "node_modules", "site-packages", "lost+found", "$RECYCLE.BIN")
)
"""Folders in which programs and systems keep what is theirs."""
_HEAD = 2**12


class Gathered(NamedTuple):
    """Files to be added, and how many others lie in the folders that were named."""

    files: list[Asked]
    others: int = 0


def gathered(name: str, into: str) -> Gathered:
    """Return the files that a name means. Raises :class:`ReaderError` for a folder without any."""
    path = Path(name)
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError):
        is_folder = False
    if not is_folder:
        return Gathered([Asked(name, into)])
    found = list(islice(_walk(name, "", _DEEPEST), _MOST + 1))
    if len(found) > _MOST:
        raise ReaderError.at(
            name,
            N_("This folder has more than {most} files. Add the folders in it one by one."),
            most=str(_MOST),
        )
    files = []
    for inside in sorted(found):
        suffix = PurePath(inside).suffix.lower()
        whole = f"{name.rstrip(os.sep)}/{inside}"
        if suffix in (".yaml", ".yml"):
            if _is_article(Path(whole)):
                files.append(Asked(whole, into or _folder_of(inside)))
        elif suffix in SUFFIXES or not suffix:
            files.append(Asked(whole, into))
    if not files:
        raise ReaderError.at(
            name,
            N_("There is no article in this folder. Its files would end in {suffixes}."),
            suffixes=", ".join(sorted(SUFFIXES)),
        )
    return Gathered(files, len(found) - len(files))


def is_passed_over(folder: str) -> bool:
    """Tell whether a folder of this name has no articles: it is hidden, a page's, or a program's."""
    return folder.startswith(".") or folder.endswith(_BESIDE) or folder in _OF_PROGRAMS


def _walk(folder: str, prefix: str, deep: int) -> Iterator[str]:
    """Yield the names of files in a folder and below; nothing hidden, no link to a folder.

    What belongs to a saved page is not a page of its own.
    """
    below, files = [], []
    try:
        with os.scandir(folder) as listed:
            for file in listed:
                if file.name.startswith("."):
                    continue
                try:
                    if file.is_dir(follow_symlinks=False):
                        below.append(file.name)
                    elif file.is_file():
                        files.append(file.name)
                except OSError:
                    continue
    except OSError:
        return
    for name in files:
        yield prefix + name
    for name in below if deep else ():
        if not is_passed_over(name):
            yield from _walk(f"{folder.rstrip(os.sep)}/{name}", f"{prefix}{name}/", deep - 1)


def _is_article(path: Path) -> bool:
    """Tell whether YAML is that of an article, by its first keys."""
    try:
        with path.open("rb") as file:
            head = b"\n" + file.read(_HEAD)
    except OSError:
        return True  # reading it says what is wrong
    return b"\nlanguage:" in head and b"\ntitle:" in head and b"\nid:" not in head


def _folder_of(inside: str) -> str:
    """Return the folder of articles for a file that a library has written; none for any other."""
    try:
        return own_places.folder_name(inside.rpartition("/")[0])
    except ReaderError:
        return ""
