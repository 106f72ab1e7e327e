"""Verdicts that are kept from one start to the next: SQLite, beside the index of a dossier.

They are a cache: what is there is only ever a saving. A row is found by the fingerprint of all that
its verdicts depend on, so none has to be taken out when something changes; the next ones of the
same document take its place. It is written in place, in one transaction a document, because an index of
ten thousand documents is not copied for one; a program that is killed leaves SQLite's journal.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from reader import caches, locks, saving, storage
from reader.library import index as index_
from reader.library.packing import IndexDamagedError, pack, verdicts_of
from reader.verdicts import Verdict

INSERT = "INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?)"
"""Key, language, fingerprint, and verdicts as they are packed."""

_PATIENCE = 2.0
"""Seconds to wait while another program writes some."""


def path_for(root: Path) -> Path:
    """Return the file of the verdicts of the dossier in ``root``; it need not be there."""
    return index_.path_for(root).with_suffix(".verdicts")


def read(path: Path, key: str, language: str, made_of: str) -> tuple[Verdict, ...] | None:
    """Return what was found of a document's claims; ``None`` where that can't be read at once."""
    if not storage.is_own_cache(path):
        return None
    try:
        with contextlib.closing(_opened(path, "ro", 0)) as connection:
            found = connection.execute(index_.VERDICT, (key, language, made_of)).fetchone()
        return verdicts_of(found[0]) if found else None
    except (sqlite3.Error, IndexDamagedError, ValueError):
        return None


def keep(path: Path, key: str, language: str, made_of: str, verdicts: Sequence[Verdict]) -> None:
    """Write what was found of a document's claims. What can't be written is found again."""
    with contextlib.suppress(OSError, sqlite3.Error, ValueError):
        caches.make_folder(path.parent)
        with locks.alone(path, _PATIENCE):
            row = key, language, made_of, pack(tuple(verdicts))
            try:
                _write(path, row)
            except sqlite3.OperationalError:  # a full disk, a folder that may only be read
                raise
            except sqlite3.DatabaseError:
                _remove(path)
                _write(path, row)


def _write(path: Path, row: tuple[str, str, str, bytes]) -> None:
    if not storage.is_own_cache(path):
        _remove(path)
        # What is read is for nobody else.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        os.close(os.open(path, flags, saving.PRIVATE))
    with contextlib.closing(_opened(path, "rw", _PATIENCE)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'verdict'").fetchone():
            connection.execute(index_.VERDICTS)
        connection.execute(INSERT, row)
        connection.execute("COMMIT")


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)


def _opened(path: Path, mode: str, seconds: float) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{storage.uri(path)}?mode={mode}", uri=True, isolation_level=None, timeout=seconds
    )
