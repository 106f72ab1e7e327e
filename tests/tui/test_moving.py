"""Moving as hands expect: numbers before keys, panes, letters at links, mentions of a term."""

from __future__ import annotations

import pytest

from reader import settings, state
from reader.language import messages
from reader.tui.app import ReaderApp
from reader.tui.keys.keymap import keymap
from reader.tui.screens.entry import EntryScreen
from reader.tui.screens.hints import LETTERS, labels
from reader.tui.widgets.blocks import Block, Span
from reader.tui.widgets.text_view import TextView
from tests.tui.opened import MIDDLE, NARROW, WIDE, collection_of, opened, settled, told
from tests.tui.sample_dossier import paragraphs, shown
from tests.tui.screens import screen_lines, screen_rows, screen_styles, screen_text

CHARTER = "report-charter"


def _mention(view: TextView) -> Span:
    assert view.link is not None
    return view.link[1]


# A number before a key.


@pytest.mark.parametrize(
    ("typed", "key", "alone"),
    [
        ("5", "j", ["j"] * 5),
        ("3", "right_curly_bracket", ["right_curly_bracket"] * 3),
        ("2", "space", ["space"] * 2),
        ("2", "d", ["ctrl+d"] * 2),
        ("4", "t", ["t"] * 4),
        ("12", "j", ["down"] * 12),
        ("10", "о", ["j"] * 10),
        ("3", "right_square_bracket", ["right_square_bracket", "tab", "tab"]),
        ("2", "J", ["J", "J"]),
    ],
)
async def test_a_number_before_a_key_repeats_it(typed: str, key: str, alone: list[str]) -> None:
    async def place(keys: list[str]) -> tuple[object, ...]:
        state.path().unlink(missing_ok=True)  # so that each begins at the start
        async with opened("ru", MIDDLE) as (app, pilot):
            await pilot.press(*keys)
            await settled(app, pilot)
            main = app.main
            return main.texts.key, main.source.place, main.source.cursor, main.source.link

    if key == "right_square_bracket":  # in the source it goes to the third claim that cites
        async with opened("ru", MIDDLE) as (app, pilot):
            citing = app.main.citations._citing("p1")
            await pilot.press(*typed, key)
            assert app.main.summary.link == citing[2]
    else:
        assert await place([*typed, key]) == await place(alone)


async def test_a_number_and_a_key_back_return_to_where_one_was() -> None:
    async with opened("ru", MIDDLE) as (app, pilot):
        await pilot.press("9", "j")
        there = app.main.source.place
        await pilot.press("4", "j", "4", "k")
        assert app.main.source.place == there
        await pilot.press("2", "b", "2", "ctrl+b", "9", "9", "9", "9", "9", "9", "ctrl+u")
        assert app.main.source.y == 0


async def test_a_number_and_g_go_to_that_paragraph_and_tell_where_there_is_none() -> None:
    async with opened("ru") as (app, pilot):
        await pilot.press("7", "G")
        assert app.main.source.cursor == "p7"
        await pilot.press("2", "g")
        assert app.main.source.cursor == "p2"
        await pilot.press("9", "9", "G")
        assert app.main.source.cursor == "p2"
        assert "99" in " ".join(told(app))
        await pilot.press("backspace")
        assert app.main.source.cursor == "p7"
        app.main.enter_pane("documents")
        await pilot.press("3", "G")
        assert app.main.documents.highlighted == 2
        await pilot.press("9", "k", "2", "j")
        assert app.main.documents.highlighted == 2


async def test_the_number_stands_in_the_status_line_while_it_is_typed() -> None:
    async with opened("ru") as (app, pilot):
        await pilot.press("0", "4", "0")
        assert app.main.status.count == "40"
        await pilot.press("escape")
        assert app.main.status.count == ""
        top = app.main.source.place
        await pilot.press("6", "s", "j")  # a key that takes no number lets it go
        app.main.enter_pane("source")
        assert app.main.source.y <= 1
        assert app.main.digits == ""
        assert top is not None


async def test_a_number_is_typed_in_windows_of_text_too() -> None:
    async with opened("en", NARROW) as (app, pilot):
        app.main.open_entry("azerbaijan")
        await settled(app, pilot)
        view = app.screen.query_one(TextView)
        await pilot.press("1", "2")
        assert view.border_subtitle == "12"
        await pilot.press("escape")
        assert isinstance(app.screen, EntryScreen)
        assert view.border_subtitle == ""
        await pilot.press("1", "2", "j")
        assert view.y == 12


async def test_a_number_that_is_far_too_large_goes_to_the_end_at_once() -> None:
    async with shown(paragraphs(200), (60, 20)) as (view, _pilot):
        moves = view.viewport.moves
        view.do_line_down(999_999)
        assert view.viewport.y == view.viewport.last_y
        assert view.viewport.moves - moves == 1
        assert view.cursor == "p199"
        view.do_line_up(999_999)
        assert (view.viewport.y, view.cursor) == (0, "p0")
        view.do_page_down(999_999)
        assert view.viewport.moves - moves < 100
        assert view.cursor == "p199"


def test_a_digit_may_be_given_to_another_command() -> None:
    keys, unusable = keymap(settings.Settings(keys={"find": ("5",)}))
    assert keys == {"find": ("5",)}
    assert unusable == []


async def test_the_configured_digit_does_what_it_is_given_to() -> None:
    path = settings.path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[keys]\nnext_document = "5"\n', encoding="utf-8")
    async with opened("ru") as (app, pilot):
        first = app.main.texts.key
        await pilot.press("5")
        assert app.main.texts.key != first
        await pilot.press("4", "j")
        assert app.main.digits == ""


# Panes.


async def test_h_and_l_go_to_the_pane_beside_and_stop_at_the_last() -> None:
    async with opened("ru", MIDDLE) as (app, pilot):
        seen = []
        for key in ("l", "д", "h", "р", "left", "right", "2", "l"):
            await pilot.press(key)
            seen.append(app.main.pane)
        assert seen == [
            "summary", "summary", "source", "documents", "documents", "source", "source", "summary",
        ]  # fmt: skip


async def test_a_pane_is_gone_to_by_its_number() -> None:
    async with opened("ru") as (app, pilot):
        main = app.main
        for keys, pane in (
            (("alt+3",), "summary"),
            (("1", "tab"), "documents"),
            (("alt+2",), "source"),
            (("alt+4",), "source"),
        ):
            await pilot.press(*keys)
            assert main.pane == pane


async def test_a_digit_that_nothing_follows_is_a_pane_and_one_before_a_key_is_not() -> None:
    async with opened("ru") as (app, pilot):
        main = app.main
        await pilot.press("3")
        assert main._rest is not None
        main.rest()
        await pilot.pause()
        assert (main.pane, main.status.count) == ("summary", "")
        await pilot.press("1", "j")
        assert main._rest is None
        main.rest()
        assert main.pane == "summary"
        await pilot.press("4")  # there is no such pane: it can only be a number
        assert main._rest is None


async def test_z_shows_one_pane_alone_and_all_again() -> None:
    async with opened("ru") as (app, pilot):
        main = app.main
        before = screen_text(app)
        await pilot.press("z")
        assert (main.documents.display, main.source.display, main.summary.display) == (False, True, False)  # fmt: skip
        assert main.source.size.width == WIDE[0]
        await pilot.press("tab")
        assert main.summary.size.width == WIDE[0]
        await pilot.press("shift+tab", "я")
        await settled(app, pilot)
        assert screen_text(app) == before


async def test_panes_are_made_wider_and_narrower_within_bounds() -> None:
    async with opened("ru") as (app, pilot):
        main = app.main
        source, documents = main.source.size.width, main.documents.size.width
        await pilot.press("greater_than_sign")
        await pilot.pause()
        assert main.source.size.width > source
        await pilot.press("Б")
        await pilot.pause()
        assert main.source.size.width == source
        await pilot.press("alt+1", "2", "Ю")
        await pilot.pause()
        assert main.documents.size.width == documents + 4
        await pilot.press("9", "9", "shift+left")
        await pilot.pause()
        assert 10 < main.documents.size.width < documents
        await pilot.press("alt+3", "9", "9", "greater_than_sign")
        await pilot.pause()
        assert main.source.size.width >= 15
        await pilot.press("z", "less_than_sign")
        assert len(told(app)) == 1


async def test_widths_and_the_pane_alone_are_there_again_at_the_next_start() -> None:
    async with opened("ru") as (app, pilot):
        await pilot.press("3", "greater_than_sign", "alt+1", "less_than_sign")
        await pilot.pause()
        widths = [view.size.width for view in (app.main.documents, app.main.source)]
        await pilot.press("q")
    async with opened("ru") as (app, pilot):
        assert [view.size.width for view in (app.main.documents, app.main.source)] == widths
        await pilot.press("z", "q")
    async with opened("ru") as (app, _pilot):
        assert app.main.source.size.width == WIDE[0]


def test_widths_that_cannot_be_are_those_at_first() -> None:
    for found in (None, 3, {"documents": "wide", "source": 4000}, {"documents": -1}):
        assert state._widths(found) == state.Widths()
    assert state._widths({"documents": 20, "alone": True}) == state.Widths(20, 50, alone=True)


# Letters at links.


@pytest.mark.parametrize("count", [0, 1, 25, 26, 49, 50, 300, 625, 700])
def test_no_label_begins_another(count: int) -> None:
    made = labels(count)
    assert len(made) == len(set(made)) == min(count, len(LETTERS) ** 2)
    assert all(len(label) in (1, 2) for label in made)
    alone = {label for label in made if len(label) == 1}
    assert not alone & {label[0] for label in made if len(label) == 2}
    assert len(made) > 25 or not made or len(alone) == len(made)


@pytest.mark.parametrize("cyrillic", [False, True])
async def test_the_letters_at_a_link_open_it_in_either_layout(cyrillic: bool) -> None:
    async with opened("ru", NARROW) as (app, pilot):
        await pilot.press("а" if cyrillic else "f")
        await pilot.pause()
        hints = app.main.hints
        assert hints is not None
        label, (view, link) = list(hints._by_label.items())[1]
        letters = "".join(run.text for run in screen_styles(app, "reverse"))
        assert all(("а" <= c <= "я") == cyrillic for c in letters if c.isalpha())
        assert len(letters) >= 3
        await pilot.press(*label)  # those of the Latin layout are taken either way
        await settled(app, pilot)
        assert app.main.hints is None
        assert isinstance(app.screen, EntryScreen)
        assert app.screen.entry == link[1].target
        assert view.link is not None
        assert view.link[1] == link[1]


async def test_cyrillic_letters_open_a_link_whose_label_is_latin() -> None:
    async with opened("en", NARROW) as (app, pilot):
        await pilot.press("f")
        hints = app.main.hints
        assert hints is not None
        assert "f" in hints._by_label
        await pilot.press("а")
        await settled(app, pilot)
        assert isinstance(app.screen, EntryScreen)


async def test_every_link_in_sight_has_letters_and_none_out_of_sight() -> None:
    async with opened("en") as (app, pilot):
        await pilot.press("f")
        hints = app.main.hints
        assert hints is not None
        targets = list(hints._by_label.values())
        for view in (app.main.source, app.main.summary):
            layout = view.viewport.layout
            assert layout is not None
            wanted = {
                (number, span.start)
                for number in view.in_view
                for span in view.blocks[number].spans
                if view.viewport.shows(number, span.start)
            }
            assert {(n, s.start) for each, (n, s) in targets if each is view} == wanted


async def test_escape_takes_letters_away_and_nothing_else_happens() -> None:
    async with opened("ru") as (app, pilot):
        before = screen_text(app)
        await pilot.press("f")
        await pilot.pause()
        assert screen_text(app) != before
        await pilot.press("escape")
        await pilot.pause()
        assert app.main.hints is None
        assert screen_text(app) == before
        await pilot.press("f", "x", "backspace", "escape")
        await pilot.pause()
        assert screen_text(app) == before


async def test_a_key_that_is_no_letter_leaves_the_letters_and_does_what_it_does() -> None:
    async with opened("ru") as (app, pilot):
        await pilot.press("f", "tab")
        assert app.main.hints is None
        assert app.main.pane == "summary"


async def test_letters_leave_every_row_as_wide_as_it_was() -> None:
    """Over the blank before a link, or over its beginning; also at the end of a row."""
    text = "Маяк " * 9 + "🌊море я"
    spans = tuple(Span(n * 5, n * 5 + 4, "mention", str(n)) for n in range(9))
    spans += (Span(45, 50, "mention", "sea"), Span(51, 52, "mention", "i"))
    async with shown([Block("a", text, spans=spans)], (30, 10)) as (view, pilot):
        before = [sum(s.cell_length for s in row) for row in screen_rows(pilot.app)]
        view.show_labels(dict.fromkeys(view.links_in_view(), "ab"))
        await pilot.pause()
        assert [sum(s.cell_length for s in row) for row in screen_rows(pilot.app)] == before
        assert len(view.links_in_view()) == screen_text(pilot.app).count("ab") == 11
        view.show_labels({})
        await pilot.pause()
        assert "Маяк 🌊море\n▎ я" in screen_text(pilot.app)


# Mentions of a term.


async def test_asterisk_goes_through_every_mention_of_the_dossier_and_back() -> None:
    async with opened("ru") as (app, pilot):
        main, entry = app.main, "joint-declaration"
        everywhere = collection_of(app).occurrences(entry, "ru")
        if not everywhere:
            pytest.fail("the dossier has no such entry any more")
        main.navigator.go_to(f"{everywhere[0].document}#{everywhere[0].paragraph}")
        block = next(b for b in main.source.blocks if b.id == everywhere[0].paragraph)
        main.source.set_link(block.id, next(s for s in block.spans if s.target == entry))
        seen = []
        for n in range(len(everywhere)):
            await pilot.press("asterisk")
            await settled(app, pilot)
            at = (n + 1) % len(everywhere)
            assert main.status.count == messages._("{n} of {total}").format(
                n=at + 1, total=len(everywhere)
            )
            assert _mention(main.source).target == entry
            seen.append((main.texts.key, main.source.cursor))
        wanted = [(found.document, found.paragraph) for found in everywhere]
        assert seen == [*wanted[1:], wanted[0]]
        await pilot.press("№")
        await settled(app, pilot)
        assert (main.texts.key, main.source.cursor) == wanted[-1]
        await pilot.press("2", "number_sign", "j")
        await settled(app, pilot)
        assert main.status.count == ""


async def test_from_the_summary_the_next_mention_is_the_next_one_in_the_text() -> None:
    async with opened("ru") as (app, pilot):
        main = app.main
        main.enter_pane("summary")
        await pilot.press("t")
        entry = _mention(main.summary).target
        await pilot.press("asterisk")
        await settled(app, pilot)
        assert main.pane == "source"
        assert _mention(main.source).target == entry
        first = collection_of(app).occurrences(entry, "ru")[0]
        assert (main.texts.key, main.source.cursor) == (first.document, first.paragraph)


async def test_where_no_term_is_under_the_cursor_asterisk_says_so() -> None:
    async with opened("en") as (app, pilot):
        main = app.main
        plain = next(b for b in main.source.blocks if b.id == "p1")
        main.source.set_spans({plain.id: ()})
        await pilot.press("asterisk")
        assert main.source.cursor == "p1"
        assert len(told(app)) == 1


# Esc, citations, parallel text.


async def test_escape_clears_finds_lit_passages_and_the_selection() -> None:
    async with opened("ru") as (app, pilot):
        main = app.main
        await pilot.press("slash", *"партн", "enter")
        await settled(app, pilot)
        await pilot.press("right_square_bracket", "enter", "t")
        main.screen.selections = {}
        assert main.source.highlighted_blocks
        assert main.source.marks.found
        place = main.source.place
        await pilot.press("escape")
        await settled(app, pilot)
        assert not main.source.highlighted_blocks
        assert not main.source.marks.found
        assert main.source.link is None
        assert main.status.count == ""
        assert main.source.place == place
        main.source.text_select_all()
        await pilot.pause()
        assert main.source.selected is not None
        await pilot.press("f10")
        await pilot.pause()
        assert main.source.selected is None


@pytest.mark.parametrize("language", ["ru", "en", "uk"])
async def test_the_source_says_how_many_claims_cite_the_paragraph(language: str) -> None:
    async with opened(language) as (app, pilot):
        main = app.main
        citing = {block for block, _span in main.citations._citing("p1")}
        words = messages.ngettext("{n} claim cites this", "{n} claims cite this", len(citing))
        assert len(citing) > 1
        assert words.format(n=len(citing)) in main.status.text
        await pilot.press("l")
        await pilot.pause()
        assert words.format(n=len(citing)) not in main.status.text


async def test_both_columns_of_parallel_text_are_lit_and_have_the_cursors_bar() -> None:
    async with opened("ru", WIDE) as (app, pilot):
        await pilot.press("right_square_bracket", "enter", "v", "v")
        await settled(app, pilot)
        source = app.main.source
        assert source.paired
        rows = [line for line in screen_lines(app) if "┃" in line]
        assert rows
        assert all(line.count("┃") == 2 for line in rows[:2])
        await pilot.press("right_curly_bracket")
        await pilot.pause()
        assert any(line.count("▎") == 2 for line in screen_lines(app))
        await pilot.press("v")
        await settled(app, pilot)
        assert all(line.count("┃") <= 1 for line in screen_lines(app))


async def test_an_app_that_is_closed_takes_no_digit(monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened("ru") as (app, pilot):
        await pilot.press("2")
        monkeypatch.setattr(app.session, "is_leaving", True)
        app.main.rest()
        assert app.main.pane == "source"
        monkeypatch.undo()
        assert isinstance(app, ReaderApp)
