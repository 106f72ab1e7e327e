"""The prose of the dossier that comes with the program: what a desk would send back."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from reader.dossiers import paths
from reader.dossiers.loader import load
from reader.dossiers.translation import translated
from reader.model import Claim, Document, Dossier

RUSSIAN = load(paths.builtin())
DOSSIERS = {"ru": RUSSIAN, "en": translated(RUSSIAN, "en")}
LANGUAGES = pytest.mark.parametrize("language", DOSSIERS)

LEANING = {
    "ru": r"(он|она|оно|они|его|её|их|это|этот|эта|там|тогда|также|накануне|группа|стороны|обе)\b"
    r"|на (встрече|заседании)[,. ](?!стратегической|главы)",
    "en": r"(he|she|it|they|its|their|this|that|these|also|there|the (group|sides|two|meeting))\b"
    r"|both (sides|countries)",
}
"""How a claim begins that cannot be understood without another."""
RELATIVE = {
    "ru": r"накануне|днём раньше|прошлого года|сегодня|вчера",
    "en": r"the day before|a day earlier|last year|yesterday|today|\b(the|two) sides\b",
}


def claims(dossier: Dossier) -> Iterator[tuple[str, Claim]]:
    for document in dossier.documents:
        assert document.summary is not None
        for claim in document.summary.claims:
            yield f"{document.id}/{claim.id}", claim


def prose(dossier: Dossier) -> Iterator[tuple[str, str]]:
    for document in dossier.documents:
        assert document.summary is not None
        yield f"{document.id}/title", document.title
        yield f"{document.id}/gist", document.summary.gist
        yield from ((f"{document.id}/{e.id}", e.text) for e in document.summary.events)
        for text in document.texts:
            yield from ((f"{document.id}/{p.id}", p.text) for p in text.paragraphs)
    yield from ((place, claim.text) for place, claim in claims(dossier))
    yield from ((f"notes/{note.id}", note.text) for note in dossier.notes)
    for discrepancy in dossier.discrepancies:
        yield f"discrepancies/{discrepancy.id}", f"{discrepancy.about} {discrepancy.why}"
        yield from ((f"discrepancies/{discrepancy.id}", side.text) for side in discrepancy.sides)


def document(language: str, id: str) -> Document:
    (found,) = (d for d in DOSSIERS[language].documents if d.id == id)
    return found


def outside_brackets(text: str) -> str:
    return re.sub(r"\[[^\]]*\]", "", text)


def test_a_claim_says_how_far_it_goes_and_who_says_it() -> None:
    assert [p for p, claim in claims(RUSSIAN) if not claim.status or claim.speaker is None] == []


@LANGUAGES
def test_a_claim_stands_alone_with_the_year_in_which_it_was_so(language: str) -> None:
    found = list(claims(DOSSIERS[language]))
    leaning = re.compile(LEANING[language], re.IGNORECASE)
    assert [place for place, claim in found if leaning.match(claim.text)] == []
    relative = re.compile(RELATIVE[language], re.IGNORECASE)
    assert [p for p, claim in found if relative.search(outside_brackets(claim.text))] == []
    assert [place for place, claim in found if not re.search(r"\b20\d\d\b", claim.text)] == []


@LANGUAGES
def test_signs_are_as_a_typesetter_would_have_them(language: str) -> None:
    """Lines are kept together by what paints them, not by spaces of another kind."""
    wrong = r"[\u00a0\u202f\"]|\s-\s|\.\.\." + ("|'" if language == "en" else "")
    found = [(place, text) for place, text in prose(DOSSIERS[language])]
    assert [place for place, text in found if re.search(wrong, text)] == []
    assert [place for place, text in found if text.count("[") != text.count("]")] == []


@pytest.mark.parametrize(
    ("language", "ordinals"),
    [
        ("ru", ["Первая", "Вторая", "Третья", "Четвёртая", "Пятая"]),
        ("en", ["First", "Second", "Third", "Fourth", "Fifth"]),
    ],
)
def test_the_five_goals_of_the_charter_can_be_counted(language: str, ordinals: list[str]) -> None:
    summary = document(language, "report-charter").summary
    assert summary is not None
    first_words = [c.text.split()[0] for c in summary.claims if c.topic == "partnership"]
    assert first_words[1:] == ordinals


@LANGUAGES
def test_the_embassy_is_not_given_words_that_it_did_not_use(language: str) -> None:
    """It wrote of going on working closely, not of deepening, and “significant”."""
    article = document(language, "report-2025-12-20")
    assert not re.search(r"deep|глубо|углуб", article.title, re.IGNORECASE)
    everything = " ".join(p.text for text in article.texts for p in text.paragraphs)
    assert "considerable" not in everything
    if language == "en":
        assert "looks forward to working closely" in everything
        assert "significant economic potential" in everything


@LANGUAGES
def test_a_charter_that_was_signed_that_day_is_not_left_in_the_future(language: str) -> None:
    summary = document(language, "foreign-ministry-2026-02-10").summary
    assert summary is not None
    (expected,) = (c.text for c in summary.claims if c.status == "expected")
    same_day = {"ru": "в тот же день]", "en": "that same day]"}[language]
    assert same_day in expected
    assert {"ru": "[Хартию подписали", "en": "[the Charter was signed"}[language] in summary.gist


def test_what_happened_next_is_told_in_order_with_a_source() -> None:
    told = [note for note in RUSSIAN.notes if note.kind == "next"]
    assert len(told) > 8
    assert [note.id for note in told if not note.source] == []
    dates = [note.date or "" for note in told]
    assert dates == sorted(dates)
    assert [n.id for n in DOSSIERS["en"].notes if n.untranslated] == []
