"""Where dossiers and their catalogs lie."""

from __future__ import annotations

from pathlib import Path

from reader import storage


def builtin() -> Path:
    """The dossier that comes with the program."""
    return storage.shipped("content") / "us-azerbaijan"


def inside(path: Path, root: Path) -> bool:
    """Whether ``path``, links followed, is in the folder ``root``. False for a loop of links."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def catalog_folders(root: Path) -> list[Path]:
    """Where a dossier's catalogs may lie: its own folder first, then the program's."""
    own = root / "locales"
    return [own, storage.shipped("locales")] if own.is_dir() else [storage.shipped("locales")]
