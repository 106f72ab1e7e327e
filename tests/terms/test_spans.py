"""Where a mention begins and ends, in whatever text."""

from __future__ import annotations

import re

import pytest

from reader.terms import tokens
from tests.terms.glossaries import entry, finder, found, short

TERMS = finder(
    entry("route", "project", ru=("Маршрут Трампа", short("TRIPP")), en=(short("TRIPP"),)),
    entry("us", "place", en=("U.S.",)),
    entry("baku", "place", ru=("Баку",)),
    entry("group", "organisation", ru=("группа Вагнера",)),
    entry("line", "concept", ru=("Баку – Тбилиси",)),
    entry("word", "concept", ru=("йодный ёж",)),
    entry("minister", "person", ru=("премьер-министр",)),
)


@pytest.mark.parametrize(
    "text",
    [
        "Маршрут\nТрампа",
        "Маршрут\r\n   Трампа",
        "Маршрут\u00a0Трампа",
        "Маршрут-Трампа",
        "маршрут «Трампа»",
        "Марш\u00adрут Трам\u00adпа",
        "Маршру\u0301т Тра\u0301мпа",
        "Марш-\nрут Трампа",
        "МАРШРУТ ТРАМПА",
        "и\u0306одный е\u0308ж",
        "ЙОДНЫЙ ЕЖ",
        "Баку-Тбилиси",
        "Баку — Тбилиси",
        "премьер-\nминистру",
        "премьер-ми-\nнистру",
    ],
)
def test_a_term_is_whole(text: str) -> None:
    assert found(TERMS, f"Вот: {text}, да") == [text]


@pytest.mark.parametrize("gap", ["\n\n", " \n \n ", ". ", ", ", " — ", " / ", "\u2028\u2028", "_"])
def test_a_term_does_not_span(gap: str) -> None:
    assert found(TERMS, f"Маршрут{gap}Трампа") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TRIPPа", "TRIPPа"),
        ("TRIPP-а", "TRIPP"),
        ("TRIPP’s", "TRIPP"),
        ("the U.S., here", "U.S."),
        ("in the U.S.", "U.S."),
        ("the US.", "US"),
        ("«Маршрут Трампа»", "Маршрут Трампа"),
        ("группа «Вагнера» ушла", "группа «Вагнера»"),
        ('"группа Вагнера" ушла', "группа Вагнера"),
        ('группа "Вагнера" ушла', 'группа "Вагнера"'),
    ],
)
def test_where_a_mention_ends(text: str, expected: str) -> None:
    assert found(TERMS, text) == [expected]


@pytest.mark.parametrize("before", ["İ", "ß", "ﬁ", "\ud800", "👍🏽", "\u0301", "\u202e", "ǰ", "𝔘"])
def test_offsets_are_code_points_of_the_text_as_given(before: str) -> None:
    text = f"{before} {before} Баку"
    (mention,) = TERMS.mentions(text)
    assert (mention.start, mention.end) == (len(text) - 4, len(text))


def test_the_longest_of_overlapping_terms_wins() -> None:
    terms = finder(
        entry("a", "concept", ru=("северный ветер",)),
        entry("b", "concept", ru=("ветер перемен в порту",)),
    )
    assert found(terms, "северный ветер перемен в порту") == ["ветер перемен в порту"]


def test_of_equal_terms_the_first_entry_wins() -> None:
    terms = finder(entry("b", "concept", ru=("ветер",)), entry("a", "concept", ru=("ветер",)))
    assert [m.entry for m in terms.mentions("ветра", nested=True)] == ["b"]


def test_nested_mentions_follow_what_holds_them() -> None:
    terms = finder(
        entry("embassy", "organisation", ru=("посольство США", "посольство США в Баку")),
        entry("us", "place", ru=(short("США"),)),
        entry("baku", "place", ru=("Баку",)),
    )
    assert found(terms, "посольства США в Баку") == ["посольства США в Баку"]
    assert found(terms, "посольства США в Баку", nested=True) == [
        "посольства США в Баку",
        "США",
        "Баку",
    ]


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\u00ad"])
def test_an_invisible_character_after_a_word_is_no_part_of_a_mention(sign: str) -> None:
    place = entry("baku", "place", ru=("Баку",))
    assert found(finder(place), f"в Ба{sign}ку{sign}, {sign}Баку{sign} и") == [
        f"Ба{sign}ку",
        "Баку",
    ]


@pytest.mark.parametrize(
    ("language", "term", "text", "expected"),
    [
        ("ru", "№ 907", "907 человек, № 907, №907 и №\u00a0907", ["№ 907", "№907", "№\u00a0907"]),
        ("ru", "№ 907", "№ 9071, № 1907, № 907,5", []),
        (
            "ru",
            "поправка № 907",
            "поправки № 907, поправкой 907",
            ["поправки № 907", "поправкой 907"],
        ),
        ("ru", "10 %", "10 столов, 10 %, 10%, 110 %, 2,10 %", ["10 %", "10%"]),
        ("ru", "§ 5", "5 яблок; § 5, §5, § 5.1", ["§ 5", "§5"]),
        ("en", "$100", "100 men, $100, $ 100", ["$100", "$ 100"]),
        ("ru", "газ (природный)", "газа (природного), газ (природный", ["газа (природного)"]),
        ("ru", "Что? Где? Когда?", "«Что? Где? Когда?»", ["Что? Где? Когда?"]),
        ("ru", "Что? Где? Когда?", "что, где и когда", []),
        ("en", "Yahoo!", "Yahoo, “Yahoo!” and Yahoo!, Yahoo!", ["Yahoo!", "Yahoo!", "Yahoo!"]),
        ("en", "Jeopardy!", "the double jeopardy", []),
        ("ru", "ОПЕК+", "ОПЕК, ОПЕК+ и ОПЕК", ["ОПЕК+"]),
        ("en", "Q&A", "a Q&A, a Q & A, QA", ["Q&A", "Q & A"]),
        ("en", "C++/CLI", "C++/CLI, C++", ["C++/CLI"]),
        ("en", "T-Mobile (US)", "T-Mobile, T-Mobile (US)", ["T-Mobile (US)"]),
        ("en", "(classified)", "a classified (classified) note", ["classified", "classified"]),
        ("en", "[sic]", "sic transit", ["sic"]),
        ("en", "etc.", "this, etc., that etc. and etc", ["etc.", "etc.", "etc"]),
        ("en", "“Birch”", "birch", ["birch"]),
        ("en", "/r/science", "science, /r/science", ["/r/science"]),
        ("ru", "A/B-тест", "A/B-тест и B-тест", ["A/B-тест"]),
    ],
)
@pytest.mark.parametrize("sign", ["", " 終"])
def test_signs_that_belong_to_a_term_are_inside(
    language: str, term: str, text: str, expected: list[str], sign: str
) -> None:
    made = entry("e", "concept", **{language: (term,)})
    assert found(finder(made), text + sign) == expected


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("Северный поток", "Северного потока-2, Северный поток\u2011 3, Северным потоком–2", 0),
        ("Северный поток", "Северный поток-II, Северный поток-IV", 0),
        ("Северный поток", "Северного потока – лучшего, Северный поток-2022", 2),
        ("Северный поток-2", "Северного потока-2, Северный поток-2", 2),
        ("саммит", "саммита-2025, саммит-2025, саммите — 2 дня", 3),
        ("глобальное потепление", "глобального потепления—90 градусов", 1),
        ("Экспо", "Экспо-2025, но не Экспо-3", 1),
        ("Ми-8", "Ми-8, Ми-8 и Ми-8", 3),
        ("Марьино", "Марьино–Люблино, Марьино-Люблино", 2),
    ],
)
def test_a_number_after_a_hyphen_makes_another_name_but_a_year_does_not(
    term: str, text: str, expected: int
) -> None:
    assert len(found(finder(entry("e", "project", ru=(term,))), text)) == expected


def test_the_words_of_usual_texts_are_runs_of_letters_and_digits() -> None:
    word = re.compile(tokens.USUAL_WORD)
    for character in map(chr, range(0x11000)):
        if tokens.UNUSUAL.search(character) is None:
            normal = tokens.usual_normal(character)
            assert len(normal) == 1
            found = word.fullmatch(normal) is not None
            assert found == (tokens.BARE_WORD.fullmatch(normal) is not None), character
