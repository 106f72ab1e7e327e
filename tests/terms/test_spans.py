"""Where a mention begins and ends, in whatever text."""

from __future__ import annotations

import pytest

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
