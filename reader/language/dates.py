"""Dates and numbers as CLDR has them written in a language."""

from __future__ import annotations

import atexit
import contextlib
import datetime
import json
import os
import re
import sys
from functools import cache
from pathlib import Path
from typing import Literal

from reader import __version__, storage

Length = Literal["short", "medium", "long", "full"]

MOST = 2_000
"""How many dates are kept for the next start."""

_LOCALES = {"en": "en_GB"}
"""Which English, say: the dossiers' prose is British, so its dates are “9 August 2025”."""

_PARTIAL = r"(\d{4})(?:-(\d{2}))?"


def date(iso: str, language: str, length: Length = "long") -> str:
    """An ISO 8601 date as a reader of ``language`` writes it.

    Takes a year, a year and month, a date, or a date and time with or without its zone,
    and says no more than it is given: ``2025-08`` is «август 2025 г.». What is no date
    comes back as it is.
    """
    written = _written()
    key = f"{language} {length} {iso}"
    if key not in written:
        text = _date(iso, _LOCALES.get(language, language), length)
        # Some fonts of terminals lack the narrow no-break space; the plain one is as good.
        written[key] = text.replace("\u202f", "\u00a0")
        _not_kept.append(key)
        if len(_not_kept) == 1:
            atexit.unregister(keep)
            atexit.register(keep)
    return written[key]


@cache
def _written() -> dict[str, str]:
    """Dates as they were written before: loading CLDR takes longer than a screen may."""
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
        if kept["by"] == _maker(kept["babel"]):
            return {str(key): str(text) for key, text in kept["dates"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    return {}


def _file() -> Path:
    return storage.cache_home() / "dates.json"


def _maker(babel: str) -> list[object]:
    """What the dates were written by: this program with Babel from the file ``babel``."""
    return [__version__, sys.prefix, os.stat(babel).st_mtime_ns]  # noqa: PTH116 - twice as fast


_not_kept: list[str] = []


def keep() -> None:
    """Keep the dates for the next start. Happens when the program ends, too, but for a killed one."""
    if not _not_kept:
        return
    import babel

    _not_kept.clear()
    kept = dict(list(_written().items())[-MOST:])
    with contextlib.suppress(OSError):
        file = str(babel.__file__)
        content = {"by": _maker(file), "babel": file, "dates": kept}
        storage.write_atomically(_file(), json.dumps(content, ensure_ascii=False))


def _date(iso: str, locale: str, length: Length) -> str:
    from babel import dates

    if partial := re.fullmatch(_PARTIAL, iso):
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
