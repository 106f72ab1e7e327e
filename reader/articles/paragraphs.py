"""A text becomes paragraphs: wrapped lines are joined, headings and front matter understood.

This is done in one place, so that the screen, the shell, what is printed and ``reader terms`` have
the same paragraphs, and the same mentions in them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.articles.hyphens import Hyphens
from reader.articles.lines import HYPHENS, Line, blocks, joined, width_of
from reader.language.characters import HYPHENS as WRITTEN_HYPHENS
from reader.model import Source

HEAD = 2**14
"""Characters at the beginning of a text among which front matter is looked for."""

FIRST_HEADING = 10
"""A heading that has less before it is the title."""

LONGEST_HEADING = 300
"""Characters."""

# Strings, which re compiles and caches at their first use.
_MAY_HAVE_FRONT_MATTER = r"(?:---|\+\+\+|\{)[ \t]*[\r\n]|% ?\S|[^\W\d_][\w-]{1,24}:[ \t]*\S"
_ATX = r"(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?$"
_UNDERLINES = "=-~^\"'`*+#:."
_BADGES = r"\[!\[|!\[|<|\[[^\]]*\]\([^)]*\)$|\.\. "
_WIDE = "[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]"


class Part(NamedTuple):
    """A paragraph, and where it stands in the text it is made of."""

    text: str
    """As it was written: not sanitized."""
    pieces: tuple[tuple[int, int], ...]
    """Where each of its lines begins: in the paragraph, and in the text."""
    level: int = 0
    """Of a heading, 1 being the highest."""
    tight: bool = False
    """No blank line stands before it."""


class Laid(NamedTuple):
    """A text laid out. ``title`` and ``source`` are those that it gives itself."""

    parts: tuple[Part, ...]
    title: str | None = None
    source: Source = Source()
    own_title: bool = False
    """The title is none of the paragraphs: it stands in front matter, or in the file's markup."""
    language: str = ""
    """The language that it gives itself, as a code; empty where it gives none."""

    def running_text(self) -> RunningText:
        """Return the paragraphs as one text, over whose blank lines no term runs."""
        return _running(self.parts)

    def running_texts(self, size: int) -> Iterator[RunningText]:
        """Yield the paragraphs as texts of ``size`` characters, or somewhat more."""
        batch: list[Part] = []
        count = 0
        for part in self.parts:
            batch.append(part)
            count += len(part.text)
            if count >= size:
                yield _running(batch)
                batch, count = [], 0
        if batch:
            yield _running(batch)


class RunningText(NamedTuple):
    """Paragraphs as one text, and the way back to the text they are made of."""

    text: str
    starts: Sequence[int]
    parts: Sequence[Part]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of one paragraph stands in the text that was laid out."""
        number = bisect_right(self.starts, start) - 1
        first = self.starts[number]
        pieces = self.parts[number].pieces
        return _origin(pieces, start - first), _origin(pieces, end - first - 1) + 1


def _running(parts: Sequence[Part]) -> RunningText:
    starts: list[int] = []
    at = 0
    for part in parts:
        starts.append(at)
        at += len(part.text) + 2
    return RunningText("\n\n".join(part.text for part in parts), starts, parts)


def _origin(pieces: Sequence[tuple[int, int]], at: int) -> int:
    if len(pieces) == 1:
        return pieces[0][1] + at
    here, there = pieces[bisect_right(pieces, (at, float("inf"))) - 1]
    return there + at - here


def lay_out(text: str) -> Laid:
    """Lay a decoded text out in paragraphs."""
    start = len(text) - len(text.lstrip("\ufeff"))
    front = None
    if re.match(_MAY_HAVE_FRONT_MATTER, text[start : start + 64]):
        from reader.articles import front_matter

        front = front_matter.read(text[start : start + HEAD])
    all_blocks = list(blocks(text, start + (front.end if front else 0)))
    width = width_of(all_blocks)
    hyphens = Hyphens(text)
    parts: list[Part] = []
    for block in all_blocks:
        first, *more = _parts(block, joined(block, width), hyphens)
        parts.append(first)
        parts += [part._replace(tight=True) for part in more]
    if front is None:
        return Laid(tuple(parts), _first_heading(parts))
    title = front.title or _first_heading(parts)
    return Laid(tuple(parts), title, front.source, own_title=front.title is not None)


def _runs(block: Sequence[Line], follows: Iterable[bool]) -> Iterator[list[Line]]:
    run = [block[0]]
    for line, goes_on in zip(block[1:], follows, strict=True):
        if goes_on:
            run.append(line)
        else:
            yield run
            run = [line]
    yield run


def _parts(block: Sequence[Line], follows: Sequence[bool], hyphens: Hyphens) -> Iterator[Part]:
    first = block[0]
    if len(block) == 1 and (first.text[0] != "#" or first.code):
        yield Part(first.text, ((0, first.start),))
        return
    if (heading := _underlined(block)) is not None:
        line, level, rest = heading
        yield Part(line.text, ((0, line.start),), level)
        if rest < len(block):
            yield from _parts(block[rest:], follows[rest:], hyphens)
        return
    # “# …” above other lines of its kind is a comment of some program.
    if first.text[0] == "#" and not first.code and not (block[1:] and block[1].text[0] == "#"):
        match = re.match(_ATX, first.text) if len(first.text) <= LONGEST_HEADING else None
        if match is not None and match[2]:
            yield Part(match[2], ((0, first.start + match.start(2)),), len(match[1]))
            if len(block) > 1:
                yield from _parts(block[1:], follows[1:], hyphens)
            return
    for run in _runs(block, follows):
        yield _joined_part(run, hyphens)


def _underlined(block: Sequence[Line]) -> tuple[Line, int, int] | None:
    """Return a heading that is underlined, its level, and the number of its lines."""
    at = 1 if _is_underline(block[0].text) and len(block) > 2 else 0
    if len(block) < at + 2 or block[at].code:
        return None
    line, under = block[at], block[at + 1].text
    if len(line.text) > LONGEST_HEADING:
        return None
    if not _is_underline(under) or _is_underline(line.text) or "|" in line.text:
        return None
    if at and under[0] != block[0].text[0]:
        return None
    # Markdown's own may be of any length; another sign is as long as what it stands under.
    if under[0] not in "=-" and len(under) < len(line.text) * 0.8:
        return None
    return line, 1 if under[0] == "=" or at else 2, at + 2


def _is_underline(text: str) -> bool:
    return len(text) > 2 and text[0] in _UNDERLINES and not text.strip(text[0])


def _joined_part(run: Sequence[Line], hyphens: Hyphens) -> Part:
    if len(run) == 1:
        return Part(run[0].text, ((0, run[0].start),))
    text = ""
    at = 0
    words: list[str] = []
    pieces: list[tuple[int, int]] = []
    for line, after in zip(run, [*run[1:], None], strict=True):
        pieces.append((at, line.start))
        text = line.text
        if after is not None:
            text = _before(text, after.text, hyphens)
        words.append(text)
        at += len(text)
    return Part("".join(words), tuple(pieces))


def _before(text: str, after: str, hyphens: Hyphens) -> str:
    """Return a line as it stands before the next one in a paragraph."""
    sign = text[-1]
    if sign == "\xad":
        return text.rstrip("\xad")
    if sign in WRITTEN_HYPHENS and text[-2:-1].isalnum() and after[0].isalnum():
        if sign not in HYPHENS:
            return text
        return text[:-1] + (hyphens.between(text[:-1], after) and sign)
    if re.match(_WIDE, sign) and re.match(_WIDE, after):
        return text
    return text + " "


def _first_heading(parts: Sequence[Part]) -> str | None:
    """Return the title by the first heading, without the signs that make it one."""
    for number, part in enumerate(parts[:FIRST_HEADING]):
        if part.level and (number == 0 or part.level == 1):
            return _without_markup(part.text)
        if not part.level and not re.match(_BADGES, part.text):
            return None
    return None


def _without_markup(text: str) -> str:
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\s*\{[#.][^{}]*\}$", "", text)
    return re.sub(r"(\*\*|__|`)(\S(?:.*?\S)?)\1", r"\2", text).strip()
