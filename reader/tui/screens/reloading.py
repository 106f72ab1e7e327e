"""Reloading the dossier whose files have changed while it is open, and saying that they have."""

from __future__ import annotations

from functools import partial

from textual.screen import Screen
from textual.worker import get_current_worker

from reader.language.messages import _
from reader.library.freshness import FEW
from reader.tui import opening
from reader.tui.keys import commands
from reader.tui.keys.names import key_name
from reader.tui.session import Session
from reader.tui.worker_messages import Changed, Reloaded

_SECONDS, _SECONDS_OF_MANY = 2.0, 10.0
"""How often the files of a dossier are looked at, and those of a large one."""


class Reloader:
    """Looks at the files of the dossier, and reads them again when it is asked to.

    A worker does both; the screen passes on what it reports. While another screen is in front,
    whatever that shows of the dossier stays: what was read is taken once the screen is back.
    """

    def __init__(self, session: Session, screen: Screen[None]) -> None:
        self.has_changed = False
        """Files are not as they are shown."""
        self._session = session
        self._screen = screen
        self._result = ""
        self._waiting: Reloaded | None = None

    @property
    def status_text(self) -> str:
        """What the last reload has done, or that there is something to reload; or ""."""
        if self._result or not self.has_changed:
            return self._result
        keys = self._session.keys_of(commands.BY_ID["reload"])
        return _("The dossier has changed: {key} reloads it").format(key=key_name(keys[0]))

    def forget_result(self) -> None:
        """Say no longer what the last reload has done: the next command is being run."""
        self._result = ""

    def watch(self) -> None:
        """Look at the files from now on, every few seconds."""
        if (collection := self._session.collection) is not None:
            many = len(collection) > FEW
            self._screen.set_interval(_SECONDS_OF_MANY if many else _SECONDS, self.look)

    def look(self) -> None:
        """Have a worker look whether files have changed, unless one is at it."""
        if (collection := self._session.collection) is not None and not self._is_busy:
            self._run(partial(opening.look, collection, self._screen.post_message))

    def reload(self) -> None:
        """Have a worker read again what has changed, after which :meth:`take` is called."""
        collection = self._session.collection
        if collection is not None and not self._is_busy:
            post = self._screen.post_message
            self._run(partial(opening.reload, collection, post, _has_left))

    @property
    def _is_busy(self) -> bool:
        workers = self._screen.workers
        return any(worker.group == "reload" and not worker.is_finished for worker in workers)

    def _run(self, work: partial[None]) -> None:
        self._screen.run_worker(work, thread=True, group="reload")

    def take_look(self, event: Changed) -> bool:
        """Take what a look has told; return whether that is news."""
        before, self.has_changed = self.has_changed, event.has_changed
        return before != self.has_changed

    def take(self, event: Reloaded | None = None) -> Reloaded | None:
        """Put the dossier as it was read again in place of what was shown.

        Returns what was read, for the screen to show; ``None`` where there is nothing, or it has to
        wait until the screen is in front.
        """
        self._waiting = event or self._waiting
        collection = self._session.collection
        if self._waiting is None or collection is None or not self._screen.is_active:
            return None
        event, self._waiting = self._waiting, None
        collection.replace_dossier(event.dossier, event.matcher)
        self.has_changed = False
        self._result = _("The dossier was reloaded") if event.has_changed else _("The dossier has not changed")  # fmt: skip
        return event


def _has_left() -> bool:
    return get_current_worker().is_cancelled
