"""What the dossier that comes with the program says of its articles' differences, and where."""

from __future__ import annotations

import re

import pytest

from reader.dossiers import paths
from reader.dossiers.loader import load
from reader.dossiers.translation import translated
from reader.model import Claim, Document

RUSSIAN = load(paths.builtin())
DOSSIERS = {"ru": RUSSIAN, "en": translated(RUSSIAN, "en")}
LANGUAGES = pytest.mark.parametrize("language", DOSSIERS)
VISIT, MEETING = "1news-2025-08-09", "trend-2025-12-19"


def article(language: str, id: str) -> Document:
    (found,) = (d for d in DOSSIERS[language].documents if d.id == id)
    return found


def claims(language: str, id: str) -> list[Claim]:
    summary = article(language, id).summary
    assert summary is not None
    return list(summary.claims)


def paragraph(language: str, id: str, place: str) -> str:
    (found,) = (
        p.text
        for t in article(language, id).texts
        for p in t.paragraphs
        if (p.id, t.language) == (place, language)
    )
    return found


@LANGUAGES
def test_the_differences_are_listed_with_their_places(language: str) -> None:
    listed = DOSSIERS[language].discrepancies
    assert {d.id for d in listed} >= {
        "six-months",
        "defence-sales",
        "group-purpose",
        "first-meeting",
        "who-signed-for-armenia",
        "tripp-name",
        "charter-name",
        "mou-title",
        "future-charter",
    }
    assert [d.id for d in listed if not any(side.document for side in d.sides)] == []
    assert [
        d.id for d in listed for s in d.sides if not (s.cites if s.document else s.source)
    ] == []
    cyrillic = re.compile("[А-Яа-яЁё]")
    russian = [d.id for d in listed for s in d.sides if cyrillic.search(d.about + d.why + s.text)]
    assert bool(russian) == (language == "ru")


@LANGUAGES
def test_defence_sales_stand_under_security(language: str) -> None:
    sales = {"ru": "продажа оборонной продукции", "en": "defence sales"}[language]
    (claim,) = (c for c in claims(language, MEETING) if sales in c.text)
    assert (claim.topic, claim.status, claim.speaker) == ("security", "planned", ("trend",))


@pytest.mark.parametrize("id", [VISIT, MEETING])
def test_each_field_of_the_working_group_has_a_claim_under_its_topic(id: str) -> None:
    topics = {c.topic for c in claims("ru", id)}
    assert topics >= {"connectivity", "energy", "economy", "technology", "security"}


@LANGUAGES
def test_who_signed_for_armenia_is_set_right_where_it_is_told_wrong(language: str) -> None:
    name = {"ru": "Никол Пашинян", "en": "Nikol Pashinyan"}[language]
    (signed,) = (c.text for c in claims(language, VISIT) if c.id == "c5")
    for text in (paragraph(language, VISIT, "p6"), signed):
        assert re.search(rf"1news\.az[^\[]*\[[^\]]*{name}[^\]]*\]", text)


@LANGUAGES
def test_a_condition_that_yerevan_disputes_is_told_as_bakus(language: str) -> None:
    (claim,) = (c for c in claims(language, VISIT) if c.status == "expected")
    baku = {"ru": "по мнению Баку", "en": "what Baku sees as"}[language]
    assert baku in claim.text
    assert baku in paragraph(language, VISIT, "p7")
    assert {"ru": "Ереван", "en": "Yerevan"}[language] in (claim.disputed or "")


def test_days_that_the_article_does_not_give_name_where_they_are_from() -> None:
    summary = article("ru", VISIT).summary
    assert summary is not None
    given = {"2020", "2025-08-07"}
    assert [e.id for e in summary.events if e.date not in given and "[день" not in e.text] == []
