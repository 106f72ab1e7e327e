"""The layout of blocks as rows: only blocks that are looked at are wrapped.

The height of a block that wasn't wrapped yet is an estimate. :meth:`Layout.measure_around` makes
the heights around a place exact, so that a move by rows never goes over an estimate.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from operator import add
from typing import NamedTuple

from reader.tui.widgets.blocks import Block
from reader.tui.widgets.cells import cell_len
from reader.tui.widgets.text.rows import Rows
from reader.tui.widgets.text.wrap import row_of, wrap

GUTTER = 2
"""Cells before a text's column, for the cursor's bar and that of highlighted blocks."""

BETWEEN = 4
"""Cells between columns; the last of them are the right column's gutter."""

_CACHED = 256
"""Wrapped blocks that are cached."""

NARROWEST = 8
"""Cells that a text gets however narrow its column, however deep its indent."""


class RowPosition(NamedTuple):
    """A row of a layout: a block's number and a row of the block.

    Rows below 0 are the gap before the block: -1 is the last of them.
    """

    item: int
    row: int


class Column:
    """Blocks, wrapped to ``width`` cells."""

    def __init__(self, blocks: Sequence[Block], width: int) -> None:
        self.blocks = blocks
        self.width = width
        self._starts: OrderedDict[int, array[int]] = OrderedDict()

    def hanging_indent(self, item: int) -> int:
        """Return the cells before the text: indent, marker and a space."""
        block = self.blocks[item]
        return block.indent + (cell_len(block.marker) + 1 if block.marker else 0)

    def room(self, item: int) -> int:
        return max(NARROWEST, self.width - self.hanging_indent(item))

    def starts(self, item: int) -> array[int]:
        """Return the index at which each row of a block's text starts."""
        starts = self._starts.get(item)
        if starts is None:
            block = self.blocks[item]
            starts = wrap(block.text, self.room(item)) if block.role != "absent" else array("I")
            self._starts[item] = starts
            if len(self._starts) > _CACHED:
                self._starts.popitem(last=False)
        else:
            self._starts.move_to_end(item)
        return starts

    def estimates(self) -> array[int]:
        """Estimate each block's rows from its length: words leave 6 % of a row empty."""
        each = max(NARROWEST, self.width * 15 // 16)
        rows = [len(b.text) // each + 1 if b.role != "absent" else 0 for b in self.blocks]
        return array("I", rows)


class Layout:
    """Blocks one under the other, or ``abreast`` side by side (parallel text).

    Blocks side by side have the height of the tallest and the gap of the first. A position names
    the first of them; methods take the index of any. The columns are centred in ``width`` cells.
    """

    def __init__(self, column: Column, abreast: int = 1, width: int = 0) -> None:
        self.column = column
        self.abreast = abreast
        taken = abreast * (column.width + BETWEEN) - BETWEEN
        self.margin = max(0, (width - GUTTER - taken) // 2)
        """Cells before the first column's gutter."""
        self.count = len(column.blocks) // abreast * abreast
        gaps = array("B", [min(255, max(0, b.gap)) for b in column.blocks[: self.count : abreast]])
        if gaps:
            gaps[0] = 0
        self._gaps = gaps
        guess = column.estimates()
        if abreast > 1:
            each = (guess[n : self.count : abreast] for n in range(abreast))
            guess = array("I", map(max, *each))
        self._rows = Rows(array("I", map(add, guess, gaps)))
        self._exact = bytearray(len(gaps))

    @property
    def total(self) -> int:
        """Rows altogether, those not wrapped yet by estimate."""
        return self._rows.total

    def side_by_side(self, item: int) -> range:
        """Return the indices of the blocks beside a block, and its own."""
        first = item - item % self.abreast
        return range(first, first + self.abreast)

    def _height(self, group: int) -> int:
        """Return the exact rows of blocks side by side, their gap included."""
        if not self._exact[group]:
            items = self.side_by_side(group * self.abreast)
            rows = max([len(self.column.starts(item)) for item in items])
            self._rows[group] = self._gaps[group] + rows
            self._exact[group] = 1
        return self._rows[group]

    def position_at(self, y: int) -> RowPosition:
        group, row = self._rows.find(y)
        return RowPosition(group * self.abreast, row - self._gaps[group])

    def y_of(self, position: RowPosition) -> int:
        group = position.item // self.abreast
        return self._rows.top(group) + self._gaps[group] + position.row

    def place(self, item: int, offset: int) -> RowPosition:
        """Return the row that holds the code point at ``offset`` of a block."""
        return RowPosition(item, row_of(self.column.starts(item), offset))

    def first_and_last(self, item: int) -> tuple[int, int]:
        """Return the ``y`` of a block's first and last row, the gap left out."""
        group = item // self.abreast
        height = self._height(group)
        top = self._rows.top(group)
        return top + self._gaps[group], top + height - 1

    def measure_around(self, position: RowPosition, above: int, below: int) -> RowPosition:
        """Measure so many rows above and below ``position``; return it, in range."""
        here = position.item // self.abreast
        height, gap = self._height(here), self._gaps[here]
        position = RowPosition(position.item, max(-gap, min(position.row, height - gap - 1)))
        rows, group = height - gap - position.row, here + 1
        while rows < below and group < len(self._gaps):
            rows += self._height(group)
            group += 1
        rows, group = gap + position.row, here - 1
        while rows < above and group >= 0:
            rows += self._height(group)
            group -= 1
        return position

    def measure_end(self, rows: int) -> None:
        """Measure the last ``rows`` rows."""
        if self.count:
            self.measure_around(RowPosition(self.count - 1, 0), rows, 1)

    def measure_all(self) -> int:
        """Measure everything, for short texts in boxes; return the exact total of rows."""
        return sum(map(self._height, range(len(self._gaps))))
