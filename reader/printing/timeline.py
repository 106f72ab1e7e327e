"""Draw the events of a briefing as inline SVG, without style or script of its own.

A day is a dot. A month or a year of which no more is known is a bar as long as it. Dates stand
as flags, those of the earlier half above the line and flying to the right, the others below it
and flying to the left: a flag's pole so never runs through another flag.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from datetime import date
from html import escape
from typing import NamedTuple

from reader.briefings.outlining import by_date
from reader.briefings.tree import Briefing, Event
from reader.language import dates
from reader.language.interface import translator
from reader.language.messages import N_

WIDTH, MARGIN = 400, 8
"""Units of the picture, about a CSS pixel each: so wide it suits a phone."""
ROW, LETTER = 15, 6.2
"""The height of a row of flags, and the width of a letter as far as it can be known."""
SHORTEST = 12
"""How long a bar is at least: a day has room on it."""
TITLE = N_("Timeline")
COUNT = N_("{date} (events: {n})")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])")


class Moment(NamedTuple):
    """Events of one date, from ``start`` to ``end``, left out: ordinals of days."""

    start: int
    end: int
    iso: str
    events: tuple[Event, ...]

    @property
    def is_day(self) -> bool:
        return self.end - self.start == 1


class Flag(NamedTuple):
    """``row`` counts from the line away from it; ``x`` is where the pole stands."""

    x: float
    row: int
    text: str


def moments(events: Iterable[Event]) -> list[Moment]:
    """Group events by date, in order; events with an invalid date are left out."""
    found: dict[tuple[int, int], list[Event]] = {}
    for event in events:
        if (days := _days(event.iso)) is not None:
            found.setdefault(days, []).append(event)
    return [
        Moment(start, end, together[0].iso[:10], tuple(together))
        for (start, end), together in sorted(found.items())
    ]


def _days(iso: str) -> tuple[int, int] | None:
    match = _ISO.match(iso)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1).toordinal()
    except ValueError:
        return None
    if day:
        return first, first + 1
    if month:
        return first, first + calendar.monthrange(year, month)[1]
    return first, first + 365 + calendar.isleap(year)


def svg(tree: Briefing, id: str) -> str:
    """Draw the events as SVG; return an empty text for fewer than two dates.

    ``id`` is the prefix of the ids in it.
    """
    found = moments(tree.events)
    if len(found) < 2:
        return ""
    first, last = min(m.start for m in found), max(m.end for m in found)
    scale = (WIDTH - 2 * MARGIN) / (last - first)

    def place(day: float) -> float:
        return round(MARGIN + (day - first) * scale, 1)

    flags = [(place((m.start + m.end) / 2), _label(m, tree.language)) for m in found]
    above = _rows(reversed([f for f in flags if f[0] < WIDTH / 2]), lambda x, w: (x, x + w))
    below = _rows((f for f in flags if f[0] >= WIDTH / 2), lambda x, w: (x - w, x))
    line = ROW * (1 + max((flag.row for flag in above), default=-1)) + 12
    height = line + 12 + ROW * (1 + max((flag.row for flag in below), default=-1))
    # As the events are listed: a month after its days.
    listed = sorted((e for m in found for e in m.events), key=lambda e: by_date(e.iso))
    description = "; ".join(f"{e.date} — {e.line.text}" for e in listed)
    title, described = f"{id}-title", f"{id}-description"
    parts = [
        f'<svg class="timeline" role="img" viewBox="0 0 {WIDTH} {height}" '
        f'aria-labelledby="{title}" aria-describedby="{described}">',
        f'<title id="{title}">{escape(translator(tree.language)(TITLE))}</title>',
        f'<desc id="{described}">{escape(description)}</desc>',
        f'<line class="axis" x1="0" y1="{line}" x2="{WIDTH}" y2="{line}"/>',
        *(_flag(flag, line, -1) for flag in above),
        *(_flag(flag, line, 1) for flag in below),
        # Bars first: a day in a month lies on it.
        *(_bar(m, place, line) for m in found if not m.is_day),
        *(_dot(m, place, line) for m in found if m.is_day),
        "</svg>\n",
    ]
    return "".join(parts)


def _label(moment: Moment, language: str) -> str:
    text = dates.date(moment.iso, language)
    if len(moment.events) == 1:
        return text
    return translator(language)(COUNT).format(date=text, n=len(moment.events))


def _rows(
    flags: Iterable[tuple[float, str]], extent: Callable[[float, float], tuple[float, float]]
) -> list[Flag]:
    """Place each flag in the nearest free row, those nearest to the middle first."""
    rows: list[list[tuple[float, float]]] = []
    placed = []
    for x, text in flags:
        start, end = extent(x, len(text) * LETTER + 10)
        free = (
            number
            for number, taken in enumerate(rows)
            if all(end <= other[0] or start >= other[1] for other in taken)
        )
        row = next(free, len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append((start, end))
        placed.append(Flag(x, row, text))
    return placed


def _flag(flag: Flag, line: int, down: int) -> str:
    y = line + down * (12 + ROW * flag.row)
    side, anchor = (4, "start") if down < 0 else (-4, "end")
    text_y = y + (6 if down > 0 else 2)
    return (
        f'<line class="pole" x1="{flag.x}" y1="{line}" x2="{flag.x}" y2="{y + down * 4}"/>'
        f'<text x="{round(flag.x + side, 1)}" y="{text_y}" text-anchor="{anchor}">'
        f"{escape(flag.text)}</text>"
    )


def _bar(moment: Moment, place: Callable[[float], float], line: int) -> str:
    start, end = place(moment.start), place(moment.end)
    width = round(max(end - start, SHORTEST), 1)
    start = round((start + end - width) / 2, 1)
    return f'<rect class="span" x="{start}" y="{line - 5}" width="{width}" height="10" rx="4"/>'


def _dot(moment: Moment, place: Callable[[float], float], line: int) -> str:
    x = place((moment.start + moment.end) / 2)
    return f'<circle class="day" cx="{x}" cy="{line}" r="3"/>'
