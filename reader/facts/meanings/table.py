"""Every meaning by its name."""

from __future__ import annotations

from collections.abc import Callable

from reader.facts.grammar import Match
from reader.facts.meanings import clocks, counted, days, durations, joined, parts, periods
from reader.facts.meanings.common import Made

MEANINGS: dict[str, Callable[[Match], Made]] = {
    **clocks.MEANINGS,
    **days.MEANINGS,
    **periods.MEANINGS,
    **counted.MEANINGS,
    **parts.MEANINGS,
    **durations.MEANINGS,
    **joined.MEANINGS,
}
