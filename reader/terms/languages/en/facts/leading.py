"""What leads to a time: from, since, by, after; an interval, or a point of which something is said."""

from __future__ import annotations

import re

from reader.terms.languages.en.facts.items import MADE, Items, is_verb, text_of

_MOST = re.compile(r"\b(?:\w{2,}est|most|worst|best|least|first)\b[^,;:]{0,40}$")
"""Since when something is the most of its kind: a point, and no time that has lasted."""
_COMES = frozenset(
    "is are was were unchanged differs differed different dates date dated dating stems stem hails hail originates survives up down".split()
)
"""What is from a time came to be in it, and says nothing of how long it has lasted."""


def since_from(text: str, items: Items, place: int) -> bool:
    """Tell what begins from what is of a time: closed from 7 March, letters from 1912."""
    if _about_event(text, items, place):
        return False
    if not place:
        return True
    before = items[place - 1]
    word = text_of(text, before)
    if word in _COMES:
        return False
    if before.name in MADE and place > 1 and items[place - 2].name == "to":
        return False  # extended to Sept. 15 from Aug. 31
    if before.name in _AMOUNTS or _is_past(items, place + 1):
        following = [each.name for each in items[place + 2 : place + 4]]
        return not {"to", "until", "through"}.isdisjoint(following)
    following = items[place + 1 : place + 3]
    if len(following) == 2 and following[1].name in ("to", "until", "through"):
        return True
    if any(text_of(text, each) in _WILL for each in items[max(0, place - 6) : place]):
        return True
    things = before.name == "x" and word.endswith("s") and not word.endswith("ss")
    return not things or is_verb(text, before)


_AMOUNTS = frozenset(("percent", "int", "dec", "scale", "day", "meas", "cur"))
_WILL = frozenset("will would shall can must may should be resume start begin".split())


def _is_past(items: Items, place: int) -> bool:
    """Tell whether a time is one that something is compared with: up from last year."""
    spec = next((each.value for each in items[place : place + 2] if each.name in MADE), None)
    if spec is None or spec.mod:
        return False
    if spec.kind == "ago" or (spec.kind in ("shifted", "same") and (spec.shift or 0) < 0):
        return True
    return (
        spec.kind == "unit" and (spec.shift or 0) < 0 and spec.unit in ("year", "month", "quarter")
    )


def is_through(text: str, items: Items, place: int) -> bool:
    return not place or text_of(text, items[place - 1]) != "all"


def is_by(text: str, items: Items, place: int) -> bool:
    """Tell a deadline from what is done by something: hit by overnight losses."""
    at = place + 1
    lone = at + 1 < len(items) and items[at].name == "tpart" and items[at + 1].name == "x"
    return leads(text, items, place) and not (lone and not items[at].value.base)


def leads(text: str, items: Items, place: int) -> bool:
    return not _about_event(text, items, place)


def is_since(text: str, items: Items, place: int) -> bool:
    if _about_event(text, items, place):
        return False
    start = max(items[0].start, items[place].start - 60)
    return _MOST.search(text[start : items[place].start].lower()) is None


def _about_event(text: str, items: Items, place: int) -> bool:
    """Tell whether a preposition is that of an event, of which a time tells when: after Friday's vote."""
    at = place + 1
    article = at < len(items) and items[at].name == "the"
    at += article
    if at + 1 >= len(items) or items[at].name not in ("tday", "twd", "tmon", "tnamed"):
        return False
    after = items[at + 1]
    if after.name == "apos" or text_of(text, after) == "s":
        return True
    return bool(article) and after.name in ("x", "cap") and not is_verb(text, after)


_MOVED = re.compile(
    r"(?:mov(?:ed?|ing|es)|postpon|resched|push(?:ed|ing)|shift|switch|deferr|chang|extend|"
    r"put(?:ting)?$|set$|advanc)"
)
_DATED = frozenset("month wd named rday rel".split())


def moved_to(text: str, items: Items, place: int) -> int | None:
    """Return where the day is to which one is moved: postponed from May 17 to 24."""
    if not any(item.name in _DATED for item in items[place + 1 : place + 3]):
        return None
    for before in reversed(items[max(0, place - 8) : place]):
        if before.name in ("comma", "semi"):
            return None
        if before.name == "x" and _MOVED.match(text_of(text, before)):
            break
    else:
        return None
    for to in range(place + 2, min(place + 8, len(items))):
        if items[to].name == "to":
            return to
    return None
