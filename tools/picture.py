"""Makes the pictures of the README files from the program itself: ``make picture``.

The app runs without a terminal, on the built-in dossier and with an empty home, is sent the
keys that a person would press, and writes what it shows, once in each language.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    from textual.pilot import Pilot

    from reader.tui.app import ReaderApp

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures"
SIZE = (124, 32)
LANGUAGES = ("en", "ru")


class Typed(NamedTuple):
    """Words to type into a field, in each language: letters and ASCII, as a pilot can type them."""

    en: str
    ru: str


class Picture(NamedTuple):
    """A picture: its name, what is opened, and the keys to press."""

    name: str
    document: str
    keys: tuple[str | Typed, ...]

    def path(self, language: str) -> Path:
        """Return the file of the picture in a language."""
        return FOLDER / f"{self.name}-{language}.svg"


NOTES: tuple[str | Typed, ...] = (
    *("2", "G", "A"),
    Typed("And what does the US side say?", "А что говорит американская сторона?"),
    *("tab", Typed("ask", "узнать"), "ctrl+s"),
    *("J", "3", "G", "A"),
    Typed("Is it the meeting that Trend tells of?", "То же заседание, что и у Trend?"),
    *("tab", Typed("ask, dates", "узнать, даты"), "ctrl+s"),
    "i",
)  # fmt: skip

PICTURES = (
    Picture("reading", "report-2025-12-20", ()),
    Picture("term", "trend-2025-12-19", ("t", "t", "enter")),
    Picture("parallel", "report-charter", ("v", "v", "3", "G")),
    Picture("notes", "trend-2025-12-19", NOTES),
)


BACKGROUND = re.compile(
    r'<rect fill="(#\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"'
    r' shape-rendering="crispEdges"/>'
)


async def screens(
    document: str, language: str, keys: Sequence[str | Typed], size: tuple[int, int] = SIZE
) -> AsyncIterator[str]:
    """Yield the screen as SVG: at first, and after each of the keys or the words typed."""
    from reader.dossiers import paths
    from reader.launch import LaunchOptions
    from reader.library.collection import Collection
    from reader.tui.app import ReaderApp

    collection = Collection(paths.builtin())
    if not collection.open():
        collection.build()
    app = ReaderApp(LaunchOptions(collection, document, language=language))
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        yield self_contained(app.export_screenshot(title="reader"))
        for key in keys:
            await pilot.press(*(getattr(key, language) if isinstance(key, Typed) else (key,)))
            await settle(app, pilot)
            yield self_contained(app.export_screenshot(title="reader"))


async def take(picture: Picture, language: str) -> str:
    """Return the screen as SVG after the last key."""
    return [svg async for svg in screens(picture.document, language, picture.keys)][-1]


async def settle(app: ReaderApp, pilot: Pilot[int]) -> None:
    """Wait until the texts are read, their terms are linked, and all that is painted."""
    while app.session.collection is None or app.session.collection.matcher is None:
        await pilot.pause(0.05)
    await app.workers.wait_for_complete()
    await pilot.pause()


def self_contained(svg: str) -> str:
    """Return the picture without the fonts that it would fetch, with stable ids, and small."""
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", "monospace")
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    svg = joined(svg)
    # Some programs drop the spaces at the ends of a run of text otherwise.
    return svg.replace('class="terminal-matrix"', 'class="terminal-matrix" xml:space="preserve"')


def joined(svg: str) -> str:
    """Return the picture with neighbours of one background as one rectangle, half as large."""
    found = list(BACKGROUND.finditer(svg))
    painted: list[str] = []
    begin = end = 0.0
    before: tuple[str, str] | None = None
    for rectangle in found:
        fill, x, y, width, height = rectangle.groups()
        if (fill, y) == before and abs(float(x) - end) < 0.1:
            painted.pop()
        else:
            begin = float(x)
        before, end = (fill, y), float(x) + float(width)
        painted.append(
            f'<rect fill="{fill}" x="{begin:g}" y="{y}" width="{end - begin:g}" height="{height}"'
            ' shape-rendering="crispEdges"/>'
        )
    return svg[: found[0].start()] + "".join(painted) + svg[found[-1].end() :]


@contextlib.contextmanager
def nobodys() -> Iterator[None]:
    """Have an empty home, and no terminal that says anything of its colours."""
    with tempfile.TemporaryDirectory() as home:
        for variable in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{variable}_HOME"] = home
        for variable in ("COLORFGBG", "NO_COLOR", "TERM_PROGRAM"):
            os.environ.pop(variable, None)
        yield


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        for language in LANGUAGES:
            with nobodys():
                svg = asyncio.run(take(picture, language))
            path = picture.path(language)
            path.write_text(svg, encoding="utf-8")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
