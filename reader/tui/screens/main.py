"""The main screen: documents, source and summary side by side, or one at a time where it is narrow."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from reader.language import interface
from reader.language.interface import _
from reader.model import Document
from reader.tui import commands
from reader.tui.blocks import Anchor, Block, Span
from reader.tui.key_bar import KeyBar
from reader.tui.panes import (
    TEXTS,
    imprint,
    preview,
    source_blocks,
    summary_blocks,
    where,
    with_mentions,
)
from reader.tui.prompt import Prompt
from reader.tui.reading import IMMEDIATE, Item
from reader.tui.row_list import Row, RowList
from reader.tui.screens.base import Commanded
from reader.tui.screens.finding import Finding
from reader.tui.screens.jumps import Jumps, Place
from reader.tui.status_line import StatusLine
from reader.tui.text_view import TextView
from reader.tui.top_bar import TopBar

PANES = ("documents", "source", "summary")


class MainScreen(Commanded[None]):
    PARTS = commands.SCREENS["main"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual declares it so

    def __init__(self) -> None:
        super().__init__()
        self.item: Item | None = None
        self._asked_from = "source"
        self.jumps = Jumps()
        self.finding = Finding(self)

    def compose(self) -> ComposeResult:
        yield TopBar()
        with Horizontal(id="panes"):
            yield RowList(title_lines=2, notes=True, gap=1, id="documents")
            yield TextView(id="source", measure=self.reader.settings.measure)
            yield TextView(id="summary", by_block=True, measure=self.reader.settings.measure)
        yield StatusLine()
        yield Prompt()
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

    def shown_document(self) -> Document | None:
        """The document in the source pane, in the language it is shown in."""
        if self.item is None:
            return None
        return self.reader.reading.document(self.item, interface.language())

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
            self.leave()
            self.show_item(item)

    # Jumps and the way back.

    def place(self) -> Place | None:
        if self.item is None:
            return None
        return Place(self.item.key, self.pane, self.source.place, self.summary.place)

    def leave(self) -> None:
        """Remember this place: a jump starts here."""
        self.jumps.leave(self.place())

    def return_to(self, place: Place | None) -> None:
        """Show a place again, as it was left."""
        if place is None or (item := self.reader.reading.item(place.item)) is None:
            return
        self.show_item(item, place.source, place.summary)
        self.enter_pane(place.pane)

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
        self._tell_status(event.view)

    def on_text_view_cursor_moved(self, event: TextView.CursorMoved) -> None:
        event.stop()
        self._tell_status(event.view)

    def _tell_status(self, view: TextView) -> None:
        """Preview what Enter would open, or say where one is."""
        document = self.shown_document()
        if document is not None and view is self.focused:
            link = view.link
            dossier = self.reader.reading.in_language(interface.language())
            said = preview(link[1], document, dossier) if link else where(view.cursor, document)
            self.query_one(StatusLine).say(said)

    # Find, marks, a paragraph by its number: what is typed into the prompt.

    def do_find(self) -> None:
        self.finding.ask()

    def do_next_match(self) -> None:
        self.finding.step(1)

    def do_previous_match(self) -> None:
        self.finding.step(-1)

    def do_go_to_paragraph(self) -> None:
        self.ask("paragraph", _("Number of the paragraph…"))

    def do_mark(self) -> None:
        self.ask("mark", _("A letter to mark this place with…"))

    def do_go_to_mark(self) -> None:
        letters = " ".join(sorted(self.jumps.marks))
        self.ask("go-to-mark", _("The letter of a mark…") + (f" ({letters})" if letters else ""))

    def ask(self, purpose: str, placeholder: str, text: str = "") -> None:
        """Open the prompt for a purpose; the pane comes back into focus afterwards."""
        if self.item is not None:
            self._asked_from = self.pane
            self.query_one(Prompt).ask(purpose, placeholder, text)

    def on_prompt_given_up(self, event: Prompt.GivenUp) -> None:
        event.stop()
        if event.purpose == "find":
            self.finding.give_up()
        self.enter_pane(self._asked_from)

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        event.stop()
        if event.purpose == "find":
            self.finding.answer(event.text, final=event.final)
        elif event.purpose in ("mark", "go-to-mark") and event.text:
            self.query_one(Prompt).close()
            self.enter_pane(self._asked_from)
            self._use_mark(event.purpose, event.text[0])
            return
        if event.final:
            self.enter_pane(self._asked_from)
            if event.purpose == "paragraph":
                self._go_to_number(event.text)

    def _use_mark(self, purpose: str, letter: str) -> None:
        if purpose == "mark":
            if (place := self.place()) is not None:
                self.jumps.marks[letter] = place
                self.reader.tell(_("This place is marked {letter}.").format(letter=letter))
        elif letter in self.jumps.marks:
            self.leave()
            self.return_to(self.jumps.marks[letter])
        else:
            self.reader.tell(_("There is no mark {letter}.").format(letter=letter))

    def _go_to_number(self, text: str) -> None:
        document = self.shown_document()
        number = int(text) if text.strip().isdecimal() else 0
        if document is None or not 1 <= number <= len(document.paragraphs):
            total = len(document.paragraphs) if document else 0
            self.reader.tell(_("There is no paragraph {number}: they run from 1 to {total}.").format(number=text, total=total))  # fmt: skip
            return
        self.leave()
        self.enter_pane("source")
        self.source.go_to(document.paragraphs[number - 1].id)

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
