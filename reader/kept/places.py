"""Where reading stopped in each document of a dossier, and in files outside of any.

The place in the document that was read last is in the state, which a start reads anyway. The
places in the others are lines of a file for each dossier, which is read when one of them is shown.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from reader import storage
from reader.kept.lines import KeptLines, text_of
from reader.kept.place import Place, decode_place, encode_place

MOST = 500
"""Documents of a dossier whose places are kept: the ones read last."""

MOST_FILES = 100
"""Files that are remembered: the ones read last."""


class Places(KeptLines[Place]):
    """The places in the documents of the dossier whose folder's key is ``dossier``."""

    MOST = MOST
    DURABLE = False

    def __init__(self, dossier: str) -> None:
        super().__init__(places_path(dossier))

    def key(self, value: Place) -> str:
        return value.document

    def decode(self, data: dict[str, Any]) -> Place:
        return decode_place(data)

    def encode(self, value: Place) -> dict[str, Any]:
        return encode_place(value)


class ReadFile(NamedTuple):
    """A file that was read: its absolute path, its title, when it was opened, and the place."""

    path: str
    title: str = ""
    opened: str = ""
    place: Place = Place()


class ReadFiles(KeptLines[ReadFile]):
    """The files that were read last, the newest at the end."""

    MOST = MOST_FILES
    DURABLE = False

    def __init__(self) -> None:
        super().__init__(storage.state_home() / "files.jsonl")

    def key(self, value: ReadFile) -> str:
        return value.path

    def decode(self, data: dict[str, Any]) -> ReadFile:
        place = data.get("place")
        return ReadFile(
            text_of(data, "path", required=True, raw=True),
            text_of(data, "title"),
            text_of(data, "opened"),
            Place() if place is None else decode_place(place),
        )

    def encode(self, value: ReadFile) -> dict[str, Any]:
        fields = value._asdict() | {"place": encode_place(value.place)}
        if value.place == Place():
            del fields["place"]
        return fields


def places_path(dossier: str) -> Path:
    """Return the path, which may not exist, of the places in a dossier, by its folder's key."""
    return dossier_file("places", dossier)


def dossier_file(what: str, dossier: str) -> Path:
    """Return the path, which may not exist, of what is kept of a dossier, by its folder's key."""
    import hashlib

    name = hashlib.sha256(dossier.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return storage.state_home() / what / f"{name}.jsonl"
