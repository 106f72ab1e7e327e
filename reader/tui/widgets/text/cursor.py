"""The cursor: the block that commands act on, and how it and the view move by key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.tui.widgets.text.canvas import Canvas
from reader.tui.widgets.text.viewport import Top

SKIPPED = frozenset(("heading", "title", "meta"))
"""Roles that the cursor doesn't stop at."""


class Walker(Canvas):
    """A canvas with a cursor. ``by_block``: j and k go from block to block, not from row to row."""

    by_block = False
    _follows = True

    def cursor_moved(self) -> None:
        """The cursor stands on another block."""

    def key_moved(self) -> None:
        """A key moved the view or the cursor."""

    @property
    def cursor(self) -> str | None:
        """The id of the block that the cursor stands on."""
        return self._blocks[self._cursor].id if self._blocks else None

    def _stops(self, numbers: Iterable[int]) -> Iterator[int]:
        return (n for n in numbers if self._blocks[n].role not in SKIPPED)

    def _next_stop(self, number: int, step: int) -> int:
        """The next block that the cursor may stand on; the nearest one at all where there is none."""
        ahead = range(number + 1, len(self._blocks)) if step > 0 else range(number - 1, -1, -1)
        return next(self._stops(ahead), max(0, min(number, len(self._blocks) - 1)))

    def _set_cursor(self, number: int) -> None:
        if number != self._cursor and 0 <= number < len(self._blocks):
            old, self._cursor = self._cursor, number
            self._refresh_blocks(old, number)
            self.cursor_moved()

    def moved(self) -> None:
        if self._follows:
            self._follow()

    def _follow(self, *, from_top: bool = False) -> None:
        """Bring the cursor to a block that is wholly in view: the nearest, or the topmost."""
        if self._lines is None or not self._blocks:
            return
        top, bottom = self.y, self.y + self.rows
        visible = self.in_view
        first, last = self._lines.first_and_last(self._cursor)
        here = self._cursor in visible
        if here and first >= top and last < bottom and not from_top:
            return
        spans = ((n, *self._lines.first_and_last(n)) for n in self._stops(visible))
        whole = [n for n, above, below in spans if above >= top and below < bottom]
        if whole:
            self._set_cursor(whole[0] if from_top or first < top else whole[-1])
        elif not here:
            self._set_cursor(next(self._stops(visible), visible.start))

    def _show_place(self, number: int, offset: int) -> None:
        """Scroll to a block if it isn't wholly in view, or to a place in it that isn't."""
        if self._lines is None or not self.rows:
            self._top = Top(number, offset / max(1, self.text_length(number)))
            self._fitted = (0, 0)  # a view that is hidden goes there when it is shown
            return
        first, last = self._lines.first_and_last(number)
        top, bottom = self.y, self.y + self.rows
        y = self._lines.y_of(self._lines.place(number, offset))
        if (top <= first and last < bottom) or (offset and top <= y < bottom - 1):
            return
        # A row of what comes before shows that the text goes on upwards.
        self._steady(max(0, (first if y - first < self.rows - 2 else y) - 1))

    def _steady(self, y: int) -> bool:
        """Scroll, and leave the cursor where it is."""
        self._follows = False
        try:
            return self.move_to(y)
        finally:
            self._follows = True

    # moves by key

    def action_line_down(self) -> None:
        self._line(1)

    def action_line_up(self) -> None:
        self._line(-1)

    def action_page_down(self) -> None:
        self._page(max(1, self.rows - 1))

    def action_page_up(self) -> None:
        self._page(-max(1, self.rows - 1))

    def action_half_down(self) -> None:
        self._page(max(1, self.rows // 2))

    def action_half_up(self) -> None:
        self._page(-max(1, self.rows // 2))

    def action_home(self) -> None:
        self.key_moved()
        self._steady(0)
        self._set_cursor(self._next_stop(-1, 1))

    def action_end(self) -> None:
        self.key_moved()
        self.move_to_end()
        self._set_cursor(self._next_stop(len(self._blocks), -1))

    def action_paragraph_next(self) -> None:
        self.key_moved()
        self._block(1)

    def action_paragraph_previous(self) -> None:
        self.key_moved()
        self._block(-1)

    def _line(self, step: int) -> None:
        self.key_moved()
        if self.by_block:
            if not (self._reaches_out(step) and self._steady(self.y + step)):
                self._block(step)
        elif not self.move_by(step):
            self._set_cursor(self._next_stop(self._cursor, step))

    def _page(self, rows: int) -> None:
        self.key_moved()
        if self._steady(self.y + rows):
            self._follow(from_top=True)
        else:
            end, step = (len(self._blocks), -1) if rows > 0 else (-1, 1)
            self._set_cursor(self._next_stop(end, step))

    def _block(self, step: int) -> None:
        """Move the cursor to the next block, and the view no further than that needs."""
        if self._lines is None or not self._blocks:
            return
        number = self._next_stop(self._cursor, step)
        if number == self._cursor or self._blocks[number].role in SKIPPED:
            # Nothing to stop at any more: show what there is beyond, a title or a note's end.
            self._steady(self.y + step)
            return
        self._set_cursor(number)
        first, last = self._lines.first_and_last(number)
        shown = first
        while step < 0 and number and self._blocks[number - 1].role in SKIPPED:
            number -= 1
            shown = self._lines.first_and_last(number)[0]
        if first - shown < self.rows - (last - first):
            first = shown  # its heading fits, too
        if first < self.y:
            self._steady(first if last - first < self.rows else last - self.rows + 1)
        elif last >= self.y + self.rows:
            self._steady(min(first, last - self.rows + 1))

    def _reaches_out(self, step: int) -> bool:
        """Does the cursor's block go on beyond the view, in the direction of ``step``?"""
        if self._lines is None or not self._blocks:
            return False
        first, last = self._lines.first_and_last(self._cursor)
        in_view = first < self.y + self.rows and last >= self.y
        return in_view and (last >= self.y + self.rows if step > 0 else first < self.y)
