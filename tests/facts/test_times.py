"""Times of sentences that stand in ``data/times.*.txt``, with their values."""

from __future__ import annotations

import pytest

from reader.facts.extractor import Extractor
from tests.facts import tables

PUBLISHED = "2026-02-10"


@pytest.mark.parametrize(("language", "row"), tables.rows("times"))
def test_times_stand_in_the_sentence_with_their_values(language: str, row: tables.Row) -> None:
    day = row.head or PUBLISHED
    facts = Extractor(published=day, language=language).facts(row.sentence)
    found = [tables.written(fact) for fact in facts if fact.kind == "time"]
    assert found == list(row.expected)
