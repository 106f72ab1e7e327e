"""The main screen: documents, source and summary side by side, or one at a time where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from reader.language import messages
from reader.language.messages import _
from reader.tui.keys import commands
from reader.tui.presenters import imprint, preview, where
from reader.tui.reading import Item
from reader.tui.screens.document_panes import PARALLEL, DocumentPanes, paragraph_of
from reader.tui.screens.history import Location, NavigationHistory
from reader.tui.screens.prompting import Asking
from reader.tui.widgets.blocks import Anchor, Block, Span
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.parallel_view import ParallelView
from reader.tui.widgets.row_list import Row, RowList
from reader.tui.widgets.status_line import StatusLine
from reader.tui.widgets.text_view import TextView
from reader.tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from reader.tui.screens.find_bar import FindController

PANES = ("documents", "source", "other", "summary")
WIDE = 100
"""Cells from which on documents, source and summary have room side by side."""


class MainScreen(Asking, Screen[None]):
    PARTS = commands.SCREENS["main"]
    AUTO_FOCUS = "#source"
    BLANK = True  # its widgets cover it
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)

    def __init__(self) -> None:
        super().__init__()
        self.jumps = NavigationHistory()
        self.top_bar = TopBar()
        self.status = StatusLine()
        self.documents = RowList(title_lines=2, most_lines=4, gap=1, id="documents")
        self.texts = DocumentPanes(self)
        self._here = ""
        self._finding: FindController | None = None

    def compose(self) -> ComposeResult:
        yield self.top_bar
        yield self.documents
        yield from self.texts.views(self.reader.settings.measure)
        yield self.status
        yield KeyBar(*self.PARTS)
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
        asking = focused == "prompt"
        return focused if focused in PANES else self._asked_from if asking else "source"

    @property
    def is_wide(self) -> bool:
        return self.app.size.width >= WIDE

    def on_resize(self) -> None:
        self.show_panes(self.pane)

    def on_mount(self) -> None:
        if self.reader.has_reading:
            self.open_reading()
        else:
            self.retranslate()

    # What is shown.

    def open_reading(self) -> None:
        """Show what was read: the document asked for, else the one shown last, else the first."""
        reader = self.reader
        key, anchor = reader.opening_place()
        self.texts.resume(reader.remembered_mode())
        self.retranslate()
        item = reader.reading.item(key) or next(iter(reader.reading.items), None)
        if item is not None:
            self.show_item(item, source=anchor if item.key == key else None)

    def retranslate(self) -> None:
        super().retranslate()
        self.top_bar.refresh()
        self.documents.border_title = _("Documents")
        self.summary.border_title = _("Summary")
        if not self.reader.has_reading:
            self.source.border_title = _("Source")
            self.source.show(
                [Block("wait", self.reader.failure or _("Reading the dossier…"), "note")]
            )
            return
        self._list_documents()
        self.texts.retranslate()
        self.tell_status()

    def _list_documents(self) -> None:
        reading, language = self.reader.reading, messages.language()
        rows = []
        for item in reading.items:
            document = reading.document(item, language)
            note = imprint(document.source) if item.known else _("file")
            rows.append(Row(item.key, document.title, note))
        self.documents.show(rows, keep=True)

    def show_item(self, item: Item, source: Anchor | None = None) -> None:
        """Show a document, its text at a place or at its start."""
        self.documents.select(self.reader.reading.items.index(item))
        self.texts.show(item, source)
        self.top_bar.refresh()
        self.tell_status()

    @property
    def item(self) -> Item | None:
        """The document that is shown."""
        return self.texts.item

    # Which text the source pane shows.

    def do_parallel(self) -> None:
        if self.texts.cycle():
            self.enter_pane("source")

    def do_lock(self) -> None:
        if self.texts.lock(wide=self.is_wide):
            self.enter_pane("source")

    def do_peek(self) -> None:
        self.texts.peek()

    # Panes.

    def show_panes(self, pane: str) -> None:
        """Show the panes that there is room for: ``pane`` alone where it is narrow, or for two texts.

        By each pane's own styles: a class of the screen would have everything styled anew.
        """
        alone = not self.is_wide or self.texts.mode == PARALLEL
        shown = {pane} if alone else {"documents", "source", "summary"}
        if not self.texts.locked and self.is_wide and pane in ("source", "other"):
            shown = {"source", "other"}
        for view in (self.documents, self.source, self.texts.other, self.summary):
            view.display = view.id in shown
            divided = len(shown) > 1 and view is not self.documents
            view.set_class(divided, "-divided", update=view.is_attached)
        self.documents.set_class(alone, "-alone", update=self.documents.is_attached)

    def enter_pane(self, pane: str) -> None:
        """Focus a pane, and show it where there is room for one only."""
        self.show_panes(pane)
        self.query_one(f"#{pane}").focus()

    def _panes(self) -> list[str]:
        return [name for name in PANES if name != "other" or not self.texts.locked]

    def do_next_pane(self) -> None:
        panes = self._panes()
        self.enter_pane(panes[(panes.index(self.pane) + 1) % len(panes)])

    def do_previous_pane(self) -> None:
        panes = self._panes()
        self.enter_pane(panes[(panes.index(self.pane) - 1) % len(panes)])

    def on_descendant_focus(self) -> None:
        self.show_panes(self.pane)
        self.tell_status()

    # Documents.

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self._open(event.row.id)
        self.enter_pane("source")

    def do_next_document(self) -> None:
        self._step_document(1)

    def do_previous_document(self) -> None:
        self._step_document(-1)

    def _step_document(self, step: int) -> None:
        if not self.reader.has_reading or self.item is None:
            return
        items = self.reader.reading.items
        index = items.index(self.item) + step
        if 0 <= index < len(items):
            self._open(items[index].key)

    def _open(self, key: str) -> None:
        item = self.reader.reading.item(key)
        if item is not None and item != self.item:
            self.leave()
            self.show_item(item)

    # FindController.

    @property
    def finding(self) -> FindController:
        """What is being looked for, which nothing is at the start."""
        if self._finding is None:
            from reader.tui.screens.find_bar import FindController

            self._finding = FindController(self)
        return self._finding

    def renew_finds(self) -> None:
        """Other texts are shown: find in them what is being looked for."""
        if self._finding is not None:
            self._finding.renew()

    # NavigationHistory and the way back.

    def place(self) -> Location | None:
        if self.item is None:
            return None
        return Location(self.item.key, self.pane, self.source.bookmark(), self.summary.bookmark())

    def leave(self) -> None:
        """Remember this place: a jump starts here."""
        self.jumps.leave(self.place())

    def return_to(self, place: Location | None) -> None:
        """Show a place again, as it was left."""
        if place is None or (item := self.reader.reading.item(place.item)) is None:
            return
        if item != self.item:
            self.show_item(item)
        self.enter_pane(place.pane)
        self.source.return_to(place.source)
        self.summary.return_to(place.summary)

    def do_back(self) -> None:
        if (here := self.place()) is not None:
            self.return_to(self.jumps.back(here))

    def do_forward(self) -> None:
        if (here := self.place()) is not None:
            self.return_to(self.jumps.forward(here))

    def go_to(self, target: str | None) -> None:
        """Go to ``document#paragraph``, as a popup gives it, and light the paragraph up."""
        if not target:
            return
        key, _hash, paragraph = target.partition("#")
        item = self.reader.reading.item(key)
        if item is None:
            return
        self.leave()
        if item != self.item:
            self.show_item(item)
        self.enter_pane("source")
        self.source.highlight_blocks([paragraph])

    # Terms and citations.

    def on_text_view_activated(self, event: TextView.Activated) -> None:
        event.stop()
        span = event.span
        if span is None:
            block = next((b for b in event.view.blocks if b.id == event.block_id), None)
            spans = block.spans if block is not None else ()
            span = next((s for s in spans if s.kind == "citation"), None)
        if span is None:
            if event.view is self.source:
                self._step_citation(1)
            return
        if span.kind == "citation":
            self._cite(event.view, event.block_id, span.target)
        else:
            self.open_entry(span.target)

    def _cite(self, view: TextView, block_id: str, paragraph: str) -> None:
        """Light up the passage. A claim that cites several lights them all; the one meant comes first."""
        self.leave()
        block = next(b for b in view.blocks if b.id == block_id)
        cited = [s.target for s in block.spans if s.kind == "citation"]
        self.enter_pane("source")
        self.source.highlight_blocks(cited)
        self.source.go_to(paragraph)

    def open_entry(self, id: str) -> None:
        if self.reader.has_reading and self.reader.reading.dossier.entry(id) is not None:
            from reader.tui.screens.entry import EntryScreen

            self.app.push_screen(EntryScreen(id), self.go_to)

    def do_next_citation(self) -> None:
        self._step_citation(1)

    def do_previous_citation(self) -> None:
        self._step_citation(-1)

    def _step_citation(self, step: int) -> None:
        """In the summary, to the next citation; in the source, to the next claim that cites the paragraph."""
        if self.pane == "source" and (citing := self._citing(self.source.cursor)):
            here = self.summary.link
            index = citing.index(here) + step if here in citing else 0
            self.leave()
            self.enter_pane("summary")
            self.summary.set_link(*citing[index % len(citing)])
            return
        self.enter_pane("summary")
        self.summary.next_link("citation", step)

    def _citing(self, paragraph: str | None) -> list[tuple[str, Span]]:
        """The places in the summary that cite a paragraph."""
        return [
            (block.id, span)
            for block in self.summary.blocks
            for span in block.spans
            if span.kind == "citation" and span.target == paragraph
        ]

    def on_text_view_link_changed(self, event: TextView.LinkChanged) -> None:
        event.stop()
        self.tell_status()

    def on_text_view_cursor_moved(self, event: TextView.CursorMoved) -> None:
        event.stop()
        self.tell_status()

    def tell_status(self) -> None:
        """Preview what Enter would open, or say where one is."""
        document = self.texts.document()
        views = {"source": self.source, "other": self.texts.other, "summary": self.summary}
        view = views.get(self.pane)
        if document is None or view is None:
            self._here = ""
        elif view.link is not None:
            dossier = self.reader.reading.in_language(messages.language())
            self._here = preview(view.link[1], document, dossier)
        else:
            self._here = where(paragraph_of(view.cursor), document)
            if self.reader.reading.matcher is None:
                self._here += " · " + _("terms are being read…")
        self.show_status()

    def action_run(self, id: str) -> None:
        """Carry out a command, and say where one is now within the same frame."""
        super().action_run(id)
        self.tell_status()

    def show_status(self) -> None:
        """Say where one is, and what was found."""
        self.status.say(self._here, self._finding.said if self._finding else "")

    def do_copy(self) -> None:
        from reader.tui.screens.copying import cited

        view = self.text()
        if isinstance(view, TextView):
            format = self.reader.settings.citation_format
            text = cited(self.texts, view, self.get_selected_text(), format)
            if text is not None:
                self.reader.tell(self.reader.put_on_clipboard(text))

    def do_select_claim(self) -> None:
        if self.pane != "summary" or not self.texts.select_claim():
            self.reader.tell(_("Go to a claim in the summary first: claims are selected there."))

    def do_glossary(self) -> None:
        if self.reader.has_reading:
            from reader.tui.screens.glossary import GlossaryScreen

            self.app.push_screen(GlossaryScreen(), self.go_to)

    def do_print(self) -> None:
        if self.item is not None:
            from reader.tui.screens.print import PrintScreen

            self.app.push_screen(PrintScreen(self.item, frozenset(self.texts.selected)))

    def do_quit(self) -> None:
        self.reader.do_leave()
