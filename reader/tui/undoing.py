"""Undo and redo: the last change of what is kept of the reader's, and what the app says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.errors import ReaderError
from reader.kept.marks import Mark, Marks
from reader.kept.places import ReadFile, ReadFiles
from reader.kept.tray import Tray
from reader.language import interface
from reader.language.messages import _
from reader.language.sanitize import sanitize_line
from reader.library.notes import Notebook
from reader.tui.notices import notify_warning
from reader.tui.screens.base import CommandScreen

if TYPE_CHECKING:
    from textual.app import App

    from reader.tui.session import Session
    from reader.undo import Change


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
        _tell(app, session, change, was_redone=False)


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
        _tell(app, session, change, was_redone=True)


def _types(app: App[int], what: str) -> bool:
    """Undo what was typed, where a form is in front; what is kept is left alone there."""
    screen = app.screen
    if not isinstance(screen, CommandScreen) or "form" not in screen.PARTS:
        return False
    typed = getattr(app.focused, what, None)
    if typed is not None:
        typed()
    return True


def _tell(app: App[int], session: Session, change: Change[Any], *, was_redone: bool) -> None:
    changed = session.notes_changed if isinstance(change.kept, Notebook) else session.kept_changed
    changed.publish(None)
    app.notify(undone_text(change, was_redone=was_redone), markup=False)


def undone_text(change: Change[Any], *, was_redone: bool) -> str:
    """Return a line about a change that was taken back, or made again."""
    before, after = change.before, change.after
    if not was_redone:
        before, after = after, before
    named = after if after is not None else before
    if isinstance(change.kept, Notebook):
        if before is not None and after is not None:
            return _("The note is as it was.")
        return _("The note is gone again.") if after is None else _("The note is there again.")
    if isinstance(change.kept, Marks) and isinstance(named, Mark):
        text = _("Mark {letter} is there again.") if after else _("Mark {letter} is gone again.")
        return text.format(letter=named.letter)
    if isinstance(change.kept, Tray):
        return (
            _("The claim is selected again.") if after else _("The claim is not selected any more.")
        )
    if isinstance(change.kept, ReadFiles) and isinstance(named, ReadFile) and after:
        return _("{file} is in the list again.").format(file=sanitize_line(named.path))
    return _("Made again.") if was_redone else _("Taken back.")


def _warn(app: App[int], error: ReaderError) -> None:
    notify_warning(app, "\n".join(map(interface.describe, error.problems)))
