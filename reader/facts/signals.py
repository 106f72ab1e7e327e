"""Words and phrases of a sentence that attribute it, or that lower or move its firmness."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.facts.language import Language, Signal

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")

_CONTEXT = 5
"""Words before and after by which it is told whether one signals something."""


class Found(NamedTuple):
    """A word or phrase of the sentence that signals something."""

    start: int
    end: int
    signal: Signal


def find(text: str, start: int, end: int, language: Language) -> list[Found]:
    """Return the words and phrases between two offsets, the longest at each place."""
    words = [
        (m.start(), m.end(), m[0].lower().replace("ё", "е").replace("’", "'"))
        for m in _WORD.finditer(text, start, end)
    ]
    found: list[Found] = []
    at = 0
    while at < len(words):
        for signal in language.signals.get(words[at][2], ()):
            size = len(signal.words)
            some = words[at : at + size]
            if tuple(word for _, _, word in some) != signal.words:
                continue
            before = [word for _, _, word in words[max(0, at - _CONTEXT) : at]]
            after = [word for _, _, word in words[at + size : at + size + _CONTEXT]]
            capital = at > 0 and text[some[0][0]].isupper()
            used = language.speech.is_used(
                before, signal.words, after, signal.attributes, capital=capital
            )
            if used:
                found.append(Found(some[0][0], some[-1][1], signal))
                at += size
                break
        else:
            at += 1
    return found


def attributes(text: str, start: int, end: int, language: Language) -> bool:
    """Tell whether a word between two offsets attributes a statement."""
    return any(each.signal.attributes for each in find(text, start, end, language))
