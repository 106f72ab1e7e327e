"""What a shape demands of the place where one of its forms stands."""

from __future__ import annotations

import re
from typing import Any

from reader.terms.text import APOSTROPHES, HYPHENS

AFTER_FULL = 1
"""Only after a fuller term of the entry in the same text."""
ABBREVIATION = 2
"""An abbreviation, or a Latin name among Russian terms."""
CYRILLIC_LINE = 4
"""Only in a line with a Cyrillic letter."""
SURNAME = 8
"""A part of a person's name: not beside another's given name."""
PERSON = 16
PLACE = 32
"""A place of one word: people are called Washington, too."""
POINT = 64
"""Ends with a point, which is part of the mention where it stands."""
PLAIN = 128
"""Begins as a common word: a hyphen before it makes another word."""

CONTEXT = AFTER_FULL | CYRILLIC_LINE | SURNAME | PERSON | PLACE
"""What needs a look at the text around."""

Places = list[tuple[int, int]]
"""Start and end of each word of a mention."""

_CYRILLIC = re.compile("[А-яЁё]")
_AFTER_HYPHEN = re.compile(rf"[{HYPHENS}]\s{{0,4}}([^\W_]+)")
_BEFORE_HYPHEN = re.compile(rf"([^\W_]+)[{HYPHENS}][ \t]*(?:\r?\n[ \t]*)?$")
# A prefix that makes another office or thing of what follows, whatever its capitals.
_OTHER_THING = frozenset("вице экс лже псевдо обер унтер контр vice ex under pseudo quasi".split())
# Beginnings of names of places: Нью-Йорк is no Йорк.
_OTHER_PLACE = frozenset(
    "нью сан санкт санта лос лас сен порт форт буэнос рио нижне верхне северо южно западно "
    "восточно ново старо усть new san santa saint st los las port fort north south east west".split()
)
_NAMESAKE = frozenset(
    "младший младшего младшему младшим младшем мл старший старшего старшему старшим старшем ст "
    "отец сын брат сестра мать дочь внук дед jr junior sr senior".split()
)
_PARTICLES = frozenset("то таки ка де с".split())


def has_capital(text: str, places: Places, capitals: tuple[int, ...]) -> bool:
    """Whether one of the words that the term writes with a capital has one here."""
    for i in capitals:
        start, end = places[i]
        if text[start].isupper() or any(c.isupper() for c in text[start + 1 : end]):
            return True
    return False


def looks_exact(text: str, places: Places, exact: tuple[str, ...]) -> bool:
    """Whether each word looks as the term writes it, an ending in small letters aside.

    Where the whole line is in capitals, so may everything else be.
    """
    for (start, end), like in zip(places, exact, strict=False):
        word = text[start:end]
        if not like or word == like:
            continue
        if word.startswith(like) and not like.islower():
            rest = word[len(like) :]
            if rest.islower() or in_capitals(text, start):
                continue
            return False
        if like.islower():
            # At the start of a sentence, or as it is but for its ending.
            if word[1:].islower() or len(word) == 1 or in_capitals(text, start):
                continue
        elif (
            like[1:].islower()
            and word[0].isupper()
            and (word[1:].islower() or in_capitals(text, start))
        ):
            continue
        elif not word.isascii() and len(like) > 1 and like.upper() == like:
            # A combining mark or a soft hyphen inside.
            from reader.language.words import fold

            if fold(word).startswith(fold(like)) and word[0].isupper():
                continue
        return False
    return True


def line_of(text: str, start: int) -> str:
    """The line that ``start`` stands in."""
    begin = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    return text[begin : end if end >= 0 else len(text)]


def in_capitals(text: str, start: int) -> bool:
    """Whether the line holds several words and no small letter."""
    line = line_of(text, start)
    return line.isupper() and line.strip().count(" ") > 1


def has_cyrillic(text: str, start: int) -> bool:
    return _CYRILLIC.search(line_of(text, start)) is not None


def stands_alone(text: str, start: int, end: int, flags: int, root: dict[str, Any]) -> bool:
    """Whether what touches the mention leaves it a word of its own."""
    return (start == 0 or _free_before(text, start, flags, root)) and (
        end == len(text) or _free_after(text, start, end, flags, root)
    )


def _free_before(text: str, start: int, flags: int, root: dict[str, Any]) -> bool:
    sign = text[start - 1]
    if sign in HYPHENS or (
        sign in " \t\n" and BREAK_BEFORE.search(text, max(0, start - 12), start)
    ):
        match = _BEFORE_HYPHEN.search(text, max(0, start - 40), start)
        return match is None or _free_after_prefix(text, start, match[1], flags, root)
    other = text[start - 2] if start > 1 else " "
    if sign in APOSTROPHES or sign == "&":
        # O'Brien; a quote after a space is a quote.
        return not other.isalnum()
    if sign == ".":
        # www.trend; «г.Баку» is a slip of the typist.
        return not (other.isascii() and other.isalnum() and text[start].islower())
    return sign not in "_@\\$"


BREAK_BEFORE = re.compile(rf"[^\W_][{HYPHENS}][ \t]*\r?\n[ \t]*$")


def _free_after_prefix(
    text: str, start: int, prefix: str, flags: int, root: dict[str, Any]
) -> bool:
    lowered = prefix.lower()
    named = text[start].isupper() and (not flags & PLAIN or flags & ABBREVIATION)
    if lowered in _OTHER_THING:
        return bool(named and (flags & (ABBREVIATION | PLACE)))
    if not named:
        # онлайн-банкинг is no банкинг; ПЦР-тест is a тест.
        return len(prefix) > 1 and prefix.isupper()
    if lowered in _OTHER_PLACE and prefix[0].isupper():
        return False
    if prefix[0].islower():
        return True
    # Салтыков-Щедрин is no Щедрин; Алиев-Трамп are two who are known.
    return not flags & PERSON or lowered.replace("ё", "е") in root


def _free_after(text: str, start: int, end: int, flags: int, root: dict[str, Any]) -> bool:
    sign = text[end]
    if sign in HYPHENS:
        match = _AFTER_HYPHEN.match(text, end)
        return match is None or _free_before_word(text, start, end, match[1], flags, root)
    after = text[end + 1 : end + 2]
    if sign in APOSTROPHES:
        return not after.isupper() or text[start:end].isupper()
    if sign == ".":
        # trend.az, charter.pdf; a point without a space after a Russian word is a slip.
        return not (after.isalnum() and after.isascii() and text[end - 1].isascii())
    if sign in "+#":
        return end - start > 1
    if sign == ":":
        return text[end + 1 : end + 3] != "//"
    return sign not in "_@\\"


def _free_before_word(
    text: str, start: int, end: int, word: str, flags: int, root: dict[str, Any]
) -> bool:
    lowered = word.lower()
    if lowered in _NAMESAKE:
        return not flags & PERSON
    if end - start == 1:
        # X-ray
        return False
    latin = text[end - 1].isascii()
    if flags & PERSON and not latin:
        return lowered in _PARTICLES or lowered.replace("ё", "е") in root
    if flags & PERSON:
        return word[0].islower() or lowered in root
    if latin or flags & ABBREVIATION or not flags & PLAIN and text[start].isupper():
        return True
    # кредит-нота is no кредит, but «кредит-то» is.
    return lowered in _PARTICLES or not _CYRILLIC.match(word)
