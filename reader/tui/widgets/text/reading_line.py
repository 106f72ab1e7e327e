"""The line that is being read, row by row: a screen reader follows it, and the view stands still."""

from __future__ import annotations

from collections.abc import Callable

from reader.tui.widgets.cells import cell_len
from reader.tui.widgets.text.cursor import Cursor
from reader.tui.widgets.text.layout import GUTTER, RowPosition
from reader.tui.widgets.text.links import Numbered
from reader.tui.widgets.text.viewport import Viewport
from reader.tui.widgets.text.wrap import shown


class ReadingLine:
    """A row in view, of the block that the cursor stands on; the view follows it a page at a time."""

    def __init__(self, viewport: Viewport, cursor: Cursor) -> None:
        self._viewport = viewport
        self._cursor = cursor
        self._at: RowPosition | None = None

    def _y(self, link: Numbered | None = None) -> int:
        """Return the number of the row, as the layout counts."""
        viewport, layout = self._viewport, self._viewport.layout
        if layout is None or not layout.count:
            return 0
        view = range(viewport.y, viewport.y + viewport.rows)
        if link is not None and (y := layout.y_of(layout.place(link[0], link[1].start))) in view:
            return y
        number = self._cursor.number
        at = self._at
        if at is not None and at.item == number and (y := layout.y_of(at)) in view:
            return y
        first, last = layout.first_and_last(number)
        if first <= view.stop - 1 and last >= view.start:
            return max(first, view.start)
        return viewport.y

    def cell(self, link: Numbered | None) -> tuple[int, int]:
        """Return the cell of the view at which one reads: the row's start, or the current link."""
        viewport, layout = self._viewport, self._viewport.layout
        if layout is None or not layout.count:
            return 0, 0
        y = self._y(link)
        x = layout.margin + GUTTER
        if link is not None:
            item, row = layout.place(link[0], link[1].start)
            if layout.y_of(RowPosition(item, row)) == y:
                start = layout.column.starts(item)[row]
                text = layout.column.blocks[item].text
                x += layout.column.hanging_indent(item) + cell_len(
                    shown(text, start, link[1].start)
                )
        return x, y - viewport.y

    def start_from(self, link: Numbered | None) -> None:
        """Read on from the current link's row, where there is one in view."""
        layout = self._viewport.layout
        if layout is not None and layout.count:
            self._set(self._y(link))

    def _set(self, y: int) -> None:
        layout = self._viewport.layout
        assert layout is not None
        self._at = layout.position_at(y)
        self._cursor.number = self._at.item

    def line(self, step: int) -> None:
        """Go to the next row with a text, or for -1 to the one before."""
        viewport, layout = self._viewport, self._viewport.layout
        if layout is None or not layout.count:
            return
        y = self._y() + step
        while 0 <= y < layout.total and layout.position_at(y).row < 0:
            y += step
        if not 0 <= y < layout.total:
            return
        at = layout.position_at(y)
        if y >= viewport.y + viewport.rows:
            viewport.move_to(y)
        elif y < viewport.y:
            viewport.move_to(max(0, y - viewport.rows + 1))
        self._set(layout.y_of(at))

    def page(self, step: int) -> None:
        """Turn a page, and read from its first row."""
        self._turn(self._cursor.page, step)

    def half_page(self, step: int) -> None:
        """Turn half a page, and read from its first row."""
        self._turn(self._cursor.half_page, step)

    def _turn(self, move: Callable[[int], None], step: int) -> None:
        viewport = self._viewport
        before = viewport.moves
        move(step)
        layout = viewport.layout
        if layout is None or not layout.count or viewport.moves == before:
            return
        y = viewport.y
        while y < layout.total - 1 and layout.position_at(y).row < 0:
            y += 1
        self._set(y)
