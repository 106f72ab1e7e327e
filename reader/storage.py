"""Where things are kept, and how they are written without ever being half there."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _home(variable: str, fallback: str) -> Path:
    base = os.environ.get(variable, "")
    # The XDG specification has a relative path ignored.
    if Path(base).is_absolute():
        return Path(base) / "reader"
    try:
        return Path.home() / fallback / "reader"
    except RuntimeError:  # a user whom the system doesn't know, as in a container
        return Path("/nonexistent") / fallback / "reader"


def exists(path: Path) -> bool:
    """Whether there is such a file, as far as one may look."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def cache_home() -> Path:
    """What can be made again: compiled catalogs, forms of terms, the dossier's index."""
    return _home("XDG_CACHE_HOME", ".cache")


def config_home() -> Path:
    """What the reader sets."""
    return _home("XDG_CONFIG_HOME", ".config")


def data_home() -> Path:
    """What the reader adds: entries of their own."""
    return _home("XDG_DATA_HOME", ".local/share")


def state_home() -> Path:
    """What is remembered between starts: language, document, place."""
    return _home("XDG_STATE_HOME", ".local/state")


def shipped(name: str) -> Path:
    """The folder ``content`` or ``locales`` that came with the program.

    A wheel holds both inside the package; a checkout and an editable install have
    them beside it.
    """
    inside = PACKAGE / "data" / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def write_atomically(path: Path, content: bytes | str) -> None:
    """Write a whole file or nothing: a temporary file beside it, fsync, rename.

    Makes the folder where there is none. Raises ``OSError``.
    """
    import tempfile  # late: it is slow to import, and most starts write nothing

    path.parent.mkdir(parents=True, exist_ok=True)
    data = content.encode("utf-8") if isinstance(content, str) else content
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
