"""Whether a claim has somebody say what another one says in its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reader.facts.values import Asserted, Span
from reader.language.words import WORD, fold
from reader.verdicts import Place
from reader.verifying import lexicon
from reader.verifying.evidence import Evidence
from reader.verifying.stems import content_of

_MOST_SAID = 0.6
"""The share of what a claim has somebody say that a sentence of the source has."""
_FEWEST = 2


class Another(NamedTuple):
    """Who says it in the source."""

    place: Place
    text: str


class _Sentence(NamedTuple):
    """A sentence of the source, with its words that mean something."""

    source: Evidence
    said: Asserted
    words: frozenset[str]


class Speakers:
    """Who says each sentence of the paragraphs of a text, each found once."""

    def __init__(self, paragraphs: Mapping[str, Evidence]) -> None:
        self._paragraphs = paragraphs
        self._known: dict[str, list[_Sentence]] = {}

    def of(self, claim: Evidence, cites: Iterable[str]) -> Another | None:
        """Return who says in the source what a claim has another one say.

        Only paragraphs in the claim's language are looked at, and only somebody whom they name, and
        never in one sentence with who says it: of others it can't be told who they are.
        """
        every = (self._paragraphs[id] for id in cites if id in self._paragraphs)
        own = [each for each in every if each.code == claim.code]
        for said in claim.sentences if own else ():
            if said.speaker is None or _is_pointing(said.speaker, claim):
                continue
            found = _another(said, said.speaker, claim, [s for each in own for s in self._of(each)])
            if found is not None:
                return found
        return None

    def _of(self, paragraph: Evidence) -> list[_Sentence]:
        if paragraph.id not in self._known:
            self._known[paragraph.id] = [
                _Sentence(paragraph, said, _content(paragraph, said.start, said.end))
                for said in paragraph.sentences
            ]
        return self._known[paragraph.id]


def _another(
    said: Asserted, speaker: Span, claim: Evidence, source: list[_Sentence]
) -> Another | None:
    who = _content(claim, speaker.start, speaker.end)
    what = _content(claim, said.start, said.end) - who
    if said.cue is not None:
        what -= _content(claim, said.cue.start, said.cue.end)
    if not who or len(what) < _FEWEST or not source:
        return None
    scores = [len(what & sentence.words) for sentence in source]
    best = max(scores)
    if best < _MOST_SAID * len(what) or scores.count(best) > 1:
        return None
    evidence, meant, _ = source[scores.index(best)]
    theirs = meant.speaker
    if (
        theirs is None
        or _is_pointing(theirs, evidence)
        or not _names_somebody(theirs, evidence)
        or not who <= frozenset().union(*(sentence.words for sentence in source))
    ):
        return None
    named = _content(evidence, theirs.start, theirs.end)
    if any(who & sentence.words and named & sentence.words for sentence in source):
        return None
    return Another(Place(evidence.id, theirs.start, theirs.end), theirs.text)


def _names_somebody(speaker: Span, evidence: Evidence) -> bool:
    """Tell whether who speaks has a name: a ministry and a country's side may be one."""
    return any(
        fact.start < speaker.end and speaker.start < fact.end and fact.start not in evidence.keyed
        for fact in evidence.names
        if not fact.entry and not lexicon.is_common(evidence.code, fold(fact.text))
    )


def _content(evidence: Evidence, start: int, end: int) -> frozenset[str]:
    """Return the words that mean something between two places."""
    words = (word.folded for word in evidence.words if start <= word.start < end)
    return content_of(words, evidence.code)


def _is_pointing(speaker: Span, evidence: Evidence) -> bool:
    """Tell whether a pronoun says who speaks: он, they."""
    leaning = lexicon.listed(evidence.code, "leaning")
    return any(leaning.has(fold(match[0])) for match in WORD.finditer(speaker.text))
