"""The prompt of a screen: its purpose, and the pane to return to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from textual.screen import Screen

    from reader.tui.widgets.prompt import Prompt

Purpose = Literal["find", "filter", "paragraph", "mark"]


class Prompter:
    """Opens the prompt, mounted at its first use; the screen gets its messages."""

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen
        self._prompt: Prompt | None = None
        self.pane = "source"
        """The pane that the prompt was opened from."""

    def ask(self, purpose: Purpose, pane: str, placeholder: str, text: str = "") -> None:
        """Open the prompt from a pane, with ``text`` in it."""
        if self._prompt is None:
            from reader.tui.widgets.prompt import Prompt

            self._prompt = Prompt()
            self._screen.mount(self._prompt)
        self.pane = pane
        self._prompt.ask(purpose, placeholder, text)

    @property
    def is_open(self) -> bool:
        return self._prompt is not None and self._prompt.is_open

    @property
    def purpose(self) -> str:
        """What the open prompt is for; empty while it is closed."""
        return self._prompt.purpose if self._prompt is not None else ""

    def close(self) -> None:
        """Close the prompt without an answer."""
        if self._prompt is not None:
            self._prompt.close()

    def give_up(self) -> None:
        """Close the prompt, and have the screen told that there is no answer."""
        if self._prompt is not None:
            self._prompt.give_up()

    def submit(self) -> None:
        """Answer with what was typed."""
        if self._prompt is not None:
            self._prompt.submit()
