"""Whether another paragraph of the text fits a claim better than those that it cites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from math import log

from reader.language.messages import N_
from reader.verdicts import Finding, Place
from reader.verifying.evidence import Evidence

Feature = tuple[str, str]

_WEIGHTS = {"entry": 1.0, "number": 1.0, "time": 0.7, "key": 0.2, "sense": 0.6}
_PLACE, _PERSON = 0.3, 0.8
_WORD = 0.6
_BETTER_BY, _BETTER_BY_ACROSS = 1.1, 1.25
"""A paragraph fits better that has so many times as much of the claim as any that it cites."""
_LEAST, _LEAST_ACROSS = 2.0, 2.0
"""What a paragraph has to have of the claim so that anything can be told; across languages."""
_LEADING = 2
"""Paragraphs at the beginning of a text that are cited for who says it, and when."""
_ADDS, _ADDS_BY = 1.0, 1.5
"""What another paragraph has to add to the rest more than one of several does, and to have itself."""
_ONE_LEAST = 2.5
_MOST_CITED = 8
"""Of more paragraphs nobody asks what each one adds."""
_BETTER = N_("{better} fits this better than {paragraphs}.")


class Citations:
    """What each paragraph of a text has that others have not; ``kinds``: those of entries."""

    def __init__(self, paragraphs: Mapping[str, Evidence], kinds: Mapping[str, str]) -> None:
        self._paragraphs = paragraphs
        self._kinds = kinds

    @cached_property
    def _features(self) -> dict[str, frozenset[Feature]]:
        return {id: features(each) for id, each in self._paragraphs.items()}

    @cached_property
    def _weights(self) -> dict[Feature, float]:
        """How much a feature tells: one that few paragraphs have tells most."""
        counted = Counter(feature for some in self._features.values() for feature in some)
        every = len(self._paragraphs)
        return {
            feature: self._weight(feature) * log((every + 1) / (count + 0.5))
            for feature, count in counted.items()
        }

    def _weight(self, feature: Feature) -> float:
        sort, value = feature
        kind = self._kinds.get(value, "") if sort == "entry" else ""
        return {"place": _PLACE, "person": _PERSON}.get(kind, _WEIGHTS.get(sort, _WORD))

    def _wanted(self, claim: Evidence, known: Collection[str]) -> list[Feature]:
        """Return what tells something of a claim: not who and when the whole text is about."""
        published = claim.finder.published or ""
        return [
            feature
            for feature in features(claim)
            if feature in self._weights
            and feature[1] not in known
            and not (feature[0] == "time" and published.startswith(feature[1]))
        ]

    def _worth(self, wanted: Sequence[Feature], ids: Iterable[str]) -> float:
        had = frozenset[Feature]().union(*(self._features[id] for id in ids))
        return sum(self._weights[feature] for feature in wanted if feature in had)

    def better(
        self, claim: Evidence, cites: Sequence[str], known: Collection[str]
    ) -> Finding | None:
        """Return a finding that names the paragraph which bears a claim out better, if one does.

        ``known``: entries and keys of names that the source line, or the whole text, is about.
        """
        cited = frozenset(cites)
        others = [id for id in self._paragraphs if id not in cited]
        if not others:
            return None
        wanted = self._wanted(claim, known)
        best = max(others, key=lambda id: self._worth(wanted, [id]))
        score = self._worth(wanted, [best])
        # Without words in common much of what paragraphs say is not seen: together they have most.
        across = any(self._paragraphs[id].code != claim.code for id in [best, *cites])
        had = (
            self._worth(wanted, cites) if across else max(self._worth(wanted, [id]) for id in cites)
        )
        least, by = (_LEAST_ACROSS, _BETTER_BY_ACROSS) if across else (_LEAST, _BETTER_BY)
        if score < least or score <= by * had:
            return self._one_of_several(claim, cites, others, wanted)
        return self._finding(claim, best, cites)

    def _one_of_several(
        self,
        claim: Evidence,
        cites: Sequence[str],
        others: Sequence[str],
        wanted: Sequence[Feature],
    ) -> Finding | None:
        """Return a finding where one of several paragraphs adds less than one that isn't cited.

        What opens the text, or a list, is cited for who says all of it: that may add nothing.
        """
        if not 2 <= len(cites) <= _MOST_CITED:
            return None
        leading = set([*self._paragraphs][:_LEADING])
        for id in cites:
            if id in leading or self._paragraphs[id].text.rstrip().endswith(":"):
                continue
            had = frozenset[Feature]().union(
                *(self._features[each] for each in cites if each != id)
            )
            missing = [feature for feature in wanted if feature not in had]
            added = {other: self._worth(missing, [other]) for other in others}
            best = max(others, key=added.__getitem__)
            more = added[best] - self._worth(missing, [id])
            enough = max(_ONE_LEAST, _ADDS_BY * self._worth(wanted, [id]))
            if more > _ADDS and self._worth(wanted, [best]) >= enough:
                return self._finding(claim, best, [id])
        return None

    def _finding(self, claim: Evidence, better: str, cites: Sequence[str]) -> Finding:
        values = {"better": better, "paragraphs": ", ".join(cites)}
        place = Place(better, 0, len(self._paragraphs[better].text))
        return Finding("citation", claim.text, 0, _BETTER, values, (place,))


def features(evidence: Evidence) -> frozenset[Feature]:
    """Return what two texts are compared by: entries, numbers, times, names, words of a language."""
    found: set[Feature] = {("entry", entry) for entry in evidence.entries}
    found |= {(evidence.code, word) for word in evidence.content}
    found |= {("key", key) for key in evidence.keys}
    found |= {("sense", sense) for sense in evidence.senses}
    found |= {("number", f"{v:g} {a.unit}") for a in evidence.amounts for v in a.values}
    for moment in evidence.moments:
        # A day is in its month and its year, too.
        found |= {("time", moment.value[:size]) for size in (4, 7, 10, None) if moment.value}
    return frozenset(found)
