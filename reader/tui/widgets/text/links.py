"""The spans of blocks in reading order, and a span found again in another language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from reader.tui.widgets.blocks import Block, Span

Numbered = tuple[int, Span]
"""A block's number and a span of it."""


class Likeness(NamedTuple):
    """What a span has in common with itself in a translation: the ``nth`` to its target in its block."""

    block: str
    kind: str
    target: str
    nth: int


def likeness(block: Block, span: Span) -> Likeness:
    same = [s for s in sorted(block.spans) if s[2:] == span[2:]]
    return Likeness(block.id, span.kind, span.target, same.index(span) if span in same else 0)


def alike(block: Block, like: Likeness) -> Span | None:
    """The span of ``block`` that is like one elsewhere; the last one where there are fewer."""
    same = [s for s in sorted(block.spans) if s[2:] == (like.kind, like.target)]
    return same[min(like.nth, len(same) - 1)] if same else None


def step_from(
    blocks: Sequence[Block], item: int, beyond: int, kinds: Collection[str], step: int
) -> Numbered | None:
    """The nearest span of ``kinds`` that starts after (or before) a place; round the end, if need be.

    ``beyond``: a code point of block ``item``; a span that starts there doesn't count.
    """
    count = len(blocks)

    def pick(number: int, fits: Callable[[Span], bool]) -> Span | None:
        spans = [s for s in blocks[number].spans if s.kind in kinds and fits(s)]
        if not spans:
            return None
        return min(spans) if step > 0 else max(spans)

    def onward(span: Span) -> bool:
        return span.start > beyond if step > 0 else span.start < beyond

    for distance in range(count + 1):
        number = (item + distance * step) % count
        if (span := pick(number, onward if distance == 0 else lambda _span: True)) is not None:
            return number, span
    return None
