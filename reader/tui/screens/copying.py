"""Copy the paragraph or claim under the cursor, or the selection, as a citation."""

from __future__ import annotations

from collections.abc import Iterable

from reader.briefings.citation import cite
from reader.language import messages
from reader.model import DocumentView
from reader.tui.screens.document_panes import DocumentPanes
from reader.tui.widgets.text_view import TextView


def cited(texts: DocumentPanes, view: TextView) -> str | None:
    """Return the passage as the settings have it cited; ``None`` where there is none to take.

    It is what is selected, in ``view`` or else in another text, or the block that the cursor of
    ``view`` stands on. The numbers are those of the paragraphs that it lies in, whatever the cursor
    stands on.
    """
    shown = texts.view()
    if shown is None:
        return None
    selected = next((v for v in (view, *texts.shown()) if v.selected is not None), None)
    if selected is not None and selected.selected is not None:
        view, (passage, blocks) = selected, selected.selected
    elif (block := next((b for b in view.blocks if b.id == view.cursor), None)) is not None:
        passage, blocks = block.text, [block]
    else:
        return None
    if view is texts.summary:
        cites = [span for block in blocks for span in block.spans if span.kind == "citation"]
        if cites and selected is None:
            # The numbers go to the source line; what is copied is the claim alone.
            passage = passage[: cites[0].start].rstrip()
        numbers = _numbers(shown, texts.in_source(span.target for span in cites))
    else:
        shown, paragraphs = texts.paragraphs_of(view, blocks)
        numbers = _numbers(shown, paragraphs)
    format = texts.session.settings.citation_format
    return cite(format, shown.document, passage, numbers, messages.language())


def _numbers(view: DocumentView, ids: Iterable[str]) -> list[int]:
    order = view.text.numbers()
    return sorted({order[id] for id in ids if id in order})
