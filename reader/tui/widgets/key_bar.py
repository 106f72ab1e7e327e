"""The last line of a screen: its most useful keys, each a button for the mouse."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from reader.language.messages import _
from reader.tui.keys import commands
from reader.tui.keys.names import is_character, key_name
from reader.tui.session import Session
from reader.tui.widgets.cells import cell_len
from reader.tui.widgets.themes import Palette


class KeyBar(Widget):
    """The commands that fit the line, by rank; those that say how to go on leave it last."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; width: 100%; background: $panel; color: $text; }
    """
    ALLOW_SELECT = False

    def __init__(self, session: Session, *where: commands.Part) -> None:
        super().__init__()
        self.session = session
        self.where: tuple[commands.Part, ...] = ()
        self._commands: list[commands.Command] = []
        self._typing = False
        self._spans: list[tuple[int, int, str]] = []
        self.show(*where)

    def show(self, *where: commands.Part) -> None:
        """Show the keys of these parts, in which letters belong to a field or don't."""
        if where != self.where:
            self.where = where
            ranked = [command for command in commands.of(*where) if command.bar]
            self._commands = sorted(ranked, key=lambda command: command.bar)
            self._typing = not commands.WITH_FIELDS.isdisjoint(where)
            self.refresh()

    def on_mount(self) -> None:
        self.session.language_changed.subscribe(self, self._language_changed)

    def on_unmount(self) -> None:
        self.session.language_changed.unsubscribe(self)

    def _language_changed(self, _language: str) -> None:
        self.refresh()

    def render_line(self, _y: int) -> Strip:
        title_style = self.rich_style
        key_style = title_style + Palette(self).style("accent", bold=True)
        width = self.size.width
        segments = [Segment(" ", title_style)]
        self._spans = []
        x = 1
        for command, key, title in self._fitting(width - 1):
            start = x
            segments += [Segment(key, key_style), Segment(f" {title}  ", title_style)]
            x += cell_len(key) + cell_len(title) + 3
            self._spans.append((start, x - 2, command.id))
        return Strip(segments, x).adjust_cell_length(width, title_style)

    def _fitting(self, width: int) -> list[tuple[commands.Command, str, str]]:
        labels = [(c, self._key(c), _(c.short or c.title)) for c in self._commands]
        widths = [cell_len(key) + cell_len(title) + 3 for _c, key, title in labels]
        while len(labels) > 1 and sum(widths) - 2 > width:
            ranks = [(c.stays, -c.bar) for c, _key, _title in labels]
            n = ranks.index(min(ranks))
            del labels[n], widths[n]
        return labels

    def _key(self, command: commands.Command) -> str:
        keys = self.session.keys_of(command)
        if self._typing:
            # Characters belong to the field: show a key that works while one types.
            keys = tuple(key for key in keys if not is_character(key)) or keys
        return key_name(keys[0])

    async def on_click(self, event: events.Click) -> None:
        for start, end, id in self._spans:
            if start <= event.x < end:
                await self.screen.run_action(f"run('{id}')")
