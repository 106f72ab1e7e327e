"""Present the model as blocks for the panes and the popup.

Labels are in the interface's language.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.briefings import added, drafted, headings
from reader.briefings.outlining import outline
from reader.briefings.publication import ARROW, begins_with_title, byline, known_line
from reader.briefings.tree import Briefing, Claim, Discrepancy, Line, Note
from reader.language.addresses import is_web_address, shortened
from reader.language.messages import _, ngettext
from reader.model import CLAIM_STATUSES, ClaimStatus, DocumentView, Dossier, Mention
from reader.tui.widgets.blocks import ITEM, LIT, SELECTED, Block, Role, Span

if TYPE_CHECKING:
    from reader.verdicts import Verdict

NOTE = "dossier/note"
"""The id of the block that holds the note of the dossier's editors."""


class SpanBuilder:
    """Builds a text and its spans, part by part."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.spans: list[Span] = []

    def add(self, text: str) -> SpanBuilder:
        self.text += text
        return self

    def link(self, text: str, kind: str, target: str) -> SpanBuilder:
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

    def cite(self, ids: Sequence[str], numbers: Mapping[str, int]) -> SpanBuilder:
        """Add citations by the numbers of the paragraphs: [2] [3]."""
        for id in ids:
            # A space that doesn't break keeps the last word and its citation on one line.
            self.add("\u00a0").link(f"[{numbers.get(id, id)}]", "citation", id)
        return self

    def block(self, id: str, role: Role = "paragraph", *, marker: str = "", gap: int = 1) -> Block:
        return Block(id, self.text, role, marker, 0, tuple(self.spans), gap)


def source_blocks(
    view: DocumentView, dossier: Dossier, *, label: str = "", note: bool = False
) -> list[Block]:
    """Return the blocks of a document's text: title, source, numbered paragraphs.

    Names of entries are ``dossier``'s, in the interface's language, whatever the text's is.
    ``label`` says over the text what it is; ``note``: what the dossier's editors say comes first.
    """
    tree = outline(dossier, view)
    blocks = []
    if note and tree.note is not None:
        blocks.append(Block(NOTE, _marked(tree.note), "meta"))
    title = f"{label}\n{_marked(tree.headline)}" if label else _marked(tree.headline)
    if label or not begins_with_title(view):
        blocks.append(Block("title", title, "title"))
    if tree.id is not None:
        meta = byline(tree.source, tree.text, tree.language)
        blocks.append(Block("meta", meta, "meta", gap=0))
        if tree.attribution:
            before = tree.source.publisher or ""
            line = SpanBuilder(f"{_('Who ← citing whom')}: {before}")
            for name in tree.attribution:
                line.add(ARROW if before else "")
                if name.entry:
                    line.link(name.text, "mention", name.entry)
                else:
                    line.add(name.text)
                before = name.text
            blocks.append(line.block("attribution", "meta", gap=0))
        if tree.source.published_note:
            blocks.append(Block("published_note", tree.source.published_note, "meta", gap=0))
        if (url := tree.source.url) is not None and is_web_address(url):
            shown = shortened(url)
            address = Span(0, len(shown), "address", url)
            blocks.append(Block("source/url", shown, "meta", spans=(address,), gap=0))
    elif known := known_line(tree.source, tree.language):
        blocks.append(Block("meta", known, "meta", gap=0))
    for number, paragraph in enumerate(view.paragraphs, 1):
        untranslated = paragraph.id in view.text.untranslated
        role: Role = "untranslated" if untranslated else "paragraph"
        text = marked(paragraph.text, untranslated=untranslated)
        blocks.append(Block(paragraph.id, text, role, str(number)))
    return blocks


def statuses_of(view: DocumentView) -> list[ClaimStatus]:
    """Return the statuses that the claims of a document have, in their own order."""
    summary = view.document.summary
    found = {claim.status for claim in summary.claims} if summary is not None else set()
    return [status for status in CLAIM_STATUSES if status in found]


def summary_blocks(
    view: DocumentView,
    dossier: Dossier,
    selected: Collection[str] = (),
    status: ClaimStatus | None = None,
    verdicts: Mapping[str, str] = MappingProxyType({}),
    *,
    why: str = "",
) -> list[Block]:
    """Return the blocks of the structured summary, or of the reason for its absence.

    ``selected`` are the ids of the claims that are marked as such. With a ``status`` only the
    claims that have it are there. ``verdicts`` say of claims, by id, whether they check out.
    ``why``: why there is no draft either.
    """
    tree, numbers = outline(dossier, view), view.text.numbers()
    if tree.gist is None:
        return [
            Block("title", _("No summary"), "title"),
            Block("missing", _("This article is not part of the dossier, so it has no summary, no translation "
"and no citations."), "note"),
            Block("present", _("The terms of the glossary are linked in its text: press t to go through them."), "note"),
            *([Block("no-draft", why, "note")] if why else []),
        ]  # fmt: skip

    def block(id: str, line: SpanBuilder, cites: Sequence[str] = (), marker: str = ITEM) -> Block:
        return line.cite(cites, numbers).block(id, "claim", marker=marker, gap=0)

    claims = []
    for topic in tree.topics:
        shown = [c for c in topic.claims if status is None or c.status == status]
        if shown:
            label = marked(topic.label, untranslated=topic.untranslated)
            claims.append(Block(f"topic/{topic.id}", label, "heading"))
        claims += [
            _claim(claim, numbers, claim.id in selected, verdicts.get(claim.id, ""))
            for claim in shown
        ]
    if status is not None and not claims:
        claims.append(Block("no-claims", _("No claim of this article has this status."), "note"))
    people = []
    for person in tree.participants:
        name = person.name
        line = SpanBuilder("" if name.entry else name.text)
        if name.entry:
            line.link(name.text, "mention", name.entry)
        if person.role.text:
            line.add(f" — {_marked(person.role)}")
        people.append(block(f"participant/{person.id}", line, person.role.cites))
    sections = {
        headings.GIST: [Block("gist", _marked(tree.gist), gap=0)],
        headings.CLAIMS: claims,
        headings.PARTICIPANTS: people,
        headings.EVENTS: [
            block(e.id, SpanBuilder(f"{e.date} — {_marked(e.line)}"), e.line.cites)
            for e in tree.events
        ],
        headings.DOCUMENTS: [
            block(f"document/{n.entry}", SpanBuilder().link(n.text, "mention", n.entry))
            for n in tree.documents
        ],
    }
    sections |= _added(tree, numbers)
    blocks = _about_draft(tree, numbers)
    for heading in headings.SECTIONS:
        # Topics are headings already: one over them would take a row of a small pane.
        if sections[heading] and (id := _HEADINGS.get(heading)):
            blocks.append(Block(id, headings.heading(tree, heading), "heading"))
        blocks += sections[heading]
    return [*blocks, *_terms_of_draft(tree), *_apart(tree, numbers)]


def _about_draft(tree: Briefing, numbers: Mapping[str, int]) -> list[Block]:
    """Return what stands over a draft: what it is, and which paragraphs it leaves out."""
    if tree.draft is None:
        return []
    told = drafted.explained(tree.draft)
    blocks = [Block("draft", told[:1].upper() + told[1:] + ".", "note")]
    if tree.draft.left_out:
        line = SpanBuilder(f"{_(drafted.LEFT_OUT)}:").cite(tree.draft.left_out, numbers)
        blocks.append(line.block("left-out", "note", gap=0))
    return blocks


def _apart(tree: Briefing, numbers: Mapping[str, int]) -> list[Block]:
    """Return the claims that the text does not bear out, each with what is wrong with it."""
    if not tree.apart:
        return []
    blocks = [Block("apart", _(drafted.APART), "heading")]
    for claim in tree.apart:
        line = SpanBuilder(f"{claim.line.text}")
        if claim.id != "gist":
            line.cite(claim.line.cites, numbers)
        line.add("\n" + " · ".join(_findings(claim, numbers)))
        blocks.append(line.block(f"apart/{claim.id}", "note", marker="✗", gap=0))
    return blocks


def _terms_of_draft(tree: Briefing) -> list[Block]:
    if not tree.weighty:
        return []
    line = SpanBuilder()
    for n, (name, count) in enumerate(tree.weighty):
        line.add(" · " if n else "").link(name.text, "mention", name.entry).add(f" ({count})")
    return [Block("terms-heading", _(drafted.TERMS), "heading"), line.block("terms", gap=0)]


_HEADINGS = {
    headings.GIST: "gist-heading",
    headings.PARTICIPANTS: "participants",
    headings.EVENTS: "events",
    headings.DOCUMENTS: "documents",
    headings.DISCREPANCIES: "discrepancies",
    headings.NEXT: "next",
    headings.OPEN: "still-open",
}
"""The blocks that are headings of sections, by their ids."""


def claim_marker(status: ClaimStatus | None, *, selected: bool) -> str:
    """Return what hangs before a claim: that it is selected, else the sign of its status."""
    if selected:
        return SELECTED
    return added.MARKS[status] if status else ITEM


def verdict_words(verdict: Verdict) -> str:
    """Return the mark of a claim that was verified, with a word."""
    from reader.verdicts import MARKS, label

    return f"{MARKS[verdict.state]} {label(verdict.state)}"


def verdicts_title(verdicts: Sequence[Verdict], *, short: bool = False) -> str:
    """Return how many of the claims check out, in words; ``short``: beside a long title."""
    good, n = sum(verdict.state == "verified" for verdict in verdicts), len(verdicts)
    if short:
        told = ngettext("{good} of {n} checks out", "{good} of {n} check out", n)
        return told.format(good=good, n=n)
    told = ngettext("{good} of {n} claim checks out", "{good} of {n} claims check out", n)
    return told.format(good=good, n=n)


def _claim(claim: Claim, numbers: Mapping[str, int], selected: bool, verdict: str) -> Block:
    """Return a claim's block: its text, below it how far it goes, who says it, if it checks out."""
    line = SpanBuilder(_marked(claim.line)).cite(claim.line.cites, numbers)
    parts = (added.tag(claim, _), verdict, *_findings(claim, numbers))
    if tag := " · ".join(filter(None, parts)):
        start = len(line.add("\n").text)
        line.add(tag)
        for name in claim.speaker:
            at = line.text.find(name.text, start)
            if at >= 0:
                line.spans.append(Span(at, at + len(name.text), "mention", name.entry))
                start = at + len(name.text)
    marker = claim_marker(claim.status, selected=selected)
    return line.block(claim.id, "claim", marker=marker, gap=0)


def _findings(claim: Claim, numbers: Mapping[str, int]) -> list[str]:
    """Return what is wrong with a claim of a draft."""
    if not claim.findings:
        return []
    from reader.briefings.finding_text import finding_text

    return [
        finding_text(found.message, found.values, numbers=numbers).rstrip(".")
        for found in claim.findings
    ]


def _added(tree: Briefing, numbers: Mapping[str, int]) -> dict[str, list[Block]]:
    """Return what the dossier's editors add, by the headings of its sections."""
    sections: dict[str, list[Block]] = {headings.DISCREPANCIES: []}
    for found in tree.discrepancies:
        sections[headings.DISCREPANCIES] += _discrepancy(found, tree, numbers)
    for heading in added.KINDS:
        sections[heading] = [_note(note) for note in added.notes(tree, heading)]
    for heading, blocks in sections.items():
        if blocks:
            id = f"{_HEADINGS[heading]}/whose"
            blocks.insert(0, Block(id, _(headings.ADDED), "note", gap=0))
    return sections


def _discrepancy(found: Discrepancy, tree: Briefing, numbers: Mapping[str, int]) -> list[Block]:
    id = f"discrepancy/{found.id}"
    blocks = [Block(id, _marked(found.about), _role(found.about, "paragraph"))]
    for number, side in enumerate(found.sides, 1):
        line = SpanBuilder()
        if side.entry is not None:
            line.link(side.entry.text, "mention", side.entry.entry)
        else:
            line.add(side.where)
        line.add(f": {marked(added.side_text(side), untranslated=side.line.untranslated)}")
        if side.document == tree.id:
            line.cite(side.cites, numbers)
        elif side.document is not None:
            for paragraph in side.cites:
                line.add("\u00a0").link(
                    f"[{paragraph.removeprefix('p')}]", "link", f"{side.document}#{paragraph}"
                )
        blocks.append(line.block(f"{id}/{number}", _role(side.line, "claim"), marker=ITEM, gap=0))
    blocks.append(
        Block(f"{id}/why", _marked(added.why(found, _)), _role(found.why, "paragraph"), gap=0)
    )
    return blocks


def _note(note: Note) -> Block:
    text = f"{note.date} — {_marked(note.line)}" if note.date else _marked(note.line)
    # A source has rows of its own: with its address it is as long as the note.
    lines = "\n".join([text, *(f"— {source}" for source in note.source)])
    return Block(f"note/{note.id}", lines, _role(note.line, "claim"), ITEM, gap=0)


def marked(text: str, *, untranslated: bool) -> str:
    """Return a text, and after it whether it is not translated, in the words of print."""
    return f"{text} [{_(headings.UNTRANSLATED)}]" if untranslated and text else text


def unmarked(text: str) -> str:
    """Return a text without the mark that it is not translated."""
    return text.removesuffix(f" [{_(headings.UNTRANSLATED)}]")


def _marked(line: Line) -> str:
    return marked(line.text, untranslated=line.untranslated)


def _role(line: Line, role: Role) -> Role:
    return "untranslated" if line.untranslated else role


def preview(span: Span, view: DocumentView, dossier: Dossier) -> str:
    """Return a line about a link's target: the cited passage, or the definition."""
    if span.kind == "citation":
        for number, paragraph in enumerate(view.paragraphs, 1):
            if paragraph.id == span.target:
                return f"[{number}] {paragraph.text[:400]}"
        return ""
    if span.kind == "address":
        return span.target
    entry = dossier.entry(span.target)
    return f"{entry.name(dossier.shown_in)} — {entry.definition}" if entry else ""


def position_text(block: str | None, view: DocumentView) -> str:
    """Return the number of a block's paragraph as text; empty for other blocks."""
    for number, paragraph in enumerate(view.paragraphs, 1):
        if paragraph.id == block:
            return _("Paragraph {n} of {total}").format(n=number, total=len(view.paragraphs))
    return ""


def with_mentions(
    blocks: Iterable[Block], mentions: Iterable[Sequence[Mention]], *, but: str = ""
) -> dict[str, tuple[Span, ...]]:
    """Return the spans of every block by its id: its own, and mentions between them.

    ``mentions`` runs parallel to ``blocks``; mentions of the entry ``but`` are left out.
    """
    spans: dict[str, tuple[Span, ...]] = {}
    for block, found in zip(blocks, mentions, strict=True):
        taken = sorted(span for span in block.spans if span.kind not in LIT)
        # Both are in order: a mention can overlap only what is next to it.
        ends = list(accumulate((span.end for span in taken), max, initial=0))
        added: list[Span] = []
        for m in () if block.role in ("title", "heading") else found:
            before = max(ends[bisect_left(taken, (m.end,))], added[-1].end if added else 0)
            if m.entry != but and before <= m.start:
                added.append(Span(m.start, m.end, "mention", m.entry))
        spans[block.id] = tuple(sorted([*taken, *added]))
    return spans
