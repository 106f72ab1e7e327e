"""All forms of a Russian term, with its numbers and shortened words in other spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reader.terms.languages import word_files
from reader.terms.languages.pack import Before, Form, ParsedTerm, Spelling
from reader.terms.languages.ru import numbers
from reader.terms.languages.ru.morphology import MORPHOLOGY, parses
from reader.terms.languages.ru.names import NAMES
from reader.terms.languages.ru.phrases import PHRASES
from reader.terms.languages.ru.places import PLACES
from reader.terms.languages.slavic.terms import Terms

_SHORTENINGS = {
    word: short for word, *[short] in word_files.groups(Path(__file__).parent, "shortenings")
}
_GLUED = ("а", "у", "ом", "ем", "е", "и", "ы", "ов", "ам", "ами", "ах", "я", "ю", "й")
_OF_PLACES = (
    ("ский", "йский", "ьский", "анский"),
    ("ский", "йский", "ьский", "инский"),
    ("ский", "ьский"),
)

TERMS = Terms(MORPHOLOGY, PHRASES, NAMES, PLACES, glued=_GLUED, of_places=_OF_PLACES)
countries = TERMS.countries
adjective_forms = TERMS.adjective_forms
is_office = TERMS.is_office


def expand(term: ParsedTerm) -> Iterator[tuple[Spelling, set[Form]]]:
    """Make every form of ``term``, for each way to write it."""
    yield term.spelling, TERMS.forms(term)
    if term.kind == "person":
        for words in numbers.reigns(term.spelling.words, term.gender):
            written = term.spelling._replace(words=words)
            yield written, TERMS.forms(term._replace(text=" ".join(words), spelling=written))
    if not term.foreign:
        yield from numbers.rewritten(term.spelling)
        yield from _shortened(term)


def expand_after(term: ParsedTerm) -> Iterator[tuple[Before, Spelling, set[Form]]]:
    """Make the forms of ``term`` that stand only after something.

    «Два газовых хаба» after a numeral; «Восточной и Западной партий» after another adjective.
    """
    units = TERMS.units(term.spelling)
    if term.foreign or term.abbreviation or len(units) < 2:
        return
    if term.kind == "person" and units[-1][0].isupper():
        return
    yield "and", term.spelling, PHRASES.after_and(units)
    if term.kind != "place":
        yield "numeral", term.spelling, PHRASES.after_numeral(units)


def _shortened(term: ParsedTerm) -> Iterator[tuple[Spelling, set[Form]]]:
    """Yield the term with a word or its letters pointed: «ст. 50», «им. Гамалеи», «С.Ш.А.»."""
    words, separators = term.spelling
    if len(words) == 1 and re.fullmatch("[А-ЯЁ]{2,4}", words[0]):
        letters = tuple(words[0])
        yield Spelling(letters, (".",) * (len(letters) - 1)), {tuple(words[0].lower())}
    for i, word in enumerate(words[:-1]):
        if separators[i] or word.isupper():
            continue
        short = _SHORTENINGS.get(_lemma(word.lower()))
        if short is not None:
            forms = {(*form[:i], short, *form[i + 1 :]) for form in TERMS.forms(term)}
            spelling = Spelling(
                (*words[:i], short, *words[i + 1 :]), (*separators[:i], ".", *separators[i + 1 :])
            )
            yield spelling, forms


def _lemma(word: str) -> str:
    return next((str(p.normal_form) for p in parses(word) if p.tag.POS in ("NOUN", "ADJF")), "")
