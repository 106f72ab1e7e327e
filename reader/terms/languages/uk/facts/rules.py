"""Rules of Ukrainian times: those of Russian over words of its own."""

from __future__ import annotations

import re
from typing import Any

from reader.terms import dictionaries
from reader.terms.languages.ru.facts.rules import (
    CLOCKS,
    COMMA_DECIMAL,
    DATES,
    FREE_AFTER,
    JOINED,
    JOINS,
    MACROS,
    RANGES,
    TRIGGERS,
)

__all__ = [
    "CLOCKS",
    "COMMA_DECIMAL",
    "DATES",
    "FREE_AFTER",
    "JOINED",
    "JOINS",
    "MACROS",
    "RANGES",
    "TRIGGERS",
]

LIKE = "ru"
"""The language whose rules are taken for what has none here."""
NOT_NAMES = frozenset("я ми ви він вона вони воно це".split())
"""Words that have a capital and are not names."""
_LED = frozenset("till from by after thru beg in on".split())
_STREETS = ("вулиц", "вул", "площ", "просп")

Items = list[Any]
"""Items of :mod:`reader.facts.grammar`: name, value, start, end."""


def prepared(text: str, items: Items) -> Items:
    """Return the items: there are no adjectives of a duration yet."""
    return items


def guarded(text: str, items: Items) -> Items:
    """Take from items what isn't a time, before times are joined."""
    result = list(items)
    for place, item in enumerate(items):
        before = items[place - 1] if place else None
        if (
            item.name == "tmon" and not item.value.year and text[item.start].isupper() and place
        ) or (item.name == "tyear" and _is_count(text, items, place)):
            result[place] = item._replace(name="rejected")
        elif item.name in ("tday", "tyear") and before is not None:
            word = text[before.start : before.end].lower()
            if word.startswith(_STREETS):
                result[place] = item._replace(name="rejected")
        elif item.name == "tdur" and before is not None:
            whose = text[before.start : before.end].lower() in ("віком", "йому", "їй")
            if whose and item.value.value.endswith("Y"):
                result[place] = item._replace(name="age")
    return result


def _is_count(text: str, items: Items, place: int) -> bool:
    """Tell whether a year alone may count what follows it."""
    after = items[place + 1] if place + 1 < len(items) else None
    written = text[items[place].start : items[place].end]
    return written.isdigit() and after is not None and after.name == "x"


def judged(text: str, items: Items) -> Items:
    """Return the items: what isn't a time is told before."""
    return items


def is_common(word: str) -> bool:
    """Tell whether a word, lower-case, begins many a sentence and is not a name.

    The dictionary tells where it is installed, else the list of the commonest.
    """
    if word in _COMMON:
        return True
    if not dictionaries.has("uk") or len(word) > _LONGEST or not _WORD.fullmatch(word):
        return False
    from reader.terms.languages.uk.morphology import MORPHOLOGY

    names = {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"}
    return any(
        parse.is_known and not names & set(parse.tag.grammemes)
        for parse in MORPHOLOGY.parses(word)[:1]
    )


_LONGEST = 40
_WORD = re.compile("[а-щьюяґєії'-]+")


_COMMON = frozenset(
    "у в на за до з із але а і та це цей ця ці той що як коли якщо про від після під над перед при без "
    "для через між усі все його її їх там тут тоді також проте однак".split()
)
