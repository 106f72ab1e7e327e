"""The value of any time: of one told by others too, an hour of a day, a range from one to another."""

from __future__ import annotations

from datetime import date, datetime

from reader.facts import calendar
from reader.facts.time_specs import Clock, Spec
from reader.facts.time_values import (
    RULES,
    TO_COME,
    Resolved,
    Rule,
    Surroundings,
    counted,
    day_by_tense,
    day_of,
    is_long_past,
    none,
    of_unit,
)

_PARTS = {"MO": "TMO", "AF": "TAF", "EV": "TEV", "NI": "TNI"}


def resolve(spec: Spec, around: Surroundings) -> Resolved:
    """Return the value of an expression."""
    found = _RULES[spec.kind](spec, around)
    if spec.mod and found.value is not None and not found.mod:
        found = found._replace(mod=spec.mod)
    return found


def _day_of_month(spec: Spec, around: Surroundings) -> Resolved:
    if spec.base is not None:
        month = resolve(spec.base, around).day
        return day_of(month.year, month.month, spec.day or 1) if month else none("day")
    if around.named is None:
        return day_by_tense(spec, around) if spec.rule == "told" else none("day")
    return day_of(around.named.year, around.named.month, spec.day or 1)


def _day_before(spec: Spec, around: Surroundings) -> Resolved:
    assert spec.base is not None
    day = resolve(spec.base, around).day
    return of_unit("day", day.toordinal() - 1) if day else none("day")


def _counted_from(spec: Spec, around: Surroundings) -> Resolved:
    """Return what lies a number of units from the time that is named with it."""
    assert spec.base is not None
    return counted(resolve(spec.base, around).day, spec)


def _unit_of(spec: Spec, around: Surroundings) -> Resolved:
    """Return the unit in which a day lies."""
    assert spec.base is not None
    day = resolve(spec.base, around).day
    return of_unit(spec.unit, calendar.index(spec.unit, day)) if day else none(spec.unit)


def _week_of_month(spec: Spec, around: Surroundings) -> Resolved:
    """Return the week of the calendar; the seven days of the month are the other reading."""
    assert spec.base is not None
    first = resolve(spec.base, around).day
    if first is None:
        return none("week")
    start, end = (first.replace(day=7 * (spec.number - 1) + n) for n in (1, 7))
    found = of_unit("week", calendar.index("week", start))
    return found._replace(other=f"{start}/{end}")


def _days_of_month(spec: Spec, around: Surroundings) -> Resolved:
    """Return the days of a month from ``number`` on, ``amount`` of them."""
    assert spec.base is not None
    month = resolve(spec.base, around)
    if month.day is None:
        return none("range")
    if spec.amount == 1:
        return month._replace(mod="start")
    last = of_unit("month", calendar.index("month", month.day) + 1).day
    before = calendar.shifted(last, -1) if last else None
    end = min(spec.number + int(spec.amount) - 1, before.day if before else 31)
    first, final = month.day.replace(day=spec.number), month.day.replace(day=end)
    return Resolved(f"{first}/{final}", "range", "", "", first, "day")


def _weekend(spec: Spec, around: Surroundings) -> Resolved:
    day = resolve(spec.base, around).day if spec.base else around.published
    if day is None:
        return none("range")
    saturday = day.toordinal() - day.weekday() + 5
    if spec.rule == "beside" and not day.weekday():
        saturday -= 7
    if spec.rule == "last":
        saturday -= 7
    elif spec.rule == "next":
        saturday += 7
    elif spec.base:
        pass
    elif not spec.rule and around.tense() not in TO_COME and day.weekday() < 5:
        saturday -= 7
    first, second = calendar.text("day", saturday), calendar.text("day", saturday + 1)
    start = calendar.first_day("day", saturday)
    return Resolved(f"{first}/{second}", "range", "", "", start, "day")


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


def _range(spec: Spec, around: Surroundings) -> Resolved:
    if spec.base is None or spec.to is None:
        return _half_open(spec, around)
    first, last = _ends(spec.base, spec.to, around)
    if first.value is None or last.value is None or "/" in first.value + last.value:
        return none("range")
    mod = last.mod or first.mod
    return Resolved(f"{first.value}/{last.value}", "range", mod, "", first.day, first.unit)


def _half_open(spec: Spec, around: Surroundings) -> Resolved:
    end = spec.base or spec.to
    assert end is not None
    if spec.base is None and around.tense() != "past":
        around = around._replace(tense=lambda: "future")
    if spec.base is not None and (
        spec.rule == "past" or around.tense() in ("scheduled", "present")
    ):
        around = around._replace(tense=lambda: "past")
    found = resolve(end, around)
    if found.value is None:
        return none("range")
    if spec.rule != "past" and _is_long_past(end, found, around):
        found = resolve(end, around._replace(tense=lambda: "future"))
    start, _, last = (found.value or "").partition("/")
    value = f"{start}/.." if spec.base else f"../{last or start}"
    return Resolved(value, "range", found.mod, "", found.day, found.unit)


def _is_long_past(end: Spec, found: Resolved, around: Surroundings) -> bool:
    """Tell whether a day without a year would be nearly a year ago, and soon comes again.

    Who is arrested until 14 August is so until the next one, though the verb is in the past.
    """
    if end.kind != "date" or not end.day or end.year or end.shift is not None:
        return False
    return is_long_past(found.day, around.published)


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
        if around.tense() == "present":
            around = around._replace(tense=lambda: "past")
        start = resolve(first, around)
        if start.day is None or last.day is None:
            return start, none("day")
        ahead = (last.day - start.day.isoweekday()) % 7
        return start, of_unit("day", start.day.toordinal() + ahead)
    yearless = first.kind in ("date", "cyclic") and first.year is None and first.shift is None
    if first.kind == last.kind == "day_of_month" or not yearless:
        start = resolve(first, around)
        dated = start.unit == "day" and last.kind in ("date", "cyclic", "named")
        if (
            (dated or last.kind == first.kind)
            and last.year is None
            and last.shift is None
            and start.day
        ):
            return start, _after(last, start, around)
        return start, resolve(last, around)
    if last.kind == first.kind and (last.year is not None or last.shift is not None):
        end = resolve(last, around)
        return (_before(first, end, around) if end.day else none("day")), end
    if last.kind == "unit":
        # С 18 ноября до конца месяца: the last such day before the unit ends.
        end = resolve(last, around)
        if end.day is None:
            return none("day"), end
        after = calendar.first_day(end.unit, calendar.index(end.unit, end.day) + 1)
        return _before(first, end._replace(day=after), around), end
    if around.published and last.kind == first.kind:
        return _both_yearless(first, last, around)
    return resolve(first, around), resolve(last, around)


def _both_yearless(first: Spec, last: Spec, around: Surroundings) -> tuple[Resolved, Resolved]:
    tense = around.tense()
    if tense in TO_COME:
        start = resolve(first, around)
        end = resolve(last, around)
        if end.day and start.day and end.day < start.day:
            # What goes on already will end.
            start = _before(first, end, around)
        return start, end
    end = resolve(last, around)
    if tense != "past" and around.published and end.day:
        later = resolve(last, around._replace(tense=lambda: "future"))
        start = _before(first, later, around) if later.day else none("day")
        near = start.day and (start.day - around.published).days <= 31
        if near and start.day and later.day and later.day >= around.published:
            return start, later
    return (_before(first, end, around) if end.day else none("day")), end


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
    if spec.kind not in ("date", "cyclic", "named") or (spec.kind == "date" and spec.month is None):
        return resolve(spec, around)
    found = _with_year(spec, start.day.year, around)
    if found.day is not None and found.day < start.day:
        found = _with_year(spec, start.day.year + 1, around)
    return found


_RULES: dict[str, Rule] = {
    **RULES,
    "day_of_month": _day_of_month,
    "clock": _clock,
    "weekend": _weekend,
    "days_of_month": _days_of_month,
    "before": _day_before,
    "counted": _counted_from,
    "unit_of": _unit_of,
    "week_of_month": _week_of_month,
    "range": _range,
}
