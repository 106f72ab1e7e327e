"""Words that have a capital from where they stand, and are not names."""

from __future__ import annotations

from reader.terms.languages.ru.facts import dictionary

NOT_NAMES = frozenset("я мы вы он она они оно это".split())
"""Words that have a capital and are not names."""


def is_given(word: str) -> bool:
    """Tell whether the dictionary knows a word, lower-case, as somebody's name, whatever else it is."""
    return any({"Name", "Surn"} & set(parse.tag.grammemes) for parse in dictionary.parses(word))


def is_common(word: str) -> bool:
    """Tell whether the dictionary knows a word, lower-case, as no name."""

    parses = dictionary.parses(word)[:1]
    names = {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"}
    return any(parse.is_known and not names & set(parse.tag.grammemes) for parse in parses)
