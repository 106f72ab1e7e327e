"""The main screen: documents, source and summary, one at a time if narrow.

It has a short method for each of its commands and for each message of a worker or a widget, which is
why it is long; what they do is done by the objects that it makes at their first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from reader.errors import ReaderError
from reader.language import interface
from reader.language.messages import _
from reader.tui.keys import commands
from reader.tui.notices import Copied, notify_problems, notify_warning
from reader.tui.screens.captions import (
    compiling_text,
    failure_text,
    progress_text,
    status_text,
)
from reader.tui.screens.citations import CitationController
from reader.tui.screens.document_panes import DocumentPanes, MentionsFound
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.screens.prompting import Purpose
from reader.tui.session import Session
from reader.tui.widgets.blocks import LIT, Block
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.parallel_view import ParallelView
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.status_line import StatusLine
from reader.tui.widgets.text_view import TextView
from reader.tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from reader.tui.screens.dictionary import LookedUp
    from reader.tui.screens.drafting import CommandAnswered, DraftDesk, DraftMade
    from reader.tui.screens.find_bar import FindController, Found
    from reader.tui.screens.keeping import FileRead, Keeper
    from reader.tui.screens.lights import FactsFound, Lights
    from reader.tui.screens.margin import NoteMargin, NotesPlaced
    from reader.tui.screens.mentions import MentionsController
    from reader.tui.screens.reloading import Reloader
    from reader.tui.screens.search import Place
    from reader.tui.screens.verdicts import VerdictController, VerdictsFound
    from reader.tui.screens.windows import Windows
    from reader.tui.widgets.prompt import Prompt
    from reader.tui.worker_messages import (
        Changed,
        Compiled,
        Completed,
        Failed,
        Indexed,
        Matched,
        NotesFound,
        Opened,
        OwnReindexed,
        Reindexed,
        Reloaded,
    )


class MainScreen(LibraryScreen, Screen[None]):
    """Shows one document of the collection; everything else is opened over it."""

    PARTS = commands.SCREENS["main"]
    BAR = tuple(part for part in PARTS if part != "entries")
    """The parts that the key bar shows: a new entry is not what one does most here."""
    AUTO_FOCUS = "#source"
    BLANK = True  # its widgets cover it
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)

    def __init__(self, session: Session) -> None:
        texts = DocumentPanes(session, self._texts_changed)
        super().__init__(session, texts)
        self.top_bar = TopBar(session)
        self.status = StatusLine()
        self.citations = CitationController(self, self.texts)
        self.key_bar = KeyBar(session, *self.BAR)
        self._position = ""
        """Where one is, for the status line."""
        self._finding: FindController | None = None
        self._margin: NoteMargin | None = None
        self._mentions: MentionsController | None = None
        self._verdicts: VerdictController | None = None
        self._lights: Lights | None = None
        self._reloader: Reloader | None = None
        self._keeper: Keeper | None = None
        self._searched = ""
        """What all articles were searched for last."""
        self._windows: Windows | None = None
        self._desk: DraftDesk | None = None

    def compose(self) -> ComposeResult:
        yield self.top_bar
        if self.has_tabs:
            yield self.tabs
        yield self.documents
        yield from self.texts.views(self.session.settings.measure)
        yield self.status
        yield self.key_bar
        self.show_panes("source")

    @property
    def source(self) -> ParallelView:
        return self.texts.source

    @property
    def summary(self) -> TextView:
        return self.texts.summary

    @property
    def languages(self) -> frozenset[str]:
        """The languages that the texts may be in."""
        collection, key = self.session.collection, self.texts.key
        if collection is None:
            return frozenset()
        own = () if key is None else (collection.own_language(key),)
        return frozenset((*collection.languages, *own))

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
        if not self.texts.show_verdicts():
            self.texts.link_mentions()
        self.desk.want()
        self.verdicts.look()
        if self.session.lights:
            self.lights.refresh()
        self.update_status()
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

    def on_notes_found(self, event: NotesFound) -> None:
        event.stop()
        self.margin.begin(event)

    def on_notes_placed(self, event: NotesPlaced) -> None:
        event.stop()
        self.margin.take(event)
        self.update_status()

    def on_failed(self, event: Failed) -> None:
        event.stop()
        self.session.failure = failure_text(event.error)
        if self.session.collection is None:
            self.retranslate()
        else:
            notify_warning(self, self.session.failure)

    def on_mentions_found(self, event: MentionsFound) -> None:
        event.stop()
        self.texts.take_mentions(event)

    def on_verdicts_found(self, event: VerdictsFound) -> None:
        event.stop()
        self.verdicts.take(event)

    def on_found(self, event: Found) -> None:
        event.stop()
        self.finding.take(event)
        self.show_status()

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

    def take_kept(self) -> None:
        """Show the selected claims, and put the files that are open among those that were read."""
        self.session.note_files()
        self.session.note_dossier()
        if self.texts.key is not None:
            self.note_opened(self.texts.key)
        if (keeper := self.keeper) is not None:
            keeper.show_tray()

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

    # Which text the source pane shows.

    def do_parallel(self) -> None:
        if self.texts.next_mode():
            self.enter_pane("source")

    def do_lock(self) -> None:
        if self.texts.lock(wide=self.is_wide):
            self.enter_pane("source")

    def do_peek(self) -> None:
        self.texts.peek()

    # Documents.

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.navigator.open(event.row.id)
        self.enter_pane("source")

    # Finding.

    @property
    def finding(self) -> FindController:
        """The find controller, made at its first use."""
        if self._finding is None:
            from reader.tui.screens.find_bar import FindController

            self._finding = FindController(self)
        return self._finding

    def _texts_changed(self) -> None:
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

    def do_find(self) -> None:
        if self.texts.key is not None:
            self.finding.begin()
            self._ask("find", _("Find in text and summary…"), self.finding.query)

    def do_next_match(self, times: int = 1) -> None:
        self._step_match(times)

    def do_previous_match(self, times: int = 1) -> None:
        self._step_match(-times)

    def with_find(self, words: str) -> None:
        """Find words, and go to the first place that has them."""
        if self.texts.key is not None:
            self.finding.begin()
            self.finding.answer(words, final=True)
            self.update_status()

    def _step_match(self, step: int) -> None:
        if self.finding.query:
            self.finding.step(step)
        else:
            self.do_find()

    # Search.

    def do_search(self) -> None:
        if self.windows is not None:
            self.windows.open_search(self._go_to_hit, self._searched)

    def with_search(self, query: str) -> None:
        """Search all articles for what is typed after the command's name."""
        if self.windows is not None:
            self.windows.open_search(self._go_to_hit, query)

    def _go_to_hit(self, place: Place | None) -> None:
        """Show the paragraph that was found, with all that was found of the article lit."""
        if place is None:
            return
        self._searched = place.query
        if self.navigator.go_to_hit(place.key, place.paragraph, place.language):
            self.finding.light(place.query, place.lit)
            self.show_status()

    # Facts.

    @property
    def lights(self) -> Lights:
        """What lights facts, and who says a sentence; made at its first use."""
        if self._lights is None:
            from reader.tui.screens.lights import Lights

            self._lights = Lights(self.session, self, self.texts)
        return self._lights

    def do_facts(self) -> None:
        if self.texts.key is not None:
            self.lights.next_kind()

    def do_who(self) -> None:
        if self.texts.key is not None:
            self.lights.switch_sentences()

    def on_facts_found(self, event: FactsFound) -> None:
        event.stop()
        self.lights.take(event)
        self.update_status()

    def do_concordance(self) -> None:
        entry = self.mentions.entry_under_cursor(self.current_text())
        if entry is not None and self.windows is not None:
            self.windows.open_lines(entry, self._go_to_hit)

    @property
    def verdicts(self) -> VerdictController:
        """What verifies the claims, made after the first frame."""
        if self._verdicts is None:
            from reader.tui.screens.verdicts import VerdictController

            self._verdicts = VerdictController(self.session, self.texts, self, self)
        return self._verdicts

    def do_findings(self) -> None:
        if self.session.collection is not None:
            self.verdicts.open_list()

    def do_clear(self) -> None:
        """Clear finds, what is lit, the current link and the selection; the place stays.

        In the list its filter is cleared.
        """
        if self.pane == "documents":
            self.clear_filter()
        if self._finding is not None:
            self._finding.clear()
        for view in self.shown_texts():
            view.clear_marks()
        self.clear_selection()

    def go_to_number(self, number: int) -> None:
        if self.pane in ("source", "other"):
            self.navigator.go_to_number(str(number), self.pane)
        else:
            super().go_to_number(number)

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

    def do_go_to_paragraph(self) -> None:
        self._ask("paragraph", _("Number of the paragraph…"))

    def with_go_to_paragraph(self, number: str) -> None:
        """Go to a paragraph by its number."""
        if self.texts.key is not None:
            self.navigator.go_to_number(number)
            self.update_status()

    def do_mark(self) -> None:
        self._ask("mark", _("A letter to mark this place with…"))

    def _ask(self, purpose: Purpose, placeholder: str, text: str = "") -> None:
        if self.texts.key is not None:
            self.prompter.ask(purpose, self.pane, placeholder, text)

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

    # What is kept: marks, selected claims, files that were read.

    @property
    def keeper(self) -> Keeper | None:
        """What changes and lists what is kept; made once the dossier is open."""
        collection = self.session.collection
        if self._keeper is None and collection is not None:
            from reader.tui.screens.keeping import Keeper

            self._keeper = Keeper(
                self.session,
                collection,
                self,
                self.texts,
                self.navigator,
                open_screen=self.open_screen,
            )
        return self._keeper

    def kept_changed(self) -> None:
        self.texts.show_selected()

    def on_file_read(self, event: FileRead) -> None:
        event.stop()
        self.say("")  # it is not being read any more
        if self.keeper is not None:
            self.keeper.take_file(event)
        self.update_status()

    def _open_file(self, path: str) -> None:
        if self.keeper is not None:
            self.keeper.open_file(path)

    def do_go_to_mark(self) -> None:
        if self.keeper is not None:
            self.keeper.show_marks()

    def do_tray(self) -> None:
        if self.keeper is not None:
            self.keeper.show_selected()

    def do_recent(self) -> None:
        if self.keeper is not None:
            self.keeper.show_files()

    # The way back.

    def push_location(self) -> None:
        """Remember this place in the history: a jump starts here."""
        self.navigator.push_location()

    def do_back(self, times: int = 1) -> None:
        self.navigator.back(times)

    def do_forward(self, times: int = 1) -> None:
        self.navigator.forward(times)

    # Terms and citations.

    def on_text_view_activated(self, event: TextView.Activated) -> None:
        event.stop()
        span = event.span
        if span is None:
            span = self.citations.first_of(event.view, event.block_id)
        if span is None:
            if event.view is self.source:
                self.citations.step(1)
        elif span.kind == "citation":
            self.citations.go_to_passage(event.view, event.block_id, span.target)
        elif span.kind == "link":
            self.navigator.go_to(span.target)
        elif (windows := self.windows) is not None:
            if span.kind == "address":
                windows.browse(span.target)
            elif span.kind in LIT and not span.target:
                self.lights.tell(event.view)
            else:
                windows.open_mentioned(event.view, event.block_id, span)

    @property
    def windows(self) -> Windows | None:
        """What opens over this screen; made once the dossier is open."""
        collection = self.session.collection
        if self._windows is None and collection is not None:
            from reader.tui.screens.windows import Windows

            self._windows = Windows(self.session, collection, self, self.texts, self.navigator)
        return self._windows

    def do_next_citation(self, times: int = 1) -> None:
        self.citations.step(times)

    def do_previous_citation(self, times: int = 1) -> None:
        self.citations.step(-times)

    @property
    def mentions(self) -> MentionsController:
        """What goes from one mention of a term to the next, made at its first use."""
        if self._mentions is None:
            from reader.tui.screens.mentions import MentionsController

            self._mentions = MentionsController(self.session, self.texts, self.navigator)
        return self._mentions

    def do_next_mention(self, times: int = 1) -> None:
        self.mentions.step(self.current_text(), times)

    def do_previous_mention(self, times: int = 1) -> None:
        self.mentions.step(self.current_text(), -times)

    def on_text_view_link_changed(self, event: TextView.LinkChanged) -> None:
        event.stop()
        self.update_status()

    def on_text_view_cursor_moved(self, event: TextView.CursorMoved) -> None:
        event.stop()
        self.said = ""
        self.update_status()

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

    def to_copy(self) -> Copied | None:
        from reader.tui.screens.copying import cited

        view = self.text()
        if isinstance(view, TextView):
            return cited(self.texts, view)
        has_selected = any(text.selected is not None for text in self.shown_texts())
        return cited(self.texts, self.source) if has_selected else None

    def do_browse(self) -> None:
        if self.windows is not None:
            self.windows.browse_article()

    def do_select_claim(self) -> None:
        try:
            is_done = self.pane == "summary" and self.texts.select_claim()
        except ReaderError as error:
            notify_warning(self, failure_text(error))
            return
        if not is_done:
            text = _("Go to a claim in the summary first: claims are selected there.")
            self.notify(text, markup=False)

    def do_status(self) -> None:
        if self.texts.next_status():
            self.enter_pane("summary")
        else:
            text = _("No claim of this article has a status to choose by.")
            self.notify(text, markup=False)

    # Drafts of summaries.

    @property
    def desk(self) -> DraftDesk:
        """What makes drafts and has them edited, made once terms can be found."""
        if self._desk is None:
            from reader.tui.screens.drafting import DraftDesk

            self._desk = DraftDesk(self.session, self, self.texts)
        return self._desk

    def on_draft_made(self, event: DraftMade) -> None:
        event.stop()
        self.desk.take(event)
        self.update_status()

    def do_edit_summary(self) -> None:
        if self.texts.key is not None:
            self.desk.edit()

    def do_command_draft(self) -> None:
        if self.texts.key is not None:
            self.desk.ask_command()

    def on_command_answered(self, event: CommandAnswered) -> None:
        event.stop()
        self.desk.take_answer(event)
        self.update_status()

    def do_look_up(self) -> None:
        if self.windows is not None:
            self.windows.look_up()

    def with_look_up(self, word: str) -> None:
        """Look a word up by the command of the configuration."""
        if self.windows is not None:
            self.windows.look_up(word)

    def on_looked_up(self, event: LookedUp) -> None:
        event.stop()
        if self.windows is not None:
            self.windows.show_answer(event)

    # The reader's notes.

    @property
    def margin(self) -> NoteMargin:
        """What has to do with notes, made at its first use."""
        if self._margin is None:
            from reader.tui.screens.margin import NoteMargin

            self._margin = NoteMargin(
                self.session, self.texts, self.navigator, self, self._open_file
            )
        return self._margin

    def notes_changed(self) -> None:
        if self._margin is not None:
            self._margin.forget()
            self._margin.refresh()

    def do_note(self) -> None:
        if self.session.collection is not None and self.texts.key is not None:
            self.margin.write(self.current_text())

    def do_notes(self) -> None:
        if self.session.collection is not None:
            self.margin.show_list(self.current_text())

    def on_text_view_mark_clicked(self, event: TextView.MarkClicked) -> None:
        event.stop()
        self.margin.show_list(event.view)

    def open_entry(self, id: str) -> None:
        """Open the popup of an entry, where the glossary has it."""
        if self.windows is not None:
            self.windows.open_entry(id)

    def do_glossary(self) -> None:
        if self.windows is not None:
            self.windows.open_glossary()

    def with_glossary(self, query: str) -> None:
        """Open the glossary with what is looked up."""
        if self.windows is not None:
            self.windows.open_glossary(query)

    def do_new_entry(self) -> None:
        if self.windows is not None:
            self.windows.open_new_entry()

    def do_print(self) -> None:
        self.open_print()

    def with_print(self, file: str) -> None:
        """Write the summary of this article to a file, as the print dialog has it."""
        self.open_print(selected_first=False, file=file)

    def open_print(self, *, selected_first: bool | None = None, file: str = "") -> None:
        if self.windows is not None and self.texts.key is not None:
            self.windows.open_print(self.texts.key, selected_first=selected_first, file=file)
