"""A cache of compiled glossaries; :mod:`reader.terms.form_file` keeps the forms of their terms.

A file is a head that names what it was made from, and lines of JSON. Anything that doesn't fit, a
wrong length or a wrong checksum included, is made again and written anew as a whole, so two
readers at once can at worst write the same thing twice.
"""

from __future__ import annotations

import contextlib
import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from reader import caches, storage
from reader.terms import dictionaries, packing

if TYPE_CHECKING:
    from reader.terms.compiled import Compiled
    from reader.terms.form_file import FormFile

RULES_VERSION = 42
"""Part of every file's head: raise it when a rule or a word that makes forms or guards changes."""

_MAGIC = b"reader-terms-2 "
_MARK = 8
_KEPT = 24


def _head(source: bytes) -> bytes:
    # Which letters are which is a matter of Python's version, too. What was made without a
    # dictionary is made anew once that is installed.
    made_by = (f"{RULES_VERSION} {sys.hexversion:x}", *dictionaries.installed(), str(len(source)))
    return _MAGIC + " ".join(made_by).encode() + b"\n" + source


def _path(source: bytes) -> Path:
    return storage.cache_home() / "terms" / f"{crc32(source):08x}{len(source):x}.glossary"


def _read(path: Path, head: bytes) -> bytes | None:
    data = caches.read(path)
    if data is None or not data.startswith(head):
        return None
    start = len(head) + _MARK
    body = data[start:]
    return body if data[len(head) : start] == _mark(body) else None


def _write(path: Path, head: bytes, body: bytes) -> None:
    caches.write(path, head + _mark(body) + body)


def _mark(body: bytes) -> bytes:
    return (crc32(body) << 32 | len(body)).to_bytes(_MARK, "big")


@contextlib.contextmanager
def without_collections() -> Iterator[None]:
    """Pause the garbage collector, which 100,000 new containers would trigger."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def load(source: bytes) -> Compiled | None:
    """Load the compiled glossary made from ``source``; return ``None`` without one."""
    body = _read(_path(source), _head(source))
    if body is None:
        return None
    with without_collections():
        try:
            return packing.unpack_compiled(body)
        except storage.DAMAGE:
            return None


def store(source: bytes, compiled: Compiled) -> None:
    """Cache the compiled glossary made from ``source``; delete the oldest files."""
    path = _path(source)
    _write(path, _head(source), packing.pack_compiled(compiled))
    with contextlib.suppress(OSError):
        _prune(path.parent)


def _prune(folder: Path) -> None:
    files = [(path.stat().st_mtime, path) for path in folder.glob("*.glossary")]
    for _, path in sorted(files)[:-_KEPT]:
        path.unlink()


def forms() -> FormFile:
    """Return the patterns of terms that were expanded before."""
    from reader.terms.form_file import FormFile

    return FormFile(storage.cache_home() / "terms" / "forms.sqlite", _head(b"forms"))
