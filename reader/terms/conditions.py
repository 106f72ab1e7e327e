"""What a shape demands of the place where one of its forms stands."""

from __future__ import annotations

import re
from typing import Any

from reader.terms.around import word_after, word_before
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

OFFICE = 512
"""An office in English: a vice-president and a deputy minister hold another one."""
SIMPLE = 256
"""Asks for a capital, or to be written exactly so, and for nothing inside it."""

FREE_AFTER = frozenset(' \n\t,;!?)»"”…—–]/<\r')
"""What may stand after a word and cannot make it another word."""

CONTEXT = OFFICE | AFTER_FULL | CYRILLIC_LINE | SURNAME | PERSON | PLACE
"""What needs a look at the words around."""

Root = dict[str, Any]
"""Words that begin a form of any term."""

# Given to re as they are, which compiles them where a text first needs them.
_CYRILLIC = "[А-яЁё]"
_AFTER_HYPHEN = rf"[{HYPHENS}]\s{{0,4}}([^\W_]+)"
_BEFORE_HYPHEN = rf"([^\W_]+)[{HYPHENS}][ \t]*(?:\r?\n[ \t]*)?$"
_PATH = (
    r"(?:~|\.{1,2})/\w|/[\w.-]+/[\w.-]|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/|"
    r"[\w./-]*/[\w-]+\.[a-z]{2,4}\d?(?![\w/])"
)
# A prefix that makes another office or thing of what follows, whatever its capitals.
_OTHER_THING = frozenset("вице экс лже псевдо обер унтер контр vice ex under pseudo quasi".split())
# Beginnings of names of places: Нью-Йорк is no Йорк.
_OTHER_PLACE = frozenset(
    "нью сан санкт санта лос лас сен порт форт буэнос рио нижне верхне северо южно западно "
    "восточно ново старо усть new san santa saint st los las port fort north south east west".split()
)
NAMESAKE = frozenset(
    "младший младшего младшему младшим младшем мл старший старшего старшему старшим старшем ст "
    "отец сын брат сестра мать дочь внук дед jr junior sr senior".split()
)
_DIGITS = frozenset("one two three four five six seven eight nine first second third".split())
_FOR_OR_AGAINST = frozenset("про анти pro anti non".split())
_WHITE = " \t\r\n"
_PARTICLES = frozenset("то таки ка де с".split())


def has_capital(text: str, edges: list[int], capitals: tuple[int, ...]) -> bool:
    """Whether one of the words that the term writes with a capital has one here.

    ``edges``: start and end of each word in turn.
    """
    for i in capitals:
        word = text[edges[2 * i] : edges[2 * i + 1]]
        if word != word.lower():
            return True
    return False


def looks_exact(text: str, edges: list[int], exact: tuple[str, ...]) -> bool:
    """Whether each word looks as the term writes it, an ending in small letters aside.

    Where the whole line is in capitals, so may everything else be.
    """
    for i, like in enumerate(exact):
        start = edges[2 * i]
        word = _without_marks(text[start : edges[2 * i + 1]])
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
        return False
    return True


def _without_marks(word: str) -> str:
    """``word`` without stress marks, soft hyphens and joiners, its letters whole."""
    if word.isalnum():
        return word
    from unicodedata import normalize

    return "".join(c for c in normalize("NFC", word) if c.isalnum())


def line_of(text: str, start: int) -> str:
    """The line that ``start`` stands in."""
    begin = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    return text[begin : end if end >= 0 else len(text)]


def in_capitals(text: str, start: int) -> bool:
    """Whether the line holds several words and no small letter."""
    line = line_of(text, start)
    return line.isupper() and line.strip().count(" ") > 1


ALSO_WORDS = frozenset(
    "us it who is was said will not as am or in at so do no be he me we act aid all can may has are and for the new "
    "one two end ad id ok hi go by up an if to on my of pm art arm bar bat bit cat cop dad dip ear "
    "fat fit gas gem hip hit ice ill ink jet lab lap law led let map mat mad net nut pan pen pet pin "
    "pit pop pro ran rap rat red rep sad sat sex sin sip sir sit ski sky tab tag tap tax tea tie tip "
    "top van war wet win aids care cart core east fast gate hope iron lead mars mist move need next "
    "open pace past peace plan race rest rice safe sage salt save seal site sold star start step stop "
    "swift team tech time top true trust wave west wind нар мид ас ада аида мир рак гон тон сон ток "
    "бар кот лес лом мак мат мел мол нос пар пас под пост рот сад сор суд тир тор фас фон чан "
    "шар".split()
)
"""Words that are an abbreviation in capitals, too."""


def is_shouted(text: str, start: int, end: int, root: Root) -> bool:
    """Whether a word of :data:`ALSO_WORDS` is only a word in capitals: CONTACT US TODAY."""
    before = word_before(text, start)
    if not in_capitals(text, start):
        after = word_after(text, end)
        return (
            before is not None
            and len(before[0]) > 3
            and before[0].isupper()
            and before[0].lower() not in root
        ) or (
            after is not None
            and after[0].isupper()
            and after[0].lower() not in root
            and (len(after[0]) > 4 or after[0].lower() in ALSO_WORDS)
        )
    if end < len(text) and text[end] in "'’-":
        return False
    if before is None:
        # At the start: "US SAYS", but "WHO SAID".
        return text[start:end] != "US"
    return before[0] not in ("THE", "A", "AN") and before[0].lower() not in root


def has_cyrillic(text: str, start: int) -> bool:
    return re.search(_CYRILLIC, line_of(text, start)) is not None


def stands_alone(text: str, start: int, end: int, flags: int, root: Root) -> bool:
    """Whether what touches the mention leaves it a word of its own."""
    return (start == 0 or _free_before(text, start, end, flags, root)) and (
        end == len(text) or _free_after(text, start, end, flags, root)
    )


def _in_number(text: str, start: int, end: int) -> bool:
    """Whether a hyphen joins the mention to a number of a document or a part: US-AZ-907."""
    before = re.search(r"[A-Z0-9-]*$", text[max(0, start - 40) : start])
    after = re.match(r"[A-Z0-9-]*", text[end : end + 40])
    outside = (before[0] if before else "") + (after[0] if after else "")
    return (
        outside.count("-") > 1
        and text[start:end].isascii()
        and text[start:end].isupper()
        and any(part.isdigit() for part in outside.split("-"))
    )


def _free_before(text: str, start: int, end: int, flags: int, root: Root) -> bool:
    sign = text[start - 1]
    if sign in _WHITE or sign in HYPHENS:
        if sign in _WHITE and not _after_broken_line(text, start):
            return True
        if sign == "-" and _in_number(text, start, end):
            return False
        match = re.search(_BEFORE_HYPHEN, text[max(0, start - 40) : start])
        return match is None or _free_after_prefix(text, start, match[1], flags, root)
    other = text[start - 2] if start > 1 else " "
    if sign in APOSTROPHES or sign == "&":
        # O'Brien; a quote after a space is a quote.
        return not other.isalnum()
    if sign == ".":
        # www.trend; «г.Баку» is a slip of the typist.
        return not (other.isascii() and other.isalnum() and text[start].islower())
    if sign == "/":
        return not _in_path(text, start)
    return sign not in "_@\\$"


def _in_path(text: str, start: int) -> bool:
    """Whether the slash before ``start`` stands in a path: /data/Baku, report.az/Baku, a/b.pdf."""
    least = max(0, start - 80)
    begin = max(text.rfind(sign, least, start) for sign in ' \n\t\u00a0(«"') + 1
    path = re.match(_PATH, text[max(begin, least) : start + 80])
    return path is not None


def _after_broken_line(text: str, start: int) -> bool:
    """Whether the line before ended in a hyphen after a word."""
    at = start - 1
    while at and text[at] in _WHITE:
        at -= 1
    return text[at] in HYPHENS and text[at - 1].isalnum() and text.count("\n", at, start) == 1


def _free_after_prefix(text: str, start: int, prefix: str, flags: int, root: Root) -> bool:
    lowered = prefix.lower()
    named = text[start].isupper() and (not flags & PLAIN or flags & ABBREVIATION)
    if lowered in _OTHER_THING:
        return bool(named and (flags & (ABBREVIATION | PLACE)))
    if not named:
        # онлайн-банкинг is no банкинг; ПЦР-тест is a тест.
        return len(prefix) > 1 and prefix.isupper()
    if lowered in _OTHER_PLACE and prefix[0].isupper():
        return False
    if prefix[0].islower() or lowered in _FOR_OR_AGAINST:
        return True
    # Салтыков-Щедрин is no Щедрин; Алиев-Трамп are two who are known.
    return not flags & PERSON or lowered.replace("ё", "е") in root


def _free_after(text: str, start: int, end: int, flags: int, root: Root) -> bool:
    sign = text[end]
    if sign in FREE_AFTER:
        return True
    if sign in HYPHENS:
        if sign == "-" and _in_number(text, start, end):
            return False
        match = re.match(_AFTER_HYPHEN, text[end : end + 40])
        return match is None or _free_before_word(text, start, end, match[1], flags, root)
    after = text[end + 1 : end + 2]
    if sign in APOSTROPHES:
        return not after.isupper() or text[start:end].isupper()
    if sign == ".":
        # trend.az, Баку.pdf; a point before a capital after a Russian word is a slip.
        return not (
            after.isalnum() and after.isascii() and (text[end - 1].isascii() or after.islower())
        )
    if sign in "+#":
        return end - start > 1
    if sign == ":":
        return text[end + 1 : end + 3] != "//"
    return sign not in "_@\\"


def _free_before_word(text: str, start: int, end: int, word: str, flags: int, root: Root) -> bool:
    lowered = word.lower()
    if lowered in NAMESAKE:
        return not flags & PERSON
    if end - start == 1:
        # X-ray
        return False
    if lowered in _DIGITS:
        # Group of Twenty-One
        return False
    latin = text[end - 1].isascii()
    if flags & PERSON and not latin:
        return lowered in _PARTICLES or lowered.replace("ё", "е") in root
    if flags & PERSON:
        return word[0].islower() or lowered in root
    if latin or flags & ABBREVIATION or (not flags & PLAIN and text[start].isupper()):
        return True
    # кредит-нота is no кредит, but «кредит-то» is.
    return lowered in _PARTICLES or re.match(_CYRILLIC, word) is None
