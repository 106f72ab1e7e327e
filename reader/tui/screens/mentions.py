"""The mentions of one term, from one to the next over all documents."""

from __future__ import annotations

from typing import Protocol

from reader.language import messages
from reader.language.dates import number
from reader.language.messages import _
from reader.library.index import Occurrence
from reader.tui import mention_search
from reader.tui.mention_search import Searched
from reader.tui.screens.document_panes import DocumentPanes, paragraph_of
from reader.tui.session import Session
from reader.tui.widgets.text.links import SpanKey
from reader.tui.widgets.text_view import TextView


class Ways(Protocol):
    """How to come to a paragraph of any document."""

    def go_to_paragraph(self, key: str, paragraph: str) -> bool:
        """Show a paragraph of a document in the source pane; return ``False`` if it isn't there."""
        ...


class MentionsController:
    """Goes to the next mention of the term under the cursor, and counts them.

    They are the mentions in the texts that the interface's language shows, in the order of the
    list of documents. In another text of the same document it is the mention in the paragraph that
    says the same.
    """

    def __init__(self, session: Session, texts: DocumentPanes, ways: Ways) -> None:
        self._session = session
        self._texts = texts
        self._ways = ways
        self._entry = ""
        self._at = 0
        self._total = 0
        self._place: tuple[str | None, str | None] = None, None
        """The document and the block of the mention that was gone to last."""
        self._searched: Searched | None = None
        """How far the search is that a step waits for."""
        self._waiting: tuple[TextView, int] | None = None
        """The step: where, and how many mentions on."""

    @property
    def status_text(self) -> str:
        """Which of how many mentions the source pane shows now; empty for none of them.

        While they are being looked for, how far that is.
        """
        source = self._texts.source
        if self._searched is not None:
            return self._searched.text
        if not self._total or self._place != (self._texts.key, source.cursor):
            return ""
        if source.link is None or source.link[1].target != self._entry:
            return ""
        language = messages.language()
        return _("{n} of {total}").format(
            n=number(self._at + 1, language), total=number(self._total, language)
        )

    def step(self, view: TextView, step: int) -> None:
        """Go so many mentions on, or back; the last one is followed by the first."""
        collection, key = self._session.collection, self._texts.key
        found = self._under_cursor(view)
        if collection is None or key is None:
            return
        if found is None:
            text = _("There is no term in this paragraph: t goes to the next one.")
            view.notify(text, markup=False)
            return
        block, entry, nth = found
        self._searched = mention_search.begin(view.screen, collection, entry)
        if self._searched is not None:
            self._waiting = view, step
            return
        everywhere = collection.occurrences(entry, messages.language())
        if not everywhere:
            view.notify(_("This term is not mentioned in any article."), markup=False)
            return
        in_source = view is self._texts.source
        at, is_here = self._index(everywhere, key, block if in_source else "", nth)
        # Where the mention itself is none of those, the next one is the one at its place.
        at = (at + step if is_here or step < 0 else at + step - 1) % len(everywhere)
        self._go(everywhere, at, entry)

    def take(self, event: Searched) -> None:
        """Take how far the search is, and once it is done the step that waits for it."""
        if self._searched is None or self._searched.entry != event.entry:
            return
        self._searched = event
        if event.is_done and self._waiting is not None:
            waiting, self._searched, self._waiting = self._waiting, None, None
            self.step(*waiting)

    def cancel(self) -> bool:
        """End the search that a step waits for; return whether there was one."""
        if self._searched is None or self._waiting is None:
            return False
        mention_search.cancel(self._waiting[0].screen)
        self._searched = self._waiting = None
        return True

    def entry_under_cursor(self, view: TextView) -> str | None:
        """Return the entry of the mention under the cursor; tell where there is none."""
        found = self._under_cursor(view)
        if found is None:
            text = _("There is no term in this paragraph: t goes to the next one.")
            view.notify(text, markup=False)
            return None
        return found[1]

    @staticmethod
    def _under_cursor(view: TextView) -> tuple[str, str, int] | None:
        """Return the current mention, or the first one of the cursor's block.

        That is its block, its entry, and how many of that entry come before it in the block.
        """
        block = next((block for block in view.blocks if block.id == view.cursor), None)
        link = view.link
        if link is not None and link[1].target and link[1].kind in ("mention", "name"):
            block = next((block for block in view.blocks if block.id == link[0]), block)
        if block is None:
            return None
        mentions = [span for span in sorted(block.spans) if span.kind == "mention"]
        wanted = next(iter(mentions), None)
        if link is not None:
            here = (link[1].start, link[1].target)
            at = (span for span in mentions if (span.start, span.target) == here)
            wanted = next(at, wanted)
        if wanted is None:
            return None
        same = [span for span in mentions if span.target == wanted.target]
        return block.id, wanted.target, same.index(wanted)

    def _index(
        self, everywhere: list[Occurrence], key: str, block: str, nth: int
    ) -> tuple[int, bool]:
        """Return where in all mentions one of the document that is shown stands.

        ``False`` with it: it is none of them, and that is the place of the next one.
        """
        paragraph = next(iter(self._texts.from_source(paragraph_of(block))), "") if block else ""
        order = self._order(key)
        place = order.get(paragraph, -1)
        here = [n for n, found in enumerate(everywhere) if found.document == key]
        same = [n for n in here if everywhere[n].paragraph == paragraph]
        if same:
            return same[min(nth, len(same) - 1)], True
        after = [n for n in here if order.get(everywhere[n].paragraph, 0) > place]
        if after:
            return after[0], False
        if here:
            return here[-1] + 1, False
        return self._after(everywhere, key), False

    def _order(self, key: str) -> dict[str, int]:
        collection = self._session.collection
        if collection is None:
            return {}
        paragraphs = collection.view(key, messages.language()).paragraphs
        return {paragraph.id: n for n, paragraph in enumerate(paragraphs)}

    def _after(self, everywhere: list[Occurrence], key: str) -> int:
        """Return the place of the first mention in a document after one that has none."""
        collection = self._session.collection
        here = collection.position(key) if collection is not None else None
        if collection is None or here is None:
            return 0
        for n, found in enumerate(everywhere):
            there = collection.position(found.document)
            if there is not None and there > here:
                return n
        return len(everywhere)

    def _go(self, everywhere: list[Occurrence], at: int, entry: str) -> None:
        found = everywhere[at]
        if not self._ways.go_to_paragraph(found.document, found.paragraph):
            return
        before = everywhere[:at]
        nth = sum(other[:2] == found[:2] for other in before)
        source = self._texts.source
        if (block := source.cursor) is not None:
            source.seek_link(SpanKey(block, "mention", entry, nth))
        self._entry, self._at, self._total = entry, at, len(everywhere)
        self._place = self._texts.key, source.cursor
