"""The app, opened on the built-in dossier and quiet: everything read, every mention linked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from reader.dossiers import paths
from reader.launch import LaunchOptions
from reader.library import verifying_process
from reader.library.collection import Collection
from reader.model import Document, Paragraph, Source, Text
from reader.terms.factory import matcher
from reader.tui.app import ReaderApp
from reader.tui.screens import verdicts
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.verdicts import VerdictsFound
from reader.verdicts import Verdict
from tests.tui.remembered import remembered

WIDE, MIDDLE, NARROW = (120, 40), (80, 24), (60, 20)


verdicts.STAYED = 3600.0
"""No test waits half a second, and none has its picture changed after that: see :func:`settled`."""


@asynccontextmanager
async def opened(
    language: str = "ru",
    size: tuple[int, int] = WIDE,
    *,
    document: str | None = None,
    articles: tuple[Document, ...] = (),
    root: Path | None = None,
) -> AsyncIterator[tuple[ReaderApp, Pilot[int]]]:
    """Open the app and wait until its workers have done."""
    collection = indexed(root or paths.builtin(), articles)
    first = document or next((article.id or "file:1" for article in articles), None)
    launch = LaunchOptions(collection, first, language)
    async with at_first_frame(launch, size) as (app, pilot):
        await settled(app, pilot)
        yield app, pilot


def indexed(root: Path, articles: Sequence[Document] = ()) -> Collection:
    """A dossier that was indexed before, as any start but the first finds it."""
    collection = Collection(root, articles)
    if not collection.open():
        collection.build()
    return collection


def original(id: str, *, language: str = "ru") -> Document:
    """A document as a file brings it: the publisher's text, in sentences of our own."""
    document = indexed(paths.builtin()).document(id, language)
    paragraphs = tuple(
        Paragraph(p.id, f"Подлинная строка номер {n}.")
        for n, p in enumerate(document.texts[-1].paragraphs, 1)
    )
    return Document(id, language, "", Source(), (Text("original", language, paragraphs),))


@asynccontextmanager
async def at_first_frame(
    launch: LaunchOptions, size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[ReaderApp, Pilot[int]]]:
    """Open the app, whose workers have just begun."""
    with remembered():
        app = ReaderApp(launch)
        async with app.run_test(size=size) as pilot:
            yield app, pilot


_FOUND: dict[str, tuple[Verdict, ...]] = {}
"""What tests before have found of claims, by the fingerprint of all that it depends on."""


async def settled(app: ReaderApp, pilot: Pilot[int]) -> None:
    """Wait until all is done that is done where one stays: the claims are verified, too."""
    await at_rest(app, pilot)
    subject = app.main.texts.unverified
    if subject is not None:
        found = _FOUND.get(subject.made_of)
        if found is None:
            found = verifying_process.verify(subject, matcher(subject.entries))
            _FOUND[subject.made_of] = found
        app.main.post_message(VerdictsFound(subject, found))
        await at_rest(app, pilot)


async def at_rest(app: ReaderApp, pilot: Pilot[int]) -> None:
    """Wait until the workers have done, what they reported is handled, and all is painted."""
    await pilot.pause()
    await handled(app)
    while unfinished := list(app.workers):
        for worker in unfinished:
            # What nobody wants any longer is cancelled, and done with as well.
            with suppress(WorkerCancelled):
                await worker.wait()
        await asyncio.sleep(0)
    await handled(app)
    await pilot.pause()


async def handled(app: ReaderApp) -> None:
    """Wait until the app and every screen have handled the messages posted to them by now.

    A pilot's pause asks the screen in front alone, and else guesses by the processor's time.
    """
    for pump in (app, *app.screen_stack):
        done = asyncio.Event()
        if pump.call_later(done.set):
            await done.wait()


def collection_of(app: ReaderApp) -> Collection:
    """What the app has open."""
    assert app.session.collection is not None
    return app.session.collection


def told(app: ReaderApp) -> list[str]:
    """What the app has said: notices, and the message in the status line."""
    notices = [note.message for note in app._notifications]
    screens = [each for each in app.screen_stack if isinstance(each, CommandScreen)]
    return [*notices, *(each.said for each in screens if each.said)]
