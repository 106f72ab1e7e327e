"""What forms of a word have in common, and which words of a text mean something."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from reader.verifying import lexicon
from reader.verifying.sounds import stems

_SHORTEST = 3
_FLEETING = re.compile(r"[еоё](?=[^аеёиоуыэюя]$)")


def is_cyrillic(word: str) -> bool:
    """Tell whether a folded word is written in Cyrillic."""
    return any("а" <= letter <= "ї" for letter in word)


def forms(word: str) -> tuple[str, ...]:
    """Return a folded word and what other forms of it have in common with it."""
    if not is_cyrillic(word) or len(word) <= _SHORTEST:
        return (word,)
    found = [stem for stem in stems(word) if len(stem) >= _SHORTEST]
    found += [_FLEETING.sub("", stem) for stem in found if _FLEETING.search(stem)]
    return tuple(found)


def content_of(words: Iterable[str], language: str) -> frozenset[str]:
    """Return what words mean something by, without those that only join others."""
    small = lexicon.listed(language, "small").words
    return frozenset(stem_of(w) for w in words if len(w) > _SHORTEST - 1 and w not in small)


@lru_cache(maxsize=8192)
def stem_of(word: str) -> str:
    """Return the beginning of a word by which its forms, and words made of it, are alike."""
    if is_cyrillic(word):
        return word[:5] if len(word) > 5 else word[:4]
    for ending in (
        "ations",
        "ation",
        "ments",
        "ment",
        "ings",
        "ing",
        "ies",
        "ed",
        "es",
        "s",
        "e",
        "y",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
