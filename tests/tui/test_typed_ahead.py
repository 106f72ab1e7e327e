"""Keys, clicks and pastes at any moment: in their order, to screens that can take them, or to none."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from reader.language import interface
from reader.tui.app import ReaderApp
from reader.tui.screens.entry import EntryScreen
from reader.tui.screens.glossary import GlossaryScreen
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.palette import PaletteScreen
from tests.tui.opened import WIDE, opened

OPENERS = ("w", "P", "question_mark", "colon", "slash", "m", "n", "apostrophe", "f1", "ctrl+p")
CLOSERS = ("escape", "q", "f10", "enter", "backspace")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Print into a folder of the test's own."""
    monkeypatch.chdir(tmp_path)


def send(app: ReaderApp, *keys: str) -> None:
    """Press keys all at once, as what was typed ahead comes."""
    for key in keys:
        character = key if len(key) == 1 else {"enter": "\r", "escape": "\x1b"}.get(key)
        app.post_message(events.Key(key, character))


def click(app: ReaderApp, x: int, y: int, times: int = 1) -> None:
    for _ in range(times):
        for kind in (events.MouseDown, events.MouseUp):
            app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y))


async def quiet(app: ReaderApp, pilot: Pilot[int]) -> None:
    """Wait until every event was let through, and what it led to is done."""
    for _ in range(100):
        await pilot.pause()
        if app._gate is None or not app._gate._waiting:
            break


async def test_letters_typed_ahead_go_into_the_field_that_the_first_one_opens() -> None:
    async with opened("en", WIDE) as (app, pilot):
        send(app, "w", *"corr")
        await quiet(app, pilot)
        assert isinstance(app.screen, GlossaryScreen)
        assert app.screen.field.value == "corr"


async def test_so_do_those_of_the_russian_layout() -> None:
    async with opened("ru", WIDE) as (app, pilot):
        send(app, "ц", *"кори")
        await quiet(app, pilot)
        assert isinstance(app.screen, GlossaryScreen)
        assert app.screen.field.value == "кори"


async def test_a_paste_comes_after_the_key_before_it() -> None:
    async with opened("en", WIDE) as (app, pilot):
        send(app, "slash")
        app.post_message(events.Paste("trade\nroute"))
        await quiet(app, pilot)
        assert isinstance(app.focused, Input)
        assert app.focused.value == "trade route"


async def test_typed_ahead_one_walks_through_several_windows() -> None:
    async with opened("en", WIDE) as (app, pilot):
        send(app, "colon", *"glossary", "enter", *"corr", "escape", "question_mark")
        await quiet(app, pilot)
        assert isinstance(app.screen, HelpScreen)
        assert len(app.screen_stack) == 2


@pytest.mark.parametrize("key", [*OPENERS, "L", "v", "enter", "escape", "ctrl+t"])
async def test_nothing_runs_after_the_key_that_leaves(key: str) -> None:
    async with opened("en", WIDE) as (app, pilot):
        send(app, "q", key, key)
        app.post_message(events.Paste("x"))
        click(app, 40, 10)
        app.post_message(events.Resize.from_dimensions((80, 24), None))
        await pilot.pause()
    assert app.return_code == 0


@pytest.mark.parametrize("opener", OPENERS)
@pytest.mark.parametrize("closer", CLOSERS)
async def test_windows_open_and_close_at_once(opener: str, closer: str) -> None:
    async with opened("en", WIDE) as (app, pilot):
        send(app, opener, closer, closer, opener, closer, "j", closer)
        await quiet(app, pilot)


@pytest.mark.parametrize("opener", ["colon", "w"])
@pytest.mark.parametrize("times", [2, 3])
async def test_a_row_is_chosen_once_however_often_it_is_clicked(opener: str, times: int) -> None:
    async with opened("en", WIDE) as (app, pilot):
        await pilot.press(opener)
        await pilot.pause()
        rows = app.screen.query_one("#rows").region
        depth = len(app.screen_stack)
        click(app, rows.x + 3, rows.y + 1, times)
        await quiet(app, pilot)
        assert len(app.screen_stack) <= depth + 1


async def test_a_double_click_in_the_palette_does_not_reach_what_it_opens() -> None:
    async with opened("en", WIDE) as (app, pilot):
        before = app.main.source.cursor, app.main.source.link
        await pilot.press("colon", *"theme")
        await pilot.pause()
        theme, rows = app.theme, app.screen.query_one("#rows").region
        click(app, rows.x + 3, rows.y, 3)
        await quiet(app, pilot)
        assert app.theme != theme
        assert (app.main.source.cursor, app.main.source.link) == before
        assert app.screen is app.main


@pytest.mark.parametrize("screen", [PaletteScreen, GlossaryScreen, HelpScreen, EntryScreen])
async def test_a_window_is_closed_once(screen: type[object]) -> None:
    opening: dict[type[object], Callable[[ReaderApp, Pilot[int]], Awaitable[object]]] = {
        PaletteScreen: lambda _app, pilot: pilot.press("colon"),
        GlossaryScreen: lambda _app, pilot: pilot.press("w"),
        HelpScreen: lambda _app, pilot: pilot.press("question_mark"),
        EntryScreen: _open_entry,
    }
    async with opened("en", WIDE) as (app, pilot):
        await opening[screen](app, pilot)
        await pilot.pause()
        window = app.screen
        assert isinstance(window, screen)
        window.dismiss(None)
        window.dismiss(None)
        await pilot.pause()
        window.dismiss(None)
        await pilot.pause()
        assert app.screen is app.main


async def _open_entry(app: ReaderApp, pilot: Pilot[int]) -> None:
    app.main.open_entry("tripp")
    await pilot.pause()


async def test_a_command_of_a_covered_screen_does_nothing() -> None:
    async with opened("en", WIDE) as (app, pilot):
        await pilot.press("w")
        await pilot.pause()
        for id in ("print", "glossary", "find", "quit", "help"):
            app.main.action_run(id)
        await pilot.pause()
        assert isinstance(app.screen, GlossaryScreen)
        assert len(app.screen_stack) == 2
        assert not app.session.is_leaving


async def test_windows_are_not_stacked_without_end() -> None:
    async with opened("en", WIDE) as (app, pilot):
        for _ in range(12):
            send(app, "colon", *"keys", "enter")
        await quiet(app, pilot)
        assert len(app.screen_stack) <= 3


async def test_keys_before_a_screen_is_mounted_wait_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    mounted = HelpScreen.on_mount

    async def slowly(self: HelpScreen) -> None:
        await asyncio.sleep(0.05)
        mounted(self)

    monkeypatch.setattr(HelpScreen, "on_mount", slowly)
    async with opened("en", WIDE) as (app, pilot):
        send(app, "question_mark", "escape", "w", *"corr")
        click(app, 40, 10, 2)
        await quiet(app, pilot)
        assert isinstance(app.screen, GlossaryScreen)


@pytest.mark.parametrize("keys", [("question_mark", "L"), ("w", "L", "f2"), ("P", "f2", "f2")])
async def test_another_language_comes_at_any_moment(keys: Sequence[str]) -> None:
    async with opened("en", WIDE) as (app, pilot):
        send(app, *keys, "escape", "escape")
        interface.set_language("en")
        await quiet(app, pilot)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_key_typed_ahead_moves_in_the_pane_that_the_one_before_enters(
    size: tuple[int, int],
) -> None:
    async with opened("en", size) as (app, pilot):
        before = app.main.summary.cursor
        send(app, "tab", "j", "j")
        await quiet(app, pilot)
        assert app.main.pane == "summary"
        assert app.main.summary.cursor != before
        kept = app.main.texts.place()
        assert kept is not None
        assert kept.summary.cursor == app.main.summary.cursor
