"""What the mouse does in a text: links are opened, the cursor is moved, words are selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from reader.tui.widgets.text import hit_testing
from reader.tui.widgets.text import selection as select
from reader.tui.widgets.text.cursor import Cursor
from reader.tui.widgets.text.links import Numbered

if TYPE_CHECKING:
    from reader.tui.widgets.text_canvas import TextCanvas

    Base = TextCanvas
else:
    Base = object  # it is not a widget by itself, and costs Textual nothing


class MovedByMouse(Base):
    """The mouse in a text view."""

    _cursor: Cursor
    _pressed: tuple[int, int] | None = None
    """Where the button was pressed on the text; a click is the end of a selection elsewhere."""

    def clear_link(self) -> None:
        """Clear the current link, so that Enter acts on the cursor's block."""

    def open_link(self, link: Numbered) -> None:
        """Make a link current, and open it."""

    def mark_clicked(self, block_id: str) -> None:
        """Tell that the mark of a note beside a block was clicked."""

    def on_mouse_down(self, event: events.MouseDown) -> None:
        on_bar = self.take_thumb(event)
        self._pressed = None if on_bar else (event.screen_x, event.screen_y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if not self.drag_thumb(event):
            self.hover(self.span_at(event))

    def on_leave(self) -> None:
        self.hover(None)

    def on_click(self, event: events.Click) -> None:
        """Open a link, or move the cursor to a block; a double click selects a word."""
        event.prevent_default()  # Textual's own double click takes the whole text
        if self._pressed != (event.screen_x, event.screen_y):
            return  # the end of a selection
        offset, layout = event.get_content_offset(self), self.viewport.layout
        if offset is None or layout is None:
            return
        at = hit_testing.point_at(layout, offset.x, self.viewport.y + offset.y)
        if at is None:
            return
        if event.chain > 1:
            chosen = select.around(at, self.block_list[at.item].text, whole=event.chain > 2)
            self.screen.selections = {self: select.selection(chosen)}
            return
        self._cursor.set(at.item)
        beside = hit_testing.gutter_at(layout, offset.x, self.viewport.y + offset.y)
        if beside is not None and (id := self.block_list[beside.item].id) in self.marks.noted:
            self.clear_link()
            self.mark_clicked(id)
            return
        link = self.span_at(event)
        if link is None:
            self.clear_link()
            return
        self.open_link(link)
