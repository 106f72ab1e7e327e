"""The first line: the dossier's title, which document of how many, and the language."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.language import messages
from reader.language.messages import _
from reader.tui.widgets.cells import cell_len, fit

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp
    from reader.tui.screens.main import MainScreen


class TopBar(Widget):
    DEFAULT_CSS = """
    TopBar { dock: top; height: 1; width: 100%; background: $panel; color: $text; text-style: bold; }
    """
    ALLOW_SELECT = False

    def render_line(self, y: int) -> Strip:
        del y
        reader = cast("ReaderApp", self.app)
        title, position = "reader", ""
        if reader.has_reading:
            reading = reader.reading
            title = reading.in_language(messages.language()).title
            item = cast("MainScreen", self.screen).item
            if item is not None:
                position = _("{n} of {total}").format(
                    n=reading.items.index(item) + 1, total=len(reading.items)
                )
        right = f"{position}  {messages.language().upper()} "
        width = self.size.width
        text = fit(" " + fit(title, max(0, width - cell_len(right) - 2)) + " " + right, width)
        return Strip([Segment(text, self.rich_style)], width)
