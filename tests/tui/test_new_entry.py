"""A new entry of the reader's own: written, linked at once, and never lost by a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from reader import locks, storage
from reader.dossiers import loader
from reader.language.slugs import slug
from reader.model import Entry, Term
from reader.tui.app import ReaderApp
from reader.tui.screens.glossary import GlossaryScreen
from reader.tui.screens.new_entry import NewEntryScreen, begun
from reader.tui.widgets.choice_row import ChoiceRow
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.text_view import TextView
from tests.dossiers import factories
from tests.tui.opened import MIDDLE, NARROW, WIDE, collection_of, opened, settled
from tests.tui.screens import screen_text


@pytest.fixture
def sea(tmp_path: Path) -> Path:
    return factories.dossier(tmp_path)


async def begin(app: ReaderApp, pilot: Pilot[int], query: str = "") -> NewEntryScreen:
    await pilot.press("w", *query)
    await settled(app, pilot)
    await pilot.press("ctrl+n")
    await settled(app, pilot)
    assert isinstance(app.screen, NewEntryScreen)
    return app.screen


async def press(app: ReaderApp, pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(app, pilot)


def linked(view: TextView, entry: str) -> list[str]:
    return [
        block.text[span.start : span.end]
        for block in view.blocks
        for span in block.spans
        if span.target == entry
    ]


def own_file() -> Path:
    return storage.data_home() / "glossaries" / "sea.yaml"


def area(screen: NewEntryScreen, field: str) -> TextArea:
    return screen.query_one(f"#{field}", TextArea)


async def test_a_saved_entry_is_linked_in_the_text_at_once(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        await begin(app, pilot)
        await press(app, pilot, *"лодка", "ctrl+s")
        assert linked(app.main.source, "lodka") == ["лодки"]


async def test_a_saved_entry_is_kept_for_the_next_start(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        screen = await begin(app, pilot)
        await pilot.press(*"лодка;шлюпка", "tab", *"boat", "tab", "tab", "right", "tab")
        await pilot.press(*"На ней плывут.")
        await press(app, pilot, "ctrl+s")
        assert not screen.is_active
    kept = loader.load(sea).entries[-1]
    terms = {"ru": (Term("лодка"), Term("шлюпка")), "en": (Term("boat"),)}
    assert kept == Entry("boat", "person", terms, "На ней плывут.", own=True)


async def test_the_glossary_shows_the_new_entry(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        await begin(app, pilot)
        await press(app, pilot, *"лодка", "f4")
        assert isinstance(app.screen, GlossaryScreen)
        row = app.screen.query_one(RowList).current
        assert row is not None
        assert row.id == "lodka"
        assert "лодка" in screen_text(app)


async def test_an_own_definition_is_shown_as_it_is_in_both_languages(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        await begin(app, pilot)
        await pilot.press(*"лодка", "tab", "tab", "tab", "tab", *"На ней плывут.")
        await press(app, pilot, "ctrl+s")
        for language in ("ru", "en"):
            entry = collection_of(app).entry("lodka", language)
            assert entry is not None
            assert (entry.definition, entry.untranslated) == ("На ней плывут.", False)


async def test_what_was_looked_for_in_vain_is_the_first_term(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        screen = await begin(app, pilot, "причал")
        assert area(screen, "terms-ru").text == "причал"
        assert screen.query_one("#id", Input).value == "prichal"


async def test_what_was_found_is_no_new_term(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        screen = await begin(app, pilot, "треской")
        assert area(screen, "terms-ru").text == ""


async def test_the_id_is_suggested_from_the_english_term(sea: Path) -> None:
    async with opened("en", root=sea) as (app, pilot):
        screen = await begin(app, pilot)
        await press(app, pilot, *"The small boat")
        assert screen.query_one("#id", Input).value == "small-boat"


async def test_an_id_that_was_written_is_left_alone(sea: Path) -> None:
    async with opened("en", root=sea) as (app, pilot):
        screen = await begin(app, pilot)
        await pilot.press(*"boat", "tab", *"x", "shift+tab")
        await press(app, pilot, *"s")
        assert screen.query_one("#id", Input).value == "x"


async def test_an_id_that_is_taken_is_not_suggested(sea: Path) -> None:
    async with opened("en", root=sea) as (app, pilot):
        screen = await begin(app, pilot)
        await press(app, pilot, *"Cod!")
        assert screen.query_one("#id", Input).value == "cod-2"


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_without_a_term_nothing_is_saved(sea: Path, language: str) -> None:
    async with opened(language, root=sea) as (app, pilot):
        screen = await begin(app, pilot)
        await press(app, pilot, "ctrl+s")
        assert app.screen is screen
        assert screen.query_one("#terms-ru-wrong").display
        assert not own_file().exists()


async def test_a_mistake_is_named_beside_its_field_and_loses_nothing(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        screen = await begin(app, pilot)
        await pilot.press(*"лодка", "enter", *"Треска", "tab", *"boat", "tab", *" B")
        await press(app, pilot, "ctrl+s")
        assert app.screen is screen
        wrong = [widget.id for widget in screen.query(".wrong") if widget.display]
        assert wrong == ["terms-ru-wrong", "id-wrong"]
        assert screen.focused is area(screen, "terms-ru")
        assert area(screen, "terms-ru").text == "лодка\nТреска"
        assert "“Треска”" in screen_text(app) or "«Треска»" in screen_text(app)


async def test_a_file_that_cannot_be_written_is_named_and_loses_nothing(sea: Path) -> None:
    own_file().parent.mkdir(parents=True)
    own_file().mkdir()
    async with opened("ru", root=sea) as (app, pilot):
        screen = await begin(app, pilot)
        await press(app, pilot, *"лодка", "ctrl+s")
        assert app.screen is screen
        assert screen.query_one("#message").display
        assert area(screen, "terms-ru").text == "лодка"
        assert collection_of(app).source.entry("lodka") is None


async def test_a_draft_that_was_closed_is_there_again(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        await begin(app, pilot)
        await press(app, pilot, *"лодка", "tab", "tab", "tab", "right", "escape")
        await press(app, pilot, "ctrl+n")
        assert isinstance(app.screen, NewEntryScreen)
        assert area(app.screen, "terms-ru").text == "лодка"
        assert app.screen.query_one("#kind", ChoiceRow).chosen == "person"


async def test_the_language_changes_and_what_was_typed_stays(sea: Path) -> None:
    async with opened("en", root=sea) as (app, pilot):
        screen = await begin(app, pilot)
        await press(app, pilot, *"boat", "f2")
        assert "английский" in screen_text(app)
        assert area(screen, "terms-en").text == "boat"


async def test_letters_of_the_russian_layout_are_typed_and_ctrl_saves(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        screen = await begin(app, pilot)
        await press(app, pilot, *"Длд", "ctrl+ы")
        assert not screen.is_active
        assert collection_of(app).source.entries[-1].terms["ru"][0].text == "Длд"


async def test_the_kind_can_be_changed_and_the_entry_saved_by_mouse(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        screen = await begin(app, pilot)
        await pilot.press(*"лодка")
        await pilot.click("#kind", offset=(20, 0))
        assert screen.query_one("#kind", ChoiceRow).chosen == "person"
        await pilot.click("NewEntryScreen KeyBar", offset=(3, 0))
        await settled(app, pilot)
        assert collection_of(app).source.entry("lodka") is not None


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_every_field_is_on_the_screen(sea: Path, size: tuple[int, int]) -> None:
    async with opened("ru", size, root=sea) as (app, pilot):
        screen = await begin(app, pilot)
        for field in ("terms-ru", "terms-en", "id", "kind", "definition"):
            region = screen.query_one(f"#{field}").region
            assert screen.region.contains_region(region), field
            assert region.height


async def test_a_word_in_capitals_is_an_abbreviation(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        await begin(app, pilot)
        await press(app, pilot, *"НЛО", "ctrl+s")
        assert collection_of(app).source.entries[-1].terms["ru"] == (Term("НЛО", "abbreviation"),)


@pytest.mark.parametrize(
    ("query", "field"),
    [("причал", "terms-ru"), ("pier", "terms-en"), ("причал TRIPP", "terms-ru")],
)
def test_what_was_looked_for_in_vain_is_a_term_of_the_language_of_its_letters(
    query: str, field: str
) -> None:
    assert begun(query) == {field: query}


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Щука и ёрш", "shchuka-i-ersh"),
        ("Объединённый флот", "obieedinennyi-flot"),
        ("the Café at Gəncə", "cafe-at-ganca"),
        ("skipper’s 2nd boat", "skippers-2nd-boat"),
        ("—", ""),
    ],
)
def test_a_name_is_made_an_id(name: str, id: str) -> None:
    assert slug(name) == id


async def test_a_file_that_another_program_holds_is_named_and_loses_nothing(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        screen = await begin(app, pilot)
        with locks.alone(own_file(), 0):
            await press(app, pilot, *"лодка", "ctrl+s")
        assert "другая программа" in screen_text(app)
        assert area(screen, "terms-ru").text == "лодка"
        await press(app, pilot, "ctrl+s")
        assert app.screen is not screen
        assert own_file().exists()
