"""A word with letters of two alphabets is read in the one that it is of."""

from __future__ import annotations

import pytest

from reader.language.alphabets import in_one_alphabet, readings
from reader.terms.lookup import LookUp
from reader.terms.query import WordQuery
from tests.terms.glossaries import capital, entry, finder, found, short

ENTRIES = (
    entry("path", "project", ru=("Берестяная тропа",), en=("Birch Path",)),
    entry("council", "organisation", ru=("Совет озёр", short("СОВ"))),
    entry("shore", "place", ru=("Марьино",), en=("Maryino",)),
    entry("loom", "organisation", ru=(short("TRIPP"),)),
    entry("orlov", "person", ru=("Павел Орлов", capital("Орлов"))),
)
TERMS = finder(*ENTRIES)
# Latin, then Cyrillic.
PAIRS = [*zip("ABCEHKMOPTXYaceopxykbhmt", "АВСЕНКМОРТХУасеорхуквнмт", strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "Бeрестяная тропа",
        "Берестянaя трoпа",
        "Берестяной тpопой",
        "БEPECТЯНAЯ TPOПA",
        "Бе\u0301pестяная",
        "Birсh Path",
        "Вirch Раth",
        "Birch Раth",
        "Maryinо",
        "Мaрьинo",
        "CОВ",
        "COВ",
        "CОBа",
        "TRIPPа",
        "Пaвел Opлов",
        "Oрлову",
    ],
)
@pytest.mark.parametrize("sign", ["", " 終"])
def test_what_is_found_has_the_offsets_of_the_text(text: str, sign: str) -> None:
    text = text.replace("Бе\u0301pестяная", "Бе\u0301pестяная тропа")
    whole = f"«О», говорится о том, что {text}, и это всё{sign}"
    (mention,) = TERMS.mentions(whole)
    assert whole[mention.start : mention.end] == mention.text == text


@pytest.mark.parametrize(("latin", "cyrillic"), PAIRS)
def test_every_letter_that_looks_alike_is_read(latin: str, cyrillic: str) -> None:
    assert in_one_alphabet(f"Ж{latin}ж") == f"Ж{cyrillic}ж"
    assert in_one_alphabet(f"Zz{cyrillic}z") == f"Zz{latin}z"


@pytest.mark.parametrize(
    "text", ["TRIPPа", "SMSшный", "Reportом", "Жz", "XX век", "Wi-Fi-сеть", "Д2R", "31mрак"]
)
def test_what_is_of_both_alphabets_or_has_an_ending_is_no_slip(text: str) -> None:
    assert readings(f"вот {text} и всё") == {}


def test_letters_that_all_look_alike_are_of_the_alphabet_of_the_text() -> None:
    assert readings("Решает CОВЕТ рыбаков") == {"CОВЕТ": "СОВЕТ"}
    assert readings("the fishermen, their CОВЕТ") == {"CОВЕТ": "COBET"}


def test_a_woman_is_not_the_man_whatever_letters_she_is_written_with() -> None:
    assert found(TERMS, "вчера Мaрия Орлов и Mария Oрлов") == []


def test_a_term_with_such_a_letter_is_found_as_it_should_have_been_typed() -> None:
    terms = finder(entry("e", "concept", ru=("Cиний кит",), en=("blue whаle",)))
    text = "Синего кита, синим китом, Cиний кит; the blue whale, blue whаle"
    assert len(found(terms, text)) == 5


@pytest.mark.parametrize(
    "query", ["Бeрестяная", "берeстяной трoпы", "Вirch", "CОВ", "берестянoй тр"]
)
def test_an_entry_is_looked_up(query: str) -> None:
    look_up = LookUp(ENTRIES, TERMS)
    assert look_up.exact(query)
    assert look_up.find(query)[0].id in ("path", "council")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("тропа", "трoпой"),
        ("трoпа", "тропой"),
        ("трoпа", "тpопа"),
        ("path", "раth"),
        ("трoпе", "тропа"),
    ],
)
@pytest.mark.parametrize("typing", [True, False])
def test_a_word_is_found(query: str, text: str, *, typing: bool) -> None:
    around = f"к этой самой {text}, и всё"
    assert WordQuery(query, typing=typing).matches([around]) == [[(13, 13 + len(text))]]
