"""What is copied is cited as the paragraphs that it lies in, wherever the cursor stands."""

from __future__ import annotations

import pytest
from textual.events import MouseDown, MouseMove, MouseUp
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection

from reader.tui.app import ReaderApp
from reader.tui.screens.copying import cited
from reader.tui.widgets.text import selection as select
from reader.tui.widgets.text.pairs import SECOND
from reader.tui.widgets.text_view import TextView
from tests.tui.opened import WIDE, opened

DOCUMENT = "report-charter"


def choose(view: TextView, first: str, last: str | None = None) -> None:
    """Select some words of a block, or from one block into another."""
    numbers = [view.block_list.number(id) for id in (first, last or first)]
    start, end = (number for number in numbers if number is not None)
    chosen = select.Range(select.Point(start, 4), select.Point(end, 12))
    view.screen.selections = {view: select.selection(chosen)}


def copied(app: ReaderApp, view: TextView) -> str:
    taken = cited(app.main.texts, view)
    assert taken is not None
    return taken.text


def paragraph_ids(app: ReaderApp) -> list[str]:
    shown = app.main.texts.view()
    assert shown is not None
    return [paragraph.id for paragraph in shown.paragraphs]


@pytest.mark.parametrize("cursor", [0, 3])
async def test_a_selection_is_cited_as_its_own_paragraph(cursor: int) -> None:
    async with opened("en", WIDE, document=DOCUMENT) as (app, pilot):
        ids, source = paragraph_ids(app), app.main.source
        source.go_to(ids[cursor])
        choose(source, ids[2])
        await pilot.pause()
        text = copied(app, source)
        assert text.startswith(source.blocks[source.block_list.number(ids[2]) or 0].text[4:12])
        assert "paragraph 3" in text


async def test_a_selection_over_paragraphs_is_cited_as_all_of_them() -> None:
    async with opened("en", WIDE, document=DOCUMENT) as (app, pilot):
        ids = paragraph_ids(app)
        choose(app.main.source, ids[1], ids[3])
        await pilot.pause()
        assert "paragraphs 2, 3, 4" in copied(app, app.main.source)


@pytest.mark.parametrize("form", ["text", "markdown"])
async def test_so_it_is_in_each_format_that_tells_paragraphs(form: str) -> None:
    async with opened("en", WIDE, document=DOCUMENT) as (app, pilot):
        app.session.settings = app.session.settings._replace(citation_format=form)
        choose(app.main.source, paragraph_ids(app)[2])
        await pilot.pause()
        assert "paragraph 3" in copied(app, app.main.source)


async def test_a_selection_in_a_pane_without_the_focus_is_what_is_copied() -> None:
    async with opened("en", WIDE, document=DOCUMENT) as (app, pilot):
        choose(app.main.source, paragraph_ids(app)[2])
        await pilot.pause()
        assert "paragraph 3" in copied(app, app.main.summary)


async def test_a_selected_claim_is_cited_as_what_it_cites() -> None:
    async with opened("en", WIDE, document=DOCUMENT) as (app, pilot):
        summary, order = app.main.summary, paragraph_ids(app)
        claims = [b for b in summary.blocks if any(s.kind == "citation" for s in b.spans)]
        claim = claims[-1]
        targets = {span.target for span in claim.spans if span.kind == "citation"}
        numbers = sorted(order.index(id) + 1 for id in targets)
        choose(summary, claim.id)
        await pilot.pause()
        listed = ", ".join(map(str, numbers))
        word = "paragraph" if len(numbers) == 1 else "paragraphs"
        assert f"{word} {listed}" in copied(app, summary)


async def test_beside_each_other_each_text_has_its_own_paragraphs() -> None:
    async with opened("en", WIDE, document=DOCUMENT) as (app, pilot):
        while not app.main.source.paired:
            await pilot.press("v")
        await pilot.pause()
        source, ids = app.main.source, paragraph_ids(app)
        choose(source, ids[2])
        await pilot.pause()
        assert "paragraph 3" in copied(app, source)
        second = next(b.id for b in source.blocks if b.id == f"{ids[2]}{SECOND}")
        choose(source, second)
        await pilot.pause()
        assert "paragraph 3" in copied(app, source)


async def test_without_a_selection_it_is_what_the_cursor_stands_on() -> None:
    async with opened("en", WIDE, document=DOCUMENT) as (app, _pilot):
        app.main.source.go_to(paragraph_ids(app)[1])
        assert "paragraph 2" in copied(app, app.main.source)


async def test_words_that_are_dragged_over_are_cited_as_their_paragraph() -> None:
    async with opened("en", WIDE, document=DOCUMENT) as (app, pilot):
        source, ids = app.main.source, paragraph_ids(app)
        await pilot.press(*["right_curly_bracket"] * 2)
        number = source.block_list.number(ids[2])
        assert number is not None
        assert source.viewport.layout is not None
        first, _last = source.viewport.layout.first_and_last(number)
        y = first - source.y + source.gutter.top
        await _drag(pilot, source, (14, y), (24, y))
        assert "paragraph 3" in copied(app, source)


async def _drag(
    pilot: Pilot[int], view: TextView, start: tuple[int, int], end: tuple[int, int]
) -> None:
    await pilot._post_mouse_events([MouseDown], view, offset=start, button=1)
    await pilot._post_mouse_events([MouseMove], view, offset=end, button=1)
    await pilot._post_mouse_events([MouseUp], view, offset=end, button=1)
    await pilot.pause()


async def test_an_empty_selection_is_none() -> None:
    async with opened("en", WIDE, document=DOCUMENT) as (app, pilot):
        source = app.main.source
        source.screen.selections = {source: Selection(Offset(0, 0), Offset(0, 0))}
        await pilot.pause()
        assert source.selected is None
