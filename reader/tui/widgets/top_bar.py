"""The first line: the dossier's title, the document's number, the language."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from reader.language import dates, messages
from reader.language.messages import _
from reader.tui.session import Session
from reader.tui.widgets.cells import cell_len, fit


class TopBar(Widget):
    """One row about what is open in the session."""

    DEFAULT_CSS = """
    TopBar { dock: top; height: 1; width: 100%; background: $panel; color: $text; text-style: bold; }
    """
    ALLOW_SELECT = False

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._key: str | None = None

    def on_mount(self) -> None:
        self.session.language_changed.subscribe(self, self._language_changed)

    def _language_changed(self, _language: str) -> None:
        self.refresh()

    def show(self, key: str) -> None:
        """Show the number of the document with this key."""
        self._key = key
        self.refresh()

    async def on_click(self, event: events.Click) -> None:
        """Switch to the next language at a click on its code."""
        if event.x >= self.size.width - len(messages.language()) - 2:
            await self.screen.run_action("run('language')")

    def render_line(self, _y: int) -> Strip:
        title, position = "reader", ""
        if (collection := self.session.collection) is not None:
            title = collection.head(messages.language()).title
            here = collection.position(self._key) if self._key is not None else None
            if here is not None:
                n, total = (
                    dates.number(value, messages.language())
                    for value in (here + 1, len(collection))
                )
                position = _("{n} of {total}").format(n=n, total=total)
        right = f"{position}  {messages.language().upper()} "
        width = self.size.width
        text = fit(" " + fit(title, max(0, width - cell_len(right) - 2)) + " " + right, width)
        return Strip([Segment(text, self.rich_style)], width)
