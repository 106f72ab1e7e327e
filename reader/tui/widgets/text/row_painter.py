"""Paint the text of blocks: styles of roles, spans, matches and the selection."""

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.widget import Widget

from reader.language.addresses import in_ascii
from reader.language.cells import is_plain
from reader.tui.widgets.blocks import Block, Span
from reader.tui.widgets.cells import cell_len
from reader.tui.widgets.text.layout import Column
from reader.tui.widgets.text.links import Numbered
from reader.tui.widgets.text.selection import Range
from reader.tui.widgets.text.wrap import cluster_around, row_end, shown
from reader.tui.widgets.themes import Palette

_CACHED = 256
"""Painted rows that are cached."""

_LONGEST_SPAN = 4096
"""In a block of many spans, those that start further before a row are not looked at."""

_FEW = 32

_UPRIGHT = Style(italic=False)

PLAIN = {
    "untranslated": Style(italic=True),
    "mention": Style(underline=True),
    "link": Style(bold=True, underline=True),
    "address": Style(underline=True),
    "hover": Style(bold=True, underline=True),
    "current": Style(bold=True, reverse=True),
    "sentence": Style(),
    "voice": Style(italic=True),
}
"""Parts that look the same in every theme."""


def component_styles(view: Widget) -> dict[str, Style]:
    """Return the current theme's styles of block roles, span kinds, and marks."""
    style = Palette(view).style
    muted = style("foreground-muted")
    # A mixed background would be one of the terminal's own colours, all of which are too strong.
    ansi = view.app.native_ansi_color
    return PLAIN | {
        "title": style("text-primary", bold=True),
        "heading": style("text-secondary", bold=True),
        "meta": muted,
        "note": muted,
        "marker": muted,
        "cursor": style("accent") if view.has_focus else muted,
        "bar": style("scrollbar"),
        "highlighted": Style(bold=True) if ansi else style(on="accent", share=0.2),
        "citation": style("text-accent", bold=True),
        "noted": style("text-accent", bold=True),
        "time": style("text-warning", bold=True),
        "number": style("text-success") + Style(italic=True),
        "name": style("text-primary", bold=True, underline=True),
        "cue": style("text-secondary", bold=True),
        "hedge": style("text-warning", bold=True, underline=True),
        "sign": style("text-accent", bold=True),
        "label": style("text-warning", bold=True, reverse=True),
        "find": style(on="warning", share=0.25, bold=True),
        "find-current": style("text-warning", bold=True, underline=True, reverse=True),
    }


class Noted(NamedTuple):
    """The mark of one of the reader's notes, beside the row with a code point of its block."""

    offset: int
    sign: str


class Marks(NamedTuple):
    """Marks in the text beside its spans; they name blocks by number or by id."""

    current: Numbered | None = None
    hover: Numbered | None = None
    highlighted: frozenset[str] = frozenset()
    found: Mapping[str, Sequence[tuple[int, int]]] = {}
    found_current: tuple[str, int] | None = None
    selected: Range | None = None
    noted: Mapping[str, Sequence[Noted]] = {}
    labels: Mapping[tuple[int, int], str] = {}
    """Letters at links, by the number of the block and the code point where the link begins."""
    signs: Mapping[str, Sequence[tuple[int, str]]] = {}
    """Signs of one cell in the blank before code points of blocks, in order."""
    words: Mapping[str, str] = {}
    """For a screen reader, what the signs in a block say."""


class Styles(NamedTuple):
    """The styles of one theme: ``plain`` is the widget's own, the rest by name."""

    plain: Style
    components: Mapping[str, Style]
    selection: Style


@lru_cache(64)
def _leading_to(address: str) -> Style:
    """Return the style of a link that a terminal opens itself."""
    return Style(link=in_ascii(address))


def near(spans: Sequence[Span], start: int, end: int) -> Iterable[Span]:
    """Return the spans that overlap a range; ``spans`` are sorted by ``start``."""
    if len(spans) > _FEW:
        first = bisect_left(spans, (start - _LONGEST_SPAN,))
        last = bisect_left(spans, (end,))
        spans = spans[first:last]
    return [span for span in spans if span.start < end and span.end > start]


def _over(segments: list[Segment], x: int, sign: Segment) -> list[Segment]:
    """Return a row with a sign over its cells from ``x`` on."""
    end = x + sign.cell_length
    total = max(end, sum([segment.cell_length for segment in segments]))
    parts = list(Segment.divide(segments, [x, end, total]))
    return [*parts[0], sign, *(parts[2] if len(parts) > 2 else [])]


class RowPainter:
    """Paints the text of rows of one column, and caches the last of them."""

    def __init__(self) -> None:
        self._rows: OrderedDict[tuple[int, int], tuple[list[Segment], int]] = OrderedDict()
        self._column: Column | None = None
        self.marks = Marks()
        self.in_words = False
        """Whether words stand in the blocks for what signs say."""

    def mark(self, marks: Marks) -> None:
        """Set other marks to paint with."""
        self.marks = marks
        self._rows.clear()

    def forget(self) -> None:
        """Clear the cache, because styles or spans have changed."""
        self._rows.clear()

    def row(self, column: Column, item: int, row: int, styles: Styles) -> tuple[list[Segment], int]:
        """Return the segments of a row's hanging indent and text, and their cells.

        They are not padded to the column's width.
        """
        if column is not self._column:
            self._rows.clear()
            self._column = column
        key = (item, row)
        painted = self._rows.get(key)
        if painted is None:
            segments = list(self._paint(column, item, row, styles))
            if self.marks.signs and not self.in_words:
                segments = self._with_signs(segments, column, item, row, styles)
            if self.marks.labels:
                segments = self._with_labels(segments, column, item, row, styles)
            painted = segments, sum([cell_len(segment.text) for segment in segments])
            self._rows[key] = painted
            if len(self._rows) > _CACHED:
                self._rows.popitem(last=False)
        return painted

    def _with_signs(
        self, segments: list[Segment], column: Column, item: int, row: int, styles: Styles
    ) -> list[Segment]:
        """Return a row with signs over the blanks before what begins in it."""
        block, starts = column.blocks[item], column.starts(item)
        start, end = starts[row], row_end(block.text, starts, row)
        style = self.background(block, styles) + styles.components["sign"]
        for at, sign in self.marks.signs.get(block.id, ()):
            if not start <= at < max(end, start + 1):
                continue
            x = column.hanging_indent(item) + cell_len(shown(block.text, start, at)) - 1
            if x >= 0 and (at == start or block.text[at - 1].isspace()):
                segments = _over(segments, x, Segment(sign, style))
        return segments

    def _with_labels(
        self, segments: list[Segment], column: Column, item: int, row: int, styles: Styles
    ) -> list[Segment]:
        """Return a row with letters at its links: over the blank before each, or its beginning."""
        text, starts = column.blocks[item].text, column.starts(item)
        start, end = starts[row], row_end(text, starts, row)
        style = styles.plain + styles.components["label"]
        for (number, at), label in self.marks.labels.items():
            if number == item and start <= at < max(end, start + 1):
                over = at - 1 if at > start and text[at - 1].isspace() else at
                x = column.hanging_indent(item) + cell_len(shown(text, start, over))
                x = max(0, min(x, column.width - len(label)))
                segments = _over(segments, x, Segment(label, style))
        return segments

    def background(self, block: Block, styles: Styles) -> Style:
        """Return the style behind a block."""
        return (
            styles.plain + styles.components["highlighted"]
            if block.id in self.marks.highlighted
            else styles.plain
        )

    def _paint(self, column: Column, item: int, row: int, styles: Styles) -> Iterator[Segment]:
        block = column.blocks[item]
        background = self.background(block, styles)
        if hanging := column.hanging_indent(item):
            yield Segment(" " * block.indent, background)
            lead = block.marker if row == 0 else ""
            room = hanging - block.indent
            yield Segment(
                shown(lead, 0, len(lead)) + " " * (room - cell_len(lead)),
                background + styles.components["marker"],
            )
        base = (
            background + styles.components[block.role]
            if block.role in styles.components
            else background
        )
        starts = column.starts(item)
        start, end = starts[row], row_end(block.text, starts, row)
        plain = is_plain(block.text, start, end)
        marks: list[tuple[int, int, Style]] = []
        cuts = {start, end}
        for first, last, style in self._marks(block, item, start, end, styles):
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
        self, block: Block, item: int, start: int, end: int, styles: Styles
    ) -> Iterator[tuple[int, int, Style]]:
        marks = self.marks
        for span in near(block.spans, start, end):
            style = styles.components[span.kind]
            if style.italic and block.role == "untranslated":
                style += _UPRIGHT  # what is slanted anyway stands out so
            if span.kind == "address":
                style += _leading_to(span.target)
            if marks.hover == (item, span):
                style += styles.components["hover"]
            if marks.current == (item, span):
                style += styles.components["current"]
            yield span.start, span.end, style
        found = marks.found.get(block.id, ())
        # They are in order and apart.
        begin = max(0, bisect_left(found, (start,)) - 1)
        for number, (first, last) in enumerate(found[begin : bisect_left(found, (end,))], begin):
            if last > start:
                current = marks.found_current == (block.id, number)
                yield first, last, styles.components["find-current" if current else "find"]
        if marks.selected and (part := marks.selected.within(item, len(block.text))):
            first, last = part
            if first < end and last > start:
                yield first, last, styles.selection
