"""Find forms of which other words stand between the own ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from operator import eq
from typing import TYPE_CHECKING

from reader.terms.guards import boundaries
from reader.terms.guards.flags import GAP, MOST_GAP, PERSON, RULED
from reader.terms.tokens import separator

if TYPE_CHECKING:
    from reader.terms.compiled import Row, TrieNode
    from reader.terms.guards.vocabulary import Vocabulary
    from reader.terms.overlaps import Span
    from reader.terms.splitting import Split

_SPACES_TO_NOUN = 3
_ENDS_GAP = r"[.!?;:()\n–—]"


def sharing_noun(
    parted: Split,
    first: int,
    last: int,
    node: dict[str, TrieNode],
    patterns: Sequence[Row],
    vocabulary: Vocabulary,
) -> list[Span]:
    """Find an adjective whose noun stands after another one: «внешней и внутренней политики».

    ``node`` is that of the adjectives up to the conjunction, which is the word ``last``.
    """
    text, parts, offsets, words, _others = parted
    # «Coal-fired» is one word here.
    other = last + 2 if parts[2 * last + 4] == "-" and last + 3 < len(words) else last + 1
    below = node.get(words[other + 1])
    start, end = offsets[2 * first + 1], offsets[2 * last]
    one = words[last - 1]
    if below is None or one == words[other]:
        return []
    if text[end : offsets[2 * other + 3]].count(" ") != _SPACES_TO_NOUN:
        return []
    if not boundaries.agree(one, words[other], vocabulary):
        return []
    at = other + 1
    while type(below) is dict and "" not in below and at + 1 < len(words):
        # Nuclear and coal-fired power plants
        at += 1
        if parts[2 * at] != " " or (below := below.get(words[at])) is None:
            return []
    for i in ends_here(below):
        place, flags, capitals, exact, separators, signs = patterns[i]
        own = [c for c in capitals if c < last - first]
        gaps = (gap if gap != " " else "" for gap in parts[2 * first + 2 : 2 * last : 2])
        joined = all(map(eq, separators, gaps))
        plain = joined and not (exact or signs or flags & (RULED | PERSON))
        if plain and (
            not capitals or any(text[offsets[2 * (first + c) + 1]].isupper() for c in own)
        ):
            return [(start, end, place)]
    return []


def over_gap(
    parted: Split,
    first: int,
    last: int,
    node: dict[str, TrieNode],
    patterns: Sequence[Row],
    fits: Callable[[list[int], Row], Span | None],
) -> list[Span]:
    """Find a form that goes on behind other words: «стратегического, прочного партнёрства».

    ``node`` is that of its words before ``last``, the first of the others. ``fits``: asked with
    start and end of each of its words whether the conditions of a pattern are met.
    """
    text, _parts, offsets, words, _others = parted
    found: list[Span] = []
    for skipped in range(1, MOST_GAP + 1):
        at = last + skipped
        if at >= len(words):
            break
        between = text[offsets[2 * last] : offsets[2 * at + 1]]
        below: TrieNode = node.get(words[at])
        if re.search(_ENDS_GAP, between):
            break
        while below is not None:
            for i in ends_here(below):
                pattern = patterns[i]
                flags = pattern[1]
                if flags // GAP & MOST_GAP < skipped:
                    continue
                edges = (
                    offsets[2 * first + 1 : 2 * last + 1]
                    + offsets[2 * (last + skipped) + 1 : 2 * at + 3]
                )
                span = fits(edges, pattern)
                if span is not None:
                    found.append(span)
            at += 1
            if isinstance(below, tuple) or at >= len(words):
                break
            gap = text[offsets[2 * at] : offsets[2 * at + 1]]
            below = below.get(words[at]) if separator(gap) is not None else None
    return found


def ends_here(node: TrieNode) -> Iterable[int]:
    """Return the index of every pattern of the form that ends at a node."""
    ends: Iterable[int] = node if isinstance(node, tuple) else (node or {}).get("", ())
    return ends
