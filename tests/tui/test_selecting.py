"""Claims selected in the summary, for printing."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from reader.tui.app import ReaderApp
from reader.tui.widgets.blocks import SELECTED
from tests.tui.opened import NARROW, WIDE, opened, settled, told
from tests.tui.screens import screen_text

CHARTER, REPORT = "report-charter", "report-2025-12-20"


def markers(app: ReaderApp) -> list[str]:
    return [block.id for block in app.main.summary.blocks if block.marker == SELECTED]


async def at_first_claim(app: ReaderApp, pilot: Pilot[int]) -> None:
    app.main.enter_pane("summary")
    await pilot.press("j")
    assert app.main.summary.cursor == "c1"


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_selected_claim_has_another_marker_and_the_title_counts(
    size: tuple[int, int],
) -> None:
    async with opened("en", size, document=CHARTER) as (app, pilot):
        await at_first_claim(app, pilot)
        await pilot.press("plus")
        assert markers(app) == ["c1"]
        assert "summary · 1 claim selected" in screen_text(app).lower()
        assert f"{SELECTED} " in screen_text(app)
        assert app.main.summary.cursor == "c1"
        await pilot.press("insert")
        assert markers(app) == []
        assert "selected" not in screen_text(app)


async def test_links_in_the_summary_stay() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await at_first_claim(app, pilot)
        before = [block.spans for block in app.main.summary.blocks]
        await pilot.press("plus")
        assert [block.spans for block in app.main.summary.blocks] == before


async def test_a_selection_outlives_the_language_and_the_document() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await at_first_claim(app, pilot)
        await pilot.press("plus", "L")
        await settled(app, pilot)
        assert markers(app) == ["c1"]
        assert "отмечено 1 утверждение" in screen_text(app)
        await pilot.press("K")
        await settled(app, pilot)
        assert markers(app) == []
        assert "в других статьях отмечено: 1" in screen_text(app)
        await pilot.press("J")
        await settled(app, pilot)
        assert markers(app) == ["c1"]


async def test_where_there_is_no_claim_it_says_where_they_are() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("plus")
        assert markers(app) == []
        assert any("in the summary" in text for text in told(app))
