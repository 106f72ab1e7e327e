"""How long, and how often."""

from __future__ import annotations

from collections.abc import Callable

from reader.facts.grammar import Match
from reader.facts.meanings.common import COUNTS, UNITS, Made, as_item, count_of, fixed
from reader.facts.time_specs import Spec, duration


def _duration(match: Match) -> Made:
    parts: list[tuple[float, str]] = []
    count: float | None = None
    for item in match.items:
        if item.name in UNITS:
            parts.append((1 if count is None else count, item.value))
            count = None
        elif item.name in ("scale", "tens"):
            count = (1 if count is None else count) * item.value
        elif item.name in COUNTS:
            count = float(item.value)
        elif item.name == "half":
            count = (count or 0) + 0.5
    order = ["century", "decade", "year", "half", "quarter", "month", "fortnight", "week", "day"]
    order += ["hour", "minute", "second"]
    if match.items[0].name == "year" and match.items[1].name in ("yunit", "yunitp"):
        return None  # a calendar year whose other words are lost
    places = [order.index(unit) for _, unit in parts]
    if places != sorted(set(places)):
        return None
    return fixed("tdur", duration(parts), "duration")


def _duration_range(match: Match) -> Made:
    first, last = (float(n) for n in match.all(*COUNTS))
    unit = match.first(*UNITS)
    if first >= last:
        return None
    ends = duration([(first, unit)]), duration([(last, unit)])
    return fixed("tdur", f"{ends[0]}/{ends[1]}", "duration") if all(ends) else None


def _halfunit(match: Match) -> Made:
    return fixed("tdur", match.first("halfunit"), "duration")


def _half_unit(match: Match) -> Made:
    """Half an hour, half a year."""
    return fixed("tdur", duration([(0.5, match.first(*UNITS))]), "duration")


def _set(match: Match) -> Made:
    return fixed("tset", f"R/{match.first('set', 'sets')}", "set")


def _every(match: Match) -> Made:
    unit = match.first(*UNITS)
    count = float(match.first("ord") or 1) if match.has("ord") else count_of(match)
    if match.has("other"):
        count = 2
    if unit is None:
        unit = next((_CYCLES[i.name] for i in match.items if i.name in _CYCLES), "year")
        within = match.after and match.after[0].name in ("of", *UNITS)
        if count > 1 and unit == "week" and within:
            return None  # every second Friday of a month
    length = duration([(count, unit)])
    return fixed("tset", f"R/{length}", "set") if length else None


_CYCLES = {"wd": "week", "wds": "week", "weekend": "week", "part": "day"}


def _every_half(match: Match) -> Made:
    half = match.first("halfunit") or duration([(0.5, match.first(*UNITS))])
    return fixed("tset", f"R/{half}", "set") if half else None


def _set_plural(match: Match) -> Made:
    return fixed("tset", f"R/{match.first('sets') or 'P1W'}", "set")


def _once(match: Match) -> Made:
    """Once in a unit, or in several; how often in one doesn't tell the period."""
    at = next(i for i, item in enumerate(match.items) if item.name in ("once", "twice", "times"))
    after = Match("", match.items[at:], ())
    unit = after.first(*UNITS)
    length = duration([(count_of(after), unit)])
    return fixed("tset", f"R/{length}", "set") if length else None


def adjective(match: Match) -> Made:
    """Two-year, двухлетний."""
    long = match.first("longadj")
    if long is not None:
        return fixed("tdur", duration([long]), "duration", rule="adjective")
    unit = match.first("tail", *UNITS)
    if unit not in _ORDER:
        return None
    return fixed("tdur", duration([(count_of(match), unit)]), "duration", rule="adjective")


_ORDER = frozenset(
    ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")
)


def _age_word(match: Match) -> Made:
    """45-year-old, and what else has a third part: two-year-long."""
    if match.items[-1].value in ("old", "olds"):
        return "age", Spec("fixed", value=f"P{count_of(match):g}Y", amount=count_of(match))
    return adjective(Match("", match.items[:3], ()))


def _duration_half(match: Match) -> Made:
    """Two and a half years, a year and a half."""
    count, unit = (
        count_of(Match("", [i for i in match.items if i.name != "half"], ())),
        match.first(*UNITS),
    )
    return fixed("tdur", duration([(count + 0.5, unit)]), "duration")


def _none(match: Match) -> Made:
    """Several years ago: when, nobody can tell."""
    return "vaguetime", ""


_FULL = frozenset(
    "more additional further extra full whole consecutive straight successive long solid".split()
)


def _duration_full(match: Match) -> Made:
    """Two more weeks, three consecutive years."""
    word = next(item.value for item in match.items if item.name == "x")
    if word not in _FULL:
        return None
    return fixed("tdur", duration([(count_of(match), match.first(*UNITS))]), "duration")


def _duration_fraction(match: Match) -> Made:
    """2 1/2 years."""
    count = count_of(match) + float(
        match.first("fraction") or _VULGAR.get(match.first("vulgar"), 0)
    )
    return fixed("tdur", duration([(count, match.first(*UNITS))]), "duration")


_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def _quarter_of(match: Match) -> Made:
    """A quarter of an hour: fifteen minutes, whenever; a quarter of a century ago."""
    unit = next(item.value for item in reversed(match.items) if item.name in UNITS)
    if unit == "century" and match.has("ago"):
        return as_item("tunit", "ago", unit="year", amount=25, shift=-1)
    length = {"hour": "PT15M", "year": "P3M", "century": "P25Y"}.get(unit)
    moved = match.has("later", "earlier", "through", "ago") and unit != "hour"
    return fixed("tdur", None if moved else length, "duration", rule="inside")


def _put_off(match: Match) -> Made:
    """Отложили на неделю: a unit, of which there is one; guards tell what it goes with."""
    return fixed("tdur", duration([(1, match.first(*UNITS))]), "duration", rule="alone")


MEANINGS: dict[str, Callable[[Match], Made]] = {
    "none": _none,
    "put_off": _put_off,
    "quarter_of": _quarter_of,
    "duration_full": _duration_full,
    "duration_fraction": _duration_fraction,
    "duration": _duration,
    "duration_range": _duration_range,
    "halfunit": _halfunit,
    "half_unit": _half_unit,
    "set": _set,
    "every": _every,
    "every_half": _every_half,
    "set_plural": _set_plural,
    "once": _once,
    "adjective": adjective,
    "age_word": _age_word,
    "duration_half": _duration_half,
    "duration_and_half": _duration_half,
}
