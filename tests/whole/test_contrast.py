"""Every text can be read: its contrast in every theme that has colours of its own.

It is 4.5 : 1 at least (WCAG 2, level AA), and 7 : 1 (level AAA) in the high-contrast theme. A page
behind a window is not text to read now, and is dimmed.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import get_args

import pytest
from rich.style import Style
from textual.color import Color
from textual.pilot import Pilot

from reader.tui.app import ReaderApp
from reader.tui.screens.main import MainScreen
from reader.tui.widgets import themes
from reader.tui.widgets.blocks import LIT, OPENED, Role
from reader.tui.widgets.text import selection as select
from reader.tui.widgets.text.row_painter import component_styles
from reader.tui.widgets.text_view import TextView
from tests.tui.opened import WIDE, opened, settled
from tests.tui.painted import picture
from tests.whole.test_every_command import SCREENS

COLOURED = [theme.name for theme in themes.THEMES if not theme.ansi]
LEAST = {"high-contrast": 7.0}
SPANS = (*OPENED, *LIT)
MARKS = ("hover", "current", "find", "find-current", "label", "noted", "sign")
BARS = {"cursor", "bar", "highlighted"}
"""What is not text: bars, and a background."""
_LINES = range(0x2500, 0x2600)
"""Frames, bars and arrows."""

Seen = dict[str, Style]
"""Styles that text is painted with, each with the first words painted so."""


def contrast(style: Style) -> float:
    """The ratio by WCAG 2 of a style's two colours."""
    assert style.color is not None, style
    assert style.bgcolor is not None, style
    pair = (Color.from_rich_color(colour) for colour in (style.color, style.bgcolor))
    lights = sorted(map(_light, pair))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: Color) -> float:
    parts = [part / 255 for part in colour.rgb]
    r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def too_weak(theme: str, seen: Seen) -> dict[str, float]:
    least = LEAST.get(theme, 4.5)
    ratios = {words: contrast(style) for words, style in seen.items()}
    return {words: round(ratio, 2) for words, ratio in ratios.items() if ratio < least}


def roles(view: TextView) -> Iterator[tuple[str, Style]]:
    """Every way in which a text view can paint a word, by the names of what it is."""
    styles = component_styles(view)
    chosen = view.screen.get_component_rich_style("screen--selection", partial=True)
    styles["selected"] = chosen
    texts = ["", "marker", *(role for role in get_args(Role) if role in styles)]
    assert styles.keys() - BARS <= {*texts, *SPANS, *MARKS, "selected"}, "a style without a test"
    marks = [("",), *((mark,) for mark in MARKS), ("current", "find")]
    for lit, role, span, mark, last in itertools.product(
        ("", "highlighted"), texts, ("", *SPANS), marks, ("", "selected")
    ):
        names = [name for name in (lit, role, span, *mark, last) if name]
        yield " ".join(names) or "plain", sum((styles[n] for n in names), view.rich_style)


@pytest.mark.parametrize("theme", COLOURED)
async def test_every_role_of_a_text_is_readable(theme: str) -> None:
    async with opened("en", WIDE, document="report-charter") as (app, pilot):
        app.theme = theme
        await settled(app, pilot)
        assert too_weak(theme, dict(roles(app.main.source))) == {}
        await SCREENS["entry"](app, pilot)
        await settled(app, pilot)
        view = app.screen.query_one(TextView)
        assert too_weak(theme, dict(roles(view))) == {}


def painted(app: ReaderApp, where: str) -> Iterator[tuple[str, Style]]:
    """The styles of the text of the screen in front."""
    places = app.screen._compositor.visible_widgets.items()
    front = [region.intersection(clip) for each, (region, clip) in places if each is not app.screen]
    found: dict[Style, str] = {}
    for y, row in enumerate(picture(app)):
        for x, cell in enumerate(row):
            if not cell.text.strip() or ord(cell.text[0]) in _LINES:
                continue
            if any(region.contains(x, y) for region in front):
                found[cell.style] = found.get(cell.style, "") + cell.text
    for style, text in found.items():
        yield f"{where}: {text[:30]} ({style})", style


async def looked_through(app: ReaderApp, pilot: Pilot[int]) -> Seen:
    """What every window paints, with what can happen in each."""
    seen: Seen = {}

    async def look(where: str, *keys: str) -> None:
        for key in keys:
            await pilot.press(key)
            await settled(app, pilot)
        seen.update(painted(app, where))

    async def look_selected(where: str) -> None:
        views = [view for view in app.screen.query(TextView) if len(view.block_list)]
        for view in views:
            ends = select.Point(0, 0), select.Point(len(view.block_list) - 1, 4)
            app.screen.selections = {view: select.selection(select.Range(*ends))}
            await pilot.pause()
            seen.update(painted(app, f"{where}, selected"))
        app.screen.clear_selection()

    await look("a term", "t")
    await look("found", "slash", "a", "enter", "n")
    await look("cited", "]", "enter", "x")
    await look_selected("main")
    await look("facts", "F", "t")
    await look("who says it", "W", "t")
    await look("prompt", "W", "ctrl+g")
    await look("summary", "escape", "tab")
    app.main.with_filter("group:day")
    await look("grouped")
    app.main.clear_filter()
    for severity in ("information", "warning", "error"):
        app.notify("A notice", title="Notice", severity=severity)
    await look("notices")
    app.clear_notifications()
    for name, steps in SCREENS.items():
        await steps(app, pilot)
        await look(name)
        if name != "main":
            await look_selected(name)
        if name in ("glossary", "palette"):
            await look(f"{name}, typed", "p", "r", "shift+home")
            await look(f"{name}, in vain", "q", "q", "q", "q", "q", "q")
        elif name == "new-entry":
            await look(f"{name}, wrong", "ctrl+s", "a", "shift+home")
            for _field in range(5):
                await look(name, "tab")
        elif name == "print":
            for _row in range(6):
                await look(name, "down")
        while not isinstance(app.screen, MainScreen):
            app.pop_screen()
            await pilot.pause()
    return seen


@pytest.mark.parametrize("theme", COLOURED)
async def test_whatever_a_window_paints_is_readable(theme: str) -> None:
    async with opened("en", WIDE, document="report-charter") as (app, pilot):
        app.theme = theme
        await settled(app, pilot)
        assert too_weak(theme, await looked_through(app, pilot)) == {}


async def test_in_the_terminals_own_colours_a_selection_has_two_of_them() -> None:
    async with opened("en", WIDE) as (app, pilot):
        app.theme = themes.TERMINAL.name
        await settled(app, pilot)
        chosen = app.screen.get_component_rich_style("screen--selection", partial=True)
        assert chosen.color is not None
        assert chosen.bgcolor is not None
        assert chosen.color != chosen.bgcolor
