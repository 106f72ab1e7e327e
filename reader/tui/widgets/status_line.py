"""The line above the keys: the position, or a preview of what Enter opens."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.widgets.cells import cell_len, fit


class StatusLine(Widget):
    """One line; ``text`` is data, cut to its width."""

    DEFAULT_CSS = """
    StatusLine { dock: bottom; height: 1; width: 100%; color: $foreground-muted; margin-bottom: 1; }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.count = ""

    def show(self, text: str, count: str = "") -> None:
        """Show ``text``, and ``count`` at the line's end, which a prompt doesn't cover."""
        text = " ".join(text.split())
        if (text, count) != (self.text, self.count):
            self.text, self.count = text, count
            self.refresh()

    def has_room(self, text: str) -> bool:
        """Tell whether all of a text fits the line."""
        return cell_len(text) + 2 <= self.size.width

    def render_line(self, _y: int) -> Strip:
        width = self.size.width
        count = f" {self.count} " if self.count else ""
        text = fit(fit(f" {self.text}", max(0, width - cell_len(count))) + count, width)
        return Strip([Segment(text, self.rich_style)], width)
