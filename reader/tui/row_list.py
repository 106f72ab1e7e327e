"""A list of rows by the line API: only what is on the screen is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.tui.cells import cell_len, fit, wrap_to
from reader.tui.line_view import LineView
from reader.tui.themes import Palette
from reader.values import value


@value
class Row:
    """One row: a title that is wrapped to the list's lines, and a quieter last line (may be empty).

    ``end`` stands at the right of the title's first line.
    """

    id: str
    title: str
    note: str = ""
    end: str = ""


@value
class Looks:
    """The styles of one theme; those of titles and notes by whether the row is highlighted."""

    plain: Style
    title: Mapping[bool, Style]
    note: Mapping[bool, Style]


class RowList(LineView, ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of equal height with one highlighted; text is data and never markup.

    ``title_lines`` is how many lines a title may take, ``most_lines`` how many where all rows
    have room; rows with notes are one line higher, and ``gap`` is the number of blank lines
    below each.
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
        notes: bool = False,
        gap: int = 0,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.title_lines = self.least_lines = title_lines
        self.most_lines = max(most_lines, title_lines)
        self.notes = notes
        self.gap = gap
        self._rows: list[Row] = []
        self._looks: Looks | None = None

    @property
    def row_height(self) -> int:
        return self.title_lines + self.notes + self.gap

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
        return max(1, self.size.height // self.row_height)

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

    def _measure(self) -> None:
        """Give titles as many lines as let every row be seen at once, within the bounds."""
        other = self.notes + self.gap
        room = self.size.height // len(self._rows) - other if self._rows else 0
        self.title_lines = min(max(room, self.least_lines), self.most_lines)
        self.virtual_size = Size(self.size.width, len(self._rows) * self.row_height)

    def _reveal(self) -> None:
        top = self.highlighted * self.row_height
        bottom = top + self.row_height
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif self.size.height and bottom > self.scroll_offset.y + self.size.height:
            self.scroll_to(y=bottom - self.size.height, animate=False)

    def on_resize(self) -> None:
        self._measure()
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        index = (event.y - self.gutter.top + self.scroll_offset.y) // self.row_height
        if 0 <= index < len(self._rows):
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
        index, line = divmod(y + self.scroll_offset.y, self.row_height)
        if index >= len(self._rows):
            return Strip.blank(width, looks.plain)
        row = self._rows[index]
        room = width - 2 - (cell_len(row.end) + 1 if row.end else 0)
        lines = wrap_to(row.title, room, self.title_lines)
        if line >= len(lines) + self.notes:
            return Strip.blank(width, looks.title[False])
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
