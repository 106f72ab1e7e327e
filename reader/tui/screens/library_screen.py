"""A screen with the list of articles: filtered and grouped, with articles added, removed, and opened.

It has a short method for each command and each message; what they do is done by the objects that it
makes at their first use.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from textual.worker import get_current_worker

from reader import state
from reader.language import dates, interface, messages
from reader.language.messages import _
from reader.language.sanitize import sanitize_line
from reader.model import Problem
from reader.tui.notices import notify_warning
from reader.tui.screens.captions import DocumentRows
from reader.tui.screens.document_panes import DocumentPanes
from reader.tui.screens.navigation import Navigator
from reader.tui.screens.pane_screen import PaneScreen
from reader.tui.session import Session

if TYPE_CHECKING:
    from reader.library.own.shelf import OwnArticles
    from reader.tui.screens.article_list import (
        ArticleList,
        ListChanged,
        ListingRead,
        MentioningFound,
    )
    from reader.tui.screens.own_shelf import OwnRemoved, OwnShelf


class LibraryScreen(PaneScreen):
    """Lists what there is to read, and goes from one article to another; a base of the main screen."""

    def __init__(self, session: Session, texts: DocumentPanes) -> None:
        super().__init__(session, texts)
        self.navigator = Navigator(session, self, texts, self.document_shown)
        self.is_painted = False
        """The first frame is out: now one may read and keep what it did without."""
        self._articles: ArticleList | None = None
        self._shelf: OwnShelf | None = None
        self._own_problems: list[Problem] = []
        """What is wrong in files of own articles, and was told."""

    # What is listed, and which of it is shown.

    def list_documents(self) -> None:
        """List the documents anew: there is another one."""
        if (collection := self.session.collection) is not None:
            if self._articles is not None:
                self._articles.reload()
            if self._articles is None or not self._articles.is_filtered:
                at = collection.position(self.texts.key or "")
                self.documents.show(DocumentRows(collection), at=at or 0)

    def list_again(self, at: int | None = None) -> None:
        """List the documents in the interface's language, as they are now; the place stays.

        Without one, the document ``at`` a place is highlighted.
        """
        collection = self.session.collection
        if collection is None:
            return
        if self._articles is not None:
            self._articles.reload()
        if self._articles is None or not self._articles.is_filtered:
            self.documents.show(DocumentRows(collection), keep=at is None, at=at or 0)

    def name_list(self) -> None:
        """Give the list its title: what it is filtered by."""
        title = f" {_('Articles')} " if self._articles is None else self._articles.title()
        self.documents.border_title = title

    def document_shown(self, key: str) -> None:
        """Take note that a document is shown."""
        collection, articles = self.session.collection, self._articles
        if collection is not None:
            place = collection.position(key) if articles is None else articles.place_of(key)
            if place is not None:
                self.documents.select(place)
        if self.is_painted:
            self.note_opened(key)

    def note_opened(self, key: str) -> None:
        """Keep that an article was opened: it is not new any more."""
        if self._articles is not None:
            self._articles.opened(key)
        self.run_worker(partial(self.session.note_opened, key), thread=True, group="opened")

    def do_next_document(self, times: int = 1) -> None:
        self._step_document(times)

    def do_previous_document(self, times: int = 1) -> None:
        self._step_document(-times)

    def _step_document(self, step: int) -> None:
        key = self.texts.key
        if self._articles is None or not self._articles.is_filtered or key is None:
            self.navigator.step_document(step)
        elif (other := self._articles.beside(key, step)) is not None:
            self.navigator.open(other)

    # The way back.

    def push_location(self) -> None:
        """Remember this place in the history: a jump starts here."""
        self.navigator.push_location()

    def do_back(self, times: int = 1) -> None:
        self.navigator.back(times)

    def do_forward(self, times: int = 1) -> None:
        self.navigator.forward(times)

    # The list, filtered.

    @property
    def articles(self) -> ArticleList | None:
        """The list as the reader wants it, made at its first use, once the dossier is open."""
        collection = self.session.collection
        if self._articles is None and collection is not None:
            from reader.tui.screens.article_list import ArticleList

            self._articles = ArticleList(collection, self.documents, self)
        return self._articles

    def on_listing_read(self, event: ListingRead) -> None:
        event.stop()
        if self.articles is not None:
            self.articles.take(event)

    def on_mentioning_found(self, event: MentioningFound) -> None:
        event.stop()
        if self.articles is not None:
            self.articles.take_mentioning(event)
            self.show_status()

    def on_list_changed(self, event: ListChanged) -> None:
        event.stop()
        self.name_list()
        self.update_status()

    def do_filter(self) -> None:
        if (articles := self.articles) is not None:
            articles.begin()
            self.enter_pane("documents")
            hint = _("Words of a title, publisher:, after:, state:new…")
            self.prompter.ask("filter", "documents", hint, articles.text)

    def with_filter(self, text: str) -> None:
        """Filter the list of articles."""
        if (articles := self.articles) is not None:
            articles.answer(text, final=True)
            self.enter_pane("documents")

    def do_sort(self) -> None:
        self._arrange("sort")

    def do_group(self) -> None:
        self._arrange("group")

    def _arrange(self, key: Literal["sort", "group"]) -> None:
        """Give the list its next order, or have it grouped by the next thing."""
        if (articles := self.articles) is not None:
            from reader.library.filtering import GROUPS, SORTS, token

            value = articles.next(key, SORTS if key == "sort" else GROUPS)
            self.say(token(key, value))

    def do_saved_filters(self) -> None:
        if (articles := self.articles) is not None:
            from reader.tui.screens.filters import FiltersScreen

            filters = articles.saved
            screen = FiltersScreen(self.session, articles.collection, filters, articles.text)
            for problem in filters.problems[:1]:
                notify_warning(self, interface.describe(problem))
            self.open_screen(screen, self._apply_saved)

    def _apply_saved(self, name: str | None) -> None:
        if name is not None and self.articles is not None:
            self.articles.apply(name)
            self.enter_pane("documents")

    def clear_filter(self) -> None:
        """Show every article again."""
        if self._articles is not None:
            self._articles.clear()

    @property
    def filter_problem(self) -> str:
        """What is wrong with the filter that is being typed; empty for nothing."""
        return self._articles.problem if self._articles is not None else ""

    # Other dossiers.

    def do_dossiers(self, name: str = "") -> None:
        from reader.tui.screens.dossiers import DossiersScreen

        self.open_screen(DossiersScreen(self.session, name), self._open_dossier)

    def with_dossiers(self, name: str) -> None:
        """List the dossiers whose titles have these words, or the folders of a path."""
        self.do_dossiers(name)

    def _open_dossier(self, path: str | None) -> None:
        """Have a worker open another dossier; this one is shown until that is done."""
        here = self.session.launch.collection
        if path is None or (state.key(Path(path)) == state.key(here.root) and here.is_open):
            return
        from reader.tui.opening import open_dossier

        self.say(_("Opening {name}…").format(name=sanitize_line(path)))
        work = partial(open_dossier, Path(path), here, self.post_message, _has_left)
        self.run_worker(work, thread=True, group="dossier", exclusive=True)

    # The reader's own articles.

    @property
    def shelf(self) -> OwnShelf | None:
        """What adds and removes own articles, made at its first use, once the dossier is open."""
        collection = self.session.collection
        if self._shelf is None and collection is not None:
            from reader.tui.screens.own_shelf import OwnShelf

            self._shelf = OwnShelf(self.session, collection, self, self, self.navigator)
        return self._shelf

    def do_add(self) -> None:
        if self.shelf is not None:
            self.shelf.add()

    def with_add(self, name: str) -> None:
        """Open the window in which articles are added, with a name in its field."""
        if self.shelf is not None:
            self.shelf.add(name)

    def do_remove_article(self) -> None:
        row = self.documents.current
        if self.shelf is not None and self.pane == "documents" and row is not None:
            self.shelf.remove(row.id)
        else:
            self.notify(_("Go to the list of articles first: there one removes them."))

    def take_own(self, own: OwnArticles) -> None:
        """Show the reader's own articles as they are now."""
        if (collection := self.session.collection) is not None:
            collection.replace_own(own)
            self.notes_changed()
            self.navigator.leave_what_is_gone()
            self.retranslate()
            self.tell_own_problems()

    def tell_own_problems(self) -> None:
        """Say which files of own articles cannot be read, each once."""
        if (collection := self.session.collection) is None:
            return
        problems = collection.own.problems()
        news = [problem for problem in problems if problem not in self._own_problems]
        self._own_problems = problems
        for problem in news[:1]:
            notify_warning(self, interface.describe(problem))
        if news and len(problems) > 1:
            text = _(
                "Files of your own articles with something wrong in them: {n}. “reader list” names all."
            )
            n = dates.number(len(problems), messages.language())
            notify_warning(self, text.format(n=n))

    def on_own_removed(self, event: OwnRemoved) -> None:
        event.stop()
        self.take_own(event.own)
        if self.shelf is not None:
            self.shelf.tell(event)


def _has_left() -> bool:
    """Tell a worker whether nobody waits for it any more."""
    return get_current_worker().is_cancelled
