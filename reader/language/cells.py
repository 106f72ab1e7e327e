"""Text by the cells of a terminal: how wide it is, and where it breaks.

Nearly every text consists of characters one cell wide, which one pattern tells.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.language.typography import NOT_SIMPLE, is_held

_PLAIN = (
    "\n -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u202f-\u205e\u20a0-\u20bf"
    "\u2100-\u2319\u2500-\u25a9\u25ac-\u25b5\u25b7-\u25bf\u25c1-\u25fa\u2713"
)
PLAIN = re.compile(f"[{_PLAIN}]*+")
"""Characters that are one cell wide and shown as themselves, as many as stand together."""

_SPACE = re.compile(r"[ \t\n]+")  # not \s: a no-break space holds


def is_plain(text: str, start: int = 0, end: int | None = None) -> bool:
    """Tell whether each character of ``text[start:end]`` is harmless and a cell wide."""
    return PLAIN.fullmatch(text, start, len(text) if end is None else end) is not None


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
    give them a cell. What :func:`~reader.language.typography.is_held` holds together stays on a
    line, if that leaves the line before at least half full.
    """
    text = text.replace("\xad", "")
    rest = " " * width(first) if rest is None else rest
    room, next_room = max(8, cells - width(first)), max(8, cells - width(rest))
    lines: list[str] = []
    prefix, used = first, -1
    line: list[str] = []
    for word, need in _words(text, max(8, cells - max(width(first), width(rest)))):
        while line and used + 1 + need > room:
            kept = _kept(line, word, used, room, next_room - need - 1)
            lines.append(prefix + " ".join(line[:kept]))
            prefix, room = rest, next_room
            line = line[kept:]
            used = width(" ".join(line)) if line else -1
        line.append(word)
        used += need + 1
    lines.append((prefix + " ".join(line)).rstrip(" "))
    return lines


def _kept(line: Sequence[str], word: str, used: int, room: int, most: int) -> int:
    """Return how many words of a full line, ``used`` cells wide, stay before ``word``.

    What goes to the next line has at most ``most`` cells, and leaves this one half full at least.
    """
    kept, carried = len(line), 0
    while kept and 2 * (used - carried) >= room and carried <= most + 1:
        before = line[kept - 1]
        following = line[kept] if kept < len(line) else word
        if len(before) > len("на") and before.isalpha() and following[0] not in NOT_SIMPLE:
            return kept
        if kept > 1:
            before = f"{line[kept - 2]} {before}"
        if not is_held(f"{before} {following}", len(before), len(before) + 1):
            return kept
        kept -= 1
        carried += width(line[kept]) + 1
    return len(line)


def _words(text: str, most: int) -> Iterator[tuple[str, int]]:
    """Yield the words of ``text`` and their cells; one of more than ``most`` is cut."""
    for word in _SPACE.split(text.strip(" \t\n")):
        cells = width(word)
        if cells <= most:
            yield word, cells
            continue
        piece, used = "", 0
        for character in word:
            need = _cell(character)
            if used + need > most:
                yield piece, used
                piece, used = "", 0
            piece += character
            used += need
        yield piece, used
