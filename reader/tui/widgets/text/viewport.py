"""A widget that scrolls by rows of a layout most of which was never wrapped.

The place in the text is what counts, not the row's number: rows above the view change their number
when an estimate is corrected, and the view stands still.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from textual.geometry import Size
from textual.widget import Widget

from reader.tui.widgets.line_view import LineView
from reader.tui.widgets.text.layout import Layout, Spot

BAR = 1
"""Cells for the bar that shows how far one has come."""


class Top(NamedTuple):
    """The place at the top of the view; it changes when someone moves, not with the layout.

    ``fraction`` of the block's text lies before it, so that it can be found in a translation and
    found again coming back. ``gap``: rows of the gap before the block that are in view, as a negative
    number.
    """

    item: int = 0
    fraction: float = 0.0
    gap: int = 0


class RowScroller(LineView):
    """Moves by rows; :meth:`lay_out` says what there is."""

    def __init__(self, *, name: str | None, id: str | None, classes: str | None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._lines: Layout | None = None
        self._lines_width = 0
        self._top = Top()
        self._quiet = False
        self._fitted = (0, 0)

    def lay_out(self, width: int) -> Layout:
        """A layout of what is shown for so many cells."""
        raise NotImplementedError

    def text_length(self, item: int) -> int:
        """Code points of a block's text."""
        raise NotImplementedError

    def moved(self) -> None:
        """The view shows another place, because someone moved."""

    # the layout follows what is shown and the width

    def relayout(self, top: Top) -> None:
        """Lay out anew, with ``top`` at the top."""
        self._lines = None
        self._fitted = (0, 0)
        self._top = top
        self._fit()
        if self.styles.auto_dimensions:
            self.refresh(layout=True)

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        self._quiet = True
        try:
            changed = super()._size_updated(size, virtual_size, container_size, layout)
        finally:
            self._quiet = False
        # Here and not in on_resize, which comes after the first frame.
        self._fit()
        return changed

    def _fit(self) -> None:
        width, height = self.inside(self.size.width), self.rows
        if width < 1 or height < 1:
            return
        if self._lines is None or self._lines_width != width:
            self._lines = self.lay_out(width)
            self._lines_width = width
        elif self._fitted == (width, height):
            return
        self._fitted = (width, height)
        lines = self._lines
        if not lines.count:
            self._put(0)
            return
        top = self._top
        offset = round(top.fraction * self.text_length(top.item))
        spot = lines.place(top.item, offset)
        spot = lines.settle(Spot(spot.item, spot.row + top.gap), height, 2 * height)
        self._put(lines.y_of(spot))

    def _put(self, y: float) -> None:
        """Scroll without calling it a move."""
        self._quiet = True
        try:
            self._update_virtual_size()
            y = self.validate_scroll_y(y)
            self.set_reactive(Widget.scroll_target_y, y)
            self.scroll_y = y
        finally:
            self._quiet = False
        self.refresh()

    def _update_virtual_size(self) -> None:
        total = self._lines.total if self._lines is not None else 0
        size = Size(self.size.width, total)
        if size != self.virtual_size:
            # Not by assignment, which would lay out the whole screen for some more rows.
            self.set_reactive(Widget.virtual_size, size)

    def inside(self, width: int) -> int:
        """Cells beside the bar, the place of which is kept free when there is none, too."""
        return width - BAR

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        width = self.inside(width)
        if self._lines is None or self._lines_width != width:
            self._lines = self.lay_out(width)
            self._lines_width = width
        return self._lines.settle_all()

    def get_content_width(self, container: Size, _viewport: Size) -> int:
        return container.width

    # moving

    @property
    def allow_vertical_scroll(self) -> bool:
        """Textual scrolls only what has a scrollbar of its own; this one paints a bar in its rows."""
        return self.max_scroll_y > 0

    def thumb(self) -> range:
        """The rows of the view beside which the bar's thumb stands; none where everything is in view."""
        total, rows = self.virtual_size.height, self.rows
        if total <= rows:
            return range(0)
        size = max(1, rows * rows // total)
        start = round(self.scroll_y / (total - rows) * (rows - size))
        return range(start, start + size)

    def drag_to(self, row: int) -> None:
        """Scroll as if the middle of the thumb were dragged to a row of the view."""
        size = len(self.thumb())
        way = max(1, self.rows - size)
        self.move_to(round(max(0, min(way, row - size // 2)) / way * self.max_scroll_y))

    @property
    def y(self) -> int:
        """The number of the row at the top."""
        return self.scroll_offset.y

    @property
    def rows(self) -> int:
        """How many rows are in view."""
        return self.size.height

    def move_to(self, y: int) -> bool:
        """Scroll so that row ``y`` is at the top, as far as there are rows. Has anything moved?"""
        before = self._top
        self._scroll_to(y=y, animate=False, force=True)
        return self._top != before

    def move_by(self, rows: int) -> bool:
        return self.move_to(self.y + rows)

    def move_to_end(self) -> bool:
        if self._lines is not None and self._lines.count:
            self._lines.settle_end(2 * self.rows)
            self._quiet = True
            self._update_virtual_size()
            self._quiet = False
        return self.move_to(self.max_scroll_y)

    def _scroll_to(self, *args: Any, **kwargs: Any) -> bool:
        kwargs["animate"] = False  # it takes half a second until an animated page stands still
        return super()._scroll_to(*args, **kwargs)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        if not self._quiet and self._lines is not None and self._lines.count:
            self._arrive(self._lines, new_value)
        super().watch_scroll_y(old_value, self.scroll_y)

    def _arrive(self, lines: Layout, y: float) -> None:
        """Make the rows around the new place exact, without the view being moved by it."""
        if y >= self.max_scroll_y:
            lines.settle_end(2 * self.rows)
            y = max(0, lines.total - self.rows)
        whole = round(y)
        spot = lines.settle(lines.spot(whole), self.rows, 2 * self.rows)
        exact = lines.y_of(spot) + (y - whole)
        self._put(exact)
        starts = lines.column.starts(spot.item)
        length = self.text_length(spot.item)
        offset = starts[min(spot.row, len(starts) - 1)] if spot.row > 0 else 0
        self._top = Top(spot.item, offset / length if length else 0.0, min(0, spot.row))
        self.moved()
