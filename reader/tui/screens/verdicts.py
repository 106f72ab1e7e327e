"""Which claims of the summary check out: a worker verifies them; a window lists what does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message

from reader.briefings.finding_text import finding_text
from reader.language.messages import _
from reader.language.words import fold
from reader.tui.keys import commands
from reader.tui.screens.picker import Picker
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.line_field import LineField
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.rows import Row

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.library.verification import Subject
    from reader.tui.screens.base import CommandScreen
    from reader.tui.screens.document_panes import DocumentPanes
    from reader.tui.screens.panes import Panes
    from reader.tui.session import Session
    from reader.verdicts import Finding, Verdict


STAYED = 0.5
"""Seconds that one has to stay at a document before its claims are verified."""


class VerdictsFound(Message):
    """A worker has verified the claims of a document; ``None``: it was ended before."""

    def __init__(self, subject: Subject, verdicts: tuple[Verdict, ...] | None) -> None:
        super().__init__()
        self.subject = subject
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
        self._wanted: Subject | None = None
        """The document that is shown, if its claims are still to be verified."""
        self._timer: Timer | None = None
        self._running: set[str] = set()
        """The fingerprints of what workers verify now."""
        self._lists = False
        """Whether what is found is to be listed at once."""

    def look(self, *, at_once: bool = False) -> None:
        """Have the claims that are shown verified, if they are not, once one stays at them."""
        wanted, before = self._texts.unverified, self._wanted
        self._wanted = wanted
        is_known = wanted is not None and before is not None and wanted.made_of == before.made_of
        if not is_known:
            self._lists = False
            if self._timer is not None:
                self._timer.stop()
                self._timer = None
            if wanted is not None and not at_once:
                self._timer = self._screen.set_timer(STAYED, self._verify)
        if at_once:
            self._verify()

    def _verify(self) -> None:
        """Have a worker verify the claims that are shown."""
        subject, collection = self._wanted, self._session.collection
        if subject is None or collection is None or subject.made_of in self._running:
            return
        self._running.add(subject.made_of)
        work = partial(_verify, collection.root, subject, self._screen.post_message)
        self._screen.run_worker(work, thread=True, group="verify")

    def take(self, found: VerdictsFound) -> None:
        """Show beside each claim whether it checks out."""
        made_of, wanted = found.subject.made_of, self._wanted
        self._running.discard(made_of)
        if found.verdicts is None:
            return
        lists = self._lists and wanted is not None and wanted.made_of == made_of
        self._texts.take_verdicts(found.subject, found.verdicts)
        if lists:
            self._list()

    def open_list(self) -> None:
        """List what was found of the claims, or say that nothing was.

        What was not verified yet is first.
        """
        self.look(at_once=True)
        if self._wanted is None:
            self._list()
        else:
            self._lists = True

    def _list(self) -> None:
        self._lists = False
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
        shown = self._texts.view_of(self._texts.source)
        numbers = shown.text.numbers() if shown is not None else {}
        self._screen.open_screen(FindingsScreen(self._session, listed, numbers), self._go)

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


def _verify(root: Path, subject: Subject, post: Callable[[Message], object]) -> None:
    from reader.library import verifying_process

    post(VerdictsFound(subject, verifying_process.find(root, subject)))


class FindingsScreen(Picker[Listed]):
    """Lists findings, filtered as one types; returns the one that was chosen.

    ``numbers`` are those of the paragraphs that are shown, by their ids.
    """

    PARTS = commands.SCREENS["findings"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)
    CSS_PATH = "verdicts.tcss"

    def __init__(
        self,
        session: Session,
        listed: list[Listed],
        numbers: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        super().__init__(session)
        self._numbers = numbers
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
            Row(str(n), self._told(each.finding), each.finding.text)
            for n, each in enumerate(self._listed)
        ]
        return [row for row in rows if all(w in fold(f"{row.title} {row.note}") for w in words)]

    def _told(self, finding: Finding) -> str:
        return finding_text(finding.message, finding.values, numbers=self._numbers)

    def picked(self, row: Row) -> None:
        self.dismiss(self._listed[int(row.id)])
