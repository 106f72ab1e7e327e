"""What every screen has: the commands of its parts.

``do_<id>`` carries a command out, in the text or list that has the focus, the screen, or the app.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from textual.screen import Screen

    from reader.tui.app import ReaderApp

    Base = Screen[Any]
else:
    Base = object  # it is no screen by itself, and costs Textual nothing


class CommandScreen(Base):
    """A screen that is driven by the list of commands, as which it names ``Screen`` as its last base.

    ``PARTS`` names the parts of the list that it has; ``retranslate`` puts it into the language
    that the interface has now.
    """

    PARTS: ClassVar[tuple[str, ...]] = ()
    AUTO_FOCUS: ClassVar[str | None] = None

    @property
    def reader(self) -> ReaderApp:
        return cast("ReaderApp", self.app)

    def retranslate(self) -> None:
        """Show everything in the interface's language, keeping place, focus and choices."""
        self.refresh(layout=True)
        for bar in self.walk_children(KeyBar):
            bar.refresh()

    def action_run(self, id: str) -> None:
        """Carry out a command: the way of the text that has the focus, the screen's, or the app's."""
        for owner in (self.text(), self, self.reader):
            method = getattr(owner, f"do_{id}", None)
            if method is not None:
                method()
                return

    def text(self) -> TextView | RowList | None:
        """What the reading commands move: the text or list that has the focus, else the first text."""
        if isinstance(self.focused, TextView | RowList):
            return self.focused
        return next(iter(self.walk_children(TextView)), None)
