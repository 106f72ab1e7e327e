"""Entries are found by what somebody types."""

from __future__ import annotations

import pytest

from reader.dossiers.loader import load
from reader.dossiers.paths import builtin
from reader.model import Term
from reader.terms.lookup import LookUp
from reader.terms.patterns import has_rule, patterns_for
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


def _written(term: Term, kind: str, language: str) -> set[str]:
    made = patterns_for(kind, language, term, "", other_languages=True)
    return {form for pattern in made for form in pattern.forms}


def test_every_form_of_a_term_finds_what_the_term_does() -> None:
    entries = load(builtin()).entries
    look_up = LookUp(entries)
    count = 0
    for each in entries:
        for language, terms in each.terms.items():
            for term in terms:
                found = look_up.find(term.text)
                assert each in found
                bare = term.case == "capital" and has_rule(term)
                one = _written(term, "place", language)  # a place is never several
                for form in _written(term, each.kind, language):
                    words = form.split()
                    if bare and form not in one:
                        # Working groups are not the Working Group, but near it.
                        assert each in look_up.find(form) or look_up.exact(form)
                        continue
                    # Whatever is a term itself finds itself first.
                    for order in (words, words[::-1], [*words[1:], words[0]]):
                        written = " ".join(order)
                        if len(words) > 4 and order is not words:
                            continue
                        assert look_up.find(written) == found, (term.text, written)
                        count += 1
                    assert look_up.find(form.upper()) == found, (term.text, form)
                    count += 1
    assert count > 5000


@pytest.mark.parametrize(
    "query",
    ["партнёрство", "партнерство", "партнёрства", "ПАРТНЕРСТВОМ", "партнёрствам"],
)
def test_the_letter_yo_and_the_ending_make_no_difference(query: str) -> None:
    entries = [
        entry("charter", "document", ru=("Хартия партнёрства",)),
        entry("partnership", "concept", ru=("партнёрство", "дружба")),
        entry("partner", "concept", ru=("партнёр",)),
        entry("strategic", "concept", ru=("стратегическое партнёрство",)),
    ]
    found = [each.id for each in LookUp(entries).find(query)]
    assert found == ["partnership", "strategic"]


def test_words_in_another_order_are_the_same_term() -> None:
    for query in ("дружбы хартией", "Дружбы Хартия", "лосеву петру", "friendship charter of"):
        assert LOOK_UP.find(query)[0].id in ("charter", "losev")
        assert LOOK_UP.exact(query)


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
