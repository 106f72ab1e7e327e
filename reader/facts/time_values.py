"""The value of a time that is told by itself: from publication, or from the day named before it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from reader.facts import calendar
from reader.facts.time_specs import Spec, duration

TO_COME = ("future", "scheduled")


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


def none(precision: str) -> Resolved:
    return Resolved(None, precision)


def of_unit(unit: str, number: int) -> Resolved:
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
        if _is_over(spec, around) and around.named:
            return around.named.year + 1
        return around.published.year + spec.shift if around.published else None
    return None


def _is_over(spec: Spec, around: Surroundings) -> bool:
    """Tell whether a next year is that after the one that the sentence has named: it is over."""
    if spec.shift != 1 or around.published is None or around.named is None:
        return False
    return around.named.year < around.published.year and around.tense() == "past"


def _date(spec: Spec, around: Surroundings) -> Resolved:
    unit = "day" if spec.day else "month" if spec.month else "year"
    year = _year(spec, around)
    if year is None:
        if spec.shift is not None or around.published is None:
            return none(unit)
        if spec.month is None:
            return none(unit)
        year = _year_by_tense(spec, around)
        if year is None:
            return none(unit)
    if unit == "year":
        return of_unit("year", year)
    if unit == "month":
        return of_unit("month", year * 12 + (spec.month or 1) - 1)
    return day_of(year, spec.month or 1, spec.day or 1)


def day_of(year: int, month: int, day: int) -> Resolved:
    try:
        found = date(year, month, day)
    except (ValueError, OverflowError):
        return none("day")
    return Resolved(found.isoformat(), "day", "", "", found, "day")


def _year_by_tense(spec: Spec, around: Surroundings) -> int | None:
    published = around.published
    assert published is not None
    month = spec.month or 1
    unit = "day" if spec.day else "month"

    def fits(year: int) -> bool:
        return not spec.day or day_of(year, month, spec.day).value is not None

    this = (published.month, published.day if unit == "day" else 0)
    that = (month, spec.day or 0 if unit == "day" else 0)
    if spec.weekday and spec.day:
        # Saturday, April 25: of the years beside, the one in which that is one.
        for year in (published.year, published.year - 1, published.year + 1):
            found = day_of(year, month, spec.day).day
            if found and found.isoweekday() == spec.weekday and abs((found - published).days) < 250:
                return year
    tense = "past" if spec.rule == "last" else around.tense()
    if spec.rule == "nearest" or tense == "nearest":
        return _nearest_year(published, month, spec.day or 1)
    past = range(published.year - (that > this), max(published.year - 9, 0), -1)
    to_come = range(published.year + (that < this), published.year + 9)
    years = to_come if tense in TO_COME else past
    if tense == "present" and spec.day:
        year = next((year for year in past if fits(year)), published.year)
        years = to_come if is_long_past(day_of(year, month, spec.day).day, published) else past
    return next((year for year in years if fits(year)), None)


def is_long_past(day: date | None, published: date | None) -> bool:
    """Tell whether a day lies so far back that it is sooner met again than looked back to."""
    if day is None or published is None:
        return False
    return _LONG_AGO < (published - day).days < _YEAR


_LONG_AGO, _YEAR = 275, 366
"""Days: three months ahead are nearer than nine behind."""


def _nearest_year(published: date, month: int, day: int) -> int | None:
    """Return the year in which a day lies nearest to publication, before it or after it."""
    days = [day_of(published.year + shift, month, day).day for shift in (-1, 0, 1)]
    known = [each for each in days if each is not None]
    return min(known, key=lambda each: abs(each - published)).year if known else None


def day_by_tense(spec: Spec, around: Surroundings) -> Resolved:
    """Return the last such day of a month up to publication, or the next one from it on."""
    published = around.published
    if published is None:
        return none("day")
    ahead = around.tense() in TO_COME
    number = calendar.index("month", published)
    for month in range(number, number + 12 if ahead else max(number - 12, 12), 1 if ahead else -1):
        found = day_of(month // 12, month % 12 + 1, spec.day or 1)
        if found.day and (found.day >= published if ahead else found.day <= published):
            return found
    return none("day")


def _weekday(spec: Spec, around: Surroundings) -> Resolved:
    day = around.published
    if day is None or spec.day is None:
        return none("day")
    rule = spec.rule
    if rule == "week":
        start = day.toordinal() - day.weekday() + 7 * (spec.shift or 0)
        return of_unit("day", start + spec.day - 1)
    back = (day.isoweekday() - spec.day) % 7
    ahead = (spec.day - day.isoweekday()) % 7
    if rule == "joined" and around.named is not None:
        number = around.named.toordinal() + ((spec.day - around.named.isoweekday()) % 7 or 7)
        if number > day.toordinal() >= around.named.toordinal() and around.tense() == "past":
            number = day.toordinal() - back  # on Friday and Thursday
    elif rule == "last":
        number = day.toordinal() - (back or 7)
    elif rule == "before_last":
        number = day.toordinal() - (back or 7) - 7
    elif rule == "near":
        number = day.toordinal() + (ahead or 7)
    else:
        tense = around.tense()
        to_come = tense in (*TO_COME, "present") or (tense == "nearest" and ahead < back)
        number = day.toordinal() + ahead if to_come else day.toordinal() - back
    return of_unit("day", number)


def _unit(spec: Spec, around: Surroundings) -> Resolved:
    if around.published is None or spec.unit not in calendar.UNITS:
        return none(spec.unit)
    if spec.rule == "narrated" and around.tense() == "past":
        # The next week, in a tale: that after the one that is named.
        same = spec._replace(kind="same", rule="")
        return _same(same, around) if around.named else none(spec.unit)
    if spec.unit == "year" and _is_over(spec, around) and around.named:
        return of_unit("year", around.named.year + 1)
    return of_unit(spec.unit, calendar.index(spec.unit, around.published) + (spec.shift or 0))


def _same(spec: Spec, around: Surroundings) -> Resolved:
    day = around.named or around.published
    if day is None or spec.unit not in calendar.UNITS:
        return none(spec.unit)
    if around.named is None and (spec.shift or 0) > 0 and around.tense() == "past":
        return none(spec.unit)  # the next day of one that isn't named
    if around.named is not None and _is_coarser(around.named_unit, spec.unit):
        return none(spec.unit)  # the same day of a year that is named
    return of_unit(spec.unit, calendar.index(spec.unit, day) + (spec.shift or 0))


def _is_coarser(named: str, unit: str) -> bool:
    """Tell whether a unit that is named has several of another in it."""
    units = calendar.UNITS
    return named in units and unit in units and units.index(named) > units.index(unit)


def counted(day: date | None, spec: Spec) -> Resolved:
    """Return the unit that lies a number of units from a day."""
    unit, count, direction = spec.unit, spec.amount, spec.shift or 1
    if day is None:
        return none(unit)
    if unit == "fortnight":
        unit, count = "week", count * 2
    if count != int(count):
        if unit != "year" or count * 12 != int(count * 12):
            return none(unit)
        unit, count = "month", count * 12
    if count > 10**5:
        return none(unit)
    return of_unit(unit, calendar.index(unit, day) + direction * int(count))


def _ago(spec: Spec, around: Surroundings) -> Resolved:
    return counted(around.published, spec)


def _in(spec: Spec, around: Surroundings) -> Resolved:
    """Return when it will be, or where it is over how long it took."""
    if spec.rule == "took" or around.tense() == "past":
        return Resolved(duration([(spec.amount, spec.unit)]), "duration")
    return counted(around.published, spec)


def _after_it(spec: Spec, around: Surroundings) -> Resolved:
    """Return what lies after the day that was named, or after today if it is to come."""
    if around.tense() in TO_COME and spec.rule != "later":
        return counted(around.published, spec)
    if around.named is not None and not _is_coarser(around.named_unit, spec.unit):
        return counted(around.named, spec)
    if around.tense() == "past" or spec.rule == "later" or around.named is not None:
        # After what, the sentence doesn't say.
        return Resolved(duration([(spec.amount, spec.unit)]), "duration")
    return counted(around.published, spec)


def _shifted(spec: Spec, around: Surroundings) -> Resolved:
    return counted(around.named or around.published, spec)


def _cyclic(spec: Spec, around: Surroundings) -> Resolved:
    unit = spec.unit
    per_year = calendar.PER_YEAR[unit]
    year = _year(spec, around)
    if year is not None:
        return of_unit(unit, year * per_year + spec.number)
    published = around.published
    if published is None or (spec.shift is not None and not spec.rule):
        return none(unit)
    if spec.to is not None and spec.to.number > spec.number:
        # The first and second quarters: of one year, that of the second.
        last = _cyclic(spec.to, around).day
        if last is None:
            return none(unit)
        return of_unit(unit, calendar.index(unit, last) - spec.to.number + spec.number)
    now = calendar.index(unit, published)
    back = (now - spec.number) % per_year
    ahead = (spec.number - now) % per_year
    if spec.rule == "last":
        return of_unit(unit, now - (back or per_year))
    if spec.rule == "before_last":
        return of_unit(unit, now - (back or per_year) - per_year)
    if spec.rule == "next":
        number = now + (ahead or per_year)
        found = of_unit(unit, number)
        if number // per_year == published.year:
            # Next summer may be this year's, or that of the next one.
            return found._replace(other=calendar.text(unit, number + per_year) or "")
        return found
    tense = around.tense()
    if spec.rule == "this" and tense not in ("past", *TO_COME):
        year = published.year + (unit == "season" and spec.number == 0 and published.month > 6)
        return of_unit(unit, year * per_year + spec.number)
    return of_unit(unit, now + ahead if tense in TO_COME else now - back)


def _named(spec: Spec, around: Surroundings) -> Resolved:
    published = around.published
    year = _year(spec, around)
    if year is None and (published is None or spec.shift is not None):
        return none("day")
    if year is not None:
        years = [year]
    else:
        assert published is not None
        years = [published.year + shift for shift in (-1, 0, 1)]
    days = [day for y in years if 1 < y < 9999 and (day := calendar.named(spec.value, y))]
    if not days:
        return none("day")
    if year is None and published is not None:
        if around.tense() in TO_COME:
            days = [day for day in days if day >= published][:1]
        else:
            days = [day for day in days if day <= published][-1:]
    if not days:
        return none("day")
    found = days[0]
    return Resolved(found.isoformat(), "day", "", "", found, "day")


def _window(spec: Spec, around: Surroundings) -> Resolved:
    if around.published is None or spec.unit not in calendar.UNITS:
        return none("range")
    if spec.amount != int(spec.amount) or spec.amount > 10**5:
        return none("range")
    now = calendar.index(spec.unit, around.published)
    first = calendar.text(spec.unit, now + 1)
    last = calendar.text(spec.unit, now + int(spec.amount))
    if spec.amount == 1 and first:
        return of_unit(spec.unit, now + 1)
    return Resolved(f"{first}/{last}" if first and last else None, "range")


def _since_start(spec: Spec, around: Surroundings) -> Resolved:
    published = around.published
    if published is None:
        return none("range")
    start = calendar.first_day(spec.unit, calendar.index(spec.unit, published))
    return Resolved(f"{start}/{published}", "range")


Rule = Callable[[Spec, Surroundings], Resolved]

RULES: dict[str, Rule] = {
    "fixed": _fixed,
    "date": _date,
    "weekday": _weekday,
    "unit": _unit,
    "same": _same,
    "ago": _ago,
    "in": _in,
    "after": _after_it,
    "shifted": _shifted,
    "cyclic": _cyclic,
    "named": _named,
    "window": _window,
    "since_start": _since_start,
}
"""By the kind of the expression."""
