"""The search over everything that is open: paragraphs found as one types, the chosen one beside."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from reader.errors import ReaderError
from reader.language import dates, interface, messages
from reader.language.locales import language_title
from reader.language.messages import _, ngettext
from reader.library.collection import Collection
from reader.library.search import Hit
from reader.library.searching import Found
from reader.library.snippets import Ranges, snippet
from reader.tui.keys import commands
from reader.tui.screens.picker import Picker
from reader.tui.session import Session
from reader.tui.widgets.blocks import Block
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.line_field import LineField
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.rows import Row
from reader.tui.widgets.text_view import TextView

LIMIT = 40
"""Hits that are listed."""

_IN_ROW, _BEFORE = 90, 20
"""Characters of a row, and of those what stands before what was found."""
_TEXT = "text"
"""The block of the preview that has the paragraph."""


class Place(NamedTuple):
    """What one chose to go to, and what lights all that the query finds there."""

    key: str
    paragraph: str
    language: str
    query: str
    lit: Callable[[Sequence[str]], Sequence[Ranges]]


class HitsFound(Message):
    """A worker has searched for what was typed, the ``turn``-th time: hits, or what is wrong."""

    def __init__(self, turn: int, found: Found, titles: Sequence[str], problem: str) -> None:
        super().__init__()
        self.turn = turn
        self.found = found
        self.titles = titles
        self.problem = problem


class SearchScreen(Picker[Place]):
    """Lists paragraphs beside the chosen one; returns where to go."""

    PARTS = commands.SCREENS["search"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)
    CSS_PATH = "search.tcss"
    preview = getters.query_one(TextView)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]  # noqa: RUF012 - Textual declares it so

    def __init__(self, session: Session, collection: Collection, query: str = "") -> None:
        super().__init__(session)
        self.collection = collection
        self._query = query
        self._turn = 0
        self._hits: dict[str, Hit] = {}
        self._rows: list[Row] = []

    def compose(self) -> ComposeResult:
        with Vertical(id="search"):
            yield LineField(compact=True)
            yield Static(id="found", markup=False)
            with Horizontal():
                yield RowList(title_lines=2, id="rows")
                yield TextView(measure=72, id="preview")
        yield KeyBar(self.session, *self.PARTS)

    def on_mount(self) -> None:
        if self._query:
            with self.prevent(Input.Changed):
                self.field.value = self._query
            self.field.select_all()
        super().on_mount()
        self._search()

    def placeholder(self) -> str:
        return _("Words in any form, in any article…")

    def retranslate(self) -> None:
        super().retranslate()
        self._search()

    def rows(self, query: str) -> list[Row]:
        return self._rows if query.strip() else []

    # Searching.

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._search()

    def _search(self) -> None:
        """Search in a worker; of what is typed meanwhile only the last is shown."""
        self._turn += 1
        turn, query, language = self._turn, self.field.value, messages.language()
        if not query.strip():
            self.workers.cancel_group(self, "search")
            self._show(Found(()), (), "")
            return
        collection = self.collection

        def work() -> None:
            worker = get_current_worker()
            found, titles, problem = Found(()), [], ""
            try:
                found = collection.search(
                    query, language, LIMIT, typing=True, stop=lambda: worker.is_cancelled
                )
                titles = [collection.title(hit.document, hit.language) for hit in found.hits]
            except ReaderError as error:
                problem = "\n".join(map(interface.describe, error.problems))
            if not worker.is_cancelled:
                self.post_message(HitsFound(turn, found, titles, problem))

        self.run_worker(work, thread=True, group="search", exclusive=True)

    def on_hits_found(self, event: HitsFound) -> None:
        event.stop()
        if event.turn == self._turn:
            self._show(event.found, event.titles, event.problem)

    def _show(self, found: Found, titles: Sequence[str], problem: str) -> None:
        language = messages.language()
        self._hits = {str(n): hit for n, hit in enumerate(found.hits)}
        self._rows = [
            Row(id, _shown(hit), f"{title} · {hit.paragraph}", _mark(hit, language))
            for (id, hit), title in zip(self._hits.items(), titles, strict=True)
        ]
        self.row_list.show(self._rows)
        self.query_one("#found", Static).update(problem or self._told(found))
        self._show_preview()

    def _told(self, found: Found) -> str:
        """Return how many hits there are, or what can be asked for."""
        query = self.field.value.strip()
        if not query:
            return _("What can be asked for:")
        if not found.hits:
            return _("Nothing is found: “{query}”").format(query=query)
        n = len(found.hits)
        if found.more:
            text = ngettext(
                "{n} paragraph, and there is more", "{n} paragraphs, and there is more", n
            )
        else:
            text = ngettext("{n} paragraph", "{n} paragraphs", n)
        return text.format(n=dates.number(n, messages.language()))

    # The chosen one.

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        event.stop()
        self._show_preview()

    def _show_preview(self) -> None:
        row = self.row_list.current
        hit = self._hits.get(row.id) if row is not None else None
        if row is None or hit is None:
            self.preview.show([] if self.field.value.strip() else _examples(), keep=False)
            self.preview.show_matches({})
            return
        blocks = [Block("title", row.note, "heading"), Block(_TEXT, hit.text)]
        self.preview.show(blocks, keep=False)
        ranges = hit.found or (hit.marks if hit.in_title else ())
        if ranges:
            self.preview.show_matches({_TEXT: ranges}, (_TEXT, 0))
        else:
            self.preview.show_matches({})

    def picked(self, row: Row) -> None:
        hit = self._hits.get(row.id)
        query = self.field.value
        if hit is None:
            return
        lit = self.collection.lighter(query, typing=True)
        self.dismiss(Place(hit.document, hit.paragraph, hit.language, query, lit))


def _examples() -> list[Block]:
    """Return what a query may have, where nothing is typed yet."""
    every = (
        _("port treaty — both words, in any form"),
        _("“working group” — these words in this order"),
        _("energ* — words that begin so"),
        _("-treaty — not in articles that have it"),
        _("after:2025-12 before:2026 — published from then on, before then"),
        _("publisher:Trend, lang:ru — by one publisher, in one language"),
        _("entry:charter — a term under any of its names"),
    )
    return [Block(f"example-{n}", text, gap=0) for n, text in enumerate(every)]


def _shown(hit: Hit) -> str:
    """Return what a row has room for of what was found."""
    found = hit.marks if hit.in_title else hit.found
    return snippet(hit.text, found, _IN_ROW, _BEFORE).text


def _mark(hit: Hit, language: str) -> str:
    """Return the language of what was found, where that is not the reader's."""
    return "" if hit.language == language else language_title(hit.language, language)
