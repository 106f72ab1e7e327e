"""Days of the calendar and of the week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from reader.facts.grammar import Match
from reader.facts.meanings.common import Made, as_item, day_of, fixed, year_of
from reader.facts.time_specs import Spec

_DAYS = ("day", "ord", "card")


def _date(match: Match) -> Made:
    day = day_of(match)
    if not 1 <= day <= 31:
        return None
    return as_item("tday", "date", day=int(day), month=match.first("month"), **year_of(match))


def _iso_day(match: Match) -> Made:
    year, month, day = (int(n) for n in match.all("year", "day", "int", "code"))
    try:
        date(year, month, day)
    except ValueError:
        return None
    return as_item("tday", "date", year=year, month=month, day=day)


def _dots(match: Match) -> Made:
    day: date = match.first("dots")
    return as_item("tday", "date", year=day.year, month=day.month, day=day.day)


def _day_dots(match: Match) -> Made:
    """12.02 before an hour."""
    day, month = divmod(round(match.first("dec2") * 100), 100)
    return as_item("tday", "date", day=day, month=month) if day and 1 <= month <= 12 else None


def _slashes(match: Match, *, month_first: bool = False) -> Made:
    readings: list[date] = list(match.first("slashes"))
    if month_first:
        readings.reverse()
    first = readings[0]
    if len(readings) == 1 or readings[0] == readings[1]:
        return as_item("tday", "date", year=first.year, month=first.month, day=first.day)
    return fixed("tday", first.isoformat(), "day", other=readings[1].isoformat())


def _slashes_month_first(match: Match) -> Made:
    return _slashes(match, month_first=True)


def _day_range(match: Match) -> Made:
    """From a day to a day of one month, which is said once."""
    days = [item for item in match.items if item.name in _DAYS and item.value < 1000]
    if len(days) != 2:
        return None  # a number that is no day
    first, last = (int(item.value) for item in days)
    led = match.has("from", "between", "of")
    if not led and (days[0].name != days[1].name or (days[0].name == "ord" and match.has("dash"))):
        return None  # the second one — on 21 January
    if not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    said = year_of(match)
    month = match.first("month")
    base, to = (Spec("date", day=n, month=month, **said) for n in (first, last))
    return as_item("tspan", "range", base=base, to=to)


def _day_of_list(match: Match) -> Made:
    """A day before others, with which the month is said: 8 и 9 февраля."""
    at = next((i for i, item in enumerate(match.after) if item.name == "month"), None)
    if at is None:
        return None
    following = Match("", match.after[at : at + 4], ())
    return as_item(
        "tday", "date", day=day_of(match), month=match.after[at].value, **year_of(following)
    )


def _tens_of_month(match: Match) -> Made:
    number = match.first("ordp", "int", "day")
    if number not in (1, 10, 20, 2):
        return None
    base = _month_of(match)
    if number in (1, 2):
        return as_item("tspan", "days_of_month", number=1, base=base)
    return as_item("tspan", "days_of_month", number=number, amount=10, base=base)


def _month_of(match: Match) -> Spec:
    """Return the month that is said, or the one counted from publication."""
    month = match.first("month")
    if month is None:
        return Spec("unit", unit="month", shift=match.first("rel") or 0)
    return Spec("date", month=month, **year_of(match))


def _last_of_month(match: Match) -> Made:
    """The last days of a month: its end."""
    if match.first("relp") != -1:
        return None
    base = _month_of(match)
    return "tmon" if base.kind == "date" else "tunit", base._replace(mod="end")


def _day_alone(match: Match) -> Made:
    return as_item("tday", "day_of_month", day=day_of(match))


def _day_told(match: Match) -> Made:
    """On the 20th, 20-го числа: a day, where no month is said."""
    shift = match.first("rel")
    base = None if shift is None else Spec("unit", unit="month", shift=shift)
    return as_item("tday", "day_of_month", day=day_of(match), rule="told", base=base)


def _weekday(match: Match) -> Made:
    return as_item("twd", "weekday", day=match.first("wd"))


def relative_weekday(match: Match) -> Made:
    day = match.first("wd")
    if match.has("near"):
        return as_item("twd", "weekday", day=day, rule="near")
    shift = match.first("rel", "prevrel", "relp")
    if shift == -1:
        return as_item("twd", "weekday", day=day, rule="last")
    return as_item("twd", "weekday", day=day, rule="week", shift=shift)


def _nth_weekday(match: Match) -> Made:
    """The first Sunday in February, последняя пятница мая."""
    number = match.first("ord")
    if number is None:
        if match.first("rel", "relp", "final") != -1:
            return None
        number = 5
    elif number > 4:
        return None
    day = match.first("wd")
    if match.has("every"):
        return fixed("tset", "R/P1M", "set")
    value = f"{number}-{day}-{match.first('month'):02}"
    return as_item("tday", "named", value=value, **year_of(match))


def _nth_day(match: Match) -> Made:
    """The third day of April, последний день октября."""
    if match.first("unit") != "day":
        return None
    number, month = match.first("ord"), match.first("month")
    if number is None:
        if match.first("rel", "relp", "final") != -1:
            return None
        return as_item("tday", "named", value=f"{month:02}-00", **year_of(match))
    if number > 31:
        return None
    return as_item("tday", "date", day=int(number), month=month, **year_of(match))


def _nth_weekend(match: Match) -> Made:
    """The last weekend of May: that of its last Saturday."""
    number = match.first("ord", "ordp")
    if number is None:
        number = 5 if match.first("rel", "relp", "final") == -1 else 0
    if not 1 <= number <= 5:
        return None
    saturday = Spec("named", value=f"{number}-6-{match.first('month'):02}", **year_of(match))
    return as_item("tspan", "weekend", base=saturday)


def _past_weekday(match: Match) -> Made:
    """This past Thursday."""
    return as_item("twd", "weekday", day=match.first("wd"), rule="last")


def _last_date(match: Match) -> Made:
    """Last Oct. 23: the last such day."""
    if match.first("rel", "prevrel") != -1:
        return None
    return as_item("tday", "date", day=day_of(match), month=match.first("month"), rule="last")


def _weekday_of_rel(match: Match) -> Made:
    """The Friday before last."""
    if match.first("rel") != -1:
        return None
    return as_item("twd", "weekday", day=match.first("wd"), rule="before_last")


def _named(match: Match) -> Made:
    return as_item("tnamed", "named", value=match.first("named"), **year_of(match))


def _rday(match: Match) -> Made:
    return as_item("tday", "unit", unit="day", shift=match.first("rday"))


def _eve(match: Match) -> Made:
    return as_item("tday", "same", unit="day", shift=-1)


MEANINGS: dict[str, Callable[[Match], Made]] = {
    "date": _date,
    "iso_day": _iso_day,
    "dots": _dots,
    "day_dots": _day_dots,
    "slashes": _slashes,
    "slashes_month_first": _slashes_month_first,
    "day_range": _day_range,
    "day_of_list": _day_of_list,
    "tens_of_month": _tens_of_month,
    "day_alone": _day_alone,
    "day_told": _day_told,
    "last_of_month": _last_of_month,
    "weekday": _weekday,
    "rel_weekday": relative_weekday,
    "named": _named,
    "nth_weekday": _nth_weekday,
    "nth_weekend": _nth_weekend,
    "nth_day": _nth_day,
    "weekday_of_rel": _weekday_of_rel,
    "past_weekday": _past_weekday,
    "last_date": _last_date,
    "rday": _rday,
    "eve": _eve,
    "weekday_of_rel_week": relative_weekday,
}
