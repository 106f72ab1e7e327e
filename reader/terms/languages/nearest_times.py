"""A time of which the verb beside it doesn't tell whether it is past: the nearest is meant."""

from __future__ import annotations

from typing import Any


def nearest(item: Any) -> Any:
    """Return a day from or to which something is moved, by what lies nearest to publication."""
    spec = item.value
    if spec.rule or spec.kind not in ("date", "weekday"):
        return item
    return item._replace(value=spec._replace(rule="nearest" if spec.kind == "date" else "near"))
