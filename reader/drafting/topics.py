"""The topic of a claim, by the entries that the claims of finished summaries have under each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from math import log

_SURE = 0.4
"""How much of what the entries of a claim say has to speak for its topic."""


class Topics:
    """What the claims of finished summaries teach: ``claims`` are topics with their entries."""

    def __init__(self, claims: Iterable[tuple[str, Collection[str]]] = ()) -> None:
        self._counts: dict[str, Counter[str]] = {}
        """By entry, how many claims of each topic name it."""
        self._claims = 0
        for topic, entries in claims:
            self._claims += 1
            for entry in entries:
                self._counts.setdefault(entry, Counter())[topic] += 1

    def of(self, entries: Collection[str]) -> str:
        """Return the topic of a claim that names these entries; ``""`` where they don't tell.

        An entry that stands under every topic says little of any.
        """
        votes: dict[str, float] = {}
        for entry in entries:
            counts = self._counts.get(entry)
            if counts is None:
                continue
            total = counts.total()
            rare = log(1 + self._claims / total)
            for topic, count in counts.items():
                votes[topic] = votes.get(topic, 0.0) + rare * count / total
        if not votes:
            return ""
        best = min(votes, key=lambda topic: (-votes[topic], topic))
        return best if votes[best] >= _SURE * sum(votes.values()) else ""
