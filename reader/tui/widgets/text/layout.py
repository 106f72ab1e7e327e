"""The layout of blocks as rows: only blocks that are looked at are wrapped.

The height of a block that wasn't wrapped yet is an estimate. :meth:`Layout.measure_around` makes
the heights around a place exact, so that a move by rows never goes over an estimate.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.tui.widgets.blocks import Block
from reader.tui.widgets.cells import cell_len
from reader.tui.widgets.text.pairs import Pairs
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
    """The blocks of a column one under the other, each a group of its own.

    Blocks in a group have a height in common and the gap of the first. The columns are centred in
    ``width`` cells.
    """

    columns = 1
    sides: Sequence[int] = b""
    """The number of each block's column; empty where there is one."""

    def __init__(self, column: Column, width: int = 0) -> None:
        self.column = column
        taken = self.columns * (column.width + BETWEEN) - BETWEEN
        self.margin = max(0, (width - GUTTER - taken) // 2)
        """Cells before the first column's gutter."""
        self.count = len(column.blocks)
        self._gaps = gaps = self._group_gaps()
        if gaps:
            gaps[0] = 0
        self._rows = Rows(array("I", map(int.__add__, self._estimates(), gaps)))
        self._exact = bytearray(len(gaps))

    # What a group is.

    def _group_gaps(self) -> array[int]:
        """Return the blank rows before each group."""
        return array("B", [min(255, max(0, block.gap)) for block in self.column.blocks])

    def _estimates(self) -> array[int]:
        """Return a guess at each group's rows."""
        return self.column.estimates()

    def _group(self, item: int) -> int:
        """Return the number of a block's group."""
        return item

    def _group_rows(self, group: int) -> int:
        """Return the rows of a group, exactly."""
        return len(self.column.starts(group))

    def _rows_before(self, _item: int) -> int:
        """Return the rows of a block's group that are above the block."""
        return 0

    def _rows_after(self, _item: int) -> int:
        """Return the rows of a block's group that are below it and belong to other blocks."""
        return 0

    def _position(self, group: int, row: int) -> RowPosition:
        """Return the block that holds a row of a group, and the row of that."""
        return RowPosition(group, row)

    def _in_columns(self, group: int, row: int) -> tuple[RowPosition, ...]:
        """Return the same for each column."""
        return (RowPosition(group, row),)

    # Rows of all of them.

    @property
    def total(self) -> int:
        """Rows altogether, those not wrapped yet by estimate."""
        return self._rows.total

    def _height(self, group: int) -> int:
        """Rows of a group, its gap included, exactly."""
        if not self._exact[group]:
            self._rows[group] = self._gaps[group] + self._group_rows(group)
            self._exact[group] = 1
        return self._rows[group]

    def position_at(self, y: int) -> RowPosition:
        group, row = self._rows.find(y)
        return self._position(group, row - self._gaps[group])

    def columns_at(self, y: int) -> tuple[RowPosition, ...]:
        """Return the position at row ``y`` in each column, from left to right.

        A row that is below the last of a block's own is blank and belongs to it.
        """
        group, row = self._rows.find(y)
        return self._in_columns(group, row - self._gaps[group])

    def y_of(self, position: RowPosition) -> int:
        group = self._group(position.item)
        before = self._gaps[group] + self._rows_before(position.item)
        return self._rows.top(group) + before + position.row

    def place(self, item: int, offset: int) -> RowPosition:
        """Return the row that holds the code point at ``offset`` of a block."""
        return RowPosition(item, row_of(self.column.starts(item), offset))

    def first_and_last(self, item: int) -> tuple[int, int]:
        """Return the ``y`` of a block's first and last row, the gap left out."""
        group = self._group(item)
        height = self._height(group)
        top = self._rows.top(group)
        first = top + self._gaps[group] + self._rows_before(item)
        return first, top + height - 1 - self._rows_after(item)

    def measure_around(self, position: RowPosition, above: int, below: int) -> RowPosition:
        """Make the heights exact so many rows above and below ``position``; return it, in range."""
        here, before = self._group(position.item), self._rows_before(position.item)
        height, gap = self._height(here), self._gaps[here]
        row = max(-gap, min(position.row + before, height - gap - 1))
        rows, group = height - gap - row, here + 1
        while rows < below and group < len(self._gaps):
            rows += self._height(group)
            group += 1
        rows, group = gap + row, here - 1
        while rows < above and group >= 0:
            rows += self._height(group)
            group -= 1
        return RowPosition(position.item, row - before)

    def measure_end(self, rows: int) -> None:
        """Measure the last ``rows`` rows."""
        if self.count:
            self.measure_around(RowPosition(self.count - 1, 0), rows, 1)

    def measure_all(self) -> int:
        """Measure everything, for short texts in boxes; return the exact total of rows."""
        return sum(map(self._height, range(len(self._gaps))))


class PairedLayout(Layout):
    """Two texts side by side (parallel text): a group starts at one height in both columns.

    In a group the blocks of a column stand one under the other without a gap.
    """

    columns = 2

    def __init__(self, column: Column, pairs: Pairs, width: int = 0) -> None:
        self._pairs = pairs
        self._tops: dict[int, tuple[list[int], list[int]]] = {}
        self.sides = pairs.sides
        super().__init__(column, width)

    def _group_gaps(self) -> array[int]:
        blocks = self.column.blocks
        gaps = [
            max(blocks[first.start].gap, blocks[second.start].gap)
            for first, second in self._pairs.groups
        ]
        return array("B", [min(255, max(0, gap)) for gap in gaps])

    def _estimates(self) -> array[int]:
        guess = self.column.estimates()
        return array(
            "I",
            [
                max(sum(guess[side.start : side.stop]) for side in sides)
                for sides in self._pairs.groups
            ],
        )

    def _group(self, item: int) -> int:
        return self._pairs.group_of[item]

    def _group_tops(self, group: int) -> tuple[list[int], list[int]]:
        """Return for either column the row at which each block starts, and that after the last."""
        tops = self._tops.get(group)
        if tops is None:
            first, second = (
                [0, *accumulate(len(self.column.starts(item)) for item in side)]
                for side in self._pairs.groups[group]
            )
            tops = self._tops[group] = first, second
        return tops

    def _group_rows(self, group: int) -> int:
        first, second = self._group_tops(group)
        return max(first[-1], second[-1])

    def _rows_before(self, item: int) -> int:
        group, side = self._pairs.group_of[item], self.sides[item]
        return self._group_tops(group)[side][item - self._pairs.groups[group][side].start]

    def _rows_after(self, item: int) -> int:
        group, side = self._pairs.group_of[item], self.sides[item]
        own = self._pairs.groups[group][side]
        if item == own.stop - 1:
            return 0
        return self._group_rows(group) - self._group_tops(group)[side][item + 1 - own.start]

    def _position(self, group: int, row: int) -> RowPosition:
        first, _second = self._pairs.groups[group]
        is_absent = self.column.blocks[first.start].role == "absent"
        return self._in_columns(group, row)[1 if is_absent else 0]

    def _in_columns(self, group: int, row: int) -> tuple[RowPosition, ...]:
        found = []
        for side, tops in zip(self._pairs.groups[group], self._group_tops(group), strict=True):
            nth = max(0, bisect_right(tops, row, hi=len(side)) - 1)
            found.append(RowPosition(side[nth], row - tops[nth]))
        return tuple(found)
