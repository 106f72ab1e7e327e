"""What every window over the main screen is."""

from __future__ import annotations

from textual.screen import ModalScreen, ScreenResultType

from reader.tui.screens.base import Commanded


class Window(ModalScreen[ScreenResultType], Commanded[ScreenResultType]):
    """A window over the main screen.

    ``ModalScreen`` comes first: default CSS is inherited along the first base.
    """

    DEFAULT_CSS = """
    Window { align: center middle; }
    """

    def do_close(self) -> None:
        self.dismiss(None)
