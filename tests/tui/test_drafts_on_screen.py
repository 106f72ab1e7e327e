"""An article without a summary has a draft on the screen, which is edited and kept as one's own."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader import storage
from reader.dossiers import own_article, own_places
from reader.dossiers.own_article import Kept, OwnArticle
from reader.library.own import writing
from reader.model import Document, Paragraph, Source, Text
from reader.tui.app import ReaderApp
from reader.tui.screens.review import ReviewScreen
from tests.tui.opened import NARROW, opened, settled
from tests.tui.screens import screen_text

TEXTS = (
    "Новый мост через реку Тихую откроют для машин в пятницу, 13 февраля 2026 года.",
    "«Мы ждали этого одиннадцать лет», — сказал мэр города Егор Лапшин.",
)


def article(*texts: str) -> Document:
    paragraphs = tuple(Paragraph(f"p{n}", text) for n, text in enumerate(texts or TEXTS, 1))
    return Document(None, "ru", "Мост через Тихую", Source(), (Text("original", "ru", paragraphs),))


CHANGES = "sed -i '/^gist:/,/^claims:/c gist: Мост откроют.\\nclaims:' \"$1\""
"""A script of an editor that puts another gist in the place of the draft's."""


def editor(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Have a script be the reader's editor; ``$1`` is the file."""
    path = folder / "my editor"
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o700)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{path}'")


def told(app: ReaderApp) -> str:
    return " ".join([*(note.message for note in app._notifications), app.main.said])


async def edit(app: ReaderApp, pilot: Pilot[int]) -> ReviewScreen:
    await pilot.press("e")
    await settled(app, pilot)
    assert isinstance(app.screen, ReviewScreen)
    return app.screen


def drafts() -> list[Path]:
    return [*own_places.drafts().glob("*.yaml")]


async def test_a_draft_says_in_its_title_what_it_is() -> None:
    async with opened("en", articles=(article(),)) as (app, _pilot):
        assert app.main.summary.border_title == "Summary · draft by rule"
        shown = {block.id: block.text for block in app.main.summary.blocks}
        assert shown["gist"].startswith("Новый мост")
        assert "Nobody" in shown["draft"] or "nobody" in shown["draft"]
        assert shown["c2"].startswith("«Мы ждали")
        assert shown["participant/who1"].startswith("Егор Лапшин — мэр города")


async def test_where_there_is_nothing_to_quote_the_reason_is_told() -> None:
    async with opened("en", articles=(article("Соль", "Четыре яйца", "Мука, 200 г"),)) as (app, _):
        assert "a list" in next(b.text for b in app.main.summary.blocks if b.id == "no-draft")


async def test_the_dossiers_documents_keep_their_summaries() -> None:
    async with opened("en") as (app, pilot):
        assert app.main.summary.border_title == "Summary"
        await pilot.press("e")
        await settled(app, pilot)
        assert "the dossier’s" in told(app)


async def test_what_is_edited_is_kept_as_the_readers_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor(monkeypatch, tmp_path, CHANGES)
    async with opened("en", articles=(article(),)) as (app, pilot):
        review = await edit(app, pilot)
        assert review.is_sound
        (draft,) = drafts()
        assert stat.S_IMODE(draft.stat().st_mode) == storage.PRIVATE
        await pilot.press("ctrl+s")
        await settled(app, pilot)
        assert "accepted by you on" in str(app.main.summary.border_title)
        assert next(b.text for b in app.main.summary.blocks if b.id == "gist") == "Мост откроют."
        assert drafts() == []
    async with opened("en", articles=(article(),)) as (app, _pilot):
        assert "accepted by you on" in str(app.main.summary.border_title)


async def test_what_is_wrong_is_told_with_its_place_and_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor(monkeypatch, tmp_path, "printf 'gist: [x\\n' > \"$1\"")
    async with opened("en", articles=(article(),)) as (app, pilot):
        review = await edit(app, pilot)
        assert not review.is_sound
        assert ".yaml:" in " ".join(block.text for block in review.view.blocks)
        await pilot.press("ctrl+s")
        assert app.screen is review
        editor(monkeypatch, tmp_path, "printf 'gist: Мост откроют.\\n' > \"$1\"")
        await pilot.press("ctrl+e")
        await settled(app, pilot)
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.is_sound
        await pilot.press("q")
        await settled(app, pilot)
        assert "waits" in told(app)
        assert [path.read_text("utf-8") for path in drafts()] == ["gist: Мост откроют.\n"]


async def test_an_editor_that_crashes_loses_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor(monkeypatch, tmp_path, f"{CHANGES}; kill -9 $$")
    async with opened("en", articles=(article(),)) as (app, pilot):
        review = await edit(app, pilot)
        assert "code -9" in " ".join(block.text for block in review.view.blocks)
        await pilot.press("q")
        await settled(app, pilot)
    editor(monkeypatch, tmp_path, "true")
    async with opened("en", articles=(article(),)) as (app, pilot):
        review = await edit(app, pilot)
        assert "what you wrote before" in " ".join(block.text for block in review.view.blocks)
        assert "gist: Мост откроют." in drafts()[0].read_text("utf-8")
        await pilot.press("delete")
        await settled(app, pilot)
        assert drafts() == []


async def test_an_editor_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "/no/such/editor")
    async with opened("en", articles=(article(),)) as (app, pilot):
        await pilot.press("e")
        await settled(app, pilot)
        assert "/no/such/editor" in told(app)
        assert app.screen is app.main


async def test_a_summary_of_an_own_article_is_kept_in_its_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = own_places.articles() / "bridge.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(own_article.dumped(OwnArticle(article(), Kept("2026-02-12T10:00:00+00:00"))))
    writing.update()
    editor(monkeypatch, tmp_path, CHANGES)
    async with opened("en", document="own:bridge") as (app, pilot):
        assert app.main.summary.border_title == "Summary · draft by rule"
        await edit(app, pilot)
        await pilot.press("ctrl+s")
        await settled(app, pilot)
        assert "accepted by you on" in str(app.main.summary.border_title)
    found, problems = own_article.read(path, "own:bridge")
    assert problems == ()
    assert found is not None
    assert found.kept.added == "2026-02-12T10:00:00+00:00"
    summary = found.document.summary
    assert summary is not None
    assert (summary.gist, bool(summary.accepted), len(summary.claims)) == ("Мост откроют.", True, 2)
    assert [(p.entry, p.name) for p in summary.participants] == [("", "Егор Лапшин")]


async def test_claims_of_a_draft_are_not_selected_for_printing() -> None:
    async with opened("en", articles=(article(),)) as (app, pilot):
        app.main.enter_pane("summary")
        await pilot.press("j", "j", "j", "plus")
        await settled(app, pilot)
        assert "Make the summary yours first" in told(app)


async def test_a_draft_is_usable_on_a_small_screen() -> None:
    async with opened("ru", NARROW, articles=(article(),)) as (app, pilot):
        app.main.enter_pane("summary")
        await pilot.pause()
        assert "Новый мост" in screen_text(app)
