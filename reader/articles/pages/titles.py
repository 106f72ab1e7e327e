"""The title of a page's article: its headings and what the page calls itself are asked, and vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.articles.pages.metadata import Metadata
from reader.articles.pages.tree import Block
from reader.language.words import WORD, fold

_SEPARATORS = re.compile(
    r"\s+(?:[|•·»«›‹/\\│¦｜]|::|--?|[–—])+\s+|\s*(?:[|│¦｜]+|::)\s*|\s+(?:[»›]+)\s*"
)
_WEAK = re.compile(rf"{_SEPARATORS.pattern}|:\s+")
"""What may also stand between a site and a title that is to be seen by itself."""
_MOST_PARTS = 8
_LONGEST = 300
_FEWEST_WORDS = 3
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
        # A heading may begin with the rubric, in an element of its own.
        whole = _letters(heading)
        for kind, text in asked[1:]:
            letters = _letters(text)
            is_end = whole.endswith(letters) and len(letters) < len(whole)
            if is_end and kind != "window" and len(text.split()) >= _FEWEST_WORDS:
                asked[0] = ("h1", text)
                break
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
    if _letters(text) in visible:
        return Named(text, "")
    if (shown := _shown(text, sites, visible)) is not None:
        return shown
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


def _shown(text: str, sites: set[str], visible: set[str]) -> Named | None:
    """Return the longest run of parts that is to be seen on the page."""
    places = list(_parts(text, _WEAK))[:_MOST_PARTS]
    best, site = "", ""
    for first in range(len(places)):
        for last in range(first, len(places)):
            run = text[places[first][0] : places[last][1]].strip()
            letters = _letters(run)
            if len(run) > len(best) and letters in visible and letters not in sites:
                rest = places[-1] if last + 1 < len(places) else places[0]
                best, site = run, text[slice(*rest)].strip()
    return Named(best, site if site not in best else "") if best else None


def _is_site(part: str, sites: set[str], text: str, at_start: bool = False) -> bool:
    letters = _letters(part)
    if not letters or any(letters in site or site in letters for site in sites if site):
        return True
    words = part.split()
    return not at_start and len(words) <= 4 and len(part) < 0.4 * len(text)


def _parts(text: str, separators: re.Pattern[str] = _SEPARATORS) -> Iterator[tuple[int, int]]:
    at = 0
    for match in separators.finditer(text):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


def _words(text: str) -> set[str]:
    return set(WORD.findall(fold(text)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))
