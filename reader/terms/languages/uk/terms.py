"""All forms of a Ukrainian term, however its apostrophes are written."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.language.characters import APOSTROPHES
from reader.language.words import WORD
from reader.terms.languages import word_files
from reader.terms.languages.pack import Before, Form, ParsedTerm, Spelling
from reader.terms.languages.slavic.terms import Terms
from reader.terms.languages.uk.morphology import MORPHOLOGY
from reader.terms.languages.uk.names import NAMES
from reader.terms.languages.uk.phrases import PHRASES
from reader.terms.languages.uk.places import PLACES

_SPELLINGS = word_files.groups(Path(__file__).parent, "spellings")
_LETTER = "\u02bc"
"""The apostrophe that is a letter, and does not divide words: обʼєкт."""
_INSIDE = re.compile(rf"(?<=[^\W\d_])[{re.escape(APOSTROPHES)}](?=[^\W\d_])")
_GLUED = tuple("у а ом ем ові еві і и ів ам ами ах ю я єм ї".split())

_OF_PLACES = (
    ("ський", "йський", "ьський", "анський"),
    ("ський", "йський", "ьський", "инський"),
    ("ський", "ьський"),
)


class UkrainianTerms(Terms):
    """Terms whose words may have an apostrophe inside."""

    def is_inside(self, sign: str, before: str, after: str) -> bool:
        return sign == "'" or super().is_inside(sign, before, after)

    def is_office(self, units: Sequence[str]) -> bool:
        # The dictionary does not tell given names from other nouns: Володимир Зеленський.
        named = len(units) > 1 and all(unit[0].isupper() for unit in units)
        return not named and super().is_office(units)


TERMS = UkrainianTerms(MORPHOLOGY, PHRASES, NAMES, PLACES, glued=_GLUED, of_places=_OF_PLACES)
countries = TERMS.countries
adjective_forms = TERMS.adjective_forms


def expand(term: ParsedTerm) -> Iterator[tuple[Spelling, set[Form]]]:
    """Make every form of ``term``, for each way to write it."""
    for text in _spellings(term.text):
        yield from _written(term, TERMS.forms(_parsed(term, text)), text)


def expand_after(term: ParsedTerm) -> Iterator[tuple[Before, Spelling, set[Form]]]:
    """Make the forms of ``term`` that stand only after another adjective of its noun."""
    parsed = _parsed(term, term.text)
    units = TERMS.units(parsed.spelling)
    if term.foreign or term.abbreviation or len(units) < 2:
        return
    if term.kind == "person" and units[-1][0].isupper():
        return
    for spelling, forms in _written(term, PHRASES.after_and(units), term.text):
        yield "and", spelling, forms


def _spellings(text: str) -> list[str]:
    """Return a term, and as others spell it: проєкт and проект, вчитель and учитель."""
    found = [text]
    for group in _SPELLINGS:
        for beginning, other in itertools.permutations(group, 2):
            changed = _replaced(found[0], beginning, other)
            if changed not in found:
                found.append(changed)
    return found


def _replaced(text: str, beginning: str, other: str) -> str:
    """Return ``text`` with the words that begin so beginning otherwise, in the same case."""

    def cased(match: re.Match[str]) -> str:
        return other.capitalize() if match[0][0].isupper() else other

    return re.sub(rf"(?<!\w){beginning}", cased, text, flags=re.IGNORECASE)


def _parsed(term: ParsedTerm, text: str) -> ParsedTerm:
    """Return a term with its apostrophes as separators: об'єкт is of two words."""
    return term._replace(text=text, spelling=_read(_INSIDE.sub("'", text)))


def _read(text: str) -> Spelling:
    from reader.terms.tokens import separator

    matches = list(WORD.finditer(text))
    gaps = (text[a.end() : b.start()] for a, b in itertools.pairwise(matches))
    separators = tuple("'" if gap == "'" else separator(gap) or "" for gap in gaps)
    return Spelling(tuple(match[0] for match in matches), separators)


def _written(term: ParsedTerm, forms: set[Form], text: str) -> Iterator[tuple[Spelling, set[Form]]]:
    """Yield forms with apostrophes that divide words, and with those that are letters."""
    if text == term.text and not _INSIDE.search(text):
        yield term.spelling, forms
        return
    words, separators = _read(_INSIDE.sub("'", text))
    yield Spelling(words, tuple("" if sign == "'" else sign for sign in separators)), forms
    if _INSIDE.search(text):
        lettered = {tuple(word.replace("'", _LETTER) for word in form) for form in forms}
        yield _read(_INSIDE.sub(_LETTER, text)), lettered
