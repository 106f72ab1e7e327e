"""Every window opens in every theme, the one begun in and one switched to."""

from __future__ import annotations

import pytest

from reader import state
from reader.tui.screens.main import MainScreen
from reader.tui.widgets import themes
from tests.tui.opened import MIDDLE, opened, settled
from tests.whole.test_contrast import COLOURED
from tests.whole.test_every_command import SCREENS


@pytest.mark.parametrize("theme", themes.NAMES)
async def test_every_window_opens_in_a_theme(theme: str) -> None:
    state.save(state.State(theme=theme))
    async with opened("ru", MIDDLE) as (app, pilot):
        assert app.theme == theme
        # How windows look in themes with colours of their own is looked through for contrast.
        for steps in () if theme in COLOURED else SCREENS.values():
            await steps(app, pilot)
            app.notify("…", markup=False)
            await settled(app, pilot)
            assert app.is_running
            while not isinstance(app.screen, MainScreen):
                app.pop_screen()
                await pilot.pause()


@pytest.mark.parametrize("screen", SCREENS)
async def test_themes_can_be_switched_in_every_window(screen: str) -> None:
    async with opened("ru", MIDDLE) as (app, pilot):
        await SCREENS[screen](app, pilot)
        for _ in themes.NAMES:
            before = app.theme
            await pilot.press("ctrl+t")
            await settled(app, pilot)
            assert app.theme != before
