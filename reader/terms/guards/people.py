"""Guard names from other people's: «Трамп» in Мелания Трамп."""

from __future__ import annotations

import re

from reader.terms.guards.vocabulary import Vocabulary
from reader.terms.neighbours import SPACES, plain, starts_sentence, word_after, word_before


def is_junior(text: str, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether Jr., «младший» or the like after the name makes it someone else's."""
    comma = text[end] == ","
    following = word_after(text, end + comma)
    if following is None or "\n" in text[end : following[1]]:
        return False
    raw, until = following
    word = raw.lower()
    juniors, beginnings = vocabulary.juniors
    if word in juniors:
        return True
    if comma:
        # «Чокси, старший вице-президент»: what he is.
        return False
    if word.upper() in juniors:
        return raw.isupper()
    if word.capitalize() in juniors:
        # "Trump senior adviser" is about somebody beside.
        return raw[0].isupper() or word_after(text, until) is None
    return word.startswith(beginnings)


def is_given_to_another(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a surname is someone else's given name: Новак Джокович, Hugo Boss."""
    if vocabulary.name_kind(plain(text[start:end])) != "given":
        return False
    following = word_after(text, end)
    return (
        following is not None
        and len(following[0]) > 1
        and not following[0].isupper()
        and plain(following[0]) not in vocabulary.first_words
    )


def is_deputy(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Tell whether the office at ``start`` is only the end of another office."""
    previous = word_before(text, start)
    return previous is not None and previous[0].lower() in vocabulary.deputies


def is_anothers_place(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a given name makes the place a person's: George Washington."""
    previous = word_before(text, start)
    if previous is None or not previous[0][0].isupper():
        return False
    if re.fullmatch(r"[^\W\d_]\.", previous[0]):
        # Booker T. Washington
        previous = word_before(text, previous[1])
    return previous is not None and vocabulary.name_kind(plain(previous[0])) == "given"


def is_womans(text: str, start: int, end: int, flags: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a man's surname is a woman's here: «Алиева заявила»."""
    language = vocabulary.language(flags)
    return (
        text[start:end].lower().endswith(language.feminine_surnames)
        and starts_sentence(text, start)
        and re.match(rf"[{SPACES}]+{language.feminine_verb}", text[end : end + 40]) is not None
    )
