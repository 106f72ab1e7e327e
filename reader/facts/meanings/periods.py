"""Months, years, seasons, quarters, and what is longer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reader.facts import calendar
from reader.facts.grammar import Match
from reader.facts.meanings.common import UNITS, Made, as_item, fixed, year_of
from reader.facts.time_specs import Spec

_OF_YEAR = frozenset(("quarter", "half"))
_RULES = {-2: "before_last", -1: "last", 0: "this", 1: "next"}


def _month(match: Match) -> Made:
    return as_item("tmon", "date", month=match.first("month", "monthadj"), **year_of(match))


def _rel_month(match: Match) -> Made:
    rule = _RULES.get(match.first("rel", "prevrel"))
    if rule is None:
        return None
    return as_item("tmon", "cyclic", unit="month", number=match.first("month") - 1, rule=rule)


def _month_range(match: Match) -> Made:
    said = year_of(match)
    first, last = match.all("month")
    return as_item(
        "tspan",
        "range",
        base=Spec("date", month=first),
        to=Spec("date", month=last, **said),
    )


def _of_year(match: Match) -> Made:
    year = match.first("year", "ord", "int", "card", "day")
    if match.has("yr") and year > 2199:
        return None  # 3 400 г of weight
    return as_item("tyear", "date", year=int(year)) if 100 <= year < 10000 else None


def _year_bc(match: Match) -> Made:
    year = match.first("year", "int", "day", "ord")
    before = match.has("bc", "era3") or (match.has("till") and match.has("era", "era1"))
    return fixed("tyear", f"{'-' if before else ''}{year:04}", "year") if year < 10000 else None


def _year_range(match: Match) -> Made:
    first, last = match.all("year", "day", "int")
    if last < 100:
        last += first // 100 * 100
    if first >= last:
        return None
    return fixed("tspan", f"{first:04}/{last:04}", "range")


def _school_year(match: Match) -> Made:
    year = match.first("years")
    return fixed("tspan", f"{year:04}/{year + 1:04}", "range")


def _season(match: Match) -> Made:
    return _season_of(match, year_of(match))


def _season_of(match: Match, said: dict[str, Any], rule: str = "") -> Made:
    number = calendar.season(match.first("season", "fall"), 0)
    if rule:
        said = {"rule": rule}
    return as_item("tunit", "cyclic", unit="season", number=number, **said)


def _season_years(match: Match) -> Made:
    years = match.first("years")
    if years is None:
        first, second = match.all("year", "day", "int")
        if second % 100 != (first + 1) % 100:
            return None
        years = first
    later = match.first("season", "fall") in ("WI", "SP", "SU")
    return _season_of(match, {"year": years + later})


def _past_season(match: Match) -> Made:
    """This past spring."""
    return _season_of(match, {}, "last")


def _past_month(match: Match) -> Made:
    return as_item("tmon", "cyclic", unit="month", number=match.first("month") - 1, rule="last")


def _last_half(match: Match) -> Made:
    """The last half of 1989."""
    if match.first("rel", "final") != -1:
        return None
    return nth_of_year("half", 2, year_of(match) or {"shift": 0})


def _rel_season(match: Match) -> Made:
    rule = _RULES.get(match.first("rel", "relp", "near", "prevrel"))
    return _season_of(match, {}, rule) if rule else None


def _part_of_year(match: Match) -> Made:
    """A quarter or a half of a year."""
    unit = match.first("unit", "units", "qunit", "qabbr")
    if unit is None and match.has("half"):
        unit = "half"
    if unit not in _OF_YEAR:
        return None
    number = match.first("ord", "roman", "day", "card")
    return nth_of_year(unit, number, year_of(match))


def _part_of_list(match: Match) -> Made:
    """The first and second quarters: of the first, the rest comes with the second."""
    unit = next((item for item in match.after if item.name in (*UNITS, "qabbr")), None)
    if unit is None or unit.value not in _OF_YEAR:
        return None
    at = list(match.after).index(unit)
    following = Match("", match.after[at : at + 6], ())
    numbers = [i.value for i in match.after[:at] if i.name in ("ord", "roman", "day", "card")]
    number = match.first("ord", "roman", "day", "card")
    said = year_of(following)
    first = nth_of_year(unit.value, number, said)
    last = nth_of_year(unit.value, numbers[-1], said) if numbers else None
    if first is None or last is None:
        return None
    return first[0], first[1]._replace(to=last[1])


def nth_of_year(unit: str, number: int, said: dict[str, Any]) -> Made:
    if not 1 <= number <= calendar.PER_YEAR[unit]:
        return None
    return as_item("tunit", "cyclic", unit=unit, number=int(number) - 1, **said)


def _q_of_year(match: Match) -> Made:
    """Q3 2025, H1."""
    unit, number = match.first("qcode")
    return nth_of_year(unit, number, year_of(match))


def _half_of_year(match: Match) -> Made:
    said = year_of(match)
    if not said:
        said = {"shift": 0}
    return nth_of_year("half", match.first("ord"), said)


def _units_of_year(match: Match) -> Made:
    """The first nine months of 2025, the last two quarters of the year."""
    unit, count = match.first(*UNITS), match.first("card", "day")
    if unit not in ("month", "quarter") or not 1 < count < calendar.PER_YEAR[unit]:
        return None
    first = match.first("ord", "ordp") == 1
    if not first and match.first("rel", "relp", "past") != -1:
        return None
    start = 0 if first else calendar.PER_YEAR[unit] - int(count)
    said = year_of(match) or {"shift": 0}
    ends = (
        Spec("cyclic", unit=unit, number=number, **said)
        for number in (start, start + int(count) - 1)
    )
    return as_item("tspan", "range", base=next(ends), to=next(ends))


def _months_of_year(match: Match) -> Made:
    """Девять месяцев 2025 года: its first nine."""
    unit, count = match.first(*UNITS), match.first("card", "day", "coll")
    said = year_of(match)
    if unit != "month" or not said or not 1 < count < calendar.PER_YEAR[unit]:
        return None
    ends = (Spec("cyclic", unit=unit, number=number, **said) for number in (0, int(count) - 1))
    return as_item("tspan", "range", base=next(ends), to=next(ends))


def _week_of_month(match: Match) -> Made:
    """The second week of October: one of the calendar, or days 8 to 14."""
    unit = match.first(*UNITS, "tendays")
    number = match.first("ord")
    month = match.first("month")
    base = Spec("date", month=month, **year_of(match))
    if unit == "decade" and 1 <= number <= 3:
        # Третья декада сентября: ten days, or what is left of the month.
        amount = 10 if number < 3 else 11
        first = (number - 1) * 10 + 1
        return as_item("tspan", "days_of_month", number=first, amount=amount, base=base)
    if unit != "week" or not 2 <= number <= 4:
        return None
    return as_item("tunit", "week_of_month", number=int(number), base=base)


def _unit_before_last(match: Match) -> Made:
    """The week before last."""
    unit = match.first(*UNITS)
    if match.first("rel") != -1:
        return None
    if match.has("part"):
        base = Spec("unit", unit="day", shift=-2)
        return as_item("tpart", "clock", value=match.first("part"), base=base)
    if match.has("season", "fall"):
        return _season_of(match, {}, "before_last")
    if unit in ("day", "half", "hour", "minute", "second"):
        return None
    name = "tyear" if unit == "year" else "tunit"
    return as_item(name, "unit", unit=unit, shift=-2)


def _last_of_year(match: Match) -> Made:
    """The last quarter of a year."""
    unit = match.first(*UNITS, "qabbr")
    if unit not in _OF_YEAR or match.first("rel", "relp", "final") != -1:
        return None
    return nth_of_year(unit, calendar.PER_YEAR[unit], year_of(match) or {"shift": 0})


def _half_alone(match: Match) -> Made:
    return nth_of_year("half", match.first("ord"), {})


def _fiscal_too(match: Match) -> Made:
    """Fiscal years 2026 and 2027: the second."""
    return fixed("tyear", f"FY{match.first('year'):04}", "fiscal-year")


def _fiscal(match: Match) -> Made:
    year = match.first("year")
    if year is None:
        year = match.first("day", "int", "code")
        if not isinstance(year, int) or 99 < year < 1990 or year > 2199:
            return None
        year += 2000 if year < 100 else 0
        if match.items[-1].end - match.items[-1].start > 4:
            return fixed("tspan", f"{year:04}/{year + 1:04}", "range")  # FY2024/25
    return fixed("tyear", f"FY{year:04}", "fiscal-year")


def _decade(match: Match) -> Made:
    year = match.first("year")
    if year % 10:
        return None
    return fixed("tunit", f"{year // 10:03}X", "decade")


def _decade_short(match: Match) -> Made:
    tens = match.first("int", "day", "ordp", "ord")
    if tens == 2000:
        return fixed("tunit", "200X", "decade")
    if tens % 10 or not 10 <= tens <= 90:
        return None
    return fixed("tunit", f"{20 if tens == 10 else 19}{tens // 10}X", "decade")


def _decades(match: Match) -> Made:
    """1960–1970-е годы, 80–90-е."""
    ends = []
    for number in match.all("year", "int", "day"):
        if number % 10 or (number < 100 and not 10 <= number <= 90):
            return None
        tens = number // 10
        ends.append(f"{tens:03}X" if number >= 1000 else f"{20 if tens == 1 else 19}{tens}X")
    first, last = ends
    return fixed("tspan", f"{first}/{last}", "range") if first < last else None


def _decade_of_century(match: Match) -> Made:
    numbers = match.all("int", "day", "ordp", "roman", "ord")
    if (
        not (match.items[-1].value == "century" or match.has("cent", "in"))
        or numbers[0] % 10
        or not 10 <= numbers[0] <= 90
    ):
        return None
    return fixed("tunit", f"{numbers[-1] - 1:02}{numbers[0] // 10}X", "decade")


def _decade_of_rel_century(match: Match) -> Made:
    """Тридцатые годы прошлого века."""
    tens = match.first("int", "day", "ordp")
    century = _THIS_CENTURY + match.first("rel")
    if match.items[-1].value != "century" or tens % 10 or not 10 <= tens <= 90:
        return None
    return fixed("tunit", f"{century}{tens // 10}X", "decade")


_THIS_CENTURY = 20


def _is_century(match: Match) -> bool:
    return match.has("cent", "in") or match.first(*UNITS) == "century"


def _century(match: Match) -> Made:
    number = match.first("roman", "ord", "day", "int")
    return fixed("tunit", _century_text(match, number), "century") if _is_century(match) else None


def _century_of_list(match: Match) -> Made:
    """The 19th and early 20th centuries: of the first, the word comes with the second."""
    unit = next((i for i in match.after if i.name in (*UNITS, "cent")), None)
    if unit is None or (unit.name != "cent" and unit.value != "century"):
        return None
    number = match.first("roman", "ord", "day")
    return fixed("tunit", _century_text(match, number), "century")


def _century_text(match: Match, number: int) -> str | None:
    if not 1 <= number <= 99:
        return None
    return f"{'-' if match.has('till', 'bc') else ''}{number - 1:02}XX"


def _centuries(match: Match) -> Made:
    if not _is_century(match):
        return None
    first, last = (_century_text(match, n) for n in match.all("roman", "ord", "day", "int"))
    return fixed("tspan", f"{first}/{last}", "range") if first and last else None


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
    return as_item("tspan", "since_start", unit="year")


MEANINGS: dict[str, Callable[[Match], Made]] = {
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
    "past_season": _past_season,
    "past_month": _past_month,
    "last_half": _last_half,
    "part_of_year": _part_of_year,
    "part_of_list": _part_of_list,
    "months_of_year": _months_of_year,
    "q_of_year": _q_of_year,
    "half_of_year": _half_of_year,
    "fiscal": _fiscal,
    "fiscal_too": _fiscal_too,
    "last_of_year": _last_of_year,
    "half_alone": _half_alone,
    "decades": _decades,
    "century_of_list": _century_of_list,
    "units_of_year": _units_of_year,
    "week_of_month": _week_of_month,
    "unit_before_last": _unit_before_last,
    "decade": _decade,
    "first_units": _first_units,
    "year_to_date": _year_to_date,
    "decade_short": _decade_short,
    "decade_of_century": _decade_of_century,
    "decade_of_rel_century": _decade_of_rel_century,
    "century": _century,
    "centuries": _centuries,
}
