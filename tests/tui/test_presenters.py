"""What the panes show of a briefing."""

from __future__ import annotations

from pathlib import Path

from reader.briefings.tree import outline
from reader.model import Claim, Dossier, Entry, Term
from reader.tui.presenters import entry_blocks, source_blocks, summary_blocks
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
        "The Gazette · 2 May 2024",
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
