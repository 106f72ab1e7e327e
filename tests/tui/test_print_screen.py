"""The print dialog."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reader.printing import destinations, pdf
from reader.tui.app import ReaderApp
from reader.tui.choice_row import ChoiceRow
from reader.tui.screens.print import BOTH, CLIPBOARD, FILE, OUTPUT, PRINTER, WITH_TEXT, PrintScreen
from tests.tui.opened import MIDDLE, opened
from tests.tui.screens import screen_text

CHARTER = "report-charter"


@pytest.fixture(autouse=True)
def _somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(destinations, "to_clipboard", lambda _text: None)
    monkeypatch.setattr(destinations, "has_printing", lambda: False)


async def choose(app: ReaderApp, pilot: Pilot[int], id: str, value: str) -> None:
    """Go to the row and press the arrow until it has that value."""
    row = app.screen.query_one(f"#{id}", ChoiceRow)
    row.focus()
    await pilot.pause()
    for _ in row.choices:
        if row.chosen != value:
            await pilot.press("right")
    await pilot.pause()
    assert row.chosen == value


async def test_a_file_is_written_in_the_chosen_format_and_language(tmp_path: Path) -> None:
    async with opened("ru", document=CHARTER) as (app, pilot):
        await pilot.press("P", "right", "down", "right", "enter")
        await pilot.pause()
        assert not isinstance(app.screen, PrintScreen)
    written = (tmp_path / f"{CHARTER}-en.md").read_text(encoding="utf-8")
    assert written.startswith("# ")


async def test_a_pdf_is_written_and_is_offered_only_to_files(tmp_path: Path) -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        destination = app.screen.query_one("#destination", ChoiceRow)
        assert set(destination.choices) == {FILE, CLIPBOARD, OUTPUT}
        await choose(app, pilot, "format", "pdf")
        assert set(destination.choices) == {FILE}
        await pilot.press("enter")
        await pilot.pause()
        assert not isinstance(app.screen, PrintScreen)
    assert (tmp_path / f"{CHARTER}-en.pdf").read_bytes().startswith(b"%PDF-")


async def test_pdf_is_not_offered_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "available", lambda: False)
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        assert "pdf" not in app.screen.query_one("#format", ChoiceRow).choices


async def test_both_languages_go_into_one_file_with_the_text_if_it_is_wanted(
    tmp_path: Path,
) -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        await choose(app, pilot, "language", BOTH)
        await choose(app, pilot, "contents", WITH_TEXT)
        await pilot.press("enter")
        await pilot.pause()
    written = (tmp_path / f"{CHARTER}-both.txt").read_text(encoding="utf-8")
    for heading in ("Коротко · In brief", "Source: translation of our retelling", "Источник: наш"):
        assert heading in written


async def test_a_printer_gets_pdf_where_it_can_be_made_and_text_where_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent: list[str | bytes] = []

    def to_printer(printer: str | None, written: str | bytes, *, title: str) -> str:
        assert printer == "Office"
        assert "Charter" in title
        sent.append(written)
        return "Office-7"

    monkeypatch.setattr(destinations, "has_printing", lambda: True)
    monkeypatch.setattr(destinations, "printers", lambda: ["Office"])
    monkeypatch.setattr(destinations, "to_printer", to_printer)
    for able in (True, False):
        monkeypatch.setattr(pdf, "available", lambda able=able: able)
        async with opened("en", document=CHARTER) as (app, pilot):
            await pilot.press("P")
            await choose(app, pilot, "destination", PRINTER)
            assert not app.screen.query_one("#format").display
            await pilot.press("enter")
            await pilot.pause()
            told = " ".join(note.message for note in app._notifications)
            assert "Office-7" in told
    assert isinstance(sent[0], bytes)
    assert isinstance(sent[1], str)


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
