"""Makes README's pictures from the program itself: ``make picture``.

The app runs without a terminal, on the built-in dossier and with an empty home, is sent the
keys that a person would press, and writes what it shows.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.tui.app import ReaderApp

ROOT = Path(__file__).resolve().parents[1]
SIZE = (132, 36)


class Picture(NamedTuple):
    """A picture: its file name, what is opened, in which language, and keys to press."""

    name: str
    document: str
    language: str
    keys: tuple[str, ...]


PICTURES = (
    Picture("picture-en", "report-2025-12-20", "en", ()),
    Picture("picture-ru", "trend-2025-12-19", "ru", ("t", "t", "enter")),
)


async def take(picture: Picture) -> str:
    """Return the screen as SVG."""
    from reader.dossiers import paths
    from reader.launch import LaunchOptions
    from reader.library.collection import Collection
    from reader.tui.app import ReaderApp

    collection = Collection(paths.builtin())
    if not collection.open():
        collection.build()
    app = ReaderApp(LaunchOptions(collection, picture.document, language=picture.language))
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        for key in picture.keys:
            await pilot.press(key)
            await settle(app, pilot)
        return self_contained(app.export_screenshot(title="reader"))


async def settle(app: ReaderApp, pilot: Pilot[int]) -> None:
    """Wait until the texts are read, their terms are linked, and all that is painted."""
    while app.session.collection is None or app.session.collection.matcher is None:
        await pilot.pause(0.05)
    await app.workers.wait_for_complete()
    await pilot.pause()


def self_contained(svg: str) -> str:
    """Return the picture without the fonts that it would fetch, with stable ids."""
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", "monospace")
    return re.sub(r"terminal-\d+", "terminal", svg)


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        for variable in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{variable}_HOME"] = home
        for picture in PICTURES:
            path = ROOT / "docs" / f"{picture.name}.svg"
            path.write_text(asyncio.run(take(picture)), encoding="utf-8")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
