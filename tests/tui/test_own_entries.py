"""Entries of the reader's own: changed, removed, taken back, and marked as such."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from reader import storage
from reader.dossiers import loader
from reader.tui.app import ReaderApp
from reader.tui.screens.entry import EntryScreen
from reader.tui.screens.glossary import GlossaryScreen
from reader.tui.screens.main import MainScreen
from reader.tui.screens.new_entry import NewEntryScreen
from reader.tui.widgets.text.selection import Point, Range, selection
from tests.dossiers import factories
from tests.tui.opened import collection_of, opened, settled, told
from tests.tui.screens import screen_text

OWN = """\
# mine
- id: boat
  kind: concept
  terms:
    ru: [лодка]   # any boat
    en: [boat]
  definition: На ней плывут.
"""


@pytest.fixture
def sea(tmp_path: Path) -> Path:
    own_file().parent.mkdir(parents=True)
    own_file().write_text(OWN, encoding="utf-8")
    return factories.dossier(tmp_path)


def own_file() -> Path:
    return storage.data_home() / "glossaries" / "sea.yaml"


async def press(app: ReaderApp, pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(app, pilot)


def linked(app: ReaderApp, entry: str) -> list[str]:
    return [
        block.text[span.start : span.end]
        for block in app.main.source.blocks
        for span in block.spans
        if span.target == entry
    ]


def area(app: ReaderApp, field: str) -> TextArea:
    return app.screen.query_one(f"#{field}", TextArea)


async def test_the_popup_of_an_own_entry_says_whose_it_is_and_names_its_file(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        app.main.open_entry("boat")
        await settled(app, pilot)
        shown = " ".join(screen_text(app).split())
        assert "Ваша запись" in shown
        assert "sea.yaml" in shown
        assert "Ctrl+E" in shown
        await press(app, pilot, "escape")
        app.main.open_entry("cod")
        await settled(app, pilot)
        assert "Ваша запись" not in screen_text(app)


async def test_the_glossary_tells_own_entries_from_the_dossiers(sea: Path) -> None:
    async with opened("en", root=sea) as (app, pilot):
        await press(app, pilot, "w")
        assert isinstance(app.screen, GlossaryScreen)
        ends = {row.id: row.end for row in app.screen.row_list.rows}
        assert (ends["boat"], ends["cod"]) == ("yours", "")


@pytest.mark.parametrize("keys", [("w", *"лодкой", "ctrl+e"), ("w", *"лодкой", "ctrl+у")])
async def test_an_own_entry_is_changed_and_linked_anew(sea: Path, keys: tuple[str, ...]) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        assert linked(app, "boat") == ["лодки"]
        await press(app, pilot, *keys)
        assert isinstance(app.screen, NewEntryScreen)
        assert area(app, "terms-ru").text == "лодка"
        area(app, "terms-ru").text = "причал"
        await press(app, pilot, "ctrl+s")
        assert isinstance(app.screen, GlossaryScreen)
        assert linked(app, "boat") == ["причалу"]
        kept = own_file().read_text(encoding="utf-8")
        assert kept.startswith("# mine\n- id: boat\n")
        assert "причал" in kept
        await press(app, pilot, "alt+z")
        assert linked(app, "boat") == ["лодки"]
        assert own_file().read_text(encoding="utf-8") == OWN
        await press(app, pilot, "ctrl+r")
        assert linked(app, "boat") == ["причалу"]
        assert own_file().read_text(encoding="utf-8") == kept


async def test_an_own_entry_is_removed_and_taken_back_to_the_byte(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        await press(app, pilot, "w", *"лодкой")
        await press(app, pilot, "delete")
        assert linked(app, "boat") == []
        assert loader.load(sea).entry("boat") is None
        assert "Alt+Z" in screen_text(app)
        await press(app, pilot, "escape", "U")
        assert linked(app, "boat") == ["лодки"]
        assert own_file().read_text(encoding="utf-8") == OWN
        assert any("лодка" in text for text in told(app))


async def test_delete_removes_letters_of_the_query_first(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        await press(app, pilot, "w", *"лодкой", "home", "delete")
        assert isinstance(app.screen, GlossaryScreen)
        assert app.screen.field.value == "одкой"
        assert collection_of(app).source.entry("boat") is not None


async def test_an_own_entry_is_removed_in_its_popup(sea: Path) -> None:
    async with opened("en", root=sea) as (app, pilot):
        app.main.open_entry("boat")
        await settled(app, pilot)
        await press(app, pilot, "delete")
        assert isinstance(app.screen, MainScreen)
        assert collection_of(app).source.entry("boat") is None
        assert any("not in your glossary any more" in text for text in told(app))


@pytest.mark.parametrize("key", ["ctrl+e", "delete"])
async def test_an_entry_of_the_dossier_is_left_alone_and_said_to_be(sea: Path, key: str) -> None:
    async with opened("en", root=sea) as (app, pilot):
        await press(app, pilot, "w", *"cod", key)
        assert isinstance(app.screen, GlossaryScreen)
        assert "only entries of your own" in screen_text(app)
        app.screen.dismiss(None)
        app.main.open_entry("cod")
        await settled(app, pilot)
        await press(app, pilot, key)
        assert isinstance(app.screen, EntryScreen)
        assert collection_of(app).source.entry("cod") is not None


async def test_a_file_that_was_changed_meanwhile_is_left_alone_and_nothing_typed_is_lost(
    sea: Path,
) -> None:
    async with opened("en", root=sea) as (app, pilot):
        await press(app, pilot, "w", *"boat", "ctrl+e")
        own_file().write_text(OWN.replace("плывут", "ходят"), encoding="utf-8")
        area(app, "definition").text = "Что-то иное."
        await press(app, pilot, "ctrl+s")
        assert isinstance(app.screen, NewEntryScreen)
        assert "meanwhile" in screen_text(app)
        assert area(app, "definition").text == "Что-то иное."
        assert "ходят" in own_file().read_text(encoding="utf-8")


async def test_nothing_is_written_where_nothing_was_changed(sea: Path) -> None:
    async with opened("en", root=sea) as (app, pilot):
        before = own_file().stat().st_mtime_ns
        await press(app, pilot, "w", *"boat", "ctrl+e")
        await press(app, pilot, "ctrl+s")
        assert isinstance(app.screen, GlossaryScreen)
        assert own_file().stat().st_mtime_ns == before
        await press(app, pilot, "alt+z")
        assert "nothing to undo" in screen_text(app)


# What was typed is not thrown away unasked.


@pytest.mark.parametrize("key", ["escape", "f10", "ctrl+q"])
async def test_a_form_in_which_something_was_typed_asks_before_it_closes(
    sea: Path, key: str
) -> None:
    async with opened("en", root=sea) as (app, pilot):
        await press(app, pilot, "w", "ctrl+n", *"pier")
        form = app.screen
        await press(app, pilot, key)
        assert app.screen is form
        assert not app.session.is_leaving
        assert "not kept yet" in " ".join(screen_text(app).split())
        await press(app, pilot, "s", key)
        assert app.screen is form, "something was typed in between"
        await press(app, pilot, key)
        assert app.session.is_leaving if key == "ctrl+q" else app.screen is not form


async def test_a_form_in_which_nothing_was_typed_closes_at_once(sea: Path) -> None:
    async with opened("en", root=sea) as (app, pilot):
        await press(app, pilot, "w", *"zzzz", "ctrl+n")
        assert isinstance(app.screen, NewEntryScreen)
        assert area(app, "terms-en").text == "zzzz"
        await press(app, pilot, "escape")
        assert isinstance(app.screen, GlossaryScreen)


async def test_a_click_beside_a_form_asks_too(sea: Path) -> None:
    async with opened("en", root=sea) as (app, pilot):
        await press(app, pilot, "w", "ctrl+n", *"pier")
        form = app.screen
        await pilot.click(offset=(1, 1))
        await settled(app, pilot)
        assert app.screen is form
        await pilot.click(offset=(1, 1))
        await settled(app, pilot)
        assert isinstance(app.screen, GlossaryScreen)


async def test_typing_is_taken_back_in_the_field(sea: Path) -> None:
    async with opened("en", root=sea) as (app, pilot):
        await press(app, pilot, "w", "ctrl+n", *"pier", "alt+z")
        assert area(app, "terms-en").text != "pier"
        assert collection_of(app).source.entry("boat") is not None


# What is selected is looked up, or begins a new entry.


@pytest.mark.parametrize("key", ["w", "ctrl+n"])
async def test_a_selection_is_taken_over(sea: Path, key: str) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        view = app.main.source
        place = next(n for n, block in enumerate(view.blocks) if "причалу" in block.text)
        start = view.blocks[place].text.index("причалу")
        chosen = Range(Point(place, start), Point(place, start + len("причалу")))
        app.screen.selections = {view: selection(chosen)}
        await settled(app, pilot)
        await press(app, pilot, key)
        if key == "w":
            assert isinstance(app.screen, GlossaryScreen)
            assert app.screen.field.value == "причалу"
            await press(app, pilot, "ctrl+n")
        assert isinstance(app.screen, NewEntryScreen)
        assert area(app, "terms-ru").text == "причалу"
