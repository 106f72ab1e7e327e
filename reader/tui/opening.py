"""What a worker reads while the first frame is already shown; it reports by messages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.message import Message

from reader.articles import decoding, recognition
from reader.errors import ReaderError
from reader.language import dates, interface, locales, messages
from reader.launch import LaunchOptions
from reader.library.collection import Collection
from reader.tui.session import Completed, Failed, Matched, Opened, Prepared

LISTED = 40
"""Documents of which the list shows the dates first."""

Post = Callable[[Message], object]
"""Posts a message; may be called from any thread."""


def open_everything(launch: LaunchOptions, collection: Collection | None, post: Post) -> None:
    """Read what is not read yet, build the matcher, then prepare the first switch of language.

    ``collection`` is what the first frame showed; ``None`` where the dossier must be read first.
    """
    try:
        if collection is None:
            collection = Collection.read(launch.root, launch.articles)
            collection.in_language(messages.language())
            post(Opened(collection))
        dates.keep()
        for number, path in launch.unread.items():
            _read_rest(launch, collection, number, path, post)
        collection.ready()
        post(Matched())
        dates.keep()
    except ReaderError as error:
        post(Failed(error))
    else:
        prepare_language(next_language(messages.language()), collection, post)


def _read_rest(
    launch: LaunchOptions, collection: Collection, number: int, path: Path, post: Post
) -> None:
    """Read a long file to its end; what is wrong with the rest leaves the beginning shown."""
    try:
        text = decoding.read_text(path)
    except ReaderError as error:
        post(Failed(error))
        return
    document = recognition.open_article(text, str(path), collection.dossier)
    files = [n for n, article in enumerate(launch.articles) if article.id is None]
    post(Completed(f"file:{files.index(number) + 1}", document))


def next_language(language: str) -> str:
    """Return the language after ``language``; after the last one the first."""
    languages = locales.languages()
    return languages[(languages.index(language) + 1) % len(languages)]


def prepare_language(language: str, collection: Collection | None, post: Post) -> None:
    """Load what a switch to ``language`` needs, so that the UI thread waits for none of it.

    That is the catalog of the interface, which may have to be compiled, the dossier in that
    language, and the dates that a list shows first, for which CLDR may have to be loaded.
    """
    interface.prepare(language)
    if collection is not None:
        for document in collection.in_language(language).documents[:LISTED]:
            source = document.source
            if day := source.published or source.published_inferred:
                dates.date(day, language)
                dates.date(day[:10], language, "medium")
    post(Prepared(language))
