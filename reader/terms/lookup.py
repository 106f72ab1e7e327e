"""Look entries up by any form of any of their terms, as it is typed."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from reader.language.alphabets import in_one_alphabet
from reader.language.keyboard import in_other_layouts
from reader.language.words import WORD, fold
from reader.terms.near import MOST_NEAR, Nearness
from reader.terms.patterns import has_rule, patterns_for, words_of

if TYPE_CHECKING:
    from reader.model import Entry, Term
    from reader.terms.matcher import Matcher

_SCRIPTS = ("Cyrl", "Latn")
_REORDERED = 4
"""Words of a query that are tried in every order, too."""
_SHORT = 3
"""Letters of a word that many others begin with."""
_RETYPED = 3
"""Signs that a query has at least to be taken for one in another keyboard layout."""


class LookUp:
    """Finds entries of a glossary for a query; ``matcher`` has all forms."""

    def __init__(self, entries: Sequence[Entry], matcher: Matcher | None = None) -> None:
        if matcher is None:
            from reader.terms import factory

            matcher = factory.matcher(entries)
        self._matcher = matcher
        self._entries = {entry.id: entry for entry in entries}
        self._terms = [
            (_key(in_one_alphabet(term.text)), entry.id)
            for entry in entries
            for terms in entry.terms.values()
            for term in terms
        ]
        self._hyphened = [
            (term.text, entry.id)
            for entry in entries
            for terms in entry.terms.values()
            for term in terms
            if "-" in term.text
        ]
        self._of_entry: dict[str, list[str]] = defaultdict(list)
        for term, id in self._terms:
            self._of_entry[id].append(term)
        self._keys = {term for term, _id in self._terms}
        self._near: Nearness | None = None

    def find(self, query: str, *, limit: int = 20) -> list[Entry]:
        """Find entries for ``query``, best first; all entries for an empty one.

        First those with a term that it is a form of, then those with a form that it begins, then
        those with a term that has its words. If there are none of the first two kinds, at most
        three that it is truly near, or none. Nothing for signs without a letter or a digit. Every
        form of a term, its words in another order too, finds what the term does as it stands in
        the glossary.
        """
        if not _words(query):
            return [] if query.strip() else list(self._entries.values())[:limit]
        found = list(dict.fromkeys(self._found(query))) or self._nearest(query)
        return [self._entries[id] for id in found if id in self._entries][:limit]

    def exact(self, query: str) -> bool:
        """Tell whether ``query`` has a hit; otherwise :meth:`find` returns what is near it."""
        return next(iter(self._found(query)), None) is not None

    def _found(self, query: str) -> Iterable[str]:
        """Yield the hits of a query, or, without any, of its words in one alphabet."""
        plain = _without_article(query)
        for written in dict.fromkeys(
            (query, *(in_one_alphabet(query, s) for s in _SCRIPTS), plain)
        ):
            hits = self._hits_of_terms(_words(written))
            if (first := next(iter(hits), None)) is not None:
                yield first
                yield from hits
                return

    def _nearest(self, query: str) -> list[str]:
        """Return the entries that a query without a hit is near: by its keys, else its words."""
        if several := self._matcher.named_by(_words(query)):
            return several[:MOST_NEAR]
        retyped = in_other_layouts(query) if len(query.strip()) >= _RETYPED else []
        for written in retyped:
            if hits := list(dict.fromkeys(self._found(written))):
                return hits[:MOST_NEAR]
        if self._near is None:
            joined = ((_key(text.replace("-", "")), id) for text, id in self._hyphened)
            self._near = Nearness([*self._terms, *joined])
        near = map(self._near.find, map(_words, (query, *retyped)))
        return next(filter(None, near), [])

    def _hits_of_terms(self, words: list[str]) -> Iterator[str]:
        """Yield the hits of the terms that ``words`` are a form of; without one, their own."""
        for term in self._named(words) or [" ".join(words)]:
            yield from self._hits(term.split())

    def _named(self, words: list[str]) -> list[str]:
        """Return the terms, normalized, that ``words`` are a form of, in any order of the words."""
        if " ".join(words) in self._keys or not words:
            return []
        orders = itertools.permutations(words) if len(words) <= _REORDERED else [words]
        for order in orders:
            if (key := " ".join(order)) in self._keys:
                return [key]
            if ids := self._named_by(order):
                nearest = (self._nearest_term(order, id) for id in ids)
                return list(dict.fromkeys(term for term in nearest if term))
        return []

    def _named_by(self, words: Sequence[str]) -> list[str]:
        """List the entries that ``words`` are a form of, but for those of which they are many.

        A bare name, of which there is only one where it is meant, is not several such things:
        working groups are not the Working Group.
        """
        return [id for id in self._matcher.named_by(words) if not self._are_many(words, id)]

    def _are_many(self, words: Sequence[str], id: str) -> bool:
        entry = self._entries.get(id)
        nearest = self._nearest_term(words, id)
        written = " ".join(words)
        return entry is not None and any(
            term.case == "capital"
            and has_rule(term)
            and written != nearest
            and written not in _singular(code, term)
            for code, terms in entry.terms.items()
            for term in terms
            if _key(in_one_alphabet(term.text)) == nearest
        )

    def _nearest_term(self, words: Sequence[str], id: str) -> str:
        """Return the term of an entry whose words begin most as ``words`` do; "" without one.

        In whichever order: of terms that are alike, the one in the order of ``words``.
        """
        joined = "".join(words)

        def alike(term: str) -> tuple[int, bool, int]:
            own = term.split()
            in_order = sum(itertools.starmap(_shared, zip(own, words, strict=False)))
            shared = max(
                sum(max(_shared(word, other) for other in words) for word in own),
                _shared("".join(own), joined),  # U.S. is a form of US
            )
            # A letter that both have counts twice, one that only the term has against it.
            return 3 * shared - len("".join(own)), len(own) == len(words), in_order

        return max(self._of_entry.get(id, ()), key=alike, default="")

    def _hits(self, words: list[str]) -> Iterator[str]:
        if not words:
            return
        key = " ".join(words)
        # A term as it stands in the glossary before one of which it is only a form.
        hits = [id for term, id in self._terms if term == key]
        named = self._named_by(words)
        begun = set(self._matcher.begun_by(words)) - set(self._matcher.named_by(words))
        hits += named
        hits += [id for term, id in self._terms if id in begun and term.startswith(key)]
        hits += [id for id in self._entries if id in begun]
        yield from hits
        if hits:
            typed = [f" {word}" if len(word) > _SHORT else f" {word} " for word in words]
            for term, id in self._terms:
                if words[0] in term and all(word in f" {term} " for word in typed):
                    yield id


@cache
def _singular(language: str, term: Term) -> frozenset[str]:
    """Return the forms of a term of which there is one only."""
    # A place is never several.
    made = patterns_for("place", language, term, "", other_languages=True)
    return frozenset(form for pattern in made for form in pattern.forms)


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with that are the same."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _pair in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))


def _without_article(query: str) -> str:
    """Return a query without the article that it begins with."""
    first, _space, rest = query.strip().partition(" ")
    return rest if rest and fold(first) in words_of("articles") else query


def _words(text: str) -> list[str]:
    return [match[0] for match in WORD.finditer(fold(text))]


def _key(text: str) -> str:
    return " ".join(_words(text))
