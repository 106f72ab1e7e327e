"""A field of one line: what is pasted into it keeps its words, and acts on no terminal."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from reader.language.sanitize import clean_line

LONGEST = 10_000
"""Characters that a field takes: more than anybody looks up, and few enough to be painted."""


class LineField(Input):
    """Takes several lines as one, a space in the place of each line break."""

    DEFAULT_CSS = """
    LineField { background: $panel; }
    LineField:focus { background: $row-highlight; }
    """

    def validate_value(self, value: str) -> str:
        """Return the value without what could control a terminal, however it came here."""
        return clean_line(value)[:LONGEST]

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()  # Textual's own keeps the first line alone
        event.stop()
        if text := clean_line(event.text):
            start, end = sorted(self.selection)
            self.replace(text, start, end)
