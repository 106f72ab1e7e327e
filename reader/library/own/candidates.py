"""What a file or an address holds for the library: articles, each ready to be added.

Reading, recognising and indexing one needs nothing of the others, so every core does it
(:mod:`reader.library.own.candidate_part`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from reader.articles import decoding, reading, recognition
from reader.articles.taken import Taken
from reader.dossiers import own_article, own_places, yaml_tree
from reader.dossiers.own_article import Kept, OwnArticle
from reader.dossiers.validation import is_slug
from reader.errors import ReaderError
from reader.language.latin import slug
from reader.language.messages import N_
from reader.language.text_files import LARGEST_YAML
from reader.library import freshness
from reader.library.indexed import IndexedDossier
from reader.library.own import made, similar
from reader.library.own.made import Made
from reader.library.own.similar import Signs
from reader.model import Document, Problem

_LONGEST_ID = 32


class Asked(NamedTuple):
    """A file to be read, with the folder of articles that it goes into."""

    path: str
    folder: str = ""


class Candidate(NamedTuple):
    """An article that may be added, or why there is none."""

    path: str
    """As it was named."""
    folder: str = ""
    article: OwnArticle | None = None
    problems: tuple[Problem, ...] = ()
    """Why it can't be read, or what is wrong with it all the same."""
    original_of: str = ""
    """The document whose original it is, as ``dossier/document``."""
    made: Made | None = None
    signs: Signs | None = None
    data: bytes = b""
    """The bytes of its file, where there are some already."""


class Reader:
    """Reads what may be added, for the dossier whose index is open."""

    def __init__(self, dossier: IndexedDossier | None, time: str) -> None:
        self._dossier = dossier
        self._time = time

    @classmethod
    def of(cls, root: str, time: str) -> Reader:
        """Return one for the dossier in ``root``, by the index that is there."""
        index = freshness.found(Path(root), trusting=True) if root else None
        return cls(None if index is None else IndexedDossier(index, Path(root)), time)

    # A file.

    def file(self, asked: Asked) -> list[Candidate]:
        """Return what a file holds. Never raises for what is wrong with it."""
        return [_plain(each) for each in self._file(asked)]

    def _file(self, asked: Asked) -> list[Candidate]:
        path = Path(asked.path)
        try:
            data = decoding.bytes_of(path)
            if path.suffix in (".yaml", ".yml"):
                return [self._exported(data, asked)]
            origin = os.path.abspath(asked.path)  # noqa: PTH100 - links stay as named
            return list(self.read(data, asked, origin=origin))
        except ReaderError as error:
            return [Candidate(asked.path, asked.folder, problems=error.problems)]
        except (RecursionError, MemoryError):
            return [Candidate(asked.path, asked.folder, problems=(_too_deep(asked.path),))]

    def read(
        self,
        data: bytes,
        asked: Asked,
        *,
        origin: str = "",
        address: str | None = None,
        charset: str | None = None,
    ) -> Iterator[Candidate]:
        """Yield the articles that bytes hold. Raises :class:`ReaderError`."""
        found = list(reading.take(data, asked.path, address=address, charset=charset))
        for each in found:
            # Of several articles in a file none is known by it.
            yield self._candidate(each, asked, origin if len(found) == 1 else "")
        if not found:
            raise ReaderError.at(asked.path, N_("There is no article in this file."))

    def _candidate(self, taken: Taken, asked: Asked, origin: str) -> Candidate:
        text = recognition.Unrecognised(taken.text, asked.path, taken.laid)
        kept = Kept(self._time, origin, taken.encoding or "")
        known = None if self._dossier is None else self._dossier.recognise(text)
        if known is not None:
            name = f"{self._id}/{known.id}"
            plain = Document(None, known.language, known.title, known.source, ())
            original = own_article.with_text(plain, known.texts[0].paragraphs)
            article = OwnArticle(original, kept._replace(original_of=name))
            return Candidate(asked.path, asked.folder, article, taken.problems, name)
        document = text.recognised(())
        paragraphs = tuple(p for p in document.texts[0].paragraphs if p.text.strip())
        if not paragraphs:
            message = N_("There is no text in this article. Open it elsewhere, and add its text.")
            problem = Problem(asked.path, 0, 0, message)
            return Candidate(asked.path, asked.folder, problems=(*taken.problems, problem))
        if taken.laid.title is not None and document.source.headline is None:
            headed = document.source._replace(headline=document.title)
            document = document._replace(source=headed)
        document = own_article.with_text(document, paragraphs)
        return self.ready(OwnArticle(document, kept), asked, taken.problems)

    def ready(
        self, article: OwnArticle, asked: Asked, problems: tuple[Problem, ...] = ()
    ) -> Candidate:
        """Return an article with what is kept and indexed of it under the name it would have."""
        stem = stem_of(article.document)
        name = f"{asked.folder}/{stem}" if asked.folder else stem
        name += own_places.SUFFIX
        document = article.document._replace(id=own_places.key_of(name))
        article = article._replace(document=document)
        signs = similar.signs(document, article.kept.origin)
        each = made.made_of(article, name, signs=signs)
        try:
            data = own_article.dumped(article, asked.path)
        except ReaderError as error:
            return Candidate(asked.path, asked.folder, problems=error.problems)
        return Candidate(asked.path, asked.folder, article, problems, "", each, signs, data)

    # An original.

    @cached_property
    def _id(self) -> str:
        assert self._dossier is not None
        return str(self._dossier.index.meta("id", str))

    # A file of the library's own.

    def _exported(self, data: bytes, asked: Asked) -> Candidate:
        """Return the article that a file of a library holds, with its earlier versions."""
        path = Path(asked.path)
        if len(data) > LARGEST_YAML:
            raise ReaderError.at(
                asked.path,
                N_("This file has more than {limit} MB. Divide it into smaller ones."),
                limit=str(LARGEST_YAML // 2**20),
            )
        tree = yaml_tree.parse(yaml_tree.decode(data, path), path)
        article, problems = own_article.of_tree(tree, path, path.stem)
        if article is None:
            return Candidate(asked.path, asked.folder, problems=problems)
        if of := article.kept.original_of:
            dossier, _slash, id = of.partition("/")
            if is_slug(dossier) and is_slug(id):
                return Candidate(asked.path, asked.folder, article, problems, of, data=data)
        stem = path.stem if is_slug(path.stem) else stem_of(article.document)
        name = f"{asked.folder}/{stem}" if asked.folder else stem
        name += own_places.SUFFIX
        document = article.document._replace(id=own_places.key_of(name))
        article = article._replace(document=document)
        signs = similar.signs(article.document, article.kept.origin)
        each = made.made_of(article, name, signs=signs)
        return Candidate(asked.path, asked.folder, article, problems, "", each, signs, data)


def _plain(candidate: Candidate) -> Candidate:
    """Return a candidate that can be handed to another process."""
    problems = tuple(p._replace(values=dict(p.values)) for p in candidate.problems)
    return candidate._replace(problems=problems)


def stem_of(document: Document) -> str:
    """Return the name of the file of a new article: its day and the words of its title."""
    day = (document.source.published or "")[:10]
    words = slug(document.title, _LONGEST_ID)
    return "-".join(filter(None, (day, words))) or "article"


def _too_deep(path: str) -> Problem:
    return Problem(path, 0, 0, N_("This file is nested too deep to be read."))
