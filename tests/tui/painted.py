"""What is painted, cell by cell: characters and their styles."""

from __future__ import annotations

from typing import Any, NamedTuple

from rich.style import Style
from textual.app import App

from reader.tui.widgets.cells import cell_len
from tests.tui.screens import screen_rows


class Cell(NamedTuple):
    """A cell of the screen. The second cell of a wide character holds no text."""

    text: str
    style: Style


Picture = list[list[Cell]]
"""The cells of the screen, row by row."""


def picture(app: App[Any]) -> Picture:
    """Return the cells of the app's current screen."""
    return [
        [cell for segment in row for cell in _cells(segment.text, segment.style or Style())]
        for row in screen_rows(app)
    ]


def _cells(text: str, style: Style) -> list[Cell]:
    if text.isascii() and text.isprintable():  # a cell each, which need not be measured
        return [Cell(character, style) for character in text]
    cells: list[Cell] = []
    before = 0
    for end in range(1, len(text) + 1):
        width = cell_len(text[:end])
        if width == before and cells:
            at = max(n for n, cell in enumerate(cells) if cell.text)
            cells[at] = cells[at]._replace(text=cells[at].text + text[end - 1])
        else:
            cells.append(Cell(text[end - 1], style))
            cells += [Cell("", style)] * (width - before - 1)
        before = width
    return cells


def texts(shown: Picture) -> list[str]:
    """Return the characters of each row, without their styles."""
    return ["".join(cell.text for cell in row) for row in shown]


def with_background(shown: Picture, style: Style, left: int = 0, right: int = 1 << 10) -> str:
    """Join the characters painted on the background of ``style`` between two columns."""
    return "".join(
        cell.text
        for row in shown
        for cell in row[left:right]
        if cell.style.bgcolor == style.bgcolor
    )


def changed(before: Picture, after: Picture) -> str:
    """Join the characters that have another style than before."""
    return "".join(
        new.text
        for olds, news in zip(before, after, strict=True)
        for old, new in zip(olds, news, strict=True)
        if old.style != new.style
    )
