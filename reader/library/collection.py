"""What is open: a dossier, the reader's own articles, files opened beside it, and their mentions.

The shell, the screen and printing ask it for what they show. It knows neither of them. Nothing
reads all documents to show one: rows come by their place in the list, a document by its key.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Event as Flag
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from reader.dossiers.own_places import is_own
from reader.errors import ReaderError
from reader.language import locales
from reader.library import freshness, texts
from reader.library import index as index_
from reader.library.index import FILE_ROW, Added, Index, IndexDamagedError, Occurrence, Row
from reader.library.indexed import IndexedDossier
from reader.library.own.shelf import OwnArticles
from reader.model import Document, DocumentView, Dossier, Entry, Mention, Problem, Summary

if TYPE_CHECKING:
    from reader.articles.paragraphs import Laid
    from reader.dossiers.user_glossary_text import Written
    from reader.library.indexing import Progress
    from reader.library.searching import Found, Searching, ToSearch
    from reader.library.snippets import Ranges
    from reader.library.sources import Source
    from reader.terms.lookup import LookUp
    from reader.terms.matcher import Matcher
    from reader.verdicts import Verdict

IMMEDIATE = 100_000
"""Texts up to this many characters have their mentions found while they are being shown."""

FILE = "file:"
"""How the keys of articles begin that are not documents of the dossier."""

T = TypeVar("T")
_Found = dict[str, list[Occurrence]]
"""Occurrences by entry."""


class Collection:
    """The dossier in ``root``, ``articles`` beside it, and the reader's own articles.

    An article that was recognised as a document of the dossier brings its original. Every other
    one stands before the documents under the key ``file:1``, ``file:2`` … The reader's own stand
    after them, under keys that begin with ``own:``. Languages are codes as
    in the dossier's catalogs (``ru``, ``en``). Until :attr:`is_open` there is nothing to ask for.
    """

    def __init__(
        self, root: Path, articles: Sequence[Document] = (), own: OwnArticles | None = None
    ) -> None:
        self.root = root
        self.own = OwnArticles() if own is None else own
        self._own_before: OwnArticles | None = None
        """The own articles in the state in which they were shown before."""
        self.matcher: Matcher | None = None
        self._dossier: IndexedDossier | None = None
        self._before: IndexedDossier | None = None
        """The dossier in the state in which it was shown before."""
        self._files: dict[str, Document] = {}
        self._paths: dict[str, Path] = {}
        """Where articles are from, as far as they are files."""
        self._encodings: dict[str, str | None] = {}
        self._originals: dict[str, Document] = {}
        self._lock = RLock()
        """Held where what is open is replaced by what was made of it."""
        self._live: dict[str, dict[str, _Found]] = {}
        """What was found because the index doesn't have it: by language, by document."""
        self._live_own: dict[str, _Found] = {}
        """What was found in own articles, in those that were searched."""
        self._summaries: dict[str, Summary] = {}
        """Drafts and summaries of the reader's own, of articles that have none."""
        self._look_up: LookUp | None = None
        self._searching: Searching | None = None
        self._problems: list[Problem] = []
        self.prepared = Flag()
        """Set once everything has been read that is read in the background."""
        for article in articles:
            self.add_article(article)

    # Opening.

    @property
    def is_open(self) -> bool:
        return self._dossier is not None

    def open(self, only: str | None = None, *, trusting: bool = False) -> bool:
        """Open the index that is there. False where it doesn't fit the dossier's files.

        ``only`` and ``trusting`` as in :func:`reader.library.freshness.found`.
        """
        index = freshness.found(self.root, only, trusting=trusting)
        if index is not None:
            self.replace_dossier(IndexedDossier(index, self.root))
        return index is not None

    def build(self, progress: Progress | None = None) -> None:
        """Bring the index up to date here and now, and open it.

        Where it cannot be written it is made in memory. Raises
        :class:`reader.errors.ReaderError` for a folder that is not a dossier.
        """
        from reader.library import indexing

        index = None
        # A cache that cannot be written costs time, nothing else.
        with contextlib.suppress(OSError, sqlite3.Error, IndexDamagedError):
            index = Index.open(indexing.update(self.root, progress))
        self.replace_dossier(
            IndexedDossier(index or indexing.in_memory(self.root, progress), self.root)
        )

    def is_current(self) -> bool:
        """Tell whether the index fits every file of the dossier as it is now."""
        return self._dossier is not None and freshness.is_current(self._dossier.index, self.root)

    def reindexed(self) -> IndexedDossier | None:
        """Return the dossier by the index that is there now, for :meth:`replace_dossier`."""
        index = freshness.found(self.root, trusting=True)
        return None if index is None else IndexedDossier(index, self.root)

    def read_again(self) -> IndexedDossier:
        """Return the dossier as its files are now, for :meth:`replace_dossier`, by no index that is kept.

        Raises :class:`reader.errors.ReaderError` for a folder that is not a dossier.
        """
        from reader.library import indexing

        return IndexedDossier(indexing.in_memory(self.root), self.root)

    def replace_dossier(self, dossier: IndexedDossier, matcher: Matcher | None = None) -> None:
        """Show another state of the dossier from now on, with the matcher of its entries.

        Without one the entries are as they were. What has been shown and is not in it any more can
        still be asked for by its key.
        """
        with self._lock:
            self._before, self._dossier = self._dossier, dossier
            self._live, self._live_own = {}, {}
            if matcher is not None:
                self.matcher, self._look_up = matcher, None

    def _ask(self, question: Callable[[IndexedDossier], T]) -> T:
        """Ask the dossier; a damaged index is made again from the files, and asked once more."""
        dossier = self._dossier
        assert dossier is not None, "nothing is open"
        try:
            return question(dossier)
        except IndexDamagedError:
            return question(self._remade(dossier))

    def _remade(self, damaged: IndexedDossier) -> IndexedDossier:
        from reader.library import indexing

        with self._lock:
            if self._dossier is damaged:  # no other thread has met the damage before
                if damaged.index.path is not None and not damaged.index.frozen:
                    with contextlib.suppress(OSError):
                        damaged.index.path.unlink()
                self._dossier = IndexedDossier(indexing.in_memory(self.root), self.root)
                self._live = {}
            assert self._dossier is not None
            return self._dossier

    # The dossier.

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the dossier has something: its own, translations, terms.

        None until it is open.
        """
        if not self.is_open:
            return ()
        return self._ask(lambda dossier: dossier.index.languages)

    def offered_languages(self, shown: str) -> tuple[str, ...]:
        """Return the interface's languages in which there is something, and ``shown``."""
        known = {*self.languages, shown}
        return tuple(code for code in locales.languages() if code in known)

    def head(self, language: str) -> Dossier:
        """Return the dossier in ``language`` without documents, and of its entries the names."""
        return self._ask(lambda dossier: dossier.head(language))

    def in_language(self, language: str) -> Dossier:
        """Return the dossier in ``language`` with the reader's own entries, without documents."""
        return self._ask(lambda dossier: dossier.in_language(language))

    def added(self, language: str) -> Added:
        """Return what the dossier's editors add, in ``language``: discrepancies and notes."""
        return self._ask(lambda dossier: dossier.added(language))

    @property
    def source(self) -> Dossier:
        """The dossier in the language it is written in."""
        return self._ask(lambda dossier: dossier.source)

    @property
    def glossary_digest(self) -> str:
        """What tells the glossary, with the reader's own entries, from any other, for verdicts."""
        return self._ask(lambda dossier: dossier.glossary_digest)

    def stored_verdicts(self, key: str, language: str, made_of: str) -> tuple[Verdict, ...] | None:
        """Return the verdicts with this fingerprint that the index came with; ``None`` without them."""
        return self._ask(lambda dossier: dossier.index.verdicts(key, language, made_of))

    def entry(self, id: str, language: str) -> Entry | None:
        return self.in_language(language).entry(id)

    # The list.

    def __len__(self) -> int:
        return self._beside + len(self.own)

    @property
    def _beside(self) -> int:
        """How many stand before the reader's own articles."""
        return len(self._files) + self._ask(lambda dossier: dossier.index.count)

    def rows(self, language: str, start: int, stop: int) -> list[Row]:
        """Return what the list shows from ``start`` up to ``stop``."""
        files = len(self._files)
        listed = [_file_row(key, article) for key, article in [*self._files.items()][start:stop]]
        if stop > files:
            first, last = max(0, start - files), stop - files
            found = self._ask(lambda dossier: dossier.rows(language, first, last))
            listed += [self._with_original(row, language) for row in found]
        if stop > (beside := self._beside):
            listed += self.own.rows(language, max(0, start - beside), stop - beside)
        return listed

    def _with_original(self, row: Row, language: str) -> Row:
        """Return the row with its kind of text, where the document's original is shown."""
        if row.key not in self._originals:
            return row
        text = self.view(row.key, language).text
        return row._replace(text=text.kind, language=text.language, paragraphs=len(text.paragraphs))

    def listed_keys(self) -> list[str]:
        """Return the keys of everything in the list, in its order."""
        return [*self.opened_keys, *self.own.keys()]

    @property
    def opened_keys(self) -> list[str]:
        """The keys of files and documents, without the reader's own articles."""
        return [*self._files, *self.document_keys()]

    def came(self) -> dict[str, int]:
        """Return when articles came or were changed last, in nanoseconds since 1970, by key.

        As far as that is known: not of files opened beside the dossier, nor of a shipped dossier.
        """
        return self._ask(lambda dossier: dossier.index.came()) | self.own.came()

    def key_at(self, position: int) -> str | None:
        """Return the key of what stands at a place of the list, from 0."""
        files = len(self._files)
        if 0 <= position < files:
            return [*self._files][position]
        at = position - files
        found = self._ask(lambda dossier: dossier.index.keys(at, at + 1)) if at >= 0 else []
        if not found and (at := position - self._beside) >= 0:
            found = self.own.keys(at, at + 1)
        return found[0] if found else None

    def position(self, key: str) -> int | None:
        """Return the place in the list, from 0; ``None`` for what is not in it."""
        if key in self._files:
            return [*self._files].index(key)
        if is_own(key):
            at = self.own.position(key)
            return None if at is None else at + self._beside
        found = self._ask(lambda dossier: dossier.index.position(key))
        return None if found is None else found + len(self._files)

    def is_document(self, key: str) -> bool:
        """Tell whether a key is that of a document of the dossier: with a summary and translations."""
        return key not in self._files and not is_own(key)

    def _article(self, key: str) -> Document | None:
        """Return an article that is not one of the dossier's documents."""
        if not is_own(key):
            return self._files.get(key)
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
        if key in self._originals:
            document = self.document(key, language)
        return texts.view(document, language, text_language)

    def _with_opened(self, key: str, document: Document) -> Document:
        """Return the document with the original that was opened, in place of one that was added."""
        opened = self._originals.get(key)
        if opened is None:
            return document
        others = tuple(t for t in document.texts if t.kind != "original")
        return texts.with_texts_of(document._replace(texts=others), opened)

    def _stored(self, key: str, language: str, *, added: bool = True) -> Document:
        found = None
        if not is_own(key):
            found = self._ask(lambda dossier: dossier.document(key, language, added=added))
        if found is None and self._before is not None:
            with contextlib.suppress(IndexDamagedError):
                found = self._before.document(key, language)
        if found is None:
            raise KeyError(key)
        return found

    def title(self, key: str, language: str) -> str:
        """Return the title of a document or an article, in ``language`` as far as it is translated."""
        return (self._article(key) or self._stored(key, language)).title

    def document_keys(self) -> list[str]:
        """Return the keys of the dossier's own documents, in reading order."""
        return self._ask(lambda dossier: dossier.index.keys())

    # Articles beside the dossier.

    def replace_own(self, own: OwnArticles) -> None:
        """Show another state of the reader's own articles from now on."""
        with self._lock:
            self._own_before, self.own = self.own, own
            self._live_own = {}

    def add(self, source: Source) -> list[str]:
        """Put the articles of a source beside the dossier; return their keys.

        Raises :class:`reader.errors.ReaderError` for one that cannot be read.
        """
        keys = []
        for name, _etag in source.list():
            article = source.get(name)
            if article.document is None:
                raise ReaderError(*article.problems)
            self._problems += article.problems
            keys.append(self.add_article(article.document, name))
            self._encodings[keys[-1]] = article.encoding
        return keys

    def take_problems(self) -> list[Problem]:
        """Return what is wrong in articles that could be read all the same, once."""
        found, self._problems = self._problems, []
        return found

    def add_article(self, article: Document, name: str = "") -> str:
        """Put an article beside the dossier, or its original into the document; return the key.

        ``name`` is that of its file, empty or ``-`` where it is not from one.
        """
        key = article.id or f"{FILE}{len(self._files) + 1}"
        if article.id is not None:
            self._originals[key] = article
        else:
            self._files[key] = article
        if name not in ("", "-"):
            self._paths[key] = Path(os.path.abspath(name))  # noqa: PTH100 - links stay as named
        self._live = {}
        return key

    def path(self, key: str) -> Path | None:
        """Return the absolute path of an article or original that was read from a file."""
        return self.own.path(key) if is_own(key) else self._paths.get(key)

    def key_of(self, path: Path) -> str | None:
        """Return the key of what a file holds, where it is open."""
        found = (key for key, known in self._paths.items() if known == path)
        return next(found, None) or self.own.key_of(path)

    def encoding(self, key: str) -> str | None:
        """Return the encoding of the file that an article or original was read from."""
        return self._encodings.get(key)

    @property
    def opened_files(self) -> dict[str, Path]:
        """The absolute paths of files that were opened, by the keys of what they hold."""
        return self._paths

    def replace_article(self, key: str, article: Document) -> None:
        """Put what a file holds to its end in the place of its beginning."""
        self._files[key] = article
        self._summaries.pop(key, None)
        self._live = {}

    def recognise(self, text: str, name: str, laid: Laid | None = None) -> Document:
        """Return the document that a file's text is: one of the dossier's, or one without an id.

        ``laid`` are its paragraphs, where what it was taken out of has them.
        """
        from reader.articles import recognition

        article = recognition.Unrecognised(text, name, laid)
        known = self._ask(lambda dossier: dossier.recognise(article))
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

    def add_entry(self, entry: Entry) -> None:
        """Add an entry of the reader's own; see :meth:`replace_entry`."""
        from reader.dossiers.user_glossary_text import Written

        self.replace_entry(None, Written(entry))

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
            self._dossier = self._ask(lambda before: before.with_own(own))
            self.matcher, self._look_up = made, None
            self._live, self._live_own = {}, {}

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

    def occurrences(self, entry: str, language: str) -> list[Occurrence]:
        """Return where an entry is mentioned in the texts that are shown in ``language``.

        Those of articles come first. Empty while the matcher is being made.
        """
        if self.matcher is None:
            return []
        searched = self._searched(language)
        stored = [
            found
            for found in self._ask(lambda dossier: dossier.occurrences(entry, language))
            if found.document not in searched
        ]
        live = [found for each in searched.values() for found in each.get(entry, ())]
        return [*self._in_order(live, stored, searched), *self._in_own(entry)]

    def _in_order(
        self, live: list[Occurrence], stored: list[Occurrence], searched: Iterable[str]
    ) -> list[Occurrence]:
        if not stored or all(key in self._files or key in self._originals for key in searched):
            return live + stored
        places = {key: place for place, key in enumerate(self.opened_keys)}
        return sorted(live + stored, key=lambda found: places.get(found.document, 0))

    @property
    def _glossary(self) -> str:
        """What tells the terms of the dossier, with the reader's own entries, from all others."""
        return index_.digest(self.source.entries)

    @property
    def own_have_mentions(self) -> bool:
        """Whether the mentions of the dossier's terms in all own articles are stored."""
        return self.own.has_mentions(self._glossary)

    def _in_own(self, entry: str) -> list[Occurrence]:
        """Return where an entry is mentioned in the reader's own articles.

        Of those whose mentions are not stored, what has all words of one of its forms is searched.
        """
        assert self.matcher is not None
        if not len(self.own):
            return []
        known = self._live_own
        found, searched = self.own.stored(entry, self._glossary)
        if searched is None:
            return found
        for key in self.own.with_forms(self.matcher.forms_of(entry)):
            if key in searched:
                continue
            if key not in known:
                known[key] = self._occurrences_in(key, "")
            found += known[key].get(entry, ())
        return found

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
        return self._ask(
            lambda _dossier: searching.search(query, language, limit, typing=typing, stop=stop)
        )

    def lighter(
        self, query: str, *, typing: bool = False
    ) -> Callable[[Sequence[str]], list[Ranges]]:
        """Return what tells where a query stands in a text: see :meth:`reader.library.searching.Searching.lighter`."""
        searching = self._search_engine()
        return self._ask(lambda _dossier: searching.lighter(query, typing=typing))

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

    def opened(self) -> list[tuple[str, Document]]:
        """Return what is open beside the dossier, by key: articles, and originals of documents."""
        return [*self._files.items(), *self._originals.items()]

    def _searched(self, language: str) -> dict[str, _Found]:
        """Find the mentions that the index doesn't have, by document and entry.

        Those are the mentions in articles and originals, and of terms that it wasn't made for.
        """
        known = self._live
        if language not in known:
            without = self._ask(lambda dossier: dossier.without_mentions())
            keys = dict.fromkeys([*self._files, *self._originals, *without])
            known[language] = {key: self._occurrences_in(key, language) for key in keys}
        return known[language]

    def _occurrences_in(self, key: str, language: str) -> _Found:
        found: _Found = {}
        paragraphs = self.view(key, language).paragraphs
        if not self.is_document(key) and sum(len(p.text) for p in paragraphs) > IMMEDIATE:
            return found
        at_home = self.is_document(key)
        mentions = self.mentions([p.text for p in paragraphs], at_home=at_home)
        for paragraph, each in zip(paragraphs, mentions, strict=True):
            for m in each:
                found.setdefault(m.entry, []).append(Occurrence(key, paragraph.id, m.text))
        return found


def _file_row(key: str, article: Document) -> Row:
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
