"""The base of every window over the main screen."""

from __future__ import annotations

from rich.console import RenderableType
from textual import events
from textual.await_complete import AwaitComplete
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, ScreenResultType

from reader.tui.screens.base import CommandScreen
from reader.tui.screens.dimmed import Dimmed


class ReaderModal(CommandScreen, ModalScreen[ScreenResultType]):
    """A window over the main screen."""

    DEFAULT_CSS = """
    ReaderModal { align: center middle; }
    """

    def render(self) -> RenderableType:
        """Return what is behind the window."""
        behind = super().render()
        return Dimmed(behind) if isinstance(behind, BackgroundScreen) else behind

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close the window with a result, once: one that is not in front is closed already."""
        if self.is_active and not self.session.is_leaving:
            return super().dismiss(result)
        return AwaitComplete()

    def do_close(self) -> None:
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Close the window at a click beside it."""
        if event.widget is self:
            event.stop()
            self.click_beside()

    def click_beside(self) -> None:
        """Do what closes the window."""
        self.dismiss(None)
