"""What the pack of a language has for facts: words, rules of times, tense."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import NamedTuple, cast

from reader.facts import words
from reader.facts.grammar import Table
from reader.model import ClaimStatus
from reader.terms import languages
from reader.terms.languages import word_files
from reader.terms.languages.registry import codes

DEFAULT = "en"
"""The language of a text whose own has no rules of facts."""


class Phrase(NamedTuple):
    """A name of several words, such as that of a day."""

    words: tuple[str, ...]
    value: str


class Signal(NamedTuple):
    """A word or phrase that attributes a statement, or lowers or moves its firmness."""

    words: tuple[str, ...]
    status: ClaimStatus
    attributes: bool


class Language(NamedTuple):
    """Words and rules of one language, ready for use."""

    code: str
    words: words.Words
    named_days: dict[str, list[Phrase]]
    """By their first word, longest first."""
    clocks: Table
    dates: Table
    joined: Table
    ranges: Table
    comma_decimal: bool
    rules: ModuleType
    quantities: ModuleType
    signals: dict[str, list[Signal]]
    """By their first word, longest first."""
    speech: ModuleType
    tense: ModuleType


@cache
def language(code: str) -> Language:
    """Return the rules of a language, or those of :data:`DEFAULT` where it has none."""
    folder = Path(languages.__path__[0]) / code / "facts"
    if code not in codes() or not (folder / "rules.py").is_file():
        return language(DEFAULT)
    rules = import_module(f"{languages.__name__}.{code}.facts.rules")
    like = getattr(rules, "LIKE", code)
    macros = rules.MACROS
    return Language(
        code,
        words.read(folder, ("numbers", "numerals", "times")),
        _named_days(folder),
        Table(rules.CLOCKS, macros),
        Table(rules.DATES, macros),
        Table(rules.JOINED, macros),
        Table(rules.RANGES, macros),
        rules.COMMA_DECIMAL,
        rules,
        _module(code, like, "quantities"),
        _signals(folder),
        _module(code, like, "speech"),
        _module(code, like, "tense"),
    )


def _module(code: str, like: str, name: str) -> ModuleType:
    """Import a module of a language's rules, or that of the one whose rules it takes."""
    folder = Path(languages.__path__[0]) / code / "facts"
    own = code if (folder / f"{name}.py").is_file() else like
    return import_module(f"{languages.__name__}.{own}.facts.{name}")


def _signals(folder: Path) -> dict[str, list[Signal]]:
    found: dict[str, list[Signal]] = {}
    for form, (kind, status) in words.read(folder, ("statements",)).items():
        parts = tuple(form.split("_"))
        # A pack's words are the program's own.
        signal = Signal(parts, cast(ClaimStatus, status), kind == "cue")
        found.setdefault(parts[0], []).append(signal)
    for signals in found.values():
        signals.sort(key=lambda signal: -len(signal.words))
    return found


_PART = re.compile(r"\w+|[^\w\s]")


def _named_days(folder: Path) -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    for value, *forms in word_files.groups(folder, "named_days"):
        for each in product(*(form.split("/") for form in forms)):
            parts = tuple(_PART.findall(" ".join(each)))
            found.setdefault(parts[0], []).append(Phrase(parts, value))
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase.words))
    return found


_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)


def of_text(text: str) -> str:
    """Tell the language of a text by its letters: ``ru``, ``uk`` or ``en``."""
    some = text[:2000]
    cyrillic = len(_CYRILLIC.findall(some))
    if cyrillic < len(_LATIN.findall(some)):
        return "en"
    return "uk" if len(_UKRAINIAN.findall(some)) * 30 > cyrillic else "ru"
