"""Find in both panes: every form of the words, counted, walked with n and N."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reader.language import messages
from reader.language.dates import number
from reader.language.messages import _, ngettext
from reader.tui.reading import IMMEDIATE
from reader.tui.screens.document_panes import paragraph_of
from reader.tui.widgets.text_view import Bookmark, TextView

if TYPE_CHECKING:
    from reader.terms import Finder
    from reader.tui.screens.main import MainScreen

Ranges = Sequence[tuple[int, int]]


class Match(NamedTuple):
    """The ``number``-th match in a block of a view."""

    view: TextView
    block: str
    number: int


class _Found(NamedTuple):
    """The matches in one block; ``place`` is the block's number in its view."""

    view: TextView
    place: int
    block: str
    ranges: Ranges


class FindController:
    """What is being looked for on the main screen, and where it was found.

    While something is typed the view follows to the first match; the place where one was is
    kept, to return to or to leave from.
    """

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen
        self.query = ""
        self.current = -1
        self._found: list[_Found] = []
        self._ends: list[int] = []
        self._turn = 0
        self._searched = self._typing = False
        self._origin: list[tuple[TextView, Bookmark]] = []

    @property
    def total(self) -> int:
        return self._ends[-1] if self._ends else 0

    @property
    def said(self) -> str:
        """In a few words which match of how many this is, or that there is none."""
        if not self.query or not self._searched:
            return ""
        if not self.total:
            return _("nothing found")
        n, total = (number(x, messages.language()) for x in (self.current + 1, self.total))
        if self.current < 0:
            return ngettext("{n} match", "{n} matches", self.total).format(n=total)
        return _("{n} of {total}").format(n=n, total=total)

    # What the keys do.

    def ask(self) -> None:
        if self.screen.item is None:
            return
        from reader.terms import dictionary_is_loaded, load_dictionary

        self._origin = [(view, view.bookmark()) for view in self._views()]
        if not dictionary_is_loaded():
            self.screen.app.run_worker(load_dictionary, thread=True, group="dictionary")
        self.screen.ask("find", _("Find in source and summary…"), self.query)

    def answer(self, query: str, *, final: bool) -> None:
        """Mark what is found as one types; on Enter go to the first match from here on."""
        self.query = " ".join(query.split())
        if final:
            self._search(self._go_first)
        else:
            self._search(self._preview, typing=True)

    def give_up(self) -> None:
        """Find nothing, and be where one was."""
        self._return()
        self._origin = []
        self.query = ""
        self._search()

    def step(self, step: int) -> None:
        if not self.query:
            self.ask()
        elif self.total:
            self.screen.leave()
            here = self.match(self.current) if self.current >= 0 else None
            view = self._view()
            if here and here.view is view and paragraph_of(here.block) == paragraph_of(view.cursor):
                self._go((self.current + step) % self.total)
            else:
                after = self._from_here(view)
                self._go((after if step > 0 else after - 1) % self.total)
        self.screen.show_status()

    def renew(self) -> None:
        """There is another text in the panes: find anew, and leave the views as they are."""
        if self.query:
            self._search(typing=self._typing)

    # Searching.

    def _search(self, then: Callable[[], None] | None = None, *, typing: bool = False) -> None:
        """Search both panes, in a worker where that takes time, then mark what was found."""
        self._turn += 1
        self._typing = typing
        turn, query, views = self._turn, self.query, self._views()
        texts = [[block.text for block in view.blocks] for view in views]

        def found(result: list[list[Ranges]]) -> None:
            if turn == self._turn:
                self._mark(views, result)
                if then is not None:
                    then()
                self.screen.show_status()

        if self._is_quick(texts):
            found(_find(query, typing, texts))
        else:
            app = self.screen.app

            def work() -> None:
                app.call_from_thread(found, _find(query, typing, texts))

            app.run_worker(work, thread=True, group="find", exclusive=True)

    def _is_quick(self, texts: list[list[str]]) -> bool:
        if not self.query:
            return True
        from reader.terms import dictionary_is_loaded

        known = self.query.isascii() or dictionary_is_loaded()
        return known and sum(len(text) for own in texts for text in own) <= IMMEDIATE

    def _mark(self, views: Sequence[TextView], result: list[list[Ranges]]) -> None:
        self._found, self.current, self._searched = [], -1, True
        for view, own in zip(views, result, strict=True):
            blocks = view.blocks
            for place, (block, ranges) in enumerate(zip(blocks, own, strict=True)):
                if ranges:
                    self._found.append(_Found(view, place, block.id, ranges))
            view.show_matches(self._marks(view))
        self._ends = list(accumulate(len(found.ranges) for found in self._found))

    def _marks(self, view: TextView) -> dict[str, Ranges]:
        return {found.block: found.ranges for found in self._found if found.view is view}

    # Going.

    def match(self, index: int) -> Match:
        """The ``index``-th match, counted from 0 over both panes."""
        place = bisect_right(self._ends, index)
        found = self._found[place]
        return Match(found.view, found.block, index - self._ends[place] + len(found.ranges))

    def _from_here(self, view: TextView) -> int:
        """The number of the first match at or after the place where one reads in ``view``."""
        cursor, top = view.cursor, view.place
        blocks = [block.id for block in view.blocks]
        here = blocks.index(cursor) if cursor in blocks else 0
        # In a paragraph that begins above, what is out of view lies behind.
        offset = top.offset if top is not None and top.block == cursor else 0
        views = self._views()
        key = (views.index(view), here, offset)
        places = [(views.index(found.view), found.place) for found in self._found]
        first = bisect_left(places, key[:2])
        before = self._ends[first - 1] if first else 0
        if first < len(places) and places[first] == key[:2]:
            before += bisect_left(self._found[first].ranges, (offset, 0))
        return before

    def _first(self, view: TextView) -> int:
        """The first match from here on: in this pane, from its start, and then in the other one."""
        index = self._from_here(view)
        if index < self.total and self.match(index).view is view:
            return index
        own = [n for n, found in enumerate(self._found) if found.view is view]
        return self._ends[own[0]] - len(self._found[own[0]].ranges) if own else 0

    def _preview(self) -> None:
        """Show the first match in the pane from which one asked, without going there."""
        self._return()
        view = self._view()
        if self.total and self.match(index := self._first(view)).view is view:
            self.current = index
            self._highlight(self.match(index))

    def _go_first(self) -> None:
        self._return()
        if self.total:
            self.screen.leave()
            self._go(self._first(self._view()))
        elif self.query:
            said = _("“{query}” is not in this document.").format(query=self.query)
            self.screen.reader.tell(said)
        self._origin = []

    def _go(self, index: int) -> None:
        self.current = index
        match = self.match(index)
        self._highlight(match)
        self.screen.enter_pane(match.view.id or "source")

    def _highlight(self, match: Match) -> None:
        for view in self._views():
            current = (match.block, match.number) if view is match.view else None
            view.show_matches(self._marks(view), current)

    def _return(self) -> None:
        for view, bookmark in self._origin:
            view.return_to(bookmark)

    def _views(self) -> list[TextView]:
        return self.screen.texts.shown()

    def _view(self) -> TextView:
        """The text one reads, or the source where that is the list of documents."""
        pane = self.screen.pane
        return next((view for view in self._views() if view.id == pane), self.screen.source)


def _find(query: str, typing: bool, texts: list[list[str]]) -> list[list[Ranges]]:
    """The ranges in every text. What is no word that one knows is the beginning of one."""
    from reader.terms import Finder

    found = _matches(Finder(query, typing=typing), texts)
    if typing or any(ranges for own in found for ranges in own):
        return found
    return _matches(Finder(query, typing=True), texts)


def _matches(finder: Finder, texts: list[list[str]]) -> list[list[Ranges]]:
    return [[*finder.matches(own)] for own in texts]
