"""Dossiers that are indexed, small and large."""

from __future__ import annotations

from pathlib import Path

from reader.library.collection import Collection
from tests.dossiers import factories


def built(folder: Path) -> Collection:
    """The dossier in a folder, indexed now."""
    collection = Collection(folder)
    collection.build()
    return collection


def many(folder: Path, count: int) -> None:
    """Put so many documents into a dossier, in another order than by name."""
    for n in range(count):
        text = factories.DOCUMENT.replace("2025-12-20T10:42+04:00", f"20{n % 90 + 10}-01-01")
        (folder / "documents" / f"many-{n}.yaml").write_text(text, encoding="utf-8")
