"""What the extractor finds."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from reader.model import ClaimStatus

Kind = Literal["time", "number", "name", "quote"]
Value = str | int | float | tuple[int | float, int | float]


PUBLISHED = "published"
"""What a time counts from that counts from the day of publication."""


class Span(NamedTuple):
    """A stretch of a paragraph; offsets are code points, the end exclusive."""

    start: int
    end: int
    text: str


class Fact(NamedTuple):
    """A time, a number, a name or a quotation in a paragraph.

    Which fields count depends on ``kind``; the others have their defaults.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: Value | None = None
    """Of a time, ISO 8601, an interval or what TimeML has beyond it, ``None`` where it can't be
    known; of a number its size, two for a range, a score as it is written; of a name its skeleton,
    by which its spellings in other languages are compared."""
    precision: str = ""
    """Of a time: day, time, part-of-day, week, month, year, quarter, half, season, decade, century,
    fiscal-year, duration, set, range."""
    mod: str = ""
    """Of a time: start, mid, end, earlier, later."""
    approx: bool = False
    ambiguous: bool = False
    alternative: str = ""
    """The other reading of an ambiguous time."""
    anchor: str = ""
    """Of a time, the day from which it counts: :data:`PUBLISHED`, or that of another time of its
    sentence, in ISO 8601; ``""`` for one that says all by itself."""
    unit: str | None = None
    cmp: str = ""
    """Of a number: ``<``, ``<=``, ``>`` or ``>=``."""
    vague: bool = False
    """Of a number: dozens, сотни, with the unit that is counted in as value."""
    entry: str = ""
    """Of a name: the id of the glossary's entry, or ``""``."""
    speaker: Span | None = None
    """Of a quotation: who says it."""

    def as_json(self) -> dict[str, Any]:
        """Return the keys that count for its kind."""
        found: dict[str, Any] = {"start": self.start, "end": self.end, "text": self.text}
        found["kind"] = self.kind
        match self.kind:
            case "time":
                found |= {"value": self.value, "precision": self.precision}
                found |= {"mod": self.mod} if self.mod else {}
                found |= {"approx": True} if self.approx else {}
                if self.ambiguous:
                    found |= {"ambiguous": True, "alternative": self.alternative}
            case "number":
                value = list(self.value) if isinstance(self.value, tuple) else self.value
                found |= {"value": value, "unit": self.unit}
                found |= {"cmp": self.cmp} if self.cmp else {}
                found |= {"approx": True} if self.approx else {}
                found |= {"vague": True} if self.vague else {}
            case "name":
                found |= {"entry": self.entry or None, "value": self.value}
            case "quote":
                found["speaker"] = self.speaker._asdict() if self.speaker else None
        return found


class Asserted(NamedTuple):
    """A sentence, who says it, and how firmly."""

    start: int
    end: int
    status: ClaimStatus
    speaker: Span | None
    cue: Span | None
    """The words that attribute: сказал, according to."""
    hedges: tuple[Span, ...]
    """The words that lower or move firmness."""

    def as_json(self) -> dict[str, Any]:
        """Return it as ``reader facts --sentences`` writes it."""
        return {
            "start": self.start,
            "end": self.end,
            "status": self.status,
            "speaker": self.speaker._asdict() if self.speaker else None,
            "cue": self.cue.text if self.cue else None,
            "hedges": [hedge.text for hedge in self.hedges],
        }
