"""A line to type in over the status line: a query, or a paragraph's number."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.message import Message
from textual.widgets import Input

from reader.tui.keys import commands
from reader.tui.widgets.line_field import LineField


class Prompt(LineField):
    """Hidden until it is opened for a purpose. Enter submits, Escape gives up.

    Letters stay in it, whatever the layout of the keyboard.
    """

    DEFAULT_CSS = """
    Prompt, Prompt:focus {
        dock: bottom;
        display: none;
        height: 1;
        margin-bottom: 1;
        width: 72%;
        border: none;
        padding: 0 1;
        background: $panel;
    }
    Prompt.-open { display: block; }
    """
    BINDINGS: ClassVar = commands.bindings("prompt")

    class Answered(Message):
        """A text was typed, or, where it is ``final``, submitted."""

        def __init__(self, purpose: str, text: str, *, final: bool) -> None:
            super().__init__()
            self.purpose = purpose
            self.text = text
            self.final = final

    class GivenUp(Message):
        """The prompt was closed without an answer."""

        def __init__(self, purpose: str) -> None:
            super().__init__()
            self.purpose = purpose

    def __init__(self) -> None:
        super().__init__(id="prompt")
        self.purpose = ""

    def ask(self, purpose: str, placeholder: str, text: str = "") -> None:
        """Open for a purpose, with ``text`` to begin with."""
        self.purpose = purpose
        self.placeholder = placeholder
        with self.prevent(Input.Changed):
            self.value = text
        self.cursor_position = len(text)
        self.add_class("-open")
        self.focus()

    def close(self) -> None:
        """Close without a message."""
        self.remove_class("-open")
        self.purpose = ""

    @property
    def is_open(self) -> bool:
        return self.has_class("-open")

    async def action_run(self, id: str) -> None:
        await self.screen.run_action(f"run('{id}')")

    def give_up(self) -> None:
        """Close without an answer."""
        purpose = self.purpose
        self.close()
        self.post_message(self.GivenUp(purpose))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.is_open:
            self.post_message(self.Answered(self.purpose, self.value, final=False))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.submit()

    def submit(self) -> None:
        """Answer with what was typed."""
        purpose, text = self.purpose, self.value
        self.close()
        self.post_message(self.Answered(purpose, text, final=True))

    def on_blur(self, _event: events.Blur) -> None:
        # A terminal that goes out of sight takes the focus away, and gives it back.
        if self.is_open and self.app.app_focus:
            self.give_up()
