"""The number of English nouns: plurals, singulars, and which word of a term takes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from reader.terms.languages import word_files

_HERE = Path(__file__).parent

OFFICES = frozenset(word_files.words(_HERE, "offices"))
_IRREGULAR = {one: many for one, *many in word_files.groups(_HERE, "plurals")}
_SINGULAR = {plural: one for one, many in _IRREGULAR.items() for plural in many}
_IN_COMPOUNDS = word_files.words(_HERE, "plurals_in_compounds")
_HARD_CHS = "|".join(word_files.words(_HERE, "hard_ch"))
_HARD_CH = re.compile(f"(?:{_HARD_CHS})$")
_PREPOSITIONS = frozenset(word_files.words(_HERE, "prepositions"))
_PARTICLES = frozenset(word_files.words(_HERE, "particles"))
_POSTPOSED = frozenset(word_files.words(_HERE, "postposed"))
_BEFORE_POSTPOSED = OFFICES.union(word_files.words(_HERE, "before_postposed"))
_FRENCH = ("de", "du", "des", "d")


def plurals(word: str) -> set[str]:
    """Make the plurals of a lower-case noun in the singular."""
    if word in _IRREGULAR:
        return set(_IRREGULAR[word])
    for one in _IN_COMPOUNDS:
        if word.endswith(one):
            return {word[: -len(one)] + each for each in _IRREGULAR[one]}
    if re.search("(?<!hu|ro|ca|ta|is|ai|er|to)man$", word) and len(word) > 5:
        return {word[:-3] + "men"}
    if word.endswith("sis"):
        return {word[:-2] + "es"}
    if re.search("(?:[^aeiou]|qu)y$", word):
        return {word[:-1] + "ies"}
    if re.search("(?:s|x|z|ch|sh)$", word) and not _HARD_CH.search(word):
        return {word + "es"}
    return {word + "s"}


def singular(word: str) -> str | None:
    """Return the singular of a lower-case plural; ``None`` of any other word."""
    if word in _SINGULAR:
        return _SINGULAR[word]
    if word in _IRREGULAR:
        return None
    for one in _IN_COMPOUNDS:
        for many in _IRREGULAR[one]:
            if word.endswith(many):
                return word[: -len(many)] + one
    if len(word) < 4 or not word.endswith("s") or re.search("(?:ss|us|is|sis)$", word):
        return None
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search("(?:ss|x|z|ch|sh)es$", word):
        return word[:-2]
    return word[:-1]


def heads(words: Sequence[str], separators: Sequence[str]) -> tuple[int, ...]:
    """Return the indices of the nouns that may take the number of a term; empty without one.

    One, save where usage wavers: power-ups, culs-de-sac and cul-de-sacs.
    """
    end = next(
        (i for i in range(1, len(words)) if _is_preposition(i, words, separators)), len(words)
    )
    at = end - 1
    before = words[at - 1].lower() if at else ""
    if words[at].lower() in _POSTPOSED and before in _BEFORE_POSTPOSED:
        return (at - 1,)
    if at and separators[at - 1] == "-" and words[at].lower() in _PARTICLES:
        # Runners-up, but tie-ins.
        return (at - 1, at) if before.endswith(("er", "ers")) else (at,)
    if not words[at].isalpha() or len(words[at]) < 2:
        return ()
    if end < len(words) - 1 and words[end].lower() in _FRENCH and separators[end - 1] == "-":
        return (at, len(words) - 1)
    return (at,)


def _is_preposition(i: int, words: Sequence[str], separators: Sequence[str]) -> bool:
    """Tell whether what stands at ``i`` parts a noun from what belongs to it.

    It does in mother-in-law and coup d'état, not in tie-in or tie-in agreement.
    """
    word = words[i].lower()
    if word not in _PREPOSITIONS and word not in _FRENCH:
        return False
    return separators[i - 1] != "-" or separators[i : i + 1] == ("-",)
