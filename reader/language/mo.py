"""Read compiled catalogs: a ``.mo`` is from outside, and as little trusted as any text.

:class:`gettext.GNUTranslations` follows every offset: a small file can make it copy gigabytes.
"""

from __future__ import annotations

import re
import struct

from reader.language import plurals
from reader.language.blank import is_blank
from reader.language.catalog_messages import CatalogMessages, Key

_Place = tuple[int, int]
"""The size of a string in bytes, and where it begins."""


def decode(data: bytes, language: str) -> CatalogMessages:
    """Decode the bytes of a ``.mo``; a message that is not in its encoding is left out.

    Raises ``ValueError`` where it is not one, or is damaged.
    """
    order = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}.get(data[:4])
    if order is None or len(data) < 20:
        raise ValueError("not a compiled catalog")
    version, count, ids_at, texts_at = struct.unpack_from(f"{order}4I", data, 4)
    if version >> 16 > 1 or max(ids_at, texts_at) + 8 * count > len(data):
        raise ValueError("tables outside the file")
    ids = _places(data, f"{order}{2 * count}I", ids_at)
    texts = _places(data, f"{order}{2 * count}I", texts_at)
    # Several messages may have the same text, but no two the same id.
    if max(sum(size for size, _ in places) for places in (ids, set(texts))) > len(data):
        raise ValueError("strings that overlap")
    header = next((text for id, text in zip(ids, texts, strict=True) if not id[0]), (0, 0))
    head = _bytes(data, header)
    encoding = _encoding(head)
    messages: dict[Key, str] = {}
    known: dict[_Place, list[str]] = {}
    for id, text in zip(ids, texts, strict=True):
        key = _decoded(data, id, encoding)
        if text not in known:
            forms = _decoded(data, text, encoding)[: plurals.MOST_FORMS]
            known[text] = ["" if is_blank(form) else form for form in forms]
        if not key[0]:
            continue
        if len(key) == 1:
            messages[key[0]] = known[text][0]
        else:
            messages |= {(key[0], number): form for number, form in enumerate(known[text])}
    rule = plurals.of_header(head.decode(encoding, "replace"), language)
    return CatalogMessages({key: text for key, text in messages.items() if text}, rule)


def _places(data: bytes, rows: str, start: int) -> list[_Place]:
    numbers = struct.unpack_from(rows, data, start)
    places = list(zip(numbers[::2], numbers[1::2], strict=True))
    if max(map(sum, places), default=0) > len(data):
        raise ValueError("a string outside the file")
    return places


def _bytes(data: bytes, place: _Place) -> bytes:
    size, start = place
    return data[start : start + size]


def _decoded(data: bytes, place: _Place, encoding: str) -> list[str]:
    """Return a string's parts; an empty one where it is not in the encoding."""
    try:
        return _bytes(data, place).decode(encoding).split("\0")
    except UnicodeDecodeError:
        return [""]


def _encoding(header: bytes) -> str:
    named = re.search(rb"charset=([A-Za-z0-9_.-]+)", header)
    if named is None or named[1].lower() in (b"utf-8", b"utf8"):
        return "utf-8"
    from reader.language.po_parser import encoding_of  # late: the usual one needs no look

    return encoding_of(named[1].decode("ascii")) or "utf-8"
