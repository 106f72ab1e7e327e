"""Search: the paragraphs of a library in which something stands, in all forms of its words.

The index tells which passages may have it, their texts tell whether and where; what is not in an
index, such as an opened file, is read through. Of each source the best are taken, then all are put
in order by one measure (BM25 over what the query asks for, whatever form stands there).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log
from typing import NamedTuple

from reader.language.words import fold
from reader.library import search_index, texts
from reader.library.index import Index
from reader.library.search_index import Place
from reader.library.search_paragraphs import Mentions, Paragraphs, joined
from reader.library.search_query import Query
from reader.library.search_terms import Condition
from reader.library.snippets import Ranges, snippet
from reader.model import Document, Text

_POOL = 3
"""Times as many passages are looked at as hits are wanted."""
_SATURATION, _LENGTH_SHARE, _USUAL_LENGTH = 1.2, 0.6, 300
"""BM25: k1, b, and the characters of a usual paragraph."""
_TITLE = 0.6
"""What a title with the words adds, as a share of its own score."""
_SCATTERED = 0.4
"""The share that is left where the words stand in several paragraphs."""
_NEAR = 0.4
"""What words right beside one another add, as a share."""
_AS_TYPED = 0.1
"""What a word in the very form of the query adds, as a share."""
_BEGUN = 0.5
"""The share that is left where a word that is being typed only begins one that stands there."""
_OWN_LANGUAGE = 0.02
_KEPT = 256
"""Texts that are kept while a search goes on: several paragraphs of one may have hits."""


class Hit(NamedTuple):
    """A paragraph in which something was found."""

    document: str
    paragraph: str
    language: str
    """The language of the text it was found in."""
    snippet: str
    score: float
    marks: tuple[tuple[int, int], ...] = ()
    """Where the hits stand in the snippet; code points."""
    found: tuple[tuple[int, int], ...] = ()
    """Where they stand in the paragraph."""
    in_title: bool = False
    """The title has it, and the paragraph is the first one."""
    text: str = ""
    """Of the paragraph, or of the title."""


class Searched(NamedTuple):
    """A text that is not in an index, and is read through."""

    document: str
    title: str
    text: Text
    published: str
    publisher: str


StoredMentions = Callable[[str, str, str], Sequence[tuple[str, str]] | None]
"""Returns the paragraphs in which an entry is mentioned in a document in a language, each with the
form that stands there; ``None`` where that is not stored of the entry."""


class Indexed(NamedTuple):
    """An index to be searched, with what gives the documents that it has."""

    stored: Index
    passages: int
    """How many the index has."""
    document: Callable[[str, str], Document | None]
    conditions: Sequence[Condition]
    """What the query asks for, made ready for this index."""
    without: Sequence[Condition] = ()
    stored_mentions: StoredMentions | None = None
    """``None`` where mentions are to be found in the texts."""
    at_home: bool = True
    """The glossary is that of its documents."""


class _Candidate(NamedTuple):
    place: Place
    share: float = 1.0


class _Found(NamedTuple):
    """A paragraph with what was found in it, for each condition."""

    place: Place
    text: str
    ranges: tuple[Ranges, ...]
    share: float


class Search:
    """One search over several sources. ``stop`` is asked whether nobody waits for it any more."""

    def __init__(
        self,
        query: Query,
        language: str,
        mentions: Mentions,
        stop: Callable[[], bool] = lambda: False,
    ) -> None:
        self._query = query
        self._language = language
        self._mentions = mentions
        self._stop = stop
        self._texts: OrderedDict[tuple[str, str], Paragraphs] = OrderedDict()

    def hits(
        self,
        indexed: Sequence[Indexed],
        live: Sequence[Searched],
        live_conditions: Sequence[Condition],
        live_without: Sequence[Condition],
        limit: int | None,
    ) -> list[Hit]:
        """Return the hits of all sources, the best first."""
        replaced = {(each.document, each.text.language) for each in live}
        scored: list[tuple[float, _Found, Paragraphs]] = []
        # What is rare in one source alone would come before what is as good in another.
        count = len(indexed[0].conditions) if indexed else len(live_conditions)
        weights = _weights(indexed, count)
        for source in indexed:
            if not self._stop():
                scored += self._scored(source, replaced, limit, weights)
        for each in live:
            if not self._stop():
                scored += self._read(each, live_conditions, live_without, weights)
        # What is equal: the latest first.
        scored.sort(key=lambda one: (one[1].place.published, -one[1].place.position), reverse=True)
        scored.sort(key=lambda one: -round(one[0], 3))
        return [_hit(*one) for one in scored[:limit]]

    # An index.

    def _scored(
        self,
        source: Indexed,
        replaced: Iterable[tuple[str, str]],
        limit: int | None,
        weights: Sequence[float],
    ) -> list[tuple[float, _Found, Paragraphs]]:
        made: list[tuple[float, _Found, Paragraphs]] = []
        hidden = frozenset(replaced)
        conditions = source.conditions
        titles: dict[tuple[str, str], tuple[float, _Found, Paragraphs]] = {}
        shown: set[tuple[str, str]] = set()
        for candidate in self._candidates(source, limit):
            if self._stop() or (limit is not None and len(made) >= limit * _POOL):
                break
            place = candidate.place
            key = (place.document, place.language)
            if key in hidden or (paragraphs := self._paragraphs(source, *key)) is None:
                continue
            found = self._looked_at(candidate, paragraphs, conditions)
            if found is None:
                continue
            one = (self._score(found, conditions, weights), found, paragraphs)
            if place.paragraph:
                shown.add(key)
                made.append(one)
            else:
                titles[key] = one
        made = [
            (score + titles[key][0] * _TITLE if key in titles else score, found, paragraphs)
            for score, found, paragraphs in made
            for key in [(found.place.document, found.place.language)]
        ]
        return [*made, *(one for key, one in titles.items() if key not in shown)]

    def _candidates(self, source: Indexed, limit: int | None) -> Iterator[_Candidate]:
        query, index = self._query, source.stored
        wanted = None if limit is None else limit * _POOL * 2
        without = " OR ".join(c.match for c in source.without if c.match)
        if not source.conditions:
            first = search_index.first_places(index, query, self._language, without, wanted)
            yield from map(_Candidate, first)
            return
        matches = [condition.match for condition in source.conditions]
        if not all(matches):
            return
        together = " AND ".join(f"({match})" for match in matches)
        places = search_index.places(index, together, query, without, wanted)
        yield from map(_Candidate, places)
        if len(matches) == 1 or self._stop() or (limit is not None and len(places) >= limit):
            return
        known = {(place.document, place.language) for place in places}
        several = search_index.scattered(index, matches, query, without, wanted)
        for key, language in several:
            if (key, language) not in known:
                yield _Candidate(Place(key, language, "?", "", 0), _SCATTERED)

    def _paragraphs(self, source: Indexed, key: str, language: str) -> Paragraphs | None:
        place = (key, language)
        if place not in self._texts:
            document = source.document(key, language)
            if document is None:
                return None
            text = texts.shown(document, language)
            published = document.source.published or document.source.published_inferred or ""
            if len(self._texts) >= _KEPT:
                self._texts.popitem(last=False)
            made = Paragraphs(document.title, text, published, self._mentions, source.at_home)
            if (stored := source.stored_mentions) is not None:
                made.stored = lambda entry: stored(entry, key, language)
            self._texts[place] = made
        return self._texts[place]

    def _looked_at(
        self, candidate: _Candidate, paragraphs: Paragraphs, conditions: Sequence[Condition]
    ) -> _Found | None:
        """Return what is found in a passage; ``None`` where not all that is asked for is there."""
        place = candidate.place
        if place.paragraph == "?":
            return _scattered(place, paragraphs, conditions)
        text = paragraphs.by_id.get(place.paragraph) if place.paragraph else paragraphs.title
        if text is None:
            return None
        ranges = paragraphs.find(conditions, place.paragraph, text)
        if not all(ranges):
            return None
        return _Found(place, text, ranges, candidate.share)

    def _score(
        self, found: _Found, conditions: Sequence[Condition], weights: Sequence[float]
    ) -> float:
        if not conditions:
            return 0.0
        total = 0.0
        long = 1 - _LENGTH_SHARE + _LENGTH_SHARE * len(found.text) / _USUAL_LENGTH
        folded = ""
        for condition, weight, ranges in zip(conditions, weights, found.ranges, strict=True):
            count = len(ranges)
            score = weight * count * (_SATURATION + 1) / (count + _SATURATION * long)
            if ranges and (written := condition.wordings[0].written):
                folded = folded or fold(found.text)
                score *= 1 + _AS_TYPED * (written in folded)
            whole = condition.wordings[0].whole
            if whole and not any(fold(found.text[a:b]) in whole for a, b in ranges):
                score *= _BEGUN
            total += score
        if len(conditions) > 1 and all(found.ranges):
            gap = _gap(found.ranges)
            total *= 1 + _NEAR * 30 / (30 + gap)
        if found.place.language == self._language:
            total *= 1 + _OWN_LANGUAGE
        return total * found.share

    # A text that is read through.

    def _read(
        self,
        searched: Searched,
        conditions: Sequence[Condition],
        without: Sequence[Condition],
        weights: Sequence[float],
    ) -> list[tuple[float, _Found, Paragraphs]]:
        query, text = self._query, searched.text
        published = searched.published
        if (
            (query.languages and text.language not in query.languages)
            or (query.after and published < query.after)
            or (query.before and not "" < published < query.before)
        ):
            return []
        publisher = fold(searched.publisher)
        if query.publishers and not any(name in publisher for name in query.publishers):
            return []
        paragraphs = Paragraphs(searched.title, text, published, self._mentions, False)
        every = [("", searched.title), *((p.id, p.text) for p in text.paragraphs)]
        if any(paragraphs.find([c], *place)[0] for c in without for place in every):
            return []
        made = []
        some = text.paragraphs if conditions else text.paragraphs[:1]
        for paragraph in some:
            place = Place(searched.document, text.language, paragraph.id, published, 0)
            found = self._looked_at(_Candidate(place), paragraphs, conditions)
            if found is not None:
                made.append((self._score(found, conditions, weights), found, paragraphs))
        if not made and len(conditions) > 1:
            place = Place(searched.document, text.language, "?", published, 0)
            found = _scattered(place, paragraphs, conditions)
            if found is not None:
                made.append((self._score(found, conditions, weights), found, paragraphs))
        return made


def _scattered(
    place: Place, paragraphs: Paragraphs, conditions: Sequence[Condition]
) -> _Found | None:
    """Return the paragraph with most of what is asked for, where all of it stands in some."""
    every = [
        (id, text, paragraphs.find(conditions, id, text)) for id, text in paragraphs.by_id.items()
    ]
    if not every or not all(any(ranges[n] for *_, ranges in every) for n in range(len(conditions))):
        return None
    id, text, ranges = max(every, key=lambda one: sum(map(bool, one[2])))
    there = place._replace(paragraph=id, published=paragraphs.published)
    return _Found(there, text, ranges, _SCATTERED)


def _weights(indexed: Sequence[Indexed], count: int) -> list[float]:
    """Return how much each condition tells: the fewer passages have it, the more."""
    total = sum(source.passages for source in indexed)
    weights = []
    for n in range(count):
        having = sum(
            search_index.count(source.stored, source.conditions[n].match)
            for source in indexed
            if source.conditions[n].match
        )
        weights.append(log(1 + (total - having + 0.5) / (having + 0.5)))
    return weights


def _gap(ranges: Sequence[Ranges]) -> int:
    """Return the fewest characters in which something of each kind stands, without itself."""
    every = sorted((start, end, n) for n, some in enumerate(ranges) for start, end in some)
    best = every[-1][1]
    last: dict[int, tuple[int, int]] = {}
    for start, end, n in every:
        last[n] = start, end
        if len(last) == len(ranges):
            inside = sum(e - s for s, e in last.values())
            best = min(best, end - min(s for s, _e in last.values()) - inside)
    return max(0, best)


def _hit(score: float, found: _Found, paragraphs: Paragraphs) -> Hit:
    place = found.place
    ranges = joined(one for some in found.ranges for one in some)
    shown = snippet(found.text, ranges)
    in_title = not place.paragraph
    return Hit(
        place.document,
        place.paragraph or paragraphs.first,
        place.language,
        shown.text,
        round(score, 3),
        shown.marks,
        () if in_title else tuple(ranges),
        in_title,
        found.text,
    )
