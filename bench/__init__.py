"""Measures, one a module: ``make bench``, or ``python -m bench start`` for one of them.

A measure is a module with a function ``measure() -> Iterable[Figure]``.
"""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """What was measured, and what came out, with its unit."""

    what: str
    value: str
