"""Several dossiers: gone to at a key, each where it was left, told of where they are broken or gone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader import state
from reader.dossiers import paths
from reader.kept.dossiers import OpenedDossiers
from reader.tui.app import ReaderApp
from reader.tui.screens.dossiers import DossiersScreen
from tests.tui.opened import WIDE, collection_of, opened, settled, told
from tests.tui.screens import screen_text

DOSSIER = """id: harbour
title: The harbour
language: en
topics: []
"""
ARTICLE = """language: en
title: {title}
source:
  publisher: Shore News
  published: 2026-03-0{n}
text:
  - id: p1
    text: The harbour has a new crane, and the old one is sold.
"""


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    root = tmp_path / "harbour"
    (root / "documents").mkdir(parents=True)
    (root / "dossier.yaml").write_text(DOSSIER, encoding="utf-8")
    (root / "glossary.yaml").write_text("[]\n", encoding="utf-8")
    for n in (1, 2, 3):
        text = ARTICLE.format(title=f"Crane number {n}", n=n)
        (root / "documents" / f"crane-{n}.yaml").write_text(text, encoding="utf-8")
    return root


async def press(app: ReaderApp, pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(app, pilot)


async def go_to(app: ReaderApp, pilot: Pilot[int], text: str) -> None:
    await press(app, pilot, "D")
    screen = app.screen
    assert isinstance(screen, DossiersScreen)
    screen.field.value = text
    await settled(app, pilot)
    await press(app, pilot, "enter")


def listed(app: ReaderApp) -> list[tuple[str, str]]:
    screen = app.screen
    assert isinstance(screen, DossiersScreen)
    rows = screen.row_list.rows
    return [(row.title, row.note) for row in rows[0 : len(rows)]]


async def test_another_dossier_is_opened_by_its_path_and_each_is_where_it_was_left(
    harbour: Path,
) -> None:
    async with opened("en", WIDE, document="report-charter") as (app, pilot):
        await go_to(app, pilot, str(harbour))
        assert collection_of(app).root == harbour
        assert "The harbour" in screen_text(app).splitlines()[0]
        await press(app, pilot, "J")
        assert app.main.texts.key == "crane-2"
        await go_to(app, pilot, "partnership")
        assert collection_of(app).root == paths.builtin()
        assert app.main.texts.key == "report-charter"
        await go_to(app, pilot, "harbour")
        assert collection_of(app).root == harbour
        assert app.main.texts.key == "crane-2"


async def test_terms_notes_and_undo_are_those_of_the_dossier_that_is_shown(harbour: Path) -> None:
    async with opened("en", WIDE) as (app, pilot):
        await go_to(app, pilot, str(harbour))
        await press(app, pilot, "m", "q")
        assert (paths.notes("harbour").parents[2] / "marks" / "harbour.jsonl").exists()
        await press(app, pilot, "U")
        await press(app, pilot, "apostrophe")
        assert "There are no marks" in screen_text(app)
        await press(app, pilot, "escape")
        await go_to(app, pilot, "partnership")
        await press(app, pilot, "t")
        assert app.main.source.link is not None


async def test_dossiers_that_were_opened_are_listed_the_last_one_first(harbour: Path) -> None:
    async with opened("en", WIDE, root=harbour) as (app, pilot):
        await press(app, pilot, "D")
        assert [title for title, _note in listed(app)][1:] == ["The harbour"]
        assert "open now" in listed(app)[1][1]
        await press(app, pilot, "down", "delete")
        assert len(listed(app)) == 1
        await press(app, pilot, "alt+z")
        assert len(listed(app)) == 2
    assert [each.path for each in OpenedDossiers().values()] == [state.key(harbour)]


async def test_a_dossier_that_is_gone_or_broken_is_told_of_and_stays_in_the_list(
    harbour: Path,
) -> None:
    async with opened("en", WIDE, root=harbour) as (app, pilot):
        await go_to(app, pilot, "partnership")
        (harbour / "dossier.yaml").write_text("id: [", encoding="utf-8")
        await go_to(app, pilot, "harbour")
        assert collection_of(app).root == paths.builtin()
        assert any("dossier.yaml" in text for text in told(app))
        shutil.rmtree(harbour)
        await press(app, pilot, "D")
        assert "there is no dossier any more" in listed(app)[1][1]
        await press(app, pilot, "down", "enter")
        assert collection_of(app).root == paths.builtin()
        assert len(OpenedDossiers().values()) == 1


async def test_a_path_leads_through_folders_to_a_dossier(harbour: Path) -> None:
    async with opened("en", WIDE) as (app, pilot):
        await press(app, pilot, "D")
        screen = app.screen
        assert isinstance(screen, DossiersScreen)
        name = harbour.parent.name
        screen.field.value = f"{harbour.parent.parent}/{name[:-1]}"
        await settled(app, pilot)
        assert (f"{name}/", "") in listed(app)
        screen.field.value = f"{harbour.parent}/har"
        await settled(app, pilot)
        assert listed(app) == [("harbour/", "a dossier")]
        screen.field.value = f"{harbour}/"
        await settled(app, pilot)
        assert listed(app)[0][0] == "Open the dossier in harbour"
        await press(app, pilot, "enter")
        assert collection_of(app).root == harbour


async def test_the_palette_takes_the_folder_of_a_dossier(harbour: Path) -> None:
    async with opened("en", WIDE) as (app, pilot):
        app.main.run_with("dossiers", str(harbour))
        await settled(app, pilot)
        await press(app, pilot, "enter")
        assert collection_of(app).root == harbour


async def test_language_and_theme_stay_and_the_language_can_be_switched(harbour: Path) -> None:
    async with opened("ru", WIDE) as (app, pilot):
        app.with_theme("light")
        await go_to(app, pilot, str(harbour))
        assert app.theme == "light"
        assert "RU" in screen_text(app).splitlines()[0]
        await press(app, pilot, "L")
        assert "EN" in screen_text(app).splitlines()[0]
