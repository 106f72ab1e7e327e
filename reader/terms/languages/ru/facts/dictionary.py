"""Readings of Russian words for facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

_LONGEST = 40
_WORD = re.compile("[а-яё-]+")


def parses(word: str) -> Sequence[Any]:
    """Return what the dictionary has for a word, lower-case, the likeliest first.

    Loads the dictionary; nothing for what isn't a Russian word, or is longer than any.
    """
    if len(word) > _LONGEST or not _WORD.fullmatch(word):
        return ()
    from reader.terms.languages.ru.morphology import MORPHOLOGY

    return MORPHOLOGY.parses(word)
