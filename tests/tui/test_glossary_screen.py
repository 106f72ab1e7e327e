"""The glossary browser."""

from __future__ import annotations

import pytest

from reader.tui.screens.entry import EntryScreen
from reader.tui.screens.glossary import GlossaryScreen
from reader.tui.widgets.row_list import RowList
from tests.tui.opened import opened
from tests.tui.screens import screen_text


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("ХСП", "charter"),
        ("хартией стратегического партнерства", "charter"),
        ("среднего корид", "middle-corridor"),
        ("tripp", "tripp"),
        ("907-й поправки", "section-907"),
    ],
)
async def test_any_form_of_a_term_finds_its_entry_first(typed: str, entry: str) -> None:
    async with opened("ru") as (app, pilot):
        await pilot.press("w")
        for character in typed:
            await pilot.press("space" if character == " " else character)
        await pilot.pause()
        rows = app.screen.query_one(RowList)
        assert rows.current is not None
        assert rows.current.id == entry


async def test_letters_are_typed_and_do_not_run_commands() -> None:
    async with opened("en") as (app, pilot):
        await pilot.press("f3", "q", "L", "д")
        assert isinstance(app.screen, GlossaryScreen)
        assert "qLд" in screen_text(app)


async def test_a_term_that_is_not_there_offers_the_nearest() -> None:
    async with opened("en") as (app, pilot):
        await pilot.press("f3", *"Midle Coridor".replace(" ", "")[:5])
        assert app.screen.query_one(RowList).rows


async def test_enter_opens_the_entry_and_closing_returns_to_the_browser() -> None:
    async with opened("en") as (app, pilot):
        await pilot.press("f3", *"TRIPP", "enter")
        await pilot.pause()
        assert isinstance(app.screen, EntryScreen)
        await pilot.press("q")
        assert isinstance(app.screen, GlossaryScreen)
        await pilot.press("escape")
        assert len(app.screen_stack) == 1
