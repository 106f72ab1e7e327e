"""A selection changes colours and nothing else, wherever the mouse drags."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from textual.events import MouseDown, MouseMove, MouseUp
from textual.pilot import Pilot
from textual.widget import Widget

from reader.model import Document, Paragraph, Source, Text
from reader.tui.app import ReaderApp
from reader.tui.widgets.text_view import TextView
from tests.tui.opened import MIDDLE, WIDE, opened, settled
from tests.tui.painted import Picture, changed, picture, texts

SIGNS = Document(
    None,
    "ru",
    "Знаки шире клетки",
    Source(),
    (
        Text(
            "original",
            "ru",
            (
                Paragraph(
                    "p1", "東京の港 и при\xadстань, e\u0301tude: " + "слово 灯台 и ещё " * 12
                ),
                Paragraph("p2", "Вторая строка: 👩‍👩‍👧 семья у моря, " * 9),
            ),
        ),
    ),
)


class Drag(NamedTuple):
    """Where the mouse goes: in cells from a view's left and rows from its top.

    Negative ones count from its right and its bottom. ``to`` is the view that it ends in.
    """

    view: str
    start: tuple[int, int]
    end: tuple[int, int]
    keys: tuple[str, ...] = ()
    """What is pressed before."""
    block: str = ""
    """The block from whose first row on rows are counted, instead of from the view's top."""
    to: str = ""
    article: Document | None = None


PLACES = {
    "words of one row": Drag("#source", (8, 1), (20, 1), block="p2"),
    "rows of one paragraph": Drag("#source", (20, 1), (9, 3), block="p2"),
    "paragraphs": Drag("#source", (12, 6), (15, 14)),
    "backwards in a row": Drag("#source", (25, 0), (10, 0), block="p2"),
    "backwards over paragraphs": Drag("#source", (14, 15), (20, 3)),
    "title and byline": Drag("#source", (6, 0), (10, 3)),
    "from a gutter to a right edge": Drag("#source", (0, 6), (-1, 11)),
    "to below the end": Drag("#source", (10, 4), (20, -1), ("G",)),
    "the current term": Drag("#source", (4, 1), (20, 12), ("t", "t")),
    "what was found": Drag("#source", (3, 1), (18, 12), ("/", *"2026", "enter")),
    "what a claim cites": Drag("#source", (5, 1), (24, 9), ("]", "]", "enter")),
    "the other language below": Drag("#source", (6, 2), (20, 16), ("}", "x")),
    "further on": Drag("#source", (9, 2), (12, 12), ("space",)),
    "parallel text, on the left": Drag("#source", (8, 8), (18, 12), ("v", "v")),
    "parallel text, on the right": Drag("#source", (-30, 8), (-20, 12), ("v", "v")),
    "both of parallel texts": Drag("#source", (9, 7), (-20, 11), ("v", "v")),
    "both, backwards": Drag("#source", (-16, 12), (12, 8), ("v", "v")),
    "the second of two texts": Drag("#other", (8, 3), (12, 9), ("v", "v", "=", "tab")),
    "claims and a heading": Drag("#summary", (8, 2), (14, 14), ("tab",)),
    "claims, backwards": Drag("#summary", (20, 13), (9, 5), ("tab",)),
    "a selected claim": Drag("#summary", (2, 1), (12, 12), ("tab", "j", "+")),
    "an entry": Drag("#entry", (6, 2), (20, 8), ("t", "t", "enter")),
    "an entry, backwards": Drag("#entry", (30, 7), (5, 1), ("t", "t", "enter")),
    "an entry of the glossary": Drag("#preview", (5, 1), (20, 5), ("w",)),
    "the keys": Drag("#keys", (6, 2), (20, 9), ("?",)),
    "what will be printed": Drag("#preview", (6, 1), (30, 8), ("P", "f5")),
    "from text to summary": Drag("#source", (12, 9), (12, 12), to="#summary"),
    "from summary to text": Drag("#summary", (12, 12), (12, 6), ("tab",), to="#source"),
    "signs of two cells and of none": Drag("#source", (6, 2), (20, 9), article=SIGNS),
}


def at(view: Widget, place: tuple[int, int], block: str = "") -> tuple[int, int]:
    """A place of a view in cells of the screen, within the view in any case."""
    region = view.content_region
    x, y = (n + size if n < 0 else n for n, size in zip(place, region.size, strict=True))
    if block:
        assert isinstance(view, TextView)
        number, layout = view.block_list.number(block), view.viewport.layout
        assert number is not None
        assert layout is not None
        y += layout.first_and_last(number)[0] - view.y
    return (
        region.x + max(0, min(region.width - 1, x)),
        region.y + max(0, min(region.height - 1, y)),
    )


async def drag(pilot: Pilot[int], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot._post_mouse_events([MouseDown], offset=start, button=1)
    await pilot._post_mouse_events([MouseMove], offset=end, button=1)
    await pilot._post_mouse_events([MouseUp], offset=end, button=1)
    await pilot.pause()


def without_colours(shown: Picture) -> list[list[tuple[str, object]]]:
    return [[(cell.text, cell.style.without_color) for cell in row] for row in shown]


def chosen(app: ReaderApp) -> Iterator[str]:
    """What is selected of each block, without its marker."""
    for view in app.screen.query(TextView):
        if (range_ := view.marks.selected) is not None:
            for item, block in enumerate(view.blocks):
                if part := range_.within(item, len(block.text)):
                    yield block.text[slice(*part)]


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


# Each place in both languages and in both sizes, though not in every pair of them: what a drag
# takes depends on where rows end, which both decide.
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("language", "size"), [("ru", WIDE), ("en", MIDDLE)], ids=["ru-120x40", "en-80x24"]
)
async def test_a_drag_changes_colours_alone(
    language: str, size: tuple[int, int], place: str
) -> None:
    to_do = PLACES[place]
    articles = () if to_do.article is None else (to_do.article,)
    async with opened(language, size, articles=articles) as (app, pilot):
        for key in to_do.keys:
            await pilot.press(key)
            await settled(app, pilot)
        await checked(app, pilot, to_do)


async def checked(app: ReaderApp, pilot: Pilot[int], to_do: Drag) -> None:
    view = next(iter(app.screen.query(to_do.view)), app.screen.query_one(TextView))
    other = next(iter(app.screen.query(to_do.to or to_do.view)), view)
    if not view.region:  # there is no room for it: the one that is there instead
        view = next(each for each in app.screen.query(TextView) if each.region)
    if not other.region:
        other = view
    view.focus()
    start, end = at(view, to_do.start, to_do.block), at(other, to_do.end, to_do.block)
    await pilot.hover(offset=end)
    await pilot.pause()
    before = picture(app)
    await drag(pilot, start, end)
    after = picture(app)
    assert texts(after) == texts(before)
    assert without_colours(after) == without_colours(before)
    taken = letters("".join(chosen(app)))
    assert taken
    assert [each.id for each in app.screen.selections] == [view.id]
    # Two columns are painted row by row.
    assert sorted(letters(changed(before, after))) == sorted(taken)
    app.screen.clear_selection()
    await pilot.pause()
    assert picture(app) == before


async def test_nothing_is_selected_from_a_list_or_from_beside_a_window() -> None:
    async with opened("en", WIDE) as (app, pilot):
        await drag(pilot, (6, 3), (60, 20))
        assert not app.screen.selections
        await pilot.press("w")
        await settled(app, pilot)
        await drag(pilot, (1, 1), (80, 20))
        assert not app.screen.selections
