"""What a hyphen at the end of a line was: one of the word's own, or one that divided it."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cached_property

_OWN_AFTER = frozenset(
    [
        "all",
        "anti",
        "ex",
        "five",
        "four",
        "half",
        "high",
        "long",
        "low",
        "mid",
        "part",
        "self",
        "seven",
        "short",
        "six",
        "ten",
        "three",
        "two",
        "vice",
        "well",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "вице",
        "во",
        "кое",
        "пресс",
        "премьер",
        "экс",
    ]
)
"""After these the hyphen is the word's own: self-made, кое-кто."""
_OWN_BEFORE = frozenset(["либо", "нибудь"])
_PRONOUNS = frozenset(
    ["где", "как", "какая", "какие", "какое", "какой", "когда", "кто", "куда", "что", "чей"]
)
_LONGEST = 500_000
_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"


class Hyphens:
    """Joins two parts of a word that a line end parts, by how ``text`` writes such words."""

    def __init__(self, text: str) -> None:
        self._text = text

    def between(self, before: str, after: str) -> str:
        """Return the hyphen that stays between a line, without its own, and the next one."""
        first = re.search(r"[^\W_]+$", before[-80:])
        second = re.match(r"[^\W_]+", after[:80])
        if first is None or second is None:
            return "-"
        left, right = first[0].lower(), second[0].lower()
        if f"{left}-{right}" in self._words:
            return "-"
        if left + right in self._words:
            return ""
        is_own = (
            not (first[0].isalpha() and second[0].isalpha())
            or second[0][0].isupper()
            or len(left) == 1
            or left in _OWN_AFTER
            or right in _OWN_BEFORE
            or (right == "то" and left in _PRONOUNS)
        )
        return "-" if is_own else ""

    @cached_property
    def _words(self) -> Container[str]:
        return frozenset(re.findall(_WORD, self._text[:_LONGEST].lower()))
