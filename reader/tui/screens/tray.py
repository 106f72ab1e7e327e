"""The tray: the selected claims of all documents, with what they cite."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType

from reader.briefings.citation import Cited, source_line
from reader.errors import ReaderError
from reader.kept.tray import Selected, Tray, by_document
from reader.language import messages
from reader.language.messages import _
from reader.library.collection import Collection
from reader.tui.keys import commands
from reader.tui.notices import notify_warning
from reader.tui.presenters import summary_blocks
from reader.tui.screens.captions import failure_text
from reader.tui.screens.modal import ReaderModal
from reader.tui.session import Session
from reader.tui.widgets.blocks import Block
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.text_view import TextView

PASSAGE = "#"


class Chosen(NamedTuple):
    """Where to go from the tray: a claim, a ``document#paragraph``, or to printing."""

    claim: Selected | None = None
    passage: str = ""
    prints: bool = False


class TrayScreen(ReaderModal[Chosen]):
    """Lists the selected claims by document; returns where to go."""

    PARTS = commands.SCREENS["tray"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)
    CSS_PATH = "tray.tcss"
    view = getters.query_one(TextView)

    def __init__(self, session: Session, collection: Collection, tray: Tray) -> None:
        super().__init__(session)
        self.collection = collection
        self.tray = tray
        self._claims: dict[str, Selected] = {}
        """By the ids of their blocks."""

    def compose(self) -> ComposeResult:
        yield TextView(measure=84, by_block=True, id="tray")
        yield KeyBar(self.session, *self.PARTS)

    def on_mount(self) -> None:
        self.retranslate()
        self.view.focus()

    def retranslate(self) -> None:
        super().retranslate()
        self._claims = {}
        self.view.border_title = _("Selected claims")
        self.view.show(self._blocks(), keep=True)

    def kept_changed(self) -> None:
        self.retranslate()

    def _blocks(self) -> list[Block]:
        selected = by_document(self.tray.values())
        if not selected:
            text = _(
                "No claim is selected. In a summary, the key + selects the claim under the cursor."
            )
            return [Block("none", text, "note")]
        blocks: list[Block] = []
        for key in sorted(selected, key=self._order):
            blocks += self._of(key, selected[key])
        return blocks

    def _order(self, key: str) -> tuple[bool, int]:
        at = self.collection.position(key)
        return at is None, at or 0

    def _of(self, key: str, claims: frozenset[str]) -> list[Block]:
        """Return the selected claims of one document, under its title and source."""
        collection, language = self.collection, messages.language()
        left = set(claims)
        blocks = []
        if collection.position(key) is not None:
            view, dossier = collection.view(key, language), collection.head(language)
            shown = [b for b in summary_blocks(view, dossier) if b.id in left and b.role == "claim"]
            if shown:
                source = source_line(
                    Cited(view.document, "summary", language, dossier.title), language
                )
                blocks.append(Block(f"{key}/title", view.document.title, "heading"))
                blocks.append(Block(f"{key}/source", source, "meta", gap=0))
            for block in shown:
                left.remove(block.id)
                spans = tuple(
                    span._replace(kind="link", target=f"{key}{PASSAGE}{span.target}")
                    for span in block.spans
                    if span.kind == "citation"
                )
                blocks.append(self._claim(Selected(key, block.id), block._replace(spans=spans)))
        if left:
            blocks.append(Block(f"{key}/gone", _("Not in the dossier any more"), "heading"))
        for id in sorted(left):
            block = Block(id, f"{key}, {id}", "claim", "?", gap=0)
            blocks.append(self._claim(Selected(key, id), block))
        return blocks

    def _claim(self, selected: Selected, block: Block) -> Block:
        id = f"{selected.document}/claim/{selected.claim}"
        self._claims[id] = selected
        return block._replace(id=id)

    def on_text_view_activated(self, event: TextView.Activated) -> None:
        event.stop()
        if event.span is not None:
            self.dismiss(Chosen(passage=event.span.target))
        elif (claim := self._claims.get(event.block_id)) is not None:
            self.dismiss(Chosen(claim))

    def do_remove(self) -> None:
        claim = self._claims.get(self.view.cursor or "")
        if claim is None:
            return
        order = list(self._claims)
        at = order.index(str(self.view.cursor))
        try:
            self.session.log.do(self.tray, claim, None)
        except ReaderError as error:
            notify_warning(self, failure_text(error))
        self.session.kept_changed.publish(None)
        left = list(self._claims)
        if left:
            self.view.go_to(left[min(at, len(left) - 1)])

    def do_print_tray(self) -> None:
        if self._claims:
            self.dismiss(Chosen(prints=True))
