"""Search texts for words in any of their forms.

A query becomes one pattern for the whole text: all forms of each word, one after the other.
Texts of usual characters are lowered and searched as they are; the pattern for any other text
allows, letter by letter, for what may stand in a word without changing it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Sequence
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from reader.language.characters import (
    APOSTROPHES,
    COMBINING,
    DASHES,
    DOUBLE_CLOSING,
    DOUBLE_OPENING,
    HYPHENS,
    INVISIBLE,
    STRESS,
)
from reader.language.words import fold
from reader.terms.inflections import forms
from reader.terms.tokens import tokenize

_LONGEST = 400
_LONGEST_WORD = 64

_QUOTES = DOUBLE_OPENING + DOUBLE_CLOSING + "‹›"  # any other single one is an apostrophe
_HYPHENS = HYPHENS + DASHES
_STOPS = ".,;:!?…"
# Between two words that follow each other: white space, a dash, an opening or closing sign.
_GAP = r"[\s\u00a0" + re.escape(_QUOTES + _HYPHENS + APOSTROPHES + "()[]") + "]"
_WORD = "[^\\W_]"

_LATIN = re.compile("[a-z]")
_PLAIN = re.compile(rf"[^\W\d_]+(?:[-\u2010\u2011{APOSTROPHES}][^\W\d_]+)*")
_POSSESSIVE = re.compile(rf"(?:(?<=s)[{APOSTROPHES}]|[{APOSTROPHES}]s)$")

Letter = Callable[[str], str]
"""The pattern of one character of a query."""


class _Chunk(NamedTuple):
    """A word of the query: its ``forms``, then an optional ``tail`` of signs.

    ``begun``: what a word begins with, while it is being typed.
    """

    forms: tuple[str, ...]
    tail: str = ""
    begun: str = ""


class WordQuery:
    """Finds every form of the words of ``query``, one after the other.

    A query in quotes is found as it is written, but for letter case. ``typing``: the last word
    may be only the beginning of one. ``languages`` are those of the texts. Making a query loads
    the dictionary of the words' language unless it is loaded.
    """

    def __init__(self, query: str, *, typing: bool = False, languages: Container[str] = ()) -> None:
        query = query[:_LONGEST].strip()
        quoted = query[1:].rstrip(DOUBLE_CLOSING)
        self._exact = query[:1] in tuple(DOUBLE_OPENING) and not set(quoted) & set(DOUBLE_CLOSING)
        if self._exact:
            typing = typing and query[-1] not in DOUBLE_CLOSING
            query = quoted
        parts = query.split() if self._exact else query.translate(_NO_QUOTES).split()
        words = [part for part in parts if fold(part)]
        self._chunks = [
            _chunk(
                word,
                exact=self._exact,
                typing=typing and number == len(words),
                languages=languages,
            )
            for number, word in enumerate(words, 1)
        ]

    def matches(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Return sorted, disjoint ranges of code points in each of ``texts``."""
        if not self._chunks:
            return [[] for _text in texts]
        found = []
        for text in texts:
            tokens = tokenize(text)
            pattern = self._usual if tokens.normal is None else self._unusual
            found.append([match.span() for match in pattern.finditer(tokens.source)])
        return found

    @cached_property
    def _usual(self) -> re.Pattern[str]:
        """The pattern for a text that is lowered and has no ё."""
        return re.compile(self._pattern(_letter, _beginning))

    @cached_property
    def _unusual(self) -> re.Pattern[str]:
        """The pattern for any other text, as it is."""
        return re.compile(self._pattern(_loose_letter, _loose_beginning), re.IGNORECASE)

    def _pattern(self, letter: Letter, beginning: Callable[[Iterable[str]], str]) -> str:
        gap = r"\s+" if self._exact else f"{_GAP}[{_GAP[1:-1]}{INVISIBLE}]*"
        parts = []
        for number, chunk in enumerate(self._chunks):
            some = beginning(chunk.forms) if number == 0 else any_of(chunk.forms, letter)
            tail = "".join(f"(?:{letter(c)})?" for c in chunk.tail)
            ends = f"(?!{_WORD})" if chunk.forms[0][-1].isalnum() else ""
            if chunk.begun:
                begun = (chunk.begun,)
                begins = beginning(begun) if number == 0 else any_of(begun, letter)
                parts.append(f"(?:{some}{ends}{tail}|{begins})")
            else:
                parts.append(f"{some}{ends}{tail}")
        return gap.join(parts)


_NO_QUOTES = dict.fromkeys(map(ord, _QUOTES), " ")


def _chunk(word: str, *, exact: bool, typing: bool, languages: Container[str]) -> _Chunk:
    folded = fold(word)
    core = folded.rstrip(_STOPS) or folded
    begun = folded if typing and (len(folded) > 1 or not folded.isalnum()) else ""
    if exact:
        return _Chunk((folded,), begun=begun)
    tail = folded[len(core) :]
    possessive = _POSSESSIVE.search(core)
    if possessive and _PLAIN.fullmatch(core[: possessive.start()]):
        tail = core[possessive.start() :] + tail
        core = core[: possessive.start()]
    if len(core) <= _LONGEST_WORD and _PLAIN.fullmatch(core):
        written = word[: len(core)] if len(fold(word[: len(core)])) == len(core) else core
        hyphen = core.translate(_ONE_HYPHEN)
        found = forms(written.translate(_ONE_HYPHEN), languages) | {hyphen}
        return _Chunk(tuple(sorted(found)), tail, begun)
    return _Chunk((core,), tail, begun)


_ONE_HYPHEN = dict.fromkeys(map(ord, _HYPHENS), "-")


def any_of(words: Iterable[str], letter: Letter) -> str:
    """Return a pattern of any of some words, with their common beginning once."""
    words = sorted(set(words))
    common = _common(words)
    start = "".join(map(letter, common))
    if len(words) == 1:
        return start
    rests = [word[len(common) :] for word in words]
    branches = [any_of(group, letter) for _c, group in groupby(filter(None, rests), _first)]
    return f"{start}(?:{'|'.join(branches)}){'' if rests[0] else '?'}"


def _common(words: Sequence[str]) -> str:
    """Return the common beginning of sorted words."""
    first, last = words[0], words[-1]
    length = 0
    while length < min(len(first), len(last)) and first[length] == last[length]:
        length += 1
    return first[:length]


def _first(word: str) -> str:
    return word[0]


def _letter(c: str) -> str:
    if c in _HYPHENS:
        return f"[{_HYPHENS}]"
    return f"[{APOSTROPHES}]" if c in APOSTROPHES else re.escape(c)


def _beginning(words: Iterable[str]) -> str:
    """Return a pattern of any of ``words`` that no word character stands before.

    The lookbehind comes after what they have in common: the pattern begins with letters, so
    that the search can skip to the next one.
    """
    branches = []
    for _c, group in groupby(sorted(words), _first):
        alike = list(group)
        common = _common(alike)
        lead = next((n for n, c in enumerate(common) if not c.isalnum()), len(common))
        start = re.escape(common[:lead])
        guard = f"(?<!{_WORD}{start})" if start else ""
        branches.append(f"{start}{guard}{any_of((word[lead:] for word in alike), _letter)}")
    return f"(?:{'|'.join(branches)})" if len(branches) > 1 else branches[0]


def _loose_letter(c: str) -> str:
    """Return a pattern of a letter in either case, and what may stand after it."""
    if not c.isalnum():
        return _letter(c)
    if c == "ß":
        some = "(?:ß|ẞ|ss)"
    elif c == "е":
        some = "(?:е\u0308|[её])"
    else:
        parts = unicodedata.normalize("NFD", c)
        some = c if parts == c else f"(?:{parts}|{c})"
    after = INVISIBLE if _LATIN.match(c) else STRESS + INVISIBLE
    return f"{some}[{after}]*+(?![{COMBINING}])"


def _loose_beginning(words: Iterable[str]) -> str:
    # ss and ß have one normal form; as one character they are distinct in the text.
    some = any_of((word.replace("ss", "ß") for word in words), _loose_letter)
    guard = f"(?<!{_WORD})(?<!{_WORD}[{COMBINING}{INVISIBLE}])"
    return f"{guard}{some}"
