"""Which charter a bare «Хартия» is: not the one of the United Nations, nor a charter flight."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from reader.language.words import fold
from reader.terms.guards.flags import FOREIGN
from reader.terms.languages import registry
from reader.terms.languages.pack import BareName
from reader.terms.neighbours import word_after, word_before


class Rule(NamedTuple):
    """What the glossary says of a term that counts only after a fuller one.

    ``stems``: beginnings of the words of the entry's terms. ``not_before``, ``not_after``:
    words in normal form, in all their forms, beside which the term names another thing.
    """

    stems: tuple[str, ...]
    not_before: frozenset[str]
    not_after: frozenset[str]


def is_another(
    text: str,
    span: tuple[int, int],
    flags: int,
    rule: Rule,
    language: str,
    first_words: Container[str],
) -> bool:
    """Tell whether the words beside the bare name at ``span`` make it another's.

    They do by the words that the glossary lists with the term, and by the grammar of its
    language: Хартия ООН, Олимпийская хартия, Charter of Rights.
    """
    start, end = span
    if _is_beside(word_after(text, end), rule.not_before):
        return True
    if _is_beside(word_before(text, start), rule.not_after):
        return True
    return not flags & FOREIGN and registry.pack(language).names_another(
        BareName(text, start, end, rule.stems, first_words)
    )


def _is_beside(word: tuple[str, int] | None, listed: frozenset[str]) -> bool:
    return bool(listed) and word is not None and fold(word[0]) in listed
