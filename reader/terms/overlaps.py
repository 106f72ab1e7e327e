"""Choose among mentions that overlap: the longest, then the first, then the first entry's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

Span = tuple[int, int, int]
"""Start, end, place of the entry in the glossary."""


def choose(found: list[Span], nested: bool) -> list[Span]:
    """Choose the longest of overlapping mentions, sorted by start; ``nested``: those inside, too."""
    found.sort()
    chosen: list[Span] = []
    # Mentions that overlap, one by one, are decided together; most stand alone.
    group: list[Span] = []
    alone, until = None, -1
    for span in found:
        start, end, _ = span
        if start >= until:
            if alone:
                chosen.append(alone)
            elif group:
                chosen.extend(_longest(group, nested))
                group = []
            alone, until = span, end
        else:
            if alone:
                group.append(alone)
                alone = None
            group.append(span)
            until = max(until, end)
    chosen.extend([alone] if alone else _longest(group, nested))
    return chosen


def _longest(group: list[Span], nested: bool) -> list[Span]:
    """Choose among mentions that overlap, sorted by start; ``nested``: those inside, too."""
    if not group:
        return []
    if not nested:
        start, until, _ = longest = group[0]
        for span in group:
            if span[1] > until:
                until = span[1]
                if span[0] == start:
                    longest = span
        # One often holds all the others.
        return [longest] if longest[1] == until else _apart(group)
    chosen = _apart(group)
    result: list[Span] = []
    waiting = [(span, group, frozenset[int]()) for span in reversed(chosen)]
    while waiting:
        span, found, within = waiting.pop()
        result.append(span)
        start, end, place = span
        entries = within | {place}
        inside = [
            other
            for other in found[bisect_left(found, (start,)) : bisect_left(found, (end,))]
            if other[1] <= end and other[:2] != (start, end) and other[2] not in entries
        ]
        if inside:
            waiting += [(each, inside, entries) for each in reversed(_apart(inside))]
    return result


def _apart(found: list[Span]) -> list[Span]:
    """Take the longest, then the first, of mentions sorted by start that don't overlap."""
    first = found[0][0]
    taken: list[Span] = []
    covered = bytearray(max(end for _, end, _ in found) - first)
    for span in sorted(found, key=lambda s: (s[0] - s[1], s[0], s[2])):
        start, end = span[0] - first, span[1] - first
        # What is taken is not shorter: if it overlaps, it covers one of the ends.
        if not covered[start] and not covered[end - 1]:
            taken.append(span)
            covered[start:end] = b"\1" * (end - start)
    taken.sort()
    return taken


def is_in(span: Span, barred: Sequence[tuple[int, int]], ends: Sequence[int]) -> bool:
    """Tell whether a mention overlaps one of the ranges ``barred``, which end at ``ends``."""
    at = bisect_right(ends, span[0])
    return at < len(barred) and barred[at][0] < span[1]
