"""The index of the reader's own articles, read.

It has the tables of a dossier's index, each article in its own language alone, and the signs by
which an article is known again. It is written in place, in transactions: a program that is killed
leaves a journal, by which the next one to open the file takes back what was not whole.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader import storage
from reader.dossiers import own_places
from reader.library import index as index_
from reader.library.index import Index, Row
from reader.library.packing import IndexDamagedError, unpack
from reader.library.sources import state, storable
from reader.model import Document

VERSION = f"own-2 {index_.VERSION}"

SIGNS = """
CREATE TABLE sign (sign INTEGER NOT NULL, document INTEGER NOT NULL,
    PRIMARY KEY (sign, document)) WITHOUT ROWID;
CREATE INDEX sign_document ON sign (document);
CREATE TABLE searched (document INTEGER NOT NULL, glossary TEXT NOT NULL,
    PRIMARY KEY (document, glossary)) WITHOUT ROWID;
"""
"""``searched`` has the glossaries, by the digests of their terms, whose mentions in an article are
stored; in ``mention`` such a digest stands in the place of the language."""

_PATIENCE = 10.0
"""Seconds to wait while another program writes a part of it."""


def path() -> Path:
    """Return the file of the index; it need not be there."""
    return index_.path_for(own_places.articles())


def states(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the etag of every article's file in ``root``."""
    for name, about in own_places.listed(root):
        yield storable(name), state(about)


def connect(path: Path) -> sqlite3.Connection:
    """Open the file of an index, which another program may be writing. Raises ``sqlite3.Error``."""
    connection = sqlite3.connect(
        f"{storage.uri(path)}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=_PATIENCE,
    )
    connection.execute("PRAGMA cache_size = -4000")
    return connection


class OwnIndex(Index):
    """The rows of own articles. What is asked in a language is answered in that of each article."""

    @classmethod
    def open(cls, path: Path, *, frozen: bool = False) -> OwnIndex | None:
        """Return the index in a file; ``None`` where there is none of this version."""
        if frozen or not storage.is_own_cache(path):
            return None
        try:
            connection = connect(path)
        except (sqlite3.Error, ValueError):
            return None
        try:
            connection.execute("PRAGMA query_only = 1")
            index = cls(connection, path)
            if index.meta("version", str) == VERSION:
                return index
        except (IndexDamagedError, sqlite3.Error):
            pass
        connection.close()
        return None

    def rows(self, language: str, start: int, stop: int) -> list[Row]:  # noqa: ARG002
        query = (
            "SELECT row.data FROM document JOIN row ON row.document = document.id"
            " WHERE position >= ? AND position < ? ORDER BY position"
        )
        return [unpack(Row, data) for (data,) in self.select(query, start, stop)]

    def document(self, key: str, language: str = "", *, added: bool = True) -> Document | None:  # noqa: ARG002
        query = "SELECT data FROM body JOIN document ON document.id = body.document WHERE key = ?"
        found = self.select(query, key)
        if not found:
            return None
        document: Document = unpack(Document, found[0][0])
        return document

    def with_forms(self, forms: Sequence[Sequence[str]]) -> list[str] | None:
        """Return the keys of the articles with a paragraph that has all words of any of these.

        ``None`` where the index was made without full-text search.
        """
        return self._with_forms(forms)

    def has_mentions(self, glossary: str) -> bool:
        """Tell whether the mentions of a glossary's terms in every article are stored."""
        ((done,),) = self.select("SELECT count(*) FROM searched WHERE glossary = ?", glossary)
        return bool(done == self.count)

    def searched(self, glossary: str) -> set[str]:
        """Return the keys of the articles in which the mentions of a glossary's terms are stored."""
        query = (
            "SELECT key FROM searched JOIN document ON document.id = searched.document"
            " WHERE glossary = ?"
        )
        return {str(key) for (key,) in self.select(query, glossary)}

    def file_of(self, key: str) -> str | None:
        """Return the name of the file of an article in the folder of articles."""
        found = self.select("SELECT file FROM document WHERE key = ?", key)
        return str(found[0][0]) if found else None

    def is_current(self) -> bool:
        """Tell whether the index fits every article's file as it is now."""
        try:
            now = dict(states(own_places.articles()))
            return bool(self.meta("numbered", bool)) and now == dict(self.files())
        except IndexDamagedError:
            return False

    def key_of_file(self, name: str) -> str | None:
        """Return the key of the article in a file of the folder of articles."""
        found = self.select("SELECT key FROM document WHERE file = ?", name)
        return str(found[0][0]) if found else None
