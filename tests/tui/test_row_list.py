"""The list of rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from textual.app import App, ComposeResult

from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.rows import Row
from tests.tui.screens import screen_text


class ListApp(App[None]):
    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self.given = rows
        self.moved: list[str] = []
        self.chosen: list[str] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"row-highlight": "#2b4258"}

    def compose(self) -> ComposeResult:
        yield RowList(title_lines=2, gap=1)

    def on_mount(self) -> None:
        self.query_one(RowList).show(self.given)

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        self.moved.append(event.row.id)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.chosen.append(event.row.id)


def _rows(count: int) -> list[Row]:
    return [Row(f"r{n}", f"Row number {n}", f"note {n}") for n in range(count)]


async def test_a_click_chooses_the_row_under_it() -> None:
    app = ListApp(_rows(5))
    async with app.run_test(size=(30, 20)) as pilot:
        await pilot.click(RowList, offset=(3, 5))
        assert app.chosen == ["r1"]
        assert app.query_one(RowList).highlighted == 1


async def test_a_row_is_as_high_as_what_it_says_and_stands_so_in_the_first_frame() -> None:
    long = "A title that takes two of the lines"
    app = ListApp([Row("a", "Short", "note"), Row("b", long), Row("c", "Last", "note")])
    async with app.run_test(size=(30, 20)) as pilot:
        lines = [line.strip() for line in screen_text(app).splitlines()]
        assert lines[:8] == [
            "▌Short",
            "▌note",
            "",
            "A title that takes two of",
            "the lines",
            "",
            "Last",
            "note",
        ]
        await pilot.click(RowList, offset=(3, 6))
        assert app.chosen == ["c"]
        await pilot.click(RowList, offset=(3, 15))
        assert app.chosen == ["c"]


async def test_a_scrollbar_leaves_less_room_for_titles() -> None:
    # 28 cells are room for the title only as long as no scrollbar takes one of them.
    app = ListApp([Row(f"r{n}", "One line of just these words", "note") for n in range(9)])
    async with app.run_test(size=(30, 20)) as pilot:
        await pilot.pause()
        rows = app.query_one(RowList)
        assert rows.show_vertical_scrollbar
        lines = [line.rstrip(" ▁▂▃▄▅▆▇█").strip() for line in screen_text(app).splitlines()]
        assert lines[:4] == ["▌One line of just these", "▌words", "▌note", ""]
        rows.show([Row("a", "One line of just these words", "note")])
        await pilot.pause()
        assert not rows.show_vertical_scrollbar
        assert screen_text(app).splitlines()[0].strip() == "▌One line of just these words"


async def test_rows_that_were_shown_while_the_list_was_hidden_are_measured_when_it_appears() -> (
    None
):
    app = ListApp(_rows(2))
    async with app.run_test(size=(30, 20)) as pilot:
        rows = app.query_one(RowList)
        rows.display = False
        await pilot.pause()
        rows.show([Row("a", "A title that takes two of the lines", "note"), Row("b", "Next")])
        rows.display = True
        await pilot.pause()
        lines = [line.strip() for line in screen_text(app).splitlines()]
        assert lines[:5] == ["▌A title that takes two of", "▌the lines", "▌note", "", "Next"]


async def test_markup_in_a_row_is_shown_as_it_is() -> None:
    app = ListApp([Row("a", "[b]bold[/b] [/] [@click=app.quit]x[/]")])
    async with app.run_test(size=(60, 10)):
        assert "[b]bold[/b] [/] [@click=app.quit]x[/]" in screen_text(app)


async def test_the_highlighted_row_is_always_in_view() -> None:
    app = ListApp(_rows(1000))
    async with app.run_test(size=(30, 20)) as pilot:
        app.query_one(RowList).move(999)
        await pilot.pause()
        assert "Row number 999" in screen_text(app)
        app.query_one(RowList).move(-500)
        await pilot.pause()
        assert "Row number 499" in screen_text(app)


async def test_rows_shown_anew_keep_the_highlighted_one_when_asked() -> None:
    app = ListApp(_rows(5))
    async with app.run_test(size=(30, 20)):
        rows = app.query_one(RowList)
        rows.move(3)
        rows.show(list(reversed(_rows(5))), keep=True)
        assert rows.current is not None
        assert rows.current.id == "r3"


async def test_a_title_that_does_not_fit_is_cut_and_a_wide_one_counted_in_cells() -> None:
    app = ListApp([Row("a", "長" * 400)])
    async with app.run_test(size=(30, 10)):
        lines = screen_text(app).splitlines()
        assert [line.count("長") for line in lines if "長" in line] == [14, 13]
        assert "…" in lines[1]


async def test_a_title_holds_what_belongs_together_and_changes_no_sign_of_it() -> None:
    app = ListApp([Row("a", "Лодка вошла в порт 8\xa0мая")])
    async with app.run_test(size=(15, 10)):
        lines = [line.strip("▌ ") for line in screen_text(app).splitlines()]
        assert lines[:2] == ["Лодка вошла", "в порт 8\xa0мая"]


# A long list.


class Counted(Sequence[Row]):
    """Rows that are made when they are asked for, and count that."""

    def __init__(self, count: int) -> None:
        self.length = count
        self.asked = 0

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, int):
            raise AssertionError("rows are asked for by slices")
        numbers = range(self.length)[at]
        self.asked += len(numbers)
        return [Row(f"r{n}", f"Row number {n} has a title", f"note {n}") for n in numbers]

    def __iter__(self) -> Iterator[Row]:
        raise AssertionError("all rows are gone through")

    def take(self) -> int:
        asked, self.asked = self.asked, 0
        return asked


LINES = 20
MOST = 2 * LINES
"""Rows that may be asked for at once: those of a window, and as many again."""


async def test_a_list_of_thousands_asks_for_the_rows_in_view_alone() -> None:
    made = Counted(10_000)
    app = ListApp(made)
    async with app.run_test(size=(30, LINES)) as pilot:
        rows = app.query_one(RowList)
        assert "▌Row number 0 has a title" in screen_text(app)
        assert 0 < made.take() <= MOST
        rows.do_bottom()
        await pilot.pause()
        assert "▌Row number 9999 has a title" in screen_text(app)
        assert 0 < made.take() <= MOST
        for _ in range(3):
            rows.do_line_up()
        await pilot.pause()
        assert made.take() <= 3
        rows.do_page_up()
        await pilot.pause()
        assert 0 < made.take() <= MOST
        with_message = len(app.moved)
        rows.select(5000)
        await pilot.pause()
        assert "▌Row number 5000 has a title" in screen_text(app)
        assert 0 < made.take() <= MOST
        assert len(app.moved) == with_message
        rows.show(made, keep=True)
        await pilot.pause()
        assert "▌Row number 5000 has a title" in screen_text(app)
        assert made.take() <= MOST


async def test_a_step_in_a_long_list_paints_and_asks_for_nothing_anew_within_the_window() -> None:
    made = Counted(10_000)
    app = ListApp(made)
    async with app.run_test(size=(30, LINES)) as pilot:
        rows = app.query_one(RowList)
        await pilot.pause()
        made.take()
        rows.do_line_down()
        await pilot.pause()
        assert made.take() == 0
        assert "▌Row number 1 has a title" in screen_text(app)


async def test_the_wheel_and_a_click_work_in_a_long_list() -> None:
    app = ListApp(Counted(10_000))
    async with app.run_test(size=(30, LINES)) as pilot:
        rows = app.query_one(RowList)
        rows.scroll_to(y=4 * 3000, animate=False)
        await pilot.pause()
        assert screen_text(app).splitlines()[0].strip().startswith("Row number 3000")
        await pilot.click(RowList, offset=(3, 4))
        assert app.chosen == ["r3001"]


async def test_notes_that_come_only_further_down_have_a_line_there() -> None:
    listed = [Row(f"r{n}", f"Title {n}", "a note" if n > 100 else "") for n in range(300)]
    app = ListApp(listed)
    async with app.run_test(size=(30, LINES)) as pilot:
        assert "a note" not in screen_text(app)
        app.query_one(RowList).do_bottom()
        await pilot.pause()
        await pilot.pause()
        lines = [line.strip(" ▁▂▃▄▅▆▇█") for line in screen_text(app).splitlines()]
        at = next(n for n, line in enumerate(lines) if "Title 299" in line)
        assert "a note" in lines[at + 1]


async def test_rows_that_a_sequence_has_lost_meanwhile_are_blank() -> None:
    made = Counted(10_000)
    app = ListApp(made)
    async with app.run_test(size=(30, LINES)) as pilot:
        made.length = 5
        rows = app.query_one(RowList)
        rows.scroll_to(y=4 * 3000, animate=False)
        await pilot.pause()
        assert "Row number" not in screen_text(app)
        rows.show(made, keep=True)
        await pilot.pause()
        assert "▌Row number 0 has a title" in screen_text(app)
