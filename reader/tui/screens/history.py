"""The way back: every jump is remembered, and places can be marked with a letter."""

from __future__ import annotations

from typing import NamedTuple

from reader.tui.widgets.text_view import Bookmark


class Location(NamedTuple):
    """Where one is: what a jump leaves and `back` returns to."""

    item: str
    pane: str
    source: Bookmark
    summary: Bookmark


class NavigationHistory:
    """Places behind and ahead, as in a browser."""

    def __init__(self) -> None:
        self._behind: list[Location] = []
        self._ahead: list[Location] = []
        self.marks: dict[str, Location] = {}

    def leave(self, place: Location | None) -> None:
        """A jump starts at ``place``."""
        if place is not None and (not self._behind or self._behind[-1] != place):
            self._behind.append(place)
            self._ahead.clear()

    def back(self, here: Location) -> Location | None:
        """The place before, ``here`` becoming the one ahead; ``None`` at the first one."""
        return self._step(self._behind, self._ahead, here)

    def forward(self, here: Location) -> Location | None:
        return self._step(self._ahead, self._behind, here)

    @staticmethod
    def _step(stack: list[Location], other: list[Location], here: Location) -> Location | None:
        if not stack:
            return None
        other.append(here)
        return stack.pop()
