"""Ages: how old somebody or something is, told as a length of time is."""

from __future__ import annotations

import re
from typing import Any

from reader.terms.languages.ru.facts import dictionary
from reader.terms.languages.ru.facts.items import Items, text_of

_AGES = re.compile(r"(?:возраст|исполни|старше|моложе|младше)")
_WHOSE = re.compile(r"(?:ему|ей|мне|им|нам|вам|тебе|котор(?:ому|ой|ым))$")
_BETWEEN_AGE = frozenset("было будет около примерно всего тогда уже лишь только еще".split())
"""What may stand between whose age is told and the age."""


def is_age(text: str, items: Items, place: int) -> bool:
    """Tell whether a number of years is somebody's age."""
    item = items[place]
    if not item.value.value.endswith(("Y", "M")) and item.value.rule != "adjective":
        return False
    after = items[place + 1] if place + 1 < len(items) else None
    if item.value.rule == "adjective":
        return _of_person(text, items, place)
    if after is not None and text_of(text, after) in ("от", "отроду") and place + 2 < len(items):
        return text_of(text, items[place + 2]) == "роду"
    before = items[max(0, place - 3) : place]
    if text_of(text, item).endswith(" лет") and _at_age(text, items, place):
        return True
    if any(w.name in ("x", "cap") and _AGES.match(text_of(text, w)) for w in before[-3:]):
        return True
    last = before[-1] if before else None
    if last is not None and _WHOSE.match(text_of(text, last)):
        return True
    whose = list(before)
    while whose and text_of(text, whose[-1]) in _BETWEEN_AGE:
        was = text_of(text, whose.pop())
        if not whose:
            break
        if _WHOSE.match(text_of(text, whose[-1])):
            return True
        if was in ("было", "будет") and _is_dative(text, whose[-1]):
            return True
    ends = after is None or after.name in ("comma", "dot", "rpar", "semi", "and")
    if last is not None and last.name in ("x", "cap"):
        if _is_person(text, last, "datv" if ends else "nomn"):
            return True
        if ends and len(before) == 1 and _is_dative(text, last):
            return True
    named = (
        len(before) > 1
        and text[before[-2].start].isupper()
        and before[-1].name in ("comma", "lpar")
    )
    return named and (after is None or after.name in ("comma", "rpar"))


def _at_age(text: str, items: Items, place: int) -> bool:
    """Tell whether somebody does something at an age: в 27 лет окончил."""
    before = items[place - 1] if place else None
    if before is None or before.name not in ("in", "till", "from"):
        return False
    start = max(items[0].start, items[place].start - 80)
    if re.search(r"\b(?:возраст|пенси)", text[start : items[place].start].lower()):
        return True
    if before.name != "in":
        return False
    led = items[place - 2] if place > 1 else None
    if led is None or led.name in ("comma", "and", "dash", "open"):
        return True
    if led.name not in ("x", "cap"):
        return False
    parses = dictionary.parses(text_of(text, led))[:1]
    return any({"NPRO", "anim"} & set(parse.tag.grammemes) for parse in parses)


def _is_person(text: str, item: Any, case: str) -> bool:
    """Tell whether a word says whose age follows: водителю 45 лет, женщина 67 лет."""

    parses = dictionary.parses(text_of(text, item))[:3]
    return any({case, "anim", "NOUN"} <= set(parse.tag.grammemes) for parse in parses)


def _is_dative(text: str, item: Any) -> bool:
    """Tell whether a word is that of whose age is told: дому 45 лет, погибшему было 34 года."""
    parses = [set(parse.tag.grammemes) for parse in dictionary.parses(text_of(text, item))[:3]]
    return any("datv" in each and {"NOUN", "ADJF", "PRTF"} & each for each in parses)


_MODIFIER = re.compile(
    r"(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ей|ое|ее|ые|ие|ых|их|ыми|ими)$"
)


def _of_person(text: str, items: Items, place: int) -> bool:

    for item in items[place + 1 : place + 4]:
        if item.name == "cap":
            return True
        if item.name == "least":
            return False
        if item.name != "x":
            return items[place + 1] is item
        for parse in dictionary.parses(text_of(text, item))[:2]:
            if "NOUN" in parse.tag.grammemes:
                return "anim" in parse.tag.grammemes
        if not _MODIFIER.search(text_of(text, item)):
            return False
    return place + 1 == len(items)
