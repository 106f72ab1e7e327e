"""English words beside a name that make it the name of something else."""

from __future__ import annotations

import re
from pathlib import Path

from reader.language.words import fold
from reader.terms.languages import word_files
from reader.terms.languages.pack import BareName
from reader.terms.neighbours import starts_sentence, word_after, word_before

_HERE = Path(__file__).parent

_DATES = frozenset(word_files.words(_HERE, "dates"))
_SAME_ON = _DATES.union(word_files.words(_HERE, "same_on"))
_POINTED = re.compile(r"(?:[A-Z]\.){2,}")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_OF_COUNTRIES = ("ian", "ean", "can", "ish", "ese", "nch", "tch", "ani", "aqi", "aeli", "german")
_FUNCTION = frozenset(word_files.words(_HERE, "function_words"))


def names_another(name: BareName) -> bool:
    """Tell whether the words beside make it another: Charter of Rights."""
    after = word_after(name.text, name.end)
    before = word_before(name.text, name.start)
    return bool(
        (after and _is_another_after(name, *after))
        or (before and _is_another_before(name, *before))
    )


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
