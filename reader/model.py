"""The nouns of the program: frozen values, with no input or output.

A *dossier* is a folder of *documents* on one subject with a *glossary*. The
prose of every value is in one language; :mod:`reader.dossiers.translation` gives it in another.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

TextKind = Literal["original", "version", "edition", "translation", "rendering"]
"""What a text of a document is: the publisher's text; his own version of it in another
language; our paraphrase of it, in the document's language; that paraphrase in another one; our translation
of the publisher's own text."""

PUBLISHERS: frozenset[str] = frozenset(("original", "version"))
"""The kinds of text that are the publisher's. Every other one is the dossier's."""

EntryKind = Literal["person", "organisation", "document", "place", "project", "event", "concept"]
ENTRY_KINDS: tuple[EntryKind, ...] = (
    "person",
    "organisation",
    "document",
    "place",
    "project",
    "event",
    "concept",
)

TermType = Literal["full", "abbreviation"]
TermCase = Literal["free", "exact", "capital"]
"""How a term's letter case binds: not at all, as written, or at least one capital."""


class Paragraph(NamedTuple):
    """One paragraph; an alignment links it to those of another text of the document."""

    id: str
    text: str


class Source(NamedTuple):
    """Where a document was published.

    ``published`` and ``published_inferred`` are ISO 8601: a date, or a date and
    time, with its zone where it is known. ``attribution`` is a chain of glossary ids, the nearest speaker first.
    ``headline`` is the publisher's, as printed; ``url`` the address of the article, http or https;
    ``author`` who wrote it, as the publisher names them; ``via`` the agencies and papers that it says
    it is by or taken from, the nearest first, as it names them.
    """

    publisher: str | None = None
    published: str | None = None
    published_inferred: str | None = None
    published_note: str | None = None
    attribution: tuple[str, ...] = ()
    url: str | None = None
    headline: str | None = None
    author: str | None = None
    via: tuple[str, ...] = ()


ClaimStatus = Literal["done", "fixed", "planned", "possible", "expected", "assessed", "discussed"]
CLAIM_STATUSES: tuple[ClaimStatus, ...] = (
    "done",
    "fixed",
    "planned",
    "possible",
    "expected",
    "assessed",
    "discussed",
)
"""How far a claim goes: it has happened; it is laid down in a document; it is planned; it may
be; one side expects it; it is an assessment; it was discussed."""


class Claim(NamedTuple):
    """One thing the document says, with the ids of the paragraphs that say it.

    ``speaker`` is a chain of glossary ids: who says it first, then who passes it on. Empty, the
    article itself says it; ``None``: it is the source's attribution. ``disputed``: by whom it is disputed.
    """

    id: str
    topic: str
    text: str
    cites: tuple[str, ...]
    status: ClaimStatus | None = None
    speaker: tuple[str, ...] | None = None
    disputed: str | None = None


class Participant(NamedTuple):
    """A glossary entry in its role in the document; its msgctxt ends with ``id``.

    Whoever has no entry has an empty ``entry``, and a ``name`` as the text writes it.
    """

    id: str
    entry: str
    role: str
    cites: tuple[str, ...]
    name: str = ""


class Event(NamedTuple):
    """What happened on ``date`` (ISO 8601, possibly only a year or a year and month)."""

    id: str
    date: str
    text: str
    cites: tuple[str, ...]


DraftedBy = Literal["rule", "command"]
"""What made a draft of a summary: the rules of the program, or a command of the reader's."""


class DraftFinding(NamedTuple):
    """What was found wrong when a claim of a draft was verified, as :mod:`reader.verdicts` has it.

    ``message`` is an English msgid, its placeholders filled by ``values``.
    """

    claim: str
    code: str
    text: str
    message: str
    values: Mapping[str, str] = MappingProxyType({})


class Draft(NamedTuple):
    """What is told of a summary that nobody has edited.

    ``left_out`` are the ids of the paragraphs that no claim cites. ``terms`` are ids of entries by
    weight, each with how often the text has it. ``quotes``: the words of the text that a claim
    stands on, by its id, where they are not its own words. ``findings`` are those of the claims,
    ``apart`` included.
    """

    by: DraftedBy
    left_out: tuple[str, ...] = ()
    terms: tuple[tuple[str, int], ...] = ()
    quotes: tuple[tuple[str, str], ...] = ()
    findings: tuple[DraftFinding, ...] = ()
    apart: tuple[Claim, ...] = ()
    """Claims that the text does not bear out: they are not part of the summary."""


class Summary(NamedTuple):
    """The structured summary of a document.

    ``draft`` is ``None`` for one that was edited. ``accepted`` is when a reader took a draft for
    their own, ISO 8601.
    """

    gist: str
    claims: tuple[Claim, ...] = ()
    participants: tuple[Participant, ...] = ()
    events: tuple[Event, ...] = ()
    documents: tuple[str, ...] = ()
    """Glossary ids of the documents that the article names."""
    draft: Draft | None = None
    accepted: str | None = None


class Side(NamedTuple):
    """What one document of the dossier says, or an official text outside it, and where.

    It has either a ``document``, with the paragraphs that say it and where it was published, or
    the ``entry`` of the official text, with its public ``source``.
    """

    text: str
    document: str | None = None
    cites: tuple[str, ...] = ()
    published: Source = Source()
    entry: str | None = None
    source: tuple[str, ...] = ()
    number: int = 1
    """Its place in the file, which its translation is found by."""
    untranslated: bool = False


class Discrepancy(NamedTuple):
    """Something that sources tell differently: what it is about, who says what, why it matters.

    ``untranslated`` holds ``about`` and ``why`` where they stand in the source language.
    """

    id: str
    about: str
    sides: tuple[Side, ...]
    why: str
    untranslated: frozenset[str] = frozenset()


NoteKind = Literal["next", "open"]
NOTE_KINDS: tuple[NoteKind, ...] = ("next", "open")
"""What happened next, and what is open."""


class Note(NamedTuple):
    """What the dossier's editors add to what the documents say, from public sources outside it.

    ``about`` are ids of documents, or of claims of them (``document/claim``). ``date`` (ISO 8601,
    possibly only a year or a year and month) is when it happened.
    """

    id: str
    kind: NoteKind
    about: tuple[str, ...]
    text: str
    date: str | None = None
    source: tuple[str, ...] = ()
    untranslated: bool = False


class Text(NamedTuple):
    """One text of a document: what it is, its language, its paragraphs.

    ``untranslated`` holds the ids of the paragraphs that stand in the source language
    because they have no translation.
    """

    kind: TextKind
    language: str
    paragraphs: tuple[Paragraph, ...]
    untranslated: frozenset[str] = frozenset()

    def numbers(self) -> dict[str, int]:
        """Return the number of each paragraph, from 1, by its id."""
        return {paragraph.id: n for n, paragraph in enumerate(self.paragraphs, 1)}


TextName = tuple[TextKind, str]
"""A text among those of its document: its kind and its language."""

Link = tuple[tuple[str, ...], tuple[str, ...]]
"""Paragraphs of one text, by id, and those of another that say the same; either may be empty."""


class Alignment(NamedTuple):
    """Links, n to m, in order, between paragraphs of two texts that mean the same.

    Two texts without an alignment are aligned by the ids that they have in common.
    """

    first: TextName
    second: TextName
    links: tuple[Link, ...]


OWN = "own:"
"""How the keys of the reader's own articles begin: no document's id has a colon."""


def in_dossier(id: str | None) -> bool:
    """Tell whether what has this id is a document of the dossier: neither a file nor the reader's own."""
    return id is not None and not id.startswith(OWN)


class Document(NamedTuple):
    """One article with its texts, its prose (title, summary) being in one language.

    ``id`` is ``None`` for a file that is not a document of the dossier, and begins with
    :data:`OWN` for one of the reader's own articles. ``untranslated`` holds
    the keys of the prose (``title``, ``gist``, ``c1`` …) that has no translation and stands in
    the source language.
    """

    id: str | None
    language: str
    """The language it was written in."""
    title: str
    source: Source
    texts: tuple[Text, ...]
    summary: Summary | None = None
    fingerprints: tuple[str, ...] = ()
    untranslated: frozenset[str] = frozenset()
    alignments: tuple[Alignment, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    """Those of the dossier that concern this document."""
    notes: tuple[Note, ...] = ()
    """Those of the dossier's editors that are about this document or its claims."""


class DocumentView(NamedTuple):
    """A document with its prose in ``language``, and one of its texts to show."""

    document: Document
    text: Text
    language: str

    @property
    def id(self) -> str | None:
        return self.document.id

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return self.text.paragraphs


class Term(NamedTuple):
    """One name of a concept in one language (ISO 30042: term).

    ``after_full``: counts only after a fuller term of the same entry in the same text.
    ``not_before``, ``not_after``: words of which no form may stand right after, right before.

    ``of``: ids of the entries whose it is, such as a country's; counts only where the text says
    so. ``alone``: also where it says nothing, unless it has said that it is another's.

    ``gap``: how many other words may stand between its own.
    """

    text: str
    type: TermType = "full"
    case: TermCase = "free"
    after_full: bool = False
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    alone: bool = False
    gap: int = 0


class Entry(NamedTuple):
    """One concept (ISO 30042: concept entry) with its terms in each language.

    The first term of a language is the preferred one.
    """

    id: str
    kind: EntryKind
    terms: Mapping[str, tuple[Term, ...]]
    definition: str = ""
    related: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    """Public sources of what the definition says beyond the documents."""
    untranslated: bool = False
    own: bool = False
    """The reader added it: it is not in the dossier's files, and is never translated."""

    def name(self, language: str) -> str:
        """Return the preferred term in ``language``, else in any language, else the id."""
        terms = self.terms.get(language) or next(iter(self.terms.values()), ())
        return terms[0].text if terms else self.id


class Problem(NamedTuple):
    """What is wrong in a file; ``line`` and ``column`` count from 1, 0 means unknown.

    ``message`` is an English msgid marked with ``N_``; ``values`` fill its ``{placeholders}``.
    """

    path: str
    line: int
    column: int
    message: str
    values: Mapping[str, str] = MappingProxyType({})


class Dossier(NamedTuple):
    """A folder of documents, whole, in one language."""

    id: str
    language: str
    """The language it is written in; its texts may be shown in another."""
    title: str
    root: Path
    topics: Mapping[str, str] = MappingProxyType({})
    """Labels of the topics of claims, in order, by topic id."""
    documents: tuple[Document, ...] = ()
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What could not be loaded; everything else is here."""
    shown_in: str = ""
    """The language this value is in: ``language`` itself, or that of a translation."""
    discrepancies: tuple[Discrepancy, ...] = ()
    notes: tuple[Note, ...] = ()
    names: Mapping[str, str] = MappingProxyType({})
    """The preferred name of each entry, by id, where the entries themselves were not read."""
    note: str = ""
    """What its editors say of its texts, to be read before them; empty where they say nothing."""
    note_untranslated: bool = False
    """The note has no translation, and stands in the language of the dossier."""
    untranslated_topics: frozenset[str] = frozenset()
    """The ids of topics whose labels have no translation."""

    def name(self, id: str) -> str:
        """Return the preferred name of an entry; the id itself where there is no such entry."""
        if self.names:
            return self.names.get(id, id)
        entry = self.entry(id)
        return entry.name(self.shown_in or self.language) if entry else id

    def document(self, id: str) -> Document | None:
        return next((d for d in self.documents if d.id == id), None)

    def entry(self, id: str) -> Entry | None:
        return next((e for e in self.entries if e.id == id), None)


class Mention(NamedTuple):
    """A place in a text where a term stands, in whatever form.

    ``start`` and ``end`` are code points of the original text.
    """

    start: int
    end: int
    text: str
    entry: str
