"""Filters of the list that were given a name: folders that fill themselves. A file for each dossier."""

from __future__ import annotations

from typing import Any, NamedTuple

from reader import storage
from reader.kept.lines import KeptLines, number_of, text_of
from reader.language.messages import N_


class SavedFilter(NamedTuple):
    """A filter under a name, and when its articles were looked at last: nanoseconds since 1970."""

    name: str
    text: str
    looked: int = 0


class SavedFilters(KeptLines[SavedFilter]):
    """The saved filters for the dossier ``id`` and the reader's own articles beside it."""

    BAD_LINE = N_("This line is not a saved filter ({reason}). It stays in the file as it is.")

    def __init__(self, id: str) -> None:
        super().__init__(storage.data_home() / "filters" / f"{id}.jsonl")

    def key(self, value: SavedFilter) -> str:
        return value.name

    def decode(self, data: dict[str, Any]) -> SavedFilter:
        return SavedFilter(
            text_of(data, "name", required=True),
            text_of(data, "text", required=True),
            number_of(data, "looked", 2**63),
        )

    def encode(self, value: SavedFilter) -> dict[str, Any]:
        return value._asdict()
