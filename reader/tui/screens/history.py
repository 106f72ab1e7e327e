"""Navigation history."""

from typing import NamedTuple

from reader.tui.widgets.text_view import Bookmark


class Location(NamedTuple):
    """Where one is: what a jump leaves and `back` returns to."""

    document: str
    pane: str
    source: Bookmark
    summary: Bookmark


class NavigationHistory:
    """Places behind and ahead, as in a browser."""

    def __init__(self) -> None:
        self._behind: list[Location] = []
        self._ahead: list[Location] = []

    def push_location(self, place: Location | None) -> None:
        """Remember ``place``, from which a jump starts; ``None`` is ignored."""
        if place is not None and (not self._behind or self._behind[-1] != place):
            self._behind.append(place)
            self._ahead.clear()

    def back(self, here: Location) -> Location | None:
        """Return the previous place, or ``None``; ``here`` becomes the next one."""
        return self._step(self._behind, self._ahead, here)

    def forward(self, here: Location) -> Location | None:
        """Return the next place, or ``None``; ``here`` becomes the previous one."""
        return self._step(self._ahead, self._behind, here)

    @staticmethod
    def _step(stack: list[Location], other: list[Location], here: Location) -> Location | None:
        if not stack:
            return None
        other.append(here)
        return stack.pop()
