"""What facts say, in the words of the interface's language: for a person, in a line."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Literal

from reader.facts.values import PUBLISHED, Fact
from reader.language import dates, messages
from reader.language.messages import N_, _, ngettext

OPEN = "…"
"""The end of a time that has none."""

_DURATION = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?"
    r"(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
_OF_YEAR = re.compile(r"(\d{4})-(?:([QH])(\d{1,2})|(SP|SU|FA|WI))")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_PART = re.compile(r"(\d{4}-\d\d-\d\d)(TMO|TAF|TEV|TNI)")
_YEARS = re.compile(r"(-?)(\d{2,3})(X{1,2})")

_REPEATED = {
    "P1D": N_("every day"),
    "P1W": N_("every week"),
    "P1M": N_("every month"),
    "P3M": N_("every quarter"),
    "P1Y": N_("every year"),
}
_PARTS = {
    "TMO": N_("{day}, in the morning"),
    "TAF": N_("{day}, in the afternoon"),
    "TEV": N_("{day}, in the evening"),
    "TNI": N_("{day}, in the night"),
}
_UNITS_OF_YEAR = {
    "Q": N_("quarter {n} of {year}"),
    "H": N_("half {n} of {year}"),
    "SP": N_("spring of {year}"),
    "SU": N_("summer of {year}"),
    "FA": N_("autumn of {year}"),
    "WI": N_("winter that ends in {year}"),
}
_MODS = {
    "start": N_("{time}, the beginning"),
    "mid": N_("{time}, the middle"),
    "end": N_("{time}, the end"),
    "earlier": N_("{time}, the part before publication"),
    "later": N_("{time}, the part after publication"),
}
_UNITS = {
    "pp": N_("percentage points"),
    "bp": N_("basis points"),
    "share": N_("as a share"),
    "x": N_("times as much"),
    "ord": N_("an ordinal"),
    "yr": N_("years of age"),
    "score": N_("a score"),
    "m2": "m²",
    "m3": "m³",
    "km3": "km³",
}
_COMPARED = {
    "<": N_("less than {value}"),
    "<=": N_("at most {value}"),
    ">": N_("more than {value}"),
    ">=": N_("at least {value}"),
}


def time_value(value: str, length: dates.Length = "long") -> str:
    """Return the value of a time as one writes it; one of an unknown shape as it is."""
    if "/" in value and not value.startswith("R/"):
        return " – ".join(
            OPEN if end == ".." else time_value(end, length) for end in value.split("/")
        )
    for shape, told in _SHAPES:
        if found := shape.fullmatch(value):
            return told(found, length)
    return dates.date(value, messages.language(), length)


def _duration(found: re.Match[str], _length: dates.Length) -> str:
    counts: list[Callable[[int], str]] = [
        lambda n: ngettext("{n} year", "{n} years", n),
        lambda n: ngettext("{n} month", "{n} months", n),
        lambda n: ngettext("{n} week", "{n} weeks", n),
        lambda n: ngettext("{n} day", "{n} days", n),
        lambda n: ngettext("{n} hour", "{n} hours", n),
        lambda n: ngettext("{n} minute", "{n} minutes", n),
        lambda n: ngettext("{n} second", "{n} seconds", n),
    ]
    parts = []
    for count, written in zip(counts, found.groups(), strict=True):
        if written is None:
            continue
        if not written.isdigit():  # a part of a unit goes with no form of a plural
            return found[0]
        parts.append(count(int(written)).format(n=_number(int(written))))
    return " ".join(parts) or found[0]


def _repeated(found: re.Match[str], _length: dates.Length) -> str:
    if said := _REPEATED.get(found[1]):
        return _(said)
    return _("again and again, each time after: {duration}").format(duration=time_value(found[1]))


def _of_year(found: re.Match[str], _length: dates.Length) -> str:
    said = _UNITS_OF_YEAR[found[2] or found[4]]
    return _(said).format(n=int(found[3] or 0), year=found[1])


def _week(found: re.Match[str], length: dates.Length) -> str:
    """Write a week as its days: few people know its number."""
    year, week = int(found[1]), int(found[2])
    try:
        days = [date.fromisocalendar(year, week, day) for day in (1, 7)]
    except ValueError:
        return found[0]
    return " – ".join(time_value(day.isoformat(), length) for day in days)


def _part_of_day(found: re.Match[str], length: dates.Length) -> str:
    return _(_PARTS[found[2]]).format(day=time_value(found[1], length))


def _years(found: re.Match[str], _length: dates.Length) -> str:
    minus, digits, unknown = found.groups()
    ends = [int(digits + digit * len(unknown)) for digit in "09"]
    if minus:
        return _("{first}–{last} BC").format(first=ends[1], last=ends[0])
    return f"{ends[0]}–{ends[1]}"


def _fiscal(found: re.Match[str], _length: dates.Length) -> str:
    return _("fiscal year {year}").format(year=found[1])


_Writer = Callable[[re.Match[str], dates.Length], str]
_SHAPES: tuple[tuple[re.Pattern[str], _Writer], ...] = (
    (_DURATION, _duration),
    (re.compile(r"R/(P.+)"), _repeated),
    (_OF_YEAR, _of_year),
    (_WEEK, _week),
    (_PART, _part_of_day),
    (_YEARS, _years),
    (re.compile(r"FY(\d{4})"), _fiscal),
)


def time_told(fact: Fact, published: str | None, length: dates.Length = "long") -> str:
    """Return what a time is, and from which day it counts.

    ``published``: the text's day, in ISO 8601, from which some do.
    """
    if fact.value is None:
        if published is None:
            return _("can’t be known, for the day of publication isn’t")
        return _("can’t be known")
    told = time_value(str(fact.value), length)
    if fact.mod:
        told = _(_MODS[fact.mod]).format(time=told)
    if fact.approx:
        told = _("about {value}").format(value=told)
    if fact.ambiguous:
        other = time_value(fact.alternative, length)
        told = _("{one}, or else {other}").format(one=told, other=other)
    if fact.anchor == PUBLISHED and published is not None:
        counted = _("{time}, counted from publication, {day}")
        return counted.format(time=told, day=time_value(published[:10], length))
    if fact.anchor:
        counted = _("{time}, counted from what is named before, {day}")
        return counted.format(time=told, day=time_value(fact.anchor, length))
    return told


def number_told(fact: Fact) -> str:
    """Return the value and the unit of a number."""
    value = fact.value
    if isinstance(value, tuple):
        told = "–".join(map(_number, value))
    elif isinstance(value, int | float):
        told = _number(value)
    else:
        told = str(value)
    if fact.unit:
        unit = _UNITS.get(fact.unit)
        # The word for a unit goes with any number, for it stands by itself.
        told += f" ({_(unit)})" if unit and len(unit) > 3 else f"\u00a0{unit or fact.unit}"
    if fact.cmp:
        told = _(_COMPARED[fact.cmp]).format(value=told)
    if fact.approx or fact.vague:
        told = _("about {value}").format(value=told)
    return told


def _number(value: float) -> str:
    whole = int(value) if value == int(value) else value
    return dates.number(whole, messages.language())


Counted = Literal["time", "number", "name"]
"""Kinds of facts that are lit and counted on the screen."""


def kind_told(kind: Counted, count: int) -> str:
    """Return how many times, numbers or names there are."""
    said = {
        "time": lambda: ngettext("{n} time", "{n} times", count),
        "number": lambda: ngettext("{n} number", "{n} numbers", count),
        "name": lambda: ngettext("{n} name", "{n} names", count),
    }[kind]()
    return said.format(n=_number(count))
