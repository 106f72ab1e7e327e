"""The palette: by name first, in any layout, with what a command takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.tui.app import ReaderApp
from reader.tui.keys import commands, finding
from reader.tui.screens.glossary import GlossaryScreen
from reader.tui.screens.main import MainScreen
from reader.tui.screens.palette import PaletteScreen
from reader.tui.screens.print import PrintScreen
from tests.tui.opened import WIDE, opened, settled
from tests.tui.screens import screen_text

CHARTER = "report-charter"


async def ask(app: ReaderApp, pilot: Pilot[int], typed: str) -> list[str]:
    await pilot.press("colon")
    await settled(app, pilot)
    assert isinstance(app.screen, PaletteScreen)
    app.screen.field.value = typed
    await settled(app, pilot)
    return [row.id for row in app.screen.row_list.rows]


@pytest.mark.parametrize(
    ("language", "typed", "first"),
    [
        ("ru", "тем", "theme"),
        ("ru", "theme", "theme"),
        ("ru", "ntv", "theme"),
        ("en", "еруьу", "theme"),
        ("en", "next p", "next_pane"),
        ("en", "prev", "previous_term"),
        ("en", "colour", "theme"),
    ],
)
async def test_a_name_comes_before_a_description(language: str, typed: str, first: str) -> None:
    async with opened(language, WIDE, document=CHARTER) as (app, pilot):
        found = await ask(app, pilot, typed)
        assert found[0] == first


def test_a_names_start_comes_before_its_words_and_these_before_the_help() -> None:
    made = [
        commands.Command(id, (), title, help, "app", commands.TOOLS)
        for id, title, help in (
            ("a", "Elsewhere", "The mark of it."),
            ("b", "Remark", ""),
            ("c", "Go to a mark", ""),
            ("d", "Mark", ""),
        )
    ]
    assert [command.id for command in finding.found("mark", made)] == ["d", "c", "b", "a"]


async def test_a_number_goes_to_that_paragraph() -> None:
    async with opened("en", WIDE, document=CHARTER) as (app, pilot):
        await ask(app, pilot, "12")
        await pilot.press("enter")
        await settled(app, pilot)
        assert app.main.source.cursor == "p12"
        await ask(app, pilot, "99")
        await pilot.press("enter")
        await settled(app, pilot)
        assert "There is no paragraph 99" in screen_text(app)


@pytest.mark.parametrize("typed", ["theme light", "тема светлая", "theme li", "еруьу дшпре"])
async def test_a_theme_is_chosen_by_its_name(typed: str) -> None:
    async with opened("ru", WIDE, document=CHARTER) as (app, pilot):
        assert app.theme != "light"
        assert (await ask(app, pilot, typed))[0] == "theme light"
        await pilot.press("enter")
        await settled(app, pilot)
        assert app.theme == "light"


async def test_a_language_is_chosen_by_its_name() -> None:
    async with opened("ru", WIDE, document=CHARTER) as (app, pilot):
        await ask(app, pilot, "язык анг")
        await pilot.press("enter")
        await settled(app, pilot)
        assert "Paragraph 1" in screen_text(app)


async def test_words_are_found_and_terms_looked_up_from_the_palette() -> None:
    async with opened("en", WIDE, document=CHARTER) as (app, pilot):
        await ask(app, pilot, "find partnership")
        await pilot.press("enter")
        await settled(app, pilot)
        assert app.main.finding.total
        await ask(app, pilot, "glossary Middle Corridor")
        await pilot.press("enter")
        await settled(app, pilot)
        assert isinstance(app.screen, GlossaryScreen)
        assert app.screen.row_list.rows[0].id == "middle-corridor"


async def test_a_file_is_printed_by_its_name(tmp_path: Path) -> None:
    async with opened("en", WIDE, document=CHARTER) as (app, pilot):
        file = tmp_path / "x.html"
        await ask(app, pilot, f"print {file}")
        await pilot.press("enter")
        await settled(app, pilot)
        assert isinstance(app.screen, MainScreen)
        assert file.read_text(encoding="utf-8").startswith("<!")
        before = file.stat().st_mtime_ns
        await ask(app, pilot, f"print {file}")
        await pilot.press("enter")
        await settled(app, pilot)
        assert isinstance(app.screen, PrintScreen)
        assert "exists" in screen_text(app)
        assert file.stat().st_mtime_ns == before


async def test_a_file_whose_ending_tells_no_format_is_asked_about(tmp_path: Path) -> None:
    async with opened("en", WIDE, document=CHARTER) as (app, pilot):
        await ask(app, pilot, f"print {tmp_path / 'x.odd'}")
        await pilot.press("enter")
        await settled(app, pilot)
        assert isinstance(app.screen, PrintScreen)
        assert "tells no format" in " ".join(screen_text(app).split())
        assert not list(tmp_path.glob("x.*"))


@pytest.mark.parametrize("screen", commands.SCREENS)
def test_what_a_command_takes_is_taken(screen: str) -> None:
    for command in commands.of(*commands.SCREENS[screen]):
        if command.takes:
            name = f"with_{command.id}"
            assert any(hasattr(cls, name) for cls in (MainScreen, ReaderApp)), command.id
