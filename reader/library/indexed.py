"""A dossier as one index holds it, in every language, and what has been read of it."""

from functools import cached_property
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader import storage
from reader.library.index import Added, Index, Occurrence, Row, digest
from reader.model import Document, Dossier, Entry, Problem

if TYPE_CHECKING:
    from reader.articles.recognition import Unrecognised

_KEPT = 32
"""Documents that are remembered, in each language in which they were asked for."""


class OwnEntries(NamedTuple):
    """The reader's own entries for a dossier, and what is wrong with their file."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()


class IndexedDossier:
    """The dossier in ``root`` as ``index`` holds it, with the reader's own entries.

    It never changes: other files have another index, and another entry makes another one of
    these. So any thread may use it. Every method raises
    :class:`reader.library.packing.IndexDamagedError` for a damaged index.
    """

    def __init__(self, index: Index, root: Path, own: OwnEntries | None = None) -> None:
        self.index = index
        self.root = root
        self._own = own
        self._dossiers: dict[str, Dossier] = {}
        self._documents: dict[tuple[str, str, bool], Document] = {}
        self._lock = Lock()

    def with_own(self, entries: tuple[Entry, ...]) -> "IndexedDossier":
        """Return the same dossier with other entries of the reader's own."""
        problems = self._own.problems if self._own is not None else ()
        return IndexedDossier(self.index, self.root, OwnEntries(entries, problems))

    def known(self, language: str) -> str:
        """Return the language itself, or one that the index was made for."""
        languages = self.index.languages
        return language if language in languages else languages[0]

    # The dossier.

    def head(self, language: str) -> Dossier:
        """Return the dossier in ``language`` without documents, and of its entries the names."""
        return self.index.head(self.known(language), self.root)

    def in_language(self, language: str) -> Dossier:
        """Return the dossier in ``language`` with the reader's own entries, without documents."""
        if language not in self._dossiers:
            head = self.head(language)
            entries = self.index.entries(self.known(language))
            whole = head._replace(entries=entries, names=MappingProxyType({}))
            own = self._own_of(whole)
            self._dossiers[language] = whole._replace(
                entries=(*entries, *own.entries), problems=(*head.problems, *own.problems)
            )
        return self._dossiers[language]

    def added(self, language: str) -> Added:
        """Return all that the dossier's editors add, in ``language``."""
        return self.index.added(self.known(language))

    @property
    def source(self) -> Dossier:
        """The dossier in the language it is written in."""
        return self.in_language(self.head(self.index.languages[0]).language)

    def _own_of(self, dossier: Dossier) -> OwnEntries:
        with self._lock:
            if self._own is None:
                self._own = _read_own(dossier)
            return self._own

    # Documents.

    def rows(self, language: str, start: int, stop: int) -> list[Row]:
        """Return what a list shows of the documents from ``start`` up to ``stop``."""
        return self.index.rows(self.known(language), start, stop)

    def document(self, key: str, language: str, *, added: bool = True) -> Document | None:
        """Return a document in ``language``, with the texts that it has in that language.

        ``added``: with what the editors add to it; without it costs less.
        """
        place = key, self.known(language), added
        document = self._documents.get(place)
        if document is None:
            document = self.index.document(key, place[1], added=added)
        if document is not None and place not in self._documents:
            with self._lock:
                if len(self._documents) >= _KEPT:
                    del self._documents[next(iter(self._documents))]
                self._documents[place] = document
        return document

    def recognise(self, article: "Unrecognised") -> Document | None:
        """Return the document whose original a text is, with it; ``None`` for any other text."""
        keys = self.index.with_fingerprints(article.fingerprints())
        if not keys:
            return None
        found = article.recognised([d for key in keys if (d := self.as_written(key)) is not None])
        return found if found.id is not None else None

    def as_written(self, key: str) -> Document | None:
        """Return a document in the language that it was written in."""
        shown = self.document(key, self.index.head(self.index.languages[0], self.root).language)
        return None if shown is None else self.document(key, shown.language)

    @cached_property
    def glossary_digest(self) -> str:
        """What tells the glossary, with the reader's own entries, from any other, for verdicts."""
        from reader.library import fingerprints

        return fingerprints.of_glossary(self.source.entries)

    # Mentions.

    @cached_property
    def has_mentions(self) -> bool:
        """Whether the index holds the mentions of all terms that there are."""
        return self.index.mentions_of == digest(self.source.entries)

    @cached_property
    def stored_entries(self) -> frozenset[str]:
        """The ids of the entries whose mentions the index holds."""
        entries = [entry for entry in self.source.entries if not entry.own]
        if self.index.mentions_of != digest(entries):
            return frozenset()
        return frozenset(entry.id for entry in entries)

    def without_mentions(self) -> list[str]:
        """Return the ids of the documents whose mentions are to be found first.

        Where only the reader's own entries are not in the index, these are the documents that
        have a word with which a term of these begins; the others' mentions are as they were.
        """
        if self.has_mentions:
            return []
        entries = self.source.entries
        own = [entry for entry in entries if entry.own]
        found = None
        if own and self.index.mentions_of == digest([e for e in entries if not e.own]):
            from reader.terms.factory import matcher

            found = self.index.with_words(matcher(own).first_words())
        return self.index.keys() if found is None else found

    def occurrences(self, entry: str, language: str) -> list[Occurrence]:
        """Return where an entry is mentioned in the texts that are shown in ``language``."""
        return self.index.occurrences(entry, self.known(language))


def _read_own(dossier: Dossier) -> OwnEntries:
    from reader.dossiers import paths

    if not storage.exists(paths.user_glossary(dossier.id)):
        return OwnEntries()
    from reader.dossiers import user_glossary

    glossary = user_glossary.read(dossier)
    return OwnEntries(glossary.entries, glossary.problems)
