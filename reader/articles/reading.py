"""Bytes become articles, whatever format they are in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.articles import decoding, recognition
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.model import Document, Problem


class Read(NamedTuple):
    """An article as it was read."""

    document: Document
    encoding: str
    format: str
    problems: tuple[Problem, ...] = ()


def read(
    data: bytes, name: str, *, address: str | None = None, charset: str | None = None
) -> Iterator[Read]:
    """Yield the articles that bytes hold. Raises :class:`ReaderError`."""
    if not data:
        raise ReaderError.at(name, N_("This file is empty. Give a file with the article’s text."))
    text, problems = decoding._decode(data, name)
    if not text.strip():
        raise ReaderError.at(
            name, N_("This file has nothing but white space. Give one with a text.")
        )
    document = recognition.open_article(text, name, ())
    if address is not None:
        document = document._replace(source=document.source._replace(url=address))
    yield Read(document, "utf-8", "text", problems)
