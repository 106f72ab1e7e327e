"""Words found in any of their forms, in whatever way they are written."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.terms.query import WordQuery


def found(query: str, text: str, *, typing: bool = False) -> list[str]:
    (ranges,) = WordQuery(query, typing=typing).matches([text])
    return [text[start:end] for start, end in ranges]


@pytest.mark.parametrize(
    ("query", "text", "forms"),
    [
        ("лодка", "Лодки у лодок, лодкой. Лодочка.", ["Лодки", "лодок", "лодкой"]),
        ("лодкой", "лодка", ["лодка"]),
        ("человек", "Люди шли к человеку.", ["Люди", "человеку"]),
        ("подписать", "Подписанный договор подписали.", ["Подписанный", "подписали"]),
        ("стали", "Сталью стал мост.", ["Сталью", "стал"]),
        ("вице-адмирал", "вице\u2011адмиралу", ["вице\u2011адмиралу"]),
        ("boat", "Boats by the boat’s side; a lifeboat.", ["Boats", "boat"]),
        ("treaties", "a treaty", ["treaty"]),
        ("stopping", "It stopped, it stops.", ["stopped", "stops"]),
        ("said", "they say", ["say"]),
        ("skipper’s", "the skipper, a skipper’s", ["skipper", "skipper’s"]),
        ("defence", "defense", ["defense"]),
    ],
)
def test_every_form_of_a_word_is_found(query: str, text: str, forms: list[str]) -> None:
    assert found(query, text) == forms


def test_words_are_found_only_one_after_the_other() -> None:
    text = "Рыбацкой артелью. Рыбацкая новая артель. Рыбацкие «артели»."
    assert found("рыбацкая артель", text) == ["Рыбацкой артелью", "Рыбацкие «артели"]


@pytest.mark.parametrize(
    "text",
    [
        "тре\u0301ска́",
        "тр\u0435\u0308ска",
        "трёска",
        "тре\u00adска",
        "ТРЕСКА",
        "тре\u200bска",
    ],
)
def test_marks_and_case_do_not_hide_a_word(text: str) -> None:
    assert found("треска", f"— {text}!") == [text]


def test_a_decomposed_letter_is_not_the_letter_without_its_mark() -> None:
    assert found("рои", "ро\u0438\u0306 рои", typing=True) == ["ро\u0438\u0306", "рои"]
    assert found("«рои»", "ро\u0438\u0306 рои") == ["рои"]


@pytest.mark.parametrize(
    ("query", "text"), [("istanbul", "İSTANBUL"), ("strasse", "Straße"), ("Straße", "STRASSE")]
)
def test_letters_that_are_several_in_another_case_keep_the_offsets(query: str, text: str) -> None:
    assert found(query, f"İß {text} ßİ") == [text]


@pytest.mark.parametrize(
    ("query", "text", "forms"),
    [
        ("12-й", "к 12-й и 112-й, 12–й", ["12-й", "12–й"]),
        ("U.S.", "the U.S. and us", ["U.S."]),
        ("20%", "20 или 20%", ["20%"]),
        ("[4]", "see [3] [4]", ["[4]"]),
        ("треска,", "треска и треске", ["треска", "треске"]),
        ("US", "US uses us", ["US", "us"]),
    ],
)
def test_digits_and_signs_are_found_as_they_are(query: str, text: str, forms: list[str]) -> None:
    assert found(query, text) == forms


@pytest.mark.parametrize(
    "query", ["«северной треской»", '"северной треской"', "“северной треской”"]
)
def test_a_query_in_quotes_is_exact(query: str) -> None:
    assert found(query, "Северной треской, северная треска") == ["Северной треской"]


def test_a_word_inside_another_is_not_found() -> None:
    assert found("кот", "котёл, скот, 3кот, кот_1") == ["кот"]


def test_what_is_being_typed_is_found_as_a_beginning() -> None:
    assert found("рыба", "рыбацкий, рыбой", typing=True) == ["рыба", "рыбой"]
    assert found("рыба", "рыбацкий, рыбой") == ["рыбой"]


def test_a_single_letter_begins_too_many_words() -> None:
    assert found("о", "оно о нём", typing=True) == ["о"]


def test_only_the_last_word_may_be_a_beginning() -> None:
    assert found("рыб арт", "рыбацкая артель", typing=True) == []
    assert found("рыбацкая арт", "рыбацкой артели", typing=True) == ["рыбацкой арт"]


def test_an_open_quote_is_exact_while_it_is_typed() -> None:
    assert found("«северной тр", "северной треской, северная треска", typing=True) == [
        "северной тр"
    ]


@pytest.mark.parametrize("query", ["", "  ", '"', "«»", "“", "''"])
def test_a_query_of_nothing_finds_nothing(query: str) -> None:
    assert found(query, "текст без кавычек", typing=True) == []


def test_each_text_has_its_own_ranges() -> None:
    assert WordQuery("волна").matches(["", "волны", "а волну"]) == [[], [(0, 5)], [(2, 7)]]


def test_english_is_found_without_the_russian_dictionary() -> None:
    script = (
        "import sys; from reader.terms.query import WordQuery;"
        "WordQuery('boats in the 3rd harbour').matches(['boat']); print('pymorphy3' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


_CHARACTERS = st.sampled_from("аеёийкЙЁ ab.-'«»\"1№ßİ\u0301\u0306\u0308\u00ad\n[]_")


@settings(deadline=None)  # the dictionary is loaded in one of them
@given(st.text(_CHARACTERS, max_size=12), st.text(_CHARACTERS, max_size=60), st.booleans())
def test_ranges_are_in_the_text_in_order_and_apart(query: str, text: str, typing: bool) -> None:
    (ranges,) = WordQuery(query, typing=typing).matches([text])
    ends = [0, *(end for _start, end in ranges)]
    starts = [*(start for start, _end in ranges), len(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))
    assert all(start < end for start, end in ranges)


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=60))
def test_no_query_breaks_the_finder(query: str, text: str) -> None:
    WordQuery(query).matches([text, query])


def test_a_very_long_query_is_no_danger() -> None:
    assert found("а" * 100_000, "а") == []
