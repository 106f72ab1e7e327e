"""Whether a time of a claim is one of its source: across precision, zones and ways of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from reader.facts import calendar
from reader.facts.values import Fact
from reader.verifying.spans import DAY, Span, between, in_utc, size_of, span_of

Answer = Literal["yes", "no", "unknown"]

SOME_DAYS = ("2001-03-14", "2010-10-19")
"""Two days of publication, where none is known: what is alike for both doesn't depend on it."""
_YEAR_NAMED = re.compile(
    r"(?<!\d)\d{4}(?!\d)|\d0[-’'‑]|[’'‘]\d0s|\d\d\.\d\d\.\d\d|\d/\d+/\d\d|XX|XIX|XVIII"
)
_COUNTS = re.compile(
    r"\b(?:hour|days?\b|week|month|quarter|year|decade|час|дн|день|сут|недел|месяц|квартал|год|лет|полгода"
    r"|годин|тиж|міс|рок|рік)",
    re.IGNORECASE,
)
"""Units in which a point is counted from another: three months ago."""
_NIGHT = re.compile(r"night|ноч|ніч", re.IGNORECASE)
_WHOLE = {"months": (12,), "minutes": (7 * DAY, DAY, 60)}
"""What a length is rounded to: whole years; weeks, days or hours."""


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
    span = between(first, second) if slash else span_of(value)
    return Moment(
        fact,
        value,
        span,
        ends,
        size_of(value),
        in_utc(value, span),
        dated,
        relative,
        not dated and not published,
    )


def is_borne_out(claimed: Moment, known: Sequence[Moment], published: str | None) -> Answer:
    """Tell whether a time of a claim is among those of its source, or contains one of them.

    ``published``: the day of publication, ISO 8601, which is known of every paragraph.
    """
    told = _published(published)
    if (
        any(_same(claimed, each, told or _published(SOME_DAYS[0])) for each in known)
        or _has_both_ends(claimed, known)
        or (told is not None and claimed.span is not None and _holds_publication(claimed, told))
    ):
        return "yes"
    return "unknown" if _is_untold(claimed, known) else "no"


def _has_both_ends(claimed: Moment, known: Sequence[Moment]) -> bool:
    """Tell whether both ends of a range stand in the source, each by itself."""
    return len(claimed.ends) == 2 and all(
        any(_ends_so(end, other, claimed, each) for each in known for other in _points(each))
        for end in claimed.ends
    )


def _is_untold(claimed: Moment, known: Sequence[Moment]) -> bool:
    """Tell whether it can't be known that a time is not one of the source's."""
    if claimed.relative:
        return any(not each.relative and each.span for each in known)
    if claimed.value.startswith("R/"):
        # Hourly pay is so much an hour.
        return not any(each.fact.precision == "set" for each in known)
    if not claimed.span or not claimed.dated:
        return False
    if any(each.relative for each in known) and not any(_is_other(claimed, each) for each in known):
        return True
    yearly = claimed.fact.precision in _YEARS and not any(each.dated for each in known)
    return yearly and any(each.adrift and each.span for each in known)


def _is_other(claimed: Moment, known: Moment) -> bool:
    """Tell whether a time stands where the claim has another: both say until, or since, which year."""
    if not known.dated or known.relative:
        return False
    if claimed.value[4:] and claimed.value[4:] == known.value[4:]:
        return True  # December of another year
    if not len(claimed.ends) == len(known.ends) == 1:
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
    at = published.toordinal() * DAY
    start, end = claimed.span
    return start is not None and end is not None and start <= at and at + DAY <= end


def _same(claimed: Moment, known: Moment, published: date | None) -> bool:
    if claimed.value and claimed.value == known.value and claimed.relative == known.relative:
        return not _against(claimed.fact, known.fact)
    if claimed.fact.anchor and known.fact.anchor and _same_words(claimed.fact, known.fact):
        return True  # «днём раньше», whatever day the sentence has named before
    if claimed.size is not None and known.size is not None:
        return claimed.size == known.size or _rounds(claimed, known)
    if claimed.size is not None or known.size is not None:
        return _counted(claimed, known, published)
    if claimed.utc is not None and known.utc is not None:
        return claimed.utc == known.utc
    return _nights(claimed, known) or _same_span(claimed, known)


def _same_words(claimed: Fact, known: Fact) -> bool:
    """Tell whether two times that are counted from others are told in the same words, without a figure."""
    return claimed.text.lower() == known.text.lower() and not any(map(str.isdigit, claimed.text))


def _same_span(claimed: Moment, known: Moment) -> bool:
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
    return first is not None and second is not None and abs(first - second) <= DAY - 6 * 60


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
    if fits(ours, theirs) or _begins(ours, theirs, claimed, known):
        return True
    if claimed.dated and known.dated:
        return False
    return any(fits(ours, moved) for moved in _moved(theirs, known, claimed))


def _begins(ours: Span, theirs: Span, claimed: Moment, known: Moment) -> bool:
    """Tell whether what is so from September is so from the first day of it."""
    open_end = len(claimed.ends) == 1 and claimed.span is not None and claimed.span.end is None
    return open_end and not known.ends and ours.start == theirs.start and _contains(ours, theirs)


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
            yield Span(span.start + days * DAY, span.end + days * DAY)
    elif re.search(r"\d", words) or known.fact.precision in _NAMED:
        years = {-1, 1}
        if known.adrift and claimed.span is not None and claimed.span.start is not None:
            if claimed.fact.precision in _YEARS:
                return  # any day is in some year
            first, second = (
                date.fromordinal(at // DAY).year for at in (span.start, claimed.span.start)
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
    day, rest = divmod(minute, DAY)
    try:
        at = date.fromordinal(day)
        return at.replace(year=at.year + years).toordinal() * DAY + rest
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
    if length.size[1] == 0 or point.dated or not _COUNTS.search(point.fact.text):
        return False  # 24 hours are not «Thursday», though that is a day ago
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
    first = date.fromordinal(span.start // DAY)
    length = (span.end - span.start) // DAY
    months = (first.year - published.year) * 12 + first.month - published.month
    if length <= 1:
        days = first.toordinal() - published.toordinal()
        return (months if first.day == published.day else None), days * DAY
    if length == 7:
        weeks = calendar.index("week", first) - calendar.index("week", published)
        return None, weeks * 7 * DAY
    if length <= 31:
        return months, None
    return (first.year - published.year) * 12, None
