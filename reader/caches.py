"""Files of the cache: what is kept is only ever a saving, and made again where it is as good as none."""

import errno
import os
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

from reader.storage import DAMAGE, cache_home, is_trusted, read_with_status

_Value = TypeVar("_Value")

LARGEST = 256 * 2**20
"""Bytes of a file of the cache that is read whole."""


def read(path: Path) -> bytes | None:
    """Read a file of the cache; ``None`` where there is none that can be trusted.

    One that somebody else could have written is as good as none.
    """
    try:
        if not is_trusted(cache_home().stat()):
            return None
        data, about = read_with_status(path, LARGEST, path.stat())
    except (OSError, ValueError):
        return None
    return data if about.st_uid == os.geteuid() else None


def write(path: Path, data: bytes) -> None:
    """Write a file of the cache. One that can't be written costs time, nothing else."""
    from reader.saving import PRIVATE, write_atomically

    with suppress(OSError):
        make_folder(path.parent)
        write_atomically(path, data, mode=PRIVATE, durable=False)


def make_folder(folder: Path) -> None:
    """Make a folder of the cache, closed to others.

    Raises ``OSError``, also where the cache is somebody else's: what one reads is not for them.
    """
    from reader.saving import make_private

    make_private(folder)
    if not is_trusted(cache_home().stat()):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(cache_home()))


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
        data = read(self.path)
        if data is None:
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
        write(self.path, self._head() + _checksum(body) + body)

    def _head(self) -> bytes:
        return b"reader-cache 1 %d\n" % len(self.made_from) + self.made_from


def _checksum(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(4, "big")
