"""The process that sets a briefing in type: JSON on standard input, a PDF on standard output.

It is one of its own so that it can be stopped: no text is so made that it holds the program up.
What it cannot set ends it with 1, and the reason as its output.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.printing import signs

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

FONTS = ("Libertinus Serif", "DejaVu Sans Mono")
"""The fonts of a briefing; both come with Typst."""
TEMPLATE = Path(__file__).with_name("briefing.typ")
ATTEMPTS = 5
"""How often the text is changed, by what Typst says about it, before it is set as it is."""

Data = Any
"""What JSON holds. Texts are under ``text``, ``head`` and ``title``."""

_NO_GLYPH = re.compile(r'the text `"((?:[^"\\`]|\\.)+)"` could not be displayed')
_FORBIDDEN = re.compile(r'the disallowed codepoint `"((?:[^"\\`]|\\.)+)"`')
_LINE = re.compile(r"__typst_py_bytes__\.typ:(\d+):")
_TEXTS = ("text", "head", "title")


def changed(data: Data, change: Callable[[str], object], keys: Sequence[str] = _TEXTS) -> Data:
    """Return a copy of ``data`` in which every text is what ``change`` makes of it."""
    if isinstance(data, dict):
        return {
            key: change(value)
            if key in keys and isinstance(value, str)
            else changed(value, change, keys)
            for key, value in data.items()
        }
    return [changed(part, change, keys) for part in data] if isinstance(data, list) else data


def typeset(data: Data) -> bytes:
    """Compile the template and the data to PDF, with the fonts that Typst brings.

    Other fonts are searched only for characters that these lack. One that no font of this
    computer has is named in its place, ‹U+4E2D›, and what stands beside it stays as it is.

    Raises ``typst.TypstError``.
    """
    import typst

    data = changed(data, signs.plain)
    system = False
    for _attempt in range(ATTEMPTS):
        try:
            return _compiled(data, system=system, standards=["ua-1"])
        except typst.TypstError as error:
            lacking = _characters(_NO_GLYPH, error.diagnostic)
            forbidden = _characters(_FORBIDDEN, error.diagnostic)
            repaired = _without_forbidden(data, forbidden)
            repaired = _with_names(repaired, lacking) if lacking else repaired
            if repaired == data and (system or not lacking):
                break  # the standard forbids something else in this text
            data, system = repaired, system or bool(lacking)
    return _compiled(data, system=system, standards=[])  # its tags are there all the same


def _compiled(data: Data, *, system: bool, standards: list[PDFStandard]) -> bytes:
    broken = changed(data, signs.breakable, ("text", "head"))
    return _pdf(
        TEMPLATE.read_bytes(), {**broken, "fonts": FONTS}, system=system, standards=standards
    )


def _pdf(source: bytes, data: Data, *, system: bool, standards: list[PDFStandard]) -> bytes:
    import typst

    return typst.compile(
        source,
        sys_inputs={"briefing": json.dumps(data, ensure_ascii=False)},
        font_paths=_fonts(system),
        ignore_system_fonts=not system,
        pdf_standards=standards,
    )


def _characters(pattern: re.Pattern[str], diagnostic: str) -> set[str]:
    return {character for found in pattern.findall(diagnostic) for character in _unescaped(found)}


def _unescaped(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), text)


def _without_forbidden(data: Data, characters: set[str]) -> Data:
    names = {ord(c): signs.named(c) for c in characters}
    return changed(data, lambda text: text.translate(names)) if names else data


def _with_names(data: Data, lacking: set[str]) -> Data:
    """Name each character that no font has; ``lacking`` are those, and what they stand beside."""
    found: dict[str, None] = {}

    def collect(text: str) -> str:
        if not lacking.isdisjoint(text):
            found.update((c, None) for c in signs.clusters(text) if not lacking.isdisjoint(c))
        return text

    changed(data, collect)
    names = _named(list(found))

    def rename(text: str) -> str:
        if lacking.isdisjoint(text):
            return text
        return "".join(names.get(cluster, cluster) for cluster in signs.clusters(text))

    if names:
        return changed(data, rename)
    # What stands before or after makes them impossible to set: letters stay, if anything can.
    apart = {ord(c): signs.named(c) for c in lacking if signs.is_mark(c) or not c.isprintable()}
    return changed(data, lambda text: text.translate(apart))


def _named(clusters: Sequence[str]) -> dict[str, str]:
    """Return what to set in place of each cluster that cannot be set as it is."""
    tried: dict[str, None] = dict.fromkeys(clusters)
    for cluster in clusters:
        tried.update(dict.fromkeys(cluster))
        tried.update((base + mark, None) for base, mark in _pairs(cluster))
    lacking = _not_set(list(tried))
    return {cluster: _renamed(cluster, lacking) for cluster in clusters if cluster in lacking}


def _pairs(cluster: str) -> Iterator[tuple[str, str]]:
    base = ""
    for character in cluster:
        if base and (signs.is_mark(character) or character == "\u200d"):
            yield base, character
        else:
            base = character


def _renamed(cluster: str, lacking: set[str]) -> str:
    """Name what makes a cluster impossible to set: characters, or marks on their letter."""
    shown, after, base = "", "", ""
    marks = 0
    for character in cluster:
        if base and (signs.is_mark(character) or character == "\u200d"):
            is_lacking = character in lacking or base + character in lacking
            if signs.is_selector(character) or character == "\u200d":
                # Nothing is seen of it: where it cannot be heeded it is left out.
                shown += "" if is_lacking or base in lacking else character
            elif is_lacking:
                after += signs.named(character)
            else:
                shown += character
                marks += 1
        else:
            shown += after + (signs.named(character) if character in lacking else character)
            after, base = "", character
    if shown + after != cluster or not marks:
        return shown + after
    # Each can be set alone and on its letter, and no font has them all.
    return cluster[0] + "".join(map(signs.named, cluster[1:]))


def _not_set(texts: Sequence[str]) -> set[str]:
    """Return those of ``texts`` that no font of this computer has whole."""
    import typst

    head = b"""#let data = json(bytes(sys.inputs.briefing))
#set document(title: "signs")
#set text(font: data.fonts)
"""
    lines = "\n\n".join(f"#text(data.texts.at({number}))" for number in range(len(texts)))
    first = head.count(b"\n") + 1
    try:
        _pdf(
            head + lines.encode(),
            {"fonts": FONTS, "texts": list(texts)},
            system=True,
            standards=["ua-1"],
        )
    except typst.TypstError as error:
        return {
            texts[(int(line) - first) // 2]
            for line in _LINE.findall(error.diagnostic)
            if int(line) >= first
        }
    return set()


@lru_cache(maxsize=2)
def _fonts(system: bool) -> Fonts:
    import typst

    return typst.Fonts(include_system_fonts=system)


def _end_with(parent: int) -> None:
    """End this process soon after the one that asked for it has ended."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def main(seconds: int, parent: int) -> int:
    """Set what standard input holds; end after ``seconds``, and when ``parent`` does."""
    signal.alarm(seconds)
    threading.Thread(target=partial(_end_with, parent), daemon=True).start()
    data = json.load(sys.stdin.buffer)
    import typst

    try:
        made = typeset(data)
    except typst.TypstError as error:
        sys.stdout.buffer.write(error.message.encode("utf-8", "backslashreplace"))
        return 1
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
