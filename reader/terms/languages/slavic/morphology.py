"""Readings of a word by a dictionary of pymorphy3: its possible parses, and all its forms.

The grammar is that of the languages with one; what differs in each is in a subclass of
:class:`Morphology`.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from importlib import import_module
from itertools import product
from typing import Any, NamedTuple

Cell = tuple[str, str, str]
"""Case, number, and in the singular gender, as OpenCorpora names them."""

Row = tuple[str, tuple[str, ...]]
"""A stem, and its endings from the genitive on."""

_CASES = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct"}
_NOUN = ("NOUN",)
_ADJECTIVE = ("ADJF", "PRTF")
_PROPER = frozenset(("Name", "Surn", "Patr", "Geox"))
_VERBAL = frozenset(("pres", "past", "futr", "actv", "pssv", "perf", "impf", "Supr"))


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


class _Tag(NamedTuple):
    """What a tag of pymorphy3 says of a form, in plain types: asking it is slow."""

    pos: str
    cell: Cell | None
    """``None`` of a form that has no case, or one that the language's rules leave out."""
    verbal: frozenset[str]
    bookish: bool
    """An adjective in -ою, which would make twice as many forms of every phrase."""
    animate: bool
    proper: bool


class Morphology:
    """The dictionary of one language, and the rules for what it lacks."""

    language: str
    """What pymorphy3 calls the language of the dictionary."""
    cases: tuple[str, ...]
    """The cases, the nominative first, then in the order of the endings of a :data:`Row`."""
    letters: str
    """Between the brackets of a regular expression: small letters."""
    ordinal: re.Pattern[str]
    """A number with its ending; the number is group 1."""
    ordinal_endings: Mapping[str, tuple[str, ...]]
    """By gender, and "" for the plural: the endings of each case, with spaces between them."""
    between: frozenset[str]
    """What stands between the parts of a name that stay: Ростов-на-Дону."""
    vowels: str

    @abstractmethod
    def noun_endings(self, word: str, gender: str) -> list[Row]:
        """Return stems of a foreign name with endings from the genitive on."""

    @abstractmethod
    def plural_endings(self, word: str, stem: str) -> tuple[str, ...]:
        """Return plural endings by case for a stem of :meth:`noun_endings`, if ruled."""

    def __init__(self) -> None:
        self.letter = re.compile(f"[{self.letters}]")
        self.word = re.compile(rf"[{self.letters}]+(?:-[{self.letters}]+)*")
        self.model = re.compile(rf"\d+[{self.letters}a-z]{{0,2}}|[{self.letters}a-z]")
        self.parses: Callable[[str], tuple[Any, ...]] = cache(self._parse)
        """Parse a lower-case word: every parse that pymorphy3 has for it."""
        self.readings: Callable[[str], tuple[Reading, ...]] = cache(self._read)
        """Return the nominative readings of a lower-case word, which may be hyphenated."""
        self._described: Callable[[Any], _Tag] = cache(self._describe)

    # The dictionary.

    @cached_property
    def analyzer(self) -> Any:
        """The analyzer of pymorphy3 with its dictionary: some 0.2 s the first time."""
        # By name: the package has no type information.
        return import_module("pymorphy3").MorphAnalyzer(lang=self.language)

    def load(self) -> None:
        """Load the dictionary now, to avoid a later wait."""
        _loaded = self.analyzer

    def is_loaded(self) -> bool:
        """Tell whether the dictionary is loaded."""
        return "analyzer" in vars(self)

    def _parse(self, word: str) -> tuple[Any, ...]:
        return tuple(self.analyzer.parse(word))

    def normal_forms(self, word: str) -> frozenset[str]:
        """Return what a lower-case word may be a form of: guesses only where nothing is known.

        Nothing is remembered of it: an index asks for all the words of its texts.
        """
        parses = self.analyzer.parse(word)
        known = [parse for parse in parses if parse.is_known] or parses
        return frozenset(str(parse.normal_form) for parse in known)

    def never_declines(self, word: str) -> bool:
        """Tell whether the dictionary knows the word as one with a single form: Сочи, медиа."""
        return any("Fixd" in parse.tag.grammemes and parse.is_known for parse in self.parses(word))

    def inflected(self, parse: Any, case: str, number: str, gender: str = "") -> str | None:
        """Return the form of a parsed word in one cell; ``None`` without one."""
        form = parse.inflect({case, number, gender} - {""})
        return None if form is None else str(form.word)

    def accusatives(self, head: Reading) -> tuple[str, ...]:
        """Return the cases that an adjective of a noun in the accusative looks like.

        Of a noun in the masculine singular or in the plural.
        """
        return ("gent",) if head.animate else ("nomn",)

    # Readings.

    def _read(self, word: str) -> tuple[Reading, ...]:
        if match := self.ordinal.match(word):
            ordinals = self._ordinal(match[1])
            return tuple(r for r in ordinals if word in r.at("nomn", r.number, r.gender))
        found: list[Reading] = []
        if "-" in word.strip("-"):
            found.extend(self._compound(word))
            # The dictionary's own reading of the whole, unless it is a guess.
            found.extend(r for r in self._simple(word) if r.known)
        else:
            found.extend(self._simple(word))
        if not any(r.known for r in found) and not any(p.is_known for p in self.parses(word)):
            found.extend(r for r in self.guessed(word) if r not in found)
        unique: list[Reading] = []
        for reading in found:
            if reading not in unique:
                unique.append(reading)
        return tuple(unique)

    def guessed(self, word: str) -> Iterator[Reading]:
        """Yield readings, by rule, of a name that is not in the dictionary."""
        if not self.word.fullmatch(word):
            return
        gender = "femn" if word[-1] in "ая" else "masc"
        for stem, endings in self.noun_endings(word, gender):
            forms = {("nomn", "sing", gender): frozenset((word,))}
            for case, ending in zip(self.cases[1:], endings, strict=True):
                forms[case, "sing", gender] = frozenset(stem + each for each in ending.split("|"))
            for case, ending in zip(self.cases, self.plural_endings(word, stem), strict=False):
                forms[case, "plur", ""] = frozenset((stem + ending,))
            yield Reading(True, "sing", gender, False, True, False, forms)

    def _simple(self, word: str) -> Iterator[Reading]:
        for parse in self.parses(word):
            tag = self._described(parse.tag)
            if tag.cell is None or tag.cell[0] != "nomn":
                continue
            noun = tag.pos == "NOUN"
            if not noun and (tag.pos not in _ADJECTIVE or "Abbr" in parse.tag.grammemes):
                # порт is a harbour; the adjective is written «порт.»
                continue
            forms = self._forms(parse, _NOUN if noun else _ADJECTIVE)
            _case, number, gender = tag.cell
            known = bool(parse.is_known)
            yield Reading(noun, number, gender, tag.animate, tag.proper, known, forms)

    def _forms(self, parse: Any, pos: tuple[str, ...]) -> dict[Cell, frozenset[str]]:
        found: dict[Cell, set[str]] = {}
        adjective, verbal = pos != _NOUN, self._described(parse.tag).verbal
        for form in parse.lexeme:
            tag = self._described(form.tag)
            if tag.pos not in pos or tag.cell is None:
                continue
            # A verb's lexeme holds all its participles, an adjective's its superlative.
            if adjective and (tag.bookish or tag.verbal != verbal):
                continue
            found.setdefault(tag.cell, set()).add(form.word)
        return {cell: frozenset(words) for cell, words in found.items()}

    def _describe(self, tag: Any) -> _Tag:
        case = _CASES.get(case_of(tag), case_of(tag))
        cell = (case, number_of(tag), _gender(tag)) if case in self.cases else None
        said = tag.grammemes
        return _Tag(
            str(tag.POS),
            cell,
            frozenset(said & _VERBAL),
            bookish="V-oy" in said,
            animate="anim" in said,
            proper=not said.isdisjoint(_PROPER),
        )

    def _compound(self, word: str) -> Iterator[Reading]:
        parts = word.split("-")
        if self.model.fullmatch(parts[-1]):
            # Аполлон-11, Протон-М: what stands before the number or letter declines.
            first = "-".join(parts[:-1])
            for reading in self.readings(first):
                yield _each(reading, lambda form: {f"{form}-{parts[-1]}"})
            return
        if len(parts) == 3 and parts[1] in self.between:
            # Ростов-на-Дону: the first part declines, what follows it stays.
            for reading in self.readings(parts[0]):
                yield _each(reading, lambda form: {f"{form}-{parts[1]}-{parts[2]}"})
            return
        first, last = "-".join(parts[:-1]), parts[-1]
        for reading in self.readings(last):
            yield _each(reading, lambda form: {f"{first}-{form}"})
            if not reading.noun or len(parts) != 2:
                continue
            for other in self.readings(first):
                if other.noun and other.number == reading.number:
                    # страна-участница: both decline.
                    forms = {
                        (case, number, gender): frozenset(
                            f"{a}-{b}" for a, b in product(other.at(case, number, ""), found)
                        )
                        for (case, number, gender), found in reading.forms.items()
                    }
                    yield reading._replace(forms=forms)

    def _ordinal(self, number: str) -> Iterator[Reading]:
        forms = {
            (case, "sing" if gender else "plur", gender): frozenset(
                f"{number}-{ending}" for ending in endings.split()
            )
            for gender, row in self.ordinal_endings.items()
            for case, endings in zip(self.cases, row, strict=True)
        }
        for gender in self.ordinal_endings:
            number_ = "sing" if gender else "plur"
            yield Reading(False, number_, gender, False, False, True, forms)


def case_of(tag: Any) -> str:
    """Return a case, and "" of a word that has none: a dictionary may leave the nominative out."""
    if tag.case is None:
        return "nomn" if tag.POS in (*_NOUN, *_ADJECTIVE) else ""
    return str(tag.case)


def number_of(tag: Any) -> str:
    """Return ``sing`` or ``plur``: a dictionary may leave the singular out."""
    return "plur" if tag.number == "plur" else "sing"


def _gender(tag: Any) -> str:
    # Plain strings: pymorphy3's own refuse to be compared with anything else.
    if tag.number == "plur":
        return ""
    return "ms-f" if "ms-f" in tag.grammemes else str(tag.gender or "")


def _each(reading: Reading, change: Any) -> Reading:
    return reading._replace(
        forms={
            cell: frozenset(word for form in found for word in change(form))
            for cell, found in reading.forms.items()
        }
    )
