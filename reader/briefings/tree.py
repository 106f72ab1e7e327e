"""The briefing: one document's summary as a neutral tree, in one language.

Screen, shell and printing all render it; it knows nothing of any of them. Every piece of prose
is a :class:`Line` that tells in which language it is, which paragraphs it cites and where
glossary terms stand in it, so that a writer can link all three.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from typing import NamedTuple, Protocol

from reader.briefings.excerpt import excerpt
from reader.briefings.publication import TEXT_KINDS, chain, published_fact
from reader.language.interface import translator
from reader.language.messages import N_
from reader.model import (
    DocumentView,
    Dossier,
    Entry,
    Mention,
    Source,
    TextKind,
)


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
    id: str
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
    aligned: tuple[tuple[str, ...], ...] | None = None
    """In a pair of briefings: which passages stand in each row, by their ids."""
    excerpt: bool = False

    @property
    def has_summary(self) -> bool:
        return self.excerpt or self.gist is not None

    @property
    def rows(self) -> tuple[tuple[Passage, ...], ...]:
        """The passages in rows: one in each, or those that say what the other briefing's say."""
        if self.aligned is None:
            return tuple((passage,) for passage in self.passages)
        by_id = {passage.id: passage for passage in self.passages}
        return tuple(tuple(by_id[id] for id in ids) for ids in self.aligned)


def outline(dossier: Dossier, view: DocumentView) -> Briefing:
    """Build what a first frame shows: title, source and summary, without facts, text or terms.

    Of the dossier it takes title, topics and entries, in the language that this is shown in.
    """
    return _Outline(dossier, view).tree()


def build(
    dossier: Dossier,
    view: DocumentView,
    matcher: Matcher | None = None,
    *,
    text: bool = True,
    claims: Collection[str] | None = None,
) -> Briefing:
    """Build the whole briefing of a document in the language that ``dossier`` is shown in.

    ``text=False`` leaves the paragraphs out; ``claims`` are the ids of the only ones that are
    wanted, with what they cite. Without a ``matcher`` no term is linked, and the glossary holds
    only what participants and documents name.
    """
    summary = view.document.summary
    is_excerpt = claims is not None and summary is not None
    part = excerpt(view, claims) if claims is not None else view
    tree = outline(dossier, part)
    facts = _facts(tree, view)
    if is_excerpt and summary is not None:
        facts += (_chosen(tree, len(summary.claims)),)
        tree = tree._replace(gist=None, excerpt=True)
    tree = tree._replace(facts=facts)
    # An article without a summary has its terms in its text, which is looked at in any case.
    if text or summary is None:
        tree = tree._replace(passages=_passages(dossier, part))
    tree = _with_terms(tree, dossier, matcher)
    return tree if text else tree._replace(passages=())


class _Outline:
    def __init__(self, dossier: Dossier, view: DocumentView) -> None:
        self.dossier = dossier
        self.document = view.document
        self.text = view.text
        self.language = dossier.shown_in or dossier.language
        self.entries = {entry.id: entry for entry in dossier.entries}

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
            attribution=tuple(map(self.name, source.attribution)),
            facts=(),
            dated=_date(source.published, self.language) if source.published else "",
            text=self.text.kind,
        )
        if summary is None:
            return tree
        claims = tuple(
            Claim(c.id, c.topic, self.line(c.text, c.id, c.cites)) for c in summary.claims
        )
        return tree._replace(
            gist=self.line(summary.gist, "gist"),
            claims=claims,
            topics=_by_topic(claims, self.dossier.topics),
            participants=tuple(
                Participant(p.id, self.name(p.entry), self.line(p.role, p.id, p.cites))
                for p in summary.participants
            ),
            events=tuple(
                Event(e.id, e.date, _date(e.date, self.language), self.line(e.text, e.id, e.cites))
                for e in sorted(summary.events, key=lambda e: e.date)
            ),
            documents=tuple(map(self.name, summary.documents)),
        )

    def line(self, text: str, key: str, cites: tuple[str, ...] = ()) -> Line:
        untranslated = key in self.document.untranslated
        language = self.dossier.language if untranslated else self.language
        return Line(text, language, cites, untranslated=untranslated)

    def name(self, id: str) -> Name:
        entry = self.entries.get(id)
        return Name(id, entry.name(self.language) if entry else id)


def _by_topic(claims: Sequence[Claim], labels: Mapping[str, str]) -> tuple[Topic, ...]:
    """Group claims in the topics' order; a topic that has no label comes last, under its id."""
    found: dict[str, list[Claim]] = {id: [] for id in labels}
    for claim in claims:
        found.setdefault(claim.topic, []).append(claim)
    return tuple(
        Topic(id, labels.get(id, id), tuple(together)) for id, together in found.items() if together
    )


def _passages(dossier: Dossier, view: DocumentView) -> tuple[Passage, ...]:
    text = view.text
    passages = []
    for paragraph in text.paragraphs:
        untranslated = paragraph.id in text.untranslated
        language = dossier.language if untranslated else text.language
        line = Line(paragraph.text, language, untranslated=untranslated)
        passages.append(Passage(paragraph.id, line))
    return tuple(passages)


def _facts(tree: Briefing, view: DocumentView) -> tuple[Fact, ...]:
    label, source = translator(tree.language), tree.source
    rows: list[tuple[str, str]] = []
    if tree.id is not None:
        rows.append((N_("Publisher"), source.publisher or label(N_("not named"))))
        rows.append((N_("Date"), published_fact(source, tree.language, label)))
    if tree.attribution:
        names = [name.text for name in tree.attribution]
        rows.append((N_("Chain of sources"), chain(source, names)))
    if tree.id is not None:
        rows.append((N_("Text"), label(TEXT_KINDS[view.text.kind])))
        rows.append((N_("Document"), tree.id))
    return tuple(Fact(label(name), value) for name, value in rows)


def _chosen(tree: Briefing, total: int) -> Fact:
    label = translator(tree.language)
    value = label(N_("{n} of {total}")).format(n=len(tree.claims), total=total)
    return Fact(label(N_("Claims chosen")), value)


def _date(iso: str, language: str) -> str:
    from reader.language import dates

    return dates.date(iso, language)


def _with_terms(tree: Briefing, dossier: Dossier, matcher: Matcher | None) -> Briefing:
    """Mark every mention, and add the glossary of what is mentioned."""
    named = {person.name.entry for person in tree.participants}
    named |= {document.entry for document in tree.documents}
    if matcher is not None:
        gist, claims, roles, events, passages = _marked(
            matcher,
            [tree.gist] if tree.gist else [],
            [claim.line for claim in tree.claims],
            [person.role for person in tree.participants],
            [event.line for event in tree.events],
            [passage.line for passage in tree.passages],
        )
        for line in (*gist, *claims, *roles, *events, *passages):
            named.update(mention.entry for mention in line.terms)
        marked = tuple(c._replace(line=line) for c, line in zip(tree.claims, claims, strict=True))
        tree = tree._replace(
            gist=gist[0] if gist else None,
            claims=marked,
            topics=_by_topic(marked, dossier.topics),
            participants=tuple(
                p._replace(role=line) for p, line in zip(tree.participants, roles, strict=True)
            ),
            events=tuple(
                e._replace(line=line) for e, line in zip(tree.events, events, strict=True)
            ),
            passages=tuple(
                p._replace(line=line) for p, line in zip(tree.passages, passages, strict=True)
            ),
        )
    return tree._replace(glossary=glossary_items(dossier, named))


def _marked(matcher: Matcher, *parts: Sequence[Line]) -> list[list[Line]]:
    """Mark the mentions in lines of one text, part after part: what is named in full counts later."""
    mentions = matcher.in_paragraphs([line.text for part in parts for line in part])
    marked, start = [], 0
    for part in parts:
        found = mentions[start : start + len(part)]
        marked.append([line._replace(terms=tuple(m)) for line, m in zip(part, found, strict=True)])
        start += len(part)
    return marked


def glossary_items(dossier: Dossier, wanted: Set[str]) -> tuple[GlossaryItem, ...]:
    """Return the entries of those ids, in the alphabet's order of the language that is shown."""
    from reader.language.words import fold

    language = dossier.shown_in or dossier.language
    items = (_glossary_item(e, language, dossier) for e in dossier.entries if e.id in wanted)
    return tuple(sorted(items, key=lambda item: fold(item.name.text)))


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
