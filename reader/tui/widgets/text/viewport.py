"""The viewport: the rows in view of a layout that is mostly not wrapped.

The place in the text is what counts, not the row's number: rows above the view change their
number when an estimate is corrected, and the view stands still.
"""

from collections.abc import Callable
from typing import NamedTuple

from reader.tui.widgets.text.layout import Layout, RowPosition

BAR = 1
"""Cells for the bar that shows how far one has come."""


class ScrollAnchor(NamedTuple):
    """The place at the top of the view; it changes with moves, not with the layout.

    ``fraction`` of the block's text lies before it, so that it can be found in a translation and
    found again coming back. ``gap``: rows of the gap before the block that are in view, as a
    negative number.
    """

    item: int = 0
    fraction: float = 0.0
    gap: int = 0


class Viewport:
    """``rows`` rows of a layout, from row ``y`` on.

    The callback ``lay_out`` makes the layout for a width in cells.
    """

    def __init__(self, lay_out: Callable[[int], Layout]) -> None:
        self._lay_out = lay_out
        self._layout_width = 0
        self._placed_for: tuple[int, int] | None = None
        self.layout: Layout | None = None
        self.anchor = ScrollAnchor()
        self.width = 0
        self.rows = 0
        self.y = 0
        """The number of the row at the top."""
        self.moves = 0
        """How often the view was moved; a layout that follows the width is not counted."""

    # the layout follows what is shown and the width

    def show(self, anchor: ScrollAnchor) -> None:
        """Lay out the new blocks with ``anchor`` at the top."""
        self.layout = None
        self.go_to(anchor)

    def go_to(self, anchor: ScrollAnchor) -> None:
        """Scroll to a place, now or once the viewport has a size."""
        self.anchor = anchor
        self._placed_for = None
        self._place()

    def resize(self, width: int, rows: int) -> None:
        """Set the size to ``width`` cells and ``rows`` rows; the top stays."""
        self.width, self.rows = width, rows
        self._place()

    def content_height(self, width: int) -> int:
        """Wrap everything to ``width`` cells; return the rows that it takes."""
        return self._laid_out(width).measure_all()

    def _laid_out(self, width: int) -> Layout:
        if self.layout is None or self._layout_width != width:
            self.layout = self._lay_out(width)
            self._layout_width = width
            self._placed_for = None
        return self.layout

    def _place(self) -> None:
        room = self.width, self.rows
        if min(room) < 1:
            return
        layout = self._laid_out(self.width)
        if self._placed_for == room:
            return
        self._placed_for = room
        if not layout.count:
            self.y = 0
            return
        anchor = self.anchor
        offset = round(anchor.fraction * len(layout.column.blocks[anchor.item].text))
        item, row = layout.place(anchor.item, offset)
        self._put(layout, RowPosition(item, row + anchor.gap))

    def _put(self, layout: Layout, position: RowPosition) -> RowPosition:
        """Scroll a row to the top, as far as there are rows; measure around it."""
        position = layout.measure_around(position, self.rows, 2 * self.rows)
        self.y = max(0, min(layout.y_of(position), self.last_y))
        return position

    # what is in view

    @property
    def total(self) -> int:
        """Rows altogether, those not wrapped yet by estimate."""
        return self.layout.total if self.layout is not None else 0

    @property
    def last_y(self) -> int:
        """The row at the top when the end is in view."""
        return max(0, self.total - self.rows)

    @property
    def in_view(self) -> range:
        """The numbers of the blocks that are in view, wholly or in part."""
        layout = self.layout
        if layout is None or not layout.count:
            return range(0)
        first = layout.position_at(self.y).item
        return range(first, layout.position_at(self.y + self.rows - 1).item + 1)

    def shows(self, number: int, offset: int) -> bool:
        """Tell whether the row of a code point is in view."""
        if self.layout is None:
            return False
        y = self.layout.y_of(self.layout.place(number, offset))
        return self.y <= y < self.y + self.rows

    def part_of(self, number: int) -> tuple[int, int]:
        """Return the code points of a block whose rows are in view: the first, and that beyond.

        All of them while nothing has been laid out.
        """
        layout = self.layout
        if layout is None:
            return 0, 1 << 40
        first, _last = layout.first_and_last(number)
        length = len(layout.column.blocks[number].text)
        places = [*layout.column.starts(number), length]
        top, beyond = self.y - first, self.y + self.rows - first
        bounds = [max(0, min(row, len(places) - 1)) for row in (top, beyond)]
        return places[bounds[0]], places[bounds[1]] if bounds[1] else 0

    @property
    def thumb(self) -> range:
        """The rows beside which the bar's thumb stands; none where everything is in view."""
        total, rows = self.total, self.rows
        if total <= rows:
            return range(0)
        size = max(1, rows * rows // total)
        start = round(self.y / (total - rows) * (rows - size))
        return range(start, start + size)

    # moving

    def move_to(self, y: int) -> bool:
        """Scroll row ``y`` to the top as far as possible; return whether it moved."""
        layout, before = self.layout, self.anchor
        y = max(0, min(y, self.last_y))
        if layout is None or not layout.count or y == self.y:
            return False
        if y == self.last_y:
            layout.measure_end(2 * self.rows)
            y = self.last_y
        position = self._put(layout, layout.position_at(y))
        starts = layout.column.starts(position.item)
        length = len(layout.column.blocks[position.item].text)
        offset = starts[min(position.row, len(starts) - 1)] if position.row > 0 else 0
        self.anchor = ScrollAnchor(
            position.item, offset / length if length else 0.0, min(0, position.row)
        )
        self.moves += 1
        return self.anchor != before

    def move_by(self, rows: int) -> bool:
        """Scroll by so many rows, negative ones up; return whether it moved."""
        return self.move_to(self.y + rows)

    def move_to_end(self) -> bool:
        """Scroll until the last row is in view; return whether it moved."""
        if self.layout is not None:
            self.layout.measure_end(2 * self.rows)
        return self.move_to(self.last_y)

    def drag_thumb(self, row: int) -> bool:
        """Drag the middle of the thumb to a row of the view; return whether it moved."""
        size = len(self.thumb)
        way = max(1, self.rows - size)
        return self.move_to(round(max(0, min(way, row - size // 2)) / way * self.last_y))
