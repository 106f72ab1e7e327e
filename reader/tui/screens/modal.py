"""The base of every window over the main screen."""

from __future__ import annotations

from textual.screen import ModalScreen, ScreenResultType

from reader.tui.screens.base import CommandScreen


class ReaderModal(CommandScreen, ModalScreen[ScreenResultType]):
    """A window over the main screen."""

    DEFAULT_CSS = """
    ReaderModal { align: center middle; }
    """

    def do_close(self) -> None:
        self.dismiss(None)
