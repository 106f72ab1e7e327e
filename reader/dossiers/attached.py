"""Originals that the reader has added: the publisher's text of a document of a dossier.

Each is a file as that of an own article, whose paragraphs have the ids of the edition's.
"""

from __future__ import annotations

from pathlib import Path

from reader.articles import recognition
from reader.dossiers import own_article, own_places
from reader.model import Document, Problem


def path_of(dossier: str, document: str) -> Path:
    """Return the file, which may not exist, of the original of a document."""
    return own_places.originals(dossier) / f"{document}{own_places.SUFFIX}"


def with_original(document: Document, path: Path) -> tuple[Document, tuple[Problem, ...]]:
    """Return the document with the original in a file; without it where that is wrong."""
    article, problems = own_article.read(path, document.id or "")
    if article is None:
        return document, problems
    paragraphs = article.document.texts[0].paragraphs
    return recognition.with_original(document, paragraphs), problems
