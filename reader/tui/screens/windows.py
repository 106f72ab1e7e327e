"""What opens over the main screen: an entry, the glossary, a new entry, the print dialog, a page.

It knows what is shown and selected there, and is made when the first of them is opened.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from reader.language import interface
from reader.language.messages import _
from reader.library.collection import Collection
from reader.tui.notices import notify_warning
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.document_panes import DocumentPanes
from reader.tui.screens.navigation import Navigator
from reader.tui.session import Session
from reader.tui.widgets.blocks import Span
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from reader.tui.screens.dictionary import LookedUp
    from reader.tui.screens.search import Place

_MOST_WORDS = 12
"""Words of a selection that may be a term."""


class Windows:
    """Opens screens over ``screen``, and goes where one chose to go in them."""

    def __init__(
        self,
        session: Session,
        collection: Collection,
        screen: CommandScreen,
        texts: DocumentPanes,
        navigator: Navigator,
    ) -> None:
        self._session = session
        self._collection = collection
        self._screen = screen
        self._texts = texts
        self._navigator = navigator

    def _open(self, screen: Screen[Any]) -> None:
        self._screen.open_screen(screen, self._navigator.go_to)

    # The glossary.

    def open_mentioned(self, view: TextView, block_id: str, span: Span) -> None:
        """Open the entry that stands at a place of a text, and tell how it was read there."""
        text = next((block.text for block in view.blocks if block.id == block_id), "")
        word = text[span.start : span.end]
        self.open_entry(span.target, word)
        if span.kind == "mention":
            self._tell_alphabets(word)

    def open_entry(self, id: str, word: str = "") -> None:
        """Open the popup of an entry, where the glossary has it.

        ``word``: the mention that it is opened from, which may name other entries as well.
        """
        if self._collection.source.entry(id) is not None:
            from reader.tui.screens.entry import EntryScreen

            also = self._collection.others_named(word, id)
            self._open(EntryScreen(self._session, self._collection, id, also))

    def _tell_alphabets(self, text: str) -> None:
        """Tell which words of a mention have letters of two alphabets."""
        from reader.language.alphabets import readings

        for word, reading in readings(text).items():
            message = _("“{word}” has letters of two alphabets. It is read as “{reading}”.")
            self._screen.notify(message.format(word=word, reading=reading), markup=False)

    def open_glossary(self, query: str | None = None) -> None:
        """Open the glossary with what is looked up: ``query``, or what is selected."""
        from reader.tui.screens.glossary import GlossaryScreen

        query = self._selected_words() if query is None else query
        self._open(GlossaryScreen(self._session, self._collection, query))

    def open_new_entry(self) -> None:
        """Open a new entry of the reader's own, with what is selected as its term."""
        from reader.tui.screens.new_entry import NewEntryScreen, begun

        draft = begun(self._selected_words())
        self._screen.open_screen(NewEntryScreen(self._session, self._collection, draft))

    def _selected_words(self) -> str:
        """Return what is selected in a text, where it is short enough to be a term; else ""."""
        shown = self._texts.shown()
        selected = next((view.selected for view in shown if view.selected is not None), None)
        words = selected[0].split() if selected is not None else []
        return " ".join(words) if len(words) <= _MOST_WORDS else ""

    def look_up(self, word: str = "") -> None:
        """Have the command of the configuration look up a word: this, or what is selected."""
        from reader.tui.screens import dictionary

        words = self._session.settings.lookup_command
        word = word or self._selected_words() or self._linked()
        if not words:
            self._screen.notify(_(dictionary.NO_COMMAND), markup=False)
        elif not word:
            self._screen.notify(_("Select a word first, or go to a term."), markup=False)
        else:
            dictionary.look_up(self._screen, words, word)

    def show_answer(self, event: LookedUp) -> None:
        """Show what a command has said of a word, as text."""
        from reader.tui.screens.dictionary import DictionaryScreen

        if event.error is not None:
            for problem in event.error.problems:
                notify_warning(self._screen, interface.describe(problem))
        else:
            screen = DictionaryScreen(self._session, event.word, event.text)
            self._screen.open_screen(screen)

    def _linked(self) -> str:
        """Return the words of the link that is highlighted in a text; else ""."""
        for view in self._texts.shown():
            if (link := view.link) is not None:
                block, span = link
                text = next((b.text for b in view.blocks if b.id == block), "")
                return text[span.start : span.end]
        return ""

    # Search.

    def open_search(self, go: Callable[[Place | None], None], query: str) -> None:
        """Open the search over everything that is open; ``go`` is told what one chose there."""
        from reader.tui.screens.search import SearchScreen

        self._screen.open_screen(SearchScreen(self._session, self._collection, query), go)

    def open_lines(self, entry: str, go: Callable[[Place | None], None]) -> None:
        """Open every line in which an entry stands; ``go`` is told what one chose there."""
        from reader.tui.screens.lines import LinesScreen

        self._screen.open_screen(LinesScreen(self._session, self._collection, entry), go)

    # Printing.

    def open_print(self, key: str, *, selected_first: bool | None = None, file: str = "") -> None:
        """Open the print dialog; it begins with the selected claims or the article ``key``.

        A file's name is filled in there, and the file written at once if it can be. Who reads a
        file of their own hardly means claims selected in the dossier.
        """
        from reader.tui.screens.print import PrintScreen

        if selected_first is None:
            selected_first = self._collection.is_document(key)
        selected = self._texts.tray.values() if self._texts.tray is not None else ()
        screen = PrintScreen(
            self._session,
            self._collection,
            key,
            selected,
            selected_first=selected_first,
            file=file,
        )
        self._screen.open_screen(screen)

    # The browser.

    def browse_article(self) -> None:
        """Open the address of the article that is shown, or say that it is not known."""
        if (view := self._texts.view()) is None:
            return
        if (address := view.document.source.url) is None:
            self._screen.notify(_("The address of this article is not known."), markup=False)
        else:
            self.browse(address)

    def browse(self, address: str) -> None:
        """Open an address in the browser, or say that there is none."""
        from reader.tui.browser import opened

        async def browse() -> None:
            if not await opened(address):
                text = _("No browser could be opened. The address is {address}")
                notify_warning(self._screen, text.format(address=address))

        self._screen.run_worker(browse(), group="browser")
