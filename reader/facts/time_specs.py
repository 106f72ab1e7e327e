"""What an expression says of a time, before it is known from where it counts."""

from __future__ import annotations

from typing import NamedTuple

Clock = tuple[int, int, int | None]
"""Hour, minute, second."""


class Spec(NamedTuple):
    """An expression of time; which fields count depends on its kind.

    ``fixed``: ``value`` of a ``precision``. ``date``: year, month, day, as far as said; ``shift``: in
    a year counted from publication. ``day_of_month``: a day alone; ``told`` where
    no month need be named before it. ``weekday``, by a ``rule``.
    ``unit``: the one that lies ``shift`` after that of publication. ``same``: after that of the last
    day named. ``ago``: ``amount`` units from publication, ``shifted``: from the last day named;
    ``shift`` is the direction. ``part``: of a day, or with a clock, on the day of ``base``.
    ``cyclic``: a month, quarter, half or season (``number``, from 0) of a year that may be unsaid.
    ``counted``: ``amount`` units from ``base``, in the direction ``shift``. ``unit_of``: the one in
    which ``base`` lies. ``week_of_month``: the week ``number`` of ``base``. ``window``: the ``amount``
    units from publication on. ``range``: from ``base`` to ``to``, either of which may be open.
    """

    kind: str
    value: str = ""
    precision: str = ""
    unit: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int = 0
    amount: float = 1
    shift: int | None = None
    rule: str = ""
    base: Spec | None = None
    to: Spec | None = None
    clock: Clock | None = None
    zone: str = ""
    mod: str = ""
    other: str = ""
    """Another reading of an ambiguous value."""
    weekday: int = 0
    """That of a date, where it is said with it: 1 for Monday."""
    about: bool = False
    """The words themselves say that it is no more than about then: лет десять назад."""


LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "half": "H",
    "year": "Y",
    "decade": "10Y",
    "century": "100Y",
}


def duration(parts: list[tuple[float, str]]) -> str | None:
    """Write counts of units as an ISO 8601 duration; ``None`` for one that can't be written."""
    days, times = [], []
    for count, unit in parts:
        amount, name = _whole(count, unit)
        if amount is None:
            return None
        if unit == "fortnight":
            days.append(f"{amount * 2}W")
        elif unit in {"decade", "century"}:
            days.append(f"{amount * (10 if unit == 'decade' else 100):g}Y")
        elif unit in {"quarter", "half"}:
            days.append(f"{amount * (3 if unit == 'quarter' else 6):g}M")
        elif name[0] == "T":
            times.append(f"{amount:g}{name[1]}" if amount < 10**6 else f"{amount:.0f}{name[1]}")
        else:
            days.append(f"{amount:g}{name}" if amount < 10**6 else f"{amount:.0f}{name}")
    return "P" + "".join(days) + ("T" + "".join(times) if times else "")


def _whole(count: float, unit: str) -> tuple[float | None, str]:
    """Return a count in units of which there is no fraction: 1.5 years are 18 months."""
    if not 0 <= count < 10**15:  # nor for what isn't finite
        return None, ""
    if unit == "fortnight":
        return count, "W"
    smaller = {
        "year": ("month", 12),
        "day": ("hour", 24),
        "hour": ("minute", 60),
        "minute": ("second", 60),
    }
    if count != int(count) and unit in smaller:
        name, times = smaller[unit]
        exact = count * times
        if abs(exact - round(exact)) < 1e-6:
            return round(exact), LETTERS[name]
    return (int(count) if count == int(count) else count), LETTERS[unit]
