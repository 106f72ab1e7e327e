"""The panes of a document: what goes together in two texts, and what workers find."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from reader.dossiers import paths
from reader.model import Alignment, Document, Link, Paragraph, Text
from reader.tui.app import ReaderApp
from reader.tui.screens.document_panes import DocumentPanes, MentionsFound
from reader.tui.widgets.blocks import Block, Span
from reader.tui.widgets.status_line import StatusLine
from reader.tui.widgets.text_view import TextView
from tests.tui.opened import WIDE, indexed, opened, settled

MENTION = Span(0, 4, "mention", "boat")


def test_mentions_are_underlined_in_the_blocks_that_they_were_found_in() -> None:
    view = TextView([Block("p1", "Boat")])
    DocumentPanes.take_mentions(MentionsFound(view, view.generation, {"p1": (MENTION,)}))
    assert view.blocks[0].spans == (MENTION,)


def test_mentions_of_a_text_that_is_gone_are_dropped() -> None:
    view = TextView([Block("p1", "Boat")])
    found = MentionsFound(view, view.generation, {"p1": (MENTION,)})
    view.show([Block("p1", "Coat")])
    DocumentPanes.take_mentions(found)
    assert view.blocks[0].spans == ()


CHARTER = "report-charter"
LINKS: tuple[Link, ...] = (
    (("o1", "o2"), ("p1",)),
    (("o3",), ("p2", "p3")),
    (("o4",), ()),
    *(((f"o{n + 1}",), (f"p{n}",)) for n in range(4, 13)),
)
"""The original has a paragraph more, and none of the edition's ids."""


def with_original() -> Document:
    document = indexed(paths.builtin()).document(CHARTER, "ru")
    own = tuple(Paragraph(f"o{n}", f"Абзац {n} подлинника. " * 9) for n in range(1, 14))
    alignment = Alignment(("original", "ru"), ("edition", "ru"), LINKS)
    original = Text("original", "ru", own)
    return document._replace(texts=(original,), alignments=(alignment,))


@asynccontextmanager
async def charter(*keys: str) -> AsyncIterator[tuple[ReaderApp, Pilot[int]]]:
    """Open our translation of a document that lies beside its original; press keys."""
    async with opened("en", WIDE, document=CHARTER, articles=(with_original(),)) as (app, pilot):
        await pilot.press(*keys)
        await settled(app, pilot)
        yield app, pilot


async def test_parallel_text_shows_what_the_alignment_links() -> None:
    async with charter("v", "v") as (app, _pilot):
        pairs = app.main.source.pairs
        assert pairs is not None
        words = [block.text[:9].strip() for block in app.main.source.blocks]
        groups = [
            ([app.main.source.blocks[n].id for n in ours], [words[n] for n in theirs])
            for ours, theirs in pairs.groups
        ]
        start = next(n for n, (ours, _theirs) in enumerate(groups) if ours == ["p1"])
        assert groups[start] == (["p1"], ["Абзац 1 п", "Абзац 2 п"])
        assert groups[start + 1] == (["p2", "p3"], ["Абзац 3 п"])
        assert groups[start + 2][1] == ["Абзац 4 п"]
        assert groups[start + 3] == (["p4"], ["Абзац 5 п"])
        assert len(groups) == start + 12


async def test_the_cursor_goes_with_the_links_from_one_text_to_the_other() -> None:
    async with charter() as (app, pilot):
        source = app.main.source
        for here, there, back in (("p1", "o1", "p1"), ("p3", "o3", "p2"), ("p9", "o10", "p9")):
            source.go_to(here)
            await pilot.press("v")
            assert source.cursor == there
            await pilot.press("v")
            assert source.paired
            assert source.cursor == back
            await pilot.press("v")
            assert source.cursor == back


async def test_the_language_of_the_interface_takes_the_place_along() -> None:
    async with charter() as (app, pilot):
        source = app.main.source
        source.go_to("p9")
        assert source.place is not None
        top = int(source.place.block[1:])
        assert top > 3
        await pilot.press("L")
        await settled(app, pilot)
        assert source.cursor == "o10"
        assert source.place.block == f"o{top + 1}"
        await pilot.press("L")
        await settled(app, pilot)
        assert source.cursor == "p9"
        assert source.place.block == f"p{top}"


async def test_a_peek_shows_every_paragraph_that_goes_with_the_one_at_the_cursor() -> None:
    async with charter() as (app, pilot):
        source = app.main.source
        source.go_to("p1")
        await pilot.press("x")
        notes = [block for block in source.blocks if block.role == "note"]
        assert [block.text[:7] for block in notes] == ["Абзац 1", "Абзац 2"]
        ids = [block.id for block in source.blocks]
        assert ids.index(notes[0].id) == ids.index("p1") + 2  # below a line on what they are
        source.go_to(notes[1].id)
        await pilot.press("x")
        assert [block.id for block in source.blocks if block.role == "note"] == []


async def test_citations_lead_to_the_linked_paragraphs_of_the_text_that_is_shown() -> None:
    async with charter("v") as (app, pilot):
        source, summary = app.main.source, app.main.summary
        app.main.enter_pane("summary")
        block, citation = next(
            (block, span)
            for block in summary.blocks
            for span in block.spans
            if (span.kind, span.target) == ("citation", "p1")
        )
        summary.set_link(block.id, citation)
        await pilot.pause()
        app.main.update_status()
        assert app.main.query_one(StatusLine).text.startswith("[1] Абзац 1 подлинника.")
        await pilot.press("enter")
        assert {"o1", "o2"} <= source.highlighted_blocks
        assert source.cursor == "o1"
        source.go_to("o2")
        await pilot.press("right_square_bracket")
        assert app.main.pane == "summary"
        assert summary.link is not None
        assert summary.link[1].target == "p1"


async def test_a_text_that_moves_by_itself_begins_at_what_goes_with_the_other_one() -> None:
    async with charter("v", "v") as (app, pilot):
        source, other = app.main.source, app.main.texts.other
        source.go_to("p9")
        source.do_page_down()
        assert source.place is not None
        here = source.place.block
        await pilot.press("equals_sign")
        await settled(app, pilot)
        assert other.place is not None
        assert other.place.block == f"o{int(here[1:]) + 1}"
        app.main.enter_pane("other")
        other.go_to("o13")
        await pilot.pause()
        assert app.main.query_one(StatusLine).text == "Paragraph 13 of 13"
