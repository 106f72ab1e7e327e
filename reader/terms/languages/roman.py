"""Roman numerals, as terms and kings have them: up to L."""

from __future__ import annotations

import re

_NUMERAL = re.compile("(?=[IVXL])(?:X{0,3}|XL|L)(?:IX|IV|V?I{0,3})")
_SIGNS = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
MOST = 50


def numeral(number: int) -> str:
    """Return a number as a Roman numeral; "" for what none is written for."""
    if not 0 < number <= MOST:
        return ""
    written = ""
    for value, sign in _SIGNS:
        written += sign * (number // value)
        number %= value
    return written


def value(written: str) -> int:
    """Return the number that a Roman numeral is; 0 for any other word."""
    if not _NUMERAL.fullmatch(written):
        return 0
    return next((n for n in range(1, MOST + 1) if numeral(n) == written), 0)
