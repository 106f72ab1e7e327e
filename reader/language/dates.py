"""Dates and numbers as CLDR has them written in a language."""

from __future__ import annotations

import datetime
import re
from typing import Literal

Length = Literal["short", "medium", "long", "full"]

_LOCALES = {"en": "en_GB"}
"""Which English, say: the dossiers' prose is British, so its dates are “9 August 2025”."""

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?")


def date(iso: str, language: str, length: Length = "long") -> str:
    """An ISO 8601 date as a reader of ``language`` writes it.

    Takes a year, a year and month, a date, or a date and time with or without its zone,
    and says no more than it is given: ``2025-08`` is «август 2025 г.». What is no date
    comes back as it is.
    """
    # Some fonts of terminals lack the narrow no-break space; the plain one is as good.
    return _date(iso, _LOCALES.get(language, language), length).replace("\u202f", "\u00a0")


def _date(iso: str, locale: str, length: Length) -> str:
    from babel import dates

    if partial := _PARTIAL.fullmatch(iso):
        try:
            first = datetime.date(int(partial[1]), int(partial[2] or 1), 1)
        except ValueError:
            return iso
        skeleton = ("yMMMM" if length in ("long", "full") else "yMMM") if partial[2] else "y"
        return dates.format_skeleton(skeleton, first, locale=locale)
    try:
        moment = datetime.datetime.fromisoformat(iso)
    except ValueError:
        return iso
    day = dates.format_date(moment, length, locale=locale)
    if len(iso) == len("2025-12-20"):
        return day
    time = dates.format_time(moment, "short", tzinfo=moment.tzinfo, locale=locale)
    if moment.tzinfo is not None:
        # The zone's offset as CLDR writes it; the name of a zone is not in the source.
        time += " " + dates.format_time(moment, "ZZZZ", tzinfo=moment.tzinfo, locale=locale)
    together = str(dates.get_datetime_format("medium", locale=locale)).replace("'", "")
    return together.replace("{0}", time).replace("{1}", day)


def number(value: int, language: str) -> str:
    """A whole number with the language's grouping of digits."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=language))
