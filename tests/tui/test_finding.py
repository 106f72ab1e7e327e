"""Find: as one types, in every form, in both panes, without losing one's place."""

from __future__ import annotations

from textual.pilot import Pilot

from reader.language import messages
from reader.model import Document, Paragraph, Source, Text
from reader.tui.app import ReaderApp
from reader.tui.screens.find_bar import FindController
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.status_line import StatusLine
from reader.tui.widgets.text_view import Bookmark, TextView
from tests.tui.opened import NARROW, opened, settled, told
from tests.tui.screens import screen_text

WORDS = ("Лодка у причала.", "Ветер с моря.", "Две лодки ушли.", "Нет никого.", "Ждут лодку.")


def article(*paragraphs: str, many: int = 1) -> Document:
    texts = paragraphs * many
    return Document(
        None,
        "ru",
        "Причал",
        Source(),
        (Text("original", "ru", tuple(Paragraph(f"p{n}", t) for n, t in enumerate(texts, 1))),),
    )


async def find(app: ReaderApp, pilot: Pilot[int], query: str, *then: str) -> FindController:
    await pilot.press("slash")
    await settled(app, pilot)
    await pilot.press(*query)
    await settled(app, pilot)
    await pilot.press(*then)
    await settled(app, pilot)
    return app.main.finding


def marked(view: TextView) -> list[str]:
    texts = {block.id: block.text for block in view.blocks}
    return [
        texts[id][start:end] for id, ranges in view.marks.found.items() for start, end in ranges
    ]


def place(view: TextView) -> tuple[Bookmark, int]:
    return view.bookmark(), view.y


async def test_every_form_is_marked_while_one_types() -> None:
    async with opened("ru", articles=(article(*WORDS),)) as (app, pilot):
        await find(app, pilot, "лодкой")
        assert marked(app.main.source) == ["Лодка", "лодки", "лодку"]
        assert app.main.query_one(Prompt).is_open


async def test_both_panes_are_marked() -> None:
    async with opened("en", document="report-charter") as (app, pilot):
        await find(app, pilot, "charter")
        assert marked(app.main.source)
        assert marked(app.main.summary)


async def test_the_count_can_be_read_while_one_types() -> None:
    async with opened("ru", NARROW, articles=(article(*WORDS),)) as (app, pilot):
        await find(app, pilot, "лодк")
        assert "1 из 3" in screen_text(app)


async def test_enter_goes_to_the_first_match_at_or_after_the_cursor() -> None:
    async with opened("ru", articles=(article(*WORDS),)) as (app, pilot):
        app.main.source.go_to("p2")
        finding = await find(app, pilot, "лодка", "enter")
        assert app.main.source.cursor == "p3"
        assert (finding.status_text, app.main.pane) == ("2 из 3", "source")


async def test_enter_stays_in_the_pane_as_long_as_it_has_a_match() -> None:
    async with opened("en", document="report-charter") as (app, pilot):
        await pilot.press("tab")
        finding = await find(app, pilot, "charter", "enter")
        assert app.main.pane == "summary"
        assert finding.match(finding.current).view is app.main.summary


async def test_n_walks_both_panes_and_round_again() -> None:
    async with opened("en", document="report-charter") as (app, pilot):
        finding = await find(app, pilot, "charter", "enter")
        first = finding.current
        walked = []
        for _step in range(finding.total):
            await pilot.press("n")
            walked.append((finding.current, app.main.pane))
        order = [n % finding.total for n in range(first + 1, first + 1 + finding.total)]
        assert [index for index, _pane in walked] == order
        assert {pane for _index, pane in walked} == {"source", "summary"}


async def test_shift_n_goes_back() -> None:
    async with opened("ru", articles=(article(*WORDS),)) as (app, pilot):
        finding = await find(app, pilot, "лодка", "enter", "n", "N", "N")
        assert (finding.status_text, app.main.source.cursor) == ("3 из 3", "p5")


async def test_n_goes_on_from_where_one_has_moved_to() -> None:
    async with opened("ru", articles=(article(*WORDS),)) as (app, pilot):
        finding = await find(app, pilot, "лодка", "enter")
        app.main.source.go_to("p4")
        await pilot.press("n")
        assert (finding.status_text, app.main.source.cursor) == ("3 из 3", "p5")


async def test_keys_of_the_russian_layout_find_and_walk() -> None:
    async with opened("ru", articles=(article(*WORDS),)) as (app, pilot):
        await pilot.press("full_stop")
        await settled(app, pilot)
        await pilot.press(*"лодка", "enter")
        await settled(app, pilot)
        await pilot.press("т")
        assert app.main.finding.status_text == "2 из 3"


async def test_escape_gives_up_and_is_where_one_was() -> None:
    long = article(*WORDS * 20, "Маяк.")
    async with opened("ru", articles=(long,)) as (app, pilot):
        await pilot.press("space", "t")
        before = place(app.main.source)
        await find(app, pilot, "маяк")
        assert place(app.main.source) != before
        await pilot.press("escape")
        await settled(app, pilot)
        assert place(app.main.source) == before
        assert (marked(app.main.source), app.main.pane) == ([], "source")


async def test_f10_gives_up_as_well() -> None:
    async with opened("ru", articles=(article(*WORDS),)) as (app, pilot):
        await find(app, pilot, "лодка", "f10")
        assert not app.main.query_one(Prompt).is_open
        assert app.main.query_one(StatusLine).count == ""


async def test_backspace_returns_to_where_one_looked_from() -> None:
    long = article(*WORDS * 20, "Маяк.")
    async with opened("ru", articles=(long,)) as (app, pilot):
        await pilot.press("space")
        before = app.main.source.place
        await find(app, pilot, "маяк", "enter")
        assert app.main.source.place != before
        await pilot.press("backspace")
        assert app.main.source.place == before


async def test_what_is_nowhere_is_said_and_moves_nothing() -> None:
    async with opened("ru", articles=(article(*WORDS),)) as (app, pilot):
        before = place(app.main.source)
        finding = await find(app, pilot, "парус", "enter")
        assert finding.total == 0
        assert place(app.main.source) == before
        assert any("парус" in text for text in told(app))


async def test_a_beginning_that_is_no_word_is_found_after_enter_too() -> None:
    async with opened("ru", articles=(article(*WORDS),)) as (app, pilot):
        finding = await find(app, pilot, "прича", "enter")
        assert finding.total == 2


async def test_marks_come_back_with_the_language_in_which_they_were_found() -> None:
    async with opened("en", document="report-charter") as (app, pilot):
        finding = await find(app, pilot, "TRIPP", "enter")
        before = marked(app.main.source)
        await pilot.press("L")
        await settled(app, pilot)
        assert messages.language() == "ru"
        assert finding.total == len(marked(app.main.source) + marked(app.main.summary))
        await pilot.press("L")
        await settled(app, pilot)
        assert marked(app.main.source) == before


async def test_the_next_document_is_searched_as_well() -> None:
    other = article("Лодок нет.", "Есть лодка и лодочник.")
    async with opened("ru", articles=(article(*WORDS), other)) as (app, pilot):
        finding = await find(app, pilot, "лодка", "enter")
        await pilot.press("J")
        await settled(app, pilot)
        assert marked(app.main.source) == ["Лодок", "лодка"]
        await pilot.press("n")
        assert finding.status_text == "1 из 2"


async def test_parallel_text_is_searched_in_both_languages() -> None:
    async with opened("en", document="report-charter") as (app, pilot):
        await pilot.press("v", "v")
        finding = await find(app, pilot, "хартия", "enter")
        assert marked(app.main.source)
        first = finding.current
        await pilot.press("n")
        assert finding.current == first + 1


async def test_a_long_text_is_searched_too() -> None:
    long = article(*WORDS, "Слово за словом. " * 100, many=80)
    async with opened("ru", articles=(long,)) as (app, pilot):
        finding = await find(app, pilot, "лодка", "enter")
        assert finding.status_text == "1 из 240"


async def test_a_narrow_screen_shows_the_pane_that_one_looks_in() -> None:
    async with opened("en", NARROW, document="report-charter") as (app, pilot):
        await pilot.press("tab")
        await find(app, pilot, "charter")
        assert app.main.summary.display
        assert not app.main.source.display
