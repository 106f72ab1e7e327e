"""The palette: find a command by its name, in either language, and carry it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from reader.language import messages
from reader.language.locales import language_title
from reader.language.messages import _
from reader.language.words import fold
from reader.tui.keys import commands, finding
from reader.tui.keys.names import key_name
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.picker import Picker
from reader.tui.session import Session
from reader.tui.widgets import themes
from reader.tui.widgets.line_field import LineField
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.rows import Row


class Asked(NamedTuple):
    """A command, and what was typed after its name."""

    id: str
    argument: str = ""


class PaletteScreen(Picker[Asked]):
    """Returns the chosen command, with what it was given."""

    PARTS = commands.SCREENS["palette"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)
    CSS_PATH = "palette.tcss"

    def __init__(self, session: Session, where: Sequence[commands.Part]) -> None:
        super().__init__(session)
        listed = [c for c in commands.of(*where) if c.id != "palette"]
        # Moving by lines and pages is what nobody looks up: it comes last.
        self.commands = sorted(listed, key=lambda c: c.group == commands.READING and not c.bar)
        self._asked: dict[str, Asked] = {}
        """By the id of a row, a command with what it is given."""

    def compose(self) -> ComposeResult:
        with Vertical(id="palette"):
            yield LineField(compact=True)
            yield RowList(id="rows")

    def placeholder(self) -> str:
        return _("Find a command…")

    def rows(self, query: str) -> list[Row]:
        self._asked = {}
        given = [
            row
            for command, argument in finding.with_argument(query, self.commands)
            for row in self._given(command, argument)
        ]
        named = [self._row(command) for command in finding.found(query, self.commands)]
        return [*given, *named] or [Row("", _("No command has these words in its name."))]

    def _row(self, command: commands.Command) -> Row:
        title = _(command.title)
        if command.takes:
            title += f" [{_(command.takes)}]"
        keys = "  ".join(key_name(key) for key in self.session.keys_of(command))
        return Row(command.id, title, _(command.help), keys)

    def _given(self, command: commands.Command, argument: str) -> list[Row]:
        """Return a row for what a command is given; for one of a few names, each that fits."""
        offered = self._choices(command)
        wanted = fold(argument)
        chosen = {
            value: label
            for value, label in offered.items()
            if any(fold(name).startswith(wanted) for name in (value, label))
        }
        rows = []
        for value, label in (chosen if offered else {argument: argument}).items():
            id = f"{command.id} {value}"
            self._asked[id] = Asked(command.id, value)
            rows.append(Row(id, f"{_(command.title)}: {label}"))
        return rows

    def _choices(self, command: commands.Command) -> dict[str, str]:
        """Return what a command may be given, with labels; empty where that may be anything."""
        if command.id == "theme":
            return {name: _(label) for name, label in themes.LABELS.items()}
        collection = self.session.collection
        if command.id == "language" and collection is not None:
            shown = messages.language()
            codes = collection.offered_languages(shown)
            return {code: language_title(code, shown) for code in codes}
        return {}

    def picked(self, row: Row) -> None:
        self.dismiss(self._asked.get(row.id, Asked(row.id)) if row.id else None)

    def do_palette(self) -> None:
        self.dismiss(None)


def open_palette(session: Session, screen: CommandScreen) -> None:
    """Open the palette over a screen, which runs what is asked for there."""

    def run(asked: Asked | None) -> None:
        if asked is not None:
            screen.run_with(asked.id, asked.argument)

    screen.open_screen(PaletteScreen(session, screen.PARTS), run)
