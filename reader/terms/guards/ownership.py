"""Tell whose an office or a document is by the owner's name beside it: «МИД Азербайджана»."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.language.words import fold
from reader.terms.guards.vocabulary import Vocabulary

_NEAR = 80
_FAR = 500
_MOST_WORDS = 4
# Strings, which re compiles and caches at their first use: few glossaries need them.
_WORD = r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’-][^\W_]+)*"
_GAP = r"[ \u00a0\u202f\t«»\"“”„]{1,3}|[ \t]?\r?\n[ \t]?"
_ADJECTIVE = ("ого", "его", "ой", "ей", "ої")
_SENTENCE_END = r"[.!?…][»”\")]?\s+(?=[A-ZА-ЯЁ«“\"])|\n"


def stands_with(
    text: str, start: int, end: int, owners: tuple[frozenset[str], ...], vocabulary: Vocabulary
) -> bool:
    """Tell whether the owner's name or adjective stands with a bare name.

    Right beside it; of several owners, all have to be named in the sentence.
    """
    if len(owners) == 1:
        return _stands_beside(text, start, end, owners[0], vocabulary)
    return are_named(text, start, end, owners)


def _stands_beside(
    text: str, start: int, end: int, owner: frozenset[str], vocabulary: Vocabulary
) -> bool:
    before = [_normal(word) for word in _run(text[max(0, start - _NEAR) : start], last=True)]
    after = _run(text[end : end + _NEAR], last=False)
    while after and fold(after[0]) in vocabulary.words("before_owners"):
        del after[0]
    # «Госсекретарь американского штата» is not that of the US: an adjective stands before.
    named = [_normal(word) for word in after] if after and after[0][0].isupper() else []
    while before and before[-1] in vocabulary.words("between_owners"):
        del before[-1]
    if named and named[0].endswith(_ADJECTIVE) and not _is_state(after[1:], vocabulary):
        # «Президент Польского олимпийского комитета»
        named = []
    return any(
        " ".join(before[-count:]) in owner or " ".join(named[:count]) in owner
        for count in range(1, _MOST_WORDS + 1)
    )


def _is_state(words: list[str], vocabulary: Vocabulary) -> bool:
    return bool(words) and fold(words[0]) in vocabulary.words("before_owners")


def is_with_another(
    text: str, end: int, owners: tuple[frozenset[str], ...], vocabulary: Vocabulary
) -> bool:
    """Tell whether a country that is none of the owners is the other side: a treaty with Peru."""
    words = _run(text[end : end + _NEAR], last=False)[:2]
    if len(words) < 2 or words[0] not in vocabulary.words("before_other_sides"):
        return False
    country = fold(words[1])
    return country in vocabulary.countries and not any(country in owner for owner in owners)


def _run(text: str, *, last: bool) -> list[str]:
    """Return the words at one end of ``text`` that only spaces part."""
    words: list[str] = []
    at = len(text) if last else 0
    matches = list(re.finditer(_WORD, text))
    for match in reversed(matches) if last else matches:
        gap = text[match.end() : at] if last else text[at : match.start()]
        if not re.fullmatch(_GAP, gap):
            break
        words.append(match[0])
        at = match.start() if last else match.end()
    return words[::-1] if last else words


def _normal(word: str) -> str:
    """Return a word as the names of owners have it: without 's and the points of U.S."""
    bare = re.sub("['’]s?$", "", word).replace(".", "")
    # A pronoun is not the US.
    return fold(bare) if len(bare) > 3 or bare.isupper() else ""


def are_named(text: str, start: int, end: int, owners: tuple[frozenset[str], ...]) -> bool:
    """Tell whether the sentence names something of each of ``owners``."""
    begin, until = max(0, start - _FAR), min(len(text), end + _FAR)
    for match in re.finditer(_SENTENCE_END, text[begin:until]):
        at = match.end() + max(0, start - _FAR)
        if at <= start:
            begin = at
        elif at >= end:
            until = at
            break
    runs = _runs(text[begin:until])
    return all(not owner.isdisjoint(runs) for owner in owners)


@lru_cache(maxsize=64)
def _runs(sentence: str) -> frozenset[str]:
    """Return the words of a sentence that could be a name: up to four in a row."""
    words = [_normal(match[0]) for match in re.finditer(_WORD, sentence)]
    return frozenset(
        " ".join(words[i : i + count])
        for count in range(1, _MOST_WORDS + 1)
        for i in range(len(words))
    )
