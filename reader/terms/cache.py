"""A cache of compiled glossaries; :mod:`reader.terms.form_file` keeps the forms of their terms.

A file is a head that names what it was made from, and lines of JSON. Anything that doesn't fit, a
wrong length or a wrong checksum included, is made again and written anew as a whole, so two
readers at once can at worst write the same thing twice.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from reader import caches, storage
from reader.terms import dictionaries, packing

if TYPE_CHECKING:
    from reader.terms.compiled import Compiled, Difference
    from reader.terms.form_file import FormFile

RULES_VERSION = 69
"""Part of every file's head: raise it when a rule or a word that makes forms or guards changes."""

_MAGIC = b"reader-terms-3 "
_MARK = 8
_KEPT = 24

_COMPARED = 64 * 2**10
"""Bytes of a source that a file holds to be compared; of a longer one it holds a digest."""

_MARKED = b"marked "
_MADE_OF = b"made of "
_LIKELY = 4
"""Glossaries, the newest, that a changed one is looked for among."""


def _head(source: bytes) -> bytes:
    return _head_of(_told(source))


def _head_of(source: bytes) -> bytes:
    # Which letters are which is a matter of Python's version, too. What was made without a
    # dictionary is made anew once that is installed.
    made_by = (f"{RULES_VERSION} {sys.hexversion:x}", *dictionaries.installed(), str(len(source)))
    return _MAGIC + " ".join(made_by).encode() + b"\n" + source


def _folder() -> Path:
    return storage.cache_home() / "terms"


def _told(source: bytes) -> bytes:
    if len(source) <= _COMPARED:
        return source
    from hashlib import sha256

    return b"%d %s" % (len(source), sha256(source).hexdigest().encode())


def _path(source: bytes) -> Path:
    source = _told(source)
    return _folder() / f"{crc32(source):08x}{len(source):x}.glossary"


def _read(path: Path, head: bytes, data: bytes | None = None) -> bytes | None:
    data = caches.read(path) if data is None else data
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
            if not body.startswith(_MADE_OF):
                return packing.unpack_compiled(_without_marks(body))
            from reader.terms.differences import changed

            line, _, packed = body.partition(b"\n")
            name, mark = line.removeprefix(_MADE_OF).decode("ascii").split()
            base = _any(_folder() / Path(name).name)
            if base is None or _mark(base).hex() != mark or base.startswith(_MADE_OF):
                return None
            whole = packing.unpack_compiled(_without_marks(base))
            return changed(whole, packing.unpack_difference(packed))
        except storage.DAMAGE:
            return None


def _without_marks(body: bytes) -> bytes:
    return body.partition(b"\n")[2] if body.startswith(_MARKED) else body


def store(source: bytes, compiled: Compiled, marks: Sequence[str] = ()) -> None:
    """Cache the compiled glossary made from ``source``; delete the oldest files.

    With ``marks``, one of each entry, glossaries that are nearly the same can be made from it.
    """
    body = packing.pack_compiled(compiled)
    if marks:
        body = _MARKED + " ".join(marks).encode("ascii") + b"\n" + body
    _store(source, body)


def store_difference(source: bytes, base: Base, difference: Difference) -> None:
    """Cache the glossary made from ``source`` as what is different in it from a base."""
    line = f"{base.path.name} {base.mark.hex()}\n".encode("ascii")
    with contextlib.suppress(OSError):
        os.utime(base.path)  # the oldest are deleted
    _store(source, _MADE_OF + line + packing.pack_difference(difference))


def _store(source: bytes, body: bytes) -> None:
    path = _path(source)
    _write(path, _head(source), body)
    with contextlib.suppress(OSError):
        _prune(path.parent)


class Base(NamedTuple):
    """A compiled glossary of which others are kept as what is different in them."""

    path: Path
    mark: bytes
    compiled: Compiled
    order: list[int]
    """For each entry of the other glossary its place in this one, or -1."""


def nearest(marks: Sequence[str]) -> Base | None:
    """Find a compiled glossary that has nearly all of the entries with these marks."""
    from reader.terms.differences import kept

    try:
        files = [(path.stat().st_mtime, path) for path in _folder().glob("*.glossary")]
        for _, path in sorted(files, reverse=True)[:_LIKELY]:
            body = _any(path)
            if body is None or not body.startswith(_MARKED):
                continue
            line, _, packed = body.partition(b"\n")
            order = kept(line.removeprefix(_MARKED).decode("ascii").split(), marks)
            if order is not None:
                compiled = packing.unpack_compiled(packed)
                return Base(path, _mark(body), compiled, order)
    except storage.DAMAGE:
        pass
    return None


def _any(path: Path) -> bytes | None:
    """Read the body of a file, whatever it was made from, by these rules."""
    data = caches.read(path)
    if data is None:
        return None
    line = data.index(b"\n")
    length = int(data[:line].rpartition(b" ")[2])
    return _read(path, _head_of(data[line + 1 : line + 1 + length]), data)


def _prune(folder: Path) -> None:
    files = [(path.stat().st_mtime, path) for path in folder.glob("*.glossary")]
    for _, path in sorted(files)[:-_KEPT]:
        path.unlink()


def forms() -> FormFile:
    """Return the patterns of terms that were expanded before."""
    from reader.terms.form_file import FormFile

    return FormFile(_folder() / "forms.sqlite", _head(b"forms"))
