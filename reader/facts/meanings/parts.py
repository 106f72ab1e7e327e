"""Parts of a day, and weekends."""

from __future__ import annotations

from collections.abc import Callable

from reader.facts.grammar import Match
from reader.facts.meanings.common import Made, as_item
from reader.facts.time_specs import Spec


def _part(match: Match) -> Made:
    shift = match.first("rel", "prevrel", "relp")
    part = match.first("part")
    if shift is None:
        return as_item("tpart", "clock", value=part)
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
    return as_item("tpart", "clock", value=part, base=Spec("unit", unit="day", shift=shift))


MEANINGS: dict[str, Callable[[Match], Made]] = {
    "part": _part,
    "last_night": _last_night,
    "tonight": _tonight,
    "overnight": _overnight,
    "rel_part": _rel_part,
}
