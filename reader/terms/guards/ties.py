"""Choose between people whom one word may name: Иванова, or Иванов in the genitive."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from itertools import groupby

from reader.terms.guards.flags import BASE, NAMED_IN_FULL, PERSON
from reader.terms.guards.vocabulary import LanguageTraits, Vocabulary
from reader.terms.neighbours import plain, starts_sentence, word_after, word_before

_SHORT = 3

Span = tuple[int, int, int]


def without_ties(
    text: str,
    found: list[Span],
    named: set[int],
    people: Container[int],
    forms_of: Callable[[int, int], list[tuple[int, int]]],
    vocabulary: Vocabulary,
) -> list[Span]:
    """Drop from what is found the people whom a word cannot name, if it names another one.

    By its grammar, or else because the text has named one of them in full: what it tells is added
    to ``named``. ``forms_of``: places and flags of the patterns of the word in a range.
    """
    groups = [
        (key, [place for *_, place in group]) for key, group in groupby(sorted({*found}), _range)
    ]
    in_full = [
        (start, places[0])
        for (start, end), places in groups
        if len(places) == 1 and places[0] in people and " " in text[start:end]
    ]
    kept: list[Span] = []
    for (start, end), places in groups:
        left = set(places)
        if len(left) > 1:
            left = _by_grammar(text, start, end, left, forms_of(start, end), vocabulary)
        if len(left) > 1 and left <= {place for place in left if place in people}:
            left = _by_full_name(start, left, in_full, named)
        kept += [(start, end, place) for place in places if place in left]
    named.update(place | NAMED_IN_FULL for _, place in in_full)
    return kept


def _range(span: Span) -> tuple[int, int]:
    return span[:2]


def _by_grammar(
    text: str,
    start: int,
    end: int,
    places: set[int],
    forms: list[tuple[int, int]],
    vocabulary: Vocabulary,
) -> set[int]:
    base: dict[int, int] = {}
    for place, flags in forms:
        if flags & PERSON:
            base[place] = base.get(place, flags) | (flags & BASE)
    acting = {place for place, flags in base.items() if flags & BASE}
    if not acting or len(acting) == len(base):
        return places
    traits = vocabulary.language(base[min(acting)])
    subject = is_subject(text, start, end, traits, vocabulary)
    if subject is None:
        return places
    return places - (base.keys() - acting if subject else acting)


def _by_full_name(
    start: int, places: set[int], in_full: list[tuple[int, int]], named: set[int]
) -> set[int]:
    """Return the one of several people whom the text has last named in full, or names later."""
    before = [place for at, place in in_full if at < start and place in places]
    if before:
        return {before[-1]}
    told = {place for place in places if place | NAMED_IN_FULL in named}
    later = {place for _, place in in_full if place in places}
    return told or later or places


def is_subject(
    text: str, start: int, end: int, traits: LanguageTraits, vocabulary: Vocabulary
) -> bool | None:
    """Tell whether a name that may be in its base form is, by the words beside it.

    ``None`` where they don't tell.
    """
    verb = traits.feminine_verb
    after, before = word_after(text, end), word_before(text, start)
    if verb and after and re.match(verb, text[end:].lstrip()[:80].lower()):
        return True
    if before is None or starts_sentence(text, start):
        return True if after else None
    word = plain(before[0])
    if verb and re.fullmatch(verb, word):
        return True
    if len(word) > _SHORT or word in vocabulary.words("before_genitives"):
        # A noun, mostly: «заявление Иванова».
        return False
    return None
