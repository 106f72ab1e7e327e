"""A web page becomes an article."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from reader.articles.pages import body, dates, metadata, titles, tree


class Extracted(NamedTuple):
    """An article as its page has it; what the page doesn't tell is ``None``."""

    title: str | None
    paragraphs: tuple[str, ...]
    language: str
    """The language that the page declares; empty where it declares none."""
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    blocks: tuple[tree.Block, ...] = ()


def extract(text: str, address: str | None = None) -> Extracted:
    """Return the article of a page; ``address`` is where the page was found, if that is known."""
    root = tree.parse(text)
    if root is None:
        return Extracted(None, (), "")
    about = metadata.metadata(root)
    page = tree.blocks_of(root)
    title = titles.title(page.blocks, about)
    found = body.body(page, title or None, about.article.body)
    url = _url(about, address)
    start = found[0].index if found else 0
    return Extracted(
        title or None,
        tuple(block.text for block in found),
        about.language or about.article.language,
        dates.published(about, page.blocks, start, url or address or ""),
        _publisher(about),
        _author(about),
        url,
        tuple(found),
    )


def _url(about: metadata.Metadata, address: str | None) -> str | None:
    for found in (
        about.links.get("canonical", ""),
        about.first("og:url"),
        about.article.url,
        about.first("twitter:url", "parsely-link"),
        address or "",
    ):
        if not found:
            continue
        whole = urljoin(address, found) if address else found
        try:
            parts = urlsplit(whole)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname and not re.search(r"\s", whole):
            return whole
    return None


def _publisher(about: metadata.Metadata) -> str | None:
    return (
        about.article.publisher
        or about.first("og:site_name", "article:publisher_name", "publisher", "dc.publisher", "application-name")
        or None
    )


def _author(about: metadata.Metadata) -> str | None:
    named = about.article.authors or tuple(
        name
        for name in (about.first("author", "article:author", "parsely-author", "sailthru.author", "dc.creator"),)
        if name and "://" not in name
    )
    return ", ".join(named) or None
