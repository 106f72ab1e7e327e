"""Reading what is to be added to the library, and adding it, in a worker; it reports by messages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual.message import Message

from reader.dossiers import own_article, own_places
from reader.errors import ReaderError
from reader.library.collection import Collection
from reader.library.own import adding
from reader.library.own.adding import Batch
from reader.library.own.candidates import Reader
from reader.library.own.importing import Result
from reader.library.own.shelf import OwnArticles

Post = Callable[[Message], object]

PREVIEWED = 12
"""Articles that are read to be shown before anything is written."""
MOST_FAILED = 200
"""Articles that could not be read of which it is told why."""
_BEAT = 16


class Wanted(NamedTuple):
    """What somebody wants to add: a path or an address, or a text that was pasted."""

    name: str
    text: str = ""
    into: str = ""
    """The folder among own articles that it goes into."""


class Looked(Message):
    """What would come of the first articles of what is wanted, or why nothing can."""

    def __init__(
        self,
        wanted: Wanted,
        batch: Batch,
        results: Sequence[Result],
        error: ReaderError | None = None,
    ) -> None:
        super().__init__()
        self.wanted = wanted
        self.batch = batch
        self.results = results
        self.error = error


class AddedSoFar(Message):
    """So many of so many articles are added, or only read."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done = done
        self.total = total


class Outcome(NamedTuple):
    """What came of adding."""

    counts: Counter[str]
    failed: tuple[Result, ...] = ()
    key: str = ""
    """The first article that was added, changed, attached or there already."""
    was_stopped: bool = False
    error: ReaderError | None = None
    """Why no more could be added."""


class AddedAll(Message):
    """A worker has added what was wanted; the reader's own articles as they are now."""

    def __init__(self, outcome: Outcome, own: OwnArticles) -> None:
        super().__init__()
        self.outcome = outcome
        self.own = own


def look(collection: Collection, wanted: Wanted, post: Post) -> None:
    """Read the first articles of what is wanted, and tell what would come of them."""
    batch, results = Batch([], []), []
    error = None
    try:
        batch = _batch(collection, wanted)
        first = batch.beginning(PREVIEWED)
        results = list(adding.imported(str(collection.root), first, dry=True))
    except ReaderError as wrong:
        error = wrong
    post(Looked(wanted, batch, results, error))


def _batch(collection: Collection, wanted: Wanted) -> Batch:
    into = own_places.folder_name(wanted.into)
    reader = Reader.of(str(collection.root), own_article.now())
    if wanted.text:
        return adding.piped(reader, wanted.text.encode("utf-8", "backslashreplace"), into)
    return adding.named(reader, wanted.name, into)


def add(collection: Collection, batch: Batch, post: Post, is_stopped: Callable[[], bool]) -> None:
    """Add a batch, tell how far it is, and what came of it; one that is stopped has what is in."""
    counts: Counter[str] = Counter()
    failed: list[Result] = []
    key, error = "", None
    touches_dossier = False
    try:
        results = adding.imported(str(collection.root), batch)
        for done, result in enumerate(results, 1):
            counts[result.status] += 1
            if result.status == "failed":
                failed = [*failed, result][:MOST_FAILED] if len(failed) < MOST_FAILED else failed
            else:
                key = key or result.key or ""
                touches_dossier |= bool(result.key) and not own_places.is_own(result.key or "")
            if done % _BEAT == 0:
                post(AddedSoFar(done, batch.size))
                if is_stopped():
                    results.close()
                    break
    except ReaderError as wrong:
        error = wrong
    outcome = Outcome(counts, tuple(failed), key, is_stopped(), error)
    if touches_dossier and not collection.is_current():
        from reader.tui.opening import reindex

        reindex(collection, post, is_stopped)
    post(AddedAll(outcome, collection.own.reopened()))
