"""What the meanings of rules share: the year, the day and the count that a match says."""

from __future__ import annotations

from typing import Any

from reader.facts.grammar import Match
from reader.facts.time_specs import Spec

Made = tuple[str, Any] | None
"""The class of the item that is made, and what it says."""

COUNTS = ("day", "year", "int", "dec", "dec2", "card", "onehalf", "one", "coll", "pair", "tens")
UNITS = ("unit", "unit1", "yunit", "yunitp", "units", "qunit")
SMALL = frozenset(("second", "minute", "hour"))


def as_item(name: str, kind: str, **said: Any) -> Made:
    return name, Spec(kind, **said)


def fixed(name: str, value: str | None, precision: str, **said: Any) -> Made:
    return as_item(name, "fixed", value=value, precision=precision, **said) if value else None


def year_of(match: Match) -> dict[str, Any]:
    """Return the year that is said: in figures or words, or as one from publication."""
    years = match.all("year") or [n for n in match.all("ord", "card") if n >= 1000]
    if years:
        return {"year": int(years[-1])}
    if match.has("yunit") or match.has("relyear"):
        if match.has("zhe"):
            return {"shift": 0, "rule": "same"}
        shift = match.first("relyear")
        if shift is None:
            shifts = [
                item.value
                for item, following in zip(match.items, match.items[1:], strict=False)
                if item.name in ("rel", "prevrel") and following.name == "yunit"
            ]
            shift = shifts[0] if shifts else None
        if shift is not None:
            return {"shift": shift}
    return {}


def day_of(match: Match) -> int:
    return int(match.first("day", "ord", "card") or 0)


def count_of(match: Match) -> float:
    numbers = match.all(*COUNTS)
    count = float(numbers[0]) if numbers else 1
    if len(numbers) > 1 and match.items[1].name == "tens":
        count *= numbers[1]
    return count + (0.5 if match.has("half") else 0)


def specs(match: Match) -> list[Spec]:
    return [item.value for item in match.items if isinstance(item.value, Spec)]
