"""The main screen: what the keys and the mouse do, in both languages."""

from __future__ import annotations

import re

import pytest

from reader import state
from reader.language import interface
from reader.tui.blocks import Span
from reader.tui.screens.entry import EntryScreen
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.main import PANES
from reader.tui.screens.palette import PaletteScreen
from reader.tui.text_view import TextView
from tests.tui.opened import MIDDLE, NARROW, WIDE, opened, settled
from tests.tui.screens import screen_text

CHARTER = "report-charter"


def _link(view: TextView) -> Span:
    assert view.link is not None
    return view.link[1]


async def test_the_switch_of_language_leaves_no_cyrillic_and_back_restores_the_screen() -> None:
    async with opened("ru", document=CHARTER) as (app, pilot):
        before = screen_text(app)
        await pilot.press("L")
        await settled(app, pilot)
        english = screen_text(app)
        assert re.search("[А-Яа-яЁё]", before)
        assert not re.search("[А-Яа-яЁё]", english)
        await pilot.press("L")
        await settled(app, pilot)
        assert screen_text(app) == before


async def test_a_key_of_the_russian_layout_does_what_its_latin_twin_does() -> None:
    async with opened("ru") as (app, pilot):
        await pilot.press("Д")
        await settled(app, pilot)
        assert interface.language() == "en"
        await pilot.press("е")
        assert app.main.source.link is not None


async def test_t_walks_the_terms_and_enter_opens_the_popup() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("t")
        entry = _link(app.main.source).target
        await pilot.press("enter")
        assert isinstance(app.screen, EntryScreen)
        assert app.screen.entry == entry


async def test_terms_are_linked_in_source_and_summary_alike() -> None:
    async with opened("ru", document=CHARTER) as (app, _pilot):
        for view in (app.main.source, app.main.summary):
            kinds = {span.kind for block in view.blocks for span in block.spans}
            assert "mention" in kinds


async def test_a_claim_opens_the_passage_that_it_cites() -> None:
    async with opened("ru", document=CHARTER) as (app, pilot):
        app.main.enter_pane("summary")
        await pilot.press("right_square_bracket")
        cited = _link(app.main.summary).target
        await pilot.press("enter")
        assert app.main.pane == "source"
        assert cited in app.main.source.lit
        await pilot.press("backspace")
        assert app.main.pane == "summary"


async def test_the_popup_follows_related_entries_and_returns() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        app.main.open_entry("tripp")
        await pilot.pause()
        popup = app.screen
        assert isinstance(popup, EntryScreen)
        await pilot.press("t", "enter")
        assert popup.entry != "tripp"
        await pilot.press("backspace")
        assert popup.entry == "tripp"
        await pilot.press("backspace")
        assert app.screen is app.main


async def test_a_mention_listed_in_the_popup_leads_to_its_paragraph() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        app.main.open_entry("tripp")
        await pilot.pause()
        view = app.screen.query_one(TextView)
        place = next(
            (block.id, span) for block in view.blocks for span in block.spans if span.kind == "link"
        )
        view.set_link(*place)
        await pilot.press("enter")
        document, _hash, paragraph = place[1].target.partition("#")
        assert app.main.item is not None
        assert app.main.item.key == document
        assert app.main.source.lit == {paragraph}


async def test_an_open_popup_follows_the_language() -> None:
    async with opened("ru") as (app, pilot):
        app.main.open_entry("middle-corridor")
        await pilot.pause()
        await pilot.press("L")
        await settled(app, pilot)
        assert isinstance(app.screen, EntryScreen)
        assert "Middle Corridor" in screen_text(app)


async def test_j_and_k_step_through_the_documents() -> None:
    async with opened("en") as (app, pilot):
        keys = [item.key for item in app.reading.items]
        assert app.main.item is not None
        assert app.main.item.key == keys[0]
        await pilot.press("J", "J", "K")
        assert app.main.item.key == keys[1]


async def test_tab_goes_round_the_panes_and_shows_the_one_it_reaches() -> None:
    async with opened("en", NARROW) as (app, pilot):
        for _n in PANES:
            await pilot.press("tab")
            visible = [name for name in PANES if app.main.query_one(f"#{name}").display]
            assert visible == [app.main.pane]


async def test_a_wide_screen_shows_all_panes() -> None:
    async with opened("en", WIDE) as (app, _pilot):
        assert all(app.main.query_one(f"#{name}").display for name in PANES)


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_the_key_bar_keeps_the_way_out(size: tuple[int, int]) -> None:
    async with opened("ru", size) as (app, _pilot):
        assert "q Выход" in screen_text(app).splitlines()[-1]


async def test_help_and_palette_open_and_close() -> None:
    async with opened("en") as (app, pilot):
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("q")
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, PaletteScreen)
        for character in "glossary":
            await pilot.press(character)
        await pilot.press("enter")
        await pilot.pause()
        assert type(app.screen).__name__ == "GlossaryScreen"


async def test_the_palette_finds_a_command_by_its_russian_name_too() -> None:
    async with opened("ru") as (app, pilot):
        await pilot.press("ctrl+з")
        assert isinstance(app.screen, PaletteScreen)
        for character in "печать":
            await pilot.press(character)
        assert "Напечатать сводку" in screen_text(app)


async def test_language_document_and_place_are_remembered() -> None:
    async with opened("en", MIDDLE, document="trend-2025-12-19") as (app, pilot):
        await pilot.press("space", "space")
        place = app.main.source.place
        await pilot.press("q")
    kept = state.load()
    assert kept.language == "en"
    async with opened("en", MIDDLE) as (app, _pilot):
        assert app.main.item is not None
        assert app.main.item.key == "trend-2025-12-19"
        assert app.main.source.place == place


async def test_leaving_gives_exit_code_zero() -> None:
    async with opened("en") as (app, pilot):
        await pilot.press("q")
    assert app.return_code == 0
