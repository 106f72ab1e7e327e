"""Terms that a query is truly near: a slip, another alphabet, another layout, a part of a name.

Better none than one that has nothing to do with it: each word of the query has to be a word of the
term, in any form and with at most a slip, and what it leaves of the term must not be most of it.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reader.language.keyboard import are_neighbours
from reader.terms.patterns import words_of

MOST_NEAR = 3
"""Suggestions that a reader takes in at a glance."""

_COVERED = 0.35
"""Of the letters of a term: those of its words that a query has to have."""
_COVERED_BY_SOUND = 0.75
"""The same where a query is in another alphabet."""
_LONGEST_ENDING = 3
_LONGEST_LATIN_ENDING = 2
_STEM_WITH_SLIP = 6
"""Letters of a stem with a slip after which a query may have another ending than a term."""
_STEM = 0.7
"""Of the longer of two words: what their stems have at least."""
_SHORTEST_STEM = 4
_ONE_SLIP, _TWO_SLIPS = 5, 9
"""Letters of a stem in which so many slips may be."""
_FEWEST_LETTERS = 3
_WEAK = 3.0
"""How far a short word is from another with a slip in it."""
_VOWELS = frozenset("aeiouyаеёиоуыэюяіїє")
_PAIRS = frozenset(
    map(frozenset, ("бп", "вф", "гк", "дт", "жш", "зс", "bp", "vf", "gk", "dt", "zs", "ck", "cs"))
)

_CYRILLIC = dict(
    zip(
        map(ord, "абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюя"),
        "a b v g g d e ie zh z i i i i k l m n o p r s t u f h ts ch sh sch _ i _ e iu ia".split(),
        strict=True,
    )
) | {ord(sign): "" for sign in "ъь'’"}
# One of several spellings of a sound: Khartiya, Hartija; Zangezurskii, Zangezursky.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("kh", "h"),
        ("shch", "sch"),
        ("ck|q", "k"),
        ("w", "v"),
        ("ph", "f"),
        ("x", "ks"),
        ("[yj]", "i"),
        (r"(.)\1+", r"\1"),
    )
)


class _Term(NamedTuple):
    entry: str
    words: tuple[str, ...]
    letters: int
    """Those of the words that tell it from another."""


class Nearness:
    """Ranks the terms of a glossary by how near they are to a query.

    ``terms``: each normalized, with spaces between its words, and the id of its entry.
    """

    def __init__(self, terms: Iterable[tuple[str, str]]) -> None:
        self._spellings = _Spellings(((term.split(), id) for term, id in terms), _COVERED)
        self._sounds: _Spellings | None = None

    def find(self, words: Sequence[str]) -> list[str]:
        """Return the ids of the nearest entries, the nearest first; normalized ``words``."""
        wanted = content(words)
        if not any(len(word) >= _FEWEST_LETTERS for word in wanted):
            return []
        return self._spellings.find(wanted) or self._by_sound([sound(word) for word in wanted])

    def _by_sound(self, wanted: Sequence[str]) -> list[str]:
        """Find what is written in another alphabet: Khartiya, чартер."""
        if any(len(word) < _FEWEST_LETTERS for word in wanted):
            return []
        if self._sounds is None:
            spoken = ((list(map(sound, t.words)), t.entry) for t in self._spellings.terms)
            self._sounds = _Spellings(spoken, _COVERED_BY_SOUND)
        return self._sounds.find(wanted)


class _Spellings:
    """The words of terms, and which terms each is in.

    ``covered``: the share of a term's letters that a query has to have.
    """

    def __init__(self, terms: Iterable[tuple[Sequence[str], str]], covered: float) -> None:
        self.terms = [_Term(id, tuple(words), sum(map(len, content(words)))) for words, id in terms]
        self._covered = covered
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, term in enumerate(self.terms):
            for word in dict.fromkeys(term.words):
                self._places[word].append(place)
        self._having: dict[tuple[int, str], list[str]] = defaultdict(list)
        for word in self._places:
            for at, letter in enumerate(word[:2]):
                self._having[at, letter].append(word)

    def find(self, wanted: Sequence[str]) -> list[str]:
        alike = []
        for at, word in enumerate(wanted, 1):
            last = at == len(wanted) and self._covered < _COVERED_BY_SOUND
            alike.append(self._alike(word, last=last, others=len(wanted) > 1))
            if not alike[-1]:
                return []
        having = [{p for word in words for p in self._places[word]} for words in alike]
        ranked = sorted(
            (*fit, place)
            for place in set.intersection(*having)
            if (fit := _fit(alike, self.terms[place], self._covered)) is not None
        )
        return list(dict.fromkeys(self.terms[place].entry for *_, place in ranked))[:MOST_NEAR]

    def _alike(self, word: str, *, last: bool, others: bool) -> dict[str, float]:
        """Return the words of the terms that ``word`` may be, and how far each is from it.

        ``last``: it may be unfinished. ``others``: there are other words to tell by.
        """
        found = {}
        for other in self._beginning_like(word):
            far = distance(word, other, typing=last)
            if far is None and others:
                far = _short_distance(word, other)
            if far is not None:
                found[other] = far
        return found

    def _beginning_like(self, word: str) -> Iterator[str]:
        """Yield the words that begin so that ``word`` may be a slip for one."""
        first, second = word[:1], word[1:2]
        alike = dict.fromkeys(self._having.get((0, first), ()))
        of_second = self._having.get((0, second), ())
        if len(word) < _TWO_SLIPS:
            alike |= dict.fromkeys(other for other in of_second if other[1:2] == first)
        else:
            alike |= dict.fromkeys(of_second)
            alike |= dict.fromkeys(self._having.get((1, first), ()))
            alike |= dict.fromkeys(self._having.get((1, second), ()))
        yield from alike


def _fit(
    alike: Sequence[dict[str, float]], term: _Term, covered: float
) -> tuple[float, float] | None:
    """Return how far a query is from a term with what it lacks of it, and how far without.

    ``None`` where one is not a word of the term, most of the term is lacking, or no word tells it.
    """
    left = list(term.words)
    far = 0.0
    weak = 0
    for each in alike:
        nearest = min((word for word in left if word in each), key=each.__getitem__, default=None)
        if nearest is None:
            return None
        left.remove(nearest)
        far += each[nearest]
        weak += each[nearest] >= _WEAK
    if weak * 2 > len(alike):
        return None
    lacking = sum(len(word) for word in left if not _is_small(word)) / term.letters
    return (far + lacking, far) if lacking <= 1 - covered else None


def content(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words that tell one name from another; all where there are no such."""
    return tuple(word for word in words if not _is_small(word)) or tuple(words)


@cache
def _small_words() -> frozenset[str]:
    return frozenset(words_of("articles") + words_of("prepositions") + words_of("conjunctions"))


def _is_small(word: str) -> bool:
    return (len(word) < _FEWEST_LETTERS and not word.isdigit()) or word in _small_words()


def sound(word: str) -> str:
    """Return how a word sounds, in Latin letters: alike for a name in either alphabet."""
    written = word.translate(_CYRILLIC)
    for pattern, plain in _SOUNDS:
        written = pattern.sub(plain, written)
    return written


def distance(word: str, other: str, *, typing: bool = False) -> float | None:
    """Return how far a word of a query is from a term's; ``None`` if it is another word.

    Slips count one each, letters of an ending that only one has a tenth. ``typing``: it may be
    the beginning of the term's.
    """
    if word == other:
        return 0
    shortest, longest = sorted((len(word), len(other)))
    if shortest < _SHORTEST_STEM or _digits(word) != _digits(other) or other.isdigit():
        return None
    if typing and other.startswith(word) and 2 * len(word) >= len(other):
        return 0.5
    if longest - shortest > _LONGEST_ENDING + 2:
        return None
    stem = max(_SHORTEST_STEM, _STEM * longest)
    most = _LONGEST_LATIN_ENDING if word.isascii() else _LONGEST_ENDING
    best: float | None = None
    for i, j, slips in _slips(word, other):
        size = min(i, j)
        if size < stem or slips > (size >= _ONE_SLIP) + (size >= _TWO_SLIPS):
            continue
        endings = len(word) - i + len(other) - j
        if max(len(word) - i, len(other) - j) > most:
            continue
        if slips and endings and word[i - 1] != other[j - 1]:
            continue
        if slips and i < len(word) and size < _STEM_WITH_SLIP:
            continue
        far = slips + endings / 10
        best = far if best is None else min(best, far)
    return best


def _short_distance(word: str, other: str) -> float | None:
    """Return how far a short word is from another, as far as other words confirm it."""
    if min(len(word), len(other)) > _SHORTEST_STEM or max(len(word), len(other)) > _ONE_SLIP:
        return None
    if word.isdigit() or other.isdigit() or word[0] != other[0]:
        return None
    common = _common(word, other)
    if common >= _FEWEST_LETTERS:
        return (len(word) + len(other) - 2 * common) / 10  # дел, дела
    *_rest, (_i, _j, slips) = _slips(word, other)
    return _WEAK if slips <= 1 else None


def _common(word: str, other: str) -> int:
    """Return how many letters two words begin with that are the same."""
    pairs = zip(word, other, strict=False)
    return sum(1 for _pair in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))


def _digits(word: str) -> str:
    return "" if word.isalpha() else "".join(c for c in word if c.isdigit())


def _slips(word: str, other: str) -> Iterator[tuple[int, int, int]]:
    """Yield how many slips part every two stems, as lengths of ``word`` and ``other``.

    A letter too many, one too few, two that changed places, or another one that is easily taken
    for it, is a slip; any other letter is two.
    """
    columns = len(other) + 1
    before: list[int] = []
    last = list(range(columns))
    for i, letter in enumerate(word, 1):
        row = [i] + [0] * len(other)
        for j in range(1, columns):
            its = other[j - 1]
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + _slip(letter, its))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == its:
                row[j] = min(row[j], before[j - 2] + 1)
        before, last = last, row
        if len(word) - i <= _LONGEST_ENDING:
            for j in range(max(1, len(other) - _LONGEST_ENDING), columns):
                yield i, j, row[j]


@cache
def _slip(letter: str, other: str) -> int:
    if letter == other:
        return 0
    easy = {letter, other} <= _VOWELS or frozenset((letter, other)) in _PAIRS
    return 1 if easy or are_neighbours(letter, other) else 2
