"""What is open: a dossier, the reader's own articles, files opened beside it, and their mentions.

The shell, the screen and printing ask it for what they show. It knows neither of them. Nothing
reads all documents to show one: rows come by their place in the list, a document by its key.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event as Flag
from typing import TYPE_CHECKING

from reader.dossiers.own_places import is_own
from reader.library import texts
from reader.library.index import Occurrence, Row
from reader.library.indexed import IndexedDossier
from reader.library.open_dossier import OpenDossier
from reader.library.opened_files import OpenedFiles
from reader.library.own.shelf import OwnArticles
from reader.library.packing import IndexDamagedError
from reader.model import Document, DocumentView, Mention, Summary

if TYPE_CHECKING:
    from reader.articles.paragraphs import Laid
    from reader.dossiers.user_glossary_text import Written
    from reader.library.occurrences import Occurrences
    from reader.library.searching import Found, Searching, ToSearch
    from reader.library.snippets import Ranges
    from reader.library.sources import Source
    from reader.terms.lookup import LookUp
    from reader.terms.matcher import Matcher


class Collection(OpenDossier):
    """The dossier in ``root``, ``articles`` beside it, and the reader's own articles.

    An article that was recognised as a document of the dossier brings its original. Every other
    one stands before the documents under the key ``file:1``, ``file:2`` … The reader's own stand
    after them, under keys that begin with ``own:``.
    """

    def __init__(
        self, root: Path, articles: Sequence[Document] = (), own: OwnArticles | None = None
    ) -> None:
        super().__init__(root)
        self.files = OpenedFiles()
        self.own = OwnArticles() if own is None else own
        self._own_before: OwnArticles | None = None
        """The own articles in the state in which they were shown before."""
        self.matcher: Matcher | None = None
        self._summaries: dict[str, Summary] = {}
        """Drafts and summaries of the reader's own, of articles that have none."""
        self._look_up: LookUp | None = None
        self._searching: Searching | None = None
        self._mentioned: Occurrences | None = None
        self.prepared = Flag()
        """Set once everything has been read that is read in the background."""
        for article in articles:
            self.add_article(article)

    # Other states of what is open.

    def replace_dossier(self, dossier: IndexedDossier, matcher: Matcher | None = None) -> None:
        """Show another state of the dossier from now on, with the matcher of its entries.

        Without one the entries are as they were. What has been shown and is not in it any more can
        still be asked for by its key.
        """
        with self._lock:
            super().replace_dossier(dossier)
            self._forget_mentions(own=True)
            if matcher is not None:
                self.matcher, self._look_up = matcher, None

    def replace_own(self, own: OwnArticles) -> None:
        """Show another state of the reader's own articles from now on."""
        with self._lock:
            self._own_before, self.own = self.own, own
            if self._mentioned is not None:
                self._mentioned.forget_own()

    def dossier_remade(self) -> None:
        self._forget_mentions()

    def _forget_mentions(self, *, own: bool = False) -> None:
        """Forget what was found beside the index, and in own articles."""
        if self._mentioned is not None:
            self._mentioned.forget()
            if own:
                self._mentioned.forget_own()

    # The list.

    def __len__(self) -> int:
        return self._beside + len(self.own)

    @property
    def _beside(self) -> int:
        """How many stand before the reader's own articles."""
        return len(self.files.articles) + self.ask(lambda dossier: dossier.index.count)

    def rows(self, language: str, start: int, stop: int) -> list[Row]:
        """Return what the list shows from ``start`` up to ``stop``."""
        files = len(self.files.articles)
        listed = self.files.rows(start, stop)
        if stop > files:
            first, last = max(0, start - files), stop - files
            found = self.ask(lambda dossier: dossier.rows(language, first, last))
            listed += [self._with_original(row, language) for row in found]
        if stop > (beside := self._beside):
            listed += self.own.rows(language, max(0, start - beside), stop - beside)
        return listed

    def _with_original(self, row: Row, language: str) -> Row:
        """Return the row with its kind of text, where the document's original is shown."""
        if row.key not in self.files.originals:
            return row
        text = self.view(row.key, language).text
        return row._replace(text=text.kind, language=text.language, paragraphs=len(text.paragraphs))

    def listed_keys(self) -> list[str]:
        """Return the keys of everything in the list, in its order."""
        return [*self.opened_keys, *self.own.keys()]

    @property
    def opened_keys(self) -> list[str]:
        """The keys of files and documents, without the reader's own articles."""
        return [*self.files.articles, *self.document_keys()]

    def came(self) -> dict[str, int]:
        """Return when articles came or were changed last, in nanoseconds since 1970, by key.

        As far as that is known: not of files opened beside the dossier, nor of a shipped dossier.
        """
        return self.ask(lambda dossier: dossier.index.came()) | self.own.came()

    def key_at(self, position: int) -> str | None:
        """Return the key of what stands at a place of the list, from 0."""
        files = len(self.files.articles)
        if 0 <= position < files:
            return [*self.files.articles][position]
        at = position - files
        found = self.ask(lambda dossier: dossier.index.keys(at, at + 1)) if at >= 0 else []
        if not found and (at := position - self._beside) >= 0:
            found = self.own.keys(at, at + 1)
        return found[0] if found else None

    def position(self, key: str) -> int | None:
        """Return the place in the list, from 0; ``None`` for what is not in it."""
        if key in self.files.articles:
            return [*self.files.articles].index(key)
        if is_own(key):
            at = self.own.position(key)
            return None if at is None else at + self._beside
        found = self.ask(lambda dossier: dossier.index.position(key))
        return None if found is None else found + len(self.files.articles)

    def is_document(self, key: str) -> bool:
        """Tell whether a key is that of a document of the dossier: with a summary and translations."""
        return key not in self.files.articles and not is_own(key)

    def _article(self, key: str) -> Document | None:
        """Return an article that is not one of the dossier's documents."""
        if not is_own(key):
            return self.files.articles.get(key)
        found = self.own.document(key)
        if found is None and self._own_before is not None:
            found = self._own_before.document(key)
        return found

    def _summarised(self, key: str, document: Document) -> Document:
        """Return a document that has no summary with the one that was put beside it."""
        put = self._summaries.get(key) if document.summary is None else None
        return document if put is None else document._replace(summary=put)

    def put_summary(self, key: str, summary: Summary | None) -> None:
        """Show a summary, a draft or the reader's own, of an article that has none; or none again."""
        with self._lock:
            if summary is None:
                self._summaries.pop(key, None)
            else:
                self._summaries[key] = summary

    # Documents.

    def document(self, key: str, language: str) -> Document:
        """Return a document with its prose in ``language`` and all its texts.

        Raises ``KeyError`` for a key that is not there.
        """
        if (article := self._article(key)) is not None:
            return self._summarised(key, article)
        shown = self._summarised(key, self._stored(key, language))
        if shown.language != language:
            shown = texts.with_texts_of(shown, self._stored(key, shown.language))
        return self._with_opened(key, shown)

    def view(
        self, key: str, language: str, text_language: str | None = None, *, added: bool = True
    ) -> DocumentView:
        """Return a document as it is shown in ``language``: see :func:`reader.library.texts.view`.

        ``added``: with what the dossier's editors add to it.
        """
        if (article := self._article(key)) is not None:
            return texts.view(self._summarised(key, article), language, text_language)
        document = self._summarised(key, self._stored(key, language, added=added))
        if text_language not in (None, language):
            document = texts.with_texts_of(document, self._stored(key, str(text_language)))
        if key in self.files.originals:
            document = self.document(key, language)
        return texts.view(document, language, text_language)

    def _with_opened(self, key: str, document: Document) -> Document:
        """Return the document with the original that was opened, in place of one that was added."""
        opened = self.files.originals.get(key)
        if opened is None:
            return document
        others = tuple(t for t in document.texts if t.kind != "original")
        return texts.with_texts_of(document._replace(texts=others), opened)

    def _stored(self, key: str, language: str, *, added: bool = True) -> Document:
        found = None
        if not is_own(key):
            found = self.ask(lambda dossier: dossier.document(key, language, added=added))
        if found is None and self._before is not None:
            with contextlib.suppress(IndexDamagedError):
                found = self._before.document(key, language)
        if found is None:
            raise KeyError(key)
        return found

    def title(self, key: str, language: str) -> str:
        """Return the title of a document or an article, in ``language`` as far as it is translated."""
        return (self._article(key) or self._stored(key, language)).title

    # Articles beside the dossier.

    def add(self, source: Source) -> list[str]:
        """Put the articles of a source beside the dossier; return their keys.

        Raises :class:`reader.errors.ReaderError` for one that cannot be read.
        """
        keys = self.files.add(source)
        self._forget_mentions()
        return keys

    def add_article(self, article: Document, name: str = "") -> str:
        """Put an article beside the dossier: see :meth:`reader.library.opened_files.OpenedFiles.put`."""
        key = self.files.put(article, name)
        self._forget_mentions()
        return key

    def replace_article(self, key: str, article: Document) -> None:
        """Put what a file holds to its end in the place of its beginning."""
        self.files.articles[key] = article
        self._summaries.pop(key, None)
        self._forget_mentions()

    def path(self, key: str) -> Path | None:
        """Return the absolute path of an article or original that was read from a file."""
        return self.own.path(key) if is_own(key) else self.files.paths.get(key)

    def key_of(self, path: Path) -> str | None:
        """Return the key of what a file holds, where it is open."""
        return self.files.key_of(path) or self.own.key_of(path)

    def opened(self) -> list[tuple[str, Document]]:
        """Return what is open beside the dossier, by key: articles, and originals of documents."""
        return self.files.all()

    def recognise(self, text: str, name: str, laid: Laid | None = None) -> Document:
        """Return the document that a file's text is: one of the dossier's, or one without an id.

        ``laid`` are its paragraphs, where what it was taken out of has them.
        """
        from reader.articles import recognition

        article = recognition.Unrecognised(text, name, laid)
        known = self.ask(lambda dossier: dossier.recognise(article))
        return article.recognised(()) if known is None else known

    def own_language(self, key: str) -> str:
        """Return the language that a document or an article was written in."""
        return (self._article(key) or self._as_written(key)).language

    def _as_written(self, key: str) -> Document:
        shown = self._stored(key, self.source.language)
        return self._stored(key, shown.language)

    # Terms.

    def build_matcher(self, progress: Callable[[int, int], object] | None = None) -> None:
        """Make the matcher: from the cache, or from the terms where they are new.

        ``progress`` is told how many of how many entries are compiled, where that takes long.
        """
        from reader.terms.factory import matcher

        while self.matcher is None:
            entries = self.source.entries
            made = matcher(entries, progress=progress)
            with self._lock:
                # Otherwise one was added meanwhile.
                if self.matcher is None and entries == self.source.entries:
                    self.matcher = made

    def wait_for_matcher(self) -> Matcher | None:
        """Wait, in a worker, until everything is read. ``None``: the matcher could not be made."""
        self.prepared.wait()
        return self.matcher

    def replace_entry(self, before: Written | None, after: Written | None) -> None:
        """Put an entry of the reader's own in the place of another; ``None`` is nothing.

        Its terms are found from now on. Takes the time of making its forms. Raises
        :class:`reader.errors.ReaderError` where it cannot be done; then nothing has changed.
        """
        from reader.dossiers import user_glossary
        from reader.terms.factory import matcher

        dossier = user_glossary.replace(self.source, before, after)
        made = matcher(dossier.entries)
        own = tuple(e for e in dossier.entries if e.own)
        with self._lock:
            self._dossier = self.ask(lambda before: before.with_own(own))
            self.matcher, self._look_up = made, None
            self._forget_mentions(own=True)

    def mentions(self, parts: Sequence[str], *, at_home: bool) -> list[list[Mention]]:
        """Find mentions in the parts of one text; none while the matcher is being made.

        ``at_home``: it is one of the dossier's.
        """
        if self.matcher is None:
            return [[] for _ in parts]
        return self.matcher.in_paragraphs(parts, at_home=at_home)

    def others_named(self, word: str, but: str) -> tuple[str, ...]:
        """Return the ids of the other entries that a mention may name by its form alone."""
        if self.matcher is None:
            return ()
        from reader.language.words import WORD, fold

        words = [fold(match[0]) for match in WORD.finditer(word)]
        return tuple(id for id in self.matcher.named_by(words) if id != but) if words else ()

    def look_up(self) -> LookUp:
        """Return the look-up over all forms of all terms. Needs the matcher."""
        from reader.terms.lookup import LookUp

        if self._look_up is None:
            self._look_up = LookUp(self.source.entries, self.matcher)
        return self._look_up

    def is_known(self, query: str) -> bool:
        """Tell whether some entry has a term that ``query`` is a form of, or begins."""
        return self.matcher is not None and self.look_up().exact(query)

    # Where entries are mentioned.

    def occurrences(self, entry: str, language: str) -> list[Occurrence]:
        """Return where an entry is mentioned: see :meth:`reader.library.occurrences.Occurrences.of`."""
        return self.mentioned.of(entry, language)

    @property
    def mentioned(self) -> Occurrences:
        """What finds where entries are mentioned, made at its first use."""
        if self._mentioned is None:
            from reader.library.occurrences import Occurrences

            self._mentioned = Occurrences(self)
        return self._mentioned

    # Search.

    def search(
        self,
        query: str,
        language: str,
        limit: int | None = None,
        *,
        typing: bool = False,
        stop: Callable[[], bool] = lambda: False,
    ) -> Found:
        """Search everything that is open: see :meth:`reader.library.searching.Searching.search`."""
        searching = self._search_engine()
        return self.ask(
            lambda _dossier: searching.search(query, language, limit, typing=typing, stop=stop)
        )

    def lighter(
        self, query: str, *, typing: bool = False
    ) -> Callable[[Sequence[str]], list[Ranges]]:
        """Return what tells where a query stands in a text: see :meth:`reader.library.searching.Searching.lighter`."""
        searching = self._search_engine()
        return self.ask(lambda _dossier: searching.lighter(query, typing=typing))

    def _search_engine(self) -> Searching:
        from reader.library.searching import Searching

        if self._searching is None:
            self._searching = Searching(self)
        return self._searching

    def searched(self) -> list[ToSearch]:
        """Return what is searched by an index: the dossier, and the reader's own articles."""
        from reader.library.searching import ToSearch

        found: list[ToSearch] = []
        if (dossier := self._dossier) is not None:
            found.append(
                ToSearch(dossier.index, dossier.document, lambda: dossier.stored_entries, True)
            )
        own = self.own
        if (index := own.index) is not None:
            found.append(ToSearch(index, lambda key, _language: own.document(key), tuple, False))
        return found
