"""A row of a dialog for one of a few values; arrows or a click change it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.widgets.cells import cell_len

LABEL_CELLS = 18


class ChoiceRow(Widget, can_focus=True):
    """A label and the chosen value between arrows."""

    DEFAULT_CSS = """
    ChoiceRow { height: 1; }
    ChoiceRow:focus { background: $row-highlight; text-style: bold; }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    class Changed(Message):
        """Another value was chosen."""

        def __init__(self, row: ChoiceRow) -> None:
            super().__init__()
            self.row = row

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.label = ""
        self.choices: dict[str, str] = {}
        self.chosen = ""

    def offer(self, label: str, choices: Mapping[str, str]) -> None:
        """Set the label and the choices, by value; the chosen value stays if offered."""
        self.label = label
        self.choices = dict(choices)
        if self.chosen not in self.choices:
            self.chosen = next(iter(self.choices), "")
        self.refresh()

    def step(self, step: int) -> None:
        """Choose the value ``step`` places further on, around the ends."""
        values = list(self.choices)
        if len(values) > 1:
            self.chosen = values[(values.index(self.chosen) + step) % len(values)]
            self.refresh()
            self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        self.step(-1 if event.x < LABEL_CELLS + 2 else 1)

    def render_line(self, _y: int) -> Strip:
        label = self.label + " " * (LABEL_CELLS - cell_len(self.label))
        text = f"{label}◂ {self.choices.get(self.chosen, '')} ▸"
        strip = Strip([Segment(text, self.rich_style)])
        return strip.adjust_cell_length(self.size.width, self.rich_style)
