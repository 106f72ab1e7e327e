"""What a worker reads while the first frame is already shown; it reports by messages."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from reader import storage
from reader.errors import ReaderError
from reader.language import dates, interface, locales, messages
from reader.launch import LaunchOptions
from reader.library.collection import Collection
from reader.library.indexed import IndexedDossier
from reader.library.sources import Article
from reader.tui.worker_messages import (
    Changed,
    Compiled,
    Completed,
    DossierOpened,
    Failed,
    Indexed,
    Matched,
    NotesFound,
    Opened,
    OwnReindexed,
    Prepared,
    Reindexed,
    Reloaded,
)

if TYPE_CHECKING:
    from reader.library.builder import Builder

LISTED = 40
"""Documents of which the list shows the dates first."""

Post = Callable[[Message], object]
"""Posts a message; may be called from any thread."""


class _LeftError(Exception):
    """The app is being closed: what is read is not needed any more."""


def open_everything(
    launch: LaunchOptions, post: Post, has_left: Callable[[], bool] = lambda: False
) -> None:
    """Read what is not read yet, build the matcher, then prepare the first switch of language.

    The callback ``has_left`` tells whether the app is being closed, which waits for this.
    """
    collection = launch.collection
    with contextlib.suppress(_LeftError):
        try:
            _open(launch, post, has_left)
            dates.keep()
            for key, get in launch.unread.items():
                _read_rest(key, get, post)
            collection.build_matcher(_reporting(post, has_left, Compiled))
            _prepare_verdicts(collection)
            post(Matched())
            dates.keep()
        except ReaderError as error:
            post(Failed(error))
        else:
            _read_notes(collection, post)
            prepare_language(next_language(messages.language(), collection), collection, post)
        finally:
            collection.prepared.set()  # whatever went wrong: nobody waits for it any longer
        if collection.is_open and not collection.is_current():
            reindex(collection, post, has_left)
        if collection.is_open and not has_left():
            _reindex_own(collection, post, has_left)


def _prepare_verdicts(collection: Collection) -> None:
    from reader.library import verification

    verification.prepare(collection)


def _reindex_own(collection: Collection, post: Post, has_left: Callable[[], bool]) -> None:
    """Bring the index of the reader's own articles up to date, which were shown as indexed last."""
    is_current = collection.own.is_current()
    if is_current and (not len(collection.own) or collection.mentioned.own_have_mentions):
        return
    from reader.library.builder import Builder

    builder = Builder.start_own(collection.root)
    if builder is not None:
        try:
            builder.wait(_reporting(post, has_left), has_left)
        finally:
            builder.stop()
    if not is_current and not has_left():
        post(OwnReindexed(collection.own.reopened()))


def _open(launch: LaunchOptions, post: Post, has_left: Callable[[], bool]) -> None:
    """Open the index once it is built; read the files themselves where it cannot be."""
    if not launch.collection.is_open:
        _indexed(launch.collection, launch.builder, post, has_left)
        post(Opened(launch.collection))


def _indexed(
    collection: Collection, builder: Builder | None, post: Post, has_left: Callable[[], bool]
) -> None:
    progress = _reporting(post, has_left)
    if builder is not None:
        builder.wait(progress, has_left)
    if has_left():
        raise _LeftError
    if not collection.open():
        collection.build(progress)
    collection.in_language(messages.language())


def open_dossier(root: Path, beside: Collection, post: Post, has_left: Callable[[], bool]) -> None:
    """Open another dossier, while the one ``beside`` is shown; that stays where it can't be."""
    collection = Collection(root, own=beside.own)
    with contextlib.suppress(_LeftError):
        try:
            if not collection.open():
                from reader.library.builder import Builder

                builder = Builder.start(root) if storage.exists(root / "dossier.yaml") else None
                try:
                    _indexed(collection, builder, post, has_left)
                finally:
                    if builder is not None:
                        builder.stop()
            collection.in_language(messages.language())
            post(DossierOpened(collection))
        except ReaderError as error:
            post(Failed(error))


def _reporting(
    post: Post, has_left: Callable[[], bool], message: type[Indexed | Compiled] = Indexed
) -> Callable[[int, int], None]:
    def progress(done: int, total: int) -> None:
        if has_left():
            raise _LeftError
        post(message(done, total))

    return progress


def reindex(collection: Collection, post: Post, has_left: Callable[[], bool]) -> None:
    """Bring the index of a large dossier up to date, which was shown as it was indexed last."""
    dossier = _indexed_again(collection, post, has_left)
    if dossier is not None:
        dossier.in_language(messages.language())
        post(Reindexed(dossier))


def _indexed_again(
    collection: Collection, post: Post, has_left: Callable[[], bool]
) -> IndexedDossier | None:
    """Have a process bring the index up to date; ``None`` where it could not, or nobody waits."""
    from reader.library.builder import Builder

    builder = Builder.start(collection.root)
    if builder is None:
        return None
    try:
        builder.wait(_reporting(post, has_left), has_left)
    finally:
        builder.stop()
    return None if has_left() else collection.reindexed()


def look(collection: Collection, post: Post) -> None:
    """Look whether the files of the dossier are as they are shown."""
    post(Changed(not collection.is_current()))


def reload(collection: Collection, post: Post, has_left: Callable[[], bool]) -> None:
    """Read the dossier again, as its files are now, while it is shown as it was.

    Where that is not a dossier any more, what is shown stays.
    """
    from reader.terms.factory import matcher

    has_changed = not collection.is_current()
    with contextlib.suppress(_LeftError):
        try:
            dossier = _indexed_again(collection, post, has_left) if has_changed else None
            # The reader's own entries are in no index.
            dossier = dossier or collection.reindexed() or collection.read_again()
            dossier.in_language(messages.language())
            made = matcher(dossier.source.entries, progress=_reporting(post, has_left, Compiled))
            post(Reloaded(dossier, made, has_changed))
        except ReaderError as error:
            post(Failed(error))


def _read_notes(collection: Collection, post: Post) -> None:
    """Read the reader's notes, those that he was still writing too; tell what is wrong."""
    from reader.library import unsaved_notes
    from reader.library.noting import Notes

    notes = Notes(collection)
    adopted = unsaved_notes.adopt(notes, collection.source.id)
    if notes.has_files:
        notes.all()
        post(NotesFound(notes.problems, adopted))


def _read_rest(key: str, get: Callable[[], Article], post: Post) -> None:
    """Read a long file to its end; what is wrong with the rest leaves the beginning shown."""
    document, problems, _encoding = get()
    if document is None:
        post(Failed(ReaderError(*problems)))
    else:
        post(Completed(key, document, problems))


def next_language(language: str, collection: Collection | None, opened_in: str = "") -> str:
    """Return the language after ``language``; after the last one the first.

    Of the interface's languages those in which the dossier has something, and the one that the
    app was ``opened_in``.
    """
    languages = locales.languages()
    if collection is not None and collection.is_open:
        known = {*collection.languages, language, opened_in}
        languages = tuple(code for code in languages if code in known)
    return languages[(languages.index(language) + 1) % len(languages)]


def prepare_language(language: str, collection: Collection | None, post: Post) -> None:
    """Load what a switch to ``language`` needs, so that the UI thread waits for none of it.

    That is the catalog of the interface, which may have to be compiled, the dossier in that
    language, and the dates that a list shows first, for which CLDR may have to be loaded.
    """
    interface.prepare(language)
    if collection is not None:
        collection.in_language(language)
        for row in collection.rows(language, 0, LISTED):
            source = row.source
            if day := source.published or source.published_inferred:
                dates.date(day, language)
                dates.date(day[:10], language, "medium")
    post(Prepared(language))
