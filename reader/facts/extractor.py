"""The extractor: a paragraph becomes its facts, and its sentences with who says them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from reader.facts import numbers, sentences, times
from reader.facts.language import language as language_of
from reader.facts.language import of_text
from reader.facts.tokens import tokenize
from reader.facts.values import Fact

if TYPE_CHECKING:
    from reader.terms.matcher import Matcher


class Extractor:
    """Finds the facts of paragraphs of one text.

    ``matcher`` finds the names of a glossary; ``published``: the day, in ISO 8601, from which
    relative times count, which without it have no value; ``language``: ``ru``, ``en`` or ``uk``,
    else that of each paragraph's letters. Raises ``ValueError`` for a day that is none.
    """

    def __init__(
        self,
        matcher: Matcher | None = None,
        published: str | None = None,
        language: str | None = None,
    ) -> None:
        self._matcher = matcher
        self._published = date.fromisoformat(published[:10]) if published else None
        self._language = language

    def facts(self, text: str) -> tuple[Fact, ...]:
        """Return the facts of a paragraph by their place, with offsets in ``text``."""
        language = language_of(self._language or of_text(text))
        found: list[Fact] = []
        for start, end in sentences.split(text):
            tokens = tokenize(text, start, end, language.words, comma_decimal=language.comma_decimal)
            some, items = times.find(text, tokens, language, self._published)
            found += [_time(text, time) for time in some]
            found += [_number(text, each) for each in numbers.find(text, items, language)]
        return tuple(sorted(found, key=lambda fact: (fact.start, -fact.end)))


def _number(text: str, number: numbers.Number) -> Fact:
    return Fact(
        number.start,
        number.end,
        text[number.start : number.end],
        "number",
        number.value,
        approx=number.approx,
        unit=number.unit,
        cmp=number.cmp,
        vague=number.vague,
    )


def _time(text: str, time: times.Time) -> Fact:
    return Fact(
        time.start,
        time.end,
        text[time.start : time.end],
        "time",
        time.value,
        time.precision,
        time.mod,
        time.approx,
        bool(time.other),
        time.other,
    )
