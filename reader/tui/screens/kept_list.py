"""Windows that list what is kept: marks and recent files."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from reader.errors import ReaderError
from reader.kept.marks import WORDS, Mark
from reader.kept.places import ReadFile
from reader.language import messages
from reader.language.keyboard import in_other_layouts
from reader.language.messages import _
from reader.language.sanitize import sanitize_line
from reader.language.words import fold
from reader.library.collection import Collection
from reader.tui.keys import commands
from reader.tui.notices import notify_warning
from reader.tui.screens.captions import failure_text
from reader.tui.screens.marking import MarkBook
from reader.tui.screens.picker import Picker
from reader.tui.session import Session
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.line_field import LineField
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.rows import Row


class KeptList(Picker[str]):
    """Rows that can be removed; returns the id of the chosen one."""

    CSS_PATH = "kept_list.tcss"

    def compose(self) -> ComposeResult:
        with Vertical(id="kept"):
            yield LineField(compact=True)
            yield RowList(gap=1, id="rows")
        yield KeyBar(self.session, *self.PARTS)

    def kept_changed(self) -> None:
        self.retranslate()

    def picked(self, row: Row) -> None:
        if row.id:
            self.dismiss(row.id)

    def do_remove(self) -> None:
        row = self.row_list.current
        if row is None or not row.id:
            return
        at = self.row_list.highlighted
        try:
            self.remove_row(row.id)
        except ReaderError as error:
            notify_warning(self, failure_text(error))
        self.session.kept_changed.publish(None)
        self.row_list.select(min(at, len(self.row_list.rows) - 1))

    def remove_row(self, id: str) -> None:
        """Remove what a row stands for. Raises :class:`ReaderError` where that can't be."""
        raise NotImplementedError


class MarksScreen(KeptList):
    """Lists the marks; a letter goes to its mark at once."""

    PARTS = commands.SCREENS["marks"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS, priority=("remove",))

    def __init__(self, session: Session, collection: Collection, marks: MarkBook) -> None:
        super().__init__(session)
        self.collection = collection
        self.marks = marks

    def placeholder(self) -> str:
        return _("The letter of a mark…")

    def rows(self, query: str) -> list[Row]:
        marks = sorted(self.marks.all(), key=lambda mark: mark.letter.casefold())
        if query.strip():
            text = _("There is no mark {letter}.").format(letter=query.strip())
            return [Row("", text)]
        return [self._row(mark) for mark in marks] or [
            Row("", _("There are no marks. The key m and a letter mark a place."))
        ]

    def _row(self, mark: Mark) -> Row:
        title, where, words = mark.title, "", mark.words
        key = self.marks.key_of(mark)
        if key is not None:
            language = messages.language()
            title = self.collection.title(key, language)
            where, words = _described(self.collection, key, mark)
        note = " · ".join(filter(None, (where, title)))
        return Row(mark.letter, f"{mark.letter} · {words or title}", note)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Go to the mark that the key stands for, in whatever layout it was typed."""
        letters = event.value.strip()[:1]
        known = {mark.letter for mark in self.marks.all()}
        for letter in (letters, *in_other_layouts(letters)):
            for case in (letter, letter.upper() if letters.isupper() else letter):
                if case in known:
                    event.stop()
                    self.dismiss(case)
                    return
        super().on_input_changed(event)

    def remove_row(self, id: str) -> None:
        self.marks.remove(id)


def _described(collection: Collection, key: str, mark: Mark) -> tuple[str, str]:
    """Return where a mark stands and the first words there, as they are shown now."""
    view = collection.view(key, messages.language())
    if mark.pane == "summary":
        summary = view.document.summary
        claims = {claim.id: claim.text for claim in summary.claims} if summary else {}
        return _("Summary"), claims.get(mark.cursor, mark.words)[:WORDS]
    numbers, texts = view.text.numbers(), {p.id: p.text for p in view.paragraphs}
    where = ""
    if mark.cursor in numbers:
        where = _("paragraph {n}").format(n=numbers[mark.cursor])
    return where, texts.get(mark.cursor, mark.words)[:WORDS]


class RecentScreen(KeptList):
    """Lists the files that were read last; returns the path of the chosen one."""

    PARTS = commands.SCREENS["recent"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS, priority=("remove",))

    def placeholder(self) -> str:
        return _("A file by its name or title…")

    def rows(self, query: str) -> list[Row]:
        wanted = fold(query).split()
        found = []
        for read in reversed(self.session.files.values()):
            shown = f"{read.title} {read.path}"
            if all(word in fold(shown) for word in wanted):
                found.append(Row(read.path, *_named(read)))
        if found:
            return found
        if wanted:
            return [Row("", _("No file that was read has these words in its name."))]
        return [Row("", _("No file has been read yet. “reader FILE” opens one."))]

    def remove_row(self, id: str) -> None:
        files = self.session.files
        if (read := files.get(id)) is not None:
            self.session.log.do(files, read, None)


def _named(read: ReadFile) -> tuple[str, str]:
    """Return the title of a file that was read, and its path, in which the home is ``~``."""
    return read.title or sanitize_line(Path(read.path).name), sanitize_line(with_home(read.path))


def with_home(path: str) -> str:
    """Return a path in which the reader's home is ``~``."""
    home = Path.home()
    return f"~/{Path(path).relative_to(home)}" if Path(path).is_relative_to(home) else path
