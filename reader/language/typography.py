"""How a language is set in type.

What must not stand alone at the end or the start of a line.

A language that has no row here is set as it is written.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Typography(NamedTuple):
    """The rules of one language, as patterns of its plain text."""

    short_word: re.Pattern[str]
    """A preposition or conjunction of a letter, as group 1, and the space after it."""
    ordinal: re.Pattern[str]
    """A number with its ending, which a line may not break: 907-й."""


_TYPOGRAPHY = {
    "ru": Typography(
        short_word=re.compile(r"(?<![^\W_])([АВИКОСУавикосу]) "),
        ordinal=re.compile(r"(?<![\w-])\d+-[а-яё]{1,3}\b"),
    ),
    "uk": Typography(
        short_word=re.compile(r"(?<![^\W_])([АВЗІЙОУавзійоу]) "),
        ordinal=re.compile(r"(?<![\w-])\d+-[а-щьюяґєії]{1,3}\b"),
    ),
}


def keep_short_words(text: str, language: str) -> str:
    """Join each short word to the next one with a no-break space."""
    rules = _TYPOGRAPHY.get(language)
    return rules.short_word.sub("\\1\xa0", text) if rules else text


def mark_ordinals(text: str, language: str, replacement: str) -> str:
    r"""Replace each ordinal of ``text``; ``\g<0>`` in ``replacement`` is the ordinal."""
    rules = _TYPOGRAPHY.get(language)
    return rules.ordinal.sub(replacement, text) if rules else text
