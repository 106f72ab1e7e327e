"""Search texts for words in any of their forms.

A query becomes one pattern for the whole text: all forms of each word, one after the other.
It is searched in their normal form, whose offsets :class:`reader.terms.tokens.Folded` keeps.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.language.alphabets import in_one_alphabet
from reader.language.characters import (
    APOSTROPHES,
    COMBINING,
    DASHES,
    DOUBLE_CLOSING,
    DOUBLE_OPENING,
    HYPHENS,
    INVISIBLE,
)
from reader.language.words import fold
from reader.terms.inflections import forms
from reader.terms.tokens import UNUSUAL, Folded, usual_normal

_LONGEST = 400
_LONGEST_WORD = 64

_QUOTES = DOUBLE_OPENING + DOUBLE_CLOSING + "‹›"  # any other single one is an apostrophe
_HYPHENS = HYPHENS + DASHES
_STOPS = ".,;:!?…"
# Between two words that follow each other: white space, a dash, an opening or closing sign.
_GAP = r"[\s\u00a0" + re.escape(_QUOTES + _HYPHENS + APOSTROPHES + "()[]") + "]"
_WORD = f"(?:[^\\W_]|[{COMBINING}])"
_SCRIPTS = ("Cyrl", "Latn")

_PLAIN = re.compile(rf"[^\W\d_]+(?:[-\u2010\u2011{APOSTROPHES}][^\W\d_]+)*")
_POSSESSIVE = re.compile(rf"(?:(?<=s)[{APOSTROPHES}]|[{APOSTROPHES}]s)$")


Inflect = Callable[[str], Collection[str]]
"""Returns every form of a word, normalized, the word itself among them."""


class Chunk(NamedTuple):
    """A word of the query: its ``forms``, then an optional ``tail`` of signs.

    ``begun``: what a word may begin with, while it is being typed; nothing else without forms.
    """

    forms: tuple[str, ...]
    tail: str = ""
    begun: tuple[str, ...] = ()


class WordPattern:
    """Finds words one after the other, each in any of its forms.

    ``exact``: nothing but white space stands between them.
    """

    def __init__(self, chunks: Sequence[Chunk], *, exact: bool = False) -> None:
        self._chunks = chunks
        self._exact = exact
        self._pattern = re.compile(self._of_chunks()) if chunks else None

    def matches(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Return sorted, disjoint ranges of code points in each of ``texts``."""
        return [self._ranges(text) for text in texts]

    def _ranges(self, text: str) -> list[tuple[int, int]]:
        found = self._in(text)
        read = in_one_alphabet(text, loose=True)
        if read is not text:
            # A word of two alphabets is found as it is, and as it is read.
            found = _disjoint({*found, *self._in(read)})
        return found

    def _in(self, text: str) -> list[tuple[int, int]]:
        if self._pattern is None:
            return []
        if UNUSUAL.search(text) is None:
            return [match.span() for match in self._pattern.finditer(usual_normal(text))]
        folded = Folded(text)
        return [folded.span(*match.span()) for match in self._pattern.finditer(folded.normal)]

    def _of_chunks(self) -> str:
        gap = r"\s+" if self._exact else f"{_GAP}[{_GAP[1:-1]}{INVISIBLE}]*"
        parts = []
        for number, chunk in enumerate(self._chunks):
            if not chunk.forms:
                parts.append(_beginning(chunk.begun) if number == 0 else any_of(chunk.begun))
                continue
            some = _beginning(chunk.forms) if number == 0 else any_of(chunk.forms)
            tail = "".join(f"(?:{_letter(c)})?" for c in chunk.tail)
            ends = f"(?!{_WORD})" if chunk.forms[0][-1].isalnum() else ""
            if chunk.begun:
                begins = _beginning(chunk.begun) if number == 0 else any_of(chunk.begun)
                parts.append(f"(?:{some}{ends}{tail}|{begins})")
            else:
                parts.append(f"{some}{ends}{tail}")
        return gap.join(parts)


class WordQuery(WordPattern):
    """Finds every form of the words of ``query``, one after the other.

    A query in quotes is found as it is written, but for letter case. ``typing``: the last word
    may be only the beginning of one. ``languages`` are those of the texts. Making a query loads
    the dictionary of the words' language unless it is loaded.
    """

    def __init__(self, query: str, *, typing: bool = False, languages: Container[str] = ()) -> None:
        query = query[:_LONGEST].strip()
        quoted = query[1:].rstrip(DOUBLE_CLOSING)
        exact = query[:1] in tuple(DOUBLE_OPENING) and not set(quoted) & set(DOUBLE_CLOSING)
        if exact:
            typing = typing and query[-1] not in DOUBLE_CLOSING
            query = quoted
        parts = query.split() if exact else query.translate(_NO_QUOTES).split()
        words = [part for part in parts if fold(part)]
        chunks = [
            chunk_of(
                word,
                lambda each: forms(each, languages),
                exact=exact,
                typing=typing and number == len(words),
            )
            for number, word in enumerate(words, 1)
        ]
        super().__init__(chunks, exact=exact)


def _disjoint(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take of ranges that overlap the first."""
    taken: list[tuple[int, int]] = []
    for each in sorted(ranges):
        if not taken or taken[-1][1] <= each[0]:
            taken.append(each)
    return taken


_NO_QUOTES = dict.fromkeys(map(ord, _QUOTES), " ")


def chunk_of(word: str, inflect: Inflect, *, exact: bool = False, typing: bool = False) -> Chunk:
    """Parse a word of a query; one of two alphabets is its readings as well."""
    first, *others = (
        _read_chunk(written, inflect, exact=exact, typing=typing)
        for written in dict.fromkeys((word, *(in_one_alphabet(word, s) for s in _SCRIPTS)))
    )
    forms = [*first.forms, *(form for other in others for form in other.forms)]
    begun = [*first.begun, *(form for other in others for form in other.begun)]
    return Chunk(tuple(dict.fromkeys(forms)), first.tail, tuple(dict.fromkeys(begun)))


def _read_chunk(word: str, inflect: Inflect, *, exact: bool, typing: bool) -> Chunk:
    folded = fold(word)
    core = folded.rstrip(_STOPS) or folded
    begun = (folded,) if typing and (len(folded) > 1 or not folded.isalnum()) else ()
    if exact:
        return Chunk((folded,), begun=begun)
    tail = folded[len(core) :]
    possessive = _POSSESSIVE.search(core)
    if possessive and _PLAIN.fullmatch(core[: possessive.start()]):
        tail = core[possessive.start() :] + tail
        core = core[: possessive.start()]
    if len(core) <= _LONGEST_WORD and _PLAIN.fullmatch(core):
        written = word[: len(core)] if len(fold(word[: len(core)])) == len(core) else core
        hyphen = core.translate(_ONE_HYPHEN)
        found = {*inflect(written.translate(_ONE_HYPHEN)), hyphen}
        return Chunk(tuple(sorted(found)), tail, begun)
    return Chunk((core,), tail, begun)


_ONE_HYPHEN = dict.fromkeys(map(ord, _HYPHENS), "-")


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of some words, with their common beginning once."""
    words = sorted(set(words))
    common = _common(words)
    start = "".join(map(_letter, common))
    if len(words) == 1:
        return start
    rests = [word[len(common) :] for word in words]
    branches = [any_of(group) for _c, group in groupby(filter(None, rests), _first)]
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
        branches.append(f"{start}{guard}{any_of(word[lead:] for word in alike)}")
    return f"(?:{'|'.join(branches)})" if len(branches) > 1 else branches[0]
