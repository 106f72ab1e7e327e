"""A screen of panes: which are shown and how wide, and how one goes from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language.messages import _
from reader.state import Widths
from reader.tui.keys import commands
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.document_panes import DocumentPanes
from reader.tui.screens.panes import PANES, WIDE, resized, with_room
from reader.tui.screens.prompting import Prompter
from reader.tui.screens.shown_texts import PARALLEL
from reader.tui.session import Session
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.tui.widgets.pane_tabs import PaneTabs

REST = 0.7
"""Seconds after which a digit alone is the number of a pane."""


def plain(title: str) -> str:
    """Return the title of a frame as it is shown: Textual keeps it as markup, where [ is \\[."""
    return title.replace("\\[", "[").strip()


class PaneScreen(CommandScreen):
    """Has a list of documents and the texts of one of them; a base of the main screen.

    A number that is typed and that nothing follows is that of a pane.
    """

    def __init__(self, session: Session, texts: DocumentPanes) -> None:
        super().__init__(session)
        self.documents = RowList(title_lines=2, most_lines=4, gap=1, id="documents", classes="pane")
        self.texts = texts
        self.prompter = Prompter(self)
        self._rest: Timer | None = None
        """Runs from a digit until that is the number of a pane."""
        self._divided = Widths(), False
        """The widths that the panes have, and whether one stands alone."""
        self._tabs: PaneTabs | None = None

    def update_status(self) -> None:
        """Update the status line for where one is."""

    def show_status(self) -> None:
        """Show the status line again."""

    @property
    def pane(self) -> str:
        """The pane that has the focus, or had it before the prompt."""
        focused = self.focused.id if self.focused is not None else None
        if focused == "prompt":
            return self.prompter.pane
        return focused if focused in PANES else "source"

    def shown_texts(self) -> list[TextView]:
        """Return the panes that hold a text now, from left to right."""
        return self.texts.shown()

    def current_text(self) -> TextView:
        """Return the text that has the focus, or the source where that is not a text."""
        texts = self.shown_texts()
        return next((view for view in texts if view.id == self.pane), self.texts.source)

    @property
    def is_wide(self) -> bool:
        return self.app.size.width >= WIDE and not self.session.screen_reader

    def show_panes(self, pane: str) -> None:
        """Show the panes that there is room for, and ``pane`` in any case.

        Each pane's own styles are set: a class of the screen would have everything styled anew.
        """
        two_texts, widths = self.texts.mode == PARALLEL, self.session.state.widths
        together = self.is_wide and not widths.alone
        shown = with_room(pane, is_wide=together, two_texts=two_texts, locked=self.texts.locked)
        for view in (self.documents, self.texts.source, self.texts.other, self.texts.summary):
            view.display = view.id in shown
            divided = len(shown) > 1 and view is not self.documents
            view.set_class(divided, "-divided", update=view.is_attached)
            view.set_class(len(shown) == 1, "-tabbed", update=view.is_attached)
        self._show_tabs(pane if len(shown) == 1 else "")
        alone = two_texts or not together
        self.documents.set_class(alone, "-alone", update=self.documents.is_attached)
        if self._divided != (now := (widths, alone)):
            self._divided = now
            self._divide(widths, alone=alone)

    # The row that names the panes while one of them stands alone.

    @property
    def has_tabs(self) -> bool:
        """Whether the first pane that is shown stands alone."""
        return not self.is_wide or self.session.state.widths.alone

    @property
    def tabs(self) -> PaneTabs:
        """The row of names, made when it is first needed."""
        if self._tabs is None:
            from reader.tui.widgets.pane_tabs import PaneTabs

            self._tabs = PaneTabs()
        return self._tabs

    def _show_tabs(self, pane: str) -> None:
        """Show the row with ``pane`` in front; without one, show none."""
        if not pane and self._tabs is None:
            return
        if not self.tabs.is_attached and self.is_mounted:
            self.mount(self.tabs, before=self.documents)
        self.tabs.display = bool(pane)
        self._name_tabs(pane)

    def _name_tabs(self, pane: str = "") -> None:
        if self._tabs is not None and self._tabs.display:
            views = [self.documents, *self.shown_texts()]
            titles = [(view.id or "", plain(view.border_title or "")) for view in views]
            self._tabs.show(titles, pane or self.pane)

    def on_pane_tabs_chosen(self, event: PaneTabs.Chosen) -> None:
        event.stop()
        self.enter_pane(event.pane)

    # Widths, and which pane has the focus.

    def _divide(self, widths: Widths, *, alone: bool) -> None:
        """Set the widths of the panes, those of the style sheet where they are as at first."""
        if alone or widths.documents == Widths().documents:
            self.documents.styles.clear_rule("width")
        else:
            self.documents.styles.width = widths.documents
        self.texts.source.styles.width = f"{widths.source}fr"
        for view in (self.texts.other, self.texts.summary):
            view.styles.width = f"{100 - widths.source}fr"

    def enter_pane(self, pane: str) -> None:
        """Focus a pane, and show it alone on a narrow screen."""
        self.show_panes(pane)
        self.query_one(f"#{pane}").focus()

    @property
    def panes(self) -> list[str]:
        """The panes that there are now, from left to right."""
        return [name for name in PANES if name != "other" or not self.texts.locked]

    def do_next_pane(self, number: int = 0) -> None:
        if number:
            self.enter_numbered(number)
        else:
            self._step_pane(1)

    def do_previous_pane(self) -> None:
        self._step_pane(-1)

    def _step_pane(self, step: int) -> None:
        panes = self.panes
        self.enter_pane(panes[(panes.index(self.pane) + step) % len(panes)])

    def do_pane_left(self, times: int = 1) -> None:
        self._go_beside(-times)

    def do_pane_right(self, times: int = 1) -> None:
        self._go_beside(times)

    def _go_beside(self, step: int) -> None:
        panes = self.panes
        there = max(0, min(panes.index(self.pane) + step, len(panes) - 1))
        self.enter_pane(panes[there])

    def do_pane(self) -> None:
        digit = self.session.pressed.rpartition("+")[2]
        if digit in commands.DIGITS:
            self.enter_numbered(int(digit))
        else:
            self.notify(_("Panes have numbers, from the left: Alt+2 goes to the second one."))

    def enter_numbered(self, number: int) -> None:
        """Focus a pane by its number, from 1 on the left; one that isn't there is none."""
        if 1 <= number <= len(self.panes):
            self.enter_pane(self.panes[number - 1])

    def do_zoom(self) -> None:
        state = self.session.state
        state.widths = state.widths._replace(alone=not state.widths.alone)
        self.show_panes(self.pane)

    def do_narrower(self, times: int = 1) -> None:
        self._resize_pane(-times)

    def do_wider(self, times: int = 1) -> None:
        self._resize_pane(times)

    def _resize_pane(self, step: int) -> None:
        beside = [view for view in (self.documents, *self.shown_texts()) if view.display]
        if len(beside) < 2:
            self.notify(_("There is nothing beside this pane."), markup=False)
            return
        state = self.session.state
        state.widths = resized(state.widths, self.pane, step)
        self.show_panes(self.pane)

    # A number that nothing follows.

    def show_digits(self) -> None:
        if self._rest is not None:
            self._rest.stop()
            self._rest = None
        if self.digits in commands.DIGITS[: len(self.panes)]:
            self._rest = self.set_timer(REST, self.rest)
        self.show_status()

    def rest(self) -> None:
        """Go to the pane whose number was typed, when nothing has followed it."""
        digits = self.digits
        if self.is_ready and digits:
            self.set_digits("")
            self.enter_numbered(int(digits))
            self.update_status()

    def show_hints(self) -> None:
        self.show_status()

    def on_descendant_focus(self) -> None:
        self.show_panes(self.pane)
        self.update_status()
