"""The rules of every language that has some."""

from __future__ import annotations

from importlib import import_module

import pytest

from reader.facts.grammar import Item, Table
from reader.facts.language import language
from reader.facts.meanings.table import MEANINGS

LANGUAGES = ("en", "ru")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_rule_has_a_meaning_that_is_known(code: str) -> None:
    rules = import_module(f"reader.terms.languages.{code}.facts.rules")
    named = {
        meaning
        for table in (rules.CLOCKS, rules.DATES, rules.JOINED, rules.RANGES)
        for _, meaning in table
    }
    assert named - set(MEANINGS) <= {"keep"}


def test_a_language_without_rules_has_those_of_english() -> None:
    assert language("eo") is language("en")


def test_the_first_rule_that_means_something_wins() -> None:
    table = Table([("a b", "both"), ("a", "one")])
    items = [Item("a", 1, 0, 1), Item("b", 2, 2, 3)]
    assert [i.name for i in table.apply(items, lambda match: Item(match.meaning, None, 0, 3))] == [
        "both"
    ]
    kept = table.apply(items, lambda m: Item("one", None, 0, 1) if m.meaning == "one" else None)
    assert [i.name for i in kept] == ["one", "b"]
