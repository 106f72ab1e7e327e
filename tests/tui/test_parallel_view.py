"""Two languages side by side or one under the other, locked by paragraph."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import groupby
from typing import Any

from textual.pilot import Pilot

from reader.model import Link
from reader.tui.widgets.blocks import Block, Span
from reader.tui.widgets.parallel_view import ParallelView
from reader.tui.widgets.text.pairs import first_id
from tests.tui.sample_dossier import Shelf, heard, resize
from tests.tui.screens import screen_lines, screen_styles, screen_text
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


GULLS, TIDE, BOATS, NIGHT = (
    Block("p1", "Чайки кружили над старой пристанью с самого утра.", marker="1"),
    Block("p2", "Вода темнела.", marker="2"),
    Block("p3", "Лодки ушли.", marker="3"),
    Block("p4", "Стемнело.", marker="4"),
)
OTHERS = [
    Block("o1", "Gulls were circling over the old pier and the water grew dark.", marker="1"),
    Block("o2", "Nobody was there.", marker="2"),
    Block("o3", "The boats had left.", marker="3"),
    Block("o4", "The harbour was empty.", marker="4"),
]
LINKS: list[Link] = [
    (("p1", "p2"), ("o1",)),
    ((), ("o2",)),
    (("p3",), ("o3", "o4")),
    (("p4",), ()),
]
TITLES = Block("title", "Пристань", "title"), Block("title", "The pier", "title")


@asynccontextmanager
async def linked_pair(size: tuple[int, int]) -> AsyncIterator[tuple[ParallelView, Pilot[None]]]:
    view = ParallelView()
    first = [TITLES[0], GULLS, TIDE, BOATS, NIGHT]
    view.show_pair(first, [TITLES[1], *OTHERS], LINKS)
    async with Shelf(view).run_test(size=size) as pilot:
        await pilot.pause()
        yield view, pilot


async def test_links_of_several_paragraphs_stand_side_by_side() -> None:
    async with linked_pair((120, 40)) as (_view, pilot):
        lines = [" ".join(line.split()) for line in screen_lines(pilot.app)]
        assert [line for line in lines if line] == [
            "Пристань The pier",
            "▎ 1 Чайки кружили над старой пристанью с самого утра. 1 Gulls were circling over the old pier and the water",
            "2 Вода темнела. grew dark.",
            "2 Nobody was there.",
            "3 Лодки ушли. 3 The boats had left.",
            "4 The harbour was empty.",
            "4 Стемнело.",
        ]
        blank = [n for n, line in enumerate(lines[:11]) if not line]
        assert blank == [1, 4, 6, 9]


async def test_links_of_several_paragraphs_stand_one_under_the_other_where_it_is_narrow() -> None:
    async with linked_pair((80, 24)) as (_view, pilot):
        lines = [" ".join(line.split()) for line in screen_lines(pilot.app)]
        assert lines[:14] == [
            "Пристань",
            "The pier",
            "",
            "▎ 1 Чайки кружили над старой пристанью с самого утра.",
            "2 Вода темнела.",
            "1 Gulls were circling over the old pier and the water grew dark.",
            "",
            "2 Nobody was there.",
            "",
            "3 Лодки ушли.",
            "3 The boats had left.",
            "4 The harbour was empty.",
            "",
            "4 Стемнело.",
        ]


async def test_the_cursor_reaches_every_paragraph_of_a_link_and_what_stands_alone() -> None:
    for size in ((120, 40), (80, 24)):
        async with linked_pair(size) as (view, _pilot):
            reached = [view.cursor]
            for _ in range(5):
                view.do_next_paragraph()
                reached.append(view.cursor)
            alone = next(block.id for block in view.blocks if block.text == "Nobody was there.")
            assert reached == ["p1", "p2", alone, "p3", "p4", "p4"]
            assert first_id(alone) == alone


async def test_a_highlighted_paragraph_is_so_with_all_that_goes_with_it() -> None:
    async with linked_pair((120, 40)) as (view, pilot):
        view.highlight_blocks(["p3"])
        await pilot.pause()
        lit = [line for line in screen_lines(pilot.app) if "┃" in line]
        assert [line.count("┃") for line in lit] == [2, 2]
        assert "boats" in lit[0]
        assert "harbour" in lit[1]
        view.highlight_blocks(["p2"])
        await pilot.pause()
        lit = [line for line in screen_lines(pilot.app) if "┃" in line]
        assert [line.count("┃") for line in lit] == [1, 2]


async def test_finds_and_mentions_of_the_second_text_are_reached_by_their_blocks() -> None:
    async with linked_pair((120, 40)) as (view, pilot):
        at = {block.text: block.id for block in view.blocks}
        mention = Span(4, 11, "mention", "harbour")
        view.set_spans({at["The harbour was empty."]: (mention,)})
        assert view.next_link("mention") == (at["The harbour was empty."], mention)
        assert view.cursor == "p3"
        view.show_matches({at["Nobody was there."]: [(0, 6)]}, (at["Nobody was there."], 0))
        await pilot.pause()
        found = screen_styles(pilot.app, "reverse")
        assert [run.text for run in found if "harbour" not in run.text] == ["Nobody"]


async def test_a_place_in_the_second_text_is_as_far_on_in_the_first() -> None:
    async with linked_pair((80, 3)) as (view, pilot):
        view.do_bottom()
        tops = []
        for _ in range(12):
            place = view.place
            assert place is not None
            tops.append(place.block)
            view.move_by(-1)
        await pilot.pause()
        assert [block for block, _same in groupby(reversed(tops))] == [
            "title",
            "p1",
            "p2",
            "p1",
            "p2",
            "p3",
        ]


async def test_a_view_of_one_text_takes_over_the_cursor_under_the_name_it_has_there() -> None:
    names = {"p1": "o1", "p2": "o1", "p3": "o3", "p4": "o4"}
    async with linked_pair((80, 5)) as (view, pilot):
        view.go_to("p3")
        view.highlight_blocks(["p3"])
        view.show(OTHERS, keep=True, renamed=lambda id: names.get(id, id))
        await pilot.pause()
        assert view.cursor == "o3"
        assert "o3" in view.highlighted_blocks
        assert "The boats" in screen_text(pilot.app)
