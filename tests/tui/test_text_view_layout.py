"""Wrapping and cumulative rows: what holds for every text and width."""

from __future__ import annotations

from array import array
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.language.typography import is_held
from reader.model import Link
from reader.tui.widgets.blocks import Block, Span
from reader.tui.widgets.text import selection as select
from reader.tui.widgets.text.layout import Column, Layout, PairedLayout, RowPosition
from reader.tui.widgets.text.links import find_same, span_key
from reader.tui.widgets.text.pairs import pair
from reader.tui.widgets.text.row_painter import near
from reader.tui.widgets.text.rows import Rows
from reader.tui.widgets.text.wrap import TAB, cells_of, offset_at, row_end, row_of, shown, wrap

PIECES = [
    *"абвг де— \n\t",
    "слово",
    "日本",
    "е\u0301",
    "👨\u200d👧",
    "❤\ufe0f",
    "\xad",
    "。",
    "（",
    "\x1b",
    "\xa0",
]
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
widths = st.integers(2, 30)


def width_of(text: str, start: int, end: int) -> int:
    """Cells taken by a part of a row, from the row's start."""
    column = 0
    for at in range(start, end):
        column += cells_of(text, at, column)
    return column


def rows(text: str, width: int) -> list[str]:
    starts = wrap(text, width)
    return [text[start : row_end(text, starts, row)] for row, start in enumerate(starts)]


@given(texts, widths)
def test_rows_hold_the_whole_text_in_order(text: str, width: int) -> None:
    starts = wrap(text, width)
    assert starts[0] == 0
    assert all(a < b for a, b in pairwise(starts))
    assert not text or starts[-1] < len(text)
    for row in range(len(starts)):
        end = starts[row + 1] if row + 1 < len(starts) else len(text)
        assert not text[row_end(text, starts, row) : end].strip()


@given(texts, widths)
def test_no_row_is_wider_than_allowed(text: str, width: int) -> None:
    starts = wrap(text, width)
    for row, start in enumerate(starts):
        end = row_end(text, starts, row)
        assert width_of(text, start, end) <= max(width, TAB)


@given(texts, widths)
def test_what_is_shown_is_as_wide_as_was_measured(text: str, width: int) -> None:
    starts = wrap(text, width)
    for row, start in enumerate(starts):
        end = row_end(text, starts, row)
        assert cell_len(shown(text, start, end)) == width_of(text, start, end)


@given(texts, widths)
def test_a_cell_finds_the_character_that_covers_it(text: str, width: int) -> None:
    starts = wrap(text, width)
    for row, start in enumerate(starts):
        end = row_end(text, starts, row)
        for at in range(start, end):
            before = width_of(text, start, at)
            if width_of(text, start, at + 1) > before:
                assert offset_at(text, start, end, before) == at
        assert row_of(starts, start) == row


def test_words_stay_whole_and_spaces_hang_over() -> None:
    assert rows("чайки  кружили над   водой", 9) == ["чайки", "кружили", "над", "водой"]


def test_a_word_longer_than_the_row_is_broken() -> None:
    assert rows("а" * 2000 + " б", 80) == [*["а" * 80] * 25, "б"]


def test_a_no_break_space_holds_words_together() -> None:
    assert rows("кружили 10\xa0чаек", 12) == ["кружили", "10\xa0чаек"]


def test_a_dash_stays_with_the_word_before_it() -> None:
    assert rows("вечер, море — тишина", 11) == ["вечер,", "море —", "тишина"]


WORDS = [
    *[
        "в",
        "и",
        "a",
        "I",
        "8",
        "—",
        "№",
        "М.",
        "г.",
        "%",
        "же",
        "слово",
        "тишина",
        "августа",
        "Орлова",
        "2026",
        "31",
        "Baku",
    ],
    "日本",
    "е\u0301",
]
prose = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@given(prose, widths)
def test_a_row_ends_in_what_is_held_only_where_it_would_be_half_empty(
    text: str, width: int
) -> None:
    starts = wrap(text, width)
    for start, end in pairwise(starts):
        ends_at = len(text[:end].rstrip())
        if text[end - 1] != " " or not is_held(text, ends_at, end, start):
            continue
        for at in range(start + 1, ends_at):
            if text[at] == " " and not is_held(text, at, at + 1, start):
                following = (text + " ").index(" ", end)
                is_narrow = 2 * width_of(text, start, at) < width
                assert is_narrow or width_of(text, at + 1, following) > width


@given(prose, widths)
def test_what_is_held_takes_no_more_rows_than_there_are_words(text: str, width: int) -> None:
    assert len(wrap(text, width)) <= len(text.split()) + len(text) // width + 1


def test_a_short_word_goes_to_the_next_row_with_its_word() -> None:
    assert rows("Лодка вошла в порт, и в бухте тихо", 13) == [
        "Лодка вошла",
        "в порт,",
        "и в бухте",
        "тихо",
    ]
    assert rows("The gull and a boat, and I saw it", 14) == [
        "The gull and",
        "a boat, and",
        "I saw it",
    ]
    assert rows("Флот прийшов і не пішов", 14) == ["Флот прийшов", "і не пішов"]


def test_a_number_stays_with_what_it_counts() -> None:
    assert rows("Они пришли 8 августа 2026 г. вечером", 20) == [
        "Они пришли",
        "8 августа 2026 г.",
        "вечером",
    ]
    assert rows("They were 31 companies", 14) == ["They were", "31 companies"]


def test_what_would_leave_a_row_half_empty_breaks_as_it_fits() -> None:
    assert rows("тут 8 августа", 11) == ["тут 8", "августа"]
    assert rows("и в и в и в и в", 5) == ["и в и", "в и в", "и в"]


def test_a_short_word_is_not_left_alone_before_a_word_as_wide_as_the_row() -> None:
    assert rows("лодка в достопамятном", 13) == ["лодка в", "достопамятном"]


def test_short_words_of_rows_that_are_measured_go_on_too() -> None:
    assert rows("Ло\u0301дка вошла в порт", 13) == ["Ло\u0301дка вошла", "в порт"]
    assert rows("日本の 8 августа", 12) == ["日本の", "8 августа"]


def test_line_breaks_are_kept() -> None:
    assert rows("раз\n\nдва\n", 20) == ["раз", "", "два"]


def test_a_wide_text_breaks_between_characters_but_not_before_a_full_stop() -> None:
    assert rows("日本語の本。", 10) == ["日本語の", "本。"]


def test_tabs_go_to_the_next_stop() -> None:
    assert shown("а\tбв\tг", 0, 6) == "а   бв  г"


def test_lone_surrogates_and_controls_are_replaced_one_by_one() -> None:
    assert shown("а\x00\x7f\x85\ud800\u2067", 0, 6) == "а␀␡\ufffd\ufffd\ufffd"


@given(st.lists(st.integers(0, 9), min_size=1, max_size=400), st.data())
def test_rows_are_found_where_heights_put_them(heights: list[int], data: st.DataObject) -> None:
    table = Rows(array("I", heights))
    for _ in range(3):
        item = data.draw(st.integers(0, len(heights) - 1))
        heights[item] = data.draw(st.integers(0, 9))
        table[item] = heights[item]
    assert table.total == sum(heights)
    item = data.draw(st.integers(0, len(heights) - 1))
    assert table.top(item) == sum(heights[:item])
    for row in range(heights[item]):
        assert table.find(table.top(item) + row) == (item, row)
    if full := [item for item, height in enumerate(heights) if height]:
        assert table.find(table.total + 5) == (full[-1], heights[full[-1]] - 1)


def blocks(count: int) -> list[Block]:
    return [Block(f"p{n}", "слово " * (1 + n * 13 % 90), gap=n % 3) for n in range(count)]


def test_measuring_makes_the_rows_around_exact_and_keeps_the_position() -> None:
    layout = Layout(Column(blocks(500), 40))
    exact = Layout(Column(blocks(500), 40))
    exact.measure_all()
    position = layout.measure_around(RowPosition(300, 1), 50, 100)
    assert position == RowPosition(300, 1)
    assert layout.position_at(layout.y_of(position)) == position
    for step in range(-50, 100):
        assert layout.position_at(layout.y_of(position) + step) == exact.position_at(
            exact.y_of(position) + step
        )


def test_estimates_are_near_what_comes_out() -> None:
    layout = Layout(Column(blocks(500), 40))
    guessed = layout.total
    assert abs(guessed - layout.measure_all()) < guessed / 10


def test_blocks_side_by_side_share_the_height_of_the_taller_one() -> None:
    first = [Block("a", "слово " * 3), Block("b", "слово")]
    held, pairs = pair(first, [Block("a", "слово " * 30), Block("b", "")])
    layout = PairedLayout(Column(held, 20), pairs)
    assert layout.first_and_last(0) == layout.first_and_last(1) == (0, 9)
    assert layout.position_at(10) == RowPosition(2, -1)
    assert layout.y_of(layout.place(3, 0)) == 11
    assert layout.measure_all() == layout.total == 12


def test_what_goes_together_starts_at_one_height_in_both_columns() -> None:
    first = [Block("a", "слово " * 9), Block("b", "слово " * 6), Block("c", "слово")]
    links: list[Link] = [(("a", "b"), ("x",)), ((), ("y",)), (("c",), ("z", "w"))]
    held, pairs = pair(first, [Block(id, "слово " * 3) for id in "xyzw"], links)
    assert [block.id for block in held] == [
        *("a", "b", "a/2", "/2y/2", "/2y"),
        *("c", "c/2", "c/2w"),
    ]
    layout = PairedLayout(Column(held, 20), pairs)
    assert layout.measure_all() == layout.total == 5 + 2 + 3
    spans = {block.id: layout.first_and_last(n) for n, block in enumerate(held)}
    assert (spans["a"], spans["b"], spans["a/2"]) == ((0, 2), (3, 4), (0, 4))
    assert spans["/2y"] == (6, 6)
    assert (spans["c"], spans["c/2"], spans["c/2w"]) == ((8, 9), (8, 8), (9, 9))
    number = {block.id: n for n, block in enumerate(held)}
    assert layout.columns_at(4) == (RowPosition(number["b"], 1), RowPosition(number["a/2"], 4))
    assert layout.position_at(6) == RowPosition(number["/2y"], 0)
    for y in range(layout.total):
        assert layout.y_of(layout.position_at(y)) == y


def test_only_spans_of_the_row_are_looked_at() -> None:
    spans = [Span(n * 10, n * 10 + 5, "mention", "x") for n in range(1000)]
    assert [s.start for s in near(spans, 104, 121)] == [100, 110, 120]
    assert [s.start for s in near(spans[:20], 104, 121)] == [100, 110, 120]


def test_a_span_is_found_again_by_its_target_and_number() -> None:
    old = Block(
        "a",
        "",
        spans=(Span(0, 1, "mention", "x"), Span(2, 3, "mention", "y"), Span(4, 5, "mention", "x")),
    )
    new = Block("a", "", spans=(Span(7, 8, "mention", "x"), Span(9, 10, "mention", "x")))
    assert find_same(new, span_key(old, old.spans[2])) == new.spans[1]
    assert find_same(new, span_key(old, old.spans[1])) is None


def test_a_word_is_taken_with_its_stress_mark() -> None:
    text = "у ста\u0301рой-престарой"
    assert text[slice(*select.word_at(text, 4))] == "ста\u0301рой"
    assert select.word_at(text, 1) == (1, 2)
    assert select.word_at("", 0) == (0, 0)


def test_copied_blocks_are_parted_as_on_the_screen() -> None:
    made = [Block("a", "раз"), Block("b", "два", gap=0), Block("c", "три", marker="•")]
    whole = select.Range(select.Point(0, 1), select.Point(2, 3))
    assert select.clean_text(whole, made) == "аз\nдва\n\n• три"
