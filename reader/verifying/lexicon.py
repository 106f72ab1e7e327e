"""What the packs of languages have for comparing names and quoted words: words under a key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from reader.terms import languages
from reader.terms.languages import word_files

_SHORTEST = 2


class Keys:
    """Words and beginnings of words of one language, each under keys that languages share."""

    def __init__(self, rows: Iterable[tuple[str, ...]]) -> None:
        self._words: dict[str, set[str]] = {}
        self._beginnings: dict[str, set[str]] = {}
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

    def of(self, word: str) -> set[str]:
        """Return the keys of a word, folded."""
        found = set(self._words.get(word, ()))
        for size in range(_SHORTEST, len(word) + 1):
            found |= self._beginnings.get(word[:size], set())
        return found

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
def names(language: str) -> Keys:
    """Return the names that languages have their own words for."""
    return Keys(word_files.groups(_folder(language), "names"))


@cache
def senses(language: str) -> Keys:
    """Return common words of news, under the keys of what they mean."""
    return Keys(word_files.groups(_folder(language), "senses"))


@cache
def capitals(language: str) -> Keys:
    """Return the capitals that stand for a government, under the keys of their countries."""
    return Keys(word_files.groups(_folder(language), "capitals"))


@cache
def nouns(language: str) -> frozenset[str]:
    """Return common words that begin sentences, in both numbers."""
    found: set[str] = set()
    for word in word_files.words(_folder(language), "nouns"):
        found |= {word, word + "s", word + "es", word.removesuffix("y") + "ies"}
    return frozenset(found)


@cache
def evaluations(language: str) -> Keys:
    """Return the words by which things are judged."""
    return Keys(word_files.groups(_folder(language), "evaluations"))


@cache
def institutions(language: str) -> frozenset[str]:
    """Return the words of offices and institutions that another language translates."""
    return frozenset(word_files.words(_folder(language), "institutions"))


@cache
def pairs(language: str) -> frozenset[str]:
    """Return the words for two that count what a text only names."""
    return frozenset(word_files.words(_folder(language), "pairs"))


@cache
def parties(language: str) -> word_files.WordList:
    """Return those who act together, whom a word for two counts."""
    return word_files.word_list(word_files.words(_folder(language), "parties"))


@cache
def multiples(language: str) -> dict[str, int]:
    """Return the words that say how many times."""
    rows = word_files.groups(_folder(language), "multiples")
    return {word: int(number) for number, *some in rows for word in some}
