"""The chapters of a book (EPUB): pages in the order in which the book has them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reader.articles import decoding
from reader.articles.formats.archive import Archive
from reader.articles.pages import dates, tree
from reader.articles.taken import Taken, of_paragraphs
from reader.language.sanitize import sanitize_line
from reader.model import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
MOST_CHAPTERS = 1_000
SHORTEST = 200
"""Characters of a chapter. A cover, a title page, a table of contents has less running text."""


def take(data: bytes, name: str) -> Iterator[Taken]:
    """Yield the chapters of a book that have running text; of a short book, all of it."""
    archive = Archive(data, name)
    package, folder = _package(archive)
    if package is None:
        raise archive.damaged()
    book = _property(package, "title")
    source = Source(
        publisher=_property(package, "publisher") or None,
        published=dates.moment(_property(package, "date")),
        author=_property(package, "creator") or None,
    )
    language = _property(package, "language").lower()
    chapters = [
        chapter
        for path in _spine(package, folder)
        if (chapter := _chapter(archive.read(path), name, book)) is not None
    ]
    long = [each for each in chapters if len(each.text) >= SHORTEST]
    for each in long or chapters:
        yield each._replace(laid=each.laid._replace(source=source, language=language))


def title(data: bytes, name: str) -> str | None:
    """Return the title of a book."""
    package, _folder = _package(Archive(data, name))
    return (_property(package, "title") or None) if package is not None else None


def _package(archive: Archive) -> tuple[_Element | None, str]:
    container = archive.xml(_CONTAINER)
    files = container.iter("{*}rootfile") if container is not None else iter(())
    path = next((p for file in files if (p := file.get("full-path"))), "")
    if not path:
        path = next((each for each in archive.names if each.endswith(".opf")), "")
    return archive.xml(path), posixpath.dirname(path)


def _spine(package: _Element, folder: str) -> Iterator[str]:
    items = {
        item.get("id"): item
        for item in package.iter(f"{_OPF}item")
        if "html" in (item.get("media-type") or "")
        and "nav" not in (item.get("properties") or "").split()
    }
    for count, reference in enumerate(package.iter(f"{_OPF}itemref")):
        if count >= MOST_CHAPTERS:
            return
        item = items.get(reference.get("idref"))
        if item is not None and reference.get("linear") != "no":
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))


def _chapter(data: bytes, name: str, book: str) -> Taken | None:
    if not data:
        return None
    decoded = decoding.decode(data, name)
    root = tree.parse(decoded.text)
    if root is None:
        return None
    paragraphs: list[str | tuple[str, int]] = []
    title = ""
    for block in tree.blocks_of(root).blocks:
        if block.tag in tree.HEADINGS:
            if not title and not paragraphs:
                title = block.text
            else:
                paragraphs.append((block.text, int(block.tag[1])))
        elif block.links < len(block.text):
            paragraphs.append(block.text)
    if not paragraphs:
        return None
    text, laid = of_paragraphs(paragraphs, sanitize_line(title or book)[:300])
    return Taken(text, laid, "epub", decoded.encoding, decoded.problems)


def _property(package: _Element, name: str) -> str:
    found = next(package.iter(f"{_DC}{name}"), None)
    return sanitize_line(" ".join((found.text or "").split())[:500]) if found is not None else ""
