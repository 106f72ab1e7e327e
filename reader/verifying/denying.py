"""Whether a claim says what its source denies, or denies what it says: a verb with a «not», and without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.verdicts import Place
from reader.verifying import lexicon
from reader.verifying.evidence import Evidence
from reader.verifying.stems import stem_of

_ALIKE = 2
"""What two clauses have in common, besides saying it or not, to be of one thing."""
_AS_GOOD = 0.75
_MOSTLY, _HALF = 0.75, 0.5
"""The share of a claim's clause that the source's has, where the claim denies, and where that does."""
_VERBAL = ("p", "f", "n", "i")
"""The codes of tense that verbs have."""
_FAR = 3
"""Words after a «not» among which the one that it denies is looked for."""


class Opposite(NamedTuple):
    """The words of a source that say the opposite of a claim."""

    place: Place
    text: str


class _Said(NamedTuple):
    """A clause by what it says: words that mean something, and which of them are denied."""

    words: frozenset[str]
    features: frozenset[str]
    verbs: frozenset[str]
    cues: frozenset[str]
    """The verbs by which somebody says the rest."""
    denied: frozenset[str]
    denies: bool
    """It has a word that denies, of whatever."""


_Told = tuple[Evidence, tuple[int, int], _Said]


class Opposites:
    """What the paragraphs of a text say and deny, each found once."""

    def __init__(self, paragraphs: Mapping[str, Evidence]) -> None:
        self._paragraphs = paragraphs
        self._told: dict[str, list[_Told]] = {}

    def of(self, claim: Evidence, cites: Iterable[str]) -> Opposite | None:
        """Return the clause of the source of which a claim says the opposite.

        Only paragraphs in the claim's language are looked at: their verbs can be compared.
        """
        every = (self._paragraphs[id] for id in cites if id in self._paragraphs)
        own = [each for each in every if each.code == claim.code]
        if not own or not (claim.denies or any(each.denies for each in own)):
            return None
        theirs = [told for each in own for told in self._of(each)]
        for start, end in _clauses(claim):
            found = _against(_said(claim, start, end), theirs)
            if found is not None:
                evidence, (first, last) = found
                text = " ".join(evidence.text[first:last].split())
                return Opposite(Place(evidence.id, first, last), text)
        return None

    def _of(self, paragraph: Evidence) -> list[_Told]:
        known = self._told.get(paragraph.id)
        if known is None:
            known = [(paragraph, span, _said(paragraph, *span)) for span in _clauses(paragraph)]
            self._told[paragraph.id] = known
        return known


def _against(ours: _Said, theirs: Sequence[_Told]) -> tuple[Evidence, tuple[int, int]] | None:
    """Return the clause that says the opposite, where none that is as much alike says the same."""
    rated = [(len(ours.features & said.features), told) for *told, said in theirs]
    best = max((score for score, _ in rated), default=0)
    if best < _ALIKE:
        return None
    meant = [
        each
        for (score, _), each in zip(rated, theirs, strict=True)
        if score >= max(_ALIKE, _AS_GOOD * best)
    ]
    answers = [_differs(ours, said) for _, _, said in meant]
    if None in answers or not any(answers):
        return None
    evidence, span, _ = meant[answers.index(True)]
    return evidence, span


def _differs(ours: _Said, theirs: _Said) -> bool | None:
    """Tell whether two clauses say and deny one verb; ``None`` where they say the same of one."""
    shared = ours.verbs & theirs.verbs
    # In one form it is one word, though it may not be known as a verb: согласна.
    same = ours.words & theirs.words
    shared |= {stem_of(each) for each in same} & (ours.denied | theirs.denied)
    different = {verb for verb in shared if (verb in ours.denied) != (verb in theirs.denied)}
    if shared - different - (ours.cues & theirs.cues):
        return None
    if not different:
        return False
    # Of another subject the opposite may be true: one has won, the other has not.
    least = _MOSTLY if ours.denies else _HALF
    if len(ours.features & theirs.features) < least * len(ours.features):
        return False
    # What denies in its own way, «отказался», without, may mean the same.
    return ours.denies != theirs.denies


def _clauses(evidence: Evidence) -> Iterator[tuple[int, int]]:
    for clause in evidence.clauses:
        yield clause.start, clause.end


def _said(evidence: Evidence, start: int, end: int) -> _Said:
    folded = [word.folded for word in evidence.words if start <= word.start < end]
    small = lexicon.listed(evidence.code, "small").words
    features = frozenset(stem_of(word) for word in folded if len(word) > 2 and word not in small)
    verbs = frozenset(
        stem_of(word)
        for place, word in enumerate(folded)
        if word not in small and len(word) > 2 and _is_verb(folded, place, evidence)
    )
    denied, denies = _denied(folded, evidence)
    if (after := _denied_from(evidence, start, end)) is not None:
        # «Он отрицает, что завод продают»
        denies = True
        denied |= {stem_of(w.folded) for w in evidence.words if after < w.start < end} & verbs
    cues = _cues(evidence, start, end)
    return _Said(frozenset(folded), features, verbs, cues, denied & features, denies)


def _cues(evidence: Evidence, start: int, end: int) -> frozenset[str]:
    """Return the words by which somebody says the rest, as they are compared."""
    spans = [(s.cue.start, s.cue.end) for s in evidence.sentences if s.cue is not None]
    return frozenset(
        stem_of(word.folded)
        for word in evidence.words
        if start <= word.start < end and any(a <= word.start < b for a, b in spans)
    )


def _is_verb(words: Sequence[str], place: int, evidence: Evidence) -> bool:
    """Tell whether a word is a verb, by itself or after what makes a form of it: has hidden."""
    helping = lexicon.listed(evidence.code, "helping").words
    if words[place] in helping:
        return False
    negations = lexicon.listed(evidence.code, "negations").words
    before = [word for word in words[:place] if word not in negations][-1:]
    return bool(helping.intersection(before)) or (
        evidence.language.tense.tense(words, place) in _VERBAL
    )


def _denied_from(evidence: Evidence, start: int, end: int) -> int | None:
    """Return where a word stands by which somebody denies the rest of a sentence."""
    sentence = next((s for s in evidence.sentences if s.start <= start < s.end), None)
    listed = lexicon.listed(evidence.code, "denials")
    negations = lexicon.listed(evidence.code, "negations").words
    before = ""
    for word in evidence.words:
        if sentence is not None and sentence.start <= word.start < end:
            if before not in negations and listed.has(word.folded):
                return word.start
            before = word.folded
    return None


def _denied(words: Sequence[str], evidence: Evidence) -> tuple[frozenset[str], bool]:
    """Return the words that are denied, and whether any word denies."""
    negations = lexicon.listed(evidence.code, "negations").words
    limits = lexicon.listed(evidence.code, "limits").words
    refusals = lexicon.listed(evidence.code, "refusals")
    denies = any(word in negations or refusals.has(word) for word in words)
    if not limits.isdisjoint(words):
        return frozenset(), True  # not before May
    found: set[str] = set()
    for place, word in enumerate(words):
        if word in negations:
            found |= {stem_of(each) for each in _after(words[place + 1 :], evidence)}
    return frozenset(found), denies


def _after(words: Sequence[str], evidence: Evidence) -> Iterable[str]:
    """Yield the word that a «not» denies, and an infinitive that hangs on it."""
    small = lexicon.listed(evidence.code, "small").words
    tense = evidence.language.tense.tense
    some = [word for word in words[:_FAR] if len(word) > 2 and word not in small]
    for number, word in enumerate(some):
        if (evidence.code == "en" and word.endswith("ly")) or word == "yet":
            continue
        yield word
        for following in some[number + 1 :]:
            if tense([following], 0) == "i":
                yield following
        return
