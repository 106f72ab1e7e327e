"""A number of four digits alone: the year of something, or how many there are."""

from __future__ import annotations

import re

from reader.terms.languages.en.facts.items import Items, beside, is_verb, text_of

_COUNTED = frozenset(
    "points metres meters millimetres millimeters people men women kilometres kilometers miles "
    "votes seats jobs homes euros dollars pounds kg km mm m tonnes tons litres feet degrees "
    "calories watts megawatts euro percent per units pages copies words rubles roubles".split()
)
_PLACE = re.compile(r"(?:street|avenue|road|square|club|bar|hotel|house|building|group|fund)s?$")
"""What may bear a number as its name."""


def is_year(text: str, items: Items, place: int) -> bool:
    item = items[place]
    if item.value.kind != "date" or len(text_of(text, item)) > 4:
        return True
    before, after = beside(items, place)
    word = text_of(text, after) if after is not None else ""
    if (
        before is not None
        and before.name in ("open", "quote")
        and after
        and after.name in ("close", "quote")
    ):
        return False
    if word in _COUNTED or (
        after is not None and after.name in ("unit", "units", "scale", "percent", "hy", "tail")
    ):
        return False
    if before is not None and _is_attribute(text, items, place):
        return True
    if before is None or before.name in _OPENS or text_of(text, before) in ("that", "as", "but"):
        return after is not None and (
            is_verb(text, after)
            or (before is not None and text_of(text, before) == "as" and after.name in _ENDS)
        )
    linked = place > 1 and items[place - 2].name in ("tyear", "beg", "lateday")
    if linked and before.name in ("to", "and", "hy", "dash", "until", "through", "comma"):
        return True
    plural = (
        after is not None and after.name == "x" and word.endswith("s") and not word.endswith("ss")
    )
    plural = plural and not is_verb(text, after)
    if text_of(text, before) in ("throughout", "both"):
        return True
    if before.name in (
        "in",
        "since",
        "until",
        "through",
        "beforep",
        "after",
        "beg",
        "lateday",
        "between",
    ):
        return True
    if before.name in ("by", "from", "to", "of", "and", "about", "than", "for"):
        return (
            after is None
            or (after.name == "cap" and before.name == "by")
            or text_of(text, after) in _CLAUSE
            or (after.name != "cap" and not plural and after.name != "x")
            or (after.name == "x" and is_verb(text, after))
            or before.name in ("of", "than")
        )
    if before.name == "lpar":
        return after is not None and after.name in ("rpar", "comma")
    if before.name == "the":
        named = after is not None and after.name == "cap" and not _PLACE.match(text_of(text, after))
        return named or (after is not None and after.name == "x")
    if before.name == "apos" or text_of(text, before) == "s":
        return (
            not plural
            and after is not None
            and after.name in ("x", "cap")
            and not (after.name == "x" and is_verb(text, after))
        )
    return (
        before.name == "comma"
        and after is not None
        and after.name == "comma"
        and place > 1
        and (items[place - 2].name == "tmon")
    )


_CLAUSE = frozenset(
    "when where which who that until as with because but although onward onwards it they he she we there".split()
)
"""With what another clause begins, or goes on, so that no noun is counted."""
_OPENS = frozenset(("open", "quote", "semi"))
_ENDS = frozenset(("comma", "dot", "semi", "close", "quote", "rpar"))
_OWNERS = frozenset("a its his her their".split())
_DETERMINERS = frozenset("a an its his her their our this that another the s".split())
_NUMBERED = re.compile(
    r"(?:flight|room|bus|train|model|page|article|line|number|route|section|chapter|version|case|"
    r"class|series|unit|channel|highway|only|some|about|nearly|more|total|resolution)s?$"
)


def _is_attribute(text: str, items: Items, place: int) -> bool:
    """Tell the year of a thing: a 2014 study, its planned 2028 mission, the original 1922 hall."""
    before, after = beside(items, place)
    if after is None or after.name != "x" or is_verb(text, after):
        return after is not None and after.name == "cap" and text_of(text, before) in _OWNERS
    word = text_of(text, after)
    if word.endswith("s") and not word.endswith("ss"):
        return False
    if text_of(text, before) in _DETERMINERS - {"the"}:
        return True
    if before.name != "x" or _NUMBERED.match(text_of(text, before)) or place < 2:
        return False
    return text_of(text, items[place - 2]) in _DETERMINERS
