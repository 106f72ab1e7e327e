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


def test_what_follows_the_words_of_an_author_in_marks_of_its_own_is_quoted_too() -> None:
    said = "«Нас бросили», — говорят матросы. — «Никто не приехал»."
    facts = Extractor(language="ru").facts(said)
    quoted = [fact.text for fact in facts if fact.kind == "quote"]
    assert quoted == ["Нас бросили", "Никто не приехал"]


def test_a_quotation_that_the_next_paragraph_closes_is_one_over_its_sentences() -> None:
    said = "The pilot said: “The tide is late. Nobody came."
    extractor = Extractor(language="en")
    (quoted,) = (fact for fact in extractor.facts(said) if fact.kind == "quote")
    assert quoted.text == "The tide is late. Nobody came"
    assert quoted.speaker is not None
    assert quoted.speaker.text == "The pilot"
    assert len(extractor.sentences(said)) == 2
