"""English adjectives of places, by rule: Chilean, Kazakhstani, Peruvian."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reader.terms import countries

_ENDINGS = ("n", "i", "an", "ian", "ean", "ese", "vian")
_WITHOUT_VOWEL = ("an", "ian", "ine", "ean", "ese", "ish")
_SHORTEST = 4


def adjective_forms(place: str) -> Iterator[str]:
    """Yield what the adjective of a place may be, lower-case.

    Most of them are no words, which no text has. What is nearer to another country is left out:
    Nigerian is of Nigeria, not of Niger.
    """
    word = place.lower()
    if not word.isalpha() or not word.isascii() or len(word) < _SHORTEST:
        return
    for made, added in _made(word).items():
        if _nearest().get(made, added) >= added:
            yield made


def _made(word: str) -> dict[str, int]:
    """Return adjectives of a place with how many letters each adds or takes."""
    found = {}
    if word[-1] in "aeoy":
        found = {word[:-1] + ending: len(ending) + 1 for ending in _WITHOUT_VOWEL}
    return found | {word + ending: len(ending) for ending in _ENDINGS}


@cache
def _nearest() -> dict[str, int]:
    """Return the adjectives of all countries with the fewest letters that any adds."""
    nearest: dict[str, int] = {}
    for name in countries.all_names("en"):
        for made, added in _made(name.lower()).items():
            nearest[made] = min(added, nearest.get(made, added))
    return nearest
