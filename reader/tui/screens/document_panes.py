"""What the source and summary panes show: which text, in which language, one or two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language import locales, messages
from reader.language.messages import _, ngettext
from reader.library.collection import IMMEDIATE, Item
from reader.model import Document, DocumentView
from reader.tui.presenters import (
    ITEM,
    SELECTED,
    TEXTS,
    source_blocks,
    summary_blocks,
    with_mentions,
)
from reader.tui.widgets.blocks import Anchor, Block
from reader.tui.widgets.parallel_view import ParallelView, first_id
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

OWN, OTHER, PARALLEL = "own", "other", "parallel"
"""The text in the interface's language, in the other one, or both."""
MODES = (OWN, OTHER, PARALLEL)
PEEK = "/peek"


class DocumentPanes:
    """The texts of one document. ``other`` is there only while two texts are not locked together."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen
        self.source = ParallelView(id="source")
        self.other = TextView(id="other")
        self.summary = TextView(id="summary", by_block=True)
        self.item: Item | None = None
        self.mode = OWN
        self.locked = True
        self.selected: set[str] = set()
        """The ids of the claims that were selected for printing."""
        self._peeked: str | None = None

    def views(self, measure: int) -> list[TextView]:
        """The panes for texts, from left to right; ``other`` joins them when it is first needed."""
        for view in (self.source, self.other, self.summary):
            view.measure = measure
        return [self.source, self.summary]

    def shown(self) -> list[TextView]:
        """The panes that hold a text now, from left to right."""
        return [self.source, *([] if self.locked else [self.other]), self.summary]

    # Which text.

    def show(self, item: Item, source: Anchor | None) -> None:
        """Show a document, its text at a place or at its start."""
        if item != self.item:
            self._peeked = None
            self.selected = set()
        self.item = item
        if not item.known and self.mode != OWN:
            self.mode, self.locked = OWN, True
        self._fill(keep=False, source=source)

    def resume(self, mode: str) -> None:
        """Show the text, or both, as at the last start."""
        self.mode = mode if mode in MODES else OWN

    def complete(self, key: str, document: Document) -> None:
        """A long file was read to its end: show all of it, at the place where one is."""
        self.screen.reader.reading.complete(key, document)
        if self.item is not None and self.item.key == key:
            self.item = self.screen.reader.reading.item(key)
            self._fill(keep=True)

    def retranslate(self) -> None:
        """Show the same places in the language that the interface has now."""
        if self.item is not None:
            self._fill(keep=True)

    def view(self) -> DocumentView | None:
        """The document in the source pane, in the language in which it is shown."""
        if self.item is None:
            return None
        return self.screen.reader.reading.view(self.item, self._language())

    def _language(self) -> str:
        return self._other() if self.mode == OTHER else messages.language()

    def _other(self) -> str:
        """The other language: the document's own where another is shown, else the next there is."""
        shown = messages.language()
        own = self.item.document.language if self.item is not None else shown
        return own if own != shown else next((c for c in locales.languages() if c != shown), shown)

    def _has_other(self) -> bool:
        if self.item is not None and not self.item.known:
            self.screen.reader.tell(_("This article has no translation."))
        return self.item is not None and self.item.known

    def cycle(self) -> bool:
        """Go on to the next of the three ways to show the text. False: there is only one."""
        if not self._has_other():
            return False
        self.mode = MODES[(MODES.index(self.mode) + 1) % len(MODES)]
        self.locked, self._peeked = True, None
        self._fill(keep=True)
        return True

    def lock(self, *, wide: bool) -> bool:
        """Lock the two texts together by paragraph, or let each move by itself. False: not now."""
        if self.mode != PARALLEL:
            self.screen.reader.tell(_("There is one text only: v shows two of them."))
            return False
        if self.locked and not wide:
            self.screen.reader.tell(_("Two texts that move by themselves need a wider screen."))
            return False
        self.locked = not self.locked
        place = self.source.place
        self._fill(keep=True, source=place)
        return True

    def peek(self) -> None:
        """Show the paragraph under the cursor in its other language, below it; or hide it again."""
        if self.mode == PARALLEL or not self._has_other():
            return
        cursor = (self.source.cursor or "").removesuffix(PEEK)
        self._peeked = None if cursor == self._peeked else cursor
        self._fill(keep=True)

    def select_claim(self) -> bool:
        """Select the claim under the summary's cursor, or deselect it. False: it is on no claim."""
        own = self.item.document.summary if self.item is not None else None
        claim = self.summary.cursor
        if own is None or claim is None or claim not in {c.id for c in own.claims}:
            return False
        self.selected ^= {claim}
        marker = SELECTED if claim in self.selected else ITEM
        blocks = self.summary.blocks
        self.summary.show(
            [b._replace(marker=marker) if b.id == claim else b for b in blocks], keep=True
        )
        self._title_summary()
        self.screen.renew_finds()
        return True

    def _title_summary(self) -> None:
        title, n = _("Summary"), len(self.selected)
        if n:
            title += " · " + ngettext("{n} claim selected", "{n} claims selected", n).format(n=n)
        self.summary.border_title = title

    # Filling the views.

    def _fill(self, *, keep: bool, source: Anchor | None = None) -> None:
        assert self.item is not None
        reading = self.screen.reader.reading
        dossier = reading.in_language(messages.language())
        own = reading.view(self.item, messages.language())
        blocks = self._blocks(self._language())
        shown = self.view() or own
        if self.mode != PARALLEL:
            self.source.show(self._with_peek(blocks), anchor=source, keep=keep)
        elif self.locked:
            self.source.show_pair(blocks, self._beside(), anchor=source, keep=keep)
        else:
            self.source.show(blocks, anchor=source, keep=keep)
            if not self.other.is_attached:
                self.screen.mount(self.other, after=self.source)
            self.other.show(self._blocks(self._other()), anchor=source or self.source.place)
            self.other.border_title = self._title(reading.view(self.item, self._other()))
        self.source.border_title = _("Parallel text") if self._pairs() else self._title(shown)
        self.summary.show(summary_blocks(own, dossier, self.selected), keep=keep)
        self._title_summary()
        self.link_mentions()
        self.screen.renew_finds()

    def _pairs(self) -> bool:
        return self.mode == PARALLEL and self.locked

    @staticmethod
    def _title(view: DocumentView) -> str:
        return f"{_('Source')} · {_(TEXTS[view.text.kind])}"

    def _blocks(self, language: str) -> list[Block]:
        assert self.item is not None
        reading = self.screen.reader.reading
        names = reading.in_language(messages.language())
        return source_blocks(reading.view(self.item, language), names)

    def _beside(self) -> list[Block]:
        """The other text as it stands beside the first one: what is about both is said once."""
        return [block for block in self._blocks(self._other()) if block.role != "meta"]

    def _with_peek(self, blocks: list[Block]) -> list[Block]:
        if self._peeked is None or self.item is None:
            return blocks
        language = messages.language() if self.mode == OTHER else self._other()
        view = self.screen.reader.reading.view(self.item, language)
        texts = {p.id: p.text for p in view.paragraphs}
        out = []
        for block in blocks:
            out.append(block)
            if block.id == self._peeked and block.id in texts:
                indent = len(block.marker) + 1
                out.append(Block(block.id + PEEK, texts[block.id], "note", "↳", indent, gap=0))
        return out

    def link_mentions(self) -> None:
        """Underline the mentions in every pane; those of a long text come from a worker."""
        reader = self.screen.reader
        if self.item is None or not reader.has_reading or reader.reading.matcher is None:
            return
        for view in self.shown():
            blocks = view.blocks
            if sum(len(block.text) for block in blocks) > IMMEDIATE:
                reader.find_mentions(view, blocks)
            else:
                found = reader.reading.mentions([block.text for block in blocks])
                view.set_spans(with_mentions(blocks, found))


def paragraph_of(block: str | None) -> str:
    """The paragraph that a block of any text view belongs to."""
    return first_id((block or "").removesuffix(PEEK))
