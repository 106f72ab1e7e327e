"""Mentions that are not known yet are looked for beside whatever else is done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from reader.library.occurrences import Occurrences
from reader.model import Document, Paragraph, Source, Text
from reader.tui import mention_search
from reader.tui.app import ReaderApp
from tests.dossiers import factories
from tests.tui.opened import opened, settled
from tests.tui.screens import screen_text

COUNT = 4


def article(n: int) -> Document:
    paragraph = Paragraph("p1", f"Треска пришла к берегу в день {n}.")
    return Document(None, "ru", f"Улов {n}", Source(), (Text("original", "ru", (paragraph,)),))


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Texts are searched only once this is set, the first of them right away."""
    monkeypatch.setattr(mention_search, "FEW", 0)
    searched = Occurrences._occurrences_in
    gate = Event()
    count = 0

    def slowly(self: Occurrences, key: str, language: str) -> object:
        nonlocal count
        count += 1
        assert count == 1 or gate.wait(20)
        return searched(self, key, language)

    monkeypatch.setattr(Occurrences, "_occurrences_in", slowly)
    yield gate
    gate.set()


async def shown(app: ReaderApp, pilot: object, text: str) -> None:
    for _ in range(200):
        if text in screen_text(app):
            return
        await pilot.pause(0.02)  # type: ignore[attr-defined]
    raise AssertionError(screen_text(app))


async def test_the_popup_shows_what_is_known_and_then_all(tmp_path: Path, gate: Event) -> None:
    articles = tuple(map(article, range(COUNT)))
    async with opened("ru", root=factories.dossier(tmp_path), articles=articles) as (app, pilot):
        app.main.open_entry("cod")
        await shown(app, pilot, f"Ищу упоминания: 0 из {COUNT}")
        assert "Улов 3" not in app.screen.query_one("#entry").blocks[-2].text  # type: ignore[attr-defined]
        gate.set()
        await settled(app, pilot)
        assert "Ищу упоминания" not in screen_text(app)
        assert "Улов 3" in screen_text(app)


async def test_a_step_to_the_next_mention_waits_and_is_done(tmp_path: Path, gate: Event) -> None:
    articles = tuple(map(article, range(COUNT)))
    async with opened("ru", root=factories.dossier(tmp_path), articles=articles) as (app, pilot):
        await pilot.press("t")
        app.main.do_next_mention()
        app.main.update_status()
        await shown(app, pilot, f"Ищу упоминания: 0 из {COUNT}")
        assert app.main.texts.key == "file:1"
        gate.set()
        await settled(app, pilot)
        assert app.main.texts.key == "file:2"


async def test_the_search_is_cancelled_and_what_was_found_stays(
    tmp_path: Path, gate: Event
) -> None:
    articles = tuple(map(article, range(COUNT)))
    async with opened("ru", root=factories.dossier(tmp_path), articles=articles) as (app, pilot):
        collection = app.session.collection
        assert collection is not None
        await pilot.press("t")
        app.main.do_next_mention()
        app.main.update_status()
        await shown(app, pilot, "Ищу упоминания")
        await pilot.press("escape")
        gate.set()
        await settled(app, pilot)
        assert "Ищу упоминания" not in screen_text(app)
        assert app.main.texts.key == "file:1"
        waiting = collection.mentioned.waiting("cod", "ru")
        assert 0 < len(waiting) < COUNT
        assert len(collection.occurrences("cod", "ru")) > COUNT
