"""Find in both panes: every form of the words, with a count, next and previous."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from reader.language import messages
from reader.language.dates import number
from reader.language.messages import _, ngettext
from reader.library.texts import IMMEDIATE
from reader.tui.screens.document_panes import paragraph_of
from reader.tui.screens.panes import Panes
from reader.tui.widgets.text_view import Bookmark, TextView

if TYPE_CHECKING:
    from reader.terms.query import WordQuery

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
    text: str


Lit = Callable[[Sequence[str]], Sequence[Ranges]]
"""Finds in the paragraphs of one text what is to be lit."""


class Found(Message):
    """A search is done: ``ranges`` by view and block, for the search number ``turn``."""

    def __init__(self, turn: int, ranges: Sequence[Sequence[Ranges]]) -> None:
        super().__init__()
        self.turn = turn
        self.ranges = ranges


class FindController:
    """The query, and its matches in the panes.

    While a query is typed the view previews the first match; the place before is saved, to
    return to or to leave from. The screen passes :class:`Found`, which comes from a
    worker by way of a view, to :meth:`take`.
    """

    def __init__(self, panes: Panes) -> None:
        self.panes = panes
        self.query = ""
        self.current = -1
        self._found: list[_Found] = []
        self._ends: list[int] = []
        self._turn = 0
        self._searched = self._typing = False
        self._views: Sequence[TextView] = ()
        self._callback: Callable[[], None] | None = None
        self._origin: list[tuple[TextView, Bookmark]] = []
        self._lit: Lit | None = None
        """What finds the query's words where that is another query than this bar's."""

    @property
    def total(self) -> int:
        """The number of matches in both panes."""
        return self._ends[-1] if self._ends else 0

    @property
    def status_text(self) -> str:
        """The current match's number and the total; empty without a query."""
        if not self.query or not self._searched:
            return ""
        if not self.total:
            return _("nothing found")
        n, total = (number(x, messages.language()) for x in (self.current + 1, self.total))
        if self.current < 0:
            return ngettext("{n} match", "{n} matches", self.total).format(n=total)
        return _("{n} of {total}").format(n=n, total=total)

    # What the keys do.

    def begin(self) -> None:
        """Save the place to return to, and load the dictionaries in a worker."""
        from reader.terms.languages.registry import dictionaries_are_loaded, load_dictionaries

        self._origin = [(view, view.bookmark()) for view in self.panes.shown_texts()]
        languages = self.panes.languages
        if not dictionaries_are_loaded(languages):
            load = partial(load_dictionaries, languages)
            self.panes.current_text().run_worker(load, thread=True, group="dictionary")

    def answer(self, query: str, *, final: bool) -> None:
        """Mark matches as one types; for a ``final`` query go to the first from here on."""
        self.query, self._lit = " ".join(query.split()), None
        if final:
            self._search(self._go_first)
        else:
            self._search(self._preview, typing=True)

    def give_up(self) -> None:
        """Clear the query, and return to the saved place."""
        self._return()
        self._origin = []
        self.query, self._lit = "", None
        self._search()

    def light(self, query: str, find: Lit) -> None:
        """Mark what ``find`` finds, of a search that has led to the paragraph that is shown."""
        self.query, self._lit, self._origin = query, find, []
        self._search(self._stand_here)

    def step(self, step: int) -> None:
        """Go to a match so many on from here, or back."""
        if not self.total:
            return
        self.panes.push_location()
        here = self.match(self.current) if self.current >= 0 else None
        view = self.panes.current_text()
        if here and here.view is view and paragraph_of(here.block) == paragraph_of(view.cursor):
            self._go((self.current + step) % self.total)
        else:
            after = self._from_here(view)
            self._go((after + step - 1 if step > 0 else after + step) % self.total)

    def clear(self) -> None:
        """Clear the query and its marks; the views stay where they are."""
        self.query, self._origin, self._lit = "", [], None
        self._search()

    def refresh(self) -> None:
        """Search again after another text is shown; the views don't move.

        The current match stays that where its block stands there as it was.
        """
        if self.query:
            here = self.match(self.current) if 0 <= self.current < self.total else None
            text = self._found[bisect_right(self._ends, self.current)].text if here else ""
            stay = partial(self._stay_at, here, text) if here is not None else None
            self._search(stay, typing=self._typing)

    def _stay_at(self, match: Match, text: str) -> None:
        for end, found in zip(self._ends, self._found, strict=True):
            if (found.view, found.block) == match[:2] and found.text == text:
                first = end - len(found.ranges)
                self.current = first + min(match.number, len(found.ranges) - 1)
                match.view.show_matches(
                    self._marks(match.view), (match.block, self.current - first)
                )
                return

    # Searching.

    def _search(self, callback: Callable[[], None] | None = None, *, typing: bool = False) -> None:
        """Search both panes, in a worker if they are long, then mark matches.

        ``callback`` is called once they are marked.
        """
        self._turn += 1
        self._typing, self._callback = typing, callback
        self._views = tuple(self.panes.shown_texts())
        turn, query, source = self._turn, self.query, self._views[0]
        languages = self.panes.languages
        texts = [[block.text for block in view.blocks] for view in self._views]
        if (lit := self._lit) is not None:
            self.take(Found(turn, [[*lit(own)] for own in texts]))
            return
        if self._is_quick(texts):
            self.take(Found(turn, _find(query, typing, texts, languages)))
            return

        from reader.tui.wanted import WhileWanted, until_unwanted

        wanted = [WhileWanted(own) for own in texts]

        def work() -> None:
            source.post_message(Found(turn, _find(query, typing, wanted, languages)))

        source.run_worker(until_unwanted(work), thread=True, group="find", exclusive=True)

    def take(self, found: Found) -> None:
        """Mark what was found and go on from there, unless the query has changed."""
        if found.turn == self._turn:
            self._mark(found.ranges)
            if self._callback is not None:
                self._callback()

    def _is_quick(self, texts: list[list[str]]) -> bool:
        if not self.query:
            return True
        from reader.terms.languages.registry import dictionaries_are_loaded

        ready = self.query.isascii() or dictionaries_are_loaded(self.panes.languages)
        return ready and sum(len(text) for own in texts for text in own) <= IMMEDIATE

    def _mark(self, result: Sequence[Sequence[Ranges]]) -> None:
        self._found, self.current, self._searched = [], -1, True
        for view, own in zip(self._views, result, strict=True):
            blocks = view.blocks
            for place, (block, ranges) in enumerate(zip(blocks, own, strict=True)):
                if ranges:
                    self._found.append(_Found(view, place, block.id, ranges, block.text))
            view.show_matches(self._marks(view))
        self._ends = list(accumulate(len(found.ranges) for found in self._found))

    def _marks(self, view: TextView) -> dict[str, Ranges]:
        return {found.block: found.ranges for found in self._found if found.view is view}

    # Going.

    def match(self, index: int) -> Match:
        """Return the match at ``index``, counted from 0 over both panes."""
        place = bisect_right(self._ends, index)
        found = self._found[place]
        return Match(found.view, found.block, index - self._ends[place] + len(found.ranges))

    def _from_here(self, view: TextView) -> int:
        """Return the index of the first match at or after the place in ``view``."""
        cursor, top = view.cursor, view.place
        blocks = [block.id for block in view.blocks]
        here = blocks.index(cursor) if cursor in blocks else 0
        # In a paragraph that begins above, what is out of view lies behind.
        offset = top.offset if top is not None and top.block == cursor else 0
        views = self._views
        key = (views.index(view), here, offset)
        places = [(views.index(found.view), found.place) for found in self._found]
        first = bisect_left(places, key[:2])
        before = self._ends[first - 1] if first else 0
        if first < len(places) and places[first] == key[:2]:
            before += bisect_left(self._found[first].ranges, (offset, 0))
        return before

    def _first(self, view: TextView) -> int:
        """Return the index of the first match from here on.

        It is sought in this pane, from its start, and then in the other one.
        """
        index = self._from_here(view)
        if index < self.total and self.match(index).view is view:
            return index
        own = [n for n, found in enumerate(self._found) if found.view is view]
        return self._ends[own[0]] - len(self._found[own[0]].ranges) if own else 0

    def _preview(self) -> None:
        """Show the first match in the prompt's pane, without leaving the place."""
        self._return()
        view = self.panes.current_text()
        if self.total and self.match(index := self._first(view)).view is view:
            self.current = index
            self._highlight(self.match(index))

    def _go_first(self) -> None:
        self._return()
        if self.total:
            self.panes.push_location()
            self._go(self._first(self.panes.current_text()))
        elif self.query:
            text = _("“{query}” is not in this article.").format(query=self.query)
            self.panes.current_text().notify(text, markup=False)
        self._origin = []

    def _stand_here(self) -> None:
        """Make the first match of the paragraph that is shown the current one."""
        view = self.panes.current_text()
        index = self._first(view) if self.total else -1
        if index >= 0 and paragraph_of(self.match(index).block) == paragraph_of(view.cursor):
            self.current = index
            self._highlight(self.match(index))

    def _go(self, index: int) -> None:
        self.current = index
        match = self.match(index)
        self._highlight(match)
        self.panes.enter_pane(match.view.id or "source")

    def _highlight(self, match: Match) -> None:
        for view in self._views:
            current = (match.block, match.number) if view is match.view else None
            view.show_matches(self._marks(view), current)

    def _return(self) -> None:
        for view, bookmark in self._origin:
            view.return_to(bookmark)


def _find(
    query: str, typing: bool, texts: Sequence[list[str]], languages: frozenset[str]
) -> list[list[Ranges]]:
    """Return the matches in every text; an unknown word counts as a word's beginning."""
    from reader.terms.query import WordQuery

    found = _matches(WordQuery(query, typing=typing, languages=languages), texts)
    if typing or any(ranges for own in found for ranges in own):
        return found
    return _matches(WordQuery(query, typing=True, languages=languages), texts)


def _matches(query: WordQuery, texts: Sequence[list[str]]) -> list[list[Ranges]]:
    return [[*query.matches(own)] for own in texts]
