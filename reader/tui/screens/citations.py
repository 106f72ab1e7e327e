"""Navigation between the claims of a summary and the passages that they cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.screens.document_panes import paragraph_of
from reader.tui.widgets.blocks import Span

if TYPE_CHECKING:
    from reader.tui.screens.document_panes import DocumentPanes
    from reader.tui.screens.panes import Panes
    from reader.tui.widgets.text_view import TextView


class CitationController:
    """Goes from a claim to the passages that it cites, and back."""

    def __init__(self, panes: Panes, texts: DocumentPanes) -> None:
        self._panes = panes
        self._texts = texts
        self._source = texts.source
        self._summary = texts.summary

    def first_of(self, view: TextView, block_id: str) -> Span | None:
        """Return the first citation of a block, or its first passage of another document."""
        spans = self._spans(view, block_id)
        found = [span for kind in ("citation", "link") for span in spans if span.kind == kind]
        return found[0] if found else None

    def go_to_passage(self, view: TextView, block_id: str, paragraph: str) -> None:
        """Highlight the passages that a claim cites, and go to ``paragraph``."""
        self._panes.push_location()
        cited = [span.target for span in self._spans(view, block_id) if span.kind == "citation"]
        self._panes.enter_pane("source")
        self._source.highlight_blocks(self._texts.in_source(cited))
        self._source.go_to(self._texts.place_in_source(paragraph))

    @staticmethod
    def _spans(view: TextView, block_id: str) -> tuple[Span, ...]:
        block = next((b for b in view.blocks if b.id == block_id), None)
        return block.spans if block is not None else ()

    def step(self, step: int) -> None:
        """Go to a citation so many on in the summary, or to a claim that cites the paragraph.

        The first in the summary, the second in the source.
        """
        in_source = self._panes.current_text() is self._source
        if in_source and (citing := self._citing(paragraph_of(self._source.cursor))):
            here = self._summary.link
            start = citing.index(here) if here in citing else -1 if step > 0 else 0
            index = start + step
            self._panes.push_location()
            self._panes.enter_pane("summary")
            self._summary.set_link(*citing[index % len(citing)])
            return
        self._panes.enter_pane("summary")
        self._summary.next_link("citation", 1 if step > 0 else -1, abs(step))

    def count(self) -> int:
        """Return how many claims cite the paragraph of the source pane's cursor."""
        return len({block for block, _span in self._citing(paragraph_of(self._source.cursor))})

    def _citing(self, paragraph: str) -> list[tuple[str, Span]]:
        """Return the places in the summary that cite a paragraph of the source pane."""
        wanted = set(self._texts.from_source(paragraph))
        return [
            (block.id, span)
            for block in self._summary.blocks
            for span in block.spans
            if span.kind == "citation" and span.target in wanted
        ]
