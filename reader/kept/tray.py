"""The tray: claims that the reader has selected, over all documents. A file for each dossier."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from reader import storage
from reader.kept.lines import KeptLines, text_of
from reader.language.messages import N_


class Selected(NamedTuple):
    """A claim of a document, by their ids."""

    document: str
    claim: str


class Tray(KeptLines[Selected]):
    """The selected claims of the dossier ``id``, in the order in which they were selected."""

    BAD_LINE = N_("This line is not a selected claim ({reason}). It stays in the file as it is.")

    def __init__(self, id: str) -> None:
        super().__init__(storage.data_home() / "selected" / f"{id}.jsonl")

    def key(self, value: Selected) -> str:
        return f"{value.document}/{value.claim}"

    def decode(self, data: dict[str, Any]) -> Selected:
        return Selected(
            text_of(data, "document", required=True), text_of(data, "claim", required=True)
        )

    def encode(self, value: Selected) -> dict[str, Any]:
        return value._asdict()

    def of(self, document: str) -> frozenset[str]:
        """Return the ids of the selected claims of one document."""
        return frozenset(each.claim for each in self.values() if each.document == document)


def by_document(selected: Iterable[Selected]) -> dict[str, frozenset[str]]:
    """Return claims grouped by their documents."""
    found: dict[str, set[str]] = {}
    for each in selected:
        found.setdefault(each.document, set()).add(each.claim)
    return {document: frozenset(claims) for document, claims in found.items()}
