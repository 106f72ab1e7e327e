"""Folders of the program's files, atomic writes, and cached files."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

_Value = TypeVar("_Value")

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
    """Tell whether a file exists; a path that may not be looked at does not."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_link(path: Path) -> bool:
    """Tell whether a path is a link, wherever it leads; one that may not be looked at is not."""
    try:
        return path.is_symlink()
    except (OSError, ValueError):
        return False


def cache_home() -> Path:
    """Return the folder of what can be made again: forms of terms, indexes."""
    return _home("XDG_CACHE_HOME", ".cache")


def config_home() -> Path:
    """Return the folder of the configuration."""
    return _home("XDG_CONFIG_HOME", ".config")


def data_home() -> Path:
    """Return the folder of the reader's own data: their glossary entries."""
    return _home("XDG_DATA_HOME", ".local/share")


def state_home() -> Path:
    """Return the folder of the state: language, document, place."""
    return _home("XDG_STATE_HOME", ".local/state")


def resource_dir(name: str) -> Path:
    """Return the folder of resources ``content``, ``locales`` or ``index``.

    A wheel holds them inside the package; a checkout and an editable install have
    them beside it.
    """
    inside = PACKAGE / "data" / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def write_atomically(path: Path, content: bytes | str) -> None:
    """Write a whole file or nothing: a temporary file beside it, fsync, rename.

    Makes the folder where it is missing. Raises ``OSError``.
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


DAMAGE = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    EOFError,
    RecursionError,
    struct.error,
)
"""What decoders raise at bytes that they have not written."""


class Cached(NamedTuple):
    """A file of the cache: bytes, and what they were made from.

    A file that is missing, damaged or made from something else is as good as none, so that
    whatever it holds is made again. One that cannot be written costs time, nothing else.
    """

    path: Path
    made_from: bytes
    """Names the sources and the maker: their versions, times and sizes."""

    def read(self) -> bytes | None:
        """Return the cached bytes; ``None`` where they have to be made again."""
        try:
            data = self.path.read_bytes()
        except (OSError, ValueError):
            return None
        head = self._head()
        body = data[len(head) + 4 :]
        whole = data.startswith(head) and data[len(head) :][:4] == _checksum(body)
        return body if whole else None

    def load(self, decode: Callable[[bytes], _Value]) -> _Value | None:
        """Return the decoded bytes; ``None`` where they have to be made again."""
        body = self.read()
        if body is None:
            return None
        try:
            return decode(body)
        except DAMAGE:
            return None

    def write(self, body: bytes) -> None:
        """Replace the cached bytes by ``body``."""
        with suppress(OSError):
            write_atomically(self.path, self._head() + _checksum(body) + body)

    def _head(self) -> bytes:
        return b"reader-cache 1 %d\n" % len(self.made_from) + self.made_from


def _checksum(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(4, "big")
