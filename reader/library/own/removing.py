"""Taking articles out of the library, and bringing them back.

What is removed is moved, as it is, into a folder of the trash; nothing there is ever deleted by
the program.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader import saving, storage
from reader.dossiers import own_places
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.library.own import writing
from reader.library.packing import IndexDamagedError


def remove(names: Sequence[str]) -> Path:
    """Move files, named in the folder of the reader's data, into the trash together.

    Returns the folder in the trash that has them. Raises ``OSError``; then those that were not moved are where they were.
    """
    home = storage.data_home()
    time = datetime.datetime.now(datetime.UTC).strftime("%Y%m%dT%H%M%S%f")
    folder = own_places.trash() / time
    for name in names:
        target = folder / name
        saving.make_private(target.parent)
        (home / name).replace(target)
        saving.sync_folder(target.parent)
    _refresh()
    return folder


def undo() -> tuple[list[str], list[str]]:
    """Bring back what was removed last; return the names of its files, and of those that stay.

    One whose place another file has stays in the trash. Raises :class:`ReaderError` where nothing
    was removed, and ``OSError``.
    """
    home = storage.data_home()
    folders = [(folder, _names(folder)) for folder in _removed()]
    if not folders:
        raise ReaderError.at("", N_("Nothing was removed that could be brought back."))
    # What can't come back is not to stand in the way of what was removed before it.
    able = (each for each in folders if not all(storage.exists(home / n) for n in each[1]))
    return bring_back(*next(able, folders[0]))


def bring_back(folder: Path, names: Sequence[str]) -> tuple[list[str], list[str]]:
    """Bring files back from a folder of the trash; return their names, and of those that stay.

    One whose place another file has stays in the trash. Raises ``OSError``.
    """
    home = storage.data_home()
    kept = [name for name in names if storage.exists(home / name)]
    back = [name for name in names if name not in kept]
    for name in back:
        saving.make_private((home / name).parent)
        (folder / name).replace(home / name)
        saving.sync_folder((home / name).parent)
    if not kept:
        _prune(folder)
    _refresh()
    return back, kept


def _names(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if not p.is_dir())


def _removed() -> Iterator[Path]:
    """Yield the folders of what was removed, the last first, as far as they hold anything."""
    try:
        folders = sorted(own_places.trash().iterdir(), reverse=True)
    except OSError:
        return
    for folder in folders:
        if _names(folder):
            yield folder


def _prune(folder: Path) -> None:
    for below, _folders, _files in os.walk(folder, topdown=False):
        with contextlib.suppress(OSError):
            Path(below).rmdir()


def _refresh() -> None:
    # It is brought up to date when it is opened next, if it can't be now.
    with contextlib.suppress(OSError, sqlite3.Error, IndexDamagedError):
        writing.update()
