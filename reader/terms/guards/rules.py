"""Guard a bare name by the rule that its glossary gives: «Хартия», «МИД», Charter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language.words import fold
from reader.terms.guards import ownership
from reader.terms.guards.flags import AT_HOME, FOREIGN
from reader.terms.guards.vocabulary import Vocabulary
from reader.terms.languages import registry
from reader.terms.languages.pack import BareName
from reader.terms.neighbours import word_after, word_before

if TYPE_CHECKING:
    from reader.terms.compiled import TermRule


def keeps(
    text: str,
    span: tuple[int, int, int],
    flags: int,
    rule: TermRule,
    named: set[int],
    vocabulary: Vocabulary,
) -> bool:
    """Tell whether a name is its entry's by the rule of its term.

    ``named``: places of the entries that the text has named so far, and ``~place`` of those of
    which it has named another's; :data:`AT_HOME` in a text of the dossier. What this name tells is
    added to it.
    """
    start, end, place = span
    _stems, not_before, not_after, owners, related, alone, _office, after_full = rule
    beside = _listed_beside(text, start, end, not_before, not_after)
    if owners:
        beside = beside or ownership.is_with_another(text, end, owners, vocabulary)
        if not beside and ownership.stands_with(text, start, end, owners, vocabulary):
            named.add(place)
            named.discard(~place)
            return True
        if beside or _is_another(text, start, end, flags, rule, vocabulary):
            named.discard(place)
            named.add(~place)
            return False
        if related and ownership.are_named(text, start, end, (related,)):
            named.add(place)
        return place in named or ((alone or AT_HOME in named) and ~place not in named)
    if beside:
        return False
    if after_full:
        return place in named and not _is_another(text, start, end, flags, rule, vocabulary)
    named.add(place)
    return True


def _listed_beside(
    text: str, start: int, end: int, not_before: frozenset[str], not_after: frozenset[str]
) -> bool:
    """Tell whether a word stands beside that the glossary lists with the term."""
    if not_before and (after := word_after(text, end)) and fold(after[0]) in not_before:
        return True
    before = word_before(text, start) if not_after else None
    return before is not None and fold(before[0]) in not_after


def _is_another(
    text: str, start: int, end: int, flags: int, rule: TermRule, vocabulary: Vocabulary
) -> bool:
    """Tell whether the grammar of its language makes the name that of something else.

    Хартия ООН, Олимпийская хартия, Charter of Rights; МИД Британии.
    """
    if flags & FOREIGN:
        return False
    stems, owners, office = rule[0], rule[3], rule[6]
    pack = registry.pack(vocabulary.language(flags).code)
    return pack.names_another(
        BareName(
            text,
            start,
            end,
            stems,
            vocabulary.first_words,
            owned=bool(owners),
            office=office,
            countries=vocabulary.countries,
        )
    )
