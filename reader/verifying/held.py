"""One claim, with what it is held against, and what was found out on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from reader.facts.values import Fact
from reader.verdicts import Place
from reader.verifying.evidence import Evidence
from reader.verifying.glossary import Glossary
from reader.verifying.naming import Sources
from reader.verifying.quantities import Amount

_ADDED = re.compile(r"\[[^\[\]]*\]")
"""What the editors of a claim add to it."""
_MOST_PLACES = 5
_TOLD = 0.3
"""Of a claim with a smaller share of its words in its paragraphs nobody can say that it checks out."""
_FEW = 2


class Held:
    """A claim, ``cited`` paragraphs, what is known with them (``sources``), and with the whole text."""

    def __init__(
        self,
        claim: Evidence,
        *,
        sources: Sources,
        everywhere: Sources,
        glossary: Glossary,
    ) -> None:
        self.claim = claim
        self.cited: Sequence[Evidence] = sources.paragraphs
        self.everywhere = everywhere
        self.glossary = glossary
        self._sources = sources
        self._added = [(m.start(), m.end()) for m in _ADDED.finditer(claim.text)]
        self.checked = False
        """Something was found that rules can compare."""
        self.unknown = False
        """Something was found of which rules can't tell."""

    @property
    def paragraphs(self) -> str:
        """The ids of the cited paragraphs, to be told."""
        return ", ".join(each.id for each in self.cited)

    @cached_property
    def own(self) -> Evidence:
        """The claim without what its editors add."""
        if not self._added:
            return self.claim
        claim = self.claim
        text = _ADDED.sub(lambda found: " " * len(found[0]), claim.text)
        spans = [span for span in claim.spans if not self.is_added(span[0])]
        facts = [each for each in claim.facts if not self.is_added(each[0].start)]
        return Evidence("", text, claim.finder, spans, code=claim.code, facts=facts)

    def is_added(self, start: int) -> bool:
        """Tell whether a place of the claim is in what its editors add."""
        return any(first <= start < last for first, last in self._added)

    def sources_at(self, start: int) -> Sources:
        """Return where to look: what the editors put in brackets may stand anywhere in the text."""
        return self.everywhere if self.is_added(start) else self._sources

    def is_told(self) -> bool:
        """Tell whether enough of the claim's words stand in paragraphs of its language."""
        own = [each.content for each in self.cited if each.code == self.claim.code]
        words = self.claim.told
        if not own or len(words) < _FEW:
            return True
        return len(words & frozenset().union(*own)) >= _TOLD * len(words)

    def in_entry(self, fact: Fact) -> bool:
        """Tell whether a number or a time is part of a name, which is compared as a whole."""
        return any(
            start <= fact.start and fact.end <= end and (start, end) != (fact.start, fact.end)
            for start, end, _ in self.claim.spans
        )

    @cached_property
    def amounts(self) -> list[Amount]:
        """The numbers of the cited paragraphs."""
        return amounts_of(self.cited)

    @cached_property
    def amounts_everywhere(self) -> list[Amount]:
        """The numbers of the whole text."""
        return amounts_of(self.everywhere.paragraphs)

    def places(self, facts: Sequence[Fact]) -> tuple[Place, ...]:
        """Return where the first few of some facts of the cited paragraphs stand."""
        found = []
        for fact in facts[:_MOST_PLACES]:
            owner = next((e for e in self.cited if fact in e.own_facts), None)
            if owner is not None:
                found.append(Place(owner.id, fact.start, fact.end))
        return tuple(found)


def amounts_of(paragraphs: Iterable[Evidence]) -> list[Amount]:
    """Return the numbers of some paragraphs."""
    return [amount for each in paragraphs for amount in [*each.amounts, *each.times_over]]
