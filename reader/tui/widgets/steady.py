"""Signs at widths that every terminal agrees on.

Textual measures a line by one table of widths, and a terminal paints it by its own. Where they
differ, everything to the right is shifted. So a sign of which they may disagree is painted as one
of which they don't, with blanks up to the width that was measured.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size, set_cell_size

from reader.language.cells import is_plain

_KNOWN = "14.0.0"
"""The version of Unicode that every terminal of today knows; later ones have other widths."""
_JOINER = "\u200d"
_SELECTORS = "\ufe0e\ufe0f"
_TONES = "\U0001f3fb-\U0001f3ff"
_DROPPED = f"[{_SELECTORS}{_TONES}]"
_LETTER_SIGNS = 0x1F1E6, 0x1F1FF
"""Regional indicators: two of them are a flag."""
_FILLERS = "\u115f\u1160\u3164\uffa0"
"""Letters of Korean that are blank; their widths differ."""


@lru_cache(2048)
def steady(text: str) -> str:
    """Return what every terminal paints in as many cells as ``text`` measures."""
    if is_plain(text):
        return text
    out: list[str] = []
    half = False
    signs = list(_signs(text))
    for sign, after in zip(signs, [*signs[1:], ""], strict=True):
        if half or (_is_letter_sign(sign) and _is_letter_sign(after)):
            half = not half
            out.append(sign)
        else:
            out.append(_steady_sign(sign, cell_len(sign)))
    painted = "".join(out)
    cells = cell_len(text)
    if cell_len(painted) != cells:
        # Joiners that stand in a row join what a terminal sees apart.
        painted = set_cell_size(painted.replace(_JOINER, ""), cells)
    return painted


def _signs(text: str) -> Iterator[str]:
    """Cut a text into signs as they are measured: each with what joins it or adds no width."""
    at, size = 0, len(text)
    while at < size:
        start = at
        at += text[at] != _JOINER
        while at < size:
            if text[at] == _JOINER:
                at += 2
            elif get_character_cell_size(text[at]):
                break
            else:
                at += 1
        yield text[start:at]


@lru_cache(2048)
def _steady_sign(sign: str, width: int) -> str:
    """Return one sign as it is painted; ``width`` is what it measures, in cells."""
    if is_plain(sign):
        return sign
    base, joiner, after = sign.partition(_JOINER)
    if joiner and after and unicodedata.category(after[0])[0] == "L":
        base = sign  # a letter that is joined to the next one
    base = re.sub(_DROPPED, "", base)
    if not base or not width:
        return " " * width if not base or not _is_known(base[0]) else base
    first = base[0]
    base = first + "".join(filter(_is_known, base[1:]))
    if _is_letter_sign(first):
        base = chr(ord("A") + ord(first) - _LETTER_SIGNS[0])
    elif first in _FILLERS:
        base = ""
    elif not _is_known(first):
        base = "\ufffd"
    return base + " " * (width - sum(map(get_character_cell_size, base)))


def _is_letter_sign(sign: str) -> bool:
    return len(sign) == 1 and _LETTER_SIGNS[0] <= ord(sign) <= _LETTER_SIGNS[1]


@lru_cache(4096)
def _is_known(character: str) -> bool:
    """Tell whether terminals agree on the width of a character."""
    if unicodedata.category(character) == "Cn":
        return False
    return get_character_cell_size(character, _KNOWN) == get_character_cell_size(character)
