"""Claims of the summary say whether they check out; a window lists what does not, and goes there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from rich.console import RenderableType
from textual.pilot import Pilot
from textual.screen import Screen

from reader.dossiers import paths
from reader.launch import LaunchOptions
from reader.library import kept_verdicts, verifying_process
from reader.library.verification import Subject
from reader.model import Claim, Document, Draft, DraftFinding, Paragraph, Source, Summary, Text
from reader.tui.app import ReaderApp
from reader.tui.screens import verdicts
from reader.tui.screens.drafting import CommandAnswered
from reader.tui.screens.verdicts import FindingsScreen, VerdictsFound
from reader.verdicts import Finding, Place, Verdict
from tests.dossiers import factories
from tests.tui.opened import at_first_frame, at_rest, indexed, opened, settled
from tests.tui.screens import screen_text

DOCUMENT = "report-charter"
FINDING = Finding(
    "time", "9 August 2025", 0, "Told of {text}.", {"text": "August"}, (Place("p5", 3, 9),)
)

NO_NAME = "The name “{text}” does not stand in {paragraphs}."
BETTER = "{better} fits this better than {paragraphs}."
CITED = {"better": "p5", "paragraphs": "p3, p4"}


@pytest.fixture
def nothing_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing was verified before: neither by an index that is shipped nor by another start."""
    monkeypatch.setattr("reader.library.index.Index.verdicts", lambda *_some: None)
    monkeypatch.setattr(kept_verdicts, "path_for", lambda _root: tmp_path / "verdicts")


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> list[str]:
    """The documents that were verified, whose claims all check out."""
    request.getfixturevalue("nothing_kept")
    keys: list[str] = []

    def find(_root: Path, subject: Subject) -> tuple[Verdict, ...]:
        keys.append(subject.key)
        assert subject.document.summary is not None
        return tuple(Verdict(claim.id, "verified") for claim in subject.document.summary.claims)

    monkeypatch.setattr(verifying_process, "find", find)
    return keys


def _tags(app: ReaderApp) -> list[str]:
    blocks = app.main.texts.summary.blocks
    return [
        block.text.splitlines()[-1]
        for block in blocks
        if block.role == "claim" and block.id.startswith("c")
    ]


def _title(app: ReaderApp) -> str:
    return str(app.main.texts.summary.border_title)


async def test_each_claim_says_whether_it_checks_out() -> None:
    async with opened("en", document=DOCUMENT) as (app, pilot):
        assert all("✓" in tag or "·" in tag for tag in _tags(app))
        assert "12 of 12 claims check out" in _title(app)
        await pilot.press("V")
        assert not isinstance(app.screen, FindingsScreen)


async def test_a_language_switch_shows_the_verdicts_in_that_language() -> None:
    async with opened("en", document=DOCUMENT) as (app, pilot):
        await pilot.press("L")
        await settled(app, pilot)
        assert app.main.texts.verdicts
        assert "из 12" in _title(app)


async def test_what_is_known_of_the_next_document_is_shown_with_it_in_one_go() -> None:
    async with opened("en", document=DOCUMENT) as (app, pilot):
        await pilot.press("K")
        await settled(app, pilot)
        await pilot.press("J")
        await settled(app, pilot)
        summary = app.main.texts.summary
        before = summary.generation
        await pilot.press("K")
        # Nothing else has been handled yet: no worker, no timer.
        assert summary.generation == before + 1
        assert all("✓" in tag or "·" in tag for tag in _tags(app))
        assert "claims check out" in _title(app)
        await settled(app, pilot)
        assert summary.generation == before + 1


@asynccontextmanager
async def at(
    document: str, root: Path | None = None
) -> AsyncIterator[tuple[ReaderApp, Pilot[int]]]:
    """Open a dossier, or the built-in one, at a document of whose claims nothing is known."""
    launch = LaunchOptions(indexed(root or paths.builtin()), document, "en")
    async with at_first_frame(launch) as (app, pilot):
        await at_rest(app, pilot)
        yield app, pilot


async def stay(app: ReaderApp, pilot: Pilot[int]) -> None:
    """Stay at a document until its claims have been verified."""
    while app.main.texts.unverified is not None:
        await pilot.pause(0.01)
        await at_rest(app, pilot)


async def test_the_next_document_is_painted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[object] = []
    display = ReaderApp._display

    def counted(app: ReaderApp, screen: Screen[Any], renderable: RenderableType | None) -> None:
        painted.append(renderable)
        display(app, screen, renderable)

    async with opened("en", document=DOCUMENT) as (app, pilot):
        await pilot.press("K")
        await settled(app, pilot)
        await pilot.press("J")
        await settled(app, pilot)
        monkeypatch.setattr(ReaderApp, "_display", counted)
        await pilot.press("K")
        await settled(app, pilot)
        assert len(painted) == 1
        assert "4 of 5" in screen_text(app)
        assert "claims check out" in screen_text(app)


async def test_what_is_not_known_is_verified_once_one_stays(
    monkeypatch: pytest.MonkeyPatch, found: list[str]
) -> None:
    monkeypatch.setattr(verdicts, "STAYED", 0.01)
    async with at(DOCUMENT) as (app, pilot):
        await stay(app, pilot)
        assert found == [DOCUMENT]
        assert "12 of 12 claims check out" in _title(app)
        await pilot.press("v", "v", "v")
        await at_rest(app, pilot)
        assert found == [DOCUMENT]


async def test_who_goes_on_has_nothing_verified(found: list[str]) -> None:
    async with at(DOCUMENT) as (app, pilot):
        shown = app.main.texts.summary
        before = shown.generation
        await pilot.press("K", "K", "J")
        await at_rest(app, pilot)
        assert found == []
        assert shown.generation == before + 3
        assert "check out" not in _title(app)


@pytest.mark.usefixtures("nothing_kept")
async def test_verifying_what_was_left_is_no_news_for_what_is_shown() -> None:
    async with at(DOCUMENT) as (app, pilot):
        left = app.main.texts.unverified
        assert left is not None
        await pilot.press("K")
        before = app.main.texts.summary.generation
        app.main.post_message(VerdictsFound(left, (Verdict("c1", "failed"),)))
        await at_rest(app, pilot)
        assert app.main.texts.verdicts == {}
        assert app.main.texts.summary.generation == before
        await pilot.press("J")
        assert app.main.texts.verdicts == {"c1": Verdict("c1", "failed")}


@pytest.mark.usefixtures("nothing_kept")
async def test_a_finding_leads_to_its_paragraph_with_what_was_looked_for_lit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    failed = (Verdict("c3", "failed", (FINDING,)),)
    monkeypatch.setattr(verifying_process, "find", lambda *_some: failed)
    async with at(DOCUMENT) as (app, pilot):
        # What is asked for is not waited for.
        await pilot.press("V")
        await at_rest(app, pilot)
        assert any("✗ doesn’t check out" in tag for tag in _tags(app))
        assert isinstance(app.screen, FindingsScreen)
        await pilot.press("enter")
        await at_rest(app, pilot)
        source = app.main.texts.source
        assert source.cursor == "p5"
        assert source.marks.found == {"p5": [(3, 9)]}


@pytest.mark.usefixtures("nothing_kept")
async def test_a_process_that_was_ended_leaves_the_claims_without_a_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(verifying_process, "find", lambda *_some: None)
    async with at(DOCUMENT) as (app, pilot):
        await pilot.press("V")
        await at_rest(app, pilot)
        assert not isinstance(app.screen, FindingsScreen)
        assert app.main.texts.verdicts == {}


async def test_an_edited_document_has_its_claims_verified_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, found: list[str]
) -> None:
    monkeypatch.setattr(verdicts, "STAYED", 0.01)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = factories.dossier(tmp_path)
    async with at("catch", folder) as (app, pilot):
        await stay(app, pilot)
        path = folder / "documents" / "catch.yaml"
        text = path.read_text("utf-8")
        for before, after, times in (("Рыбаки вернулись", "Лодки ушли", 1), ("Мешал", "Нёс", 2)):
            text = text.replace(before, after)
            path.write_text(text, "utf-8")
            await pilot.press("R")
            await at_rest(app, pilot)
            await stay(app, pilot)
            assert found == ["catch"] * times


def _article(summary: Summary | None = None) -> Document:
    paragraphs = (Paragraph("p1", "Мост откроют 13 февраля 2026 года."),)
    texts = (Text("original", "ru", paragraphs),)
    return Document(None, "ru", "Мост", Source(), texts, summary=summary)


CLAIMS = (
    Claim("c1", "", "Мост откроют 13 февраля 2026 года.", ("p1",)),
    Claim("c2", "", "Мост откроют 14 марта 2026 года.", ("p1",)),
)


async def test_what_is_wrong_with_a_drafts_claim_is_told_in_the_language_of_now() -> None:
    found = DraftFinding("c1", "name", "Оса", NO_NAME, {"text": "Оса", "paragraphs": "p1"})
    apart = Claim("c9", "main", "Мост стоит 9 млн крон.", ("p1",))
    wrong = found._replace(claim="c9", text="9 млн")
    async with opened("en", articles=(_article(),)) as (app, pilot):
        draft = Draft("command", findings=(found, wrong), apart=(apart,))
        app.main.desk.take_answer(
            CommandAnswered("file:1", Summary("Мост", CLAIMS[:1], draft=draft))
        )
        await settled(app, pilot)
        (tag,) = _tags(app)
        assert tag == "✓ checks out · The name “Оса” does not stand in [1]"
        await pilot.press("L")
        await settled(app, pilot)
        (tag,) = _tags(app)
        assert tag == "✓ подтверждено · Имени «Оса» нет в [1]"
        blocks = {block.id: block.text for block in app.main.texts.summary.blocks}
        assert blocks["apart/c9"].endswith("\nИмени «Оса» нет в [1]")


@pytest.mark.usefixtures("found")
async def test_findings_name_paragraphs_as_the_screen_numbers_them() -> None:
    verdict = Verdict("c1", "failed", (FINDING._replace(message=BETTER, values=CITED),))
    async with opened("en", document=DOCUMENT) as (app, pilot):
        app.main.texts.verdicts = {"c1": verdict}
        app.main.verdicts.open_list()
        await settled(app, pilot)
        assert isinstance(app.screen, FindingsScreen)
        assert "[5] fits this better than [3], [4]." in screen_text(app)


async def test_the_claims_of_a_draft_that_was_accepted_are_verified() -> None:
    article = _article(Summary("Мост", CLAIMS, accepted="2026-02-14"))
    async with opened("en", articles=(article,)) as (app, _pilot):
        first, second = _tags(app)
        assert "✓ checks out" in first
        assert "✗ doesn’t check out" in second
        assert "1 of 2 claims check out" in _title(app)


async def test_the_claims_of_a_commands_draft_are_verified_and_those_of_a_draft_by_rule_are_not() -> (
    None
):
    async with opened("en", articles=(_article(),)) as (app, pilot):
        assert "draft by rule" in _title(app)
        assert "check" not in _title(app)
        drafted = Summary("Мост", CLAIMS[:1], draft=Draft("command"))
        app.main.desk.take_answer(CommandAnswered("file:1", drafted))
        await settled(app, pilot)
        assert "Draft by a command · 1 of 1 checks out" in _title(app)
        assert "✓ checks out" in _tags(app)[0]
