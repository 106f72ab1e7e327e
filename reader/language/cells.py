"""Text by the cells of a terminal: how wide it is, and where it breaks.

Nearly every text consists of characters one cell wide, which one pattern tells.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_PLAIN = (
    "\n -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u202f-\u205e\u20a0-\u20bf"
    "\u2100-\u2319\u2500-\u259f"
)
ODD = re.compile(f"[^{_PLAIN}]")
"""A character that isn't one cell wide, or isn't shown as itself."""

_SPACE = re.compile(r"[ \t\n]+")  # not \s: a no-break space holds


def is_plain(text: str, start: int = 0, end: int | None = None) -> bool:
    """Tell whether each character of ``text[start:end]`` is harmless and a cell wide."""
    return ODD.search(text, start, len(text) if end is None else end) is None


@lru_cache(maxsize=4096)
def _cell(character: str) -> int:
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """Return the width of ``text`` in terminal cells."""
    return len(text) if is_plain(text) else sum(map(_cell, text))


def padded(text: str, cells: int) -> str:
    """Pad ``text`` with spaces to a width of at least ``cells``."""
    return text + " " * (cells - width(text))


def wrap(text: str, cells: int, first: str = "", rest: str | None = None) -> list[str]:
    """Wrap ``text`` into lines of at most ``cells`` cells.

    ``first`` is the prefix of the first line, ``rest`` that of every other line: by default
    blanks as wide as ``first``. A word that is wider than a line is cut. At least eight cells are
    left for the text, however long the prefixes are. Soft hyphens are dropped: most terminals
    give them a cell.
    """
    text = text.replace("\xad", "")
    rest = " " * width(first) if rest is None else rest
    lines: list[str] = []
    line, used, room = first, 0, max(8, cells - width(first))
    for word in _words(text, max(8, cells - max(width(first), width(rest)))):
        need = width(word)
        if used and used + 1 + need > room:
            lines.append(line.rstrip(" "))
            line, used, room = rest, 0, max(8, cells - width(rest))
        line += f" {word}" if used else word
        used += need + 1 if used else need
    lines.append(line.rstrip(" "))
    return lines


def _words(text: str, most: int) -> Iterator[str]:
    for word in _SPACE.split(text.strip(" \t\n")):
        if width(word) <= most:
            yield word
            continue
        piece, used = "", 0
        for character in word:
            need = _cell(character)
            if used + need > most:
                yield piece
                piece, used = "", 0
            piece += character
            used += need
        yield piece
