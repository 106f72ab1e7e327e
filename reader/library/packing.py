"""Values as an index stores them, and what is believed of one that is read there.

An index is a cache: whatever in it is not as it was written is damage, and never shown.
"""

import json
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from reader import storage
from reader.language.sanitize import sanitize
from reader.library.codec import decode, encode

if TYPE_CHECKING:
    from reader.verdicts import Verdict

_COMPRESSED = 512
_LARGEST = 2**28
"""Bytes of a value that is unpacked."""


class IndexDamagedError(Exception):
    """The index is not as it was written."""


def pack(value: object) -> bytes:
    """Return ``value`` as JSON with a checksum."""
    data = json.dumps(encode(value), ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
    if len(data) < _COMPRESSED:
        return b"j" + zlib.crc32(data).to_bytes(4, "big") + data
    return b"z" + zlib.compress(data, 1)  # which has a checksum of its own


def unpack(type_: Any, data: object) -> Any:
    """Return the value of ``type_`` that :func:`pack` made ``data`` of.

    Raises :class:`IndexDamagedError` where it has been changed since.
    """
    try:
        if not isinstance(data, bytes):
            raise TypeError(data)
        if data[:1] == b"z":
            unpacking = zlib.decompressobj()
            plain = unpacking.decompress(data[1:], _LARGEST)
            if not unpacking.eof:  # with its end its checksum has been looked at
                raise ValueError(len(plain))
        else:
            plain = data[5:]
            if data[:5] != b"j" + zlib.crc32(plain).to_bytes(4, "big"):
                raise ValueError(data[:5])
        text = plain.decode("utf-8", "surrogatepass")
        value = json.loads(text)
        # Every text was sanitized before it was stored; somebody else may have stored another.
        # In JSON a quote is all that a usual text has a backslash before.
        is_plain = "\\" not in text.replace('\\"', "") and text.replace("\xa0", " ").isprintable()
        return decode(type_, value if is_plain else _sanitized(value))
    except (*storage.DAMAGE, zlib.error) as error:
        raise IndexDamagedError from error


def verdicts_of(data: object) -> "tuple[Verdict, ...]":
    """Return the verdicts that were packed; see :func:`unpack`."""
    from reader.verdicts import Verdict  # late: the first frame shows none

    found: tuple[Verdict, ...] = unpack(tuple[Verdict, ...], data)
    return found


def _sanitized(value: Any) -> Any:
    if isinstance(value, str):
        return sanitize(value)
    if isinstance(value, list):
        return [_sanitized(part) for part in value]
    if isinstance(value, dict):
        return {sanitize(key): _sanitized(part) for key, part in value.items()}
    return value


def ids_of(values: Iterable[object]) -> list[str]:
    """Return ids as they are; see :func:`id_of`."""
    return [id_of(value) for value in values]


def id_of(value: object) -> str:
    """Return an id as it is; raise :class:`IndexDamagedError` for what can't be one."""
    if not isinstance(value, str) or not value.isprintable():
        raise IndexDamagedError(value)
    return value


def number_of(value: object) -> int:
    """Return a whole number of a row; any other value is damage."""
    if not isinstance(value, int):
        raise IndexDamagedError(value)
    return value
