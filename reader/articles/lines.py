r"""Lines of a text: where they end, what each is, and which of them go on in the next one.

Mail, README files, RFCs and what is taken out of a PDF break their lines at a width. Such lines
are one paragraph. Lines that end where their author ended them are not: those of a poem, a list, a
table, code, quoted mail, or of a text that has a paragraph a line.

Lines are measured: in a wrapped text the first word of a line did not fit into the one before,
most lines go on in small letters, and few end with a sign. Nothing else is asked of a text, so the
same lines are joined wherever it is shown.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

NARROWEST, WIDEST = 24, 140
"""Characters. Lines that are shorter or longer were not broken at a width."""

SAMPLE = 20_000
"""Characters by which the width is told: the beginning of a long file has them, too."""

MEASURED = 400
"""Lines of a block that are looked at to tell what it is."""

_PROSE = 0.4
"""At least so many of the lines of a wrapped text go on in small letters."""
_ENDED = 0.6
"""And at most so many end with a sign."""
_FULL = 0.6
"""And at least so many had no room for the next word, or nearly none."""
_RAGGED = 40
"""Characters. Narrower lines count only where none had any room."""
_SLIPS = 0.05
_OFTEN = 3
"""Breaks from which on a block may contradict the rest of its text."""
_PAGES = "\x0c\u2029"
_OTHER_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"

# Strings, which re compiles and caches at their first use: most texts need none of them.
_ALONE = (
    r">|\||\+[-=+]{2}|\.\. |</?(?!https?:|ftp:|mailto:)[A-Za-z!?]|:[\w-][\w -]*: |#{1,6} |\[\^?[\w-]+\]: |"
    r"(?:[-*_=~^+.#]\s*){3,}$|\W*$|\\[a-z]+[{\[]"
)
_IN_COLUMNS = r"\S {4,}\S|\S *\t\s*\S|\|.*\|"
_GAPS = r"(?<=\S) {2,}(?=\S)"
_ITEM = r"([-*+•◦▪●○‣·]|[–—]|\(?\d{1,3}[.)]|\(?[^\W\d_]\)|\[[\w .:-]{1,20}\])\s+(\S)"
_FIELD = r"[^\W\d_][\w-]*(?: [\w-]+){0,2}:(?:\s|$)"
_FENCE = r"(`{3,}|~{3,})[^`]*$"
_CODE = r"[{};]\s*$|^\s*(?:\$ |>>> |//|/\*|import |from \w+ import|def |class \w+[(:]|return\b)|=>|::|\w\(\)"
_CLOSING = "»”’\"')]}*_"
_STOPS = ".!?…:;"
_SIGNS = _STOPS + ",—–"
HYPHENS = "-\u2010\xad"


class Line(NamedTuple):
    """A line that is not blank, without the white space around it."""

    start: int
    """The offset in the text of its first character that is not white space."""
    indent: int
    text: str
    code: bool = False
    """It stands between fences of code."""
    hard: bool = False
    """It ends with two spaces, which break a line in Markdown."""

    @property
    def width(self) -> int:
        return self.indent + len(self.text)


class Width(NamedTuple):
    """The width that a text was broken at."""

    cells: int
    least: float
    """A line with the first word of the next one that is not wider than this had room for it."""


def blocks(text: str, start: int = 0) -> Iterator[list[Line]]:
    r"""Yield runs of lines without a blank line, a new page or U+2029 between them.

    A line ends at ``\n``, ``\r\n``, a lone ``\r``, and at U+000B, U+000C, U+0085, U+2028, U+2029.
    Offsets are those of ``text``; what stands before ``start`` is left out.
    """
    pages: set[int] = set()
    if any(sign in text for sign in _OTHER_BREAKS):
        pages = {match.end() for match in re.finditer(f"[{_PAGES}]", text)}
        # Every offset stays what it is: a blank at the end of a line is none of it.
        text = text.replace("\r\r\n", "  \n").replace("\r\n", " \n")
        text = text.replace("\n\x0c", " \n")
        for sign in _OTHER_BREAKS:
            text = text.replace(sign, "\n")
    block: list[Line] = []
    fence = ""
    at = start
    for raw in (text[start:] if start else text).split("\n"):
        stripped = raw.strip()
        if not stripped:
            if block:
                yield block
                block = []
        else:
            if block and at in pages and not _runs_over_page(block[-1].text, stripped):
                yield block
                block = []
            indent = len(raw) - len(raw.lstrip())
            offset = at + indent
            if "\t" in raw[:indent]:
                indent = len(raw[:indent].expandtabs())
            is_code = bool(fence)
            if stripped[0] in "`~" and (match := re.match(_FENCE, stripped)):
                is_code = True
                if not fence:
                    fence = match[1]
                elif stripped.startswith(fence) and stripped == match[1]:
                    fence = ""
            block.append(Line(offset, indent, stripped, is_code, raw.endswith("  ")))
        at += len(raw) + 1
    if block:
        yield block


def _runs_over_page(before: str, after: str) -> bool:
    return _goes_on(after) and not _ends(before, _SIGNS)


def width_of(text_blocks: Sequence[Sequence[Line]]) -> Width | None:
    """Return the width that a text was broken at; ``None`` where its lines are its author's."""
    pairs: list[tuple[Line, Line]] = []
    count = 0
    for block in text_blocks:
        if block[0].start > SAMPLE:
            break
        if len(block) > 1:
            head = block[:MEASURED]
            found = _pairs(head, _may_be_one(head))
            pairs += found
            count += bool(found)
    if len(pairs) > _OFTEN and _is_verse(pairs):
        return None
    measured = _measured(pairs, apart=count * 20 > len(pairs))
    if measured is None and len(pairs) < _OFTEN:
        # Too few to measure. The first two lines may be a headline and what stands under it.
        below = [(a, b) for a, b in pairs if a.start > text_blocks[0][-1].start]
        if below and all(_is_one_sentence(a, b) for a, b in below):
            cells = max(a.width for a, _b in below)
            return Width(cells, cells)
    return measured


def joined(block: Sequence[Line], width: Width | None) -> list[bool]:
    """Tell of each line of a block but the first whether the one before goes on in it."""
    if len(block) == 1:
        return []
    apart = [False] * (len(block) - 1)
    head = block[:MEASURED]
    may = _may_be_one(head)
    pairs = _pairs(head, may)
    if not pairs or (width := _own_width(pairs, width)) is None:
        return apart
    full = all(_room_for(a, b) > width.least for a, b in pairs)
    if not full and (_is_code(block) or (len(pairs) >= _OFTEN and _is_verse(pairs))):
        return apart
    hard = sum(a.hard for a, _b in pairs) * 2 < len(pairs)
    out = []
    first = block[0]
    """The line that begins the paragraph."""
    if len(head) < len(block):
        may = _may_be_one(block)
    for (a, b), may_be_one in zip(itertools.pairwise(block), may, strict=True):
        goes_on = (
            may_be_one
            and not (a.hard and hard)
            and _goes_on_in(a, b, first, width)
            and not (a is not first and b.indent < a.indent and _starts_anew(a, b))
        )
        if not goes_on:
            first = b
        out.append(goes_on)
    return out


def _may_be_one(block: Sequence[Line]) -> list[bool]:
    """Tell of each line but the first whether it may be one with that before it.

    It may not where either is a row of a table or the like.
    """
    fields = _has_fields(block)
    alone = [_stands_alone(line) for line in block]
    return [
        not (
            alone[n]
            or alone[n + 1]
            or a.text[-1] == "\\"
            or (" " not in a.text and " " not in b.text)  # paths or the like
            or (fields and re.match(_FIELD, b.text))
        )
        for n, (a, b) in enumerate(itertools.pairwise(block))
    ]


def _pairs(block: Sequence[Line], may: Sequence[bool]) -> list[tuple[Line, Line]]:
    """Return the pairs of lines that may be one; of an item that is not known yet."""
    return [
        pair
        for pair, may_be_one in zip(itertools.pairwise(block), may, strict=True)
        if may_be_one and not _item(pair[1].text)
    ]


def _item(text: str) -> re.Match[str] | None:
    """Match what begins an item of a list."""
    if text[0].isalpha() and text[1:2] != ")":  # nearly always
        return None
    return re.match(_ITEM, text)


def _stands_alone(line: Line) -> bool:
    text = line.text
    if line.code:
        return True
    if len(text) > WIDEST:
        return " " in text  # a long address is one word
    if not text[0].isalpha() and re.match(_ALONE, text):
        return True
    if not ("   " in text or "\t" in text or "|" in text):
        return False
    # In justified text narrower gaps stand beside those of three spaces.
    return bool(re.search(_IN_COLUMNS, text)) or set(re.findall(_GAPS, text)) == {"   "}


def _has_fields(block: Sequence[Line]) -> bool:
    """Tell whether a block has lines such as “From: …”, each a paragraph of its own."""
    return (
        re.match(_FIELD, block[0].text) is not None
        and sum(re.match(_FIELD, line.text) is not None for line in block[:40]) > 1
    )


def _is_code(block: Sequence[Line]) -> bool:
    return sum(re.search(_CODE, line.text) is not None for line in block[:40]) * 3 > len(block[:40])


def _is_verse(pairs: Sequence[tuple[Line, Line]]) -> bool:
    """Tell whether lines begin and end as only an author ends them."""
    ended = sum(_ends(a.text, _SIGNS) for a, _b in pairs)
    small = sum(_goes_on(b.text) for _a, b in pairs)
    return ended > len(pairs) * _ENDED or small < len(pairs) * 0.2


def _measured(pairs: Sequence[tuple[Line, Line]], *, apart: bool) -> Width | None:
    """Measure lines that may have been broken at a width; ``None`` if they were not.

    ``apart``: blank lines stand between paragraphs.
    """
    middle = [_room_for(a, b) for a, b in pairs if _is_middle(a, b)]
    if not middle:
        return None
    widths = sorted(a.width for a, _b in pairs if a.width <= WIDEST)
    likely = sorted(set(widths[int(0.95 * (len(widths) - 1)) :]), reverse=True)
    for cells in likely:
        if sum(room <= cells for room in middle) <= len(middle) * _SLIPS:
            break  # an editor has broken them: nothing more ever went into a line
    else:
        cells = likely[-1] if likely else 0
        full = sum(_room_for(a, b) > 0.9 * cells for a, b in pairs)
        if cells < _RAGGED or len(pairs) < _OFTEN or full < len(pairs) * _FULL:
            return None
        return Width(cells, (0.85 if apart else 0.95) * cells) if _is_prose(pairs) else None
    if cells < NARROWEST or (len(pairs) >= _OFTEN and not _is_prose(pairs)):
        return None
    return Width(cells, cells)


def _own_width(pairs: Sequence[tuple[Line, Line]], width: Width | None) -> Width | None:
    """Return the width of a block: that of its text, unless it was clearly broken at its own."""
    if len(pairs) < 2 or (width and max(a.width for a, _b in pairs) > 0.8 * width.cells):
        return width
    own = _measured(pairs, apart=True)
    if own is None or own.cells < _RAGGED or own.least < own.cells:
        return width
    middle = sum(_is_middle(a, b) for a, b in pairs) * 2 >= len(pairs)
    return own if middle and all(_room_for(a, b) > own.least for a, b in pairs) else width


def _is_prose(pairs: Sequence[tuple[Line, Line]]) -> bool:
    return sum(_goes_on(b.text) for _a, b in pairs) >= len(pairs) * _PROSE


def _is_middle(a: Line, b: Line) -> bool:
    """Tell whether a sentence, or a word, goes on from one line into the next."""
    if a.text[-1] in HYPHENS and a.text[-2:-1].isalnum() and b.text[0].isalnum():
        return True
    return _goes_on(b.text) and not _ends(a.text, _STOPS)


def _goes_on_in(a: Line, b: Line, first: Line, width: Width) -> bool:
    """Tell whether a line that may go on in the next one does."""
    if a.width > 1.5 * width.cells and " " in a.text:
        return False
    room = _room_for(a, b)
    full = room > width.least
    if item := _item(b.text):
        if item[1] in "-*+•◦▪●○‣·" or _item(first.text):
            return False
        middle = item[1] not in "–—" or item[2].islower()
        return full and middle and not _ends(a.text, _SIGNS)
    if b.indent > a.indent and not _item(a.text):
        return full and _is_middle(a, b)
    return full or (room > 0.75 * width.cells and _is_middle(a, b))


def _is_one_sentence(a: Line, b: Line) -> bool:
    """Tell whether only the second of two lines ends as a sentence does."""
    is_full = _RAGGED <= a.width <= WIDEST and b.width <= a.width
    return is_full and not _ends(a.text, _SIGNS) and _ends(b.text, ".!?…")


def _starts_anew(a: Line, b: Line) -> bool:
    return not _goes_on(b.text) or _ends(a.text, _STOPS)


def _room_for(a: Line, b: Line) -> int:
    """Return how wide the line would have been with the first word of the next one."""
    if a.text[-1] in HYPHENS:
        return WIDEST * 2  # a word was divided, because there was no room
    word = b.text.find(" ")
    return a.width + 1 + (len(b.text) if word < 0 else word)


def _goes_on(text: str) -> bool:
    """Tell whether a line begins as the middle of a sentence does."""
    for character in text[:4]:
        if character.isalpha():
            return not (character.isupper() or character.istitle())
        if character.isdigit():
            break
    return False


def _ends(text: str, signs: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in tuple(signs)
