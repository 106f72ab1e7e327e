r"""Mentions by file and paragraph: the lines that ``reader terms`` writes.

Lines end at ``\n`` or ``\r\n`` only; a paragraph is a line that is not blank, counted from 1.
Mentions are those in the paragraphs that are shown, in which lines that were wrapped are joined.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from reader.articles.paragraphs import lay_out
from reader.terms.matcher import Matcher

_BATCH = 2**17
"""Characters that are looked through at once: what that takes is many times the text."""


class Line(NamedTuple):
    """One mention in a file.

    ``start`` and ``end`` are code points from the start of its paragraph, which has no white space
    at its ends; a mention that runs over a line break belongs to the paragraph that it starts in,
    and its ``end`` counts on past the break.
    """

    file: str
    paragraph: int
    start: int
    end: int
    text: str
    entry: str


def lines(file: str, text: str, matcher: Matcher, *, nested: bool = False) -> Iterator[Line]:
    """Yield the mentions in ``text``, the whole text of ``file``, in order."""
    starts = []
    at = 0
    for line in text.split("\n"):
        stripped = line.lstrip()
        if stripped:
            starts.append(at + len(line) - len(stripped))
        at += len(line) + 1
    batches, looked_through = itertools.tee(lay_out(text).running_texts(_BATCH))
    found = matcher.each((batch.text for batch in looked_through), nested=nested)
    for running, spans in zip(batches, found, strict=True):
        for begin, until, entry in spans:
            start, end = running.origin(begin, until)
            paragraph = bisect_right(starts, start)
            first = starts[paragraph - 1]
            yield Line(file, paragraph, start - first, end - first, text[start:end], entry)
