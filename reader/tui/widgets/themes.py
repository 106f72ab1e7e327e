"""The colours: dark, light, high contrast, and the terminal's own sixteen.

Meaning is never carried by colour alone: mentions are underlined, the current link is
reversed, a highlighted paragraph has a bar.
"""

from __future__ import annotations

from rich.style import Style
from textual.color import Color
from textual.theme import Theme
from textual.widget import Widget

from reader.language.messages import N_
from reader.settings import AUTO

DARK = Theme(
    name="dark",
    primary="#6cb2eb",
    secondary="#8fbcbb",
    accent="#e8b65c",
    warning="#e8b65c",
    error="#e0717d",
    success="#8cc38a",
    foreground="#dcdfe4",
    background="#16191f",
    surface="#1e222a",
    panel="#2a303b",
    dark=True,
    variables={
        "foreground-muted": "#dcdfe4cc",
        "text-disabled": "auto 60%",
        "input-selection-background": "#2f5d8c",
        "input-selection-foreground": "#ffffff",
        "row-highlight": "#2b4258",
        "screen-selection-background": "#2f5d8c",
        "screen-selection-foreground": "#ffffff",
    },
)
LIGHT = Theme(
    name="light",
    primary="#1f5f99",
    secondary="#2f6f6d",
    accent="#855000",
    warning="#8a5200",
    error="#a8243c",
    success="#2c6e2f",
    foreground="#22262c",
    background="#fbfaf7",
    surface="#f2f0ea",
    panel="#e3e0d8",
    dark=False,
    variables={
        "foreground-muted": "#22262ccc",
        "text-disabled": "auto 60%",
        "input-selection-background": "#b5d3f0",
        "input-selection-foreground": "#101418",
        "row-highlight": "#cfe0f0",
        "screen-selection-background": "#b5d3f0",
        "screen-selection-foreground": "#101418",
    },
)
HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ff8080",
    success="#00ff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#303030",
    text_alpha=1.0,
    dark=True,
    variables={
        "foreground-muted": "#ffffffd9",
        "text-muted": "auto 80%",
        "text-disabled": "auto 75%",
        "input-selection-background": "#ffff00",
        "input-selection-foreground": "#000000",
        "row-highlight": "#0000a0",
        "screen-selection-background": "#ffff00",
        "screen-selection-foreground": "#000000",
    },
)
TERMINAL = Theme(
    name="terminal",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_cyan",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    accent="ansi_magenta",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    variables={
        "row-highlight": "ansi_default",
        # Textual's own style sheets name these three for a theme of the terminal's colours.
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "input-cursor-text-style": "none",
        "border-blurred": "ansi_black",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_white",
        "input-cursor-background": "ansi_white",
        "input-cursor-foreground": "ansi_black",
        "input-selection-background": "ansi_blue",
        "input-selection-foreground": "ansi_white",
        "screen-selection-background": "ansi_blue",
        "screen-selection-foreground": "ansi_white",
    },
)
THEMES = (DARK, LIGHT, HIGH_CONTRAST, TERMINAL)
NAMES = tuple(theme.name for theme in THEMES)
LABELS = {
    AUTO: N_("as the terminal’s background"),
    "dark": N_("dark"),
    "light": N_("light"),
    "high-contrast": N_("high contrast"),
    "terminal": N_("the terminal’s colours"),
}
"""What themes are called, as msgids."""
BY_NAME = {theme.name: theme for theme in THEMES}


class Palette:
    """The theme's colours on one widget's background, for what it paints itself.

    In place of component classes: those are styled anew each time their widget is, which takes
    several times as long, and before the first frame that happens three times.
    """

    def __init__(self, widget: Widget) -> None:
        self._variables = widget.app.theme_variables
        self._background = widget.background_colors[1]

    def style(
        self,
        colour: str | None = None,
        on: str | None = None,
        *,
        share: float = 1.0,
        bold: bool | None = None,
        underline: bool | None = None,
        reverse: bool | None = None,
    ) -> Style:
        """Return the style of a part in ``colour`` on the colour ``on``.

        Both are names of Textual's theme variables; what is left out is not changed. ``share`` is
        how much of ``on`` is mixed into the background.
        """
        background = self._background
        if on is not None:
            background += _colour(self._variables[on], background).multiply_alpha(share)
        mixed = background + _colour(self._variables[colour], background) if colour else None
        return Style(
            color=mixed.rich_color if mixed else None,
            bgcolor=background.rich_color if on else None,
            bold=bold,
            underline=underline,
            reverse=reverse,
        )


def _colour(variable: str, background: Color) -> Color:
    """Resolve a theme variable to a colour.

    It is a colour, or the one that is read best on ``background``, and how much of it there is
    (``auto 60%``).
    """
    name, _space, percent = variable.partition(" ")
    share = float(percent.rstrip("%")) / 100 if percent else 1.0
    if name == "auto":
        return background.get_contrast_text(share)
    return Color.parse(name).multiply_alpha(share)
