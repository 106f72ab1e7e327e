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
_SHORT_WORDS: dict[str, frozenset[str]] = {
    "en": _ENGLISH,
    "de": frozenset(
        "der die und das ist nicht mit den von ein eine zu im auf für sich dem des auch sie".split()
    ),
    "fr": frozenset("le les des et est une dans pour pas sur avec au du qui ne par ce il".split()),
    "es": frozenset("el los las que y en un una por con para del se es su como al más".split()),
    "it": frozenset("il di che e per con non del della sono gli nel dei anche alla più".split()),
    "pt": frozenset("o os as que do da em um uma para com não na dos ao mais se foi".split()),
    "nl": frozenset("de het een en van is dat op te niet met voor zijn aan ook bij".split()),
    "pl": frozenset("i w na z się nie do to jest że od po przez dla oraz jak".split()),
    "tr": frozenset("ve bir bu için ile olarak olan çok daha dedi gibi kadar en".split()),
    "az": frozenset("və bir bu üçün ilə edib olub ki olan bildirib də çox sonra görə".split()),
}
"""Words by which languages of Latin letters are told apart."""
_SCRIPTS = {
    "ja": "[\u3040-\u30ff]",
    "zh": "[\u4e00-\u9fff]",
    "ko": "[\uac00-\ud7a3]",
    "ar": "[\u0600-\u06ff]",
    "he": "[\u0590-\u05ff]",
    "el": "[\u0370-\u03ff]",
    "ka": "[\u10a0-\u10ff]",
    "hy": "[\u0530-\u058f]",
}
"""Letters by which a language is told that none of those above has; ja comes before zh."""
_FEWEST, _SHARE, _AHEAD = 3, 0.06, 1.3
"""How many short words tell a language, and which share of all; how far it is ahead of English."""
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
    latin = len(re.findall(_LATIN, sample))
    for code, letters in _SCRIPTS.items():
        if len(re.findall(letters, sample)) > max(latin, 20) * 0.5:
            return said if said not in ("", "en", "ru", "uk") else code
    words = WORD.findall(fold(sample))
    if said in ("", "en") or len(said) != 2:
        return _of_latin(words)
    english = sum(word in _ENGLISH for word in words)
    return "en" if said in ("ru", "uk") or english > 0.15 * len(words) else said


def _of_latin(words: Sequence[str]) -> str:
    """Return the language of words in Latin letters; English where they don't tell another."""
    counts = {code: sum(word in short for word in words) for code, short in _SHORT_WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    is_told = counts[best] >= max(_FEWEST, _SHARE * len(words))
    return best if is_told and counts[best] >= _AHEAD * counts["en"] else "en"
