"""The interface of a screen with panes that controllers need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from reader.tui.widgets.text_view import TextView


class Panes(Protocol):
    """The texts of a screen, and navigation between them."""

    def shown_texts(self) -> Sequence[TextView]:
        """Return the panes that hold a text now, from left to right."""
        ...

    def current_text(self) -> TextView:
        """Return the text that has the focus, or the source where that is not a text."""
        ...

    def enter_pane(self, pane: str) -> None:
        """Focus a pane by its id, and show it alone on a narrow screen."""
        ...

    def push_location(self) -> None:
        """Remember this place in the history: a jump starts here."""
        ...
