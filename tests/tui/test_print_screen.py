"""The print dialog."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from reader.printing import destinations
from reader.tui.choice_row import ChoiceRow
from reader.tui.screens.print import CLIPBOARD, OUTPUT, PrintScreen
from tests.tui.opened import MIDDLE, opened
from tests.tui.screens import screen_text

CHARTER = "report-charter"


@pytest.fixture(autouse=True)
def _somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(destinations, "to_clipboard", lambda _text: None)
    monkeypatch.setattr(destinations, "has_printing", lambda: False)


async def test_a_file_is_written_in_the_chosen_format_and_language(tmp_path: Path) -> None:
    async with opened("ru", document=CHARTER) as (app, pilot):
        await pilot.press("P", "right", "down", "right", "enter")
        await pilot.pause()
        assert not isinstance(app.screen, PrintScreen)
    written = (tmp_path / f"{CHARTER}-en.md").read_text(encoding="utf-8")
    assert written.startswith("# ")


async def test_a_file_that_exists_is_written_over_only_when_asked_again(tmp_path: Path) -> None:
    file = tmp_path / f"{CHARTER}-en.txt"
    file.write_text("mine", encoding="utf-8")
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P", "enter")
        assert isinstance(app.screen, PrintScreen)
        assert file.read_text(encoding="utf-8") == "mine"
        await pilot.press("enter")
        await pilot.pause()
    assert file.read_text(encoding="utf-8") != "mine"


async def test_a_folder_that_is_not_there_is_said_and_nothing_is_lost() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        app.screen.query_one(Input).value = "no/such/folder/a.txt"
        await pilot.press("enter")
        assert isinstance(app.screen, PrintScreen)
        assert "folder" in screen_text(app)


async def test_standard_output_is_written_on_leaving() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        app.screen.query_one("#destination", ChoiceRow).chosen = OUTPUT
        await pilot.press("enter")
        assert len(app.leaving) == 1
        assert "Charter" in app.leaving[0]


async def test_the_clipboard_is_asked_and_no_success_is_claimed() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        app.screen.query_one("#destination", ChoiceRow).chosen = CLIPBOARD
        await pilot.press("enter")
        await pilot.pause()
        assert "Charter" in app.clipboard
        told = " ".join(note.message for note in app._notifications)
        assert "asked" in told
        assert "Copied" not in told


async def test_the_last_choices_are_offered_again() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        app.screen.query_one("#format", ChoiceRow).chosen = "html"
        app.screen.query_one("#destination", ChoiceRow).chosen = OUTPUT
        await pilot.press("enter", "P")
        assert app.screen.query_one("#format", ChoiceRow).chosen == "html"
        assert app.screen.query_one("#destination", ChoiceRow).chosen == OUTPUT


async def test_the_dialog_changes_language_with_everything_else() -> None:
    async with opened("en", MIDDLE, document=CHARTER) as (app, pilot):
        await pilot.press("P", "f2")
        assert "Формат" in screen_text(app)
