"""The title of a page's article: its headings and what the page calls itself are asked, and vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.articles.pages.metadata import Metadata
from reader.articles.pages.tree import Block
from reader.language.words import WORD, fold

_SEPARATORS = re.compile(r"\s+(?:[|•·»«/\\]|::|--?|[–—])+\s+|\s*(?:\|+|::|»|«)\s*")
_LONGEST = 300
_HEADLINE = frozenset("headline title h zag zagolovok ttl heading hed".split())
_WEIGHTS = {"h1": 1.5, "statement": 1.5, "graph": 1.0, "item": 0.8, "window": 0.7, "card": 0.3}


def title(blocks: Sequence[Block], metadata: Metadata) -> str:
    """Return the title of the article; empty where the page names none."""
    site = metadata.first("og:site_name", "application-name", "al:android:app_name")
    publishers = [name for name in (site, metadata.article.publisher) if name]
    headings = [b.text for b in blocks if b.tag == "h1" and len(b.text) <= _LONGEST][:20]
    visible = {_letters(b.text): b.text for b in blocks if len(b.text) <= _LONGEST}
    asked: list[tuple[str, str]] = []
    for kind, text in (
        ("statement", metadata.article.headline),
        ("graph", metadata.first("og:title", "dc.title", "sailthru.title", "parsely-title")),
        ("item", next(iter(metadata.items.get("headline", ())), "")),
        ("window", metadata.title),
        ("card", metadata.first("twitter:title")),
    ):
        if text := _without_site(text.strip(), publishers, visible):
            asked.append((kind, text))
    if heading := _heading(headings, [text for _kind, text in asked]):
        asked.insert(0, ("h1", heading))
    votes: dict[str, float] = {}
    first: dict[str, str] = {}
    for kind, text in asked:
        key = _letters(text)
        votes[key] = votes.get(key, 0) + _WEIGHTS[kind]
        first.setdefault(key, text)
    if not votes:
        return headings[0] if headings else ""
    return first[max(votes, key=lambda key: votes[key])]


def _heading(headings: Sequence[str], others: Sequence[str]) -> str:
    """Return the heading that is most like what else names the article."""
    if not others:
        return headings[0] if headings else ""
    wanted = [_words(text) for text in others]
    rated = []
    for heading in headings:
        words = _words(heading)
        if words:
            alike = max(len(words & each) / max(1, min(len(words), len(each))) for each in wanted)
            rated.append((alike * min(1, len(words) / 3), heading))
    best = max(rated, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] >= 0.3 else ""


def _without_site(text: str, publishers: Sequence[str], visible: dict[str, str]) -> str:
    """Take the name of the site, or of its section, off a title."""
    if not text or _letters(text) in visible:
        return text
    sites = {_letters(name) for name in publishers}
    parts = list(_parts(text))
    for start, end in parts:
        part = text[start:end].strip()
        if part and _letters(part) in visible and len(part) > 15 and _letters(part) not in sites:
            return part
    # Its end, or its beginning, is the site.
    while len(parts) > 1 and _is_site(text[slice(*parts[-1])], sites, text):
        parts.pop()
    while len(parts) > 1 and _is_site(text[slice(*parts[0])], sites, text, at_start=True):
        parts.pop(0)
    return text[parts[0][0] : parts[-1][1]].strip()


def _is_site(part: str, sites: set[str], text: str, at_start: bool = False) -> bool:
    letters = _letters(part)
    if not letters or any(letters in site or site in letters for site in sites if site):
        return True
    words = part.split()
    return not at_start and len(words) <= 4 and len(part) < 0.4 * len(text)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _SEPARATORS.finditer(text):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


def _words(text: str) -> set[str]:
    return set(WORD.findall(fold(text)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))
