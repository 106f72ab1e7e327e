"""What the main screen does with the reader's own articles: adding and removing them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.message import Message

from reader import storage
from reader.dossiers.own_places import is_own
from reader.errors import ReaderError
from reader.language import messages
from reader.language.messages import _
from reader.library.collection import Collection
from reader.library.own.changes import OwnFile, OwnFiles
from reader.library.own.shelf import OwnArticles
from reader.tui.keys import commands
from reader.tui.keys.names import key_name
from reader.tui.notices import notify_warning
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.captions import failure_text
from reader.tui.screens.navigation import Navigator
from reader.tui.session import Session

if TYPE_CHECKING:
    from reader.tui.screens.adding import Added


class OwnRemoved(Message):
    """A worker has removed an article, or says why it could not be."""

    def __init__(self, own: OwnArticles, title: str, error: ReaderError | None) -> None:
        super().__init__()
        self.own = own
        self.title = title
        self.error = error


class Shelved(Protocol):
    """What is asked of the screen."""

    def take_own(self, own: OwnArticles) -> None:
        """Show the reader's own articles as they are now."""
        ...

    def enter_pane(self, pane: str) -> None:
        """Focus a pane by its id."""
        ...


class OwnShelf:
    """Adds and removes own articles on a screen; made at its first use."""

    def __init__(
        self,
        session: Session,
        collection: Collection,
        screen: CommandScreen,
        panes: Shelved,
        navigator: Navigator,
    ) -> None:
        self._session = session
        self._collection = collection
        self._screen = screen
        self._panes = panes
        self._navigator = navigator
        self._files = OwnFiles()

    # Adding.

    def add(self, name: str = "") -> None:
        """Open the window in which articles are added."""
        from reader.tui.screens.adding import AddScreen

        screen = AddScreen(self._session, self._collection, self._panes.take_own, name)
        self._screen.open_screen(screen, self._show_added)

    def _show_added(self, added: Added | None) -> None:
        if added is None:
            return
        self._screen.notify(added.said, markup=False)
        if added.key:
            self._navigator.open(added.key)
            self._panes.enter_pane("source")

    # Removing.

    def remove(self, key: str) -> None:
        """Have a worker remove an article, which can be undone."""
        if not is_own(key):
            text = _("Only articles of your own can be removed, and this is not one.")
            self._screen.notify(text, markup=False)
            return
        path = self._collection.path(key)
        if path is None:
            return
        name = str(path.relative_to(storage.data_home()))
        file = OwnFile(name, self._collection.title(key, messages.language()))
        self._screen.run_worker(partial(self._remove, file), thread=True, group="shelf")

    def _remove(self, file: OwnFile) -> None:
        error = None
        try:
            self._session.log.do(self._files, file, None)
        except ReaderError as wrong:
            error = wrong
        self._screen.post_message(OwnRemoved(self._collection.own.reopened(), file.title, error))

    def tell(self, removed: OwnRemoved) -> None:
        """Say that an article was removed, or why it was not."""
        if removed.error is not None:
            notify_warning(self._screen, failure_text(removed.error))
            return
        key = key_name(self._session.keys_of(commands.BY_ID["undo"])[0])
        text = _("The article “{title}” is removed; {key} brings it back.")
        self._screen.notify(text.format(title=removed.title, key=key), markup=False)
