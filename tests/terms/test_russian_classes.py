"""Russian terms beyond plain inflection: numerals, places, ordinals, points, hyphens, coordination."""

from __future__ import annotations

import pytest

from reader.model import EntryKind, Term
from tests.terms.glossaries import capital, entry, finder, found


@pytest.mark.parametrize(
    ("kind", "term", "text", "expected"),
    [
        # After два, три, четыре, оба, and digits that end so.
        ("concept", "речной порт", "два речных порта", ["речных порта"]),
        ("concept", "речной порт", "оба новых речных порта", ["речных порта"]),
        ("concept", "речной порт", "24 речных порта", ["речных порта"]),
        ("concept", "речной порт", "12 речных порта", []),
        ("concept", "речной порт", "возле речных порта", []),
        ("concept", "речное судно", "четыре речных судна", ["речных судна"]),
        ("concept", "речная пристань", "две речных пристани", ["речных пристани"]),
        ("person", "главный механик", "три главных механика", ["главных механика"]),
        # Places by rule beside the dictionary.
        ("place", "Тонхэ", "в Тонхэ", ["Тонхэ"]),
        ("place", "Кёсон", "в Кёсоне, из Кёсона", ["Кёсоне", "Кёсона"]),
        ("place", "Мальдивы", "с Мальдив на Мальдивы", ["Мальдив", "Мальдивы"]),
        ("place", "Сан Хуан", "в Сан Хуане", ["Сан Хуане"]),
        ("place", "Лысков Бор", "до Лыскова Бора, в Лысковом Боре", ["Лыскова Бора", "Лысковом Боре"]),
        ("place", "Волк-Озёрный", "из Волка-Озёрного, в Волк-Озёрном", ["Волка-Озёрного", "Волк-Озёрном"]),
        ("place", "Сочи", "соч. в Сочи", ["Сочи"]),
        # The last word of a made-up name declines.
        ("organisation", "Нордик банк", "у Нордик банка", ["Нордик банка"]),
        ("organisation", "ТВ Медиа концерн", "ТВ Медиа концерну", ["ТВ Медиа концерну"]),
        # A name in the plural has no singular.
        ("organisation", "Новости", "новость, Новость; читаю «Новости»", ["Новости"]),
        # Ordinals in words and digits.
        ("document", "седьмой пакет мер", "7-го пакета мер", ["7-го пакета мер"]),
        ("document", "седьмой пакет мер", "в 7 пакете мер", ["7 пакете мер"]),
        ("document", "статья 31", "в 31 статье, 31-ю статью", ["31 статье", "31-ю статью"]),
        ("document", "статья 31", "тридцать первой статьи", ["тридцать первой статьи"]),
        ("document", "статья 22", "22 статьи", []),
        ("document", "815-я глава", "815 главы, 815 глав", ["815 главы"]),
        ("person", "капитан 2-го ранга", "капитаном 2 ранга", ["капитаном 2 ранга"]),
        # Shortened with a point.
        ("organisation", "Министерство рыболовства", "в Мин. рыболовства", ["Мин. рыболовства"]),
        ("organisation", "Театр имени Ленского", "в Театре им. Ленского", ["Театре им. Ленского"]),
        ("document", "статья 31", "по ст. 31", ["ст. 31"]),
        # What a hyphen adds.
        ("concept", "дежурный врач", "дежурного врача-хирурга", ["дежурного врача"]),
        ("concept", "врач", "врача-хирурга, врач-час", ["врача"]),
        ("concept", "рынок зерна", "рынок зерна- и точка", ["рынок зерна"]),
        # Two adjectives of one noun.
        ("organisation", "Северная верфь", "Южной и Северной верфей", ["Северной верфей"]),
        ("organisation", "Северная верфь", "Северной и Южной верфей", ["Северной"]),
        ("concept", "малый флот", "малого и большого флота", ["малого"]),
        ("concept", "малый флот", "малого и старого порта", []),
        ("place", "Республика Коми", "Республикой и Республикой Коми", ["Республикой Коми"]),
    ],
)  # fmt: skip
def test_a_class_of_forms(kind: EntryKind, term: str, text: str, expected: list[str]) -> None:
    assert found(finder(entry("e", kind, ru=(term,))), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Речь держала Громова.", "woman"),
        ("Громова ушла.", "woman"),
        ("ГРОМОВА НЕ ПРИШЛА", "woman"),
        ("Слова Громова удивили.", "man"),
        ("Это у Громова.", "man"),
        ("Позвали Громову.", None),
    ],
)
def test_of_two_people_with_one_form_the_text_chooses(text: str, expected: str | None) -> None:
    man = entry("man", "person", ru=("Пётр Громов", capital("Громов")))
    woman = entry("woman", "person", ru=("Инна Громова", capital("Громова")))
    for both in ((man, woman), (woman, man)):
        (only,) = finder(*both).mentions(text)
        assert expected is None or only.entry == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Надежды Громова не сбылись.", ["Громова"]),
        ("Веру Громова в успех не поколебать.", ["Громова"]),
        ("Вера Громова пришла.", []),
        ("Роману Громову вручили приз.", []),
        ("Мелания Громова пришла.", []),
    ],
)
def test_a_given_name_that_is_a_word_is_told_by_its_case(text: str, expected: list[str]) -> None:
    man = entry("man", "person", ru=("Пётр Громов", capital("Громов")))
    assert found(finder(man), text) == expected


def test_a_name_that_men_and_women_have_declines_as_either() -> None:
    person = entry("p", "person", ru=("Саша Бергман",))
    assert found(finder(person), "О Саше Бергмане и о Саше Бергман.") == [
        "Саше Бергмане",
        "Саше Бергман",
    ]


@pytest.mark.parametrize(
    ("gap", "text", "expected"),
    [
        (0, "Речь о прочном, выгодном союзе.", []),
        (1, "Речь о прочном, выгодном союзе.", ["прочном, выгодном союзе"]),
        (1, "Речь о прочном союзе.", ["прочном союзе"]),
        (1, "Речь о прочном и выгодном союзе.", ["прочном"]),
        (2, "Речь о прочном и выгодном союзе.", ["прочном и выгодном союзе"]),
        (1, "Речь о прочном и весьма выгодном союзе.", []),
        (2, "Он прочный. Выгодный союз ждут.", []),
    ],
)
def test_other_words_stand_between_only_where_the_term_says_so(
    gap: int, text: str, expected: list[str]
) -> None:
    union = entry("u", "concept", ru=(Term("прочный союз", gap=gap),))
    assert found(finder(union), text) == expected


def test_an_english_term_may_have_a_gap_too() -> None:
    pact = entry("p", "document", en=(Term("trade pact", gap=2),))
    assert found(finder(pact), "Trade, customs and tariff pacts; a trade or other pact.") == [
        "trade or other pact"
    ]
