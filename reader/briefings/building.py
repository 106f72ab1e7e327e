"""Build the whole briefing: an outline with facts, the text, and its terms."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence, Set
from typing import Protocol

from reader.briefings import drafted
from reader.briefings.excerpt import excerpt
from reader.briefings.outlining import by_topic, outline
from reader.briefings.publication import TEXT_KINDS, chain, published_fact
from reader.briefings.tree import (
    Briefing,
    Fact,
    GlossaryItem,
    Line,
    Name,
    Passage,
)
from reader.language.interface import translator
from reader.language.messages import N_
from reader.model import DocumentView, Dossier, Entry, Mention, Source, in_dossier


class Matcher(Protocol):
    """The part of :class:`reader.terms.matcher.Matcher` that briefings need."""

    def in_paragraphs(
        self, texts: Sequence[str], *, nested: bool = False, at_home: bool = False
    ) -> list[list[Mention]]: ...


def build(
    dossier: Dossier,
    view: DocumentView,
    matcher: Matcher | None = None,
    *,
    text: bool = True,
    claims: Collection[str] | None = None,
) -> Briefing:
    """Build the whole briefing in the language that ``dossier`` is shown in.

    ``text=False`` leaves the paragraphs out; ``claims`` are the ids of the only claims to keep,
    with what they cite. Without a ``matcher`` no term is linked, and the glossary holds
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
    if in_dossier(tree.id):
        rows.append((N_("Headline"), _headline(source, view.document.title, label)))
    if tree.id is not None:
        rows.append((N_("Publisher"), source.publisher or label(N_("not named"))))
        rows.append((N_("Date"), published_fact(source, tree.language, label)))
    if tree.attribution:
        names = [name.text for name in tree.attribution]
        rows.append((N_("Who ← citing whom"), chain(source, names)))
    if tree.id is not None:
        rows.append((N_("Text"), label(TEXT_KINDS[view.text.kind])))
        rows.append((N_("Article"), tree.id))
    rows += drafted.rows(tree)
    facts = [Fact(label(name), value) for name, value in rows]
    if source.url is not None:
        facts.append(Fact(label(N_("Address")), source.url, source.url))
    return tuple(facts)


def _headline(source: Source, title: str, label: Callable[[str], str]) -> str:
    """Say whose the headline is that stands over the briefing, and what the publisher's was."""
    if source.headline == title:
        return label(N_("the publisher’s"))
    if source.headline is None:
        return label(N_("the dossier’s"))
    return label(N_("the dossier’s; the publisher’s is “{headline}”")).format(
        headline=source.headline
    )


def _chosen(tree: Briefing, total: int) -> Fact:
    label = translator(tree.language)
    value = label(N_("{n} of {total}")).format(n=len(tree.claims), total=total)
    return Fact(label(N_("Claims selected")), value)


def _with_terms(tree: Briefing, dossier: Dossier, matcher: Matcher | None) -> Briefing:
    """Mark every mention, and add the glossary of the mentioned entries."""
    named = {person.name.entry for person in tree.participants}
    named |= {document.entry for document in tree.documents}
    named |= {name.entry for claim in tree.claims if claim.is_tagged for name in claim.speaker}
    named |= {
        side.entry.entry for d in tree.discrepancies for side in d.sides if side.entry is not None
    }
    if matcher is not None:
        gist, claims, roles, events, passages = _marked(
            matcher,
            in_dossier(tree.id),
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
            topics=by_topic(marked, dossier),
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


def _marked(matcher: Matcher, at_home: bool, *parts: Sequence[Line]) -> list[list[Line]]:
    """Mark the mentions in lines of one text, part by part.

    A full name in one part lets shorter terms count in the parts after it.
    """
    mentions = matcher.in_paragraphs(
        [line.text for part in parts for line in part], at_home=at_home
    )
    marked, start = [], 0
    for part in parts:
        found = mentions[start : start + len(part)]
        marked.append([line._replace(terms=tuple(m)) for line, m in zip(part, found, strict=True)])
        start += len(part)
    return marked


def glossary_items(dossier: Dossier, wanted: Set[str]) -> tuple[GlossaryItem, ...]:
    """Return the entries with these ids, in alphabetical order of their shown names."""
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
