"""Tell whether a text is blank: nothing of it can be seen."""

from __future__ import annotations

import re

_FILLERS = "\u115f\u1160\u3164\uffa0"
"""They count as letters."""

_UNSEEN = f"[\u034f{_FILLERS}\u17b4\u17b5\u180b-\u180f\u2800\ufe00-\ufe0f\U000e0000-\U000e0fff]"
"""What fills a place, joins or chooses a variant, and is not of a category that says so."""


def is_blank(text: str) -> bool:
    """Tell whether a text has nothing but white space, controls and what takes no room."""
    if text[:1].isalnum() and text[0] not in _FILLERS:  # nearly every text that is not blank
        return False
    return not any(map(_is_seen, set(text)))


def _is_seen(character: str) -> bool:
    if character.isascii():
        return character.isprintable() and character != " "
    if re.match(_UNSEEN, character):
        return False
    if character.isprintable():
        return True
    from unicodedata import category  # late: few texts have such a character

    return category(character) in ("Co", "Cn")
