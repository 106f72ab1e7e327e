"""Words and the normal form in which they are compared."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.words import WORD, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ёлка", "елка"),
        ("за́мок", "замок"),
        ("Нахчы\u00adван", "нахчыван"),
        ("и\u0306од", "йод"),
        ("Е\u0308ж", "ёж"),
        ("İlham", "ilham"),
        ("STRASSE", "straße"),
        ("Türkiye", "Tu\u0308rkiye"),
        ("TRIPP", "tripp"),
    ],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("йод", "иод"), ("résumé", "resume"), ("мир", "мор")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_word_keeps_its_stress_marks_and_soft_hyphens() -> None:
    text = "Го́род, сто\u00adлица (2025)"
    assert WORD.findall(text) == ["Го́род", "сто\u00adлица", "2025"]


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = "İİ Баку"
    match = list(WORD.finditer(text))[1]
    assert text[match.start() : match.end()] == "Баку"


_letters = st.text(
    st.one_of(
        st.characters(min_codepoint=0x20, max_codepoint=0x24F),
        st.characters(min_codepoint=0x400, max_codepoint=0x52F),
        st.sampled_from("\u0301\u0300\u0306\u0308\u00ad\u200b"),
    ),
    max_size=30,
)


@given(_letters)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(_letters)
def test_case_and_composition_make_no_difference(text: str) -> None:
    assert fold(text.upper()) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(st.lists(st.text("абвгдеёжй Abc", max_size=8), max_size=4))
def test_folding_goes_character_by_character(pieces: list[str]) -> None:
    assert fold("".join(pieces)) == "".join(map(fold, pieces))
