"""What the firmness of a statement is called."""

from __future__ import annotations

from reader.facts.values import Status
from reader.language.messages import N_, _

_LABELS: dict[Status, str] = {
    "done": N_("stated"),
    "planned": N_("planned"),
    "expected": N_("expected"),
    "possible": N_("possible"),
    "assessed": N_("an assessment"),
    "discussed": N_("under discussion"),
}


def label(status: Status) -> str:
    """Return a status in the language of the interface."""
    return _(_LABELS[status])
