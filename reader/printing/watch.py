"""What whoever asks for a briefing wants to be told while it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reader.model import Problem


class NotWantedError(Exception):
    """Nobody waits any longer for what is being written."""


class Watch(NamedTuple):
    """Whether what is being written is still wanted, and who hears what was left out of it."""

    is_cancelled: Callable[[], bool] = lambda: False
    say: Callable[[Problem], None] = lambda _problem: None

    def go_on(self) -> None:
        """Raise :class:`NotWantedError` where the writing was cancelled."""
        if self.is_cancelled():
            raise NotWantedError


UNWATCHED = Watch()
