"""Where dossiers and their catalogs lie."""

from __future__ import annotations

from pathlib import Path

from reader import storage


def builtin() -> Path:
    """The dossier that comes with the program."""
    return storage.resource_dir("content") / "us-azerbaijan"


def inside(path: Path, root: Path) -> bool:
    """Whether ``path``, links followed, is in the folder ``root``. False for a loop of links."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def own_catalogs(root: Path, id: str) -> list[Path]:
    """The catalogs, as source or compiled, that a dossier keeps in its own folder."""
    return sorted(root.glob(f"locales/*/LC_MESSAGES/{id}.[mp]o"))


def catalog_folders(root: Path, id: str) -> list[Path]:
    """Where a dossier's catalogs are looked for: its own folder first, then the program's.

    Its own folder counts only while no catalog in it leads out of the dossier.
    """
    own = own_catalogs(root, id)
    shipped = [storage.resource_dir("locales")]
    return [root / "locales", *shipped] if own and all(inside(p, root) for p in own) else shipped


def user_glossary(id: str) -> Path:
    """Return the file of the reader's own glossary for the dossier ``id``; it need not be there."""
    return storage.data_home() / "glossaries" / f"{id}.yaml"
