"""Articles that were opened beside a dossier, and originals of its documents: files, standard input."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.library.index import FILE_ROW, Row
from reader.model import Document, Problem

if TYPE_CHECKING:
    from reader.library.sources import Source

FILE = "file:"
"""How the keys of articles begin that are not documents of the dossier."""


class OpenedFiles:
    """What is open beside a dossier, by keys, in the order in which it was opened."""

    def __init__(self) -> None:
        self.articles: dict[str, Document] = {}
        """Those that are not documents of the dossier, under ``file:1``, ``file:2`` …"""
        self.originals: dict[str, Document] = {}
        """Originals, under the keys of the documents that they belong to."""
        self.paths: dict[str, Path] = {}
        """Where both are from, absolute, as far as they are files."""
        self._encodings: dict[str, str | None] = {}
        self._problems: list[Problem] = []

    def add(self, source: Source) -> list[str]:
        """Put in the articles of a source; return their keys.

        Raises :class:`reader.errors.ReaderError` for one that cannot be read.
        """
        keys = []
        for name, _etag in source.list():
            article = source.get(name)
            if article.document is None:
                raise ReaderError(*article.problems)
            self._problems += article.problems
            keys.append(self.put(article.document, name))
            self._encodings[keys[-1]] = article.encoding
        return keys

    def put(self, article: Document, name: str = "") -> str:
        """Put in an article, or the original of a document; return the key.

        ``name`` is that of its file, empty or ``-`` where it is not from one.
        """
        key = article.id or f"{FILE}{len(self.articles) + 1}"
        if article.id is not None:
            self.originals[key] = article
        else:
            self.articles[key] = article
        if name not in ("", "-"):
            self.paths[key] = Path(os.path.abspath(name))  # noqa: PTH100 - links stay as named
        return key

    def all(self) -> list[tuple[str, Document]]:
        """Return articles and originals, by key."""
        return [*self.articles.items(), *self.originals.items()]

    def key_of(self, path: Path) -> str | None:
        """Return the key of what a file holds, where it is open."""
        return next((key for key, known in self.paths.items() if known == path), None)

    def encoding(self, key: str) -> str | None:
        """Return the encoding of the file that an article or original was read from."""
        return self._encodings.get(key)

    def take_problems(self) -> list[Problem]:
        """Return what is wrong in articles that could be read all the same, once."""
        found, self._problems = self._problems, []
        return found

    def rows(self, start: int, stop: int) -> list[Row]:
        """Return what the list shows of the articles from ``start`` up to ``stop``."""
        return [_row(key, article) for key, article in [*self.articles.items()][start:stop]]


def _row(key: str, article: Document) -> Row:
    source, text = article.source, article.texts[0]
    return Row(
        key,
        article.title,
        source.publisher,
        source.published,
        source.published_inferred,
        FILE_ROW,
        text.language,
        len(text.paragraphs),
    )
