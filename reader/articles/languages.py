"""The language of a text: by its letters and its short words, and by what it declares."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.language.words import WORD, fold

SAMPLE, SAMPLE_LINES = 400, 50
"""How much of a text its language is told by: characters of a line, and lines."""

_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_RUSSIAN = re.compile("[ыэёъЫЭЁЪ]")
_ENGLISH = frozenset(
    "the of and to in a is that for it on was with as be by at this are from or an not he his"
    " have has had but they which you were their its who will would said".split()
)
_CODE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*$", re.IGNORECASE)


def of(lines: Sequence[str], declared: str = "") -> str:
    """Return the code of the language that the beginning of a text is in.

    ``declared`` is what the text says of itself, such as ``en-GB``. It is believed as far as the
    letters and the short words don't speak against it.
    """
    sample = "\n".join(line[:SAMPLE] for line in lines[:SAMPLE_LINES])
    match = _CODE.match(declared.strip())
    said = match[1].lower() if match else ""
    if len(_CYRILLIC.findall(sample)) > len(_LATIN.findall(sample)):
        ukrainian, russian = len(_UKRAINIAN.findall(sample)), len(_RUSSIAN.findall(sample))
        if ukrainian or russian:
            # Belarusian has letters of both, Bulgarian the hard sign, Kazakh them all.
            if ukrainian and russian and said not in ("", "ru", "uk", "en"):
                return said
            return "uk" if ukrainian > russian else "ru"
        return "uk" if said == "uk" else "ru" if said in ("", "en") else said
    if said in ("", "en") or len(said) != 2:
        return "en"
    words = WORD.findall(fold(sample))
    english = sum(word in _ENGLISH for word in words)
    return "en" if said in ("ru", "uk") or english > 0.15 * len(words) else said
