"""Tokenize a text: words in normal form, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from reader.language.characters import CLOSING_OF, DASHES, HYPHENS, INVISIBLE, QUOTES
from reader.language.words import WORD, fold

BARE_WORD = re.compile(r"([^\W_]+)")
"""A word of a text that :data:`UNUSUAL` finds nothing in; the same spans as ``WORD`` there.
A group, as in all patterns of tokens, so that ``split`` keeps the words."""

# Letters whose normal form is not lower() with ё as е, character by character: micro sign, ß,
# İ, ŉ, ſ, ѐ, ѝ; soft hyphens, combining marks, invisible joiners; and whatever lies outside
# the scripts and signs of a usual text.
UNUSUAL = re.compile(
    "[^\x00-\u00ac\u00ae-\u00b4\u00b6-\u00de\u00e0-\u012f\u0131-\u0148\u014a-\u017e\u0180-\u02ff"
    "\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e-\u0482\u048a-\u052f"
    "\u2002-\u200a\u2010-\u205f\u20a0-\u20bf\u2116\u2190-\u25ff]"
)
BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_IGNORED = dict.fromkeys(map(ord, QUOTES + "'`\u00b4" + INVISIBLE))

# Patterns that few texts need stay strings: re compiles and caches them at their first use, so
# that a start does not pay for them.
_BROKEN = rf"(?<=[^\W_])[{HYPHENS}][ \t]*\r?\n[ \t]*(?=[^\W\d_])"
_BREAKS = ("-\n", "-\r", "- \n", "\u2010", "\u2011")
_JOINED = rf"{WORD.pattern}(?:{_BROKEN}{WORD.pattern})*"
_TAG = r"<[A-Za-z][\w:-]*\s[^<>]*>"
_ADDRESS = r"(?:[A-Za-z][A-Za-z+.-]*://|www\.)[^\s<>«»\"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"


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
        return Tokens(text, text.lower().replace("ё", "е"), BARE_WORD, None)
    return Tokens(text, text, re.compile(f"({WORD.pattern})"), fold)


def _fold_joined(word: str) -> str:
    return fold(re.sub(_BROKEN, "", word))


def tokenize_joined(text: str) -> Tokens | None:
    """Tokenize with words broken over two lines as one; ``None`` if there are none."""
    if not any(end in text for end in _BREAKS) or re.search(_BROKEN, text) is None:
        return None
    return Tokens(text, text, re.compile(f"({_JOINED})"), _fold_joined)


def addresses(text: str) -> list[tuple[int, int]]:
    """Return the spans of URLs, e-mail addresses and tags with attributes.

    They hold no mention.
    """
    found: list[tuple[int, int]] = []
    if "=" in text and "<" in text:
        found = [match.span() for match in re.finditer(_TAG, text) if "=" in match[0]]
    if "://" not in text and "@" not in text and "www." not in text:
        return found
    return found + [match.span() for match in re.finditer(_ADDRESS, text)]


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
