"""English shares: half, two-thirds, one in five, nine out of ten."""

from __future__ import annotations

from typing import Any

from reader.terms.languages.en.facts import tense

Items = list[Any]
"""Items of :mod:`reader.facts.grammar`: name, value, start, end."""


def share(items: Items, at: int) -> tuple[float, int] | None:
    """Read a share: half, two-thirds, nine-tenths, a quarter, one in five."""
    item = items[at]
    name = item.name
    if name == "half":
        return _half(items, at)
    if name == "fraction":
        return round(item.value, 4), at + 1
    after = items[at + 1] if at + 1 < len(items) else None
    if name == "every" and after is not None and after.name == "ord" and after.value > 1:
        return round(1 / after.value, 4), at + 2
    if name in ("one", "day", "card") and (found := _out_of(items, at)):
        return found
    if name == "one" and (found := _one_thing_in(items, at)):
        return found
    if name in ("a", "one", "day", "card"):
        place = at + 1
        place += place < len(items) and items[place].name == "hy"
        if place >= len(items):
            return None
        count = 1 if name in ("a", "one") else item.value
        after = items[place]
        if after.name in ("third", "frac", "qunit", "unitsq"):
            if after.name == "qunit" and name not in {"a", "one"} and count > 3:
                return None
            whole = 4 if after.name == "qunit" else after.value
            return (round(count / whole, 4), place + 1) if 0 < count < whole else None
        part = after.name == "ord" and name in ("a", "one") and after.value > 2
        if part and _is_part(items, place + 1, glued=place > at + 1):
            return round(1 / after.value, 4), place + 1
        if after.name == "units" and after.value == "quarter" and 0 < count < 4:
            return round(count / 4, 4), place + 1
        if (
            name in ("one", "card", "day")
            and after.name in ("in", "of")
            and after.end - after.start <= 6
        ):
            return _one_in(items, at, count)
    return None


def part_of(items: Items, at: int) -> int:
    """Return how many items stand between a share and the unit that it is of: of a."""
    return 2 if [item.name for item in items[at : at + 2]] == ["of", "a"] else 0


def _half(items: Items, at: int) -> tuple[float, int] | None:
    after = items[at + 1] if at + 1 < len(items) else None
    if after is not None and (
        after.name in ("hy", "past") or (after.name == "a" and _is_amount(items, at + 2))
    ):
        return None
    before = items[at - 1] if at else None
    if before is not None and before.name in ("ord", "and"):
        return None
    if before is not None and before.name == "a" and at > 1 and items[at - 2].name == "and":
        return None
    return 0.5, at + 1


def _is_amount(items: Items, at: int) -> bool:
    return at < len(items) and items[at].name in (
        "scale",
        "tens",
        "unit",
        "yunit",
        "qunit",
        "meas",
        "pct",
        "percent",
        "pointm",
    )


def _is_part(items: Items, at: int, *, glued: bool) -> bool:
    after = items[at] if at < len(items) else None
    if glued or after is None or after.name in ("of", "dot", "comma"):
        return True
    if after.name == "x":
        return bool(tense.tense([after.value], 0))
    return after.name in ("in", "and", "to", "than", "mored")


def _one_in(items: Items, at: int, count: float) -> tuple[float, int] | None:
    """Read one in five, two out of three."""
    place = at + 2
    if items[at + 1].name != "in" or place >= len(items):
        return None
    whole = items[place]
    if whole.name not in ("card", "day", "int") or not count < whole.value <= 1000:
        return None
    after = items[place + 1] if place + 1 < len(items) else None
    figures = (count == 1 or (count < 10 and whole.value == 10)) and whole.name != "card"
    if items[at].name != "one" and whole.name != "card" and not figures:
        return None
    if figures and items[at].name != "one" and (after is None or after.name not in ("x", "cap")):
        return None
    if after is not None and after.name in ("meas", "units", "scale", "percent"):
        return None
    return round(count / whole.value, 4), place + 1


def _one_thing_in(items: Items, at: int) -> tuple[float, int] | None:
    """Read one car in four."""
    names = [item.name for item in items[at + 1 : at + 5]]
    if names[:3] not in (["x", "in", "card"], ["x", "in", "day"]) or names[3:] == ["meas"]:
        return None
    if (
        names[3:] == ["x"]
        and str(items[at + 4].value).endswith("s")
        and items[at + 4].value not in _ARE
    ):
        return None  # one town in four states
    whole = items[at + 3].value
    return (round(1 / whole, 4), at + 4) if 1 < whole <= 100 else None


_ARE = frozenset("is was has does lives says uses owns".split())


def _out_of(items: Items, at: int) -> tuple[float, int] | None:
    """Read nine out of ten; 29 out of 31 are two counts."""
    if [item.value for item in items[at + 1 : at + 2]] != ["out"] or at + 3 >= len(items):
        return None
    count, whole = items[at], items[at + 3]
    if items[at + 2].name != "of" or not isinstance(whole.value, int) or count.value >= whole.value:
        return None
    told = whole.name == "card" or (whole.name == "day" and whole.value == 10)
    return (round(count.value / whole.value, 4), at + 4) if told else None
