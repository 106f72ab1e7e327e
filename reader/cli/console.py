"""Standard output and standard error: encodings, width, emphasis."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from collections.abc import Callable
from typing import TextIO

from reader.language.messages import N_
from reader.language.sanitize import sanitize

_DIGITS = 5
"""Digits of the largest number of columns that is taken for one."""


def prepare() -> None:
    """Make both streams take any text, and forget a size of the terminal that is not a number.

    ASCII is the encoding of a machine without a locale: it becomes UTF-8. In any other encoding
    a missing character becomes an escape, so that a ``UnicodeEncodeError`` never loses text.
    """
    for name in ("COLUMNS", "LINES"):
        if name in os.environ and _number(os.environ[name]) is None:
            del os.environ[name]  # Rich would end the program
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:  # closed, or replaced by a test
            continue
        ascii_only = (stream.encoding or "ascii").lower() in ("ascii", "us-ascii", "ansi_x3.4-1968")
        reconfigure(encoding="utf-8" if ascii_only else None, errors="backslashreplace")
    if None in (sys.stdin, sys.stdout, sys.stderr):
        _keep_descriptors()
    if sys.stdout is None:
        sys.stdout = _ClosedOutput()


def _keep_descriptors() -> None:
    """Put the null device where a stream is closed, so that no file is opened in its place."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest that is free


class _ClosedOutput(io.TextIOBase):
    """A standard output that was closed: whoever has written to it is told so by ``flush``."""

    def __init__(self) -> None:
        self._is_missed = False

    @property
    def buffer(self) -> _ClosedOutput:
        return self

    def write(self, _text: str | bytes) -> int:
        self._is_missed = True
        return 0

    def flush(self) -> None:
        is_missed, self._is_missed = self._is_missed, False
        if is_missed:
            raise OSError(errno.EBADF, N_("Standard output is closed: nothing could be written."))


def silence(stream: TextIO) -> None:
    """Send what is still buffered to the null device, where nothing can be written any more.

    The interpreter would report it when it closes the stream.
    """
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError, AttributeError):
        return


def is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def columns() -> int:
    """Return the terminal's columns; 80 where standard output is not a terminal.

    As ``shutil.get_terminal_size`` does, which is slow to import.
    """
    if configured := os.environ.get("COLUMNS", ""):
        return _number(configured) or 80
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError, AttributeError):
        return 80


def _number(digits: str) -> int | None:
    # int() doesn't read all that isdigit() calls so: ², and five thousand of any.
    if digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS:
        return int(digits)
    return None


def width() -> int:
    """Return the columns for text: the terminal's, from 30 to 100, or 80 in a pipe."""
    return max(30, min(100, columns())) if is_terminal(sys.stdout) else 80


def dumb() -> bool:
    """Tell whether the terminal handles no escape sequences."""
    return os.environ.get("TERM", "dumb") == "dumb"


def styled() -> bool:
    """Tell whether standard output handles escape sequences for emphasis."""
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and not dumb()


def bold(text: str) -> str:
    return f"\x1b[1m{text}\x1b[22m" if styled() and text else text


def dim(text: str) -> str:
    return f"\x1b[2m{text}\x1b[22m" if styled() and text else text


def linked(text: str, address: str) -> str:
    """Return ``text`` as a link that a terminal opens (OSC 8), where standard output is one."""
    from reader.language.addresses import in_ascii, is_web_address

    if not styled() or not is_web_address(address):
        return text
    return f"\x1b]8;;{in_ascii(address)}\x1b\\{text}\x1b]8;;\x1b\\"


def print_text(text: str = "") -> None:
    """Print a line, or several, for a person, in the locale's encoding.

    A terminal gets no soft hyphens, to which most of them give a cell.
    """
    print(text.replace("\xad", "") if is_terminal(sys.stdout) else text)


def write_utf8(text: str) -> None:
    """Write text for another program: in UTF-8, whatever the locale."""
    if sys.stdout is None:
        return
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    buffer.write(text.encode("utf-8", "backslashreplace"))


def write_bytes(content: bytes) -> None:
    """Write bytes as they are, for a pipe or a file."""
    if sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


_CONTROLS = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
"""Characters that JSON leaves as they are and a terminal acts on; only strings have them."""


def json_text(encoded: str) -> str:
    """Escape every character of encoded JSON that could control a terminal."""
    if encoded.isascii() and "\x7f" not in encoded:
        return encoded
    return re.sub(_CONTROLS, lambda match: f"\\u{ord(match[0]):04x}", encoded)


def json(value: object) -> None:
    """Write one JSON value, indented by two spaces."""
    from json import dumps

    write_utf8(json_text(dumps(value, ensure_ascii=False, indent=2)) + "\n")


def progress(label: str) -> Callable[[int, int], None] | None:
    """Return a callback ``(done, total)`` that shows progress on standard error.

    ``None`` where standard error is not a terminal that handles escape sequences.
    """
    if not is_terminal(sys.stderr) or dumb():
        return None
    from reader.language import dates, messages

    def show(done: int, total: int) -> None:
        end = "\r\x1b[K" if done >= total else ""
        numbers = " / ".join(dates.number(x, messages.language()) for x in (done, total))
        sys.stderr.write(f"\r{label}: {numbers}{end}")
        sys.stderr.flush()

    return show


def print_error(text: str) -> None:
    """Print a sanitized line on standard error; where that is full, nobody can be told."""
    if sys.stderr is None:
        return
    try:
        print(sanitize(text), file=sys.stderr, flush=True)
    except OSError:
        silence(sys.stderr)
