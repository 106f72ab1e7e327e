"""Rows of blocks turned into segments: styles of roles, spans, finds and the selection."""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.widget import Widget

from reader.language.cells import is_plain
from reader.tui.widgets.blocks import Block, Span
from reader.tui.widgets.cells import cell_len
from reader.tui.widgets.text.layout import Column
from reader.tui.widgets.text.selection import Range, row_key
from reader.tui.widgets.text.wrap import cells_of, cluster_around, row_end, shown
from reader.tui.widgets.themes import Palette

_KEPT = 256
"""Painted rows that are remembered."""

_LONGEST_SPAN = 4096
"""In a block of many spans, those that start further before a row are not looked at."""

_FEW = 32

PLAIN = {
    "untranslated": Style(italic=True),
    "mention": Style(underline=True),
    "link": Style(bold=True, underline=True),
    "hover": Style(bold=True, underline=True),
    "current": Style(bold=True, reverse=True),
}
"""Parts that look the same in every theme."""


def parts(view: Widget) -> dict[str, Style]:
    """How the parts of a text look in the theme that is on: roles of blocks, kinds of spans, marks."""
    style = Palette(view).style
    muted = style("foreground-muted")
    # A mixed ground would be one of the terminal's own colours, all of which are too strong.
    ansi = view.app.native_ansi_color
    return PLAIN | {
        "title": style("text-primary", bold=True),
        "heading": style("text-secondary", bold=True),
        "meta": muted,
        "note": muted,
        "marker": muted,
        "cursor": style("accent") if view.has_focus else muted,
        "bar": style("scrollbar"),
        "lit": Style(bold=True) if ansi else style(on="accent", share=0.2),
        "citation": style("text-accent", bold=True),
        "find": style(on="warning", share=0.25, bold=True),
        "find-current": style("text-warning", bold=True, underline=True, reverse=True),
    }


Links = tuple[int, Span]


class Marks(NamedTuple):
    """What is marked in the text beside its spans. Blocks are named by number or by id."""

    current: Links | None = None
    hover: Links | None = None
    lit: frozenset[str] = frozenset()
    found: Mapping[str, Sequence[tuple[int, int]]] = {}
    found_current: tuple[str, int] | None = None
    selected: Range | None = None


class Looks(NamedTuple):
    """The styles of one theme: ``plain`` is the widget's own, ``part`` the others by name."""

    plain: Style
    part: Mapping[str, Style]
    selection: Style


def near(spans: Sequence[Span], start: int, end: int) -> Iterable[Span]:
    """The spans that overlap a part of the text; ``spans`` are in order of ``start``."""
    if len(spans) > _FEW:
        first = bisect_left(spans, (start - _LONGEST_SPAN,))
        last = bisect_left(spans, (end,))
        spans = spans[first:last]
    return [span for span in spans if span.start < end and span.end > start]


class Painter:
    """Paints rows of one column and remembers the last of them."""

    def __init__(self) -> None:
        self._rows: OrderedDict[tuple[int, int], tuple[list[Segment], int]] = OrderedDict()
        self.marks = Marks()

    def mark(self, marks: Marks) -> None:
        self.marks = marks
        self._rows.clear()

    def forget(self) -> None:
        self._rows.clear()

    def row(self, column: Column, item: int, row: int, looks: Looks) -> tuple[list[Segment], int]:
        """Hang and text of a row, and its cells: it isn't filled up to the column's width."""
        key = (item, row)
        painted = self._rows.get(key)
        if painted is None:
            segments = list(self._paint(column, item, row, looks))
            painted = segments, sum([cell_len(segment.text) for segment in segments])
            self._rows[key] = painted
            if len(self._rows) > _KEPT:
                self._rows.popitem(last=False)
        return painted

    def ground(self, block: Block, looks: Looks) -> Style:
        """The style behind a block."""
        return looks.plain + looks.part["lit"] if block.id in self.marks.lit else looks.plain

    def _paint(self, column: Column, item: int, row: int, looks: Looks) -> Iterator[Segment]:
        block = column.blocks[item]
        ground = self.ground(block, looks)
        if hang := column.hang(item):
            yield Segment(" " * block.indent, ground)
            lead = block.marker if row == 0 else ""
            room = hang - block.indent
            yield Segment(
                shown(lead, 0, len(lead)) + " " * (room - cell_len(lead)),
                ground + looks.part["marker"],
            )
        base = ground + looks.part[block.role] if block.role in looks.part else ground
        starts = column.starts(item)
        start, end = starts[row], row_end(block.text, starts, row)
        plain = is_plain(block.text, start, end)
        marks: list[tuple[int, int, Style]] = []
        cuts = {start, end}
        for first, last, style in self._marks(block, item, start, end, looks):
            part = (first, last) if plain else cluster_around(block.text, first, last)
            part = max(start, part[0]), min(end, part[1])
            if part[0] < part[1]:
                marks.append((*part, style))
                cuts.update(part)
        cells = 0
        for first, last in pairwise(sorted(cuts)):
            style = base
            for mark in marks:
                if mark[0] <= first < mark[1]:
                    style += mark[2]
            text = shown(block.text, first, last, cells)
            cells += cell_len(text)
            yield Segment(text, style)

    def _marks(
        self, block: Block, item: int, start: int, end: int, looks: Looks
    ) -> Iterator[tuple[int, int, Style]]:
        marks = self.marks
        for span in near(block.spans, start, end):
            style = looks.part[span.kind]
            if marks.hover == (item, span):
                style += looks.part["hover"]
            if marks.current == (item, span):
                style += looks.part["current"]
            yield span.start, span.end, style
        found = marks.found.get(block.id, ())
        for number, (first, last) in enumerate(found):
            if first < end and last > start:
                current = marks.found_current == (block.id, number)
                yield first, last, looks.part["find-current" if current else "find"]
        if marks.selected and (part := marks.selected.within(item, len(block.text))):
            first, last = part
            if first < end and last > start:
                yield first, last, looks.selection


def with_offsets(column: Column, item: int, row: int, before: int, width: int) -> list[Segment]:
    """A row as Textual wants it to find the character under the pointer: cells with offsets.

    ``before`` is the number of cells in front of the block's hang; the cells after the row's text, up
    to ``width``, stand for its end.
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

    before += column.hang(item)
    segments = [at(-before, " " * before)] if before else []
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
    segments.extend(at(end - start, " ") for _ in range(width - before - cells))
    return segments
