"""Undo and redo: the last change of what is kept of the reader's, and what the app says of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from reader.dossiers.user_glossary_text import Written
from reader.errors import ReaderError
from reader.kept.dossiers import OpenedDossier, OpenedDossiers
from reader.kept.filters import SavedFilter
from reader.kept.marks import Mark, Marks
from reader.kept.places import ReadFile, ReadFiles
from reader.kept.tray import Tray
from reader.language import interface, messages
from reader.language.messages import _
from reader.language.sanitize import sanitize_line
from reader.library.notes import Notebook
from reader.library.own.changes import OwnFile, OwnFiles
from reader.library.own_entries import OwnEntries
from reader.tui.notices import notify_warning
from reader.tui.screens.base import CommandScreen
from reader.tui.worker_messages import OwnReindexed, Undone

if TYPE_CHECKING:
    from textual.app import App

    from reader.tui.session import Session
    from reader.undo import Change, Log


def undo(app: App[int], session: Session) -> None:
    """Take back what was typed last, in a form, or else the last change that was kept."""
    if not _types(app, "undo"):
        _step(app, session, redo=False)


def redo(app: App[int], session: Session) -> None:
    """Make again what was undone last."""
    if not _types(app, "redo"):
        _step(app, session, redo=True)


def _step(app: App[int], session: Session, *, redo: bool) -> None:
    log = session.log
    if (change := log.next(redo=redo)) is not None and isinstance(change.kept, OwnEntries):
        # The terms of an entry take their time.
        app.run_worker(lambda: app.post_message(_done(log, redo)), thread=True, group="undo")
    elif change is not None and isinstance(change.kept, OwnFiles):
        # So does what another program is doing to the library.
        app.run_worker(partial(_step_own, app, session, log, redo), thread=True, group="undo")
    else:
        tell(app, session, _done(log, redo))


def _step_own(app: App[int], session: Session, log: Log, redo: bool) -> None:
    done = _done(log, redo)
    if session.collection is not None:
        app.screen_stack[0].post_message(OwnReindexed(session.collection.own.reopened()))
    app.post_message(done)


def _done(log: Log, redo: bool) -> Undone:
    try:
        return Undone(log.redo() if redo else log.undo(), None, was_redone=redo)
    except ReaderError as error:
        if not redo:
            log.forget_last()  # so that those before it can be taken back
        return Undone(None, error, was_redone=redo)


def tell(app: App[int], session: Session, done: Undone) -> None:
    """Have the screens show what was undone or made again, and say it."""
    if done.error is not None:
        _warn(app, done.error)
    elif done.change is not None:
        _tell(app, session, done.change, was_redone=done.was_redone)
    else:
        nothing = (
            _("There is nothing to redo.") if done.was_redone else _("There is nothing to undo.")
        )
        app.notify(nothing, markup=False)


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
    written = change.after if change.after is not None else change.before
    if isinstance(written, Written):
        session.entries_changed.publish(written.entry.id)
    elif isinstance(change.kept, Notebook):
        session.notes_changed.publish(None)
    else:
        session.kept_changed.publish(None)
    app.notify(undone_text(change, was_redone=was_redone), markup=False)


def undone_text(change: Change[Any], *, was_redone: bool) -> str:
    """Return a line about a change that was taken back, or made again."""
    before, after = change.before, change.after
    if not was_redone:
        before, after = after, before
    named = after if after is not None else before
    text = ""
    if isinstance(named, Written):
        text = _entry_text(named, before, after)
    elif isinstance(change.kept, Notebook):
        if before is not None and after is not None:
            text = _("The note is as it was.")
        else:
            text = _("The note is there again.") if after else _("The note is gone again.")
    elif isinstance(change.kept, Marks) and isinstance(named, Mark):
        text = _("Mark {letter} is there again.") if after else _("Mark {letter} is gone again.")
        text = text.format(letter=named.letter)
    elif isinstance(named, OwnFile):
        text = (
            _("The article “{title}” is there again.")
            if after
            else _("The article “{title}” is removed again.")
        )
        text = text.format(title=named.title)
    elif isinstance(change.kept, Tray):
        text = (
            _("The claim is selected again.") if after else _("The claim is not selected any more.")
        )
    elif isinstance(named, SavedFilter):
        text = _("The filter “{name}” is as it was.") if after else _("The filter “{name}” is gone again.")  # fmt: skip
        text = text.format(name=named.name)
    elif (
        isinstance(change.kept, OpenedDossiers) and isinstance(named, OpenedDossier) and after
    ) or (isinstance(change.kept, ReadFiles) and isinstance(named, ReadFile) and after):
        text = _("{file} is in the list again.").format(file=sanitize_line(named.path))
    return text or (_("Made again.") if was_redone else _("Taken back."))


def _entry_text(named: Written, before: object, after: object) -> str:
    if after is None:
        text = _("“{name}” is not in your glossary any more.")
    elif before is None:
        text = _("“{name}” is in your glossary again.")
    else:
        text = _("“{name}” is as it was.")
    return text.format(name=named.entry.name(messages.language()))


def _warn(app: App[int], error: ReaderError) -> None:
    notify_warning(app, "\n".join(map(interface.describe, error.problems)))
