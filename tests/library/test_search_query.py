"""The language of a search: what a query asks for, and what is said of a mistake in it."""

from __future__ import annotations

import pytest

from reader.language.interface import describe
from reader.library.search_query import LONGEST, MOST_PARTS, Part, Query, QueryError, parse


def said(query: str) -> str:
    with pytest.raises(QueryError) as caught:
        parse(query)
    return describe(caught.value.problems[0])


def kinds(parts: tuple[Part, ...]) -> list[tuple[str, str]]:
    return [(part.kind, part.text) for part in parts]


def test_a_query_has_words_phrases_beginnings_and_what_is_not_wanted() -> None:
    query = parse('порт "новый причал" стро* -мост -"старый город" –канал')
    assert kinds(query.parts) == [("word", "порт"), ("phrase", "новый причал"), ("prefix", "стро")]
    assert kinds(query.without) == [
        ("word", "мост"),
        ("phrase", "старый город"),
        ("word", "канал"),
    ]
    assert [part.at for part in query.parts] == [0, 5, 20]


@pytest.mark.parametrize("quoted", ["«новый порт»", "“новый порт”", "„новый порт“", '"новый порт"'])
def test_any_quotation_marks_make_a_phrase(quoted: str) -> None:
    assert kinds(parse(quoted).parts) == [("phrase", "новый порт")]


@pytest.mark.parametrize(
    "query",
    [
        "publisher:Вестник after:2024 before:2025-03 lang:RU entry:lake",
        "издание:Вестник после:2024 до:2025-03 язык:ru термин:lake",
        "видання:Вестник після:2024 до:2025-03 мова:ru термін:lake",
        "Издание:Вестник ПОСЛЕ:2024 до:03.2025 lang:ru термин:lake",
    ],
)
def test_keys_are_understood_in_every_language_of_the_interface(query: str) -> None:
    read = parse(query)
    assert (read.publishers, read.languages) == (("вестник",), ("ru",))
    assert (read.after, read.before) == ("2024-01-01", "2025-03-01")
    assert [named.text for named in read.entries] == ["lake"]
    assert not read.parts


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025", "2025-01-01"),
        ("2025-7", "2025-07-01"),
        ("2025-12-19", "2025-12-19"),
        ("19.12.2025", "2025-12-19"),
        ("12.2025", "2025-12-01"),
    ],
)
def test_a_date_is_a_year_a_month_or_a_day(written: str, day: str) -> None:
    assert parse(f"порт after:{written}").after == day


def test_a_value_in_quotation_marks_may_have_spaces() -> None:
    assert parse('publisher:"Северный вестник" порт').publishers == ("северный вестник",)


@pytest.mark.parametrize("query", ["http://example.org", "12:30", "Баку:порт", "и/или", "C++"])
def test_a_colon_alone_makes_no_key(query: str) -> None:
    assert kinds(parse(query).parts) == [("word", query)]


@pytest.mark.parametrize(
    ("query", "place", "why"),
    [
        ('порт "новый', 6, "quotation mark is not closed"),
        ("порт после:вчера", 6, "“вчера” is not a date"),
        ("after:2025-13 x", 1, "“2025-13” is not a date"),
        ("before:2025-02-30", 1, "is not a date"),
        ("publsher:Вестник", 1, "Did you mean “publisher:”?"),
        ("lang:русский", 1, "is not the code of a language"),
        ("порт entry:", 6, "nothing comes after “entry:”"),
        ("порт после: мост", 6, "nothing comes after “после:”"),
        ("порт -lang:ru", 6, "takes no minus"),
        ("по*т", 1, "the star is not at the end"),
        ("п*", 1, "needs two letters"),
        ("after:2026 before:2025", 12, "nothing is earlier"),
    ],
)
def test_a_mistake_is_named_with_its_place(query: str, place: int, why: str) -> None:
    message = said(query)
    assert why in message
    assert f"character {place}:" in message


def test_a_query_without_words_or_with_too_many_is_refused() -> None:
    assert "no word" in said("— …")
    assert str(LONGEST) in said("порт " * LONGEST)
    assert str(MOST_PARTS) in said("а б " * MOST_PARTS)


@pytest.mark.parametrize(
    "query", ["", "  ", "…", '"', "after:", "after:20", "after:2025-", "lang:"]
)
def test_nothing_is_missing_of_a_query_that_is_being_typed(query: str) -> None:
    assert parse(query, typing=True) == Query()
