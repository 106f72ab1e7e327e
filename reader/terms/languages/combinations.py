"""Combinations of the forms of a term's words, as many as a term may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import TypeVar

T = TypeVar("T")

_MOST = 512


def combinations(*options: Iterable[T]) -> Iterator[tuple[T, ...]]:
    """Yield every choice of one from each of ``options``.

    Where there would be more than 512, the options after the first such many have only their first.
    """
    bounded: list[Sequence[T]] = []
    count = 1
    for each in options:
        found = list(each)
        if count * len(found) > _MOST:
            found = found[:1]
        count *= len(found)
        bounded.append(found)
    return product(*bounded)
