"""Saved filters: kept under a name, with how many are in each and how many came since one looked."""

from __future__ import annotations

import os
from pathlib import Path

from textual.pilot import Pilot

from reader.tui.app import ReaderApp
from reader.tui.screens.filters import FiltersScreen
from tests.tui.opened import WIDE, collection_of, opened, settled
from tests.tui.test_dossiers import ARTICLE, harbour

__all__ = ["harbour"]


async def press(app: ReaderApp, pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(app, pilot)


def listed(app: ReaderApp) -> list[tuple[str, str, str]]:
    screen = app.screen
    assert isinstance(screen, FiltersScreen)
    rows = screen.row_list.rows
    return [(row.title, row.note, row.end) for row in rows[0 : len(rows)]]


async def save(app: ReaderApp, pilot: Pilot[int], text: str, name: str) -> None:
    app.main.with_filter(text)
    await settled(app, pilot)
    await press(app, pilot, "B", *name)
    await press(app, pilot, "down", "enter")


async def test_a_filter_is_kept_under_a_name_and_chosen_again_in_another_session() -> None:
    async with opened("en", WIDE) as (app, pilot):
        await save(app, pilot, "charter sort:title", "c1")
        assert [row[:2] for row in listed(app)] == [("c1", "charter sort:title")]
        await press(app, pilot, "escape")
        app.main.enter_pane("documents")
        await press(app, pilot, "escape")
        assert app.main.articles is not None
        assert not app.main.articles.is_filtered
    async with opened("en", WIDE) as (app, pilot):
        await press(app, pilot, "B")
        assert listed(app)[0][2] == str(_count(app))
        await press(app, pilot, "enter")
        assert "charter sort:title" in str(app.main.documents.border_title)


def _count(app: ReaderApp) -> int:
    rows = collection_of(app).rows("en", 0, 100)
    return sum("charter" in row.title.lower() for row in rows)


async def test_what_came_since_one_looked_is_new_until_one_looks_again(harbour: Path) -> None:
    async with opened("en", WIDE, root=harbour) as (app, pilot):
        await save(app, pilot, "crane", "cranes")
        assert listed(app)[0][2] == "3"
    path = harbour / "documents" / "crane-4.yaml"
    path.write_text(ARTICLE.format(title="Crane number 4", n=4), encoding="utf-8")
    async with opened("en", WIDE, root=harbour) as (app, pilot):
        await press(app, pilot, "B")
        assert listed(app)[0][2] == "1 new · 4"
        await press(app, pilot, "enter", "B")
        assert listed(app)[0][2] == "4"


async def test_a_filter_is_renamed_replaced_and_removed_and_all_of_it_undone() -> None:
    async with opened("en", WIDE) as (app, pilot):
        await save(app, pilot, "charter", "one")
        await press(app, pilot, "ctrl+e", *"-b", "enter")
        assert [row[:2] for row in listed(app)] == [("one-b", "charter")]
        await press(app, pilot, "alt+z")
        assert [row[:2] for row in listed(app)] == [("one", "charter")]
        await press(app, pilot, "escape")
        await save(app, pilot, "embassy", "one")
        assert [row[:2] for row in listed(app)] == [("one", "embassy")]
        await press(app, pilot, "delete")
        assert listed(app)[0][0] == "There are no saved filters."
        await press(app, pilot, "alt+z", "alt+z")
        assert [row[:2] for row in listed(app)] == [("one", "charter")]


async def test_a_name_that_is_taken_is_not_given_twice() -> None:
    async with opened("en", WIDE) as (app, pilot):
        await save(app, pilot, "charter", "aa")
        await press(app, pilot, "escape")
        await save(app, pilot, "embassy", "bb")
        await press(app, pilot, "ctrl+e")
        screen = app.screen
        assert isinstance(screen, FiltersScreen)
        screen.field.value = "aa"
        await settled(app, pilot)
        assert listed(app)[0][0] == "There is a filter “aa” already."
        await press(app, pilot, "enter", "escape")
        assert [row[0] for row in listed(app)] == ["aa", "bb"]


async def test_the_file_is_the_reader_s_own_and_private() -> None:
    async with opened("en", WIDE) as (app, pilot):
        await save(app, pilot, "charter", "one")
        screen = app.screen
        assert isinstance(screen, FiltersScreen)
        path = screen.filters.path
        assert os.stat(path).st_mode & 0o077 == 0  # noqa: PTH116
        assert '"name": "one"' in path.read_text(encoding="utf-8")
