"""Undo and redo: the last change of what is kept of the reader's, and what the app says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.errors import ReaderError
from reader.language import interface
from reader.language.messages import N_, _
from reader.tui.notices import notify_warning
from reader.tui.screens.base import CommandScreen

if TYPE_CHECKING:
    from textual.app import App

    from reader.tui.session import Session
    from reader.undo import Change

ADDED, EDITED, REMOVED = (
    N_("The note is there again."),
    N_("The note is as it was."),
    N_("The note is gone again."),
)


def undo(app: App[int], session: Session) -> None:
    """Take back what was typed last, in a form, or else the last change that was kept."""
    if _types(app, "undo"):
        return
    try:
        change = session.log.undo()
    except ReaderError as error:
        session.log.forget_last()  # so that those before it can be taken back
        _warn(app, error)
        return
    if change is None:
        app.notify(_("There is nothing to undo."), markup=False)
    else:
        _tell(app, session, change.after is None, change)


def redo(app: App[int], session: Session) -> None:
    """Make again what was undone last."""
    if _types(app, "redo"):
        return
    try:
        change = session.log.redo()
    except ReaderError as error:
        _warn(app, error)
        return
    if change is None:
        app.notify(_("There is nothing to redo."), markup=False)
    else:
        _tell(app, session, change.before is None, change)


def _types(app: App[int], what: str) -> bool:
    """Undo what was typed, where a form is in front; what is kept is left alone there."""
    screen = app.screen
    if not isinstance(screen, CommandScreen) or "form" not in screen.PARTS:
        return False
    typed = getattr(app.focused, what, None)
    if typed is not None:
        typed()
    return True


def _tell(app: App[int], session: Session, is_there: bool, change: Change[Any]) -> None:
    if change.before is not None and change.after is not None:
        text = EDITED
    else:
        text = ADDED if is_there else REMOVED
    session.notes_changed.publish(None)
    app.notify(_(text), markup=False)


def _warn(app: App[int], error: ReaderError) -> None:
    notify_warning(app, "\n".join(map(interface.describe, error.problems)))
