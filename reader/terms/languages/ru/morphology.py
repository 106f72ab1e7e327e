"""Readings of a Russian word: its possible parses, and all its forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import product
from typing import Any, NamedTuple

Cell = tuple[str, str, str]
"""Case, number, and in the singular gender, as OpenCorpora names them."""

_CASES = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct"}
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_ORDINAL = re.compile(r"(\d+|[ivxlcdm]+)-(?:[йяею]|ый|ий|ая|ое|ой|го|му|ые|ие|ых|х|м)$")
_MODEL = re.compile(r"\d+[а-яёa-z]{0,2}|[а-яёa-z]")
_BETWEEN = {"на", "де", "ла", "ле", "эль", "эс", "аль", "ан", "о", "по", "в", "и", "за", "под"}


class Reading(NamedTuple):
    """One nominative parse of a word with the forms of its lexeme."""

    noun: bool
    number: str
    gender: str
    animate: bool
    proper: bool
    known: bool
    forms: dict[Cell, frozenset[str]]

    def at(self, case: str, number: str, gender: str) -> frozenset[str]:
        """Return the forms in one cell; adjectives ask for the gender of their head."""
        if number == "plur":
            return self.forms.get((case, number, ""), frozenset())
        if self.noun:
            gender = self.gender_in_singular()
        found = self.forms.get((case, number, gender))
        if found is None and gender == "ms-f":
            found = self.forms.get((case, number, "masc"), frozenset()) | self.forms.get(
                (case, number, "femn"), frozenset()
            )
        return found or frozenset()

    def gender_in_singular(self) -> str:
        """Return the gender of its adjectives in the singular, for a plural word too."""
        if self.number == "sing":
            return self.gender
        return next((gender for _, number, gender in self.forms if number == "sing"), self.gender)


@cache
def analyzer() -> Any:
    """Load pymorphy3 with its dictionary: some 0.2 s the first time."""
    # By name: the package has no type information.
    return import_module("pymorphy3").MorphAnalyzer()


def load_dictionary() -> None:
    """Load the dictionary now, to avoid a later wait."""
    analyzer()


def dictionary_is_loaded() -> bool:
    """Tell whether :func:`analyzer` has been called."""
    return analyzer.cache_info().currsize > 0


@cache
def parses(word: str) -> tuple[Any, ...]:
    """Parse a lower-case word: every parse that pymorphy3 has for it."""
    return tuple(analyzer().parse(word))


def never_declines(word: str) -> bool:
    """Tell whether the dictionary knows the word as one with a single form: Сочи, медиа."""
    return any("Fixd" in parse.tag and parse.is_known for parse in parses(word))


_NOUN = ("NOUN",)
_VERBAL = frozenset(("pres", "past", "futr", "actv", "pssv", "perf", "impf", "Supr"))


class _Tag(NamedTuple):
    """What a tag of pymorphy3 says of a form, in plain types: asking it is slow."""

    pos: str
    cell: Cell | None
    """``None`` of a form that has no case, or is a vocative."""
    verbal: frozenset[str]
    bookish: bool
    """An adjective in -ою, which would make twice as many forms of every phrase."""


@cache
def _described(tag: Any) -> _Tag:
    case = tag.case
    cell = None
    if case is not None and case != "voct":
        cell = (_CASES.get(str(case), str(case)), str(tag.number), _gender(tag))
    return _Tag(str(tag.POS), cell, frozenset(tag.grammemes & _VERBAL), "V-oy" in tag)


def _forms(parse: Any, pos: tuple[str, ...]) -> dict[Cell, frozenset[str]]:
    found: dict[Cell, set[str]] = {}
    adjective, verbal = pos != _NOUN, _described(parse.tag).verbal
    for form in parse.lexeme:
        tag = _described(form.tag)
        if tag.pos not in pos or tag.cell is None:
            continue
        # A verb's lexeme holds all its participles, an adjective's its superlative.
        if adjective and (tag.bookish or tag.verbal != verbal):
            continue
        found.setdefault(tag.cell, set()).add(form.word)
    return {cell: frozenset(words) for cell, words in found.items()}


def _gender(tag: Any) -> str:
    # Plain strings: pymorphy3's own refuse to be compared with anything else.
    if tag.number == "plur":
        return ""
    return "ms-f" if "ms-f" in tag else str(tag.gender or "")


def _simple(word: str) -> Iterator[Reading]:
    for parse in parses(word):
        tag = parse.tag
        if tag.case != "nomn" or tag.POS not in ("NOUN", "ADJF", "PRTF"):
            continue
        noun = tag.POS == "NOUN"
        forms = _forms(parse, _NOUN if noun else ("ADJF", "PRTF"))
        proper = any(g in tag for g in ("Name", "Surn", "Patr", "Geox"))
        known = bool(parse.is_known)
        yield Reading(noun, str(tag.number), _gender(tag), "anim" in tag, proper, known, forms)


def _compound(word: str) -> Iterator[Reading]:
    parts = word.split("-")
    if _MODEL.fullmatch(parts[-1]):
        # Аполлон-11, Протон-М: what stands before the number or letter declines.
        first = "-".join(parts[:-1])
        for reading in readings(first):
            yield _each(reading, lambda form: {f"{form}-{parts[-1]}"})
        return
    if len(parts) == 3 and parts[1] in _BETWEEN:
        # Ростов-на-Дону: the first part declines, what follows it stays.
        for reading in readings(parts[0]):
            yield _each(reading, lambda form: {f"{form}-{parts[1]}-{parts[2]}"})
        return
    first, last = "-".join(parts[:-1]), parts[-1]
    for reading in readings(last):
        yield _each(reading, lambda form: {f"{first}-{form}"})
        if not reading.noun or len(parts) != 2:
            continue
        for other in readings(first):
            if other.noun and other.number == reading.number:
                # страна-участница: both decline.
                forms = {
                    (case, number, gender): frozenset(
                        f"{a}-{b}" for a, b in product(other.at(case, number, ""), found)
                    )
                    for (case, number, gender), found in reading.forms.items()
                }
                yield reading._replace(forms=forms)


def _each(reading: Reading, change: Any) -> Reading:
    return reading._replace(
        forms={
            cell: frozenset(word for form in found for word in change(form))
            for cell, found in reading.forms.items()
        }
    )


_ORDINAL_ENDINGS = {
    "masc": ("й ый ой ий", "го ого", "му ому", "й ый ой го ого", "м ым", "м ом"),
    "neut": ("е ое", "го ого", "му ому", "е ое", "м ым", "м ом"),
    "femn": ("я ая", "й ой", "й ой", "ю ую", "й ой", "й ой"),
    "": ("е ые", "х ых", "м ым", "е ые х ых", "ми ыми", "х ых"),
}


def _ordinal(number: str) -> Iterator[Reading]:
    forms = {
        (case, "sing" if gender else "plur", gender): frozenset(
            f"{number}-{ending}" for ending in endings.split()
        )
        for gender, row in _ORDINAL_ENDINGS.items()
        for case, endings in zip(CASES, row, strict=True)
    }
    for gender in _ORDINAL_ENDINGS:
        yield Reading(False, "sing" if gender else "plur", gender, False, False, True, forms)


@cache
def readings(word: str) -> tuple[Reading, ...]:
    """Return the nominative readings of a lower-case word as noun or adjective.

    The word may be hyphenated.
    """
    if match := _ORDINAL.match(word):
        ordinals = _ordinal(match[1])
        return tuple(r for r in ordinals if word in r.at("nomn", r.number, r.gender))
    found: list[Reading] = []
    if "-" in word.strip("-"):
        found.extend(_compound(word))
        # The dictionary's own reading of the whole, unless it is a guess.
        found.extend(r for r in _simple(word) if r.known)
    else:
        found.extend(_simple(word))
    if not any(r.known for r in found) and not any(p.is_known for p in parses(word)):
        found.extend(r for r in guessed(word) if r not in found)
    unique: list[Reading] = []
    for reading in found:
        if reading not in unique:
            unique.append(reading)
    return tuple(unique)


Row = tuple[str, tuple[str, ...]]
"""A stem, and its endings from the genitive to the prepositional."""

HARD = ("а", "у", "а", "ом", "е")
_SIBILANTS = "жшчщц"


def noun_endings(word: str, gender: str) -> list[Row]:
    """Return stems of a foreign name with endings from genitive to prepositional."""
    stem, last = word[:-1], word[-1]
    rows: list[Row]
    if last in "аеёиоуыэюя":
        if word.endswith("ия"):
            return [(stem, ("и", "и", "ю", "ей", "и"))]
        if last == "я":
            return [(stem, ("и", "е", "ю", "ей", "е"))]
        if last == "а":
            i = "и" if stem[-1:] in "гкхжшчщ" else "ы"
            rows = [(stem, (i, "е", "у", "ой", "е"))]
            if stem[-1:] in _SIBILANTS:
                rows.append((stem, (i, "е", "у", "ей", "е")))
            return rows
        return []
    if gender == "femn":
        # Мехрибан, Меркель: a woman's name in a consonant stays; Любовь is in the dictionary.
        return []
    if last in "йь":
        rows = [(stem, ("я", "ю", "я", "ем", "е"))]
        if word.endswith("ий"):
            rows.append((stem, ("я", "ю", "я", "ем", "и")))
        return rows
    rows = [(word, HARD)]
    if last in _SIBILANTS:
        rows.append((word, ("а", "у", "а", "ем", "е")))
    return rows


def _plural_endings(word: str, stem: str) -> tuple[str, ...]:
    """Return plural endings by case for a stem of :func:`noun_endings`, if ruled."""
    if word == stem:
        i = "и" if word[-1] in "гкхжшчщ" else "ы"
        genitive = "ей" if word[-1] in "жшчщ" else "ов"
        return (i, genitive, "ам", i, "ами", "ах")
    if word[-1] == "й":
        return ("и", "ев", "ям", "и", "ями", "ях")
    if word[-1] == "а":
        i = "и" if stem[-1:] in "гкхжшчщ" else "ы"
        return (i, "", "ам", i, "ами", "ах")
    return ()


def guessed(word: str) -> Iterator[Reading]:
    """Yield readings, by rule, of a name that is not in the dictionary."""
    if not re.fullmatch("[а-яё-]+", word):
        return
    gender = "femn" if word[-1] in "ая" else "masc"
    for stem, endings in noun_endings(word, gender):
        forms = {("nomn", "sing", gender): frozenset((word,))}
        for case, ending in zip(CASES[1:], endings, strict=True):
            forms[case, "sing", gender] = frozenset((stem + ending,))
        for case, ending in zip(CASES, _plural_endings(word, stem), strict=False):
            forms[case, "plur", ""] = frozenset((stem + ending,))
        yield Reading(True, "sing", gender, False, True, False, forms)
