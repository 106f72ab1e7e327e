"""What one app after another would find again, of the same things, is found once in a process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from textual.css.stylesheet import Stylesheet

from reader.library import index, packing
from reader.model import Entry, Mention
from reader.terms import factory
from reader.terms.matcher import Matcher

_mentions: dict[tuple[object, ...], list[list[Mention]]] = {}
_rules: dict[tuple[object, ...], list[Any]] = {}
_parse: Any = Stylesheet._parse_rules
_unpack = lru_cache(maxsize=256)(packing.unpack)


@contextmanager
def remembered() -> Iterator[None]:
    """Remember what stylesheets mean, what an index has stored and where terms are mentioned."""
    sheets: Any = Stylesheet
    reading: Any = index  # which unpacks what it reads
    make, unpack, parse = factory.matcher, reading.unpack, sheets._parse_rules
    factory.matcher, reading.unpack, sheets._parse_rules = _matcher(make), _unpack, _parsed
    try:
        yield
    finally:
        factory.matcher, reading.unpack, sheets._parse_rules = make, unpack, parse


def _parsed(sheet: Stylesheet, *arguments: object, **named: object) -> list[Any]:
    key = (frozenset(sheet._variables.items()), arguments, frozenset(named.items()))
    if key not in _rules:
        _rules[key] = _parse(sheet, *arguments, **named)
    return _rules[key]


def _matcher(make: Callable[..., Matcher]) -> Callable[..., Matcher]:
    """Return what makes a matcher as ``make`` does, which remembers its mentions in texts."""

    def made(entries: Sequence[Entry], **named: Any) -> Matcher:
        matcher: Any = make(entries, **named)
        terms = repr([factory.terms_of(entry) for entry in entries])
        find = matcher.in_paragraphs

        def in_paragraphs(texts: Sequence[str], **named: bool) -> list[list[Mention]]:
            key = (terms, tuple(texts), *sorted(named.items()))
            if key not in _mentions:
                _mentions[key] = find(texts, **named)
            return [list(part) for part in _mentions[key]]

        matcher.in_paragraphs = in_paragraphs
        result: Matcher = matcher
        return result

    return made
