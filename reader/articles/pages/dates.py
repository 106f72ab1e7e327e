"""The day an article was published: by its page's markup, its address, or its visible text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from reader.articles.pages.metadata import Metadata
from reader.articles.pages.tree import Page
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
_DATE_NAME = re.compile(r"pub[a-z]*[_.:-]?(?:date|time)|date[_.:-]?pub|issued|(?:^|[_.:-])date$")
_NOT_PUBLISHED = re.compile(r"modif|updat|expir|valid|copyright|revis|crawl|event|birth|start|end")
_FAR = 25
"""Blocks between the beginning of the article and a date in markup that may be its own."""
_LATER = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "revised")
_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*"
    r"(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$")
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d])")
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d{2})(?:([-/])([01]?\d|[a-z]{3})\2([0-3]?\d)|()([01]\d)([0-3]\d))(?=\D|$)"
)
_DAY_IN_ADDRESS = re.compile(
    r"(?<!\d)(20[0-3]\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)"
)
_DAY_FIRST_IN_ADDRESS = re.compile(
    r"(?<!\d)(0[1-9]|[12]\d|3[01])([-_.])(0[1-9]|1[0-2])\2(20[0-3]\d)(?!\d)"
)
_MONTH_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})/(0[1-9]|1[0-2])(?=/)")
_ARCHIVED = re.compile(r"^https?://[^/]+/web/\d{4,14}[a-z_]*/")
"""How an address in an archive of the web begins: with the day on which the page was kept."""
_WRITTEN = re.compile(
    r"(?<![\w.])(?:(\d{1,2})(?:st|nd|rd|th|er|-?го)?[\s.,-]+(?:(?:of|de)\s+)?([^\W\d_]{3,12})\.?,?[\s-]+"
    r"(?:(?:de|del)\s+)?((?:19|20)\d{2})"
    r"|([^\W\d_]{3,12})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+((?:19|20)\d{2}))(?!\d)"
)
_IDEOGRAPHIC = re.compile(r"((?:19|20)\d{2})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
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


def published(
    metadata: Metadata, page: Page, body: tuple[int, int], address: str, language: str = ""
) -> str | None:
    """Return the day, or the moment with its zone, in ISO 8601; ``None`` where nothing tells.

    ``body`` are the numbers of the blocks with which the article begins and ends: a date that is
    only to be seen stands near them. ``language`` is the code of the one that the page says it is in.
    """
    months = _months(language)
    address = _ARCHIVED.sub("/", address)
    named = _in_address(address, months)
    declared = list(
        dict.fromkeys(filter(None, (moment(text, months) for text in _declared(metadata))))
    )
    if declared:
        return _as_the_site_counts(declared, named, lambda: _seen(page, body, months, ""))
    if named is not None:
        return named
    month = _MONTH_IN_ADDRESS.search(address)
    within = f"{month[1]}-{month[2]}" if month else ""
    stamped = _stamped(page, body[0], months, within)
    if (day := stamped or _seen(page, body, months, within)) is not None:
        return day
    for text in (*metadata.times, *(v for name in _LATER for v in metadata.meta.get(name, ()))):
        if (found := moment(text, months)) is not None:
            return found
    return None


def _declared(metadata: Metadata) -> Iterator[str]:
    yield metadata.article.published
    yield from metadata.items.get("datepublished", ())
    for name in _META:
        yield from metadata.meta.get(name, ())
    for name, values in metadata.meta.items():
        if _DATE_NAME.search(name) and not _NOT_PUBLISHED.search(name):
            yield from values
    if len(set(metadata.times)) == 1:
        yield metadata.times[0]


def _as_the_site_counts(
    declared: Sequence[str], named: str | None, seen: Callable[[], str | None]
) -> str:
    """Return the first moment that is declared, by the clock of the site.

    In UTC an evening of America is the next day. The same moment may be declared with the site's
    zone; otherwise the day before or after counts, where the address or the page has it.
    """
    first = declared[0]
    if not first.endswith("+00:00"):
        return first
    at = datetime.datetime.fromisoformat(first)
    for other in declared[1:]:
        if "T" in other and not other.endswith("+00:00"):
            apart = datetime.datetime.fromisoformat(other) - at
            if abs(apart.total_seconds()) < 60:
                return other
    day = named or seen()
    if day is not None:
        apart_days = (datetime.date.fromisoformat(day[:10]) - at.date()).days
        if (apart_days == -1 and at.hour < 12) or (apart_days == 1 and at.hour >= 10):
            return day[:10]
    return first


def _stamped(page: Page, start: int, months: Mapping[str, int], within: str) -> str | None:
    """Return the date in the markup of what stands near the beginning of the article."""
    near = [
        (abs(stamp.before - start), found)
        for stamp in page.stamps
        if not stamp.is_change
        and start - _FAR <= stamp.before <= start + _FAR
        and (found := moment(stamp.text, months)) is not None
        and found.startswith(within)
    ]
    return min(near, default=(0, None), key=lambda pair: pair[0])[1]


def moment(text: str, months: Mapping[str, int] | None = None) -> str | None:
    """Read a date as markup has it: ISO 8601 and what is near it, a date of mail, words."""
    months = months or _months("")
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
        month = months.get(match[1].lower())
        if month:
            return _iso(int(match[3]), month, int(match[2]))
    return next(_written(text, months), None)


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


def _in_address(address: str, months: Mapping[str, int]) -> str | None:
    path = address.lower().partition("?")[0].partition("#")[0]
    if match := _IN_ADDRESS.search(path):
        name, number = (match[3], match[4]) if match[2] else (match[6], match[7])
        month = months.get(name) if name.isalpha() else int(name)
        if month and (day := _iso(int(match[1]), month, int(number))):
            return day
    if match := _DAY_IN_ADDRESS.search(path):
        return _iso(int(match[1]), int(match[3]), int(match[4]))
    match = _DAY_FIRST_IN_ADDRESS.search(path)
    # With a hyphen an American may mean the month.
    if match and (match[2] == "." or int(match[1]) > 12 or match[1] == match[3]):
        return _iso(int(match[4]), int(match[3]), int(match[1]))
    return None


def _seen(page: Page, body: tuple[int, int], months: Mapping[str, int], within: str) -> str | None:
    """Return the date of a short line near the article's beginning, or at its end.

    ``within``: the year and the month that it has to be of; empty where none are known.
    """
    blocks = page.blocks
    start, end = body
    lines = [
        *reversed(blocks[max(0, start - 15) : start]),
        *blocks[start : start + 8],
        *blocks[max(end, start + 7) + 1 : end + 9],
    ]
    short = [b.text for b in lines if len(b.text) <= 200]
    for texts in ((t for t in short if _CUE.search(t)), iter(short)):
        if (day := first_written(texts, months, within)) is not None:
            return day
    # Far from it any date may be of something else; the only one of a page is its own.
    days = {
        day
        for block in blocks
        if len(block.text) <= 120
        for day in _written(block.text, months)
        if day.startswith(within)
    }
    return days.pop() if len(days) == 1 else None


def first_written(
    texts: Iterable[str], months: Mapping[str, int] | None = None, within: str = ""
) -> str | None:
    """Return the first date that is written out in one of the texts, and is ``within`` a month."""
    for text in texts:
        for day in _written(text, months or _months("")):
            if day.startswith(within):
                return day
    return None


def _written(text: str, months: Mapping[str, int]) -> Iterator[str]:
    found: list[tuple[int, str]] = []
    for match in _WRITTEN.finditer(text):
        day, month, year = (
            (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
        )
        number = months.get(month.lower().rstrip("."))
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
    found += [
        (match.start(), iso)
        for match in _IDEOGRAPHIC.finditer(text)
        if (iso := _iso(int(match[1]), int(match[2]), int(match[3])))
    ]
    found.sort()
    yield from (iso for _at, iso in found)


@cache
def _months(language: str) -> Mapping[str, int]:
    """Return the numbers of months by their names, long and short, in the program's languages.

    And in ``language``, the code of another, as far as CLDR knows it.
    """
    found: dict[str, int] = {
        "sep": 9,
        "sept": 9,
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
    for other in (language,) if language else _OTHERS:
        for number, name in _named_months(other) if other not in LOCALES else ():
            found.setdefault(name.rstrip(".").lower(), number)
    return found


_OTHERS = ("de", "fr", "es", "it", "pt", "nl", "pl", "tr", "az")
"""Languages of which dates are read on a page that doesn't say which it is in."""


def _named_months(language: str) -> Iterator[tuple[int, str]]:
    if not re.fullmatch("[a-z]{2,3}", language):
        return
    from copy import deepcopy

    from babel import localedata

    if not localedata.exists(language):
        return
    # A copy: what one language leaves to the root of all, Babel writes into that as it finds it,
    # and other languages have it then.
    names = localedata.LocaleDataDict({"months": deepcopy(localedata.load(language)["months"])})
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from names["months"][context][width].items()
