"""Guard a bare «Хартия» from another charter: that of the UN, a charter flight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language.words import fold
from reader.terms.guards.flags import FOREIGN
from reader.terms.guards.vocabulary import Vocabulary
from reader.terms.languages import registry
from reader.terms.languages.pack import BareName
from reader.terms.neighbours import word_after, word_before

if TYPE_CHECKING:
    from reader.terms.compiled import AfterFullRule


def is_another(
    text: str, start: int, end: int, flags: int, rule: AfterFullRule, vocabulary: Vocabulary
) -> bool:
    """Tell whether the words beside the bare name make it the name of something else.

    They do by the words that the glossary lists with the term, and by the grammar of its
    language: Хартия ООН, Олимпийская хартия, Charter of Rights.
    """
    stems, not_before, not_after = rule
    if not_before and (after := word_after(text, end)) and fold(after[0]) in not_before:
        return True
    if not_after and (before := word_before(text, start)) and fold(before[0]) in not_after:
        return True
    if flags & FOREIGN:
        return False
    pack = registry.pack(vocabulary.language(flags).code)
    return pack.names_another(BareName(text, start, end, stems, vocabulary.first_words))
