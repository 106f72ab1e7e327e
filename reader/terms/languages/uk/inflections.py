"""Every form of a Ukrainian word of a query, whatever part of speech it is."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.language.characters import APOSTROPHES
from reader.language.words import fold
from reader.terms.languages.uk.morphology import MORPHOLOGY

_APOSTROPHES = re.compile(f"[{re.escape(APOSTROPHES)}]")
_UKRAINIAN = re.compile("[а-щьюяґєії]+(?:['-][а-щьюяґєії]+)*")


def forms(word: str) -> frozenset[str]:
    """Return the forms of ``word`` and itself; none of a word in other letters."""
    folded = fold(_APOSTROPHES.sub("'", word))
    return _of_word(folded) if _UKRAINIAN.fullmatch(folded) else frozenset()


def normal_forms(word: str) -> frozenset[str]:
    """Return what a word in normal form may be a form of; nothing of one in other letters."""
    if not _UKRAINIAN.fullmatch(word):
        return frozenset()
    return frozenset(map(fold, MORPHOLOGY.normal_forms(word)))


@lru_cache(maxsize=256)
def _of_word(word: str) -> frozenset[str]:
    parses = MORPHOLOGY.parses(word)
    known = [parse for parse in parses if parse.is_known] or parses
    found = {fold(form.word) for parse in known for form in parse.lexeme}
    return frozenset(found | {word})
