"""The main screen: documents, source and summary side by side, or one at a time where it is narrow."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from reader.language import interface
from reader.language.interface import _
from reader.model import Document
from reader.tui import commands
from reader.tui.blocks import Anchor, Block
from reader.tui.key_bar import KeyBar
from reader.tui.panes import (
    TEXTS,
    imprint,
    source_blocks,
    summary_blocks,
    with_mentions,
)
from reader.tui.reading import IMMEDIATE, Item
from reader.tui.row_list import Row, RowList
from reader.tui.screens.base import Commanded
from reader.tui.text_view import TextView
from reader.tui.top_bar import TopBar

PANES = ("documents", "source", "summary")


class Place(NamedTuple):
    """Where one is: what a jump leaves and `back` returns to."""

    item: str
    pane: str
    source: Anchor | None
    summary: Anchor | None


class MainScreen(Commanded[None]):
    PARTS = ("text", "main", "app")
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual declares it so

    def __init__(self) -> None:
        super().__init__()
        self.item: Item | None = None
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    def compose(self) -> ComposeResult:
        yield TopBar()
        with Horizontal(id="panes"):
            yield RowList(title_lines=2, notes=True, gap=1, id="documents")
            yield TextView(id="source")
            yield TextView(id="summary", by_block=True)
        yield KeyBar(*self.PARTS)

    @property
    def documents(self) -> RowList:
        return self.query_one("#documents", RowList)

    @property
    def source(self) -> TextView:
        return self.query_one("#source", TextView)

    @property
    def summary(self) -> TextView:
        return self.query_one("#summary", TextView)

    @property
    def pane(self) -> str:
        """The pane that has the focus."""
        return self.focused.id or "source" if self.focused is not None else "source"

    def on_mount(self) -> None:
        self.enter_pane("source")
        if self.reader.has_reading:
            self.open_reading()
        else:
            self.speak()

    # What is shown.

    def open_reading(self) -> None:
        """Show what was read: the document asked for, else the one shown last, else the first."""
        reader = self.reader
        key, anchor = reader.opening_place()
        self.speak()
        item = reader.reading.item(key) or next(iter(reader.reading.items), None)
        if item is not None:
            self.show_item(item, source=anchor if item.key == key else None)

    def speak(self) -> None:
        super().speak()
        self.query_one(TopBar).refresh()
        self.documents.border_title = _("Documents")
        self.summary.border_title = _("Summary")
        if not self.reader.has_reading:
            self.source.border_title = _("Source")
            self.source.show(
                [Block("wait", self.reader.failure or _("Reading the dossier…"), "note")]
            )
            return
        self._list_documents()
        if self.item is not None:
            self._fill(keep=True)

    def _list_documents(self) -> None:
        reading, language = self.reader.reading, interface.language()
        rows = []
        for item in reading.items:
            document = reading.document(item, language)
            note = imprint(document.source) if item.known else _("file")
            rows.append(Row(item.key, document.title, note))
        self.documents.show(rows, keep=True)

    def show_item(
        self, item: Item, source: Anchor | None = None, summary: Anchor | None = None
    ) -> None:
        """Show a document, each pane at its place or at its start."""
        self.item = item
        self.documents.select(item.key)
        self._fill(keep=False, source=source, summary=summary)
        self.query_one(TopBar).refresh()

    def _fill(
        self, *, keep: bool, source: Anchor | None = None, summary: Anchor | None = None
    ) -> None:
        assert self.item is not None
        reading, language = self.reader.reading, interface.language()
        dossier = reading.in_language(language)
        document = reading.document(self.item, language)
        self.source.border_title = f"{_('Source')} · {_(self._text_kind(document))}"
        self.source.show(source_blocks(document, dossier), anchor=source, keep=keep)
        self.summary.show(summary_blocks(document, dossier), anchor=summary, keep=keep)
        self.link_mentions()

    @staticmethod
    def _text_kind(document: Document) -> str:
        return TEXTS[document.text]

    def link_mentions(self) -> None:
        """Underline the mentions in both panes; those of a long text come from a worker."""
        if self.item is None or not self.reader.has_reading:
            return
        reading = self.reader.reading
        for view in (self.summary, self.source):
            blocks = view.blocks
            if sum(len(block.text) for block in blocks) > IMMEDIATE:
                self.reader.find_mentions(view, blocks)
            else:
                found = reading.mentions([block.text for block in blocks])
                view.set_spans(with_mentions(blocks, found))

    # Panes.

    def enter_pane(self, pane: str) -> None:
        """Focus a pane, and show it where there is room for one only."""
        for name in PANES:
            self.set_class(name == pane, f"-at-{name}")
        self.query_one(f"#{pane}").focus()

    def do_next_pane(self) -> None:
        self.enter_pane(PANES[(PANES.index(self.pane) + 1) % len(PANES)])

    def do_previous_pane(self) -> None:
        self.enter_pane(PANES[(PANES.index(self.pane) - 1) % len(PANES)])

    def on_descendant_focus(self) -> None:
        for name in PANES:
            self.set_class(name == self.pane, f"-at-{name}")

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
            self._leave()
            self.show_item(item)

    # Jumps and the way back.

    def place(self) -> Place | None:
        if self.item is None:
            return None
        return Place(self.item.key, self.pane, self.source.place, self.summary.place)

    def _leave(self) -> None:
        if (place := self.place()) is not None:
            self._behind.append(place)
            self._ahead.clear()

    def _return(self, stack: list[Place], other: list[Place]) -> None:
        here = self.place()
        if not stack or here is None:
            return
        other.append(here)
        place = stack.pop()
        item = self.reader.reading.item(place.item)
        if item is not None:
            self.show_item(item, place.source, place.summary)
            self.enter_pane(place.pane)

    def do_back(self) -> None:
        self._return(self._behind, self._ahead)

    def do_forward(self) -> None:
        self._return(self._ahead, self._behind)

    def go_to(self, target: str | None) -> None:
        """Go to ``document#paragraph``, as a popup gives it, and light the paragraph up."""
        if not target:
            return
        key, _hash, paragraph = target.partition("#")
        item = self.reader.reading.item(key)
        if item is None:
            return
        self._leave()
        if item != self.item:
            self.show_item(item)
        self.enter_pane("source")
        self.source.light([paragraph])

    # Terms and citations.

    def on_text_view_activated(self, event: TextView.Activated) -> None:
        event.stop()
        span = event.span
        if span is None:
            block = next((b for b in event.view.blocks if b.id == event.block_id), None)
            spans = block.spans if block is not None else ()
            span = next((s for s in spans if s.kind == "citation"), None)
        if span is None:
            return
        if span.kind == "citation":
            self._cite(event.view, event.block_id, span.target)
        else:
            self.open_entry(span.target)

    def _cite(self, view: TextView, block_id: str, paragraph: str) -> None:
        """Light up the passage. A claim that cites several lights them all; the one meant comes first."""
        self._leave()
        block = next(b for b in view.blocks if b.id == block_id)
        cited = [s.target for s in block.spans if s.kind == "citation"]
        self.enter_pane("source")
        self.source.light(cited)
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
        if self.pane != "summary":
            self.enter_pane("summary")
        self.summary.next_link("citation", step)

    def do_glossary(self) -> None:
        if self.reader.has_reading:
            from reader.tui.screens.glossary import GlossaryScreen

            self.app.push_screen(GlossaryScreen(), self.go_to)

    def do_print(self) -> None:
        if self.item is not None:
            from reader.tui.screens.print import PrintScreen

            self.app.push_screen(PrintScreen(self.item))

    def do_quit(self) -> None:
        self.reader.do_leave()
