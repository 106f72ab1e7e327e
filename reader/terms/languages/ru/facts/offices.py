"""The office that stands before a name in Russian: заместитель министра иностранных дел."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from reader.language.words import fold
from reader.terms.languages import word_files
from reader.terms.languages.ru.facts import tense

_FOLDER = Path(__file__).parent
_OFFICES = word_files.word_list(word_files.words(_FOLDER, "offices"))
_PREPOSITIONS = frozenset(word_files.words(_FOLDER.parent, "prepositions"))
_INSIDE = frozenset("по при в во на".split())
"""Prepositions that an office may have: посол в Баку, уполномоченный по правам человека."""
_CASES = frozenset("nomn gent datv accs ablt loct".split())
_WORD = re.compile("[А-ЯЁ][а-яё]+")
_ADJECTIVE = re.compile(r"[а-я-]+(?:ый|ий|ой|ая|яя|ого|его|ому|ему|ым|им|ую|юю|ых|их)$")
_NEVER_ADJECTIVES = re.compile(
    r"(?:котор|эт|т|так|друг|сам|вс|сво|наш|ваш|ч)(?:[а-я]{1,4})$|его$|их$"
)
GIVEN_NAMES_LOSE = "аяйьеоы"
"""Letters that a given name may end with, and loses in other cases."""


def is_office(word: str) -> bool:
    """Tell whether a word is one for an office or a profession."""
    return _OFFICES.has(fold(word))


def before(text: str, words: Sequence[re.Match[str]], at: int) -> str:
    """Return the office that ends at ``at``, where a name begins; ``words`` are those before it."""
    plain = [fold(word[0]) for word in words]
    first, until = None, at
    for place in range(len(words) - 1, -1, -1):
        word = plain[place]
        if text[words[place].end() : until].strip():
            break
        until = words[place].start()
        office = is_office(word)
        if not office and tense.tense(plain, place) in ("p", "f", "n", "i"):
            break
        if word in _PREPOSITIONS and word not in _INSIDE:
            break
        if word == "и" and place + 1 < len(words) and is_office(plain[place + 1]):
            break
        if office:
            first = place
    if first is None or not _agrees(words[first][0], text[at:]):
        return ""
    while first and not text[words[first - 1].end() : words[first].start()].strip():
        word = plain[first - 1]
        if not _ADJECTIVE.match(word) or _NEVER_ADJECTIVES.match(word):
            break
        first -= 1
    return " ".join(text[words[first].start() : at].split())


def _agrees(office: str, rest: str) -> bool:
    """Tell whether an office and the name after it may be in one case.

    In «пресс-секретарь Дональда Трампа» the office is another's.
    """
    name = _WORD.match(rest)
    if name is None:
        return True
    cases = [_cases(fold(word)) for word in (office, name[0])]
    return not all(cases) or not cases[0].isdisjoint(cases[1])


def _cases(word: str) -> frozenset[str]:
    from reader.terms.languages.ru.morphology import MORPHOLOGY

    found: set[str] = set()
    for parse in MORPHOLOGY.parses(word):
        found |= parse.tag.grammemes & _CASES
    return frozenset(found)
