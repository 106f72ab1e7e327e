"""The value of a time: what it says, the publication date, and the day that was named before it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from reader.facts import calendar
from reader.facts.time_specs import Clock, Spec, duration

_PARTS = {"MO": "TMO", "AF": "TAF", "EV": "TEV", "NI": "TNI"}


_TO_COME = ("future", "scheduled")


class Resolved(NamedTuple):
    """A value with its precision; ``None`` where it isn't known from what it counts."""

    value: str | None
    precision: str
    mod: str = ""
    other: str = ""
    day: date | None = None
    """The day from which what follows in the sentence may count."""
    unit: str = ""


class Surroundings(NamedTuple):
    """What an expression may count from."""

    published: date | None
    named: date | None
    """The last day that was named before it in its sentence, or the first one of a longer time."""
    named_unit: str
    tense: Callable[[], str]
    """``past``, ``future``, ``scheduled``, ``present`` or ``""`` for the verb that it goes with."""


def resolve(spec: Spec, around: Surroundings) -> Resolved:
    """Return the value of an expression."""
    found = _RULES[spec.kind](spec, around)
    if spec.mod and found.value is not None and not found.mod:
        found = found._replace(mod=spec.mod)
    return found


def _none(precision: str) -> Resolved:
    return Resolved(None, precision)


def _of_unit(unit: str, number: int) -> Resolved:
    return Resolved(
        calendar.text(unit, number), unit, "", "", calendar.first_day(unit, number), unit
    )


def _fixed(spec: Spec, around: Surroundings) -> Resolved:
    return Resolved(spec.value or None, spec.precision, other=spec.other)


def _year(spec: Spec, around: Surroundings) -> int | None:
    if spec.year is not None:
        return spec.year
    if spec.shift is not None:
        if spec.rule == "same":
            return around.named.year if around.named else None
        return around.published.year + spec.shift if around.published else None
    return None


def _date(spec: Spec, around: Surroundings) -> Resolved:
    unit = "day" if spec.day else "month" if spec.month else "year"
    year = _year(spec, around)
    if year is None:
        if spec.shift is not None or around.published is None:
            return _none(unit)
        if spec.month is None:
            return _none(unit)
        year = _year_by_tense(spec, around)
        if year is None:
            return _none(unit)
    if unit == "year":
        return _of_unit("year", year)
    if unit == "month":
        return _of_unit("month", year * 12 + (spec.month or 1) - 1)
    return _day(year, spec.month or 1, spec.day or 1)


def _day(year: int, month: int, day: int) -> Resolved:
    try:
        found = date(year, month, day)
    except ValueError:
        return _none("day")
    return Resolved(found.isoformat(), "day", "", "", found, "day")


def _year_by_tense(spec: Spec, around: Surroundings) -> int | None:
    published = around.published
    assert published is not None
    month = spec.month or 1
    unit = "day" if spec.day else "month"

    def fits(year: int) -> bool:
        return not spec.day or _day(year, month, spec.day).value is not None

    this = (published.month, published.day if unit == "day" else 0)
    that = (month, spec.day or 0 if unit == "day" else 0)
    tense = around.tense()
    if tense in _TO_COME:
        years = range(published.year + (that < this), published.year + 9)
    else:
        years = range(published.year - (that > this), max(published.year - 9, 0), -1)
    return next((year for year in years if fits(year)), None)


def _day_of_month(spec: Spec, around: Surroundings) -> Resolved:
    if around.named is None:
        return _none("day")
    return _day(around.named.year, around.named.month, spec.day or 1)


def _weekday(spec: Spec, around: Surroundings) -> Resolved:
    day = around.published
    if day is None or spec.day is None:
        return _none("day")
    rule = spec.rule
    if rule == "week":
        start = day.toordinal() - day.weekday() + 7 * (spec.shift or 0)
        return _of_unit("day", start + spec.day - 1)
    back = (day.isoweekday() - spec.day) % 7
    ahead = (spec.day - day.isoweekday()) % 7
    if rule == "joined" and around.named is not None:
        number = around.named.toordinal() + ((spec.day - around.named.isoweekday()) % 7 or 7)
    elif rule == "last":
        number = day.toordinal() - (back or 7)
    elif rule == "near":
        number = day.toordinal() + (ahead or 7)
    elif around.tense() in _TO_COME:
        number = day.toordinal() + ahead
    else:
        number = day.toordinal() - back
    return _of_unit("day", number)


def _unit(spec: Spec, around: Surroundings) -> Resolved:
    if around.published is None:
        return _none(spec.unit)
    return _of_unit(spec.unit, calendar.index(spec.unit, around.published) + (spec.shift or 0))


def _same(spec: Spec, around: Surroundings) -> Resolved:
    day = around.named or around.published
    if day is None:
        return _none(spec.unit)
    if around.named is None and (spec.shift or 0) > 0 and around.tense() == "past":
        return _none(spec.unit)  # the next day of one that isn't named
    return _of_unit(spec.unit, calendar.index(spec.unit, day) + (spec.shift or 0))


def _counted(day: date | None, spec: Spec) -> Resolved:
    """Return the unit that lies a number of units from a day."""
    unit, count, direction = spec.unit, spec.amount, spec.shift or 1
    if day is None:
        return _none(unit)
    if unit == "fortnight":
        unit, count = "week", count * 2
    if count != int(count):
        if unit != "year" or count * 12 != int(count * 12):
            return _none(unit)
        unit, count = "month", count * 12
    if count > 10**5:
        return _none(unit)
    return _of_unit(unit, calendar.index(unit, day) + direction * int(count))


def _ago(spec: Spec, around: Surroundings) -> Resolved:
    return _counted(around.published, spec)


def _in(spec: Spec, around: Surroundings) -> Resolved:
    """Return when it will be, or where it is over how long it took."""
    if around.tense() == "past":
        return Resolved(duration([(spec.amount, spec.unit)]), "duration")
    return _counted(around.published, spec)


def _after_it(spec: Spec, around: Surroundings) -> Resolved:
    """Return what lies after the day that was named, or after today if it is to come."""
    if around.tense() in _TO_COME:
        return _counted(around.published, spec)
    if around.named is not None:
        return _counted(around.named, spec)
    if around.tense() == "past":
        # After what, the sentence doesn't say.
        return Resolved(duration([(spec.amount, spec.unit)]), "duration")
    return _counted(around.published, spec)


def _shifted(spec: Spec, around: Surroundings) -> Resolved:
    return _counted(around.named or around.published, spec)


def _cyclic(spec: Spec, around: Surroundings) -> Resolved:
    unit = spec.unit
    per_year = calendar.PER_YEAR[unit]
    year = _year(spec, around)
    if year is not None:
        return _of_unit(unit, year * per_year + spec.number)
    published = around.published
    if published is None or (spec.shift is not None and not spec.rule):
        return _none(unit)
    now = calendar.index(unit, published)
    back = (now - spec.number) % per_year
    ahead = (spec.number - now) % per_year
    if spec.rule == "last":
        return _of_unit(unit, now - (back or per_year))
    if spec.rule == "next":
        number = now + (ahead or per_year)
        found = _of_unit(unit, number)
        if number // per_year == published.year:
            # Next summer may be this year's, or that of the next one.
            return found._replace(other=calendar.text(unit, number + per_year) or "")
        return found
    tense = around.tense()
    if spec.rule == "this" and tense not in ("past", *_TO_COME):
        year = published.year + (unit == "season" and spec.number == 0 and published.month > 6)
        return _of_unit(unit, year * per_year + spec.number)
    return _of_unit(unit, now + ahead if tense in _TO_COME else now - back)


def _clock(spec: Spec, around: Surroundings) -> Resolved:
    day, _known = _day_beneath(spec, around)
    if spec.clock is None:
        if day is None:
            return Resolved(None, "part-of-day")
        return Resolved(f"{day}{_PARTS[spec.value]}", "part-of-day", "", "", day, "day")
    if day is None:
        return Resolved(None, "time")
    clock: Clock = spec.clock
    if clock[0] == 24:
        day, clock = calendar.shifted(day, 1) or day, (0, clock[1], clock[2])
    written = f"{day}T{clock[0]:02}:{clock[1]:02}"
    if clock[2] is not None:
        written += f":{clock[2]:02}"
    return Resolved(written + _offset(spec.zone, day, clock), "time", "", "", day, "day")


def _day_beneath(spec: Spec, around: Surroundings) -> tuple[date | None, bool]:
    if spec.base is None:
        if around.named is not None and around.named_unit == "day":
            return around.named, True
        return around.published, False
    found = resolve(spec.base, around)
    if found.unit != "day" or found.day is None:
        return None, True
    return calendar.shifted(found.day, spec.shift or 0), True


def _offset(zone: str, day: date, clock: Clock) -> str:
    if "/" not in zone:
        return zone
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        at = datetime(day.year, day.month, day.day, clock[0], clock[1], tzinfo=ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""
    written = at.strftime("%z")
    return f"{written[:3]}:{written[3:5]}"


def _named(spec: Spec, around: Surroundings) -> Resolved:
    published = around.published
    year = _year(spec, around)
    if year is None and (published is None or spec.shift is not None):
        return _none("day")
    if year is not None:
        years = [year]
    else:
        assert published is not None
        years = [published.year + shift for shift in (-1, 0, 1)]
    days = [day for y in years if 1 < y < 9999 and (day := calendar.named(spec.value, y))]
    if not days:
        return _none("day")
    if year is None and published is not None:
        if around.tense() in _TO_COME:
            days = [day for day in days if day >= published][:1]
        else:
            days = [day for day in days if day <= published][-1:]
    found = days[0]
    return Resolved(found.isoformat(), "day", "", "", found, "day")


def _weekend(spec: Spec, around: Surroundings) -> Resolved:
    day = around.published
    if day is None:
        return _none("range")
    saturday = day.toordinal() - day.weekday() + 5
    if spec.rule == "last":
        saturday -= 7
    elif spec.rule == "next":
        saturday += 7
    elif not spec.rule and around.tense() not in _TO_COME and day.weekday() < 5:
        saturday -= 7
    first, second = calendar.text("day", saturday), calendar.text("day", saturday + 1)
    start = calendar.first_day("day", saturday)
    return Resolved(f"{first}/{second}", "range", "", "", start, "day")


def _window(spec: Spec, around: Surroundings) -> Resolved:
    if around.published is None or spec.amount != int(spec.amount) or spec.amount > 10**5:
        return _none("range")
    now = calendar.index(spec.unit, around.published)
    first = calendar.text(spec.unit, now + 1)
    last = calendar.text(spec.unit, now + int(spec.amount))
    if spec.amount == 1 and first:
        return _of_unit(spec.unit, now + 1)
    return Resolved(f"{first}/{last}" if first and last else None, "range")


def _days_of_month(spec: Spec, around: Surroundings) -> Resolved:
    """Return the days of a month from ``number`` on, ``amount`` of them."""
    assert spec.base is not None
    month = resolve(spec.base, around)
    if month.day is None:
        return _none("range")
    if spec.number == 1:
        return month._replace(mod="start")
    last = _of_unit("month", calendar.index("month", month.day) + 1).day
    before = calendar.shifted(last, -1) if last else None
    end = min(spec.number + 9, before.day if before else 31)
    first, final = month.day.replace(day=spec.number), month.day.replace(day=end)
    return Resolved(f"{first}/{final}", "range", "", "", first, "day")


def _since_start(spec: Spec, around: Surroundings) -> Resolved:
    published = around.published
    if published is None:
        return _none("range")
    start = calendar.first_day(spec.unit, calendar.index(spec.unit, published))
    return Resolved(f"{start}/{published}", "range")


def _range(spec: Spec, around: Surroundings) -> Resolved:
    if spec.base is None or spec.to is None:
        return _half_open(spec, around)
    first, last = _ends(spec.base, spec.to, around)
    if first.value is None or last.value is None or "/" in first.value + last.value:
        return _none("range")
    mod = last.mod or first.mod
    return Resolved(f"{first.value}/{last.value}", "range", mod, "", first.day, first.unit)


def _half_open(spec: Spec, around: Surroundings) -> Resolved:
    end = spec.base or spec.to
    assert end is not None
    if spec.base is None and around.tense() != "past":
        around = around._replace(tense=lambda: "future")
    if spec.base is not None and around.tense() == "scheduled":
        around = around._replace(tense=lambda: "past")
    found = resolve(end, around)
    if found.value is None:
        return _none("range")
    start, _, last = found.value.partition("/")
    value = f"{start}/.." if spec.base else f"../{last or start}"
    return Resolved(value, "range", found.mod, "", found.day, found.unit)


def _ends(first: Spec, last: Spec, around: Surroundings) -> tuple[Resolved, Resolved]:
    """Return both ends, of which each may take from the other what it doesn't say."""
    if last.kind == "clock" and first.kind == "clock":
        start = resolve(first, around)
        end = resolve(last._replace(base=last.base or _on(start.day)), around)
        if last.base and not first.base:
            start = resolve(first._replace(base=last.base), around)
        if start.value and end.value and end.value < start.value and not last.base and start.day:
            end = resolve(last._replace(base=_on(calendar.shifted(start.day, 1))), around)
        return start, end
    if first.kind == last.kind == "weekday" and not last.rule:
        start = resolve(first, around)
        if start.day is None or last.day is None:
            return start, _none("day")
        ahead = (last.day - start.day.isoweekday()) % 7
        return start, _of_unit("day", start.day.toordinal() + ahead)
    yearless = first.kind in ("date", "cyclic") and first.year is None and first.shift is None
    if first.kind == last.kind == "day_of_month" or not yearless:
        start = resolve(first, around)
        if last.kind == first.kind and last.year is None and last.shift is None and start.day:
            return start, _after(last, start, around)
        return start, resolve(last, around)
    if last.kind == first.kind and (last.year is not None or last.shift is not None):
        end = resolve(last, around)
        return (_before(first, end, around) if end.day else _none("day")), end
    if last.kind == "unit":
        # С 18 ноября до конца месяца: the last such day before the unit ends.
        end = resolve(last, around)
        if end.day is None:
            return _none("day"), end
        after = calendar.first_day(end.unit, calendar.index(end.unit, end.day) + 1)
        return _before(first, end._replace(day=after), around), end
    if around.published and last.kind == first.kind:
        return _both_yearless(first, last, around)
    return resolve(first, around), resolve(last, around)


def _both_yearless(first: Spec, last: Spec, around: Surroundings) -> tuple[Resolved, Resolved]:
    tense = around.tense()
    if tense in _TO_COME:
        start = resolve(first, around)
        end = resolve(last, around)
        if end.day and start.day and end.day < start.day:
            # What goes on already will end.
            start = _before(first, end, around)
        return start, end
    end = resolve(last, around)
    if tense != "past" and around.published and end.day:
        later = resolve(last, around._replace(tense=lambda: "future"))
        start = _before(first, later, around) if later.day else _none("day")
        near = start.day and (start.day - around.published).days <= 31
        if near and start.day and later.day and later.day >= around.published:
            return start, later
    return (_before(first, end, around) if end.day else _none("day")), end


def _on(day: date | None) -> Spec | None:
    return Spec("date", year=day.year, month=day.month, day=day.day) if day else None


def _with_year(spec: Spec, year: int, around: Surroundings) -> Resolved:
    return resolve(spec._replace(year=year, shift=None), around)


def _before(spec: Spec, end: Resolved, around: Surroundings) -> Resolved:
    """Resolve a start without a year as the last one before its end."""
    assert end.day is not None
    found = _with_year(spec, end.day.year, around)
    if found.day is not None and found.day > end.day:
        found = _with_year(spec, end.day.year - 1, around)
    return found


def _after(spec: Spec, start: Resolved, around: Surroundings) -> Resolved:
    assert start.day is not None
    if spec.kind not in ("date", "cyclic") or (spec.kind == "date" and spec.month is None):
        return resolve(spec, around)
    found = _with_year(spec, start.day.year, around)
    if found.day is not None and found.day < start.day:
        found = _with_year(spec, start.day.year + 1, around)
    return found


def _day_before(spec: Spec, around: Surroundings) -> Resolved:
    assert spec.base is not None
    day = resolve(spec.base, around).day
    return _of_unit("day", day.toordinal() - 1) if day else _none("day")


_RULES: dict[str, Callable[[Spec, Surroundings], Resolved]] = {
    "fixed": _fixed,
    "date": _date,
    "day_of_month": _day_of_month,
    "weekday": _weekday,
    "unit": _unit,
    "same": _same,
    "ago": _ago,
    "in": _in,
    "after": _after_it,
    "shifted": _shifted,
    "cyclic": _cyclic,
    "clock": _clock,
    "named": _named,
    "weekend": _weekend,
    "window": _window,
    "days_of_month": _days_of_month,
    "since_start": _since_start,
    "before": _day_before,
    "range": _range,
}
