"""Claims of the summary say whether they check out; a window lists what does not, and goes there."""

from __future__ import annotations

import pytest

from reader.tui.app import ReaderApp
from reader.tui.screens import verdicts
from reader.tui.screens.verdicts import FindingsScreen, VerdictsFound
from reader.verdicts import Finding, Place, Verdict
from tests.tui.opened import opened, settled

DOCUMENT = "report-charter"


def _tags(app: ReaderApp) -> list[str]:
    blocks = app.main.texts.summary.blocks
    return [
        block.text.splitlines()[-1]
        for block in blocks
        if block.role == "claim" and block.id.startswith("c")
    ]


async def test_each_claim_says_whether_it_checks_out() -> None:
    async with opened("en", document=DOCUMENT) as (app, pilot):
        assert all("✓" in tag or "·" in tag for tag in _tags(app))
        assert "12 of 12 claims check out" in str(app.main.texts.summary.border_title)
        await pilot.press("V")
        assert not isinstance(app.screen, FindingsScreen)


async def test_a_language_switch_verifies_the_claims_in_that_language() -> None:
    async with opened("en", document=DOCUMENT) as (app, pilot):
        await pilot.press("L")
        await settled(app, pilot)
        assert app.main.texts.verdicts
        assert "из 12" in str(app.main.texts.summary.border_title)


async def test_a_finding_leads_to_its_paragraph_with_what_was_looked_for_lit() -> None:
    async with opened("en", document=DOCUMENT) as (app, pilot):
        finding = Finding(
            "time", "9 August 2025", 0, "Told of {text}.", {"text": "August"}, (Place("p5", 3, 9),)
        )
        app.main.post_message(
            VerdictsFound(DOCUMENT, "en", {"c3": Verdict("c3", "failed", (finding,))})
        )
        await settled(app, pilot)
        assert any("✗ doesn’t check out" in tag for tag in _tags(app))
        await pilot.press("V")
        assert isinstance(app.screen, FindingsScreen)
        await pilot.press("enter")
        await settled(app, pilot)
        source = app.main.texts.source
        assert source.cursor == "p5"
        assert source.marks.found == {"p5": [(3, 9)]}


async def test_verdicts_of_another_document_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdicts, "verified", lambda *_some: {})
    async with opened("en", document=DOCUMENT) as (app, pilot):
        app.main.post_message(
            VerdictsFound("trend-2025-12-19", "en", {"c1": Verdict("c1", "failed")})
        )
        await settled(app, pilot)
        assert app.main.texts.verdicts == {}
