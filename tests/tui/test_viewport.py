"""The viewport, the cursor and the current link over a layout, without any screen."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reader.tui.widgets.blocks import Block, Span
from reader.tui.widgets.text.block_list import BlockList
from reader.tui.widgets.text.cursor import Cursor
from reader.tui.widgets.text.layout import Column, Layout
from reader.tui.widgets.text.links import CurrentLink
from reader.tui.widgets.text.viewport import ScrollAnchor, Viewport
from tests.tui.sample_dossier import long_text, paragraphs


def view_of(blocks: Sequence[Block], width: int = 40, rows: int = 10) -> tuple[BlockList, Viewport]:
    held = BlockList(blocks)
    viewport = Viewport(lambda cells: Layout(Column(held.items, cells)))
    viewport.resize(width, rows)
    return held, viewport


def exact(blocks: Sequence[Block], width: int = 40) -> Layout:
    layout = Layout(Column(blocks, width))
    layout.measure_all()
    return layout


# the viewport


def test_nothing_is_laid_out_before_there_is_room() -> None:
    _held, viewport = view_of(paragraphs(3), 0, 0)
    assert viewport.layout is None
    assert not viewport.move_by(1)
    assert viewport.in_view == range(0)
    assert viewport.total == viewport.last_y == 0


def test_an_empty_text_cannot_be_moved() -> None:
    _held, viewport = view_of([])
    assert not viewport.move_by(1)
    assert not viewport.move_to_end()
    assert viewport.in_view == range(0)
    assert not viewport.thumb


def test_it_stops_at_both_ends() -> None:
    _held, viewport = view_of(long_text(30))
    assert not viewport.move_by(-1)
    assert viewport.move_to(1 << 30)
    assert viewport.y == viewport.last_y
    assert viewport.layout is not None
    whole = exact(long_text(30))
    assert viewport.layout.position_at(viewport.y + 9) == whole.position_at(whole.total - 1)
    assert not viewport.move_by(1)
    assert viewport.in_view.stop == 30


def test_every_row_is_passed_once_over_estimates_that_are_all_wrong() -> None:
    blocks = long_text(200)
    held, viewport = view_of(blocks)
    whole = exact(held.items)
    assert viewport.total != whole.total
    viewport.move_to_end()
    seen = [viewport.layout and viewport.layout.position_at(viewport.y)]
    while viewport.move_by(-1):
        assert viewport.layout is not None
        seen.append(viewport.layout.position_at(viewport.y))
    rows = [whole.position_at(y) for y in range(whole.total - 9)]
    assert seen[::-1] == rows


def test_a_width_and_back_keeps_the_place_to_the_row() -> None:
    _held, viewport = view_of(long_text(100), 60, 12)
    viewport.move_to(300)
    y, anchor, moves = viewport.y, viewport.anchor, viewport.moves
    viewport.resize(25, 8)
    assert viewport.in_view.start == anchor.item
    viewport.resize(60, 12)
    viewport.resize(60, 12)
    assert (viewport.anchor, viewport.moves) == (anchor, moves)
    assert viewport.layout is not None
    assert viewport.layout.position_at(viewport.y).item == anchor.item
    assert abs(viewport.y - y) < 100


def test_a_place_is_kept_until_there_is_room_for_it() -> None:
    _held, viewport = view_of(long_text(100), 0, 0)
    viewport.go_to(ScrollAnchor(50))
    viewport.resize(40, 10)
    assert viewport.in_view.start == 50


def test_only_blocks_near_the_view_are_wrapped() -> None:
    held, viewport = view_of(paragraphs(5000))
    viewport.go_to(ScrollAnchor(2500))
    viewport.move_by(30)
    assert viewport.layout is not None
    assert len(viewport.layout.column._starts) < 50
    assert len(held) == 5000


def test_the_thumb_is_at_the_ends_when_the_view_is() -> None:
    _held, viewport = view_of(long_text(50))
    assert viewport.thumb.start == 0
    viewport.drag_thumb(9)
    assert viewport.thumb.stop == 10
    assert viewport.y == viewport.last_y
    viewport.drag_thumb(0)
    assert viewport.y == 0


def test_a_code_point_is_shown_where_its_row_is_in_view() -> None:
    held, viewport = view_of(long_text(10))
    assert viewport.shows(0, 0)
    assert not viewport.shows(9, held.length(9) - 1)
    viewport.move_to_end()
    assert viewport.shows(9, held.length(9) - 1)


# the cursor


def cursor_over(
    blocks: Sequence[Block], rows: int = 10, *, by_block: bool = False
) -> tuple[Cursor, Viewport]:
    held, viewport = view_of(blocks, 40, rows)
    return Cursor(held, viewport, by_block=by_block), viewport


def test_it_starts_at_the_first_block_below_the_headings() -> None:
    blocks = [Block("t", "Заглавие", "title"), Block("m", "Дата", "meta"), *paragraphs(2)]
    assert cursor_over(blocks)[0].number == 2
    assert cursor_over(blocks[:2])[0].number == 0
    assert cursor_over([])[0].number == 0


def test_no_move_fails_without_blocks_or_without_room() -> None:
    for blocks, rows in (((), 10), (paragraphs(3), 0)):
        cursor, _viewport = cursor_over(blocks, rows)
        for step in (1, -1):
            cursor.line(step)
            cursor.page(step)
            cursor.half_page(step)
            cursor.block(step)
        cursor.top()
        cursor.bottom()
        cursor.follow()


@pytest.mark.parametrize("by_block", [False, True])
def test_lines_down_and_up_end_where_they_started(by_block: bool) -> None:
    cursor, viewport = cursor_over(long_text(20), by_block=by_block)
    for _ in range(600):
        cursor.line(1)
    assert (cursor.number, viewport.y) == (19, viewport.last_y)
    for _ in range(600):
        cursor.line(-1)
    assert (cursor.number, viewport.y) == (0, 0)


def test_pages_leave_a_row_in_view_and_end_on_the_last_block() -> None:
    cursor, viewport = cursor_over(long_text(20))
    cursor.page(1)
    assert viewport.y == 9
    cursor.half_page(-1)
    assert viewport.y == 4
    for _ in range(100):
        cursor.page(1)
    assert cursor.number == 19


def test_a_cursor_out_of_view_comes_to_the_nearest_whole_block() -> None:
    cursor, viewport = cursor_over(paragraphs(40))
    viewport.move_by(30)
    cursor.follow()
    assert viewport.layout is not None
    first, last = viewport.layout.first_and_last(cursor.number)
    assert viewport.y <= first <= last < viewport.y + viewport.rows


def test_blocks_that_belong_together_are_passed_as_one() -> None:
    cursor, _viewport = cursor_over(paragraphs(8))
    cursor.leads = [0, 0, 2, 2, 4, 4, 6, 6]
    cursor.block(1)
    assert cursor.number == 2
    cursor.set(5)
    assert cursor.number == 4
    cursor.set(8)
    assert cursor.number == 4


def test_a_place_in_view_is_shown_without_scrolling() -> None:
    cursor, viewport = cursor_over(paragraphs(40))
    cursor.show_place(1, 0)
    assert viewport.moves == 0
    cursor.show_place(30, 0)
    assert viewport.moves == 1
    assert 30 in viewport.in_view


# the current link


def linked(count: int, kind: str = "gull") -> list[Block]:
    return [
        Block(f"p{n}", f"Чайки {n} над водой " * 4, spans=(Span(0, 5, "mention", kind),))
        for n in range(count)
    ]


def test_the_next_link_is_looked_for_from_the_last_one_while_it_is_in_view() -> None:
    held, viewport = view_of(linked(60))
    link = CurrentLink()
    link.set((1, held[1].spans[0]))
    link.clear()
    at = range(1, 2)
    assert link.find_next(held, viewport, ("mention",), 1, at) == (2, held[2].spans[0])
    viewport.move_to_end()
    found = link.find_next(held, viewport, ("mention",), 1, at)
    assert found is not None
    assert found[0] in viewport.in_view


def test_a_link_is_restored_when_the_spans_of_the_other_language_come() -> None:
    russian, english = linked(3), [Block(f"p{n}", "Gulls over water") for n in range(3)]
    held, _viewport = view_of(russian)
    link = CurrentLink()
    link.set((2, held[2].spans[0]))
    held.replace(english)
    link.leave_text(russian, keep=True)
    assert link.link is None
    assert not link.restore_link(held)
    held.set_spans({"p2": (Span(0, 5, "mention", "gull"),), "gone": ()})
    assert link.restore_link(held)
    assert link.link == (2, Span(0, 5, "mention", "gull"))


def test_a_link_of_another_document_is_not_restored() -> None:
    russian = linked(3)
    held, _viewport = view_of(russian)
    link = CurrentLink()
    link.set((2, held[2].spans[0]))
    held.replace(linked(3))
    link.leave_text(russian, keep=False)
    assert not link.restore_link(held)


# the blocks


def test_each_text_has_a_generation_of_its_own_and_spans_leave_it() -> None:
    held = BlockList(paragraphs(2))
    first = held.generation
    held.set_spans({"p0": (Span(0, 1, "mention", "x"),)})
    assert held.generation == first
    held.replace(held.items)
    assert held.generation != first
    assert held.number("p1") == 1
    assert held.number("gone") is None
