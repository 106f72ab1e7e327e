"""The panes of the main screen: which have room, and what controllers ask of the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from reader.state import Widths
from reader.tui.widgets.text_view import TextView

PANES = ("documents", "source", "other", "summary")
WIDE = 100
"""Cells from which on documents, source and summary have room side by side."""


LEAST, MOST = 20, 80
"""What the source takes of the room that it shares with the summary, in per cent."""
NARROWEST = 16
"""Cells of the list of documents."""
STEP = 4
"""By how many per cent a pane is made wider at once; the list of documents by half as many cells."""


def resized(widths: Widths, pane: str, step: int) -> Widths:
    """Return the widths with a pane made wider by so many steps, or for less than 0 narrower."""
    if pane == "documents":
        cells = widths.documents + step * STEP // 2
        return widths._replace(documents=max(NARROWEST, min(cells, WIDE // 2)))
    share = widths.source + (step if pane == "source" else -step) * STEP
    return widths._replace(source=max(LEAST, min(share, MOST)))


def with_room(pane: str, *, is_wide: bool, two_texts: bool, locked: bool) -> set[str]:
    """Return the panes that are shown together with ``pane``, and that itself.

    It stands alone where it is narrow, and where two texts take all of the room: those that are
    not locked together have a pane each.
    """
    if is_wide and not locked and pane in ("source", "other"):
        return {"source", "other"}
    if not is_wide or two_texts:
        return {pane}
    return {"documents", "source", "summary"}


class Panes(Protocol):
    """The texts of a screen, and navigation between them."""

    def shown_texts(self) -> Sequence[TextView]:
        """Return the panes that hold a text now, from left to right."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """The languages that the texts may be in."""
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
