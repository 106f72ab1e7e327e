"""The base of every screen: it runs the commands of its parts.

``do_<id>`` carries a command out, in the text or list that has the focus, the screen, or the app.
One that is counted gets the number that was typed before its key, if any was.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.actions import SkipAction
from textual.content import Content

from reader.language.messages import _
from reader.tui.keys import commands
from reader.tui.session import Session
from reader.tui.widgets.cells import cell_len
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from textual.geometry import Offset
    from textual.screen import Screen
    from textual.widget import Widget

    from reader.tui.notices import Copied
    from reader.tui.screens.hints import Hints

    Base = Screen[Any]
else:
    Base = object  # it is not a screen by itself, and costs Textual nothing


Opened = TypeVar("Opened")

MOST_DIGITS = 6
"""Digits of a number before a key; more are not taken."""


class CommandScreen(Base):
    """A screen with commands; name ``Screen`` as the last base of a subclass.

    ``PARTS`` names the parts of the list of commands that it has. A method ``do_<id>`` without a
    command of that id raises an error when the class is made.
    """

    PARTS: ClassVar[tuple[commands.Part, ...]] = ()
    AUTO_FOCUS: ClassVar[str | None] = None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        commands.check_methods(cls)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.said = ""
        """What was done last, until something else is done."""
        self.digits = ""
        """The digits typed before a key so far."""
        self.hints: Hints | None = None
        """The letters beside links, while they are shown."""

    def on_mount(self) -> None:
        self.session.language_changed.subscribe(self, self._language_changed)
        self.session.entries_changed.subscribe(self, self.entries_changed)
        self.session.kept_changed.subscribe(self, self._kept_changed)
        self.session.notes_changed.subscribe(self, self._notes_changed)

    def on_unmount(self) -> None:
        self.session.language_changed.unsubscribe(self)
        self.session.entries_changed.unsubscribe(self)
        self.session.kept_changed.unsubscribe(self)
        self.session.notes_changed.unsubscribe(self)

    def _language_changed(self, _language: str) -> None:
        self.retranslate()

    def entries_changed(self, _entry: str) -> None:
        """Update what is shown of the glossary."""
        self.retranslate()

    def _kept_changed(self, _nothing: None) -> None:
        self.kept_changed()

    def kept_changed(self) -> None:
        """Update what is shown of marks, selected claims and recent files."""

    def _notes_changed(self, _nothing: None) -> None:
        self.notes_changed()

    def notes_changed(self) -> None:
        """Update what is shown of the reader's notes."""

    def retranslate(self) -> None:
        """Update every text for the interface's language; place, focus and choices stay."""
        self.refresh()

    def may_leave(self) -> bool:
        """Tell whether the program may be left now; a screen with words not saved asks first."""
        return True

    def tell(self, text: str) -> bool:
        """Say something in passing; return whether there is a line that has room for all of it."""
        if "\n" in text or cell_len(text) > self.room_to_say():
            return False
        self.say(text)
        return True

    def room_to_say(self) -> int:
        """Return how many cells of a text can be said: here, in the frame of the window."""
        return max(
            (w.size.width - 2 for w in self.children if w.styles.border_bottom[0]), default=0
        )

    @property
    def is_ready(self) -> bool:
        """Whether the screen is mounted, in front of all others, and stays there for now."""
        return self.is_mounted and self.is_active and not self.session.is_leaving

    def open_screen(
        self, screen: Screen[Opened], callback: Callable[[Opened | None], None] | None = None
    ) -> None:
        """Open a screen over this one, if this one is ready and no other of its kind is open.

        The callback gets what that returns once it is closed.
        """
        is_open = any(type(other) is type(screen) for other in self.app.screen_stack)
        if self.is_ready and not is_open:
            self.app.push_screen(screen, callback)

    def action_run(self, id: str) -> None:
        """Run a command's method of the focused text or list, the screen, or the app.

        A screen that is not ready runs none. Where a number was typed, Esc only clears it.
        """
        if not self.is_ready:
            return
        self.say("")
        digits = self.digits
        if id != "count":
            self.set_digits("")
            if digits and self.session.pressed == "escape":
                return
        number = int(digits) if digits and commands.BY_ID[id].counted else 0
        if number and id in ("top", "bottom"):
            self.go_to_number(number)
            return
        for owner in (self.text(), self, self.app):
            method = getattr(owner, f"do_{id}", None)
            if method is not None:
                method(number) if number else method()
                return

    def run_with(self, id: str, argument: str) -> None:
        """Run a command with what was typed after its name: ``with_<id>`` carries it out."""
        if not argument:
            self.action_run(id)
        elif self.is_ready:
            for owner in (self, self.app):
                method = getattr(owner, f"with_{id}", None)
                if method is not None:
                    method(argument)
                    return

    def say(self, text: str) -> None:
        """Say what was done, until the next command."""
        if text != self.said:
            self.said = text
            self.show_said()

    def show_said(self) -> None:
        """Show what was done: here in the frame of the window."""
        for widget in self.children:
            if widget.styles.border_bottom[0]:
                widget.border_subtitle = Content(self.said)

    # What is selected and copied.

    def to_copy(self) -> Copied | None:
        """Return what is copied: here the text that is selected, or the block under the cursor."""
        from reader.tui.screens.copying import plain

        view = self.text()
        return plain(view) if isinstance(view, TextView) else None

    def do_copy(self) -> None:
        """Copy what is selected or under the cursor, and say what it was."""
        from reader.tui.notices import copy

        if (copied := self.to_copy()) is not None:
            self.say(copy(self.app, copied))

    def action_copy_text(self) -> None:
        """Copy what is selected without its source, whichever widget it is in."""
        from reader.tui.notices import Copied, copy
        from reader.tui.screens.copying import characters

        text = self.get_selected_text()
        if not text:
            raise SkipAction
        self.say(copy(self.app, Copied(text, characters(text))))

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Keep a selection within the text that it began in, wherever the mouse goes."""
        state = self._select_state if self._selecting else None
        if state is not None:
            view = state.start.content_widget or state.start.container
            region = view.content_region
            if isinstance(view, TextView) and region:
                x = max(region.x, min(region.right - 1, x))
                y = max(region.y, min(region.bottom - 1, y))
        widget, offset = super().get_widget_and_offset_at(x, y)
        # Beside all widgets, it would take whatever the mouse comes over next.
        return (None, None) if widget is self else (widget, offset)

    # A number before a key, and letters beside links.

    def set_digits(self, digits: str) -> None:
        """Take other digits for the number before a key, and show them."""
        if digits != self.digits:
            self.digits = digits
            self.show_digits()

    def show_digits(self) -> None:
        """Show the digits typed before a key: here in the frame of the window's text."""
        if (text := self.text()) is not None:
            text.border_subtitle = self.digits

    def do_count(self) -> None:
        """Add the digit that was pressed to the number before the next key."""
        digit = self.session.pressed
        if digit not in commands.DIGITS:
            self.notify(_("Type a number, then a key: 5j goes five lines down."), markup=False)
        elif len(self.digits) < MOST_DIGITS and (self.digits or digit != "0"):
            self.set_digits(self.digits + digit)

    def go_to_number(self, number: int) -> None:
        """Go to the paragraph, or the row, with this number from 1."""
        if (text := self.text()) is not None:
            text.go_to_number(number)

    def do_hints(self) -> None:
        """Show letters at the links in sight."""
        from reader.tui.screens.hints import Hints

        views = [view for view in self.query(TextView) if view.display]
        hints = Hints(views, cyrillic=self.session.types_cyrillic)
        if hints.show():
            self.hints = hints
            self.show_hints()
        else:
            self.notify(_("There is no link in sight."), markup=False)

    def show_hints(self) -> None:
        """Tell what to do while letters stand at links, or that they are gone."""

    def take_key(self, key: str) -> bool:
        """Take a key for the letters at links; return ``False`` for one that is none of theirs.

        Such a key, as a click, leaves them and does what it always does.
        """
        hints = self.hints
        if hints is None:
            return False
        taken = hints.take(key)
        if hints.is_over:
            self.leave_hints()
        return taken

    def leave_hints(self) -> None:
        """Take the letters beside links away."""
        if (hints := self.hints) is not None:
            self.hints = None
            hints.hide()
            self.show_hints()
            if (chosen := hints.chosen) is not None:
                view, link = chosen
                view.focus()
                view.open_link(link)

    def text(self) -> TextView | RowList | None:
        """Return the focused text or list, else the first text, for reading commands."""
        if isinstance(self.focused, TextView | RowList):
            return self.focused
        return next(iter(self.walk_children(TextView)), None)
