"""The keys of a screen, from the list of commands, filtered as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from reader.language.messages import _
from reader.tui.keys import commands, finding
from reader.tui.keys.names import key_name
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.modal import ReaderModal
from reader.tui.session import Session
from reader.tui.widgets.blocks import Block
from reader.tui.widgets.cells import cell_len
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.line_field import LineField
from reader.tui.widgets.text_view import TextView

STACKED = 70
"""Cells below which a key stands over what it does."""

_MOST_KEYS = 4
"""Keys of a command that are all shown."""


class HelpScreen(ReaderModal[str | None]):
    """Lists the commands of the screen it was opened from; returns the id of one to carry out."""

    PARTS = commands.SCREENS["help"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)
    CSS_PATH = "help.tcss"
    view = getters.query_one(TextView)
    field = getters.query_one(Input)

    def __init__(self, session: Session, where: Sequence[commands.Part]) -> None:
        super().__init__(session)
        self.where = where

    def compose(self) -> ComposeResult:
        with Vertical(id="window"):
            yield LineField(compact=True)
            yield TextView(measure=76, by_block=True, id="help")
        yield KeyBar(self.session, *self.PARTS)

    def on_mount(self) -> None:
        self.field.focus()
        self.retranslate()

    def on_resize(self) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.field.placeholder = _("Find a key…")
        self._show(keep=True)

    def _show(self, *, keep: bool) -> None:
        blocks = help_blocks(
            self.where,
            self.session.keys_of,
            self.field.value,
            stacked=self.app.size.width < STACKED,
        )
        self.view.show(blocks, keep=keep)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value == "?":  # the key that opened the window closes it
            self.dismiss(None)
        else:
            self._show(keep=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.do_choose()

    def on_text_view_activated(self, event: TextView.Activated) -> None:
        event.stop()
        self.do_choose()

    def do_row_down(self) -> None:
        self.view.do_line_down()

    def do_row_up(self) -> None:
        self.view.do_line_up()

    def do_rows_down(self) -> None:
        self.view.do_page_down()

    def do_rows_up(self) -> None:
        self.view.do_page_up()

    def do_choose(self) -> None:
        """Carry out the command that the cursor stands on."""
        id = self.view.cursor
        if self.is_ready and id in commands.BY_ID:
            self.dismiss(id)

    def do_copy_help(self) -> None:
        self.do_copy()

    def do_dismiss(self) -> None:
        self.dismiss(None)

    def do_help(self) -> None:
        self.dismiss(None)


def help_blocks(
    where: Sequence[commands.Part],
    keys_of: Callable[[commands.Command], Sequence[str]],
    query: str = "",
    *,
    stacked: bool = False,
) -> list[Block]:
    """Return a heading for each group, and a line for each command with its keys.

    With a ``query``, only the commands that have its words, or the key that it is. ``stacked``: the
    keys stand over the description, not beside it.
    """
    listed = commands.of(*where)
    names = {c.id: [key_name(key) for key in keys_of(c)] for c in listed}
    keys = {id: _in_a_row(own) for id, own in names.items()}
    if typed := query.strip():
        with_key = {id for id, own in names.items() if typed.lower() in map(str.lower, own)}
        named = {c.id for c in finding.found(typed, listed)}
        listed = [c for c in listed if c.id in named | with_key]
    if not listed:
        return [Block("nothing", _("No command has these words in its name."), "note")]
    shown = [] if typed else [
        Block("title", _("Keys"), "title"),
        Block("layout", _("In the Russian and the Ukrainian keyboard layouts the same physical keys work."), "meta"),
    ]  # fmt: skip
    width = max(cell_len(keys[c.id]) for c in listed)
    order = (commands.READING, commands.TERMS, commands.DOCUMENTS, commands.TOOLS)
    grouped = sorted(listed, key=lambda c: order.index(c.group))
    for group, members in groupby(grouped, key=lambda c: c.group):
        shown.append(Block(f"group/{group}", _(group), "heading"))
        for c in members:
            if stacked:
                shown.append(Block(c.id, f"{keys[c.id]}\n{_(c.help)}", "claim", gap=1))
            else:
                padding = "\u00a0" * (width - cell_len(keys[c.id]))
                marker = keys[c.id] + padding + "\u00a0"
                shown.append(Block(c.id, _(c.help), "claim", marker=marker, gap=0))
    return shown


def _in_a_row(keys: Sequence[str]) -> str:
    """Join the keys of a command; of many, the first and the last stand for all."""
    return "  ".join(keys) if len(keys) <= _MOST_KEYS else f"{keys[0]} … {keys[-1]}"


def open_help(session: Session, screen: CommandScreen) -> None:
    """Open the list of keys over a screen, which runs the command that is chosen there."""

    def run(id: str | None) -> None:
        if id is not None:
            screen.action_run(id)

    screen.open_screen(HelpScreen(session, screen.PARTS), run)
