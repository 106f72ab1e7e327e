"""Some claims of a document alone."""

from __future__ import annotations

import json

import pytest

from reader.briefings import excerpt
from reader.briefings.bilingual import build as sheet
from reader.briefings.building import build as briefing
from tests.printing.samples import Words, document, dossier, written


def test_chosen_claims_bring_what_they_cite_and_nothing_else() -> None:
    kept = excerpt.excerpt(document(), ["c1"])
    summary = kept.document.summary
    assert summary is not None
    assert [claim.id for claim in summary.claims] == ["c1"]
    assert [paragraph.id for paragraph in kept.paragraphs] == ["p2"]
    about_the_whole = [*summary.participants, *summary.events, *summary.documents]
    assert about_the_whole == []


def test_chosen_claims_stand_in_the_documents_order() -> None:
    summary = excerpt.excerpt(document(), ["c2", "c1"]).document.summary
    assert summary is not None
    assert [claim.id for claim in summary.claims] == ["c1", "c2"]


def test_an_article_without_a_summary_stays_as_it_is() -> None:
    article = document(id=None, summary=None)
    assert excerpt.excerpt(article, ["c1"]) == article


def test_claims_that_are_not_there_are_named() -> None:
    assert excerpt.unknown(document().document, ["c1", "c9"]) == ["c9"]


def test_an_excerpt_says_how_much_of_the_whole_it_is_and_gives_no_gist() -> None:
    tree = briefing(dossier(), document(), Words(), claims=["c1"])
    assert ("Claims selected", "1 of 2") in [(fact.label, fact.value) for fact in tree.facts]
    assert tree.gist is None
    # Of the entries, those that the claim and its passage mention.
    assert [item.name.entry for item in tree.glossary] == ["lake", "mill"]


@pytest.mark.parametrize("format", ["text", "md", "html", "json"])
def test_every_format_has_the_chosen_claims_alone(format: str) -> None:
    text = written(format, sheet([dossier()], [document()], claims=["c1"]))
    assert "The Mill draws water." in text
    for other in ("The act allows it.", "In brief", "The Mill will draw", "There is no summary"):
        assert other not in text


def test_an_excerpt_in_json_keeps_the_shape() -> None:
    shape = json.loads(written("json", briefing(dossier(), document(), claims=["c2"])))
    assert shape["id"] == "water"
    assert shape["gist"] == ""
    assert [claim["id"] for claim in shape["claims"]] == ["c2"]


def test_an_excerpt_in_two_languages_runs_side_by_side() -> None:
    other = dossier()._replace(shown_in="ru")
    one, two = sheet([dossier(), other], [document(), document()], Words(), claims=["c1"])
    assert [c.id for c in one.claims] == [c.id for c in two.claims] == ["c1"]
    assert len(one.passages) == len(two.passages) == 1
