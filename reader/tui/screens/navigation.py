"""Navigation: the next document, a paragraph, a mark, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from reader.language.messages import _
from reader.tui.screens.document_panes import DocumentPanes
from reader.tui.screens.history import Location, NavigationHistory
from reader.tui.session import Session


class PaneFocus(Protocol):
    """Which pane has the focus, and how to focus another one."""

    @property
    def pane(self) -> str:
        """The id of the pane that has the focus, or had it before the prompt."""
        ...

    def enter_pane(self, pane: str) -> None:
        """Focus a pane by its id, and show it alone on a narrow screen."""
        ...


class Navigator:
    """Shows documents, and places in them.

    The callback ``on_show`` is called when another document is shown.
    """

    def __init__(
        self,
        session: Session,
        focus: PaneFocus,
        texts: DocumentPanes,
        on_show: Callable[[str], None],
    ) -> None:
        self.history = NavigationHistory()
        self._session = session
        self._focus = focus
        self._texts = texts
        self._on_show = on_show

    # Documents.

    def show_first(self) -> None:
        """Show the document asked for, else the one shown last, else the first."""
        wanted, collection = self._session.opening_document(), self._session.collection
        if self.has(wanted):
            self._show(wanted)
        elif collection is not None and (first := collection.key_at(0)) is not None:
            self._show(first)

    def leave_what_is_gone(self) -> None:
        """Show another document where the one that is shown is not in the list any more."""
        if (key := self._texts.key) is not None and not self.has(key):
            self.show_first()

    def open(self, key: str) -> None:
        """Show another document by its key; one that is shown already stays as it is."""
        if self.has(key) and key != self._texts.key:
            self.push_location()
            self._show(key)

    def show(self, key: str) -> None:
        """Show a document, where it isn't shown already; this is not a place to come back to."""
        if key != self._texts.key:
            self._show(key)

    def step_document(self, step: int) -> None:
        """Show the document so many on in the list, or the last, or the first one there."""
        collection, key = self._session.collection, self._texts.key
        if collection is None or key is None or (here := collection.position(key)) is None:
            return
        there = max(0, min(here + step, len(collection) - 1))
        if (other := collection.key_at(there)) is not None:
            self.open(other)

    def has(self, key: str) -> bool:
        """Tell whether there is a document of this key."""
        collection = self._session.collection
        return bool(key) and collection is not None and collection.position(key) is not None

    def _show(self, key: str) -> None:
        """Show a document where it was left."""
        self._session.leave(self._texts.place())
        self._texts.show(key, self._session.place_of(key))
        self._on_show(key)

    # The way back.

    def location(self) -> Location | None:
        """Return the current location; ``None`` while no document is shown."""
        texts = self._texts
        if texts.key is None:
            return None
        places = texts.source.bookmark(), texts.summary.bookmark()
        return Location(texts.key, self._focus.pane, *places)

    def push_location(self) -> None:
        """Remember this place in the history: a jump starts here."""
        self.history.push_location(self.location())

    def return_to(self, place: Location | None) -> None:
        """Show a place again, as it was left."""
        if place is None or not self.has(place.document):
            return
        if place.document != self._texts.key:
            self._show(place.document)
        self._focus.enter_pane(place.pane)
        self._texts.source.return_to(place.source)
        self._texts.summary.return_to(place.summary)

    def back(self, times: int = 1) -> None:
        """Return to the place before the last jump, or before so many."""
        self._return_by(self.history.back, times)

    def forward(self, times: int = 1) -> None:
        """Go to the place that :meth:`back` left."""
        self._return_by(self.history.forward, times)

    def _return_by(self, step: Callable[[Location], Location | None], times: int) -> None:
        for _n in range(times):
            here = self.location()
            if here is None or (there := step(here)) is None:
                return
            self.return_to(there)

    # Paragraphs.

    def go_to(self, target: str | None) -> None:
        """Go to the ``document#paragraph`` of a popup, and highlight the paragraph."""
        key, _hash, paragraph = (target or "").partition("#")
        if self.go_to_paragraph(key, paragraph):
            self._texts.source.highlight_blocks([self._texts.place_in_source(paragraph)])

    def go_to_paragraph(self, key: str, paragraph: str) -> bool:
        """Show a paragraph of a document in the source pane; return ``False`` if it isn't there."""
        if not self.has(key):
            return False
        self.push_location()
        if key != self._texts.key:
            self._show(key)
        self._focus.enter_pane("source")
        return self._texts.source.go_to(self._texts.place_in_source(paragraph))

    def go_to_hit(self, key: str, paragraph: str, language: str) -> bool:
        """Show a paragraph in the language it was found in; return ``False`` if it isn't there."""
        if not self.has(key):
            return False
        self.push_location()
        if key != self._texts.key:
            self._show(key)
        self._texts.show_language(language)
        self._focus.enter_pane("source")
        return self._texts.source.go_to(paragraph)

    def go_to_claim(self, key: str, claim: str) -> None:
        """Go to a claim in the summary of a document, and highlight it."""
        if not self.has(key):
            return
        self.push_location()
        if key != self._texts.key:
            self._show(key)
        self._texts.show_all_claims()
        self._focus.enter_pane("summary")
        self._texts.summary.highlight_blocks([claim])

    def go_to_number(self, text: str, pane: str = "source") -> None:
        """Go to a paragraph of a text by its number, from 1; notify where it is out of range."""
        source = self._texts.other if pane == "other" else self._texts.source
        view = self._texts.view_of(source)
        number = int(text) if text.strip().isdecimal() else 0
        if view is None or not 1 <= number <= len(view.paragraphs):
            total = len(view.paragraphs) if view else 0
            source.notify(_("There is no paragraph {number}: they run from 1 to {total}.").format(number=text, total=total), markup=False)  # fmt: skip
            return
        self.push_location()
        self._focus.enter_pane(pane)
        source.go_to(view.paragraphs[number - 1].id)
