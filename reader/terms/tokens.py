"""Tokenize a text: words in normal form, and what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reader.language.alphabets import mixed_words
from reader.language.characters import CLOSING_OF, COMBINING, DASHES, HYPHENS, INVISIBLE, QUOTES
from reader.language.words import WORD, fold

BARE_WORD = re.compile(r"([^\W_]+)")
"""A word of a text that :data:`UNUSUAL` finds nothing in; the same spans as ``WORD`` there.
A group, as in all patterns of tokens, so that ``split`` keeps the words. See :data:`USUAL_WORD`."""

# Letters whose normal form is not that of usual_normal(), character by character: micro sign, ß,
# İ, ŉ, ſ, ѐ, ѝ; soft hyphens, combining marks, invisible joiners; and whatever lies outside
# the scripts and signs of a usual text.
_USUAL = (
    "\x00-\u00ac\u00ae-\u00b4\u00b6-\u00de\u00e0-\u012f\u0131-\u0148\u014a-\u017e\u0180-\u02ff"
    "\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e-\u0482\u048a-\u052f"
    "\u2002-\u200a\u2010-\u2029\u202f-\u205f\u20a0-\u20bf\u2116\u2190-\u2328\u232b-\u25ff"
)
UNUSUAL = re.compile(f"[^{_USUAL}]")
# The letters and digits of a usual text in its normal form, which is lower-case: a set of ranges is
# found in three quarters of the time of BARE_WORD.
USUAL_WORD = (
    "([0-9a-z\u00aa\u00b2\u00b3\u00b9\u00ba\u00bc-\u00be\u00df-\u00f6\u00f8-\u02c1\u02c6-\u02d1\u02e0-\u02e4"
    "\u02ec\u02ee\u0430-\u0481\u048a-\u052f\u2460-\u249b\u24ea-\u24ff\u2c65\u2c66]+)"
)
BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_IGNORED = dict.fromkeys(map(ord, QUOTES + "'`\u00b4" + INVISIBLE))

# Characters without a mark after the last, usual ones or others; any other one, with what follows
# and belongs to it.
_BELONGS = (
    f"{COMBINING}{INVISIBLE}\u0483-\u0487\u1160-\u11ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
)
_LETTERS = f"([{_USUAL}]+)(?![{_BELONGS}])|([^{_USUAL}{_BELONGS}]+)(?![{_BELONGS}])|.[{_BELONGS}]*"

FAST_HYPHEN = "\u2011"
"""Among the separators of a term: a hyphen that no space may stand for."""
_MOST_SIGNS = 4
"""Signs between two words of a term: C++/CLI."""

# Patterns that few texts need stay strings: re compiles and caches them at their first use, so
# that a start does not pay for them.
_BROKEN = rf"(?<=[^\W_])[{HYPHENS}][ \t]*\r?\n[ \t]*(?=[^\W\d_])"
_BREAKS = ("-\n", "-\r", "- \n", "\u2010", "\u2011")
_JOINED = rf"{WORD.pattern}(?:{_BROKEN}{WORD.pattern})*"
_TAG = r"<[A-Za-z][\w:-]*\s[^<>]*>"
# A run of characters is looked at from its beginning only, and never again.
_ADDRESS = (
    r"(?:(?<![A-Za-z+.-])[+.-]*+[A-Za-z][A-Za-z+.-]*+://|www\.)[^\s<>«»\"]+|"
    r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+"
)
_SIGN_OF_ADDRESS = r"[:@w](?:(?<=@)|(?<=:)//|(?<=w)ww\.)"


class Tokens(NamedTuple):
    """How to find the words of a text.

    ``text`` is the original; ``words`` finds words in ``source``, which has the same offsets;
    ``normal`` makes their normal form, and is ``None`` where ``source`` is in it already.
    """

    text: str
    source: str
    words: re.Pattern[str]
    normal: Callable[[str], str] | None


def tokenize(text: str) -> Tokens:
    """Tokenize ``text``, lowered as a whole if that keeps every offset, else by word."""
    if UNUSUAL.search(text) is None:
        return Tokens(text, usual_normal(text), re.compile(USUAL_WORD), None)
    return Tokens(text, text, re.compile(f"({WORD.pattern})"), fold)


def usual_normal(text: str) -> str:
    """Return the normal form of what :data:`UNUSUAL` finds nothing in, offset by offset."""
    return text.lower().replace("ё", "е").replace("ı", "i")


class Folded:
    """A text in normal form, as :func:`reader.language.words.fold` makes it, and its offsets.

    A letter with all that belongs to it is in one normal form or part of one.
    """

    def __init__(self, text: str) -> None:
        self.normal = ""
        self._starts: list[int] = []
        self._pieces: list[tuple[int, int, bool]] = []
        parts: list[str] = []
        at = 0
        for start, end, normal in self._read(text):
            if normal:
                parts.append(normal)
                self._starts.append(at)
                self._pieces.append((start, end, len(normal) == end - start))
                at += len(normal)
        self.normal = "".join(parts)

    @staticmethod
    def _read(text: str) -> Iterator[tuple[int, int, str]]:
        """Yield runs with a character of their normal form for each of theirs, and any other letter."""
        for match in re.finditer(_LETTERS, text, re.DOTALL):
            usual, others = match.groups()
            normal = usual_normal(usual) if usual else fold(match[0])
            if others and len(normal) != len(others):
                yield from (
                    (match.start() + i, match.start() + i + 1, fold(c))
                    for i, c in enumerate(others)
                )
            else:
                yield *match.span(), normal

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return what a range of the normal form, not an empty one, is in the text."""
        return self._piece(start)[0], self._piece(end - 1)[1]

    def _piece(self, offset: int) -> tuple[int, int]:
        at = bisect_right(self._starts, offset) - 1
        start, end, one_by_one = self._pieces[at]
        if not one_by_one:
            return start, end
        start += offset - self._starts[at]
        return start, start + 1


def _fold_joined(word: str) -> str:
    return fold(re.sub(_BROKEN, "", word))


def tokenize_joined(text: str) -> Tokens | None:
    """Tokenize with words broken over two lines as one; ``None`` if there are none."""
    if not any(end in text for end in _BREAKS) or re.search(_BROKEN, text) is None:
        return None
    return Tokens(text, text, re.compile(f"({_JOINED})"), _fold_joined)


def every_word(text: str) -> str:
    """Return ``text`` in normal form, and after it what words are as well that are two things.

    Those are words of two alphabets, as they are read, and words broken over two lines.
    """
    others = [fold(word.reading) for word in mixed_words(text, loose=True)]
    joined = tokenize_joined(text)
    if joined is not None:
        broken = (m[0] for m in joined.words.finditer(text) if re.search(_BROKEN, m[0]))
        others += [_fold_joined(word) for word in broken]
    return " ".join([fold(text), *others])


def addresses(text: str) -> list[tuple[int, int]]:
    """Return what URLs, e-mail addresses and tags with attributes cover, sorted and apart.

    They hold no mention.
    """
    found: list[tuple[int, int]] = []
    if "=" in text and "<" in text:
        found = [match.span() for match in re.finditer(_TAG, text) if "=" in match[0]]
    if "://" in text or "@" in text or "www." in text:
        found += _written_out(text)
    return _merged(found)


def _written_out(text: str) -> Iterator[tuple[int, int]]:
    """Yield what URLs and e-mail addresses cover, looking only at runs that have a sign of one."""
    address = re.compile(_ADDRESS)
    until = 0
    for sign in re.finditer(_SIGN_OF_ADDRESS, text):
        if sign.start() < until:
            continue
        start = sign.start()
        while start > until and not text[start - 1].isspace():
            start -= 1
        end = re.compile(r"\s").search(text, sign.end())
        until = end.start() if end else len(text)
        yield from (match.span() for match in address.finditer(text, start, until))


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what ranges cover, sorted and apart."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def separator(gap: str) -> str | None:
    """Normalize what stands between two words of a term.

    ``""`` for white space, quotes and at most one line break; ``"-"`` for a hyphen, ``"–"`` for
    a dash or a hyphen between spaces; any other sign itself; ``None`` for what no term spans.
    """
    if gap == " ":
        return ""
    breaks = 0
    if not gap.isprintable():
        breaks = sum(gap.replace("\r\n", "\n").count(c) for c in BREAKS)
        if breaks > 1:
            return None
    rest = gap.translate(_IGNORED)
    core = rest.strip()
    if not core:
        return ""
    if len(core) > 2 or "_" in core:
        core = "".join(core.split())
        if len(core) > _MOST_SIGNS or "_" in core:
            return None
    if core in HYPHENS:
        tight = len(rest) == 1 or (breaks and rest[0] in HYPHENS)
        return "-" if tight else "–"
    return "–" if core in DASHES else core


def shown_end(text: str, end: int) -> int:
    """Move ``end`` before invisible characters, so that a mention ends with a letter."""
    while text[end - 1] in INVISIBLE:
        end -= 1
    return end


def closes(gap: str, follows: str) -> bool:
    """Tell whether ``gap`` opens a quotation that the character ``follows`` closes."""
    for at, sign in enumerate(gap):
        if sign in CLOSING_OF and follows in CLOSING_OF[sign]:
            return not any(close in gap[at + 1 :] for close in CLOSING_OF[sign])
        if sign == '"' and follows == '"':
            # A straight quote opens after a space and closes before one.
            return at > 0 and '"' not in gap[at + 1 :]
    return False
