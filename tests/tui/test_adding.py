"""The window in which articles are added, and removing them again from the list."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from reader.dossiers import own_places
from reader.errors import ReaderError
from reader.tui.app import ReaderApp
from reader.tui.screens.adding import AddScreen
from tests.tui.opened import NARROW, WIDE, collection_of, opened, settled, told
from tests.tui.screens import screen_text

FERRY = """---
title: The ferry comes back
date: 2026-03-04
publisher: Shore News
---

The ferry to the island has come back after a winter on the slip.

Its captain says that the engine is new and the timetable the same as before.
"""
BRIDGE = """Мост через протоку открыт

Новый мост через протоку открыли для машин, и жители посёлка рады этому.

Строили его три года, дольше, чем было обещано в самом начале.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "saved" / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (tmp_path / "saved" / "table.csv").write_text("1,2", encoding="utf-8")
    (tmp_path / "saved" / "below").mkdir()
    return tmp_path / "saved"


async def press(app: ReaderApp, pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(app, pilot)


async def typed(app: ReaderApp, pilot: Pilot[int], text: str) -> AddScreen:
    """The window, with a path or an address in its field."""
    await press(app, pilot, "a")
    screen = app.screen
    assert isinstance(screen, AddScreen)
    screen.field.value = text
    await settled(app, pilot)
    return screen


def offered(screen: AddScreen) -> list[str]:
    rows = screen.row_list.rows
    return [row.title for row in rows[0 : len(rows)]]


def words(app: ReaderApp) -> str:
    """The words of the screen, without frames and the ends of lines."""
    return " ".join(screen_text(app).replace("│", " ").split())


def own(app: ReaderApp) -> list[str]:
    return [key for key in collection_of(app).listed_keys() if own_places.is_own(key)]


async def test_folders_and_files_that_can_be_read_are_offered_as_a_path_is_typed(
    folder: Path,
) -> None:
    async with opened("en", WIDE) as (app, pilot):
        screen = await typed(app, pilot, f"{folder.parent}/sa")
        assert offered(screen) == ["saved/"]
        await press(app, pilot, "enter")
        assert screen.field.value == f"{folder}/"
        assert offered(screen) == [
            "Everything in this folder",
            "below/",
            "bridge.txt",
            "ferry.txt",
        ]
        await press(app, pilot, *"fer")
        assert offered(screen) == ["ferry.txt"]
        await press(app, pilot, "x")
        assert offered(screen) == ["There is nothing here that can be added."]
        await press(app, pilot, "enter")
        assert own(app) == []


async def test_folders_of_programs_are_offered_only_where_their_names_are_begun(
    folder: Path,
) -> None:
    for name in ("__pycache__", "node_modules", "ferry_files"):
        (folder / name).mkdir()
        (folder / name / "readme.txt").write_text(FERRY, encoding="utf-8")
    async with opened("en", WIDE) as (app, pilot):
        screen = await typed(app, pilot, f"{folder}/")
        assert offered(screen)[1:] == ["below/", "bridge.txt", "ferry.txt"]
        await press(app, pilot, "ctrl+s", "ctrl+s")
        assert len(own(app)) == 2
        screen = await typed(app, pilot, f"{folder}/node")
        assert offered(screen) == ["node_modules/"]


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
async def test_a_small_window_gives_the_list_its_room_until_something_is_read(
    folder: Path, language: str
) -> None:
    for number in range(8):
        (folder / f"a{number}.txt").write_text(FERRY, encoding="utf-8")
    async with opened(language, (60, 20)) as (app, pilot):
        screen = await typed(app, pilot, f"{folder}/")
        assert screen_text(app).count(".txt") == 9
        placeholder = str(screen.into.placeholder)
        assert placeholder in screen_text(app)  # and is not cut
        await press(app, pilot, "down", "down", "enter")
        assert "The ferry comes back" in screen_text(app)
        assert screen.row_list.current is not None
        assert screen.row_list.current.title in screen_text(app)


async def test_an_article_is_counted_where_it_is_listed_as_soon_as_it_is_added(
    folder: Path,
) -> None:
    async with opened("en", WIDE) as (app, pilot):
        assert "1 of 5" in screen_text(app)
        await typed(app, pilot, f"{folder}/")
        await press(app, pilot, "ctrl+s", "ctrl+s")
        assert "1 of 7" in screen_text(app)


async def test_a_language_is_named_as_within_a_sentence(folder: Path) -> None:
    async with opened("ru", WIDE) as (app, pilot):
        await typed(app, pilot, f"{folder}/bridge.txt")
        await press(app, pilot, "enter")
        assert "дата неизвестна · русский · utf-8" in screen_text(app)


async def test_a_file_is_shown_first_and_then_added_and_opened(folder: Path) -> None:
    async with opened("en", WIDE) as (app, pilot):
        await typed(app, pilot, f"{folder}/ferry.txt")
        await press(app, pilot, "enter")
        shown = screen_text(app)
        for text in (
            "This article is new.",
            "The ferry comes back",
            "Shore News",
            "4 March 2026",
            "English",
        ):
            assert text in shown
        assert "Its captain says" in shown
        assert own(app) == []
        await press(app, pilot, "enter")
        (key,) = own(app)
        assert app.main.texts.key == key
        assert "added: 1" in told(app)
        assert "Its captain says" in screen_text(app)


async def test_the_same_file_again_is_said_to_be_there_and_adds_nothing(folder: Path) -> None:
    async with opened("en", WIDE) as (app, pilot):
        for _n in range(2):
            await typed(app, pilot, f"{folder}/ferry.txt")
            await press(app, pilot, "ctrl+s")
            await press(app, pilot, "ctrl+s")
        assert len(own(app)) == 1
        assert "It is among your articles already." in screen_text(app)
        assert "There is nothing to add." in screen_text(app)


async def test_what_could_not_be_read_is_told_with_its_reason_and_the_rest_is_in(
    folder: Path,
) -> None:
    (folder / "broken.docx").write_bytes(b"PK\x03\x04" + bytes(40))
    async with opened("en", WIDE) as (app, pilot):
        await typed(app, pilot, f"{folder}/")
        await press(app, pilot, "enter")
        assert "Get it again from where it came" in words(app)
        assert screen_text(app).count("broken.docx") == 2  # in the list, and over the reason
        assert "1 file of another kind was passed over" in screen_text(app)
        await press(app, pilot, "f4")
        assert isinstance(app.screen, AddScreen)
        assert len(own(app)) == 2
        shown = words(app)
        assert "added: 2; failed: 1" in shown
        assert "These could not be added; the rest is in:" in shown
        assert "broken.docx" in shown
        await press(app, pilot, "escape")
        assert app.screen_stack == [app.main]


async def test_a_whole_folder_is_read_by_a_key_and_put_into_a_folder_of_one_s_own(
    folder: Path,
) -> None:
    async with opened("en", WIDE) as (app, pilot):
        screen = await typed(app, pilot, f"{folder.parent}/saved")
        await press(app, pilot, "tab")
        assert screen.into.has_focus
        await press(app, pilot, *"press", "ctrl+s")
        await press(app, pilot, "ctrl+s")
        assert app.screen is app.main
        assert len(own(app)) == 2
        assert all("articles/press/" in str(collection_of(app).path(key)) for key in own(app))


async def test_a_text_that_is_pasted_is_shown_and_added() -> None:
    async with opened("en", WIDE) as (app, pilot):
        screen = await typed(app, pilot, "")
        screen.field.post_message(events.Paste(FERRY))
        await settled(app, pilot)
        assert offered(screen) == ["The pasted text"]
        assert "The ferry comes back" in screen_text(app)
        await press(app, pilot, "enter")
        assert len(own(app)) == 1


async def test_a_path_that_is_pasted_or_dropped_is_a_path(folder: Path) -> None:
    async with opened("en", WIDE) as (app, pilot):
        screen = await typed(app, pilot, "")
        screen.field.post_message(events.Paste(f"'{folder}/ferry.txt'\n"))
        await settled(app, pilot)
        assert screen.field.value == f"{folder}/ferry.txt"
        assert offered(screen) == ["ferry.txt"]


async def test_a_page_is_fetched_only_when_it_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.articles import fetching

    asked: list[str] = []

    def fetch(address: str, *, allow_local: bool = False) -> fetching.Fetched:
        asked.append(address)
        if address.endswith("/gone"):
            raise ReaderError.at(address, "This page cannot be fetched ({reason}).", reason="gone")
        assert not allow_local
        return fetching.Fetched(FERRY.encode(), address)

    monkeypatch.setattr(fetching, "fetch", fetch)
    async with opened("en", WIDE) as (app, pilot):
        await typed(app, pilot, "https://example.com/ferry")
        assert asked == []
        await press(app, pilot, "enter")
        assert "The ferry comes back" in screen_text(app)
        await press(app, pilot, "enter")
        assert len(own(app)) == 1
        assert asked == ["https://example.com/ferry"]
        await typed(app, pilot, "https://example.com/gone")
        await press(app, pilot, "enter")
        assert "This page cannot be fetched (gone)" in words(app)
        await press(app, pilot, "enter")
        assert len(own(app)) == 1


async def test_another_choice_takes_what_was_shown_away(folder: Path) -> None:
    async with opened("en", WIDE) as (app, pilot):
        await typed(app, pilot, f"{folder}/")
        await press(app, pilot, "down", "down", "down", "enter")
        assert "The ferry comes back" in screen_text(app)
        await press(app, pilot, "up")
        assert "The ferry comes back" not in screen_text(app)
        await press(app, pilot, "enter")
        assert own(app) == []  # it is shown first
        assert "Мост через протоку открыт" in screen_text(app)


async def test_a_folder_that_cannot_be_read_and_a_name_that_is_none_are_told_of(
    folder: Path,
) -> None:
    async with opened("en", NARROW) as (app, pilot):
        screen = await typed(app, pilot, f"{folder}/nowhere/x")
        assert "There is no such folder." in screen_text(app)
        screen.field.value = f"{folder}/ferry.txt"
        screen.into.value = "../up"
        await settled(app, pilot)
        await press(app, pilot, "enter")
        assert "is not a name for a folder" in words(app)
        await press(app, pilot, "enter")
        assert own(app) == []


async def test_an_own_article_is_removed_in_the_list_and_brought_back(folder: Path) -> None:
    async with opened("en", WIDE) as (app, pilot):
        await typed(app, pilot, f"{folder}/ferry.txt")
        await press(app, pilot, "enter")
        await press(app, pilot, "enter")
        (key,) = own(app)
        await press(app, pilot, "delete")
        assert own(app) == [key]  # it is done in the list alone
        app.main.enter_pane("documents")
        await press(app, pilot, "delete")
        assert own(app) == []
        assert app.main.texts.key != key
        assert any("is removed" in text for text in told(app))
        await press(app, pilot, "U")
        assert own(app) == [key]
        await press(app, pilot, "ctrl+r")
        assert own(app) == []
        await press(app, pilot, "U")
        assert own(app) == [key]


async def test_an_article_of_the_dossier_is_not_removed() -> None:
    async with opened("en", WIDE) as (app, pilot):
        before = collection_of(app).listed_keys()
        app.main.enter_pane("documents")
        await press(app, pilot, "delete")
        assert collection_of(app).listed_keys() == before
        assert any("Only articles of your own" in text for text in told(app))


async def test_what_is_added_is_in_the_list_that_is_filtered(folder: Path) -> None:
    async with opened("en", WIDE) as (app, pilot):
        app.main.with_filter("ferry")
        await settled(app, pilot)
        assert str(app.main.documents.border_title).strip() == "Articles: 0 · ferry"
        await typed(app, pilot, f"{folder}/ferry.txt")
        await press(app, pilot, "enter")
        await press(app, pilot, "enter")
        assert str(app.main.documents.border_title).strip() == "Articles: 1 · ferry"
