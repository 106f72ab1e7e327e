"""Words with letters of two alphabets, and the one alphabet that they are read in.

A Latin C among Cyrillic letters is a slip of the keyboard, of the recognition of a scan, or a
trick: what a reader sees is a Cyrillic word. Readings have the length of what they are read from,
so offsets stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from reader.language.characters import COMBINING, INVISIBLE

# Latin and Cyrillic letters of one look; capitals of one look whose small letters have another;
# and Cyrillic letters of other languages than Russian that stand for a Latin one.
_ALIKE = ("ACEËKOPXYaceëkopxy", "АСЕЁКОРХУасеёкорху")
_ALIKE_AS_CAPITALS = ("BHMTbhmt", "ВНМТвнмт")
_FOR_LATIN = ("IJSÏÆijsïæ", "ІЈЅЇӔіјѕїӕ")
_LATIN_1 = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff"
_LATIN = f"{_LATIN_1}\u0100-\u024f"
_CYRILLIC = "\u0400-\u0481\u048a-\u052f"
_MARKS = COMBINING + INVISIBLE


def _beside(letters: str, others: str) -> str:
    """Return a pattern of one of ``letters`` beside one of ``others``.

    It begins with a letter, so that a search skips all else.
    """
    return f"[{letters}](?:(?=[{_MARKS}]?[{others}])|(?<=[{others}].)|(?<=[{others}][{_MARKS}].))"


# Of these only can a search skip the rest quickly, and all that look alike are among them.
_LATIN_BESIDE, _CYRILLIC_BESIDE = _beside(_LATIN_1, _CYRILLIC), _beside(_CYRILLIC, _LATIN_1)


class MixedWord(NamedTuple):
    """A word with letters of two alphabets, by code points, and how it is read."""

    start: int
    end: int
    reading: str


def mixed_words(text: str, script: str = "", *, loose: bool = False) -> Iterator[MixedWord]:
    """Yield the words of two alphabets that are a word of one but for letters that look alike.

    A word all of whose letters look alike is of ``script`` (``Cyrl`` or ``Latn``), or of that of
    most of the text. ``loose``: those, too, that need not be a slip: with a Cyrillic ending of a
    Latin name (TRIPPа), or with a digit.
    """
    if text.isascii():
        return
    # The commonest letters: e is Latin, о Cyrillic.
    difference = text.count("о") - text.count("e")
    is_cyrillic = difference > 0
    until = 0
    # The search is for letters of the alphabet of which the text has fewer.
    for match in re.finditer(_LATIN_BESIDE if is_cyrillic else _CYRILLIC_BESIDE, text):
        if match.start() < until:
            continue
        start = match.start()
        while start > until and _belongs(text[start - 1]):
            start -= 1
        until = match.end()
        while until < len(text) and _belongs(text[until]):
            until += 1
        if not script:
            script = "Cyrl" if is_cyrillic or (not difference and _has_more(text)) else "Latn"
        reading = _reading(text[start:until], script, loose)
        if reading is not None:
            yield MixedWord(start, until, reading)


def has_mixed_words(words: Iterable[str]) -> bool:
    """Tell whether one of many words has letters of two alphabets, quickly."""
    text = " ".join(words)
    pattern = _LATIN_BESIDE if text.count("e") < text.count("о") else _CYRILLIC_BESIDE
    return not text.isascii() and re.search(pattern, text) is not None


def readings(text: str) -> dict[str, str]:
    """Return what each word of :func:`mixed_words` is read as."""
    return {text[start:end]: reading for start, end, reading in mixed_words(text)}


def in_one_alphabet(text: str, script: str = "", *, loose: bool = False) -> str:
    """Return ``text`` with the words of :func:`mixed_words` as they are read, offset by offset."""
    parts, at = [], 0
    for word in mixed_words(text, script, loose=loose):
        parts += [text[at : word.start], word.reading]
        at = word.end
    return "".join([*parts, text[at:]]) if parts else text


def _has_more(text: str) -> bool:
    """Tell whether a text has no fewer Cyrillic letters than Latin ones."""
    return len(re.findall(f"[{_CYRILLIC}]", text)) >= len(re.findall(f"[{_LATIN}]", text))


def _belongs(character: str) -> bool:
    return character.isalnum() or character in INVISIBLE or "\u0300" <= character <= "\u036f"


@cache
def _tables() -> tuple[tuple[dict[int, str], dict[int, str]], ...]:
    """Return what Latin and what Cyrillic letters are read as, letters of one look first."""

    def table(*pairs: tuple[str, str]) -> dict[int, str]:
        return {ord(a): b for from_, to in pairs for a, b in zip(from_, to, strict=True)}

    def turned(pair: tuple[str, str]) -> tuple[str, str]:
        return pair[1], pair[0]

    capitals = (_ALIKE_AS_CAPITALS[0][:4], _ALIKE_AS_CAPITALS[1][:4])
    return (
        (table(_ALIKE, capitals), table(turned(_ALIKE), turned(capitals), turned(_FOR_LATIN))),
        (
            table(_ALIKE, _ALIKE_AS_CAPITALS),
            table(turned(_ALIKE), turned(_ALIKE_AS_CAPITALS), turned(_FOR_LATIN)),
        ),
    )


def _reading(word: str, script: str, loose: bool) -> str | None:
    """Return ``word`` in the alphabet of which it has letters that the other one hasn't.

    ``None`` for one that has such letters of both.
    """
    cyrillic = set(re.findall(f"[{_CYRILLIC}]", word))
    latin = {c for c in word if c.isalpha()} - cyrillic
    if not loose and any(c.isdigit() for c in word):
        return None
    for to_cyrillic, to_latin in _tables():
        is_cyrillic = all(ord(c) in to_cyrillic for c in latin)
        is_latin = all(ord(c) in to_latin for c in cyrillic)
        if is_cyrillic and (script == "Cyrl" or not is_latin):
            return word.translate(to_cyrillic)
        if is_latin:
            if not loose and re.fullmatch(f"[{_LATIN}]{{2,}}[а-яё]+", word):
                return None
            return word.translate(to_latin)
    return None
