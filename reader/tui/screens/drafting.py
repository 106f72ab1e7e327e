"""Drafts on the main screen: made for an article without a summary, edited, kept as the reader's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from reader.errors import ReaderError
from reader.language import interface
from reader.language.messages import N_, _
from reader.model import Document, DraftedBy, Problem, Summary
from reader.tui.keys import commands
from reader.tui.keys.names import key_name
from reader.tui.notices import notify_warning
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.document_panes import DocumentPanes
from reader.tui.session import Session

if TYPE_CHECKING:
    from reader.library.collection import Collection
    from reader.tui.screens.review import Answer

NOT_YOURS = N_("This summary is the dossier’s: its file in the folder of the dossier has it.")
NO_COMMAND = N_(
    "No command drafts summaries yet. Name one in the configuration, such as: [draft] command ="
    ' ["ollama", "run", "gemma3"]'
)
WAITING = N_("The command is drafting the summary …")
THE_OTHER = N_("This is the command’s draft. {key} shows the draft by rule, and this one again.")
NOT_YET = N_("The draft of this summary is being made.")
ENDED = N_("The editor ended with code {code}. What it wrote is kept.")
GOES_ON = N_("This is what you wrote before: it had not been kept yet.")
KEPT_FOR_LATER = N_("What you have written waits until you edit this summary again.")
KEPT = N_("The summary is yours now, kept with today’s date.")
THROWN_AWAY = N_("What you had changed was thrown away.")


Post = Callable[[Message], object]
"""Posts a message; may be called from any thread."""


class DraftMade(Message):
    """A worker has made a draft of an article, or read the reader's own summary of it.

    Without either, ``reason`` is a msgid. ``asked`` is the number under which it was asked for.
    """

    def __init__(
        self,
        key: str,
        asked: int,
        summary: Summary | None,
        reason: str = "",
        problems: Sequence[Problem] = (),
    ) -> None:
        super().__init__()
        self.key = key
        self.asked = asked
        self.summary = summary
        self.reason = reason
        self.problems = problems


class CommandAnswered(Message):
    """A command of the reader's has drafted a summary, or ``error`` tells why not."""

    def __init__(self, key: str, summary: Summary | None, error: ReaderError | None = None) -> None:
        super().__init__()
        self.key = key
        self.summary = summary
        self.error = error


class SummaryKept(Message):
    """A worker has kept a summary as the reader's own, or ``error`` tells why it could not be."""

    def __init__(self, key: str, summary: Summary, error: ReaderError | None = None) -> None:
        super().__init__()
        self.key = key
        self.summary = summary
        self.error = error


class DraftDesk:
    """Has workers draft what has no summary, and the reader's editor edit it.

    The screen passes :class:`DraftMade` to :meth:`take`.
    """

    def __init__(self, session: Session, screen: CommandScreen, texts: DocumentPanes) -> None:
        self._session = session
        self._screen = screen
        self._texts = texts
        self._asked: dict[str, int] = {}
        """The articles that a worker has drafted, or is drafting, each with a number."""
        self._count = 0
        self._drafts: dict[str, dict[DraftedBy, Summary]] = {}
        """The drafts that there are of an article."""

    @property
    def _collection(self) -> Collection | None:
        return self._session.collection

    # Making.

    def forget(self, key: str) -> None:
        """Draft an article anew: there is more of it."""
        self._asked.pop(key, None)
        self._drafts.pop(key, None)
        self._texts.no_draft.pop(key, None)
        self.want()

    def want(self) -> None:
        """Have a worker draft the article that is shown, where it has no summary."""
        key, collection, view = self._texts.key, self._collection, self._texts.summary_view()
        if key is None or view is None or collection is None or collection.matcher is None:
            return
        if view.document.summary is None and key not in self._asked:
            self._count += 1
            self._asked[key] = self._count
            work = partial(_make, collection, key, self._count, self._screen.post_message)
            self._screen.run_worker(work, thread=True, group="drafts")

    def take(self, event: DraftMade) -> None:
        """Show what a worker has made, where its article still has no summary."""
        collection = self._collection
        if collection is None or self._asked.get(event.key) != event.asked:
            return
        if collection.document(event.key, "").summary is not None:
            return
        if event.summary is not None:
            self._put(event.key, event.summary)
        else:
            self._texts.no_draft[event.key] = event.reason
        for problem in event.problems[:1]:
            notify_warning(self._screen, interface.describe(problem))
        if event.key == self._texts.key:
            self._texts.summary_changed()

    def _put(self, key: str, summary: Summary) -> None:
        """Show a summary from now on; a draft is kept beside the other one that there may be."""
        if self._collection is not None:
            self._collection.put_summary(key, summary)
        if summary.draft is not None:
            self._drafts.setdefault(key, {})[summary.draft.by] = summary

    # Drafts by a command of the reader's.

    def ask_command(self) -> None:
        """Have the command of the configuration draft the article that is shown, if one agrees.

        Where it has, show the other draft that there is: that by rule, or the command's.
        """
        from reader import outside
        from reader.library import drafts, own_summaries
        from reader.tui.screens.sending import SendScreen

        key, collection, view = self._texts.key, self._collection, self._texts.summary_view()
        words = self._session.settings.draft_command
        if key is None or collection is None or view is None or collection.matcher is None:
            return
        if self._show_other(key, view.document.summary):
            return
        if not words:
            self._screen.notify(_(NO_COMMAND), markup=False)
            return
        if not own_summaries.may_edit(collection, key):
            self._screen.notify(_(NOT_YOURS), markup=False)
            return
        try:
            data = drafts.question(collection, key, collection.matcher)
        except ReaderError as error:
            self._warn(error)
            return

        def answered(agreed: bool | None) -> None:
            if agreed:
                self._screen.notify(_(WAITING), markup=False)
                work = partial(_ask, collection, key, words, data, self._screen.post_message)
                self._screen.run_worker(work, thread=True, group="command", exclusive=True)

        screen = SendScreen(self._session, outside.shown(words), len(data))
        self._screen.open_screen(screen, answered)

    def _show_other(self, key: str, shown: Summary | None) -> bool:
        """Show the other draft of an article; return ``False`` where there is none."""
        known = self._drafts.get(key, {})
        if shown is None or shown.draft is None or len(known) < len(("rule", "command")):
            return False
        self._put(key, known["rule" if shown.draft.by == "command" else "command"])
        self._texts.summary_changed()
        return True

    def take_answer(self, event: CommandAnswered) -> None:
        """Show what a command has drafted, or tell why it has not."""
        if event.error is not None:
            self._warn(event.error)
            return
        if event.summary is None:
            return
        self._put(event.key, event.summary)
        if event.key == self._texts.key:
            self._texts.summary_changed()
            key = key_name(self._session.keys_of(commands.BY_ID["command_draft"])[0])
            self._screen.notify(_(THE_OTHER).format(key=key), markup=False)

    # Editing.

    def edit(self) -> None:
        """Have the summary that is shown edited, and ask what to do with it."""
        from reader.library import own_summaries
        from reader.tui import editor

        key, collection, view = self._texts.key, self._collection, self._texts.summary_view()
        if key is None or collection is None or view is None:
            return
        document, summary = view.document, view.document.summary
        if summary is None:
            self._screen.notify(_(self._texts.no_draft.get(key, NOT_YET)), markup=False)
            return
        if not own_summaries.may_edit(collection, key):
            self._screen.notify(_(NOT_YOURS), markup=False)
            return
        try:
            words = editor.command()
            was_begun = own_summaries.is_begun(document)
            path = own_summaries.begin(document, summary)
            code = editor.edit(self._screen.app, words, path)
        except ReaderError as error:
            self._warn(error)
            return
        told = [_(ENDED).format(code=code)] if code else []
        if was_begun:
            told.append(_(GOES_ON))
        self._review(key, document, told)

    def _review(self, key: str, document: Document, told: Sequence[str]) -> None:
        from reader.library import own_summaries
        from reader.tui.screens.review import ReviewScreen

        assert self._collection is not None
        entries = {entry.id for entry in self._collection.source.entries}
        path = own_summaries.edited_path(document)
        summary, problems = own_summaries.read(path, document, entries)
        screen = ReviewScreen(self._session, summary is not None, problems, told)
        self._screen.open_screen(screen, partial(self._answered, key, document, summary))

    def _answered(
        self, key: str, document: Document, summary: Summary | None, answer: Answer | None
    ) -> None:
        from reader.library import own_summaries

        assert self._collection is not None
        try:
            if answer == "edit":
                self._screen.call_after_refresh(self.edit)
            elif answer == "keep" and summary is not None:
                # Another program that is changing the library may take its time.
                self._screen.say(_("Keeping the summary…"))
                keep = partial(_keep, self._collection, key, summary, self._screen.post_message)
                self._screen.run_worker(keep, thread=True, group="keep")
            elif answer == "drop":
                own_summaries.discard(document)
                self._screen.notify(_(THROWN_AWAY), markup=False)
            else:
                self._screen.notify(_(KEPT_FOR_LATER), markup=False)
        except ReaderError as error:
            self._warn(error)

    def take_kept(self, event: SummaryKept) -> None:
        """Show a summary that was kept, or say why it was not."""
        from reader.library import own_summaries

        if event.error is not None:
            self._warn(event.error)
        elif (collection := self._collection) is not None:
            own_summaries.show(collection, event.key, event.summary)
            self._texts.summary_changed()
            self._screen.notify(_(KEPT), markup=False)

    def _warn(self, error: ReaderError) -> None:
        for problem in error.problems:
            notify_warning(self._screen, interface.describe(problem))


def _make(collection: Collection, key: str, asked: int, post: Post) -> None:
    """Read the reader's own summary of an article, or draft one by rule."""
    from reader.library import drafts, own_summaries

    matcher = collection.matcher
    assert matcher is not None
    problems: Sequence[Problem] = ()
    if not collection.is_document(key):
        kept, problems = own_summaries.accepted(collection.document(key, ""))
        if kept is not None:
            post(DraftMade(key, asked, kept, "", problems))
            return
    made = drafts.by_rule(collection, key, matcher)
    post(DraftMade(key, asked, made.summary, made.reason, problems))


def _keep(collection: Collection, key: str, summary: Summary, post: Post) -> None:
    """Keep a summary as the reader's own."""
    from reader.library import own_summaries

    try:
        post(SummaryKept(key, own_summaries.write(collection, key, summary)))
    except ReaderError as error:
        post(SummaryKept(key, summary, error))


def _ask(collection: Collection, key: str, words: Sequence[str], data: bytes, post: Post) -> None:
    """Have a command draft an article, and verify what it answers."""
    from reader.library import drafts
    from reader.outside import NotWantedError

    worker, matcher = get_current_worker(), collection.matcher
    assert matcher is not None
    try:
        made = drafts.by_command(
            collection, key, matcher, words, data, is_wanted=lambda: not worker.is_cancelled
        )
    except NotWantedError:
        return
    except ReaderError as error:
        post(CommandAnswered(key, None, error))
    else:
        post(CommandAnswered(key, made))
