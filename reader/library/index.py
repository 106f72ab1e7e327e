"""The index of a dossier: SQLite, made from its files and made again when it doesn't fit them.

It is a cache. Files are the truth: an index of another version, of files that have changed, or
with a byte that is not as it was written is not read. :mod:`reader.library.indexing` writes it as
a new file; here it is only read, so whoever has it open goes on reading what it opened.
"""

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader import __version__, storage
from reader.language.sanitize import sanitize
from reader.library.packing import (
    IndexDamagedError,
    id_of,
    ids_of,
    number_of,
    unpack,
    verdicts_of,
)
from reader.library.stored_heads import StoredHead, StoredProblem
from reader.model import Discrepancy, Document, Dossier, Entry, Event, Note, Problem, Source

if TYPE_CHECKING:
    from reader.verdicts import Verdict

VERSION = f"reader-index-22 {__version__}"
"""Counts up with the schema, and with the rules that judge a dossier."""

VERDICTS = """
CREATE TABLE verdict (key TEXT NOT NULL, language TEXT NOT NULL, made_of TEXT NOT NULL,
    data BLOB NOT NULL, PRIMARY KEY (key, language)) WITHOUT ROWID;
"""
"""What was found of the claims of a document, in a language, and the fingerprint of all that it
depends on (:mod:`reader.library.verification`)."""

VERDICT = "SELECT data FROM verdict WHERE key = ? AND language = ? AND made_of = ?"

SCHEMA = f"""{VERDICTS}
CREATE TABLE meta (name TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE file (name TEXT PRIMARY KEY, etag TEXT NOT NULL, problems BLOB NOT NULL);
CREATE INDEX file_problems ON file (name) WHERE problems != x'';
CREATE TABLE document (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, file TEXT NOT NULL,
    sort TEXT NOT NULL, position INTEGER NOT NULL, published TEXT, publisher TEXT NOT NULL);
CREATE INDEX document_position ON document (position);
CREATE INDEX document_published ON document (published);
CREATE TABLE row (document INTEGER NOT NULL, language TEXT NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (document, language)) WITHOUT ROWID;
CREATE TABLE body (document INTEGER NOT NULL, language TEXT NOT NULL, data BLOB NOT NULL,
    UNIQUE (document, language));
CREATE TABLE passage (id INTEGER PRIMARY KEY, document INTEGER NOT NULL, language TEXT NOT NULL,
    paragraph TEXT NOT NULL);
CREATE INDEX passage_document ON passage (document);
CREATE TABLE mention (entry TEXT NOT NULL, language TEXT NOT NULL, document INTEGER NOT NULL,
    number INTEGER NOT NULL, paragraph TEXT NOT NULL, form TEXT NOT NULL);
CREATE INDEX mention_entry ON mention (entry, language, document, number);
CREATE INDEX mention_document ON mention (document);
CREATE TABLE event (document INTEGER NOT NULL, language TEXT NOT NULL, date TEXT NOT NULL,
    data BLOB NOT NULL);
CREATE INDEX event_date ON event (language, date);
CREATE INDEX event_document ON event (document);
CREATE TABLE fingerprint (hash TEXT NOT NULL, document INTEGER NOT NULL);
CREATE INDEX fingerprint_hash ON fingerprint (hash);
CREATE INDEX fingerprint_document ON fingerprint (document);
CREATE TABLE form (word TEXT NOT NULL, lemma INTEGER NOT NULL,
    PRIMARY KEY (word, lemma)) WITHOUT ROWID;
CREATE INDEX form_lemma ON form (lemma);
"""
"""``row`` holds what a list shows of a document, ``body`` the document, both in each language.
A ``passage`` is a paragraph in its own language, or, without one, the title. Of a document there is
the day (ISO 8601) and the publisher in normal form, of a word what it is a form of
(:mod:`reader.library.vocabulary`)."""

WORDS = "CREATE VIRTUAL TABLE words USING fts5 (text, content='')"
"""The folded words of each passage, without the text itself. An SQLite that was built without FTS5
makes an index without it."""

_MOST = 500


FILE_ROW = "file"
"""What a row has for the kind of the text of a file that is not in a dossier or the library."""


class Row(NamedTuple):
    """What a list shows of a document, in one language. Dates are ISO 8601."""

    key: str
    title: str
    publisher: str | None
    published: str | None
    inferred: str | None
    text: str
    """The kind of the text that is shown, or ``file`` for an article without a document."""
    language: str
    """The language of the text that is shown."""
    paragraphs: int
    untranslated: bool = False
    """The title is in the source language."""

    @property
    def source(self) -> Source:
        """Where the document was published, as far as a list tells."""
        return Source(self.publisher, self.published, self.inferred)


class Occurrence(NamedTuple):
    """An entry's mention in a document: ``text`` is the form that stands there."""

    document: str
    paragraph: str
    text: str


class Added(NamedTuple):
    """What a dossier's editors add: all of it, or what concerns a document."""

    discrepancies: tuple[Discrepancy, ...] = ()
    notes: tuple[Note, ...] = ()


class EventRow(NamedTuple):
    """An event with the document that tells of it."""

    document: str
    event: Event


def path_for(root: Path) -> Path:
    """Return the file of the index of the dossier in ``root``; it need not be there."""
    name = os.fsencode(os.path.realpath(root))
    return storage.cache_home() / "index" / f"{zlib.crc32(name):08x}.sqlite"


def digest(entries: Sequence[Entry]) -> str:
    """Return what tells the terms of one glossary from those of another."""
    terms = [
        (e.id, e.kind, [(code, [tuple(t) for t in named]) for code, named in e.terms.items()])
        for e in entries
    ]
    return f"{zlib.crc32(repr(terms).encode('utf-8', 'surrogatepass')):08x}"


class Index:
    """The rows of one dossier. Every method raises :class:`IndexDamagedError` for a damaged file.

    It may be used by any thread. Languages are those that it was made for.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path | None = None, *, frozen: bool = False
    ) -> None:
        self.path = path
        self.frozen = frozen
        self._connection = connection
        self._heads: dict[str, Dossier] = {}
        self.languages: tuple[str, ...] = tuple(self.meta("languages", tuple[str, ...]))
        self.count = number_of(self._one("SELECT ifnull(max(position) + 1, 0) FROM document")[0])

    @classmethod
    def open(cls, path: Path, *, frozen: bool = False) -> "Index | None":
        """Return the index in a file; ``None`` where there is none of this version.

        One that somebody else could have written is as good as none, unless it is ``frozen``.

        What is opened stays as it is: another index takes its place as another file.
        ``frozen``: it was shipped, and fits files by what they hold.
        """
        if not (storage.exists(path) if frozen else storage.is_own_cache(path)):
            return None
        try:
            # Immutable: it needs no lock, and neither does its folder have to be writable.
            connection = sqlite3.connect(
                f"{storage.uri(path)}?mode=ro&immutable=1",
                uri=True,
                isolation_level=None,
                check_same_thread=False,
            )
        except (sqlite3.Error, ValueError):
            return None
        try:
            index = cls(connection, path, frozen=frozen)
            if index.meta("version", str) == VERSION:
                return index
        except (IndexDamagedError, sqlite3.Error):
            pass
        connection.close()
        return None

    def close(self) -> None:
        self._connection.close()

    # What the index was made of.

    def meta(self, name: str, type_: Any) -> Any:
        """Return a value that is stored once."""
        return unpack(type_, self._one("SELECT data FROM meta WHERE name = ?", name)[0])

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield the name and the etag of every document's file."""
        try:
            yield from self._connection.execute("SELECT name, etag FROM file")
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise IndexDamagedError from error

    def file_etag(self, key: str) -> str:
        """Return the etag of the file ``<key>.yaml`` when it was read; empty for an unknown one."""
        found = self.select("SELECT etag FROM file WHERE name = ?", f"{key}.yaml")
        return str(found[0][0]) if found else ""

    def came(self) -> dict[str, int]:
        """Return when the files of documents came or were changed last, by the documents' keys.

        In nanoseconds since 1970; those of a shipped index aren't known.
        """
        query = "SELECT document.key, etag FROM document JOIN file ON file.name = document.file"
        states = ((str(key), str(etag).split()) for key, etag in self.select(query))
        return {key: int(s[1]) for key, s in states if len(s) > 1 and s[1].isdecimal()}

    # The dossier.

    def head(self, language: str, root: Path) -> Dossier:
        """Return the dossier in ``language`` with its entries' names alone, and nothing else in it.

        Problems name files in ``root``.
        """
        if language not in self._heads:
            stored: StoredHead = self.meta(f"head {language}", StoredHead)
            head = stored.dossier(root)
            problems = self.problems(root)
            self._heads[language] = head._replace(problems=(*head.problems, *problems))
        return self._heads[language]

    def problems(self, root: Path) -> list[Problem]:
        """Return what is wrong in the documents' files, named in ``root``."""
        found: list[StoredProblem] = []
        for (data,) in self.select("SELECT problems FROM file WHERE problems != x'' ORDER BY name"):
            found += unpack(tuple[StoredProblem, ...], data)
        return [problem.problem(root) for problem in found]

    def entries(self, language: str) -> tuple[Entry, ...]:
        """Return the glossary in ``language``."""
        found: tuple[Entry, ...] = self.meta(f"entries {language}", tuple[Entry, ...])
        return found

    def position(self, key: str) -> int | None:
        """Return a document's number in reading order, from 0."""
        found = self.select("SELECT position FROM document WHERE key = ?", key)
        return number_of(found[0][0]) if found else None

    def keys(self, start: int = 0, stop: int | None = None) -> list[str]:
        """Return the ids of documents in reading order."""
        stop = self.count if stop is None else stop
        query = "SELECT key FROM document WHERE position >= ? AND position < ? ORDER BY position"
        return ids_of(key for (key,) in self.select(query, start, stop))

    def rows(self, language: str, start: int, stop: int) -> list[Row]:
        """Return what a list shows of the documents from ``start`` up to ``stop``."""
        query = (
            "SELECT row.data FROM document JOIN row ON row.document = document.id"
            " AND row.language = ? WHERE position >= ? AND position < ? ORDER BY position"
        )
        return [unpack(Row, data) for (data,) in self.select(query, language, start, stop)]

    def document(self, key: str, language: str, *, added: bool = True) -> Document | None:
        """Return a document in ``language``, with the texts that it has in that language.

        ``added``: with what the editors add to it.
        """
        query = (
            "SELECT data FROM body JOIN document ON document.id = body.document"
            " WHERE key = ? AND language = ?"
        )
        found = self.select(query, key, language)
        if not found and self.position(key) is not None:
            raise IndexDamagedError(key)  # every document has one in each language
        if not found:
            return None
        document: Document = unpack(Document, found[0][0])
        if not added:
            return document
        about = self.added(language, key)
        return document._replace(discrepancies=about.discrepancies, notes=about.notes)

    def verdicts(self, key: str, language: str, made_of: str) -> "tuple[Verdict, ...] | None":
        """Return what was found of a document's claims; ``None`` where that is not stored."""
        found = self.select(VERDICT, key, language, made_of)
        return verdicts_of(found[0][0]) if found else None

    def added(self, language: str, key: str = "") -> Added:
        """Return what the editors add in ``language``; with ``key`` what concerns a document."""
        found = self.select("SELECT data FROM meta WHERE name = ?", f"added {language} {key}")
        added: Added = unpack(Added, found[0][0]) if found else Added()
        return added

    def with_fingerprints(self, hashes: Iterable[str]) -> list[str]:
        """Return the ids of the documents that have any of these fingerprints, in reading order."""
        found: dict[int, str] = {}
        wanted = list(dict.fromkeys(hashes))
        for part in _parts(wanted):
            marks = ",".join("?" * len(part))
            query = (
                "SELECT DISTINCT position, key FROM fingerprint"
                f" JOIN document ON document.id = fingerprint.document WHERE hash IN ({marks})"
            )
            found |= {number_of(position): str(key) for position, key in self.select(query, *part)}
        return ids_of(found[position] for position in sorted(found))

    def has_words(self) -> bool:
        """Tell whether the index was made with full-text search."""
        return bool(self.select("SELECT 1 FROM sqlite_master WHERE name = 'words'"))

    def with_words(self, words: Iterable[str]) -> list[str] | None:
        """Return the ids of the documents with a text or a title that has any of these words.

        In reading order; ``None`` where the index was made without full-text search.
        """
        return self._with_forms((word,) for word in words)

    def _with_forms(self, forms: Iterable[Sequence[str]]) -> list[str] | None:
        """Return the ids of the documents with a passage that has all words of any of these forms."""
        if not self.has_words():
            return None
        query = (
            "SELECT DISTINCT position, key FROM words JOIN passage ON passage.id = words.rowid"
            " JOIN document ON document.id = passage.document"
            " WHERE words MATCH ?"
        )
        found: dict[int, str] = {}
        asked = dict.fromkeys(frozenset(form) for form in forms)
        quoted = [
            " AND ".join('"{}"'.format(word.replace('"', '""')) for word in sorted(form))
            for form in asked
        ]
        for part in _parts(quoted):
            found |= dict(self.select(query, " OR ".join(f"({each})" for each in part)))
        return ids_of(found[position] for position in sorted(found))

    # Mentions and events.

    @property
    def mentions_of(self) -> str:
        """The digest of the terms whose mentions are stored; empty before they are."""
        return str(self.meta("mentions", str))

    def occurrences(self, entry: str, language: str) -> list[Occurrence]:
        """Return where an entry is mentioned in the texts that are shown in ``language``."""
        query = (
            "SELECT key, paragraph, form FROM mention JOIN document"
            " ON document.id = mention.document"
            " WHERE entry = ? AND language = ? ORDER BY position, number"
        )
        return [
            Occurrence(id_of(key), id_of(paragraph), sanitize(str(form)))
            for key, paragraph, form in self.select(query, entry, language)
        ]

    def events(self, language: str) -> Iterator[EventRow]:
        """Yield every event with its document, by date."""
        query = (
            "SELECT key, data FROM event JOIN document ON document.id = event.document"
            # A month stands after its days, a year after its months.
            " WHERE language = ? ORDER BY date || '~', position"
        )
        for key, data in self.select(query, language):
            yield EventRow(id_of(key), unpack(Event, data))

    # SQLite.

    def select(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows that a question in SQL has."""
        try:
            return self._connection.execute(query, values).fetchall()
        except UnicodeEncodeError:  # a name in other bytes than characters: nothing is called so
            return []
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise IndexDamagedError from error

    def _one(self, query: str, *values: object) -> tuple[Any, ...]:
        found = self.select(query, *values)
        if not found:
            raise IndexDamagedError(query)
        return found[0]


def _parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield as many values at a time as one query takes."""
    return (values[start : start + _MOST] for start in range(0, len(values), _MOST))
