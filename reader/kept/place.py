"""A place in a document: what its panes showed when one left it."""

from typing import Any, NamedTuple

_FARTHEST = 2**31


class Spot(NamedTuple):
    """A place in one text: the block and the code point at the top, and the cursor's block."""

    block: str = ""
    offset: int = 0
    cursor: str = ""


class Place(NamedTuple):
    """Where reading stopped in one document.

    ``paragraph``, ``offset`` and ``cursor`` are that of the source pane, ``summary`` of the
    summary. Of a document with two texts they are of the one in the interface's language.
    """

    document: str = ""
    paragraph: str = ""
    offset: int = 0
    mode: str = ""
    """Which text was shown: its own language's, the other one's, or both."""
    told: bool = False
    """The note of the dossier's editors has been shown."""
    cursor: str = ""
    summary: Spot = Spot()
    other: Spot | None = None
    """That of the second of two texts that scroll apart; ``None`` where there is one pane of text."""

    @property
    def source(self) -> Spot:
        return Spot(self.paragraph, self.offset, self.cursor)


def decode_place(data: dict[str, Any]) -> Place:
    """Make a place of what a file holds. Raises one of ``storage.DAMAGE``."""
    other = data.get("other")
    return Place(
        str(data["document"]),
        str(data["paragraph"]),
        offset_of(data),
        str(data.get("mode", "")),
        data.get("told") is True,
        str(data.get("cursor", "")),
        _spot(data.get("summary") or {}),
        _spot(other) if other is not None else None,
    )


def _spot(data: dict[str, Any]) -> Spot:
    return Spot(str(data.get("block", "")), offset_of(data), str(data.get("cursor", "")))


def encode_place(place: Place) -> dict[str, Any]:
    """Return what a file holds of a place."""
    other = place.other._asdict() if place.other is not None else None
    return {**place._asdict(), "summary": place.summary._asdict(), "other": other}


def offset_of(data: dict[str, Any]) -> int:
    """Return the offset that a file holds, as one in a text. Raises one of ``storage.DAMAGE``."""
    return min(max(int(data.get("offset", 0)), 0), _FARTHEST)
