"""What each painted line goes through: widths that terminals agree on, and no colour if so wished."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from reader.language.cells import is_plain


class SteadyWidths(LineFilter):
    """Paints every sign in as many cells as were measured, whatever the terminal's table."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        for text, _style, _control in segments:
            if not is_plain(text):
                from reader.tui.widgets.steady import steady

                return [Segment(steady(text), style, control) for text, style, control in segments]
        return segments


class WithoutFrames(LineFilter):
    """Leaves out lines, bars and blocks, of which a screen reader reads out the names."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        return [Segment(text.translate(_FRAMES), style, c) for text, style, c in segments]


_FRAMES = dict.fromkeys([*range(0x2500, 0x25A0), *map(ord, "◂▸")], " ")


class Colourless(LineFilter):
    """Leaves the attributes of a text: bold, dim, underlined. What has a ground is reversed.

    It is for the theme of the terminal's colours, in which only a cursor, a selection, a match
    and the like have one.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        return [
            Segment(text, _without_colour(style) if style else None, control)
            for text, style, control in segments
        ]


_REVERSED = Style(reverse=True)


@lru_cache(1024)
def _without_colour(style: Style) -> Style:
    ground = style.bgcolor
    plain = style.without_color
    return plain if ground is None or ground.is_default else plain + _REVERSED


WITHOUT_FRAMES = WithoutFrames()
STEADY_WIDTHS = SteadyWidths()
COLOURLESS = Colourless()
