"""The base of windows with a form: what was typed is thrown away only when it is said twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from textual.widgets import Input, TextArea

from reader.language.messages import _
from reader.tui.keys import commands
from reader.tui.keys.names import is_character, key_name
from reader.tui.screens.modal import ReaderModal
from reader.tui.widgets.choice_row import ChoiceRow

Result = TypeVar("Result")

Typed = Mapping[str, str]
"""What was typed, by field."""


class Form(ReaderModal[Result | None]):
    """A window with fields. Name the command that saves it in ``SAVE``.

    A subclass gives :meth:`typed` and :meth:`say`, and calls :meth:`begin` once its fields are filled.
    """

    SAVE = "save_entry"

    def begin(self) -> None:
        """Take what is in the fields now as what nobody has typed."""
        self._begun = dict(self.typed())
        self._asked: Typed | None = None

    def typed(self) -> Typed:
        """Return everything in the fields."""
        raise NotImplementedError

    def say(self, text: str) -> None:
        """Show a message below the fields; an empty one takes it away."""
        raise NotImplementedError

    @property
    def is_saving(self) -> bool:
        """Whether the form is being saved now, and can't be closed."""
        return False

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return dict(self.typed()) != self._begun

    def may_close(self, key: str) -> bool:
        """Tell whether to close without saving: ask first where something was typed.

        ``key`` is the command that asks. It may, when it comes a second time with nothing typed
        in between.
        """
        if self.is_saving:
            return False
        typed = dict(self.typed())
        if not self.is_changed or self._asked == typed:
            return True
        self._asked = typed
        save, again = self._key(self.SAVE), self._key(key)
        text = _("This is not saved yet. {save} saves it, {again} once more throws it away.")
        self.say(text.format(save=save, again=again))
        return False

    def _key(self, id: str) -> str:
        keys = self.session.keys_of(commands.BY_ID[id])
        return key_name(next((key for key in keys if not is_character(key)), keys[0]))

    def do_discard(self) -> None:
        """Close without saving; where something was typed, ask first."""
        if self.may_close("discard"):
            self.dismiss(None)

    def click_beside(self) -> None:
        self.do_discard()

    def may_leave(self) -> bool:
        return self.may_close("leave")

    def do_undo(self) -> None:
        """Take back what was typed last in the field."""
        if isinstance(self.focused, TextArea):
            self.focused.undo()

    def do_redo(self) -> None:
        """Type again what was taken back."""
        if isinstance(self.focused, TextArea):
            self.focused.redo()

    def do_next_field(self) -> None:
        self.focus_next()

    def do_previous_field(self) -> None:
        self.focus_previous()

    def do_next_kind(self) -> None:
        if isinstance(self.focused, ChoiceRow):
            self.focused.step(1)

    def do_previous_kind(self) -> None:
        if isinstance(self.focused, ChoiceRow):
            self.focused.step(-1)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.edited()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.edited()

    def edited(self) -> None:
        """Act on what was typed."""
