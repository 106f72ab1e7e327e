"""Given names of all packs: more than twenty thousand words, in one file for all glossaries.

A compiled glossary holds their checksum alone. A text that asks for them reads the file, which is
made of the word files where it is missing or another.
"""

from __future__ import annotations

import contextlib
from zlib import crc32

from reader import caches, storage

_FOLDED = str.maketrans({"ё": "е"})
_ENDING = ".names"


def checksum() -> int:
    """Return the checksum of the names of the word files."""
    return crc32(_listed())


def load(wanted: int) -> frozenset[str]:
    """Return the names, in the nominative and in normal form, that have the checksum ``wanted``."""
    path = storage.cache_home() / "terms" / f"{wanted:08x}{_ENDING}"
    data = caches.read(path)
    if data is None or crc32(data) != wanted:
        data = _listed()
        caches.write(path, data)
        with contextlib.suppress(OSError):
            for other in path.parent.glob(f"*{_ENDING}"):
                if other != path:
                    other.unlink()
    return frozenset(data.decode("utf-8").split(" "))


def _listed() -> bytes:
    from reader.terms.languages import registry

    names = (name for pack in registry.packs() for name in pack.words("given_names"))
    return " ".join(names).translate(_FOLDED).encode("utf-8")
