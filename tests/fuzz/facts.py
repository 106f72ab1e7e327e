"""Paragraphs: their facts stand where they say, and take a time in proportion to them."""

from __future__ import annotations

import time
from itertools import product
from pathlib import Path

from hypothesis import strategies as st

from reader.facts.extractor import Extractor
from reader.facts.values import Span
from tests.fuzz.target import Target

_PIECES = (
    "U.S.",
    "New Zealand",
    "dollars",
    "kuwaiti",
    "км2",
    "half",
    "on the 20th",
    "the week of",
    "говорится в отчёте",
    "who heads",
    "5 марта",
    "в понедельник",
    "10:30",
    "с 8 по 10",
    "2025-02-30",
    "31.12.99",
    "03/04/2026",
    "XX век",
    "до н. э.",
    "1990-х",
    "прошлой",
    "неделе",
    "через",
    "два",
    "двадцать",
    "пять",
    "тысяч",
    "млн",
    "3,2",
    "долларов",
    "%",
    "«",
    "»",
    "“",
    "”",
    '"',
    "'",
    ", — ",
    "сказал",
    "он",
    "по словам",
    "возможно",
    "March 5",
    "on Friday",
    "last",
    "next",
    "year",
    "ago",
    "later",
    "7.30pm",
    "from",
    "to",
    "between",
    "and",
    "the",
    "1.5bn",
    "$",
    "€",
    "-",
    "–",
    "−",
    "half",
    "a",
    "quarter",
    "past",
    "twice",
    "Q3",
    "FY25",
    "BC",
    "said",
    "could",
    "according to",
    "Mr.",
    "U.S.",
    "г.",
    "т. д.",
    "́",
    "\xad",
    "\xa0",
    "\u202f",
    "\n",
    "\t",
    "İ",
    "ß",
    "ё",
    "½",
    "№",
    "(",
    ")",
    "...",
    "?!",
    "9999",
    "0000",
    "99999999999999999999",
    "1:1",
    "12-18-24",
    "II",
    "IV",
    "H2O",
    "F-16",
    "�",
    "я",
    "Z",
)
_texts = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=60).map(" ".join),
    st.lists(st.sampled_from(_PIECES), max_size=60).map("".join),
    st.tuples(
        st.lists(st.sampled_from(_PIECES), min_size=1, max_size=4), st.sampled_from(("", " ", ", "))
    ).map(lambda made: made[1].join(made[0] * 800)),
    st.text(max_size=300),
)
_inputs = st.tuples(
    _texts,
    st.sampled_from((None, "ru", "en", "uk")),
    st.sampled_from((None, "2026-02-10", "0001-01-01", "9999-12-31", "2024-02-29")),
)
_SECONDS = 5


def _check(value: tuple[str, str | None, str | None], _folder: Path) -> None:
    text, language, published = value
    extractor = Extractor(None, published, language)
    began = time.process_time()
    facts = extractor.facts(text)
    sentences = extractor.sentences(text)
    assert time.process_time() - began < _SECONDS
    for fact in facts:
        _stands(text, Span(*fact[:3]))
        if fact.speaker is not None:
            _stands(text, fact.speaker)
    assert [fact.start for fact in facts] == sorted(fact.start for fact in facts)
    for one, other in product((f for f in facts if f.kind == "time"), repeat=2):
        assert one is other or one.end <= other.start or other.end <= one.start
    for said in sentences:
        assert 0 <= said.start < said.end <= len(text)
        for span in (said.speaker, said.cue, *said.hedges):
            if span is not None:
                _stands(text, span)


def _stands(text: str, span: Span) -> None:
    assert 0 <= span.start < span.end <= len(text)
    assert text[span.start : span.end] == span.text


TARGET = Target("facts", _inputs, _check)
