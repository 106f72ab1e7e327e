"""Format where a document is from: publisher, date, sources and kind of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.language.messages import N_, _
from reader.model import Source, TextKind

TEXT_KINDS: dict[TextKind, str] = {
    "original": N_("the publisher’s own words"),
    "version": N_("the publisher’s own words"),
    "edition": N_("our retelling, paragraph by paragraph"),
    "translation": N_("translation of our retelling"),
}
"""What the text of a document is, as msgids."""

ARROW = " ← "
"""Stands between two links of a chain of sources."""


_INFERRED = N_("date not given; inferred: {date}")


def dated(
    source: Source, language: str, label: Callable[[str], str] = _, *, day: bool = False
) -> str:
    """Format the date of publication; empty where it is unknown, with a word where it is inferred.

    The words are the interface's, or ``label``'s, the date is in ``language``; ``day`` leaves the
    time out.
    """
    if source.published:
        return _date(source.published[:10] if day else source.published, language)
    if source.published_inferred:
        return label(_INFERRED).format(date=_date(source.published_inferred, language))
    return ""


def published(source: Source, language: str, *, day: bool = False) -> str:
    """Format the date of publication for a line of text, also where it is unknown."""
    return dated(source, language, day=day) or _("date not given")


def published_fact(source: Source, language: str, label: Callable[[str], str]) -> str:
    """Format the date for the row “Date” of facts, with the reason to infer it."""
    text = dated(source, language, label) or label(N_("not given"))
    inferred = source.published_inferred and not source.published
    return f"{text} ({source.published_note})" if inferred and source.published_note else text


def published_citation(source: Source, language: str) -> str:
    """Format the day for a citation; return an empty text where it is unknown."""
    return dated(source, language, day=True)


def publication_line(source: Source, language: str, *, day: bool = False) -> str:
    """Format “Report · 20 December 2025”."""
    publisher = source.publisher or _("publisher not named")
    return f"{publisher} · {published(source, language, day=day)}"


def known_line(source: Source, language: str) -> str:
    """Format publisher and day as far as they are known; empty where neither is."""
    return " · ".join(filter(None, [source.publisher, published_citation(source, language)]))


def short_line(source: Source, language: str) -> str:
    """Format publisher and day in a few words, for a list.

    An inferred day is marked with ≈.
    """
    day = ""
    if source.published:
        day = _date(source.published[:10], language, short=True)
    elif source.published_inferred:
        day = "≈ " + _date(source.published_inferred, language, short=True)
    return " · ".join(filter(None, [source.publisher, day]))


def chain(source: Source, names: Iterable[str]) -> str:
    """Format “Report ← US Embassy in Azerbaijan”; empty without an attribution.

    ``names`` are those of the attribution, nearest first.
    """
    others = list(names)
    return ARROW.join(filter(None, [source.publisher, *others])) if others else ""


def _date(iso: str, language: str, *, short: bool = False) -> str:
    from reader.language import dates

    return dates.date(iso, language, "medium" if short else "long")
