"""The tense of the verb that an expression of time goes with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

from reader.facts.grammar import Item


class TenseRules(Protocol):
    """What a language's pack tells of its verbs; see ``terms/languages/ru/facts/tense.py``."""

    BOUNDARIES: frozenset[str]
    LAST_VERB_FIRST: bool
    PURPOSE_AFTER: bool
    PRESENT_TELLS: bool
    AHEAD: frozenset[str]
    ARRANGED_BY_PRESENT: frozenset[str]

    def tense(self, words: Sequence[str], place: int) -> str: ...

    def puts_off(self, word: str) -> bool: ...

    def agrees(self, word: str) -> bool: ...

    def succeeded(self, word: str) -> bool: ...

    def was_arranged(self, word: str) -> bool: ...

    def holds(self, words: Sequence[str], place: int) -> bool: ...

    def told(self, words: Sequence[str], first: int, last: int) -> str: ...

    def names_event(self, words: Sequence[str], verb: int, first: int, last: int) -> bool: ...

    def without_verb(self, words: Sequence[str]) -> str: ...


_FAR = 60
"""Words among which a verb is looked for."""
_NAMES = {"p": "past", "f": "future", "n": "present"}


class Tenses:
    """The verbs of a sentence: looked for when they are asked for."""

    def __init__(self, text: str, tokens: Sequence[Item], rules: TenseRules) -> None:
        self._text = text
        self._tokens = tokens
        self._rules = rules
        self._codes: dict[int, str] = {}
        self._starts = [token.start for token in tokens]

    @cached_property
    def _words(self) -> list[str]:
        text = self._text
        return [
            text[t.start : t.end].lower().replace("ё", "е").replace("’", "'") for t in self._tokens
        ]

    @cached_property
    def _edges(self) -> list[int]:
        """Tokens after which a clause may begin."""
        boundaries = self._rules.BOUNDARIES
        return [i for i, word in enumerate(self._words) if word in boundaries]

    def at(self, start: int, end: int) -> str:
        """Return the tense of the verb nearest to the text between two offsets.

        ``past``, ``present``, ``future``, ``scheduled`` for a present before what is to come,
        ``nearest`` for what lies nearest to publication, before it or after it, or "".
        """
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        if told := self._rules.told(self._words, first, last):
            return told
        edges = self._edges
        before_it, after_it = bisect_left(edges, first), bisect_left(edges, last)
        low = edges[before_it - 1] + 1 if before_it else 0
        high = edges[after_it] if after_it < len(edges) else len(self._words)
        before = self._verb(range(first - 1, low - 1, -1))
        after = self._verb_after(last, high)
        if before is None and after is None:
            before = self._verb(range(low - 1, -1, -1))
            after = self._verb_after(high, len(self._words))
        named = before is not None and self._rules.names_event(self._words, before, first, last)
        if named:
            before = None  # to appeal Wednesday's ruling: the infinitive is of the appeal
        verb = self._nearer(before, after, first, last)
        if verb is None:
            return "past" if named else self._rules.without_verb(self._words)
        return self._tense_of(verb, low, first)

    def _nearer(self, before: int | None, after: int | None, first: int, last: int) -> int | None:
        if before is None or after is None:
            return after if before is None else before
        if self._rules.LAST_VERB_FIRST:
            return before
        return before if first - before <= after - last + 1 else after

    def _verb(self, places: Sequence[int]) -> int | None:
        return next((i for i in places[:_FAR] if self._code(i)), None)

    def _verb_after(self, start: int, end: int) -> int | None:
        places = range(start, end)
        if self._rules.PURPOSE_AFTER:
            # Met on Monday to discuss: what for, and not when.
            return next((i for i in places[:_FAR] if self._code(i) not in ("", "i")), None)
        return self._verb(places)

    def _code(self, place: int) -> str:
        found = self._codes.get(place)
        if found is None:
            found = self._codes[place] = self._rules.tense(self._words, place)
        return found

    def _tense_of(self, verb: int, low: int, first: int) -> str:
        code = self._code(verb)
        if code == "i":
            governor = self._verb(range(verb - 1, max(low - 1, -1), -1))
            if governor is None:
                return "future"
            word = self._words[governor]
            if self._code(governor) != "p":
                return "future"
            if self._rules.was_arranged(word):
                return "nearest"
            return "past" if self._rules.succeeded(word) else "future"
        present = self._rules.ARRANGED_BY_PRESENT
        if (
            code == "n"
            and verb < first
            and not present.isdisjoint(self._words[verb - 1 : verb + 1])
        ):
            return "scheduled"
        if code == "p" and verb < first - 2 and self._rules.agrees(self._words[verb]):
            return "future"
        ahead_of = self._rules.puts_off(self._words[verb]) or self._rules.holds(self._words, verb)
        if code == "p" and verb < first and ahead_of:
            ahead = not self._rules.AHEAD.isdisjoint(self._words[first - 1 : first + 1])
            return "future" if ahead else "past"
        if code == "n" and not self._rules.PRESENT_TELLS:
            return ""
        return _NAMES.get(code, "")
