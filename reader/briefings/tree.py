"""The briefing: one document's summary as a neutral tree, in one language.

Screen, shell and printing all render it; it depends on none of them. Every piece of prose
is a :class:`Line` with its language, the paragraphs it cites and the mentions of
glossary terms in it, so that a writer can link all three.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reader import model
from reader.briefings.publication import after, own_headline
from reader.language.interface import translator
from reader.language.messages import N_
from reader.model import (
    NOTE_KINDS,
    ClaimStatus,
    DocumentView,
    Dossier,
    Draft,
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
    findings: tuple[str, ...] = ()
    """What verifying a claim of a draft has found wrong with it, ready to show."""

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


def outline(dossier: Dossier, view: DocumentView) -> Briefing:
    """Build a briefing of title, source and summary, without facts, text or terms.

    ``dossier`` gives title, topics and entries, in the language that it is shown in.
    """
    return _Outline(dossier, view).tree()


class _Outline:
    def __init__(self, dossier: Dossier, view: DocumentView) -> None:
        self.dossier = dossier
        self.document = view.document
        self.text = view.text
        self.language = dossier.shown_in or dossier.language
        summary = view.document.summary
        self._is_draft = summary is not None and summary.draft is not None
        """Its prose is the article's, in the article's language."""

    def tree(self) -> Briefing:
        source, summary = self.document.source, self.document.summary
        title = self.line(self.document.title, "title")
        if summary is None:
            title = Line(self.document.title, self.text.language)
        tree = Briefing(
            id=self.document.id,
            language=self.language,
            dossier=self.dossier.title,
            title=title,
            source=source,
            attribution=(
                *map(self.name, source.attribution),
                *(Name("", name) for name in source.via),
            ),
            facts=(),
            text=self.text.kind,
            headline=self.headline(title),
            note=self.editors_say(),
        )
        if summary is None:
            return tree
        claims = tuple(map(self.claim, summary.claims))
        return tree._replace(
            gist=self.line(summary.gist, "gist"),
            claims=claims,
            topics=by_topic(claims, self.dossier),
            participants=tuple(
                Participant(
                    p.id,
                    self.item(p.entry) if p.entry else Name("", p.name),
                    self.line(p.role, p.id, p.cites),
                )
                for p in summary.participants
            ),
            events=tuple(
                Event(e.id, e.date, _date(e.date, self.language), self.line(e.text, e.id, e.cites))
                for e in sorted(summary.events, key=lambda e: by_date(e.date))
            ),
            documents=tuple(map(self.item, summary.documents)),
            discrepancies=tuple(map(self.discrepancy, self.document.discrepancies)),
            notes=tuple(
                self.note(note)
                for kind in NOTE_KINDS
                for note in sorted(self.document.notes, key=lambda n: by_date(n.date or ""))
                if note.kind == kind
            ),
            draft=summary.draft,
            weighty=tuple(
                (self.name(entry), count)
                for entry, count in (summary.draft.terms if summary.draft else ())
            ),
            apart=tuple(map(self.claim, summary.draft.apart)) if summary.draft else (),
            accepted=summary.accepted,
        )

    def claim(self, claim: model.Claim) -> Claim:
        attribution = self.document.source.attribution
        speaker = reversed(attribution) if claim.speaker is None else claim.speaker
        summary = self.document.summary
        draft = summary.draft if summary is not None else None
        return Claim(
            claim.id,
            claim.topic,
            self.line(claim.text, claim.id, claim.cites),
            claim.status,
            tuple(map(self.name, speaker)),
            self.line(claim.disputed, f"{claim.id}/disputed") if claim.disputed else None,
            claim.speaker is None,
            tuple(f.message for f in draft.findings if f.claim == claim.id) if draft else (),
        )

    def discrepancy(self, discrepancy: model.Discrepancy) -> Discrepancy:
        return discrepancy_of(discrepancy, self.dossier, self.document.id)

    def note(self, note: model.Note) -> Note:
        return Note(
            note.id,
            note.kind,
            note.about,
            note.date,
            _date(note.date, self.language) if note.date else "",
            _line(note.text, self.dossier, untranslated=note.untranslated),
            note.source,
        )

    def headline(self, title: Line) -> Line:
        own = own_headline(self.document, self.text.kind)
        if own == title.text:
            return title
        if own is not None:
            return Line(own, self.document.language)
        label = translator(self.language)(N_("Dossier’s headline: {title}"))
        return Line(label.format(title=title.text), self.language)

    def editors_say(self) -> Line | None:
        dossier = self.dossier
        if not model.in_dossier(self.document.id) or not dossier.note:
            return None
        untranslated = dossier.note_untranslated
        language = dossier.language if untranslated else self.language
        return Line(dossier.note, language, untranslated=untranslated)

    def line(self, text: str, key: str, cites: tuple[str, ...] = ()) -> Line:
        if not model.in_dossier(self.document.id) or self._is_draft:
            return Line(text, self.text.language, cites)
        return _line(text, self.dossier, cites, untranslated=key in self.document.untranslated)

    def name(self, id: str) -> Name:
        return Name(id, self.dossier.name(id))

    def item(self, id: str) -> Name:
        """Name an entry as an item of a list begins: “Special envoy”, but “iPhone”."""
        name = self.name(id)
        first = name.text.partition(" ")[0]
        return (
            name._replace(text=name.text[:1].upper() + name.text[1:]) if first.islower() else name
        )


def _line(
    text: str, dossier: Dossier, cites: tuple[str, ...] = (), *, untranslated: bool = False
) -> Line:
    shown_in = dossier.shown_in or dossier.language
    language = dossier.language if untranslated else shown_in
    return Line(text, language, cites, untranslated=untranslated)


def discrepancy_of(
    discrepancy: model.Discrepancy, dossier: Dossier, document: str | None = None
) -> Discrepancy:
    """Return a discrepancy as a briefing of ``document``, or of none, shows it."""
    missing = discrepancy.untranslated
    return Discrepancy(
        discrepancy.id,
        _line(discrepancy.about, dossier, untranslated="about" in missing),
        tuple(_side(side, dossier, document) for side in discrepancy.sides),
        _line(discrepancy.why, dossier, untranslated="why" in missing),
    )


def _side(side: model.Side, dossier: Dossier, document: str | None) -> Side:
    own = side.document is not None and side.document == document
    line = _line(side.text, dossier, side.cites if own else (), untranslated=side.untranslated)
    if side.entry is not None:
        name = Name(side.entry, dossier.name(side.entry))
        return Side(line, name.text, entry=name, source=side.source)
    language = dossier.shown_in or dossier.language
    where = after(side.published, language, translator(language)) or side.document or ""
    return Side(line, where[:1].upper() + where[1:], side.document, side.cites)


NO_TOPIC = N_("Other claims")
"""Stands over the claims of a draft whose topic isn't known."""


def by_date(iso: str) -> str:
    """Return the key that sorts dates: a month stands after its days, a year after its months."""
    return f"{iso}~"


def by_topic(claims: Sequence[Claim], dossier: Dossier) -> tuple[Topic, ...]:
    """Group claims by topic, in the order of the dossier's.

    A topic without a label comes last, under its id; claims without a topic come after that.
    """
    labels, untranslated = dossier.topics, dossier.untranslated_topics
    found: dict[str, list[Claim]] = {id: [] for id in labels}
    for claim in claims:
        found.setdefault(claim.topic, []).append(claim)
    without = translator(dossier.shown_in or dossier.language)(NO_TOPIC)
    return tuple(
        Topic(id, labels.get(id, id) or without, tuple(together), id in untranslated)
        for id, together in sorted(found.items(), key=lambda item: item[0] == "")
        if together
    )


def _date(iso: str, language: str) -> str:
    from reader.language import dates

    return dates.date(iso, language)
