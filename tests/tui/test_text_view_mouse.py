"""The text view under the mouse: clicks, selection and copy, hovering, the bar."""

from __future__ import annotations

from textual.events import MouseDown, MouseMove, MouseUp
from textual.pilot import Pilot

from reader.tui.widgets.blocks import Block, Span
from reader.tui.widgets.text_view import TextView
from tests.tui.sample_dossier import heard, linked, long_text, paragraphs, resize, shown
from tests.tui.screens import screen_lines, screen_styles

MARGIN = 2


async def drag(
    pilot: Pilot[None], view: TextView, start: tuple[int, int], end: tuple[int, int]
) -> None:
    await pilot._post_mouse_events([MouseDown], view, offset=start, button=1)
    await pilot._post_mouse_events([MouseMove], view, offset=end, button=1)
    await pilot._post_mouse_events([MouseUp], view, offset=end, button=1)
    await pilot.pause()


async def test_a_click_on_a_mention_opens_it() -> None:
    async with shown(linked(3), (60, 20)) as (view, pilot):
        await pilot.click(view, offset=(MARGIN + 1, 3))
        await pilot.pause()
        assert ("p1", "gull") in heard(view)
        assert view.link is not None
        assert view.cursor == "p1"


async def test_a_click_beside_a_mention_only_moves_the_cursor() -> None:
    async with shown(linked(3), (60, 20)) as (view, pilot):
        await pilot.click(view, offset=(MARGIN + 20, 6))
        await pilot.click(view, offset=(0, 6))
        await pilot.click(view, offset=(MARGIN + 1, 19))
        await pilot.pause()
        assert view.cursor == "p2"
        assert not [h for h in heard(view) if h[0].startswith("p")]


async def test_a_click_finds_the_word_behind_wide_characters() -> None:
    block = Block("a", "日本語 чайка", spans=(Span(4, 9, "mention", "gull"),))
    async with shown([block]) as (view, pilot):
        await pilot.click(view, offset=(MARGIN + 6, 0))
        await pilot.pause()
        assert not [h for h in heard(view) if h == ("a", "gull")]
        await pilot.click(view, offset=(MARGIN + 7, 0))
        await pilot.pause()
        assert ("a", "gull") in heard(view)


async def test_of_nested_mentions_a_click_opens_the_inner_one() -> None:
    spans = (Span(0, 17, "mention", "outer"), Span(6, 12, "mention", "inner"))
    async with shown([Block("a", "Старая пристань у моря", spans=spans)]) as (view, pilot):
        await pilot.click(view, offset=(MARGIN + 8, 0))
        await pilot.pause()
        assert ("a", "inner") in heard(view)


async def test_hovering_makes_a_mention_bold() -> None:
    async with shown(linked(2), (60, 20)) as (view, pilot):
        await pilot.hover(view, offset=(MARGIN + 2, 0))
        await pilot.pause()
        assert [
            r.text for r in screen_styles(pilot.app, "bold", "underline") if len(r.marks) == 2
        ] == ["Чайки"]
        await pilot.hover(view, offset=(MARGIN + 2, 18))
        await pilot.pause()
        assert not [r for r in screen_styles(pilot.app, "bold", "underline") if len(r.marks) == 2]


async def test_a_selection_over_rows_is_copied_without_row_breaks() -> None:
    text = "Чайки кружили над пристанью весь день, потом стемнело."
    blocks = [Block("a", text, marker="•"), Block("b", "Маяк зажёгся.", marker="•")]
    async with shown(blocks, (30, 12)) as (view, pilot):
        assert len([line for line in screen_lines(pilot.app) if line]) > 3
        await drag(pilot, view, (0, 0), (MARGIN + 5, 4))
        assert view.screen.get_selected_text() == f"• {text}\n\n• Маяк"


async def test_a_selection_within_a_row_is_just_that() -> None:
    async with shown([Block("a", "日本語 чайка маяк", marker="1")]) as (view, pilot):
        await drag(pilot, view, (MARGIN + 2 + 7, 0), (MARGIN + 2 + 11, 0))
        assert view.screen.get_selected_text() == "чайка"


async def test_the_end_of_a_drag_over_a_mention_does_not_open_it() -> None:
    async with shown(linked(2), (60, 20)) as (view, pilot):
        await drag(pilot, view, (MARGIN + 20, 0), (MARGIN + 2, 0))
        await pilot._post_mouse_events([MouseUp], view, offset=(MARGIN + 2, 0), button=1)
        await pilot.pause()
        assert view.screen.get_selected_text()
        assert not [h for h in heard(view) if h[0].startswith("p")]


async def test_a_double_click_takes_a_word_and_a_triple_click_the_paragraph() -> None:
    async with shown(paragraphs(2), (60, 12)) as (view, pilot):
        await pilot.click(view, offset=(MARGIN + 8, 0), times=2)
        await pilot.pause()
        assert view.screen.get_selected_text() == "старой"
        await pilot.click(view, offset=(MARGIN + 8, 0), times=3)
        await pilot.pause()
        assert view.screen.get_selected_text() == view.blocks[0].text


async def test_a_selection_stays_on_its_words_through_scroll_and_resize() -> None:
    async with shown(long_text(20), (60, 14)) as (view, pilot):
        await drag(pilot, view, (MARGIN + 4, 0), (MARGIN + 9, 0))
        chosen = view.screen.get_selected_text()
        view.do_line_down()
        await resize(pilot, 40, 20)
        assert chosen
        assert view.screen.get_selected_text() == chosen


async def test_a_soft_hyphen_is_neither_shown_nor_copied() -> None:
    async with shown([Block("a", "при\xadстань")]) as (view, pilot):
        assert screen_lines(pilot.app)[0].endswith("пристань")
        await pilot.click(view, offset=(MARGIN + 5, 0), times=2)
        await pilot.pause()
        assert view.screen.get_selected_text() == "пристань"


async def test_the_bar_can_be_dragged_to_the_end_and_back() -> None:
    async with shown(long_text(100), (60, 14)) as (view, pilot):
        right = view.size.width - 1
        await drag(pilot, view, (right, 0), (right, 13))
        assert "p99" in {view.blocks[n].id for n in view.in_view}
        assert not view.screen.get_selected_text()
        await drag(pilot, view, (right, 13), (right, 0))
        assert view.y == 0


async def test_a_text_that_fits_has_no_bar() -> None:
    async with shown(paragraphs(2), (60, 14)) as (view, _pilot):
        assert not view.viewport.thumb
        assert not any("▐" in strip.text for strip in view.render_lines(view.size.region))
