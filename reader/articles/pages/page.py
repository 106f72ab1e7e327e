"""A web page becomes an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.articles import attribution
from reader.articles.pages import body, dates, metadata, origin, titles, tree

_LITTLE = 0.4
"""Of the body that a page states: with less in its elements, a program would have to put it there."""


class Extracted(NamedTuple):
    """An article as its page has it; what the page doesn't tell is ``None``."""

    title: str | None
    paragraphs: tuple[str | tuple[str, int], ...]
    """A pair is a heading and its level, from 1."""
    language: str
    """The language that the page declares; empty where it declares none."""
    published: str | None = None
    """ISO 8601: a day, or a moment with its zone."""
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    via: tuple[str, ...] = ()
    """Whom it names as who it is by, or taken from; the nearest first."""


def extract(text: str, address: str | None = None) -> Extracted:
    """Return the article of a page; ``address`` is where the page was found, if that is known."""
    root = tree.parse(text)
    if root is None:
        return Extracted(None, (), "")
    about = metadata.metadata(root)
    page = tree.blocks_of(root)
    named = titles.title(page.blocks, about)
    found = body.body(page, named.title or None, about.article.body)
    url = origin.address(about, address)
    start, end = (found[0].index, found[-1].index) if found else (0, 0)
    paragraphs = tuple(_paragraphs(found))
    if sum(len(block.text) for block in found) < len(about.article.body) * _LITTLE:
        paragraphs = _stated(about.article.body)
    language = about.language or about.article.language
    publisher = origin.publisher(about, named.site, page.blocks, url)
    return Extracted(
        named.title or None,
        paragraphs,
        language,
        dates.published(
            about, page, (start, end), url or address or "", language.partition("-")[0]
        ),
        publisher,
        origin.author(about, page.blocks, start, publisher),
        url,
        attribution.named(
            [p if isinstance(p, str) else p[0] for p in paragraphs],
            origin.around(page.blocks, start, end),
            publisher,
        ),
    )


def _stated(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a body that the page states for programs, as text or as HTML."""
    if "<" in text and (root := tree.parse(text)) is not None:
        return tuple(block.text for block in tree.blocks_of(root).blocks)
    return tuple(line for line in text.splitlines() if line.strip())


def _paragraphs(blocks: Sequence[tree.Block]) -> Iterator[str | tuple[str, int]]:
    """Yield the paragraphs of blocks; the cells of a row of a table are one."""
    for row, cells in groupby(blocks, lambda b: b.node.parent if b.tag in ("td", "th") else b):
        several = list(cells)
        columns = {block.node for block in several}
        if isinstance(row, tree.Node) and 1 < len(columns) == len(several):
            yield " | ".join(block.text for block in several)
            continue
        for block in several:
            yield (block.text, int(block.tag[1])) if block.tag in tree.HEADINGS else block.text
