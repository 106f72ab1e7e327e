"""Whether a number of a claim is one of its source: across units, scales and ways of writing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from heapq import nsmallest
from typing import NamedTuple

from reader.facts.values import Fact

_UNITS: dict[str, tuple[str, float]] = {
    "kW": ("W", 1e3), "MW": ("W", 1e6), "GW": ("W", 1e9), "TW": ("W", 1e12), "kWh": ("Wh", 1e3),
    "m": ("m", 1), "km": ("m", 1e3), "cm": ("m", 0.01), "mm": ("m", 0.001), "mi": ("m", 1609.344), "ft": ("m", 0.3048),
    "m2": ("m2", 1), "ha": ("m2", 1e4), "acre": ("m2", 4046.856), "km2": ("m2", 1e6),
    "m3": ("m3", 1), "km3": ("m3", 1e9), "l": ("m3", 0.001), "bbl": ("m3", 0.1589873),
    "kg": ("kg", 1), "t": ("kg", 1e3), "mg": ("kg", 1e-6), "lb": ("kg", 0.45359237), "g": ("kg", 1e-3),
    "km/h": ("m/s", 1 / 3.6), "m/s": ("m/s", 1), "mph": ("m/s", 0.44704),
    "pp": ("pp", 1), "bp": ("pp", 0.01), "%": ("share", 0.01), "share": ("share", 1),
}  # fmt: skip
"""The unit in which two that measure the same are compared, and how much of it each is."""
_INEXACT = frozenset(("mi", "ft", "mph", "lb", "acre", "bbl", "°F"))
"""What nobody converts to the last digit."""
_CONVERTED = 0.03
_SHARED = 0.02
"""A third is 33 %."""
_NEEDED = frozenset(("ord", "score", "yr", "share", "x", "%"))
"""Units without which a number is another one."""
_MOST_NEAR = 5
_MOST_WHOLES = 50
_NEAR = 0.15
"""Within this share of it a number is «about» or «over» another."""


class Amount(NamedTuple):
    """A number in the unit in which it is compared."""

    fact: Fact
    values: tuple[float, ...]
    """One, the two of a range, or none for a score."""
    unit: str | None
    raw: tuple[float, ...]
    """As it is written, without its unit."""


def amount(fact: Fact) -> Amount:
    """Return a number that was found, ready to be compared."""
    value, unit = fact.value, fact.unit
    if isinstance(value, str) or value is None:
        return Amount(fact, (), unit, ())
    raw = tuple(float(v) for v in value) if isinstance(value, tuple) else (float(value),)
    if unit == "°F":
        return Amount(fact, tuple((v - 32) / 1.8 for v in raw), "°C", raw)
    base, factor = _UNITS.get(unit or "", (unit, 1.0))
    return Amount(fact, tuple(v * factor for v in raw), base, raw)


def is_borne_out(claimed: Amount, known: Sequence[Amount]) -> bool:
    """Tell whether a number of a claim is among those of its source, or follows from two of them."""
    if any(_same(claimed, each) for each in known):
        return True
    if len(claimed.values) == 2:
        # A range whose ends stand there one by one.
        ends = [
            claimed._replace(values=(v,), raw=(r,))
            for v, r in zip(claimed.values, claimed.raw, strict=True)
        ]
        return all(any(_same(end, each) for each in known) for end in ends)
    return _follows(claimed, known)


def nearest(claimed: Amount, known: Sequence[Amount]) -> list[Fact]:
    """Return the numbers of the source that the claimed one may stand for, the likeliest first."""

    def distance(each: Amount) -> tuple[bool, float]:
        if not claimed.values or not each.values:
            return claimed.unit != each.unit, 0.0
        a, b = claimed.values[0], each.values[0]
        return claimed.unit != each.unit, abs(a - b) / (abs(a) + abs(b) or 1)

    return [each.fact for each in nsmallest(_MOST_NEAR, known, key=distance)]


def _same(claimed: Amount, known: Amount) -> bool:
    if claimed.unit == "score" or known.unit == "score":
        return claimed.unit == known.unit and _score(claimed) in (
            _score(known),
            _score(known)[::-1],
        )
    if not claimed.values or not known.values or not _comparable(claimed, known):
        return False
    pairs = [(claimed.values, known.values)]
    if claimed.unit is None or known.unit is None:
        pairs.append((claimed.raw, known.raw))
    return any(_fits(ours, theirs, claimed, known) for ours, theirs in pairs)


def _score(amount: Amount) -> list[str]:
    return str(amount.fact.value).replace("-", ":").split(":")


def _comparable(claimed: Amount, known: Amount) -> bool:
    a, b = claimed.unit, known.unit
    if a == b:
        return True
    if {a, b} == {"share", "ord"}:  # «a third abstained» may be read as an ordinal
        return True
    if None in (a, b):
        other = a if b is None else b
        return other not in _NEEDED
    return False


def _fits(
    ours: tuple[float, ...], theirs: tuple[float, ...], claimed: Amount, known: Amount
) -> bool:
    if {claimed.unit, known.unit} == {"share", "ord"}:
        if claimed.unit == "share":
            return abs(ours[0] - 1 / (theirs[0] or 1)) < 0.001
        return abs(1 / (ours[0] or 1) - theirs[0]) < 0.001
    tolerance = 1e-6
    if claimed.fact.unit != known.fact.unit:
        if _INEXACT & {claimed.fact.unit or "", known.fact.unit or ""}:
            tolerance = _CONVERTED
        elif "share" in (claimed.fact.unit, known.fact.unit):
            tolerance = _SHARED
    if len(ours) == len(theirs):
        if all(_close(a, b, tolerance) for a, b in zip(ours, theirs, strict=True)):
            return True
    elif len(ours) == 1 and any(_close(ours[0], b, tolerance) for b in theirs):
        return True
    return len(ours) == len(theirs) == 1 and _rounded(ours[0], theirs[0], claimed.fact, known.fact)


def _close(a: float, b: float, tolerance: float) -> bool:
    return abs(a - b) <= tolerance * max(abs(a), abs(b))


def _rounded(ours: float, theirs: float, claimed: Fact, known: Fact) -> bool:
    """Tell whether a claim that says «about» or «over» has the number of the source, rounded."""
    if known.cmp or known.approx or not (claimed.vague or claimed.cmp or claimed.approx):
        return False
    if claimed.vague:
        return ours <= theirs < 10 * ours
    if _digits(ours) >= _digits(theirs) or not _close(ours, theirs, _NEAR):
        return False
    match claimed.cmp:
        case ">" | ">=":
            return theirs >= ours
        case "<" | "<=":
            return theirs <= ours
    return claimed.approx and _close(round(theirs, _places(ours)), ours, 1e-6)


def _digits(value: float) -> int:
    """Return how many digits of a number are significant."""
    return len(f"{value:.10e}".partition("e")[0].replace(".", "").rstrip("0"))


def _places(value: float) -> int:
    exponent = int(f"{value:.10e}".partition("e")[2])
    return _digits(value) - 1 - exponent


def _follows(claimed: Amount, known: Sequence[Amount]) -> bool:
    """Tell whether a share or a multiple that is not meant exactly is that of two of the numbers."""
    if claimed.unit not in ("share", "x") or len(claimed.values) != 1:
        return False
    if not (claimed.fact.approx or claimed.fact.cmp):
        return False
    share = claimed.values[0]
    plain = [each for each in known if len(each.values) == 1 and each.unit not in _NEEDED]
    plain.sort(key=lambda each: each.values[0])
    sizes = [each.values[0] for each in plain]
    for a in plain:
        # What it may be a share of is near this.
        whole = a.values[0] / share if share else 0.0
        ends = sorted((whole * (1 - 2 * _NEAR), whole * (1 + 2 * _NEAR)))
        first, last = (bisect_left(sizes, end) for end in ends)
        for b in plain[first : min(last, first + _MOST_WHOLES)]:
            if a is b or not b.values[0] or not _comparable(a, b):
                continue
            ratio = a.values[0] / b.values[0]
            if not _close(ratio, share, _NEAR):
                continue
            if not claimed.fact.cmp or (ratio > share) == (claimed.fact.cmp in (">", ">=")):
                return True
    return False
