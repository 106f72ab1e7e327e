"""The office that stands before a name in English: Azerbaijan's Deputy Foreign Minister."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from reader.language.words import fold
from reader.terms.languages import word_files

_FOLDER = Path(__file__).parent
_OFFICES = word_files.word_list(word_files.words(_FOLDER, "offices"))
_INSIDE = frozenset(word_files.words(_FOLDER, "with_offices"))
_PREPOSITIONS = frozenset(word_files.words(_FOLDER.parent, "prepositions")) - {"of", "for"}
_ARTICLES = frozenset(("the", "a", "an"))
_NOT_FIRST = frozenset(("of", "for", "and", "then", "but", "yet", "so", "while", "when", "as"))
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december".split()
)
GIVEN_NAMES_LOSE = ""
"""Letters that a given name may end with, and loses in other cases."""


def is_office(word: str) -> bool:
    """Tell whether a word is one for an office or a profession."""
    return _OFFICES.has(fold(word).replace("’", "'").removesuffix("'s"))


def before(text: str, words: Sequence[re.Match[str]], at: int) -> str:
    """Return the office that ends at ``at``, where a name begins; ``words`` are those before it."""
    plain = [fold(word[0]) for word in words]
    first, until, has_office = len(words), at, False
    for place in range(len(words) - 1, -1, -1):
        word = plain[place]
        if text[words[place].end() : until].strip():
            break
        if word == "and" and place + 1 < len(words) and is_office(plain[place + 1]):
            break
        office = is_office(word)
        capital = words[place][0][0].isupper() and word not in _ARTICLES | _DAYS | _PREPOSITIONS
        if not (office or word in _INSIDE or capital):
            if word in _PREPOSITIONS:
                # A place stands between: in Baku President Aliyev.
                while (
                    first < len(words)
                    and not is_office(plain[first])
                    and plain[first] not in _INSIDE
                ):
                    first += 1
            break
        has_office |= office
        until, first = words[place].start(), place
    while first < len(words) and plain[first] in _NOT_FIRST:
        first += 1
    if not has_office or first == len(words) or plain[-1] in ("of", "for"):
        return ""
    return " ".join(text[words[first].start() : at].split())
