"""Russian adjectives of a duration: двухлетний, полуторагодовой, 20-летний."""

from __future__ import annotations

import re

_UNITS = {
    "летн": "year", "годов": "year", "годичн": "year", "дневн": "day", "суточн": "day",
    "недельн": "week", "месячн": "month", "часов": "hour", "минутн": "minute",
    "секундн": "second", "веков": "century",
}  # fmt: skip
_ENDING = r"(?:ий|ый|ой|его|ого|ему|ому|им|ым|ем|ом|ая|яя|ей|ую|юю|ее|ое|ие|ые|их|ых|ими|ыми)"
MAY_HAVE = re.compile("(?:" + "|".join(_UNITS) + ")" + _ENDING + r"\b")
_ADJECTIVE = re.compile("(.*?)(" + "|".join(_UNITS) + ")" + _ENDING)
_PREFIXES: dict[str, float] = {
    "одно": 1, "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8,
    "девяти": 9, "десяти": 10, "одиннадцати": 11, "двенадцати": 12, "тринадцати": 13,
    "четырнадцати": 14, "пятнадцати": 15, "шестнадцати": 16, "семнадцати": 17, "восемнадцати": 18,
    "девятнадцати": 19, "двадцати": 20, "тридцати": 30, "сорока": 40, "пятидесяти": 50,
    "шестидесяти": 60, "семидесяти": 70, "восьмидесяти": 80, "девяносто": 90, "сто": 100,
    "двухсот": 200, "трехсот": 300, "четырехсот": 400, "пятисот": 500, "тысяче": 1000, "полу": 0.5,
    "полутора": 1.5,
}  # fmt: skip


def length(word: str) -> tuple[float, str] | None:
    """Return the count and unit of an adjective, lower-case without ё; ``None`` for another word."""
    found = _ADJECTIVE.fullmatch(word)
    if found is None:
        return None
    count = prefixed(found[1])
    return None if count is None else (count, _UNITS[found[2]])


def unit(word: str) -> str | None:
    """Return the unit of what stands after a number and a hyphen: летний."""
    found = _ADJECTIVE.fullmatch(word)
    return _UNITS[found[2]] if found and not found[1] else None


def prefixed(prefix: str) -> float | None:
    """Return the number that a compound adjective begins with: двадцатипяти(летний)."""
    if prefix in _PREFIXES:
        return _PREFIXES[prefix]
    for at in range(3, len(prefix) - 2):
        tens, ones = _PREFIXES.get(prefix[:at], 0), _PREFIXES.get(prefix[at:], 0)
        if tens >= 20 and 0 < ones < (100 if tens >= 100 else 10):
            return tens + ones
    return None
