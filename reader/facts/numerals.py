"""Numbers in words: several tokens become one of the class ``card``, ``ord`` or ``ordp``.

Words fall in size, as in «две тысячи двадцать шестого»; two of the same size are two numbers.
"""

from __future__ import annotations

from reader.facts.grammar import Item

_SPELT = frozenset(("card", "one", "scale", "ord", "ordp", "coll"))
_FIGURES = frozenset("day year int dec dec2".split())
_BEGINS = frozenset(("card", "one", "scale", "tens100"))


def folded(items: list[Item], *, joins: frozenset[str]) -> list[Item]:
    """Fold numbers in words; ``joins`` may stand between two words of one: a hyphen, and."""
    if sum(item.name in _SPELT for item in items) < 2:
        return items
    result: list[Item] = []
    at = 0
    while at < len(items):
        counted = items[at].name == "scale" and at > 0 and items[at - 1].name in _FIGURES
        if items[at].name in _BEGINS and not counted:
            made, count = _number(items, at, joins)
            if count > 1:
                result.append(made)
                at += count
                continue
        result.append(items[at])
        at += 1
    return result


def _number(items: list[Item], at: int, joins: frozenset[str]) -> tuple[Item, int]:
    """Read the longest number that begins at a place: what it is, and of how many items."""
    total = group = 0
    limit_scale = float("inf")
    limit = float("inf")
    name = "card"
    place = count = 0
    bare_scale = False
    while at + place < len(items):
        item = items[at + place]
        if place and item.name in joins and at + place + 1 < len(items):
            if items[at + place + 1].name not in _SPELT or items[at + place - 1].name in joins:
                break
            place += 1
            continue
        if item.name in ("ord", "ordp"):
            value = item.value
            if not place or value >= limit or (value >= 1000 and value != 1000):
                break
            if not _fits(group, value):
                break
            group += value
            name = item.name
            place += 1
            count = place
            break
        if item.name == "scale" and item.value == 100:
            if group >= 100 or (not group and place):
                break
            bare_scale = not group
            group, limit = max(group, 1) * 100, 100
        elif item.name in ("card", "one") and item.value < limit and _fits(group, item.value):
            group += item.value
            limit = _below(item.value)
        elif item.name == "scale" and item.value < limit_scale:
            if not group and place:
                break
            bare_scale = not group
            total += max(group, 1) * item.value
            limit_scale, group, limit = item.value, 0, item.value
        else:
            break
        place += 1
        count = place
    if bare_scale and count == 1:
        count = 1
    last = items[at + max(count, 1) - 1]
    return Item(name, total + group, items[at].start, last.end), count


def _fits(group: int, value: float) -> bool:
    """Tell whether a number may follow what is said: twenty and five, not five and twenty."""
    if not group:
        return True
    if group % 100 == 0:
        return 0 < value < 100
    return group % 10 == 0 and group % 100 != 10 and 0 < value < 10


def _below(value: float) -> float:
    if value >= 100:
        return 100
    return 10 if value >= 20 else 0
