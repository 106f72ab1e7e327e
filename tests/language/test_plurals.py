"""A rule for plurals comes from outside: it is run where it is one, and replaced where not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language import plurals

RUSSIAN = [2, 0, 1, 1, 1, 2]


def header(rule: str, count: object = 3) -> str:
    return f"Language: ru\nPlural-Forms: nplurals={count}; plural={rule};\n"


def forms(text: str, language: str = "ru") -> list[int]:
    found = plurals.of_header(text, language)
    return [found.form_of(n) for n in range(6)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (header("n > 1", 2), [0, 0, 1, 1, 1, 1]),
        (header("0", 1), [0] * 6),
        ("nplurals= 2 ; plural= n>2", [0, 0, 0, 1, 1, 1]),
        ("X: y\nplural-forms: nplurals=2; plural=!n\n", [1, 0, 0, 0, 0, 0]),
    ],
)
def test_a_sound_rule_is_the_headers(text: str, expected: list[int]) -> None:
    assert forms(text) == expected
    assert not plurals.fails(plurals.of_header(text, "ru"))


@pytest.mark.parametrize("text", ["", "Language: ru\n"])
def test_without_a_rule_that_of_the_language_holds(text: str) -> None:
    assert forms(text) == RUSSIAN
    assert not plurals.fails(plurals.of_header(text, "ru"))


@pytest.mark.parametrize(
    "text",
    [
        header("n != !!11"),
        header("__import__('os')"),
        header("n ? 0"),
        header("(" * 500 + "n" + ")" * 500),
        header("n+" * 1000 + "0"),
        header("n" * 100_000),
        header(""),
        header("0", 0),
        header("0", 9),
        header("0", "9" * 5000),
        header("n>1", "two"),
        "nplurals=3\n",
        "plural=0;\n",
    ],
)
def test_what_is_not_a_rule_gives_way_to_that_of_the_language(text: str) -> None:
    assert forms(text) == RUSSIAN
    assert plurals.fails(plurals.of_header(text, "ru"))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("n%0", RUSSIAN),
        ("2/(n-1)", [2, 0, 2, 1, 0, 0]),
        ("n", [0, 1, 2, 1, 1, 2]),
        ("n-2", [2, 0, 0, 1, 2, 2]),
        ("1000000*n", [0, 0, 1, 1, 1, 2]),
    ],
)
def test_a_number_that_a_rule_fails_at_is_left_to_that_of_the_language(
    rule: str, expected: list[int]
) -> None:
    assert forms(header(rule)) == expected
    assert plurals.fails(plurals.of_header(header(rule), "ru"))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("pt-BR", [0, 0, 1]),
        ("en", [1, 0, 1]),
        ("zz", [1, 0, 1]),
        ("", [1, 0, 1]),
        ("ja", [0, 0, 0]),
    ],
)
def test_the_rule_of_a_language_is_cldrs(language: str, expected: list[int]) -> None:
    assert forms("", language)[:3] == expected


@settings(deadline=None)
@given(rule=st.text(st.sampled_from("n0123%/*+-<>=!&|?:() "), max_size=40))
def test_no_rule_ends_the_program(rule: str) -> None:
    found = plurals.of_header(header(rule), "ru")
    plurals.fails(found)
    assert all(0 <= found.form_of(n) < 3 for n in range(50))
