"""Russian words beside a name that make it the name of something else."""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import Path

from reader.language.words import fold
from reader.terms.languages import word_files
from reader.terms.languages.pack import BareName
from reader.terms.neighbours import plain, starts_sentence, word_after, word_before

_HERE = Path(__file__).parent

_ADJECTIVE = tuple(
    "ая яя ую юю ой ей ый ий ого его ому ему ым им ые ие ых их ое ее ою ею ими ыми ом ем".split()
)
_RELATIONAL = tuple(
    stem + ending
    for stem in ("ск", "цк")
    for ending in "ая ую ой ою ий ого ому ом им ие их ими ое".split()
)
# The words of the file are genitives that no ending tells.
_GENITIVE = (
    *"ого его ых их ой ей ости остей ств ства ения ания яния ений аний ции ций ов ев ия".split(),
    *("щин", "ников", "телей"),
    *word_files.words(_HERE, "genitives"),
)
# A genitive in the singular, or a nominative in the plural.
_EITHER_I = "кгхшщчжднрспвбзм"
_NO_VOWEL = "бвгджзклмнпрстфхцчшщ"
_PLURAL_VERB = tuple("ли лись ют ут ят ат ются утся ятся".split())
_NOT_GENITIVE = frozenset(word_files.words(_HERE, "not_genitives"))
_SUBJECTS = word_files.word_list(word_files.words(_HERE, "subjects"))
_DEPUTIES = word_files.word_list(word_files.words(_HERE, "whose_deputies"))
_PARTS_OF_COUNTRIES = word_files.word_list(word_files.words(_HERE, "parts_of_countries"))
_TITLES = word_files.word_list(word_files.words(_HERE, "titles"))
_PREPOSITIONS = frozenset(word_files.words(_HERE, "prepositions"))
_NO_PHRASE_END = ("ески", "ами", "ями", "ими", "ыми")


def names_another(name: BareName) -> bool:
    """Tell whether the words beside make it another: Хартия ООН, Олимпийская Хартия."""
    text = name.text
    after = word_after(text, name.end)
    before = word_before(text, name.start)
    return bool(
        (
            after
            and (_is_of_another(name, *after) if name.office else _is_another_after(text, *after))
        )
        or (before and _is_another_before(text, *before, name.stems))
    )


def _is_of_another(name: BareName, raw: str, until: int) -> bool:
    """Tell whether a word after an office says that it is another one.

    It does in «госсекретарь Пенсильвании», «госсекретарь своего штата», «госсекретарь по торговле»,
    and not in «госсекретарь Хиллари Клинтон».
    """
    word = fold(raw)
    if raw[0].isupper():
        return (raw.isupper() and len(raw) > 1) or word.endswith("ии") or word in name.countries
    if word == "по":
        before = word_before(name.text, name.start)
        # Of «заместитель госсекретаря по торговле» it says what the deputy is for.
        return before is None or not _DEPUTIES.has(fold(before[0]))
    if word.endswith(_ADJECTIVE) and (following := word_after(name.text, until)):
        word = fold(following[0])
    return _PARTS_OF_COUNTRIES.has(word)


def _is_another_after(text: str, raw: str, until: int) -> bool:
    word = fold(raw)
    if word in ("о", "об", "обо"):
        return True
    if raw[0].isupper():
        # «Хартия ООН», «Хартия Земли»; but «Хартию Баку подписал».
        if raw.isupper() and len(raw) > 1:
            return True
        return word[-1] in "аяыи" or word.endswith(_GENITIVE)
    if len(word) < 4 or word in _NOT_GENITIVE or _SUBJECTS.has(word):
        return False
    if word.endswith(_GENITIVE):
        return True
    either = (word[-1] == "ы" and word[-2] in _NO_VOWEL) or (
        word[-1] == "и" and word[-2] in _EITHER_I
    )
    return either and not word.endswith(_NO_PHRASE_END) and not _verb_follows(text, until)


def _verb_follows(text: str, at: int) -> bool:
    """Tell whether a plural verb follows, which makes what stands before its subject."""
    following = word_after(text, at)
    if following and following[0] == "не":
        following = word_after(text, following[1])
    return following is not None and fold(following[0]).endswith(_PLURAL_VERB)


def _is_another_before(text: str, raw: str, at: int, stems: tuple[str, ...]) -> bool:
    word = fold(raw)
    if "-" in word or word[:6] in stems or not word.endswith(_ADJECTIVE):
        return False
    if word.endswith(_RELATIONAL):
        return True
    return raw[0].isupper() and not starts_sentence(text, at)


def is_given_by_form(
    text: str, word: tuple[str, int], surname: str, first_words: Container[str]
) -> bool:
    """Tell whether a word before a surname, within a sentence, is a given name.

    It is as a nominative before a nominative, unless it is a title.
    """
    raw, at = word
    lowered, surname = plain(raw), plain(surname)
    if not re.fullmatch("[а-я]{3,}", lowered) or raw[1:].isupper():
        return False
    if lowered[-1] in "еиоуыэю" or surname[-1] in "аеиоуыэюя":
        return False
    if surname.endswith(("ом", "ым", "ем")) or _TITLES.has(lowered) or lowered in first_words:
        return False
    if starts_sentence(text, at):
        return False
    before = word_before(text, at)
    return before is None or plain(before[0]) not in _PREPOSITIONS
