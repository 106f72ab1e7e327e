"""Where the entries of a glossary are mentioned in everything that is open.

The index has the mentions in a dossier; what it doesn't have is found when it is asked for: those in
files beside it, in own articles that were not searched yet, and of terms that the index wasn't made
for. One :class:`Occurrences` is kept as long as the collection, and forgets what has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from reader.dossiers.own_places import is_own
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
        self._without: list[str] | None = None
        """The keys of what the index doesn't have the mentions of; ``None``: not asked yet."""

    def forget(self) -> None:
        """Forget what was found beside the index: other texts are open, or other terms."""
        self._live, self._without = {}, None

    def forget_own(self) -> None:
        """Forget what was found in own articles."""
        self._live_own = {}

    def of(self, entry: str, language: str) -> list[Occurrence]:
        """Return where an entry is mentioned in the texts that are shown in ``language``.

        Those of articles come first. Empty while the matcher is being made. What :meth:`waiting`
        tells is searched first, which may take seconds.
        """
        self.search(entry, language)
        return self.known(entry, language)

    def known(self, entry: str, language: str) -> list[Occurrence]:
        """Return what of :meth:`of` is known without searching a text."""
        if self._collection.matcher is None:
            return []
        searched = dict(self._live.get(language, {}))  # another thread may be at it
        stored = [
            found
            for found in self._collection.ask(lambda dossier: dossier.occurrences(entry, language))
            if found.document not in searched
        ]
        live = [found for each in searched.values() for found in each.get(entry, ())]
        return [*self._in_order(live, stored, searched), *self._in_own(entry)]

    def waiting(self, entry: str, language: str) -> list[str]:
        """Return the keys of the texts that are to be searched for an entry, and were not yet."""
        if self._collection.matcher is None:
            return []
        known = self._live.get(language, {})
        own = self._own_to_search(entry)
        return [
            *(key for key in self._beside() if key not in known),
            *(key for key in own if key not in self._live_own),
        ]

    def search(
        self,
        entry: str,
        language: str,
        progress: Callable[[int, int], object] = lambda _done, _total: None,
        stop: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Search what :meth:`waiting` tells; return whether it was all searched.

        ``progress`` is told how many of how many texts were. What was searched when ``stop`` says
        that nobody waits any longer stays known.
        """
        beside, own = self._live.setdefault(language, {}), self._live_own
        keys = self.waiting(entry, language)
        for done, key in enumerate(keys, 1):
            if stop():
                return False
            if is_own(key):
                own[key] = self._occurrences_in(key, "")
            else:
                beside[key] = self._occurrences_in(key, language)
            progress(done, len(keys))
        return True

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
        """Return where an entry is mentioned in the reader's own articles, as far as is known."""
        if not len(self._collection.own):
            return []
        found, searched = self._collection.own.stored(entry, self._terms)
        if searched is None:
            return found
        known = self._live_own
        for key in self._own_to_search(entry):
            found += known.get(key, {}).get(entry, ())
        return found

    def _own_to_search(self, entry: str) -> list[str]:
        """Return the own articles whose mentions are not stored and that have a form of an entry.

        That is all words of one of its forms.
        """
        own, matcher = self._collection.own, self._collection.matcher
        if matcher is None or not len(own):
            return []
        _found, searched = own.stored(entry, self._terms)
        if searched is None:
            return []
        return [key for key in own.with_forms(matcher.forms_of(entry)) if key not in searched]

    def _beside(self) -> list[str]:
        """Return the keys of what the index doesn't have the mentions of.

        Those are articles and originals, and what may have terms that it wasn't made for.
        """
        if self._without is None:
            without = self._collection.ask(lambda dossier: dossier.without_mentions())
            opened = (key for key, _article in self._collection.opened())
            self._without = [*dict.fromkeys([*opened, *without])]
        return self._without

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
