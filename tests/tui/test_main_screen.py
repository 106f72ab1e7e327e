"""The main screen: what the keys and the mouse do, in both languages."""

from __future__ import annotations

import re

import pytest

from reader import clipboard, state
from reader.articles import recognition
from reader.dossiers import loader, paths
from reader.language import messages
from reader.tui.screens.entry import EntryScreen
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.palette import PaletteScreen
from reader.tui.widgets.blocks import Span
from reader.tui.widgets.status_line import StatusLine
from reader.tui.widgets.text_view import TextView
from tests.tui.opened import MIDDLE, NARROW, WIDE, collection_of, opened, settled, told
from tests.tui.screens import screen_text

CHARTER = "report-charter"


def _link(view: TextView) -> Span:
    assert view.link is not None
    return view.link[1]


async def test_the_switch_of_language_leaves_no_cyrillic_and_back_restores_the_screen() -> None:
    async with opened("ru", document=CHARTER) as (app, pilot):
        before = screen_text(app)
        await pilot.press("L")
        await settled(app, pilot)
        english = screen_text(app)
        assert re.search("[А-Яа-яЁё]", before)
        assert not re.search("[А-Яа-яЁё]", english)
        await pilot.press("L")
        await settled(app, pilot)
        assert screen_text(app) == before


async def test_a_key_of_the_russian_layout_does_what_its_latin_twin_does() -> None:
    async with opened("ru") as (app, pilot):
        await pilot.press("Д")
        await settled(app, pilot)
        assert messages.language() == "en"
        await pilot.press("е")
        assert app.main.source.link is not None


async def test_t_walks_the_terms_and_enter_opens_the_popup() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("t")
        entry = _link(app.main.source).target
        await pilot.press("enter")
        assert isinstance(app.screen, EntryScreen)
        assert app.screen.entry == entry


async def test_terms_are_linked_in_source_and_summary_alike() -> None:
    async with opened("ru", document=CHARTER) as (app, _pilot):
        for view in (app.main.source, app.main.summary):
            kinds = {span.kind for block in view.blocks for span in block.spans}
            assert "mention" in kinds


async def test_a_claim_opens_the_passage_that_it_cites() -> None:
    async with opened("ru", document=CHARTER) as (app, pilot):
        app.main.enter_pane("summary")
        await pilot.press("right_square_bracket")
        cited = _link(app.main.summary).target
        await pilot.press("enter")
        assert app.main.pane == "source"
        assert cited in app.main.source.highlighted_blocks
        await pilot.press("backspace")
        assert app.main.pane == "summary"


async def test_a_mention_with_letters_of_two_alphabets_is_a_link_and_told() -> None:
    article = recognition.open_article("Прибытие\n\nО CША.\n", "a.txt", ())
    async with opened("en", articles=(article,)) as (app, pilot):
        await pilot.press("t")
        await pilot.press("enter")
        assert isinstance(app.screen, EntryScreen)
        assert app.screen.entry == "united-states"
        assert "“CША” has letters of two alphabets. It is read as “США”." in told(app)


async def test_the_popup_follows_related_entries_and_returns() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        app.main.open_entry("tripp")
        await pilot.pause()
        popup = app.screen
        assert isinstance(popup, EntryScreen)
        await pilot.press("t", "enter")
        assert popup.entry != "tripp"
        await pilot.press("backspace")
        assert popup.entry == "tripp"
        await pilot.press("backspace")
        assert app.screen is app.main


async def test_a_mention_listed_in_the_popup_leads_to_its_paragraph() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        app.main.open_entry("tripp")
        await pilot.pause()
        view = app.screen.query_one(TextView)
        place = next(
            (block.id, span) for block in view.blocks for span in block.spans if span.kind == "link"
        )
        view.set_link(*place)
        await pilot.press("enter")
        document, _hash, paragraph = place[1].target.partition("#")
        assert app.main.texts.key == document
        assert app.main.source.highlighted_blocks == {paragraph}


async def test_an_open_popup_follows_the_language() -> None:
    async with opened("ru") as (app, pilot):
        app.main.open_entry("middle-corridor")
        await pilot.pause()
        await pilot.press("L")
        await settled(app, pilot)
        assert isinstance(app.screen, EntryScreen)
        assert "Middle Corridor" in screen_text(app)


async def test_j_and_k_step_through_the_documents() -> None:
    async with opened("en") as (app, pilot):
        keys = collection_of(app).listed_keys()
        assert app.main.texts.key == keys[0]
        await pilot.press("J", "J", "K")
        assert app.main.texts.key == keys[1]


async def test_tab_goes_round_the_panes_and_shows_the_one_it_reaches() -> None:
    async with opened("en", NARROW) as (app, pilot):
        for _n in range(3):
            await pilot.press("tab")
            visible = [
                name
                for name in ("documents", "source", "summary")
                if app.main.query_one(f"#{name}").display
            ]
            assert visible == [app.main.pane]


async def test_a_wide_screen_shows_all_panes() -> None:
    async with opened("en", WIDE) as (app, _pilot):
        assert all(
            app.main.query_one(f"#{name}").display for name in ("documents", "source", "summary")
        )


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_the_key_bar_keeps_the_way_out(size: tuple[int, int]) -> None:
    async with opened("ru", size) as (app, _pilot):
        assert "q Выход" in screen_text(app).splitlines()[-1]


async def test_help_and_palette_open_and_close() -> None:
    async with opened("en") as (app, pilot):
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape")
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, PaletteScreen)
        for character in "glossary":
            await pilot.press(character)
        await pilot.press("enter")
        await pilot.pause()
        assert type(app.screen).__name__ == "GlossaryScreen"


async def test_the_palette_finds_a_command_by_its_russian_name_too() -> None:
    async with opened("ru") as (app, pilot):
        await pilot.press("ctrl+з")
        assert isinstance(app.screen, PaletteScreen)
        for character in "печать":
            await pilot.press(character)
        assert "Напечатать сводку" in screen_text(app)


async def test_language_document_and_place_are_remembered() -> None:
    async with opened("en", MIDDLE, document="trend-2025-12-19") as (app, pilot):
        await pilot.press("space", "space")
        place = app.main.source.place
        await pilot.press("q")
    kept = state.load()
    assert kept.language == "en"
    async with opened("en", MIDDLE) as (app, _pilot):
        assert app.main.texts.key == "trend-2025-12-19"
        assert app.main.source.place == place


async def test_leaving_gives_exit_code_zero() -> None:
    async with opened("en") as (app, pilot):
        await pilot.press("q")
    assert app.return_code == 0


async def test_v_shows_the_other_language_then_both_then_one_again() -> None:
    async with opened("ru", WIDE, document=CHARTER) as (app, pilot):
        own = screen_text(app)
        await pilot.press("v")
        await settled(app, pilot)
        other = next(block.text for block in app.main.source.blocks if block.id == "p1")
        assert not re.search("[А-Яа-яЁё]", other)
        await pilot.press("v")
        await settled(app, pilot)
        texts = [block.text for block in app.main.source.blocks]
        assert other in texts
        assert any(re.search("[А-Яа-яЁё]", text) for text in texts)
        await pilot.press("v")
        await settled(app, pilot)
        assert screen_text(app) == own


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_two_texts_side_by_side_keep_the_paragraph(size: tuple[int, int]) -> None:
    async with opened("ru", size, document=CHARTER) as (app, pilot):
        for _n in range(4):
            await pilot.press("right_curly_bracket")
        cursor = app.main.source.cursor
        await pilot.press("v", "v")
        await settled(app, pilot)
        assert app.main.source.cursor == cursor
        await pilot.press("v")
        await settled(app, pilot)
        assert app.main.source.cursor == cursor


async def test_texts_that_are_unlocked_move_by_themselves() -> None:
    async with opened("ru", WIDE, document=CHARTER) as (app, pilot):
        await pilot.press("v", "v", "equals_sign")
        await settled(app, pilot)
        assert app.main.texts.other.display
        place = app.main.texts.other.place
        await pilot.press("space")
        assert app.main.texts.other.place == place
        await pilot.press("equals_sign")
        await settled(app, pilot)
        assert not app.main.texts.other.display


async def test_x_shows_the_other_language_of_one_paragraph_and_hides_it_again() -> None:
    async with opened("ru", WIDE, document=CHARTER) as (app, pilot):
        before = screen_text(app)
        await pilot.press("x")
        await settled(app, pilot)
        assert app.main.source.cursor == "p1"
        ids = [block.id for block in app.main.source.blocks]
        assert ids[ids.index("p1") + 1 :][:2] == ["p1/peek/kind", "p1/peek/p1"]
        await pilot.press("x")
        await settled(app, pilot)
        assert screen_text(app) == before


async def test_x_scrolls_as_far_as_shows_the_other_language_of_the_last_paragraph() -> None:
    async with opened("ru", WIDE, document=CHARTER) as (app, pilot):
        source = app.main.source
        await pilot.press("G")
        await settled(app, pilot)
        last = source.cursor
        assert last == source.blocks[-1].id
        await pilot.press("x")
        await settled(app, pilot)
        assert source.blocks[-1].id.startswith(f"{last}/peek/")
        assert source.viewport.in_view.stop == len(source.blocks)
        assert source.cursor == last


async def test_a_paragraph_leads_to_the_claims_that_cite_it() -> None:
    async with opened("ru", WIDE, document=CHARTER) as (app, pilot):
        assert app.main.source.cursor == "p1"
        await pilot.press("right_square_bracket")
        assert app.main.pane == "summary"
        assert _link(app.main.summary).target == "p1"


async def test_the_status_line_previews_a_citation_before_one_goes() -> None:
    async with opened("ru", WIDE, document=CHARTER) as (app, pilot):
        app.main.enter_pane("summary")
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert screen_text(app).splitlines()[-2].startswith(" [1] Хартия")


async def test_a_paragraph_is_gone_to_by_its_number_and_back() -> None:
    async with opened("en", MIDDLE, document=CHARTER) as (app, pilot):
        await pilot.press("ctrl+g", "9", "enter")
        await pilot.pause()
        assert app.main.source.cursor == "p9"
        await pilot.press("alt+left")
        assert app.main.source.place is not None
        assert app.main.source.place.block == app.main.source.blocks[0].id
        await pilot.press("alt+right")
        assert app.main.source.cursor == "p9"


async def test_a_mark_is_returned_to_from_another_document() -> None:
    async with opened("en", MIDDLE, document=CHARTER) as (app, pilot):
        await pilot.press("space", "m", "a")
        place = app.main.source.place
        await pilot.press("K", "apostrophe", "a")
        await pilot.pause()
        assert app.main.texts.key == CHARTER
        assert app.main.source.place == place


async def test_a_change_of_width_and_language_keeps_the_paragraph() -> None:
    async with opened("ru", WIDE, document="1news-2025-08-09") as (app, pilot):
        for _n in range(6):
            await pilot.press("right_curly_bracket")
        before, place = app.main.source.cursor, app.main.source.place
        await pilot.resize_terminal(*NARROW)
        await settled(app, pilot)
        await pilot.resize_terminal(*WIDE)
        await pilot.press("L")
        await settled(app, pilot)
        assert app.main.source.cursor == before
        await pilot.press("L")
        await settled(app, pilot)
        assert app.main.source.place == place


async def test_a_file_that_is_no_document_opens_and_says_what_it_lacks() -> None:
    text = "Письмо из Баку\nСредний коридор\nХартия"
    article = recognition.open_article(text, "letter.txt", loader.load(paths.builtin()).documents)
    async with opened("ru", articles=(article,)) as (app, pilot):
        assert "Сводки нет" in screen_text(app)
        kinds = {span.target for block in app.main.source.blocks for span in block.spans}
        assert "middle-corridor" in kinds
        await pilot.press("v")
        assert app.main.texts.mode == "own"


async def test_y_copies_the_paragraph_with_its_source_and_a_claim_without_its_numbers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clipboard, "copy", lambda _text: None)
    async with opened("en", WIDE, document=CHARTER) as (app, pilot):
        await pilot.press("y")
        assert app.main.source.cursor == "p1"
        assert app.clipboard.startswith("The Charter on Strategic Partnership sets out")
        assert "after Report, date not given; inferred: 10 February 2026" in app.clipboard
        assert "paragraph 1" in app.clipboard
        app.main.enter_pane("summary")
        await pilot.press("right_square_bracket", "y")
        passage, _dash, line = app.clipboard.partition("\n")
        assert "[1]" not in passage
        assert line.rstrip().endswith("paragraphs 1, 2")


async def test_a_term_of_one_language_only_is_still_the_current_one_when_it_comes_back() -> None:
    async with opened("ru", WIDE, document=CHARTER) as (app, pilot):
        source = app.main.source
        links = [(b.id, span) for b in source.blocks for span in b.spans]
        source.set_link(*next(link for link in links if link[1].target == "report"))
        link = _link(source)
        await pilot.press("L")
        await settled(app, pilot)
        assert app.main.source.link is None
        await pilot.press("L")
        await settled(app, pilot)
        assert _link(app.main.source) == link


async def test_what_was_selected_is_selected_again_when_its_language_comes_back() -> None:
    async with opened("ru", WIDE, document=CHARTER) as (app, pilot):
        await pilot.double_click(app.main.source, offset=(8, 13))
        selected = app.main.get_selected_text()
        assert selected
        await pilot.press("L")
        await settled(app, pilot)
        assert app.main.get_selected_text() is None
        await pilot.press("L")
        await settled(app, pilot)
        assert app.main.get_selected_text() == selected


async def test_parallel_text_is_there_again_at_the_next_start() -> None:
    async with opened("en", WIDE, document=CHARTER) as (app, pilot):
        await pilot.press("v", "v", "q")
    async with opened("en", WIDE) as (app, _pilot):
        assert app.main.texts.mode == "parallel"
        assert app.main.source.paired


async def test_the_status_line_is_right_in_the_frame_of_the_key() -> None:
    async with opened("en", MIDDLE, document=CHARTER) as (app, _pilot):
        app.main.action_run("bottom")
        assert app.main.query_one(StatusLine).text == "Paragraph 12 of 12 · 2 claims cite this"
