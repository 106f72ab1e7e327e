"""The language of a text: by its letters and its short words, and by what it declares."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.language.words import WORD, fold

SAMPLE, SAMPLE_LINES = 400, 50
"""How much of a text its language is told by: characters of a line, and lines."""

_CYRILLIC = "[\u0400-\u052f]"
_LATIN = "[A-Za-z\u00c0-\u024f]"
_UKRAINIAN = "[іїєґІЇЄҐ]"
_RUSSIAN = "[ыэёъЫЭЁЪ]"
_ENGLISH = frozenset(
    "the of and to in a is that for it on was with as be by at this are from or an not he his"
    " have has had but they which you were their its who will would said".split()
)
_CODE = r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*$"


def of(lines: Sequence[str], declared: str = "") -> str:
    """Return the code of the language that the beginning of a text is in.

    ``declared`` is what the text says of itself, such as ``en-GB``. It is believed as far as the
    letters and the short words don't speak against it.
    """
    sample = "\n".join(line[:SAMPLE] for line in lines[:SAMPLE_LINES])
    match = re.match(_CODE, declared.strip())
    said = match[1].lower() if match else ""
    if len(re.findall(_CYRILLIC, sample)) > len(re.findall(_LATIN, sample)):
        ukrainian, russian = len(re.findall(_UKRAINIAN, sample)), len(re.findall(_RUSSIAN, sample))
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
