"""What texts and lists have in common: lines that go straight to the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.scroll_view import ScrollView
else:
    ScrollView = object


class LineView(ScrollView):
    """A scroll view that paints every line itself, in the theme's colours, by ``render_line``.

    It and what is built on it becomes a widget only where a class names ``ScrollView`` as its last base:
    Textual goes through bindings, styles and reactives of every class that is a widget.

    On Textual's way from such a line to the screen, paddings, tints, outlines and opacity are looked up
    anew for each one, which takes longer than painting it. Here borders at the top and at the left are
    allowed for; a view that is given any other box goes Textual's way.
    """

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Without the filter that finds true colours for the terminal's sixteen: a theme has the ones or
        the others."""
        filters = super().get_line_filters()
        return [filter for filter in filters if not isinstance(filter, ANSIToTruecolor)]

    def render_lines(self, crop: Region) -> list[Strip]:
        top, right, bottom, left = self.gutter
        if right or bottom or self.styles.padding or left > 1:
            return super().render_lines(crop)
        width = self.region.width
        strips: list[Strip] = []
        if crop.y < top:
            strips = super().render_lines(Region(0, crop.y, width, min(top, crop.bottom) - crop.y))
        edge: list[Segment] = []
        if left:
            edge = [next(iter(super().render_lines(Region(0, top, width, 1))[0]))]
        filters, (_under, background) = self.get_line_filters(), self.background_colors
        inside, ground = width - left, self.rich_style
        for y in range(max(0, crop.y - top), crop.bottom - top):
            strip = self.render_line(y).adjust_cell_length(inside, ground)
            for filter in filters:
                strip = strip.apply_filter(filter, background)
            strips.append(Strip([*edge, *strip], width) if left else strip)
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips
