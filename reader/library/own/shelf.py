"""The reader's own articles, as whoever shows them asks for them: by their index, opened late.

Nothing of it is read before it is asked for, and where there are no own articles that costs a look
at one folder.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from reader import storage
from reader.dossiers import own_places
from reader.library.index import Occurrence, Row
from reader.library.packing import IndexDamagedError
from reader.model import Document, Problem

# This is imported before the first frame: what is opened late is imported late.
if TYPE_CHECKING:
    from reader.library.own.own_index import OwnIndex

T = TypeVar("T")
Progress = Callable[[int, int], None]

_KEPT = 32


class OwnArticles:
    """The own articles, any thread's to ask.

    ``trusting``: they are shown as they were indexed last, and :meth:`is_current` tells whether
    that still holds; otherwise the index is brought up to date before it is first asked.
    """

    def __init__(self, *, trusting: bool = True, progress: Progress | None = None) -> None:
        self.trusting = trusting
        self.progress = progress
        self._index: OwnIndex | None = None
        self._is_open = False
        self._documents: dict[str, Document] = {}
        self._lock = RLock()

    @property
    def index(self) -> OwnIndex | None:
        """The index; ``None`` where there are no own articles, or none is indexed yet."""
        if not self._is_open:
            with self._lock:
                if not self._is_open:
                    self._index = self._opened()
                    self._is_open = True
        return self._index

    def _opened(self) -> OwnIndex | None:
        if not storage.exists(own_places.articles()):
            return None
        from reader.library.own.own_index import OwnIndex, path

        found = OwnIndex.open(path())
        if self.trusting:
            return found
        if found is not None:
            if found.is_current():
                return found
            found.close()
        return self._made()

    def _made(self) -> OwnIndex | None:
        """Bring the index up to date; as it is while another program does."""
        from reader.library.own import writing
        from reader.library.own.own_index import OwnIndex, path

        with contextlib.suppress(OSError, sqlite3.Error, IndexDamagedError):
            with contextlib.suppress(BlockingIOError):
                writing.update(self.progress, wait=False)
            if (index := OwnIndex.open(path())) is not None:
                return index
        return writing.in_memory(self.progress)

    def is_current(self) -> bool:
        """Tell whether what is shown is what the files have."""
        index = self.index
        if index is None:
            return next(own_places.listed(own_places.articles()), None) is None
        return index.is_current()

    def reopened(self) -> OwnArticles:
        """Return them as they are now, by the index that is there or one that is made."""
        fresh = OwnArticles(trusting=False, progress=self.progress)
        assert fresh.index is None or fresh.index.count >= 0
        return fresh

    def _ask(self, question: Callable[[OwnIndex], T], nothing: T) -> T:
        index = self.index
        if index is None:
            return nothing
        try:
            return question(index)
        except IndexDamagedError:
            return question(self._remade(index))

    def _remade(self, damaged: OwnIndex) -> OwnIndex:
        from reader.library.own import writing

        with self._lock:
            if self._index is damaged or self._index is None:
                if damaged.path is not None:
                    with contextlib.suppress(OSError):
                        damaged.path.unlink()
                self._index, self._documents = writing.in_memory(), {}
            return self._index

    # What there is.

    def __len__(self) -> int:
        index = self.index
        return index.count if index is not None else 0

    def rows(self, language: str, start: int, stop: int) -> list[Row]:
        """Return what the list shows from ``start`` up to ``stop``."""
        return self._ask(lambda index: index.rows(language, start, stop), [])

    def came(self) -> dict[str, int]:
        """Return when articles came or were changed last, in nanoseconds since 1970, by key."""
        return self._ask(lambda index: index.came(), {})

    def keys(self, start: int = 0, stop: int | None = None) -> list[str]:
        """Return the keys of articles, in reading order."""
        return self._ask(lambda index: index.keys(start, stop), [])

    def position(self, key: str) -> int | None:
        """Return an article's number in reading order, from 0."""
        return self._ask(lambda index: index.position(key), None)

    def document(self, key: str) -> Document | None:
        """Return an article; ``None`` where there is none under this key."""
        found = self._documents.get(key)
        if found is None and (found := self._ask(lambda i: i.document(key), None)) is not None:
            with self._lock:
                if len(self._documents) >= _KEPT:
                    del self._documents[next(iter(self._documents))]
                self._documents[key] = found
        return found

    def problems(self) -> list[Problem]:
        """Return what is wrong in the files of articles."""
        return self._ask(lambda index: index.problems(own_places.articles()), [])

    def path(self, key: str) -> Path | None:
        """Return the file of an article."""
        name = self._ask(lambda index: index.file_of(key), None)
        return None if name is None else own_places.articles() / name

    def key_of(self, path: Path) -> str | None:
        """Return the key of the article that a file has; ``None`` for any other file."""
        if not path.is_relative_to(own_places.articles()):
            return None
        name = str(path.relative_to(own_places.articles()))
        return self._ask(lambda index: index.key_of_file(name), None)

    def has_mentions(self, glossary: str) -> bool:
        """Tell whether the mentions of a glossary's terms in every article are stored."""
        return self._ask(lambda index: index.has_mentions(glossary), True)

    def stored(self, entry: str, glossary: str) -> tuple[list[Occurrence], set[str] | None]:
        """Return the mentions of an entry that are stored, and the articles whose these are.

        ``None``: they are those of all articles.
        """

        def ask(index: OwnIndex) -> tuple[list[Occurrence], set[str] | None]:
            found = index.occurrences(entry, glossary)
            return found, None if index.has_mentions(glossary) else index.searched(glossary)

        nothing: tuple[list[Occurrence], set[str] | None] = ([], None)
        return self._ask(ask, nothing)

    def with_forms(self, forms: Sequence[Sequence[str]]) -> list[str]:
        """Return the keys of the articles with a paragraph that has all words of any of these."""
        nothing: list[str] | None = []
        found = self._ask(lambda index: index.with_forms(forms), nothing)
        return self.keys() if found is None else found
