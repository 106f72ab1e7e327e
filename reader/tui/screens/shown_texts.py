"""Which texts of a document are shown: in the interface's language, in another one, or both.

What goes together in two of them is told by their alignment, paragraph by paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.briefings import alignment
from reader.language import locales, messages
from reader.library import texts
from reader.model import DocumentView, Dossier, Link, Text
from reader.tui.session import Session

OWN, OTHER, PARALLEL = "own", "other", "parallel"
"""The text in the interface's language, in the other one, or both."""
MODES = (OWN, OTHER, PARALLEL)


class ShownTexts:
    """The texts of the document that is shown, in the languages in which they are shown."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.key: str | None = None
        """The key of the document that is shown."""
        self.mode = OWN
        self.locked = True
        """Whether two texts scroll together."""
        self._is_painted = False
        """Whether the first frame is out, and what comes later may be shown."""

    def view(self) -> DocumentView | None:
        """Return the view of the document in the source pane."""
        return self._view(self._language())

    def summary_view(self) -> DocumentView | None:
        """Return the view of the document whose claims the summary has."""
        return self._view(messages.language())

    def _view(self, language: str) -> DocumentView | None:
        if self.key is None or self.session.collection is None:
            return None
        return self.session.collection.view(self.key, language, added=self._is_painted)

    def _language(self) -> str:
        return self._other() if self.mode == OTHER else messages.language()

    def _other(self) -> str:
        """Return the document's own language, or, where that is shown, the next one."""
        shown, collection = messages.language(), self.session.collection
        languages = locales.languages()
        if self.key is not None and collection is not None:
            own = collection.own_language(self.key)
            spoken = collection.languages
            if shown in spoken and own != shown:
                return own
            # Of what is not translated into the interface's language, its own text is shown.
            shown = shown if shown in spoken else own
            languages = (*spoken, *languages)
        return next((code for code in languages if code != shown), shown)

    def _pair(self) -> tuple[str, str]:
        """Return the languages of two texts side by side."""
        return messages.language(), self._other()

    def _pairs(self) -> bool:
        return self.mode == PARALLEL and self.locked

    def _peeked_language(self) -> str:
        """Return the language of the text of which a paragraph is shown below that of another."""
        there = self._other()
        return messages.language() if self._language() == there else there

    @property
    def _is_document(self) -> bool:
        """Whether the document is one of the dossier, with a summary and translations."""
        collection = self.session.collection
        return self.key is not None and collection is not None and collection.is_document(self.key)

    def _names(self) -> Dossier | None:
        """Return the dossier in the interface's language, for names of entries."""
        collection = self.session.collection
        return collection.head(messages.language()) if collection is not None else None

    def restore_mode(self, mode: str) -> None:
        """Show the text, or both, as at the last start; an unknown mode is the first."""
        self.mode = mode if mode in MODES else OWN

    # What goes together.

    def in_source(self, paragraphs: Iterable[str]) -> list[str]:
        """Return what says in the source pane what these paragraphs of the summary's text say."""
        wanted = set(paragraphs)
        if self.mode != OTHER:
            return sorted(wanted)
        links = self._links(*self._pair())
        return [id for here, there in links if wanted.intersection(here) for id in there]

    def from_source(self, paragraph: str) -> list[str]:
        """Return what says in the summary's text what a paragraph of the source pane says."""
        if self.mode != OTHER:
            return [paragraph]
        links = self._links(self._other(), messages.language())
        return [id for here, there in links if paragraph in here for id in there]

    def place_in_source(self, paragraph: str) -> str:
        """Return where to go in the source pane for a paragraph of the summary's text."""
        if self.mode != OTHER:
            return paragraph
        links = self._links(*self._pair())
        return alignment.counterparts(links).get(paragraph, paragraph)

    def _links(self, first: str, second: str) -> tuple[Link, ...]:
        """Return the links between the texts that are shown in two languages."""
        here, there = self._view(first), self._view(second)
        if here is None or there is None:
            return ()
        return self._aligned(here.text, there.text)

    def _aligned(self, first: Text, second: Text) -> tuple[Link, ...]:
        if self.key is None or self.session.collection is None:
            return ()
        document = self.session.collection.document(self.key, messages.language())
        return texts.aligned(document, first, second)
