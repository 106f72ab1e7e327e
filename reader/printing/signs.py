"""The signs of a text that is to be set in type: what belongs together, and where a line may end.

Nothing here needs a font, so that it can be told without one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TypedDict

from reader.language.cells import is_plain

MOST_MARKS = 30
"""Marks that a letter keeps, as in Unicode's stream-safe format: no script needs as many."""
LONGEST_WORD = 30
"""Characters of a word that always fit a column. A longer one is given more places to end a line."""
LONGEST_PART = 16
"""Characters of an address between two signs that stay together."""
_CHUNK = 4
"""Characters between the places where a longer part of an address may break."""
MANY = 1000
"""Characters of an address from which on it has no more places to break than it needs."""

_JOINER = "\u200d"
_CONTROL_PICTURES = (
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "HT", "LF", "VT",
    "FF", "CR", "SO", "SI", "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB",
    "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US", "SP", "DEL",
)  # fmt: skip


class Word(TypedDict):
    """A word in parts, between which a line may end; ``hyphens``: its parts may be hyphenated."""

    parts: list[str]
    hyphens: bool


_MARKS_TO_COME = re.compile("[\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
"""Blocks of marks only. A typesetter may know some that this Python's Unicode has not yet."""

_UNSEEN = dict.fromkeys(
    [
        *(0xAD, 0x34F, *range(0x2060, 0x2065), *range(0x206A, 0x2070)),
        *(0xFE0E, 0xFE0F, 0xFEFF, *range(0x1D173, 0x1D17B)),
    ]
)
"""What only asks for a picture, a line's end or none, and marks of order that are inside a text."""
_NOTHING_TO_JOIN = re.compile("(?<=[\\0-\u058f])[\u200b-\u200d]+")
"""What joins or parts letters, after one of an alphabet whose letters never join."""


def plain(text: str) -> str:
    """Return ``text`` without what is never seen in type, and its letters with marks as one.

    A letter that is one character with its mark is copied as such; of two characters, each of the
    two signs on the page would be copied as both. A letter with something unseen behind it would be
    copied with that from wherever it stands.
    """
    if text.isascii() or is_plain(text):
        return text
    text = _NOTHING_TO_JOIN.sub("", text.translate(_UNSEEN))
    return "".join(
        unicodedata.normalize("NFC", cluster) if len(cluster) > 1 else cluster
        for cluster in clusters(text)
    )


def named(character: str) -> str:
    """Return what stands for a character that no font has: its number, or a control's name."""
    at = ord(character) - 0x2400
    if 0 <= at < len(_CONTROL_PICTURES):
        return f"‹{_CONTROL_PICTURES[at]}›"
    return f"‹U+{ord(character):04X}›"


def is_mark(character: str) -> bool:
    """Tell whether a character is drawn on, or changes, the one before it."""
    return (
        unicodedata.category(character)[0] == "M"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or _MARKS_TO_COME.match(character) is not None
    )


def is_selector(character: str) -> bool:
    """Tell whether a character only chooses how the one before it is drawn."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def clusters(text: str) -> Iterator[str]:
    """Divide ``text`` into characters with their marks, and what joiners hold together."""
    cluster = ""
    for character in text:
        if cluster and not (cluster[-1] == _JOINER or character == _JOINER or is_mark(character)):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def with_few_marks(text: str, note: str) -> tuple[str, int]:
    """Return ``text`` with at most :data:`MOST_MARKS` on a letter, and how many were left out.

    What has no width counts as a mark. ``note``, with a place for ``{n}``, stands where they were.
    """
    if text.isascii() or is_plain(text):
        return text, 0
    parts: list[str] = []
    kept, left_out, in_all = 0, 0, 0
    for character in text:
        if character == "\xad" or not (
            is_mark(character) or unicodedata.category(character) == "Cf"
        ):
            if left_out:
                parts.append(note.format(n=left_out))
            kept = left_out = 0
        elif kept < MOST_MARKS:
            kept += 1
        else:
            left_out += 1
            in_all += 1
            continue
        parts.append(character)
    if left_out:
        parts.append(note.format(n=left_out))
    return ("".join(parts), in_all) if in_all else (text, 0)


_WORD = re.compile(r"[^\s\u200b]+")
_ADDRESS = re.compile(r"://|[\w%+-]@\w|\w[_=&\\]\w|[^\W\d]\.[^\W\d]{2}")
_OTHER = re.compile(r"[^\w\s.,;:!?()«»„“”‘’'\"…–—‐‑\u0300-\u036f-]|[\d_]")
_BREAK = re.compile(
    r"(?<=[-/?&=#:;,|\\›)\]}–—])(?<!://)(?![-/?&=#:;,|\\›)\]}–—])"
    r"|(?<![._%~@‹(\[{$*])(?=[._%~@‹(\[{$*])"
)
"""Where an address may end a line: after a sign that joins, before one that begins something."""


def breakable(text: str) -> str | list[str | Word]:
    """Return ``text``, or parts of it: strings, and words that may break at certain places.

    A place is one that no hyphen shows and no character marks, so that the text can be copied as
    it is.
    """
    parts: list[str | Word] = []
    at = 0
    for match in _WORD.finditer(text):
        if (word := _divided(match[0])) is not None:
            parts += [text[at : match.start()], word]
            at = match.end()
    if not parts:
        return text
    parts.append(text[at:])
    return [part for part in parts if part]


def _divided(word: str) -> Word | None:
    if len(word) <= LONGEST_WORD:
        # A hyphen at a line's end would be taken for one of the address.
        if not _ADDRESS.search(word):
            return None
        parts = [*filter(None, _BREAK.split(word))] if "://" in word else [word]
        return {"parts": parts, "hyphens": False}
    if not _ADDRESS.search(word) and not _OTHER.search(word):
        parts = [*_chunks(word, LONGEST_WORD)]
        return {"parts": parts, "hyphens": True} if len(parts) > 1 else None
    parts = []
    for part in filter(None, _BREAK.split(word)):
        parts += _chunks(part, _CHUNK) if len(part) > LONGEST_PART else [part]
    return {"parts": _fewer(parts) if len(word) > MANY else parts, "hyphens": False}


def _fewer(parts: Sequence[str]) -> list[str]:
    """Join parts that fit a column together: each place costs time."""
    joined = [""]
    for part in parts:
        if len(joined[-1]) + len(part) <= LONGEST_WORD:
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _chunks(word: str, most: int) -> Iterator[str]:
    """Divide a word where it has no place of its own to end a line for ``most`` characters."""
    chunk, count = "", 0
    for cluster in clusters(word):
        if count >= most and cluster[0] not in ".,;:!?)»”’…":
            yield chunk
            chunk, count = "", 0
        chunk += cluster
        has_place = cluster in "-–—" or unicodedata.east_asian_width(cluster[0]) in "WF"
        count = 0 if has_place else count + 1
    yield chunk
