"""The text view: moving, cursor, links, marks, places that outlive a layout."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import pairwise
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from reader.tui.blocks import Anchor, Block, Role, Span
from reader.tui.text_view import TextView
from tests.tui.screens import Run, screen_lines, screen_styles, screen_text

WORDS = "Над старой пристанью кружили чайки, а вода у берега темнела с каждым часом."


class Shelf(App[None]):
    def __init__(self, view: TextView) -> None:
        super().__init__()
        self.view = view
        self.heard: list[Any] = []

    def compose(self) -> ComposeResult:
        yield self.view

    def on_text_view_activated(self, event: TextView.Activated) -> None:
        self.heard.append((event.block_id, event.span and event.span.target))

    def on_text_view_cursor_moved(self, event: TextView.CursorMoved) -> None:
        self.heard.append(("cursor", event.block_id))

    def on_text_view_link_changed(self, event: TextView.LinkChanged) -> None:
        self.heard.append(("link", event.link and event.link[1].target))


@asynccontextmanager
async def shown(
    blocks: Sequence[Block], size: tuple[int, int] = (60, 12), **options: Any
) -> AsyncIterator[tuple[TextView, Pilot[None]]]:
    view = TextView(blocks, **options)
    async with Shelf(view).run_test(size=size) as pilot:
        await pilot.pause()
        yield view, pilot


def heard(view: TextView) -> list[Any]:
    app = view.app
    assert isinstance(app, Shelf)
    return app.heard


def paragraphs(count: int, text: str = WORDS, **more: Any) -> list[Block]:
    return [Block(f"p{n}", f"{n} {text}", **more) for n in range(count)]


def long_text(count: int) -> list[Block]:
    """Paragraphs of very different lengths, so that every estimate is wrong."""
    return [Block(f"p{n}", f"<{n}> " + WORDS * (1 + n * 7 % 11)) for n in range(count)]


def top_line(pilot: Pilot[None]) -> str:
    return screen_lines(pilot.app)[0]


async def resize(pilot: Pilot[None], width: int, height: int) -> None:
    await pilot.resize_terminal(width, height)
    await pilot.pause()


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
        for name in [n for n in dir(view) if n.startswith("action_") and n in vars_of(view)]:
            getattr(view, name)()
        view.activate()
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
        view.action_line_down()
        assert view.y == 1
        view.action_page_down()
        assert view.y == 12
        view.action_page_up()
        view.action_line_up()
        assert view.y == 0
        view.action_half_down()
        assert view.y == 6
        view.action_end()
        await pilot.pause()
        assert view.cursor == "p199"
        assert screen_lines(pilot.app)[-1].strip().endswith("часом.")
        view.action_home()
        await pilot.pause()
        assert top_line(pilot).startswith("▎ <0> ")


async def test_pages_up_from_the_end_pass_every_row_once() -> None:
    """Estimates above the view are corrected without the text jumping."""
    async with shown(long_text(120), (50, 11)) as (view, pilot):
        view.action_end()
        pages = []
        while True:
            await pilot.pause()
            pages.append(
                [line[2:].split("▎")[0].rstrip(" ▁▂▃▄▅▆▇█") for line in screen_lines(pilot.app)]
            )
            if view.y == 0:
                break
            view.action_page_up()
        for below, above in pairwise(pages[:-1]):
            assert above[-1] == below[0]
        seen = " ".join(" ".join(page[:-1]) for page in reversed(pages))
        assert all(f"<{n}>" in seen for n in range(120))


async def test_rows_far_down_are_exact_after_a_jump() -> None:
    async with shown(long_text(3000), (50, 11)) as (view, pilot):
        view.go_to("p2000")
        await pilot.pause()
        assert any("<2000>" in line for line in screen_lines(pilot.app)[:2])
        view.action_page_up()
        view.action_page_down()
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
        assert view._number(view.cursor) in view.in_view


def _scroll_down() -> Any:
    from textual.events import MouseScrollDown

    return MouseScrollDown


# the cursor


async def test_the_cursor_stays_while_its_paragraph_is_wholly_in_view() -> None:
    async with shown(paragraphs(40)) as (view, _pilot):
        assert view.cursor == "p0"
        view.action_line_down()
        assert view.cursor == "p1"
        view.action_line_down()
        view.action_line_down()
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
            view.action_line_down()
            seen.append(view.cursor)
        assert seen == ["p0", "p1", "p2", "p2", "p2"]
        view.action_line_up()
        assert view.cursor == "p1"


@pytest.mark.parametrize("by_block", [False, True])
async def test_line_keys_reach_every_block_both_ways(by_block: bool) -> None:
    blocks = long_text(30)
    async with shown(blocks, (40, 10), by_block=by_block) as (view, _pilot):
        for move in (view.action_line_down, view.action_line_up):
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
            view.action_line_down()
            assert view.cursor == f"p{n}"
            await pilot.pause()
            assert f"{n} Над" in screen_text(pilot.app)
            assert sum("▎" in line for line in screen_lines(pilot.app)) == 2


async def test_going_up_by_block_shows_the_heading_over_the_first_claim() -> None:
    blocks = [Block("h", "Раздел", "heading"), *paragraphs(9)]
    async with shown(blocks, (50, 8), by_block=True) as (view, pilot):
        view.action_end()
        for _ in range(8):
            view.action_line_up()
        await pilot.pause()
        assert view.cursor == "p0"
        assert "Раздел" in top_line(pilot)


async def test_paragraph_keys_move_the_cursor_and_the_view_when_needed() -> None:
    async with shown(paragraphs(20)) as (view, pilot):
        view.action_paragraph_next()
        assert (view.cursor, view.y) == ("p1", 0)
        for _ in range(8):
            view.action_paragraph_next()
        await pilot.pause()
        assert view.cursor == "p9"
        assert "9 Над" in screen_text(pilot.app)
        view.action_paragraph_previous()
        assert view.cursor == "p8"


async def test_a_page_puts_the_cursor_on_the_first_whole_paragraph() -> None:
    async with shown(paragraphs(40)) as (view, pilot):
        view.action_page_down()
        view.action_page_down()
        view.action_page_up()
        await pilot.pause()
        rows = [n for n, line in enumerate(screen_lines(pilot.app)) if "▎" in line]
        assert rows
        assert rows[0] <= 2


# links


def linked(count: int) -> list[Block]:
    return [
        Block(
            f"p{n}",
            f"Чайки и вода {n}. {WORDS}",
            spans=(Span(0, 5, "mention", "gull"), Span(8, 12, "citation", "p1")),
        )
        for n in range(count)
    ]


async def test_spans_are_underlined_and_the_current_one_reversed() -> None:
    async with shown(linked(2)) as (view, pilot):
        assert [r.text for r in screen_styles(pilot.app, "underline")] == ["Чайки", "Чайки"]
        view.next_link("mention")
        await pilot.pause()
        assert screen_styles(pilot.app, "reverse") == [Run(0, 2, "Чайки", ("reverse",))]


async def test_next_link_walks_one_kind_and_round_the_end() -> None:
    async with shown(linked(3), (60, 20)) as (view, _pilot):
        seen = [view.next_link("mention") for _ in range(4)]
        assert [s and s[0] for s in seen] == ["p0", "p1", "p2", "p0"]
        back = view.next_link("mention", -1)
        assert back is not None
        assert back[0] == "p2"
        both = view.next_link(("mention", "citation"), 1)
        assert both is not None
        assert both[1].kind == "citation"


async def test_next_link_starts_from_what_is_in_view() -> None:
    async with shown(linked(60)) as (view, _pilot):
        view.go_to("p30")
        link = view.next_link("mention")
        assert link is not None
        assert link[0] in ("p30", "p31")
        view.action_end()
        link = view.next_link("mention", -1)
        assert link is not None
        assert link[0] == "p59"


async def test_a_link_out_of_view_is_scrolled_to() -> None:
    blocks = [*paragraphs(80), Block("z", "Маяк", spans=(Span(0, 4, "mention", "light"),))]
    async with shown(blocks) as (view, pilot):
        view.next_link("mention")
        await pilot.pause()
        assert "Маяк" in screen_text(pilot.app)
        assert view.cursor == "z"


async def test_enter_acts_on_what_was_moved_to_last() -> None:
    async with shown(linked(3), (60, 20)) as (view, pilot):
        view.next_link("mention")
        view.activate()
        view.action_line_down()
        view.activate()
        await pilot.pause()
        assert [h for h in heard(view) if h[0].startswith("p")] == [("p0", "gull"), ("p1", None)]
        assert ("link", None) in heard(view)


async def test_after_a_line_key_the_next_link_goes_on_from_the_last_one() -> None:
    async with shown(linked(3), (60, 20)) as (view, _pilot):
        view.next_link("mention")
        view.next_link("mention")
        view.action_line_up()
        link = view.next_link("mention")
        assert link is not None
        assert link[0] == "p2"


async def test_mentions_that_come_later_leave_the_layout_alone() -> None:
    async with shown(paragraphs(60)) as (view, pilot):
        view.action_page_down()
        lines, before = view._lines, screen_text(pilot.app)
        view.set_spans({f"p{n}": (Span(0, 1, "mention", "n"),) for n in range(60)} | {"gone": ()})
        await pilot.pause()
        assert view._lines is lines
        assert screen_styles(pilot.app, "underline")
        assert screen_text(pilot.app).split() != []
        assert view.blocks[5].spans[0].target == "n"
        assert len(before) == len(screen_text(pilot.app))


async def test_a_block_of_thousands_of_spans_shows_those_in_view() -> None:
    text = "слово " * 6000
    spans = tuple(Span(n * 6, n * 6 + 5, "mention", str(n)) for n in range(6000))
    async with shown([Block("a", text, spans=spans)]) as (view, pilot):
        view.go_to("a", 30000)
        await pilot.pause()
        assert len(screen_styles(pilot.app, "underline")) >= 50
        link = view.next_link("mention")
        assert link is not None
        assert link[1].start in range(29000, 31000)


# marks


async def test_a_lit_block_has_a_bar_of_its_own_and_comes_into_view() -> None:
    async with shown(paragraphs(50)) as (view, pilot):
        view.light(["p30", "p31"])
        await pilot.pause()
        assert "30 Над" in screen_text(pilot.app)
        assert sum("┃" in line for line in screen_lines(pilot.app)) == 4
        assert view.cursor == "p30"
        view.unlight()
        await pilot.pause()
        assert "┃" not in screen_text(pilot.app)


async def test_what_was_found_is_marked_and_the_current_one_shown() -> None:
    async with shown(paragraphs(50)) as (view, pilot):
        found = {f"p{n}": [(0, 2)] for n in range(50)}
        view.highlight(found, ("p40", 0))
        await pilot.pause()
        runs = screen_styles(pilot.app, "reverse", "underline")
        assert [r.text for r in runs if "underline" in r.marks] == ["40"]
        assert len(runs) > 2
        view.highlight({})
        await pilot.pause()
        assert not screen_styles(pilot.app, "reverse")


async def test_without_colour_every_mark_still_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with shown(linked(3), (60, 20)) as (view, pilot):
        view.next_link("mention")
        view.light(["p2"])
        view.next_link("citation")
        await pilot.pause()
        marks = {r.marks for r in screen_styles(pilot.app, "underline", "reverse", "bold")}
        assert {("underline",), ("bold",), ("reverse", "bold")} <= marks
        assert "┃" in screen_text(pilot.app)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
async def test_every_look_can_be_painted_in_every_theme(theme: str) -> None:
    roles: tuple[Role, ...] = (
        "paragraph",
        "heading",
        "title",
        "meta",
        "claim",
        "note",
        "untranslated",
    )
    blocks = [Block(role, f"Текст роли {role}", role) for role in roles]
    async with shown(blocks, (60, 20)) as (view, pilot):
        pilot.app.theme = theme
        view.light(["note"])
        await pilot.pause()
        assert all(f"Текст роли {role}" in screen_text(pilot.app) for role in roles)


# places that outlive a layout


async def test_a_resize_and_back_shows_the_same_rows() -> None:
    async with shown(long_text(300), (120, 30), measure=100) as (view, pilot):
        view.go_to("p150")
        for _ in range(7):
            view.action_line_down()
        view.next_link("mention")
        await pilot.pause()
        place, cursor, before = view.place, view.cursor, screen_text(pilot.app)
        await resize(pilot, 60, 20)
        assert place is not None
        assert view.in_view.start == int(place.block[1:])
        assert view.cursor == cursor
        await resize(pilot, 120, 30)
        assert screen_text(pilot.app) == before
        assert view.place == place


async def test_another_language_and_back_keeps_the_place_and_the_cursor() -> None:
    russian = long_text(100)
    english = [
        b._replace(text="The gulls went on circling. " * (2 + len(b.text) // 31)) for b in russian
    ]
    async with shown(russian, (70, 20)) as (view, pilot):
        for _ in range(6):
            view.action_page_down()
        await pilot.pause()
        place, cursor, before = view.place, view.cursor, screen_text(pilot.app)
        assert place is not None
        view.show(english)
        await pilot.pause()
        assert view.place is not None
        assert view.place.block == place.block
        assert view.cursor == cursor
        view.show(russian)
        await pilot.pause()
        assert view.place == place
        assert screen_text(pilot.app) == before


async def test_another_language_keeps_the_link_even_if_its_spans_come_later() -> None:
    russian = [
        Block(
            "p",
            "Чайка и ещё чайка",
            spans=(Span(0, 5, "mention", "g"), Span(12, 17, "mention", "g")),
        )
    ]
    english = [Block("p", "One gull, and then a gull")]
    async with shown(russian) as (view, _pilot):
        view.next_link("mention")
        view.next_link("mention")
        view.show(english)
        assert view.link is None
        view.set_spans({"p": (Span(4, 8, "mention", "g"), Span(21, 25, "mention", "g"))})
        assert view.link == ("p", Span(21, 25, "mention", "g"))


async def test_another_document_starts_at_its_top() -> None:
    async with shown(paragraphs(40)) as (view, _pilot):
        view.action_end()
        view.show(paragraphs(40), keep=False)
        assert view.place == Anchor("p0", 0)
        assert view.cursor == "p0"


async def test_a_place_can_be_returned_to() -> None:
    async with shown(long_text(60)) as (view, pilot):
        for _ in range(5):
            view.action_page_down()
        await pilot.pause()
        place, before = view.place, screen_lines(pilot.app)[2:]
        view.show(paragraphs(3), keep=False)
        view.show(long_text(60), anchor=place, keep=False)
        await pilot.pause()
        assert view.place == place
        assert screen_lines(pilot.app)[2:] == before


async def test_a_place_given_before_the_first_frame_is_shown() -> None:
    view = TextView()
    view.show(long_text(60), anchor=Anchor("p20", 0))
    async with Shelf(view).run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        assert "<20>" in top_line(pilot)


async def test_within_a_border_the_rows_that_changed_are_those_repainted() -> None:
    view = TextView(paragraphs(9, marker="•"), by_block=True)
    view.styles.border = ("round", "white")
    view.styles.padding = (1, 2)
    async with Shelf(view).run_test(size=(60, 40)) as pilot:
        await pilot.pause()
        assert screen_lines(pilot.app)[2].startswith("│  ▎ • 0 Над")
        for n in range(1, 4):
            view.action_line_down()
            await pilot.pause()
            marked = [line for line in screen_lines(pilot.app) if "▎" in line]
            assert f"▎ • {n} Над" in marked[0]
            assert len(marked) == 2
        await pilot.click(view, offset=(12, 3))
        assert view.cursor == "p0"
