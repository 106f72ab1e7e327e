"""What the main screen does with what is kept: marks, selected claims, files that were read."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Protocol

from textual.message import Message

from reader.errors import ReaderError
from reader.kept.marks import Mark
from reader.kept.tray import Tray
from reader.language import interface
from reader.language.messages import _
from reader.language.sanitize import sanitize_line
from reader.library.collection import Collection
from reader.model import Problem
from reader.tui.notices import notify_warning
from reader.tui.screens.captions import failure_text
from reader.tui.screens.document_panes import DocumentPanes
from reader.tui.screens.marking import MarkBook, is_file
from reader.tui.screens.navigation import Navigator
from reader.tui.session import Session
from reader.tui.widgets.blocks import Anchor

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from reader.library.sources import Article
    from reader.tui.screens.tray import Chosen


class FileRead(Message):
    """A worker has read a file, to be shown, at a mark or where it was left."""

    def __init__(self, path: str, article: Article, mark: Mark | None) -> None:
        super().__init__()
        self.path = path
        self.article = article
        self.mark = mark


class Keeping(Protocol):
    """What is asked of the screen."""

    @property
    def pane(self) -> str:
        """The id of the pane that has the focus."""
        ...

    def enter_pane(self, pane: str) -> None:
        """Focus a pane by its id."""
        ...

    def list_documents(self) -> None:
        """List the documents anew: there is another one."""
        ...

    def open_print(self, *, selected_first: bool) -> None:
        """Open the print dialog; it begins with the selected claims or this article."""
        ...


class Keeper:
    """Marks, selected claims and files of the main screen; made after the first frame."""

    def __init__(
        self,
        session: Session,
        collection: Collection,
        panes: Keeping,
        texts: DocumentPanes,
        navigator: Navigator,
        *,
        open_screen: Callable[[Screen[Any], Callable[[Any], None]], None],
    ) -> None:
        self._session = session
        self._collection = collection
        self._panes = panes
        self._texts = texts
        self._navigator = navigator
        self._open_screen = open_screen
        self.tray = Tray(collection.source.id)

    @cached_property
    def marks(self) -> MarkBook:
        book = MarkBook(self._session, self._collection)
        book.all()
        self._tell(book.kept.problems)
        return book

    def show_tray(self) -> None:
        """Show in the summary what is selected, as it is in the file."""
        self._texts.tray = self.tray
        self._texts.show_selected()
        self._tell(self.tray.problems)

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        """Tell the first thing that is wrong in a file."""
        for problem in problems[:1]:
            notify_warning(self._texts.source, interface.describe(problem))

    def _say(self, text: str) -> None:
        self._texts.source.notify(text, markup=False)

    # Marks.

    def mark(self, letter: str) -> None:
        """Mark this place with a letter."""
        mark = self.marks.make(letter, self._texts, self._panes.pane)
        if mark is None:
            return
        try:
            self.marks.put(mark)
        except ReaderError as error:
            notify_warning(self._texts.source, failure_text(error))
            return
        self._say(_("This place is marked {letter}.").format(letter=letter))

    def show_marks(self) -> None:
        """List the marks, and go to the one that is chosen."""
        from reader.tui.screens.kept_list import MarksScreen

        screen = MarksScreen(self._session, self._collection, self.marks)
        self._open_screen(screen, self._go_to_mark)

    def _go_to_mark(self, letter: str | None) -> None:
        mark = self.marks.get(letter) if letter is not None else None
        if mark is None:
            return
        key = self.marks.key_of(mark)
        if key is not None:
            self._show_mark(key, mark)
        elif is_file(mark):
            self.open_file(mark.document, mark)
        else:
            text = _("The article of mark {letter} is not there any more.")
            self._say(text.format(letter=mark.letter))

    def _show_mark(self, key: str, mark: Mark) -> None:
        self._navigator.push_location()
        self._navigator.show(key)
        self._panes.enter_pane(mark.pane)
        texts = self._texts
        view, block, cursor = texts.summary, mark.block, mark.cursor
        if mark.pane == "source":
            view = texts.source
            block, cursor = texts.place_in_source(block), texts.place_in_source(cursor)
        shown = {b.id: " ".join(b.text.split()) for b in view.blocks}
        offset = mark.offset
        if mark.words and not shown.get(cursor, "").startswith(mark.words):
            same = (id for id, text in shown.items() if text.startswith(mark.words))
            if (moved := next(same, None)) is not None:  # it has another id now
                block, offset, cursor = moved, 0, moved
        if not view.restore(Anchor(block, offset), cursor) and not view.go_to(cursor):
            text = _("The place of mark {letter} is not there any more.")
            self._say(text.format(letter=mark.letter))

    # Selected claims.

    def show_selected(self) -> None:
        """List the selected claims of all documents."""
        from reader.tui.screens.tray import TrayScreen

        screen = TrayScreen(self._session, self._collection, self.tray)
        self._open_screen(screen, self._leave_tray)

    def _leave_tray(self, chosen: Chosen | None) -> None:
        if chosen is None:
            return
        if chosen.prints:
            self._panes.open_print(selected_first=True)
        elif chosen.passage:
            self._navigator.go_to(chosen.passage)
        elif chosen.claim is not None and self._navigator.has(chosen.claim.document):
            self._navigator.push_location()
            self._navigator.show(chosen.claim.document)
            self._panes.enter_pane("summary")
            self._texts.summary.go_to(chosen.claim.claim)

    # Files.

    def show_files(self) -> None:
        """List the files that were read last, and open the one that is chosen."""
        from reader.tui.screens.kept_list import RecentScreen

        screen = RecentScreen(self._session)
        self._tell(self._session.files.problems)
        self._open_screen(screen, self._open_chosen)

    def _open_chosen(self, path: str | None) -> None:
        if path is not None:
            self.open_file(path)

    def open_file(self, path: str, mark: Mark | None = None) -> None:
        """Show a file, which a worker reads unless it is open already."""
        opened = self._collection.files.paths.items()
        key = next((key for key, known in opened if str(known) == path), None)
        if key is not None:
            self._show_file(key, mark)
            return
        self._say(_("Reading {file}…").format(file=sanitize_line(path)))
        read = partial(self._read, path, mark)
        self._texts.source.run_worker(read, thread=True, group="file", exclusive=True)

    def _read(self, path: str, mark: Mark | None) -> None:
        from reader.library.sources import Files

        article = Files((path,), self._collection.recognise).get(path)
        self._texts.source.post_message(FileRead(path, article, mark))

    def take_file(self, read: FileRead) -> None:
        """Show a file that a worker has read, or say why it can't be."""
        for problem in read.article.problems:
            notify_warning(self._texts.source, interface.describe(problem))
        if read.article.document is None:
            return
        key = self._collection.add_article(read.article.document, read.path)
        self._panes.list_documents()
        self._session.note_files()
        self._texts.replace(key)
        self._show_file(key, read.mark)

    def _show_file(self, key: str, mark: Mark | None) -> None:
        if mark is not None:
            self._show_mark(key, mark)
        else:
            self._navigator.open(key)
            self._panes.enter_pane("source")
