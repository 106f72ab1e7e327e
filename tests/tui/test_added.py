"""A dossier whose editors say more: claims by status, other documents, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.dossiers import factories
from tests.tui.opened import opened, settled, told
from tests.tui.screens import screen_text

CLAIMS = {
    "{id: c1, topic: fish,": "{id: c1, topic: fish, status: done, speaker: [cod, mayak],",
    "{id: c2, topic: wind,": "{id: c2, topic: wind, status: assessed, disputed: соседями,",
}
ENGLISH = {
    "catch/c1": ("Трески поймали много.", "Much cod was caught."),
    "catch/c2": ("Мешал ветер.", "The wind was in the way."),
    "catch/c2/disputed": ("соседями", "the neighbours"),
    "catch/gist": ("Улов был большим.", "The catch was big."),
    "discrepancies/catch-size/about": ("Величина улова", "Size of the catch"),
    "discrepancies/catch-size/1": ("Улов велик.", "It is big."),
    "discrepancies/catch-size/2": ("Улов мал.", "It is small."),
    "discrepancies/catch-size/3": ("Нормы нет.", "No limit is set."),
    "discrepancies/catch-size/why": ("От этого зависит норма.", "The limit depends on it."),
    "notes/limit": ("Введена норма.", "A limit was set."),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = factories.DOCUMENT
    for before, after in CLAIMS.items():
        text = text.replace(before, after)
    echo = factories.DOCUMENT.replace("publisher: Маяк", "publisher: Вестник")
    root = factories.dossier(tmp_path, catch=text, echo=echo)
    (root / "discrepancies.yaml").write_text(factories.DISCREPANCIES, encoding="utf-8")
    (root / "notes.yaml").write_text(factories.NOTES, encoding="utf-8")
    factories.catalog(root, ENGLISH)
    return root


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_the_summary_as_it_looks(
    folder: Path, language: str, snapshot: SnapshotAssertion
) -> None:
    async with opened(language, (80, 48), document="catch", root=folder) as (app, pilot):
        app.main.enter_pane("summary")
        await settled(app, pilot)
        assert screen_text(app) == snapshot


async def test_s_shows_the_claims_of_one_status_after_the_other_and_all_again(
    folder: Path,
) -> None:
    async with opened("en", document="catch", root=folder) as (app, pilot):
        titles, shown = [], []
        for _press in range(4):
            summary = app.main.summary
            titles.append(str(summary.border_title).partition(" · 0 of")[0].partition(" · 1 of")[0])
            shown.append([block.id for block in summary.blocks if block.id in ("c1", "c2")])
            await pilot.press("s")
        assert titles == [
            "Summary",
            "Summary · claims: done",
            "Summary · claims: assessment",
            "Summary",
        ]
        assert shown == [["c1", "c2"], ["c1"], ["c2"], ["c1", "c2"]]


async def test_the_status_stays_when_another_document_is_opened(folder: Path) -> None:
    async with opened("en", document="catch", root=folder) as (app, pilot):
        await pilot.press("s", "J")
        assert app.main.texts.key == "echo"
        assert app.main.summary.border_title == "Summary · claims: done"
        assert "no-claims" in [block.id for block in app.main.summary.blocks]
        await pilot.press("s")
        assert [b.id for b in app.main.summary.blocks if b.id in ("c1", "c2")] == ["c1", "c2"]


async def test_without_a_status_s_says_so(folder: Path) -> None:
    async with opened("en", document="echo", root=folder) as (app, pilot):
        await pilot.press("s")
        assert "claims:" not in str(app.main.summary.border_title)
        assert any("has a status" in text for text in told(app))


async def test_a_selected_claim_keeps_its_status_when_it_is_deselected(folder: Path) -> None:
    async with opened("en", document="catch", root=folder) as (app, pilot):
        app.main.enter_pane("summary")
        app.main.summary.go_to("c1")

        def marker() -> str:
            return next(b.marker for b in app.main.summary.blocks if b.id == "c1")

        await pilot.press("plus")
        assert marker() == "✓"
        await pilot.press("plus")
        assert marker() == "●"


async def test_enter_on_what_another_document_says_opens_it_there(folder: Path) -> None:
    async with opened("en", document="catch", root=folder) as (app, pilot):
        app.main.enter_pane("summary")
        app.main.summary.go_to("discrepancy/catch-size/2")
        await pilot.press("enter")
        await settled(app, pilot)
        assert app.main.texts.key == "echo"
        assert app.main.source.cursor == "p2"
        await pilot.press("backspace")
        assert app.main.texts.key == "catch"


async def test_a_copied_claim_is_the_claim_alone(folder: Path) -> None:
    async with opened("en", document="catch", root=folder) as (app, pilot):
        app.main.enter_pane("summary")
        app.main.summary.go_to("c1")
        await pilot.press("y")
        assert app.clipboard.startswith("Much cod was caught.\n")
