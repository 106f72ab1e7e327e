"""A compiled catalog is read as gettext reads it, and never trusted."""

import io
import struct
from gettext import GNUTranslations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import storage
from reader.language import mo, po
from tests.language import factories

SHIPPED = sorted(storage.resource_dir("locales").rglob("*.po"))
PATH = Path("ru/LC_MESSAGES/x.po")
WHOLE = po.compile(po.parse(factories.HEADER.format(language="ru") + factories.CATALOG, PATH))


def compiled(
    pairs: list[tuple[bytes, bytes]], *, order: str = "<", charset: str = "UTF-8", version: int = 0
) -> bytes:
    """A ``.mo`` of these ids and texts behind a header."""
    pairs = [(b"", f"Content-Type: text/plain; charset={charset}\n".encode()), *pairs]
    head, body, numbers = 28, b"", []
    at = head + 16 * len(pairs)
    for strings in zip(*pairs, strict=True):
        for string in strings:
            numbers += [len(string), at + len(body)]
            body += string + b"\0"
    fields = (0x950412DE, version, len(pairs), head, head + 8 * len(pairs), 0, 0)
    return struct.pack(f"{order}{7 + len(numbers)}I", *fields, *numbers) + body


@pytest.mark.parametrize("path", SHIPPED, ids=[path.name for path in SHIPPED])
def test_a_shipped_catalog_is_read_as_gettext_reads_it(path: Path) -> None:
    data = po.compile(po.read_whole(path))
    made: Any = GNUTranslations(io.BytesIO(data))
    messages = dict(made._catalog)
    del messages[""]
    found = mo.decode(data, path.parent.parent.name)
    assert found.messages == messages
    assert [*map(found.plurals.form_of, range(200))] == [*map(made.plural, range(200))]


@pytest.mark.parametrize("order", ["<", ">"])
def test_either_order_of_bytes_is_read(order: str) -> None:
    assert mo.decode(compiled([(b"a", b"b")], order=order), "ru").messages == {"a": "b"}


def test_a_catalog_is_read_in_the_encoding_of_its_header() -> None:
    data = compiled([(b"a", "да".encode("koi8-r"))], charset="KOI8-R")
    assert mo.decode(data, "ru").messages == {"a": "да"}


@pytest.mark.parametrize(
    "charset", ["UTF-8", "ASCII", "zip", "idna", "rot13", "unicode_escape", "x"]
)
def test_a_message_in_another_encoding_is_left_out(charset: str) -> None:
    data = compiled([(b"a", b"\xff\\u0041"), (b"b", b"good"), (b"\xff", b"c")], charset=charset)
    assert mo.decode(data, "ru").messages == {"b": "good"}


def test_a_blank_translation_is_left_out() -> None:
    data = compiled([(b"a", b" \n"), (b"b\0bs", " \0\u200b\0x".encode()), (b"c", b"")])
    assert mo.decode(data, "ru").messages == {("b", 2): "x"}


def test_messages_may_share_a_text() -> None:
    data = bytearray(compiled([(b"a", b"one"), (b"b", b"two")]))
    data[60:68] = data[68:76]
    assert mo.decode(bytes(data), "ru").messages == {"a": "two", "b": "two"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xde\x12\x04\x95",
        WHOLE[:20],
        WHOLE[:-20],
        b"XXXX" + WHOLE[4:],
        compiled([], version=2 << 16),
        struct.pack("<7I", 0x950412DE, 0, 0xFFFFFFFF, 28, 28, 0, 0),
        struct.pack("<7I", 0x950412DE, 0, 1, 0xFFFFFFF0, 28, 0, 0) + b"\0" * 64,
        struct.pack("<11I", 0x950412DE, 0, 1, 28, 36, 0, 0, 9, 0xFFFFFFFF, 0, 0),
        struct.pack("<11I", 0x950412DE, 0, 1, 28, 36, 0, 0, 0xFFFFFFFF, 40, 0, 0),
    ],
    ids=range(10),
)
def test_a_damaged_catalog_is_not_read(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"catalog|outside"):
        mo.decode(data, "ru")


@pytest.mark.parametrize("which", ["ids", "texts"])
def test_strings_that_overlap_are_not_copied_over_and_over(which: str) -> None:
    count, size = 50_000, 1_000_000
    body = 28 + 16 * count
    short = [number for i in range(count) for number in (1, body + i % 1000)]
    long = [number for i in range(count) for number in (size - i, body + i)]
    tables = (long, short) if which == "ids" else (short, long)
    fields = (0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0)
    data = struct.pack(f"<{7 + 4 * count}I", *fields, *tables[0], *tables[1]) + b"x" * size
    with pytest.raises(ValueError, match="overlap"):
        mo.decode(data, "ru")


@settings(deadline=None, max_examples=500)
@given(changes=st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=6))
def test_no_compiled_catalog_ends_the_program(changes: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for at, byte in changes:
        data[at] = byte
    try:
        found = mo.decode(bytes(data), "ru")
    except ValueError:
        return
    assert all(0 <= found.plurals.form_of(n) < 8 for n in range(100))
