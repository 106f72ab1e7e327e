"""Look entries up by any form of any of their terms, as it is typed."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.language.alphabets import in_one_alphabet
from reader.language.words import WORD, fold

if TYPE_CHECKING:
    from reader.model import Entry
    from reader.terms.matcher import Matcher

_NEAR = 0.34
_COMPARED = 40
_SCRIPTS = ("Cyrl", "Latn")
_REORDERED = 4
"""Words of a query that are tried in every order, too."""


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
        self._of_entry: dict[str, list[str]] = defaultdict(list)
        for term, id in self._terms:
            self._of_entry[id].append(term)
        self._keys = {term for term, _id in self._terms}
        self._grams: dict[str, list[int]] | None = None

    def find(self, query: str, *, limit: int = 20) -> list[Entry]:
        """Find entries for ``query``, best first; all entries for an empty one.

        First those it is a form of, then those with a form that it begins, then those with a term
        that has words beginning with its words; if there are none of these, the nearest. Nothing
        for signs without a letter or a digit. Every form of a term, its words in another order too,
        finds what the term does as it stands in the glossary.
        """
        words = _words(query)
        if not words:
            return [] if query.strip() else list(self._entries.values())[:limit]
        found = list(dict.fromkeys(self._found(query))) or self._nearest(" ".join(words))
        return [self._entries[id] for id in found if id in self._entries][:limit]

    def exact(self, query: str) -> bool:
        """Tell whether ``query`` has a hit; otherwise :meth:`find` returns the nearest."""
        return next(iter(self._found(query)), None) is not None

    def _found(self, query: str) -> Iterable[str]:
        """Yield the hits of a query, or, without any, of its words in one alphabet."""
        for written in dict.fromkeys((query, *(in_one_alphabet(query, s) for s in _SCRIPTS))):
            hits = self._hits_of_terms(_words(written))
            if (first := next(iter(hits), None)) is not None:
                yield first
                yield from hits
                return

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
            if ids := self._matcher.named_by(order):
                nearest = (self._nearest_term(order, id) for id in ids)
                return list(dict.fromkeys(term for term in nearest if term))
        return []

    def _nearest_term(self, words: Sequence[str], id: str) -> str:
        """Return the term of an entry whose words begin most as ``words`` do; "" without one."""
        joined = "".join(words)

        def alike(term: str) -> tuple[int, bool]:
            own = term.split()
            shared = max(
                sum(itertools.starmap(_shared, zip(own, words, strict=False))),
                _shared("".join(own), joined),  # U.S. is a form of US
            )
            # A letter that both have counts twice, one that only the term has against it.
            return 3 * shared - len("".join(own)), len(own) == len(words)

        return max(self._of_entry.get(id, ()), key=alike, default="")

    def _hits(self, words: list[str]) -> Iterator[str]:
        if not words:
            return
        key = " ".join(words)
        # A term as it stands in the glossary before one of which it is only a form.
        yield from (id for term, id in self._terms if term == key)
        yield from self._matcher.named_by(words)
        begun = set(self._matcher.begun_by(words))
        yield from (id for term, id in self._terms if id in begun and term.startswith(key))
        yield from (id for id in self._entries if id in begun)
        for term, id in self._terms:
            if words[0] in term and all(f" {word}" in f" {term}" for word in words):
                yield id

    def _nearest(self, key: str) -> list[str]:
        """Return entries with a term that shares most trigrams with ``key``."""
        if self._grams is None:
            self._grams = defaultdict(list)
            for number, (term, _) in enumerate(self._terms):
                for gram in _trigrams(term):
                    self._grams[gram].append(number)
        wanted = _trigrams(key)
        shared: dict[int, int] = defaultdict(int)
        for gram in wanted:
            for number in self._grams.get(gram, ()):
                shared[number] += 1
        # Most of what was typed, and then least beside it.
        close = sorted(
            (
                (
                    count / len(wanted) * 0.7 + 2 * count / (len(wanted) + len(term) + 1) * 0.3,
                    number,
                )
                for number, count in shared.items()
                if (term := self._terms[number][0])
            ),
            key=lambda scored: (-scored[0], scored[1]),
        )[:_COMPARED]
        return list(
            dict.fromkeys(self._terms[number][1] for score, number in close if score >= _NEAR)
        )


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with that are the same."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _pair in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))


def _words(text: str) -> list[str]:
    return [match[0] for match in WORD.finditer(fold(text))]


def _key(text: str) -> str:
    return " ".join(_words(text))


def _trigrams(key: str) -> set[str]:
    padded = f" {key} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}
