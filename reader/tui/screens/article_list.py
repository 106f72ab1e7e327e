"""The list of articles while it is filtered, put in another order or grouped."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, overload

from textual.content import Content
from textual.message import Message

from reader.errors import ReaderError
from reader.language import dates, messages
from reader.language.messages import _
from reader.library import filtering
from reader.library.collection import Collection
from reader.library.filtering import Arranged, Filter
from reader.library.listing import Done, Listing, done, listing, mentioning
from reader.library.search_query import Named, QueryError
from reader.tui.notices import notify_warning
from reader.tui.screens.captions import DocumentRows, document_row, failure_text
from reader.tui.widgets.rows import NOTHING, Row

if TYPE_CHECKING:
    from textual.screen import Screen

    from reader.kept.filters import SavedFilters
    from reader.tui.widgets.row_list import RowList

_KEPT = 512
"""Rows that are kept once they were shown."""


class ListingRead(Message):
    """A worker has read the list as columns, and what the reader has done with articles."""

    def __init__(self, number: int, listing: Listing, done: Done) -> None:
        super().__init__()
        self.number = number
        self.listing = listing
        self.done = done


class MentioningFound(Message):
    """A worker has found the articles that mention an entry, or why there is none."""

    def __init__(
        self, number: int, named: Named, keys: frozenset[str], error: ReaderError | None
    ) -> None:
        super().__init__()
        self.number = number
        self.named = named
        self.keys = keys
        self.error = error


class ArrangedRows(Sequence[Row]):
    """The rows of a filtered list, in its order, with headings; asked for as they come into view."""

    def __init__(self, collection: Collection, listing: Listing, arranged: Arranged, group: str):
        self._collection = collection
        self._listing = listing
        self._arranged = arranged
        self._by_day = group == "day"
        self._rows: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self._arranged.order)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self._row(place) for place in self._arranged.order[index]]
        return self._row(self._arranged.order[index])

    def is_heading(self, index: int) -> bool:
        """Tell whether a heading stands at a place."""
        return self._arranged.order[index] < 0

    def _row(self, place: int) -> Row:
        if place not in self._rows:
            if len(self._rows) > _KEPT:
                self._rows = {}
            self._rows[place] = self._heading(-1 - place) if place < 0 else self._article(place)
        return self._rows[place]

    def _article(self, place: int) -> Row:
        language = self._listing.language
        found = self._collection.rows(language, place, place + 1)
        if not found or found[0].key != self._listing.keys[place]:
            return NOTHING  # the list is another one by now, and is being read again
        return document_row(self._collection, found[0], language)

    def _heading(self, number: int) -> Row:
        value, size = self._arranged.headings[number]
        language = self._listing.language
        if self._by_day:
            text = dates.date(value, language) if value else _("date not known")
        else:
            text = value or _("publisher not named")
        return Row("", f"{text} · {dates.number(size, language)}", is_heading=True)


class ArticleList:
    """Shows the list of a collection in ``rows`` as the reader wants it; made at its first use.

    What it needs is read by workers, whose messages the screen hands on: :meth:`take` and
    :meth:`take_mentioning`.
    """

    def __init__(self, collection: Collection, rows: RowList, screen: Screen[None]) -> None:
        self.text = ""
        """The filter as it was typed; empty: the list is as the dossier has it."""
        self.problem = ""
        """What is wrong with what is being typed; empty for nothing."""
        self.collection = collection
        self._rows = rows
        self._screen = screen
        self._wanted = Filter()
        self._arranged: Arranged | None = None
        """What is shown; ``None`` while that is the whole list."""
        self._places: dict[str, int] = {}
        """By the keys of articles that are shown, the places of their rows."""
        self._listing: Listing | None = None
        self._done = Done()
        self._mentioning: dict[str, frozenset[str]] = {}
        self._asked: set[str] = set()
        self._number = 0
        """Of the state of the list that is read, so that what comes late is thrown away."""

    # What is asked for.

    def begin(self) -> None:
        """Have a worker read what filtering needs, before anything is typed."""
        if self._listing is None and self._number == 0:
            self.reload()

    def answer(self, text: str, *, final: bool) -> None:
        """Filter by what was typed; what it is wrong with it is told when it is ``final``."""
        try:
            wanted = filtering.parse(text, typing=not final)
        except QueryError as error:
            self.problem = failure_text(error)
            if final:
                notify_warning(self._rows, self.problem)
                self.problem = ""
            return
        self.problem = ""
        self.text, self._wanted = wanted.text, wanted
        self._apply()

    def clear(self) -> None:
        """Show every article again."""
        self.answer("", final=True)

    @cached_property
    def saved(self) -> SavedFilters:
        """The filters that have names."""
        from reader.kept.filters import SavedFilters

        return SavedFilters(self.collection.source.id)

    def apply(self, name: str) -> None:
        """Filter by a saved filter, which is looked at now."""
        if (saved := self.saved.get(name)) is not None:
            self.answer(saved.text, final=True)
            with suppress(ReaderError):  # it will tell of what is seen as of new
                self.saved.replace(saved, saved._replace(looked=time.time_ns()))

    def next(self, key: str, values: Sequence[str]) -> str:
        """Give a key of the filter its next value; return that."""
        now = self._wanted.sort if key == "sort" else self._wanted.group
        value = values[(values.index(now) + 1) % len(values)]
        self.answer(filtering.with_token(self.text, key, value), final=True)
        return value

    # What workers read.

    def reload(self) -> None:
        """Read the list anew: there are other articles, or it is in another language."""
        self._number += 1
        self._mentioning, self._asked = {}, set()
        read = partial(self._read, self._number, messages.language())
        self._screen.run_worker(read, thread=True, group="listing", exclusive=True)

    def _read(self, number: int, language: str) -> None:
        read = ListingRead(number, listing(self.collection, language), done(self.collection))
        self._screen.post_message(read)

    def take(self, event: ListingRead) -> None:
        """Take the list as a worker has read it."""
        if event.number == self._number:
            self._listing, self._done = event.listing, event.done
            self._apply()

    def _find(self, named: Named) -> None:
        """Have a worker find the articles that mention an entry."""
        number, language = self._number, messages.language()

        def find() -> None:
            try:
                keys, wrong = mentioning(self.collection, named, language), None
            except ReaderError as error:
                keys, wrong = frozenset(), error
            self._screen.post_message(MentioningFound(number, named, keys, wrong))

        self._asked.add(named.text)
        self._screen.run_worker(find, thread=True, group="mentioning")

    def take_mentioning(self, event: MentioningFound) -> None:
        """Take the articles that a worker has found."""
        if event.number != self._number:
            return
        self._mentioning[event.named.text] = event.keys
        if event.error is not None:
            self.problem = failure_text(event.error)
        self._apply()

    def opened(self, key: str) -> None:
        """Take note that an article is not new any more; it stays in the list until that is asked for."""
        self._done = self._done._replace(opened=self._done.opened | {key})

    # What is shown.

    @property
    def is_filtered(self) -> bool:
        """Whether the list is shown otherwise than the dossier has it."""
        return self._arranged is not None

    @property
    def count(self) -> int:
        """How many articles are shown."""
        return len(self.collection) if self._arranged is None else self._arranged.size

    def title(self) -> Content:
        """Return the title of the list: its filter, and how many articles that lets through."""
        if not self.text:
            return Content(f" {_('Articles')} ")
        number = dates.number(self.count, messages.language())
        return Content(f" {_('Articles')}: {number} · {self.text} ")

    def place_of(self, key: str) -> int | None:
        """Return the place of an article's row; ``None`` where it is not in the list now."""
        if self._arranged is None:
            return self.collection.position(key)
        return self._places.get(key)

    def beside(self, key: str, step: int) -> str | None:
        """Return the key of the article so many rows on in the filtered list, within its ends.

        From one that isn't in it one comes to the first.
        """
        keys = list(self._places)
        if not keys:
            return None
        if key not in self._places:
            return keys[0]
        return keys[max(0, min(keys.index(key) + step, len(keys) - 1))]

    def _apply(self) -> None:
        """Show what the filter lets through, as soon as all that it needs is there."""
        current = self._rows.current
        key = current.id if current is not None else ""
        if self._wanted.is_empty:
            self._arranged, self._places = None, {}
            self._rows.show(DocumentRows(self.collection), at=self.collection.position(key) or 0)
        elif self._listing is None:
            self.begin()
            return
        elif missing := [n for n in self._wanted.query.entries if n.text not in self._mentioning]:
            for named in missing:
                if named.text not in self._asked:
                    self._find(named)
            return
        else:
            self._show(self._listing, key)
        self._screen.post_message(ListChanged())

    def _show(self, listing: Listing, key: str) -> None:
        places = filtering.chosen(listing, self._wanted, self._done, self._mentioning)
        self._arranged = filtering.arranged(listing, places, self._wanted)
        order = self._arranged.order
        self._places = {listing.keys[place]: n for n, place in enumerate(order) if place >= 0}
        if self._places:
            rows = ArrangedRows(self.collection, listing, self._arranged, self._wanted.group)
            self._rows.show(rows, at=self._places.get(key, 0))
        else:
            how = _("Esc takes the filter away.")
            self._rows.show([Row("", _("No article is like this."), how, is_heading=True)])


class ListChanged(Message):
    """The list shows other articles than before, or in another order."""
