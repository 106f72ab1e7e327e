"""CLDR data of the languages that the program comes with, shown without Babel.

Babel takes longer to import, and to load a locale, than the first frame may wait. A test holds
every entry equal to Babel's; a language that isn't here is formatted by Babel.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from babel import Locale


class LocaleData(NamedTuple):
    """Words and patterns of one language.

    A pattern is for :meth:`str.format`; its fields are named as CLDR names them.
    """

    names: Mapping[str, str]
    """Languages by their codes."""
    group: str
    """What stands between groups of three digits."""
    decimal: str
    """What stands before a fraction."""
    days: Mapping[str, str]
    """The pattern of a date by its length."""
    months: Mapping[str, str]
    """The pattern of a month of a year by its length."""
    words: Mapping[str, str]
    """In their order, with spaces between them. MMMM and MMM: months within a date; LLLL and
    LLL: months by themselves; EEEE: weekdays from Monday on."""
    joined: str
    """The pattern of a date {1} and a time {0}; times are HH:mm in each language."""

    def day(self, date: datetime.date, length: str) -> str:
        """Format a date; ``length`` is ``short``, ``medium``, ``long`` or ``full``."""
        return self._filled(self.days[length], date)

    def month(self, first: datetime.date, length: str) -> str:
        """Format a month of a year by its first day."""
        return self._filled(self.months[length], first)

    def _filled(self, pattern: str, date: datetime.date) -> str:
        numbers = {"EEEE": date.weekday()}
        words = {
            name: of.split()[numbers.get(name, date.month - 1)]
            for name, of in self.words.items()
            if name in pattern
        }
        return pattern.format(
            d=date.day,
            dd=f"{date.day:02}",
            MM=f"{date.month:02}",
            y=date.year,
            yy=f"{date.year % 100:02}",
            **words,
        )


_ENGLISH_MONTHS = (
    "January February March April May June July August September October November December"
)
_ENGLISH_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"
_UKRAINIAN_SHORT = "січ. лют. бер. квіт. трав. черв. лип. серп. вер. жовт. лист. груд."

LOCALES: Mapping[str, LocaleData] = {
    "en": LocaleData(
        names={"en": "English", "ru": "Russian", "uk": "Ukrainian"},
        group=",",
        decimal=".",
        days={
            "short": "{dd}/{MM}/{y}",
            "medium": "{d} {MMM} {y}",
            "long": "{d} {MMMM} {y}",
            "full": "{EEEE}, {d} {MMMM} {y}",
        },
        months={
            "short": "{MMM} {y}",
            "medium": "{MMM} {y}",
            "long": "{MMMM} {y}",
            "full": "{MMMM} {y}",
        },
        words={
            "MMMM": _ENGLISH_MONTHS,
            "MMM": _ENGLISH_SHORT,
            "EEEE": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        },
        joined="{1}, {0}",
    ),
    "ru": LocaleData(
        names={"en": "английский", "ru": "русский", "uk": "украинский"},
        group="\u00a0",
        decimal=",",
        days={
            "short": "{dd}.{MM}.{y}",
            "medium": "{d} {MMM} {y}\u00a0г.",
            "long": "{d} {MMMM} {y}\u00a0г.",
            "full": "{EEEE}, {d} {MMMM} {y}\u00a0г.",
        },
        months={
            "short": "{LLL} {y}\u00a0г.",
            "medium": "{LLL} {y}\u00a0г.",
            "long": "{LLLL} {y}\u00a0г.",
            "full": "{LLLL} {y}\u00a0г.",
        },
        words={
            "MMMM": (
                "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
            ),
            "MMM": "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.",
            "LLLL": (
                "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
            ),
            "LLL": "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.",
            "EEEE": "понедельник вторник среда четверг пятница суббота воскресенье",
        },
        joined="{1}, {0}",
    ),
    "uk": LocaleData(
        names={"en": "англійська", "ru": "російська", "uk": "українська"},
        group="\u00a0",
        decimal=",",
        days={
            "short": "{dd}.{MM}.{yy}",
            "medium": "{d} {MMM} {y}\u00a0р.",
            "long": "{d} {MMMM} {y}\u00a0р.",
            "full": "{EEEE}, {d} {MMMM} {y}\u00a0р.",
        },
        months={
            "short": "{LLL} {y}\u00a0р.",
            "medium": "{LLL} {y}\u00a0р.",
            "long": "{LLLL} {y}\u00a0р.",
            "full": "{LLLL} {y}\u00a0р.",
        },
        words={
            "MMMM": (
                "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада "
                "грудня"
            ),
            "MMM": _UKRAINIAN_SHORT,
            "LLLL": (
                "січень лютий березень квітень травень червень липень серпень вересень жовтень "
                "листопад грудень"
            ),
            "LLL": _UKRAINIAN_SHORT,
            "EEEE": "понеділок вівторок середа четвер пʼятниця субота неділя",
        },
        joined="{1}, {0}",
    ),
}
"""English is British, as the dossiers' prose is: “9 August 2025”."""


def babel_locale(code: str) -> Locale | None:
    """Return Babel's locale of a language such as ``pt-BR`` or ``sr_Latn``; it loads Babel.

    Of a language that CLDR has nowhere else it is that of the language without script and country;
    ``None`` where CLDR has neither.
    """
    from babel import Locale, UnknownLocaleError

    name = code.replace("-", "_")
    for known in (name, name.partition("_")[0]):
        try:
            return Locale.parse(known)
        except (UnknownLocaleError, ValueError):
            continue
    return None
