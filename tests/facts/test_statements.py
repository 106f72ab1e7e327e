"""Who says the sentences that stand in ``data/statements.*.txt``, how firmly, and what is quoted."""

from __future__ import annotations

import pytest

from reader.facts.extractor import Extractor
from tests.facts import tables


@pytest.mark.parametrize(("language", "row"), tables.rows("statements"))
def test_a_sentence_has_its_status_speaker_and_quotations(language: str, row: tables.Row) -> None:
    extractor = Extractor(language=language)
    status, speaker, *quoted = row.expected
    (said,) = extractor.sentences(row.sentence)
    facts = [fact for fact in extractor.facts(row.sentence) if fact.kind == "quote"]
    assert said.status == status
    assert (said.speaker.text if said.speaker else "-") == speaker
    assert [fact.text for fact in facts] == [each for each in quoted if each]
    assert all(fact.speaker == said.speaker for fact in facts)
