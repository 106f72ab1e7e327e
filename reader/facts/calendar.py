"""Units of the calendar: every day lies in one of each, and each is counted from the beginning.

A winter bears the year in which it ends; a week is one of ISO 8601.
"""

from __future__ import annotations

from datetime import date, timedelta

UNITS = ("day", "week", "month", "quarter", "season", "half", "year", "decade", "century")
PER_YEAR = {"month": 12, "quarter": 4, "season": 4, "half": 2}
_SEASONS = ("WI", "SP", "SU", "FA")
_LAST_YEAR = 9999


def index(unit: str, day: date) -> int:
    """Return the number of the unit that a day lies in."""
    match unit:
        case "day":
            return day.toordinal()
        case "week":
            return (day.toordinal() - 1) // 7
        case "season":
            return day.year * 4 + day.month // 3
        case "year":
            return day.year
        case "decade":
            return day.year // 10
        case "century":
            return day.year // 100
    per_year = PER_YEAR[unit]
    return day.year * per_year + (day.month - 1) * per_year // 12


def text(unit: str, number: int) -> str | None:
    """Write a unit as ISO 8601 and TimeML do; ``None`` for one outside the years 1 to 9999."""
    year = number // PER_YEAR.get(unit, 1)
    match unit:
        case "day":
            if not 1 <= number <= date.max.toordinal():
                return None
            return date.fromordinal(number).isoformat()
        case "week":
            if not 0 <= number * 7 + 1 <= date.max.toordinal() - 7:
                return None
            year, week, _ = date.fromordinal(number * 7 + 1).isocalendar()
            return f"{year:04}-W{week:02}"
        case "decade":
            return f"{number:03}X" if 0 < number < 1000 else None
        case "century":
            return f"{number:02}XX" if 0 <= number < 100 else None
    if not 1 <= year <= _LAST_YEAR:
        return None
    part = number % PER_YEAR.get(unit, 1)
    match unit:
        case "month":
            return f"{year:04}-{part + 1:02}"
        case "quarter":
            return f"{year:04}-Q{part + 1}"
        case "half":
            return f"{year:04}-H{part + 1}"
        case "season":
            return f"{year:04}-{_SEASONS[part]}"
    return f"{year:04}"


def season(name: str, year: int) -> int:
    """Return the number of a season, such as ``WI``, that bears a year."""
    return year * 4 + _SEASONS.index(name)


def first_day(unit: str, number: int) -> date | None:
    """Return the day with which a unit begins."""
    try:
        match unit:
            case "day":
                return date.fromordinal(number)
            case "week":
                return date.fromordinal(number * 7 + 1)
            case "season":
                year, part = divmod(number, 4)
                return date(year, 3 * part, 1) if part else date(year - 1, 12, 1)
            case "year":
                return date(number, 1, 1)
            case "decade":
                return date(number * 10, 1, 1)
            case "century":
                return date(number * 100, 1, 1)
        per_year = PER_YEAR[unit]
        year, part = divmod(number, per_year)
        return date(year, part * 12 // per_year + 1, 1)
    except (ValueError, OverflowError):
        return None


def shifted(day: date, days: int) -> date | None:
    """Return a day some days after ``day``, or before it."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def easter(year: int, *, orthodox: bool = False) -> date:
    """Return Easter Sunday: of the Gregorian calendar, or of the Julian one, as Gregorian date."""
    golden = year % 19
    if orthodox:
        moon = (19 * golden + 15) % 30
        weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        month, day = divmod(moon + weekday + 114, 31)
        return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
    century, _rest = divmod(year, 100)
    leap = century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15
    moon = leap % 30
    moon -= moon // 28 * (1 - moon // 28 * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    shift = moon - weekday
    month = 3 + (shift + 40) // 44
    return date(year, month, shift + 28 - 31 * (month // 4))


def named(rule: str, year: int) -> date | None:
    """Return the day of a rule in a year.

    ``MM-DD``, the last day of a month as the zeroth; ``N-WEEKDAY-MM``, the last of a month as the
    fifth; ``easter``, ``orthodox``; each with ``+SHIFT`` days after it.
    """
    if rule.startswith(("easter", "orthodox")):
        name, sign, shift = rule.replace("-", "+-").partition("+")
        return easter(year, orthodox=name == "orthodox") + timedelta(days=int(shift or sign or 0))
    rule, _, shift = rule.partition("+")
    if shift:
        day = named(rule, year)
        return day + timedelta(days=int(shift)) if day else None
    parts = [int(part) for part in rule.split("-")]
    if len(parts) == 2 and not parts[1]:
        return date(year + parts[0] // 12, parts[0] % 12 + 1, 1) - timedelta(days=1)
    if len(parts) == 2:
        return date(year, *parts) if parts != [2, 29] else None
    count, weekday, month = parts
    if count == 5:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))
