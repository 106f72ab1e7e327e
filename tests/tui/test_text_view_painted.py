"""The text view under a selection: only styles change, and only those of what is selected."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from rich.style import Style
from textual.events import MouseDown, MouseMove, MouseUp
from textual.pilot import Pilot

from reader.tui.widgets.blocks import Block, Span
from reader.tui.widgets.parallel_view import ParallelView
from reader.tui.widgets.text_view import TextView
from tests.tui.painted import changed, picture, texts, with_background
from tests.tui.sample_dossier import Shelf, long_text, shown

SIZES = [(80, 24), (42, 16)]
FAMILY = "👨\u200d👩\u200d👧"
MIXED = [
    Block("h", "Вечер у моря", "heading"),
    Block("a", "Чайки кружили над старой пристанью весь день, потом стемнело. " * 2, marker="12"),
    Block("b", "日本語の文章を読む人 и чайка 日本語の文章を読む人がいる。", indent=4, marker="•"),
    Block("c", f"Кафе cafe\u0301 и {FAMILY} семья, сердце ❤\ufe0f и ста\u0301рая при\xadстань."),
    Block("d", "раз\tдва\tтри\tчетыре\tпять\tшесть\tсемь\tвосемь\tдевять\tдесять", gap=0),
    Block("e", "абвгдежзик" * 11),
    Block("f", "Строка\nи ещё одна\n\nи последняя."),
]


def selection_style(view: TextView) -> Style:
    return view.screen.get_component_rich_style("screen--selection", partial=True)


def visible(text: str | None) -> str:
    """The characters of a text that are painted, without the white space between them."""
    return "".join((text or "").replace("\xad", "").split())


async def dragged(
    pilot: Pilot[None], view: TextView, points: Sequence[tuple[int, int]]
) -> list[tuple[str, str]]:
    """Drag over points; what is painted as selected and what is selected, at each of them.

    At each of them the text on the screen must be what it was before.
    """
    before = picture(pilot.app)
    style = selection_style(view)
    found = []
    await pilot._post_mouse_events([MouseDown], view, offset=points[0], button=1)
    for at in points[1:]:
        await pilot._post_mouse_events([MouseMove], view, offset=at, button=1)
        await pilot.pause()
        during = picture(pilot.app)
        assert texts(during) == texts(before)
        painted = with_background(during, style)
        assert changed(before, during) == painted
        found.append((visible(painted), visible(view.screen.get_selected_text())))
    await pilot._post_mouse_events([MouseUp], view, offset=points[-1], button=1)
    await pilot.pause()
    assert texts(picture(pilot.app)) == texts(before)
    assert visible(with_background(picture(pilot.app), style)) == found[-1][0]
    view.screen.clear_selection()
    await pilot.pause()
    assert picture(pilot.app) == before
    return found


@pytest.mark.parametrize("size", SIZES)
async def test_a_drag_changes_styles_alone_and_of_the_selected_characters_alone(
    size: tuple[int, int],
) -> None:
    plain = [block._replace(marker="") for block in MIXED]
    async with shown(plain, size) as (view, pilot):
        width, height = size
        for row in range(0, height, 3):
            start = (2 + row * 5 % (width - 8), row)
            points = [
                start,
                (width // 2, row),
                (7, min(height - 1, row + 2)),
                (width - 9, row // 2),
            ]
            for painted, chosen in await dragged(pilot, view, points):
                assert painted == chosen


@pytest.mark.parametrize("size", SIZES)
async def test_markers_and_indents_are_never_painted_as_selected(size: tuple[int, int]) -> None:
    async with shown(MIXED, size) as (view, pilot):
        [(painted, chosen)] = await dragged(pilot, view, [(0, 0), (size[0] - 6, size[1] - 2)])
        assert chosen.replace("12Чайки", "Чайки").replace("•日本", "日本") == painted
        assert painted.startswith("Вечеруморя")


async def test_a_part_of_a_paragraph_leaves_the_rows_around_it_as_they_are() -> None:
    async with shown(long_text(3), (50, 14)) as (view, pilot):
        [(painted, _chosen)] = await dragged(pilot, view, [(12, 4), (20, 6)])
        lines = texts(picture(pilot.app))
        start, end = lines[4][12:48], lines[6][2:21]
        assert painted == visible(start + lines[5][2:48] + end)


async def test_both_cells_of_a_wide_character_stand_for_it() -> None:
    async with shown([Block("a", "日本語の文章")]) as (view, pilot):
        for start, end in ((4, 6), (5, 7), (4, 7)):
            assert await dragged(pilot, view, [(start, 0), (end, 0)]) == [("本語", "本語")]


@pytest.mark.parametrize("text", [FAMILY, "❤\ufe0f", "а\u0301"])
async def test_a_character_of_several_code_points_is_selected_whole(text: str) -> None:
    async with shown([Block("a", f"{text}б{text}в")]) as (view, pilot):
        first = [cell.text for cell in picture(pilot.app)[0]].index("б")
        assert await dragged(pilot, view, [(first - 1, 0), (first, 0)]) == [(f"{text}б",) * 2]
        assert await dragged(pilot, view, [(first + 1, 0), (first, 0)]) == [(f"б{text}",) * 2]


async def test_marks_that_end_within_a_character_do_not_move_what_follows() -> None:
    text = f"{FAMILY} и ❤\ufe0f и ста\u0301рый"
    async with shown([Block("a", text)]) as (view, pilot):
        before = texts(picture(pilot.app))
        for at in range(len(text)):
            view.set_spans({"a": (Span(0, at + 1, "mention", "x"),)})
            view.show_matches({"a": [(at, len(text))]})
            await pilot.pause()
            assert texts(picture(pilot.app)) == before


async def test_mentions_and_finds_keep_their_marks_under_a_selection() -> None:
    text = "Чайки кружили над старой пристанью весь день, потом стемнело и похолодало."
    spans = (Span(0, 5, "mention", "gull"), Span(25, 34, "mention", "pier"))
    async with shown([Block("a", text, spans=spans)], (30, 8)) as (view, pilot):
        view.show_matches({"a": [(14, 45)]})
        await pilot.pause()
        before = picture(pilot.app)
        await pilot._post_mouse_events([MouseDown], view, offset=(4, 0), button=1)
        await pilot._post_mouse_events([MouseMove], view, offset=(9, 1), button=1)
        await pilot.pause()
        after = picture(pilot.app)
        assert texts(after) == texts(before)
        for olds, news in zip(before, after, strict=True):
            for old, new in zip(olds, news, strict=True):
                assert (old.style.underline, old.style.bold) == (
                    new.style.underline,
                    new.style.bold,
                )


@pytest.mark.parametrize("size", [(120, 24), (60, 24)])
async def test_a_drag_in_parallel_texts_changes_the_selected_characters_alone(
    size: tuple[int, int],
) -> None:
    view = ParallelView()
    plain = [block._replace(marker="") for block in MIXED]
    view.show_pair(plain, [b._replace(id=a.id) for a, b in zip(plain, long_text(7), strict=True)])
    async with Shelf(view).run_test(size=size) as pilot:
        await pilot.pause()
        width, height = size
        for row in range(0, height - 4, 5):
            for x in (4, width // 2 + 6):
                down = await dragged(pilot, view, [(x, row), (x + 9, row + 3)])
                up = await dragged(pilot, view, [(x + 9, row + 3), (x, row)])
                for painted, chosen in (*down, *up):
                    assert sorted(painted) == sorted(chosen)


async def test_a_drag_down_one_column_paints_nothing_in_the_other() -> None:
    view = ParallelView()
    others = [block._replace(text=f"The gulls. {block.text}") for block in long_text(4)]
    view.show_pair(long_text(4), others)
    async with Shelf(view).run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        style = selection_style(view)
        middle = next(line for line in texts(picture(pilot.app)) if "The gulls" in line)
        middle_x = middle.index("The gulls")
        await pilot._post_mouse_events([MouseDown], view, offset=(middle_x + 4, 0), button=1)
        await pilot._post_mouse_events([MouseMove], view, offset=(middle_x + 9, 9), button=1)
        await pilot.pause()
        assert with_background(picture(pilot.app), style, 0, middle_x) == ""
        assert visible(with_background(picture(pilot.app), style)).startswith("gulls.")


@pytest.mark.parametrize("text", ["абвгдежзик" * 9, "日本語の文章" * 9])
async def test_a_drag_beyond_the_end_of_a_row_takes_nothing_of_the_next_one(text: str) -> None:
    async with shown([Block("a", text)], (60, 8), measure=30) as (view, pilot):
        first = texts(picture(pilot.app))[0].split()[-1]
        at = next(n for n, cell in enumerate(picture(pilot.app)[0]) if cell.text == first[0])
        assert await dragged(pilot, view, [(at, 0), (57, 0)]) == [(first, first)]
        assert await dragged(pilot, view, [(57, 0), (at, 0)]) == [(first, first)]


async def test_finds_are_marked_wherever_they_begin_in_a_long_paragraph() -> None:
    text = "чайка " * 20_000
    found = [(at, at + 5) for at in range(0, len(text), 6)]
    found[-3:] = [(found[-3][0], len(text))]
    async with shown([Block("a", text)], (30, 8)) as (view, pilot):
        view.show_matches({"a": found}, ("a", 1))
        await pilot.pause()
        first = picture(pilot.app)[0]
        marked = [bool(cell.style.bold) for cell in first if cell.text in "чайк"]
        assert marked
        assert all(marked)
        assert [cell.text for cell in first if cell.style.reverse] == list("чайка")
        await pilot.press("G")
        last = [row for row in picture(pilot.app) if any(c.text == "ч" for c in row)][-1]
        written = [cell for cell in last if cell.style.bold]
        assert "".join(cell.text for cell in written).strip().startswith("чайка")
