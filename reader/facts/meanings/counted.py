"""Times that are counted from today, or from a day that was named."""

from __future__ import annotations

from collections.abc import Callable

from reader.facts.grammar import Match
from reader.facts.meanings.common import COUNTS, SMALL, UNITS, Made, as_item, count_of, fixed
from reader.facts.time_specs import Spec, duration


def _this_unit(match: Match) -> Made:
    unit = match.first(*UNITS)
    return None if unit in SMALL else as_item("tunit", "unit", unit=unit, shift=0, rule="bare")


def _same_unit(match: Match) -> Made:
    unit = match.first(*UNITS)
    if unit in SMALL:
        return None
    return as_item("tday" if unit == "day" else "tunit", "same", unit=unit, shift=0)


def relative_unit(match: Match) -> Made:
    unit = match.first(*UNITS)
    shift = match.first("rel", "prevrel", "near")
    if unit in SMALL:
        return None
    if unit == "day":
        # The day itself is told by what stands before: the next day, the previous day.
        if shift == -1 and not match.has("prevrel"):
            return None  # the last day of something
        return as_item("tday", "same", unit="day", shift=shift)
    name = "tyear" if unit == "year" else "tweek" if unit == "week" else "tunit"
    if match.has("prevrel"):
        return as_item(name, "same", unit=unit, shift=shift)
    return as_item(name if name != "tweek" else "tunit", "unit", unit=unit, shift=shift)


_HALVES = {"P6M": (6, "month"), "P50Y": (50, "year")}
_YEARS = {"century": 100, "decade": 10}


def _ago(match: Match) -> Made:
    return away(match, "ago", -1)


def _about(made: Made) -> Made:
    """Лет десять назад: about ten."""
    if made is None:
        return None
    name, spec = made
    return name, spec._replace(about=True) if isinstance(spec, Spec) else spec


def _ago_about(match: Match) -> Made:
    return _about(away(match, "ago", -1))


def _through_about(match: Match) -> Made:
    return _about(away(match, "after", 1))


def _through(match: Match) -> Made:
    return away(match, "after", 1)


def _shifted(match: Match) -> Made:
    return away(match, "after", 1) if match.has("later") else away(match, "shifted", -1)


def away(match: Match, kind: str, direction: int) -> Made:
    if match.has("year") and match.has("yunit"):
        return None  # позднее 1500 года: the year, for of years there are 1500 лет
    count, unit = count_of(match), match.first(*UNITS)
    if match.items[0].name == "half":
        count = 0.5
    if unit is None:
        half = match.first("halfunit")
        if half.startswith("PT"):
            return fixed("tdur", half, "duration", rule="inside")
        if half not in _HALVES:
            return None
        count, unit = _HALVES[half]
    if unit in _YEARS and count == 0.5:
        count, unit = _YEARS[unit] / 2, "year"
    if unit in SMALL:
        return fixed("tdur", duration([(count, unit)]), "duration", rule="inside")
    name = "tday" if unit == "day" else "tunit"
    rule = "later" if kind == "after" and match.has("later") and not match.has("through") else ""
    return as_item(name, kind, unit=unit, amount=count, shift=direction, rule=rule)


def _through_what(match: Match) -> Made:
    """Через два дня после прений: how long, and no day."""
    return fixed(
        "tdur", duration([(count_of(match), match.first(*UNITS))]), "duration", rule="inside"
    )


def _last_or_next(match: Match) -> Made:
    count, unit = count_of(match), match.first(*UNITS)
    if match.first("relp", "rel", "past") < 0 or unit in SMALL:
        return fixed("tdur", duration([(count, unit)]), "duration")
    return as_item("tspan", "window", unit=unit, amount=count)


def _relp_unit(match: Match) -> Made:
    shift = match.first("relp", "rel")
    if shift != -1 or match.items[-1].name == "yunitp":
        return None
    return fixed("tdur", duration([(1, match.first(*UNITS))]), "duration")


def _weekend(match: Match) -> Made:
    shift = match.first("rel", "relp", "near")
    rule = "" if shift is None else {-1: "last", 0: "this", 1: "next"}[max(-1, shift)]
    if match.has("near") or (match.has("relp") and shift == 1):
        rule = "this"
    return as_item("tspan", "weekend", rule=rule)


def _past_unit(match: Match) -> Made:
    """The past week, the last month: as long as that, up to now."""
    unit, shift = match.first(*UNITS), match.first("rel", "past")
    if shift != -1:
        if unit == "day":
            return relative_unit(match)
        if unit in SMALL:
            return None
        return as_item(
            "tunit", "unit", unit=unit, shift=shift, rule="narrated" if shift == 1 else ""
        )
    if unit == "day":
        return None
    return fixed("tdur", duration([(1, unit)]), "duration")


def _coming_decade(match: Match) -> Made:
    """Over the next decade: the ten years to come."""
    unit = match.first(*UNITS)
    if unit not in _YEARS or match.first("rel", "past") != 1:
        return None
    return as_item("tspan", "window", unit="year", amount=_YEARS[unit])


def _ago_half(match: Match) -> Made:
    count = float((match.all(*COUNTS) or [1])[0]) + 0.5
    unit = match.first(*UNITS)
    if match.has("later"):
        return as_item("tunit", "after", unit=unit, amount=count, shift=1)
    return as_item("tunit", "ago", unit=unit, amount=count, shift=-1)


def _in_units(match: Match) -> Made:
    """In three days: from now, or where it is over, how long."""
    return away(match, "in", 1)


def _from_now(match: Match) -> Made:
    return away(match, "ago", 1)


def _day_by_day(match: Match) -> Made:
    """The day before yesterday, the day after tomorrow."""
    if match.first("unit", "day") != "day":
        return None
    shift = match.first("rday") + (1 if match.has("after") else -1)
    return as_item("tday", "unit", unit="day", shift=shift)


def _follow_unit(match: Match) -> Made:
    unit = match.first(*UNITS)
    if unit in SMALL:
        return None
    name = "tday" if unit == "day" else "tyear" if unit == "year" else "tunit"
    return as_item(name, "same", unit=unit, shift=1 if match.has("follow") else -1)


def _rel_of_list(match: Match) -> Made:
    """На прошлой и позапрошлой неделях: of the first, the unit comes with the second."""
    unit = next((item.value for item in match.after if item.name in UNITS), None)
    if unit is None or unit in SMALL or unit == "day":
        return None
    name = "tyear" if unit == "year" else "tunit"
    return as_item(name, "unit", unit=unit, shift=match.first("rel"))


def _unit_beside(match: Match, shift: int) -> Made:
    unit = match.first(*UNITS)
    if unit in SMALL:
        return None
    return as_item("tday" if unit == "day" else "tunit", "same", unit=unit, shift=shift)


def _unit_end(match: Match) -> Made:
    """Year-end, the year's end, mid-century."""
    unit = match.first(*UNITS)
    if unit in SMALL or unit == "day":
        return None
    name = "tyear" if unit == "year" else "tunit"
    return as_item(name, "unit", unit=unit, shift=0, mod=match.first("beg", "lateday"))


def _unit_before(match: Match) -> Made:
    return _unit_beside(match, -1)


def _unit_after(match: Match) -> Made:
    return _unit_beside(match, 1)


def _part_of_rel(match: Match) -> Made:
    """Earlier this month, later this year."""
    unit = match.first(*UNITS)
    shift = match.first("rel", "prevrel")
    if unit in SMALL or shift is None:
        return None
    mod = "later" if match.has("later", "late") else "earlier"
    if unit == "day":
        return None
    name = "tyear" if unit == "year" else "tunit"
    return as_item(name, "unit", unit=unit, shift=shift, mod=mod)


def _start_of_unit(match: Match) -> Made:
    unit = match.first(*UNITS)
    if unit in SMALL:
        return None
    return as_item("tunit", "unit", unit=unit, shift=0, mod=match.first("beg", "lateday"))


def _day_shifted(match: Match) -> Made:
    """Днём ранее, днём позже: the word is that of a part of the day, too."""
    if match.first("part") != "AF":
        return None
    if match.has("later"):
        return as_item("tday", "after", unit="day", shift=1)
    return as_item("tday", "shifted", unit="day", shift=-1)


def _relp_long(match: Match) -> Made:
    """The last decade, as a subject: as long as that, up to now."""
    unit = match.first(*UNITS)
    if unit not in ("decade", "century") or match.first("relp") != -1:
        return None
    return fixed("tdur", duration([(1, unit)]), "duration")


MEANINGS: dict[str, Callable[[Match], Made]] = {
    "rel_unit": relative_unit,
    "same_unit": _same_unit,
    "this_unit": _this_unit,
    "ago": _ago,
    "day_shifted": _day_shifted,
    "relp_long": _relp_long,
    "through": _through,
    "through_what": _through_what,
    "shifted": _shifted,
    "last_or_next": _last_or_next,
    "relp_unit": _relp_unit,
    "weekend": _weekend,
    "past_unit": _past_unit,
    "ago_half": _ago_half,
    "in_units": _in_units,
    "ago_from_now": _from_now,
    "day_by_day": _day_by_day,
    "follow_unit": _follow_unit,
    "unit_before": _unit_before,
    "unit_end": _unit_end,
    "coming_decade": _coming_decade,
    "ago_about": _ago_about,
    "through_about": _through_about,
    "rel_of_list": _rel_of_list,
    "unit_after": _unit_after,
    "part_of_rel": _part_of_rel,
    "start_of_unit": _start_of_unit,
}
