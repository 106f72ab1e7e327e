"""Names in a paragraph: entries of a glossary, and other words with a capital.

Every other name has a skeleton: the consonants of its Latin spelling, in which several sounds are one
letter, so that the spellings of a name in Russian and in English have the same: Вашингтон and
Washington are ``vsngtn``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.facts.language import Language

if TYPE_CHECKING:
    from reader.terms.matcher import Matcher


class Name(NamedTuple):
    """A name; ``entry``: the id of the glossary's entry, or ``""``."""

    start: int
    end: int
    entry: str
    skeleton: str


_PLACES = ("zone", "place")
"""Classes of places by whose clock a time is told."""
CAPITALS = "A-ZА-ЯЁІЇЄҐ" + "".join(filter(str.isupper, map(chr, range(0xC0, 0x250))))
"""What a name begins with, as a set in a regular expression has it: Łódź, Öland, Əliyev."""
_WORD = rf"[{CAPITALS}][^\W\d_]*(?:[-’'][{CAPITALS}][^\W\d_]*)*"
_NAME = re.compile(
    rf"(?<![^\W_])[^\W\d_]{{0,2}}?{_WORD}"
    rf"(?:[ \u00a0](?:(?:de|da|van|von|der|al|bin|ибн|оглы|де|ван|фон|аль) )?{_WORD})*"
)
_POSSESSIVE = re.compile(r"[’']s$")
_OPENING = re.compile(r"(?:^|[.!?…:]\s+|[«“„‘\"(\[—–-]\s*|\n\s*)$")

_LATIN = {
    "а": "", "б": "b", "в": "v", "г": "g", "д": "d", "е": "", "ж": "s", "з": "s", "и": "", "й": "",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "", "п": "p", "р": "r", "с": "s", "т": "t", "у": "",
    "ф": "f", "х": "k", "ц": "s", "ч": "s", "ш": "s", "щ": "s", "ъ": "", "ы": "", "ь": "", "э": "",
    "ю": "", "я": "", "і": "", "ї": "", "є": "", "ґ": "g",
}  # fmt: skip
_DIGRAPHS = (
    ("sch", "s"), ("tch", "s"), ("shch", "s"), ("kh", "k"), ("zh", "s"), ("ch", "s"), ("sh", "s"),
    ("ts", "s"), ("tz", "s"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("x", "ks"), ("wh", "v"),
    ("дж", "g"), ("кс", "ks"),
)  # fmt: skip
_LETTERS = {
    "q": "k", "c": "k", "w": "v", "z": "s", "j": "g", "h": "", "y": "", "a": "", "e": "", "i": "",
    "o": "", "u": "", "b": "b", "d": "d", "f": "f", "g": "g", "k": "k", "l": "l", "m": "m", "n": "n",
    "p": "p", "r": "r", "s": "s", "t": "t", "v": "v",
}  # fmt: skip


@lru_cache(maxsize=4096)
def skeleton(name: str) -> str:
    """Return the consonants of a name as they sound, alike in Russian and English."""
    import unicodedata

    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", name.lower())
        if not unicodedata.combining(letter)
    )
    for letters, sound in _DIGRAPHS:
        plain = plain.replace(letters, sound)
    made: list[str] = []
    for letter in plain:
        sound = _LATIN.get(letter, _LETTERS.get(letter, "" if not letter.isdigit() else letter))
        if sound and (not made or made[-1] != sound):
            made.append(sound)
    return "".join(made)


def find(
    text: str, sentences: Sequence[tuple[int, int]], language: Language, matcher: Matcher | None
) -> list[Name]:
    """Return the names of a paragraph, in order."""
    entries = matcher.spans(text) if matcher is not None else []
    found = [Name(start, end, entry, skeleton(text[start:end])) for start, end, entry in entries]
    starts = [start for start, _, _ in entries]
    ends = [end for _, end, _ in entries]
    openings = {start for start, _ in sentences}
    for match in _NAME.finditer(text):
        start, end = _trimmed(text, match.start(), match.end(), openings, language)
        if start >= end:
            continue
        number = bisect_right(starts, start) - 1
        if number >= 0 and ends[number] > start:
            continue
        if number + 1 < len(starts) and starts[number + 1] < end:
            end = start + len(text[start : starts[number + 1]].rstrip())
            if start >= end:
                continue
        found.append(Name(start, end, "", skeleton(text[start:end])))
    return sorted(found)


def _is_common(written: str, lower: str, language: Language) -> bool:
    """Tell whether a word has a capital and is not a name: a month, or UTC, but not Minsk."""
    if lower in language.rules.NOT_NAMES:
        return True
    kind, _value = language.words.get(lower, ("", ""))
    return bool(kind) and (kind not in _PLACES or written.isupper())


def _is_given(text: str, start: int, lower: str, language: Language) -> bool:
    """Tell whether a word with a capital could be a month or a day, and no date stands before it."""
    kind, _value = language.words.get(lower, ("", ""))
    return kind in ("month", "wd") and not text[:start].rstrip()[-1:].isdigit()


def _trimmed(
    text: str, start: int, end: int, openings: set[int], language: Language
) -> tuple[int, int]:
    """Take off a word that has its capital from beginning a sentence, or is not a name."""
    written = text[start:end]
    if possessive := _POSSESSIVE.search(written):
        end -= len(possessive[0])
        written = text[start:end]
    while written:
        first, _, rest = written.partition(" ")
        lower = first.lower().replace("ё", "е")
        opens = start in openings or _OPENING.search(text[max(0, start - 6) : start]) is not None
        common = _is_common(first, lower, language)
        if (
            common
            and not opens
            and language.code != "en"
            and _is_given(text, start, lower, language)
        ):
            break  # a month has no capital there, but Марта has
        if not common and not (opens and language.rules.is_common(lower)):
            break
        start, written = start + len(first) + 1, rest
    return start, start + len(written) if written else start
