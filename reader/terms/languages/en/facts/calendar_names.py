"""Months, weekdays and named days, and the names of persons and things that look like them."""

from __future__ import annotations

import re

from reader.terms.languages.en.facts.items import (
    MADE,
    POINTING,
    Items,
    beside,
    is_verb,
    text_of,
)

_BOTH = frozenset(("may", "march", "august", "mar", "aug"))
"""Months whose names are other words, too."""
_GIVEN_NAMES = frozenset("april may june august jan".split())
"""Months whose names persons have, too."""
_PERSON = re.compile(r"\b(?:she|her|hers|herself|he|his|him|himself)\b", re.IGNORECASE)


def is_surname(items: Items, place: int) -> bool:
    """Tell whether a capitalised word that stands before makes it a surname: Theresa May."""
    before = items[place - 1] if place else None
    after = items[place + 1] if place + 1 < len(items) else None
    if before is None or before.name != "cap" or before.value in _LEADING:
        return False
    if items[place].name == "wd":
        return before.value in _NAMED_WEEKDAYS
    dated = after is not None and after.name in ("day", "year", "comma", "dot")
    if after is not None and after.name == "dot":
        following = items[place + 2 : place + 3]
        if following and following[0].name in ("day", "ord"):
            return False
    return not dated or (
        items[place].name == "month" and after is not None and after.name in ("comma", "dot")
    )


_SPEAKS = frozenset("said says told added wrote asked thinks".split())
"""What a person does and no month."""
_LEADING = frozenset(
    "during throughout around however meanwhile her his their its our my your each both this so yet when "
    "while".split()
)


def is_month(text: str, items: Items, place: int) -> bool:
    item = items[place]
    if item.value.year or item.value.shift is not None or item.value.rule:
        return True
    before, after = beside(items, place)
    led = before is not None and before.name in POINTING | {
        "to",
        "of",
        "and",
        "for",
        "hy",
        "the",
        "dash",
    }
    if before is not None and before.name == "the":
        led = place > 1 and items[place - 2].name in POINTING
    if after is not None and after.name == "cap" and not led:
        return False
    word = text_of(text, item).rstrip(".")
    if word in _GIVEN_NAMES and _is_given_name(text, items, place, led=led):
        return False
    if after is not None and after.name in ("unit", "units") and text_of(text, after)[:3] == "day":
        return False  # the coldest January day
    if word in _BOTH and not led:
        if before is not None and before.name == "the" and after is not None and after.name == "x":
            return not is_verb(text, after)
        if after is not None and text_of(text, after) in _SPEAKS:
            return False
        return (
            after is not None
            and (after.name in ("beg", "lateday") or is_verb(text, after))
            and word != "may"
        )
    if after is not None and after.name == "the" and not led:
        return False
    if before is None or before.name != "the" or led:
        return True
    return after is not None and after.name == "x" and not is_verb(text, after)


def _is_given_name(text: str, items: Items, place: int, *, led: bool) -> bool:
    """Tell April who says something, or whose mother does, from the month."""
    before, after = beside(items, place)
    if led:
        unlikely = before is not None and before.name in ("by", "for", "of", "to", "and")
        return unlikely and after is not None and after.name == "cap"
    if after is None:
        return False
    if text_of(text, after) in _SPEAKS:
        return True
    return is_verb(text, after) and bool(_PERSON.search(text, after.end, items[-1].end))


def is_weekday(text: str, items: Items, place: int) -> bool:
    before, after = beside(items, place)
    item = items[place]
    if item.value.rule:
        return True
    if before is not None and before.name == "cap":
        return text_of(text, before) not in _NAMED_WEEKDAYS
    if after is not None and after.name == "cap" and text_of(text, after) in _NAMED_BY_WEEKDAY:
        return False
    if after is not None and after.name not in MADE and text[after.start].isupper():
        return before is not None and before.name in POINTING | {"comma", "and", "x"}
    return True


_NAMED_WEEKDAYS = frozenset(
    "black super bloody good holy ash fat giving easter spy ruby joe palm cyber girl red blue happy "
    "freaky sheffield mr mrs ms miss".split()
)
"""What makes a name with a weekday before it."""
_NAMED_BY_WEEKDAY = frozenset(
    "night times mail mirror telegraph express herald post tribune star sun club league".split()
)
"""And what after it: Saturday Night Live."""


def is_named_day(text: str, items: Items, place: int) -> bool:
    """Tell a day from what has its name: the Good Friday Agreement."""
    before, after = beside(items, place)
    if after is None:
        return True
    if before is not None and text_of(text, before) in ("a", "the", "its") and after.name == "x":
        return is_verb(text, after)  # the Christmas fair
    return bool(after.name != "cap")


def is_set(text: str, items: Items, place: int) -> bool:
    """Tell what is done daily from the Daily Mail."""
    after = items[place + 1] if place + 1 < len(items) else None
    before = items[place - 1] if place else None
    capital = text[items[place].start].isupper()
    return not (
        capital
        and (
            (after is not None and after.name == "cap")
            or (before is not None and before.name == "cap")
        )
    )
