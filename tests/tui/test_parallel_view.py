"""Two languages side by side or one under the other, locked by paragraph."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from reader.tui.widgets.blocks import Block, Span
from reader.tui.widgets.parallel_view import ParallelView, first_id
from tests.tui.sample_dossier import Shelf, heard, resize
from tests.tui.screens import screen_lines, screen_text
from tests.tui.test_text_view_mouse import drag

RUSSIAN = [Block(f"p{n}", f"{n} Чайки кружили. " * (1 + n % 4), marker=str(n)) for n in range(40)]
ENGLISH = [Block(f"p{n}", f"{n} Gulls were circling. " * (1 + n % 3)) for n in range(40)]


@asynccontextmanager
async def parallel(width: int, **more: Any) -> AsyncIterator[tuple[ParallelView, Pilot[None]]]:
    view = ParallelView(**more)
    view.show_pair(RUSSIAN, ENGLISH)
    async with Shelf(view).run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        yield view, pilot


async def test_on_a_wide_screen_a_paragraph_stands_beside_its_translation() -> None:
    async with parallel(120) as (view, pilot):
        lines = screen_lines(pilot.app)
        for n in (0, 1, 2):
            assert any(f"{n} Чайки" in line and f"{n} Gulls" in line for line in lines)
        view.do_bottom()
        await pilot.pause()
        assert "39 Чайки" in screen_text(pilot.app)
        assert view.cursor == "p39"


async def test_on_a_narrow_screen_the_translation_stands_under_the_paragraph() -> None:
    async with parallel(60) as (_view, pilot):
        text = screen_text(pilot.app)
        order = [text.index(part) for part in ("0 Чайки", "0 Gulls", "1 Чайки", "1 Gulls")]
        assert order == sorted(order)
        assert not any("Чайки" in line and "Gulls" in line for line in screen_lines(pilot.app))


async def test_what_one_language_has_alone_leaves_no_blank_row_on_a_narrow_screen() -> None:
    view = ParallelView()
    imprint = Block("meta", "Trend, 19 December", "meta", gap=0)
    view.show_pair([RUSSIAN[0], imprint, RUSSIAN[1]], ENGLISH[:2])
    async with Shelf(view).run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        lines = [line.strip() for line in screen_lines(pilot.app)]
        at = lines.index("Trend, 19 December")
        assert "0 Gulls" in lines[at - 1]
        assert lines[at + 1] == ""
        assert "1 Чайки" in lines[at + 2]
        view.do_bottom()
        view.do_top()
        for key in ("j", "k", "pagedown", "pageup"):
            await pilot.press(key)
        assert [line.strip() for line in screen_lines(pilot.app)] == lines


async def test_a_resize_from_wide_to_narrow_and_back_keeps_the_paragraph() -> None:
    async with parallel(120) as (view, pilot):
        view.go_to("p20")
        await pilot.pause()
        before = screen_text(pilot.app)
        await resize(pilot, 60, 24)
        assert "20 Чайки" in screen_text(pilot.app)
        await resize(pilot, 120, 24)
        assert screen_text(pilot.app) == before


async def test_the_cursor_goes_from_paragraph_to_paragraph() -> None:
    async with parallel(120, by_block=True) as (view, _pilot):
        view.do_line_down()
        view.do_line_down()
        assert view.cursor == "p2"


async def test_a_mention_in_the_right_column_can_be_clicked_and_walked_to() -> None:
    async with parallel(120) as (view, pilot):
        view.set_spans({"p1/2": (Span(2, 7, "mention", "gull"),)})
        await pilot.pause()
        line = next(n for n, text in enumerate(screen_lines(pilot.app)) if "1 Gulls" in text)
        x = screen_lines(pilot.app)[line].index("Gulls")
        await pilot.click(view, offset=(x + 4, line))
        await pilot.click(view, offset=(x - 1, line))
        await pilot.pause()
        assert [h for h in heard(view) if h[0].startswith("p")] == [("p1/2", "gull")]
        assert view.cursor == "p1"
        link = view.next_link("mention")
        assert link is not None
        assert first_id(link[0]) == "p1"


async def test_a_selection_in_one_column_stays_in_it() -> None:
    async with parallel(120) as (view, pilot):
        lines = screen_lines(pilot.app)
        first = next(n for n, text in enumerate(lines) if "0 Gulls" in text)
        last = next(n for n, text in enumerate(lines) if "1 Gulls" in text)
        x = lines[first].index("0 Gulls")
        await drag(pilot, view, (x, first), (x + 6, last))
        chosen = view.screen.get_selected_text()
        assert chosen is not None
        assert chosen.split() == ["0", "Gulls", "were", "circling.", "1", "Gulls"]


async def test_lit_paragraphs_are_lit_in_both_languages() -> None:
    async with parallel(120) as (view, pilot):
        view.highlight_blocks(["p2"])
        await pilot.pause()
        assert any(line.count("┃") == 2 for line in screen_lines(pilot.app))


async def test_a_place_names_the_paragraph_on_narrow_screens_too() -> None:
    async with parallel(60) as (view, _pilot):
        for _ in range(6):
            view.do_line_down()
            assert view.place is not None
            assert not view.place.block.endswith("/2")


async def test_a_paragraph_without_translation_stands_alone() -> None:
    async with parallel(120) as (view, pilot):
        view.show_pair(RUSSIAN, ENGLISH[:1])
        await pilot.pause()
        assert "1 Чайки" in screen_text(pilot.app)
        assert "1 Gulls" not in screen_text(pilot.app)
