"""The base of texts and lists: lines that go straight to the screen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """A scroll view that paints every line itself by ``render_line``.

    On Textual's way from such a line to the screen, paddings, tints, outlines and opacity are
    looked up anew for each one, which takes longer than painting it. Here borders at the top and
    at the left are allowed for; a view with any other box goes Textual's way.
    """

    def __init__(
        self, *, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        self._ready: dict[int, Strip] = {}
        self._ready_at: tuple[Offset, Size] | None = None
        super().__init__(name=name, id=id, classes=classes)

    def _set_dirty(self, *regions: Region) -> None:
        # Textual comes through here with whatever changes the look of a widget.
        if regions:
            top = self.gutter.top
            for y in {y + top for region in regions for y in region.line_range}:
                self._ready.pop(y, None)
        else:
            self._ready.clear()
        super()._set_dirty(*regions)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._ready.clear()

    @property
    def is_for_screen_reader(self) -> bool:
        """Whether a screen reader is told what is shown: the app has the say."""
        return bool(getattr(self.app, "screen_reader", False))

    @property
    def reading_offset(self) -> Offset:
        """The cell of the widget at which one reads, its border included."""
        return Offset(*self.gutter.top_left)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Leave out the filter that maps true colours to the terminal's sixteen.

        A theme has the ones or the others.
        """
        filters = super().get_line_filters()
        return [filter for filter in filters if not isinstance(filter, ANSIToTruecolor)]

    def render_lines(self, crop: Region) -> list[Strip]:
        top, right, bottom, left = self.gutter
        if right or bottom or self.styles.padding or left > 1:
            return super().render_lines(crop)
        at = self.scroll_offset, self.region.size
        if at != self._ready_at:
            self._ready, self._ready_at = {}, at
        if missing := [y for y in crop.line_range if y not in self._ready]:
            self._make(missing, top, left)
        strips = [self._ready[y] for y in crop.line_range]
        if crop.column_span != (0, self.region.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _make(self, lines: Sequence[int], top: int, left: int) -> None:
        """Render lines from ``top`` on, with the left border where there is one."""
        width = self.region.width
        edge: list[Segment] = []
        if left:
            edge = list(super().render_lines(Region(0, top, width, 1))[0])[:1]
        filters, (_under, background) = self.get_line_filters(), self.background_colors
        blank = self.rich_style
        for y in lines:
            if y < top:
                self._ready[y] = super().render_lines(Region(0, y, width, 1))[0]
                continue
            strip = self.render_line(y - top).adjust_cell_length(width - left, blank)
            for filter in filters:
                strip = strip.apply_filter(filter, background)
            self._ready[y] = Strip([*edge, *strip], width) if left else strip
