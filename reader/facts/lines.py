"""Facts by the lines of a file: what ``reader facts`` writes, with the offsets of ``reader terms``.

A paragraph is a line that is not blank, counted from 1; offsets count code points from its first
character that is not white space, and what runs over a line break belongs to the line it starts on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from reader.articles.paragraphs import Laid, RunningText, lay_out
from reader.facts.extractor import Extractor
from reader.facts.values import Asserted, Fact, Span
from reader.terms.lines import paragraph_starts


class FactLine(NamedTuple):
    """A fact, with offsets in the paragraph that it begins in."""

    paragraph: int
    start: int
    fact: Fact


class AssertedLine(NamedTuple):
    """A sentence, with offsets in the paragraph that it begins in."""

    paragraph: int
    start: int
    asserted: Asserted


def facts(text: str, extractor: Extractor, laid: Laid | None = None) -> Iterator[FactLine]:
    """Yield the facts of the whole text of a file, in order.

    ``laid`` are its paragraphs, where they are known.
    """
    starts = paragraph_starts(text)
    for running in _paragraphs(text, laid):
        for fact in extractor.facts(running.text):
            paragraph, first, moved = _moved(Span(*fact[:3]), running, text, starts)
            speaker = _within(fact.speaker, running, text, first)
            placed = fact._replace(
                start=moved.start, end=moved.end, text=moved.text, speaker=speaker
            )
            yield FactLine(paragraph, moved.start, placed)


def sentences(text: str, extractor: Extractor, laid: Laid | None = None) -> Iterator[AssertedLine]:
    """Yield the sentences of the whole text of a file, in order."""
    starts = paragraph_starts(text)
    for running in _paragraphs(text, laid):
        for said in extractor.sentences(running.text):
            span = Span(said.start, said.end, "")
            paragraph, first, moved = _moved(span, running, text, starts)
            hedges = (_within(hedge, running, text, first) for hedge in said.hedges)
            placed = said._replace(
                start=moved.start,
                end=moved.end,
                speaker=_within(said.speaker, running, text, first),
                cue=_within(said.cue, running, text, first),
                hedges=tuple(hedge for hedge in hedges if hedge is not None),
            )
            yield AssertedLine(paragraph, moved.start, placed)


def _paragraphs(text: str, laid: Laid | None) -> Iterator[RunningText]:
    for part in (lay_out(text) if laid is None else laid).parts:
        yield RunningText(part.text, (0,), (part,))


def _moved(span: Span, running: RunningText, text: str, starts: list[int]) -> tuple[int, int, Span]:
    """Return a span's paragraph in the file, where that begins, and the span in it."""
    start, end = running.origin(span.start, span.end)
    paragraph = bisect_right(starts, start)
    first = starts[paragraph - 1]
    return paragraph, first, Span(start - first, end - first, text[start:end])


def _within(span: Span | None, running: RunningText, text: str, first: int) -> Span | None:
    """Return a span that belongs to another, by the paragraph of that one."""
    if span is None:
        return None
    start, end = running.origin(span.start, span.end)
    return Span(start - first, end - first, text[start:end])
