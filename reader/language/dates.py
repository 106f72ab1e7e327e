"""Dates, numbers and names of languages as CLDR has them written in a language.

For the languages of :mod:`reader.language.cldr` that takes no Babel. For any other Babel is
loaded once, and the dates that it writes are kept in the cache for the next start.
"""

from __future__ import annotations

import atexit
import datetime
import json
import os
import re
import sys
from functools import cache
from typing import TYPE_CHECKING, Literal

from reader import __version__, storage
from reader.language import messages
from reader.language.cldr import LOCALES, babel_locale
from reader.language.sanitize import sanitize

if TYPE_CHECKING:
    from reader.caches import Cached

Length = Literal["short", "medium", "long", "full"]

MOST = 2_000
"""How many dates are kept for the next start."""

_PARTIAL = r"(\d{4})(?:-(\d{2}))?"


def date(iso: str, language: str, length: Length = "long") -> str:
    """Format an ISO 8601 date for a reader of ``language``.

    For a language that CLDR does not have, it is in the interface's. Takes a year, a year and month, a date, or a date and time with or without its zone,
    and adds nothing to it: ``2025-08`` is «август 2025 г.». Any other text is returned as it is.
    """
    language = _with_dates(language)
    if partial := re.fullmatch(_PARTIAL, iso):
        try:
            first = datetime.date(int(partial[1]), int(partial[2] or 1), 1)
        except ValueError:
            return iso
        return _month(first, language, length) if partial[2] else _year(first, language)
    try:
        moment = datetime.datetime.fromisoformat(iso)
    except ValueError:
        return iso
    if len(iso) == len("2025-12-20"):
        return _day(moment.date(), language, length)
    return _moment(moment, language, length)


def _year(first: datetime.date, language: str) -> str:
    if language in LOCALES:
        return str(first.year)
    return _cached(language, "y", first.isoformat())


def _month(first: datetime.date, language: str, length: Length) -> str:
    if locale := LOCALES.get(language):
        return locale.month(first, length)
    skeleton = "yMMMM" if length in ("long", "full") else "yMMM"
    return _cached(language, skeleton, first.isoformat())


def _day(day: datetime.date, language: str, length: Length) -> str:
    if locale := LOCALES.get(language):
        return locale.day(day, length)
    return _cached(language, length, day.isoformat())


def _moment(moment: datetime.datetime, language: str, length: Length) -> str:
    locale = LOCALES.get(language)
    time = f"{moment:%H:%M}" if locale else _cached(language, "time", f"{moment:%H:%M}")
    if (offset := moment.utcoffset()) is not None:
        time += f" ({_zone(offset)})"
    joined = locale.joined if locale else _cached(language, "joined", "")
    day = _day(moment.date(), language, length)
    return joined.replace("{0}", time).replace("{1}", day)


def _zone(offset: datetime.timedelta) -> str:
    """Format how far a clock is from UTC: UTC+4.

    Not whose clock it is: the source gives the difference alone, and Baku has it with Tbilisi, Dubai
    and others.
    """
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}{f':{rest:02}' if rest else ''}"


def _cached(language: str, what: str, value: str) -> str:
    """Format a value by Babel, or take it from the cache."""
    kept = _from_cache()
    key = f"{language} {what} {value}"
    if key not in kept:
        # Some fonts of terminals lack the narrow no-break space; the plain one is as good.
        kept[key] = _by_babel(language, what, value).replace("\u202f", "\u00a0")
        _new.append(key)
        if len(_new) == 1:
            atexit.unregister(keep)
            atexit.register(keep)
    return kept[key]


def _with_dates(language: str) -> str:
    """Return a language whose dates can be written: itself, the interface's, or English."""
    for code in (language, messages.language()):
        if code in LOCALES or _cached(code, "known", ""):
            return code
    return "en"


def _by_babel(language: str, what: str, value: str) -> str:
    locale = babel_locale(language)
    if what == "known" or locale is None:
        return str(locale or "")
    from babel import dates

    if what == "joined":
        return str(dates.get_datetime_format("medium", locale=locale)).replace("'", "")
    if what == "time":
        return dates.format_time(datetime.time.fromisoformat(value), "short", locale=locale)
    day = datetime.date.fromisoformat(value)
    if what.startswith("y"):
        return dates.format_skeleton(what, day, locale=locale)
    return dates.format_date(day, what, locale=locale)


@cache
def _from_cache() -> dict[str, str]:
    """Load what earlier runs formatted, by language, kind and value."""
    return _file().load(_decoded) or {}


def _decoded(body: bytes) -> dict[str, str]:
    return {str(key): sanitize(str(text)) for key, text in json.loads(body).items()}


def _file() -> Cached:
    import importlib.util

    from reader.caches import Cached

    spec = importlib.util.find_spec("babel")
    babel = str(spec.origin if spec else "")
    made_by = f"dates {__version__} {sys.prefix} {babel} {os.stat(babel).st_mtime_ns}"  # noqa: PTH116 - twice as fast
    return Cached(storage.cache_home() / "dates", made_by.encode(errors="replace"))


_new: list[str] = []


def keep() -> None:
    """Write newly formatted dates to the cache when the program ends."""
    if not _new:
        return
    _new.clear()
    newest = dict(list(_from_cache().items())[-MOST:])
    _file().write(json.dumps(newest, ensure_ascii=False).encode())


def number(value: float, language: str) -> str:
    """Format a number with the language's grouping of digits, and its sign before a fraction.

    For a language that CLDR does not have, it is the interface's.
    """
    language = _with_dates(language)
    if locale := LOCALES.get(language):
        return f"{value:,}".translate({ord(","): locale.group, ord("."): locale.decimal})
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=babel_locale(language), decimal_quantization=False))
