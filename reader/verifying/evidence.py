"""What a paragraph bears out: its facts, words and sentences, found once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reader.facts import quotations, signals, statements
from reader.facts.language import Language, of_text
from reader.facts.language import language as language_of
from reader.facts.quotations import Quoted
from reader.facts.values import Asserted, Fact
from reader.language.words import WORD, fold
from reader.verifying import lexicon, moments, quantities
from reader.verifying.moments import Moment
from reader.verifying.quantities import Amount
from reader.verifying.stems import content_of, forms

if TYPE_CHECKING:
    from reader.verifying.finder import Finder

_CLAUSE = re.compile(
    r"[;:—–(]|,(?!\d)|\b(?:and|but|while|who|whose|which|after|because|although|though|when|а|но|однако)\s"
)
_SHORTEST = 3
_FEW = 3
_NEAR = 8
"""Characters between two numbers of which the second may have the unit of the first."""
_LENGTH = re.compile(r"P(?=\d|T)T?(\d+(?:\.\d+)?)([YMWDHS])")
_MOSTLY = 0.7
_JOINING = frozenset(("and", "or", "и", "или"))
_OPENING = frozenset(["that", "but", "while", "а", "но", "что"])


class Word(NamedTuple):
    """A word of a text as it is compared, and where it stands."""

    folded: str
    start: int
    end: int
    capital: bool


class Clause(NamedTuple):
    """Part of a sentence, with how firmly it is said."""

    start: int
    end: int
    said: Asserted


class Evidence:
    """A paragraph, or a claim, with what is found in it."""

    def __init__(
        self,
        id: str,
        text: str,
        finder: Finder,
        spans: Sequence[tuple[int, int, str]] | None = None,
        *,
        code: str = "",
        facts: list[tuple[Fact, bool]] | None = None,
    ) -> None:
        self.id = id
        self.text = text
        self.code = code or of_text(text)
        self._told = code
        self.finder = finder
        self._spans = spans
        self._facts = facts

    @cached_property
    def language(self) -> Language:
        """The rules of its language."""
        return language_of(self.code)

    @cached_property
    def facts(self) -> list[tuple[Fact, bool]]:
        if self._facts is not None:
            return self._facts
        return self.finder.facts(self.text, self._told)

    @cached_property
    def own_facts(self) -> frozenset[Fact]:
        """Its facts, to be asked whether one is its own."""
        return frozenset(fact for fact, _ in self.facts)

    @cached_property
    def spans(self) -> list[tuple[int, int, str]]:
        """Mentions of the glossary's entries, those inside others after them."""
        if self._spans is not None:
            return list(self._spans)
        return self.finder.spans([self.text])[0]

    @cached_property
    def entries(self) -> frozenset[str]:
        return frozenset(entry for _, _, entry in self.spans)

    @cached_property
    def amounts(self) -> list[Amount]:
        return [
            quantities.amount(self._compared(fact))
            for fact, _ in self.facts
            if fact.kind == "number"
        ]

    def _compared(self, fact: Fact) -> Fact:
        """Return a number with what a verb before it says: превысил, exceeded."""
        if fact.cmp:
            return fact
        before = [word.folded for word in self.words if word.end <= fact.start][-1:]
        over = any(map(lexicon.listed(self.code, "exceeding").has, before))
        return fact._replace(cmp=">") if over else fact

    @cached_property
    def times_over(self) -> list[Amount]:
        """What it says to be so many times another: twice."""
        found = lexicon.multiples(self.code)
        return [
            quantities.amount(
                Fact(
                    w.start, w.end, self.text[w.start : w.end], "number", found[w.folded], unit="x"
                )
            )
            for w in self.words
            if w.folded in found
        ]

    def after(self, place: int, count: int = 2) -> list[Word]:
        """Return the words that follow a place."""
        return [word for word in self.words if word.start >= place][:count]

    @cached_property
    def moments(self) -> list[Moment]:
        return [
            moments.moment(fact, relative=relative, published=self.finder.published is not None)
            for fact, relative in self.facts
            if fact.kind == "time"
        ]

    @cached_property
    def lengths(self) -> dict[int, tuple[float, str]]:
        """Its lengths of time as a count and a unit, by where they begin.

        «From eleven weeks to six» has two.
        """
        found: dict[int, tuple[float, str]] = {}
        for fact, _ in self.facts:
            length = _LENGTH.fullmatch(str(fact.value)) if fact.kind == "time" else None
            if length is None:
                continue
            found[fact.start] = float(length[1]), length[2]
            for each in self.amounts:
                if each.unit is None and len(each.values) == 1 and _are_near(each.fact, fact):
                    found[each.fact.start] = each.values[0], length[2]
        return found

    @cached_property
    def names(self) -> list[Fact]:
        return [fact for fact, _ in self.facts if fact.kind == "name"]

    @cached_property
    def words(self) -> list[Word]:
        return [
            Word(fold(match[0]), match.start(), match.end(), match[0][0].isupper())
            for match in WORD.finditer(self.text)
        ]

    @cached_property
    def folded(self) -> frozenset[str]:
        """Its words, those of other forms of a Russian one among them."""
        return frozenset(form for word in self.words for form in forms(word.folded))

    @cached_property
    def capitals(self) -> dict[str, Word]:
        """Its words with a capital, the first of each."""
        found: dict[str, Word] = {}
        for word in self.words:
            if word.capital:
                found.setdefault(word.folded, word)
        return found

    @cached_property
    def by_beginning(self) -> dict[str, set[str]]:
        """Its words by their first four letters."""
        found: dict[str, set[str]] = {}
        for word in self.words:
            found.setdefault(word.folded[:4], set()).add(word.folded)
        return found

    @cached_property
    def plain_words(self) -> list[str]:
        """Its words, folded, in order."""
        return [word.folded for word in self.words]

    @cached_property
    def denies(self) -> bool:
        """Tell whether it has a word that denies anything."""
        lists = [lexicon.listed(self.code, name) for name in ("negations", "refusals", "denials")]
        words = frozenset(self.plain_words)
        return any(listed.words & words or any(map(listed.has, words)) for listed in lists)

    @cached_property
    def spoken(self) -> list[list[str]]:
        """The words of each stretch in quotation marks."""
        return [
            [fold(match[0]) for match in WORD.finditer(self.text, q.start, q.end)]
            for q in self.marked
        ]

    @cached_property
    def keys(self) -> set[str]:
        """What it names of what languages have words of their own for."""
        return set().union(*self.keyed.values())

    @cached_property
    def keyed(self) -> dict[int, set[str]]:
        """The keys of names that each word has, alone or in a phrase, by where it begins."""
        found = lexicon.keys(self.code, "names").by_word(self.plain_words)
        return {word.start: keys for word, keys in zip(self.words, found, strict=True) if keys}

    @cached_property
    def short_names(self) -> set[str]:
        """The given names among its words, short or full."""
        return lexicon.keys(self.code, "diminutives").in_words(list(self.capitals))

    @cached_property
    def senses(self) -> set[str]:
        """What its words mean, as far as languages share the keys of that."""
        return lexicon.keys(self.code, "senses").in_words([word.folded for word in self.words])

    @cached_property
    def unnamed(self) -> frozenset[str]:
        """The words that mean something and stand in no mention of an entry."""
        words = (
            word.folded
            for word in self.words
            if not any(start <= word.start < end for start, end, _ in self.spans)
        )
        return content_of(words, self.code)

    def opens_clause(self, at: int) -> bool:
        """Tell whether a word begins a clause and is not one of several: who acts there."""
        place = next((n for n, word in enumerate(self.words) if word.start == at), 0)
        before = self.words[place - 1] if place else None
        after = self.words[place + 1].folded if place + 1 < len(self.words) else ""
        if after in _JOINING:
            return False
        if before is None or before.folded in _OPENING:
            return True
        return any(sign in self.text[before.end : at] for sign in ".,;:—–(«“")

    @cached_property
    def content(self) -> frozenset[str]:
        """The words that mean something, as beginnings by which their forms are alike."""
        return content_of((word.folded for word in self.words), self.code)

    @cached_property
    def told(self) -> frozenset[str]:
        """The words that mean something and are not part of a number, a time or a name."""
        facts = [(f.start, f.end) for f, _ in self.facts if f.kind != "quote"]
        words = (
            word.folded
            for word in self.words
            if not any(start <= word.start < end for start, end in facts)
        )
        return content_of(words, self.code)

    @cached_property
    def marked(self) -> list[Quoted]:
        """What stands in quotation marks."""
        return quotations.marked(self.text)

    @cached_property
    def sentences(self) -> tuple[Asserted, ...]:
        return self.finder.sentences(self.text)

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses of its sentences; each is said as firmly as its own words say.

        What only tells who says something is none.
        """
        found = []
        for sentence in self.sentences:
            for start, end in self._parts(sentence):
                if not self._only_attributes(start, end, sentence):
                    said = statements.asserted(self.text, (start, end), (), self.language)
                    found.append(Clause(start, end, self._without_times(said)))
        return found

    def _parts(self, sentence: Asserted) -> list[tuple[int, int]]:
        """Return the parts of a sentence; what has no verb belongs to the part beside it."""
        parts: list[tuple[int, int]] = []
        at = sentence.start
        apart = True
        for gap in [*_CLAUSE.finditer(self.text, sentence.start, sentence.end), None]:
            end = gap.start() if gap else sentence.end
            joins = (
                not apart and parts and not (self._has_verb(at, end) and self._has_verb(*parts[-1]))
            )
            if joins and self._begins_open(at, end) and self._has_verb(*parts[-1]):
                # …, possibly after a collision: what came before stands firm.
                joins = False
            if joins:
                parts[-1] = (parts[-1][0], end)
            else:
                parts.append((at, end))
            apart = gap is None or gap[0] in ";:"
            at = gap.end() if gap else end
        return [(start, end) for start, end in parts if end - start > _SHORTEST]

    def _begins_open(self, start: int, end: int) -> bool:
        """Tell whether a part of a sentence begins with a word that leaves it open: possibly."""
        first = WORD.search(self.text, start, end)
        if first is None:
            return False
        found = signals.find(self.text, first.start(), end, self.language)[:1]
        return any(
            each.start == first.start() and not each.signal.attributes for each in found
        ) and not self._has_verb(start, end)

    def _has_verb(self, start: int, end: int) -> bool:
        words = [fold(match[0]) for match in WORD.finditer(self.text, start, end)]
        tense = self.language.tense.tense
        return any(tense(words, place) in ("p", "f", "n") for place in range(len(words)))

    def _only_attributes(self, start: int, end: int, sentence: Asserted) -> bool:
        """Tell whether a part of a sentence has little but who says the rest: she told reporters."""
        cue, speaker = sentence.cue, sentence.speaker
        if cue is None or speaker is None or not start <= cue.start < end:
            return False
        if (end - start) > _MOSTLY * (sentence.end - sentence.start):
            return False
        spans = [(each.start, each.end) for each in (cue, speaker)]
        rest = [
            match
            for match in WORD.finditer(self.text, start, end)
            if not any(a <= match.start() < b for a, b in spans)
        ]
        return len(rest) <= _FEW

    def _without_times(self, said: Asserted) -> Asserted:
        """Return what is said without hedges that are part of a time: 4 May."""
        times = [fact for fact, _ in self.facts if fact.kind == "time"]
        inside = [h for h in said.hedges if any(t.start <= h.start < t.end for t in times)]
        if inside and len(inside) == len(said.hedges):
            return said._replace(status="done", hedges=())
        return said


def _are_near(one: Fact, other: Fact) -> bool:
    first, second = sorted((one, other), key=lambda fact: fact.start)
    return second.start - first.end <= _NEAR
