"""Word files: a word or a group a line, with comments.

A comment begins with ``#`` and goes to the end of the line. The words of one line are a group
where a list has groups (a singular and its plurals), else the lines don't matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple


class WordList(NamedTuple):
    """Words, and beginnings of words: what a file writes with a star, ``старш*``."""

    words: frozenset[str]
    prefixes: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Tell whether ``word`` is listed or begins as a listed one."""
        return word in self.words or word.startswith(self.prefixes)


@cache
def groups(folder: Path, name: str) -> tuple[tuple[str, ...], ...]:
    """Read ``name``.txt: the words of each line with any; empty without a file."""
    try:
        text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    lines = (line.partition("#")[0].split() for line in text.splitlines())
    return tuple(tuple(line) for line in lines if line)


def words(folder: Path, name: str) -> tuple[str, ...]:
    """Read all words of ``name``.txt, in order."""
    return tuple(word for group in groups(folder, name) for word in group)


def word_list(listed: Iterable[str]) -> WordList:
    """Split listed words into whole words and beginnings of words."""
    every = tuple(listed)
    return WordList(
        frozenset(word for word in every if not word.endswith("*")),
        tuple(word[:-1] for word in every if word.endswith("*")),
    )
