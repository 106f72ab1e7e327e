"""What has come of editing a summary: what is wrong with it, and whether it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType

from reader.language import interface
from reader.language.messages import _
from reader.model import Problem
from reader.tui.keys import commands
from reader.tui.screens.modal import ReaderModal
from reader.tui.session import Session
from reader.tui.widgets.blocks import Block
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.text_view import TextView

Answer = Literal["keep", "edit", "drop"]


class ReviewScreen(ReaderModal[Answer]):
    """Asks what to do with a summary that was edited; closing it leaves that for later.

    ``is_sound``: it can be kept, whatever the problems. ``told`` are lines about the editor.
    """

    PARTS = commands.SCREENS["review"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)
    CSS_PATH = "review.tcss"
    view = getters.query_one(TextView)

    def __init__(
        self,
        session: Session,
        is_sound: bool,
        problems: Sequence[Problem],
        told: Sequence[str] = (),
    ) -> None:
        super().__init__(session)
        self.is_sound = is_sound
        self.problems = problems
        self.told = told

    def compose(self) -> ComposeResult:
        yield TextView(measure=76, id="review")
        yield KeyBar(self.session, *self.PARTS)

    def on_mount(self) -> None:
        self.retranslate()
        self.view.focus()

    def retranslate(self) -> None:
        super().retranslate()
        title = _("Keep this summary as yours?") if self.is_sound else _("It can’t be kept yet")
        blocks = [Block("title", title, "title")]
        blocks += [Block(f"told/{n}", line, "note") for n, line in enumerate(self.told)]
        blocks += [
            Block(f"problem/{n}", interface.describe(problem))
            for n, problem in enumerate(self.problems)
        ]
        if not self.problems:
            blocks.append(Block("sound", _("Nothing is wrong with it."), "note"))
        self.view.show(blocks, keep=True)

    def do_keep_summary(self) -> None:
        if self.is_sound:
            self.dismiss("keep")
        else:
            self.say(_("Correct what is wrong first."))

    def do_edit_again(self) -> None:
        self.dismiss("edit")

    def do_drop_summary(self) -> None:
        self.dismiss("drop")
