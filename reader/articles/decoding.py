"""Decode and sanitize the text of an article, from a file or standard input."""

from __future__ import annotations

import codecs
import stat
import sys
from pathlib import Path
from typing import NamedTuple

from reader import storage
from reader.articles import containers, paragraphs
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


def path_of(name: str) -> Path | None:
    """Return the path that a name in the shell means; ``None`` for ``-``, standard input.

    Raises :class:`ReaderError` for an address on the web, in whose path a slash would be lost.
    """
    path = Path(name)
    if is_web_address(name) and not storage.exists(path):
        raise containers.web_page(name)
    return None if name == "-" else path


def read(path: Path | None) -> Decoded:
    """Read a file, or standard input where ``path`` is ``None``, and decode it.

    It is UTF-8, or UTF-16 with a byte order mark. What few bytes are wrong in it are U+FFFD in the
    text, and a problem, and so is that it is the source of a web page. No byte order mark is part
    of the text; offsets into it count everything else that the file has. Raises :class:`ReaderError` for a file that is missing,
    unreadable, empty, binary, too large or in another encoding.
    """
    name = "-" if path is None else str(path)
    data = standard_input() if path is None else _file(path)
    if len(data) > LARGEST:
        raise _too_large(name)
    if not data:
        raise ReaderError.at(name, N_("This file is empty. Give a file with the article’s text."))
    decoded = _decode(data, name)
    if not paragraphs.is_html(decoded.text):
        return decoded
    message = N_("This is a web page, shown as its HTML source. To read it, save it as plain text.")
    return decoded._replace(problems=(*decoded.problems, Problem(name, 0, 0, message)))


def read_article(path: Path | None) -> Decoded:
    """Read a text as :func:`read` does; raise for one of white space alone, too."""
    decoded = read(path)
    name = "-" if path is None else str(path)
    if not decoded.text.strip():
        raise ReaderError.at(
            name, N_("This file has nothing but white space. Give one with a text.")
        )
    return decoded


def read_beginning(path: Path) -> str | None:
    """Read the beginning of a long file, to show it while the rest is read.

    It ends with a line, or with a word where a line is long. Returns ``None`` for a file that is
    short or not a regular one, and where its beginning is not a text: then the caller reads the
    whole with :func:`read_article`, which raises the error.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) or not LONG < about.st_size <= LARGEST:
            return None
        with path.open("rb") as file:
            data = file.read(BEGINNING)
        for sign in (b"\n", b"\r", b" "):
            if (end := data.rfind(sign)) > len(data) // 2:
                data = data[:end]
                break
        else:
            while data and data[-1] & 0xC0 == 0x80:  # not in the middle of a character
                data = data[:-1]
            data = data[:-1]
        text = _decode(data, str(path), is_beginning=True).text
    except (OSError, ValueError, ReaderError):
        return None
    return text if text.strip() else None


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


def _decode(data: bytes, name: str, *, is_beginning: bool = False) -> Decoded:
    mark, encoding = next(
        ((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", "utf-8")
    )
    if (packed := containers.recognised(data, name)) is not None:
        raise packed
    if data.startswith(_UTF_32):
        raise _not_a_text(data, name)
    body = data[len(mark) :]
    if is_beginning and encoding != "utf-8":
        body = body[: len(body) & ~1]
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
        raise _not_a_text(data, name)
    if wrong and encoding == "utf-8" and not _is_damaged_utf_8(body, text, wrong):
        raise _other_encoding(data, name, first)
    if nulls:
        first = min(first, len(text[: text.index("\0")].encode(encoding, "replace")))
        text = text.replace("\0", "\ufffd")
    text = text.lstrip("\ufeff")
    if not wrong and not nulls:
        return Decoded(text)
    line = body[:first].decode(encoding, "replace").count("\n") + 1
    message = N_(
        "Some bytes are not characters ({count}, the first in this line): each is shown as �,"
        " everything else as it is. The file may be damaged."
    )
    return Decoded(text, (Problem(name, line, 0, message, {"count": str(wrong + nulls)}),))


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


def _other_encoding(data: bytes, name: str, start: int) -> ReaderError:
    from reader.articles import encodings

    line = data.count(b"\n", 0, start) + 1
    likely = encodings.probable(data[max(0, start - 2**12) :])
    if not likely:
        return ReaderError.at(
            name,
            N_(
                "This text is not in UTF-8, and nothing tells its encoding. Save it as UTF-8 with the"
                " program that it comes from."
            ),
            line=line,
        )
    convert = f"iconv -f {likely[0]} -t UTF-8 OLD.txt > NEW.txt"
    if len(likely) == 1:
        message = N_(
            "This text is not in UTF-8 but probably in {encoding}. Convert it, for example: {convert}"
        )
        return ReaderError.at(name, message, line=line, encoding=likely[0], convert=convert)
    message = N_(
        "This text is not in UTF-8 but probably in {encoding} or {other}. Convert it, for example:"
        " {convert}"
    )
    return ReaderError.at(
        name, message, line=line, encoding=likely[0], other=likely[1], convert=convert
    )


def _not_a_text(data: bytes, name: str) -> ReaderError:
    from reader.articles import encodings

    if (encoding := encodings.utf_16_or_32(data)) is not None:
        return ReaderError.at(
            name,
            N_(
                "This text is not in UTF-8 but probably in {encoding}. Convert it, for example: {convert}"
            ),
            encoding=encoding,
            convert=f"iconv -f {encoding} -t UTF-8 OLD.txt > NEW.txt",
        )
    return ReaderError.at(
        name, N_("This is binary data, not a text. Save the article as plain text and open that.")
    )
