"""The day on which a text says itself that it appeared: in a line of its own, or in its dateline."""

from __future__ import annotations

from collections.abc import Sequence

from reader.language.words import WORD, fold

_FIRST = 5
"""Paragraphs at the beginning of an article in which its day may stand."""
_LONGEST = 80
"""Characters of a line that has nothing else."""
_BESIDE = frozenset(
    "published posted date on at by am pm gmt utc st nd rd th year"
    " опубликовано опубликована дата публикации время размещено добавлено в во г года год мск час"
    " опубліковано розміщено додано о об у р року рік год".split()
)
"""Words that may stand beside a date in its line."""


def published(paragraphs: Sequence[str]) -> str | None:
    """Return the day of a text, ISO 8601; ``None`` where it gives none that is its own."""
    first = [text for text in paragraphs[:_FIRST] if any(map(str.isdigit, text[:_LONGEST]))]
    if not first:
        return None
    from reader.articles.attribution import dateline
    from reader.articles.pages.dates import first_written

    for text in first:
        if begins := dateline(text):
            if (day := first_written([text[:begins]])) is not None:
                return day
        elif len(text) <= _LONGEST and _is_date(text):
            return first_written([text])
    return None


def _is_date(line: str) -> bool:
    """Tell whether a line has nothing but a date: no word that says something else."""
    from reader.articles.attribution import MONTHS
    from reader.language.cldr import LOCALES

    days = {fold(word) for data in LOCALES.values() for word in data.words.get("EEEE", "").split()}
    words = (fold(match[0]) for match in WORD.finditer(line))
    return all(
        word.isdigit() or word in MONTHS or word in days or word in _BESIDE for word in words
    )
