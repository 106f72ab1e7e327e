"""Paint whole rows of a text view: gutters, columns and the scroll bar."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.tui.widgets.blocks import Block
from reader.tui.widgets.text.layout import BETWEEN, GUTTER, Column, Layout, RowPosition
from reader.tui.widgets.text.row_painter import RowPainter, Styles
from reader.tui.widgets.text.viewport import Viewport
from reader.tui.widgets.text.wrap import row_of

AT_CURSOR, HIGHLIGHTED = "▎", "┃"
"""The two bars differ in shape, too, for screens without colour."""

THUMB = "▐"
"""The piece of the bar at the right edge that shows how far one has come."""


class Frame(NamedTuple):
    """What all rows of one repaint have in common."""

    layout: Layout | None
    styles: Styles
    width: int
    """Cells of a row."""
    y: int
    """The number of the row at the top."""
    cursor: range
    """The numbers of the blocks that the cursor's bar stands beside."""
    thumb: range
    blank: Strip


class Painter:
    """Paints rows of a layout; the marks and the cache are those of its ``text``."""

    def __init__(self) -> None:
        self.text = RowPainter()
        self.cursor = range(1)
        """The numbers of the blocks that the cursor's bar stands beside."""

    def begin(self, viewport: Viewport, styles: Styles, width: int, *, has_cursor: bool) -> Frame:
        """Return the frame of a repaint; ``width`` is in cells, the bar included."""
        blank = Strip.blank(width, styles.plain)
        cursor = self.cursor if has_cursor else range(0)
        return Frame(viewport.layout, styles, width, viewport.y, cursor, viewport.thumb, blank)

    def paint(self, frame: Frame, y: int) -> Strip:
        """Return the row that is ``y`` rows below the viewport's top."""
        segments: list[Segment] = []
        cells = 0
        layout = frame.layout
        if layout is not None and layout.count and frame.y + y < layout.total:
            beside = layout.columns_at(frame.y + y)
            if beside[0].row >= 0:
                segments, cells = self._columns(frame, layout, beside)
        bar = 1 if y in frame.thumb else 0
        if not segments and not bar:
            return frame.blank
        styles, width = frame.styles, frame.width
        if cells < width - bar:
            segments.append(Segment(" " * (width - bar - cells), styles.plain))
        if bar:
            segments.append(Segment(THUMB, styles.plain + styles.components["bar"]))
        return Strip(segments, max(cells + bar, width)).crop(0, width)

    def _columns(
        self, frame: Frame, layout: Layout, beside: Sequence[RowPosition]
    ) -> tuple[list[Segment], int]:
        """Return a row's segments to the end of its last column, and their cells."""
        styles, column = frame.styles, layout.column
        segments: list[Segment] = []
        if layout.margin:
            segments.append(Segment(" " * layout.margin, styles.plain))
        at = cells = layout.margin
        for number, row in beside:
            block = column.blocks[number]
            background = self.text.background(block, styles)
            if at > cells:
                segments.append(Segment(" " * (at - cells), styles.plain))
            sign = self._sign(column, number, row) if block.id in self.text.marks.noted else ""
            segments += self._gutter(block, background, styles, number in frame.cursor, sign)
            cells = at + GUTTER
            if row < len(column.starts(number)):
                text, length = self.text.row(column, number, row, styles)
                segments += text
                cells += length
            end = at + GUTTER + column.width
            if cells < end and background is not styles.plain:
                segments.append(Segment(" " * (end - cells), background))
                cells = end
            at = end + BETWEEN - GUTTER
        return segments, cells

    def _sign(self, column: Column, number: int, row: int) -> str:
        """Return the sign of the first note beside a row of a block, or ""."""
        starts = column.starts(number)
        noted = self.text.marks.noted[column.blocks[number].id]
        return next((sign for offset, sign in noted if row_of(starts, offset) == row), "")

    def _gutter(
        self, block: Block, background: Style, styles: Styles, at_cursor: bool, sign: str
    ) -> list[Segment]:
        bar = " "
        if block.id in self.text.marks.highlighted:
            bar = HIGHLIGHTED
        elif at_cursor:
            bar = AT_CURSOR
        style = background if bar == " " else background + styles.components["cursor"]
        if not sign:
            return [Segment(bar + " " * (GUTTER - 1), style)]
        return [Segment(bar, style), Segment(sign, background + styles.components["noted"])]
