"""The dossiers that were opened, so that one can go from one to another."""

from __future__ import annotations

from typing import Any, NamedTuple

from reader import storage
from reader.kept.lines import KeptLines, text_of

MOST = 50
"""Dossiers that are remembered: the ones opened last."""


class OpenedDossier(NamedTuple):
    """A dossier by its folder's absolute path, its title then, and when it was opened last."""

    path: str
    title: str = ""
    opened: str = ""


class OpenedDossiers(KeptLines[OpenedDossier]):
    """The dossiers that were opened, the last one at the end."""

    MOST = MOST
    DURABLE = False

    def __init__(self) -> None:
        super().__init__(storage.state_home() / "dossiers.jsonl")

    def key(self, value: OpenedDossier) -> str:
        return value.path

    def decode(self, data: dict[str, Any]) -> OpenedDossier:
        return OpenedDossier(
            text_of(data, "path", required=True, raw=True),
            text_of(data, "title"),
            text_of(data, "opened"),
        )

    def encode(self, value: OpenedDossier) -> dict[str, Any]:
        return value._asdict()
