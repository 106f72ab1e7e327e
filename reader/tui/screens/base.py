"""What every screen has: the commands of its parts.

``do_<id>`` carries a command out, in the text or list that has the focus, the screen, or the app.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from reader.tui.keys import commands
from reader.tui.session import Session
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from textual.screen import Screen

    Base = Screen[Any]
else:
    Base = object  # it is not a screen by itself, and costs Textual nothing


class CommandScreen(Base):
    """A screen that is driven by the list of commands; ``Screen`` is to be named as its last base.

    ``PARTS`` names the parts of the list that it has. A method ``do_<id>`` that no command has as
    its id fails when the class is made.
    """

    PARTS: ClassVar[tuple[commands.Part, ...]] = ()
    AUTO_FOCUS: ClassVar[str | None] = None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        commands.check_methods(cls)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def on_mount(self) -> None:
        self.session.language_changed.subscribe(self, self._language_changed)
        self.session.entries_changed.subscribe(self, self.entries_changed)

    def on_unmount(self) -> None:
        self.session.language_changed.unsubscribe(self)
        self.session.entries_changed.unsubscribe(self)

    def _language_changed(self, _language: str) -> None:
        self.retranslate()

    def entries_changed(self, _entry: str) -> None:
        """Show the glossary as it is now."""
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the interface's language, keeping place, focus and choices."""
        self.refresh()

    def action_run(self, id: str) -> None:
        """Carry out a command: the way of the text that has the focus, the screen's, or the app's."""
        for owner in (self.text(), self, self.app):
            method = getattr(owner, f"do_{id}", None)
            if method is not None:
                method()
                return

    def text(self) -> TextView | RowList | None:
        """What the reading commands move: the text or list that has the focus, else the first text."""
        if isinstance(self.focused, TextView | RowList):
            return self.focused
        return next(iter(self.walk_children(TextView)), None)
