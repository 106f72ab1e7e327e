"""A compiled glossary: what a matcher is made from, as :mod:`reader.terms.packing` packs it."""

from __future__ import annotations

from typing import Any

TrieNode = Any
"""A tuple of places in the patterns where a form ends and none goes on, or a
dictionary from the next word to its node with that tuple under ``""``; at the root,
packed until it is first needed.
"""

INITIAL_POINT = "."
"""Ends a word of the root that is a letter with its point: С.Ш.А."""

Row = tuple[int, int, tuple[int, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""A pattern without its forms: place of the entry, flags, capitals, exact, separators, signs."""


TermRule = tuple[
    tuple[str, ...],
    frozenset[str],
    frozenset[str],
    tuple[frozenset[str], ...],
    frozenset[str],
    bool,
    bool,
    bool,
]
"""What makes a bare name another's.

Beginnings of the words of its entry's terms, which don't; words in normal form that it doesn't
stand before, and that it doesn't stand after. Of each entry whose it is, every form of its names
and adjectives, and of the entries related to its own; whether it counts where no owner is named; whether it is an office, which the name
of its holder follows. Whether it counts only after a fuller term.
"""

Person = tuple[tuple[tuple[str, ...], ...], tuple[str, ...], str, tuple[tuple[str, str], ...]]
"""A :class:`reader.terms.guards.names.Person` as a plain tuple."""

Compiled = tuple[
    tuple[str, ...],
    tuple[Row, ...],
    dict[int, Person],
    tuple[TermRule, ...],
    bytes,
    dict[str, TrieNode],
]
"""What a matcher needs.

Ids of the entries. Patterns. By place of the entry, a person's names. Rules of terms that count
only after a fuller one. The words of guards, packed
(:func:`reader.terms.guards.collection.plain_vocabulary`). The trie.
"""

Difference = tuple[
    tuple[int, ...],
    tuple[tuple[int, str], ...],
    tuple[Row, ...],
    dict[int, Person],
    tuple[TermRule, ...],
    bytes,
    dict[str, bytes],
]
"""What makes another compiled glossary of one, the base.

Places of the base's entries that are gone. Places and ids of those that are new. Patterns, people
and rules besides those of the base. The words of guards, packed, or nothing if they are the same.
Nodes of the trie in place of the base's, packed; nothing of one that is gone.
"""
