"""A list of rows by the line API: only what is on the screen is made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.widgets.cells import cell_len, fit, wrap_to
from reader.tui.widgets.line_view import LineView
from reader.tui.widgets.themes import Palette


class Row(NamedTuple):
    """One row: a title that is wrapped to the list's lines, and a quieter last line (may be empty).

    ``end`` stands at the right of the title's first line.
    """

    id: str
    title: str
    note: str = ""
    end: str = ""


class Looks(NamedTuple):
    """The styles of one theme; those of titles and notes by whether the row is highlighted."""

    plain: Style
    title: Mapping[bool, Style]
    note: Mapping[bool, Style]


class RowList(LineView, ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with one highlighted; text is data and never markup.

    ``title_lines`` is how many lines a title may take, ``most_lines`` how many where all rows
    have room. A row is as high as its title and note are, and ``gap`` blank lines stand below it.
    """

    DEFAULT_CSS = """
    RowList { scrollbar-size-vertical: 1; overflow-x: hidden; }
    """

    highlighted: reactive[int] = reactive(0)

    class _About(Message):
        def __init__(self, row_list: RowList, row: Row) -> None:
            super().__init__()
            self.row_list = row_list
            self.row = row

        @property
        def control(self) -> RowList:
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
    ) -> None:
        super().__init__(id=id)
        self.title_lines = self.least_lines = title_lines
        self.most_lines = max(most_lines, title_lines)
        self.gap = gap
        self._rows: list[Row] = []
        self._tops: Sequence[int] = (0,)
        self._measured_for = Size()
        self._looks: Looks | None = None

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    @property
    def current(self) -> Row | None:
        return self._rows[self.highlighted] if self._rows else None

    def show(self, rows: Sequence[Row], *, keep: bool = False) -> None:
        """Replace the rows. ``keep`` holds the highlighted row by its id, else the first is."""
        current = self.current.id if keep and self.current is not None else None
        self._rows = list(rows)
        ids = [row.id for row in self._rows]
        index = ids.index(current) if current in ids else 0
        self.set_reactive(RowList.highlighted, index)
        self._measure()
        self._reveal()
        self.refresh()

    def select(self, id: str) -> None:
        """Highlight the row with this id, without a message."""
        for index, row in enumerate(self._rows):
            if row.id == id and index != self.highlighted:
                with self.prevent(RowList.Highlighted):
                    self.highlighted = index

    def move(self, step: int) -> None:
        """Highlight the row ``step`` rows on, staying within the list."""
        if self._rows:
            self.highlighted = min(max(self.highlighted + step, 0), len(self._rows) - 1)

    @property
    def page(self) -> int:
        """How many rows fit the window."""
        return max(1, self.size.height * len(self._rows) // max(1, self._tops[-1]))

    # The commands of a text, so that a list is moved with the same keys.

    def action_line_down(self) -> None:
        self.move(1)

    def action_line_up(self) -> None:
        self.move(-1)

    def action_page_down(self) -> None:
        self.move(self.page)

    def action_page_up(self) -> None:
        self.move(-self.page)

    def action_half_down(self) -> None:
        self.move(max(1, self.page // 2))

    def action_half_up(self) -> None:
        self.move(-max(1, self.page // 2))

    def action_home(self) -> None:
        self.move(-len(self._rows))

    def action_end(self) -> None:
        self.move(len(self._rows))

    def action_paragraph_next(self) -> None:
        self.move(1)

    def action_paragraph_previous(self) -> None:
        self.move(-1)

    def next_link(self, kinds: object, step: int = 1) -> None:
        """A list has no links: the rows are what can be opened."""
        del kinds
        self.move(step)

    def activate(self) -> None:
        self.choose()

    def choose(self) -> None:
        if (row := self.current) is not None:
            self.post_message(self.Chosen(self, row))

    def watch_highlighted(self) -> None:
        self._reveal()
        self.refresh()
        if (row := self.current) is not None:
            self.post_message(self.Highlighted(self, row))

    @property
    def _room(self) -> Size:
        return Size(self.scrollable_content_region.width, self.size.height)

    def _lines(self, row: Row) -> tuple[str, ...]:
        """The lines of a row's title."""
        beside = cell_len(row.end) + 1 if row.end else 0
        return wrap_to(
            row.title, self.scrollable_content_region.width - 2 - beside, self.title_lines
        )

    def _measure(self) -> None:
        """Give titles as many lines as let every row be seen at once, within the bounds."""
        rows, gap = self._rows, self.gap
        self._measured_for = self._room
        if self.most_lines == 1 and not any(row.note for row in rows):
            self._tops = range(0, len(rows) * (1 + gap) + 1, 1 + gap)
        else:
            for lines in range(self.most_lines, self.least_lines - 1, -1):
                self.title_lines = lines
                heights = (len(self._lines(row)) + bool(row.note) + gap for row in rows)
                self._tops = (0, *accumulate(heights))
                if self._tops[-1] - gap <= self.size.height:
                    break
        # The gap below the last row is no reason for a scrollbar.
        size = Size(self.size.width, max(0, self._tops[-1] - gap))
        if self.show_vertical_scrollbar or size.height > self.size.height:
            self.virtual_size = size
        else:  # no scrollbar comes or goes: the screen need not be laid out anew
            self.set_reactive(Widget.virtual_size, size)

    def _reveal(self) -> None:
        if not self._rows:
            return
        top, bottom = self._tops[self.highlighted], self._tops[self.highlighted + 1]
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
        """The number of the row that has the line ``y`` of the view."""
        y += self.scroll_offset.y
        return bisect_right(self._tops, y) - 1 if 0 <= y < self._tops[-1] else None

    def on_click(self, event: events.Click) -> None:
        index = self._row_at(event.y - self.gutter.top)
        if index is not None:
            self.highlighted = index
            self.post_message(self.Chosen(self, self._rows[index]))

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks = None

    def _styles(self) -> Looks:
        if self._looks is None:
            own, style, on = self.rich_style, Palette(self).style, "row-highlight"
            self._looks = Looks(
                own,
                {False: own + style("text"), True: own + style("text", on, bold=True)},
                {False: own + style("text-muted"), True: own + style("text", on)},
            )
        return self._looks

    def render_line(self, y: int) -> Strip:
        looks, width = self._styles(), self.scrollable_content_region.width
        index = self._row_at(y)
        if index is None:
            return Strip.blank(width, looks.plain)
        row, line = self._rows[index], y + self.scroll_offset.y - self._tops[index]
        lines = self._lines(row)
        if line >= len(lines) + bool(row.note):
            return Strip.blank(width, looks.plain)
        lit = index == self.highlighted
        note = line == len(lines)
        text = row.note if note else lines[line]
        end = f"{row.end} " if row.end and not line else ""
        style = (looks.note if note else looks.title)[lit]
        marker = "▌" if lit else " "
        left = max(0, width - cell_len(end))
        segments = [Segment(fit(f"{marker}{text}", left), style)]
        if end:
            segments.append(Segment(end, looks.note[lit]))
        return Strip(segments, left + cell_len(end)).adjust_cell_length(width, style)
