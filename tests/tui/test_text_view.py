"""The text view: what is on the screen, moving, the cursor."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from reader.tui.widgets.blocks import Block
from reader.tui.widgets.text_view import TextView
from tests.tui.sample_dossier import Shelf, long_text, paragraphs, shown, top_line
from tests.tui.screens import screen_lines, screen_text

# what is on the screen


async def test_text_is_wrapped_at_word_ends_under_its_marker() -> None:
    blocks = [
        Block("a", "Чайки кружили над пристанью весь день", marker="•", indent=1),
        Block("b", "Потом стемнело", gap=0),
    ]
    async with shown(blocks, (29, 6)) as (_view, pilot):
        assert screen_lines(pilot.app)[:4] == [
            "▎  • Чайки кружили над",
            "▎    пристанью весь день",
            "  Потом стемнело",
            "",
        ]


async def test_a_wide_screen_centres_the_measure() -> None:
    async with shown(paragraphs(1), (121, 6), measure=40) as (_view, pilot):
        lines = screen_lines(pilot.app)
        assert lines[0].index("▎") == (120 - 42) // 2
        assert max(len(line.lstrip(" ▎")) for line in lines) <= 40


async def test_wide_and_combining_characters_keep_the_columns() -> None:
    blocks = [
        Block("a", "日本語の文章を読む人 caf\u0301e 👨\u200d👩\u200d👧 konec"),
        Block("b", "е\u0301" * 60),
    ]
    async with shown(blocks, (24, 12)) as (view, pilot):
        from rich.cells import cell_len

        for strip in view.render_lines(view.size.region):
            assert sum(cell_len(s.text) for s in strip) == view.size.width
        assert "日本語の文章を読む" in screen_text(pilot.app)


async def test_control_characters_never_reach_the_screen() -> None:
    blocks = [Block("a", "до\x1b[31m\x07\x9b1m после \u202eобратно\ud800", marker="\x1b")]
    async with shown(blocks) as (_view, pilot):
        text = screen_text(pilot.app)
        assert not any(ord(c) < 0x20 and c != "\n" for c in text)
        assert not set(text) & {"\x9b", "\u202e", "\ud800"}
        assert "после" in text


async def test_markup_is_shown_as_it_is() -> None:
    text = "[@click=app.quit]выход[/] [/] [bold]x"
    async with shown([Block("a", text)]) as (_view, pilot):
        assert text in screen_text(pilot.app)


async def test_an_empty_view_takes_every_key() -> None:
    async with shown([]) as (view, _pilot):
        for name in [n for n in dir(view) if n.startswith("do_") and n in vars_of(view)]:
            getattr(view, name)()
        view.do_open()
        assert view.cursor is None
        assert view.place is None
        assert view.next_link("mention") is None


def vars_of(view: TextView) -> set[str]:
    return {n for c in type(view).__mro__ if c.__module__.startswith("reader.") for n in vars(c)}


async def test_it_binds_no_keys_of_its_own() -> None:
    async with shown(paragraphs(3)) as (view, _pilot):
        assert not view._bindings.key_to_bindings


async def test_a_popup_can_be_as_high_as_its_text() -> None:
    view = TextView([Block("a", "Одна строка"), Block("b", "И другая")])
    view.styles.height = "auto"
    async with Shelf(view).run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        assert view.size.height == 3
        view.show(paragraphs(2))
        await pilot.pause()
        assert view.size.height == 7


# moving


async def test_lines_pages_and_ends() -> None:
    async with shown(long_text(200)) as (view, pilot):
        view.do_line_down()
        assert view.y == 1
        view.do_page_down()
        assert view.y == 12
        view.do_page_up()
        view.do_line_up()
        assert view.y == 0
        view.do_half_page_down()
        assert view.y == 6
        view.do_bottom()
        await pilot.pause()
        assert view.cursor == "p199"
        assert screen_lines(pilot.app)[-1].strip().endswith("часом.")
        view.do_top()
        await pilot.pause()
        assert top_line(pilot).startswith("▎ <0> ")


async def test_pages_up_from_the_end_pass_every_row_once() -> None:
    """Estimates above the view are corrected without the text jumping."""
    async with shown(long_text(40), (50, 11)) as (view, pilot):
        view.do_bottom()
        pages = []
        while True:
            await pilot.pause()
            pages.append(
                [line[2:].split("▎")[0].rstrip(" ▁▂▃▄▅▆▇█") for line in screen_lines(pilot.app)]
            )
            if view.y == 0:
                break
            view.do_page_up()
        for below, above in pairwise(pages[:-1]):
            assert above[-1] == below[0]
        seen = " ".join(" ".join(page[:-1]) for page in reversed(pages))
        assert all(f"<{n}>" in seen for n in range(40))


async def test_rows_far_down_are_exact_after_a_jump() -> None:
    async with shown(long_text(3000), (50, 11)) as (view, pilot):
        view.go_to("p2000")
        await pilot.pause()
        assert any("<2000>" in line for line in screen_lines(pilot.app)[:2])
        view.do_page_up()
        view.do_page_down()
        await pilot.pause()
        assert any("<2000>" in line for line in screen_lines(pilot.app)[:2])


async def test_scrolling_is_never_animated() -> None:
    async with shown(long_text(50)) as (view, _pilot):
        view.scroll_down()
        view.scroll_page_down()
        assert view.scroll_y == view.scroll_target_y > 1


async def test_the_wheel_moves_the_text_and_keeps_the_cursor_in_view() -> None:
    async with shown(paragraphs(40)) as (view, pilot):
        for _ in range(5):
            await pilot._post_mouse_events([_scroll_down()], view, offset=(5, 5))
        await pilot.pause()
        assert view.y > 2
        assert view.cursor in {view.blocks[n].id for n in view.in_view}


def _scroll_down() -> Any:
    from textual.events import MouseScrollDown

    return MouseScrollDown


# the cursor


async def test_the_cursor_stays_while_its_paragraph_is_wholly_in_view() -> None:
    async with shown(paragraphs(40)) as (view, _pilot):
        assert view.cursor == "p0"
        view.do_line_down()
        assert view.cursor == "p1"
        view.do_line_down()
        view.do_line_down()
        assert view.cursor == "p1"


async def test_line_keys_reach_every_block_where_nothing_scrolls() -> None:
    blocks = [
        Block("t", "Заглавие", "title"),
        *paragraphs(3, "коротко"),
        Block("h", "Раздел", "heading"),
    ]
    async with shown(blocks, (60, 20)) as (view, _pilot):
        seen = [view.cursor]
        for _ in range(4):
            view.do_line_down()
            seen.append(view.cursor)
        assert seen == ["p0", "p1", "p2", "p2", "p2"]
        view.do_line_up()
        assert view.cursor == "p1"


@pytest.mark.parametrize("by_block", [False, True])
async def test_line_keys_reach_every_block_both_ways(by_block: bool) -> None:
    blocks = long_text(30)
    async with shown(blocks, (40, 10), by_block=by_block) as (view, _pilot):
        for move in (view.do_line_down, view.do_line_up):
            seen = set()
            for _ in range(800):
                seen.add(view.cursor)
                move()
            # A paragraph higher than the view between two others may be passed line by line.
            missed = {b.id for b in blocks} - seen
            assert not missed if by_block else len(missed) < 10


async def test_by_block_one_key_goes_to_the_next_claim_and_shows_it_whole() -> None:
    claims = paragraphs(20, marker="•", role="claim")
    async with shown(claims, (50, 10), by_block=True) as (view, pilot):
        for n in range(1, 8):
            view.do_line_down()
            assert view.cursor == f"p{n}"
            await pilot.pause()
            assert f"{n} Над" in screen_text(pilot.app)
            assert sum("▎" in line for line in screen_lines(pilot.app)) == 2


async def test_going_up_by_block_shows_the_heading_over_the_first_claim() -> None:
    blocks = [Block("h", "Раздел", "heading"), *paragraphs(9)]
    async with shown(blocks, (50, 8), by_block=True) as (view, pilot):
        view.do_bottom()
        for _ in range(8):
            view.do_line_up()
        await pilot.pause()
        assert view.cursor == "p0"
        assert "Раздел" in top_line(pilot)


async def test_paragraph_keys_move_the_cursor_and_the_view_when_needed() -> None:
    async with shown(paragraphs(20)) as (view, pilot):
        view.do_next_paragraph()
        assert (view.cursor, view.y) == ("p1", 0)
        for _ in range(8):
            view.do_next_paragraph()
        await pilot.pause()
        assert view.cursor == "p9"
        assert "9 Над" in screen_text(pilot.app)
        view.do_previous_paragraph()
        assert view.cursor == "p8"


async def test_a_page_puts_the_cursor_on_the_first_whole_paragraph() -> None:
    async with shown(paragraphs(40)) as (view, pilot):
        view.do_page_down()
        view.do_page_down()
        view.do_page_up()
        await pilot.pause()
        rows = [n for n, line in enumerate(screen_lines(pilot.app)) if "▎" in line]
        assert rows
        assert rows[0] <= 2


async def test_within_a_border_the_rows_that_changed_are_those_repainted() -> None:
    view = TextView(paragraphs(9, marker="•"), by_block=True)
    view.styles.border = ("round", "white")
    view.styles.padding = (1, 2)
    async with Shelf(view).run_test(size=(60, 40)) as pilot:
        await pilot.pause()
        assert screen_lines(pilot.app)[2].startswith("│  ▎ • 0 Над")
        for n in range(1, 4):
            view.do_line_down()
            await pilot.pause()
            marked = [line for line in screen_lines(pilot.app) if "▎" in line]
            assert f"▎ • {n} Над" in marked[0]
            assert len(marked) == 2
        await pilot.click(view, offset=(12, 3))
        assert view.cursor == "p0"
