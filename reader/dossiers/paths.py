"""Paths of dossiers and their catalogs."""

from __future__ import annotations

from pathlib import Path

from reader import storage


def builtin() -> Path:
    """Return the folder of the dossier that comes with the program."""
    return storage.resource_dir("content") / "us-azerbaijan"


def inside(path: Path, root: Path) -> bool:
    """Tell whether the resolved ``path`` is in ``root``; false for a loop of links."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


DISCREPANCIES, NOTES = "discrepancies.yaml", "notes.yaml"
EDITORS_FILES = (DISCREPANCIES, NOTES)
"""What the editors of a dossier add, in files of its folder that may be missing."""

MOST_GLOSSARIES = 1000
"""Files of a dossier's glossary."""


def own_catalogs(root: Path, id: str) -> list[Path]:
    """List the catalogs, ``.po`` and ``.mo``, in the dossier's own folder."""
    return sorted(root.glob(f"locales/*/LC_MESSAGES/{id}.[mp]o"))


def catalog_folders(root: Path, id: str) -> list[Path]:
    """List the folders of a dossier's catalogs: its own first, then the program's.

    Its own folder is left out when a catalog in it links out of the dossier.
    """
    own = own_catalogs(root, id)
    shipped = [storage.resource_dir("locales")]
    return [root / "locales", *shipped] if own and all(inside(p, root) for p in own) else shipped


def user_glossary(id: str) -> Path:
    """Return the path, which may not exist, of the reader's glossary for ``id``."""
    return storage.data_home() / "glossaries" / f"{id}.yaml"


def notes(id: str) -> Path:
    """Return the path, which may not exist, of the reader's notes on the dossier ``id``."""
    return storage.data_home() / "notes" / "dossiers" / f"{id}.jsonl"


def note_drafts(id: str) -> Path:
    """Return the folder, which may not exist, of what is being typed of notes on ``id``."""
    return storage.data_home() / "notes" / "drafts" / id


def file_notes() -> Path:
    """Return the path, which may not exist, of the reader's notes on files of no dossier."""
    return storage.data_home() / "notes" / "files.jsonl"
