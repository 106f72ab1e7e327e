"""Every letter finds itself, in the terms of a glossary and in what somebody looks for."""

from __future__ import annotations

import pytest

from reader.language.words import fold
from reader.model import Entry, Term
from reader.terms.factory import matcher
from reader.terms.query import WordQuery
from reader.terms.tokens import UNUSUAL, usual_normal
from tests.terms.glossaries import entry, finder, found

# Latin, Greek and Cyrillic, with what is added to them, and ligatures.
_BLOCKS = (
    *((0x41, 0x2AF), (0x370, 0x52F), (0x1C80, 0x1C8F), (0x1D00, 0x1DBF), (0x1E00, 0x1FFF)),
    *((0x2C60, 0x2C7F), (0x2DE0, 0x2DFF), (0xA640, 0xA69F), (0xA720, 0xA7FF), (0xAB30, 0xAB6F)),
    (0xFB00, 0xFB06),
)
LETTERS = [chr(c) for first, last in _BLOCKS for c in range(first, last + 1) if chr(c).isalpha()]
UNUSUAL_SIGNS = ("", " 終", " \u00ad終\u0301")


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("shape", ["{}", "{}ба", "ba{}ba", "ба{}"])
def test_a_term_with_any_letter_finds_itself(language: str, shape: str) -> None:
    words = [shape.format(letter) for letter in LETTERS]
    terms = matcher(
        [Entry(f"e{n}", "concept", {language: (Term(word),)}) for n, word in enumerate(words)],
        cache=False,
    )
    lost = [
        word
        for word in words
        for sign in UNUSUAL_SIGNS
        if found(terms, f"зато {word} the{sign}") != [word]
    ]
    assert lost == []


@pytest.mark.parametrize("shape", ["{}ба", "ba{}"])
def test_a_term_with_any_letter_is_found_in_either_case(shape: str) -> None:
    words = [shape.format(letter) for letter in LETTERS]
    terms = matcher(
        [Entry(f"e{n}", "concept", {"en": (Term(word),)}) for n, word in enumerate(words)],
        cache=False,
    )
    cases = [written for word in words for written in (word.upper(), word.lower())]
    assert [word for word in cases if found(terms, f"зато {word} the") != [word]] == []


@pytest.mark.parametrize("typing", [True, False])
@pytest.mark.parametrize("quotes", ["{}", "«{}»"])
def test_a_word_with_any_letter_is_found(quotes: str, *, typing: bool) -> None:
    lost = []
    for letter in LETTERS:
        word = f"ба{letter}"
        query = WordQuery(quotes.format(word), typing=typing)
        texts = [f"зато {word} the{sign}" for sign in UNUSUAL_SIGNS]
        if query.matches(texts) != [[(5, 5 + len(word))]] * len(texts):
            lost.append(letter)
    assert lost == []


@pytest.mark.parametrize("term", ["Bakı", "Iğdır", "Diyarbakır", "Kılıçdaroğlu", "İzmir", "Şırnak"])
@pytest.mark.parametrize("sign", UNUSUAL_SIGNS)
def test_names_with_and_without_dots_are_found(term: str, sign: str) -> None:
    terms = finder(entry("e", "place", en=(term,)))
    assert found(terms, f"to {term}, {term.upper()} and back{sign}") == [term, term.upper()]


def test_what_is_usual_has_its_normal_form_offset_by_offset() -> None:
    usual = [chr(c) for c in range(0x110000) if UNUSUAL.search(chr(c)) is None]
    assert [c for c in usual if fold(c) != usual_normal(c) or len(usual_normal(c)) != 1] == []
