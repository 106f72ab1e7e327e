"""What the packs of languages have for comparing names and quoted words: words under a key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from reader.terms import languages
from reader.terms.languages import word_files

_SHORTEST = 2
_LONG = 6
_MOST_KNOWN = 10_000
"""Words of which it is remembered what keys they have."""


class Keys:
    """Words and beginnings of words of one language, each under keys that languages share."""

    def __init__(self, rows: Iterable[tuple[str, ...]]) -> None:
        self._words: dict[str, set[str]] = {}
        self._beginnings: dict[str, set[str]] = {}
        self._known: dict[str, frozenset[str]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for key, *forms in rows:
            for form in forms:
                parts = tuple(form.split("_"))
                if len(parts) > 1:
                    self._phrases.setdefault(parts[0].rstrip("*")[:4], []).append((parts, key))
                elif form.endswith("*"):
                    self._beginnings.setdefault(form[:-1], set()).add(key)
                else:
                    self._words.setdefault(form, set()).add(key)

    def __bool__(self) -> bool:
        """Tell whether a language has any."""
        return bool(self._words or self._beginnings or self._phrases)

    def of(self, word: str) -> set[str]:
        """Return the keys of a word, folded."""
        known = self._known.get(word)
        if known is None:
            known = frozenset(self._words.get(word, ())).union(
                *(self._beginnings.get(word[:size], ()) for size in range(_SHORTEST, len(word) + 1))
            )
            if len(self._known) < _MOST_KNOWN:
                self._known[word] = known
        return set(known)

    def in_words(self, words: Sequence[str]) -> set[str]:
        """Return the keys of the words and phrases of a text."""
        return set().union(*self.by_word(words))

    def by_word(self, words: Sequence[str]) -> list[set[str]]:
        """Return the keys of each word of a text, and of the phrases that it is in."""
        found = [self.of(word) for word in words]
        for place, word in enumerate(words):
            for parts, key in self._phrases.get(word[:4], ()):
                some = words[place : place + len(parts)]
                if len(some) == len(parts) and all(map(_begins, some, parts)):
                    for each in found[place : place + len(parts)]:
                        each.add(key)
        return found


def _begins(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


def _folder(language: str) -> Path:
    return Path(languages.__path__[0]) / language / "facts"


@cache
def keys(language: str, name: str) -> Keys:
    """Return words under keys that languages share.

    ``names``: names that languages have their own words for; ``capitals``: those that stand for a
    government, under the keys of their countries; ``senses``: common words of news; ``evaluations``:
    words by which things are judged; ``arranged``: what is wanted, or left open; ``diminutives``:
    given names, full and short.
    """
    return Keys(word_files.groups(_folder(language), name))


@cache
def nouns(language: str) -> frozenset[str]:
    """Return common words that begin sentences, in both numbers."""
    found: set[str] = set()
    for word in word_files.words(_folder(language), "nouns"):
        found |= {word, word + "s", word + "es", word.removesuffix("y") + "ies"}
    return frozenset(found)


def is_common(language: str, word: str) -> bool:
    """Tell whether a word, folded, that begins a sentence is no name: a noun or an adjective."""
    return (
        word in nouns(language)
        or word in listed(language, "adjectives").words
        or (len(word) > _LONG and word.endswith(tuple(listed(language, "endings").words)))
    )


@cache
def callings(language: str) -> frozenset[str]:
    """Return words for what somebody is, which stand before a name: blogger."""
    return frozenset(word_files.words(_folder(language), "callings"))


@cache
def listed(language: str, name: str) -> word_files.WordList:
    """Return a list of words and beginnings of words, such as ``parties`` or ``negations``."""
    return word_files.word_list(word_files.words(_folder(language), name))


@cache
def multiples(language: str) -> dict[str, int]:
    """Return the words that say how many times."""
    rows = word_files.groups(_folder(language), "multiples")
    return {word: int(number) for number, *some in rows for word in some}
