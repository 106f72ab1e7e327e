from __future__ import annotations

from reader.briefings.building import build as briefing
from reader.briefings.outlining import outline
from reader.model import Claim, Participant, Source, Term
from tests.printing.samples import LAKE, MILL, Words, document, dossier, summary


def test_claims_stand_under_their_topics_in_the_dossiers_order() -> None:
    tree = briefing(dossier(), document())
    assert [(t.label, [c.id for c in t.claims]) for t in tree.topics] == [
        ("Law", ["c2"]),
        ("Water", ["c1"]),
    ]


def test_claims_keep_the_documents_order_beside_the_topics() -> None:
    assert [c.id for c in briefing(dossier(), document()).claims] == ["c1", "c2"]


def test_events_stand_by_date() -> None:
    tree = briefing(dossier(), document())
    assert [(e.iso, e.date) for e in tree.events] == [
        ("2023-04-01", "1 April 2023"),
        ("2024-05", "May 2024"),
    ]


def test_mentions_are_marked_in_prose_and_passages() -> None:
    tree = briefing(dossier(), document(), Words())
    assert tree.gist is not None
    assert [m.entry for m in tree.gist.terms] == ["mill", "lake"]
    assert [m.entry for m in tree.passages[1].line.terms] == ["lake"]


def test_the_glossary_holds_what_occurs_in_the_alphabets_order() -> None:
    tree = briefing(dossier(), document(), Words())
    assert [item.name.text for item in tree.glossary] == ["Canal Act", "Long Lake", "Mill"]
    assert tree.glossary[1].abbreviations == ("LL",)


def test_participants_and_documents_begin_with_a_capital_unless_they_are_written_otherwise() -> (
    None
):
    entries = (MILL._replace(terms=_called("water mill")), LAKE._replace(terms=_called("eLake")))
    listed = summary()._replace(
        participants=tuple(Participant(e.id, e.id, "is there", ("p1",)) for e in entries),
        documents=("mill",),
    )
    tree = briefing(dossier()._replace(entries=entries), document(summary=listed))
    assert [p.name.text for p in tree.participants] == ["Water mill", "eLake"]
    assert [d.text for d in tree.documents] == ["Water mill"]


def _called(name: str) -> dict[str, tuple[Term, ...]]:
    return {"en": (Term(name),)}


def test_without_the_text_the_glossary_is_of_the_summary_alone() -> None:
    short = document(summary=summary()._replace(gist="Nothing to add."))
    tree = briefing(dossier(short), short, Words(), text=False)
    assert tree.passages == ()
    assert "lake" not in [item.name.entry for item in tree.glossary]


def test_a_missing_date_is_said_and_the_inferred_one_with_its_reason() -> None:
    undated = document(
        source=Source("The Gazette", published_inferred="2024-05-03", published_note="By the moon.")
    )
    facts = {fact.label: fact.value for fact in briefing(dossier(undated), undated).facts}
    assert facts["Date"] == "date not given; inferred: 3 May 2024 (By the moon.)"


def test_the_chain_of_sources_starts_with_the_publisher() -> None:
    facts = {fact.label: fact.value for fact in briefing(dossier(), document()).facts}
    assert facts["Who ← citing whom"] == "The Gazette ← Mill"


def test_an_untranslated_line_says_so_and_keeps_its_language() -> None:
    shown = dossier()._replace(language="ru", shown_in="en")
    half = document(language="ru", text="translation", untranslated=frozenset({"c1", "p2"}))
    tree = briefing(shown, half)
    assert [(c.line.untranslated, c.line.language) for c in tree.claims] == [
        (True, "ru"),
        (False, "en"),
    ]
    assert [p.line.language for p in tree.passages] == ["en", "ru"]


def test_an_article_without_a_summary_has_its_text_and_its_terms() -> None:
    article = document(id=None, summary=None, source=Source())
    tree = briefing(dossier(), article, Words())
    assert tree.gist is None
    assert tree.claims == ()
    assert [item.name.entry for item in tree.glossary] == ["lake", "mill"]


def test_an_article_without_a_summary_has_its_terms_explained_even_without_its_text() -> None:
    article = document(id=None, summary=None, source=Source())
    tree = briefing(dossier(), article, Words(), text=False)
    assert tree.passages == ()
    assert [item.name.entry for item in tree.glossary] == ["lake", "mill"]


def test_an_outline_has_the_whole_summary_and_neither_text_nor_terms() -> None:
    tree = outline(dossier(), document())
    whole = briefing(dossier(), document())
    assert (tree.title, tree.gist, tree.topics) == (whole.title, whole.gist, whole.topics)
    assert (tree.participants, tree.events) == (whole.participants, whole.events)
    assert (tree.passages, tree.glossary, tree.facts) == ((), (), ())


def test_a_claim_of_an_unknown_topic_comes_last_under_its_id() -> None:
    claims = (Claim("c0", "fish", "There are pike.", ()), *summary().claims)
    tree = outline(dossier(), document(summary=summary()._replace(claims=claims)))
    assert [(t.label, [c.id for c in t.claims]) for t in tree.topics] == [
        ("Law", ["c2"]),
        ("Water", ["c1"]),
        ("fish", ["c0"]),
    ]
