"""The palette: find a command by its name, in either language, and carry it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from reader.language.messages import _
from reader.language.words import fold
from reader.tui.keys import commands
from reader.tui.keys.names import key_name
from reader.tui.screens.picker import Picker
from reader.tui.session import Session
from reader.tui.widgets.line_field import LineField
from reader.tui.widgets.row_list import Row, RowList


class PaletteScreen(Picker[str]):
    """Returns the id of the chosen command."""

    PARTS = commands.SCREENS["palette"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)
    CSS_PATH = "palette.tcss"

    def __init__(self, session: Session, where: Sequence[commands.Part]) -> None:
        super().__init__(session)
        listed = [c for c in commands.of(*where) if c.id != "palette"]
        # Moving by lines and pages is what nobody looks up: it comes last.
        self.commands = sorted(listed, key=lambda c: c.group == commands.READING and not c.bar)

    def compose(self) -> ComposeResult:
        with Vertical(id="palette"):
            yield LineField(compact=True)
            yield RowList(id="rows")

    def placeholder(self) -> str:
        return _("Find a command…")

    def rows(self, query: str) -> list[Row]:
        wanted = fold(query).split()
        found = []
        for command in self.commands:
            keys = "  ".join(key_name(key) for key in self.session.keys_of(command))
            # The English name finds a command too, whatever the interface's language is.
            names = fold(f"{_(command.title)} {_(command.help)} {command.title}")
            if all(word in names for word in wanted):
                found.append(Row(command.id, _(command.title), _(command.help), keys))
        return found or [Row("", _("No command has these words in its name."))]

    def picked(self, row: Row) -> None:
        self.dismiss(row.id or None)

    def do_palette(self) -> None:
        self.dismiss(None)
