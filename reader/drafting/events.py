"""What happened when: the dated sentences of an article."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence

from reader.drafting.material import Sentence
from reader.facts.quotations import marked
from reader.facts.values import Fact
from reader.model import Event

MOST = 12
"""Events of one draft."""

_POINTS = {"day": 10, "time": 10, "part-of-day": 10, "month": 7, "year": 4}
"""The precisions of an event's date, and how many characters of a value are the date."""
_UNSURE = ("time", "part-of-day", "month")
"""Precisions of which the date is the text's only where it is written out: an hour may be that of
any day, a month without a year that of any year."""
_YEAR = re.compile(r"\d{4}|\d{2}[./-]\d{2}[./-]\d{2}")
_HALF_A_YEAR = 183
"""Days."""
_DIGITS = re.compile(r"\d+")


def events(
    sentences: Sequence[Sentence], texts: Mapping[str, str], published: str | None
) -> tuple[Event, ...]:
    """Return the dated events of an article, by date; each is the sentence that tells it.

    What is about, ambiguous or an open interval has no date of its own and is not an event; some days
    of a month have the month. Of a day that
    is only told by its distance (yesterday), it counts as long as it is the article that speaks:
    when somebody else's words were said isn't known.

    Without ``published``, an ISO 8601 date, only what is written out counts.
    """
    found: dict[tuple[str, str], Event] = {}
    for sentence in sentences:
        if not sentence.is_whole or sentence.asserted is None:
            continue
        for date in dict.fromkeys(_dates(sentence, texts[sentence.paragraph], published)):
            key = (date, sentence.text)
            found.setdefault(key, Event("", date, sentence.text, (sentence.paragraph,)))
    exact = sorted(found.values(), key=lambda event: (-len(event.date), event.date))
    kept = sorted(exact[:MOST], key=lambda event: f"{event.date}~")
    return tuple(event._replace(id=f"e{n}") for n, event in enumerate(kept, 1))


def _dates(sentence: Sentence, text: str, published: str | None) -> Iterator[str]:
    quotes = marked(text)
    for fact in sentence.facts:
        if fact.kind != "time" or not isinstance(fact.value, str):
            continue
        if fact.precision == "range":
            if month := _month_of(fact):
                yield month
            continue
        size = _POINTS.get(fact.precision)
        if size is None or fact.approx or fact.ambiguous:
            continue
        date = fact.value[:size]
        if not _is_date(date):
            continue
        is_quoted = any(q.outer_start <= fact.start < q.outer_end for q in quotes)
        unsure = is_quoted or published is None or fact.precision in _UNSURE
        if unsure and not _is_written_out(fact, date):
            continue
        if size == _POINTS["day"] and published and _is_of_another_year(fact, date, published):
            continue
        if size < _POINTS["day"] and any(
            other is not fact
            and other.kind == "time"
            and isinstance(other.value, str)
            and other.value.startswith(date)
            for other in sentence.facts
        ):
            continue  # a day of that month or year stands there too
        yield date


def _is_of_another_year(fact: Fact, date: str, published: str) -> bool:
    """Tell whether a day, said without its year, would be nearer in another one than it was taken to be."""
    if _YEAR.search(fact.text):
        return False
    apart = datetime.date.fromisoformat(date) - datetime.date.fromisoformat(published[:10])
    return abs(apart.days) > _HALF_A_YEAR


def _month_of(fact: Fact) -> str:
    """Return the month of an interval of days that are written out, such as 7–8 August 2025."""
    first, _, last = str(fact.value).partition("/")
    if fact.approx or fact.ambiguous or not (_is_date(first[:10]) and _is_date(last[:10])):
        return ""
    is_month = len(first) >= 10 <= len(last) and first[:7] == last[:7]
    return first[:7] if is_month and _is_written_out(fact, first[:10]) else ""


def _is_written_out(fact: Fact, date: str) -> bool:
    """Tell whether the text itself has the day, or the year of what is not a day."""
    wanted = int(date[8:10] or date[:4])
    return any(int(digits) == wanted for digits in _DIGITS.findall(fact.text)[:8])


def _is_date(date: str) -> bool:
    try:
        datetime.date.fromisoformat(date + "-01-01"[: 10 - len(date)] if len(date) < 10 else date)
    except ValueError:
        return False
    return True
