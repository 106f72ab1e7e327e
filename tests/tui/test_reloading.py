"""A dossier whose files change while it is open."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.articles import recognition
from reader.tui.app import ReaderApp
from tests.dossiers import factories
from tests.tui.opened import WIDE, collection_of, opened, settled, told
from tests.tui.screens import screen_text

CHANGED = "The dossier has changed: R reloads it"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    other = factories.DOCUMENT.replace("Рыбаки вернулись", "Лодки ушли")
    return factories.dossier(tmp_path, boats=other)


@asynccontextmanager
async def shown(folder: Path) -> AsyncIterator[tuple[ReaderApp, Pilot[int]]]:
    async with opened("en", WIDE, root=folder, document="catch") as (app, pilot):
        yield app, pilot


def edit(folder: Path, before: str, after: str, name: str = "documents/catch.yaml") -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


async def look(app: ReaderApp, pilot: Pilot[int]) -> str:
    """What the status line says once the files have been looked at."""
    app.main.reloader.look()
    await settled(app, pilot)
    return app.main.status.count


async def reload(app: ReaderApp, pilot: Pilot[int]) -> str:
    await pilot.press("R")
    await settled(app, pilot)
    return app.main.status.count


async def test_the_status_line_tells_that_files_have_changed_until_they_are_reloaded(
    folder: Path,
) -> None:
    async with shown(folder) as (app, pilot):
        assert await look(app, pilot) == ""
        edit(folder, "Посёлок встретил", "Весь посёлок ждал")
        assert await look(app, pilot) == CHANGED
        assert "Весь посёлок ждал" not in screen_text(app)
        await pilot.press("j")
        assert app.main.status.count == CHANGED
        assert await reload(app, pilot) == "The dossier was reloaded"
        assert "Весь посёлок ждал" in screen_text(app)
        await pilot.press("j")
        assert app.main.status.count == ""
        assert await look(app, pilot) == ""


async def test_the_files_are_looked_at_once_everything_is_read_and_then_again_and_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.screens.reloading._SECONDS", 0.05)
    async with shown(folder) as (app, pilot):
        edit(folder, "Посёлок встретил", "Весь посёлок ждал")
        for _turn in range(100):
            await pilot.pause(0.05)
            if app.main.status.count:
                break
        assert app.main.status.count == CHANGED
        edit(folder, "Весь посёлок ждал", "Посёлок встретил")


async def test_place_marks_and_selected_claims_stay(folder: Path) -> None:
    async with shown(folder) as (app, pilot):
        main = app.main
        await pilot.press("G", "m", "a")
        await pilot.press("tab", *"jjjjj", "+")
        selected, place = main.texts.selected, main.source.place
        pane = main.pane
        edit(folder, "Посёлок встретил", "Весь посёлок ждал")
        await reload(app, pilot)
        assert (main.texts.selected, main.source.place, main.pane) == (selected, place, pane)
        await pilot.press("'", "a")
        assert main.source.place == place


async def test_a_new_document_is_listed_and_one_that_is_gone_is_left(folder: Path) -> None:
    async with shown(folder) as (app, pilot):
        text = (folder / "documents" / "catch.yaml").read_text(encoding="utf-8")
        (folder / "documents" / "catch.yaml").unlink()
        (folder / "documents" / "later.yaml").write_text(text, encoding="utf-8")
        await reload(app, pilot)
        assert set(collection_of(app).listed_keys()) == {"boats", "later"}
        assert {row.id for row in app.main.documents.rows} == {"boats", "later"}
        assert app.main.texts.key in ("boats", "later")


async def test_terms_of_a_changed_glossary_are_found(folder: Path) -> None:
    async with shown(folder) as (app, pilot):
        assert not collection_of(app).is_known("Посёлок")
        path = folder / "glossary.yaml"
        entry = (
            "- {id: village, kind: place, terms: {ru: [Посёлок]}, definition: Где живут рыбаки.}\n"
        )
        path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
        await reload(app, pilot)
        assert collection_of(app).is_known("посёлка")
        await pilot.press("t")
        assert app.main.source.link is not None
        assert app.main.source.link[1].target == "village"


async def test_where_nothing_has_changed_it_says_so(folder: Path) -> None:
    async with shown(folder) as (app, pilot):
        assert await reload(app, pilot) == "The dossier has not changed"


async def test_what_is_wrong_in_the_changed_files_is_told_and_the_rest_is_shown(
    folder: Path,
) -> None:
    async with shown(folder) as (app, pilot):
        edit(folder, "topic: ", "topik: ", "documents/boats.yaml")
        await reload(app, pilot)
        said = " ".join(told(app))
        assert "boats.yaml:" in said
        assert "catch" in collection_of(app).listed_keys()


async def test_a_dossier_that_is_not_one_any_more_stays_as_it_was(folder: Path) -> None:
    async with shown(folder) as (app, pilot):
        before = screen_text(app)
        (folder / "dossier.yaml").write_text("[", encoding="utf-8")
        assert await look(app, pilot) == CHANGED
        await reload(app, pilot)
        said = " ".join(told(app))
        assert "dossier.yaml:" in said
        assert before.splitlines()[5] in screen_text(app)
        assert app.main.status.count == CHANGED


async def test_it_is_not_replaced_under_an_open_window(folder: Path) -> None:
    async with shown(folder) as (app, pilot):
        edit(folder, "Посёлок встретил", "Весь посёлок ждал")
        app.main.reloader.reload()
        await pilot.press("w")
        await settled(app, pilot)
        before = collection_of(app)._dossier
        assert app.screen is not app.main
        await pilot.press("escape")
        await settled(app, pilot)
        assert collection_of(app)._dossier is not before
        assert "Весь посёлок ждал" in screen_text(app)


async def test_a_document_that_is_named_first_is_shown_with_a_file_beside_it(
    folder: Path,
) -> None:
    article = recognition.Unrecognised("A text of its own.", "own.txt").recognised([])
    async with opened("en", WIDE, root=folder, document="catch", articles=(article,)) as (app, _p):
        assert app.main.texts.key == "catch"
