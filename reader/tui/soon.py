"""Doing something soon after it is asked for, and not at each of many times."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App

SOON, LATER = 0.02, 0.25
"""Seconds after it was asked for until something is done: mostly, and at last."""


class Soon:
    """Does something soon after it is asked for, and once more after a while for what came since."""

    def __init__(self, app: App[Any], do: Callable[[], None]) -> None:
        self._app = app
        self._do = do
        self._is_waiting = self._has_more = False

    def ask(self) -> None:
        """Have it done soon."""
        self._has_more = self._is_waiting
        if not self._is_waiting:
            self._is_waiting = True
            self._app.set_timer(SOON, self._do)
            self._app.set_timer(LATER, self._do_rest)

    def _do_rest(self) -> None:
        self._is_waiting = False
        self._do()
        if self._has_more:  # by a key that may not be done yet
            self.ask()
