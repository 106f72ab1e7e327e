"""Choose between two entries that one word may name: Иванова, or Иванов in the genitive."""

from __future__ import annotations

import re

from reader.terms.guards.vocabulary import LanguageTraits, Vocabulary
from reader.terms.neighbours import plain, starts_sentence, word_after, word_before

_SHORT = 3


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
