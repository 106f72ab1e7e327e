"""All forms of a Russian term: phrases, names, abbreviations, numbered things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reader.terms import countries as cldr
from reader.terms.languages import word_files
from reader.terms.languages.pack import Before, Form, ParsedTerm, Spelling
from reader.terms.languages.ru import names, numbers, phrases, places
from reader.terms.languages.ru.morphology import guessed, never_declines, parses, readings

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_GLUED = ("а", "у", "ом", "ем", "е", "и", "ы", "ов", "ам", "ами", "ах", "я", "ю", "й")
_SHORTENINGS = {
    word: short for word, *[short] in word_files.groups(Path(__file__).parent, "shortenings")
}
_VOWELS = "аеёиоуыэюя"


def expand(term: ParsedTerm) -> Iterator[tuple[Spelling, set[Form]]]:
    """Make every form of ``term``, for each way to write it."""
    yield term.spelling, _forms(term)
    if not term.foreign:
        yield from numbers.rewritten(term.spelling)
        yield from _shortened(term)


def expand_after(term: ParsedTerm) -> Iterator[tuple[Before, Spelling, set[Form]]]:
    """Make the forms of ``term`` that stand only after something.

    «Два газовых хаба» after a numeral; «Восточной и Западной партий» after another adjective.
    """
    units = _units(term.spelling)
    if term.foreign or term.abbreviation or len(units) < 2:
        return
    if term.kind == "person" and units[-1][0].isupper():
        return
    yield "and", term.spelling, phrases.after_and(units)
    if term.kind != "place":
        yield "numeral", term.spelling, phrases.after_numeral(units)


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
            forms = {(*form[:i], short, *form[i + 1 :]) for form in _forms(term)}
            spelling = Spelling(
                (*words[:i], short, *words[i + 1 :]), (*separators[:i], ".", *separators[i + 1 :])
            )
            yield spelling, forms


def _lemma(word: str) -> str:
    return next((str(p.normal_form) for p in parses(word) if p.tag.POS == "NOUN"), "")


def _units(spelling: Spelling) -> list[str]:
    """Split a spelling into words, hyphenated ones whole."""
    units: list[str] = []
    for i, word in enumerate(spelling.words):
        if i and spelling.separators[i - 1] == "-":
            units[-1] += "-" + word
        else:
            units.append(word)
    return units


def _forms(term: ParsedTerm) -> set[Form]:
    kind, spelling = term.kind, term.spelling
    words = tuple(word.lower() for word in spelling.words)
    found = {words}
    if term.foreign:
        return found | {(*words[:-1], words[-1] + ending) for ending in _GLUED}
    if term.abbreviation:
        for i, word in enumerate(spelling.words):
            if word.isupper() and words[i][-1] not in _VOWELS and _CYRILLIC.search(word):
                found |= {(*words[:i], words[i] + end, *words[i + 1 :]) for end in _GLUED}
        if any(word.isupper() for word in spelling.words) or term.text.islower():
            return found
    units = _units(spelling)
    plural = kind not in ("person", "place")
    if kind == "person":
        first = [r for r in readings(units[0].lower()) if r.noun and r.known]
        head = first or [
            r for unit in units[1:2] for r in readings(unit.lower()) if r.noun and r.known
        ]
        office = any(r.animate for r in head) and not any(r.proper for r in head)
        if office or (len(units) == 1 and not units[0][0].isupper()):
            plural = True
            found |= phrases.forms(units, plural=True)
        found |= names.forms(units, term.gender)
        return found
    if kind == "organisation" and units[0][0].isupper() and phrases.is_plural(units):
        # Известия, Ведомости: «известие» is a common word.
        plural = False
    found |= phrases.forms(units, plural=plural)
    if kind == "place":
        found |= places.forms(units)
    if kind == "organisation" and len(units) > 1 and _declines_last(units):
        # Газпром нефть: the last of two nouns side by side may be the only one that declines.
        before = tuple(unit.lower() for unit in units[:-1])
        for (_, number), cell in phrases.paradigm(units[-1:]).items():
            if number == "sing":
                found |= {(*before, *form) for form in cell}
    if len(units) == 1 and units[0][0].isupper() and not _is_singular(units[0]):
        # A brand or a town that the dictionary takes for another word's form (Тесла).
        found |= {
            (form,)
            for r in guessed(units[0].lower())
            for forms in r.forms.values()
            for form in forms
        }
    if len(units) > 1 and all(unit[0].isupper() for unit in units) and _is_made_up(units[0]):
        # A proper name that no dictionary knows (Эксон Мобил): any of its words may decline.
        found |= names.forms(units, "masc")
    return found


def _is_singular(word: str) -> bool:
    return any(r.known and r.number == "sing" for r in readings(word.lower()))


def _declines_last(units: list[str]) -> bool:
    """Tell whether the last word may decline alone: Газпром нефть, Дойче банк, Милли Меджлис."""
    if len(units) == 2 and _is_singular(units[0]):
        return True
    return not any(
        reading.known and (not reading.noun or reading.number == "sing")
        for unit in units[:-1]
        if not never_declines(unit.lower())
        for reading in readings(unit.lower())
    )


def _is_made_up(word: str) -> bool:
    lowered = word.lower()
    return not any(p.is_known for p in parses(lowered)) and all(r.noun for r in readings(lowered))


def countries() -> Iterator[str]:
    """Yield the names of countries in one word, in the genitive: Британии, Ирака, Перу."""
    for name in cldr.all_names("ru"):
        if name.isalpha():
            yield name.lower()
            for form in phrases.paradigm((name,)).get(("gent", "sing"), ()):
                yield form[0]
