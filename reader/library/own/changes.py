"""Removing own articles so that it can be undone with whatever else can be."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from reader import storage
from reader.errors import ReaderError
from reader.language.messages import N_


class OwnFile(NamedTuple):
    """The file of an article, by its path in the folder of the reader's data, and its title."""

    name: str
    title: str


class OwnFiles:
    """The files of own articles: a home of what can be undone, see :class:`reader.undo.Kept`.

    What shows the articles has to ask for them again afterwards.
    """

    def __init__(self) -> None:
        self._removed: dict[str, Path] = {}
        """By the names of files, the folder of the trash that has each."""

    def replace(self, before: OwnFile | None, after: OwnFile | None) -> None:
        """Remove an article, or bring back one that was removed by this.

        Takes the time of another program that is changing the library. Raises
        :class:`ReaderError` where it can't be done.
        """
        from reader.library.own import importing

        try:
            with importing.alone():
                if before is not None:
                    self._remove(before)
                if after is not None:
                    self._bring_back(after)
        except BlockingIOError as error:
            raise importing.busy() from error
        except OSError as error:
            raise importing.unwritable(error) from error

    def _remove(self, file: OwnFile) -> None:
        from reader.library.own import removing

        self._removed[file.name] = removing.remove([file.name])

    def _bring_back(self, file: OwnFile) -> None:
        from reader.library.own import removing

        folder = self._removed.get(file.name)
        back, _kept = ([], []) if folder is None else removing.bring_back(folder, [file.name])
        if not back:
            raise ReaderError.at(
                storage.short_name(storage.data_home() / file.name),
                N_("There is another article in its place: this one stays in the trash."),
            )
