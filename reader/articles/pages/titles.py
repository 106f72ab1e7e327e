"""The title of a page's article: its headings and what the page calls itself are asked, and vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.articles.pages.metadata import Metadata
from reader.articles.pages.tree import Block
from reader.language.words import WORD, fold

_SEPARATORS = re.compile(r"\s+(?:[|•·»«/\\]|::|--?|[–—])+\s+|\s*(?:\|+|::|»|«)\s*")
_LONGEST = 300
_WEIGHTS = {"h1": 1.5, "statement": 1.5, "graph": 1.0, "item": 0.8, "window": 0.7, "card": 0.3}


class Named(NamedTuple):
    """The title of an article, and the site as its window is titled; either may be empty."""

    title: str
    site: str


def title(blocks: Sequence[Block], metadata: Metadata) -> Named:
    """Return the title of the article; empty where the page names none."""
    site = metadata.first("og:site_name", "application-name", "al:android:app_name")
    publishers = [name for name in (site, metadata.article.publisher) if name]
    headings = [b.text.rstrip("¶ ") for b in blocks if b.tag == "h1" and len(b.text) <= _LONGEST][
        :20
    ]
    visible = {_letters(b.text) for b in blocks if 15 < len(b.text) <= _LONGEST}
    visible.update(map(_letters, headings))
    window = _without_site(metadata.title, publishers, visible)
    asked: list[tuple[str, str]] = []
    for kind, text in (
        ("statement", metadata.article.headline),
        ("graph", metadata.first("og:title", "dc.title", "sailthru.title", "parsely-title")),
        ("item", next(iter(metadata.items.get("headline", ())), "")),
        ("card", metadata.first("twitter:title")),
    ):
        if text := _without_site(text.strip(), publishers, visible).title:
            asked.append((kind, text))
    if window.title:
        asked.append(("window", window.title))
    is_only_window = [kind for kind, _text in asked] == ["window"]
    # A window that has the name of the site alone.
    if (
        is_only_window
        and len(headings) == 1
        and len(window.title.split()) < 3 < len(headings[0].split())
    ):
        return Named(headings[0], window.site or window.title)
    if heading := _heading(headings, [text for _kind, text in asked]):
        asked.insert(0, ("h1", heading))
    votes: dict[str, float] = {}
    first: dict[str, str] = {}
    for kind, text in asked:
        key = _letters(text)
        votes[key] = votes.get(key, 0) + _WEIGHTS[kind]
        first.setdefault(key, text)
    if not votes:
        return Named(headings[0] if headings else "", window.site)
    return Named(first[max(votes, key=lambda key: votes[key])], window.site)


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
    return best[1] if best[0] >= 0.5 else ""


def _without_site(text: str, publishers: Sequence[str], visible: set[str]) -> Named:
    """Take the name of the site, or of its section, off a title."""
    if not text:
        return Named("", "")
    sites = {_letters(name) for name in publishers}
    parts = [text[start:end].strip() for start, end in _parts(text)]
    shown = [p for p in parts if _letters(p) in visible and _letters(p) not in sites]
    if len(parts) > 1 and shown and _letters(text) not in visible:
        best = max(shown, key=len)
        return Named(best, next((p for p in (parts[-1], parts[0]) if p != best), ""))
    if _letters(text) in visible:
        return Named(text, "")
    places = list(_parts(text))
    site = ""
    # Its end, or its beginning, is the site.
    while len(places) > 1 and _is_site(text[slice(*places[-1])], sites, text):
        start, end = places.pop()
        site = site or text[start:end].strip()
    while len(places) > 1 and _is_site(text[slice(*places[0])], sites, text, at_start=True):
        start, end = places.pop(0)
        site = site or text[start:end].strip()
    return Named(text[places[0][0] : places[-1][1]].strip(), site)


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
