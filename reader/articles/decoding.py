"""Decode and sanitize the text of an article, from a file or standard input."""

from __future__ import annotations

import codecs
import stat
import sys
from pathlib import Path

from reader.errors import ReaderError
from reader.language.messages import N_
from reader.language.sanitize import sanitize

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


def read_text(path: Path | None) -> str:
    r"""Read and sanitize a file, or standard input where ``path`` is ``None``.

    Lines end at ``\n``. The text has passed :func:`reader.language.sanitize.sanitize`. Raises
    :class:`ReaderError` as :func:`read_raw` does, and for a text of white space alone.
    """
    text = sanitize(read_raw(path).replace("\r\n", "\n"))
    if not text.strip():
        name = "-" if path is None else str(path)
        raise ReaderError.at(name, N_("This file holds only white space. Give one with a text."))
    return text


def read_beginning(path: Path) -> str | None:
    """Read the first paragraphs of a long file, to show them while the rest is read.

    Returns ``None`` for a file that is short or not a regular one, and where its beginning is not
    UTF-8: then the caller reads the whole with :func:`read_text`, which raises the error.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) or not LONG < about.st_size <= LARGEST:
            return None
        with path.open("rb") as file:
            data = file.read(BEGINNING)
        text = data[: data.rindex(b"\n")].removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except (OSError, ValueError):
        return None
    return None if "\0" in text or not text.strip() else sanitize(text.replace("\r\n", "\n"))


def read_raw(path: Path | None) -> str:
    """Read a text without sanitizing it, for offsets into it; never show it.

    It is UTF-8, or UTF-16 with a byte order mark, which is left out of the text. Raises
    :class:`ReaderError` for a file that is missing, unreadable, empty, binary, too large
    or in another encoding.
    """
    name = "-" if path is None else str(path)
    data = _standard_input() if path is None else _file(path)
    if len(data) > LARGEST:
        raise _too_large(name)
    if not data:
        raise ReaderError.at(name, N_("This file is empty. Give a file with the article’s text."))
    return _decode(data, name)


def _too_large(name: str) -> ReaderError:
    return ReaderError.at(
        name,
        N_("This text has more than {limit} MB. Divide it and open the parts."),
        limit=str(LARGEST // 2**20),
    )


def _standard_input() -> bytes:
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
        raise ReaderError.at(path, N_("There is no such file. Check its name.")) from error
    except PermissionError as error:
        raise ReaderError.at(
            path, N_("You may not read this file. Ask its owner, or copy one that you may read.")
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise ReaderError.at(
            path, N_("This file cannot be read ({reason})."), reason=reason
        ) from error


def _decode(data: bytes, name: str) -> str:
    mark, encoding = next(
        ((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", "utf-8")
    )
    body = data[len(mark) :]
    if encoding == "utf-8" and b"\0" in body:
        raise ReaderError.at(
            name,
            N_("This is binary data, not a text. Save the article as plain text and open that."),
            line=body.count(b"\n", 0, body.index(b"\0")) + 1,
        )
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].decode(encoding, "replace").count("\n") + 1
        raise ReaderError.at(
            name,
            N_(
                "This text is not in UTF-8. Convert it, for example:"
                " iconv -f WINDOWS-1251 -t UTF-8 OLD.txt > NEW.txt"
            ),
            line=line,
        ) from error
    if "\0" in text:
        raise ReaderError.at(
            name,
            N_("This is binary data, not a text. Save the article as plain text and open that."),
        )
    return text
