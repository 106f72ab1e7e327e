"""Wrap text at word ends, measured in terminal cells, where the typography of its language lets it.

A text is left as it is: a row is a pair of code point indices into it. What may not or cannot be
shown (control characters, soft hyphens, tabs) is replaced when a row is painted, by :func:`shown`.

Nearly every row consists of characters one cell wide, and its end is found by looking for spaces;
only the rows that hold something else are measured character by character.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import lru_cache

from rich.cells import get_character_cell_size

from reader.language.cells import PLAIN, is_plain
from reader.language.sanitize import HARMFUL, in_one_cell
from reader.language.typography import CLOSING, HELD_BY_NEXT, NOT_SIMPLE, is_held
from reader.tui.widgets.cells import cell_len, fit

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
    text holds a character. What :func:`~reader.language.typography.is_held` holds together stays on
    a row, if that leaves the row before at least half full.
    """
    width = max(1, width)
    starts = array("I", [0])
    size, at, odd, newline = len(text), 0, -1, -1
    step = width + 1
    beyond = size + step + 1
    while True:
        if odd < at:
            plain = PLAIN.match(text, at)
            odd = plain.end() if plain and plain.end() < size else beyond
        if newline < at:
            newline = text.find("\n", at)
            if newline < 0:
                newline = beyond
        at = _plain_rows(text, starts, at, min(odd, newline, size), width)
        last = at + step
        if last > size < min(odd, newline):
            return starts
        if newline < min(last, odd):
            at = newline + 1
        elif last < odd:
            at = _plain_end(text, at, text.rfind(" ", at + 1, last), width)
        else:
            at = _measured_end(text, at, width)
        if at >= size:
            return starts
        starts.append(at)


def _plain_rows(text: str, starts: array[int], at: int, stop: int, width: int) -> int:
    """Add the rows from ``at`` on to ``starts``, as far as they surely end before ``stop``.

    All characters up to ``stop`` are one cell wide, none is a line break. Return where the next row
    starts.
    """
    rfind, add, step = text.rfind, starts.append, width + 1
    last = at + step
    while last < stop:
        space = rfind(" ", at + 1, last)
        # Most rows end where nothing is asked: after three letters, before another word.
        if space > 0 and text[space - 3 : space].isalpha() and text[space + 1] not in NOT_SIMPLE:
            at = space + 1
        else:
            at = _plain_end(text, at, space, width)
        add(at)
        last = at + step
    return at


def _plain_end(text: str, start: int, first: int, width: int) -> int:
    """Return the end of a row of characters that are all one cell wide, none of them a line break.

    The row starts at ``start``; the last space that it may end at is at ``first``, -1 without one.
    Spaces that hang over are included.
    """
    if first < 0:
        return start + width
    space = text.rfind(" ", start, first)
    before = text[space + 1 if space >= 0 else start : first]
    if before not in HELD_BY_NEXT:
        # Nothing is asked of most others either.
        if text[first + 1 : first + 2] not in NOT_SIMPLE and (
            before.isalpha() or before[-1:] in CLOSING
        ):
            return first + 1
        end = _after_spaces(text, first)
        if not is_held(text, first, end, start):
            return end
    half = start + (width + 1) // 2
    while space >= half:
        end = space + 1
        if (
            text[end] not in NOT_SIMPLE
            and (text[space - 3 : space].isalpha() or text[space - 1] in CLOSING)
        ) or not is_held(text, space, end, start):
            # What goes to the next row should not be alone there.
            if text.find(" ", first + 1, end + width + 1) > 0 or len(text) <= end + width:
                return end
            break
        space = text.rfind(" ", start + 1, space)
    space = first
    while space > 0:
        end = _after_spaces(text, space)
        if text[end : end + 1] not in _DASHES:
            return end
        space = text.rfind(" ", start + 1, space)
    # A dash stays with the word before it, unless that leaves no place to break at.
    return _after_spaces(text, first)


def _measured_end(text: str, start: int, width: int) -> int:
    """Return the end of the row from ``start``, spaces that hang over included."""
    column = 0
    can_break = should_break = start
    at = start
    while at < len(text):
        character = text[at]
        if character == "\n":
            return at + 1
        cells = cells_of(text, at, column)
        is_after_space = text[at - 1] in _SPACES
        if (
            (is_after_space or cells == 2)
            and at > start
            and (place := _place(text, start, at, cells))
        ):
            can_break = at
            if place > 1 and 2 * (column - is_after_space) >= width:
                should_break = at
        if column + cells > width and at > start:
            break
        column += cells
        at += 1
    else:
        return at
    end = at
    if character in _SPACES:
        end = _after_spaces(text, at)
        if text[end - 1] == "\n" or not is_held(text, at, end, start):
            return end
        if can_break == start or text[end : end + 1] not in _DASHES:
            can_break = end
    if should_break > start and _fits(text, should_break, end, width):
        return should_break
    if can_break > start:
        return can_break
    return max(start + 1, at - 1) if character == _EMOJI else at


def _place(text: str, start: int, at: int, cells: int) -> int:
    """Return 0 where no row may end before ``at``, 1 where it rather should not, 2 where it may."""
    before, character = text[at - 1], text[at]
    if before in _SPACES:
        if character in _SPACES or character in _DASHES:
            return 0
        return 1 if is_held(text, _before_spaces(text, at), at, start) else 2
    return 2 if cells == 2 and character != "\t" and _may_part(before, character) else 0


def _fits(text: str, start: int, at: int, width: int) -> bool:
    """Tell whether ``text`` from ``start`` to the end of the word at ``at`` is at most a row."""
    column, end = 0, start
    while end < len(text) and (end < at or text[end] not in _HANGING):
        column += cells_of(text, end, column)
        if column > width:
            return False
        end += 1
    return True


def _may_part(before: str, after: str) -> bool:
    return after not in _NEVER_FIRST and before not in _NEVER_LAST and before != _JOINER


def _before_spaces(text: str, at: int) -> int:
    while at and text[at - 1] in _SPACES:
        at -= 1
    return at


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


@lru_cache(maxsize=1024)
def wrap_to(text: str, width: int, lines: int) -> tuple[str, ...]:
    """Wrap ``text`` to at most ``lines`` lines of ``width`` cells; the last line is cut."""
    if width <= 0:
        return ("",)
    text = " ".join(re.split(r"[ \t\n]+", text.replace("\xad", "").strip(" \t\n")))
    starts = wrap(text, width)
    out = [text[start : row_end(text, starts, row)] for row, start in enumerate(starts[:lines])]
    if len(starts) > lines and out:
        out[-1] = text[starts[lines - 1] :]
    return tuple(fit(line, width).rstrip() if cell_len(line) > width else line for line in out)


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
