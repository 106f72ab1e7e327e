"""The topic of a claim, by the entries and the words that claims of finished summaries have under each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from math import log, sqrt
from typing import NamedTuple

from reader.language.words import WORD, fold

_WORD, _LABEL = 0.7, 0.3
"""What a word counts, and a word of a topic's label, beside an entry."""
_LEAD = 0.3
"""How far the best topic has to be ahead of the second, as a share of its likeness."""
_LEAST = 0.07
"""How like a topic a claim has to be at least."""
_SHORTEST = 4
"""Letters of a word that may tell something."""

_Vector = Mapping[str, float]


class Example(NamedTuple):
    """A claim of a finished summary."""

    topic: str
    entries: Collection[str]
    text: str = ""


class Topics:
    """What the claims of finished summaries teach.

    ``labels`` are what topics are called; these and the texts of claims are in ``language``. A claim
    is as like a topic as it is to the claims under it, each a vector of what it has, weighted by
    how few claims have that.
    """

    def __init__(
        self,
        examples: Iterable[Example] = (),
        labels: Mapping[str, str] | None = None,
        language: str = "",
    ) -> None:
        self._language = language
        vectors = [(each.topic, self._features(each.entries, each.text)) for each in examples]
        self._having = Counter(feature for _topic, vector in vectors for feature in vector)
        self._claims = len(vectors)
        sizes = Counter(topic for topic, _vector in vectors)
        self._topics: dict[str, defaultdict[str, float]] = {}
        for topic, vector in vectors:
            of_topic = self._topics.setdefault(topic, defaultdict(float))
            for feature, weight in self._weighted(vector).items():
                of_topic[feature] += weight / sizes[topic]
        for topic, label in (labels or {}).items():
            of_topic = self._topics.setdefault(topic, defaultdict(float))
            for word in _words(label, language):
                of_topic[word] += _LABEL

    def of(self, entries: Collection[str], text: str = "") -> str:
        """Return the topic of a claim that names these entries; ``""`` where that doesn't tell."""
        vector = self._weighted(self._features(entries, text))
        alike = sorted(
            ((_likeness(vector, of_topic), topic) for topic, of_topic in self._topics.items()),
            key=lambda pair: (-pair[0], pair[1]),
        )
        if not alike or alike[0][0] < _LEAST:
            return ""
        second = alike[1][0] if len(alike) > 1 else 0.0
        return alike[0][1] if alike[0][0] - second >= _LEAD * alike[0][0] else ""

    def _features(self, entries: Collection[str], text: str) -> _Vector:
        found = dict.fromkeys(_words(text, self._language), _WORD)
        return found | {f"entry:{entry}": 1.0 for entry in entries}

    def _weighted(self, vector: _Vector) -> _Vector:
        weighted = {
            feature: weight * log((self._claims + 1) / (self._having[feature] + 0.5))
            for feature, weight in vector.items()
        }
        size = _size(weighted)
        return {feature: weight / size for feature, weight in weighted.items()} if size else {}


def _likeness(one: _Vector, other: _Vector) -> float:
    size = _size(other)
    both = sum(weight * other.get(feature, 0.0) for feature, weight in one.items())
    return both / size if size else 0.0


def _size(vector: _Vector) -> float:
    return sqrt(sum(weight * weight for weight in vector.values()))


def _words(text: str, language: str) -> Iterator[str]:
    """Yield the words of a text, each as a dictionary has it."""
    for match in WORD.finditer(text):
        word = _normal(fold(match[0]), language)
        if len(word) >= _SHORTEST:
            yield word


@cache
def _normal(word: str, language: str) -> str:
    from reader.terms import inflections

    languages = (language,)
    found = inflections.normal_forms(word, languages) or inflections.forms(
        word, languages, by_dictionary=False
    )
    return min(found, key=lambda form: (len(form), form))
