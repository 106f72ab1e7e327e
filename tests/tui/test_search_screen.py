"""The search over all articles, on the screen: as one types, to the paragraph, all of it lit."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from reader.tui.app import ReaderApp
from reader.tui.screens.lines import LinesScreen
from reader.tui.screens.search import HitsFound, SearchScreen
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.text_view import TextView
from tests.tui.opened import MIDDLE, NARROW, WIDE, opened, settled
from tests.tui.screens import screen_text


async def search(app: ReaderApp, pilot: Pilot[int], query: str) -> None:
    """Open the search and type a query."""
    await pilot.press("S")
    await settled(app, pilot)
    app.screen.query_one(Input).value = query
    await settled(app, pilot)


def rows(app: ReaderApp) -> list[str]:
    return [f"{row.title} {row.note} {row.end}" for row in app.screen.query_one(RowList).rows]


def told(app: ReaderApp) -> str:
    return str(app.screen.query_one("#found", Static).content)


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_what_is_found_is_listed_as_one_types_and_opened_at_its_paragraph(
    size: tuple[int, int],
) -> None:
    async with opened("ru", size, document="report-charter") as (app, pilot):
        await search(app, pilot, "рабочей груп")
        assert rows(app)
        assert "рабочая групп" in screen_text(app).casefold()
        await pilot.press("down", "up", "enter")
        await settled(app, pilot)
        assert app.screen is app.main
        assert app.main.texts.key == "trend-2025-12-19"
        marks = app.main.source.marks
        assert app.main.source.cursor in marks.found
        assert app.main.source.cursor == (marks.found_current or ("",))[0]
        assert len(marks.found) > 1
        before = marks.found_current
        await pilot.press("n")
        await settled(app, pilot)
        assert app.main.source.marks.found_current != before
        await pilot.press("backspace", "backspace")
        await settled(app, pilot)
        assert app.main.texts.key == "report-charter"


async def test_a_small_window_shows_several_hits_and_the_beginning_of_one() -> None:
    async with opened("ru", NARROW, document="report-charter") as (app, pilot):
        await search(app, pilot, "партнёрство")
        listed, preview = app.screen.query_one(RowList), app.screen.query_one(TextView)
        shown = screen_text(app)
        assert sum(row.title[:20] in shown for row in listed.rows[0:3]) >= 2
        assert listed.size.height > preview.size.height >= 4


async def test_a_hit_in_the_other_language_is_shown_in_that() -> None:
    async with opened("ru", document="report-charter") as (app, pilot):
        await search(app, pilot, "lang:en charter")
        assert rows(app)
        assert all(row.endswith("Английский") for row in rows(app))
        await pilot.press("enter")
        await settled(app, pilot)
        block = next(b for b in app.main.source.blocks if b.id == app.main.source.cursor)
        assert "Charter" in block.text
        assert app.main.source.marks.found


async def test_a_mistake_is_told_under_the_field_and_nothing_typed_is_lost() -> None:
    async with opened("en", document="report-charter") as (app, pilot):
        await search(app, pilot, "charter after:yesterday")
        assert "“yesterday” is not a date" in told(app)
        assert not rows(app)
        assert app.screen.query_one(Input).value == "charter after:yesterday"
        app.screen.query_one(Input).value = "steamboat"
        await settled(app, pilot)
        assert told(app) == "Nothing is found: “steamboat”"


async def test_an_empty_field_says_what_can_be_asked_for() -> None:
    async with opened("ru", document="report-charter") as (app, pilot):
        await search(app, pilot, "")
        assert "издание:" in screen_text(app)
        assert not rows(app)
        await pilot.press("escape")
        await settled(app, pilot)
        assert app.screen is app.main


async def test_the_last_query_is_there_again_and_chosen_whole() -> None:
    async with opened("en", document="report-charter") as (app, pilot):
        await search(app, pilot, "charter")
        await pilot.press("enter")
        await settled(app, pilot)
        await pilot.press("S")
        await settled(app, pilot)
        assert app.screen.query_one(Input).value == "charter"
        assert rows(app)


async def test_an_answer_that_came_too_late_is_not_shown() -> None:
    async with opened("en", document="report-charter") as (app, pilot):
        await search(app, pilot, "charter")
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        before = rows(app)
        found = app.session.collection.search("energy", "en", 5) if app.session.collection else None
        assert found is not None
        screen.post_message(HitsFound(0, found, [""] * len(found.hits), ""))
        await settled(app, pilot)
        assert rows(app) == before


async def test_the_language_of_the_interface_changes_what_is_told() -> None:
    async with opened("en", document="report-charter") as (app, pilot):
        await search(app, pilot, "charter")
        assert "paragraph" in told(app)
        await pilot.press("f2")
        await settled(app, pilot)
        assert "абзац" in told(app)
        assert any(row.endswith("Английский") for row in rows(app))


async def test_the_palette_takes_what_is_searched_for() -> None:
    async with opened("en", document="report-charter") as (app, pilot):
        app.main.with_search("charter")
        await settled(app, pilot)
        assert app.screen.query_one(Input).value == "charter"
        assert rows(app)


# Lines.


def line_rows(app: ReaderApp) -> list[str]:
    return [row.title.replace("\u00a0", " ") for row in app.screen.query_one(RowList).rows]


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_the_lines_of_a_term_stand_one_below_the_other(size: tuple[int, int]) -> None:
    async with opened("ru", size, document="report-charter") as (app, pilot):
        await pilot.press("t", "C")
        await settled(app, pilot)
        screen = app.screen
        assert isinstance(screen, LinesScreen)
        shown = line_rows(app)
        assert len(shown) > 1
        width = app.screen.query_one(RowList).size.width
        assert all(len(row) < width for row in shown)
        hits = screen._lines.values()
        assert len({row.index(line.hit[:4]) for row, line in zip(shown, hits, strict=True)}) == 1
        await pilot.press("ctrl+o")
        await settled(app, pilot)
        assert line_rows(app) != shown
        assert sorted(line_rows(app)) == sorted(shown)
        await pilot.press("enter")
        await settled(app, pilot)
        assert app.screen is app.main
        assert app.main.source.cursor in app.main.source.marks.found
        spans = [s.target for b in app.main.source.blocks for s in b.spans]
        assert screen.entry in spans


async def test_lines_are_filtered_as_one_types() -> None:
    async with opened("en", document="report-charter") as (app, pilot):
        await pilot.press("t", "C")
        await settled(app, pilot)
        before = line_rows(app)
        app.screen.query_one(Input).value = "peace"
        await settled(app, pilot)
        assert 0 < len(line_rows(app)) < len(before)


async def test_the_lines_of_a_popups_entry_lead_to_their_paragraph() -> None:
    async with opened("en", document="report-charter") as (app, pilot):
        app.main.open_entry("tripp")
        await settled(app, pilot)
        await pilot.press("C")
        await settled(app, pilot)
        assert line_rows(app)
        await pilot.press("enter")
        await settled(app, pilot)
        assert app.screen is app.main
        assert app.main.texts.key != "report-charter"
