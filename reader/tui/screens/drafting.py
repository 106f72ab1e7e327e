"""Drafts on the main screen: made for an article without a summary, edited, kept as the reader's own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from reader.errors import ReaderError
from reader.language import interface
from reader.language.messages import N_, _
from reader.model import Document, Problem, Summary
from reader.tui.notices import notify_warning
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.document_panes import DocumentPanes
from reader.tui.session import Session

if TYPE_CHECKING:
    from reader.library.collection import Collection
    from reader.tui.screens.review import Answer

NOT_YOURS = N_("This summary is the dossier’s: its file in the folder of the dossier has it.")
NOT_YET = N_("The draft of this summary is being made.")
ENDED = N_("The editor ended with code {code}. What it wrote is kept.")
GOES_ON = N_("This is what you wrote before: it had not been kept yet.")
KEPT_FOR_LATER = N_("What you have written waits until you edit this summary again.")
KEPT = N_("The summary is yours now, kept with today’s date.")
THROWN_AWAY = N_("What you had changed was thrown away.")


class DraftMade(Message):
    """A worker has made a draft of an article, or read the reader's own summary of it.

    Without either, ``reason`` is a msgid.
    """

    def __init__(
        self, key: str, summary: Summary | None, reason: str, problems: Sequence[Problem] = ()
    ) -> None:
        super().__init__()
        self.key = key
        self.summary = summary
        self.reason = reason
        self.problems = problems


class DraftDesk:
    """Has workers draft what has no summary, and the reader's editor edit it.

    The screen passes :class:`DraftMade` to :meth:`take`.
    """

    def __init__(self, session: Session, screen: CommandScreen, texts: DocumentPanes) -> None:
        self._session = session
        self._screen = screen
        self._texts = texts
        self._asked: set[str] = set()
        """The keys of the articles that a worker has drafted, or is drafting."""

    @property
    def _collection(self) -> Collection | None:
        return self._session.collection

    # Making.

    def forget(self, key: str) -> None:
        """Draft an article anew: there is more of it."""
        self._asked.discard(key)
        self._texts.no_draft.pop(key, None)
        self.want()

    def want(self) -> None:
        """Have a worker draft the article that is shown, where it has no summary."""
        key, collection, view = self._texts.key, self._collection, self._texts.summary_view()
        if key is None or view is None or collection is None or collection.matcher is None:
            return
        if view.document.summary is None and key not in self._asked:
            self._asked.add(key)
            work = partial(_make, collection, key, self._screen.post_message)
            self._screen.run_worker(work, thread=True, group="drafts")

    def take(self, event: DraftMade) -> None:
        """Show what a worker has made, where its article still has no summary."""
        if (collection := self._collection) is None or event.key not in self._asked:
            return
        if event.summary is not None:
            collection.put_summary(event.key, event.summary)
        else:
            self._texts.no_draft[event.key] = event.reason
        for problem in event.problems[:1]:
            notify_warning(self._screen, interface.describe(problem))
        if event.key == self._texts.key:
            self._texts.summary_changed()

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
                own_summaries.accept(self._collection, key, summary)
                self._texts.summary_changed()
                self._screen.notify(_(KEPT), markup=False)
            elif answer == "drop":
                own_summaries.discard(document)
                self._screen.notify(_(THROWN_AWAY), markup=False)
            else:
                self._screen.notify(_(KEPT_FOR_LATER), markup=False)
        except ReaderError as error:
            self._warn(error)

    def _warn(self, error: ReaderError) -> None:
        for problem in error.problems:
            notify_warning(self._screen, interface.describe(problem))


def _make(collection: Collection, key: str, post: object) -> None:
    """Read the reader's own summary of an article, or draft one by rule."""
    from reader.library import drafts, own_summaries

    assert callable(post)
    matcher = collection.matcher
    assert matcher is not None
    problems: Sequence[Problem] = ()
    if not collection.is_document(key):
        kept, problems = own_summaries.accepted(collection.document(key, ""))
        if kept is not None:
            post(DraftMade(key, kept, "", problems))
            return
    made = drafts.by_rule(collection, key, matcher)
    post(DraftMade(key, made.summary, made.reason, problems))
