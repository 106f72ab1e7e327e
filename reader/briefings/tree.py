"""The briefing: one document's summary as a neutral tree, in one language.

Screen, shell and printing all render it; it depends on none of them. Every piece of prose
is a :class:`Line` with its language, the paragraphs it cites and the mentions of
glossary terms in it, so that a writer can link all three.
"""

from typing import NamedTuple

from reader.model import (
    ClaimStatus,
    Draft,
    DraftFinding,
    Mention,
    NoteKind,
    Source,
    TextKind,
)


class Line(NamedTuple):
    """A piece of prose; ``untranslated`` means that it is in the source language."""

    text: str
    language: str
    cites: tuple[str, ...] = ()
    terms: tuple[Mention, ...] = ()
    untranslated: bool = False


class Fact(NamedTuple):
    """One row of the metadata: a label and its value, both ready to print.

    ``url`` is the address of a web page that the value names.
    """

    label: str
    value: str
    url: str = ""


class Name(NamedTuple):
    """A glossary entry by its preferred name; without an id whoever has none, as the text names it."""

    entry: str
    text: str


class Claim(NamedTuple):
    """A claim; ``speaker`` says it first, then those who pass it on.

    ``by_source``: the dossier names no others than those of the source. Where it does, and names
    nobody, the article itself says it.
    """

    id: str
    topic: str
    line: Line
    status: ClaimStatus | None = None
    speaker: tuple[Name, ...] = ()
    disputed: Line | None = None
    by_source: bool = True
    findings: tuple[DraftFinding, ...] = ()
    """What verifying a claim of a draft has found wrong with it."""
    is_drafted: bool = False
    """Its status is that of a sentence, told by rule or by a command, and not by editors."""

    @property
    def is_tagged(self) -> bool:
        """Whether it is said how far it goes, whose it is, who disputes it, or what is wrong."""
        return bool(self.status or self.disputed or not self.by_source or self.findings)


class Topic(NamedTuple):
    """The claims on one topic, under its label."""

    id: str
    label: str
    claims: tuple[Claim, ...]
    untranslated: bool = False
    """The label is in the source language."""


class Participant(NamedTuple):
    id: str
    name: Name
    role: Line


class Event(NamedTuple):
    """A dated event: ``iso`` is the date as recorded, ``date`` as formatted."""

    id: str
    iso: str
    date: str
    line: Line


class Side(NamedTuple):
    """What one source says: a document of the dossier, or an official text by its entry.

    ``where`` names the source, ready to print. The line cites paragraphs only of the briefing's
    own document; ``cites`` has those of any.
    """

    line: Line
    where: str
    document: str | None = None
    cites: tuple[str, ...] = ()
    entry: Name | None = None
    source: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The source, with the paragraphs of another document: “Trend, 19 December 2025, p7”."""
        return ", ".join([self.where, *(() if self.line.cites else self.cites)])


class Discrepancy(NamedTuple):
    """What sources tell differently."""

    id: str
    about: Line
    sides: tuple[Side, ...]
    why: Line


class Note(NamedTuple):
    """What the dossier's editors add, with public sources: ``iso`` and ``date`` as of an event.

    ``date`` is empty where there is none. ``about`` are the ids as recorded.
    """

    id: str
    kind: NoteKind
    about: tuple[str, ...]
    iso: str | None
    date: str
    line: Line
    source: tuple[str, ...]


class GlossaryItem(NamedTuple):
    """A mentioned entry: its name and abbreviations in the briefing's language."""

    name: Name
    abbreviations: tuple[str, ...]
    definition: Line


class Passage(NamedTuple):
    """A paragraph of the text, which citations point to."""

    id: str
    line: Line


class ReaderNote(NamedTuple):
    """A note of the reader's own, ready to print: what it is on, and what it says.

    ``where`` says what the quotation is of and what has become of its place; ``cites`` are the
    paragraphs of the shown text in which it stands, by id.
    """

    id: str
    text: str
    quotation: str
    where: str
    tags: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    made: str = ""
    """ISO 8601, with a zone."""


class Briefing(NamedTuple):
    """One document, ready for a writer.

    ``gist`` is ``None`` without a summary, and in an ``excerpt``, which has chosen claims alone.
    """

    id: str | None
    language: str
    dossier: str
    """The dossier's title."""
    title: Line
    source: Source
    attribution: tuple[Name, ...]
    facts: tuple[Fact, ...]
    text: TextKind
    gist: Line | None = None
    claims: tuple[Claim, ...] = ()
    """In the document's order; :attr:`topics` has them by topic."""
    topics: tuple[Topic, ...] = ()
    participants: tuple[Participant, ...] = ()
    events: tuple[Event, ...] = ()
    """By date."""
    documents: tuple[Name, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    notes: tuple[Note, ...] = ()
    """What the dossier's editors add: what happened next by date, then what is open."""
    glossary: tuple[GlossaryItem, ...] = ()
    """In alphabetical order."""
    passages: tuple[Passage, ...] = ()
    aligned: tuple[tuple[str, ...], ...] | None = None
    """In a pair of briefings: which passages stand in each row, by their ids."""
    excerpt: bool = False
    headline: Line = Line("", "")
    """What stands over the text alone: over the publisher's, never the dossier's as his."""
    note: Line | None = None
    """What the dossier's editors say of its texts; ``None`` of an article that is not its document."""
    beside: TextKind | None = None
    """In a pair of briefings: what the other one's text is."""
    own_notes: tuple[ReaderNote, ...] | None = None
    """The reader's own notes on it; ``None`` where they were not asked for."""
    draft: Draft | None = None
    """What is told of a summary that is a draft; ``None`` for any other."""
    weighty: tuple[tuple[Name, int], ...] = ()
    """The terms of a draft by weight, each with how often the text has it."""
    apart: tuple[Claim, ...] = ()
    """Claims of a draft that the text does not bear out."""
    accepted: str | None = None
    """When a reader took a draft for their own, ISO 8601."""

    @property
    def has_summary(self) -> bool:
        return self.excerpt or self.gist is not None

    @property
    def rows(self) -> tuple[tuple[Passage, ...], ...]:
        """The passages in rows: one in each, or those that mean the same as the other's."""
        if self.aligned is None:
            return tuple((passage,) for passage in self.passages)
        by_id = {passage.id: passage for passage in self.passages}
        return tuple(tuple(by_id[id] for id in ids) for ids in self.aligned)
