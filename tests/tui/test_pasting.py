"""What is pasted or typed: its words are kept, and nothing of it acts on a terminal."""

from __future__ import annotations

import re

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from reader.language.sanitize import HARMFUL
from reader.tui.app import ReaderApp
from reader.tui.widgets.line_field import LONGEST
from tests.tui.opened import WIDE, opened
from tests.tui.screens import screen_text

FIELDS = {
    "find": ("slash",),
    "paragraph": ("n",),
    "glossary": ("w",),
    "palette": ("colon",),
    "file name": ("P",),
    "id of a new entry": ("w", "ctrl+n"),
}
HOSTILE = (
    "\x1b]52;c;eA==\x07\x1b[31m \x9d0;t\x9c \u202eback\u202c \u2066x\u2069 \U000e0041\U000e007f \ufffa"
    " \x00\x08\x7f\x85\r\u2028 \x1b[200~\x1b[201~ end"
)


async def paste(app: ReaderApp, pilot: Pilot[int], text: str) -> None:
    app.post_message(events.Paste(text))
    await pilot.pause()
    await pilot.pause()


async def field(app: ReaderApp, pilot: Pilot[int], keys: tuple[str, ...]) -> Input:
    await pilot.press(*keys)
    await pilot.pause()
    if not isinstance(app.focused, Input):
        app.screen.query(Input).first().focus()
        await pilot.pause()
    assert isinstance(app.focused, Input)
    app.focused.value = ""
    return app.focused


@pytest.mark.parametrize("keys", FIELDS.values(), ids=FIELDS)
async def test_a_line_break_in_one_line_is_a_space(keys: tuple[str, ...]) -> None:
    async with opened("en", WIDE) as (app, pilot):
        into = await field(app, pilot, keys)
        await paste(app, pilot, "Middle\r\n  Corridor\nroute\n")
        assert into.value == "Middle Corridor route"
        assert into.cursor_position == len(into.value)


@pytest.mark.parametrize("keys", FIELDS.values(), ids=FIELDS)
async def test_nothing_that_controls_a_terminal_gets_into_a_field(keys: tuple[str, ...]) -> None:
    async with opened("en", WIDE) as (app, pilot):
        into = await field(app, pilot, keys)
        await paste(app, pilot, HOSTILE)
        assert not re.search(HARMFUL, into.value)
        assert into.value.endswith("end")
        into.value = HOSTILE
        assert not re.search(HARMFUL, into.value)
        await pilot.pause()
        assert not re.search(HARMFUL, screen_text(app).replace("\n", ""))


async def test_what_is_selected_in_a_field_is_replaced() -> None:
    async with opened("en", WIDE) as (app, pilot):
        into = await field(app, pilot, FIELDS["glossary"])
        into.value = "the old words"
        into.select_all()
        await paste(app, pilot, "new\nones")
        assert into.value == "new ones"


async def test_a_field_takes_no_more_than_can_be_painted() -> None:
    async with opened("en", WIDE) as (app, pilot):
        into = await field(app, pilot, FIELDS["find"])
        await paste(app, pilot, "word " * LONGEST)
        assert len(into.value) == LONGEST


async def test_the_text_areas_of_a_new_entry_keep_lines_and_nothing_harmful() -> None:
    async with opened("en", WIDE) as (app, pilot):
        await pilot.press("w", "ctrl+n")
        await pilot.pause()
        for _ in range(6):
            if isinstance(app.focused, TextArea):
                app.focused.load_text("")
                await paste(app, pilot, "one\rtwo" + HOSTILE)
                assert app.focused.text.startswith("one\ntwo")
                assert not re.search(HARMFUL, app.focused.text)
            await pilot.press("tab")
        await pilot.pause()
        assert not re.search(HARMFUL, screen_text(app).replace("\n", ""))


async def test_a_message_shows_what_was_pasted_without_what_controls() -> None:
    async with opened("en", WIDE) as (app, pilot):
        await pilot.press("apostrophe")
        await paste(app, pilot, "\x1b")
        app.notify("marked \x1b[31m\u202e [b]x[/b]", severity="warning")
        await pilot.pause()
        (note,) = (note for note in app._notifications if note.message.startswith("marked"))
        assert note.message == "marked ␛[31m‹RLO› [b]x[/b]"
        assert not note.markup
