"""The base of windows with a form: what was typed is thrown away only when it is said twice."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.widgets import Input, TextArea

from reader.language.messages import _
from reader.tui.keys import commands
from reader.tui.keys.names import is_character, key_name
from reader.tui.screens.modal import ReaderModal

Result = TypeVar("Result")


class Form(ReaderModal[Result]):
    """A window with fields. A subclass names the commands that save it and give it up."""

    SAVE: ClassVar[str]
    DISCARD: ClassVar[str]

    def typed(self) -> object:
        """Return everything in the fields, to be compared."""
        raise NotImplementedError

    def untouched(self) -> object:
        """Return what :meth:`typed` gives where nobody has typed anything."""
        raise NotImplementedError

    def show_message(self, text: str) -> None:
        """Show a message below the fields; an empty one takes it away."""
        raise NotImplementedError

    def edited(self) -> None:
        """Act on what was typed."""

    def thrown_away(self) -> None:
        """Act on what was typed being thrown away."""

    _asked: tuple[str, object] | None = None
    """The command that has asked, and what was typed then."""

    def may_close(self, command: str) -> bool:
        """Tell whether a command may close the form: where something was typed, ask first.

        It may when it comes a second time, with nothing typed in between.
        """
        typed = self.typed()
        if typed == self.untouched() or self._asked == (command, typed):
            self.thrown_away()
            return True
        self._asked = command, typed
        text = _("What you typed is not kept yet: {save} keeps it, {again} again throws it away.")
        self.show_message(text.format(save=self._key(self.SAVE), again=self._key(command)))
        return False

    def _key(self, id: str) -> str:
        keys = self.session.keys_of(commands.BY_ID[id])
        return key_name(next((key for key in keys if not is_character(key)), keys[0]))

    def give_up(self) -> None:
        """Close without saving; where something was typed, ask first."""
        if self.may_close(self.DISCARD):
            self.dismiss(None)

    def click_beside(self) -> None:
        self.give_up()

    def may_leave(self) -> bool:
        return self.may_close("leave")

    def do_next_field(self) -> None:
        self.focus_next()

    def do_previous_field(self) -> None:
        self.focus_previous()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.edited()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.edited()
