"""What the panes show of a briefing."""

from __future__ import annotations

from pathlib import Path

from reader.briefings import added
from reader.briefings.outlining import outline
from reader.language.cells import width
from reader.model import CLAIM_STATUSES, Claim, Dossier, Entry, Event, Mention, Term
from reader.tui.entry_blocks import entry_blocks
from reader.tui.presenters import (
    source_blocks,
    statuses_of,
    summary_blocks,
    with_mentions,
)
from reader.tui.widgets.blocks import Block, Span
from tests.printing.samples import document, dossier, summary, told


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
        "Who ← citing whom: The Gazette ← Mill",
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


def test_a_claim_shows_by_a_sign_and_a_word_how_far_it_goes_and_who_says_it() -> None:
    blocks = {block.id: block for block in summary_blocks(told(), dossier())}
    first, second = blocks["c1"], blocks["c2"]
    assert first.marker == "→"
    assert first.text.endswith("\nplanned · Long Lake, as passed on by Mill")
    assert [span.target for span in first.spans] == ["p2", "lake", "mill"]
    assert [first.text[span.start : span.end] for span in first.spans][1:] == ["Long Lake", "Mill"]
    assert second.marker == "■"
    assert second.text.endswith(
        "\nlaid down in a document · Mill · disputed: the fishermen dispute it"
    )


def test_every_status_has_a_sign_of_one_cell_and_a_word_of_its_own() -> None:
    assert list(added.MARKS) == list(added.STATUSES) == list(CLAIM_STATUSES)
    assert len(set(added.MARKS.values())) == len(set(added.STATUSES.values())) == 7
    assert {width(mark) for mark in added.MARKS.values()} == {1}


def test_a_claim_without_a_status_is_as_it_was() -> None:
    block = next(b for b in summary_blocks(document(), dossier()) if b.id == "c1")
    assert (block.marker, block.text) == ("•", "The Mill draws water.\xa0[2]")


def test_the_claims_of_a_status_alone_are_shown_with_their_topics() -> None:
    ids = [block.id for block in summary_blocks(told(), dossier(), status="planned")]
    assert [id for id in ids if id in ("c1", "c2") or id.startswith("topic/")] == [
        "topic/water",
        "c1",
    ]
    assert {"gist", "events", "discrepancies"} <= set(ids)
    assert statuses_of(told()) == ["fixed", "planned"]


def test_a_status_that_no_claim_has_leaves_a_word() -> None:
    blocks = {block.id: block for block in summary_blocks(told(), dossier(), status="done")}
    assert blocks["no-claims"].text == "No claim of this article has this status."


def test_what_editors_add_stands_last_and_apart() -> None:
    blocks = summary_blocks(told(), dossier())
    ids = [block.id for block in blocks]
    assert ids[ids.index("document/canal") + 1 :] == [
        "discrepancies",
        "discrepancies/whose",
        "discrepancy/start",
        "discrepancy/start/1",
        "discrepancy/start/2",
        "discrepancy/start/3",
        "discrepancy/start/why",
        "next",
        "next/whose",
        "note/planned",
        "note/opened",
        "still-open",
        "still-open/whose",
        "note/who-pays",
    ]
    whose = {b.text for b in blocks if b.id.endswith("/whose")}
    assert whose == {"From the dossier’s editors, not from the article."}
    texts = {block.id: block.text for block in blocks}
    assert texts["note/opened"] == "June 2024 — The gate was opened.\n— The Herald, 3 June 2024"


def test_a_side_leads_to_its_paragraphs_here_or_in_another_document_or_to_its_entry() -> None:
    blocks = {block.id: block for block in summary_blocks(told(), dossier())}
    here, there, official = (blocks[f"discrepancy/start/{n}"] for n in (1, 2, 3))
    assert here.text == "After The Gazette, 2 May 2024: It starts in May.\xa0[2]"
    assert [span[2:] for span in here.spans] == [("citation", "p2")]
    assert there.text == "After The Herald, 9 May 2024: It starts in June.\xa0[1]\xa0[4]"
    assert [span[2:] for span in there.spans] == [("link", "gauge#p1"), ("link", "gauge#p4")]
    assert [span[2:] for span in official.spans] == [("mention", "canal")]


def test_events_stand_by_date_and_a_month_after_its_days() -> None:
    events = [
        Event(f"e{n}", date, "x", ())
        for n, date in enumerate(
            ["2025", "2025-08", "2025-08-31", "2025-08-07", "2025-07", "2024-12-31"]
        )
    ]
    tree = outline(dossier(), document(summary=summary()._replace(events=tuple(events))))
    assert [event.iso for event in tree.events] == [
        "2024-12-31",
        "2025-07",
        "2025-08-07",
        "2025-08-31",
        "2025-08",
        "2025",
    ]
