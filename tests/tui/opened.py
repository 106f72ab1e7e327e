"""The app, opened on the built-in dossier and quiet: everything read, every mention linked."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from reader.dossiers import paths
from reader.launch import LaunchOptions
from reader.library.collection import Collection
from reader.model import Document
from reader.tui.app import ReaderApp

WIDE, MIDDLE, NARROW = (120, 40), (80, 24), (60, 20)


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
    launch = LaunchOptions(root or paths.builtin(), document, articles, language)
    async with at_first_frame(launch, size) as (app, pilot):
        await settled(app, pilot)
        yield app, pilot


@asynccontextmanager
async def at_first_frame(
    launch: LaunchOptions, size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[ReaderApp, Pilot[int]]]:
    """Open the app, whose workers have just begun."""
    app = ReaderApp(launch)
    async with app.run_test(size=size) as pilot:
        yield app, pilot


async def settled(app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


def collection_of(app: ReaderApp) -> Collection:
    """What the app has open."""
    assert app.session.collection is not None
    return app.session.collection
