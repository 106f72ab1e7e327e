"""What a line holds together, by the rules of each language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.typography import MOST, held_together, is_held, with_no_break_spaces


@pytest.mark.parametrize(
    "marked",
    [
        # a short word, in any case, after a bracket or a quotation mark
        "Курс к_миру и_порту: В_море (в_бухте) «о_рыбе» НЕ_НАДО",
        "Шлях з_Києва і_до_Львова та_у_порт",
        "I_saw a_gull and the boat in port",
        # a number and what it counts, or its month
        "Прибыли 31_компания и_8_августа ещё 5_млн тонн",
        "Подписано 10_февраля_2026_г. Потом",
        "10\xa0лютого_2026\xa0р. Потім 8_серпня",
        "31_companies and 31_Dutch boats on 8_August and August_9",
        "907-й_причал, the 2nd_pier",
        "74_% от_1_000_000_тонн, 20_°C, 10:42_UTC",
        # a number that counts nothing
        "В_2025, а_позже из_31 и_в_2026 Лиман",
        "In 2025 Holland and 31 of the 40 were at 5 when",
        "рейсы 7 и_9 или 11",
        # what is numbered
        "№_907 и_§_3, см. п._5 и_статья_7",
        "Section_907 and No._3, pp._4",
        # names
        "капитан М._С._Орлова и_Дж._Д._Грин",
        "порт г._Лиман, но_в_2026_г. Лиман, им._Орловой",
        "Mr_Green met Dr._Hall; a_mr. green",
        # a dash stays with the word before
        "море_— тишина, the sea_– silence",
        "т._е. вчера, до_н._э. и_т._д. и_т._п.",
    ],
)
def test_what_belongs_together_is_held_together(marked: str) -> None:
    plain = marked.replace("_", " ")
    at = [i for i, character in enumerate(plain) if character == " "]
    held = "".join(
        "_" if i in at and is_held(plain, i, i + 1) else character
        for i, character in enumerate(plain)
    )
    assert held == marked


def test_the_last_word_of_a_text_is_held_by_nothing() -> None:
    assert not is_held("вечер в ", 7, 8)


def test_a_place_is_the_same_wherever_the_line_begins() -> None:
    assert is_held("море и порт", 6, 7, 5)


def test_ranges_are_whole_words() -> None:
    text = "Порт: в 907-й гавани — 31 лодка, и 12-я\nне у М. С. Орловой"
    assert [text[start:end] for start, end in held_together(text)] == [
        "в 907-й гавани —",
        "31 лодка,",
        "и 12-я",
        "не у М. С. Орловой",
    ]


def test_a_range_fits_a_narrow_column() -> None:
    text = "и в " * 40
    ranges = [*held_together(text)]
    assert len(ranges) > 1
    assert all(end - start <= MOST for start, end in ranges)


words = st.sampled_from(
    ["и", "в", "31", "лодка", "августа", "2026", "г.", "—", "М.", "Орлова", "907-й", "a", "I", "же",
     "слово", "a" * 40, "", "(в", "№", "\n", "%", "т.", "е."]
)  # fmt: skip
texts = st.lists(words, max_size=30).map(" ".join)


@given(texts)
def test_ranges_are_in_order_and_apart(text: str) -> None:
    at = 0
    for start, end in held_together(text):
        assert at <= start < end <= len(text)
        assert "\n" not in text[start:end]
        at = end


@given(texts)
def test_a_no_break_space_stands_for_a_space_and_nothing_else_changes(text: str) -> None:
    assert with_no_break_spaces(text).replace("\xa0", " ") == text
