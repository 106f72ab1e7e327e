"""Times that are made of two: a day and an hour, a range, a part of a year."""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.facts.grammar import Match
from reader.facts.meanings.common import Made, as_item, specs
from reader.facts.time_specs import Spec


def _part_of(match: Match) -> Made:
    item = match.items[-1]
    spec: Spec = item.value
    if spec.mod:
        return None
    return item.name, spec._replace(mod=match.first("beg", "lateday", "firsts"))


def _half_of(match: Match) -> Made:
    """The first half of March, of the 1990s: the whole of it, since no value says which half."""
    item = match.items[-1]
    if item.value.mod or item.value.kind == "range" or match.first("ord") > 2:
        return None
    return item.name, item.value


def _eve_of(match: Match) -> Made:
    base = specs(match)[0]
    return "tday", Spec("before", base=base)


def _on(match: Match, *, clock: bool) -> Made:
    base, at = None, None
    for spec in specs(match):
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
    if any(spec.clock for spec in specs(match)):
        return _on(match, clock=True)
    return _on(match, clock=False)


def _night_before(match: Match) -> Made:
    """В ночь на 10 февраля: the night with which that day begins."""
    if match.first("tpart").value != "NI" or match.first("tpart").base:
        return None
    return "tpart", Spec("clock", value="NI", base=specs(match)[-1])


def _midnight_between(match: Match) -> Made:
    """Полночь с воскресенья на понедельник: the hour with which the second day begins."""
    clock = match.first("tclk")
    if clock.clock is None or clock.clock[0] or clock.base:
        return None
    return "tclk", clock._replace(base=specs(match)[-1])


def _night_of_days(match: Match) -> Made:
    """The night of 1-2 October: the one with which the second day begins."""
    part, days = specs(match)
    if part.value not in ("EV", "NI") or part.clock or part.base:
        return None
    if days.kind != "range" or days.to is None or not days.to.day:
        return None
    return "tpart", Spec("clock", value="NI", base=days.to)


def _night_of_two(match: Match) -> Made:
    """The night from Friday to Saturday, Friday to Saturday night."""
    part = match.first("tpart")
    if part.value not in ("EV", "NI") or part.clock or part.base:
        return None
    return "tpart", Spec("clock", value="NI", base=specs(match)[-1])


def _hours_on(match: Match) -> Made:
    """From 8 to 9 a.m. on Thursday: hours of that day."""
    hours, day = specs(match)
    first, last = hours.base, hours.to
    if first is None or last is None or (first.kind, last.kind) != ("clock", "clock"):
        return None
    return "trange", hours._replace(base=first._replace(base=day), to=last._replace(base=day))


def _clock_on_part(match: Match) -> Made:
    """At 9 on Saturday morning."""
    clock, day, part = specs(match)
    if clock.clock is None or clock.base or part.clock:
        return None
    hour, minute, second = clock.clock
    hour += 12 if hour < 12 and part.value in ("AF", "EV") else 0
    return "tclk", clock._replace(clock=(hour, minute, second), base=day)


def _one_day(match: Match) -> Made:
    """A weekday, or a named day, and its date."""
    first, second = specs(match)[:2]
    kinds = first.kind, second.kind
    if "weekday" in kinds or "named" in kinds:
        dated = second if first.kind in ("weekday", "named") else first
        if dated.kind in ("date", "fixed", "unit", "named") and kinds != ("named", "named"):
            weekday = next((each.day for each in (first, second) if each.kind == "weekday"), None)
            return "tday", dated._replace(weekday=weekday or 0)
    return None


def _weekday_in_week(match: Match) -> Made:
    day, week = specs(match)
    if week.unit != "week" or week.kind != "unit":
        return None
    return "twd", Spec("weekday", day=day.day, rule="week", shift=week.shift)


def _range(match: Match) -> Made:
    first, last = specs(match)[:2]
    if first.kind == "range" or last.kind == "range":
        return None
    return as_item("trange", "range", base=first, to=last)


def _dash_range(match: Match) -> Made:
    first, last = specs(match)[:2]
    alike = first.kind == last.kind or {first.kind, last.kind} <= {"date", "cyclic"}
    if not alike or first.kind not in ("date", "weekday", "clock", "cyclic"):
        return None
    if first.base and (first.kind != "clock" or last.base):
        return None
    return _range(match)


def _until(match: Match) -> Made:
    to = specs(match)[-1]
    return None if to.kind == "range" else as_item("trange", "range", to=to)


def _since(match: Match) -> Made:
    base = specs(match)[-1]
    if base.kind == "range":
        return None
    if base.mod == "start" and base.kind == "unit" and base.shift == 0:
        return as_item("trange", "since_start", unit=base.unit)
    rule = "past" if match.first("since") is not None and match.has("since") else ""
    return as_item("trange", "range", base=base, rule=rule)


def _until_part(match: Match) -> Made:
    """Until the end of 2027; not until the 2027 vote."""
    return _until(match) if specs(match)[-1].mod else None


def _since_part(match: Match) -> Made:
    return _since(match) if specs(match)[-1].mod else None


def _counted_from(match: Match) -> Made:
    """Two days after 5 May, за неделю до Нового года: a day of its own."""
    found = _LENGTH.fullmatch(match.first("tdur").value)
    base = specs(match)[-1]
    if found is None or match.first("tdur").rule == "adjective" or base.mod:
        return None
    unit = {"D": "day", "W": "week", "M": "month", "Y": "year"}[found[2]]
    if unit not in _COUNTED_IN.get(match.items[-1].name, unit):
        return None
    direction = 1 if match.has("after", "from") else -1
    return as_item(
        "tday" if unit == "day" else "tunit",
        "counted",
        unit=unit,
        amount=float(found[1]),
        shift=direction,
        base=base,
    )


def _day_after(match: Match) -> Made:
    """The day after Christmas, на следующий день после Рождества."""
    first, base = match.items[0].value, specs(match)[-1]
    unit = first if isinstance(first, str) else first.unit
    if unit not in ("day", "week") or base.mod:
        return None
    if isinstance(first, Spec) and (first.kind, first.shift) != ("same", 1):
        return None
    return as_item(
        "tday" if unit == "day" else "tunit",
        "counted",
        unit=unit,
        shift=1 if match.has("after") else -1,
        base=base,
    )


_COUNTED_IN = {"tyear": "year", "tmon": "month year"}
"""In which units is counted from what is no day."""
_LENGTH = re.compile(r"P(\d+)([DWMY])")


def _weekend_of(match: Match) -> Made:
    """The weekend of 7 February, the weekend of 7–8 February."""
    weekend, base = specs(match)
    if weekend.kind != "weekend" or weekend.rule:
        return None
    if base.kind == "range":
        return "tspan", base
    return as_item("tspan", "weekend", base=base)


def _week_of(match: Match) -> Made:
    """The week of 9 February."""
    if match.first("unit") != "week":
        return None
    return as_item("tunit", "unit_of", unit="week", base=specs(match)[-1])


def _hours_of(match: Match) -> Made:
    """The early hours of Tuesday."""
    if (
        not match.has("beg", "lateday")
        or match.first("units") != "hour"
        or match.first("beg", "lateday") != "start"
    ):
        return None
    return "tpart", Spec("clock", value="NI", base=specs(match)[0])


def _named_weekend(match: Match) -> Made:
    """Labor Day weekend: that of the day, or the one before its Monday."""
    day, weekend = specs(match)
    if weekend.kind != "weekend" or weekend.rule:
        return None
    return as_item("tspan", "weekend", base=day, rule="beside")


def _late_on(match: Match) -> Made:
    """Late on Friday, early Monday."""
    part = {"end": "EV", "start": "MO"}.get(match.first("beg", "lateday"))
    return ("tpart", Spec("clock", value=part, base=specs(match)[-1])) if part else None


def _clock_part(match: Match) -> Made:
    """6:30 this morning, 6:30 in the evening."""
    clock, part = specs(match)[:2]
    if clock.clock is None or part.clock is not None:
        return None
    hour, minute, second = clock.clock
    if hour < 12 and part.value in ("AF", "EV"):
        hour += 12
    return "tclk", clock._replace(clock=(hour, minute, second), base=part.base or clock.base)


def _plain_range(match: Match) -> Made:
    first, last = specs(match)[:2]
    if first.kind != last.kind or first.kind not in ("date", "weekday", "clock", "cyclic"):
        return None
    return _range(match)


def _not_later(match: Match) -> Made:
    return _since(match) if match.has("earlier") else _until(match)


MEANINGS: dict[str, Callable[[Match], Made]] = {
    "late_on": _late_on,
    "day_after": _day_after,
    "half_of": _half_of,
    "counted_from": _counted_from,
    "weekend_of": _weekend_of,
    "named_weekend": _named_weekend,
    "week_of": _week_of,
    "part_of": _part_of,
    "hours_of": _hours_of,
    "clock_part": _clock_part,
    "plain_range": _plain_range,
    "not_later": _not_later,
    "eve_of": _eve_of,
    "clock_on": _clock_on,
    "part_on": _part_on,
    "night_before": _night_before,
    "night_of_days": _night_of_days,
    "night_of_two": _night_of_two,
    "hours_on": _hours_on,
    "clock_on_part": _clock_on_part,
    "until_part": _until_part,
    "since_part": _since_part,
    "midnight_between": _midnight_between,
    "one_day": _one_day,
    "weekday_in_week": _weekday_in_week,
    "range": _range,
    "dash_range": _dash_range,
    "until": _until,
    "since": _since,
}
