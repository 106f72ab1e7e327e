"""The current screen of an app as plain text, for snapshots."""

from __future__ import annotations

from typing import Any, NamedTuple

from rich.segment import Segment
from textual.app import App
from textual.geometry import Region
from textual.scrollbar import ScrollBar

from reader.tui.widgets.text.viewport import BAR
from reader.tui.widgets.text_view import TextView


class Run(NamedTuple):
    """A run of cells on row ``y`` that starts at cell ``x`` and is marked in the ways named."""

    y: int
    x: int
    text: str
    marks: tuple[str, ...]


def screen_rows(app: App[Any]) -> list[list[Segment]]:
    """The screen's segments by row, without the bars that show how far one has come."""
    compositor = app.screen._compositor
    rows = [[s for s in strip if not s.control] for strip in compositor.render_strips()]
    for widget, (region, clip) in compositor.visible_widgets.items():
        if isinstance(widget, ScrollBar):
            bar = region
        elif isinstance(widget, TextView):
            bar = region.shrink(widget.gutter)
            bar = Region(bar.right - BAR, bar.y, BAR, bar.height)
        else:
            continue
        bar = bar.intersection(clip)
        for y in bar.line_range:
            rows[y] = _blanked(rows[y], bar.x, bar.right)
    return rows


def _blanked(row: list[Segment], start: int, end: int) -> list[Segment]:
    before, bar, after = Segment.divide(row, [start, end, sum(s.cell_length for s in row)])
    return [*before, Segment(" " * sum(s.cell_length for s in bar)), *after]


def screen_lines(app: App[Any]) -> list[str]:
    """The rows of the app's current screen, without trailing blanks."""
    return ["".join(s.text for s in row).rstrip() for row in screen_rows(app)]


def screen_text(app: App[Any]) -> str:
    """The app's current screen as lines of text, right-trimmed."""
    return "\n".join(screen_lines(app)) + "\n"


MARKS = ("underline", "reverse", "bold", "italic", "strike")


def screen_styles(app: App[Any], *wanted: str) -> list[Run]:
    """The runs that are underlined, reversed and so on; ``wanted`` narrows it to some marks.

    Neighbouring runs with the same marks are one.
    """
    runs: list[Run] = []
    names = wanted or ("underline", "reverse")
    for y, row in enumerate(screen_rows(app)):
        x = 0
        for segment in row:
            style = segment.style
            marks = tuple(n for n in MARKS if n in names and style and getattr(style, n))
            last = runs[-1] if runs else None
            if marks and last and last.y == y and last.marks == marks and _end(last) == x:
                runs[-1] = last._replace(text=last.text + segment.text)
            elif marks:
                runs.append(Run(y, x, segment.text, marks))
            x += segment.cell_length
    return runs


def _end(run: Run) -> int:
    return run.x + Segment(run.text).cell_length


def screen_colours(app: App[Any]) -> dict[str, str]:
    """Every style of the screen, as Rich writes it, with the first words that have it."""
    found: dict[str, str] = {}
    for row in screen_rows(app):
        for segment in row:
            words = segment.text.strip()
            if words and segment.style is not None:
                plain = segment.style.without_color + segment.style.background_style
                style = f"{segment.style.color and segment.style.color.name} {plain}"
                found.setdefault(style, words[:40])
    return found
