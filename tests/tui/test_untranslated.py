"""What has no translation is called that on the screen, in the words of print."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dossiers import factories
from tests.dossiers.test_translation import TRANSLATIONS
from tests.tui.opened import WIDE, opened, settled
from tests.tui.screens import screen_text

MARK = "[not translated]"
NOTHING = {"dossier/title": ("Море", "The sea")}


def sea(tmp_path: Path, translations: dict[str, tuple[str, str]]) -> Path:
    folder = factories.dossier(tmp_path)
    factories.catalog(folder, translations)
    return folder


async def test_everything_that_is_not_translated_is_marked(tmp_path: Path) -> None:
    async with opened("en", WIDE, root=sea(tmp_path, NOTHING)) as (app, pilot):
        source = {block.id: block.text for block in app.main.source.blocks}
        summary = {block.id: block.text for block in app.main.summary.blocks}
        assert source["title"].endswith(MARK)
        assert summary["topic/fish"].endswith(MARK)
        assert app.main.documents.rows[0].title.endswith(MARK)
        assert source["p1"] == f"Посёлок встретил рыбаков с треской. {MARK}"
        assert summary["gist"] == f"Улов был большим. {MARK}"
        assert summary["c1"].startswith(f"Трески поймали много. {MARK}\u00a0[1]")
        assert MARK in summary["participant/mayak"]
        assert MARK in summary["e1"]
        assert app.main.source.border_title == "Text · Paraphrase, not translated"
        app.main.open_entry("cod")
        await settled(app, pilot)
        assert MARK in screen_text(app)


async def test_what_is_translated_is_not_marked(tmp_path: Path) -> None:
    async with opened("en", WIDE, root=sea(tmp_path, TRANSLATIONS)) as (app, pilot):
        source = {block.id: block.text for block in app.main.source.blocks}
        assert source["title"] == "Fishermen return with a catch"
        assert source["p1"] == "The village met the boats."
        assert source["p2"].endswith(MARK), "the translation is that of an older text"
        assert app.main.source.border_title == "Text · Paraphrase, translated in part"
        await pilot.press("v")
        await settled(app, pilot)
        assert MARK not in screen_text(app).partition("Summary")[2].partition("In brief")[0]
        assert not any(MARK in block.text for block in app.main.source.blocks)


@pytest.mark.parametrize("pane", ["source", "summary"])
async def test_what_is_copied_is_without_the_mark(tmp_path: Path, pane: str) -> None:
    async with opened("en", WIDE, root=sea(tmp_path, NOTHING)) as (app, pilot):
        app.main.enter_pane(pane)
        if pane == "summary":
            app.main.summary.go_to("c1")
        await pilot.press("y")
        await settled(app, pilot)
        assert "рыбаков" in app.clipboard or "Трески" in app.clipboard
        assert MARK not in app.clipboard
