"""Which claims of the summary check out: a worker verifies them; a window lists what does not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message

from reader.language import messages
from reader.language.messages import _
from reader.language.words import fold
from reader.tui.keys import commands
from reader.tui.screens.picker import Picker
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.line_field import LineField
from reader.tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from reader.library.collection import Collection
    from reader.model import Document, Text
    from reader.tui.screens.base import CommandScreen
    from reader.tui.screens.document_panes import DocumentPanes
    from reader.tui.screens.panes import Panes
    from reader.tui.session import Session
    from reader.verifying.findings import Finding, Verdict


class VerdictsFound(Message):
    """A worker has verified the claims of a document in a language: verdicts by claim."""

    def __init__(self, key: str, language: str, verdicts: Mapping[str, Verdict]) -> None:
        super().__init__()
        self.key = key
        self.language = language
        self.verdicts = verdicts


class Listed(NamedTuple):
    """A finding in the list, and the claim that it is of."""

    claim: str
    finding: Finding


class VerdictController:
    """Has the claims of the document that is shown verified, and lists what was found."""

    def __init__(
        self, session: Session, texts: DocumentPanes, panes: Panes, screen: CommandScreen
    ) -> None:
        self._session = session
        self._texts = texts
        self._panes = panes
        self._screen = screen
        self._asked: tuple[str, str] | None = None

    def look(self) -> None:
        """Have the claims that are shown verified, if they are not yet."""
        collection, key = self._session.collection, self._texts.key
        language = messages.language()
        if key is None or collection is None or collection.matcher is None:
            return
        if self._asked == (key, language) or not collection.is_document(key):
            return
        self._asked = key, language

        def work() -> None:
            verdicts = verified(collection, key, language)
            self._screen.post_message(VerdictsFound(key, language, verdicts))

        self._screen.run_worker(work, thread=True, group="verify", exclusive=True)

    def forget(self) -> None:
        """Have the claims verified anew: the dossier was read again."""
        self._asked = None

    def take(self, found: VerdictsFound) -> None:
        """Show beside each claim whether it checks out."""
        if (found.key, found.language) == (self._texts.key, messages.language()):
            self._texts.show_verdicts(found.key, found.language, found.verdicts)

    def open_list(self) -> None:
        """List what was found of the claims, or say that nothing was."""
        verdicts = self._texts.verdicts
        listed = [Listed(id, each) for id, verdict in verdicts.items() for each in verdict.findings]
        if not listed:
            told = (
                _("Every claim that can be checked checks out.")
                if verdicts
                else _("There are no claims to check here.")
            )
            self._screen.notify(told, markup=False)
            return
        self._screen.open_screen(FindingsScreen(self._session, listed), self._go)

    def _go(self, listed: Listed | None) -> None:
        """Go to the paragraph, with what was looked for lit."""
        if listed is None:
            return
        places = listed.finding.places
        self._panes.push_location()
        if not places:
            self._panes.enter_pane("summary")
            self._texts.summary.highlight_blocks([listed.claim])
            return
        source = self._texts.source
        self._panes.enter_pane("source")
        first = self._texts.place_in_source(places[0].paragraph)
        source.highlight_blocks([first])
        lit: dict[str, list[tuple[int, int]]] = {}
        for place in places:
            if self._texts.place_in_source(place.paragraph) == place.paragraph:
                lit.setdefault(place.paragraph, []).append((place.start, place.end))
        lit = {id: sorted(set(some)) for id, some in lit.items()}
        if lit:
            current = next(iter(lit))
            source.show_matches(lit, (current, 0))


def verified(collection: Collection, key: str, language: str) -> dict[str, Verdict]:
    """Verify the claims of a document in a language against its text in that language."""
    from reader.verifying import claims

    document = collection.document(key, language)
    text = _text(document, language)
    if document.summary is None or text is None:
        return {}
    dossier = collection.in_language(language)
    verifier = claims.verifier(document, text, dossier, collection.matcher)
    return {
        claim.id: verifier.verify(claims.claimed(claim, document))
        for claim in document.summary.claims
    }


def _text(document: Document, language: str) -> Text | None:
    """Return the dossier's own text in a language, else the first."""
    own = [text for text in document.texts if text.kind in ("edition", "translation")]
    return next((text for text in own if text.language == language), next(iter(own), None))


class FindingsScreen(Picker[Listed]):
    """Lists findings, filtered as one types; returns the one that was chosen."""

    PARTS = commands.SCREENS["findings"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)
    CSS_PATH = "verdicts.tcss"

    def __init__(self, session: Session, listed: list[Listed]) -> None:
        super().__init__(session)
        self._listed = listed

    def compose(self) -> ComposeResult:
        with Vertical(id="findings"):
            yield LineField(compact=True)
            yield RowList(gap=1, id="rows")
        yield KeyBar(self.session, *self.PARTS)

    def placeholder(self) -> str:
        return _("Only findings with these words…")

    def rows(self, query: str) -> list[Row]:
        words = fold(query).split()
        rows = [
            Row(str(n), each.finding.describe(), each.finding.text)
            for n, each in enumerate(self._listed)
        ]
        return [row for row in rows if all(w in fold(f"{row.title} {row.note}") for w in words)]

    def picked(self, row: Row) -> None:
        self.dismiss(self._listed[int(row.id)])
