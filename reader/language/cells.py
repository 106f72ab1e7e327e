"""Text by the cells of a terminal: how wide it is, and where it breaks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_SPACE = re.compile(r"[ \t\n]+")  # not \s: a no-break space holds


@lru_cache(maxsize=4096)
def _cell(character: str) -> int:
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf"} and character != "\xad":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """The number of cells that ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def padded(text: str, cells: int) -> str:
    return text + " " * (cells - width(text))


def wrap(text: str, cells: int, first: str = "", rest: str | None = None) -> list[str]:
    """Lines of at most ``cells``; ``first`` begins the first of them, ``rest`` every other.

    A word that is wider than a line is cut. At least eight cells are left for the text,
    however long the beginnings are. ``rest`` is blanks as wide as ``first`` unless given.
    """
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
