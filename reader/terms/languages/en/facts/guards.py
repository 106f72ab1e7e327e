"""What looks like a time in English and is none: names, modal may, ages, counts."""

from __future__ import annotations

import re

from reader.terms.languages.en.facts.bare_years import is_year
from reader.terms.languages.en.facts.calendar_names import (
    is_month,
    is_named_day,
    is_set,
    is_surname,
    is_weekday,
)
from reader.terms.languages.en.facts.items import DATES, Items, beside, is_verb, text_of
from reader.terms.languages.en.facts.leading import (
    is_by,
    is_since,
    is_through,
    leads,
    moved_to,
    since_from,
)
from reader.terms.languages.nearest_times import nearest


def prepared(text: str, items: Items) -> Items:
    """Tell months and weekdays from words and names that look like them."""
    result = list(items)
    for place, item in enumerate(items):
        if item.name in ("month", "wd", "wds"):
            if text[item.start].islower() or is_surname(items, place):
                result[place] = item._replace(name="x", value=text_of(text, item))
        elif item.name in {"q", "halfcode"}:
            if place + 1 < len(items) and items[place + 1].name == "code":
                number = items[place + 1].value
                if isinstance(number, int) and text[item.start].isupper():
                    unit = "quarter" if item.name == "q" else "half"
                    end = items[place + 1].end
                    result[place] = item._replace(name="qcode", value=(unit, number), end=end)
        elif (
            item.name in ("ad", "bc")
            and text[item.start].islower()
            and "." not in text_of(text, item)
        ) or item.name in ("sat", "sun"):
            result[place] = item._replace(name="x")
        elif item.name == "x" and text_of(text, item) in ("small", "wee"):
            if place + 1 < len(items) and items[place + 1].name == "units":
                result[place] = item._replace(name="lateday", value="start")
        elif item.name == "part" and place and text[item.start].isupper():
            result[place] = item._replace(name="cap", value=text_of(text, item))
        elif item.name == "from" and (to := moved_to(text, items, place)):
            result[place] = item._replace(name="movedfrom")
            result[to] = items[to]._replace(name="movedto")
        elif item.name == "fall" and text[item.start].isupper() and place:
            result[place] = item._replace(name="season")
    if any(item.name == "qcode" for item in result):
        result = [
            item
            for place, item in enumerate(result)
            if not place or result[place - 1].name != "qcode"
        ]
    return result


def guarded(text: str, items: Items) -> Items:
    """Take from items what isn't a time, before times are joined."""
    result = list(items)
    for place, item in enumerate(items):
        check = _CHECKS.get(item.name)
        if check is not None:
            kept = check(text, items, place)
            if kept is not True:
                result[place] = item._replace(name=kept or "rejected")
            elif getattr(item.value, "kind", "") == "in" and _MOST_IN.search(
                text[max(items[0].start, item.start - 60) : item.start].lower()
            ):
                result[place] = item._replace(value=item.value._replace(rule="took"))
            elif place and items[place - 1].name == "movedfrom":
                result[place] = nearest(item)
    return result


def judged(text: str, items: Items) -> Items:
    """Take from items what isn't a time, after times are joined."""
    return items


_MOST_IN = re.compile(
    r"\b(?:\w{2,}est|most|worst|best|least|first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th|only)\b"
    r"[^,;:]{0,40}$"
)
"""In how many years something is the most of its kind: how long it has been, and not when."""
_WHOSE = frozenset("his her their my your our its".split())
"""Whose age a decade is: in his late 30s."""


def _season(text: str, items: Items, place: int) -> bool:
    item = items[place]
    spec = item.value
    if spec.unit in {"half", "quarter"}:
        return True
    if (
        spec.precision == "decade"
        and text_of(text, item)[:2].isdigit()
        and len(text_of(text, item)) < 5
    ):
        led = [
            each for each in items[max(0, place - 3) : place] if each.name not in ("lateday", "hy")
        ]
        return not led or text_of(text, led[-1]) not in _WHOSE
    if spec.unit != "season" or spec.year or spec.shift is not None or spec.rule:
        return True
    before, after = beside(items, place)
    if after is not None and after.name == "cap":
        return False
    word = text_of(text, item)
    if before is not None and before.name == "the":
        before = items[place - 2] if place > 1 else None
        if word == "fall" and (before is None or before.name != "in"):
            return False
        if before is not None and before.name == "in":
            return True
    elif word == "fall":
        return False
    if before is None or (after is not None and after.name == "hy"):
        return False
    if after is not None and after.name == "x" and not is_verb(text, after) and word == "spring":
        return False
    return before.name in (
        "in",
        "by",
        "since",
        "until",
        "beg",
        "lateday",
        "for",
        "from",
        "through",
        "after",
        "beforep",
        "of",
        "and",
        "to",
    )


def _part(text: str, items: Items, place: int) -> bool:
    item = items[place]
    if item.value.base is not None or item.value.rule or text_of(text, item) == "overnight":
        return True
    before, after = beside(items, place)
    if (before is not None and before.name in DATES | {"tclk"}) or (
        after is not None and after.name in DATES
    ):
        return True
    if after is not None and after.name == "from" and before is not None and before.name == "the":
        return place + 2 < len(items) and items[place + 2].name in DATES
    if after is not None and after.name == "of":
        rest = [each.name for each in items[place + 2 : place + 4] if each.name != "the"]
        return bool(rest) and rest[0] in DATES | {"tspan"}
    if (
        before is not None
        and before.name == "the"
        and place > 1
        and items[place - 2].name in ("in", "on")
    ):
        if place > 2 and items[place - 3].name in (*DATES, "tclk", "comma", "semi", "and"):
            return True
        return (after is None or after.name not in ("x", "of")) and text_of(text, item) != "night"
    if after is not None and after.name in ("on",):
        return place + 2 < len(items) and items[place + 2].name in DATES
    return (
        before is not None
        and before.name in ("by", "until")
        and (after is None or after.name not in ("x", "cap"))
    )


def _clock(text: str, items: Items, place: int) -> bool:
    item = items[place]
    before, after = beside(items, place)
    spec = item.value
    if spec.zone or spec.base is not None or not text_of(text, item).replace(":", "").isdigit():
        return True
    if after is not None and after.name in ("tpart", "on", "rel", *DATES):
        return True
    return before is None or before.name not in ("x", "cap")


def _duration(text: str, items: Items, place: int) -> bool | str:
    """Tell a duration from an age."""
    item = items[place]
    before, after = beside(items, place)
    if after is not None and after.name == "of" and text_of(text, item).endswith("quarters"):
        return False
    if text[item.end - len(text_of(text, item).split("-")[-1])].isupper() and "-" in text_of(
        text, item
    ):
        return False  # the Six-Day War
    if after is not None and text_of(text, after) in ("old", "older", "younger"):
        return "age"
    if item.value.rule == "alone":
        led = (
            place > 1 and text_of(text, before) == "to" and text_of(text, items[place - 2]) == "up"
        )
        return led or text_of(text, before) in ("least", "most", "only", "just", "barely")
    old = items[place + 2] if place + 2 < len(items) else None
    if old is not None and items[place + 1].name == "hy" and text_of(text, old) in ("old", "olds"):
        return "age"
    if before is not None and text_of(text, before) in ("aged", "age"):
        return "age"
    return (
        not (
            after is not None
            and after.name == "of"
            and place + 2 < len(items)
            and (text_of(text, items[place + 2]) == "age")
        )
        or "age"
    )


def _span(text: str, items: Items, place: int) -> bool:
    """Tell years with a hyphen from a score or a code."""
    item = items[place]
    before, _ = beside(items, place)
    return before is None or item.value.kind != "fixed" or before.name not in ("nosign",)


def _day(text: str, items: Items, place: int) -> bool:
    """Tell a day from the number of a version, and from that of a floor."""
    after = items[place + 1] if place + 1 < len(items) else None
    if items[place].value.kind == "day_of_month" and after is not None and after.name == "x":
        return is_verb(text, after)
    return not place or text_of(text, items[place - 1]) not in (
        "version",
        "release",
        "build",
        "firmware",
    )


_CHECKS = {
    "tmon": is_month,
    "tyear": is_year,
    "twd": is_weekday,
    "tunit": _season,
    "tpart": _part,
    "tclk": _clock,
    "tdur": _duration,
    "tspan": _span,
    "since": is_since,
    "after": leads,
    "beforep": leads,
    "until": leads,
    "by": is_by,
    "through": is_through,
    "from": since_from,
    "tday": _day,
    "tnamed": is_named_day,
    "tset": is_set,
}
