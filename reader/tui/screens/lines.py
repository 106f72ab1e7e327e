"""A concordance: every line in which an entry stands, one below the other, sorted by what follows."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from reader.language import dates, messages
from reader.language.messages import _, ngettext
from reader.language.words import fold
from reader.library.collection import Collection
from reader.library.concordance import Line, lines
from reader.library.search import Hit
from reader.tui.keys import commands
from reader.tui.screens.picker import Picker
from reader.tui.screens.search import Place
from reader.tui.session import Session
from reader.tui.widgets.cells import cell_len
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.line_field import LineField
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.rows import Row

_SPACE = "\u00a0"
"""A space that wrapping leaves where it is: lines are aligned by it."""
_LEAST = 10
_LEAST_BESIDE = 40
"""Cells of a line that has its place beside it."""


class LinesFound(Message):
    """A worker has found where the entry stands."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        super().__init__()
        self.hits = hits


class LinesScreen(Picker[Place]):
    """Lists the lines of an entry, filtered as one types; returns where to go."""

    PARTS = commands.SCREENS["lines"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS, priority=("sort_lines",))
    CSS_PATH = "lines.tcss"

    def __init__(self, session: Session, collection: Collection, entry: str) -> None:
        super().__init__(session)
        self.collection = collection
        self.entry = entry
        self._hits: Sequence[Hit] | None = None
        self._precedes = False
        """Lines are sorted by what precedes."""
        self._lines: dict[str, Line] = {}

    def compose(self) -> ComposeResult:
        with Vertical(id="lines"):
            yield LineField(compact=True)
            yield Static(id="found", markup=False)
            yield RowList(id="rows")
        yield KeyBar(self.session, *self.PARTS)

    def on_mount(self) -> None:
        super().on_mount()
        collection, query = self.collection, self._query
        language = messages.language()

        def work() -> None:
            self.post_message(LinesFound(collection.search(query, language).hits))

        self.run_worker(work, thread=True, group="lines")

    @property
    def _query(self) -> str:
        return f"entry:{self.entry}"

    def on_lines_found(self, event: LinesFound) -> None:
        event.stop()
        self._hits = event.hits
        self.retranslate()

    def on_resize(self) -> None:
        self.call_after_refresh(self.retranslate)

    def placeholder(self) -> str:
        return _("Only lines with these words…")

    def rows(self, query: str) -> list[Row]:
        language = messages.language()
        entry = self.collection.entry(self.entry, language)
        name = entry.name(language) if entry is not None else self.entry
        if self._hits is None:
            self._say(name)
            return []
        every = lines(self._hits, "before" if self._precedes else "after", language)
        words = fold(query).split()
        shown = [line for line in every if _has(line, words)]
        self._lines = {str(n): line for n, line in enumerate(shown)}
        n = len(shown)
        count = ngettext("{n} line", "{n} lines", n).format(n=dates.number(n, language))
        self._say(f"{name} · {count}")
        # Beside a title are a cell on either side, two before its end, and a scrollbar.
        width = self.row_list.size.width - 6
        margin = max((cell_len(_place(line)) for line in shown), default=0)
        if width - margin < _LEAST_BESIDE:
            margin = 0
        return [self._row(id, line, width - margin, margin > 0) for id, line in self._lines.items()]

    def _say(self, text: str) -> None:
        self.query_one("#found", Static).update(text)

    @staticmethod
    def _row(id: str, line: Line, width: int, with_place: bool) -> Row:
        """Return a row of so many cells, in which what is found stands where it does in others."""
        room = max(3 * _LEAST, width)
        left = max(_LEAST, room * 2 // 5)
        before = line.before[-left:]
        while cell_len(before) > left:
            before = before[1:]
        text = f"{_SPACE * (left - cell_len(before))}{before}{line.hit}{line.after}"
        while cell_len(text) > room:
            text = text[:-1]
        return Row(id, text.replace(" ", _SPACE), "", _place(line) if with_place else "")

    def picked(self, row: Row) -> None:
        line = self._lines.get(row.id)
        if line is not None:
            lit = self.collection.lighter(self._query)
            self.dismiss(Place(line.document, line.paragraph, line.language, self._query, lit))

    def do_sort_lines(self) -> None:
        """Sort by what precedes, or by what follows again."""
        self._precedes = not self._precedes
        self.retranslate()


def _place(line: Line) -> str:
    return f"{line.document} {line.paragraph}"


def _has(line: Line, words: Sequence[str]) -> bool:
    text = fold(f"{line.before}{line.hit}{line.after} {line.document}")
    return all(word in text for word in words)
