"""A scrollable, selectable canvas for blocks of text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import events
from textual.geometry import Region, Size
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.widgets.blocks import Block
from reader.tui.widgets.line_view import LineView
from reader.tui.widgets.text import hit_testing
from reader.tui.widgets.text import selection as select
from reader.tui.widgets.text.block_list import BlockList
from reader.tui.widgets.text.layout import GUTTER, Column, Layout
from reader.tui.widgets.text.links import Numbered
from reader.tui.widgets.text.painter import Frame, Painter
from reader.tui.widgets.text.row_painter import Marks, Styles, component_styles
from reader.tui.widgets.text.viewport import BAR, Viewport


class TextCanvas(LineView, can_focus=True, inherit_bindings=False):
    """Shows a block list, a viewport and a painter, which need no widget.

    ``measure`` is the most cells that a row's text takes; the text is centred in a wider view.
    """

    DEFAULT_CSS = """
    TextCanvas { overflow: hidden hidden; }
    """

    def __init__(
        self,
        blocks: Sequence[Block] = (),
        *,
        measure: int = 78,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.measure = measure
        self.block_list = BlockList(blocks)
        self.viewport = Viewport(self.lay_out)
        self.painter = Painter()
        self._frame: Frame | None = None
        self._text_styles: Styles | None = None
        self._is_syncing = False
        self._saved_selections = select.SavedSelections()

    def viewport_moved(self) -> None:
        """Update after the mouse or Textual has moved the viewport."""
        self.sync()

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(self.block_list.items)

    @property
    def generation(self) -> int:
        """A number that changes with each text that is shown, and not with its spans."""
        return self.block_list.generation

    @property
    def in_view(self) -> range:
        """The numbers of the blocks that are in view, wholly or in part."""
        return self.viewport.in_view

    @property
    def y(self) -> int:
        """The number of the row at the top."""
        return self.scroll_offset.y

    # marks

    @property
    def marks(self) -> Marks:
        return self.painter.text.marks

    def mark(self, marks: Marks, *numbers: int) -> None:
        """Set the marks, and repaint some blocks, or everything."""
        before = self.marks
        told = marks.highlighted, marks.words
        self.painter.text.mark(marks)
        if (
            told != (before.highlighted, before.words)
            and self.is_attached
            and self.is_for_screen_reader
        ):
            self.viewport.show(self.viewport.anchor)  # words for it come or go
        if numbers:
            self.refresh_blocks(*numbers)
        else:
            self.refresh()

    def refresh_blocks(self, *numbers: int) -> None:
        layout = self.viewport.layout
        if layout is None:
            return
        for number in numbers:
            first, last = layout.first_and_last(number)
            rows = Region(0, first - self.y, self.size.width, last - first + 1)
            if visible := rows.intersection(Region(0, 0, *self.size)):
                self.refresh(visible)

    # Textual follows the viewport

    def sync(self) -> None:
        """Set Textual's scroll offset and virtual size, without scrolling."""
        viewport = self.viewport
        size = Size(self.size.width, viewport.total)
        if not viewport.rows or (size == self.virtual_size and viewport.y == self.scroll_y):
            return
        # Not by assignment, which would lay out the whole screen for some more rows.
        self.set_reactive(Widget.virtual_size, size)
        self._is_syncing = True
        self.set_reactive(Widget.scroll_target_y, float(viewport.y))
        self.scroll_y = float(viewport.y)
        self._is_syncing = False
        self.refresh()

    def resize_viewport(self) -> None:
        self.viewport.resize(self.size.width - BAR, self.size.height)

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        self._is_syncing = True
        try:
            changed = super()._size_updated(size, virtual_size, container_size, layout)
        finally:
            self._is_syncing = False
        # Here and not in on_resize, which comes after the first frame.
        self.resize_viewport()
        self.sync()
        return changed

    def lay_out(self, width: int) -> Layout:
        """Lay the blocks out in ``width`` cells."""
        blocks: Sequence[Block] = self.block_list.items
        self.painter.text.in_words = self.is_for_screen_reader
        if self.is_for_screen_reader:
            from reader.tui.widgets.text.words import in_words

            cited, words = self.marks.highlighted, self.marks.words
            blocks = [
                in_words(block, cited=block.id in cited, signs=words.get(block.id, ""))
                for block in blocks
            ]
        return Layout(Column(blocks, min(self.measure, width - GUTTER)), width)

    def lay_out_anew(self) -> None:
        """Lay the same blocks out again: what is told of them in words has changed."""
        self.viewport.show(self.viewport.anchor)
        self.sync()
        self.refresh(layout=True)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        return self.viewport.content_height(width - BAR)

    def get_content_width(self, container: Size, _viewport: Size) -> int:
        return container.width

    @property
    def allow_vertical_scroll(self) -> bool:
        """Whether Textual may scroll, though the bar is painted and not a scrollbar."""
        return self.max_scroll_y > 0

    def _scroll_to(self, *args: Any, **kwargs: Any) -> bool:
        kwargs["animate"] = False  # it takes half a second until an animated page stands still
        return super()._scroll_to(*args, **kwargs)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        if not self._is_syncing:
            self.viewport.move_to(round(new_value))
            self.viewport_moved()
        super().watch_scroll_y(old_value, self.scroll_y)

    # the pointer

    def span_at(self, event: events.MouseEvent) -> Numbered | None:
        """Return the span under the pointer, and the number of its block."""
        offset, layout = event.get_content_offset(self), self.viewport.layout
        if offset is None or layout is None:
            return None
        return hit_testing.span_at(layout, offset.x, self.viewport.y + offset.y)

    def hover(self, link: Numbered | None) -> None:
        """Mark the link that the pointer is over, or none; a sentence is not one."""
        if link is not None and link[1].kind in ("sentence", "voice"):
            link = None
        old = self.marks.hover
        if link != old:
            self.mark(self.marks._replace(hover=link), *(x[0] for x in (old, link) if x))
            self.styles.pointer = "pointer" if link else "default"

    def take_thumb(self, event: events.MouseDown) -> bool:
        """Drag the thumb from now on if the bar was pressed. Was it?"""
        offset = event.get_content_offset(self)
        if offset is None or offset.x != self.size.width - 1 or not self.viewport.thumb:
            return False
        self.screen.clear_selection()
        self.capture_mouse()
        self._drag_to(offset.y)
        return True

    def drag_thumb(self, event: events.MouseMove) -> bool:
        """Move on with the thumb if it is being dragged. Is it?"""
        if self.app.mouse_captured is not self:
            return False
        self._drag_to(event.y - self.gutter.top)
        return True

    def on_mouse_up(self) -> None:
        if self.app.mouse_captured is self:
            self.release_mouse()

    def _drag_to(self, row: int) -> None:
        self.viewport.drag_thumb(row)
        self.viewport_moved()

    # painting

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._text_styles = None
        self.painter.text.forget()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self.refresh()  # the cursor's bar, of which no style sheet knows

    def render_lines(self, crop: Region) -> list[Strip]:
        if self._text_styles is None:
            selection = self.screen.get_component_rich_style("screen--selection", partial=True)
            self._text_styles = Styles(self.rich_style, component_styles(self), selection)
        has_cursor = self.can_focus and not self.is_for_screen_reader
        self._frame = self.painter.begin(
            self.viewport, self._text_styles, self.size.width, has_cursor=has_cursor
        )
        try:
            return super().render_lines(crop)
        finally:
            self._frame = None

    def render_line(self, y: int) -> Strip:
        """Paint a row; return one with offsets while Textual looks under the pointer."""
        if self._frame is not None:
            return self.painter.paint(self._frame, y)
        return hit_testing.strip_with_offsets(
            self.viewport.layout, self.viewport.y + y, self.size.width
        )

    # the selection

    def change_selection(self, old: Sequence[Block], *, keep: bool) -> None:
        """Save what is selected in ``old`` blocks, and select what was selected in those of now.

        Without ``keep`` it is another document, and nothing is saved.
        """
        saved = self._saved_selections
        if not keep:
            saved.clear()
        if not self.is_attached:
            return
        if (selection := self.text_selection) is not None:
            saved.save(old, selection)
            self.screen.clear_selection()
        if (again := saved.take(self.block_list.items)) is not None:
            self.screen.selections = {**self.screen.selections, self: again}

    def selection_updated(self, selection: Selection | None) -> None:
        chosen = self._chosen(selection) if selection and len(self.block_list) else None
        self.mark(self.marks._replace(selected=chosen))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        if not len(self.block_list):
            return None
        return select.clean_text(self._chosen(selection), self.block_list.items), "\n"

    @property
    def selected(self) -> tuple[str, list[Block]] | None:
        """What is selected, and the blocks that it lies in; ``None`` where nothing is."""
        chosen, blocks = self.marks.selected, self.block_list.items
        if chosen is None:
            return None
        items = range(chosen.start.item, min(chosen.end.item, len(blocks) - 1) + 1)
        parts = [blocks[n] for n in items if chosen.within(n, len(blocks[n].text))]
        return (select.clean_text(chosen, blocks), parts) if parts else None

    def _chosen(self, selection: Selection) -> select.Range:
        layout = self.viewport.layout
        return select.selected(selection, self.block_list.items, layout.sides if layout else b"")
