"""What is painted for a screen reader, row by row, and where the terminal's cursor stands."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from reader import storage
from reader.dossiers import paths
from reader.launch import LaunchOptions
from reader.tui.app import ReaderApp
from reader.tui.screen_reader import Sent, reading_place
from reader.tui.widgets.text_view import TextView
from tests.tui.opened import MIDDLE, WIDE, at_first_frame, indexed, opened, settled
from tests.tui.screens import screen_lines, screen_text

FRAMES = re.compile("[\u2500-\u259f◂▸]")


@asynccontextmanager
async def heard(
    language: str = "en", size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[ReaderApp, Pilot[int]]]:
    launch = LaunchOptions(indexed(paths.builtin()), "report-charter", language, screen_reader=True)
    async with at_first_frame(launch, size) as (app, pilot):
        await settled(app, pilot)
        yield app, pilot


def line_read(app: ReaderApp) -> str:
    """The rest of the row from where the terminal's cursor stands on."""
    place = reading_place(app.screen)
    assert place is not None
    return screen_lines(app)[place.y][place.x :]


SCREENS = {
    "main": (),
    "summary": ("tab",),
    "documents": ("tab", "tab"),
    "two texts": ("v", "v"),
    "entry": ("t", "enter"),
    "glossary": ("w",),
    "new entry": ("w", "ctrl+n"),
    "print": ("P",),
    "preview": ("P", "f5"),
    "palette": ("colon",),
    "help": ("question_mark",),
    "find": ("slash", "t"),
}


@pytest.mark.parametrize("size", [WIDE, MIDDLE], ids=["120x40", "80x24"])
@pytest.mark.parametrize("screen", SCREENS)
async def test_no_screen_has_a_frame_or_a_bar_and_the_cursor_stands_in_it(
    screen: str, size: tuple[int, int]
) -> None:
    async with heard("en", size) as (app, pilot):
        for key in SCREENS[screen]:
            await pilot.press(key)
            await settled(app, pilot)
        text = screen_text(app)
        assert not FRAMES.findall(text), text
        place = reading_place(app.screen)
        assert place is not None
        assert app.screen.region.contains(*place)
        seen = [view for view in app.screen.query(TextView) if view.display and view.region]
        assert len(seen) <= 1, "one pane at a time"


async def test_a_window_leaves_nothing_of_what_it_covers_to_be_read() -> None:
    async with heard() as (app, pilot):
        await pilot.press("w")
        await settled(app, pilot)
        assert "Paragraph 1 of 12" not in screen_text(app)
        assert "Charter on Strategic Partnership: five goals" not in screen_text(app)


async def test_every_line_is_read_down_and_up_while_the_view_stands_still() -> None:
    async with heard("en", MIDDLE) as (app, pilot):
        view = app.main.source
        rows = view.viewport.rows
        read, tops = [line_read(app)], [view.y]
        for _ in range(25):
            await pilot.press("j")
            read.append(line_read(app))
            tops.append(view.y)
        assert len(set(tops)) <= 25 // rows + 2  # it turns pages, and doesn't scroll
        assert read[0].startswith("1:")
        assert all(line.strip() for line in read)
        words = " ".join(" ".join(read).split())
        for block in [block for block in view.blocks if block.marker.isdigit()][:4]:
            text = " ".join(block.text.split())
            assert text in words, text
        up = []
        for _ in range(25):
            await pilot.press("k")
            up.append(line_read(app))
        assert up == read[-2::-1]


async def test_a_page_is_read_from_its_first_line() -> None:
    async with heard("en", MIDDLE) as (app, pilot):
        view = app.main.source
        await pilot.press("space")
        place = reading_place(app.screen)
        assert place is not None
        assert place.y - view.region.y - view.gutter.top <= 1
        assert line_read(app).strip()


async def test_the_cursor_stands_at_the_link_and_reading_goes_on_from_it() -> None:
    async with heard() as (app, pilot):
        await pilot.press("t", "t")
        link = app.main.source.link
        assert link is not None
        block = next(b for b in app.main.source.blocks if b.id == link[0])
        assert line_read(app).startswith(block.text[link[1].start : link[1].end].split()[0])
        before = reading_place(app.screen)
        await pilot.press("j")
        after = reading_place(app.screen)
        assert before is not None
        assert after is not None
        assert after.y > before.y


async def test_a_list_is_read_row_by_row() -> None:
    async with heard() as (app, pilot):
        await pilot.press("shift+tab")
        titles = []
        for _ in range(3):
            await pilot.press("k")
            await settled(app, pilot)
            titles.append(line_read(app))
        rows = app.main.documents.rows
        assert len(set(titles)) == 3
        for line in titles:
            assert any(row.title.startswith(line.strip()[:20]) for row in rows), line


async def test_states_are_words() -> None:
    async with heard() as (app, pilot):
        assert str(app.main.source.border_title) in screen_text(app)
        await pilot.press("tab", "j", "j", "j", "j", "j", "j", "j", "j", "j")
        assert "heading: In brief" in screen_text(app)
        await pilot.press("right_curly_bracket", "plus")
        await settled(app, pilot)
        assert "• selected: " in screen_text(app)
        await pilot.press("right_square_bracket", "enter")
        await settled(app, pilot)
        assert re.search(r"^ *\d+, cited: ", screen_text(app), re.MULTILINE)


async def test_in_russian_too() -> None:
    async with heard("ru") as (app, pilot):
        await pilot.press("right_square_bracket", "enter")
        await settled(app, pilot)
        assert "на это ссылаются: " in screen_text(app)


async def test_only_rows_that_have_changed_are_sent() -> None:
    async with heard() as (app, pilot):
        sent = Sent()
        assert len(sent.update(app.screen, app.console).rows) == WIDE[1]
        assert sent.update(app.screen, app.console).rows == {}
        await pilot.press("j")
        await settled(app, pilot)
        # The same paragraph: the terminal's cursor goes on, and nothing is painted.
        assert sent.update(app.screen, app.console).rows == {}
        await pilot.press("j")
        await settled(app, pilot)
        changed = sent.update(app.screen, app.console).rows
        assert [y for y in changed if y != WIDE[1] - 2] == []  # the status line alone
        sent.forget()
        assert len(sent.update(app.screen, app.console).rows) == WIDE[1]


async def test_it_is_set_in_the_file_and_switched_by_a_key() -> None:
    async with opened("en") as (app, pilot):
        before = screen_text(app)
        assert FRAMES.search(before)
        await pilot.press("alt+r")
        await settled(app, pilot)
        heard_text = screen_text(app)
        assert not FRAMES.findall(heard_text), heard_text
        assert not app.main.summary.display
        await pilot.press("alt+r")
        await settled(app, pilot)
        assert screen_text(app) == before
    file = Path(storage.config_home(), "config.toml")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("screen_reader = true\n", encoding="utf-8")
    async with opened("en") as (app, _pilot):
        assert app.screen_reader
        assert not FRAMES.findall(screen_text(app))


async def test_a_field_has_the_cursor_where_one_types() -> None:
    async with heard() as (app, pilot):
        await pilot.press("w")
        await settled(app, pilot)
        start = reading_place(app.screen)
        await pilot.press(*"abc")
        await settled(app, pilot)
        assert start is not None
        assert reading_place(app.screen) == start + Offset(3, 0)
