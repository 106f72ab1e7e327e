"""What the compiled forms of a glossary tell of words alone, without a text around them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.terms.compiled import INITIAL_POINT
from reader.terms.interrupted import ends_here
from reader.terms.packing import unpack_node

if TYPE_CHECKING:
    from reader.terms.compiled import Compiled, TrieNode


class KnownForms:
    """The forms of a glossary's terms, in a trie over words."""

    def __init__(self, compiled: Compiled) -> None:
        self._ids, self._patterns, self._people, self._rules, self._words, self._root = compiled

    def first_words(self) -> list[str]:
        """List the words, normalized, that any form of any term begins with."""
        return list(dict.fromkeys(word.removesuffix(INITIAL_POINT) for word in self._root))

    def forms_of(self, entry: str) -> list[tuple[str, ...]]:
        """List the words, normalized, of every form of an entry's terms."""
        places = {
            n for n, (place, *_rest) in enumerate(self._patterns) if self._ids[place] == entry
        }
        found = (way for word in list(self._root) for way in _ways(self._at(word), word, places))
        return list(dict.fromkeys(found))

    def named_by(self, words: Sequence[str]) -> list[str]:
        """List the entries that ``words``, normalized, are a form of, without conditions."""
        ends = (i for node in self._reached(words) for i in ends_here(node))
        return list(dict.fromkeys(self._ids[self._patterns[i][0]] for i in ends))

    def begun_by(self, words: Sequence[str]) -> list[str]:
        """List the entries with a form that ``words`` begin; the last may be unfinished."""
        if len(words) == 1:
            below = (self._at(word) for word in list(self._root) if word.startswith(words[0]))
        else:
            below = (
                node[word]
                for node in self._reached(words[:-1])
                if isinstance(node, dict)
                for word in node
                if word.startswith(words[-1]) and word
            )
        ends = (i for node in below for i in _ends(node))
        return list(dict.fromkeys(self._ids[self._patterns[i][0]] for i in ends))

    def _reached(self, words: Sequence[str]) -> Iterator[TrieNode]:
        """Yield the nodes that ``words`` lead to from the root."""
        if not words:
            return
        for first in (words[0], words[0] + INITIAL_POINT):
            node = self._at(first)
            for word in words[1:]:
                node = node.get(word) if isinstance(node, dict) else None
            if node is not None:
                yield node

    def _at(self, word: str) -> TrieNode:
        node = self._root.get(word)
        if type(node) is bytes:
            node = self._root[word] = unpack_node(node)
        return node


def _ends(node: TrieNode) -> Iterable[int]:
    """Yield the index of every pattern in and below a node."""
    if isinstance(node, tuple):
        return node
    return (i for below in node.values() for i in _ends(below))


def _ways(node: TrieNode, word: str, patterns: Container[int]) -> Iterator[tuple[str, ...]]:
    """Yield the words from ``word``, which led to a node, to each end of one of some patterns."""
    if isinstance(node, tuple):
        if any(i in patterns for i in node):
            yield (word.removesuffix(INITIAL_POINT),)
        return
    for next_, below in node.items():
        for way in _ways(below, next_, patterns):
            yield (word.removesuffix(INITIAL_POINT), *filter(None, way))
