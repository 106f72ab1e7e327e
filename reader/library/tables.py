"""The tables of the index, written: what is put into them for a dossier and its documents."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from reader.dossiers import translation
from reader.dossiers.editors import Editors
from reader.language.catalogs import Catalog
from reader.library import index as index_
from reader.library.index import Added
from reader.library.packing import pack, unpack
from reader.library.records import Record, passages_of
from reader.library.stored_heads import stored_head, stored_problems
from reader.model import Document, Dossier, Problem


def create(connection: sqlite3.Connection) -> None:
    """Make the tables."""
    connection.executescript(index_.SCHEMA)
    with contextlib.suppress(sqlite3.OperationalError):
        connection.execute(index_.WORDS)


def _has_words(connection: sqlite3.Connection) -> bool:
    query = "SELECT 1 FROM sqlite_master WHERE name = 'words'"
    return connection.execute(query).fetchone() is not None


def _has_vocabulary(connection: sqlite3.Connection) -> bool:
    """Tell whether words are stored with what they are forms of; a small index goes without."""
    found = connection.execute("SELECT data FROM meta WHERE name = 'vocabulary'").fetchone()
    return found is None or bool(unpack(bool, found[0]))


def put_meta(connection: sqlite3.Connection, name: str, value: object) -> None:
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, pack(value)))


def put_heads(
    connection: sqlite3.Connection,
    dossier: Dossier,
    catalogs: Mapping[str, Catalog],
    problems: Sequence[Problem],
    catalog_problems: Mapping[str, Sequence[Problem]],
) -> None:
    connection.execute("DELETE FROM meta WHERE name LIKE 'added %'")
    for language, catalog in catalogs.items():
        shown = translation.translated_head(dossier, language, catalog)
        put_added(connection, language, Editors(shown.discrepancies, shown.notes))
        shown = shown._replace(problems=(*problems, *catalog_problems[language]))
        put_meta(connection, f"head {language}", stored_head(shown))
        put_meta(connection, f"entries {language}", shown.entries)


def put_added(connection: sqlite3.Connection, language: str, added: Editors) -> None:
    """Write what the editors add in a language: all of it, and what concerns each document."""
    if added.discrepancies or added.notes:
        put_meta(connection, f"added {language} ", Added(added.discrepancies, added.notes))
    for key, (discrepancies, notes) in added.by_document().items():
        put_meta(connection, f"added {language} {key}", Added(discrepancies, notes))


def put_file(
    connection: sqlite3.Connection, name: str, etag: str, problems: Sequence[Problem], root: Path
) -> None:
    data = pack(stored_problems(problems, root)) if problems else b""
    connection.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?)", (name, etag, data))


def insert(connection: sqlite3.Connection, record: Record, root: Path) -> None:
    put_file(connection, record.name, record.etag, record.problems, root)
    if not record.key:
        return
    sort = "\t".join(record.sort)
    id = connection.execute(
        "INSERT INTO document (key, file, sort, position, published, publisher)"
        " VALUES (?, ?, ?, -1, ?, ?)",
        (record.key, record.name, sort, record.published, record.publisher),
    ).lastrowid
    many = connection.executemany
    many("INSERT INTO row VALUES (?, ?, ?)", [(id, *row) for row in record.rows])
    many("INSERT INTO body VALUES (?, ?, ?)", [(id, *body) for body in record.bodies])
    has_words = _has_words(connection)
    for language, paragraph, text in record.passages:
        passage = connection.execute(
            "INSERT INTO passage (document, language, paragraph) VALUES (?, ?, ?)",
            (id, language, paragraph),
        ).lastrowid
        if has_words:
            connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (passage, text))
    if has_words and _has_vocabulary(connection):
        from reader.library import vocabulary  # a small index goes without what it imports

        vocabulary.add(connection, ((language, text) for language, _p, text in record.passages))
    insert_mentions(connection, id, record.mentions)
    many(
        "INSERT INTO event (document, language, date, data) VALUES (?, ?, ?, ?)",
        [(id, *event) for event in record.events],
    )
    many("INSERT INTO fingerprint VALUES (?, ?)", [(hash_, id) for hash_ in record.fingerprints])


def insert_mentions(
    connection: sqlite3.Connection, id: int | None, mentions: Iterable[Sequence[object]]
) -> None:
    connection.executemany(
        "INSERT INTO mention (entry, language, document, number, paragraph, form)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [(entry, language, id, n, p, form) for entry, language, n, p, form in mentions],
    )


def finder(connection: sqlite3.Connection, language: str) -> Callable[[str], Document | None]:
    """Return what finds a document, as it was written, among those that are in the tables."""

    @cache
    def find(key: str) -> Document | None:
        found = connection.execute(
            "SELECT data FROM body JOIN document ON document.id = body.document"
            " WHERE key = ? AND language = ?",
            (key, language),
        ).fetchone()
        return unpack(Document, found[0]) if found else None

    return find


def number(connection: sqlite3.Connection) -> None:
    """Give every document its place in reading order."""
    ids = [id for (id,) in connection.execute("SELECT id FROM document ORDER BY sort")]
    connection.executemany(
        "UPDATE document SET position = ?1 WHERE id = ?2 AND position != ?1",
        list(enumerate(ids)),
    )


def remove(connection: sqlite3.Connection, name: str) -> None:
    found = connection.execute("SELECT id FROM document WHERE file = ?", (name,)).fetchone()
    connection.execute("DELETE FROM file WHERE name = ?", (name,))
    if found is None:
        return
    (id,) = found
    if _has_words(connection):
        _remove_words(connection, id)
    for table in ("row", "body", "passage", "mention", "event", "fingerprint"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (id,))
    connection.execute("DELETE FROM document WHERE id = ?", (id,))


def _remove_words(connection: sqlite3.Connection, id: int) -> None:
    """Take out the words of a document's passages, which needs the texts again."""
    said: dict[tuple[str, str], str] = {}
    for language, data in connection.execute(
        "SELECT language, data FROM body WHERE document = ?", (id,)
    ):
        body: Document = unpack(Document, data)
        said |= {(each, id): words for each, id, words in passages_of(body, language)}
    for passage, language, paragraph in connection.execute(
        "SELECT id, language, paragraph FROM passage WHERE document = ?", (id,)
    ).fetchall():
        connection.execute(
            "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)",
            (passage, said[language, paragraph]),
        )
