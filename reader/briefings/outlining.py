"""A briefing's outline: what a first frame can pay for, without facts, text or terms."""

from __future__ import annotations

from collections.abc import Sequence

from reader import model
from reader.briefings.publication import after, own_headline
from reader.briefings.tree import (
    Briefing,
    Claim,
    Discrepancy,
    Event,
    Line,
    Name,
    Note,
    Participant,
    Side,
    Topic,
)
from reader.language.interface import translator
from reader.language.messages import N_
from reader.model import NOTE_KINDS, DocumentView, Dossier


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
            tuple(f for f in draft.findings if f.claim == claim.id) if draft else (),
            is_drafted=summary is not None and bool(draft or summary.accepted),
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
