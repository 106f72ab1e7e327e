"""Cumulative rows: which item holds a row, and at which row an item starts."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate

_CHUNK = 64


class Rows:
    """The heights of many items, one above the other.

    Looking up and changing a height take some microseconds however many items there are: heights are
    summed by chunks of 64, so that a change touches one chunk and the sums of the chunks.
    """

    def __init__(self, heights: array[int]) -> None:
        self._heights = heights
        self._sums = [sum(heights[i : i + _CHUNK]) for i in range(0, len(heights), _CHUNK)]
        self._tops: list[int] | None = None

    @property
    def total(self) -> int:
        return self._chunk_tops()[-1]

    def __getitem__(self, item: int) -> int:
        return self._heights[item]

    def __setitem__(self, item: int, height: int) -> None:
        change = height - self._heights[item]
        if change:
            self._heights[item] = height
            self._sums[item // _CHUNK] += change
            self._tops = None

    def top(self, item: int) -> int:
        """Return the row at which ``item`` starts."""
        chunk = item // _CHUNK
        return self._chunk_tops()[chunk] + sum(self._heights[chunk * _CHUNK : item])

    def find(self, row: int) -> tuple[int, int]:
        """Return the item that holds ``row``, and the row's index in it.

        Beyond the end it is the last row.
        """
        tops = self._chunk_tops()
        row = max(0, min(row, tops[-1] - 1))
        chunk = min(bisect_right(tops, row), len(self._sums)) - 1
        row -= tops[chunk]
        item = chunk * _CHUNK
        for height in self._heights[item : item + _CHUNK]:
            if row < height:
                break
            row -= height
            item += 1
        return item, row

    def _chunk_tops(self) -> list[int]:
        if self._tops is None:
            self._tops = [0, *accumulate(self._sums)]
        return self._tops
