"""Writing the index of own articles: the one place that does.

``python -m reader.library.own.writing FOLDER`` brings it up to date for the dossier in a folder and prints how far it is, a line
``done total`` each time; the screen starts it as a process of its own.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from reader import caches, locks, saving, storage
from reader.dossiers import own_places
from reader.errors import ReaderError
from reader.library import freshness, records, tables
from reader.library import index as index_
from reader.library.indexed import IndexedDossier
from reader.library.own import made, own_index
from reader.library.own.made import Made
from reader.library.own.own_index import OwnIndex
from reader.library.packing import IndexDamagedError, unpack
from reader.library.spreading import spread
from reader.model import Document
from reader.terms.factory import matcher
from reader.terms.matcher import Matcher

Progress = Callable[[int, int], None]
"""Told how many of how many articles are done."""

_STEP = 256
"""Articles that are written in one transaction."""
_GLOSSARIES = 2
"""Glossaries whose mentions are kept beside those of the one that is asked for."""
_PATIENCE = 10.0
_CACHE = 64 * 2**10
"""Kilobytes of pages that wait for the end of a transaction, which holds off who reads."""


def update(progress: Progress | None = None, *, wait: bool = True) -> Path:
    """Bring the index of own articles up to date, and return its file.

    Raises ``OSError`` or ``sqlite3.Error`` where it cannot be written; without ``wait`` also while
    another program writes it.
    """
    path = own_index.path()
    with held(path, wait=wait):
        try:
            with contextlib.closing(Writer.open(path)) as writer:
                writer.bring_up_to_date(progress)
        except (IndexDamagedError, sqlite3.DatabaseError):
            _remove(path)
            with contextlib.closing(Writer.open(path)) as writer:
                writer.bring_up_to_date(progress)
    return path


def add_mentions(root: Path) -> None:
    """Store the mentions of the terms of the dossier in ``root``, with the reader's own entries.

    They are searched in every article in which they were not yet. Raises as :func:`update` does.
    """
    found = freshness.found(root, trusting=True)
    path = own_index.path()
    if found is None or not storage.exists(path):
        return
    with contextlib.closing(found):
        entries = IndexedDossier(found, root).source.entries
    with held(path), contextlib.closing(Writer.open(path)) as writer:
        writer.add_mentions(index_.digest(entries), matcher(entries))


def held(path: Path, *, wait: bool = True) -> contextlib.AbstractContextManager[None]:
    """Hold off every other program that would write the index. Raises ``OSError``."""
    caches.make_folder(path.parent)
    return locks.alone(path, _PATIENCE if wait else 0, long=True)


def in_memory(progress: Progress | None = None) -> OwnIndex:
    """Return an index that is kept nowhere, for when none can be written."""
    writer = Writer.in_memory()
    writer.bring_up_to_date(progress)
    return writer.index()


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)


class Writer:
    """The index, open to be written; who has it holds the lock."""

    def __init__(self, connection: sqlite3.Connection, root: Path) -> None:
        self.connection = connection
        self._root = root
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")

    @classmethod
    def open(cls, path: Path) -> Writer:
        """Open the index in ``path``, or an empty one in its place where it is none that fits."""
        index = OwnIndex.open(path)
        if index is None:
            _remove(path)
            # What is read is for nobody else.
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
            os.close(os.open(path, flags, saving.PRIVATE))
            connection = own_index.connect(path)
            _create(connection)
        else:
            index.close()
            connection = own_index.connect(path)
        return cls(connection, own_places.articles())

    @classmethod
    def in_memory(cls) -> Writer:
        """Return an index that is kept nowhere, with nothing in it yet."""
        connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        _create(connection)
        return cls(connection, own_places.articles())

    def close(self) -> None:
        self.connection.close()

    def index(self) -> OwnIndex:
        """Return the index as it is now, to be asked."""
        return OwnIndex(self.connection)

    # As the files are.

    def bring_up_to_date(self, progress: Progress | None = None) -> None:
        """Write what has changed in the folder of articles since."""
        index = self.index()
        before, now = dict(index.files()), dict(own_index.states(self._root))
        changed = [(name, state) for name, state in now.items() if before.get(name) != state]
        gone = before.keys() - now.keys()
        if not changed and not gone and index.meta("numbered", bool):
            return
        self.begin()
        for name in (*gone, *(name for name, _state in changed)):
            self.remove(name)
        for done, each in enumerate(_read(self._root, changed), 1):
            self.insert(each)
            if done % _STEP == 0:
                self.commit()
                self.begin()
            if progress is not None and (done % _STEP == 0 or done == len(changed)):
                progress(done, len(changed))
        self.commit(numbered=True)

    # Step by step.

    def begin(self) -> None:
        self.connection.execute("BEGIN IMMEDIATE")

    def commit(self, *, numbered: bool = False) -> None:
        """End a transaction; ``numbered``: every article gets its place in reading order."""
        if numbered:
            tables.number(self.connection)
        tables.put_meta(self.connection, "numbered", numbered)
        self.connection.execute("COMMIT")

    def rollback(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")

    def insert(self, each: Made) -> None:
        """Write an article; one whose key another has gets that of its folder."""
        record = each.record
        if record.key and self._is_taken(record.key):
            key = own_places.key_in_folder(record.name)
            if not self._is_taken(key):
                each = made.read_file(self._root, record.name, record.etag, key)
                record = each.record
        if record.key and self._is_taken(record.key):
            record = record._replace(key="")
        tables.insert(self.connection, record, self._root)
        if record.key:
            query = "SELECT id FROM document WHERE key = ?"
            (id,) = self.connection.execute(query, (record.key,)).fetchone()
            # Until all get their places, the new ones come last.
            self.connection.execute(
                "UPDATE document SET position ="
                " (SELECT ifnull(max(position), -1) + 1 FROM document) WHERE id = ?",
                (id,),
            )
            self.connection.executemany(
                "INSERT INTO sign VALUES (?, ?)", [(sign, id) for sign in each.signs]
            )

    def add_mentions(self, glossary: str, matcher: Matcher) -> None:
        """Store the mentions of a glossary's terms, and forget those of the glossaries before."""
        ask = self.connection.execute
        self.begin()
        known = {str(other) for (other,) in ask("SELECT DISTINCT glossary FROM searched")}
        for other in sorted(known - {glossary})[:-_GLOSSARIES]:
            ask("DELETE FROM searched WHERE glossary = ?", (other,))
            ask("DELETE FROM mention WHERE language = ?", (other,))
        query = (
            "SELECT document.id, data FROM document JOIN body ON body.document = document.id"
            " WHERE document.id NOT IN (SELECT document FROM searched WHERE glossary = ?)"
            " LIMIT ?"
        )
        while rows := ask(query, (glossary, _STEP)).fetchall():
            for id, data in rows:
                document: Document = unpack(Document, data)
                parts = [(p.id, p.text) for p in document.texts[0].paragraphs]
                found = records.mentions_in(matcher, glossary, parts, at_home=False)
                tables.insert_mentions(self.connection, id, found)
                ask("INSERT INTO searched VALUES (?, ?)", (id, glossary))
            ask("COMMIT")
            self.begin()
        ask("COMMIT")

    def _is_taken(self, key: str) -> bool:
        query = "SELECT 1 FROM document WHERE key = ?"
        return self.connection.execute(query, (key,)).fetchone() is not None

    def remove(self, name: str) -> None:
        """Take an article's file out."""
        for table in ("sign", "searched"):
            self.connection.execute(
                f"DELETE FROM {table} WHERE document IN (SELECT id FROM document WHERE file = ?)",
                (name,),
            )
        tables.remove(self.connection, name)

    def put_states(self, states: Mapping[str, str]) -> None:
        """Write the etags of files that have been written."""
        self.connection.executemany(
            "UPDATE file SET etag = ?2 WHERE name = ?1", list(states.items())
        )


def _create(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for statement in (index_.SCHEMA + own_index.SIGNS).split(";\n"):
        if statement.strip():
            connection.execute(statement)
    with contextlib.suppress(sqlite3.OperationalError):
        connection.execute(index_.WORDS)
    for name, value in (("version", own_index.VERSION), ("languages", ()), ("mentions", "")):
        tables.put_meta(connection, name, value)
    tables.put_meta(connection, "numbered", True)
    connection.execute("COMMIT")


def _read(root: Path, files: list[tuple[str, str]]) -> Iterator[Made]:
    def here(file: tuple[str, str]) -> Made:
        return made.read_file(root, *file)

    return spread("reader.library.own.part", str(root), files, here, _is_of)


def _is_of(value: object, file: tuple[str, str]) -> bool:
    return isinstance(value, Made) and value.record.name == file[0]


def main(arguments: Sequence[str]) -> int:
    """Bring the index up to date, with the mentions of a dossier's terms; print progress.

    Returns 3 where it cannot be written.
    """

    def progress(done: int, total: int) -> None:
        sys.stdout.write(f"{done} {total}\n")
        sys.stdout.flush()

    try:
        update(progress)
    except (OSError, sqlite3.Error, IndexDamagedError):
        return 3
    sys.stdout.write("documents\n")
    sys.stdout.flush()
    # Without them they are searched when they are asked for.
    with contextlib.suppress(OSError, sqlite3.Error, IndexDamagedError, ReaderError):
        add_mentions(Path(arguments[0]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
