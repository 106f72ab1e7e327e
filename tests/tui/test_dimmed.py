"""What is seen behind a window is what Textual itself would paint there."""

from __future__ import annotations

import pytest
from textual.renderables.background_screen import BackgroundScreen
from textual.visual import RichVisual, Visual

from reader.tui.screens.dimmed import Dimmed
from reader.tui.screens.modal import ReaderModal
from reader.tui.widgets import themes
from tests.tui.opened import MIDDLE, opened


@pytest.mark.parametrize("theme", themes.NAMES)
async def test_the_screen_behind_a_window_is_as_textual_paints_it(theme: str) -> None:
    async with opened("en", MIDDLE) as (app, pilot):
        app.theme = theme
        await pilot.press("t", "question_mark")
        window = app.screen
        assert isinstance(window, ReaderModal)
        behind = BackgroundScreen(app.main, window.styles.background)
        for width, height in (MIDDLE, (50, 9)):
            textuals, ours = (
                Visual.to_strips(window, visual, width, height, window.visual_style)
                for visual in (RichVisual(window, behind), Dimmed(behind))
            )
            assert [list(row) for row in ours] == [list(row) for row in textuals]


async def test_a_window_shows_it_so() -> None:
    async with opened("en", MIDDLE) as (app, pilot):
        await pilot.press("question_mark")
        assert isinstance(app.screen._render(), Dimmed)
