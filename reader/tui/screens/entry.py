"""The popup of a glossary entry; an entry opened from it replaces it on a stack."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType

from reader.language import messages
from reader.language.messages import _
from reader.library.collection import Collection
from reader.model import Entry
from reader.tui import mention_search
from reader.tui.entry_blocks import entry_blocks
from reader.tui.keys import commands
from reader.tui.keys.names import key_name
from reader.tui.mention_search import Searched
from reader.tui.notices import Copied
from reader.tui.presenters import with_mentions
from reader.tui.screens.modal import ReaderModal
from reader.tui.screens.own_entries import WithOwnEntries
from reader.tui.session import Session
from reader.tui.widgets.blocks import Anchor, Block
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from reader.tui.screens.search import Place


class EntryScreen(WithOwnEntries, ReaderModal[str | None]):
    """Shows an entry; returns the ``document#paragraph`` of a mention, or ``None``."""

    PARTS = commands.SCREENS["entry"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)
    CSS_PATH = "entry.tcss"
    view = getters.query_one(TextView)

    def __init__(
        self, session: Session, collection: Collection, entry: str, also: tuple[str, ...] = ()
    ) -> None:
        super().__init__(session)
        self.also = {entry: also}
        """By the entry that the popup was opened with, the others that its mention may name."""
        self.collection = collection
        self.entry = entry
        self.trail: list[tuple[str, Anchor | None]] = []
        self._searched: Searched | None = None
        """How far the search for mentions is; ``None``: all are known."""

    def compose(self) -> ComposeResult:
        yield TextView(measure=76, id="entry")
        yield KeyBar(self.session, *self.PARTS)

    def on_mount(self) -> None:
        self._show()
        self.view.focus()

    def retranslate(self) -> None:
        super().retranslate()
        self._show()

    def _show(self, anchor: Anchor | None = None, *, keep: bool = True) -> None:
        collection = self.collection
        dossier = collection.in_language(messages.language())
        entry = dossier.entry(self.entry)
        if entry is None:
            return
        if self._searched is None or self._searched.entry != self.entry:
            self._searched = mention_search.begin(self, collection, self.entry)
        known = collection.occurrences if self._searched is None else collection.mentioned.known
        found = known(self.entry, dossier.shown_in)
        keys = dict.fromkeys(o.document for o in found)
        titles = {key: collection.title(key, dossier.shown_in) for key in keys}
        blocks = entry_blocks(
            entry, dossier, found, titles, self.also.get(self.entry, ()), how=self._how()
        )
        if self._searched is not None:
            blocks.append(Block("searched", self._searched.text, "meta"))
        definition = [b.text if b.id == "definition" else "" for b in blocks]
        mentions = collection.mentions(definition, at_home=True)
        spans = with_mentions(blocks, mentions, but=self.entry)
        self.view.show([b._replace(spans=spans[b.id]) for b in blocks], anchor=anchor, keep=keep)

    def on_searched(self, event: Searched) -> None:
        event.stop()
        if self._searched is not None and event.entry == self.entry:
            self._searched = None if event.is_done else event
            self._show(self.view.place)

    def _how(self) -> str:
        """Return by which keys an entry of the reader's own is changed and removed."""
        keys = (
            self.session.keys_of(commands.BY_ID[id])[0] for id in ("edit_entry", "remove_entry")
        )
        edit, remove = map(key_name, keys)
        return _("{edit} changes it, {remove} removes it").format(edit=edit, remove=remove)

    def shown_entry(self) -> Entry | None:
        return self.collection.entry(self.entry, messages.language())

    def was_removed(self, _entry: Entry) -> None:
        """Go on to where the popup was opened from: an entry before it, or what is below."""
        self.trail = [(id, at) for id, at in self.trail if self.collection.source.entry(id)]
        self.do_entry_back()

    def on_text_view_activated(self, event: TextView.Activated) -> None:
        event.stop()
        if event.span is None:
            return
        if event.span.kind == "link":
            self.dismiss(event.span.target)
        elif self.collection.source.entry(event.span.target) is not None:
            self.trail.append((self.entry, event.view.place))
            self.entry = event.span.target
            self._show(keep=False)

    def do_entry_concordance(self) -> None:
        """Show every line in which the entry stands."""
        from reader.tui.screens.lines import LinesScreen

        self.open_screen(LinesScreen(self.session, self.collection, self.entry), self._went)

    def _went(self, place: Place | None) -> None:
        if place is not None:
            self.dismiss(f"{place.key}#{place.paragraph}")

    def to_copy(self) -> Copied | None:
        from reader.tui.screens.copying import cited_entry

        return cited_entry(self.session, self.collection, self.entry, self.view)

    def do_entry_back(self) -> None:
        """Return to the previous entry, at its place; from the first one, close."""
        if not self.trail:
            self.dismiss(None)
            return
        self.entry, anchor = self.trail.pop()
        self._show(anchor, keep=False)
