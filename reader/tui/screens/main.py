"""The main screen: documents, source and summary, one at a time if narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from reader.language import interface
from reader.language.messages import _
from reader.tui.keys import commands
from reader.tui.notices import Copied, notify_warning
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.captions import (
    DocumentRows,
    compiling_text,
    failure_text,
    progress_text,
    status_text,
)
from reader.tui.screens.citations import CitationController
from reader.tui.screens.document_panes import PARALLEL, DocumentPanes, MentionsFound
from reader.tui.screens.navigation import Navigator
from reader.tui.screens.panes import PANES, WIDE, with_room
from reader.tui.screens.prompting import Prompter, Purpose
from reader.tui.session import Session
from reader.tui.widgets.blocks import Block
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.parallel_view import ParallelView
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.status_line import StatusLine
from reader.tui.widgets.text_view import TextView
from reader.tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from reader.tui.screens.find_bar import FindController, Found
    from reader.tui.widgets.prompt import Prompt
    from reader.tui.worker_messages import (
        Compiled,
        Completed,
        Failed,
        Indexed,
        Matched,
        Opened,
        Reindexed,
    )


class MainScreen(CommandScreen, Screen[None]):
    """Shows one document of the collection; everything else is opened over it."""

    PARTS = commands.SCREENS["main"]
    AUTO_FOCUS = "#source"
    BLANK = True  # its widgets cover it
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.top_bar = TopBar(session)
        self.status = StatusLine()
        self.documents = RowList(title_lines=2, most_lines=4, gap=1, id="documents")
        self.texts = DocumentPanes(session, self._texts_changed)
        self.navigator = Navigator(session, self, self.texts, self._document_shown)
        self.citations = CitationController(self, self.texts)
        self.prompter = Prompter(self)
        self._position = ""
        """Where one is, for the status line."""
        self._finding: FindController | None = None

    def compose(self) -> ComposeResult:
        yield self.top_bar
        yield self.documents
        yield from self.texts.views(self.session.settings.measure)
        yield self.status
        yield KeyBar(self.session, *self.PARTS)
        self.show_panes("source")

    @property
    def source(self) -> ParallelView:
        return self.texts.source

    @property
    def summary(self) -> TextView:
        return self.texts.summary

    @property
    def pane(self) -> str:
        """The pane that has the focus, or had it before the prompt."""
        focused = self.focused.id if self.focused is not None else None
        if focused == "prompt":
            return self.prompter.pane
        return focused if focused in PANES else "source"

    def shown_texts(self) -> list[TextView]:
        """Return the panes that hold a text now, from left to right."""
        return self.texts.shown()

    @property
    def languages(self) -> frozenset[str]:
        """The languages that the texts may be in."""
        collection, key = self.session.collection, self.texts.key
        if collection is None:
            return frozenset()
        own = () if key is None else (collection.own_language(key),)
        return frozenset((*collection.languages, *own))

    def current_text(self) -> TextView:
        """Return the text that has the focus, or the source where that is not a text."""
        return next((view for view in self.shown_texts() if view.id == self.pane), self.source)

    @property
    def is_wide(self) -> bool:
        return self.app.size.width >= WIDE

    def on_resize(self) -> None:
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
            self.navigator.leave_what_is_gone()
            self.retranslate()

    def on_completed(self, event: Completed) -> None:
        event.stop()
        if (collection := self.session.collection) is not None:
            collection.replace_article(event.key, event.document)
            self.texts.replace(event.key)
        for problem in event.problems:
            notify_warning(self, interface.describe(problem))

    def on_matched(self, _event: Matched) -> None:
        self.texts.link_mentions()
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

    def retranslate(self) -> None:
        super().retranslate()
        self.documents.border_title = _("Articles")
        self.summary.border_title = _("Summary")
        collection = self.session.collection
        if collection is None:
            self.source.border_title = _("Text")
            wait = self.session.failure or _("Reading the dossier…")
            self.source.show([Block("wait", wait, "note")])
            return
        rows, is_first = DocumentRows(collection), self.texts.key is None
        at = collection.position(self.session.opening_place().document) if is_first else None
        self.documents.show(rows, keep=not is_first, at=at or 0)
        self.texts.retranslate()
        self.update_status()

    def entries_changed(self, _entry: str) -> None:
        """Link the new entry in every text."""
        self.texts.link_mentions()

    def _document_shown(self, key: str) -> None:
        collection = self.session.collection
        if collection is not None and (place := collection.position(key)) is not None:
            self.documents.select(place)
        self.top_bar.show(key)
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

    # Panes.

    def show_panes(self, pane: str) -> None:
        """Show the panes that there is room for, and ``pane`` in any case.

        Each pane's own styles are set: a class of the screen would have everything styled anew.
        """
        two_texts = self.texts.mode == PARALLEL
        shown = with_room(pane, is_wide=self.is_wide, two_texts=two_texts, locked=self.texts.locked)
        for view in (self.documents, self.source, self.texts.other, self.summary):
            view.display = view.id in shown
            divided = len(shown) > 1 and view is not self.documents
            view.set_class(divided, "-divided", update=view.is_attached)
        alone = two_texts or not self.is_wide
        self.documents.set_class(alone, "-alone", update=self.documents.is_attached)

    def enter_pane(self, pane: str) -> None:
        """Focus a pane, and show it alone on a narrow screen."""
        self.show_panes(pane)
        self.query_one(f"#{pane}").focus()

    def do_next_pane(self) -> None:
        self._step_pane(1)

    def do_previous_pane(self) -> None:
        self._step_pane(-1)

    def _step_pane(self, step: int) -> None:
        panes = [name for name in PANES if name != "other" or not self.texts.locked]
        self.enter_pane(panes[(panes.index(self.pane) + step) % len(panes)])

    def on_descendant_focus(self) -> None:
        self.show_panes(self.pane)
        self.update_status()

    # Documents.

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.navigator.open(event.row.id)
        self.enter_pane("source")

    def do_next_document(self) -> None:
        self.navigator.step_document(1)

    def do_previous_document(self) -> None:
        self.navigator.step_document(-1)

    # Finding.

    @property
    def finding(self) -> FindController:
        """The find controller, made at its first use."""
        if self._finding is None:
            from reader.tui.screens.find_bar import FindController

            self._finding = FindController(self)
        return self._finding

    def _texts_changed(self) -> None:
        """Search the texts that are shown now again."""
        if self._finding is not None:
            self._finding.refresh()
            self.show_status()

    def do_find(self) -> None:
        if self.texts.key is not None:
            self.finding.begin()
            self._ask("find", _("Find in text and summary…"), self.finding.query)

    def do_next_match(self) -> None:
        self._step_match(1)

    def do_previous_match(self) -> None:
        self._step_match(-1)

    def _step_match(self, step: int) -> None:
        if self.finding.query:
            self.finding.step(step)
        else:
            self.do_find()

    # What is typed into the prompt.

    def do_go_to_paragraph(self) -> None:
        self._ask("paragraph", _("Number of the paragraph…"))

    def do_mark(self) -> None:
        self._ask("mark", _("A letter to mark this place with…"))

    def do_go_to_mark(self) -> None:
        letters = " ".join(sorted(self.navigator.history.marks))
        self._ask("go-to-mark", _("The letter of a mark…") + (f" ({letters})" if letters else ""))

    def _ask(self, purpose: Purpose, placeholder: str, text: str = "") -> None:
        if self.texts.key is not None:
            self.prompter.ask(purpose, self.pane, placeholder, text)

    def on_prompt_given_up(self, event: Prompt.GivenUp) -> None:
        event.stop()
        if event.purpose == "find":
            self.finding.give_up()
            self.show_status()
        self.enter_pane(self.prompter.pane)

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        event.stop()
        marks = event.purpose in ("mark", "go-to-mark") and bool(event.text)
        if marks:  # one letter is all of the answer
            self.prompter.close()
        if event.final or marks:
            self.enter_pane(self.prompter.pane)
        if event.purpose == "find":
            self.finding.answer(event.text, final=event.final)
            self.show_status()
        elif marks or event.final:
            self.navigator.answer(event.purpose, event.text)

    # The way back.

    def push_location(self) -> None:
        """Remember this place in the history: a jump starts here."""
        self.navigator.push_location()

    def do_back(self) -> None:
        self.navigator.back()

    def do_forward(self) -> None:
        self.navigator.forward()

    # Terms and citations.

    def on_text_view_activated(self, event: TextView.Activated) -> None:
        event.stop()
        span = event.span
        if span is None:
            span = self.citations.first_of(event.view, event.block_id)
        if span is None:
            if event.view is self.source:
                self.citations.step(1)
        elif span.kind == "address":
            self._browse(span.target)
        elif span.kind == "citation":
            self.citations.go_to_passage(event.view, event.block_id, span.target)
        elif span.kind == "link":
            self.navigator.go_to(span.target)
        else:
            blocks = event.view.blocks
            text = next((block.text for block in blocks if block.id == event.block_id), "")
            word = text[span.start : span.end]
            self.open_entry(span.target, word)
            if span.kind == "mention":
                self._tell_alphabets(word)

    def _tell_alphabets(self, text: str) -> None:
        """Tell which words of a mention have letters of two alphabets."""
        from reader.language.alphabets import readings

        for word, reading in readings(text).items():
            message = _("“{word}” has letters of two alphabets. It is read as “{reading}”.")
            self.notify(message.format(word=word, reading=reading), markup=False)

    def open_entry(self, id: str, word: str = "") -> None:
        """Open the popup of an entry, where the glossary has it.

        ``word``: the mention that it is opened from, which may name other entries as well.
        """
        collection = self.session.collection
        if collection is not None and collection.source.entry(id) is not None:
            from reader.tui.screens.entry import EntryScreen

            also = collection.others_named(word, id)
            self.open_screen(EntryScreen(self.session, collection, id, also), self.navigator.go_to)

    def do_next_citation(self) -> None:
        self.citations.step(1)

    def do_previous_citation(self) -> None:
        self.citations.step(-1)

    def on_text_view_link_changed(self, event: TextView.LinkChanged) -> None:
        event.stop()
        self.update_status()

    def on_text_view_cursor_moved(self, event: TextView.CursorMoved) -> None:
        event.stop()
        self.said = ""
        self.update_status()

    def update_status(self) -> None:
        """Update the status line with a preview of what Enter opens, or the position."""
        self._position = status_text(self.session.collection, self.texts, self.pane)
        self.show_status()

    def action_run(self, id: str) -> None:
        """Run a command, and update the status line within the same frame."""
        super().action_run(id)
        self.update_status()

    def show_said(self) -> None:
        self.show_status()

    def show_status(self) -> None:
        """Show what was done last, or the position, and the count of matches."""
        self.status.show(
            self.said or self._position, self._finding.status_text if self._finding else ""
        )

    def to_copy(self) -> Copied | None:
        from reader.tui.screens.copying import cited

        view = self.text()
        if isinstance(view, TextView):
            return cited(self.texts, view)
        has_selected = any(text.selected is not None for text in self.shown_texts())
        return cited(self.texts, self.source) if has_selected else None

    def do_browse(self) -> None:
        view = self.texts.view()
        if view is None:
            return
        if view.document.source.url is None:
            self.notify(_("The address of this article is not known."), markup=False)
        else:
            self._browse(view.document.source.url)

    def _browse(self, address: str) -> None:
        """Open an address in the browser, or say that there is none."""
        from reader.tui.browser import opened

        async def browse() -> None:
            if not await opened(address):
                text = _("No browser could be opened. The address is {address}")
                notify_warning(self, text.format(address=address))

        self.run_worker(browse(), group="browser")

    def do_select_claim(self) -> None:
        if self.pane != "summary" or not self.texts.select_claim():
            text = _("Go to a claim in the summary first: claims are selected there.")
            self.notify(text, markup=False)

    def do_status(self) -> None:
        if self.texts.next_status():
            self.enter_pane("summary")
        else:
            text = _("No claim of this article has a status to choose by.")
            self.notify(text, markup=False)

    def do_glossary(self) -> None:
        if (collection := self.session.collection) is not None:
            from reader.tui.screens.glossary import GlossaryScreen

            self.open_screen(GlossaryScreen(self.session, collection), self.navigator.go_to)

    def do_print(self) -> None:
        if (collection := self.session.collection) is not None and (
            key := self.texts.key
        ) is not None:
            from reader.tui.screens.print import PrintScreen

            selected = frozenset(self.texts.selected)
            self.open_screen(PrintScreen(self.session, collection, key, selected))
