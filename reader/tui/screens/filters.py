"""The saved filters of the list: chosen, named, renamed, removed, with what is new in each."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import partial
from typing import ClassVar, NamedTuple

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from reader.errors import ReaderError
from reader.kept.filters import SavedFilter, SavedFilters
from reader.language import dates, messages
from reader.language.messages import _
from reader.library import filtering
from reader.library.collection import Collection
from reader.library.listing import done, listing, mentioning, words_of
from reader.tui.keys import commands
from reader.tui.notices import notify_warning
from reader.tui.screens.captions import failure_text
from reader.tui.screens.kept_list import KeptList
from reader.tui.session import Session
from reader.tui.widgets.rows import Row

_SAVE, _RENAME, _NAMED = "save:", "rename:", "named:"
"""How the ids of rows begin: what choosing one does."""


class Count(NamedTuple):
    """How many articles a filter lets through, and how many of them came since one looked."""

    size: int
    new: int


class FiltersCounted(Message):
    """A worker has counted what saved filters let through; one that can't be read is left out."""

    def __init__(self, counts: Mapping[SavedFilter, Count]) -> None:
        super().__init__()
        self.counts = counts


class FiltersScreen(KeptList):
    """Lists saved filters; returns the name of the chosen one.

    ``shown`` is the filter of the list now, which a name keeps.
    """

    PARTS = commands.SCREENS["filters"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(
        *PARTS, priority=("remove", "rename_filter")
    )

    def __init__(
        self, session: Session, collection: Collection, filters: SavedFilters, shown: str
    ) -> None:
        super().__init__(session)
        self.collection = collection
        self.filters = filters
        self.shown = shown
        self._renamed: SavedFilter | None = None
        """The one that is being given another name."""
        self._last = ""
        """The name of the one that was saved or renamed just now."""
        self._counts: dict[SavedFilter, Count] = {}

    def on_mount(self) -> None:
        super().on_mount()
        self._count()

    def placeholder(self) -> str:
        if self._renamed is not None:
            return _("Another name for “{name}”…").format(name=self._renamed.name)
        if self.shown:
            return _("A name that keeps this filter, or words of a saved one…")
        return _("Words of a saved filter…")

    # What there is.

    def _count(self) -> None:
        """Have a worker count what is in each."""
        count = partial(_counted, self.collection, self.filters.values(), messages.language())
        self.run_worker(lambda: self.post_message(count()), thread=True, group="count")

    def on_filters_counted(self, event: FiltersCounted) -> None:
        event.stop()
        self._counts = dict(event.counts)
        self.retranslate()

    def kept_changed(self) -> None:
        super().kept_changed()
        self._show_last()
        self._count()

    def rows(self, query: str) -> list[Row]:
        name = " ".join(query.split())
        if self._renamed is not None:
            return self._renaming(self._renamed, name)
        saved = self.filters.values()
        wanted = words_of(name).split()
        rows = [
            self._row(each)
            for each in saved
            if all(f" {w}" in words_of(f"{each.name} {each.text}") for w in wanted)
        ]
        if self.shown and name:
            is_there = any(each.name == name for each in saved)
            title = _("Keep this filter in place of “{name}”") if is_there else _("Keep this filter as “{name}”")  # fmt: skip
            rows.append(Row(f"{_SAVE}{name}", title.format(name=name), self.shown))
        if rows:
            return rows
        if saved:
            return [Row("", _("No saved filter has these words."), is_heading=True)]
        how = _("Filter the list first; then a name that is typed here keeps the filter.")
        return [
            Row("", _("There are no saved filters."), "" if self.shown else how, is_heading=True)
        ]

    def _row(self, saved: SavedFilter) -> Row:
        language = messages.language()
        end = ""
        if (count := self._counts.get(saved)) is not None:
            end = dates.number(count.size, language)
            if count.new:
                new = _("{n} new").format(n=dates.number(count.new, language))
                end = f"{new} · {end}"
        return Row(f"{_NAMED}{saved.name}", saved.name, saved.text, end)

    def _renaming(self, before: SavedFilter, name: str) -> list[Row]:
        if not name or name == before.name:
            return [Row("", _("Type another name."), before.text, is_heading=True)]
        if any(each.name == name for each in self.filters.values()):
            text = _("There is a filter “{name}” already.").format(name=name)
            return [Row("", text, is_heading=True)]
        text = _("Call it “{name}”").format(name=name)
        return [Row(f"{_RENAME}{name}", text, before.text)]

    def _chosen(self) -> SavedFilter | None:
        row = self.row_list.current
        return self.filters.get(row.id.removeprefix(_NAMED)) if row is not None else None

    # What is done with them.

    def picked(self, row: Row) -> None:
        if row.id.startswith(_NAMED):
            self.dismiss(row.id.removeprefix(_NAMED))
        elif row.id.startswith(_SAVE):
            name = row.id.removeprefix(_SAVE)
            self._change(self.filters.get(name), SavedFilter(name, self.shown, time.time_ns()))
        elif row.id.startswith(_RENAME) and (before := self._renamed) is not None:
            self._renamed = None
            self._change(before, before._replace(name=row.id.removeprefix(_RENAME)))

    def _change(self, before: SavedFilter | None, after: SavedFilter) -> None:
        try:
            self.session.log.do(self.filters, before, after)
        except ReaderError as error:
            notify_warning(self, failure_text(error))
        self.field.value = ""
        self._last = after.name
        self.session.kept_changed.publish(None)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.prevent_default()
        super().on_input_changed(event)
        if event.value:
            self._last = ""
        self._show_last()

    def _show_last(self) -> None:
        """Choose the filter that was saved or renamed just now."""
        ids = [row.id for row in self.row_list.rows]
        if (id := f"{_NAMED}{self._last}") in ids:
            self.row_list.select(ids.index(id))

    def do_rename_filter(self) -> None:
        if (chosen := self._chosen()) is not None:
            self._renamed = chosen
            self.field.value = chosen.name
            self.field.cursor_position = len(chosen.name)
            self.retranslate()

    def do_dismiss(self) -> None:
        if self._renamed is not None:
            self._renamed = None
            self.field.value = ""
            self.retranslate()
        else:
            super().do_dismiss()

    def remove_row(self, id: str) -> None:
        if (saved := self.filters.get(id.removeprefix(_NAMED))) is not None:
            self.session.log.do(self.filters, saved, None)


def _counted(
    collection: Collection, saved: tuple[SavedFilter, ...], language: str
) -> FiltersCounted:
    counts: dict[SavedFilter, Count] = {}
    if saved:
        there, marked = listing(collection, language), done(collection)
        for each in saved:
            try:
                wanted = filtering.parse(each.text)
                found = {
                    named.text: mentioning(collection, named, language)
                    for named in wanted.query.entries
                }
            except ReaderError:
                continue  # choosing it says what is wrong
            places = filtering.chosen(there, wanted, marked, found)
            counts[each] = Count(len(places), sum(there.came[n] > each.looked for n in places))
    return FiltersCounted(counts)
