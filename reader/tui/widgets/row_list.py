"""A list of rows by the line API: only rows in view are rendered."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.widgets.line_view import LineView
from reader.tui.widgets.rows import (
    NOTHING,
    Row,
    RowStyles,
    painted,
    painted_heading,
    room_for_title,
)
from reader.tui.widgets.text.wrap import wrap_to

_CACHED = 512
"""Rows that are cached, and painted rows."""


class RowList(LineView, can_focus=True, inherit_bindings=False):
    """Rows with one highlighted; text is data and never markup.

    The rows may be a lazy sequence: only its length and slices are read, never the whole of it. One
    with headings has a method ``is_heading`` that tells of a place whether there is one.
    ``title_lines`` is how many lines a title may take, ``most_lines`` how many where all rows fit.
    A row is as high as its title and note are, and ``gap`` blank lines stand below it; in a list
    of more rows than lines, all rows are of one height.
    """

    DEFAULT_CSS = """
    RowList { scrollbar-size-vertical: 1; overflow-x: hidden; }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    highlighted: reactive[int] = reactive(0)

    class _About(Message):
        def __init__(self, row_list: "RowList", row: Row) -> None:
            super().__init__()
            self.row_list = row_list
            self.row = row

        @property
        def control(self) -> "RowList":
            return self.row_list

    class Chosen(_About):
        """A row was clicked or opened."""

    class Highlighted(_About):
        """Another row was moved to."""

    def __init__(
        self,
        *,
        title_lines: int = 1,
        most_lines: int = 0,
        gap: int = 0,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.title_lines = self.least_lines = title_lines
        self.most_lines = max(most_lines, title_lines)
        self.gap = gap
        self._rows: Sequence[Row] = ()
        self._cache: dict[int, Row] = {}
        self._painted: dict[tuple[int, bool], list[Strip]] = {}
        self._tops: Sequence[int] = (0,)
        self._note_lines = 0
        """Lines for the note of each row in a list of rows of one height."""
        self._measured_for = Size()
        self._theme_styles: RowStyles | None = None

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    @property
    def current(self) -> Row | None:
        """The highlighted row."""
        return self._row(self.highlighted) if len(self._rows) else None

    def show(self, rows: Sequence[Row], *, keep: bool = False, at: int = 0) -> None:
        """Replace the rows, and highlight the one at ``at``.

        ``keep``: the highlighted row stays highlighted, by its id in a list or tuple, by its index
        in a sequence that may be lazy.
        """
        current, index = (self.current, self.highlighted) if keep else (None, at)
        self._rows = rows
        self._cache = {}
        if current is not None and isinstance(rows, list | tuple):
            index = next((n for n, row in enumerate(rows) if row.id == current.id), 0)
        self.set_reactive(RowList.highlighted, self._choosable(max(0, min(index, len(rows) - 1))))
        self._measure()
        self._reveal()
        self.refresh()

    def select(self, index: int) -> None:
        """Highlight the row at ``index``, without a message."""
        if 0 <= index < len(self._rows):
            with self.prevent(RowList.Highlighted):
                self.highlighted = index

    def move(self, step: int) -> None:
        """Highlight the row ``step`` rows on, staying within the list."""
        if count := len(self._rows):
            there = min(max(self.highlighted + step, 0), count - 1)
            self.highlighted = self._choosable(there, -1 if step < 0 else 1)

    def _choosable(self, index: int, step: int = 1) -> int:
        """Return the place of the next row that can be chosen, or of the nearest the other way."""
        for direction in (step, -step):
            place = index
            while 0 <= place < len(self._rows):
                if not self._is_heading(place):
                    return place
                place += direction
        return index

    def _is_heading(self, index: int) -> bool:
        """Tell whether a row can't be chosen; a lazy sequence is asked, and fetches none for it."""
        if isinstance(self._rows, list | tuple):
            row: Row = self._rows[index]
            return row.is_heading
        asked = getattr(self._rows, "is_heading", None)
        return asked is not None and bool(asked(index))

    @property
    def page(self) -> int:
        """The number of rows that fit the viewport."""
        return max(1, self.size.height * len(self._rows) // max(1, self._tops[-1]))

    # The commands of a text, so that a list is moved with the same keys.

    def do_line_down(self, times: int = 1) -> None:
        self.move(times)

    def do_line_up(self, times: int = 1) -> None:
        self.move(-times)

    def do_page_down(self, times: int = 1) -> None:
        self.move(times * self.page)

    def do_page_up(self, times: int = 1) -> None:
        self.move(-times * self.page)

    def do_half_page_down(self, times: int = 1) -> None:
        self.move(times * max(1, self.page // 2))

    def do_half_page_up(self, times: int = 1) -> None:
        self.move(-times * max(1, self.page // 2))

    def go_to_number(self, number: int) -> None:
        """Highlight the row with this number from 1, or the last one."""
        self.move(number - 1 - self.highlighted)

    def do_top(self) -> None:
        self.move(-len(self._rows))

    def do_bottom(self) -> None:
        self.move(len(self._rows))

    def do_next_paragraph(self, times: int = 1) -> None:
        self.move(times)

    def do_previous_paragraph(self, times: int = 1) -> None:
        self.move(-times)

    def do_next_term(self, times: int = 1) -> None:
        self.move(times)

    def do_previous_term(self, times: int = 1) -> None:
        self.move(-times)

    def do_open(self) -> None:
        self.choose()

    def choose(self) -> None:
        """Open the highlighted row."""
        if (row := self.current) is not None and not row.is_heading:
            self.post_message(self.Chosen(self, row))

    def watch_highlighted(self) -> None:
        self._reveal()
        self.refresh()
        if (row := self.current) is not None:
            self.post_message(self.Highlighted(self, row))

    @property
    def reading_offset(self) -> Offset:
        top = self._tops[self.highlighted] if len(self._rows) else 0
        return super().reading_offset + Offset(1, top - self.scroll_offset.y)

    # The rows that are needed, and how high they are.

    @property
    def _in_view(self) -> range:
        """The indices of the rows in the viewport."""
        y = self.scroll_offset.y
        first = bisect_right(self._tops, y) - 1
        return range(
            max(0, first), min(len(self._rows), bisect_right(self._tops, y + self.size.height))
        )

    def _row(self, index: int) -> Row:
        """Return a row, fetched together with those in the viewport."""
        if index not in self._cache:
            view = self._in_view
            wanted = [n for n in view if n not in self._cache] if index in view else [index]
            self._fetch(wanted[0], wanted[-1] + 1)
        return self._cache.get(index, NOTHING)

    def _fetch(self, start: int, stop: int) -> None:
        if len(self._cache) > _CACHED:
            self._cache = {}
        rows = self._rows[start:stop]
        self._cache.update(enumerate(rows, start))
        if self._is_uniform and not self._note_lines and any(row.note for row in rows):
            self.call_after_refresh(self._measure_again)

    @property
    def _room(self) -> Size:
        return Size(self.scrollable_content_region.width, self.size.height)

    @property
    def _is_uniform(self) -> bool:
        """Whether the rows don't fit even at one line each."""
        return len(self._rows) * (1 + self.gap) - self.gap > self.size.height

    def _title(self, row: Row) -> tuple[str, ...]:
        """Return the lines of a row's title."""
        room = room_for_title(row, self.scrollable_content_region.width)
        return wrap_to(row.title, room, self.title_lines)

    def _measure(self) -> None:
        """Give titles as many lines as let every row fit, within the bounds."""
        self._measured_for = self._room
        self._painted = {}
        if self._is_uniform:
            self._tops = self._uniform_tops()
        else:
            for lines in range(self.most_lines, self.least_lines - 1, -1):
                self.title_lines = lines
                self._tops = self._exact_tops()
                if self._tops[-1] - self.gap <= self.size.height:
                    break
        # The gap below the last row does not need a scrollbar.
        size = Size(self.size.width, max(0, self._tops[-1] - self.gap))
        if self.show_vertical_scrollbar or size.height > self.size.height:
            self.virtual_size = size
        else:  # no scrollbar comes or goes: the screen need not be laid out anew
            self.set_reactive(Widget.virtual_size, size)

    def _measure_again(self) -> None:
        """Measure; the row at the top and the highlighted one stay in the viewport."""
        view = self._in_view
        self._measure()
        self.scroll_to(y=self._tops[view.start], animate=False)
        if self.highlighted in view:
            self._reveal()
        self.refresh()

    def _exact_tops(self) -> Sequence[int]:
        """Return the line at which each row starts, and that after the last."""
        count = len(self._rows)
        if len(self._cache) < count:
            self._fetch(0, count)
        rows = [self._cache.get(index, NOTHING) for index in range(count)]
        return (
            0,
            *accumulate(len(self._title(r)) + (1 if r.note else 0) + self.gap for r in rows),
        )

    def _uniform_tops(self) -> Sequence[int]:
        """Return the same for rows of one height.

        It is that of the highest row around the highlighted one.
        """
        count = len(self._rows)
        self.title_lines = self.least_lines
        seen = self.size.height // (1 + self.gap) + 1
        start = max(0, min(self.highlighted, count - seen))
        missing = [n for n in range(start, min(start + seen, count)) if n not in self._cache]
        if missing:
            self._note_lines = 1  # so that fetching rows here does not measure again
            self._fetch(missing[0], missing[-1] + 1)
        self._note_lines = 1 if any(row.note for row in self._cache.values()) else 0
        each = self.title_lines + self._note_lines + self.gap
        return range(0, count * each + 1, each)

    def _reveal(self) -> None:
        if not len(self._rows):
            return
        top, bottom = self._tops[self.highlighted], self._tops[self.highlighted + 1]
        if (
            self.highlighted
            and top <= self.scroll_offset.y
            and self._is_heading(self.highlighted - 1)
        ):
            top = self._tops[self.highlighted - 1]
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif self.size.height and bottom > self.scroll_offset.y + self.size.height:
            self.scroll_to(y=bottom - self.size.height, animate=False)

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        # Here and not in on_resize, which comes after the first frame; and a scrollbar that comes or
        # goes changes nothing but the room for titles.
        if self._measured_for != self._room:
            self._measure()
            self._reveal()
        return changed

    def _row_at(self, y: int) -> int | None:
        """Return the index of the row at line ``y`` of the viewport, or ``None``."""
        y += self.scroll_offset.y
        return bisect_right(self._tops, y) - 1 if 0 <= y < self._tops[-1] else None

    def on_click(self, event: events.Click) -> None:
        index = self._row_at(event.y - self.gutter.top)
        if index is not None and not self._row(index).is_heading:
            self.highlighted = index
            self.post_message(self.Chosen(self, self._row(index)))

    # Painting.

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._theme_styles = None
        self._painted = {}

    def _row_styles(self) -> RowStyles:
        if self._theme_styles is None:
            self._theme_styles = RowStyles.of(self)
        return self._theme_styles

    def render_line(self, y: int) -> Strip:
        index = self._row_at(y)
        if index is not None:
            strips = self._strips(index)
            line = y + self.scroll_offset.y - self._tops[index]
            if line < len(strips):
                return strips[line]
        return Strip.blank(self.scrollable_content_region.width, self._row_styles().plain)

    def _strips(self, index: int) -> list[Strip]:
        """Return the lines of a row without its gap."""
        is_highlighted = index == self.highlighted
        strips = self._painted.get((index, is_highlighted))
        if strips is None:
            if len(self._painted) > _CACHED:
                self._painted = {}
            strips = self._paint(self._row(index), is_highlighted=is_highlighted)
            self._painted[index, is_highlighted] = strips
        return strips

    def _paint(self, row: Row, *, is_highlighted: bool) -> list[Strip]:
        title, styles = self._title(row), self._row_styles()
        width = self.scrollable_content_region.width
        if row.is_heading:
            room = self.title_lines + self._note_lines if self._is_uniform else 0
            return painted_heading(row, title, styles, width, room)
        return painted(row, title, styles, width, is_highlighted=is_highlighted)
