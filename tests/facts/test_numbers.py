"""Numbers of sentences that stand in ``data/numbers.*.txt``, with values and units."""

from __future__ import annotations

import pytest

from reader.facts.extractor import Extractor
from tests.facts import tables


@pytest.mark.parametrize(("language", "row"), tables.rows("numbers"))
def test_numbers_stand_in_the_sentence_with_value_and_unit(language: str, row: tables.Row) -> None:
    facts = Extractor(language=language).facts(row.sentence)
    found = [tables.written_number(fact) for fact in facts if fact.kind == "number"]
    assert found == list(row.expected)


@pytest.mark.parametrize(
    "last", ["U.S.", "New Zealand", "Hong Kong", "кв.", "minus", "$", "№", "a"]
)
def test_what_begins_a_unit_may_end_the_text(last: str) -> None:
    for language in ("ru", "en", "uk"):
        facts = Extractor(language=language).facts(f"с 8 по 10 {last}")
        assert [fact for fact in facts if fact.kind in ("number", "time")]
