"""A dossier that is open, by its index: made where there is none, and again where it is damaged."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from reader.language import locales
from reader.library import freshness
from reader.library.index import Added, Index
from reader.library.indexed import IndexedDossier
from reader.library.packing import IndexDamagedError
from reader.model import Dossier, Entry

if TYPE_CHECKING:
    from reader.library.indexing import Progress

T = TypeVar("T")


class OpenDossier:
    """The dossier in ``root``, any thread's to ask.

    Languages are codes as in the dossier's catalogs (``ru``, ``en``). Until :attr:`is_open` there
    is nothing to ask for.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._dossier: IndexedDossier | None = None
        self._before: IndexedDossier | None = None
        """The dossier in the state in which it was shown before."""
        self._lock = RLock()
        """Held where what is open is replaced by what was made of it."""

    @property
    def is_open(self) -> bool:
        return self._dossier is not None

    def open(self, only: str | None = None, *, trusting: bool = False) -> bool:
        """Open the index that is there. False where it doesn't fit the dossier's files.

        ``only`` and ``trusting`` as in :func:`reader.library.freshness.found`.
        """
        index = freshness.found(self.root, only, trusting=trusting)
        if index is not None:
            self.replace_dossier(IndexedDossier(index, self.root))
        return index is not None

    def build(self, progress: Progress | None = None) -> None:
        """Bring the index up to date here and now, and open it.

        Where it cannot be written it is made in memory. Raises
        :class:`reader.errors.ReaderError` for a folder that is not a dossier.
        """
        from reader.library import indexing

        index = None
        # A cache that cannot be written costs time, nothing else.
        with contextlib.suppress(OSError, sqlite3.Error, IndexDamagedError):
            index = Index.open(indexing.update(self.root, progress))
        self.replace_dossier(
            IndexedDossier(index or indexing.in_memory(self.root, progress), self.root)
        )

    def is_current(self) -> bool:
        """Tell whether the index fits every file of the dossier as it is now."""
        return self._dossier is not None and freshness.is_current(self._dossier.index, self.root)

    def reindexed(self) -> IndexedDossier | None:
        """Return the dossier by the index that is there now, for :meth:`replace_dossier`."""
        index = freshness.found(self.root, trusting=True)
        return None if index is None else IndexedDossier(index, self.root)

    def read_again(self) -> IndexedDossier:
        """Return the dossier as its files are now, for :meth:`replace_dossier`, by no index that is kept.

        Raises :class:`reader.errors.ReaderError` for a folder that is not a dossier.
        """
        from reader.library import indexing

        return IndexedDossier(indexing.in_memory(self.root), self.root)

    def replace_dossier(self, dossier: IndexedDossier) -> None:
        """Show another state of the dossier from now on.

        What has been shown and is not in it any more can still be asked for by its key.
        """
        with self._lock:
            self._before, self._dossier = self._dossier, dossier

    def dossier_remade(self) -> None:
        """Take note that the index was made again."""

    def ask(self, question: Callable[[IndexedDossier], T]) -> T:
        """Ask the dossier; a damaged index is made again from the files, and asked once more."""
        dossier = self._dossier
        assert dossier is not None, "nothing is open"
        try:
            return question(dossier)
        except IndexDamagedError:
            return question(self._remade(dossier))

    def _remade(self, damaged: IndexedDossier) -> IndexedDossier:
        from reader.library import indexing

        with self._lock:
            if self._dossier is damaged:  # no other thread has met the damage before
                if damaged.index.path is not None and not damaged.index.frozen:
                    with contextlib.suppress(OSError):
                        damaged.index.path.unlink()
                self._dossier = IndexedDossier(indexing.in_memory(self.root), self.root)
                self.dossier_remade()
            assert self._dossier is not None
            return self._dossier

    # What it has.

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the dossier has something: its own, translations, terms.

        None until it is open.
        """
        if not self.is_open:
            return ()
        return self.ask(lambda dossier: dossier.index.languages)

    def offered_languages(self, shown: str) -> tuple[str, ...]:
        """Return the interface's languages in which there is something, and ``shown``."""
        known = {*self.languages, shown}
        return tuple(code for code in locales.languages() if code in known)

    def head(self, language: str) -> Dossier:
        """Return the dossier in ``language`` without documents, and of its entries the names."""
        return self.ask(lambda dossier: dossier.head(language))

    def in_language(self, language: str) -> Dossier:
        """Return the dossier in ``language`` with the reader's own entries, without documents."""
        return self.ask(lambda dossier: dossier.in_language(language))

    def added(self, language: str) -> Added:
        """Return what the dossier's editors add, in ``language``: discrepancies and notes."""
        return self.ask(lambda dossier: dossier.added(language))

    @property
    def source(self) -> Dossier:
        """The dossier in the language it is written in."""
        return self.ask(lambda dossier: dossier.source)

    def entry(self, id: str, language: str) -> Entry | None:
        return self.in_language(language).entry(id)

    def document_keys(self) -> list[str]:
        """Return the keys of the dossier's own documents, in reading order."""
        return self.ask(lambda dossier: dossier.index.keys())
