"""A cache of compiled glossaries and of the forms of terms.

A file is a head that names what it was made from, and marshalled data. Anything that doesn't
fit, a wrong length or a wrong checksum included, is made again and written anew as a
whole, so two readers at once can at worst write the same thing twice.
"""

from __future__ import annotations

import contextlib
import gc
import marshal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from reader.storage import cache_home
from reader.terms import dictionaries

if TYPE_CHECKING:
    from reader.terms.compiled import Compiled

RULES_VERSION = 27
"""Part of every file's head: raise it when a rule or a word that makes forms or guards changes."""

_MAGIC = b"reader-terms"
_KEPT = 24
_MOST_FORMS = 60_000


def _head(source: bytes) -> bytes:
    # marshal's format belongs to one version of Python.
    made_by = f"{RULES_VERSION} {sys.hexversion:x} {marshal.version} {len(source)}"
    # What was made without a dictionary is made anew once that is installed.
    return _MAGIC + " ".join((made_by, *dictionaries.installed())).encode() + b"\n" + source


def _path(source: bytes) -> Path:
    return cache_home() / "terms" / f"{crc32(source):08x}{len(source):x}.glossary"


def _read(path: Path, head: bytes) -> Any:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    start = len(head) + 8
    if not data.startswith(head) or len(data) < start:
        return None
    body = memoryview(data)[start:]
    if int.from_bytes(data[len(head) : start], "big") != crc32(body) << 32 | len(body):
        return None
    with _without_collections():
        try:
            return marshal.loads(body)
        except (ValueError, EOFError, TypeError):
            return None


def _write(path: Path, head: bytes, value: Any) -> None:
    from reader.storage import write_atomically

    body = marshal.dumps(value)
    mark = (crc32(body) << 32 | len(body)).to_bytes(8, "big")
    # A cache that can't be written costs time, not the answer.
    with contextlib.suppress(OSError):
        write_atomically(path, head + mark + body)


@contextlib.contextmanager
def _without_collections() -> Iterator[None]:
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
    found: Compiled | None = _read(_path(source), _head(source))
    return found if isinstance(found, tuple) else None


def store(source: bytes, compiled: Compiled) -> None:
    """Cache the compiled glossary made from ``source``; delete the oldest files."""
    path = _path(source)
    _write(path, _head(source), compiled)
    with contextlib.suppress(OSError):
        _prune(path.parent)


def _prune(folder: Path) -> None:
    files = [(path.stat().st_mtime, path) for path in folder.glob("*.glossary")]
    for _, path in sorted(files)[:-_KEPT]:
        path.unlink()


def _forms_path() -> Path:
    return cache_home() / "terms" / "forms"


def load_forms() -> dict[tuple[Any, ...], list[tuple[Any, ...]]]:
    """Load the patterns of terms expanded before, by what they were made from."""
    found = _read(_forms_path(), _head(b"forms"))
    return found if isinstance(found, dict) else {}


def store_forms(
    form_cache: dict[tuple[Any, ...], list[tuple[Any, ...]]], used: dict[tuple[Any, ...], Any]
) -> None:
    """Cache ``form_cache``, or, where that is too large, only the ``used`` part of it."""
    kept = form_cache if len(form_cache) <= _MOST_FORMS else used
    _write(_forms_path(), _head(b"forms"), kept)
