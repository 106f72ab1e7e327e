"""The part of a paragraph that shows best what was found in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

LENGTH = 180
"""Characters of a snippet, about."""
_BEFORE = 40
"""Characters that are shown before what is found, if possible."""
MORE = "…"

Ranges = Sequence[tuple[int, int]]


class Snippet(NamedTuple):
    """A part of a text on one line, with what was found in it as ranges of code points."""

    text: str
    marks: tuple[tuple[int, int], ...]


def snippet(text: str, found: Ranges, length: int = LENGTH, before: int = _BEFORE) -> Snippet:
    """Return the part of ``text`` that has most of what was found, cut between words.

    It has about ``length`` characters, up to ``before`` of them before what was found.
    """
    begin, stop = _trimmed(text, 0, len(text))
    start, end = _window(text, found, length, before)
    left = f"{MORE} " if start > begin else ""
    right = f" {MORE}" if end < stop else ""
    # A line break becomes a space, so every character keeps its place.
    shown = "".join(" " if c.isspace() else c for c in text[start:end])
    marks = [
        (len(left) + max(a, start) - start, len(left) + min(b, end) - start)
        for a, b in found
        if a < end and b > start
    ]
    return Snippet(f"{left}{shown}{right}", tuple(marks))


def _window(text: str, found: Ranges, length: int, before: int) -> tuple[int, int]:
    begin, stop = _trimmed(text, 0, len(text))
    if stop - begin <= length:
        return begin, stop
    room = length - before
    # The most hits in the length, the first such place.
    best = max(
        (a for a, _b in found),
        key=lambda a: (sum(1 for x, y in found if a <= x and y <= a + room), -a),
        default=begin,
    )
    start = max(begin, best - before)
    if start > begin:
        start = next((n + 1 for n in range(start, best) if text[n].isspace()), start)
    end = min(stop, start + length)
    if end < stop:
        last = max((b for a, b in found if a < end), default=start)
        end = next((n for n in range(end, max(last, start) - 1, -1) if text[n].isspace()), end)
    return _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
