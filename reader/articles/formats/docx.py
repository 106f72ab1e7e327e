"""The text of a Word document (DOCX, Office Open XML)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.articles.formats.archive import Archive
from reader.articles.taken import Taken, of_paragraphs
from reader.language.sanitize import sanitize_line
from reader.model import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADINGS = ("heading", "title", "заголовок", "название")
MOST_PARAGRAPHS = 50_000


def take(data: bytes, name: str) -> Taken:
    """Return the paragraphs of a document: not its notes, nor what was deleted in it."""
    archive = Archive(data, name)
    root = archive.xml("word/document.xml")
    if root is None:
        raise archive.damaged()
    paragraphs = list(_paragraphs(root))
    core = archive.xml("docProps/core.xml")
    title = _property(core, "title")
    author = _property(core, "creator")
    if not title and paragraphs and isinstance(paragraphs[0], tuple):
        title = paragraphs.pop(0)[0]
    text, laid = of_paragraphs(paragraphs, title or None, Source(author=author or None))
    return Taken(text, laid, "docx", None)


def _paragraphs(root: _Element) -> Iterator[str | tuple[str, int]]:
    for count, element in enumerate(root.iter(f"{_W}p")):
        if count > MOST_PARAGRAPHS:
            return
        # A text box is written twice, the second time for older programs.
        if next(element.iterancestors(_FALLBACK, f"{_W}p"), None) is not None:
            continue
        nodes = element.iter(*_SIGNS, f"{_W}t")
        text = "".join(_SIGNS.get(str(node.tag)) or node.text or "" for node in nodes)
        level = _level(element)
        if level and len(text) < 300:
            yield text, level
            continue
        yield from text.split("\n")


def _level(element: _Element) -> int:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    named = (style.get(f"{_W}val") or "").lower() if style is not None else ""
    if not named.startswith(_HEADINGS):
        return 0
    return int(named[-1]) if named[-1:].isdecimal() and named[-1].isascii() else 1


def _property(core: _Element | None, name: str) -> str:
    found = core.find(f"{_DC}{name}") if core is not None else None
    return sanitize_line(" ".join((found.text or "").split())[:500]) if found is not None else ""
