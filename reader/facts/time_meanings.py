"""What the rules of times mean: a specification of a time from the items that a rule matched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from reader.facts import calendar
from reader.facts.grammar import Match
from reader.facts.time_specs import Spec, duration

Made = tuple[str, Any] | None
"""The class of the item that is made, and what it says."""

COUNTS = ("day", "year", "int", "dec", "dec2", "card", "onehalf", "one", "coll", "pair", "tens")
UNITS = ("unit", "yunit", "yunitp", "units", "qunit")
_SMALL = frozenset(("second", "minute", "hour"))
_OF_YEAR = frozenset(("quarter", "half"))


def meanings() -> dict[str, Callable[[Match], Made]]:
    """Return what each meaning makes of a match."""
    return _MEANINGS


def _as(name: str, kind: str, **said: Any) -> Made:
    return name, Spec(kind, **said)


def _fixed(name: str, value: str | None, precision: str, **said: Any) -> Made:
    return _as(name, "fixed", value=value, precision=precision, **said) if value else None


def _year(match: Match) -> dict[str, Any]:
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


def _day(match: Match) -> int:
    return int(match.first("day", "ord", "card") or 0)


# Clocks.


def _clock(match: Match) -> Made:
    hour, minute, second = match.first("clock")
    half = match.first("ampm")
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + half
    return _as("tclk", "clock", clock=(hour, minute, second), zone=match.first("zone", "place") or "")


def _clock_of(match: Match, hour: float, minute: int = 0) -> Made:
    if hour != int(hour) or not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    clock = (int(hour), minute, None)
    return _as("tclk", "clock", clock=clock, zone=match.first("zone", "place") or "")


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
    if units and units[0].value != "hour" or (not units and len(match.items) < 2):
        return None
    if len(units) > 1 and units[1].value != "minute":
        return None
    if not 0 < hour <= 24:
        return None
    if part in ("EV", "AF") and hour < 12:
        hour += 12
    elif part == "NI" and hour in (9, 10, 11):
        hour += 12
    elif part == "NI" and hour == 12:
        hour = 0
    return _clock_of(match, hour, minute)


def _clock_bare_hours(match: Match) -> Made:
    """18 часов, 18 часов 30 минут, after a preposition."""
    units, numbers = match.all(*UNITS), match.all("day", "card", "int")
    if units[0] != "hour" or (len(units) > 1 and units[1] != "minute"):
        return None
    return _clock_of(match, numbers[0], numbers[1] if len(numbers) > 1 else 0)


def _clock_half(match: Match) -> Made:
    hour = match.first("ord")
    return _clock_of(match, (hour - 1) or 12, 30) if 1 <= hour <= 12 else None


def _clock_before(match: Match) -> Made:
    """Без четверти пять, без десяти семь."""
    numbers = match.all("day", "card", "one")
    minutes = 15 if match.has("quarterhour", "qunit") else numbers[0]
    hour = numbers[-1]
    if not (1 <= minutes < 60 and 1 <= hour <= 12):
        return None
    if match.first("part") in ("EV", "AF") or match.first(*UNITS) == "day":
        hour += 12
    return _clock_of(match, hour - 1, 60 - minutes)


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
    return _clock_of(match, hour, minutes)


def _clock_dots(match: Match) -> Made:
    hours, hundredths = divmod(round(match.first("dec2") * 100), 100)
    half = match.first("ampm")
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + half
    return _clock_of(match, hours, hundredths)


def _clock_military(match: Match) -> Made:
    value = match.first("year", "int", "code")
    if isinstance(value, str) and not (len(value) == 4 and value.isdigit()):
        return None
    hour, minute = divmod(int(value), 100)
    return _clock_of(match, hour, minute)


def _ampm(match: Match) -> Made:
    hour = match.first("day", "card", "one", "int")
    if not 1 <= hour <= 12:
        return None
    return _clock_of(match, hour % 12 + match.first("ampm"))


def _oclock(match: Match) -> Made:
    hour, part = match.first("day", "card", "one"), match.first("part")
    half = match.first("ampm")
    if not 1 <= hour <= 12:
        return None
    if half is not None or part is not None:
        hour = hour % 12 + (half if half is not None else 12 * (part != "MO"))
    return _clock_of(match, hour)


def _noon(match: Match) -> Made:
    return _clock_of(match, match.first("noon"))


def _clock_range(match: Match) -> Made:
    first, last = match.all("day", "card")
    units = match.all(*UNITS)
    if units and units[0] != "hour" or first > 24 or last > 24:
        return None
    half = match.first("ampm")
    if half is not None:
        last = last % 12 + half
        first = first % 12 + (half if first % 12 < last % 12 or first == 12 else 12 - half)
    zone = match.first("zone", "place") or ""
    base, to = (Spec("clock", clock=(int(n), 0, None), zone=zone) for n in (first, last))
    return _as("tspan", "range", base=base, to=to)


# Days.


def _date(match: Match) -> Made:
    day = _day(match)
    if not 1 <= day <= 31:
        return None
    return _as("tday", "date", day=int(day), month=match.first("month"), **_year(match))


def _iso_day(match: Match) -> Made:
    year, month, day = (int(n) for n in match.all("year", "day", "int", "code"))
    try:
        date(year, month, day)
    except ValueError:
        return None
    return _as("tday", "date", year=year, month=month, day=day)


def _dots(match: Match) -> Made:
    day: date = match.first("dots")
    return _as("tday", "date", year=day.year, month=day.month, day=day.day)


def _slashes(match: Match, *, month_first: bool = False) -> Made:
    readings: list[date] = list(match.first("slashes"))
    if month_first:
        readings.reverse()
    first = readings[0]
    if len(readings) == 1 or readings[0] == readings[1]:
        return _as("tday", "date", year=first.year, month=first.month, day=first.day)
    return _fixed("tday", first.isoformat(), "day", other=readings[1].isoformat())


def _slashes_month_first(match: Match) -> Made:
    return _slashes(match, month_first=True)


def _day_range(match: Match) -> Made:
    """From a day to a day of one month, which is said once."""
    first, last = (int(n) for n in match.all("day", "ord", "card") if n < 1000)
    if not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    said = _year(match)
    month = match.first("month")
    base, to = (Spec("date", day=n, month=month, **said) for n in (first, last))
    return _as("tspan", "range", base=base, to=to)


def _day_of_list(match: Match) -> Made:
    """A day before others, with which the month is said: 8 и 9 февраля."""
    at = next((i for i, item in enumerate(match.after) if item.name == "month"), None)
    if at is None:
        return None
    following = Match("", match.after[at : at + 4], ())
    return _as("tday", "date", day=_day(match), month=match.after[at].value, **_year(following))


def _tens_of_month(match: Match) -> Made:
    number = match.first("ordp")
    month = match.first("month")
    if number not in (1, 10, 20, 2):
        return None
    if month is None:
        shift = match.first("rel")
        base = Spec("unit", unit="month", shift=shift or 0)
    else:
        base = Spec("date", month=month, **_year(match))
    return _as("tspan", "days_of_month", number=1 if number == 2 else number, base=base)


def _day_alone(match: Match) -> Made:
    return _as("tday", "day_of_month", day=_day(match))


def _weekday(match: Match) -> Made:
    return _as("twd", "weekday", day=match.first("wd"))


def _rel_weekday(match: Match) -> Made:
    day = match.first("wd")
    if match.has("near"):
        return _as("twd", "weekday", day=day, rule="near")
    shift = match.first("rel", "prevrel", "relp")
    if shift == -1:
        return _as("twd", "weekday", day=day, rule="last")
    return _as("twd", "weekday", day=day, rule="week", shift=shift)


def _named(match: Match) -> Made:
    return _as("tnamed", "named", value=match.first("named"), **_year(match))


def _rday(match: Match) -> Made:
    return _as("tday", "unit", unit="day", shift=match.first("rday"))


def _eve(match: Match) -> Made:
    return _as("tday", "same", unit="day", shift=-1)


# Months, years, and longer.


def _month(match: Match) -> Made:
    return _as("tmon", "date", month=match.first("month"), **_year(match))


def _rel_month(match: Match) -> Made:
    rule = {-1: "last", 0: "this", 1: "next"}.get(match.first("rel", "prevrel"))
    if rule is None:
        return None
    return _as("tmon", "cyclic", unit="month", number=match.first("month") - 1, rule=rule)


def _month_range(match: Match) -> Made:
    said = _year(match)
    first, last = match.all("month")
    return _as(
        "tspan",
        "range",
        base=Spec("date", month=first),
        to=Spec("date", month=last, **said),
    )


def _of_year(match: Match) -> Made:
    year = match.first("year", "ord", "int", "card", "day")
    return _as("tyear", "date", year=int(year)) if 100 <= year < 10000 else None


def _year_bc(match: Match) -> Made:
    year = match.first("year", "int", "day", "ord")
    before = match.has("bc", "era3") or (match.has("till") and match.has("era", "era1"))
    return _fixed("tyear", f"{'-' if before else ''}{year:04}", "year") if year < 10000 else None


def _year_range(match: Match) -> Made:
    first, last = match.all("year", "day", "int")
    if last < 100:
        last += first // 100 * 100
    if first >= last:
        return None
    return _fixed("tspan", f"{first:04}/{last:04}", "range")


def _school_year(match: Match) -> Made:
    year = match.first("years")
    return _fixed("tspan", f"{year:04}/{year + 1:04}", "range")


def _season(match: Match) -> Made:
    return _season_of(match, _year(match))


def _season_of(match: Match, said: dict[str, Any], rule: str = "") -> Made:
    number = calendar.season(match.first("season", "fall"), 0)
    if rule:
        said = {"rule": rule}
    return _as("tunit", "cyclic", unit="season", number=number, **said)


def _season_years(match: Match) -> Made:
    years = match.first("years")
    if years is None:
        first, second = match.all("year")
        if second != first + 1:
            return None
        years = first
    later = match.first("season", "fall") in ("WI", "SP", "SU")
    return _season_of(match, {"year": years + later})


def _rel_season(match: Match) -> Made:
    rule = {-1: "last", 0: "this", 1: "next"}.get(match.first("rel", "relp", "near", "prevrel"))
    return _season_of(match, {}, rule) if rule else None


def _part_of_year(match: Match) -> Made:
    """A quarter or a half of a year."""
    unit = match.first("unit", "qunit", "qabbr")
    if unit not in _OF_YEAR:
        return None
    number = match.first("ord", "roman", "day", "card")
    return _nth(unit, number, _year(match))


def _nth(unit: str, number: int, said: dict[str, Any]) -> Made:
    if not 1 <= number <= calendar.PER_YEAR[unit]:
        return None
    return _as("tunit", "cyclic", unit=unit, number=int(number) - 1, **said)


def _q_of_year(match: Match) -> Made:
    """Q3 2025, H1."""
    unit, number = match.first("qcode")
    return _nth(unit, number, _year(match))


def _half_of_year(match: Match) -> Made:
    said = _year(match)
    if not said:
        said = {"shift": 0}
    return _nth("half", match.first("ord"), said)


def _fiscal(match: Match) -> Made:
    year = match.first("year")
    if year is None:
        year = match.first("day", "int", "code")
        if not isinstance(year, int) or 99 < year < 1990 or year > 2199:
            return None
        year += 2000 if year < 100 else 0
    return _fixed("tyear", f"FY{year:04}", "fiscal-year")


def _decade(match: Match) -> Made:
    year = match.first("year")
    if year % 10:
        return None
    return _fixed("tunit", f"{year // 10:03}X", "decade")


def _decade_short(match: Match) -> Made:
    tens = match.first("int", "day", "ordp", "ord")
    if tens == 2000:
        return _fixed("tunit", "200X", "decade")
    if tens % 10 or not 10 <= tens <= 90:
        return None
    return _fixed("tunit", f"{20 if tens == 10 else 19}{tens // 10}X", "decade")


def _decade_of_century(match: Match) -> Made:
    numbers = match.all("int", "day", "ordp", "roman", "ord")
    if not _is_century(Match("", match.items[-3:], ())) or numbers[0] % 10 or not 10 <= numbers[0] <= 90:
        return None
    return _fixed("tunit", f"{numbers[-1] - 1:02}{numbers[0] // 10}X", "decade")


def _is_century(match: Match) -> bool:
    return match.has("cent", "in") or match.first(*UNITS) == "century"


def _century(match: Match) -> Made:
    number = match.first("roman", "ord", "day", "int")
    return _fixed("tunit", _century_text(match, number), "century") if _is_century(match) else None


def _century_text(match: Match, number: int) -> str | None:
    if not 1 <= number <= 99:
        return None
    return f"{'-' if match.has('till', 'bc') else ''}{number - 1:02}XX"


def _centuries(match: Match) -> Made:
    if not _is_century(match):
        return None
    first, last = (_century_text(match, n) for n in match.all("roman", "ord", "day", "int"))
    return _fixed("tspan", f"{first}/{last}", "range") if first and last else None


def _rel_unit(match: Match) -> Made:
    unit = match.first(*UNITS)
    shift = match.first("rel", "prevrel", "near")
    if unit in _SMALL:
        return None
    if unit == "day":
        # The day itself is told by what stands before: the next day, the previous day.
        return _as("tday", "same", unit="day", shift=shift)
    name = "tyear" if unit == "year" else "tweek" if unit == "week" else "tunit"
    if match.has("prevrel"):
        return _as(name, "same", unit=unit, shift=shift)
    return _as(name if name != "tweek" else "tunit", "unit", unit=unit, shift=shift)


def _same_unit(match: Match) -> Made:
    unit = match.first(*UNITS)
    if unit in _SMALL:
        return None
    return _as("tday" if unit == "day" else "tunit", "same", unit=unit, shift=0)


def _this_unit(match: Match) -> Made:
    unit = match.first(*UNITS)
    return None if unit in _SMALL else _as("tunit", "unit", unit=unit, shift=0, rule="bare")


# Counted from a day.


def _count(match: Match) -> float:
    numbers = match.all(*COUNTS)
    count = float(numbers[0]) if numbers else 1
    if len(numbers) > 1 and match.items[1].name == "tens":
        count *= numbers[1]
    return count + (0.5 if match.has("half") else 0)


def _ago(match: Match) -> Made:
    return _away(match, "ago", -1)


def _through(match: Match) -> Made:
    return _away(match, "shifted" if match.has("later") else "ago", 1)


def _shifted(match: Match) -> Made:
    return _away(match, "shifted", 1 if match.has("later") else -1)


def _away(match: Match, kind: str, direction: int) -> Made:
    count, unit = _count(match), match.first(*UNITS)
    if unit is None:
        half = match.first("halfunit")
        if half != "P6M":
            return _fixed("tdur", half, "duration", rule="inside")
        count, unit = 6, "month"
    if unit in _SMALL:
        return _fixed("tdur", duration([(count, unit)]), "duration", rule="inside")
    name = "tday" if unit == "day" else "tunit"
    return _as(name, kind, unit=unit, count=count, shift=direction)


def _through_what(match: Match) -> Made:
    """Через два дня после прений: how long, and no day."""
    return _fixed("tdur", duration([(_count(match), match.first(*UNITS))]), "duration", rule="inside")


def _last_or_next(match: Match) -> Made:
    count, unit = _count(match), match.first(*UNITS)
    if match.first("relp", "rel", "past") < 0 or unit in _SMALL:
        return _fixed("tdur", duration([(count, unit)]), "duration")
    return _as("tspan", "window", unit=unit, count=count)


def _relp_unit(match: Match) -> Made:
    shift = match.first("relp", "rel")
    if shift != -1 or match.items[-1].name == "yunitp":
        return None
    return _fixed("tdur", duration([(1, match.first(*UNITS))]), "duration")


def _weekend(match: Match) -> Made:
    shift = match.first("rel", "relp", "near")
    rule = "" if shift is None else {-1: "last", 0: "this", 1: "next"}[max(-1, shift)]
    if match.has("near") or (match.has("relp") and shift == 1):
        rule = "this"
    return _as("tspan", "weekend", rule=rule)


# Parts of a day.


def _part(match: Match) -> Made:
    shift = match.first("rel", "prevrel", "relp")
    part = match.first("part")
    if shift is None:
        return _as("tpart", "clock", value=part)
    if shift == -1 and part == "NI":
        shift = 0  # the night that is over
    return _as("tpart", "clock", value=part, base=Spec("unit", unit="day", shift=shift))


def _last_night(match: Match) -> Made:
    return _as("tpart", "clock", value="EV", base=Spec("unit", unit="day", shift=-1))


def _tonight(match: Match) -> Made:
    return _as("tpart", "clock", value="EV", base=Spec("unit", unit="day", shift=0))


def _overnight(match: Match) -> Made:
    return _as("tpart", "clock", value="NI")


# Durations and recurrences.


def _duration(match: Match) -> Made:
    parts: list[tuple[float, str]] = []
    count: float | None = None
    for item in match.items:
        if item.name in UNITS:
            parts.append((1 if count is None else count, item.value))
            count = None
        elif item.name in ("scale", "tens"):
            count = (1 if count is None else count) * item.value
        elif item.name in COUNTS:
            count = float(item.value)
        elif item.name == "half":
            count = (count or 0) + 0.5
    order = ["century", "decade", "year", "half", "quarter", "month", "fortnight", "week", "day"]
    order += ["hour", "minute", "second"]
    places = [order.index(unit) for _, unit in parts]
    if places != sorted(set(places)):
        return None
    return _fixed("tdur", duration(parts), "duration")


def _duration_range(match: Match) -> Made:
    first, last = (float(n) for n in match.all(*COUNTS))
    unit = match.first(*UNITS)
    if first >= last:
        return None
    ends = duration([(first, unit)]), duration([(last, unit)])
    return _fixed("tdur", f"{ends[0]}/{ends[1]}", "duration") if all(ends) else None


def _halfunit(match: Match) -> Made:
    return _fixed("tdur", match.first("halfunit"), "duration")


def _half_unit(match: Match) -> Made:
    """Half an hour, half a year."""
    return _fixed("tdur", duration([(0.5, match.first(*UNITS))]), "duration")


def _set(match: Match) -> Made:
    return _fixed("tset", f"R/{match.first('set', 'sets')}", "set")


def _every(match: Match) -> Made:
    unit = match.first(*UNITS)
    if unit is None:
        period = {"wd": "P1W", "wds": "P1W", "weekend": "P1W", "part": "P1D"}
        name = next((i.name for i in match.items if i.name in period), "")
        return _fixed("tset", f"R/{period.get(name, 'P1Y')}", "set")
    count = float(match.first("ord") or 1) if match.has("ord") else _count(match)
    length = duration([(2 if match.has("other") else count, unit)])
    return _fixed("tset", f"R/{length}", "set") if length else None


def _set_plural(match: Match) -> Made:
    return _fixed("tset", f"R/{match.first('sets') or 'P1W'}", "set")


def _once(match: Match) -> Made:
    """Once in a unit, or in several; how often in one doesn't tell the period."""
    at = next(i for i, item in enumerate(match.items) if item.name in ("once", "twice"))
    after = Match("", match.items[at:], ())
    unit = after.first(*UNITS)
    length = duration([(_count(after), unit)])
    return _fixed("tset", f"R/{length}", "set") if length else None


def _adjective(match: Match) -> Made:
    """Two-year, двухлетний."""
    long = match.first("longadj")
    if long is not None:
        return _fixed("tdur", duration([long]), "duration", rule="adjective")
    unit = match.first("tail", *UNITS)
    if unit not in _ORDER:
        return None
    return _fixed("tdur", duration([(_count(match), unit)]), "duration", rule="adjective")


_ORDER = frozenset(("century", "decade", "year", "month", "week", "day", "hour", "minute", "second"))


# English.


def _clock_to(match: Match) -> Made:
    """A quarter to five, ten to five."""
    numbers = match.all("day", "card", "one")
    minutes = 15 if match.has("quarterhour", "qunit") else numbers[0]
    hour = numbers[-1]
    if not (1 <= minutes < 60 and 1 <= hour <= 12):
        return None
    half = match.first("ampm")
    return _clock_of(match, (hour - 1) % 12 + (half or 0) or 12, 60 - minutes)


def _hour_of_part(match: Match) -> Made:
    """Six in the morning: the part is joined later."""
    hour = match.first("day", "card", "one")
    part = next(item.value for item in match.after if item.name == "part")
    return _clock_of(match, hour % 12 + 12 * (part != "MO")) if 1 <= hour <= 12 else None


def _past_unit(match: Match) -> Made:
    """The past week, the last month: as long as that, up to now."""
    unit, shift = match.first(*UNITS), match.first("rel", "past")
    if shift != -1:
        if unit == "day":
            return _rel_unit(match)
        return None if unit in _SMALL else _as("tunit", "unit", unit=unit, shift=shift)
    if unit == "day":
        return None
    return _fixed("tdur", duration([(1, unit)]), "duration")


def _ago_half(match: Match) -> Made:
    count = float((match.all(*COUNTS) or [1])[0]) + 0.5
    unit = match.first(*UNITS)
    return _as("tunit", "ago", unit=unit, count=count, shift=-1)


def _in_units(match: Match) -> Made:
    """In three days: from now, or where it is over, how long."""
    made = _away(match, "in", 1)
    return made


def _from_now(match: Match) -> Made:
    return _away(match, "ago", 1)


def _day_by_day(match: Match) -> Made:
    """The day before yesterday, the day after tomorrow."""
    if match.first("unit", "day") != "day":
        return None
    shift = match.first("rday") + (1 if match.has("after") else -1)
    return _as("tday", "unit", unit="day", shift=shift)


def _follow_unit(match: Match) -> Made:
    unit = match.first(*UNITS)
    if unit in _SMALL:
        return None
    name = "tday" if unit == "day" else "tyear" if unit == "year" else "tunit"
    return _as(name, "same", unit=unit, shift=1 if match.has("follow") else -1)


def _unit_beside(match: Match, shift: int) -> Made:
    unit = match.first(*UNITS)
    if unit in _SMALL:
        return None
    return _as("tday" if unit == "day" else "tunit", "same", unit=unit, shift=shift)


def _unit_before(match: Match) -> Made:
    return _unit_beside(match, -1)


def _unit_after(match: Match) -> Made:
    return _unit_beside(match, 1)


def _part_of_rel(match: Match) -> Made:
    """Earlier this month, later this year."""
    unit = match.first(*UNITS)
    shift = match.first("rel", "prevrel")
    if unit in _SMALL or shift is None:
        return None
    mod = "later" if match.has("later", "late") else "earlier"
    if unit == "day":
        return None
    name = "tyear" if unit == "year" else "tunit"
    return _as(name, "unit", unit=unit, shift=shift, mod=mod)


def _rel_part(match: Match) -> Made:
    shift, part = match.first("rel"), match.first("part")
    return _as("tpart", "clock", value=part, base=Spec("unit", unit="day", shift=shift))


def _age_word(match: Match) -> Made:
    """45-year-old, and what else has a third part: two-year-long."""
    if match.items[-1].value in ("old", "olds"):
        return "age", Spec("fixed", value=f"P{_count(match):g}Y", count=_count(match))
    return _adjective(Match("", match.items[:3], ()))


def _duration_half(match: Match) -> Made:
    """Two and a half years, a year and a half."""
    count, unit = _count(Match("", [i for i in match.items if i.name != "half"], ())), match.first(*UNITS)
    return _fixed("tdur", duration([(count + 0.5, unit)]), "duration")


def _hours_of(match: Match) -> Made:
    """The early hours of Tuesday."""
    if not match.has("beg") or match.first("units") != "hour" or match.first("beg") != "start":
        return None
    return "tpart", Spec("clock", value="NI", base=_specs(match)[-1])


def _first_units(match: Match) -> Made:
    """The first days of May, последние недели года: its start, its end."""
    number = match.first("ordp", "ord")
    last = match.first("relp", "rel", "past")
    if match.first(*UNITS) not in ("day", "week", "hour", "month"):
        return None
    if number == 1:
        mod = "start"
    elif number is None and last == -1:
        mod = "end"
    else:
        return None
    return "firsts", mod


def _year_to_date(match: Match) -> Made:
    return _as("tspan", "since_start", unit="year")


def _late_on(match: Match) -> Made:
    """Late on Friday, early Monday."""
    part = {"end": "EV", "start": "MO"}.get(match.first("beg"))
    return ("tpart", Spec("clock", value=part, base=_specs(match)[-1])) if part else None


def _start_of_unit(match: Match) -> Made:
    unit = match.first(*UNITS)
    if unit in _SMALL:
        return None
    return _as("tunit", "unit", unit=unit, shift=0, mod=match.first("beg"))


def _clock_part(match: Match) -> Made:
    """6:30 this morning, 6:30 in the evening."""
    clock, part = _specs(match)[:2]
    if clock.clock is None or part.clock is not None:
        return None
    hour, minute, second = clock.clock
    if hour < 12 and part.value in ("AF", "EV"):
        hour += 12
    return "tclk", clock._replace(clock=(hour, minute, second), base=part.base or clock.base)


def _plain_range(match: Match) -> Made:
    first, last = _specs(match)[:2]
    if first.kind != last.kind or first.kind not in ("date", "weekday", "clock", "cyclic"):
        return None
    return _range(match)


def _not_later(match: Match) -> Made:
    return _since(match) if match.has("earlier") else _until(match)


# Joined, ranges.


def _specs(match: Match) -> list[Spec]:
    return [item.value for item in match.items if isinstance(item.value, Spec)]


def _part_of(match: Match) -> Made:
    item = match.items[-1]
    spec: Spec = item.value
    if spec.mod:
        return None
    return item.name, spec._replace(mod=match.first("beg", "firsts"))


def _eve_of(match: Match) -> Made:
    base = _specs(match)[0]
    return "tday", Spec("before", base=base)


def _on(match: Match, *, clock: bool) -> Made:
    base, at = None, None
    for spec in _specs(match):
        if spec.kind == "clock" and spec.base is None and (spec.clock is not None) >= clock:
            at = spec
        elif base is None or base.kind == "weekday":
            base = spec
    if at is None or base is None:
        return None
    return ("tclk" if at.clock else "tpart"), at._replace(base=base)


def _clock_on(match: Match) -> Made:
    return _on(match, clock=True)


def _part_on(match: Match) -> Made:
    specs = _specs(match)
    if any(spec.clock for spec in specs):
        return _on(match, clock=True)
    return _on(match, clock=False)


def _night_before(match: Match) -> Made:
    """В ночь на 10 февраля: the night with which that day begins."""
    if match.first("tpart").value != "NI" or match.first("tpart").base:
        return None
    return "tpart", Spec("clock", value="NI", base=_specs(match)[-1])


def _one_day(match: Match) -> Made:
    """A weekday, or a named day, and its date."""
    first, second = _specs(match)[:2]
    kinds = first.kind, second.kind
    if "weekday" in kinds or "named" in kinds:
        dated = second if first.kind in ("weekday", "named") else first
        if dated.kind in ("date", "fixed", "unit", "named") and kinds != ("named", "named"):
            return "tday", dated
    return None


def _weekday_in_week(match: Match) -> Made:
    day, week = _specs(match)
    if week.unit != "week" or week.kind != "unit":
        return None
    return "twd", Spec("weekday", day=day.day, rule="week", shift=week.shift)


def _range(match: Match) -> Made:
    first, last = _specs(match)[:2]
    if first.kind == "range" or last.kind == "range":
        return None
    return _as("trange", "range", base=first, to=last)


def _dash_range(match: Match) -> Made:
    first, last = _specs(match)[:2]
    alike = first.kind == last.kind or {first.kind, last.kind} <= {"date", "cyclic"}
    if not alike or first.kind not in ("date", "weekday", "clock", "cyclic") or first.base:
        return None
    return _range(match)


def _until(match: Match) -> Made:
    to = _specs(match)[-1]
    return None if to.kind == "range" else _as("trange", "range", to=to)


def _since(match: Match) -> Made:
    base = _specs(match)[-1]
    if base.kind == "range":
        return None
    if base.mod == "start" and base.kind == "unit" and base.shift == 0:
        return _as("trange", "since_start", unit=base.unit)
    return _as("trange", "range", base=base)


_MEANINGS: dict[str, Callable[[Match], Made]] = {
    "clock": _clock,
    "clock_hours": _clock_hours,
    "clock_bare_hours": _clock_bare_hours,
    "clock_half": _clock_half,
    "clock_before": _clock_before,
    "clock_past": _clock_past,
    "clock_dots": _clock_dots,
    "clock_military": _clock_military,
    "clock_range": _clock_range,
    "ampm": _ampm,
    "oclock": _oclock,
    "noon": _noon,
    "date": _date,
    "iso_day": _iso_day,
    "dots": _dots,
    "slashes": _slashes,
    "slashes_month_first": _slashes_month_first,
    "day_range": _day_range,
    "day_of_list": _day_of_list,
    "tens_of_month": _tens_of_month,
    "day_alone": _day_alone,
    "weekday": _weekday,
    "rel_weekday": _rel_weekday,
    "named": _named,
    "rday": _rday,
    "eve": _eve,
    "month": _month,
    "rel_month": _rel_month,
    "month_range": _month_range,
    "year": _of_year,
    "year_bc": _year_bc,
    "year_range": _year_range,
    "school_year": _school_year,
    "season": _season,
    "season_years": _season_years,
    "rel_season": _rel_season,
    "part_of_year": _part_of_year,
    "q_of_year": _q_of_year,
    "half_of_year": _half_of_year,
    "fiscal": _fiscal,
    "decade": _decade,
    "first_units": _first_units,
    "year_to_date": _year_to_date,
    "late_on": _late_on,
    "decade_short": _decade_short,
    "decade_of_century": _decade_of_century,
    "century": _century,
    "centuries": _centuries,
    "rel_unit": _rel_unit,
    "same_unit": _same_unit,
    "this_unit": _this_unit,
    "ago": _ago,
    "through": _through,
    "through_what": _through_what,
    "shifted": _shifted,
    "last_or_next": _last_or_next,
    "relp_unit": _relp_unit,
    "weekend": _weekend,
    "part": _part,
    "last_night": _last_night,
    "tonight": _tonight,
    "overnight": _overnight,
    "duration": _duration,
    "duration_range": _duration_range,
    "halfunit": _halfunit,
    "half_unit": _half_unit,
    "set": _set,
    "every": _every,
    "set_plural": _set_plural,
    "once": _once,
    "adjective": _adjective,
    "part_of": _part_of,
    "clock_to": _clock_to,
    "hour_of_part": _hour_of_part,
    "past_unit": _past_unit,
    "ago_half": _ago_half,
    "in_units": _in_units,
    "ago_from_now": _from_now,
    "day_by_day": _day_by_day,
    "follow_unit": _follow_unit,
    "unit_before": _unit_before,
    "unit_after": _unit_after,
    "part_of_rel": _part_of_rel,
    "rel_part": _rel_part,
    "age_word": _age_word,
    "duration_half": _duration_half,
    "duration_and_half": _duration_half,
    "hours_of": _hours_of,
    "start_of_unit": _start_of_unit,
    "clock_part": _clock_part,
    "plain_range": _plain_range,
    "not_later": _not_later,
    "weekday_of_rel_week": _rel_weekday,
    "eve_of": _eve_of,
    "clock_on": _clock_on,
    "part_on": _part_on,
    "night_before": _night_before,
    "one_day": _one_day,
    "weekday_in_week": _weekday_in_week,
    "range": _range,
    "dash_range": _dash_range,
    "until": _until,
    "since": _since,
}
