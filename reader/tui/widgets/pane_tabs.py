"""A row that names the panes where only one has room; each is a button for the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.widgets.cells import cell_len, fit
from reader.tui.widgets.themes import Palette

_BETWEEN = " │ "


class PaneTabs(Widget):
    """The panes from left to right: that in front is in capitals and bold, with what its title adds."""

    DEFAULT_CSS = """
    PaneTabs { dock: top; height: 1; width: 100%; margin-top: 1; color: $foreground-muted; }
    """
    ALLOW_SELECT = False

    class Chosen(Message):
        """A pane was clicked."""

        def __init__(self, pane: str) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self) -> None:
        super().__init__(id="tabs")
        self._panes: Sequence[tuple[str, str]] = ()
        self._current = ""
        self._spans: list[tuple[int, int, str]] = []

    def show(self, panes: Sequence[tuple[str, str]], current: str) -> None:
        """Show panes by id and title, of which ``current`` is in front."""
        if (panes, current) != (self._panes, self._current):
            self._panes, self._current = panes, current
            self.refresh()

    def render_line(self, _y: int) -> Strip:
        plain = self.rich_style
        bold = plain + Palette(self).style("text", bold=True)
        width, x = self.size.width, 1
        segments = [Segment(" ", plain)]
        self._spans = []
        labels = self._labels(width - 2)
        for n, ((id, _title), label) in enumerate(zip(self._panes, labels, strict=True)):
            if n:
                segments.append(Segment(_BETWEEN, plain))
                x += cell_len(_BETWEEN)
            segments.append(Segment(label, bold if id == self._current else plain))
            self._spans.append((x, x + cell_len(label), id))
            x += cell_len(label)
        return Strip(segments, x).adjust_cell_length(width, plain)

    def _labels(self, width: int) -> list[str]:
        """Return what each pane is called: in a narrow row, as short as lets all have room."""
        labels = []
        for id, title in self._panes:
            name, dot, rest = title.partition(" · ")
            labels.append(f"{name.upper()}{dot}{rest}" if id == self._current else name)
        room = width - cell_len(_BETWEEN) * (len(labels) - 1)
        if sum(map(cell_len, labels)) > room:
            # The title of the pane in front gives way first, and then all by the same.
            for n, (id, title) in enumerate(self._panes):
                if id == self._current:
                    others = sum(map(cell_len, labels)) - cell_len(labels[n])
                    name = title.partition(" · ")[0].upper()
                    left = max(room - others, cell_len(name))
                    labels[n] = (
                        fit(labels[n], left).rstrip() if left < cell_len(labels[n]) else labels[n]
                    )
        if sum(map(cell_len, labels)) > room and labels:
            each = max(1, room // len(labels))
            labels = [fit(label, min(each, cell_len(label))).rstrip() for label in labels]
        return labels

    def on_click(self, event: events.Click) -> None:
        for start, end, id in self._spans:
            if start - 1 <= event.x <= end:
                self.post_message(self.Chosen(id))
                return
