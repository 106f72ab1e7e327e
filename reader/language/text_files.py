"""Read plain files of a limited size whole, and their text in UTF-8."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import NamedTuple

from reader import storage
from reader.errors import ReaderError
from reader.language.messages import N_


class FileMessages(NamedTuple):
    """Msgids for what can be wrong with a file of one kind."""

    missing: str
    not_a_file: str
    too_large: str
    """With ``{limit}``, in MB."""
    unreadable: str
    """With ``{reason}``."""
    not_utf8: str = ""
    """Where the text is read as UTF-8."""


LARGEST_YAML = 8 * 2**20
"""Bytes of one YAML file."""
YAML_MESSAGES = FileMessages(
    missing=N_("There is no such file. Check its name."),
    not_a_file=N_("This is not a file. A YAML file is expected here."),
    too_large=N_("This file has more than {limit} MB. Divide it into smaller ones."),
    unreadable=N_("This file cannot be read ({reason})."),
    not_utf8=N_("This file is not in UTF-8. Convert it, for example with iconv -t UTF-8."),
)


def broken_link(path: Path) -> ReaderError | None:
    """Return what is wrong with a link that leads nowhere or in a circle; ``None`` without one.

    A folder on the way to a file may be such a link, too.
    """
    links = [each for each in (path, *path.parents) if storage.is_link(each)]
    for link in reversed(links):
        try:
            link.stat()
        except FileNotFoundError:
            return ReaderError.at(
                link,
                N_("This link leads nowhere: {target} does not exist. Correct it, or remove it."),
                target=str(link.readlink()),
            )
        except OSError as error:
            if error.errno == errno.ELOOP:
                return ReaderError.at(
                    link, N_("This link leads back to itself. Correct it, or remove it.")
                )
    return None


def read_text(path: Path, largest: int, messages: FileMessages) -> str:
    """Read a UTF-8 file of at most ``largest`` bytes, without its byte order mark.

    Raises :class:`ReaderError` with one of ``messages``, and with the line where a file stops
    being UTF-8.
    """
    return decode(read_bytes(path, largest, messages), path, messages)


def read_bytes(path: Path, largest: int, messages: FileMessages, *, streams: bool = False) -> bytes:
    """Read a file of at most ``largest`` bytes; with ``streams`` it may be a pipe.

    Raises :class:`ReaderError` with one of ``messages``.
    """
    try:
        return storage.read_file(path, largest, streams=streams)
    except storage.NotAFileError as error:
        raise ReaderError.at(path, messages.not_a_file) from error
    except storage.TooLargeError as error:
        limit = str(largest // 2**20)
        raise ReaderError.at(path, messages.too_large, limit=limit) from error
    except FileNotFoundError as error:
        raise broken_link(path) or ReaderError.at(path, messages.missing) from error
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        if (link := broken_link(path)) is not None:
            raise link from error
        reason = getattr(error, "strerror", None) or str(error)
        raise ReaderError.at(path, messages.unreadable, reason=reason) from error


def decode(data: bytes, path: Path, messages: FileMessages) -> str:
    """Decode what :func:`read_bytes` read of ``path``. Raises :class:`ReaderError`."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReaderError.at(path, messages.not_utf8, line=line) from error
