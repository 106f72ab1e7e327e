"""Text selected with the mouse, in terms that outlive a layout.

Textual asks a row for the offset under the pointer and keeps two such offsets as the selection. What
they mean is up to the widget, as long as they sort in reading order. Here ``y`` holds a block's
number and the index of the row's first character, ``x`` a number of characters from there on: so a
selection stays on its words when the text is wrapped anew or scrolled. Cells before a row's text have
a negative ``x``. Those after it have one beyond every number of characters, in steps: what Textual adds
to it, to take the last character in, must not reach the next row.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from textual.geometry import Offset
from textual.selection import Selection

from reader.tui.widgets.blocks import Block
from reader.tui.widgets.text.wrap import cluster_around

_BITS = 32
_BEYOND, _STEP = 1 << 24, 4
_WORD = "[\\w\u0300-\u036f\xad]+"


class Point(NamedTuple):
    """A code point of a block, both by number."""

    item: int
    offset: int


class Range(NamedTuple):
    """From ``start`` up to, not including, ``end``.

    A range that starts and ends in one of two columns stays in it: ``sides`` has the number of
    each block's column, where there are two.
    """

    start: Point
    end: Point
    sides: Sequence[int] = b""

    def within(self, item: int, length: int) -> tuple[int, int] | None:
        """Return the part of a block in the range; ``length`` is that of its text."""
        if not self.start.item <= item <= self.end.item:
            return None
        sides = self.sides
        if sides and sides[self.start.item] == sides[self.end.item] != sides[item]:
            return None
        start = self.start.offset if item == self.start.item else 0
        end = self.end.offset if item == self.end.item else length
        return (start, end) if start < end else None


def row_key(item: int, start: int) -> int:
    """Return the ``y`` of offsets in the row of a block that starts at ``start``."""
    return item << _BITS | start


def point(offset: Offset) -> Point:
    """Return the code point of one of Textual's offsets."""
    item, start = offset.y >> _BITS, offset.y & (1 << _BITS) - 1
    x = offset.x
    return Point(item, start + ((x - _BEYOND) // _STEP if x >= _BEYOND else max(0, x)))


def x_beyond(length: int) -> int:
    """Return the ``x`` of the cells after a row of ``length`` code points."""
    return _BEYOND + _STEP * length


def offset(at: Point) -> Offset:
    """Return Textual's offset of a code point."""
    return Offset(0, row_key(*at))


def selected(selection: Selection, blocks: Sequence[Block], sides: Sequence[int] = b"") -> Range:
    """Return what Textual's selection covers, in whole characters.

    An open end is the text's.
    """
    last = len(blocks) - 1
    start = Point(0, 0) if selection.start is None else point(selection.start)
    end = Point(last, len(blocks[last].text)) if selection.end is None else point(selection.end)
    first, _ = cluster_around(blocks[min(start.item, last)].text, start.offset, start.offset)
    _, beyond = cluster_around(blocks[min(end.item, last)].text, 0, end.offset)
    return Range(start._replace(offset=first), end._replace(offset=beyond), sides)


def selection(range_: Range) -> Selection:
    """Return Textual's selection of a range."""
    return Selection(offset(range_.start), offset(range_.end))


def clean_text(range_: Range, blocks: Sequence[Block]) -> str:
    """Return the text in a range, without the row breaks of the screen.

    A line break stands between blocks, an empty line where the screen has a gap. A block's marker
    is included with the beginning of its text.
    """
    out: list[str] = []
    for item in range(range_.start.item, min(range_.end.item, len(blocks) - 1) + 1):
        block = blocks[item]
        part = range_.within(item, len(block.text))
        if part is None:
            continue
        if out:
            out.append("\n\n" if block.gap else "\n")
        if block.marker and part[0] == 0 and range_.start.item != range_.end.item:
            out.append(f"{block.marker} ")
        out.append(block.text[part[0] : part[1]].replace("\xad", ""))
    return "".join(out)


class SavedSelections:
    """Selections in hidden translations of a text, to be restored with them."""

    def __init__(self) -> None:
        self._by_text: dict[int, Selection] = {}

    def clear(self) -> None:
        """Clear everything, because another document is shown."""
        self._by_text.clear()

    def save(self, blocks: Sequence[Block], selection: Selection) -> None:
        """Save the selection in a text that is replaced."""
        self._by_text[self._key(blocks)] = selection

    def take(self, blocks: Sequence[Block]) -> Selection | None:
        """Return and remove the saved selection of a text that is shown again."""
        return self._by_text.pop(self._key(blocks), None) if self._by_text else None

    @staticmethod
    def _key(blocks: Sequence[Block]) -> int:
        return hash(tuple(block.text for block in blocks))


def word_at(text: str, at: int) -> tuple[int, int]:
    """Return the word that holds a code point, or that code point alone."""
    start = at
    word = re.compile(_WORD)
    while start > 0 and word.match(text[start - 1]):
        start -= 1
    match = word.match(text, start)
    return (start, match.end()) if match and match.end() > at else (at, min(len(text), at + 1))


def around(at: Point, text: str, *, whole: bool) -> Range:
    """Return the word at a code point of a block, or the ``whole`` block."""
    start, end = (0, len(text)) if whole else word_at(text, max(0, at.offset))
    return Range(Point(at.item, start), Point(at.item, end))
