"""Wrap text at word ends, measured in terminal cells.

A text is left as it is: a row is a pair of code point indices into it. What may not or cannot be
shown (control characters, soft hyphens, tabs) is replaced when a row is painted, by :func:`shown`.

Nearly every row consists of characters one cell wide, and its end is found by looking for spaces;
only the rows that hold something else are measured character by character.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

from rich.cells import get_character_cell_size

from reader.language.cells import ODD, is_plain
from reader.language.sanitize import HARMFUL, in_one_cell
from reader.tui.widgets.cells import cell_len

TAB = 4
"""Cells between tab stops, counted from the start of the row."""

_SPACES = frozenset(" \t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u3000")
_HANGING = _SPACES | {"\n"}
_NEVER_FIRST = frozenset("、。，．：；！？）］｝」』】〉》’”…—–")
_NEVER_LAST = frozenset("（［｛「『【〈《‘“")
_DASHES = ("—", "–")
_HIDDEN = frozenset("\xad")
_JOINER, _EMOJI = "\u200d", "\ufe0f"


def wrap(text: str, width: int) -> array[int]:
    r"""Return the index at which each row of ``text`` starts.

    A row has at most ``width`` cells. Spaces at the end of a row hang over; a word longer than a
    row is broken; ``\n`` ends a row. There is always a row, and every row but that of an empty
    text holds a character.
    """
    width = max(1, width)
    starts = array("I", [0])
    size, at = len(text), 0
    beyond = size + width + 2
    next_odd = -1
    while True:
        if next_odd < at:
            found = ODD.search(text, at)
            next_odd = found.start() if found else beyond
        end = _plain_end(text, at, width) if next_odd > at + width + 1 else size + 1
        at = end if end <= next_odd else _measured_end(text, at, width)
        if at >= size:
            return starts
        starts.append(at)


def _plain_end(text: str, start: int, width: int) -> int:
    """Return the end of a row of characters that are all one cell wide.

    The row starts at ``start``; spaces that hang over are included.
    """
    last = start + width + 1
    newline = text.find("\n", start, last)
    if newline >= 0:
        return newline + 1
    if last > len(text):
        return len(text)
    first = space = text.rfind(" ", start + 1, last)
    while space > 0:
        end = _after_spaces(text, space)
        if text[end : end + 1] not in _DASHES:
            return end
        space = text.rfind(" ", start + 1, space)
    # A dash stays with the word before it, unless that leaves no place to break at.
    return _after_spaces(text, first) if first > 0 else last - 1


def _measured_end(text: str, start: int, width: int) -> int:
    """Return the end of the row from ``start``, spaces that hang over included."""
    column = 0
    can_break = start
    size = len(text)
    at = start
    while at < size:
        character = text[at]
        if character == "\n":
            return at + 1
        cells = cells_of(text, at, column)
        wide = cells == 2 and character != "\t"
        if wide and at > start and _may_part(text[at - 1], character):
            can_break = at
        if column + cells > width and at > start:
            if character in _SPACES:
                return _after_spaces(text, at)
            if can_break > start:
                return can_break
            if character == _EMOJI:
                return max(start + 1, at - 1)
            return at
        column += cells
        at += 1
        if character in _SPACES and text[at : at + 1] not in _DASHES:
            can_break = at
    return size


def _may_part(before: str, after: str) -> bool:
    return after not in _NEVER_FIRST and before not in _NEVER_LAST and before != _JOINER


def _after_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACES:
        at += 1
    return at + 1 if text[at : at + 1] == "\n" else at


def cells_of(text: str, at: int, column: int) -> int:
    """Return the cells of the character at ``at`` in a row of ``column`` cells."""
    character = text[at]
    if character == "\t":
        return TAB - column % TAB
    if at and text[at - 1] == _JOINER:
        return 0
    if character == _EMOJI:
        return cell_len(text[at - 1 : at + 1]) - get_character_cell_size(text[at - 1]) if at else 0
    if character in _HIDDEN:
        return 0
    if not character.isprintable() and (character == "\n" or re.match(HARMFUL, character)):
        return 1
    return get_character_cell_size(character)


def shown(text: str, start: int, end: int, column: int = 0) -> str:
    """Return the sanitized part of a row that starts at cell ``column``."""
    part = text[start:end]
    if is_plain(part) and "\n" not in part:
        return part
    if "\t" in part:
        out = []
        for at in range(start, end):
            cells = cells_of(text, at, column)
            if text[at] == "\t":
                out.append(" " * cells)
            else:
                out.append(text[at])
            column += cells
        part = "".join(out)
    part = part.replace("\n", " ").replace("\xad", "")
    if part.isprintable():
        return part
    return re.sub(HARMFUL, lambda match: in_one_cell(match[0]), part)


def cluster_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a range of ``text`` so that it cuts no character in two.

    An accent, a variation selector or the rest of a joined emoji is painted together with what it
    follows: cut off, it would be painted at another width.
    """
    while 0 < start < len(text) and _continues(text, start):
        start -= 1
    while start < end < len(text) and _continues(text, end):
        end += 1
    return start, end


def _continues(text: str, at: int) -> bool:
    """Tell whether the code point at ``at`` belongs to the character before it."""
    character = text[at]
    return character == _EMOJI or (character not in _HIDDEN and cells_of(text, at, 0) == 0)


def row_end(text: str, starts: array[int], row: int) -> int:
    """Return the end of a row's visible text, without the spaces that hang over."""
    end = starts[row + 1] if row + 1 < len(starts) else len(text)
    start = starts[row]
    while end > start and text[end - 1] in _HANGING:
        end -= 1
    return end


def row_of(starts: array[int], offset: int) -> int:
    """Return the index of the row that holds the code point at ``offset``."""
    return max(0, bisect_right(starts, offset) - 1)


def offset_at(text: str, start: int, end: int, cell: int) -> int:
    """Return the offset of the character at ``cell`` of a row; ``end`` beyond it."""
    if is_plain(text, start, end):
        return min(end, start + cell)
    column = 0
    for at in range(start, end):
        column += cells_of(text, at, column)
        if column > cell:
            return at
    return end
