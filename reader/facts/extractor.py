"""The extractor: a paragraph becomes its facts, and its sentences with who says them."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING

from reader.facts import names, numbers, quotations, sentences, statements, times
from reader.facts.language import Language, of_text
from reader.facts.language import language as language_of
from reader.facts.quotations import Quoted
from reader.facts.tokens import tokenize
from reader.facts.values import Asserted, Fact, Span

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
        quotes, bounds = _parted(text)
        named = times.Named()
        for start, end in bounds:
            tokens = tokenize(
                text, start, end, language.words, comma_decimal=language.comma_decimal
            )
            some, items, named = times.find(text, tokens, language, self._published, named)
            found += [_time(text, time) for time in some]
            spoken = _of_sentence(text, quotes, (start, end), language)
            titles = _titles(text, quotes, (start, end), spoken)
            found += [
                _number(text, each)
                for each in numbers.find(text, items, language)
                if not any(title.start <= each.start < title.end for title in titles)
            ]
            for quote in spoken:
                found.append(Fact(quote.start, quote.end, text[quote.start : quote.end], "quote"))
        found = self._with_speakers(text, found, quotes, bounds, language)
        for name in names.find(text, bounds, language, self._matcher):
            written = text[name.start : name.end]
            found.append(
                Fact(name.start, name.end, written, "name", name.skeleton, entry=name.entry)
            )
        return tuple(sorted(found, key=lambda fact: (fact.start, -fact.end)))

    def sentences(self, text: str) -> tuple[Asserted, ...]:
        """Return the sentences of a paragraph, who says each, and how firmly."""
        language = language_of(self._language or of_text(text))
        quotes, bounds = _parted(text)
        return tuple(
            statements.asserted(text, bound, _of_sentence(text, quotes, bound, language), language)
            for bound in bounds
        )

    def _with_speakers(
        self,
        text: str,
        found: list[Fact],
        quotes: list[Quoted],
        bounds: list[tuple[int, int]],
        language: Language,
    ) -> list[Fact]:
        """Give each quotation its speaker."""
        if not any(fact.kind == "quote" for fact in found):
            return found
        speakers: dict[int, Span | None] = {}
        previous: Span | None = None
        for bound in bounds:
            spoken = _of_sentence(text, quotes, bound, language)
            speaker = None
            if spoken:
                speaker = statements.asserted(text, bound, spoken, language).speaker
                if speaker is None and _goes_on(spoken[0], bound):
                    speaker = previous
                speakers |= {quote.start: speaker for quote in spoken}
            previous = speaker
        return [
            fact._replace(speaker=speakers.get(fact.start)) if fact.kind == "quote" else fact
            for fact in found
        ]


def _parted(text: str) -> tuple[list[Quoted], list[tuple[int, int]]]:
    """Return what stands in quotation marks, and the sentences."""
    quotes = quotations.marked(text)
    inside = [(q.outer_start, q.outer_end) for q in quotes if not q.unclosed]
    return quotes, sentences.split(text, inside)


def _of_sentence(
    text: str, quotes: list[Quoted], bound: tuple[int, int], language: Language
) -> list[Quoted]:
    """Return the quoted speech of a sentence."""
    if not quotes:
        return []
    first, last = (bisect_left(quotes, at, key=_outer_start) for at in bound)
    return [q for q in quotes[first:last] if quotations.is_speech(text, q, bound, language)]


def _titles(
    text: str, quotes: list[Quoted], bound: tuple[int, int], spoken: list[Quoted]
) -> list[Quoted]:
    """Return the names in quotation marks of a sentence, whose words count nothing: «12 стульев»."""
    first, last = (bisect_left(quotes, at, key=_outer_start) for at in bound)
    return [q for q in quotes[first:last] if q not in spoken and quotations.is_title(text, q)]


def _goes_on(quote: Quoted, bound: tuple[int, int]) -> bool:
    """Tell whether a sentence is nothing but more of what the one before it quotes."""
    return quote.led is not None or (quote.outer_start, quote.outer_end) == bound


def _outer_start(quote: Quoted) -> int:
    return quote.outer_start


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
        time.anchor,
    )
