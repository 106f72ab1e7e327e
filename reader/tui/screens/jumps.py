"""The way back: every jump is remembered, and places can be marked with a letter."""

from __future__ import annotations

from reader.tui.text_view import Bookmark
from reader.values import value


@value
class Place:
    """Where one is: what a jump leaves and `back` returns to."""

    item: str
    pane: str
    source: Bookmark
    summary: Bookmark


class Jumps:
    """Places behind and ahead, as in a browser."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []
        self.marks: dict[str, Place] = {}

    def leave(self, place: Place | None) -> None:
        """A jump starts at ``place``."""
        if place is not None and (not self._behind or self._behind[-1] != place):
            self._behind.append(place)
            self._ahead.clear()

    def back(self, here: Place) -> Place | None:
        """The place before, ``here`` becoming the one ahead; ``None`` at the first one."""
        return self._step(self._behind, self._ahead, here)

    def forward(self, here: Place) -> Place | None:
        return self._step(self._ahead, self._behind, here)

    @staticmethod
    def _step(stack: list[Place], other: list[Place], here: Place) -> Place | None:
        if not stack:
            return None
        other.append(here)
        return stack.pop()
