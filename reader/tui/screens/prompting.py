"""What is typed into the prompt of the main screen: words to find, marks, the number of a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language.messages import _
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.document_panes import DocumentPanes
from reader.tui.screens.history import Location, NavigationHistory

if TYPE_CHECKING:
    from reader.tui.screens.find_bar import FindController
    from reader.tui.widgets.prompt import Prompt


class Asking(CommandScreen):
    """The main screen's prompt. The pane that it was opened from comes back into focus."""

    jumps: NavigationHistory
    texts: DocumentPanes

    def __init__(self) -> None:
        super().__init__()
        self._asked_from = "source"
        self._prompt: Prompt | None = None

    @property
    def prompt(self) -> Prompt:
        """The prompt, which the first frame does without."""
        if self._prompt is None:
            from reader.tui.widgets.prompt import Prompt

            self._prompt = Prompt()
            self.mount(self._prompt)
        return self._prompt

    if TYPE_CHECKING:  # what the main screen has, and this needs of it

        @property
        def finding(self) -> FindController: ...
        @property
        def pane(self) -> str: ...
        def place(self) -> Location | None: ...
        def leave(self) -> None: ...
        def return_to(self, place: Location | None) -> None: ...
        def enter_pane(self, pane: str) -> None: ...

    def do_find(self) -> None:
        self.finding.ask()

    def do_next_match(self) -> None:
        self.finding.step(1)

    def do_previous_match(self) -> None:
        self.finding.step(-1)

    def do_go_to_paragraph(self) -> None:
        self.ask("paragraph", _("Number of the paragraph…"))

    def do_mark(self) -> None:
        self.ask("mark", _("A letter to mark this place with…"))

    def do_go_to_mark(self) -> None:
        letters = " ".join(sorted(self.jumps.marks))
        self.ask("go-to-mark", _("The letter of a mark…") + (f" ({letters})" if letters else ""))

    def ask(self, purpose: str, placeholder: str, text: str = "") -> None:
        """Open the prompt for a purpose; the pane comes back into focus afterwards."""
        if self.texts.item is not None:
            self._asked_from = self.pane
            self.prompt.ask(purpose, placeholder, text)

    def on_prompt_given_up(self, event: Prompt.GivenUp) -> None:
        event.stop()
        if event.purpose == "find":
            self.finding.give_up()
        self.enter_pane(self._asked_from)

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        event.stop()
        if event.purpose == "find":
            if event.final:
                self.enter_pane(self._asked_from)
            self.finding.answer(event.text, final=event.final)
        elif event.purpose in ("mark", "go-to-mark") and event.text:
            self.prompt.close()
            self.enter_pane(self._asked_from)
            self._use_mark(event.purpose, event.text[0])
        elif event.final:
            self.enter_pane(self._asked_from)
            if event.purpose == "paragraph":
                self._go_to_number(event.text)

    def _use_mark(self, purpose: str, letter: str) -> None:
        if purpose == "mark":
            if (place := self.place()) is not None:
                self.jumps.marks[letter] = place
                self.reader.tell(_("This place is marked {letter}.").format(letter=letter))
        elif letter in self.jumps.marks:
            self.leave()
            self.return_to(self.jumps.marks[letter])
        else:
            self.reader.tell(_("There is no mark {letter}.").format(letter=letter))

    def _go_to_number(self, text: str) -> None:
        view = self.texts.view()
        number = int(text) if text.strip().isdecimal() else 0
        if view is None or not 1 <= number <= len(view.paragraphs):
            total = len(view.paragraphs) if view else 0
            self.reader.tell(_("There is no paragraph {number}: they run from 1 to {total}.").format(number=text, total=total))  # fmt: skip
            return
        self.leave()
        self.enter_pane("source")
        self.texts.source.go_to(view.paragraphs[number - 1].id)
