"""Whether words in quotation marks stand in the source: exactly, or, translated, as one of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log

from reader.facts.quotations import Quoted
from reader.language.words import WORD, fold
from reader.verifying import lexicon
from reader.verifying.evidence import Evidence
from reader.verifying.moments import Answer
from reader.verifying.stems import forms

_GAP = re.compile(r"\.\.\.|…|\[[^\]]*\]|<…>|\(…\)")
_AS_LONG = 0.3
_MOST_SPOKEN = 100
"""Quotations of a paragraph among which a translated one is looked for."""
_BEGINNING = 1
"""Letters with which every form of a word begins alike."""
_FEW = 2
"""A quotation of so few words takes the case that the sentence asks for."""


def is_borne_out(quoted: Quoted, claim: Evidence, paragraphs: Sequence[Evidence]) -> Answer:
    """Tell whether the words of a quotation are those of a paragraph."""
    text = claim.text[quoted.start : quoted.end]
    own = [each for each in paragraphs if each.code == claim.code]
    if any(_stands(text, each) for each in own):
        return "yes"
    others = [each for each in paragraphs if each.code != claim.code]
    if not others:
        return "no"
    # In whatever language it is, what was said so is quoted as it was said.
    if any(_stands(text, each) for each in others):
        return "yes"
    spoken = [(each, words) for each in others for words in each.spoken]
    close = _closest(_words(text), spoken)
    some = close[:_MOST_SPOKEN]
    answers = {_translates(text, words, claim, each) for each, words in some}
    for answer in ("yes", "unknown"):
        if answer in answers:
            return answer
    return "unknown" if len(close) > len(some) else "no"


def _closest(
    ours: list[str], spoken: Sequence[tuple[Evidence, list[str]]]
) -> list[tuple[Evidence, list[str]]]:
    """Return what was said that is about as long as a quotation, as its translations are."""

    def distance(words: list[str]) -> float:
        return abs(log((len(words) + 1) / (len(ours) + 1)))

    least = min((distance(words) for _, words in spoken), default=0.0)
    return [(each, words) for each, words in spoken if distance(words) <= least + _AS_LONG]


def _words(text: str) -> list[str]:
    return [fold(match[0]) for match in WORD.finditer(text)]


def _stands(text: str, source: Evidence) -> bool:
    """Tell whether every part of a quotation stands in a paragraph, word for word, in order."""
    texts = [source.plain_words]
    if len(source.marked) > 1:
        texts.append([word for words in source.spoken for word in words])
    parts = [_words(part) for part in _GAP.split(text)]
    return any(_in_order([part for part in parts if part], words) for words in texts)


def _in_order(parts: Sequence[list[str]], words: list[str]) -> bool:
    at = 0
    for part in parts:
        for start in range(at, len(words) - len(part) + 1):
            if len(part) > _FEW and words[start] != part[0]:
                continue
            if len(part) <= _FEW and words[start][:_BEGINNING] != part[0][:_BEGINNING]:
                continue
            if _equal(part, words[start : start + len(part)]):
                at = start + len(part)
                break
        else:
            return False
    return True


def _equal(ours: list[str], theirs: list[str]) -> bool:
    if ours == theirs:
        return True
    return len(ours) <= _FEW and all(
        a == b or not {*forms(a)[1:]}.isdisjoint(forms(b)[1:])
        for a, b in zip(ours, theirs, strict=True)
    )


def _translates(text: str, theirs: list[str], claim: Evidence, source: Evidence) -> Answer:
    """Tell whether a quotation may be a translation of what was said."""
    ours = _words(text)
    if not ours or not theirs:
        return "no"
    if not _as_long(len(ours), len(theirs)) and not _as_long(
        _telling(ours, claim), _telling(theirs, source)
    ):
        return "no"
    if _denies(ours, claim, theirs, source) or _denies(theirs, source, ours, claim):
        return "no"
    judged = [
        [lexicon.keys(each.code, "evaluations").of(word) for word in words]
        for each, words in ((claim, ours), (source, theirs))
    ]
    first, second = (set().union(*each) for each in judged)
    if first & second:
        return "yes"
    if first and second and max(len(ours), len(theirs)) <= 2 * _FEW:
        return "no"
    return "unknown"


def _as_long(ours: int, theirs: int) -> bool:
    """Tell whether numbers of words are those of a text and its translation."""
    return max(ours, theirs) <= 2 * min(ours, theirs) + 1


def _telling(words: list[str], evidence: Evidence) -> int:
    """Return how many words mean something: «рано» is “it is too early”."""
    small = lexicon.listed(evidence.code, "small").words
    return sum(word not in small for word in words)


def _denies(ours: list[str], first: Evidence, theirs: list[str], second: Evidence) -> bool:
    """Tell whether only the first of two quotations says no."""

    def denies(words: list[str], evidence: Evidence, name: str) -> bool:
        listed = lexicon.listed(evidence.code, name)
        return any(map(listed.has, words))

    return denies(ours, first, "negations") and not (
        denies(theirs, second, "negations") or denies(theirs, second, "negative")
    )
