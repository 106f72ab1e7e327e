"""Choosing sentences: those that tell most of what an article tells, within a length.

What a choice is worth is submodular: a thing that is told already adds little when it is told again,
and a paragraph that something was chosen from adds less than one that nothing was. So taking
the sentence that adds most for its length, again and again, is never far from the best choice.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log2, sqrt

from reader.drafting.material import Key, Sentence

_KINDS = {"entry": 1.0, "number": 1.0, "time": 1.0, "quote": 1.0, "name": 0.8}
_AGAIN = 0.1
"""What a thing is worth when it is told a second time."""
_PARAGRAPH = 1.5
"""What the first sentence of a paragraph adds by being from it, beside what it tells."""
_LEANING, _LEANING_ON = 0.5, 0.85
"""What is left of a sentence that says less without the one before it; and where that one was chosen."""
_POWER = 0.6
"""How far length counts: by less than 1, whole thoughts win over short scraps."""
_EARLY = 0.5
"""How much more the beginning of an article is worth than its end."""


def weights(sentences: Sequence[Sentence]) -> dict[Key, float]:
    """Return what each thing is worth: more where the article comes back to it."""
    counts = Counter(key for sentence in sentences for key in sentence.keys)
    return {key: _KINDS[key[0]] * log2(1 + count) for key, count in counts.items()}


def chosen(sentences: Sequence[Sentence], first: Sequence[Sentence], length: int) -> list[Sentence]:
    """Choose among whole sentences, in their order, ``length`` characters at most.

    Those of ``first`` are chosen in any case.
    """
    worth = weights(sentences)
    told: Counter[Key] = Counter()
    taken: Counter[str] = Counter()
    found = {sentence.number: sentence for sentence in first}
    for sentence in first:
        told.update(sentence.keys)
        taken[sentence.paragraph] += 1
    left = length - sum(len(sentence.text) for sentence in first)
    last = max((sentence.number for sentence in sentences), default=0) or 1

    def gain(sentence: Sentence) -> float:
        added = _added(sentence, worth, told)
        added += _PARAGRAPH * (
            sqrt(taken[sentence.paragraph] + 1) - sqrt(taken[sentence.paragraph])
        )
        if sentence.leans:
            added *= _LEANING_ON if sentence.number - 1 in found else _LEANING
        added *= 1 + _EARLY * (1 - sentence.number / last)
        cost: float = max(len(sentence.text), 1) ** _POWER
        return added / cost

    waiting = [
        (-gain(s), s.number, s)
        for s in sentences
        # What only points back, to say who told it, tells nothing by itself.
        if s.is_whole and s.number not in found and (s.keys or not s.leans)
    ]
    heapq.heapify(waiting)
    while waiting:
        _, number, sentence = heapq.heappop(waiting)
        if len(sentence.text) > left:
            continue
        # Adding others can only have made it worth less: it is asked again.
        now = -gain(sentence)
        if waiting and now > waiting[0][0]:
            heapq.heappush(waiting, (now, number, sentence))
            continue
        found[number] = sentence
        told.update(sentence.keys)
        taken[sentence.paragraph] += 1
        left -= len(sentence.text)
    return [found[number] for number in sorted(found)]


def _added(sentence: Sentence, worth: Mapping[Key, float], told: Mapping[Key, int]) -> float:
    return sum(worth[key] * (_AGAIN if told[key] else 1.0) for key in sentence.keys)
