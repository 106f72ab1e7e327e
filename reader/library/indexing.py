"""Writing the index: the one place that does.

A new index is built beside the old one and takes its place whole, so a program that is killed,
or a disk that is full, leaves the old one or none. A few changed files are written into the
index that is there, in one transaction. Whoever writes holds a lock, so there is one writer.

``python -m reader.library.indexing FOLDER`` brings the index of a dossier up to date and prints
how far it is, a line ``done total`` each time; the screen starts it as a process of its own.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from reader.dossiers import loader, translation
from reader.errors import ReaderError
from reader.language.catalogs import Catalog
from reader.language.locales import languages as interface_languages
from reader.language.words import fold
from reader.library import freshness, texts
from reader.library import index as index_
from reader.library.freshness import Etag
from reader.library.index import Index, IndexDamagedError, pack
from reader.library.records import (
    MANY,
    Job,
    Record,
    load_catalogs,
    matcher_of,
    mentions_in,
    read_records,
)
from reader.model import Document, Dossier, Problem

Progress = Callable[[int, int], None]
"""Told how many of how many documents are done."""

_MOST_CHANGES = 500
"""Changed files from which on the index is built anew."""

_STEP = 64
"""Documents after which progress is told."""


def update(
    root: Path,
    progress: Progress | None = None,
    readable: Callable[[], None] | None = None,
) -> Path:
    """Bring the index of the dossier in ``root`` up to date, and return its file.

    ``readable`` is called when documents can be read, before the mentions of a small dossier.

    Raises :class:`ReaderError` where the folder is not a dossier, ``OSError`` or
    ``sqlite3.Error`` where the index cannot be written.
    """
    path = index_.path_for(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    with _alone(path):
        if not _changed_in_place(path, root):
            temporary = path.with_name(f".{path.name}.{os.getpid()}")
            try:
                _build(temporary, root, freshness.etag, progress)
                _synced(temporary)
                temporary.replace(path)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
        if readable is not None:
            readable()
        _add_mentions(path, root)
    return path


def build_frozen(root: Path, path: Path, languages: Sequence[str] | None = None) -> None:
    """Write an index to be shipped: it fits files by what they hold, and has no mentions yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _build(path, root, freshness.content_etag, None, languages)


def in_memory(root: Path, progress: Progress | None = None) -> Index:
    """Return an index that is kept nowhere, for when none can be written.

    Raises :class:`ReaderError` where the folder is not a dossier.
    """
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    _fill(connection, root, freshness.etag, progress, None)
    return Index(connection)


# A new index.


def _build(
    path: Path,
    root: Path,
    etag: Etag,
    progress: Progress | None,
    languages: Sequence[str] | None = None,
) -> None:
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # Nobody else sees the file before it is whole.
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        _fill(connection, root, etag, progress, languages)
    finally:
        connection.close()


def _fill(
    connection: sqlite3.Connection,
    root: Path,
    etag: Etag,
    progress: Progress | None,
    languages: Sequence[str] | None,
) -> None:
    """Write everything but, of a small dossier, the mentions: they wait for the dictionary."""
    known_languages = tuple(languages or interface_languages())
    # The states are taken before the files are read: a change meanwhile is seen the next time.
    states = freshness.file_etags(root, etag)
    head, head_problems = loader.read_head(root)
    dossier = head.dossier
    known_languages = tuple(dict.fromkeys((*known_languages, dossier.language)))
    state = freshness.stamp(root, dossier.id, etag, known_languages)
    listed: list[Problem] = []
    names = [path.name for path in loader.document_files(root, listed)]
    catalogs, catalog_problems = load_catalogs(dossier, known_languages)
    is_large = len(names) >= MANY
    matcher = matcher_of(dossier) if is_large else None
    job = Job(root, head.references, known_languages, catalogs, matcher)
    connection.executescript(index_.SCHEMA)
    connection.execute("BEGIN")
    for name, value in (
        ("version", index_.VERSION),
        ("id", dossier.id),
        ("languages", known_languages),
        ("stamp", state),
        ("mentions", index_.digest(dossier.entries) if is_large else ""),
    ):
        _put_meta(connection, name, value)
    _put_heads(connection, dossier, catalogs, (*head_problems, *listed), catalog_problems)
    total = len(names)
    records = read_records(job, [(name, states.get(name, "")) for name in names])
    for done, record in enumerate(records, 1):
        _insert(connection, record, root)
        if progress is not None and is_large and (done % _STEP == 0 or done == total):
            progress(done, total)
    for name in states.keys() - set(names):
        _put_file(connection, name, states[name], (), root)
    _number(connection)
    connection.execute("COMMIT")


def _put_meta(connection: sqlite3.Connection, name: str, value: object) -> None:
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, pack(value)))


def _put_heads(
    connection: sqlite3.Connection,
    dossier: Dossier,
    catalogs: Mapping[str, Catalog],
    problems: Sequence[Problem],
    catalog_problems: Mapping[str, Sequence[Problem]],
) -> None:
    for language, catalog in catalogs.items():
        shown = translation.translated_head(dossier, language, catalog)
        shown = shown._replace(problems=(*problems, *catalog_problems[language]))
        _put_meta(connection, f"head {language}", index_.stored_head(shown))
        _put_meta(connection, f"entries {language}", shown.entries)


def _put_file(
    connection: sqlite3.Connection, name: str, etag: str, problems: Sequence[Problem], root: Path
) -> None:
    data = pack(index_.stored_problems(problems, root)) if problems else b""
    connection.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?)", (name, etag, data))


# Rows.


def _insert(connection: sqlite3.Connection, record: Record, root: Path) -> None:
    _put_file(connection, record.name, record.etag, record.problems, root)
    if not record.key:
        return
    sort = "\t".join(record.sort)
    id = connection.execute(
        "INSERT INTO document (key, file, sort, position) VALUES (?, ?, ?, -1)",
        (record.key, record.name, sort),
    ).lastrowid
    many = connection.executemany
    many("INSERT INTO row VALUES (?, ?, ?)", [(id, *row) for row in record.rows])
    many("INSERT INTO body VALUES (?, ?, ?)", [(id, *body) for body in record.bodies])
    for language, paragraph, text in record.passages:
        passage = connection.execute(
            "INSERT INTO passage (document, language, paragraph) VALUES (?, ?, ?)",
            (id, language, paragraph),
        ).lastrowid
        connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (passage, text))
    _insert_mentions(connection, id, record.mentions)
    many(
        "INSERT INTO event (document, language, date, data) VALUES (?, ?, ?, ?)",
        [(id, *event) for event in record.events],
    )
    many("INSERT INTO fingerprint VALUES (?, ?)", [(hash_, id) for hash_ in record.fingerprints])


def _insert_mentions(
    connection: sqlite3.Connection, id: int | None, mentions: Iterable[Sequence[object]]
) -> None:
    connection.executemany(
        "INSERT INTO mention (entry, language, document, number, paragraph, form)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [(entry, language, id, n, p, form) for entry, language, n, p, form in mentions],
    )


def _number(connection: sqlite3.Connection) -> None:
    """Give every document its place in reading order."""
    ids = [id for (id,) in connection.execute("SELECT id FROM document ORDER BY sort")]
    connection.executemany(
        "UPDATE document SET position = ? WHERE id = ?", [(n, id) for n, id in enumerate(ids)]
    )


# An index that is there.


def _changed_in_place(path: Path, root: Path) -> bool:
    """Write what has changed into the index in ``path``. False: it has to be built anew."""
    index = Index.open(path)
    if index is None:
        return False
    with contextlib.closing(index):
        try:
            if not freshness.fits(index, root):
                return False
            changed = freshness.changed_files(index, root)
            if len(changed) > _MOST_CHANGES:
                return False
            if changed:
                _write_changes(path, root, changed, index.languages, bool(index.mentions_of))
        except (IndexDamagedError, sqlite3.DatabaseError):
            return False
    return True


def _write_changes(
    path: Path, root: Path, changed: Mapping[str, str], languages: Sequence[str], mentions: bool
) -> None:
    """Write the changed files of documents into the index, in one transaction."""
    head, head_problems = loader.read_head(root)
    listed: list[Problem] = []
    names = {file.name for file in loader.document_files(root, listed)}
    catalogs, catalog_problems = load_catalogs(head.dossier, languages)
    matcher = matcher_of(head.dossier) if mentions else None
    job = Job(root, head.references, tuple(languages), catalogs, matcher)
    with contextlib.closing(_connection(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for name in changed:
            _remove(connection, name)
        for record in read_records(job, [(n, state) for n, state in changed.items() if n in names]):
            _insert(connection, record, root)
        for name in changed.keys() - names:
            if changed[name]:
                _put_file(connection, name, changed[name], (), root)
        _put_heads(connection, head.dossier, catalogs, (*head_problems, *listed), catalog_problems)
        _number(connection)
        connection.execute("COMMIT")


def _connection(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, timeout=index_.BUSY_MS / 1000)


def _remove(connection: sqlite3.Connection, name: str) -> None:
    found = connection.execute("SELECT id FROM document WHERE file = ?", (name,)).fetchone()
    connection.execute("DELETE FROM file WHERE name = ?", (name,))
    if found is None:
        return
    (id,) = found
    # The words of a passage can only be taken out by giving them again.
    shown: dict[str, dict[str, str]] = {}
    for language, data in connection.execute(
        "SELECT language, data FROM body WHERE document = ?", (id,)
    ):
        body: Document = index_.unpack(Document, data)
        text = texts.shown(body, language)
        shown[language] = {p.id: fold(p.text) for p in text.paragraphs}
    for passage, language, paragraph in connection.execute(
        "SELECT id, language, paragraph FROM passage WHERE document = ?", (id,)
    ).fetchall():
        connection.execute(
            "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)",
            (passage, shown[language][paragraph]),
        )
    for table in ("row", "body", "passage", "mention", "event", "fingerprint"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (id,))
    connection.execute("DELETE FROM document WHERE id = ?", (id,))


def _add_mentions(path: Path, root: Path) -> None:
    """Write the mentions of every document into an index that has none yet."""
    index = Index.open(path)
    if index is None or index.mentions_of:
        return
    try:
        language = index.languages[-1]
        dossier = index.head(language, root)._replace(entries=index.entries(language))
        matcher = matcher_of(dossier)
        with contextlib.closing(_connection(path)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM mention")
            for id, language, data in connection.execute(
                "SELECT document, language, data FROM body"
            ).fetchall():
                text = texts.shown(index_.unpack(Document, data), language)
                paragraphs = [(p.id, p.text) for p in text.paragraphs]
                _insert_mentions(connection, id, mentions_in(matcher, language, paragraphs))
            _put_meta(connection, "mentions", index_.digest(dossier.entries))
            connection.execute("COMMIT")
    finally:
        index.close()


# Alone.


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold off every other program that would write this index now."""
    import fcntl

    with path.with_name(f".{path.name}.lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _synced(path: Path) -> None:
    """Have the file on the disk before it takes the place of another."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


# The process.

BAD, UNWRITABLE = 2, 3
"""Exit codes: the folder is not a dossier; the index cannot be written."""


def main(arguments: Sequence[str]) -> int:
    """Bring the index of a folder up to date; print progress."""

    def progress(done: int, total: int) -> None:
        sys.stdout.write(f"{done} {total}\n")
        sys.stdout.flush()

    def readable() -> None:
        sys.stdout.write("documents\n")
        sys.stdout.flush()

    try:
        update(Path(arguments[0]), progress, readable)
    except ReaderError:
        return BAD
    except (OSError, sqlite3.Error):
        return UNWRITABLE
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
