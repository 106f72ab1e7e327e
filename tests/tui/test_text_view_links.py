"""The text view: links, marks, and places that outlive a layout."""

from __future__ import annotations

import pytest

from reader.tui.widgets.blocks import Anchor, Block, Role, Span
from reader.tui.widgets.text_view import TextView
from tests.tui.sample_dossier import (
    Shelf,
    heard,
    linked,
    long_text,
    paragraphs,
    resize,
    shown,
    top_line,
)
from tests.tui.screens import Run, screen_lines, screen_styles, screen_text

# links


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
        view.do_bottom()
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
        view.do_open()
        view.do_line_down()
        view.do_open()
        await pilot.pause()
        assert [h for h in heard(view) if h[0].startswith("p")] == [("p0", "gull"), ("p1", None)]
        assert ("link", None) in heard(view)


async def test_after_a_line_key_the_next_link_goes_on_from_the_last_one() -> None:
    async with shown(linked(40), (60, 20)) as (view, _pilot):
        view.go_to("p20")
        view.next_link("mention")
        cursor = view.cursor
        view.do_line_down()
        assert view.link is None
        assert view.cursor == cursor
        assert _block(view.next_link("mention")) == "p21"


async def test_the_next_link_starts_in_the_cursors_paragraph() -> None:
    """And the previous one, too: its last link comes first."""
    async with shown(linked(6), (60, 30)) as (view, _pilot):
        view.next_link("mention")
        for _ in range(3):
            view.do_next_paragraph()
        assert view.cursor == "p3"
        assert _block(view.next_link("mention")) == "p3"
        view.go_to("p4")
        assert _block(view.next_link("mention", -1)) == "p4"
        assert _block(view.next_link("mention", -1)) == "p3"


async def test_what_is_lit_is_where_the_next_link_is_sought() -> None:
    byline = Block("meta", "Маяк", "meta", spans=(Span(0, 4, "link", "light"),))
    async with shown([byline, *linked(3)], (60, 20)) as (view, _pilot):
        view.highlight_blocks(["p1"])
        assert _block(view.next_link(("mention", "link"))) == "p1"


async def test_a_link_of_the_cursors_paragraph_that_is_out_of_view_is_passed_over() -> None:
    text = "слово " * 2000
    spans = tuple(Span(n * 6, n * 6 + 5, "mention", str(n)) for n in range(2000))
    async with shown([Block("a", text, spans=spans)], (60, 20)) as (view, _pilot):
        view.do_page_down()
        place = view.place
        link = view.next_link("mention")
        assert place is not None
        assert link is not None
        assert link[1].start >= place.offset > 0


async def test_a_number_goes_so_many_links_on_round_the_end() -> None:
    async with shown(linked(5), (60, 20)) as (view, _pilot):
        assert _block(view.next_link("mention", 1, 3)) == "p2"
        assert _block(view.next_link("mention", 1, 4)) == "p1"
        assert _block(view.next_link("mention", -1, 2)) == "p4"
        assert _block(view.next_link("mention", 1, 999_999)) == "p3"


def _block(link: tuple[str, Span] | None) -> str | None:
    return link and link[0]


async def test_mentions_that_come_later_leave_the_layout_alone() -> None:
    async with shown(paragraphs(60)) as (view, pilot):
        view.do_page_down()
        lines, before = view.viewport.layout, screen_text(pilot.app)
        view.set_spans({f"p{n}": (Span(0, 1, "mention", "n"),) for n in range(60)} | {"gone": ()})
        await pilot.pause()
        assert view.viewport.layout is lines
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
        view.highlight_blocks(["p30", "p31"])
        await pilot.pause()
        assert "30 Над" in screen_text(pilot.app)
        assert sum("┃" in line for line in screen_lines(pilot.app)) == 4
        assert view.cursor == "p30"
        view.highlight_blocks([])
        await pilot.pause()
        assert "┃" not in screen_text(pilot.app)


async def test_what_was_found_is_marked_and_the_current_one_shown() -> None:
    async with shown(paragraphs(50)) as (view, pilot):
        found = {f"p{n}": [(0, 2)] for n in range(50)}
        view.show_matches(found, ("p40", 0))
        await pilot.pause()
        runs = screen_styles(pilot.app, "bold", "reverse")
        assert [r.text for r in runs if "reverse" in r.marks] == ["40"]
        assert len(runs) > 2
        view.show_matches({})
        await pilot.pause()
        assert not screen_styles(pilot.app, "bold", "reverse")


async def test_without_colour_every_mark_still_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with shown(linked(3), (60, 20)) as (view, pilot):
        view.next_link("mention")
        view.highlight_blocks(["p2"])
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
        view.highlight_blocks(["note"])
        await pilot.pause()
        assert all(f"Текст роли {role}" in screen_text(pilot.app) for role in roles)


# places that outlive a layout


async def test_a_resize_and_back_shows_the_same_rows() -> None:
    async with shown(long_text(300), (120, 30), measure=100) as (view, pilot):
        view.go_to("p150")
        for _ in range(7):
            view.do_line_down()
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
            view.do_page_down()
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
        view.do_bottom()
        view.show(paragraphs(40), keep=False)
        assert view.place == Anchor("p0", 0)
        assert view.cursor == "p0"


async def test_a_place_can_be_returned_to() -> None:
    async with shown(long_text(60)) as (view, pilot):
        for _ in range(5):
            view.do_page_down()
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
