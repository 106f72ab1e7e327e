"""How one moves in a text by keys, as a pager for people who read does.

- j and k scroll by a line. The *cursor*, a quiet bar in the gutter, marks the paragraph that commands
  like "peek" and "copy" act on. It stays on its paragraph as long as that is wholly in view, and then
  goes to the nearest one that is; where the view can't scroll (any more), j and k move the cursor, so
  that every paragraph can be reached.
- With ``by_block`` (lists of claims) j and k move the cursor from block to block and the view follows;
  a block taller than the view is scrolled through line by line.
- Headings, titles and meta lines scroll by but the cursor skips them, unless there is nothing else.
- A screen reader follows a line of its own, which is what moves there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.geometry import Offset

from reader.tui.widgets.text.cursor import Cursor
from reader.tui.widgets.text.links import CurrentLink

if TYPE_CHECKING:
    from reader.tui.widgets.text.reading_line import ReadingLine
    from reader.tui.widgets.text_canvas import TextCanvas

    Base = TextCanvas
else:
    Base = object  # it is not a widget by itself, and costs Textual nothing

_FAR = 2_000
"""Lines from which on a move need not be exact to the row: it is not made line by line."""


class MovedByKeys(Base):
    """The commands that move a text view; any of them lets the current link go."""

    _cursor: Cursor
    _link: CurrentLink
    _line: ReadingLine | None = None

    def _apply(self) -> None:
        """Bring the screen up to date with what was moved, and post messages."""

    def _show_place(self, number: int, offset: int) -> None:
        """Move the cursor and the view to a place."""

    def go_to_number(self, number: int) -> None:
        """Go to the paragraph with this number from 1, or the last one."""
        if len(self.block_list):
            self._link.clear()
            self._show_place(self._cursor.nth(number), 0)

    def do_line_down(self, times: int = 1) -> None:
        self._lines(1, times)

    def do_line_up(self, times: int = 1) -> None:
        self._lines(-1, times)

    def do_page_down(self, times: int = 1) -> None:
        self._turn(1, times)

    def do_page_up(self, times: int = 1) -> None:
        self._turn(-1, times)

    def do_half_page_down(self, times: int = 1) -> None:
        self._turn(1, times, half=True)

    def do_half_page_up(self, times: int = 1) -> None:
        self._turn(-1, times, half=True)

    def do_top(self) -> None:
        self._by_key(self._cursor.top)

    def do_bottom(self) -> None:
        self._by_key(self._cursor.bottom)

    def do_next_paragraph(self, times: int = 1) -> None:
        self._by_key(self._cursor.block, 1, times=times)

    def do_previous_paragraph(self, times: int = 1) -> None:
        self._by_key(self._cursor.block, -1, times=times)

    def _by_key(self, move: Callable[..., None], *arguments: int, times: int = 1) -> None:
        self._link.clear()
        for _n in range(times):
            before = self.viewport.anchor, self._cursor.number
            move(*arguments)
            if (self.viewport.anchor, self._cursor.number) == before:
                break  # the end: however often, nothing moves any more
        self._apply()

    def _lines(self, step: int, times: int) -> None:
        if self.is_for_screen_reader:
            self._read(self._reading.line, step, times)
        elif times > _FAR:
            self._by_key(self._cursor.rows, step * times)
        else:
            self._by_key(self._cursor.line, step, times=times)

    def _turn(self, step: int, times: int, *, half: bool = False) -> None:
        if self.is_for_screen_reader:
            self._read(self._reading.half_page if half else self._reading.page, step, times)
        else:
            self._by_key(self._cursor.half_page if half else self._cursor.page, step, times=times)

    # For a screen reader.

    @property
    def _reading(self) -> ReadingLine:
        """What a screen reader follows, made when there is one."""
        if self._line is None:
            from reader.tui.widgets.text.reading_line import ReadingLine

            self._line = ReadingLine(self.viewport, self._cursor)
        return self._line

    @property
    def reading_offset(self) -> Offset:
        x, y = self._reading.cell(self._link.link)
        return super().reading_offset + Offset(x, y)

    def _read(self, read: Callable[[int], None], step: int, times: int) -> None:
        """Move the line that is being read by a screen reader."""
        self._reading.start_from(self._link.link)
        self._link.clear()
        for _n in range(min(times, self.viewport.total)):
            read(step)
        self._apply()
