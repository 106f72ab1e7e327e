"""What the panes show of a briefing."""

from __future__ import annotations

from pathlib import Path

from reader.briefings.tree import outline
from reader.model import Claim, Dossier, Entry, Mention, Term
from reader.tui.presenters import entry_blocks, source_blocks, summary_blocks, with_mentions
from reader.tui.widgets.blocks import Block, Span
from tests.printing.samples import document, dossier, summary


def test_a_claim_of_an_unknown_topic_is_shown_last_among_the_claims_under_the_topic_s_id() -> None:
    claims = (Claim("c0", "fish", "There are pike.", ()), *summary().claims)
    blocks = summary_blocks(document(summary=summary()._replace(claims=claims)), dossier())
    ids = [block.id for block in blocks]
    assert ids[ids.index("topic/fish") :][:3] == ["topic/fish", "c0", "participants"]
    assert next(b.text for b in blocks if b.id == "topic/fish") == "fish"


def test_the_summary_stands_in_the_order_of_the_briefing() -> None:
    tree = outline(dossier(), document())
    ids = [block.id for block in summary_blocks(document(), dossier())]
    claims = [claim.id for topic in tree.topics for claim in topic.claims]
    assert [id for id in ids if id in claims] == claims
    assert ids[-5:] == ["events", "e1", "e2", "documents", "document/canal"]


def test_a_citation_is_the_number_of_its_paragraph() -> None:
    block = next(b for b in summary_blocks(document(), dossier()) if b.id == "c2")
    assert block.text == "The act allows it.\xa0[1]\xa0[2]"
    assert [span.target for span in block.spans] == ["p1", "p2"]


def test_a_selected_claim_has_a_marker_of_its_own() -> None:
    markers = {b.id: b.marker for b in summary_blocks(document(), dossier(), {"c1"})}
    assert markers["c1"] != markers["c2"]


def test_the_source_begins_with_where_it_is_from() -> None:
    texts = [block.text for block in source_blocks(document(), dossier())]
    assert texts[:3] == [
        "Water for the Mill",
        "After The Gazette, 2 May 2024",
        "Chain of sources: The Gazette ← Mill",
    ]


def test_an_entry_names_the_others_that_its_mention_may_mean() -> None:
    first = Entry("ann", "person", {"en": (Term("Ann Gray"),)})
    other = Entry("bob", "person", {"en": (Term("Bob Gray"),)})
    dossier = Dossier("d", "en", "D", Path(), {}, (), (first, other), (), "en")
    blocks = {block.id: block for block in entry_blocks(first, dossier, (), {}, ("bob",))}
    assert blocks["also"].text == "Here it may also be: Bob Gray"
    (span,) = blocks["also"].spans
    assert span.target == "bob"
    assert "also" not in {block.id for block in entry_blocks(first, dossier, (), {})}


def test_mentions_are_spans_between_those_of_the_block() -> None:
    own = (Span(10, 20, "citation", "p1"), Span(12, 14, "link", "x"))
    mentions = [
        Mention(start, end, "", entry)
        for start, end, entry in (
            *((0, 5, "a"), (3, 7, "b"), (8, 11, "c"), (15, 16, "d"), (19, 25, "e")),
            *((20, 30, "f"), (31, 33, "g")),
        )
    ]
    blocks = [Block("p", "", spans=own), Block("t", "", "title")]
    assert with_mentions(blocks, [mentions, mentions], but="f") == {
        "p": (Span(0, 5, "mention", "a"), *own, Span(31, 33, "mention", "g")),
        "t": (),
    }


def test_a_long_paragraph_has_all_its_mentions() -> None:
    """With each mention compared to all others this would take an hour."""
    mentions = [Mention(n, n + 3, "", "a") for n in range(0, 1_000_000, 5)]
    own = tuple(Span(n, n + 4, "citation", "p1") for n in range(1_000_000, 2_000_000, 5))
    (spans,) = with_mentions([Block("p", "", spans=own)], [mentions]).values()
    assert len(spans) == len(mentions) + len(own)
