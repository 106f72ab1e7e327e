"""Blocks and a width in, rows out; only what is looked at is wrapped.

The height of a block that wasn't wrapped yet is an estimate. :meth:`Layout.settle` makes the heights
around a place exact, so that whoever moves by rows never moves over an estimate. A layout may have
several columns (parallel text): blocks of the same number stand side by side.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from reader.tui.blocks import Block
from reader.tui.view.rows import Rows
from reader.tui.view.wrap import row_of, wrap

_KEPT = 256
"""Wrapped blocks that are remembered."""

NARROWEST = 8
"""Cells that a text gets however narrow its column, however deep its indent."""


class Spot(NamedTuple):
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

    def hang(self, item: int) -> int:
        """Cells before the text: indent, marker and a space."""
        block = self.blocks[item]
        return block.indent + (cell_len(block.marker) + 1 if block.marker else 0)

    def room(self, item: int) -> int:
        return max(NARROWEST, self.width - self.hang(item))

    def starts(self, item: int) -> array[int]:
        """The index at which each row of a block's text starts."""
        starts = self._starts.get(item)
        if starts is None:
            starts = wrap(self.blocks[item].text, self.room(item))
            self._starts[item] = starts
            if len(self._starts) > _KEPT:
                self._starts.popitem(last=False)
        else:
            self._starts.move_to_end(item)
        return starts

    def estimates(self) -> array[int]:
        """A guess at each block's rows, from its length alone: words leave some 6 % of a row empty."""
        each = max(NARROWEST, self.width * 15 // 16)
        return array("I", [len(block.text) // each + 1 for block in self.blocks])


class Layout:
    """Columns of blocks, the heights of which are those of the tallest of each number."""

    def __init__(self, *columns: Column) -> None:
        self.columns = columns
        self.count = len(columns[0].blocks)
        gaps = array("B", [min(255, max(0, block.gap)) for block in columns[0].blocks])
        if gaps:
            gaps[0] = 0
        self._gaps = gaps
        estimates = [column.estimates() for column in columns]
        highest = estimates[0] if len(estimates) == 1 else map(max, *estimates)
        self._rows = Rows(array("I", map(int.__add__, highest, gaps)))
        self._exact = bytearray(self.count)

    @property
    def total(self) -> int:
        """Rows altogether, those not wrapped yet by estimate."""
        return self._rows.total

    def height(self, item: int) -> int:
        """Rows of a block, its gap included, exactly."""
        if not self._exact[item]:
            self._rows[item] = self._gaps[item] + max(
                len(column.starts(item)) for column in self.columns
            )
            self._exact[item] = 1
        return self._rows[item]

    def spot(self, y: int) -> Spot:
        item, row = self._rows.find(y)
        return Spot(item, row - self._gaps[item])

    def y_of(self, spot: Spot) -> int:
        return self._rows.top(spot.item) + self._gaps[spot.item] + spot.row

    def place(self, item: int, offset: int, column: int = 0) -> Spot:
        """The row that shows the code point at ``offset`` of a block."""
        return Spot(item, row_of(self.columns[column].starts(item), offset))

    def first_and_last(self, item: int) -> tuple[int, int]:
        """The ``y`` of a block's first and last row, the gap left out."""
        height = self.height(item)
        top = self._rows.top(item)
        return top + self._gaps[item], top + height - 1

    def settle(self, spot: Spot, above: int, below: int) -> Spot:
        """Make the heights exact so many rows above and below ``spot``, and give it back, in range."""
        height = self.height(spot.item)
        gap = self._gaps[spot.item]
        spot = Spot(spot.item, max(-gap, min(spot.row, height - gap - 1)))
        rows, item = height - gap - spot.row, spot.item + 1
        while rows < below and item < self.count:
            rows += self.height(item)
            item += 1
        rows, item = gap + spot.row, spot.item - 1
        while rows < above and item >= 0:
            rows += self.height(item)
            item -= 1
        return spot

    def settle_end(self, rows: int) -> None:
        """Make the last ``rows`` rows exact."""
        if self.count:
            self.settle(Spot(self.count - 1, 0), rows, 1)

    def settle_all(self) -> int:
        """Wrap everything; the exact total. For short texts in boxes that fit them."""
        return sum(map(self.height, range(self.count)))
