"""Signs of whose width terminals have different opinions are painted at the one that was measured."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App

from reader.model import Document, Paragraph, Source, Text
from reader.tui.widgets.rows import Row
from reader.tui.widgets.steady import steady
from tests.tui.opened import WIDE, opened
from tests.tui.screens import screen_rows
from tests.whole.terminal import width

SIGNS = {
    "❤\ufe0f": "❤ ",
    "☝\ufe0f": "☝ ",
    "☝🏽": "☝",
    "👍🏽": "👍",
    "👩\u200d👩\u200d👧\u200d👦": "👩",
    "👩🏽\u200d🚀": "👩",
    "🏳\ufe0f\u200d🌈": "🏳 ",
    "👩\u200d⚕\ufe0f": "👩",
    "1\ufe0f\u20e3": "1\u20e3 ",
    "🇦🇿🇺🇸": "🇦🇿🇺🇸",
    "🇦": "A",
    "⌚\ufe0e": "⌚",
    "🫩": "\ufffd ",  # of Unicode 16
    "🏽": "",
    "\ufe0f": "",
    "漢字 é й": "漢字 é й",
    "क\u094d\u200dष": "क\u094d\u200dष",
}
VARYING = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
EMOJI = st.sampled_from([*"".join(SIGNS), "\u200d", "a", "я", " "])


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_is_painted_as_one_that_every_terminal_knows(sign: str) -> None:
    assert steady(sign) == SIGNS[sign]
    assert steady(f"а{sign}я") == f"а{SIGNS[sign]}я"


@example("\u200d漢\u200d\ufe0f❤")
@given(st.lists(EMOJI, max_size=12).map("".join))
def test_the_width_stays_as_it_was_measured(text: str) -> None:
    painted = steady(text)
    assert cell_len(painted) == cell_len(text)
    assert not VARYING.search(painted)
    if "\u200d" not in painted:
        assert width(painted) == cell_len(text)


@given(st.text(max_size=20))
def test_any_text_keeps_its_width(text: str) -> None:
    assert cell_len(steady(text)) == cell_len(text)


def assert_steady(app: App[Any], columns: int) -> None:
    for row in screen_rows(app):
        text = "".join(segment.text for segment in row)
        assert not VARYING.search(text), text
        assert "\u200d" not in text
        assert width(text) == columns, text


TEXT = " ".join(sign for sign in SIGNS if "क" not in sign) + " and more words to fill a row"


async def test_texts_are_painted_so() -> None:
    paragraphs = tuple(Paragraph(f"p{n}", TEXT * n) for n in (1, 2, 3))
    title = f"❤\ufe0f {TEXT}"
    article = Document(None, "ru", title, Source(), (Text("original", "ru", paragraphs),))
    async with opened("ru", WIDE, articles=(article,)) as (app, pilot):
        assert "❤" in "".join(s.text for row in screen_rows(app) for s in row)
        assert_steady(app, WIDE[0])
        await pilot.press("t", "t", "slash", *"words")
        await pilot.pause()
        assert_steady(app, WIDE[0])


async def test_lists_titles_messages_fields_and_popups_are_painted_so() -> None:
    emoji = "👩\u200d👩\u200d👧 👍🏽 ❤\ufe0f 1\ufe0f\u20e3 🇦🇿 ☝🏽"
    async with opened("en", WIDE) as (app, pilot):
        app.main.documents.show([Row("a", f"Title {emoji}", emoji, "☺\ufe0f")])
        app.main.source.border_title = app.main.summary.border_title = emoji
        app.main.status.show(emoji, "☺\ufe0f")
        app.notify(emoji)
        await pilot.pause()
        assert_steady(app, WIDE[0])
        await pilot.press("w")
        await pilot.pause()
        app.screen.query_one("Input").value = emoji  # type: ignore[attr-defined]
        await pilot.press("left", "left", "left")
        await pilot.pause()
        assert "❤" in "".join(s.text for row in screen_rows(app) for s in row)
        assert_steady(app, WIDE[0])
