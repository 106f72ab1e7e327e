"""The line above the keys: where one is, or a preview of what Enter would open."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.cells import fit


class StatusLine(Widget):
    """``text`` is data, cut to the line."""

    DEFAULT_CSS = """
    StatusLine { dock: bottom; height: 1; width: 100%; color: $foreground-muted; margin-bottom: 1; }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def say(self, text: str) -> None:
        text = " ".join(text.split())
        if text != self.text:
            self.text = text
            self.refresh()

    def render_line(self, y: int) -> Strip:
        del y
        width = self.size.width
        return Strip([Segment(fit(f" {self.text}", width), self.rich_style)], width)
