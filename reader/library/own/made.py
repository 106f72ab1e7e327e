"""What the index of own articles holds of one of them, made from its file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader.dossiers import own_article, own_places
from reader.dossiers.own_article import OwnArticle
from reader.library.own import own_index, similar
from reader.library.own.similar import Signs
from reader.library.records import Job, Record, record_of
from reader.library.sources import Article
from reader.model import Problem


class Made(NamedTuple):
    """What the index holds of an article's file."""

    record: Record
    signs: tuple[int, ...] = ()


class OwnFolder:
    """The articles in ``root``, by the names of their files in it, with ``/`` in folders."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def list(self) -> Iterator[tuple[str, str]]:
        """Yield the name and the etag of every article."""
        yield from own_index.states(self._root)

    def get(self, key: str) -> Article:
        article, problems = own_article.read(self._root / key, own_places.key_of(key))
        return Article(None if article is None else article.document, problems)


def _job(root: Path) -> Job:
    return Job(root, OwnFolder(root), (), {}, None)


def made_of(
    article: OwnArticle,
    name: str,
    etag: str = "",
    problems: tuple[Problem, ...] = (),
    signs: Signs | None = None,
) -> Made:
    """Return what the index holds of an article."""
    document = article.document
    found = signs or similar.signs(document, article.kept.origin)
    earlier = [similar.text_sign(version.paragraphs) for version in article.kept.versions]
    record = record_of(_job(Path()), document, name, etag, problems)
    return Made(record, found.stored(earlier))


def read_file(root: Path, name: str, etag: str, key: str = "") -> Made:
    """Return what the index holds of a file in ``root``, under a key or that of its name."""
    article, problems = own_article.read(root / name, key or own_places.key_of(name))
    if article is None:
        return Made(Record(name, etag, tuple(p._replace(values=dict(p.values)) for p in problems)))
    return made_of(article, name, etag, problems)
