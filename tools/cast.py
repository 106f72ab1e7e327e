"""Makes the moving pictures of the README files: ``make cast``.

The app is sent keys as for the other pictures. Of what it shows after each, one SVG is made that
plays it: a row of the screen stands in it once, however many frames have it.
"""

from __future__ import annotations

import asyncio
import re
from html import escape
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tools.picture import BACKGROUND, FOLDER, LANGUAGES, ROOT, Typed, nobodys, screens

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SIZE = (100, 28)
DOCUMENT = "trend-2025-12-19"
ROW = 24.4
"""Height of a row in what Rich exports, in units of the picture."""
STYLE = re.compile(r'style="(.*?)"')


class Step(NamedTuple):
    """A key, or words to type, and how long one sees what came of it."""

    key: str | Typed
    seconds: float


START = 2.0
STEPS = (
    Step("t", 0.8),
    Step("t", 1.0),
    Step("enter", 3.0),
    Step("escape", 0.8),
    Step("tab", 0.8),
    Step("right_square_bracket", 1.2),
    Step("enter", 3.0),
    Step("v", 1.0),
    Step("v", 3.0),
    Step("v", 0.8),
    Step("L", 3.0),
    Step("L", 0.8),
    Step("w", 1.0),
    Step(Typed("middle c", "средним к"), 3.5),
)
NAMES = {"right_square_bracket": "]", "enter": "Enter", "escape": "Esc", "tab": "Tab"}


class Frame(NamedTuple):
    """What is shown for how many seconds, and what was pressed for it."""

    svg: str
    seconds: float
    pressed: str


def path(language: str) -> Path:
    """Return the file of the moving picture in a language."""
    return FOLDER / f"cast-{language}.svg"


async def play(language: str) -> list[Frame]:
    """Return the frames in a language."""
    said = [(START, "")]
    for key, seconds in STEPS:
        name = getattr(key, language) if isinstance(key, Typed) else NAMES.get(key, key)
        said.append((seconds, name))
    shown = [svg async for svg in screens(DOCUMENT, language, [s.key for s in STEPS], SIZE)]
    return [Frame(svg, *what) for svg, what in zip(shown, said, strict=True)]


def rows(svg: str) -> list[str]:
    """Return what each row of an exported screen is painted with, as if it were the first."""
    styles = dict(re.findall(r"\.(terminal-r\d+) \{ (.*?) \}", svg))
    painted = [""] * SIZE[1]
    body = svg[svg.index('clip-path="url(#terminal-clip') :]
    for rectangle in BACKGROUND.finditer(body):
        fill, x, y, width, height = rectangle.groups()
        painted[round((float(y) - 1.5) / ROW)] += (
            f'<rect fill="{fill}" x="{x}" y="1.5" width="{width}" height="{height}"/>'
        )
    for style, x, y, length, text in re.findall(
        r'<text class="([\w-]+)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"[^>]*>(.*?)</text>',
        body,
    ):
        if text.replace("&#160;", "").strip():
            painted[round((float(y) - 18.5) / ROW)] += (
                f'<text style="{styles[style]}" x="{x}" y="20" textLength="{length}">{text}</text>'
            )
    return painted


def animated(frames: Sequence[Frame]) -> str:
    """Return the frames as one SVG that shows them one after the other, without an end.

    Where motion isn't wanted, or not known, the first stays.
    """
    first = frames[0].svg
    width, height = re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', first)[0]
    window = re.findall(r'<rect fill="#[0-9a-f]+" stroke=.*?</g>', first, re.DOTALL)[0]
    ends = list(accumulate(frame.seconds for frame in frames))
    ids: dict[str, str] = {}
    styles: dict[str, str] = {}
    shown, times = [], []
    for number, (frame, end) in enumerate(zip(frames, ends, strict=True)):
        uses = []
        for row, painted in enumerate(rows(frame.svg)):
            if painted:
                name = ids.setdefault(painted, f"r{len(ids)}")
                uses.append(f'<use href="#{name}" y="{row * ROW:.1f}"/>')
        key = escape(frame.pressed)
        shown.append(
            f'<g class="f" id="f{number}">{"".join(uses)}'
            f'<text class="key" x="{float(width) - 40:.0f}" y="-15">{key}</text></g>'
        )
        begin = 100 * (end - frame.seconds) / ends[-1]
        until = 100 * end / ends[-1]
        before = "0%{visibility:hidden}" if number else ""
        times.append(
            f"@keyframes k{number}{{{before}{begin:.3f}%{{visibility:visible}}"
            f"{until:.3f}%{{visibility:hidden}}}}\n#f{number}{{animation-name:k{number}}}"
        )

    def short(match: re.Match[str]) -> str:
        return f'class="{styles.setdefault(match[1], f"c{len(styles)}")}"'

    defined = "".join(
        f'<g id="{name}">{STYLE.sub(short, painted)}</g>\n' for painted, name in ids.items()
    )
    rules = "\n".join(f".{name}{{{rule}}}" for rule, name in styles.items())
    newline = "\n"
    return f"""<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" xml:space="preserve">
<style>
text{{font:20px monospace;white-space:pre}}
.key{{font-weight:bold;fill:#e7b65c;text-anchor:end}}
.f{{visibility:hidden}}
#f0{{visibility:visible}}
{rules}
@media (prefers-reduced-motion:no-preference){{
.f{{animation:{ends[-1]:.1f}s step-end infinite}}
{newline.join(times)}
}}
</style>
<defs>
{defined}</defs>
{window}
<g transform="translate(9, 41)">
{newline.join(shown)}
</g>
</svg>
"""


def main() -> None:
    for language in LANGUAGES:
        with nobodys():
            frames = asyncio.run(play(language))
        path(language).write_text(animated(frames), encoding="utf-8")
        print(path(language).relative_to(ROOT))


if __name__ == "__main__":
    main()
