"""Copy the paragraph, claim or definition under the cursor, or the selection, as a citation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.briefings.citation import Cited, CitedEntry, Kind, cite, numbered
from reader.briefings.publication import own_headline
from reader.language import dates, messages
from reader.language.messages import _, ngettext
from reader.library.collection import Collection
from reader.model import PUBLISHERS, DocumentView
from reader.tui.notices import Copied
from reader.tui.presenters import unmarked
from reader.tui.screens.document_panes import DocumentPanes
from reader.tui.session import Session
from reader.tui.widgets.blocks import Block
from reader.tui.widgets.text_view import TextView


def cited(texts: DocumentPanes, view: TextView) -> Copied | None:
    """Return the passage as the settings have it cited; ``None`` where there is none to take.

    It is what is selected, in ``view`` or else in another text, or the block that the cursor of
    ``view`` stands on. The numbers are those of the paragraphs that it lies in, whatever the cursor
    stands on. What runs over two texts is cited as both.
    """
    shown, collection = texts.view(), texts.session.collection
    if shown is None or collection is None:
        return None
    selected = next((v for v in (view, *texts.shown()) if v.selected is not None), None)
    if selected is not None and selected.selected is not None:
        view, (passage, blocks) = selected, selected.selected
    elif (block := next((b for b in view.blocks if b.id == view.cursor), None)) is not None:
        passage, blocks = unmarked(block.text), [block]
    else:
        return None
    dossier = collection.head(messages.language()).title
    if view is texts.summary:
        cites = [span for block in blocks for span in block.spans if span.kind == "citation"]
        if cites and selected is None:
            # The numbers go to the source line; what is copied is the claim alone.
            passage = unmarked(passage[: cites[0].start].rstrip())
        numbers = _numbers(shown, texts.in_source(span.target for span in cites))
        parts = [_of_summary(shown, [block.id for block in blocks], dossier, numbers)]
        what = _claims(shown, blocks)
    else:
        parts = [
            part
            for of, ids in texts.paragraphs_of(view, blocks)
            for part in _of_text(of, ids, dossier)
        ]
        what = numbered(sorted({number for part in parts for number in part.numbers}))
    return _copied(texts.session, passage, parts, what)


def cited_entry(session: Session, collection: Collection, id: str, view: TextView) -> Copied | None:
    """Return an entry's definition as the settings have it cited, or what is selected of it.

    Without a definition it is the block that the cursor of ``view`` stands on.
    """
    entry = collection.entry(id, messages.language())
    if entry is None or not view.blocks:
        return None
    what = ""
    if view.selected is not None:
        passage, blocks = view.selected
        if {block.id for block in blocks} == {"definition"}:
            what = _("definition")
    elif entry.definition:
        passage, what = entry.definition, _("definition")
    else:
        passage = next((block.text for block in view.blocks if block.id == view.cursor), "")
    language = messages.language()
    if entry.untranslated:
        language = collection.source.language
    name, dossier = entry.name(messages.language()), collection.head(messages.language()).title
    of = CitedEntry(entry.id, name, language, dossier, entry.own)
    return _copied(session, passage, [of], what)


def plain(view: TextView) -> Copied | None:
    """Return what is selected of the program's own words, or else the block under the cursor."""
    if view.selected is not None:
        text, _blocks = view.selected
    else:
        text = next((block.text for block in view.blocks if block.id == view.cursor), "")
    return Copied(text, characters(text)) if text else None


def _copied(
    session: Session, passage: str, parts: Sequence[Cited] | Sequence[CitedEntry], what: str
) -> Copied:
    format = session.settings.citation_format
    text = cite(format, passage, parts, messages.language())
    if format in ("text", "markdown"):
        return Copied(text, ", ".join(filter(None, (what, characters(passage)))))
    count = len(parts)
    items = ngettext("{n} bibliography entry", "{n} bibliography entries", count)
    return Copied(text, items.format(n=dates.number(count, messages.language())))


def characters(text: str) -> str:
    """Return how many characters a text has, in words."""
    count = len(text)
    number = dates.number(count, messages.language())
    return ngettext("{n} character", "{n} characters", count).format(n=number)


def _claims(view: DocumentView, blocks: Iterable[Block]) -> str:
    summary = view.document.summary
    claims = {claim.id for claim in summary.claims} if summary is not None else set()
    count = sum(block.id in claims for block in blocks)
    number = dates.number(count, messages.language())
    return ngettext("{n} claim", "{n} claims", count).format(n=number) if count else ""


def _of_summary(
    view: DocumentView, blocks: Sequence[str], dossier: str, numbers: Sequence[int]
) -> Cited:
    document = view.document
    as_written = bool(blocks) and set(blocks) <= document.untranslated
    language = document.language if as_written else messages.language()
    kind: Kind = "summary" if document.summary is not None else view.text.kind
    return Cited(document, kind, language, dossier, tuple(numbers))


def _of_text(view: DocumentView, blocks: Iterable[str], dossier: str) -> list[Cited]:
    """Return what blocks of one text are of: the text, its source where it has no translation.

    What else stands there is the dossier's, but for the publisher's headline and what a file has.
    """
    document, text = view.document, view.text
    known = text.numbers()
    found: dict[tuple[Kind, str], list[str]] = {}
    for id in blocks:
        kind, language = text.kind, text.language
        if id in text.untranslated:
            kind = "original" if text.kind == "rendering" else "edition"
            language = document.language
        found.setdefault((_kind(view, id) or kind, language), []).append(id)
    if any(kind in ("edition", "translation", "rendering") for kind, _language in found):
        found = {key: ids for key, ids in found.items() if key[0] != "dossier"}
    return [
        Cited(
            document, kind, language, dossier, tuple(sorted(known[id] for id in ids if id in known))
        )
        for (kind, language), ids in found.items()
    ]


def _kind(view: DocumentView, block: str) -> Kind | None:
    """Return ``dossier`` for a block that is not of the text."""
    document = view.document
    if document.id is None or block in view.text.numbers():
        return None
    if view.text.kind in PUBLISHERS and block == "title":
        return None if own_headline(document, view.text.kind) else "dossier"
    return "dossier"


def _numbers(view: DocumentView, ids: Iterable[str]) -> list[int]:
    order = view.text.numbers()
    return sorted({order[id] for id in ids if id in order})
