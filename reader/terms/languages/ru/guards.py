"""Russian words beside a name that make it the name of something else."""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import Path

from reader.language.words import fold
from reader.terms.languages import word_files
from reader.terms.languages.pack import BareName, SurnameForm
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
_NOT_COUNTRIES = word_files.word_list(
    [word for name in ("parts_of_countries", "bodies") for word in word_files.words(_HERE, name)]
)
_TITLES = word_files.word_list(word_files.words(_HERE, "titles"))
_PREPOSITIONS = frozenset(word_files.words(_HERE, "prepositions"))
_NO_NOUNS = frozenset(word_files.words(_HERE, "after_names"))
_NOMINATIVE_ADJECTIVE = ("ый", "ий", "ой", "ая", "яя")
_SHORT = 2
_LONG = 4
_LIKE_GENITIVE = ("ова", "ева", "ина", "ына")
_ENDS_NOUN = "бвгджзйкмнпрстфхцчшщ"
_MASCULINE_VERB = tuple("л ет ит ут ют ат ят в ен ых их ам ям ах ях ом ем им ым ей".split())
_FEMININE_VERB = ("ла", "лась", "ось", "ая", "яя", "на", "та")
_NO_PHRASE_END = ("ески", "ами", "ями", "ими", "ыми")


def names_another(name: BareName) -> bool:
    """Tell whether the words beside make it another: Хартия ООН, Олимпийская Хартия."""
    text = name.text
    after = word_after(text, name.end)
    before = word_before(text, name.start)
    return bool(
        (
            after
            and (_is_of_another(name, *after) if name.office else _is_another_after(name, *after))
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
    return _NOT_COUNTRIES.has(word)


def _is_another_after(name: BareName, raw: str, until: int) -> bool:
    word = fold(raw)
    if word in ("о", "об", "обо"):
        return True
    if raw[0].isupper():
        # «Хартия ООН», «Хартия Земли»; but «Хартию Баку подписал».
        if raw.isupper() and len(raw) > 1:
            return True
        return word[-1] in "аяыи" or word.endswith(_GENITIVE) or word in name.countries
    if len(word) < 4 or word in _NOT_GENITIVE or _SUBJECTS.has(word):
        return False
    if word.endswith(_GENITIVE):
        return True
    either = (word[-1] == "ы" and word[-2] in _NO_VOWEL) or (
        word[-1] == "и" and word[-2] in _EITHER_I
    )
    return either and not word.endswith(_NO_PHRASE_END) and not _verb_follows(name.text, until)


def _verb_follows(text: str, at: int) -> bool:
    """Tell whether a plural verb follows, which makes what stands before its subject."""
    following = word_after(text, at)
    if following and following[0] == "не":
        following = word_after(text, following[1])
    return following is not None and fold(following[0]).endswith(_PLURAL_VERB)


def is_mans(before: str, surname: str) -> bool:
    """Tell whether a word before Орлова is a man's office in the genitive: тренера, нападающего."""
    if not surname.endswith(_LIKE_GENITIVE):
        return False
    if before.endswith(("ого", "его")):
        return len(before) > _LONG
    return before[-1] in "ая" and before[:-1] in _TITLES.prefixes


def describes_next(text: str, start: int, end: int) -> bool:
    """Tell whether a word like Горький or Толстая is an adjective of the noun after it.

    That noun ends as one of its gender in the nominative, and not as a verb; what else ends so and
    may follow a name is listed.
    """
    name, following = plain(text[start:end]), word_after(text, end)
    if following is None or not name.endswith(_NOMINATIVE_ADJECTIVE):
        return False
    word = plain(following[0])
    if len(word) <= _SHORT or not following[0].islower() or word in _NO_NOUNS:
        return False
    if word == "дом":
        return name[-1] != "я"
    if name[-1] == "я":
        return word[-1] in "аяь" and not word.endswith(_FEMININE_VERB)
    return word[-1] in _ENDS_NOUN and not word.endswith(_MASCULINE_VERB)


def verb_in_the_singular_follows(text: str, at: int) -> bool:
    """Tell whether a verb in the past and the masculine follows: «Джонсон объяснил»."""
    following = word_after(text, at)
    return (
        following is not None and re.fullmatch("[а-яё]+[аеиоуыя]л(?:ся)?", following[0]) is not None
    )


def _is_another_before(text: str, raw: str, at: int, stems: tuple[str, ...]) -> bool:
    word = fold(raw)
    if "-" in word or word[:6] in stems or not word.endswith(_ADJECTIVE):
        return False
    if word.endswith(_RELATIONAL):
        return True
    return raw[0].isupper() and not starts_sentence(text, at)


# Cases that an ending may be of, in the singular: n, g, d, a, i, p from the nominative on. Of
# men's surnames and given names, then of women's.
_ANY = frozenset("ngdaip")
_MENS = {"а": "ga", "я": "ga", "у": "d", "ю": "d", "ом": "i", "ем": "i", "ым": "i", "им": "i",
         "е": "p", "ого": "ga", "его": "ga", "ому": "d", "ему": "d"}  # fmt: skip
_WOMENS = {"а": "n", "я": "n", "у": "a", "ю": "a", "ы": "g", "и": "gdp", "е": "dp",
           "ой": "gdip", "ей": "gdip"}  # fmt: skip
ENDS_HARD = "бвгджзйклмнпрстфхцчшщь"
_ADJECTIVE_ONLY = ("ого", "его", "ому", "ему", "ым", "им", "ых", "их")
_WOMENS_SURNAME = ("ов", "ев", "ин", "ын", "ск", "цк")
_INDECLINABLE = (*tuple("еиоуыэю"), "их", "ых")
# Endings that nearly only surnames have.
_SURNAME = (
    r"(?:[оеи]в|[иы]н)(?:а|у|ым|е|ой)?$|[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)$|"
    r"(?:ян|енко|[чщ]ук|юк|швили|дзе|ич|ман|берг|штейн|заде)(?:а|у|ом|е)?$"
)


def agree(surname: SurnameForm, given: str, given_names: Container[str], gender: str) -> bool:
    """Tell whether a surname and a given name beside it may be in the same case.

    They are in Алиеву Вагифу, and not in «Алиев Вагифа наградил», of two people.
    """
    given = given.partition("-")[0]
    mens, womens = _given_cases(given, given_names, gender)
    his, hers = _surname_cases(surname)
    if gender != "femn" and not mens.isdisjoint(his):
        return True
    return gender != "masc" and not womens.isdisjoint(hers)


def _given_cases(
    word: str, given_names: Container[str], gender: str
) -> tuple[frozenset[str], frozenset[str]]:
    nobody: frozenset[str] = frozenset()
    if word in given_names:
        if re.search("[еиоуэ]а$", word):
            # Франсуа
            return _ANY, _ANY
        if word[-1] in "ая":
            # Лейла, and Никита.
            mens = frozenset("n") | (_cases(word, _MENS) if word[:-1] in given_names else nobody)
            return mens, frozenset("n")
        if word[-1] in "еиоуыэю":
            return _ANY, _ANY
        # Мехрибан doesn't decline.
        return frozenset("n"), _ANY
    ends_hard = word[-1] in ENDS_HARD
    mens, womens = _cases(word, _MENS), _cases(word, _WOMENS)
    listed = any(word[:-1] + tail in given_names for tail in ("", "й", "ь", "я", "а"))
    if any(word[:-end] + tail in given_names for end in (1, 2) for tail in "ая"):
        # Илью, if it is known to be a man's, and Марию
        return mens | womens if gender == "masc" else mens, womens
    if word[-1] in "оэи" and not listed:
        # Ратко, Рами
        return _ANY, womens or _ANY
    if word[-1] in "ая" and not listed:
        # Муртаза
        return mens | frozenset("n"), womens
    if ends_hard and not mens and not womens:
        return frozenset("n"), _ANY
    return mens, womens


def _surname_cases(surname: SurnameForm) -> tuple[frozenset[str], frozenset[str]]:
    word, nominative = surname
    if "-" in word or not nominative or not re.fullmatch("[а-я]+", word):
        return _ANY, _ANY
    nobody: frozenset[str] = frozenset()
    by_gender = nominative.endswith(_WOMENS_SURNAME) or nominative.endswith(("ий", "ой", "ый"))
    if word == nominative:
        if word.endswith(_INDECLINABLE):
            return _ANY, _ANY
        if word[-1] in "ая":
            womans = re.search("(?:[ое]в|[иы]н)а$|ая$", word)
            return nobody if womans else frozenset("n"), frozenset("n")
        # Трамп of a woman doesn't decline.
        return frozenset("n"), nobody if by_gender else _ANY
    if nominative[-1] in "ая":
        hers = frozenset("a") if word.endswith(("ую", "юю")) else _cases(word, _WOMENS)
        return hers, hers
    his = _cases(word, _MENS)
    if not by_gender:
        return his, nobody
    if word.endswith(("ая", "ую", "юю")):
        return nobody, frozenset("n" if word[-1] == "я" else "a")
    return his, nobody if word[-1] == "е" else _cases(word, _WOMENS)


def _cases(word: str, endings: dict[str, str]) -> frozenset[str]:
    return frozenset(endings.get(word[-3:], endings.get(word[-2:], endings.get(word[-1:], ""))))


def is_given_after(surname: SurnameForm, word: str, *, closed: bool) -> bool:
    """Tell whether an unlisted word with a capital, after a surname, is a given name.

    It is in the same oblique case: Алиеву Зульфугару. In the nominative nothing may go on
    after it: «Алиев Зульфугар, директор», but «Алиев Иран посетил».
    """
    if not re.fullmatch("[а-я]{3,}", word) or word.endswith(_ADJECTIVE_ONLY):
        return False
    his, hers = _surname_cases(surname)
    if surname.written == surname.nominative:
        return closed and "n" in his and word[-1] in ENDS_HARD
    if hers and not hers.isdisjoint("gdip"):
        return not hers.isdisjoint(_cases(word, _WOMENS))
    return not his.isdisjoint(_cases(word, _MENS))


def may_be_surname(word: str) -> bool:
    """Tell whether a word with a capital, in normal form, is a surname by its ending."""
    return re.search(_SURNAME, word) is not None


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
