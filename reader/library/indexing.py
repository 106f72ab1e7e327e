"""Writing the index: the one place that does.

What is written is a file beside the index, which takes its place whole: a program that is killed,
or a disk that is full, leaves the old one or none, and who reads that is not disturbed. It is
built anew, or a few changed files are written into a copy. Whoever writes holds a lock, so there
is one writer.

``python -m reader.library.indexing FOLDER`` brings the index of a dossier up to date and prints
how far it is, a line ``done total`` each time; the screen starts it as a process of its own.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from reader import caches, locks, saving
from reader.dossiers import editors, loader
from reader.errors import ReaderError
from reader.language.catalogs import Catalog
from reader.language.locales import languages as interface_languages
from reader.library import freshness, tables, texts
from reader.library import index as index_
from reader.library.index import Index
from reader.library.packing import IndexDamagedError, unpack
from reader.library.records import (
    Job,
    load_catalogs,
    matcher_of,
    mentions_in,
    read_records,
)
from reader.library.sources import DossierFolder, Etag, content_etag, etag
from reader.library.spreading import MANY
from reader.model import Document, Dossier, Problem

Progress = Callable[[int, int], None]
"""Told how many of how many documents are done."""

_MOST_CHANGES = 500
"""Changed files from which on the index is built anew."""

_STEP = 64
"""Documents after which progress is told."""

_PATIENCE = 2.0
"""Seconds to wait for another program that has the lock and shows no sign of life."""


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
    caches.make_folder(path.parent)
    with locks.alone(path, _PATIENCE, long=True):
        changed = _changes(path, root)
        if changed is None or (changed and not _written(changed, path, root)):
            with _replacing(path) as new:
                _build(new, root, etag, progress)
        if readable is not None:
            readable()
        # Without them they are found when they are asked for.
        with contextlib.suppress(OSError, sqlite3.Error, IndexDamagedError):
            _add_mentions(path, root)
    return path


def build_frozen(root: Path, path: Path, languages: Sequence[str] | None = None) -> None:
    """Write an index to be shipped: it fits files by what they hold, and has no mentions yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    _build(path, root, content_etag, None, languages)


def add_rows(path: Path, query: str, rows: Iterable[Sequence[object]]) -> None:
    """Write rows into an index that is to be shipped. Raises ``sqlite3.Error``."""
    with contextlib.closing(_connection(path)) as connection:
        connection.execute("BEGIN")
        connection.executemany(query, rows)
        connection.execute("COMMIT")


def in_memory(root: Path, progress: Progress | None = None) -> Index:
    """Return an index that is kept nowhere, for when none can be written.

    Raises :class:`ReaderError` where the folder is not a dossier.
    """
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    _fill(connection, root, etag, progress, None)
    return Index(connection)


# A new index.


def _build(
    path: Path,
    root: Path,
    etag: Etag,
    progress: Progress | None,
    languages: Sequence[str] | None = None,
) -> None:
    with contextlib.closing(_connection(path)) as connection:
        _fill(connection, root, etag, progress, languages)


def _fill(
    connection: sqlite3.Connection,
    root: Path,
    etag: Etag,
    progress: Progress | None,
    languages: Sequence[str] | None,
) -> None:
    """Write everything but, of a small dossier, the mentions: they wait for the dictionary."""
    # The states are taken before the files are read: a change meanwhile is seen the next time.
    head, head_problems = loader.read_head(root)
    dossier = head.dossier
    states = dict(DossierFolder(root, etag, dossier.id).list())
    known_languages = tuple(
        dict.fromkeys((dossier.language, *(languages or _languages(root, dossier))))
    )
    state = freshness.stamp(root, dossier.id, etag, known_languages)
    listed: list[Problem] = []
    names = [path.name for path in loader.document_files(root, listed)]
    catalogs, catalog_problems = load_catalogs(dossier, known_languages)
    is_large = len(names) >= MANY
    matcher = matcher_of(dossier) if is_large else None
    source = DossierFolder(root, etag, dossier.id, head.references)
    job = Job(root, source, known_languages, catalogs, matcher)
    tables.create(connection)
    connection.execute("BEGIN")
    for name, value in (
        ("version", index_.VERSION),
        ("id", dossier.id),
        ("languages", known_languages),
        ("stamp", state),
        ("mentions", index_.digest(dossier.entries) if is_large else ""),
        ("vocabulary", is_large),
    ):
        tables.put_meta(connection, name, value)
    total = len(names)
    records = read_records(job, [(name, states.get(name, "")) for name in names])
    for done, record in enumerate(records, 1):
        tables.insert(connection, record, root)
        if progress is not None and is_large and (done % _STEP == 0 or done == total):
            progress(done, total)
    for name in states.keys() - set(names):
        tables.put_file(connection, name, states[name], (), root)
    _put_heads(connection, head, catalogs, (*head_problems, *listed), catalog_problems)
    tables.number(connection)
    connection.execute("COMMIT")


def _put_heads(
    connection: sqlite3.Connection,
    head: loader.Head,
    catalogs: Mapping[str, Catalog],
    problems: Sequence[Problem],
    catalog_problems: Mapping[str, Sequence[Problem]],
) -> None:
    """Write the head in each language, with what the editors add to the documents written."""
    dossier = head.dossier
    find = tables.finder(connection, dossier.language)
    added = editors.read(dossier.root, head.references, find)
    dossier = dossier._replace(discrepancies=added.discrepancies, notes=added.notes)
    tables.put_heads(connection, dossier, catalogs, (*problems, *added.problems), catalog_problems)


def _languages(root: Path, dossier: Dossier) -> list[str]:
    """Return the interface's languages in which a dossier has a translation or terms."""
    found = freshness.translated(root, dossier.id)
    found.update(language for entry in dossier.entries for language in entry.terms)
    return [language for language in interface_languages() if language in found]


# An index that is there.


def _changes(path: Path, root: Path) -> dict[str, str] | None:
    """Return the etags of changed files of documents; ``None``: it has to be built anew."""
    index = Index.open(path)
    if index is None:
        return None
    with contextlib.closing(index):
        try:
            if not freshness.fits(index, root):
                return None
            changed = freshness.changed_files(index, root)
        except IndexDamagedError:
            return None
    return changed if len(changed) <= _MOST_CHANGES else None


def _written(changed: Mapping[str, str], path: Path, root: Path) -> bool:
    """Write the changed files of documents into a copy that takes the place of the index.

    False: it has to be built anew.
    """
    try:
        with _replacing(path) as new:
            shutil.copyfile(path, new)
            _write_changes(new, root, changed)
    except (IndexDamagedError, sqlite3.DatabaseError, LookupError):
        return False
    return True


def _write_changes(path: Path, root: Path, changed: Mapping[str, str]) -> None:
    head, head_problems = loader.read_head(root)
    listed: list[Problem] = []
    names = {file.name for file in loader.document_files(root, listed)}
    with contextlib.closing(_connection(path)) as connection:
        index = Index(connection)
        catalogs, catalog_problems = load_catalogs(head.dossier, index.languages)
        matcher = matcher_of(head.dossier) if index.mentions_of else None
        source = DossierFolder(root, etag, head.dossier.id, head.references)
        job = Job(root, source, index.languages, catalogs, matcher)
        connection.execute("BEGIN")
        for name in changed:
            tables.remove(connection, name)
        for record in read_records(job, [(n, state) for n, state in changed.items() if n in names]):
            tables.insert(connection, record, root)
        for name in changed.keys() - names:
            if changed[name]:
                tables.put_file(connection, name, changed[name], (), root)
        _put_heads(connection, head, catalogs, (*head_problems, *listed), catalog_problems)
        tables.number(connection)
        connection.execute("COMMIT")


def _add_mentions(path: Path, root: Path) -> None:
    """Write the mentions of every document into an index that has none yet."""
    index = Index.open(path)
    if index is None:
        return
    with contextlib.closing(index):
        if index.mentions_of:
            return
        language = index.languages[-1]
        dossier = index.head(language, root)._replace(entries=index.entries(language))
    matcher = matcher_of(dossier)
    with _replacing(path) as new:
        shutil.copyfile(path, new)
        with contextlib.closing(_connection(new)) as connection:
            connection.execute("BEGIN")
            for id, language, data in connection.execute(
                "SELECT document, language, data FROM body"
            ).fetchall():
                text = texts.shown(unpack(Document, data), language)
                paragraphs = [(p.id, p.text) for p in text.paragraphs]
                tables.insert_mentions(connection, id, mentions_in(matcher, language, paragraphs))
            tables.put_meta(connection, "mentions", index_.digest(dossier.entries))
            connection.execute("COMMIT")


# The file.


def _connection(path: Path) -> sqlite3.Connection:
    """Open a file that nobody else sees before it is whole."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=OFF")
    connection.execute("PRAGMA synchronous=OFF")
    return connection


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """Give the file to write an index into; whole, it takes the place of the one in ``path``."""
    new = _unfinished(path)
    new.unlink(missing_ok=True)
    # What is read in a dossier is for nobody else.
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, saving.PRIVATE))
    try:
        yield new
        _synced(new)
        new.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            new.unlink()
        raise


def _unfinished(path: Path) -> Path:
    """Return the file that is written; always the same, so that a kill leaves one at most."""
    return path.with_name(f".{path.name}.new")


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

    def end(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)  # what is unfinished is removed on the way out

    signal.signal(signal.SIGTERM, end)
    try:
        update(Path(arguments[0]), progress, readable)
    except ReaderError:
        return BAD
    except (OSError, sqlite3.Error):
        return UNWRITABLE
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
