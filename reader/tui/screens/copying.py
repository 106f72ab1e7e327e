"""Copy the paragraph or claim under the cursor, or the selection, as a citation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.briefings.citation import Cited, Kind, cite
from reader.briefings.publication import own_headline
from reader.language import messages
from reader.model import PUBLISHERS, DocumentView
from reader.tui.screens.document_panes import DocumentPanes
from reader.tui.widgets.text_view import TextView


def cited(texts: DocumentPanes, view: TextView) -> str | None:
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
        passage, blocks = block.text, [block]
    else:
        return None
    dossier = collection.head(messages.language()).title
    if view is texts.summary:
        cites = [span for block in blocks for span in block.spans if span.kind == "citation"]
        if cites and selected is None:
            # The numbers go to the source line; what is copied is the claim alone.
            passage = passage[: cites[0].start].rstrip()
        numbers = _numbers(shown, texts.in_source(span.target for span in cites))
        parts = [_of_summary(shown, [block.id for block in blocks], dossier, numbers)]
    else:
        parts = [
            part
            for of, ids in texts.paragraphs_of(view, blocks)
            for part in _of_text(of, ids, dossier)
        ]
    format = texts.session.settings.citation_format
    return cite(format, passage, parts, messages.language())


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
            kind, language = "edition", document.language
        found.setdefault((_kind(view, id) or kind, language), []).append(id)
    if any(kind in ("edition", "translation") for kind, _language in found):
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
