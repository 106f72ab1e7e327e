"""What is seen of a screen behind a window, painted in a third of the time that Textual takes.

Textual has Rich render it, and makes a style for each segment. A screen has few styles.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.renderables.background_screen import BackgroundScreen
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from textual.color import Color
    from textual.css.styles import RulesMap
    from textual.style import Style as VisualStyle
    from textual.visual import RenderOptions


class Dimmed(Visual):
    """Shows what Textual's own renderable of the screen behind shows."""

    def __init__(self, behind: BackgroundScreen) -> None:
        self._behind = behind

    def __rich__(self) -> BackgroundScreen:
        return self._behind

    def render_strips(
        self, width: int, height: int | None, style: VisualStyle, options: RenderOptions
    ) -> list[Strip]:
        """Return the rows of the screen, at most ``height`` of at most ``width`` cells."""
        base, tint = style.rich_style, self._behind.color
        rows = self._behind.screen._compositor.render_strips()[:height]
        return [
            Strip([Segment(part.text, _dimmed(part.style, base, tint)) for part in row])
            for row in (row if row.cell_length <= width else row.crop(0, width) for row in rows)
        ]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width that there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the height of the screen."""
        return self._behind.screen.size.height


@lru_cache(maxsize=1024)
def _dimmed(style: Style | None, base: Style, tint: Color) -> Style:
    (segment,) = BackgroundScreen.process_segments([Segment("", style)], tint)
    return base + (segment.style or Style.null())
