"""Names: entries of a glossary, and others with their skeletons."""

from __future__ import annotations

import pytest

from reader.facts.extractor import Extractor
from reader.facts.names import skeleton
from tests.terms.glossaries import entry, finder

LAKE = finder(entry("long-lake", "place", ru=("Длинное озеро",), en=("Long Lake",)))


def _names(text: str, language: str) -> list[tuple[str, str]]:
    facts = Extractor(LAKE, language=language).facts(text)
    return [(fact.text, fact.entry) for fact in facts if fact.kind == "name"]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Вашингтон", "Washington"),
        ("Тимур Хасанов", "Timur Khasanov"),
        ("Алексей Дорохов", "Alexei Dorokhov"),
        ("Илья Ренко", "Ilya Renko"),
        ("Чичваркин", "Chichvarkin"),
        ("Шмидт", "Schmidt"),
        ("Алма-Ата", "Almaty"),
        ("Юсупов", "Yusupov"),
    ],
)
def test_spellings_of_a_name_have_one_skeleton(russian: str, english: str) -> None:
    assert skeleton(russian) == skeleton(english)


@pytest.mark.parametrize(
    ("one", "other"), [("Хасанов", "Гасанов"), ("Ortega", "Ortiz"), ("Юсупов", "Юсуфов")]
)
def test_other_names_have_other_skeletons(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_an_entry_of_the_glossary_is_named_by_its_id() -> None:
    assert _names("У Длинного озера стоит Павел Громов.", "ru") == [
        ("Длинного озера", "long-lake"),
        ("Павел Громов", ""),
    ]
    assert _names("Paul Grant came to Long Lake.", "en") == [
        ("Paul Grant", ""),
        ("Long Lake", "long-lake"),
    ]


def test_the_first_word_of_a_sentence_is_no_name_by_its_capital() -> None:
    assert _names("Вода ушла. Мост цел.", "ru") == []
    assert _names("The water fell. However, Paul Grant stayed.", "en") == [("Paul Grant", "")]
    assert _names("Вчера Рената Лис уехала в Ржев.", "ru") == [("Рената Лис", ""), ("Ржев", "")]


def test_months_weekdays_and_numbers_are_no_names() -> None:
    assert _names("On Monday, March 3, Roe left.", "en") == [("Roe", "")]


def test_a_possessive_is_not_part_of_a_name() -> None:
    assert _names("It was Grant’s idea.", "en") == [("Grant", "")]
