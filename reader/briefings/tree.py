"""The briefing: one document's summary as a neutral tree, in one language.

It knows nothing of any format. Every piece of prose is a :class:`Line` that says in which
language it is, which paragraphs it cites and where glossary terms stand in it, so that a
writer can link all three.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from typing import NamedTuple, Protocol

from reader.briefings.excerpt import excerpt
from reader.language.interface import translator
from reader.language.messages import N_
from reader.model import DocumentView, Dossier, Entry, Mention, Source, TextKind


class Matcher(Protocol):
    """What finds terms: :class:`reader.terms.matcher.Matcher`."""

    def in_paragraphs(
        self, texts: Sequence[str], *, nested: bool = False
    ) -> list[list[Mention]]: ...


class Line(NamedTuple):
    """A piece of prose. ``untranslated``: it stands in the source language for want of a translation."""

    text: str
    language: str
    cites: tuple[str, ...] = ()
    terms: tuple[Mention, ...] = ()
    untranslated: bool = False


class Fact(NamedTuple):
    """One row of the metadata: a label and what it says, both ready to print."""

    label: str
    value: str


class Claim(NamedTuple):
    id: str
    topic: str
    line: Line


class Topic(NamedTuple):
    """The claims on one topic, under its label."""

    id: str
    label: str
    claims: tuple[Claim, ...]


class Name(NamedTuple):
    """A glossary entry by its preferred name."""

    entry: str
    text: str


class Participant(NamedTuple):
    name: Name
    role: Line


class Event(NamedTuple):
    """``iso`` is the date as recorded, ``date`` as a reader writes it."""

    id: str
    iso: str
    date: str
    line: Line


class GlossaryItem(NamedTuple):
    """An entry whose terms occur: its name and its abbreviations in the briefing's language."""

    name: Name
    abbreviations: tuple[str, ...]
    definition: Line


class Passage(NamedTuple):
    """A paragraph of the text, which citations point to."""

    id: str
    line: Line


class Briefing(NamedTuple):
    """One document, ready for a writer. ``gist`` is ``None`` where there is no summary, and in an
    ``excerpt``, which has some of the claims alone."""

    id: str | None
    language: str
    dossier: str
    """The dossier's title."""
    title: Line
    source: Source
    attribution: tuple[Name, ...]
    facts: tuple[Fact, ...]
    dated: str
    """When it was published, for a reader; empty where the source gives no date."""
    text: TextKind
    gist: Line | None = None
    claims: tuple[Claim, ...] = ()
    """In the document's order; :attr:`topics` has them by topic."""
    topics: tuple[Topic, ...] = ()
    participants: tuple[Participant, ...] = ()
    events: tuple[Event, ...] = ()
    """By date."""
    documents: tuple[Name, ...] = ()
    glossary: tuple[GlossaryItem, ...] = ()
    """In the alphabet's order."""
    passages: tuple[Passage, ...] = ()
    excerpt: bool = False

    @property
    def has_summary(self) -> bool:
        return self.excerpt or self.gist is not None


def build(
    dossier: Dossier,
    view: DocumentView,
    matcher: Matcher | None = None,
    *,
    text: bool = True,
    claims: Collection[str] | None = None,
) -> Briefing:
    """Build the briefing of ``document`` in the language that ``dossier`` is shown in.

    ``text=False`` leaves the paragraphs out; ``claims`` are the ids of the only ones that are
    wanted, with what they cite. Without a ``matcher`` no term is linked, and the glossary holds
    only what participants and documents name.
    """
    language = dossier.shown_in or dossier.language
    builder = _Builder(dossier, view, language)
    # An article without a summary has its terms in its text, which is looked at in any case.
    tree = builder.tree(text or view.document.summary is None, claims)
    tree = _with_terms(tree, dossier, matcher)
    return tree if text else tree._replace(passages=())


class _Builder:
    def __init__(self, dossier: Dossier, view: DocumentView, language: str) -> None:
        self.dossier = dossier
        self.view = view
        self.language = language
        self.entries = {entry.id: entry for entry in dossier.entries}

    def line(self, text: str, key: str, cites: tuple[str, ...] = ()) -> Line:
        untranslated = key in self.view.document.untranslated
        language = self.dossier.language if untranslated else self.language
        return Line(text, language, cites, untranslated=untranslated)

    def name(self, id: str) -> Name:
        entry = self.entries.get(id)
        return Name(id, entry.name(self.language) if entry else id)

    def tree(self, text: bool, chosen: Collection[str] | None) -> Briefing:
        whole = self.view.document.summary
        facts = self.facts()
        is_excerpt = chosen is not None and whole is not None
        if chosen is not None and whole is not None:
            self.view = excerpt(self.view, chosen)
            facts += self.excerpt(len(whole.claims))
        document, shown = self.view.document, self.view.text
        summary = document.summary
        tree = Briefing(
            id=document.id,
            language=self.language,
            dossier=self.dossier.title,
            title=self.line(document.title, "title"),
            source=document.source,
            attribution=tuple(self.name(id) for id in document.source.attribution),
            facts=facts,
            excerpt=is_excerpt,
            dated=_date(document.source.published, self.language)
            if document.source.published
            else "",
            text=shown.kind,
            passages=tuple(
                Passage(
                    p.id,
                    Line(
                        p.text,
                        self.dossier.language if p.id in shown.untranslated else shown.language,
                        untranslated=p.id in shown.untranslated,
                    ),
                )
                for p in shown.paragraphs
            )
            if text
            else (),
        )
        if summary is None:
            return tree._replace(title=Line(document.title, shown.language))
        claims = tuple(
            Claim(c.id, c.topic, self.line(c.text, c.id, c.cites)) for c in summary.claims
        )
        return tree._replace(
            gist=None if is_excerpt else self.line(summary.gist, "gist"),
            claims=claims,
            topics=self.topics(claims),
            participants=tuple(
                Participant(self.name(p.entry), self.line(p.role, p.id, p.cites))
                for p in summary.participants
            ),
            events=tuple(
                Event(e.id, e.date, _date(e.date, self.language), self.line(e.text, e.id, e.cites))
                for e in sorted(summary.events, key=lambda e: e.date)
            ),
            documents=tuple(self.name(id) for id in summary.documents),
        )

    def topics(self, claims: tuple[Claim, ...]) -> tuple[Topic, ...]:
        """In the dossier's order; a topic that it doesn't list comes last, under its id."""
        order = dict.fromkeys([*self.dossier.topics, *(c.topic for c in claims)])
        found = (
            Topic(id, self.dossier.topics.get(id, id), tuple(c for c in claims if c.topic == id))
            for id in order
        )
        return tuple(topic for topic in found if topic.claims)

    def facts(self) -> tuple[Fact, ...]:
        label = translator(self.language)
        source = self.view.document.source
        rows: list[tuple[str, str]] = []
        if self.view.id is not None:
            rows.append((N_("Publisher"), source.publisher or label(N_("not named"))))
            rows.append((N_("Date"), self.dated()))
        if source.attribution:
            chain = [source.publisher] if source.publisher else []
            chain += [self.name(id).text for id in source.attribution]
            rows.append((N_("Chain of sources"), " ← ".join(chain)))
        if self.view.id is not None:
            rows.append((N_("Text"), label(TEXT_KINDS[self.view.text.kind])))
            rows.append((N_("Document"), self.view.id))
        return tuple(Fact(label(name), value) for name, value in rows)

    def excerpt(self, total: int) -> tuple[Fact, ...]:
        label, summary = translator(self.language), self.view.document.summary
        chosen = len(summary.claims) if summary else 0
        said = label(N_("{n} of {total}")).format(n=chosen, total=total)
        return (Fact(label(N_("Claims chosen")), said),)

    def dated(self) -> str:
        label, source = translator(self.language), self.view.document.source
        if source.published:
            return _date(source.published, self.language)
        if not source.published_inferred:
            return label(N_("not given"))
        inferred = _date(source.published_inferred, self.language)
        said = label(N_("not given; inferred: {date}")).format(date=inferred)
        return f"{said} ({source.published_note})" if source.published_note else said


TEXT_KINDS: dict[TextKind, str] = {
    "original": N_("the publisher’s own words"),
    "version": N_("the publisher’s own words"),
    "edition": N_("our retelling, paragraph by paragraph"),
    "translation": N_("translation of our retelling"),
}
"""What the text of a document is, as msgids."""


def _date(iso: str, language: str) -> str:
    from reader.language import dates

    return dates.date(iso, language)


def _with_terms(tree: Briefing, dossier: Dossier, matcher: Matcher | None) -> Briefing:
    """The tree with every mention marked, and the glossary of what is mentioned."""
    named = [p.name.entry for p in tree.participants]
    named += [d.entry for d in tree.documents]
    if matcher is not None:
        lines = list(_prose(tree))
        mentions = matcher.in_paragraphs([line.text for line in lines])
        found = iter(
            [line._replace(terms=tuple(m)) for line, m in zip(lines, mentions, strict=True)]
        )
        named += [m.entry for part in mentions for m in part]
        tree = tree._replace(
            gist=next(found) if tree.gist else None,
            claims=(claims := tuple(c._replace(line=next(found)) for c in tree.claims)),
            topics=tuple(
                t._replace(claims=tuple(c for c in claims if c.topic == t.id)) for t in tree.topics
            ),
            participants=tuple(p._replace(role=next(found)) for p in tree.participants),
            events=tuple(e._replace(line=next(found)) for e in tree.events),
            passages=tuple(p._replace(line=next(found)) for p in tree.passages),
        )
    return tree._replace(glossary=glossary_items(dossier, set(named)))


def glossary_items(dossier: Dossier, wanted: Set[str]) -> tuple[GlossaryItem, ...]:
    """The entries of those ids, in the alphabet's order of the language that is shown."""
    from reader.language.words import fold

    language = dossier.shown_in or dossier.language
    items = (_glossary_item(e, language, dossier) for e in dossier.entries if e.id in wanted)
    return tuple(sorted(items, key=lambda item: fold(item.name.text)))


def _prose(tree: Briefing) -> Iterator[Line]:
    """Every line that terms are looked for in, in the order in which they are put back."""
    if tree.gist:
        yield tree.gist
    yield from (c.line for c in tree.claims)
    yield from (p.role for p in tree.participants)
    yield from (e.line for e in tree.events)
    yield from (p.line for p in tree.passages)


def _glossary_item(entry: Entry, language: str, dossier: Dossier) -> GlossaryItem:
    name = entry.name(language)
    terms = entry.terms.get(language, ())
    short = (term.text for term in terms if term.type == "abbreviation" and term.text != name)
    definition = Line(
        entry.definition,
        dossier.language if entry.untranslated else language,
        untranslated=entry.untranslated,
    )
    return GlossaryItem(Name(entry.id, name), tuple(short), definition)
