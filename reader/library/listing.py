"""The list of articles as columns: what it is filtered, put in order and grouped by.

Ten thousand articles are read in some hundredths of a second and take a few megabytes. Rows are
asked of the collection as they come into view, by the places that this has chosen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.language.words import WORD, fold

if TYPE_CHECKING:
    from reader.library.collection import Collection
    from reader.library.index import Row
    from reader.library.search_query import Named


class Listing(NamedTuple):
    """Columns, an article a place: places are those of the collection's list."""

    language: str
    keys: Sequence[str]
    titles: Sequence[str]
    """The words of each title, normalized, with a space before each word and after the last."""
    publishers: Sequence[str]
    """As they are shown; empty for none."""
    days: Sequence[str]
    """ISO 8601, as far as they are known; empty for none."""
    languages: Sequence[str]
    """Those in which articles were written."""
    came: Sequence[int]
    """When each came, or was changed last, in nanoseconds since 1970; 0 where that isn't known."""

    @property
    def places(self) -> Mapping[str, int]:
        """The place of each key."""
        return {key: place for place, key in enumerate(self.keys)}


def listing(collection: Collection, language: str) -> Listing:
    """Return the list of a collection, as it is shown in ``language``."""
    rows = collection.rows(language, 0, len(collection))
    came = collection.came()
    written = _written(collection, language)
    return Listing(
        language,
        [row.key for row in rows],
        [words_of(row.title) for row in rows],
        [row.publisher or "" for row in rows],
        [(row.published or row.inferred or "")[:10] for row in rows],
        [written.get(row.key, row.language) for row in rows],
        [came.get(row.key, 0) for row in rows],
    )


def words_of(text: str) -> str:
    """Return the words of a text, normalized, with a space before each and after the last."""
    words = WORD.findall(fold(text))
    return f" {' '.join(words)} " if words else ""


def _written(collection: Collection, language: str) -> dict[str, str]:
    """Return the languages of documents whose text in ``language`` is a translation."""
    documents = len(collection.opened_keys)
    found: dict[str, str] = {}
    for code in collection.languages if documents else ():
        if code != language:
            rows: list[Row] = collection.rows(code, 0, documents)
            found |= {row.key: row.language for row in rows if row.text != "translation"}
    for row in collection.rows(language, 0, documents):
        if row.text != "translation":
            found[row.key] = row.language
    return found


# What the reader has done with articles, and where entries are mentioned.


class Done(NamedTuple):
    """What the reader has done: the keys of articles."""

    opened: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()


def done(collection: Collection) -> Done:
    """Return which articles were opened, and which have a mark, a note or a selected claim."""
    return Done(_opened(collection), _marked(collection))


def _opened(collection: Collection) -> frozenset[str]:
    from reader.kept.opened import OpenedArticles
    from reader.state import key

    found = {article.key for article in OpenedArticles().values()}
    found |= {article.key for article in OpenedArticles(key(collection.root)).values()}
    # A file that was opened beside the dossier is being read.
    return frozenset((*found, *collection.files.paths))


def _marked(collection: Collection) -> frozenset[str]:
    from reader.kept.marks import Marks
    from reader.kept.tray import Tray
    from reader.library.noting import Notes

    id = collection.source.id
    named = {mark.document for mark in Marks(id).values()}
    named |= {claim.document for claim in Tray(id).values()}
    named |= {note.document for note in Notes(collection).all()}
    found = {name for name in named if not name.startswith("/")}
    for name in named - found:
        if (key := collection.key_of(Path(name))) is not None:
            found.add(key)
    return frozenset(found)


def mentioning(collection: Collection, named: Named, language: str) -> frozenset[str]:
    """Return the keys of the articles that mention an entry, named by its id or any of its terms.

    Takes the time of reading those that may mention it. Raises
    :class:`reader.library.search_query.QueryError` where the glossary has no such entry.
    """
    matcher = collection.wait_for_matcher()
    entry = collection.source.entry(named.text)
    ids = [entry.id] if entry is not None else []
    if not ids and matcher is not None:
        ids = [*matcher.named_by([fold(word) for word in WORD.findall(named.text)])]
    if not ids:
        from reader.library.search_query import unknown_entry

        near = collection.look_up().find(named.text, limit=3) if matcher is not None else []
        raise unknown_entry(named, [f"{each.name(language)} ({each.id})" for each in near])
    found = {o.document for id in ids for o in collection.occurrences(id, language)}
    return frozenset(found)
