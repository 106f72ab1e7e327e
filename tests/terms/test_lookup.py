"""Entries are found by what somebody types."""

from __future__ import annotations

import pytest

from reader.terms.lookup import LookUp
from tests.terms.glossaries import capital, entry, short

LOOK_UP = LookUp(
    [
        entry(
            "charter", "document", ru=("Хартия дружбы", short("ХД")), en=("Charter of Friendship",)
        ),
        entry("corridor", "project", ru=("Средний коридор",), en=("Middle Corridor",)),
        entry("amendment", "document", ru=("907-я поправка",), en=("Amendment 907",)),
        entry("route", "project", ru=("Маршрут Лосева", short("TRL")), en=("Losev Route",)),
        entry("losev", "person", ru=("Пётр Лосев", capital("Лосев")), en=("Pyotr Losev",)),
    ]
)


@pytest.mark.parametrize(
    ("query", "id"),
    [
        ("ХД", "charter"),
        ("хд", "charter"),
        ("хартией дружбы", "charter"),
        ("charters of friendship", "charter"),
        ("Среднего коридора", "corridor"),
        ("среднего кор", "corridor"),
        ("middle c", "corridor"),
        ("907-й поправки", "amendment"),
        ("907", "amendment"),
        ("Маршрута Лосева", "route"),
        ("лосев", "losev"),
        ("петр лосев", "losev"),
        ("Петра Лосева", "losev"),
        ("дружб", "charter"),
    ],
)
def test_any_form_or_beginning_finds_the_entry_first(query: str, id: str) -> None:
    assert LOOK_UP.find(query)[0].id == id
    assert LOOK_UP.exact(query)


@pytest.mark.parametrize(
    ("query", "id"),
    [("корридор", "corridor"), ("хартея дружбы", "charter"), ("amendmant", "amendment")],
)
def test_a_slip_finds_the_nearest(query: str, id: str) -> None:
    assert LOOK_UP.find(query)[0].id == id
    assert not LOOK_UP.exact(query)


def test_nonsense_finds_nothing() -> None:
    assert LOOK_UP.find("ъъъ") == []
    assert not LOOK_UP.exact("ъъъ")


def test_an_empty_query_lists_all_up_to_the_limit() -> None:
    assert [found.id for found in LOOK_UP.find(" ", limit=2)] == ["charter", "corridor"]
    assert not LOOK_UP.exact("")


@pytest.mark.parametrize("query", ["-", "—…", " « ", "\u0301", "!?"])
def test_signs_find_nothing(query: str) -> None:
    assert not LOOK_UP.exact(query)
    assert LOOK_UP.find(query) == []


def test_nothing_that_is_typed_finds_everything() -> None:
    assert len(LOOK_UP.find(" ")) == 5
