"""What a wide screen shows side by side, a small one shows as well, one after the other."""

from __future__ import annotations

import pytest

from tests.tui.opened import MIDDLE, NARROW, WIDE, opened, settled
from tests.tui.screens import screen_text

SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW], ids=["120x40", "80x24", "60x20"])
LATE = "p10"
"""A paragraph that no first screen of its document holds."""


@SIZES
async def test_a_citation_leads_to_its_passage(size: tuple[int, int]) -> None:
    async with opened("ru", size, document="1news-2025-08-09") as (app, pilot):
        main = app.main
        main.enter_pane("summary")
        await settled(app, pilot)
        cited = next(
            (block.id, span)
            for block in main.summary.blocks
            for span in block.spans
            if span.kind == "citation" and span.target == LATE
        )
        main.summary.set_link(*cited)
        await pilot.press("enter")
        await settled(app, pilot)
        text = next(block.text for block in main.source.blocks if block.id == LATE)
        assert " ".join(text.split()[:3]) in screen_text(app)


@SIZES
async def test_a_mention_elsewhere_leads_to_its_paragraph(size: tuple[int, int]) -> None:
    async with opened("ru", size, document="1news-2025-08-09") as (app, pilot):
        app.main.enter_pane("summary")
        await settled(app, pilot)
        app.main.navigator.go_to(f"1news-2025-08-09#{LATE}")
        await settled(app, pilot)
        text = next(block.text for block in app.main.source.blocks if block.id == LATE)
        assert " ".join(text.split()[:3]) in screen_text(app)


@SIZES
async def test_going_back_shows_the_place_that_was_left(size: tuple[int, int]) -> None:
    async with opened("ru", size, document="1news-2025-08-09") as (app, pilot):
        app.main.enter_pane("source")
        await pilot.press("G")
        await settled(app, pilot)
        before = app.main.source.place
        await pilot.press("right_square_bracket")
        await settled(app, pilot)
        assert app.main.pane == "summary"
        await pilot.press("backspace")
        await settled(app, pilot)
        assert app.main.pane == "source"
        assert app.main.source.place == before
