"""English words beside a name that make it the name of something else."""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import Path

from reader.language.words import fold
from reader.terms.languages import word_files
from reader.terms.languages.pack import BareName
from reader.terms.neighbours import starts_sentence, word_after, word_before

_HERE = Path(__file__).parent

_DATES = frozenset(word_files.words(_HERE, "dates"))
_SAME_ON = _DATES.union(word_files.words(_HERE, "same_on"))
_NEAR = 100
_POINTED = re.compile(r"(?:[A-Z]\.){2,}")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_OF_COUNTRIES = ("ian", "ean", "can", "ish", "ese", "nch", "tch", "ani", "aqi", "aeli", "german")
_PREPOSITIONS = frozenset(word_files.words(_HERE, "prepositions"))
_NO_GIVEN = _DATES.union(
    *(word_files.words(_HERE, name) for name in ("offices", "after_places", "function_words")),
    *(word_files.words(_HERE, f"titles_of_{who}") for who in ("men", "women")),
    *(word_files.words(_HERE, name) for name in ("titles", "pointed_titles")),
)
_BEFORE_NOUNS = frozenset(word_files.words(_HERE, "before_nouns"))
_AFTER_NAMES = frozenset(
    word
    for name in ("after_names", "after_people", "offices", "verbs")
    for word in word_files.words(_HERE, name)
)
_FUNCTION = frozenset(word_files.words(_HERE, "function_words"))


def names_another(name: BareName) -> bool:
    """Tell whether the words beside make it another: Charter of Rights."""
    after = word_after(name.text, name.end)
    before = word_before(name.text, name.start)
    return bool(
        (after and _is_another_after(name, *after))
        or (before and _is_another_before(name, *before))
    )


def describes_next(text: str, end: int) -> bool:
    """Tell whether a name is the common word that it is, too: "Brown rice", "May I", "Fed up"."""
    following = word_after(text, end)
    if following is None:
        return False
    raw, word = following[0], following[0].lower()
    if word == "up" or (word == "by" and text.startswith("Fed", end - len("Fed"))):
        return True
    if raw[0].isupper() and raw != "I":
        return False
    if word in _BEFORE_NOUNS:
        return True
    return (
        word not in _AFTER_NAMES
        and (not word.endswith(("ed", "ly", "s", "ing")) or word.endswith("ss"))
        and len(word) > 1
    )


def is_given_by_form(text: str, word: tuple[str, int], first_words: Container[str]) -> bool:
    """Tell whether a word before a surname, within a sentence, is a given name.

    It is if it has a capital, unless it is a title, a date, or where somebody is.
    """
    raw, at = word
    lowered = raw.lower()
    if not re.fullmatch("[A-Z][a-z]{2,}", raw) or lowered in first_words:
        return False
    if lowered in _NO_GIVEN or lowered.removesuffix("s") in _NO_GIVEN:
        return False
    if starts_sentence(text, at) or lowered.endswith(_OF_COUNTRIES):
        return False
    before = word_before(text, at)
    if before is not None and (before[0][0].isupper() or before[0].lower() in _PREPOSITIONS):
        # Attorney General Garland; "in Beijing Putin said".
        return False
    # A headline has a capital everywhere.
    beside = text[max(0, at - _NEAR) : at].rpartition("\n")[2]
    beside += text[at : at + _NEAR].partition("\n")[0]
    return re.search(r"\b[a-z]{4}", beside) is not None


def _is_another_after(name: BareName, raw: str, until: int) -> bool:
    word = raw.lower()
    following = word_after(name.text, until)
    next_ = following[0] if following else ""
    if word == "of":
        return not next_[:1].isdigit()
    if word == "on":
        return not (name.owned or next_[:1].isdigit() or next_.lower() in _SAME_ON)
    if word == "for":
        return next_[:1].isupper()
    if name.owned:
        # The name of who holds it, a spokesperson, a day of the week.
        return False
    return raw[0].isupper() and word not in _DATES and fold(raw) not in name.first_words


def _is_another_before(name: BareName, raw: str, at: int) -> bool:
    if not raw[0].isupper() or "-" in raw or (raw.endswith(".") and not _POINTED.fullmatch(raw)):
        return False
    word = fold(raw)
    if name.owned:
        if word.endswith(_POSSESSIVE) or (raw.isupper() and len(raw) > 1):
            return True
        if starts_sentence(name.text, at) and not word.endswith(_OF_COUNTRIES):
            return False
    return not (word in _FUNCTION or word[:6] in name.stems or word in name.first_words)
