"""Finds the facts, entries and sentences that the verifier compares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from reader.facts.extractor import Extractor
from reader.facts.values import Asserted, Fact
from reader.verifying import moments

if TYPE_CHECKING:
    from reader.terms.matcher import Matcher


class Finder:
    """Finds what the verifier compares: in the paragraphs and in the claims of one text alike."""

    def __init__(self, matcher: Matcher | None, published: str | None) -> None:
        self.matcher = matcher
        self.published = published
        self._known: dict[str, list[Extractor]] = {}

    def _extractors(self, language: str) -> list[Extractor]:
        days = [self.published] if self.published else moments.SOME_DAYS
        if language not in self._known:
            self._known[language] = [Extractor(self.matcher, day, language or None) for day in days]
        return self._known[language]

    def facts(self, text: str, language: str = "") -> list[tuple[Fact, bool]]:
        """Return the facts of a text, and of each whether it counts from a day that is not known.

        ``language``: its code, where it is known; else the text's letters tell.
        """
        first, *more = self._extractors(language)
        found = first.facts(text)
        if not more or not any(fact.kind == "time" for fact in found):
            return [(fact, False) for fact in found]
        others = {
            (fact.start, fact.end): str(fact.value)
            for fact in more[0].facts(text)
            if fact.kind == "time"
        }
        return [(fact, _depends(fact, others)) for fact in found]

    def spans(self, texts: Sequence[str]) -> list[list[tuple[int, int, str]]]:
        """Return the mentions of entries in the paragraphs of a text that the glossary is of."""
        if self.matcher is None:
            return [[] for _ in texts]
        found = self.matcher.in_paragraphs(texts, nested=True, at_home=True)
        return [[(m.start, m.end, m.entry) for m in some] for some in found]

    def sentences(self, text: str) -> tuple[Asserted, ...]:
        """Return the sentences of a text, and how firmly each is said."""
        return self._extractors("")[0].sentences(text)


def _depends(fact: Fact, others: dict[tuple[int, int], str]) -> bool:
    """Tell whether another day of publication gives a time that differs in more than its year."""
    if fact.kind != "time":
        return False
    value, other = str(fact.value), others.get((fact.start, fact.end), "")
    return re.sub(r"\d{4}", "", value) != re.sub(r"\d{4}", "", other) or bool(
        re.fullmatch(r"\d{4}", value) and value != other
    )


def day(published: str | None) -> str | None:
    """Return the day of a date and time in ISO 8601, or ``None`` where it is not a day."""
    try:
        return date.fromisoformat(published[:10]).isoformat() if published else None
    except ValueError:
        return None
