"""From the model to blocks: what the panes and the popup show, in the interface's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from reader.language import messages
from reader.language.dates import date
from reader.language.entry_kinds import KINDS
from reader.language.locales import language_name
from reader.language.messages import N_, _, ngettext
from reader.library.collection import Occurrence
from reader.model import Document, DocumentView, Dossier, Entry, Mention, Source
from reader.tui.widgets.blocks import Block, Role, Span

ITEM, SELECTED = "•", "✓"
"""The markers of a claim and of one that was selected."""
TEXTS = {
    "original": N_("Original"),
    "version": N_("Original"),
    "edition": N_("Retelling"),
    "translation": N_("Translation"),
}


class _Line:
    """A text that is put together with its spans."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.spans: list[Span] = []

    def add(self, text: str) -> _Line:
        self.text += text
        return self

    def link(self, text: str, kind: str, target: str) -> _Line:
        start = len(self.text)
        self.text += text
        end = len(self.text)
        if kind == "mention":
            self.spans.append(Span(start, end, "mention", target))
        elif kind == "citation":
            self.spans.append(Span(start, end, "citation", target))
        else:
            self.spans.append(Span(start, end, "link", target))
        return self

    def cite(self, ids: Sequence[str], numbers: Mapping[str, int]) -> _Line:
        """Citations as the numbers of the paragraphs: [2] [3]."""
        for id in ids:
            # A space that doesn't break keeps the last word and its citation on one line.
            self.add("\u00a0").link(f"[{numbers.get(id, id)}]", "citation", id)
        return self

    def block(self, id: str, role: Role = "paragraph", *, marker: str = "", gap: int = 1) -> Block:
        return Block(id, self.text, role, marker, 0, tuple(self.spans), gap)


def published(source: Source) -> str:
    """When a document was published, as far as that is known."""
    language = messages.language()
    if source.published:
        return date(source.published, language)
    if source.published_inferred:
        inferred = date(source.published_inferred, language)
        return _("date not given; inferred: {date}").format(date=inferred)
    return _("date not given")


def imprint(source: Source) -> str:
    """Publisher and day in a few words, for a list; an inferred day is marked with ≈."""
    language = messages.language()
    day = ""
    if source.published:
        day = date(source.published[:10], language, "medium")
    elif source.published_inferred:
        day = "≈ " + date(source.published_inferred, language, "medium")
    return " · ".join(filter(None, [source.publisher, day]))


def publisher(document: Document) -> str:
    return document.source.publisher or _("publisher not named")


def source_blocks(view: DocumentView, dossier: Dossier) -> list[Block]:
    """The text of a document: title, where it is from, then its paragraphs with their numbers.

    Names of entries are ``dossier``'s, in the interface's language, whatever the text's is.
    """
    document, text = view.document, view.text
    blocks = [Block("title", document.title, "title")]
    if document.id is not None:
        meta = f"{publisher(document)} · {published(document.source)}"
        blocks.append(Block("meta", meta, "meta", gap=0))
        if document.source.attribution:
            line = _Line(_("Chain of sources") + ": " + publisher(document))
            for id in document.source.attribution:
                entry = dossier.entry(id)
                line.add(" ← ")
                line.link(entry.name(dossier.shown_in) if entry else id, "mention", id)
            blocks.append(line.block("attribution", "meta", gap=0))
        if document.source.published_note:
            blocks.append(Block("published_note", document.source.published_note, "meta", gap=0))
    for number, paragraph in enumerate(text.paragraphs, 1):
        untranslated = paragraph.id in text.untranslated
        role: Role = "untranslated" if untranslated else "paragraph"
        blocks.append(Block(paragraph.id, paragraph.text, role, str(number)))
    return blocks


def summary_blocks(
    view: DocumentView, dossier: Dossier, selected: Collection[str] = ()
) -> list[Block]:
    """The structured summary; for an article that has none, what is missing and why.

    ``selected`` are the ids of the claims that are marked as such.
    """
    summary, numbers = view.document.summary, view.text.numbers()
    if summary is None:
        return [
            Block("title", _("No summary"), "title"),
            Block("missing", _("This article is no document of the dossier, so it has no summary, no translation and no citations."), "note"),
            Block("present", _("The terms of the glossary are linked in its text: press t to walk through them."), "note"),
        ]  # fmt: skip
    blocks = [Block("gist-heading", _("In brief"), "heading"), Block("gist", summary.gist, gap=0)]
    claims = {topic: [c for c in summary.claims if c.topic == topic] for topic in dossier.topics}
    for topic, label in dossier.topics.items():
        if not claims[topic]:
            continue
        blocks.append(Block(f"topic/{topic}", label, "heading"))
        for claim in claims[topic]:
            line = _Line(claim.text).cite(claim.cites, numbers)
            marker = SELECTED if claim.id in selected else ITEM
            blocks.append(line.block(claim.id, "claim", marker=marker, gap=0))
    if summary.participants:
        blocks.append(Block("participants", _("Participants"), "heading"))
        for participant in summary.participants:
            entry = dossier.entry(participant.entry)
            name = entry.name(dossier.shown_in) if entry else participant.entry
            line = _Line().link(name, "mention", participant.entry)
            line.add(f" — {participant.role}").cite(participant.cites, numbers)
            blocks.append(line.block(f"participant/{participant.id}", "claim", marker="•", gap=0))
    if summary.events:
        blocks.append(Block("events", _("Events"), "heading"))
        for event in sorted(summary.events, key=lambda e: e.date):
            line = _Line(f"{date(event.date, dossier.shown_in)} — {event.text}")
            line.cite(event.cites, numbers)
            blocks.append(line.block(event.id, "claim", marker="•", gap=0))
    if summary.documents:
        blocks.append(Block("documents", _("Documents named"), "heading"))
        for id in summary.documents:
            entry = dossier.entry(id)
            line = _Line().link(entry.name(dossier.shown_in) if entry else id, "mention", id)
            blocks.append(line.block(f"document/{id}", "claim", marker="•", gap=0))
    return blocks


def language_title(code: str, in_language: str) -> str:
    """What a language is called, written as a label: CLDR has «русский» for running text."""
    name = language_name(code, in_language)
    return name[:1].upper() + name[1:]


def entry_blocks(
    entry: Entry, dossier: Dossier, occurrences: Sequence[Occurrence], titles: dict[str, str]
) -> list[Block]:
    """One glossary entry: names in every language, definition, forms in use, mentions, relations.

    ``titles`` are the documents' titles by their key. A link's target is ``document#paragraph``.
    """
    language = dossier.shown_in
    blocks = [
        Block("name", entry.name(language), "title"),
        Block("kind", _(KINDS[entry.kind]), "meta", gap=0),
    ]
    for n, code in enumerate(sorted(entry.terms, key=lambda c: c != language)):
        names = "; ".join(term.text for term in entry.terms[code])
        name = language_title(code, language)
        blocks.append(Block(f"terms/{code}", f"{name}: {names}", "paragraph", gap=0 if n else 1))
    role: Role = "untranslated" if entry.untranslated else "paragraph"
    if entry.definition:
        blocks.append(Block("definition", entry.definition, role))
    if entry.related:
        blocks.append(Block("related", _("Related"), "heading"))
        line = _Line()
        for id in entry.related:
            related = dossier.entry(id)
            if line.text:
                line.add(" · ")
            line.link(related.name(language) if related else id, "mention", id)
        blocks.append(line.block("related-entries", gap=0))
    if occurrences:
        blocks += _occurrence_blocks(occurrences, titles)
    if entry.source:
        blocks.append(Block("sources", _("Sources"), "heading"))
        blocks += [Block(f"source/{n}", s, "note", gap=0) for n, s in enumerate(entry.source)]
    return blocks


def _occurrence_blocks(occurrences: Sequence[Occurrence], titles: dict[str, str]) -> list[Block]:
    blocks = [Block("forms", _("In the documents"), "heading")]
    counts = Counter(" ".join(o.text.split()) for o in occurrences)
    forms = ", ".join(
        form if count == 1 else f"{form} ({count})" for form, count in counts.most_common()
    )
    blocks.append(Block("form-list", forms, gap=0))
    by_document: dict[str, dict[str, None]] = {}
    for o in occurrences:
        by_document.setdefault(o.document, {})[o.paragraph] = None
    places = len({(o.document, o.paragraph) for o in occurrences})
    count = ngettext("Mentioned in {n} paragraph", "Mentioned in {n} paragraphs", places)
    blocks.append(Block("mentions", count.format(n=places), "heading"))
    for key, paragraphs in by_document.items():
        line = _Line(titles.get(key, key))
        for id in paragraphs:
            line.add("\u00a0").link(f"[{id.removeprefix('p')}]", "link", f"{key}#{id}")
        blocks.append(line.block(f"mentions/{key}", "claim", marker="•", gap=0))
    return blocks


def preview(span: Span, view: DocumentView, dossier: Dossier) -> str:
    """One line on what a link leads to: the passage that is cited, or the entry's definition."""
    if span.kind == "citation":
        for number, paragraph in enumerate(view.paragraphs, 1):
            if paragraph.id == span.target:
                return f"[{number}] {paragraph.text[:400]}"
        return ""
    entry = dossier.entry(span.target)
    return f"{entry.name(dossier.shown_in)} — {entry.definition}" if entry else ""


def where(block: str | None, view: DocumentView) -> str:
    """The paragraph one is at; nothing for what is no paragraph of the text."""
    for number, paragraph in enumerate(view.paragraphs, 1):
        if paragraph.id == block:
            return _("Paragraph {n} of {total}").format(n=number, total=len(view.paragraphs))
    return ""


def with_mentions(
    blocks: Iterable[Block], mentions: Iterable[Sequence[Mention]], *, but: str = ""
) -> dict[str, tuple[Span, ...]]:
    """Spans of every block by its id: those it has, and its mentions where they are free.

    ``mentions`` runs parallel to ``blocks``; mentions of the entry ``but`` are left out.
    """
    spans: dict[str, tuple[Span, ...]] = {}
    for block, found in zip(blocks, mentions, strict=True):
        taken = list(block.spans)
        for m in () if block.role in ("title", "heading") else found:
            if m.entry != but and all(m.end <= s.start or m.start >= s.end for s in taken):
                taken.append(Span(m.start, m.end, "mention", m.entry))
        spans[block.id] = tuple(sorted(taken))
    return spans
