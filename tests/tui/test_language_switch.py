"""The switch of language: for every screen and bar at once, and without waiting for a disk."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from reader.dossiers import paths
from reader.language import interface, messages
from reader.launch import LaunchOptions
from reader.tui.widgets.key_bar import KeyBar
from tests.tui.opened import at_first_frame, indexed, opened, settled
from tests.tui.screens import screen_text


def launch() -> LaunchOptions:
    return LaunchOptions(indexed(paths.builtin()), "report-charter", language="en")


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Workers wait for the event before they have a language; the UI thread has every one at once."""
    indexed(paths.builtin())
    ready, ui, prepare = threading.Event(), threading.get_ident(), interface.prepare

    def waiting(language: str) -> None:
        if threading.get_ident() != ui:
            ready.wait()
        prepare(language)

    monkeypatch.setattr(interface, "prepare", waiting)
    yield ready
    ready.set()


async def test_keys_work_while_a_language_is_loaded(slow_disk: threading.Event) -> None:
    async with at_first_frame(launch()) as (app, pilot):
        before = app.main.source.place
        await pilot.press("L", "space")
        assert messages.language() == "en"
        assert app.main.source.place != before
        slow_disk.set()
        await settled(app, pilot)
        assert messages.language() == "ru"
        assert "Статьи" in screen_text(app)


async def test_asking_twice_while_it_is_loaded_changes_nothing(slow_disk: threading.Event) -> None:
    async with at_first_frame(launch()) as (app, pilot):
        await pilot.press("L", "L")
        slow_disk.set()
        await settled(app, pilot)
        assert messages.language() == "en"
        assert "Articles" in screen_text(app)


async def test_the_first_switch_needs_no_worker() -> None:
    async with opened("en") as (app, pilot):
        await pilot.press("L")
        assert messages.language() == "ru"
        assert not list(app.workers)


async def test_every_screen_of_the_stack_is_in_the_new_language() -> None:
    async with opened("en", document="report-charter") as (app, pilot):
        await pilot.press("w")
        await settled(app, pilot)
        await pilot.press("f2")
        await settled(app, pilot)
        await pilot.press("escape")
        await settled(app, pilot)
        assert "Document" not in screen_text(app)
        assert "Статьи" in screen_text(app)


async def test_a_bar_that_was_closed_is_let_go() -> None:
    async with opened("en") as (app, pilot):
        await pilot.press("f1")
        await settled(app, pilot)
        bar = app.screen.query_one(KeyBar)
        await pilot.press("escape")
        await settled(app, pilot)
        assert bar not in app.session.language_changed._subscriptions
