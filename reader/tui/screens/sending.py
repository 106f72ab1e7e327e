"""Before an article is given to a command of the reader's: to which, and how much."""

from __future__ import annotations

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType

from reader.language import dates, messages
from reader.language.messages import _, ngettext
from reader.tui.keys import commands
from reader.tui.screens.modal import ReaderModal
from reader.tui.session import Session
from reader.tui.widgets.blocks import Block
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.text_view import TextView


class SendScreen(ReaderModal[bool]):
    """Asks whether ``size`` bytes may be given to ``command``; returns whether they may."""

    PARTS = commands.SCREENS["send"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)
    CSS_PATH = "sending.tcss"
    view = getters.query_one(TextView)

    def __init__(self, session: Session, command: str, size: int) -> None:
        super().__init__(session)
        self.command = command
        self.size_sent = size

    def compose(self) -> ComposeResult:
        yield TextView(measure=76, id="sending")
        yield KeyBar(self.session, *self.PARTS)

    def on_mount(self) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        count = dates.number(self.size_sent, messages.language())
        bytes_ = ngettext("{n} byte", "{n} bytes", self.size_sent).format(n=count)
        lines = [
            Block("title", _("Give this article to the command?"), "title"),
            Block("command", self.command),
            Block("size", bytes_, "meta", gap=0),
            Block("whose", _("What the command does with it, and where it sends it, is its own affair."), "note"),
        ]  # fmt: skip
        self.view.show(lines, keep=True)

    def do_send(self) -> None:
        self.dismiss(True)
