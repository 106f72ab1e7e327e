"""The screens as they look, in both languages and at three sizes.

A snapshot is the screen as text, so that a change reads in a diff; what is underlined and
reversed is kept beside it. After a wanted change: ``make snapshots``.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Input

from reader.kept.dossiers import OpenedDossier
from reader.kept.places import ReadFile
from reader.language import messages
from reader.model import Document, Paragraph, Source, Text
from reader.tui.app import ReaderApp
from reader.tui.widgets import themes
from tests.tui.opened import MIDDLE, NARROW, WIDE, opened, original, settled
from tests.tui.screens import screen_colours, screen_styles, screen_text

LANGUAGES = ("ru", "en")
SIZES = (WIDE, MIDDLE, NARROW)
DOCUMENT = "report-charter"

Steps = Callable[[ReaderApp, Pilot[int]], Awaitable[None]]


def _name(size: object) -> str:
    return f"{size[0]}x{size[1]}" if isinstance(size, tuple) else str(size)


async def _nothing(_app: ReaderApp, _pilot: Pilot[int]) -> None:
    return


async def _summary(app: ReaderApp, _pilot: Pilot[int]) -> None:
    app.main.enter_pane("summary")


async def _cited(app: ReaderApp, pilot: Pilot[int]) -> None:
    app.main.enter_pane("summary")
    await pilot.press("right_square_bracket", "enter")


async def _popup(app: ReaderApp, _pilot: Pilot[int]) -> None:
    app.main.open_entry("middle-corridor")


async def _search(app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("S")
    app.screen.query_one(Input).value = "энергетику"
    await settled(app, pilot)


async def _lines(app: ReaderApp, pilot: Pilot[int]) -> None:
    app.main.open_entry("tripp")
    await settled(app, pilot)
    await pilot.press("C")


async def _glossary(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("w")
    await pilot.pause()
    await pilot.press(*("хартией" if messages.language() == "ru" else "charter"))


async def _print(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("P")


async def _help(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("question_mark")


async def _palette(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("colon")


async def _parallel(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("v", "v")


async def _peek(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("x")


async def _marks(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("m", "a", "tab", "j", "j", "m", "b", "K", "m", "c", "f9")


async def _tray(app: ReaderApp, pilot: Pilot[int]) -> None:
    app.main.enter_pane("summary")
    await pilot.press("j", "plus", "j", "plus", "K", "j", "plus", "Y")


async def _recent(app: ReaderApp, pilot: Pilot[int]) -> None:
    app.session.files.put(
        ReadFile("/texts/lake.txt", "The ferry is back"), ReadFile("/texts/порт.md", "Порт открыт")
    )
    await pilot.press("O")


async def _find(app: ReaderApp, pilot: Pilot[int]) -> None:
    query = "партнёрства" if messages.language() == "ru" else "partnership"
    await pilot.press("slash", *query, "enter")
    await settled(app, pilot)


async def _facts(app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("F")
    await settled(app, pilot)
    await pilot.press("t")


async def _who(app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("W")
    await settled(app, pilot)


async def _filtered(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("ampersand", *"after:2025-12 group:day", "enter")


async def _add(_app: ReaderApp, pilot: Pilot[int]) -> None:
    saved = Path.home() / "saved"
    (saved / "2026").mkdir(parents=True)
    (saved / "ferry.txt").write_text(
        "---\ntitle: The ferry is back\ndate: 2026-03-04\npublisher: Shore News\n---\n\n"
        "The ferry to the island is back after a winter on the slip, its captain says.\n",
        encoding="utf-8",
    )
    await pilot.press("a", *"~/saved/", "down", "down", "enter")


async def _dossiers(app: ReaderApp, pilot: Pilot[int]) -> None:
    app.session.dossiers.put(OpenedDossier("/dossiers/harbour", "The harbour"))
    await pilot.press("D")


async def _filters(app: ReaderApp, pilot: Pilot[int]) -> None:
    app.main.with_filter("after:2025-12-20 sort:date")
    await settled(app, pilot)
    await pilot.press("B", *"late", "enter")


SCREENS: dict[str, Steps] = {
    "source": _nothing,
    "summary": _summary,
    "cited": _cited,
    "popup": _popup,
    "search": _search,
    "lines": _lines,
    "glossary": _glossary,
    "print": _print,
    "help": _help,
    "palette": _palette,
    "parallel": _parallel,
    "peek": _peek,
    "find": _find,
    "marks": _marks,
    "tray": _tray,
    "recent": _recent,
    "facts": _facts,
    "who": _who,
    "filtered": _filtered,
    "add": _add,
    "dossiers": _dossiers,
    "filters": _filters,
}


@pytest.mark.parametrize("size", SIZES, ids=_name)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
async def test_screen(
    screen: str, language: str, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with opened(language, size, document=DOCUMENT) as (app, pilot):
        await SCREENS[screen](app, pilot)
        await settled(app, pilot)
        assert screen_text(app) == snapshot


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=_name)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("texts", ["parallel", "original"])
async def test_an_original(
    texts: str, language: str, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    article = original("report-2025-12-20")
    async with opened(language, size, articles=(article,)) as (app, pilot):
        modes = {"parallel": 2, "original": 0 if language == "ru" else 1}
        await pilot.press(*["v"] * modes[texts])
        await settled(app, pilot)
        assert screen_text(app) == snapshot


def _bridge() -> Document:
    """An article without a summary, of our own."""
    texts = (
        "Новый мост через реку Тихую откроют для машин в пятницу, 13 февраля 2026 года, сообщила"
        " мэрия Заречья. Длина моста 640 метров, он обошёлся в 3,2 млрд рублей.",
        "«Мы ждали этого одиннадцать лет», — сказал мэр города Егор Лапшин.",
        "Обсуждали и Средний коридор, но без подробностей.",
    )
    paragraphs = tuple(Paragraph(f"p{n}", text) for n, text in enumerate(texts, 1))
    return Document(None, "ru", "Мост через Тихую", Source(), (Text("original", "ru", paragraphs),))


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=_name)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", ["draft", "review"])
async def test_a_draft(
    screen: str,
    language: str,
    size: tuple[int, int],
    snapshot: SnapshotAssertion,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    async with opened(language, size, articles=(_bridge(),)) as (app, pilot):
        app.main.enter_pane("summary")
        if screen == "review":
            await pilot.press("e")
        await settled(app, pilot)
        assert screen_text(app) == snapshot


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_underlined(language: str, snapshot: SnapshotAssertion) -> None:
    async with opened(language, WIDE, document=DOCUMENT) as (app, pilot):
        await pilot.press("t")
        marked = screen_styles(app)
        assert [f"{run.y},{run.x} {run.text} {'+'.join(run.marks)}" for run in marked] == snapshot


@pytest.mark.parametrize("theme", themes.NAMES)
@pytest.mark.parametrize("screen", ["cited", "popup", "find", "facts", "who"])
async def test_colours(screen: str, theme: str, snapshot: SnapshotAssertion) -> None:
    async with opened("en", WIDE, document=DOCUMENT) as (app, pilot):
        app.theme = theme
        await SCREENS[screen](app, pilot)
        await settled(app, pilot)
        assert screen_colours(app) == snapshot
