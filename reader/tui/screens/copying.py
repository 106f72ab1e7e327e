"""Copy the paragraph or claim under the cursor, or the selection, as a citation."""

from __future__ import annotations

from reader.briefings.citation import cite
from reader.language import messages
from reader.model import DocumentView
from reader.tui.screens.document_panes import DocumentPanes, paragraph_of
from reader.tui.widgets.text_view import TextView


def cited(texts: DocumentPanes, view: TextView, selected: str | None) -> str | None:
    """Return the passage as the settings have it cited; ``None`` where there is none to take."""
    shown = texts.view()
    block = next((b for b in view.blocks if b.id == view.cursor), None)
    if shown is None or block is None:
        return None
    passage = selected or block.text
    if view is texts.summary:
        # The numbers go to the source line; what is copied is the claim alone.
        cites = [span for span in block.spans if span.kind == "citation"]
        if cites and not selected:
            passage = passage[: cites[0].start].rstrip()
        numbers = _numbers(shown, texts.in_source(span.target for span in cites))
    else:
        numbers = _numbers(texts.view_of(view) or shown, [paragraph_of(block.id)])
    format = texts.session.settings.citation_format
    return cite(format, shown.document, passage, numbers, messages.language())


def _numbers(view: DocumentView, ids: list[str]) -> list[int]:
    order = view.text.numbers()
    return sorted({order[id] for id in ids if id in order})
