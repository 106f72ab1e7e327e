"""The patterns of terms that were made before: a row of a file of the cache for each.

A glossary in which one entry is new reads and writes the rows of that entry's terms, not the file.
The file is as good as none where it is damaged, or where somebody else could have written it.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zlib import crc32

from reader import caches, saving, storage
from reader.terms import packing

_LARGEST = 192 * 2**20
"""Bytes of rows after which the file is begun anew with those that are in use."""

_PATIENCE = 1.0
"""Seconds to wait for another program that writes the file; then it does without this one's rows."""

_SETTINGS = (
    "PRAGMA trusted_schema = OFF",
    # No second file, which could be taken for that of a file that has been made anew since. What a
    # program leaves that is killed as it writes is told by the marks of its rows.
    "PRAGMA journal_mode = MEMORY",
    "PRAGMA synchronous = OFF",
)

_PASSING = frozenset(
    (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
    )
)
"""What is not wrong with the file itself."""

_Key = tuple[Any, ...]
_Made = list[tuple[Any, ...]]


class FormFile(dict[_Key, _Made]):
    """The patterns that one compilation uses, those of the file read as they are asked for.

    ``version`` tells what the rows were made by: those of another are dropped.
    """

    def __init__(self, path: Path, version: bytes) -> None:
        super().__init__()
        self._path = path
        self._version = crc32(version) & 0x7FFFFFFF or 1
        self._new: set[_Key] = set()
        self._is_damaged = False
        self._connection = self._opened()

    def __contains__(self, key: Any) -> bool:
        if super().__contains__(key):
            return True
        made = self._read(packing.pack(key))
        if made is None:
            return False
        super().__setitem__(key, list(packing.unpack(made)))
        return True

    def __setitem__(self, key: _Key, made: _Made) -> None:
        self._new.add(key)
        super().__setitem__(key, made)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def drop(self) -> None:
        """Forget all patterns; the file is made anew by :meth:`store`."""
        self.clear()
        self._new.clear()
        self._give_up()

    def store(self) -> None:
        """Add what is new to the file, and close it. What can't be written costs only time."""
        if self._new and not self._stored():
            self._stored()
        self.close()

    def _opened(self) -> sqlite3.Connection | None:
        if not storage.is_own_cache(self._path):
            return None
        connection = None
        try:
            if self._path.stat().st_size > caches.LARGEST:
                self._is_damaged = True
                return None
            connection = self._connected()
            if connection.execute("PRAGMA user_version").fetchone() == (self._version,):
                return connection
        except (OSError, ValueError):
            pass
        except sqlite3.Error as error:
            self._is_damaged = not _is_passing(error)
        if connection is not None:
            connection.close()
        return None

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{storage.uri(self._path)}?mode=rw",
            uri=True,
            timeout=_PATIENCE,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            for setting in _SETTINGS:
                connection.execute(setting)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _read(self, key: bytes) -> bytes | None:
        if self._connection is None:
            return None
        try:
            found = self._connection.execute("SELECT made FROM forms WHERE key = ?", (key,))
            row = found.fetchone()
        except sqlite3.Error as error:
            self.close()
            self._is_damaged = not _is_passing(error)
            return None
        if row is None or type(row[0]) is not bytes:
            return None
        made = row[0][_MARK:]
        return made if row[0][:_MARK] == _mark(key, made) else None

    def _stored(self) -> bool:
        """Write the new patterns; false where the file is damaged, to be made anew."""
        try:
            if self._is_damaged:
                self._begin_anew()
            if self._connection is None:
                self._connection = self._made()
            self._write(self._connection)
        except OSError:
            return True
        except sqlite3.Error as error:
            if _is_passing(error):
                return True
            self._give_up()
            return False
        return True

    def _give_up(self) -> None:
        self.close()
        self._is_damaged = True

    def _begin_anew(self) -> None:
        """Remove the file, of which all that is in use is to be written. Raises ``OSError``."""
        self.close()
        if storage.is_own_cache(self._path):
            self._path.unlink()
        self._is_damaged = False
        self._new = set(self)

    def _made(self) -> sqlite3.Connection:
        """Open the file, made where it is missing. Raises ``OSError`` and ``sqlite3.Error``."""
        caches.make_folder(self._path.parent)
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        with contextlib.suppress(FileExistsError):
            os.close(os.open(self._path, flags, saving.PRIVATE))
        if not storage.is_own_cache(self._path):
            raise FileExistsError(self._path)
        return self._connected()

    def _write(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        try:
            if connection.execute("PRAGMA user_version").fetchone() != (self._version,):
                connection.execute("DROP TABLE IF EXISTS forms")
                connection.execute("CREATE TABLE forms (key BLOB PRIMARY KEY, made BLOB)")
                connection.execute(f"PRAGMA user_version = {self._version}")
                self._new = set(self)
            elif _size(connection) > _LARGEST:
                connection.execute("DELETE FROM forms")
                self._new = set(self)
            connection.executemany(
                "INSERT OR REPLACE INTO forms VALUES (?, ?)", self._rows(self._new)
            )
            connection.execute("COMMIT")
        except sqlite3.Error:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise

    def _rows(self, keys: Iterable[_Key]) -> Iterable[tuple[bytes, bytes]]:
        for key in keys:
            packed, made = packing.pack(key), packing.pack(tuple(self[key]))
            yield packed, _mark(packed, made) + made


_MARK = 8


def _mark(key: bytes, made: bytes) -> bytes:
    return (crc32(made, crc32(key)) << 32 | len(made)).to_bytes(_MARK, "big")


def _size(connection: sqlite3.Connection) -> int:
    """Return how many bytes of the file are in use."""
    numbers = [
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    ]
    return int((numbers[0] - numbers[1]) * numbers[2])


def _is_passing(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in _PASSING
