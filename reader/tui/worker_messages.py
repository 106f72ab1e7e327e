"""What workers report to the screens, which need none of it before the first frame."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.message import Message

from reader.errors import ReaderError
from reader.library.collection import Collection
from reader.library.indexed import IndexedDossier
from reader.library.own.shelf import OwnArticles
from reader.model import Document, Problem

if TYPE_CHECKING:
    from reader.terms.matcher import Matcher
    from reader.undo import Change


class Indexed(Message):
    """So many of so many documents are indexed."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done = done
        self.total = total


class Compiled(Message):
    """So many of so many entries of the glossary are compiled: that takes long."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done = done
        self.total = total


class OwnReindexed(Message):
    """The reader's own articles have changed since they were indexed, and were indexed again."""

    def __init__(self, own: OwnArticles) -> None:
        super().__init__()
        self.own = own


class Reindexed(Message):
    """Files have changed since the dossier was indexed, and it was indexed again.

    The UI thread takes the new one, so that nothing changes while it shows something.
    """

    def __init__(self, dossier: IndexedDossier) -> None:
        super().__init__()
        self.dossier = dossier


class Changed(Message):
    """Somebody has looked whether the dossier's files are as they are shown."""

    def __init__(self, has_changed: bool) -> None:
        super().__init__()
        self.has_changed = has_changed


class Reloaded(Message):
    """The dossier was read again, as its files are now; ``has_changed`` tells whether they had."""

    def __init__(self, dossier: IndexedDossier, matcher: Matcher, has_changed: bool) -> None:
        super().__init__()
        self.dossier = dossier
        self.matcher = matcher
        self.has_changed = has_changed


class Opened(Message):
    """The dossier was read."""

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self.collection = collection


class DossierOpened(Message):
    """Another dossier was read, to be shown in place of the one that is open."""

    def __init__(self, collection: Collection) -> None:
        super().__init__()
        self.collection = collection


class Completed(Message):
    """A long file, whose beginning is shown under ``key``, was read to its end."""

    def __init__(self, key: str, document: Document, problems: Sequence[Problem] = ()) -> None:
        super().__init__()
        self.key = key
        self.document = document
        self.problems = problems


class Matched(Message):
    """The matcher is there: terms can be linked and looked up."""


class NotesFound(Message):
    """The reader's notes have been read. ``problems`` are wrong in their files.

    ``adopted`` of them were still being written when the program ended.
    """

    def __init__(self, problems: Sequence[Problem], adopted: int = 0) -> None:
        super().__init__()
        self.problems = problems
        self.adopted = adopted


class Failed(Message):
    """Something that was to be opened could not be read."""

    def __init__(self, error: ReaderError) -> None:
        super().__init__()
        self.error = error


class Prepared(Message):
    """Everything that a switch to ``language`` needs is in memory."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language


class Undone(Message):
    """A change was taken back or made again: ``change``, or why it could not be.

    Without either there was none.
    """

    def __init__(
        self, change: Change[Any] | None, error: ReaderError | None, *, was_redone: bool
    ) -> None:
        super().__init__()
        self.change = change
        self.error = error
        self.was_redone = was_redone
