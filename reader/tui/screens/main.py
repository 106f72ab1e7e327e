"""The main screen: documents, source and summary, one at a time if narrow.

What one can do with a subject is in its bases: the list of articles, their texts, what is the reader's
own. Here is what goes through all of them: what workers report, the prompt, and the status line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from reader.language import interface
from reader.language.messages import _
from reader.tui.keys import commands
from reader.tui.notices import notify_problems, notify_warning
from reader.tui.screens.captions import (
    compiling_text,
    failure_text,
    progress_text,
    status_text,
)
from reader.tui.screens.own_screen import OwnScreen
from reader.tui.session import Session
from reader.tui.widgets.blocks import Block
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.status_line import StatusLine
from reader.tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from reader.tui.screens.reloading import Reloader
    from reader.tui.widgets.prompt import Prompt
    from reader.tui.worker_messages import (
        Changed,
        Compiled,
        Completed,
        Failed,
        Indexed,
        Matched,
        Opened,
        OwnReindexed,
        Reindexed,
        Reloaded,
    )


class MainScreen(OwnScreen, Screen[None]):
    """Shows one document of the collection; everything else is opened over it."""

    PARTS = commands.SCREENS["main"]
    BAR = tuple(part for part in PARTS if part != "entries")
    """The parts that the key bar shows: a new entry is not what one does most here."""
    AUTO_FOCUS = "#source"
    BLANK = True  # its widgets cover it
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.top_bar = TopBar(session)
        self.status = StatusLine()
        self.key_bar = KeyBar(session, *self.BAR)
        self._position = ""
        """Where one is, for the status line."""
        self._reloader: Reloader | None = None

    def compose(self) -> ComposeResult:
        yield self.top_bar
        if self.has_tabs:
            yield self.tabs
        yield self.documents
        yield from self.texts.views(self.session.settings.measure)
        yield self.status
        yield self.key_bar
        self.show_panes("source")

    def on_resize(self) -> None:
        self.leave_hints()
        self.show_panes(self.pane)

    def on_mount(self) -> None:
        if self.session.collection is not None:
            self.open_collection()
        else:
            self.retranslate()

    # What workers report.

    def on_opened(self, event: Opened) -> None:
        event.stop()
        self.session.collection = event.collection
        self.open_collection()

    def on_indexed(self, event: Indexed) -> None:
        event.stop()
        self.status.show(progress_text(event.done, event.total))

    def on_compiled(self, event: Compiled) -> None:
        event.stop()
        self.status.show(compiling_text(event.done, event.total))

    def on_reindexed(self, event: Reindexed) -> None:
        event.stop()
        if (collection := self.session.collection) is not None:
            collection.replace_dossier(event.dossier)
            self.notes_changed()
            self.navigator.leave_what_is_gone()
            self.retranslate()

    def on_own_reindexed(self, event: OwnReindexed) -> None:
        event.stop()
        self.take_own(event.own)

    def on_completed(self, event: Completed) -> None:
        event.stop()
        if (collection := self.session.collection) is not None:
            collection.replace_article(event.key, event.document)
            self.notes_changed()
            self.texts.replace(event.key)
            self.desk.forget(event.key)
        for problem in event.problems:
            notify_warning(self, interface.describe(problem))

    def on_matched(self, _event: Matched) -> None:
        has_marks = self.texts.show_verdicts()  # links the summary, then
        self.texts.link_mentions(*(self.texts.shown()[:-1] if has_marks else ()))
        self.desk.want()
        self.verdicts.look()
        if self.session.lights:
            self.lights.refresh()
        self.update_status()
        self.tell_own_problems()
        self.reloader.watch()

    def on_changed(self, event: Changed) -> None:
        event.stop()
        if self.reloader.take_look(event):
            self.show_status()

    def on_reloaded(self, event: Reloaded) -> None:
        event.stop()
        self._show_reloaded(event)

    def on_screen_resume(self) -> None:
        if self._reloader is not None:
            self._show_reloaded()

    def _show_reloaded(self, event: Reloaded | None = None) -> None:
        """Show the dossier as it was read again; place, selection and marks stay."""
        if (event := self.reloader.take(event)) is not None:
            self.notes_changed()
            self.navigator.leave_what_is_gone()
            self.retranslate()
            if event.has_changed:
                notify_problems(self, event.dossier.source.problems)

    def on_failed(self, event: Failed) -> None:
        event.stop()
        self.session.failure = failure_text(event.error)
        if self.session.collection is None:
            self.retranslate()
        else:
            notify_warning(self, self.session.failure)

    # What is shown.

    def open_collection(self) -> None:
        """Show the document asked for, else the one shown last, else the first."""
        self.texts.restore_mode(self.session.remembered_mode())
        self.retranslate()
        self.navigator.show_first()
        if self.is_painted:
            self.take_kept()

    def first_frame_is_out(self) -> None:
        """Read what is kept, which the first frame does without."""
        self.is_painted = True
        self.texts.show_added()
        if self.session.collection is not None:
            self.take_kept()

    def retranslate(self) -> None:
        super().retranslate()
        self.name_list()
        self.summary.border_title = _("Summary")
        collection = self.session.collection
        if collection is None:
            self.source.border_title = _("Text")
            wait = self.session.failure or _("Reading the dossier…")
            self.source.show([Block("wait", wait, "note")])
            return
        is_first = self.texts.key is None
        at = collection.position(self.session.opening_document()) if is_first else None
        self.list_again(at=(at or 0) if is_first else None)
        self.texts.retranslate()
        self.top_bar.refresh()  # it counts what is listed
        self.update_status()

    def entries_changed(self, _entry: str) -> None:
        """Link the terms that there are now in every text."""
        self.texts.retranslate()
        self.list_again()

    def document_shown(self, key: str) -> None:
        super().document_shown(key)
        self.top_bar.show(key)
        if self._desk is not None:
            self._desk.want()
        self.update_status()

    def texts_changed(self) -> None:
        """Search the texts that are shown now again, mark the reader's notes, and light what was lit."""
        collection = self.session.collection
        if collection is not None and collection.matcher is not None:
            self.verdicts.look()
        if self.session.lights:
            self.lights.refresh()
        if self._margin is not None:
            self._margin.refresh()
        if self._finding is not None:
            self._finding.refresh()
            self.show_status()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.navigator.open(event.row.id)
        self.enter_pane("source")

    # Files that change.

    @property
    def reloader(self) -> Reloader:
        """The reloader, made after the first frame."""
        if self._reloader is None:
            from reader.tui.screens.reloading import Reloader

            self._reloader = Reloader(self.session, self)
        return self._reloader

    def do_reload(self) -> None:
        self.reloader.reload()

    # What is typed into the prompt.

    def do_answer(self) -> None:
        self.prompter.submit()

    def do_give_up(self) -> None:
        if self.prompter.purpose == "filter":
            self.clear_filter()  # a click elsewhere only closes the prompt
        self.prompter.give_up()

    def on_prompt_given_up(self, event: Prompt.GivenUp) -> None:
        event.stop()
        if event.purpose == "find":
            self.finding.give_up()
            self.show_status()
        self.enter_pane(self.prompter.pane)

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        event.stop()
        marks = event.purpose == "mark" and bool(event.text)
        if marks:  # one letter is all of the answer
            self.prompter.close()
        if event.final or marks:
            self.enter_pane(self.prompter.pane)
        if event.purpose == "find":
            self.finding.answer(event.text, final=event.final)
            self.show_status()
        elif event.purpose == "filter" and self.articles is not None:
            self.articles.answer(event.text, final=event.final)
            self.show_status()
        elif marks and self.keeper is not None:
            self.keeper.mark(event.text[0])
        elif event.purpose == "paragraph" and event.final:
            self.navigator.go_to_number(event.text)

    # The status line and the key bar.

    def update_status(self) -> None:
        """Update the status line with a preview of what Enter opens, or the position."""
        self._name_tabs()
        view, noted = self.current_text(), ""
        if self._margin is not None and view.link is None and view.id == self.pane:
            noted = self._margin.status_text(view)
        # A line has no room for both: the note, and what is lit, come before that.
        is_first = bool(noted or self.session.lights)
        citing = self.citations.count() if self.pane == "source" and not is_first else 0
        position = status_text(self.session.collection, self.texts, self.pane, citing)
        if self._lights is not None and view.id == self.pane:
            position = self._lights.status_text(view, position)
        self._position = " · ".join(filter(None, (position, noted)))
        self.show_status()

    def action_run(self, id: str) -> None:
        """Run a command, and update the status line within the same frame."""
        if self._reloader is not None:
            self._reloader.forget_result()
        super().action_run(id)
        self.update_status()
        for line in (self.top_bar, self.status):
            # By itself it would ask to be painted when the panes already are: a frame late.
            line._check_refresh()

    def show_said(self) -> None:
        self.show_status()

    def show_status(self) -> None:
        """Show what was said last, or the position, and a number: one being typed, or of what was found."""
        if self.hints is not None:
            self.status.show(_("Type the letters at a link to open it; Esc takes them away."))
            return
        mentions = self._mentions.status_text if self._mentions else ""
        found = self._finding.status_text if self._finding else ""
        changed = self._reloader.status_text if self._reloader else ""
        lit = self._lights.count_text(self.current_text()) if self._lights else ""
        told = " · ".join(filter(None, [changed, mentions or found or lit]))
        if self.filter_problem:
            self.status.show(self.filter_problem)
            return
        self.status.show(self.said or self._position, self.digits or told)

    def room_to_say(self) -> int:
        return self.status.size.width - 2

    def on_descendant_focus(self) -> None:
        self._show_keys()
        super().on_descendant_focus()

    def _show_keys(self) -> None:
        """Show in the key bar what works in what has the focus."""
        if self.prompter.is_open:
            self.key_bar.show(*commands.SCREENS["prompt"])
        else:
            self.key_bar.show(*self.BAR)
