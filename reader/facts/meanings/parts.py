"""Parts of a day, and weekends."""

from __future__ import annotations

from collections.abc import Callable

from reader.facts.grammar import Match
from reader.facts.meanings.common import UNITS, Made, as_item
from reader.facts.time_specs import Spec


def _part(match: Match) -> Made:
    shift = match.first("rel", "prevrel", "relp")
    part = match.first("part")
    if shift is None:
        return as_item("tpart", "clock", value=part)
    if shift == 1:
        return as_item("tpart", "clock", value=part, base=Spec("same", unit="day", shift=1))
    if shift == -1 and part == "NI":
        shift = 0  # the night that is over
    return as_item("tpart", "clock", value=part, base=Spec("unit", unit="day", shift=shift))


def _last_night(match: Match) -> Made:
    return as_item("tpart", "clock", value="EV", base=Spec("unit", unit="day", shift=-1))


def _tonight(match: Match) -> Made:
    return as_item("tpart", "clock", value="EV", base=Spec("unit", unit="day", shift=0))


def _overnight(match: Match) -> Made:
    return as_item("tpart", "clock", value="NI")


def _rel_part(match: Match) -> Made:
    shift, part = match.first("rel"), match.first("part")
    if shift == 1:
        return as_item("tpart", "clock", value=part, base=Spec("same", unit="day", shift=1))
    return as_item("tpart", "clock", value=part, base=Spec("unit", unit="day", shift=shift))


def _half_of_day(match: Match) -> Made:
    """The first half of the day."""
    number = match.first("ord")
    if match.first(*UNITS) != "day" or number not in (1, 2):
        return None
    return as_item("tpart", "clock", value="MO" if number == 1 else "AF", rule="told")


def _weekday_part(match: Match) -> Made:
    """Воскресное утро: of the weekday."""
    base = Spec("weekday", day=match.first("wdadj"))
    return as_item("tpart", "clock", value=match.first("part"), base=base)


def _next_part(match: Match) -> Made:
    """Наутро: of the day after the one that was named."""
    base = Spec("same", unit="day", shift=1)
    return as_item("tpart", "clock", value=match.first("nextpart"), base=base)


def _same_part(match: Match) -> Made:
    """That evening, в тот же вечер: of the day that was named."""
    return as_item(
        "tpart",
        "clock",
        value=match.first("part"),
        base=Spec("same", unit="day", shift=match.first("rel") or 0),
    )


def _part_beside(match: Match) -> Made:
    """The night before, the morning after: of the day beside the one that was named."""
    base = Spec("same", unit="day", shift=1 if match.has("after") else -1)
    return as_item("tpart", "clock", value=match.first("part"), base=base)


MEANINGS: dict[str, Callable[[Match], Made]] = {
    "part": _part,
    "same_part": _same_part,
    "next_part": _next_part,
    "weekday_part": _weekday_part,
    "part_beside": _part_beside,
    "half_of_day": _half_of_day,
    "last_night": _last_night,
    "tonight": _tonight,
    "overnight": _overnight,
    "rel_part": _rel_part,
}
