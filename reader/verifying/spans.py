"""Values of times as minutes from the first day of the calendar, and lengths of time."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

from reader.facts import calendar

DAY = 24 * 60
"""Minutes."""
_PARTS = {"NI": (0, 6), "MO": (6, 12), "AF": (12, 18), "EV": (18, 24)}
_UNITS = (
    (re.compile(r"(\d{4})-Q([1-4])"), "quarter"),
    (re.compile(r"(\d{4})-H([12])"), "half"),
    (re.compile(r"(\d{4})-(WI|SP|SU|FA)"), "season"),
    (re.compile(r"(\d{4})-(\d\d)"), "month"),
    (re.compile(r"()(\d{3})X"), "decade"),
    (re.compile(r"()(\d\d)XX"), "century"),
    (re.compile(r"(?:FY)?(\d{4})()"), "year"),
)
_DURATION = re.compile(
    r"P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?"
)


class Span(NamedTuple):
    """Minutes from the first day of the calendar; ``None`` for an end that is open."""

    start: int | None
    end: int | None


@lru_cache(4096)
def span_of(value: str) -> Span | None:
    """Return the minutes of a point in time; ``None`` for what is none, such as a duration."""
    if found := re.match(r"(\d{4})-(\d\d)-(\d\d)(?:T(.*))?$", value):
        try:
            start = date(*map(int, found.group(1, 2, 3))).toordinal() * DAY
        except ValueError:
            return None
        return _in_day(start, found[4] or "")
    if found := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        try:
            start = date.fromisocalendar(int(found[1]), int(found[2]), 1).toordinal() * DAY
        except ValueError:
            return None
        return Span(start, start + 7 * DAY)
    for pattern, unit in _UNITS:
        if found := pattern.fullmatch(value):
            return _unit(unit, found[1], found[2])
    return None


def _in_day(start: int, clock: str) -> Span:
    if clock in _PARTS:
        first, last = _PARTS[clock]
        return Span(start + first * 60, start + last * 60)
    if found := re.match(r"(\d\d):(\d\d)", clock):
        at = start + int(found[1]) * 60 + int(found[2])
        return Span(at, at + 1)
    return Span(start, start + DAY)


def _unit(unit: str, year: str, part: str) -> Span | None:
    if unit == "season":
        number = calendar.season(part, int(year))
    elif unit in ("decade", "century"):
        number = int(part)
    elif unit == "year":
        number = int(year)
    else:
        number = int(year) * calendar.PER_YEAR[unit] + int(part) - 1
    first, last = calendar.first_day(unit, number), calendar.first_day(unit, number + 1)
    if first is None or last is None:
        return None
    return Span(first.toordinal() * DAY, last.toordinal() * DAY)


def between(first: str, second: str) -> Span | None:
    """Return the minutes from one point to another; what is no point leaves its end open."""
    a, b = span_of(first), span_of(second)
    if a is None and b is None:
        return None
    return Span(a.start if a else None, b.end if b else None)


@lru_cache(4096)
def size_of(value: str) -> tuple[str, float] | None:
    """Return the length of a duration, in months or in minutes."""
    found = _DURATION.fullmatch(value)
    if found is None or len(value) < 3:
        return None
    years, months, weeks, days, hours, minutes, seconds = (float(v or 0) for v in found.groups())
    if years or months:
        return "months", years * 12 + months
    return "minutes", (weeks * 7 + days) * DAY + hours * 60 + minutes + seconds / 60


def in_utc(value: str, span: Span | None) -> Span | None:
    """Return the minute of a time of day with a zone, by the clock of Greenwich."""
    if span is None or not re.search(r"T\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$", value):
        return None
    try:
        at = datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    start = at.toordinal() * DAY + at.hour * 60 + at.minute
    return Span(start, start + 1)
