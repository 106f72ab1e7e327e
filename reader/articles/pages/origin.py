"""Whose article a page has: its publisher, who wrote it, its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urljoin, urlsplit

from reader.articles.pages import dates, phrases
from reader.articles.pages.metadata import Metadata
from reader.articles.pages.tree import Block

_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,3}$")
_BY = re.compile(
    r"(?:by|written by|story by|автор(?:ы)?(?: (?:статьи|текста|материала))?|текст|подготовил[аи]?|автор публикации)\s*[:—–]?\s+(.{3,80})$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|copyright|\(c\))[\s,]*(?:copyright\s*)?(?:(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)?\d\d))?)?[\s,.:]*"
    r"([^.,|©•·\d\n]{2,50})",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:no author|admin|editor|unknown|none|null|редакция|администратор)$", re.IGNORECASE
)
_CREDIT = re.compile(
    r"(?:photo|photograph|image|video|illustration|graphic|editing|edited|translat\w+|фото\w*|видео|иллюстраци\w+|"
    r"снимок|редактор|редактировал[аи]?|перев[её]л[аи]?|перевод|корректор|верстка)\b(?:\s+(?:by|на видео))?\s*[:—–/]",
    re.IGNORECASE,
)
"""Who had another part in it than to write it."""
_ADDRESS = re.compile(r"(?:https?://\S+|www\.\S+|\S+@\S+\.\w+)\s*[|,;/]?\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[|•·/]\s*|\s+[—–-]\s+|,\s+")
_BELOW = 8
"""Blocks below the text among which a source is looked for."""
_PICTURED = frozenset("caption figure photo image picture legend credit".split())
_NEAR = 15
"""Blocks before the text among which a byline is looked for."""


def address(about: Metadata, given: str | None) -> str | None:
    """Return the address of an article: the one the page gives, else where it was found."""
    for found in (
        about.links.get("canonical", ""),
        about.first("og:url"),
        about.article.url,
        about.first("twitter:url", "parsely-link", "mainentityofpage"),
        given or "",
    ):
        whole = found
        try:
            if given and found:
                whole = urljoin(given, found)
            parts = urlsplit(whole)
            # The front page, which some sites have as the canonical address of everything.
            is_whole = parts.scheme in ("http", "https") and bool(parts.hostname)
        except ValueError:
            continue
        if is_whole and (found == given or parts.path.strip("/") or parts.query):
            return whole
    return None


def publisher(about: Metadata, site: str, blocks: Sequence[Block], url: str | None) -> str | None:
    """Return who published an article, by the page's markup, its window, its foot, its address."""
    names: tuple[str, ...] = (
        about.article.publisher,
        about.first(
            "og:site_name",
            "article:publisher_name",
            "publisher",
            "dc.publisher",
            "dcterms.publisher",
        ),
        *about.items.get("publisher", ())[:1],
        about.first("application-name", "apple-mobile-web-app-title"),
        site if len(site) <= 50 else "",
        _copyright(blocks),
    )
    for name in names:
        if name.strip() and "://" not in name and len(name) <= 100:
            return name.strip()
    return _host(url) if url else None


def _host(url: str) -> str | None:
    host = urlsplit(url).hostname
    return host.removeprefix("www.") if host else None


def _copyright(blocks: Sequence[Block]) -> str:
    for block in reversed(blocks[-25:]):
        if len(block.text) < 300 and (match := _COPYRIGHT.search(block.text)):
            name = match[1].strip(' «»"“”-–—')
            if name[:1].isupper() and not re.match(r"all rights|все права", name, re.IGNORECASE):
                return name
    return ""


def author(about: Metadata, blocks: Sequence[Block], start: int, named: str | None) -> str | None:
    """Return who wrote an article; ``None`` where nobody is named, or only the publisher."""
    stated = (
        *about.article.authors,
        *(about.items.get("author", ())[:1] if not about.article.authors else ()),
    ) or (
        about.first(
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "mediator_author",
        ),
    )
    authors = [name for name in map(_clean, stated) if name and name != named]
    if not authors:
        authors = list(_bylines(blocks, start))[:1]
    return ", ".join(dict.fromkeys(authors)) or None


def around(blocks: Sequence[Block], start: int, end: int) -> Iterator[str]:
    """Yield the lines right above and below an article, whose blocks are ``start`` to ``end``."""
    for block in (*blocks[max(0, start - _NEAR) : start], *blocks[start : end + _BELOW]):
        if block.tag != "figcaption" and not block.node.words & _PICTURED:
            yield block.text


def _clean(name: str) -> str:
    name = _ADDRESS.sub("", " ".join(name.split()))
    if match := _BY.match(name):
        name = match[1].strip()
    if (
        _CREDIT.match(name)
        or len(name) > 120
        or _NOBODY.match(name)
        or not any(map(str.isalpha, name))
    ):
        return ""
    return name


def _bylines(blocks: Sequence[Block], start: int) -> Iterator[str]:
    """Yield the names in the lines above an article, and in those below its beginning."""
    for block in [*reversed(blocks[max(0, start - _NEAR) : start]), *blocks[start : start + 2]]:
        if len(block.text) > 150 or phrases.is_call(block.text) or block.tag == "figcaption":
            continue
        parts = _BETWEEN.split(block.text)
        for part in parts:
            if (
                (match := _BY.match(part))
                and _NAME.match(name := match[1].strip())
                and _clean(name)
            ):
                yield name
        is_byline = bool(block.node.words & {"author", "byline", "avtor"})
        if is_byline or dates.first_written([block.text]) is not None:
            for part in parts:
                if _NAME.match(part) and part == part.title() and _clean(part):
                    yield part
