"""What guards ask of the items of an English sentence."""

from __future__ import annotations

from typing import Any

from reader.terms.languages.en.facts import tense

Items = list[Any]
"""Items of :mod:`reader.facts.grammar`: name, value, start, end."""
MADE = frozenset("tday twd tnamed tmon tyear tunit tclk tpart tspan tdur tset".split())
DATES = frozenset("tday twd tnamed".split())
POINTING = frozenset(
    "in on since until by from through between after beforep beg lateday rel every or movedfrom "
    "movedto".split()
)


def text_of(text: str, item: Any) -> str:
    return text[item.start : item.end].lower()


def beside(items: Items, place: int) -> tuple[Any, Any]:
    """Return the items before and after, or ``None``."""
    return (
        items[place - 1] if place else None,
        items[place + 1] if place + 1 < len(items) else None,
    )


def is_verb(text: str, item: Any) -> bool:
    return bool(tense.tense([text_of(text, item)], 0))
