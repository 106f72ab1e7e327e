"""Hours and minutes."""

from __future__ import annotations

from collections.abc import Callable

from reader.facts.grammar import Match
from reader.facts.meanings.common import UNITS, Made, as_item
from reader.facts.time_specs import Spec


def _clock(match: Match) -> Made:
    hour, minute, second = match.first("clock")
    half = match.first("ampm")
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + half
    return as_item(
        "tclk", "clock", clock=(hour, minute, second), zone=match.first("zone", "place") or ""
    )


def clock_at(match: Match, hour: float, minute: int = 0) -> Made:
    if hour != int(hour) or not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    clock = (int(hour), minute, None)
    return as_item("tclk", "clock", clock=clock, zone=match.first("zone", "place") or "")


def _clock_hours(match: Match) -> Made:
    """9 часов утра, 2 часа дня, час ночи; 6 p.m."""
    units = [item for item in match.items if item.name in UNITS]
    numbers = match.all("day", "int", "card", "one")
    hour, minute = (numbers or [1])[0], numbers[1] if len(numbers) > 1 else 0
    part = match.first("part")
    if part is None:
        # «дня» is a part of the day here.
        if not units or units[-1].value != "day" or units[-1].end - units[-1].start != 3:
            return None
        part, units = "AF", units[:-1]
    if (units and units[0].value != "hour") or (not units and len(match.items) < 2):
        return None
    if len(units) > 1 and units[1].value != "minute":
        return None
    if not 0 < hour <= 24:
        return None
    if (part in ("EV", "AF") and hour < 12) or (part == "NI" and hour in (9, 10, 11)):
        hour += 12
    elif part == "NI" and hour == 12:
        hour = 0
    return clock_at(match, hour, minute)


def _clock_bare_hours(match: Match) -> Made:
    """18 часов, 18 часов 30 минут, after a preposition."""
    units, numbers = match.all(*UNITS), match.all("day", "card", "int")
    if units[0] != "hour" or (len(units) > 1 and units[1] != "minute"):
        return None
    return clock_at(match, numbers[0], numbers[1] if len(numbers) > 1 else 0)


def _clock_half(match: Match) -> Made:
    return _to_next_hour(match, 30)


def _clock_minutes_of(match: Match) -> Made:
    """Четверть шестого, десять минут шестого: of the hour that has begun."""
    if match.has("quarterhour"):
        return _to_next_hour(match, 15)
    minutes = match.first("day", "card", "int")
    if match.first(*UNITS) != "minute" or not 0 < minutes < 60:
        return None
    return _to_next_hour(match, int(minutes))


def _to_next_hour(match: Match, minutes: int) -> Made:
    hour = match.first("ord")
    if not 1 <= hour <= 12:
        return None
    hour = (hour - 1) or 12
    part = match.first("part") or ("AF" if match.items[-1].name == "unit" else "")
    if match.items[-1].name == "unit" and match.items[-1].value != "day":
        return None
    if part in ("AF", "EV") and hour < 12:
        hour += 12
    elif part == "NI" and hour == 12:
        hour = 0
    return clock_at(match, hour, minutes)


def _iso_time(match: Match) -> Made:
    """2026-03-01T10:30Z."""
    day, clock = match.all("day", "code")[-2:], match.items[6].value
    if match.items[5].value != "t" or not isinstance(clock, tuple):
        return None
    year, month, number = int(match.first("year")), int(match.items[2].value), int(day[0])
    if len(clock) != 3 or not (1 <= month <= 12 and 1 <= number <= 31):
        return None
    zone = "Z" if match.items[-1].value in ("z", "Z") else ""
    base = Spec("date", year=year, month=month, day=number)
    return as_item("tclk", "clock", clock=(*clock[:2], clock[2] or None), zone=zone, base=base)


def _clock_before(match: Match) -> Made:
    """Без четверти пять, без десяти семь."""
    numbers = match.all("day", "card", "one", "int")
    minutes = 15 if match.has("quarterhour", "qunit") else numbers[0]
    hour = numbers[-1]
    if not (1 <= minutes < 60 and 1 <= hour <= 12):
        return None
    if match.first("part") in ("EV", "AF") or match.first(*UNITS) == "day":
        hour += 12
    return clock_at(match, hour - 1, 60 - minutes)


def _clock_past(match: Match) -> Made:
    """Half past six, a quarter past six, ten past six."""
    numbers = match.all("day", "card", "one")
    minutes = 30 if match.has("half") else 15 if match.has("quarterhour", "qunit") else numbers[0]
    hour = numbers[-1]
    if not (1 <= minutes < 60 and 1 <= hour <= 12):
        return None
    half = match.first("ampm")
    if half is not None:
        hour = hour % 12 + half
    return clock_at(match, hour, minutes)


def _clock_dots(match: Match) -> Made:
    hours, hundredths = divmod(round(match.first("dec2") * 100), 100)
    half = match.first("ampm")
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + half
    return clock_at(match, hours, hundredths)


def _clock_military(match: Match) -> Made:
    value = match.first("year", "int", "code")
    if isinstance(value, tuple):
        return None  # an hour glued to a word
    if isinstance(value, str) and not (len(value) == 4 and value.isdigit()):
        return None
    hour, minute = divmod(int(value), 100)
    return clock_at(match, hour, minute)


def _ampm(match: Match) -> Made:
    hour = match.first("day", "card", "one", "int")
    if not 1 <= hour <= 12:
        return None
    return clock_at(match, hour % 12 + match.first("ampm"))


def _oclock(match: Match) -> Made:
    hour, part = match.first("day", "card", "one"), match.first("part")
    half = match.first("ampm")
    if not 1 <= hour <= 12:
        return None
    if half is not None or part is not None:
        hour = hour % 12 + (half if half is not None else 12 * (part != "MO"))
    return clock_at(match, hour)


def _noon(match: Match) -> Made:
    return clock_at(match, match.first("noon"))


def _clock_range(match: Match) -> Made:
    first, last = match.all("day", "card")
    units = match.all(*UNITS)
    if (units and units[0] != "hour") or first > 24 or last > 24:
        return None
    half = match.first("ampm")
    if match.first("part") in ("AF", "EV") and 0 < first < last <= 12:
        first, last = first % 12 + 12, last % 12 + 12
    if half is not None:
        last = last % 12 + half
        first = first % 12 + (half if first % 12 < last % 12 or first == 12 else 12 - half)
    zone = match.first("zone", "place") or ""
    base, to = (Spec("clock", clock=(int(n), 0, None), zone=zone) for n in (first, last))
    return as_item("tspan", "range", base=base, to=to)


def _clock_to(match: Match) -> Made:
    """A quarter to five, ten to five."""
    numbers = match.all("day", "card", "one")
    minutes = 15 if match.has("quarterhour", "qunit") else numbers[0]
    hour = numbers[-1]
    if not (1 <= minutes < 60 and 1 <= hour <= 12):
        return None
    half = match.first("ampm")
    return clock_at(match, (hour - 1) % 12 + (half or 0) or 12, 60 - minutes)


def _hour_of_part(match: Match) -> Made:
    """Six in the morning: the part is joined later."""
    hour = match.first("day", "card", "one")
    part = next(item.value for item in match.after if item.name in ("part", "tonight"))
    return clock_at(match, hour % 12 + 12 * (part != "MO")) if 1 <= hour <= 12 else None


MEANINGS: dict[str, Callable[[Match], Made]] = {
    "clock": _clock,
    "clock_hours": _clock_hours,
    "clock_bare_hours": _clock_bare_hours,
    "clock_half": _clock_half,
    "iso_time": _iso_time,
    "clock_before": _clock_before,
    "clock_minutes_of": _clock_minutes_of,
    "clock_past": _clock_past,
    "clock_dots": _clock_dots,
    "clock_military": _clock_military,
    "clock_range": _clock_range,
    "ampm": _ampm,
    "oclock": _oclock,
    "noon": _noon,
    "clock_to": _clock_to,
    "hour_of_part": _hour_of_part,
}
