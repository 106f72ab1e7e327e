"""Find in both panes: every form of the words, counted, walked with n and N."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.language.interface import _
from reader.tui.status_line import StatusLine
from reader.tui.text_view import TextView

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


class Match(NamedTuple):
    """The ``number``-th match in a block of a view."""

    view: TextView
    block: str
    number: int


class Finding:
    """What is being looked for on the main screen, and where it was found."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen
        self.query = ""
        self.matches: list[Match] = []
        self.current = -1
        self._marked: dict[TextView, dict[str, list[tuple[int, int]]]] = {}

    def ask(self) -> None:
        if self.screen.item is not None:
            self.screen.ask("find", _("Find in source and summary…"), self.query)

    def answer(self, query: str, *, final: bool) -> None:
        """Mark what is found as one types; on Enter go to the first match from here on."""
        self.query = query.strip()
        self.search()
        if final and self.matches:
            self.screen.leave()
            focused = self.screen.text()
            own = [n for n, match in enumerate(self.matches) if match.view is focused]
            self._go(own[0] if own else 0)
        self._say()

    def give_up(self) -> None:
        self.query = ""
        self.search()

    def step(self, step: int) -> None:
        if not self.query:
            self.ask()
        elif self.matches:
            self.screen.leave()
            self._go((self.current + step) % len(self.matches))
            self._say()

    def search(self) -> None:
        """Find anew: another query, or another text in the panes."""
        from reader.terms import Finder

        self.matches, self.current = [], -1
        finder = Finder(self.query) if self.query else None
        for view in self._views():
            blocks = view.blocks
            found = finder.matches([block.text for block in blocks]) if finder else []
            marked = {b.id: ranges for b, ranges in zip(blocks, found, strict=False) if ranges}
            self._marked[view] = marked
            view.highlight(marked)
            self.matches += [Match(view, id, n) for id, r in marked.items() for n in range(len(r))]

    def _views(self) -> tuple[TextView, TextView]:
        return self.screen.source, self.screen.summary

    def _go(self, index: int) -> None:
        self.current = index
        match = self.matches[index]
        for view in self._views():
            current = (match.block, match.number) if view is match.view else None
            view.highlight(self._marked[view], current)
        self.screen.enter_pane(match.view.id or "source")

    def _say(self) -> None:
        if not self.query:
            said = ""
        elif not self.matches:
            said = _("“{query}” is not in this document.").format(query=self.query)
        else:
            said = _("{n} of {total}: “{query}”").format(
                n=max(self.current, 0) + 1, total=len(self.matches), query=self.query
            )
        self.screen.query_one(StatusLine).say(said)
