"""Forms of a Russian place name by rule, beside those of the dictionary.

The dictionary has «лахре» of «Лахор» and «балканов» of «Балканы», and does not know which words of
«Лас-Вегас», «Сан Луис» and «Часов Яр» decline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from reader.terms.languages.pack import Form
from reader.terms.languages.ru.morphology import CASES, never_declines, noun_endings, readings

_HUSHING = "гкхжшчщ"
_MOST_WORDS = 4

Table = dict[str, set[str]]
"""Forms by case, without the nominative."""


def forms(words: Sequence[str]) -> set[Form]:
    """Make the forms of a place's name: its last word declines, the others do or stay."""
    if not 0 < len(words) <= _MOST_WORDS or not all(word[0].isupper() for word in words):
        return set()
    lowered = [word.lower() for word in words]
    tables = [_table(word) for word in lowered]
    found: set[Form] = set()
    for case in CASES[1:]:
        last = tables[-1].get(case)
        if not last:
            continue
        before = [
            {word} | table.get(case, set())
            for word, table in zip(lowered[:-1], tables[:-1], strict=True)
        ]
        found.update(product(*before, last))
    return found


def _table(word: str) -> Table:
    if "-" in word:
        return _hyphenated(word.split("-"))
    table: Table = {}
    if not re.fullmatch("[а-яё]+", word) or never_declines(word):
        return table
    for reading in readings(word):
        for case in CASES[1:]:
            table.setdefault(case, set()).update(reading.at(case, reading.number, reading.gender))
    for stem, endings in _rows(word):
        for case, ending in zip(CASES[1:], endings, strict=True):
            table.setdefault(case, set()).update(stem + each for each in ending.split("|"))
    return table


def _hyphenated(parts: list[str]) -> Table:
    """Return the forms of Гусь-Хрустальный: the last part declines, the first does or stays."""
    if len(parts) != 2:
        return {}
    first, last = _table(parts[0]), _table(parts[1])
    return {
        case: {
            f"{one}-{other}"
            for one in {parts[0]} | first.get(case, set())
            for other in last.get(case, set())
        }
        for case in CASES[1:]
    }


def _rows(word: str) -> list[tuple[str, tuple[str, ...]]]:
    stem, last = word[:-1], word[-1]
    if last in "ыи":
        # Балкан and Балканов, Салоник, Альп.
        soft = last == "и" and stem[-1:] not in _HUSHING
        if soft:
            return [(stem, ("ей|ев|ь", "ям", last, "ями", "ях"))]
        return [(stem, ("|ов", "ам", last, "ами", "ах"))]
    if last == "ь":
        # The masculine ones are in the dictionary: Ярославль, Кремль.
        return [(stem, ("и", "и", "ь", "ью", "и"))]
    if re.search("(?:[оеё]в|[иы]н)о$", word):
        return [(stem, ("а", "у", "о", "ом", "е"))]
    rows = noun_endings(word, "masc")
    if re.search("(?:[оеё]в|[иы]н)$", word):
        # Часов Яр: an adjective, в Часовом Яре.
        rows.append((word, ("а", "у", "", "ым", "ом")))
    return rows
