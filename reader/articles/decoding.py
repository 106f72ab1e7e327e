"""The bytes of a file or of standard input, and the text that they are."""

from __future__ import annotations

import codecs
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from reader import storage
from reader.articles import containers
from reader.errors import ReaderError
from reader.language.addresses import is_web_address
from reader.language.messages import N_
from reader.language.text_files import broken_link
from reader.model import Problem

LARGEST = 64 * 2**20
"""Bytes. A longer text is not an article, and the screen has to hold it whole."""

LONG = 2**19
"""Bytes from which on a file is shown before it is read to its end."""
BEGINNING = 2**16

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


class Decoded(NamedTuple):
    """The text of a file, not sanitized yet: never show it as it is."""

    text: str
    problems: tuple[Problem, ...] = ()
    """What is to be said about it; the text can be read all the same."""
    encoding: str = "utf-8"
    """Its name on the web, in lower case."""
    is_certain: bool = True
    """It is UTF-8, or UTF-16 that says so."""


def path_of(name: str) -> Path | None:
    """Return the path that a name in the shell means; ``None`` for ``-``, standard input.

    Raises :class:`ReaderError` for an address on the web, in whose path a slash would be lost.
    """
    path = Path(name)
    if is_web_address(name) and not storage.exists(path):
        raise containers.web_page(name)
    return None if name == "-" else path


def bytes_of(path: Path | None) -> bytes:
    """Return what a file holds, or standard input where ``path`` is ``None``.

    Raises :class:`ReaderError` for a file that is missing, unreadable, empty or too large.
    """
    name = "-" if path is None else str(path)
    data = standard_input() if path is None else _file(path)
    if len(data) > LARGEST:
        raise _too_large(name)
    if not data:
        raise ReaderError.at(name, N_("This file is empty. Give a file with the article’s text."))
    return data


def beginning_of(path: Path) -> bytes | None:
    """Return the beginning of a long file, to be shown while the rest is read.

    It ends with a line, or with a word where a line is long. Returns ``None`` for a file that is
    short or not a regular one: then the caller reads the whole.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) or not LONG < about.st_size <= LARGEST:
            return None
        with path.open("rb") as file:
            data = file.read(BEGINNING)
    except (OSError, ValueError):
        return None
    for sign in (b"\n", b"\r", b" "):
        if (end := data.rfind(sign)) > len(data) // 2:
            return data[:end]
    while data and data[-1] & 0xC0 == 0x80:  # not in the middle of a character
        data = data[:-1]
    return data[:-1]


def _too_large(name: str) -> ReaderError:
    return ReaderError.at(
        name,
        N_("This text has more than {limit} MB. Divide it and open the parts."),
        limit=str(LARGEST // 2**20),
    )


def standard_input() -> bytes:
    """Return what is piped in, or its first bytes where it is too large. Raises :class:`ReaderError`."""
    if sys.stdin is None:
        raise ReaderError.at("-", N_("There is no standard input to read from."))
    try:
        return sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise ReaderError.at(
            "-", N_("This file cannot be read ({reason})."), reason=error.strerror or str(error)
        ) from error


def _file(path: Path) -> bytes:
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise ReaderError.at(path, N_("This is a folder. Give a file with the article’s text."))
        if about.st_size > LARGEST:
            raise _too_large(str(path))
        # A pipe (<(command) in a shell) has no size: it is read up to the limit.
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError as error:
        message = N_("There is no such file. Check its name.")
        raise broken_link(path) or ReaderError.at(path, message) from error
    except PermissionError as error:
        raise ReaderError.at(
            path,
            N_(
                "You have no permission to read this file. Ask its owner for access, or use a "
                "copy that you can read."
            ),
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        if isinstance(error, OSError) and (link := broken_link(path)) is not None:
            raise link from error
        reason = getattr(error, "strerror", None) or str(error)
        raise ReaderError.at(
            path, N_("This file cannot be read ({reason})."), reason=reason
        ) from error


def decode(
    data: bytes, name: str, declared: Sequence[str] = (), *, is_beginning: bool = False
) -> Decoded:
    """Decode a text, whatever encoding it is in.

    That is UTF-8 where the bytes can be UTF-8, or UTF-16; else one of the ``declared`` encodings, as
    far as the letters don't speak against it; else what the letters are most likely in, which is a
    problem to be told. What few bytes are wrong in it are U+FFFD in the text, and a problem. No
    byte order mark is part of the text. Raises :class:`ReaderError` for what is not a text.
    """
    mark, encoding = next(
        ((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", "utf-8")
    )
    body = data[len(mark) :]
    if is_beginning and encoding != "utf-8":
        body = body[: len(body) & ~1]
    if data.startswith(_UTF_32):
        return _guessed(data, name, "utf-32")
    wrong, first = 0, len(body)
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        text = body.decode(encoding, "replace")
        wrong, first = text.count("\ufffd"), error.start
        if encoding == "utf-8":
            wrong -= body.count("\ufffd".encode())
    nulls = text.count("\0")
    if (nulls and _is_binary(text, nulls)) or (encoding != "utf-8" and wrong > _few(len(text))):
        return _wide(data, name)
    if wrong and encoding == "utf-8" and not _is_damaged_utf_8(body, text, wrong):
        return _other_encoding(data, name, declared, first)
    if nulls:
        first = min(first, len(text[: text.index("\0")].encode(encoding, "replace")))
        text = text.replace("\0", "\ufffd")
    text = text.lstrip("\ufeff")
    if not wrong and not nulls:
        return Decoded(text, encoding=encoding)
    line = body[:first].decode(encoding, "replace").count("\n") + 1
    return Decoded(text, (_wrong_bytes(name, line, wrong + nulls),), encoding)


def _wrong_bytes(name: str, line: int, count: int) -> Problem:
    message = N_(
        "Some bytes are not characters ({count}, the first in this line): each is shown as �,"
        " everything else as it is. The file may be damaged."
    )
    return Problem(name, line, 0, message, {"count": str(count)})


def _is_binary(text: str, nulls: int) -> bool:
    """Tell whether what has null characters is anything but a text with one by mistake."""
    sample = text[:BEGINNING]
    controls = sum(character < "\t" or "\r" < character < "\x1b" for character in sample)
    return nulls > _few(len(text)) or controls > max(nulls, _few(len(sample)))


def _few(size: int) -> int:
    """Return how many wrong bytes leave ``size`` of them a text."""
    return max(1, size // 1000)


def _is_damaged_utf_8(body: bytes, text: str, wrong: int) -> bool:
    """Tell whether bytes are UTF-8 but for some; ``text`` has U+FFFD in place of these."""
    if wrong <= _few(len(body)):
        return True
    ascii_only = len(body.translate(None, delete=bytes(range(0x80, 0x100))))
    return len(text) - wrong - ascii_only > wrong


def _other_encoding(data: bytes, name: str, declared: Sequence[str], start: int) -> Decoded:
    from reader.articles import encodings

    chosen, others, is_declared = encodings.chosen(data, declared)
    if chosen is None:
        raise ReaderError.at(
            name,
            N_(
                "This text is not in UTF-8, and nothing tells its encoding. Save it as UTF-8 with the"
                " program that it comes from."
            ),
            line=data.count(b"\n", 0, start) + 1,
        )
    if is_declared:
        text, problems = _replaced(data, name, chosen)
        return Decoded(text, problems, chosen, False)
    return _guessed(data, name, chosen, others)


def _guessed(data: bytes, name: str, encoding: str, others: Sequence[str] = ()) -> Decoded:
    """Decode what is probably in an encoding, and say so."""
    text, problems = _replaced(data, name, encoding)
    if others:
        message = N_(
            "This text is not in UTF-8. It is read as {encoding}, which it is probably in; it may be in"
            " {other}. If letters are wrong, save it as UTF-8."
        )
        values = {"encoding": encoding, "other": others[0]}
    else:
        message = N_(
            "This text is not in UTF-8. It is read as {encoding}, which it is probably in. If letters are"
            " wrong, save it as UTF-8."
        )
        values = {"encoding": encoding}
    return Decoded(text, (Problem(name, 0, 0, message, values), *problems), encoding, False)


def _replaced(data: bytes, name: str, encoding: str) -> tuple[str, tuple[Problem, ...]]:
    from reader.articles.encodings import python_codec

    text = data.decode(python_codec(encoding), "replace").replace("\0", "\ufffd").lstrip("\ufeff")
    wrong = text.count("\ufffd")
    if not wrong:
        return text, ()
    line = text.count("\n", 0, text.index("\ufffd")) + 1
    return text, (_wrong_bytes(name, line, wrong),)


def _wide(data: bytes, name: str) -> Decoded:
    from reader.articles import encodings

    if (encoding := encodings.utf_16_or_32(data)) is not None:
        return _guessed(data, name, encoding.lower())
    raise ReaderError.at(
        name, N_("This is binary data, not a text. Save the article as plain text and open that.")
    )
