"""A compiled glossary: what a matcher is made from, in types that marshal knows."""

from __future__ import annotations

from typing import Any, NamedTuple

TrieNode = Any
"""A tuple of places in ``Compiled.patterns`` where a form ends and none goes on, or a
dictionary from the next word to its node with that tuple under ``""``; at the root,
marshalled until it is first needed.
"""

Row = tuple[int, int, tuple[int, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""A pattern without its forms: place of the entry, flags, capitals, exact, separators, signs."""


class Compiled(NamedTuple):
    """What a matcher needs.

    ``people``: by place of the entry, a person's given names and gender. ``rules``: of terms
    that count only after a fuller one (:class:`reader.terms.guards.after_full.Rule`).
    ``vocabulary``: marshalled, of :func:`reader.terms.guards.vocabulary.plain_vocabulary`.
    """

    ids: tuple[str, ...]
    patterns: tuple[Row, ...]
    people: dict[int, tuple[tuple[str, ...], str]]
    rules: tuple[tuple[tuple[str, ...], frozenset[str], frozenset[str]], ...]
    vocabulary: bytes
    root: dict[str, TrieNode]
