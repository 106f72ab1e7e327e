"""Find the place of a quotation again in a text that may have been edited since.

A :class:`Quote` is what a TextQuoteSelector of the Web Annotation model is: the quotation and the
words on either side of it, as many as it takes for nothing else in the text to have them too. Its
paragraph and offsets are a hint. Where that doesn't hold any more, the words of quotation and
surroundings are matched with those of the text, run by run: they may have been replaced, left out,
inserted or put into another order, and paragraphs moved, split or joined.

No place is better than a wrong one. What a quotation and its surroundings have kept has to be
enough to tell its place from any other, and the quotation remembers how much of it stood elsewhere
when it was made; else its place is lost.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from reader.library.word_matching import Candidate, Words, folded

SURROUNDINGS = 80
"""Characters on either side of a quotation that are kept with it; more where it is repeated."""

MOST_SURROUNDINGS = 640

LARGEST = 2_000_000
"""Characters of a text in which words are matched. In a larger one a quotation is found as it is."""

LONGEST = 6000
"""Characters of a quotation: of what is longer the first ones."""

ENOUGH = 3.0
"""The weight of words that tell a place: three rare ones, or more that are not."""
ENOUGH_BESIDE = 1.2
"""The weight of surroundings that count."""
MEANING = 0.9
"""The weight of a quotation below which it tells nothing by itself, such as that of an article."""
NEXT_TO = 0.8
"""The weight of what stands right beside a quotation, from which it holds it."""
MARGIN = 0.9
"""What has to speak more for a place than for any other."""
APART = 9
"""Words between two of a quotation above which what is between them is not of it."""

State = Literal["kept", "changed", "lost"]
"""What has become of a place: as it was (wherever it is now), edited, or not to be found."""


class Quote(NamedTuple):
    """A quotation with its surroundings, and as a hint where it stood.

    ``start`` and ``end`` are code points, from the start of ``paragraph``; ``end`` may lie behind
    its end, where a line break parts paragraphs.

    ``elsewhere``, from 0 to 1, is how much of the quotation stood in another place too. Of one that
    stood there whole, ``shared`` are the words on either side that stood there with it: they don't
    tell its place any more than itself.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    paragraph: str = ""
    start: int = 0
    end: int = 0
    elsewhere: float = 1.0
    shared: tuple[int, int] = (0, 0)


class Span(NamedTuple):
    """A part of one paragraph, in code points."""

    paragraph: str
    start: int
    end: int


class Place(NamedTuple):
    """Where a quotation stands now.

    ``spans`` are in the text's order, ``paragraph`` is the one to go to. Of a lost place, which has none, it is the paragraph
    that it was in, as far as that can still be told, or empty. ``confidence`` is from 0 to 1.
    """

    state: State
    spans: tuple[Span, ...] = ()
    paragraph: str = ""
    confidence: float = 0.0


class Ground:
    """A text in which quotations are made and found: paragraphs by id, in order.

    Its words are looked at only when a quotation is not where it was.
    """

    def __init__(self, paragraphs: Iterable[tuple[str, str]]) -> None:
        self._ids: list[str] = []
        self._starts: list[int] = []
        parts, at = [], 0
        for id, text in paragraphs:
            self._ids.append(id)
            self._starts.append(at)
            parts.append(text)
            at += len(text) + 1
        self._whole = "\n".join(parts)
        self._places = dict(zip(self._ids, self._starts, strict=True))

    # Making.

    def quote(self, first: str, start: int, last: str, end: int) -> Quote:
        """Return the quotation from ``start`` in paragraph ``first`` to ``end`` in ``last``.

        Raises ``KeyError`` for a paragraph that is not there.
        """
        begin, stop = self._places[first] + start, self._places[last] + end
        stop = max(begin, min(stop, begin + LONGEST, len(self._whole)))
        exact = self._whole[begin:stop]
        around = SURROUNDINGS
        while True:
            prefix, suffix = self._around(begin, stop, around)
            if around >= MOST_SURROUNDINGS or not self._is_repeated(prefix + exact + suffix):
                break
            around *= 2
        quote = Quote(exact, prefix, suffix, first, start, start + stop - begin)
        if len(self._whole) > LARGEST:
            return quote
        return quote._replace(
            elsewhere=round(self._elsewhere(exact, begin, stop), 2),
            shared=self._words.shared(folded(prefix), folded(exact), folded(suffix), begin),
        )

    def _around(self, begin: int, stop: int, size: int) -> tuple[str, str]:
        """Return what stands before and after a place, in whole words."""
        low, high = max(0, begin - size), min(len(self._whole), stop + size)
        while 0 < low < begin and not self._whole[low - 1].isspace():
            low += 1
        while stop < high < len(self._whole) and not self._whole[high].isspace():
            high -= 1
        return self._whole[low:begin], self._whole[stop:high]

    def _is_repeated(self, text: str) -> bool:
        first = self._whole.find(text)
        return self._whole.find(text, first + 1) >= 0

    def _elsewhere(self, exact: str, begin: int, stop: int) -> float:
        """Return how much of a quotation stands in the place that is most like it."""
        wanted = folded(exact)
        if not wanted:
            return 1.0
        found = self._words.candidates(wanted, 0, len(wanted), apart=(begin, stop))
        return max((c.covered for c in found), default=0.0)

    # Finding.

    def find(self, quote: Quote) -> Place:
        """Return where a quotation stands now."""
        full = quote.prefix + quote.exact + quote.suffix
        at = self._places.get(quote.paragraph)
        if at is not None:
            begin = at + quote.start
            low = begin - len(quote.prefix)
            if low >= 0 and self._whole.startswith(full, low):
                return Place(
                    "kept", self._spans(begin, begin + len(quote.exact)), quote.paragraph, 1.0
                )
        if not quote.exact.strip():
            return Place("lost")
        low = self._whole.find(full)
        if low >= 0 and self._whole.find(full, low + 1) < 0:
            begin = low + len(quote.prefix)
            return self._place("kept", begin, begin + len(quote.exact), 1.0)
        if len(self._whole) > LARGEST:
            return Place("lost")
        return self._find_words(quote)

    def _find_words(self, quote: Quote) -> Place:
        before, exact, after = map(folded, (quote.prefix, quote.exact, quote.suffix))
        if not exact:
            return Place("lost")
        wanted = [*before, *exact, *after]
        # Words that stand around the same words elsewhere too count as the quotation's.
        left, right = quote.shared
        first, last = len(before), len(before) + len(exact)
        own = range(min(left, first), min(left, first) + len(exact))
        first, last = max(0, first - left), min(len(wanted), last + right)
        found = self._words.candidates(wanted, first, last)
        before, exact, after = wanted[:first], wanted[first:last], wanted[last:]
        around = sum(self._words.weight(word) for word in (*before, *after))
        sure: list[Candidate] = []
        beside = 0.0
        for each in found:
            share = each.beside / around if around else 0.0
            is_new = not any(each.words.keys() & other.words.keys() for other in sure)
            if (
                is_new
                and (not sure or each.weight >= ENOUGH)
                and self._is_sure(quote, each, share)
                and self._has_no_rival(each, found, exact)
            ):
                sure.append(each)  # a quotation may have been torn into parts
                beside = max(beside, share)
        if sure:
            covered = sum(each.covered for each in sure)
            confidence = min(1.0, 0.7 * covered + 0.3 * min(1.0, beside * 1.5))
            place = self._shown(exact, own, sure, confidence)
            return place or self._lost(quote)
        gap = self._words.replaced(wanted, first, last, own)
        if gap is not None:
            begin, stop = self._words.starts[gap[0]], self._words.ends[gap[1]]
            return self._place("changed", begin, stop, 0.4)
        return self._lost(quote)

    def _is_sure(self, quote: Quote, best: Candidate, share: float) -> bool:
        """Tell whether what stands there is enough to tell the place from any other.

        ``share``, from 0 to 1, is how much of the surroundings is beside it.
        """
        if best.weight < MEANING:
            return _is_held(best, share)
        is_own = best.covered >= quote.elsewhere + 0.12
        if is_own and best.weight >= (ENOUGH if best.covered >= 0.5 else 1.5 * ENOUGH):
            return True
        low, high = sorted((best.left, best.right))
        if low >= NEXT_TO and (is_own or share >= 0.2):
            return best.covered >= 0.2
        if best.weight + best.beside < ENOUGH or best.beside < ENOUGH_BESIDE:
            return False
        if is_own and high >= NEXT_TO:
            return best.covered >= 0.25
        is_close = high >= 2 * NEXT_TO and best.neighbours > 0
        return (
            (is_own and best.covered >= (0.34 if share >= 0.3 else 0.9) and best.weight >= 2.0)
            or (best.covered >= 0.5 and share >= 0.15 and is_close and not is_own)
            or (best.covered >= 0.25 and share >= 0.3 and high >= NEXT_TO)
            or (best.covered >= 0.34 and share >= 0.4 and not is_own)
        )

    def _has_no_rival(
        self, best: Candidate, found: Sequence[Candidate], exact: Sequence[str]
    ) -> bool:
        """Tell whether no other place has as much of the same words and surroundings."""
        for other in found:
            if other.is_apart(best):
                both = best.words.keys() & other.words.keys()
                common = sum(self._words.weight(exact[n]) for n in both)
                claim = common + 0.7 * other.beside
                if common >= 0.4 * best.weight and best.score - claim < max(
                    MARGIN, 0.08 * best.score
                ):
                    return False
        return True

    # Places.

    def _shown(
        self, exact: Sequence[str], own: range, parts: Sequence[Candidate], confidence: float
    ) -> Place | None:
        """Return the place of the parts of a quotation, without what was put between them.

        ``own`` are its words among those of ``exact``. ``None`` where none of them is left.
        """
        words = sorted(at for part in parts for n, at in part.words.items() if n in own)
        if not words:
            return None
        runs: list[list[int]] = []
        for word in words:
            if runs and word - runs[-1][1] <= APART:
                runs[-1][1] = word
            else:
                runs.append([word, word])
        spans = [
            span
            for low, high in runs
            for span in self._spans(self._words.starts[low], self._words.ends[high])
        ]
        main = max(parts, key=lambda part: part.weight)
        first = next((at for at in words if main.first <= at <= main.last), words[0])
        wanted = [exact[n] for n in own]
        state: State = (
            "kept" if wanted == self._words.folds[words[0] : words[-1] + 1] else "changed"
        )
        return Place(state, tuple(spans), self._ids[self._pieces[first]], round(confidence, 2))

    def _place(self, state: State, begin: int, stop: int, confidence: float) -> Place:
        spans = self._spans(begin, stop)
        return Place(state, spans, spans[0].paragraph if spans else "", confidence)

    def _spans(self, begin: int, stop: int) -> tuple[Span, ...]:
        """Return the parts of paragraphs from ``begin`` to ``stop`` of the whole text."""
        spans: list[Span] = []
        at = max(0, bisect_right(self._starts, begin) - 1)
        while at < len(self._ids) and (self._starts[at] < stop or not spans):
            start = self._starts[at]
            end = self._starts[at + 1] - 1 if at + 1 < len(self._starts) else len(self._whole)
            low, high = max(begin, start), min(stop, end)
            if low < high or begin == stop:
                spans.append(Span(self._ids[at], low - start, high - start))
            at += 1
        return tuple(spans)

    def _lost(self, quote: Quote) -> Place:
        return Place("lost", (), self._left(quote))

    def _left(self, quote: Quote) -> str:
        """Return the paragraph in which the surroundings still stand, if any."""
        votes: dict[str, float] = defaultdict(float)
        for words in (folded(quote.prefix), folded(quote.suffix)):
            found = self._words.candidates(words, 0, len(words)) if words else []
            if found and found[0].covered >= 0.6 and found[0].weight >= ENOUGH_BESIDE:
                at = found[0].last if words == folded(quote.prefix) else found[0].first
                votes[self._ids[self._pieces[at]]] += found[0].weight
        if quote.paragraph in votes:
            return quote.paragraph
        if votes:
            return max(votes, key=lambda id: votes[id])
        return ""

    # Words.

    @cached_property
    def _words(self) -> Words:
        return Words(self._whole)

    @cached_property
    def _pieces(self) -> list[int]:
        """The paragraph of each word, by its number from 0."""
        return [bisect_right(self._starts, start) - 1 for start in self._words.starts]


def _is_held(place: Candidate, share: float) -> bool:
    """Tell whether its surroundings hold a quotation that tells nothing by itself."""
    low = min(place.left, place.right)
    if place.neighbours == 2:
        return place.covered >= 0.3 and share >= 0.15
    if low >= NEXT_TO * (1 if place.neighbours else 2):
        return place.covered >= 0.3 and share >= 0.35
    is_next_to = place.neighbours > 0 and place.within >= 1.0
    return is_next_to and place.covered >= 0.6 and share >= 0.25
