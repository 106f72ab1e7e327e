"""The reader's notes on what is open: made, found again, listed, cited.

For a screen: make one :class:`Notes` for its collection, after the first frame. ::

    notes = Notes(collection)
    notes.on(key)                        # the notes on a document or an article
    notes.placed(key, view)              # where they stand in what is shown: margin marks, list
    note = notes.of_selection(key, view, (("p3", 10), ("p3", 42)), "text", ("tag",))
    note = notes.of_paragraph(key, view, "p3", "text")
    note = notes.of_claim(key, view, "c2", "text")
    notes.add(note); notes.edit(note, "text", ("tag",)); notes.remove(note)
    notes.log.undo()                     # the Log may be the screen's, for marks and entries too
    notes.problems                       # what is wrong in the files, to be shown once

Every change is in the file when the call returns, or :class:`reader.errors.ReaderError` says why not.
Another program's changes are seen by the next call. Nothing here reads a file before it is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.briefings import alignment
from reader.dossiers import paths
from reader.library import texts
from reader.library.anchoring import Ground, Place, Quote
from reader.library.notes import Note, Notebook, edited, new_id, now
from reader.model import Document, DocumentView, Problem, Summary, Text, TextKind
from reader.undo import Log

if TYPE_CHECKING:
    from reader.library.collection import Collection


Range = tuple[tuple[str, int], tuple[str, int]]
"""Words of a text: from a place to a place, each a paragraph's id and a code point in it."""


class Noted(NamedTuple):
    """A note where it stands in a view of its document.

    ``place`` has spans where the view shows the text, or for a note on a claim the language, that
    the quotation is of. Else it has none, and its paragraph is the one that says the same. Of a
    note on a claim, paragraphs are claims: their ids, and spans of their texts.
    """

    note: Note
    place: Place
    numbers: tuple[int, ...] = ()
    """The paragraphs that it is of, or that its claim cites, by their numbers in their own text."""
    is_open: bool = True
    """Whether the text that it is of is there to look at: an original has to be opened as a file.

    Where it is not, its place is where it was, by the paragraph's id.
    """

    @property
    def is_lost(self) -> bool:
        return self.place.state == "lost" and self.is_open


class Notes:
    """The reader's notes on the documents of a collection and the articles beside it."""

    def __init__(self, collection: Collection, log: Log | None = None) -> None:
        self._collection = collection
        self.log = log or Log()
        self._files = Notebook(paths.file_notes())
        self._dossier: Notebook | None = None

    @property
    def _own(self) -> Notebook:
        if self._dossier is None:
            self._dossier = Notebook(paths.notes(self._collection.source.id))
        return self._dossier

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong with the files when they were last read."""
        return self._own.problems + self._files.problems

    @property
    def has_files(self) -> bool:
        """Whether there is a file of notes at all; none is read."""
        return self._own.path.exists() or self._files.path.exists()

    # What there is.

    def all(self) -> list[Note]:
        """Return every note on the dossier, in the order of its documents, then those on files."""
        places = {key: place for place, key in enumerate(self._collection.document_keys())}
        found = sorted(self._own.notes(), key=lambda note: places.get(note.document, len(places)))
        return [*found, *self._files.notes()]

    def on(self, key: str) -> list[Note]:
        """Return the notes on a document, or on an article by its path or by what it says."""
        if self._collection.is_document(key):
            return [note for note in self._own.notes() if note.document == key]
        known = self._files.notes()
        if not known:
            return []
        path = self._path(key)
        found = [note for note in known if path and note.document == path]
        rest = [n for n in known if n.fingerprint and not (path and n.document == path)]
        if rest:
            fingerprint = self._fingerprint(key)
            found += [note for note in rest if note.fingerprint == fingerprint]
        return found

    def placed(self, key: str, view: DocumentView) -> list[Noted]:
        """Return the notes on a document where they stand in a view of it, in the order of reading.

        Those on claims come first, those that have lost their place last.
        """
        placed = list(self._placed(key, view))
        order = {id: n for n, id in enumerate(_claims(view.document))}
        order |= {p.id: len(order) + n for n, p in enumerate(view.paragraphs)}

        def rank(noted: Noted) -> tuple[int, int, str]:
            spans = noted.place.spans
            at = order.get(noted.place.paragraph, len(order))
            return at, spans[0].start if spans else 0, noted.note.made

        return sorted(placed, key=rank)

    def _placed(self, key: str, view: DocumentView) -> Iterator[Noted]:
        notes = self.on(key)
        if not notes:
            return
        grounds: dict[tuple[str, str], _Grounded | None] = {}
        for note in notes:
            name = ("claim" if note.kind == "claim" else note.of, note.language)
            if name not in grounds:
                grounds[name] = self._grounded(key, view, note)
            grounded = grounds[name]
            if grounded is None:
                yield Noted(note, Place("lost", (), note.quote.paragraph), is_open=False)
            else:
                yield grounded.find(note)

    def _grounded(self, key: str, view: DocumentView, note: Note) -> _Grounded | None:
        """Return what the quotation of a note is looked for in; ``None`` where that is not open."""
        shown, document = view.text, view.document
        if note.kind == "claim":
            order = shown.numbers()
            cited = {
                claim.id: tuple(order[id] for id in claim.cites if id in order)
                for claim in (document.summary.claims if document.summary else ())
            }
            is_shown = note.language in ("", view.language)
            claims = _claims(document if is_shown else self._document(key, note.language))
            ground = Ground(claims.items())
            return _Grounded(ground, cited, None if is_shown else {}) if claims else None
        if (note.of, note.language) in ((shown.kind, shown.language), (shown.kind, "")):
            return _Grounded(_ground(shown), _numbers(shown))
        document = self._document(key, note.language)
        own = _text(document, note.of, note.language)
        if own is None:
            return None
        links = alignment.counterparts(texts.aligned(document, own, shown))
        return _Grounded(_ground(own), _numbers(own), links, shown.untranslated)

    # Making.

    def of_paragraph(
        self, key: str, view: DocumentView, paragraph: str, text: str, tags: Sequence[str] = ()
    ) -> Note:
        """Make a note on a whole paragraph. Raises ``KeyError`` for one that is not in the text."""
        end = len({p.id: p.text for p in view.paragraphs}[paragraph])
        note = self._on_words(key, view, ((paragraph, 0), (paragraph, end)))
        return note._replace(kind="paragraph", text=text, tags=tuple(tags))

    def of_selection(
        self, key: str, view: DocumentView, range: Range, text: str, tags: Sequence[str] = ()
    ) -> Note:
        """Make a note on words of a text. Raises ``KeyError`` for a paragraph that is not in it."""
        return self._on_words(key, view, range)._replace(text=text, tags=tuple(tags))

    def of_claim(
        self, key: str, view: DocumentView, claim: str, text: str, tags: Sequence[str] = ()
    ) -> Note:
        """Make a note on a claim of the summary. Raises ``KeyError`` for one that is not in it."""
        claims = _claims(view.document)
        quote = Ground(claims.items()).quote(claim, 0, claim, len(claims[claim]))
        note = self._new(key, view.text, quote)._replace(kind="claim", claim=claim)
        return note._replace(language=view.language, text=text, tags=tuple(tags))

    def _on_words(self, key: str, view: DocumentView, range: Range) -> Note:
        (first, start), (last, end) = range
        quoted = view.text
        if {first, last} <= quoted.untranslated:
            # What has no translation is the source's, and stays in its place there.
            document = self._document(key, view.document.language)
            quoted = _text(document, "edition", document.language) or quoted
        return self._new(key, quoted, _ground(quoted).quote(first, start, last, end))

    def _new(self, key: str, quoted: Text, quote: Quote) -> Note:
        time = now()
        is_file = not self._collection.is_document(key)
        return Note(
            new_id(),
            self._path(key) if is_file else key,
            "selection",
            "",
            made=time,
            changed=time,
            of=quoted.kind,
            language=quoted.language,
            quote=quote,
            fingerprint=self._fingerprint(key) if is_file else "",
        )

    # Changing.

    def add(self, note: Note) -> None:
        self.log.do(self._home(note), None, note)

    def edit(self, note: Note, text: str, tags: Sequence[str]) -> Note:
        """Give a note another text and other tags; return it as it is then."""
        after = edited(note, text, tuple(tags))
        self.log.do(self._home(note), note, after)
        return after

    def remove(self, note: Note) -> None:
        self.log.do(self._home(note), note, None)

    def _home(self, note: Note) -> Notebook:
        return self._files if note.fingerprint else self._own

    # Documents.

    def _document(self, key: str, language: str) -> Document:
        return self._collection.document(key, language)

    def _path(self, key: str) -> str:
        path = self._collection.path(key)
        return "" if path is None else str(path)

    def _fingerprint(self, key: str) -> str:
        return texts.fingerprint(self._collection.document(key, ""))


class _Grounded(NamedTuple):
    """A text that quotations are looked for in, and how its paragraphs are shown.

    ``numbers`` are by paragraph. ``shown`` has for each paragraph the one that says the same in the
    text that is shown; ``None``: it is that text. The paragraphs of ``same`` stand there as they are.
    """

    ground: Ground
    numbers: dict[str, tuple[int, ...]]
    shown: dict[str, str] | None = None
    same: frozenset[str] = frozenset()

    def find(self, note: Note) -> Noted:
        place = self.ground.find(note.quote)
        ids = dict.fromkeys(span.paragraph for span in place.spans)
        numbers = tuple(sorted({n for id in ids for n in self.numbers.get(id, ())}))
        if self.shown is not None and not (ids and ids.keys() <= self.same):
            paragraph = self.shown.get(place.paragraph, place.paragraph)
            place = place._replace(spans=(), paragraph=paragraph)
        return Noted(note, place, numbers)


def _numbers(text: Text) -> dict[str, tuple[int, ...]]:
    return {id: (number,) for id, number in text.numbers().items()}


def _ground(text: Text) -> Ground:
    return Ground((p.id, p.text) for p in text.paragraphs)


def _text(document: Document, kind: TextKind, language: str) -> Text | None:
    named = [t for t in document.texts if t.kind == kind]
    return next((t for t in named if language in ("", t.language)), None)


def _claims(document: Document) -> dict[str, str]:
    summary: Summary | None = document.summary
    return {claim.id: claim.text for claim in summary.claims} if summary else {}
