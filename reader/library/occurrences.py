"""Where the entries of a glossary are mentioned in everything that is open.

The index has the mentions in a dossier; what it doesn't have is found when it is asked for: those in
files beside it, in own articles that were not searched yet, and of terms that the index wasn't made
for. One :class:`Occurrences` is kept as long as the collection, and forgets what has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from reader.library import index as index_
from reader.library.index import Occurrence
from reader.library.texts import IMMEDIATE

if TYPE_CHECKING:
    from reader.library.indexed import IndexedDossier
    from reader.library.own.shelf import OwnArticles
    from reader.model import Document, DocumentView, Dossier, Mention
    from reader.terms.matcher import Matcher

T = TypeVar("T")
_Found = dict[str, list[Occurrence]]
"""Occurrences by entry."""


class Mentioning(Protocol):
    """What mentions entries: what :class:`reader.library.collection.Collection` is for it."""

    matcher: Matcher | None
    own: OwnArticles

    @property
    def source(self) -> Dossier: ...

    @property
    def opened_keys(self) -> list[str]: ...

    def ask(self, question: Callable[[IndexedDossier], T]) -> T: ...

    def opened(self) -> list[tuple[str, Document]]: ...

    def is_document(self, key: str) -> bool: ...

    def view(self, key: str, language: str) -> DocumentView: ...

    def mentions(self, parts: Sequence[str], *, at_home: bool) -> list[list[Mention]]: ...


class Occurrences:
    """Finds where entries are mentioned; any thread may ask."""

    def __init__(self, collection: Mentioning) -> None:
        self._collection = collection
        self._live: dict[str, dict[str, _Found]] = {}
        """What was found because the index doesn't have it: by language, by document."""
        self._live_own: dict[str, _Found] = {}
        """What was found in own articles, in those that were searched."""

    def forget(self) -> None:
        """Forget what was found beside the index: other texts are open, or other terms."""
        self._live = {}

    def forget_own(self) -> None:
        """Forget what was found in own articles."""
        self._live_own = {}

    def of(self, entry: str, language: str) -> list[Occurrence]:
        """Return where an entry is mentioned in the texts that are shown in ``language``.

        Those of articles come first. Empty while the matcher is being made.
        """
        if self._collection.matcher is None:
            return []
        searched = self._searched(language)
        stored = [
            found
            for found in self._collection.ask(lambda dossier: dossier.occurrences(entry, language))
            if found.document not in searched
        ]
        live = [found for each in searched.values() for found in each.get(entry, ())]
        return [*self._in_order(live, stored, searched), *self._in_own(entry)]

    def _in_order(
        self, live: list[Occurrence], stored: list[Occurrence], searched: Iterable[str]
    ) -> list[Occurrence]:
        beside = {key for key, _article in self._collection.opened()}
        if not stored or beside.issuperset(searched):
            return live + stored
        places = {key: place for place, key in enumerate(self._collection.opened_keys)}
        return sorted(live + stored, key=lambda found: places.get(found.document, 0))

    @property
    def _terms(self) -> str:
        """What tells the terms of the dossier, with the reader's own entries, from all others."""
        return index_.digest(self._collection.source.entries)

    @property
    def own_have_mentions(self) -> bool:
        """Whether the mentions of the dossier's terms in all own articles are stored."""
        return self._collection.own.has_mentions(self._terms)

    def _in_own(self, entry: str) -> list[Occurrence]:
        """Return where an entry is mentioned in the reader's own articles.

        Of those whose mentions are not stored, what has all words of one of its forms is searched.
        """
        assert self._collection.matcher is not None
        if not len(self._collection.own):
            return []
        known = self._live_own
        found, searched = self._collection.own.stored(entry, self._terms)
        if searched is None:
            return found
        for key in self._collection.own.with_forms(self._collection.matcher.forms_of(entry)):
            if key in searched:
                continue
            if key not in known:
                known[key] = self._occurrences_in(key, "")
            found += known[key].get(entry, ())
        return found

    def _searched(self, language: str) -> dict[str, _Found]:
        """Find the mentions that the index doesn't have, by document and entry.

        Those are the mentions in articles and originals, and of terms that it wasn't made for.
        """
        known = self._live
        if language not in known:
            without = self._collection.ask(lambda dossier: dossier.without_mentions())
            keys = dict.fromkeys([*(key for key, _article in self._collection.opened()), *without])
            known[language] = {key: self._occurrences_in(key, language) for key in keys}
        return known[language]

    def _occurrences_in(self, key: str, language: str) -> _Found:
        found: _Found = {}
        paragraphs = self._collection.view(key, language).paragraphs
        if (
            not self._collection.is_document(key)
            and sum(len(p.text) for p in paragraphs) > IMMEDIATE
        ):
            return found
        at_home = self._collection.is_document(key)
        mentions = self._collection.mentions([p.text for p in paragraphs], at_home=at_home)
        for paragraph, each in zip(paragraphs, mentions, strict=True):
            for m in each:
                found.setdefault(m.entry, []).append(Occurrence(key, paragraph.id, m.text))
        return found
