"""The keys of a screen, from the list of commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType

from reader.language.messages import _
from reader.tui.keys import commands
from reader.tui.keys.names import key_name
from reader.tui.screens.modal import ReaderModal
from reader.tui.session import Session
from reader.tui.widgets.blocks import Block
from reader.tui.widgets.cells import cell_len
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.text_view import TextView


class HelpScreen(ReaderModal[None]):
    """Lists the commands of the screen it was opened from."""

    PARTS = commands.SCREENS["help"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)
    CSS_PATH = "help.tcss"
    view = getters.query_one(TextView)

    def __init__(self, session: Session, where: Sequence[commands.Part]) -> None:
        super().__init__(session)
        self.where = where

    def compose(self) -> ComposeResult:
        yield TextView(measure=76, id="help")
        yield KeyBar(self.session, "modal", "app")

    def on_mount(self) -> None:
        self.retranslate()
        self.view.focus()

    def retranslate(self) -> None:
        super().retranslate()
        self.view.show(help_blocks(self.where, self.session.keys_of))

    def do_help(self) -> None:
        self.dismiss(None)


def help_blocks(
    where: Sequence[commands.Part], keys_of: Callable[[commands.Command], Sequence[str]]
) -> list[Block]:
    """Return a heading for each group, and a line for each command with its keys."""
    listed = commands.of(*where)
    keys = {c.id: "  ".join(key_name(key) for key in keys_of(c)) for c in listed}
    width = max(cell_len(k) for k in keys.values())
    blocks = [
        Block("title", _("Keys"), "title"),
        Block("layout", _("In the Russian and the Ukrainian keyboard layouts the same physical keys work."), "note"),
    ]  # fmt: skip
    order = (commands.READING, commands.TERMS, commands.DOCUMENTS, commands.TOOLS)
    grouped = sorted(listed, key=lambda c: order.index(c.group))
    for group, members in groupby(grouped, key=lambda c: c.group):
        blocks.append(Block(f"group/{group}", _(group), "heading"))
        for c in members:
            padding = "\u00a0" * (width - cell_len(keys[c.id]))
            blocks.append(Block(c.id, _(c.help), marker=keys[c.id] + padding + "\u00a0", gap=0))
    return blocks
