"""The reader's own entries of the dossier that is open, to be added, changed, removed and undone."""

from __future__ import annotations

from pathlib import Path

from reader.dossiers import paths, user_glossary
from reader.dossiers.user_glossary_text import Written, edited
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.library.collection import Collection
from reader.model import Entry


class OwnEntries:
    """The home of own entries: a :class:`reader.undo.Kept`.

    Every change takes the time of making forms, so a worker makes it.
    """

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    @property
    def path(self) -> Path:
        """The file that they are in."""
        return paths.user_glossary(self._collection.source.id)

    def written(self, entry: Entry) -> Written:
        """Return an own entry with its lines in the file.

        Raises :class:`reader.errors.ReaderError` where it isn't there any more, or can't be read.
        """
        found = user_glossary.written(self._collection.source, entry.id)
        if found is None:
            raise ReaderError.at(
                self.path, N_("The entry “{id}” is not in this file any more."), id=entry.id
            )
        return found

    @staticmethod
    def revised(before: Written, entry: Entry) -> Written:
        """Return ``entry`` with the lines that it has in the place of ``before``."""
        return Written(entry, edited(before, entry), before.line)

    def replace(self, before: Written | None, after: Written | None) -> None:
        """Put an entry in the place of another, in the file and in what is open.

        Raises :class:`reader.errors.ReaderError` where it can't be done.
        """
        self._collection.replace_entry(before, after)
