r"""Mentions by file and paragraph, or line and column: what ``reader terms`` writes.

Lines end at ``\n`` or ``\r\n`` only; a paragraph is a line that is not blank, counted from 1.
Mentions are those in the paragraphs that are shown, in which lines that were wrapped are joined.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from reader.articles.paragraphs import Laid, lay_out
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


class Place(NamedTuple):
    """Where a mention begins, from 1; a column is a byte of the line in UTF-8, as in vim and grep."""

    line: int
    column: int


class InParagraph(Protocol):
    """What stands in a paragraph of a file."""

    @property
    def paragraph(self) -> int: ...

    @property
    def start(self) -> int: ...


class Places:
    """The places of mentions in ``text``, which is gone through once: ask for them in their order."""

    def __init__(self, text: str) -> None:
        self._lines = enumerate(_each_line(text), 1)
        self._line = ""
        self._number = self._paragraph = 0
        self._at = self._bytes = 0
        """A place in the line that was asked for, in code points and in bytes."""

    def of(self, mention: InParagraph) -> Place:
        """Return where ``mention`` begins."""
        while self._paragraph < mention.paragraph:
            self._number, self._line = next(self._lines)
            self._paragraph += bool(self._line.strip())
            self._at = self._bytes = 0
        at = len(self._line) - len(self._line.lstrip()) + mention.start
        if at < self._at:
            self._at = self._bytes = 0
        self._bytes += len(self._line[self._at : at].encode("utf-8", "surrogatepass"))
        self._at = at
        return Place(self._number, self._bytes + 1)


def _each_line(text: str) -> Iterator[str]:
    """Yield the lines of a text, which is not kept a second time."""
    at = 0
    while (end := text.find("\n", at)) >= 0:
        yield text[at:end]
        at = end + 1
    yield text[at:]


def paragraph_starts(text: str) -> list[int]:
    """Return where each line that is not blank begins, without the white space before it."""
    starts = []
    at = 0
    for line in text.split("\n"):
        stripped = line.lstrip()
        if stripped:
            starts.append(at + len(line) - len(stripped))
        at += len(line) + 1
    return starts


def lines(
    file: str, text: str, matcher: Matcher, laid: Laid | None = None, *, nested: bool = False
) -> Iterator[Line]:
    """Yield the mentions in ``text``, the whole text of ``file``, in order.

    ``laid`` are its paragraphs, where they are known.
    """
    laid = lay_out(text) if laid is None else laid
    starts = paragraph_starts(text)
    batches, looked_through = itertools.tee(laid.running_texts(_BATCH))
    found = matcher.each((batch.text for batch in looked_through), nested=nested)
    for running, spans in zip(batches, found, strict=True):
        for begin, until, entry in spans:
            start, end = running.origin(begin, until)
            paragraph = bisect_right(starts, start)
            first = starts[paragraph - 1]
            yield Line(file, paragraph, start - first, end - first, text[start:end], entry)
