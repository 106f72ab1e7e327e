"""What is open: a dossier in each language, the articles opened beside it, and their mentions.

No widget is known here. Everything is in memory once :func:`Collection.read` has returned;
that is the slow part, for a worker to do.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from reader.library.texts import view, with_texts_of
from reader.model import Document, DocumentView, Dossier, Entry, Mention

if TYPE_CHECKING:
    from pathlib import Path

    from reader.terms.lookup import LookUp
    from reader.terms.matcher import Matcher

IMMEDIATE = 100_000
"""Texts up to this many characters have their mentions found while they are being shown."""


class Occurrence(NamedTuple):
    """An entry's mention in a document: ``text`` is the form that stands there."""

    document: str
    paragraph: str
    text: str


class Item(NamedTuple):
    """One row of the list of documents: a document of the dossier, or a file that was opened."""

    key: str
    document: Document
    """As it was read: the edition, the original, or a file's text."""
    known: bool
    """It is a document of the dossier, and so has a summary and a translation."""

    @classmethod
    def of(cls, document: Document) -> Item:
        return cls(document.id or "", document, document.id is not None)


class Collection:
    """The open dossier. Languages are codes as in the dossier's catalogs (``ru``, ``en``)."""

    def __init__(self, dossier: Dossier, articles: tuple[Document, ...] = ()) -> None:
        self.dossier = dossier
        self.matcher: Matcher | None = None
        self.prepared = threading.Event()
        """Set when everything is read and the matcher is made, or could not be."""
        self._translated: dict[str, Dossier] = {}
        self._occurrences: dict[str, dict[str, list[Occurrence]]] = {}
        self._look_up: LookUp | None = None
        originals = {a.id: a for a in articles if a.id is not None}
        files = [a for a in articles if a.id is None]
        self.items = [
            Item(f"file:{n}", article, known=False) for n, article in enumerate(files, 1)
        ] + [Item(d.id or "", originals.get(d.id or "", d), known=True) for d in dossier.documents]

    @classmethod
    def read(cls, root: Path, articles: tuple[Document, ...]) -> Collection:
        """Read a dossier's folder. Raises :class:`reader.errors.ReaderError`."""
        from reader.dossiers import loader

        return cls(loader.load(root), articles)

    def complete(self, key: str, document: Document) -> None:
        """A file is read to its end: ``document`` takes the place of its beginning."""
        self.items = [
            Item(key, document, known=False) if item.key == key else item for item in self.items
        ]
        self._occurrences.clear()

    def item(self, key: str) -> Item | None:
        return next((item for item in self.items if item.key == key), None)

    def in_language(self, language: str) -> Dossier:
        """The dossier with its prose in ``language``, as far as that is translated."""
        if language not in self._translated:
            from reader.dossiers import translation

            self._translated[language] = translation.translated(self.dossier, language)
        return self._translated[language]

    def document(self, item: Item, language: str) -> Document:
        """Return a document with its prose in ``language`` and all its texts."""
        if item.document.id is None or not item.known:
            return item.document
        document = self.in_language(language).document(item.document.id)
        if document is None:
            return item.document
        return with_texts_of(document, item.document)

    def view(self, item: Item, language: str, text_language: str | None = None) -> DocumentView:
        """Return a document as it is shown in ``language``: see :func:`reader.library.texts.view`."""
        return view(self.document(item, language), language, text_language)

    def entry(self, id: str, language: str) -> Entry | None:
        return self.in_language(language).entry(id)

    def ready(self) -> None:
        """Make the matcher: from the cache, or from the terms where they are new."""
        from reader.terms.factory import matcher

        try:
            while self.matcher is None:
                dossier = self.dossier
                made = matcher(dossier.entries)
                if dossier is self.dossier:  # nothing was added meanwhile
                    self.matcher = made
        finally:
            self.prepared.set()

    def wait_for_matcher(self) -> Matcher | None:
        """Wait, in a worker, until everything is read. ``None``: the matcher could not be made."""
        self.prepared.wait()
        return self.matcher

    def add(self, entry: Entry) -> None:
        """Add an entry of the reader's own, and find its terms from now on.

        Takes the time of making its forms. Raises :class:`reader.errors.ReaderError` where it
        cannot be added; then nothing has changed.
        """
        from reader.dossiers import user_glossary
        from reader.terms.factory import matcher

        dossier = user_glossary.add(self.dossier, entry)
        made = matcher(dossier.entries)
        own = tuple(e for e in dossier.entries if e.own)
        translated = {
            language: d._replace(entries=(*(e for e in d.entries if not e.own), *own))
            for language, d in dict(self._translated).items()
        }
        self.dossier, self.matcher, self._translated = dossier, made, translated
        self._occurrences, self._look_up = {}, None

    def mentions(self, texts: list[str]) -> list[list[Mention]]:
        """Mentions in the parts of one text; none while the matcher is being made."""
        if self.matcher is None:
            return [[] for _ in texts]
        return self.matcher.in_paragraphs(texts)

    def look_up(self) -> LookUp:
        """The look-up over all forms of all terms. Needs the matcher."""
        from reader.terms.lookup import LookUp

        if self._look_up is None:
            self._look_up = LookUp(self.dossier.entries, self.matcher)
        return self._look_up

    def is_known(self, query: str) -> bool:
        """Whether some entry has a term that ``query`` is a form of, or begins."""
        return self.matcher is not None and self.look_up().exact(query)

    def occurrences(self, entry: str, language: str) -> list[Occurrence]:
        """Where the documents mention an entry, in the texts that are shown in ``language``."""
        if self.matcher is None:
            return []
        if language not in self._occurrences:
            found: dict[str, list[Occurrence]] = {}
            for id, occurrence in self._all(language):
                found.setdefault(id, []).append(occurrence)
            self._occurrences[language] = found
        return self._occurrences[language].get(entry, [])

    def _all(self, language: str) -> Iterator[tuple[str, Occurrence]]:
        for item in self.items:
            paragraphs = self.view(item, language).paragraphs
            if not item.known and sum(len(p.text) for p in paragraphs) > IMMEDIATE:
                continue
            found = self.mentions([p.text for p in paragraphs])
            for paragraph, mentions in zip(paragraphs, found, strict=True):
                for mention in mentions:
                    yield mention.entry, Occurrence(item.key, paragraph.id, mention.text)
