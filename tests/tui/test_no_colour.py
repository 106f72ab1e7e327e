"""With NO_COLOR no colour is painted, and what is marked can still be seen."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reader import state
from reader.tui.app import ReaderApp
from reader.tui.widgets.text import selection
from tests.tui.opened import WIDE, opened, told
from tests.tui.screens import screen_rows, screen_styles

SCREENS = {"main": (), "glossary": ("w",), "palette": ("colon",), "help": ("f1",), "print": ("P",)}


@pytest.fixture(params=["", "1"])
def _no_colour(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", request.param)


def colours(app: ReaderApp) -> set[str]:
    styles = [segment.style for row in screen_rows(app) for segment in row if segment.style]
    used = [colour for style in styles for colour in (style.color, style.bgcolor) if colour]
    return {colour.name for colour in used}


def reversed_text(app: ReaderApp) -> str:
    return "|".join(run.text for run in screen_styles(app, "reverse"))


async def select(pilot: Pilot[int], app: ReaderApp) -> str:
    source = app.main.source
    chosen = selection.Range(selection.Point(0, 0), selection.Point(0, 12))
    source.screen.selections = {source: selection.selection(chosen)}
    await pilot.pause()
    return app.screen.get_selected_text() or ""


@pytest.mark.usefixtures("_no_colour")
@pytest.mark.parametrize("screen", SCREENS)
async def test_no_screen_has_a_colour(screen: str) -> None:
    async with opened("en", WIDE) as (app, pilot):
        await pilot.press("t", *SCREENS[screen])
        await pilot.pause()
        assert colours(app) == set()


@pytest.mark.usefixtures("_no_colour")
async def test_cursor_selection_links_and_matches_are_seen() -> None:
    async with opened("en", WIDE) as (app, pilot):
        assert screen_styles(app, "underline")
        await pilot.press("t")
        await pilot.pause()
        assert app.main.source.link is not None
        assert reversed_text(app)
        await pilot.press("escape", "g")
        chosen = await select(pilot, app)
        assert chosen
        assert chosen.split()[0] in reversed_text(app)
        await pilot.press("slash", *"trade")
        await pilot.pause()
        assert isinstance(app.focused, Input)
        assert colours(app) == set()
        assert reversed_text(app)


@pytest.mark.usefixtures("_no_colour")
async def test_the_theme_that_is_remembered_stays() -> None:
    remembered = state.State(theme="light")
    state.save(remembered)
    async with opened("en", WIDE) as (app, pilot):
        await pilot.press("ctrl+t")
        assert any("NO_COLOR" in text for text in told(app))
        app.remember()
    assert state.load().theme == "light"
