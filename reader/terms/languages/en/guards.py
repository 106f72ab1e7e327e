"""English words beside a name that make it the name of something else."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from reader.language.words import fold
from reader.terms.languages import word_files
from reader.terms.languages.pack import BareName
from reader.terms.neighbours import word_after, word_before

_HERE = Path(__file__).parent

_DATES = frozenset(word_files.words(_HERE, "dates"))
_SAME_ON = _DATES.union(word_files.words(_HERE, "same_on"))
_FUNCTION = frozenset(word_files.words(_HERE, "function_words"))


def names_another(name: BareName) -> bool:
    """Tell whether the words beside make it another: Charter of Rights."""
    after = word_after(name.text, name.end)
    before = word_before(name.text, name.start)
    return bool(
        (after and _is_another_after(name.text, *after, name.first_words))
        or (before and _is_another_before(before[0], name.stems, name.first_words))
    )


def _is_another_after(text: str, raw: str, until: int, first_words: Container[str]) -> bool:
    word = raw.lower()
    following = word_after(text, until)
    next_ = following[0] if following else ""
    if word == "of":
        return not next_[:1].isdigit()
    if word == "on":
        return not (next_[:1].isdigit() or next_.lower() in _SAME_ON)
    if word == "for":
        return next_[:1].isupper()
    return raw[0].isupper() and word not in _DATES and fold(raw) not in first_words


def _is_another_before(raw: str, stems: tuple[str, ...], first_words: Container[str]) -> bool:
    if not raw[0].isupper() or "-" in raw or raw.endswith("."):
        return False
    word = fold(raw)
    return not (word in _FUNCTION or word[:6] in stems or word in first_words)
