"""Switching the language of the interface while the app is open."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.app import App

from reader.language import interface, messages
from reader.tui.notices import notify_warning
from reader.tui.opening import next_language, prepare_language
from reader.tui.session import Session
from reader.tui.worker_messages import Prepared


class LanguageSwitch:
    """Switches to a language; a worker loads what that needs, and the app passes on what it reports."""

    def __init__(self, app: App[Any], opened_in: str) -> None:
        self.prepared: set[str] = set()
        """Languages that can be switched to at once."""
        self._app = app
        self._wanted = self._opened_in = opened_in

    def next(self, session: Session) -> None:
        """Switch to the next language."""
        self.to(next_language(self._wanted, session.collection, self._opened_in), session)

    def to(self, language: str, session: Session) -> None:
        """Switch to a language by its code."""
        self._wanted = language
        if language in self.prepared or language == messages.language():
            self._switch(language, session)
            return
        work = partial(prepare_language, language, session.collection, self._app.post_message)
        self._app.run_worker(work, thread=True, group="language")

    def take(self, event: Prepared, session: Session) -> None:
        """Switch to a language that a worker has prepared, if it is still wanted."""
        if session.collection is not None:
            self.prepared.add(event.language)
        if event.language == self._wanted:
            self._switch(event.language, session)

    def _switch(self, language: str, session: Session) -> None:
        if language == messages.language():
            return
        if session.collection is not None:
            self.prepared.add(messages.language())
        interface.set_language(language)
        session.language_changed.publish(language)
        for problem in interface.problems():
            notify_warning(self._app, interface.describe(problem))
