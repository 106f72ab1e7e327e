"""The panes of a document: what workers find is shown where it belongs."""

from __future__ import annotations

from reader.tui.screens.document_panes import DocumentPanes, MentionsFound
from reader.tui.widgets.blocks import Block, Span
from reader.tui.widgets.text_view import TextView

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
