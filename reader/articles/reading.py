"""Bytes become articles: the one way for the screen, the shell, printing, terms and the library.

A format is told by what the bytes are, then by the name. Whatever it is, it becomes a text with its
paragraphs, its title and its source.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader.articles import containers, decoding, kinds
from reader.articles.recognition import Unrecognised
from reader.articles.taken import Format, Taken, joined
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.model import Document, Problem


class Read(NamedTuple):
    """An article that was read; its document has no ``id`` yet."""

    document: Document
    encoding: str | None
    """The name on the web of the encoding that the bytes were in; ``None`` where the format has its own."""
    format: Format
    problems: tuple[Problem, ...] = ()


def read(
    data: bytes, name: str, *, address: str | None = None, charset: str | None = None
) -> Iterator[Read]:
    """Yield the articles that bytes hold: a book has chapters, a folder of mail messages.

    ``name`` is that of their file, ``address`` where they were fetched from, and ``charset`` what
    the server said of them. Raises :class:`ReaderError` for what holds no text.
    """
    found = False
    for taken in take(data, name, address=address, charset=charset):
        if not taken.text.strip():
            continue
        found = True
        document = Unrecognised(taken.text, name, taken.laid).recognised(())
        yield Read(document, taken.encoding, taken.format, taken.problems)
    if not found:
        raise _blank(name)


def take(
    data: bytes, name: str, *, address: str | None = None, charset: str | None = None
) -> Iterator[Taken]:
    """Yield the texts of :func:`read`, in which nothing is sanitized yet."""
    format = kinds.kind(data, name)
    declared = [charset] if charset else []
    if format == "html":
        from reader.articles.formats import html

        yield html.take(data, name, address, declared)
    elif format == "mail":
        from reader.articles.formats import mail

        yield from mail.take(data, name)
    elif format == "pdf":
        from reader.articles.formats import pdf

        yield pdf.take(data, name)
    elif format == "docx":
        from reader.articles.formats import docx

        yield docx.take(data, name)
    elif format == "epub":
        from reader.articles.formats import epub

        yield from epub.take(data, name)
    else:
        if (packed := containers.recognised(data, name)) is not None:
            raise packed
        decoded = decoding.decode(data, name, declared)
        from reader.articles.paragraphs import lay_out

        laid = lay_out(decoded.text)
        if address is not None and laid.source.url is None:
            laid = laid._replace(source=laid.source._replace(url=address))
        yield Taken(decoded.text, laid, format or "text", decoded.encoding, decoded.problems)


def read_text(path: Path | None) -> Taken:
    """Read a file, or standard input where ``path`` is ``None``: all that it holds, as one text.

    Raises :class:`ReaderError` for a file that is missing, unreadable, empty, binary or too large.
    """
    name = "-" if path is None else str(path)
    data = decoding.bytes_of(path)
    several = list(take(data, name))
    title = None
    if len(several) > 1 and several[0].format == "epub":
        from reader.articles.formats import epub

        title = epub.title(data, name)
    if not several:
        raise _blank(name)
    return joined(several, title)


def read_article(path: Path | None) -> Taken:
    """Read a text as :func:`read_text` does; raise for one of white space alone, too."""
    taken = read_text(path)
    if not taken.text.strip():
        raise _blank("-" if path is None else str(path))
    return taken


def beginning(path: Path) -> str | None:
    """Return the beginning of a long plain text, to show it while the rest is read.

    ``None`` for a short file, for any other format, and where the beginning is not a text: then the
    caller reads the whole with :func:`read_article`, which raises the error.
    """
    data = decoding.beginning_of(path)
    if data is None or kinds.kind(data, str(path)) not in ("text", "markdown"):
        return None
    try:
        if containers.recognised(data, str(path)) is not None:
            return None
        decoded = decoding.decode(data, str(path), is_beginning=True)
    except ReaderError:
        return None
    # Of another encoding the whole tells more.
    return decoded.text if decoded.is_certain and decoded.text.strip() else None


def _blank(name: str) -> ReaderError:
    return ReaderError.at(name, N_("This file has nothing but white space. Give one with a text."))
