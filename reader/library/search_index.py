"""Passages of an index that a search may find, the best first: what SQLite is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.library.index import Index
from reader.library.packing import id_of, number_of
from reader.library.search_query import Query

MOST_RANKED = 20_000
"""Passages with words of a query above which the latest are taken: such words tell nothing."""


class Place(NamedTuple):
    """A passage: a paragraph of a document in a language, or, without an id, its title."""

    document: str
    language: str
    paragraph: str
    published: str
    position: int


_PLACE = "d.key, p.language, p.paragraph, ifnull(d.published, ''), d.position"
_FROM = (
    " FROM words JOIN passage AS p ON p.id = words.rowid JOIN document AS d ON d.id = p.document"
)


def places(
    index: Index, match: str, query: Query, without: str = "", limit: int | None = None
) -> list[Place]:
    """Return the passages with what ``match`` (for FTS5) asks for, as the index ranks them.

    ``without``: no passage of the document has that. ``query``: what else is asked of documents.
    """
    where, values = _filters(query, without)
    rank = "rank" if _count(index, match, MOST_RANKED) < MOST_RANKED else "words.rowid DESC"
    asked = f"SELECT {_PLACE}{_FROM} WHERE words MATCH ?{where} ORDER BY {rank} LIMIT ?"
    return _places(index, asked, match, *values, -1 if limit is None else limit)


def scattered(
    index: Index, matches: Sequence[str], query: Query, without: str, limit: int | None
) -> list[tuple[str, str]]:
    """Return the documents, each with a language, that have all of ``matches`` in some passage."""
    where, values = _filters(query, without)
    one = f"SELECT d.position, d.key, p.language{_FROM} WHERE words MATCH ?{where}"
    asked = " INTERSECT ".join([one] * len(matches)) + " ORDER BY 1 LIMIT ?"
    each = [value for match in matches for value in (match, *values)]
    found = index.select(asked, *each, -1 if limit is None else limit)
    return [(id_of(key), id_of(language)) for _position, key, language in found]


def first_places(
    index: Index, query: Query, language: str, without: str, limit: int | None
) -> list[Place]:
    """Return the first paragraph of each document that is as the query asks, the latest first.

    ``language`` comes first of several; ``without`` as in :func:`places`.
    """
    where, values = _filters(query, without)
    languages, of_languages = _of_languages(query, "q")
    asked = (
        f"SELECT {_PLACE} FROM document AS d JOIN passage AS p ON p.id ="
        f" (SELECT q.id FROM passage AS q WHERE q.document = d.id AND q.paragraph != ''{languages}"
        " ORDER BY q.language != ?, q.id LIMIT 1)"
        f" WHERE 1{where} ORDER BY d.published DESC LIMIT ?"
    )
    most = -1 if limit is None else limit
    return _places(index, asked, *of_languages, language, *values, most)


def count(index: Index, match: str) -> int:
    """Return how many passages have what ``match`` asks for."""
    return _count(index, match, 2**40)


def passages(index: Index) -> int:
    """Return how many passages there are."""
    return number_of(index.select("SELECT count(*) FROM passage")[0][0])


def mentions(index: Index, entry: str, document: str, language: str) -> list[tuple[str, str]]:
    """Return the paragraphs in which an entry is mentioned, each with the form that stands there."""
    asked = (
        "SELECT paragraph, form FROM mention WHERE entry = ? AND language = ?"
        " AND document = (SELECT id FROM document WHERE key = ?)"
    )
    found = index.select(asked, entry, language, document)
    return [(id_of(paragraph), str(form)) for paragraph, form in found]


def languages(index: Index) -> tuple[str, ...]:
    """Return the languages of the texts that are in an index."""
    found = index.select("SELECT DISTINCT language FROM passage")
    return tuple(id_of(language) for (language,) in found)


def _count(index: Index, match: str, most: int) -> int:
    asked = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"
    return number_of(index.select(asked, match, most)[0][0])


def _places(index: Index, asked: str, *values: object) -> list[Place]:
    return [
        Place(id_of(key), id_of(language), id_of(paragraph), str(published), number_of(position))
        for key, language, paragraph, published, position, *_ in index.select(asked, *values)
    ]


def _filters(query: Query, without: str) -> tuple[str, list[object]]:
    """Return what is asked of documents as SQL that follows a condition, and its values."""
    where: list[str] = []
    values: list[object] = []
    if query.languages:
        of_languages, codes = _of_languages(query, "p")
        where.append(of_languages.removeprefix(" AND "))
        values += codes
    if query.publishers:
        where.append(f"({' OR '.join(['instr(d.publisher, ?)'] * len(query.publishers))})")
        values += query.publishers
    if query.after:
        where.append("d.published >= ?")
        values.append(query.after)
    if query.before:
        where.append("d.published < ?")
        values.append(query.before)
    if without:
        where.append(
            "d.id NOT IN (SELECT document FROM passage WHERE id IN"
            " (SELECT rowid FROM words AS w WHERE w.words MATCH ?))"
        )
        values.append(without)
    return "".join(f" AND {each}" for each in where), values


def _of_languages(query: Query, passage: str) -> tuple[str, Sequence[str]]:
    """Return that a passage is in a language that is asked for, as :func:`_filters` does."""
    if not query.languages:
        return "", ()
    return f" AND {passage}.language IN ({','.join('?' * len(query.languages))})", query.languages
