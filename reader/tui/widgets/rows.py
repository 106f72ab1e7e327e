"""The rows of a list, and how one is painted."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.widgets.cells import cell_len, fit
from reader.tui.widgets.themes import Palette


class Row(NamedTuple):
    """One row: a title of one or more lines, and a quieter last line, or none.

    ``end`` stands at the right of the title's first line. ``is_heading``: it stands over the rows
    that follow, or is a remark, and can't be chosen.
    """

    id: str
    title: str
    note: str = ""
    end: str = ""
    is_heading: bool = False


NOTHING = Row("", "")
"""A blank row, in place of one that a lazy sequence has lost since ``len`` was called."""


class RowStyles(NamedTuple):
    """The styles of one theme; of titles and notes by ``is_highlighted``."""

    plain: Style
    title: Mapping[bool, Style]
    note: Mapping[bool, Style]
    heading: Style

    @classmethod
    def of(cls, widget: Widget) -> "RowStyles":
        """Return those of the theme that a widget is painted in."""
        own, style, on = widget.rich_style, Palette(widget).style, "row-highlight"
        return cls(
            own,
            {False: own + style("text"), True: own + style("text", on, bold=True)},
            {False: own + style("text-muted"), True: own + style("text", on)},
            own + style("accent", bold=True),
        )


def painted(
    row: Row, title: Sequence[str], styles: RowStyles, width: int, *, is_highlighted: bool
) -> list[Strip]:
    """Return the lines of a row whose title is broken into lines, ``width`` cells each."""
    style, note = styles.title[is_highlighted], styles.note[is_highlighted]
    marker = "▌" if is_highlighted else " "
    end = Segment(f"{row.end} ", note) if row.end else None
    strips: list[Strip] = []
    for text in title:
        strips.append(_line(f"{marker}{text}", style, width, None if strips else end))
    if row.note:
        strips.append(_line(f"{marker}{row.note}", note, width))
    return strips


def painted_heading(
    row: Row, title: Sequence[str], styles: RowStyles, width: int, room: int
) -> list[Strip]:
    """Return the lines of a heading: at the end of ``room`` lines, as near as can be to its rows."""
    lines = [_line(f" {text}", styles.heading, width) for text in title]
    if row.note:
        lines.append(_line(f" {row.note}", styles.note[False], width))
    return [Strip.blank(width, styles.plain)] * (room - len(lines)) + lines


def _line(text: str, style: Style, width: int, end: Segment | None = None) -> Strip:
    beside = end.cell_length if end is not None else 0
    left = max(0, width - beside)
    segments = [Segment(fit(text, left), style)]
    if end is not None:
        segments.append(end)
    return Strip(segments, left + beside).adjust_cell_length(width, style)


def room_for_title(row: Row, width: int) -> int:
    """Return how many cells of a line of ``width`` a row's title may take."""
    return width - 2 - (cell_len(row.end) + 1 if row.end else 0)
