"""Painting for a screen reader: one thing at a time, in words, and only rows that have changed.

The terminal's own cursor stands at the line that is being read, which screen readers follow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.control import Control
from textual._compositor import CompositorUpdate
from textual.geometry import Offset
from textual.widgets import Input, TextArea

from reader.tui.widgets.line_view import LineView
from reader.tui.widgets.text_canvas import TextCanvas
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from rich.console import Console
    from textual.app import App
    from textual.screen import Screen
    from textual.widget import Widget

    from reader.tui.screens.pane_screen import PaneScreen

CLASS = "-screen-reader"
SHOW_CURSOR, HIDE_CURSOR = "\x1b[?25h", "\x1b[?25l"
_STYLES = "screen_reader.tcss"


def set_styles(app: App[Any], *, on: bool) -> None:
    """Have every window take the whole screen, without frames, or no more."""
    from pathlib import Path

    if on and not app.stylesheet.has_source(_STYLES):
        css = Path(__file__).with_name(_STYLES).read_text(encoding="utf-8")
        app.stylesheet.add_source(css, read_from=(_STYLES, ""))
        if app.is_running:
            app.stylesheet.parse()
    app.set_class(on, CLASS)


def switch(app: App[Any], main: PaneScreen, *, on: bool) -> None:
    """Paint every screen for a screen reader from now on, or as for eyes."""
    set_styles(app, on=on)
    if app._driver is not None and not app.is_headless:
        app._driver.write(SHOW_CURSOR if on else HIDE_CURSOR)
    for screen in app.screen_stack:
        for view in screen.query(TextCanvas):
            view.lay_out_anew()
    main.show_panes(main.pane)
    app.refresh_css(animate=False)
    for screen in app.screen_stack:
        screen.refresh(layout=True)


class ChangedRows(CompositorUpdate):
    """Rows of the screen in place of all that Textual would paint again."""

    def __init__(self, rows: dict[int, str]) -> None:
        self.rows = rows

    def render_segments(self, _console: Console) -> str:
        return "".join(f"{Control.move_to(0, y).segment.text}{row}" for y, row in self.rows.items())


class Sent:
    """The rows of the screen as they were sent to the terminal."""

    def __init__(self) -> None:
        self._rows: list[str] = []

    def forget(self) -> None:
        """Send every row anew: the terminal has shown something else."""
        self._rows = []

    def update(self, screen: Screen[Any], console: Console) -> ChangedRows:
        """Return the rows that are not as they were sent."""
        rows = [strip.render(console) for strip in screen._compositor.render_strips()]
        before = self._rows if len(self._rows) == len(rows) else [""] * len(rows)
        self._rows = rows
        pairs = enumerate(zip(before, rows, strict=True))
        return ChangedRows({y: new for y, (old, new) in pairs if new != old})


def reading_place(screen: Screen[Any]) -> Offset | None:
    """Return the cell of the screen at which one reads or types; ``None`` where there is none."""
    widget: Widget | None = screen.focused
    if widget is None:
        widget = next(iter(screen.query(TextView)), None)
    if widget is None or not widget.display:
        return None
    if isinstance(widget, Input | TextArea):
        return widget.cursor_screen_offset
    inside = widget.reading_offset if isinstance(widget, LineView) else Offset()
    return widget.region.offset + inside
