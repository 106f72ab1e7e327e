"""An app that holds one text view, and texts to put into it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from reader.tui.widgets.blocks import Block, Span
from reader.tui.widgets.text_view import TextView
from tests.tui.screens import screen_lines

WORDS = "Над старой пристанью кружили чайки, а вода у берега темнела с каждым часом."


class Shelf(App[None]):
    def __init__(self, view: TextView) -> None:
        super().__init__()
        self.view = view
        self.heard: list[Any] = []

    def compose(self) -> ComposeResult:
        yield self.view

    def on_text_view_activated(self, event: TextView.Activated) -> None:
        self.heard.append((event.block_id, event.span and event.span.target))

    def on_text_view_cursor_moved(self, event: TextView.CursorMoved) -> None:
        self.heard.append(("cursor", event.block_id))

    def on_text_view_link_changed(self, event: TextView.LinkChanged) -> None:
        self.heard.append(("link", event.link and event.link[1].target))


@asynccontextmanager
async def shown(
    blocks: Sequence[Block], size: tuple[int, int] = (60, 12), **options: Any
) -> AsyncIterator[tuple[TextView, Pilot[None]]]:
    view = TextView(blocks, **options)
    async with Shelf(view).run_test(size=size) as pilot:
        await pilot.pause()
        yield view, pilot


def heard(view: TextView) -> list[Any]:
    app = view.app
    assert isinstance(app, Shelf)
    return app.heard


def paragraphs(count: int, text: str = WORDS, **more: Any) -> list[Block]:
    return [Block(f"p{n}", f"{n} {text}", **more) for n in range(count)]


def long_text(count: int) -> list[Block]:
    """Paragraphs of very different lengths, so that every estimate is wrong."""
    return [Block(f"p{n}", f"<{n}> " + WORDS * (1 + n * 7 % 11)) for n in range(count)]


def top_line(pilot: Pilot[None]) -> str:
    return screen_lines(pilot.app)[0]


async def resize(pilot: Pilot[None], width: int, height: int) -> None:
    await pilot.resize_terminal(width, height)
    await pilot.pause()


def linked(count: int) -> list[Block]:
    return [
        Block(
            f"p{n}",
            f"Чайки и вода {n}. {WORDS}",
            spans=(Span(0, 5, "mention", "gull"), Span(8, 12, "citation", "p1")),
        )
        for n in range(count)
    ]
