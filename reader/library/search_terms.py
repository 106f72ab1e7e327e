"""What a query asks for, made ready: patterns for texts, and expressions for the index.

A :class:`Condition` holds in a text where one of its :class:`Wording` does: words that all stand
there, each in any form, or an entry that is mentioned there under whatever name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise, product
from math import prod
from typing import NamedTuple

from reader.language.words import WORD, fold
from reader.library.search_query import Part
from reader.model import Entry
from reader.terms.query import Chunk, Inflect, WordPattern, chunk_of

_MOST_PHRASES = 64
"""Phrases that are written out; of more, each two words that follow each other are."""
_MOST_PAIRS = 900
_LONGEST_NAME = 6
"""Words of a query that may be the name of one entry."""

Named = Callable[[Sequence[str]], Sequence[str]]
"""Returns the ids of the entries that words, normalized, name in any form."""


class Wording(NamedTuple):
    """One way in which a condition holds."""

    match: str
    """For FTS5; empty where no text of the index can have it."""
    patterns: tuple[WordPattern, ...] = ()
    """All of which are found in the text; none for ``entry``."""
    entry: str = ""
    """The id of an entry that is mentioned."""
    written: str = ""
    """The words as they were typed, normalized."""
    whole: frozenset[str] = frozenset()
    """The forms of a word that is being typed: of others it may be only the beginning."""


class Condition(NamedTuple):
    """What has to stand in a text, in one way or another."""

    wordings: tuple[Wording, ...]

    @property
    def match(self) -> str:
        """The expression for FTS5: every text in which it holds has that, and some others."""
        found = [f"({each.match})" for each in self.wordings if each.match]
        return " OR ".join(found)


def conditions(
    parts: Sequence[Part],
    inflect: Inflect,
    named: Named,
    entries: Callable[[str], Entry | None],
    *,
    typing: bool = False,
) -> list[Condition]:
    """Return what the parts of a query ask for.

    Words that name an entry, as many as there are next to each other, are one condition. ``typing``:
    the last word may be only the beginning of one.
    """
    made: list[Condition] = []
    at = 0
    while at < len(parts):
        ids, size = _name_at(parts, at, named)
        some = parts[at : at + size]
        patterns, matches = [], []
        whole: frozenset[str] = frozenset()
        for part in some:
            is_last = typing and part is parts[-1]
            chunks = list(chunks_of(part, inflect, typing=is_last))
            if is_last and len(some) == len(chunks) == 1 and chunks[0].begun:
                whole = frozenset(chunks[0].forms)
            patterns.append(WordPattern(chunks))
            matches.append(match_of(chunks))
        words = Wording(
            " AND ".join(f"({match})" for match in matches) if all(matches) else "",
            tuple(patterns),
            written=" ".join(fold(part.text) for part in some),
            whole=whole,
        )
        of_entries = [of_entry(entry, inflect) for id in ids if (entry := entries(id))]
        made.append(Condition((words, *of_entries)))
        at += size
    return made


def _name_at(parts: Sequence[Part], at: int, named: Named) -> tuple[Sequence[str], int]:
    """Return the entries that the words from a place on name, and how many words these are."""
    for size in range(min(_LONGEST_NAME, len(parts) - at), 0, -1):
        some = parts[at : at + size]
        if any(part.kind != "word" for part in some):
            continue
        words = [fold(word) for part in some for word in WORD.findall(part.text)]
        if words and (ids := named(words)):
            return ids, size
    return (), 1


def of_entry(entry: Entry, inflect: Inflect) -> Wording:
    """Return the wording that an entry is mentioned, under any of its terms."""
    matches: dict[str, None] = {}
    for terms in entry.terms.values():
        for term in terms:
            chunks = [chunk_of(word, inflect) for word in term.text.split() if fold(word)]
            if chunks and (match := match_of(chunks)):
                matches[match] = None
    return Wording(" OR ".join(f"({match})" for match in matches), entry=entry.id)


def chunks_of(part: Part, inflect: Inflect, *, typing: bool = False) -> Iterator[Chunk]:
    """Yield the words that a part of a query has one after the other."""
    if part.kind == "prefix":
        yield Chunk((), begun=(fold(part.text),))
        return
    words = [word for word in part.text.split() if WORD.search(word)]
    for word in words:
        yield chunk_of(word, inflect, typing=typing and word is words[-1] and part.kind == "word")


# Expressions of FTS5.


def match_of(chunks: Sequence[Chunk]) -> str:
    """Return what FTS5 is asked for words one after the other, each in any of its forms.

    Where these are too many to be written out, also what has them otherwise is found.
    """
    ways = [[*map(_tokens, chunk.forms)] + [(*_tokens(b), "*") for b in chunk.begun] for chunk in chunks]  # fmt: skip
    ways = [[way for way in each if way and way != ("*",)] for each in ways]
    if not all(ways):
        return ""
    if prod(map(len, ways)) <= _MOST_PHRASES or len(ways) == 1:
        return _any_of(product(*ways))
    parts = []
    for two in pairwise(ways):
        if prod(map(len, two)) <= _MOST_PAIRS:
            parts.append(_any_of(product(*two)))
        else:
            parts += [_any_of((way,) for way in each) for each in two]
    return " AND ".join(f"({part})" for part in dict.fromkeys(parts))


def _tokens(form: str) -> tuple[str, ...]:
    """Return the words that FTS5 divides a form into, which has nothing but these and signs."""
    return tuple(re.findall(r"[^\W_]+", form))


def _any_of(phrases: Iterable[Sequence[Sequence[str]]]) -> str:
    return " OR ".join(dict.fromkeys(_phrase([t for way in ways for t in way]) for ways in phrases))


def _phrase(tokens: Sequence[str]) -> str:
    begun = tokens[-1] == "*"
    words = tokens[:-1] if begun else tokens
    return '"{}"{}'.format(" ".join(words), " *" if begun else "")
