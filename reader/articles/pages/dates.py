"""The day an article was published: by its page's markup, its address, or its visible text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reader.articles.pages.metadata import Metadata
from reader.articles.pages.tree import Block
from reader.language.cldr import LOCALES

_EARLIEST = 1970
_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date_published",
    "article.published",
    "article_date_original",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "cxenseparse:recs:publishtime",
    "bt:pubdate",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "date",
    "mediator_published_time",
    "published_time_telegram",
)
_LATER = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "revised")
_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*"
    r"(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$")
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d])")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-]?([01]?\d|[a-z]{3})[/-]?([0-3]?\d)(?=\D|$)")
_WRITTEN = re.compile(
    r"(?<![\w.])(?:(\d{1,2})(?:st|nd|rd|th|-?го)?[\s.,]+(?:of\s+)?([^\W\d_]{3,10})\.?,?\s+((?:19|20)\d{2})"
    r"|([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2}))(?!\d)"
)
_CUE = re.compile(
    r"publish|posted|updated|created|date|опубликован|дата|добавлен|размещен|обновлен|создан|опубліков|"
    r"\d{1,2}:\d{2}",
    re.IGNORECASE,
)


class _Time(NamedTuple):
    hour: str | None
    minute: str | None
    second: str | None
    zone: str | None


def published(metadata: Metadata, blocks: Sequence[Block], start: int, address: str) -> str | None:
    """Return the day, or the moment with its zone, in ISO 8601; ``None`` where nothing tells.

    ``start`` is the number of the block with which the article begins: a date that is only to be
    seen stands near it.
    """
    for text in _declared(metadata):
        if (found := moment(text)) is not None:
            return found
    if (day := _in_address(address)) is not None:
        return day
    if (day := _visible(blocks, start)) is not None:
        return day
    for text in (*metadata.times, *(v for name in _LATER for v in metadata.meta.get(name, ()))):
        if (found := moment(text)) is not None:
            return found
    return None


def _declared(metadata: Metadata) -> Iterator[str]:
    yield metadata.article.published
    yield from metadata.items.get("datepublished", ())
    for name in _META:
        yield from metadata.meta.get(name, ())
    if len(set(metadata.times)) == 1:
        yield metadata.times[0]


def moment(text: str) -> str | None:
    """Read a date as markup has it: ISO 8601 and what is near it, a date of mail, words."""
    text = text.strip()[:100]
    if not text:
        return None
    match = _ISO.match(text) or _COMPACT.match(text)
    if match is not None:
        year, month, day, *time = match.groups()
        return _iso(int(year), int(month), int(day), _Time(*time))
    if re.fullmatch(r"1\d{9}(?:\d{3})?", text):
        seconds = int(text[:10])
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).isoformat()
    from email.utils import parsedate_to_datetime

    if re.match(r"[A-Za-z]{3}, \d", text):
        try:
            when = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            when = None
        if when is not None:
            return when.isoformat() if when.tzinfo else when.date().isoformat()
    # “Mon Feb 24 2020 10:00:00 GMT+0100” and what a person would write.
    if match := re.search(
        r"\b([A-Z][a-z]{2}) (\d{1,2}) (?:\d{2}:\d{2}:\d{2} )?(?:[A-Z]{3,4} )?(\d{4})", text
    ):
        month = _months().get(match[1].lower())
        if month:
            return _iso(int(match[3]), month, int(match[2]))
    return next(_written(text), None)


def _iso(year: int, month: int, day: int, time: _Time | None = None) -> str | None:
    if not _EARLIEST <= year <= 2200:
        return None
    try:
        date = datetime.date(year, month, day)
        if time is None or time.hour is None or time.minute is None or time.zone is None:
            return date.isoformat()
        zone = time.zone
        zone = "+00:00" if zone in ("Z", "UTC", "GMT") else f"{zone[:3]}:{zone[-2:]}"
        text = f"{date.isoformat()}T{int(time.hour):02}:{time.minute}:{time.second or '00'}{zone}"
        datetime.datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        return None if time is None else _iso(year, month, day)
    return text


def _in_address(address: str) -> str | None:
    match = _IN_ADDRESS.search(address.lower())
    if match is None:
        return None
    month = _months().get(match[2]) if match[2].isalpha() else int(match[2])
    return _iso(int(match[1]), month, int(match[3])) if month else None


def _visible(blocks: Sequence[Block], start: int) -> str | None:
    """Return the date of a short line near the article's beginning, or at its end."""
    lines = [*reversed(blocks[max(0, start - 15) : start]), *blocks[start : start + 8]]
    short = [b.text for b in lines if len(b.text) <= 200]
    for texts in ((t for t in short if _CUE.search(t)), iter(short)):
        if (day := first_written(texts)) is not None:
            return day
    return first_written(b.text for b in blocks if len(b.text) <= 120)


def first_written(texts: Iterable[str]) -> str | None:
    """Return the first date that is written out in one of the texts."""
    for text in texts:
        if (day := next(_written(text), None)) is not None:
            return day
    return None


def _written(text: str) -> Iterator[str]:
    found: list[tuple[int, str]] = []
    for match in _WRITTEN.finditer(text):
        day, month, year = (
            (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
        )
        number = _months().get(month.lower())
        if number and (iso := _iso(int(year), number, int(day))):
            found.append((match.start(), iso))
    for match in _DOTTED.finditer(text):
        year = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
        first, second = int(match[1]), int(match[3])
        # A slash is between the month and the day of Americans, or the other way about: a day
        # that could be either is not told.
        if match[2] == "/" and first <= 12 and second <= 12 and first != second:
            continue
        if match[2] == "/" and first <= 12 < second:
            first, second = second, first
        if iso := _iso(year, second, first):
            found.append((match.start(), iso))
    for match in _ISO.finditer(text):
        if match.start() and text[match.start() - 1].isdigit():
            continue
        if iso := _iso(int(match[1]), int(match[2]), int(match[3])):
            found.append((match.start(), iso))
    found.sort()
    yield from (iso for _at, iso in found)


@cache
def _months() -> dict[str, int]:
    """Return the numbers of months by their names, long and short, in the languages of CLDR here."""
    found: dict[str, int] = {
        "sep": 9,
        "september": 9,
        "фев": 2,
        "мар": 3,
        "июн": 6,
        "июл": 7,
        "сен": 9,
        "ноя": 11,
    }
    for locale in LOCALES.values():
        for kind in ("MMMM", "MMM", "LLLL", "LLL"):
            for number, name in enumerate(locale.words.get(kind, "").split(), 1):
                found.setdefault(name.rstrip(".").lower(), number)
    return found
