"""Files that hold a text which is not read here: which program takes it out, or that they are damaged."""

from __future__ import annotations

import shlex
from pathlib import PurePath

from reader.errors import ReaderError
from reader.language.messages import N_

_ZIP = b"PK\x03\x04"
_ZIPPED = (
    # A name or a type of what is packed, what the format is called, and its name for pandoc.
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument", "odt"),
)
_CALLED = {".docx": "DOCX", ".epub": "EPUB", ".pdf": "PDF"}
"""What a file of binary data was to be, by the end of its name."""
_HEAD = 2**14
"""Bytes in which the names of the first files of an archive are looked for."""


def recognised(data: bytes, name: str) -> ReaderError | None:
    """Return why the bytes of the file ``name`` are not read, where another program can read them."""
    file = shlex.quote(f"./{name}" if name.startswith("-") and name != "-" else name)
    if data.startswith(_ZIP):
        head = data[:_HEAD]
        for mark, title, format in _ZIPPED:
            if mark in head:
                return _packed(name, title, f"pandoc -f {format} -t plain {file} | reader -")
    called = _CALLED.get(PurePath(name).suffix.lower())
    if called is not None and b"\0" in data[:_HEAD]:  # a text has none, whatever it is called
        return ReaderError.at(
            name,
            N_(
                "This is not a whole {format} file: it is damaged. Get it again from where it came."
            ),
            format=called,
        )
    return None


def web_page(address: str) -> ReaderError:
    """Return the error that an address is not a file, with the way to read what is there."""
    return ReaderError.at(
        address,
        N_("This is a web address, not a file. Fetch the text, for example: {command}"),
        command=f"curl -sL {shlex.quote(address)} | pandoc -f html -t plain | reader -",
    )


def _packed(name: str, format: str, command: str) -> ReaderError:
    return ReaderError.at(
        name,
        N_("This is a {format} file, not a text. Extract the text, for example: {command}"),
        format=format,
        command=command,
    )
