"""Texts of the main screen's list of documents and of its status line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from reader.briefings.publication import short_line
from reader.errors import ReaderError
from reader.language import dates, interface, messages
from reader.language.messages import _, ngettext
from reader.language.sanitize import sanitize_line
from reader.library import index
from reader.library.collection import Collection
from reader.library.index import FILE_ROW
from reader.tui import presenters
from reader.tui.screens.document_panes import DocumentPanes, paragraph_of
from reader.tui.widgets.rows import Row

_PAGE = 24
"""Rows that are asked for at once."""


class DocumentRows(Sequence[Row]):
    """A row a document, in the interface's language: its title, publisher and day.

    They are asked for as they come into view.
    """

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._language = messages.language()
        self._count = len(collection)
        self._pages: dict[int, list[Row]] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(self._count))]
        if index < 0:
            index += self._count
        if not 0 <= index < self._count:
            raise IndexError(index)
        page, place = divmod(index, _PAGE)
        if page not in self._pages:
            self._pages[page] = self._fetch(page * _PAGE)
        return self._pages[page][place]

    def _fetch(self, start: int) -> list[Row]:
        rows = self._collection.rows(self._language, start, start + _PAGE)
        return [document_row(self._collection, row, self._language) for row in rows]


def document_row(collection: Collection, row: index.Row, language: str) -> Row:
    """Return the row of an article: its title, publisher and day, or the name of its file."""
    note = (
        file_name(collection, row.key)
        if row.text == FILE_ROW
        else short_line(row.source, row.text, language)
    )
    return Row(row.key, presenters.marked(row.title, untranslated=row.untranslated), note)


def file_name(collection: Collection, key: str) -> str:
    """Return the name of an article's file; with its folder's where two files have one name."""
    path = collection.path(key)
    if path is None:
        return _("standard input")
    alike = [other for other in collection.files.paths.values() if other.name == path.name]
    shown = path.name if len(set(alike)) < 2 else f"{path.parent.name}/{path.name}"
    return sanitize_line(shown)


def progress_text(done: int, total: int) -> str:
    """Return how many documents of the dossier are in its index by now."""
    language = messages.language()
    numbers = dates.number(done, language), dates.number(total, language)
    return _("Indexing the dossier: {done} of {total}").format(done=numbers[0], total=numbers[1])


def compiling_text(done: int, total: int) -> str:
    """Return of how many entries the forms are made by now."""
    language = messages.language()
    numbers = dates.number(done, language), dates.number(total, language)
    return _("Preparing the glossary: {done} of {total} entries").format(
        done=numbers[0], total=numbers[1]
    )


def failure_text(error: ReaderError) -> str:
    """Return why nothing can be shown, a problem a line."""
    return "\n".join(map(interface.describe, error.problems))


def status_text(
    collection: Collection | None, texts: DocumentPanes, pane: str, citing: int = 0
) -> str:
    """Return a preview of what Enter would open, or where in the text of a pane one is.

    ``citing``: how many claims cite the paragraph of the source pane's cursor.
    """
    view = next((view for view in texts.shown() if view.id == pane), None)
    shown = texts.view_of(view) if view is not None else None
    if collection is None or shown is None or view is None:
        return ""
    if view.link is not None:
        dossier = collection.in_language(messages.language())
        span = view.link[1]
        if span.kind == "citation":
            span = span._replace(target=texts.place_in_source(span.target))
        return presenters.preview(span, shown, dossier)
    place = presenters.position_text(paragraph_of(view.cursor), shown)
    if place and citing and view is texts.source:
        count = ngettext("{n} claim cites this", "{n} claims cite this", citing)
        place += " · " + count.format(n=citing)
    return place if collection.matcher else place + " · " + _("Reading the terms…")
