"""Where words of a text stand again in another state of it: matched run by run, with their weight.

The longest runs of equal words count first, in whatever order they stand, so that what was put into
another order is found too. A rare word weighs more than one that stands everywhere.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import log2
from typing import NamedTuple

from reader.language.words import WORD, fold

COMMON = 24
"""Times that a word stands in a text above which it isn't looked for where others are."""
MOST_WINDOWS = 6
"""Stretches of a text that are looked at for a quotation, and as many for its surroundings."""
NEAR = 5
"""Words next to a quotation that tell where it stands more than those farther off."""
ENDS = ".!?…\n"
"""What ends a sentence, as far as it matters here."""
ALONE = 1.6
"""The weight of a run that counts out of its order."""
MOST_REPLACED = 3
"""Words that may have been replaced, all of them."""
NEIGHBOURS = 3
"""Words on either side that have to be as they were, for that."""


class Candidate(NamedTuple):
    """Where a quotation may stand: words ``first`` to ``last``, and what speaks for it.

    ``weight`` and ``covered`` (the share of it, from 0 to 1) are of what stands there of the
    quotation; ``before`` and ``after`` of what stands beside it of its surroundings, and ``left``
    and ``right`` of what of these stands right where it was, next to the quotation.
    """

    first: int
    last: int
    words: dict[int, int]
    """The words of the text that are words of the quotation, by the place of these in it."""
    weight: float
    covered: float
    before: float
    after: float
    left: float
    right: float
    within: float
    """The most of ``left`` or ``right`` that is in the same sentence; less where it has gaps."""
    neighbours: int
    """How many of the two words next to the quotation are still next to it."""

    @property
    def beside(self) -> float:
        return self.before + self.after

    @property
    def score(self) -> float:
        return self.weight + 0.7 * self.beside

    def is_apart(self, other: Candidate) -> bool:
        return self.last < other.first or other.last < self.first


class Words:
    """The words of a text, in their normal form, by their numbers from 0."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _matches(self) -> list[tuple[int, int]]:
        return [match.span() for match in WORD.finditer(self.text)]

    @cached_property
    def folds(self) -> list[str]:
        return [fold(self.text[start:end]) for start, end in self._matches]

    @cached_property
    def starts(self) -> list[int]:
        return [start for start, _end in self._matches]

    @cached_property
    def ends(self) -> list[int]:
        return [end for _start, end in self._matches]

    @cached_property
    def at(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.folds):
            found[word].append(at)
        return dict(found)

    def weight(self, word: str) -> float:
        """Return how much a word tells of its place: a rare one most."""
        weight = 1 / (1 + log2(max(1, len(self.at.get(word, ())))))
        return weight * (0.5 if len(word) <= 3 else 1.0)

    def shared(
        self, before: Sequence[str], exact: Sequence[str], after: Sequence[str], begin: int
    ) -> tuple[int, int]:
        """Return how many words on either side stand around the same words elsewhere too."""
        left = right = 0
        for at in self.at.get(exact[0], ()) if exact else ():
            if self.folds[at : at + len(exact)] != exact or self.starts[at] == begin:
                continue
            left = max(
                left, _alike(reversed(before), reversed(self.folds[max(0, at - len(before)) : at]))
            )
            right = max(
                right, _alike(after, self.folds[at + len(exact) : at + len(exact) + len(after)])
            )
        return left, right

    def candidates(
        self, wanted: Sequence[str], first: int, last: int, apart: tuple[int, int] | None = None
    ) -> list[Candidate]:
        """Return where ``wanted[first:last]`` may stand among the rest of it, best first.

        ``apart``: characters of the text that don't count.
        """
        used: set[int] = set()
        if apart is not None:
            used.update(
                at
                for at in range(max(0, bisect_right(self.starts, apart[0]) - 1), len(self.starts))
                if apart[0] <= self.starts[at] < apart[1]
            )
        found: list[Candidate] = []
        windows = self._windows(wanted, used)
        if last - first < len(wanted):  # the surroundings may be elsewhere
            windows += self._windows(wanted[first:last], used)
        for window in dict.fromkeys(windows):
            candidate = self._aligned(wanted, first, last, window, used)
            if candidate is not None and all(candidate.words != c.words for c in found):
                found.append(candidate)
        return sorted(found, key=lambda c: -c.score)

    def _windows(self, wanted: Sequence[str], used: set[int]) -> list[tuple[int, int]]:
        """Return the stretches of the text that have most of the words, best first."""
        weights = {word: self.weight(word) for word in wanted}
        rare = [word for word in weights if len(self.at.get(word, ())) <= COMMON]
        words = rare if len(rare) >= 4 else list(weights)
        hits = sorted(
            (at, word) for word in words for at in self.at.get(word, ()) if at not in used
        )
        size = len(wanted) * 3 // 2 + 12
        inside: dict[str, int] = defaultdict(int)
        total, tail = 0.0, 0
        ends: list[tuple[float, int]] = []
        for head, (at, word) in enumerate(hits):
            inside[word] += 1
            total += weights[word] if inside[word] == 1 else 0.0
            while hits[tail][0] <= at - size:
                gone = hits[tail][1]
                inside[gone] -= 1
                total -= weights[gone] if not inside[gone] else 0.0
                tail += 1
            ends.append((total, head))
        stops: list[int] = []
        for _total, head in sorted(ends, key=lambda end: -end[0]):
            stop = hits[head][0]
            if all(abs(stop - other) > size // 3 for other in stops):
                stops.append(stop)
                if len(stops) == MOST_WINDOWS:
                    break
        return [(max(0, at - size), min(len(self.folds), at + 1 + size // 2)) for at in stops]

    def _aligned(
        self, wanted: Sequence[str], first: int, last: int, window: tuple[int, int], used: set[int]
    ) -> Candidate | None:
        """Match the words with those of a stretch, the longest runs first."""
        there: dict[str, list[int]] = defaultdict(list)
        for at in range(*window):
            if at not in used:
                there[self.folds[at]].append(at)
        weights = [self.weight(word) for word in wanted]
        pairs = _matched(wanted, weights, there)
        ours = {at: weights[n] for n, at in pairs.items() if first <= n < last}
        segment = _best_segment(ours)
        if segment is None:
            return None
        begin, stop = segment
        words = {
            n - first: at for n, at in pairs.items() if first <= n < last and begin <= at <= stop
        }
        weight = sum(ours[at] for at in words.values())
        reach = 8 + max(first, len(wanted) - last)
        before = {n: at for n, at in pairs.items() if n < first and begin - reach <= at < begin}
        after = {n: at for n, at in pairs.items() if n >= last and stop < at <= stop + reach}
        left = {n: a for n, a in before.items() if first - n <= NEAR and begin - a <= first - n + 2}
        right = {n: a for n, a in after.items() if n - last < NEAR and a - stop <= n - last + 3}
        inside = (
            [n for n, at in left.items() if not self._is_broken(at, begin)],
            [n for n, at in right.items() if not self._is_broken(stop, at)],
        )
        whole = sum(weights[first:last])
        return Candidate(
            begin,
            stop,
            words,
            weight,
            weight / whole if whole else 0.0,
            sum(weights[n] for n in before),
            sum(weights[n] for n in after),
            sum(weights[n] for n in left),
            sum(weights[n] for n in right),
            max(
                sum(weights[n] for n in each) * (1.0 if len(each) >= NEAR - 1 else 0.6)
                for each in inside
            ),
            (left.get(first - 1) == begin - 1) + (right.get(last) == stop + 1),
        )

    def _is_broken(self, word: int, other: int) -> bool:
        """Tell whether a sentence ends between two words."""
        between = self.text[self.ends[word] : self.starts[other]]
        return any(sign in between for sign in ENDS)

    def replaced(
        self, wanted: Sequence[str], first: int, last: int, own: range
    ) -> tuple[int, int] | None:
        """Return the few words that stand where as few were replaced; their neighbours tell.

        ``own`` are those that were, of ``wanted`` from ``first`` to ``last``.
        """
        left = list(wanted[max(0, first - NEIGHBOURS) : first + own.start])
        right = list(wanted[first + own.stop : last + NEIGHBOURS])
        if len(own) > MOST_REPLACED or min(len(left), len(right)) < NEIGHBOURS:
            return None
        found = []
        for at in self.at.get(left[-1], ()):
            if self.folds[max(0, at + 1 - len(left)) : at + 1] != left:
                continue
            for gap in range(1, len(own) + 2):
                behind = at + 1 + gap
                if self.folds[behind : behind + len(right)] == right:
                    found.append((at + 1, at + gap))
        if len(found) != 1:
            return None
        between = self.text[self.ends[found[0][0] - 1] : self.starts[found[0][1] + 1]]
        return None if any(sign in between for sign in ENDS) else found[0]


def folded(text: str) -> list[str]:
    return [fold(match[0]) for match in WORD.finditer(text)]


def _alike(words: Iterable[str], others: Iterable[str]) -> int:
    """Return how many words two sequences begin with alike."""
    count = 0
    for word, other in zip(words, others, strict=False):
        if word != other:
            break
        count += 1
    return count


def _matched(
    wanted: Sequence[str], weights: Sequence[float], there: Mapping[str, Sequence[int]]
) -> dict[int, int]:
    """Match words, each at most once: the heaviest runs first, in whatever order they stand.

    A run of little weight counts only in order, near one that counts already.
    """
    spots = [(n, at) for n, word in enumerate(wanted) for at in there.get(word, ())]
    known = set(spots)
    runs: list[tuple[float, int, int, int]] = []
    for n, at in spots:
        if (n - 1, at - 1) in known:
            continue
        length = 1
        while (n + length, at + length) in known:
            length += 1
        runs.append((-sum(weights[n : n + length]), n, at, length))
    heapq.heapify(runs)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    waiting: list[tuple[float, int, int, int]] = []
    while runs:
        run = heapq.heappop(runs)
        weight, n, at, length = run
        free = [i for i in range(length) if n + i not in pairs and at + i not in taken]
        if len(free) < length:
            for begin, size in _stretches(free):
                total = sum(weights[n + begin : n + begin + size])
                heapq.heappush(runs, (-total, n + begin, at + begin, size))
            continue
        if pairs and -weight < ALONE and not _is_in_line(n, at, length, pairs):
            waiting.append(run)
            continue
        pairs.update((n + i, at + i) for i in range(length))
        taken.update(range(at, at + length))
        for each in waiting:  # what was not in line may be now
            heapq.heappush(runs, each)
        waiting = []
    return pairs


def _stretches(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return the begin and the size of each stretch of consecutive numbers."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == sum(found[-1]):
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((number, 1))
    return found


def _is_in_line(n: int, at: int, length: int, pairs: dict[int, int]) -> bool:
    """Tell whether a run stands near a matched word as it should."""
    for step in range(1, 6):
        before, after = pairs.get(n - step), pairs.get(n + length - 1 + step)
        if before is not None and 0 < at - before <= step + 5:
            return True
        if after is not None and 0 < after - (at + length - 1) <= step + 5:
            return True
    return False


def _best_segment(weights: dict[int, float]) -> tuple[int, int] | None:
    """Return the first and last word of the stretch that has most weight for its length."""
    best = current = 0.0
    found: tuple[int, int] | None = None
    begin = previous = -1
    for at in sorted(weights):
        current -= 0.08 * (at - previous - 1) if begin >= 0 else 0.0
        if begin < 0 or current <= 0:
            begin, current = at, 0.0
        current += weights[at]
        previous = at
        if current > best:
            best, found = current, (begin, at)
    return found
