"""Blocks on the screen: rows painted, marked, selected and found under the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.selection import Selection
from textual.strip import Strip

from reader.tui.widgets.blocks import Anchor, Block
from reader.tui.widgets.text import selection as select
from reader.tui.widgets.text.layout import Column, Layout
from reader.tui.widgets.text.painter import Looks, Marks, Painter, parts, with_offsets
from reader.tui.widgets.text.viewport import RowScroller
from reader.tui.widgets.text.wrap import offset_at, row_end

GUTTER = 2
"""Cells before a text's column, for the cursor's bar and that of lit blocks."""

BETWEEN = 4
"""Cells between columns; the last of them are the right column's gutter."""

AT_CURSOR, LIT = "▎", "┃"
"""The two bars differ in shape, too, for screens without colour."""

THUMB = "▐"
"""The piece of the bar at the right edge that shows how far one has come."""


class Frame(NamedTuple):
    """What all rows of one repaint have in common."""

    lines: Layout | None
    looks: Looks
    width: int
    top: int
    margin: int
    thumb: range
    blank: Strip


class Canvas(RowScroller):
    """Paints blocks. ``measure``: the most cells that a row's text takes; it is centred in more room."""

    def __init__(
        self,
        blocks: Sequence[Block],
        *,
        measure: int,
        name: str | None,
        id: str | None,
        classes: str | None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.measure = measure
        self._blocks = list(blocks)
        self._numbers: dict[str, int] | None = None
        self._cursor = 0
        self._painter = Painter()
        self._looks: Looks | None = None
        self._frame: Frame | None = None

    def lay_out(self, width: int) -> Layout:
        return Layout(Column(self._blocks, min(self.measure, width - GUTTER)))

    def text_length(self, item: int) -> int:
        return len(self._blocks[item].text)

    def _number(self, block_id: str | None) -> int | None:
        if self._numbers is None:
            self._numbers = {block.id: number for number, block in enumerate(self._blocks)}
        return self._numbers.get(block_id) if block_id is not None else None

    @property
    def place(self) -> Anchor | None:
        """The place at the top of the view."""
        if not self._blocks:
            return None
        block = self._blocks[self._top.item]
        return Anchor(block.id, round(self._top.fraction * len(block.text)))

    @property
    def in_view(self) -> range:
        """The numbers of the blocks that are in view, wholly or in part."""
        if self._lines is None or not self._blocks:
            return range(0)
        return range(
            self._lines.spot(self.y).item, self._lines.spot(self.y + self.rows - 1).item + 1
        )

    def _in_view(self, number: int, offset: int) -> bool:
        if self._lines is None:
            return False
        y = self._lines.y_of(self._lines.place(number, offset))
        return self.y <= y < self.y + self.rows

    @property
    def _marks(self) -> Marks:
        return self._painter.marks

    def _mark(self, marks: Marks, *numbers: int) -> None:
        """Mark anew, and repaint some blocks, or everything."""
        self._painter.mark(marks)
        if numbers:
            self._refresh_blocks(*numbers)
        else:
            self.refresh()

    def _refresh_blocks(self, *numbers: int) -> None:
        if self._lines is None:
            return
        for number in numbers:
            first, last = self._lines.first_and_last(number)
            rows = Region(0, first - self.y, self.size.width, last - first + 1)
            if visible := rows.intersection(Region(0, 0, *self.size)):
                self.refresh(visible)

    # painting

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks = None
        self._painter.forget()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self.refresh()  # the cursor's bar, of which no style sheet knows

    def _styles(self) -> Looks:
        if self._looks is None:
            selection = self.screen.get_component_rich_style("screen--selection", partial=True)
            self._looks = Looks(self.rich_style, parts(self), selection)
        return self._looks

    @property
    def _margin(self) -> int:
        """Cells before the gutter."""
        assert self._lines is not None
        columns = self._lines.abreast * (self._lines.column.width + BETWEEN) - BETWEEN
        return max(0, (self._lines_width - GUTTER - columns) // 2)

    def render_lines(self, crop: Region) -> list[Strip]:
        lines = self._lines if self._lines is not None and self._lines.count else None
        looks, width = self._styles(), self.size.width
        margin = self._margin if lines else 0
        blank = Strip.blank(width, looks.plain)
        self._frame = Frame(lines, looks, width, self.y, margin, self.thumb(), blank)
        try:
            return super().render_lines(crop)
        finally:
            self._frame = None

    def render_line(self, y: int) -> Strip:
        """A row to be painted; or, when Textual asks what is under the pointer, one with offsets."""
        frame = self._frame
        if frame is None:
            return self._line_with_offsets(y)
        segments: list[Segment] = []
        cells = 0
        if frame.lines is not None and frame.top + y < frame.lines.total:
            item, row = frame.lines.spot(frame.top + y)
            if row >= 0:
                segments, cells = self._row(frame, frame.lines, item, row)
        bar = y in frame.thumb
        if not segments and not bar:
            return frame.blank
        looks, width = frame.looks, frame.width
        if cells < width - bar:
            segments.append(Segment(" " * (width - bar - cells), looks.plain))
        if bar:
            segments.append(Segment(THUMB, looks.plain + looks.part["bar"]))
        return Strip(segments, max(cells + bar, width)).crop(0, width)

    def _row(self, frame: Frame, lines: Layout, item: int, row: int) -> tuple[list[Segment], int]:
        """A row from the left edge to the end of its last column, and how many cells that is."""
        looks, column = frame.looks, lines.column
        segments = [Segment(" " * frame.margin, looks.plain)] if frame.margin else []
        at = cells = frame.margin
        for number in lines.side_by_side(item):
            block = self._blocks[number]
            ground = self._painter.ground(block, looks)
            if at > cells:
                segments.append(Segment(" " * (at - cells), looks.plain))
            segments.append(self._gutter(number, block, ground, looks))
            cells = at + GUTTER
            if row < len(column.starts(number)):
                text, length = self._painter.row(column, number, row, looks)
                segments += text
                cells += length
            end = at + GUTTER + column.width
            if cells < end and ground is not looks.plain:
                segments.append(Segment(" " * (end - cells), ground))
                cells = end
            at = end + BETWEEN - GUTTER
        return segments, cells

    def _gutter(self, item: int, block: Block, ground: Style, looks: Looks) -> Segment:
        if block.id in self._marks.lit:
            return Segment(f"{LIT} ", ground + looks.part["cursor"])
        if item == self._cursor and self.can_focus:
            return Segment(f"{AT_CURSOR} ", ground + looks.part["cursor"])
        return Segment(" " * GUTTER, ground)

    # the pointer and the selection

    def _line_with_offsets(self, y: int) -> Strip:
        lines, width = self._lines, self.size.width
        if lines is None or not lines.count:
            return Strip.blank(width)
        if self.y + y >= lines.total:
            last = lines.count - 1
            key = select.row_key(last, self.text_length(last))
        else:
            item, row = lines.spot(self.y + y)
            if row >= 0:
                return self._row_with_offsets(lines, item, row)
            key = select.row_key(item, 0)
        return Strip([Segment(" " * width, Style.from_meta({"offset": (-width, key)}))], width)

    def _row_with_offsets(self, lines: Layout, item: int, row: int) -> Strip:
        segments: list[Segment] = []
        before, room = self._margin + GUTTER, lines.column.width
        for number in lines.side_by_side(item):
            last = number % lines.abreast == lines.abreast - 1
            taken = sum([segment.cell_length for segment in segments])
            width = self.size.width - taken if last else before + room
            segments += with_offsets(lines.column, number, row, before, width)
            before = BETWEEN
        return Strip(segments)

    def hit(self, x: int, y: int) -> select.Point | None:
        """The code point at a cell of the widget's content; the text's end beyond it; None in a gap.

        Before the text the point's offset is -1.
        """
        lines = self._lines
        if lines is None or not lines.count or not 0 <= self.y + y < lines.total:
            return None
        item, row = lines.spot(self.y + y)
        if row < 0:
            return None
        column = lines.column
        cell = x - self._margin - GUTTER
        nth = max(0, min(lines.abreast - 1, cell // (column.width + BETWEEN)))
        item += nth
        cell -= nth * (column.width + BETWEEN) + column.hang(item)
        text, starts = self._blocks[item].text, column.starts(item)
        if row >= len(starts):
            return select.Point(item, len(text))
        end = row_end(text, starts, row)
        return select.Point(item, offset_at(text, starts[row], end, cell) if cell >= 0 else -1)

    def selection_updated(self, selection: Selection | None) -> None:
        chosen = self._chosen(selection) if selection and self._blocks else None
        self._mark(self._marks._replace(selected=chosen))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        if not self._blocks:
            return None
        return select.clean_text(self._chosen(selection), self._blocks), "\n"

    def _chosen(self, selection: Selection) -> select.Range:
        return select.selected(selection, self._blocks, self._lines.abreast if self._lines else 1)
