"""What a page says of itself in its markup: meta elements, JSON-LD, microdata, links."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_LARGEST_JSON = 2**20
_MOST_SCRIPTS = 50
_MOST_ITEMS = 2_000
_MOST_TIMES = 50
_MOST_PROPERTIES = 300
_LONGEST = 2_000
"""Characters of a value; the body of an article may have more."""

_ARTICLE = re.compile(
    r"(?:Article|Posting|Report|Review|Interview|Recipe|BackgroundNews|OpinionNews)$"
)
_PAGE = re.compile(r"(?:WebPage|CreativeWork)$")


class Statement(NamedTuple):
    """An article as JSON-LD describes it; what it doesn't tell is empty."""

    headline: str = ""
    published: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    body: str = ""
    url: str = ""
    language: str = ""


class Metadata(NamedTuple):
    """The statements of a page about itself.

    ``meta`` has the contents of meta elements by their names in lower case, ``items`` the values of
    microdata by property; the first of each is first.
    """

    title: str
    language: str
    meta: Mapping[str, list[str]]
    items: Mapping[str, list[str]]
    links: Mapping[str, str]
    times: tuple[str, ...]
    article: Statement

    def first(self, *names: str) -> str:
        """Return the content of the first of these meta elements that has one."""
        for name in names:
            for value in self.meta.get(name, ()):
                if value:
                    return value
        return ""


def metadata(root: _Element) -> Metadata:
    """Collect what a parsed page says of itself."""
    meta: dict[str, list[str]] = {}
    links: dict[str, str] = {}
    times: list[str] = []
    scripts: list[str] = []
    title = ""
    for element in root.iter("meta", "link", "title", "script", "time"):
        tag = element.tag
        if tag == "meta":
            _add_meta(element, meta)
        elif tag == "link":
            for rel in (element.get("rel") or "").lower().split():
                links.setdefault(rel, element.get("href") or "")
        elif tag == "title":
            title = title or _title(element)
        elif tag == "time":
            times.append(element.get("datetime") or _line(_text(element))[:100])
        elif "ld+json" in (element.get("type") or ""):
            scripts.append(element.text or "")
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return Metadata(
        title,
        language.lower(),
        meta,
        _items_of(root),
        links,
        tuple(times[:_MOST_TIMES]),
        _article(scripts[:_MOST_SCRIPTS]),
    )


def _add_meta(element: _Element, meta: dict[str, list[str]]) -> None:
    content = _line(element.get("content") or element.get("value") or "")
    if content:
        for attribute in ("property", "name", "itemprop"):
            for name in (element.get(attribute) or "").lower().split()[:4]:
                meta.setdefault(name, []).append(content)


def _title(element: _Element) -> str:
    parent = element.getparent()
    return "" if parent is not None and parent.tag == "svg" else _line(_text(element))


def _items_of(root: _Element) -> dict[str, list[str]]:
    """Return the values of microdata by property."""
    items: dict[str, list[str]] = {}
    for element in islice(root.iterfind(".//*[@itemprop]"), _MOST_PROPERTIES):
        value = element.get("datetime") or element.get("content")
        for name in (element.get("itemprop") or "").lower().split()[:3]:
            if name != "articlebody" and (found := value or _line(_text(element))):
                items.setdefault(name, []).append(found[:_LONGEST])
    return items


def _text(element: _Element) -> str:
    parts: list[str] = []
    size = 0
    for piece in element.itertext():
        parts.append(str(piece))
        size += len(piece)
        if size > _LONGEST:
            break
    return "".join(parts)


def _line(text: str) -> str:
    return " ".join(text[: 4 * _LONGEST].split())[:_LONGEST]


def _article(scripts: list[str]) -> Statement:
    """Return what JSON-LD says of the page's article: that which says most."""
    items = [item for script in scripts for item in _items(script)]
    named = {str(item["@id"]): item for item in items if "@id" in item and len(item) > 2}
    best = Statement()
    rank = 0
    for item in items:
        kinds = item.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        kind = next((k for k in kinds if isinstance(k, str)), "")
        if any(isinstance(k, str) and _ARTICLE.search(k) for k in kinds):
            worth = 4
        elif _PAGE.search(kind):
            worth = 1
        else:
            continue
        found = _statement(item, named)
        worth = worth * 10 + sum(map(bool, found)) + 3 * bool(found.headline)
        if worth > rank:
            best, rank = found, worth
    return best


def _items(script: str) -> Iterator[dict[str, object]]:
    if len(script) > _LARGEST_JSON:
        return
    script = script.strip().strip(";")
    script = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", script
    )
    try:
        data = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return
    stack: list[tuple[object, int]] = [(data, 0)]
    count = 0
    while stack and count < _MOST_ITEMS:
        value, depth = stack.pop()
        count += 1
        if isinstance(value, list) and depth < 6:
            stack.extend((each, depth + 1) for each in reversed(value[:200]))
        elif isinstance(value, dict):
            yield value
            if depth < 6:
                inner = (value.get(key) for key in ("mainEntity", "mainEntityOfPage", "@graph"))
                stack.extend((each, depth + 1) for each in inner if isinstance(each, (list, dict)))


def _statement(item: Mapping[str, object], named: Mapping[str, dict[str, object]]) -> Statement:
    url = _string(item.get("url"))
    if not url:
        page = item.get("mainEntityOfPage")
        url = _string(page.get("@id") if isinstance(page, dict) else page)
    return Statement(
        headline=_string(item.get("headline") or item.get("name")),
        published=_string(item.get("datePublished") or item.get("dateCreated")),
        publisher=next(iter(_names(item.get("publisher"), named)), ""),
        authors=tuple(dict.fromkeys(_names(item.get("author") or item.get("creator"), named))),
        body=_string(item.get("articleBody"), 2**20),
        url=url,
        language=_string(item.get("inLanguage")).lower(),
    )


def _names(value: object, named: Mapping[str, dict[str, object]]) -> Iterator[str]:
    for each in value[:20] if isinstance(value, list) else [value]:
        name: object = each
        if isinstance(each, dict):
            known = named.get(str(each.get("@id")), {}) if "name" not in each else {}
            name = each.get("name") or known.get("name")
            if isinstance(name, list):
                yield from filter(None, map(_string, name[:20]))
                continue
        if text := _string(name):
            yield text


def _string(value: object, most: int = _LONGEST) -> str:
    if isinstance(value, list):
        value = next((each for each in value if isinstance(each, str)), "")
    if not isinstance(value, str):
        return ""
    return html.unescape(value[:most]).strip()
