"""The reader's marks on what is open, those on standard input for this session alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.kept.marks import WORDS, Mark, Marks
from reader.language import messages
from reader.library.collection import Collection

if TYPE_CHECKING:
    from reader.tui.screens.document_panes import DocumentPanes
    from reader.tui.session import Session

PASSING = "-"
"""The document of a mark in what was read from standard input, which can't be opened again."""


class MarkBook:
    """Marks by their letters, kept in a file."""

    def __init__(self, session: Session, collection: Collection) -> None:
        self._session = session
        self._collection = collection
        self.kept = Marks(collection.source.id)
        self._passing: dict[str, Mark] = {}

    def all(self) -> list[Mark]:
        """Return every mark; of two under one letter the one for this session alone."""
        kept = {mark.letter: mark for mark in self.kept.values()}
        return [*(kept | self._passing).values()]

    def get(self, letter: str) -> Mark | None:
        return next((mark for mark in self.all() if mark.letter == letter), None)

    def make(self, letter: str, texts: DocumentPanes, pane: str) -> Mark | None:
        """Return a mark of where a pane is; ``None`` while no document is shown."""
        key = texts.key
        if key is None:
            return None
        view = texts.summary if pane == "summary" else texts.source
        spot = texts.spot(view)
        words = next((b.text for b in view.blocks if b.id == view.cursor), "")
        return Mark(
            letter,
            self._name(key),
            "summary" if view is texts.summary else "source",
            spot.block,
            spot.offset,
            spot.cursor,
            " ".join(words.split())[:WORDS],
            self._collection.title(key, messages.language()),
        )

    def put(self, mark: Mark) -> None:
        """Keep a mark in the place of the one under its letter.

        Raises :class:`reader.errors.ReaderError` where that can't be.
        """
        before = self.kept.get(mark.letter)
        if mark.document == PASSING:
            self._passing[mark.letter] = mark
        else:
            if before != mark:
                self._session.log.do(self.kept, before, mark)
            self._passing.pop(mark.letter, None)

    def remove(self, letter: str) -> None:
        """Remove the mark under a letter. Raises :class:`reader.errors.ReaderError`."""
        if self._passing.pop(letter, None) is None and (mark := self.kept.get(letter)):
            self._session.log.do(self.kept, mark, None)

    def key_of(self, mark: Mark) -> str | None:
        """Return the key of a mark's document; ``None`` where that is not open, or gone."""
        if mark.document == PASSING:
            unnamed = (key for key in self._collection.listed_keys() if self._name(key) == PASSING)
            return next(unnamed, None)
        if is_file(mark):
            return self._collection.key_of(Path(mark.document))
        return mark.document if self._collection.position(mark.document) is not None else None

    def _name(self, key: str) -> str:
        if self._collection.is_document(key):
            return key
        path = self._collection.path(key)
        return PASSING if path is None else str(path)


def is_file(mark: Mark) -> bool:
    """Tell whether a mark is in a file, which can be opened by its path."""
    return mark.document.startswith("/")
