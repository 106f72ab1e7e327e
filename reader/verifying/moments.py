"""Whether a time of a claim is one of its source: across precision, zones and ways of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Literal, NamedTuple

from reader.facts import calendar
from reader.facts.values import Fact

Answer = Literal["yes", "no", "unknown"]

SOME_DAYS = ("2001-03-14", "2010-10-19")
"""Two days of publication, where none is known: what is alike for both doesn't depend on it."""
_DAY = 24 * 60
_PARTS = {"NI": (0, 6), "MO": (6, 12), "AF": (12, 18), "EV": (18, 24)}
_UNITS = (
    (re.compile(r"(\d{4})-Q([1-4])"), "quarter"),
    (re.compile(r"(\d{4})-H([12])"), "half"),
    (re.compile(r"(\d{4})-(WI|SP|SU|FA)"), "season"),
    (re.compile(r"(\d{4})-(\d\d)"), "month"),
    (re.compile(r"()(\d{3})X"), "decade"),
    (re.compile(r"()(\d\d)XX"), "century"),
    (re.compile(r"(?:FY)?(\d{4})()"), "year"),
)
_DURATION = re.compile(
    r"P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?"
)
_YEAR_NAMED = re.compile(
    r"(?<!\d)\d{4}(?!\d)|\d0[-’'‑]|[’'‘]\d0s|\d\d\.\d\d\.\d\d|\d/\d+/\d\d|XX|XIX|XVIII"
)
_NIGHT = re.compile(r"night|ноч|ніч", re.IGNORECASE)
_SIZES = {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year"}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_WHOLE = {"months": (12,), "minutes": (7 * _DAY, _DAY, 60)}
"""What a length is rounded to: whole years; weeks, days or hours."""


class Span(NamedTuple):
    """Minutes from the first day of the calendar; ``None`` for an end that is open."""

    start: int | None
    end: int | None


class Moment(NamedTuple):
    """A time in the form in which it is compared."""

    fact: Fact
    value: str
    span: Span | None
    ends: tuple[Span, ...]
    """Of a range: what it is from, and what it is to."""
    size: tuple[str, float] | None
    """Of a duration: months or minutes."""
    utc: Span | None
    """Of a time of day whose zone is known."""
    dated: bool
    """It names its year."""
    relative: bool
    """It counts from a day of publication that is not known."""
    adrift: bool
    """It doesn't name its year, and no publication is known that tells it."""


def moment(fact: Fact, *, relative: bool = False, published: bool = True) -> Moment:
    """Return a time that was found, ready to be compared; ``published``: when is known."""
    value = str(fact.value or "")
    dated = _YEAR_NAMED.search(fact.text) is not None
    first, slash, second = value.partition("/")
    ends = tuple(span for end in (first, second) if (span := span_of(end))) if slash else ()
    span = _between(first, second) if slash else span_of(value)
    return Moment(
        fact,
        value,
        span,
        ends,
        size_of(value),
        _in_utc(value, span),
        dated,
        relative,
        not dated and not published,
    )


@lru_cache(4096)
def span_of(value: str) -> Span | None:
    """Return the minutes of a point in time; ``None`` for what is none, such as a duration."""
    if found := re.match(r"(\d{4})-(\d\d)-(\d\d)(?:T(.*))?$", value):
        try:
            start = date(*map(int, found.group(1, 2, 3))).toordinal() * _DAY
        except ValueError:
            return None
        return _in_day(start, found[4] or "")
    if found := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        try:
            start = date.fromisocalendar(int(found[1]), int(found[2]), 1).toordinal() * _DAY
        except ValueError:
            return None
        return Span(start, start + 7 * _DAY)
    for pattern, unit in _UNITS:
        if found := pattern.fullmatch(value):
            return _unit(unit, found[1], found[2])
    return None


def _in_day(start: int, clock: str) -> Span:
    if clock in _PARTS:
        first, last = _PARTS[clock]
        return Span(start + first * 60, start + last * 60)
    if found := re.match(r"(\d\d):(\d\d)", clock):
        at = start + int(found[1]) * 60 + int(found[2])
        return Span(at, at + 1)
    return Span(start, start + _DAY)


def _unit(unit: str, year: str, part: str) -> Span | None:
    if unit == "season":
        number = calendar.season(part, int(year))
    elif unit in ("decade", "century"):
        number = int(part)
    elif unit == "year":
        number = int(year)
    else:
        number = int(year) * calendar.PER_YEAR[unit] + int(part) - 1
    first, last = calendar.first_day(unit, number), calendar.first_day(unit, number + 1)
    if first is None or last is None:
        return None
    return Span(first.toordinal() * _DAY, last.toordinal() * _DAY)


def _between(first: str, second: str) -> Span | None:
    a, b = span_of(first), span_of(second)
    if a is None and b is None:
        return None
    return Span(a.start if a else None, b.end if b else None)


@lru_cache(4096)
def size_of(value: str) -> tuple[str, float] | None:
    """Return the length of a duration, in months or in minutes."""
    found = _DURATION.fullmatch(value)
    if found is None or len(value) < 3:
        return None
    years, months, weeks, days, hours, minutes, seconds = (float(v or 0) for v in found.groups())
    if years or months:
        return "months", years * 12 + months
    return "minutes", (weeks * 7 + days) * _DAY + hours * 60 + minutes + seconds / 60


def _in_utc(value: str, span: Span | None) -> Span | None:
    if span is None or not re.search(r"T\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$", value):
        return None
    try:
        at = datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    start = at.toordinal() * _DAY + at.hour * 60 + at.minute
    return Span(start, start + 1)


def is_borne_out(claimed: Moment, known: Sequence[Moment], published: str | None) -> Answer:
    """Tell whether a time of a claim is among those of its source, or contains one of them.

    ``published``: the day of publication, ISO 8601, which is known of every paragraph.
    """
    told = _published(published)
    if any(_same(claimed, each, told or _published(SOME_DAYS[0])) for each in known):
        return "yes"
    if len(claimed.ends) == 2 and all(
        any(_ends_so(end, other, claimed, each) for each in known for other in _points(each))
        for end in claimed.ends
    ):
        return "yes"
    if told is not None and claimed.span is not None and _holds_publication(claimed, told):
        return "yes"
    if claimed.relative and any(not each.relative and each.span for each in known):
        return "unknown"
    if claimed.value.startswith("R/") and any(each.fact.precision == "set" for each in known):
        return "no"
    if claimed.value.startswith("R/"):
        return "unknown"  # hourly pay is so much an hour
    if claimed.relative or not claimed.span or not claimed.dated:
        return "no"
    if any(each.relative for each in known) and not any(_is_other(claimed, each) for each in known):
        return "unknown"
    if claimed.fact.precision in _YEARS and not any(each.dated for each in known):
        return "unknown" if any(each.adrift and each.span for each in known) else "no"
    return "no"


def _is_other(claimed: Moment, known: Moment) -> bool:
    """Tell whether a time stands where the claim has another: both say until, or since, which year."""
    if not known.dated or known.relative or not len(claimed.ends) == len(known.ends) == 1:
        return False
    sides = [each.span is not None and each.span.start is None for each in (claimed, known)]
    return sides[0] == sides[1] and claimed.fact.precision == known.fact.precision


def nearest(claimed: Moment, known: Sequence[Moment]) -> list[Fact]:
    """Return the times of the source that the claimed one may stand for, the likeliest first."""

    def distance(each: Moment) -> tuple[bool, bool]:
        return (claimed.size is None) != (
            each.size is None
        ), claimed.fact.precision != each.fact.precision

    return [each.fact for each in sorted(known, key=distance)]


def _published(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _holds_publication(claimed: Moment, published: date) -> bool:
    """Tell whether the day of publication lies in a time of a claim, which names no edge of it."""
    if claimed.ends or claimed.fact.mod:
        return False
    assert claimed.span is not None
    at = published.toordinal() * _DAY
    start, end = claimed.span
    return start is not None and end is not None and start <= at and at + _DAY <= end


def _same(claimed: Moment, known: Moment, published: date | None) -> bool:
    if claimed.value and claimed.value == known.value and claimed.relative == known.relative:
        return not _against(claimed.fact, known.fact)
    if claimed.size is not None and known.size is not None:
        return claimed.size == known.size or _rounds(claimed, known)
    if claimed.size is not None or known.size is not None:
        return _counted(claimed, known, published)
    if _nights(claimed, known):
        return True
    if claimed.utc is not None and known.utc is not None:
        return claimed.utc == known.utc
    if claimed.relative != known.relative or _against(claimed.fact, known.fact):
        return False
    ours = claimed.ends if len(claimed.ends) == 1 else (claimed.span,)
    return any(_alike(a, b, claimed, known) for a in ours if a is not None for b in _points(known))


def _nights(claimed: Moment, known: Moment) -> bool:
    """Tell whether two times are one night: Tuesday night, and the one before Wednesday."""
    if (
        claimed.relative != known.relative
        or not claimed.fact.precision == known.fact.precision == "part-of-day"
    ):
        return False
    if not (_NIGHT.search(claimed.fact.text) and _NIGHT.search(known.fact.text)):
        return False
    if claimed.span is None or known.span is None:
        return False
    first, second = claimed.span.start, known.span.start
    return first is not None and second is not None and abs(first - second) <= _DAY - 6 * 60


def _rounds(claimed: Moment, known: Moment) -> bool:
    """Tell whether «nearly seven hours» are six hours and 45 minutes, rounded to whole hours."""
    if not claimed.fact.approx or known.fact.approx:
        return False
    assert claimed.size is not None
    assert known.size is not None
    sort, ours = claimed.size
    theirs = known.size[1]
    if sort != known.size[0]:
        return False
    unit = next((unit for unit in _WHOLE[sort] if ours % unit == 0), 0)
    return bool(unit) and theirs % unit != 0 and unit * round(theirs / unit) == ours


def _points(moment: Moment) -> Iterator[Span]:
    """Yield the spans that a time names: its own, and each end of a range."""
    if moment.span is not None:
        yield moment.span
    yield from moment.ends


def _alike(ours: Span, theirs: Span, claimed: Moment, known: Moment) -> bool:
    # A range says where it begins and ends: it contains much that it doesn't say.
    both_open = len(claimed.ends) == len(known.ends) == 1 and theirs in known.ends
    edge = claimed.ends and not both_open
    fits = _equal if edge else _contains
    if fits(ours, theirs):
        return True
    if claimed.dated and known.dated:
        return False
    return any(fits(ours, moved) for moved in _moved(theirs, known, claimed))


def _ends_so(end: Span, other: Span, claimed: Moment, known: Moment) -> bool:
    """Tell whether an end of a range is a time of the source, whose year neither may name."""
    if _contains(end, other):
        return True
    if claimed.dated or known.dated:
        return False
    return any(_contains(end, moved) for moved in _moved(other, known, claimed))


def _equal(ours: Span, theirs: Span) -> bool:
    return ours == theirs


def _moved(span: Span, known: Moment, claimed: Moment) -> Iterator[Span]:
    """Yield the spans that a time without its year may be as well.

    What two sentences say of one day may be read as days of two years, or weeks, by the tense of their
    verbs. Where no publication is known, neither is the year.
    """
    if span.start is None or span.end is None or (claimed.dated and not known.adrift):
        return
    words = known.fact.text + claimed.fact.text
    if known.fact.precision == claimed.fact.precision == "day" and not re.search(r"\d", words):
        for days in (-7, 7):
            yield Span(span.start + days * _DAY, span.end + days * _DAY)
    elif re.search(r"\d", words) or known.fact.precision in _NAMED:
        years = {-1, 1}
        if known.adrift and claimed.span is not None and claimed.span.start is not None:
            if claimed.fact.precision in _YEARS:
                return  # any day is in some year
            first, second = (
                date.fromordinal(at // _DAY).year for at in (span.start, claimed.span.start)
            )
            years.add(second - first)
        for each in years:
            moved = [_in_year(edge, each) for edge in (span.start, span.end)]
            if None not in moved:
                yield Span(*moved)


_YEARS = frozenset(("year", "decade", "century", "fiscal-year"))
_NAMED = frozenset(("month", "quarter", "half", "season", "time", "part-of-day"))
"""Precisions of times that may be named without a figure."""


def _in_year(minute: int, years: int) -> int | None:
    day, rest = divmod(minute, _DAY)
    try:
        at = date.fromordinal(day)
        return at.replace(year=at.year + years).toordinal() * _DAY + rest
    except ValueError:
        return None


def _contains(ours: Span, theirs: Span) -> bool:
    """Tell whether a span of a claim says no more than one of its source."""
    if ours == theirs:
        return True
    first, last = ours
    start, end = theirs
    if first is None or last is None or start is None or end is None:
        return False
    return first <= start and end <= last


_OPPOSED = {
    ("start", "end"),
    ("end", "start"),
    ("start", "mid"),
    ("mid", "start"),
    ("mid", "end"),
    ("end", "mid"),
}


def _against(claimed: Fact, known: Fact) -> bool:
    """Tell whether the beginning of a month stands for its end."""
    return (claimed.mod, known.mod) in _OPPOSED


def _counted(claimed: Moment, known: Moment, published: date | None) -> bool:
    """Tell whether «in three months» is «within three months», or the month that this leads to."""
    if claimed.fact.unit == "yr" or known.fact.unit == "yr":
        return False
    point, length = (claimed, known) if known.size is not None else (known, claimed)
    assert length.size is not None
    if length.size[1] == 0:
        return False
    for value in point.value.split("/"):
        if (reckoned := _from_publication(value, published)) is None:
            continue
        months, minutes = reckoned
        if length.size in (("months", months), ("minutes", minutes)):
            return True
        # «Thirteen months earlier» is a point that is counted back.
        back = (("months", -(months or 0)), ("minutes", -(minutes or 0)))
        if not point.dated and length.size in back:
            return True
    return False


def _from_publication(value: str, published: date | None) -> tuple[int | None, int | None] | None:
    """Return how many months, and minutes, a point lies from publication, in its own unit."""
    if published is None:
        return None
    span = span_of(value)
    if span is None or span.start is None or span.end is None:
        return None
    first = date.fromordinal(span.start // _DAY)
    length = (span.end - span.start) // _DAY
    months = (first.year - published.year) * 12 + first.month - published.month
    if length <= 1:
        days = first.toordinal() - published.toordinal()
        return (months if first.day == published.day else None), days * _DAY
    if length == 7:
        weeks = calendar.index("week", first) - calendar.index("week", published)
        return None, weeks * 7 * _DAY
    if length <= 31:
        return months, None
    return (first.year - published.year) * 12, None
