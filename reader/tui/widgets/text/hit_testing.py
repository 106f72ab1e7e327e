"""Hit testing: what is at a cell, for clicks and for Textual's selection."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.language.cells import is_plain
from reader.tui.widgets.blocks import LIT_WORDS, Span
from reader.tui.widgets.text.layout import BETWEEN, GUTTER, Column, Layout, RowPosition
from reader.tui.widgets.text.row_painter import near
from reader.tui.widgets.text.selection import Point, row_key, x_beyond
from reader.tui.widgets.text.wrap import cells_of, offset_at, row_end


def point_at(layout: Layout, x: int, y: int) -> Point | None:
    """Return the code point at cell ``x`` of row ``y``; ``None`` in a gap.

    Beyond the text it is the text's end; before the text its offset is -1.
    """
    if not layout.count or not 0 <= y < layout.total:
        return None
    column = layout.column
    cell = x - layout.margin - GUTTER
    nth = max(0, min(layout.columns - 1, cell // (column.width + BETWEEN)))
    item, row = layout.columns_at(y)[nth]
    if row < 0:
        return None
    cell -= nth * (column.width + BETWEEN) + column.hanging_indent(item)
    text, starts = column.blocks[item].text, column.starts(item)
    if row >= len(starts):
        return Point(item, len(text))
    if cell < 0:
        return Point(item, -1)
    return Point(item, offset_at(text, starts[row], row_end(text, starts, row), cell))


def gutter_at(layout: Layout, x: int, y: int) -> RowPosition | None:
    """Return the row of a block beside which cell ``x`` of row ``y`` lies, in its gutter."""
    if not layout.count or not 0 <= y < layout.total:
        return None
    nth, cell = divmod(x - layout.margin, layout.column.width + BETWEEN)
    beside = layout.columns_at(y)
    if not 0 <= nth < len(beside) or cell >= GUTTER or beside[nth].row < 0:
        return None
    return beside[nth]


def span_at(layout: Layout, x: int, y: int) -> tuple[int, Span] | None:
    """Return the shortest span to go to at a cell with its block's index, or ``None``."""
    at = point_at(layout, x, y)
    if at is None:
        return None
    block = layout.column.blocks[at.item]
    spans = [s for s in near(block.spans, at.offset, at.offset + 1) if s.kind not in LIT_WORDS]
    return (at.item, min(spans, key=lambda span: span.end - span.start)) if spans else None


def strip_with_offsets(layout: Layout | None, y: int, width: int) -> Strip:
    """Return row ``y`` as a strip with the offsets that Textual's selection needs.

    See :mod:`reader.tui.widgets.text.selection` for their meaning.
    """
    if layout is None or not layout.count:
        return Strip.blank(width)
    if y >= layout.total:
        last = layout.count - 1
        key = row_key(last, len(layout.column.blocks[last].text))
    else:
        beside = layout.columns_at(y)
        if beside[0].row >= 0:
            return _row_with_offsets(layout, beside, width)
        key = row_key(beside[0].item, 0)
    return Strip([Segment(" " * width, Style.from_meta({"offset": (-width, key)}))], width)


def _row_with_offsets(layout: Layout, beside: Sequence[RowPosition], width: int) -> Strip:
    segments: list[Segment] = []
    before, taken = layout.margin + GUTTER, 0
    for number, row in beside:
        is_last = number == beside[-1].item
        room = width - taken if is_last else before + layout.column.width
        found = _cells_with_offsets(layout.column, number, row, before, room)
        taken += sum([segment.cell_length for segment in found])
        segments += found
        before = BETWEEN
    return Strip(segments)


def _cells_with_offsets(
    column: Column, item: int, row: int, before: int, width: int
) -> list[Segment]:
    """Return the segments of one column of a row.

    ``before`` cells stand in front of the block's hanging indent. The cells after the row's text,
    up to ``width``, stand for its end.
    """
    text = column.blocks[item].text
    starts = column.starts(item)
    if row >= len(starts):
        start = end = len(text)
    else:
        start, end = starts[row], row_end(text, starts, row)
    y = row_key(item, start)

    def at(x: int, part: str) -> Segment:
        return Segment(part, Style.from_meta({"offset": (x, y)}))

    before += column.hanging_indent(item)
    segments: list[Segment] = []
    if before:
        segments.append(at(-before, " " * before))
    if is_plain(text, start, end):
        if start < end:
            segments.append(at(0, text[start:end]))
        cells = end - start
    else:
        # A blank for each cell: Textual counts what follows a character's first cell as the next one.
        cells = 0
        for index in range(start, end):
            wide = cells_of(text, index, cells)
            segments.extend(at(index - start, " ") for _ in range(wide))
            cells += wide
    segments.extend(at(x_beyond(end - start), " ") for _ in range(width - before - cells))
    return segments
