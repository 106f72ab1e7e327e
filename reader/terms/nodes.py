"""Nodes of a trie as they are built: dictionaries, the numbers of patterns as keys under ``""``."""

from __future__ import annotations

from collections.abc import Mapping

from reader.terms.compiled import TrieNode


def merge(node: dict[str, TrieNode], other: Mapping[str, TrieNode]) -> None:
    """Add to a node, as it is built, all that is below another one."""
    for word, below in other.items():
        if word and word in node:
            merge(node[word], below)
        elif word:
            node[word] = below
        else:
            node.setdefault("", {}).update(below)


def tight(node: Mapping[str, TrieNode]) -> TrieNode:
    """Return a node as it is kept, of one as it is built: the numbers of patterns as a tuple."""
    if len(node) == 1 and "" in node:
        return tuple(node[""])
    return {word: tuple(next_) if word == "" else tight(next_) for word, next_ in node.items()}
