"""Small screens: the panes are named, the way on stays in the key bar, help stacks."""

from __future__ import annotations

import pytest

from reader.language.messages import _
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.main import MainScreen
from reader.tui.widgets.few_lines import FewLines
from reader.tui.widgets.key_bar import KeyBar
from tests.tui.opened import MIDDLE, NARROW, WIDE, opened, settled
from tests.tui.screens import screen_lines, screen_styles, screen_text

CHARTER = "report-charter"


@pytest.mark.parametrize("size", [MIDDLE, NARROW])
async def test_a_row_names_the_panes_and_the_one_in_front(size: tuple[int, int]) -> None:
    async with opened("ru", size, document=CHARTER) as (app, pilot):
        assert screen_lines(app)[1] == " Статьи │ ТЕКСТ · Пересказ │ Сводка"
        bold = [run.text for run in screen_styles(app, "bold") if run.y == 1]
        assert bold == ["ТЕКСТ · Пересказ"]
        await pilot.press("tab")
        await settled(app, pilot)
        assert screen_lines(app)[1].startswith(" Статьи │ Текст │ СВОДКА · подтверждено 12 из 12")
        await pilot.press("f2")
        await settled(app, pilot)
        assert "Сводка" not in screen_lines(app)[1]


async def test_a_pane_is_chosen_by_a_click_on_its_name() -> None:
    async with opened("ru", MIDDLE, document=CHARTER) as (app, pilot):
        row = screen_lines(app)[1]
        await pilot.click(offset=(row.index("Сводка") + 2, 1))
        await settled(app, pilot)
        assert app.main.pane == "summary"
        await pilot.click(offset=(3, 1))
        await settled(app, pilot)
        assert app.main.pane == "documents"


async def test_the_panes_have_frames_and_no_row_of_names_where_there_is_room() -> None:
    async with opened("en", WIDE, document=CHARTER) as (app, pilot):
        assert "━ Text" in screen_lines(app)[1]
        assert "─ Articles ─" in screen_lines(app)[1]
        await pilot.resize_terminal(80, 24)
        await settled(app, pilot)
        assert screen_lines(app)[1].startswith(" Articles │ TEXT")
        await pilot.resize_terminal(*WIDE)
        await settled(app, pilot)
        assert "━ Text" in screen_lines(app)[1]


async def test_two_texts_side_by_side_say_how_to_go_on_to_the_other_panes() -> None:
    async with opened("en", WIDE, document=CHARTER) as (app, pilot):
        await pilot.press("v", "v")
        await settled(app, pilot)
        assert screen_lines(app)[1].startswith(" Articles │ PARALLEL TEXT")
        assert screen_lines(app)[1].endswith("│ Summary")


@pytest.mark.parametrize("width", [60, 50, 40, 30, 24])
async def test_tab_and_help_leave_the_key_bar_last(width: int) -> None:
    async with opened("ru", (width, 12), document=CHARTER) as (app, _pilot):
        last = screen_lines(app)[-1]
        assert "? Клавиши" in last
        assert "Tab Панель" in last


@pytest.mark.parametrize("size", [MIDDLE, NARROW])
async def test_help_stands_beside_keys_or_below_them(size: tuple[int, int]) -> None:
    async with opened("en", size, document=CHARTER) as (app, pilot):
        await pilot.press("question_mark")
        await settled(app, pilot)
        lines = screen_lines(app)
        at = next(n for n, line in enumerate(lines) if "j  ↓" in line)
        below = size[0] < 70
        assert "Move one line down." in lines[at + below]
        assert ("Move one line down." in lines[at]) is not below


async def test_help_is_filtered_as_one_types_and_does_what_is_chosen() -> None:
    async with opened("en", WIDE, document=CHARTER) as (app, pilot):
        before = app.theme
        await pilot.press("question_mark", *"theme")
        await settled(app, pilot)
        assert isinstance(app.screen, HelpScreen)
        assert [b.id for b in app.screen.view.blocks if not b.id.startswith("group")] == ["theme"]
        await pilot.press("enter")
        await settled(app, pilot)
        assert isinstance(app.screen, MainScreen)
        assert app.theme != before


@pytest.mark.parametrize("typed", ["ctrl+t", "еруьу", "Тема"])
async def test_help_finds_a_key_itself_and_what_was_typed_in_another_layout(typed: str) -> None:
    async with opened("ru", WIDE, document=CHARTER) as (app, pilot):
        await pilot.press("f1")
        await settled(app, pilot)
        assert isinstance(app.screen, HelpScreen)
        app.screen.field.value = typed
        await settled(app, pilot)
        assert "theme" in [block.id for block in app.screen.view.blocks]


async def test_the_key_that_opened_help_closes_it() -> None:
    async with opened("en", MIDDLE, document=CHARTER) as (app, pilot):
        for key in ("question_mark", "f1"):
            await pilot.press("question_mark")
            await settled(app, pilot)
            await pilot.press(key)
            await settled(app, pilot)
            assert isinstance(app.screen, MainScreen)


# What the key bar says works.


@pytest.mark.parametrize("keys", [("slash",), ("w", "ctrl+n"), ("w",), ("colon",), ("f1",)])
async def test_where_one_types_the_key_bar_shows_no_letter(keys: tuple[str, ...]) -> None:
    async with opened("en", WIDE, document=CHARTER) as (app, pilot):
        await pilot.press(*keys)
        await settled(app, pilot)
        bars = app.screen.query(KeyBar)
        for bar in bars:
            shown = [key for _command, key, _title in bar._fitting(200)]
            assert shown
            assert all(len(key) > 1 for key in shown), shown


async def test_the_key_bar_is_the_panes_again_when_the_prompt_is_closed() -> None:
    async with opened("en", WIDE, document=CHARTER) as (app, pilot):
        await pilot.press("slash")
        await settled(app, pilot)
        assert screen_lines(app)[-1].split() == ["Enter", "Done", "F2", "Language", "F1", "Keys", "Ctrl+P", "Commands", "Esc", "Cancel"]  # fmt: skip
        await pilot.press("escape")
        await settled(app, pilot)
        assert "q Quit" in screen_lines(app)[-1]


# What is said in passing.


async def test_what_is_said_in_passing_stands_in_the_status_line_until_the_next_key() -> None:
    async with opened("en", WIDE, document=CHARTER) as (app, pilot):
        await pilot.press("ctrl+g", "9", "9", "enter")
        await settled(app, pilot)
        assert not app._notifications
        assert "There is no paragraph 99" in screen_lines(app)[-2]
        await pilot.press("j")
        await settled(app, pilot)
        assert "There is no paragraph" not in screen_text(app)
        assert "Paragraph 1 of" in screen_lines(app)[-2]


async def test_what_does_not_fit_the_line_is_a_notice() -> None:
    async with opened("en", NARROW, document=CHARTER) as (app, pilot):
        app.notify("A message of many words, " * 4)
        await pilot.pause()
        assert len(app._notifications) == 1


async def test_what_went_wrong_is_a_notice() -> None:
    async with opened("en", WIDE, document=CHARTER) as (app, pilot):
        app.notify("It broke.", severity="error")
        await pilot.pause()
        assert len(app._notifications) == 1
        assert "It broke." not in screen_lines(app)[-2]


# The mouse.


@pytest.mark.parametrize("keys", [("w",), ("colon",), ("P",), ("question_mark",)])
async def test_a_click_beside_a_window_closes_it(keys: tuple[str, ...]) -> None:
    async with opened("en", WIDE, document=CHARTER) as (app, pilot):
        await pilot.press(*keys)
        await settled(app, pilot)
        assert not isinstance(app.screen, MainScreen)
        await pilot.click(offset=(1, 38))
        await settled(app, pilot)
        assert isinstance(app.screen, MainScreen)


async def test_a_click_on_the_language_switches_it() -> None:
    async with opened("en", WIDE, document=CHARTER) as (app, pilot):
        await pilot.click(offset=(60, 0))
        await settled(app, pilot)
        assert _("Summary") == "Summary"
        await pilot.click(offset=(117, 0))
        await settled(app, pilot)
        assert _("Summary") != "Summary"


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_title_that_is_longer_than_its_lines_is_cut_with_an_ellipsis(
    size: tuple[int, int],
) -> None:
    async with opened("ru", size, document="trend-2025-12-19") as (app, pilot):
        await pilot.press("P")
        await settled(app, pilot)
        heading = app.screen.query_one(FewLines)
        assert heading.size.height == 2
        last = screen_lines(app)[heading.region.bottom - 1]
        assert last[heading.region.x : heading.region.right].rstrip().endswith("…")
        heading.update("Короткий заголовок")
        await settled(app, pilot)
        assert heading.size.height == 1
        assert "…" not in screen_lines(app)[heading.region.y]
