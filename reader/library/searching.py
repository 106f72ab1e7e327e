"""What a collection is searched by: its index, and what is not in it read through.

One :class:`Searching` is kept as long as the collection, so that what a query needs is prepared once.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol
from weakref import WeakKeyDictionary

from reader.language.words import WORD, fold
from reader.library import search_index
from reader.library.index import Index
from reader.library.search import Hit, Indexed, Search, Searched, StoredMentions
from reader.library.search_paragraphs import lit
from reader.library.search_query import Named, parse, unknown_entry
from reader.library.search_terms import Condition, conditions, of_entry
from reader.library.snippets import Ranges
from reader.library.vocabulary import Vocabulary
from reader.model import Document, Entry, Mention
from reader.terms import inflections
from reader.terms.query import Inflect

if TYPE_CHECKING:
    from reader.model import Dossier
    from reader.terms.lookup import LookUp
    from reader.terms.matcher import Matcher

_LONGEST_WAIT = 5_000_000
"""Characters of an opened article that are searched."""


class ToSearch(NamedTuple):
    """An index to be searched, and what gives the documents that it has in a language."""

    stored: Index
    document: Callable[[str, str], Document | None]
    stored_entries: Callable[[], Container[str]]
    """Returns the ids of the entries whose mentions the index holds."""
    at_home: bool
    """The glossary is that of its documents."""


class Searchable(Protocol):
    """What can be searched: what :class:`reader.library.collection.Collection` is for it."""

    matcher: Matcher | None

    @property
    def source(self) -> Dossier: ...

    def searched(self) -> list[ToSearch]: ...

    def opened(self) -> list[tuple[str, Document]]: ...

    def mentions(self, parts: Sequence[str], *, at_home: bool) -> list[list[Mention]]: ...

    def look_up(self) -> LookUp: ...


class _Prepared(NamedTuple):
    """What is known of an index once it has been searched."""

    has_words: bool
    vocabulary: Vocabulary
    passages: int


class Found(NamedTuple):
    """What a search found, the best first."""

    hits: tuple[Hit, ...]
    more: bool = False
    """There are more than were asked for."""
    slowly: bool = False
    """The index has no full-text search, so every text was read through."""


class Searching:
    """Searches a collection; any thread may, one at a time."""

    def __init__(self, collection: Searchable) -> None:
        self._collection = collection
        self._prepared: WeakKeyDictionary[Index, _Prepared] = WeakKeyDictionary()

    def search(
        self,
        text: str,
        language: str,
        limit: int | None = None,
        *,
        typing: bool = False,
        stop: Callable[[], bool] = lambda: False,
    ) -> Found:
        """Return the paragraphs in which a query's words stand; see :mod:`reader.library.search_query`.

        ``language`` is the reader's, whose texts come first of equal ones. ``typing``: the query's end
        is not written yet. ``stop`` tells whether nobody waits for the answer any more.

        Raises :class:`reader.library.search_query.QueryError` for a query with a mistake.
        """
        query = parse(text, typing=typing)
        if query.is_empty:
            return Found(())
        entries = [self._entry(named, language) for named in query.entries]
        wanted = None if limit is None else limit + 1
        is_typing = typing and text[-1:].isalnum()

        def asked(inflect: Inflect) -> tuple[list[Condition], list[Condition]]:
            made = conditions(query.parts, inflect, self._named, self._by_id, typing=is_typing)
            made += [Condition((of_entry(entry, inflect),)) for entry in entries]
            without = conditions(query.without, inflect, lambda _words: (), self._by_id)
            return made, without

        indexed: list[Indexed] = []
        live = [*self._live()]
        slowly = False
        for source in self._collection.searched():
            prepared = self._prepared_of(source)
            if prepared.has_words:
                made, without = asked(prepared.vocabulary.forms)
                stored = _stored_mentions(source)
                indexed.append(
                    Indexed(
                        source.stored,
                        prepared.passages,
                        source.document,
                        made,
                        without,
                        stored,
                        source.at_home,
                    )
                )
            else:
                slowly = True
                live += _every(source)
        texts_in = {searched.text.language for searched in live}
        made, without = asked(lambda word: inflections.forms(word, texts_in)) if live else ([], [])
        search = Search(query, language, self._mentions, stop)
        hits = search.hits(indexed, live, made, without, wanted)
        return Found(tuple(hits[:limit]), limit is not None and len(hits) > limit, slowly)

    def lighter(
        self, text: str, *, typing: bool = False
    ) -> Callable[[Sequence[str]], list[Ranges]]:
        """Return what finds in the paragraphs of a text where all that a query asks for stands.

        Raises :class:`reader.library.search_query.QueryError` as :meth:`search` does.
        """
        query = parse(text, typing=typing)
        typing = typing and text[-1:].isalnum()
        entries = [self._entry(named, "") for named in query.entries]
        made: list[Condition] = []
        for source in self._collection.searched():
            inflect = self._prepared_of(source).vocabulary.forms
            made += conditions(query.parts, inflect, self._named, self._by_id, typing=typing)
        if self._collection.opened():
            made += conditions(
                query.parts, inflections.forms, self._named, self._by_id, typing=typing
            )
        ids = {wording.entry for condition in made for wording in condition.wordings} - {""}
        ids |= {entry.id for entry in entries}
        patterns = [
            pattern
            for condition in made
            for wording in condition.wordings
            for pattern in wording.patterns
        ]

        def find(texts: Sequence[str]) -> list[Ranges]:
            mentions = self._mentions(texts, True) if ids else [[] for _ in texts]
            return [
                lit(
                    text,
                    [one for pattern in patterns for one in pattern.matches([text])[0]],
                    [(m.start, m.end) for m in some if m.entry in ids],
                )
                for text, some in zip(texts, mentions, strict=True)
            ]

        return find

    # What there is to be searched.

    def _prepared_of(self, source: ToSearch) -> _Prepared:
        index = source.stored
        if index not in self._prepared:
            has_words = index.has_words()
            self._prepared[index] = _Prepared(
                has_words,
                Vocabulary(index, search_index.languages(index)),
                search_index.passages(index),
            )
        return self._prepared[index]

    def _live(self) -> Iterator[Searched]:
        """Yield the texts of what is open beside the index."""
        for key, article in self._collection.opened():
            for text in article.texts:
                if sum(len(p.text) for p in text.paragraphs) <= _LONGEST_WAIT:
                    yield _searched(key, article, text.language)

    # Entries.

    def _mentions(self, parts: Sequence[str], at_home: bool) -> list[list[Mention]]:
        return self._collection.mentions(parts, at_home=at_home)

    def _named(self, words: Sequence[str]) -> Sequence[str]:
        matcher = self._collection.matcher
        return matcher.named_by(words) if matcher is not None else ()

    def _by_id(self, id: str) -> Entry | None:
        return self._collection.source.entry(id)

    def _entry(self, named: Named, language: str) -> Entry:
        """Return the entry of ``entry:``, by its id or any form of any of its terms."""
        found = self._by_id(named.text)
        ids = [*self._named([fold(word) for word in WORD.findall(named.text)])] if not found else []
        found = found or (self._by_id(ids[0]) if ids else None)
        if found is not None:
            return found
        near: list[Entry] = []
        if self._collection.matcher is not None:
            near = self._collection.look_up().find(named.text, limit=3)
        raise unknown_entry(named, [f"{entry.name(language)} ({entry.id})" for entry in near])


def _searched(key: str, document: Document, language: str) -> Searched:
    from reader.library import texts

    source = document.source
    return Searched(
        key,
        document.title,
        texts.shown(document, language),
        source.published or source.published_inferred or "",
        source.publisher or "",
    )


def _stored_mentions(source: ToSearch) -> StoredMentions:
    def stored(entry: str, document: str, language: str) -> list[tuple[str, str]] | None:
        if entry not in source.stored_entries():
            return None
        return search_index.mentions(source.stored, entry, document, language)

    return stored


def _every(source: ToSearch) -> Iterator[Searched]:
    """Yield every text of an index, one after the other."""
    languages = search_index.languages(source.stored)
    for key in source.stored.keys():  # noqa: SIM118 - an index is not a mapping
        for language in languages:
            document = source.document(key, language)
            if document is not None:
                searched = _searched(key, document, language)
                text = searched.text
                own = tuple(p for p in text.paragraphs if p.id not in text.untranslated)
                if own and text.language == language:
                    yield searched._replace(text=text._replace(paragraphs=own))
