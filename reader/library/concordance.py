"""A concordance: every line in which something stands, with what is before and after it.

Lines are sorted by what follows, or by what precedes, so that usage is seen: what is signed, what
becomes of a charter, whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from reader.language.words import WORD, fold
from reader.library.search import Hit

REACH = 160
"""Characters on either side of a hit, more than any line shows."""
_WORDS = 8
"""Words that lines are sorted by."""

By = Literal["after", "before"]


class Line(NamedTuple):
    """A hit with its surroundings, all on one line. Offsets are code points of the paragraph."""

    document: str
    paragraph: str
    language: str
    before: str
    hit: str
    after: str
    start: int
    end: int


def lines(hits: Iterable[Hit], by: By = "after", first: str = "") -> list[Line]:
    """Return a line for each place that hits have, sorted; those in the language ``first`` first."""
    made = [_line(hit, start, end) for hit in hits for start, end in hit.found]
    return sorted(
        set(made), key=lambda line: (line.language != first, line.language, _key(line, by))
    )


def _line(hit: Hit, start: int, end: int) -> Line:
    text = hit.text
    before, said, after = (
        text[max(0, start - REACH) : start],
        text[start:end],
        text[end : end + REACH],
    )
    return Line(
        hit.document,
        hit.paragraph,
        hit.language,
        _on_one_line(before).lstrip(),
        _on_one_line(said),
        _on_one_line(after).rstrip(),
        start,
        end,
    )


def _on_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _key(line: Line, by: By) -> Sequence[object]:
    after = [fold(word) for word in WORD.findall(line.after)][:_WORDS]
    before = [fold(word) for word in WORD.findall(line.before)][: -_WORDS - 1 : -1]
    said = fold(line.hit)
    place = (line.document, line.paragraph, line.start)
    return (before, said, after, place) if by == "before" else (after, said, before, place)
