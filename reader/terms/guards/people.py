"""Guard names from other people's: «Трамп» in Мелания Трамп."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.terms.guards.boundaries import has_small_words, in_capitals
from reader.terms.guards.flags import CLOSED
from reader.terms.guards.vocabulary import Vocabulary
from reader.terms.neighbours import SPACES, plain, starts_sentence, word_after, word_before

if TYPE_CHECKING:
    from reader.terms.compiled import Person

_BESIDE = 24
_FAR = 2000
_ENDS_GENITIVE = "ая"


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
    return previous is not None and previous[0].lower() in vocabulary.words("deputies")


def is_anothers_place(
    text: str,
    span: tuple[int, int, int],
    flags: int,
    previous: tuple[str, int],
    vocabulary: Vocabulary,
) -> bool:
    """Tell whether a given name makes the place a person's: George Washington.

    ``previous``: the word before, with a capital, and its offset. It doesn't in «Надежды России»
    and «Віра Британії», of which the one is a common word, the other in another case, nor before
    what is written in capitals.
    """
    start, end, _ = span
    raw, at = previous
    if len(raw) == 2 and raw[1] == ".":
        # Booker T. Washington
        further = word_before(text, at)
        if further is None:
            return False
        raw = further[0]
    word = plain(raw)
    if vocabulary.name_kind(word) != "given" or text[start:end].isupper() > raw.isupper():
        return False
    if raw.isupper() and not in_capitals(text, start):
        # «АН СССР»
        return False
    if text[start] < "\x80":
        return True
    listed, begun = vocabulary.names_and_words
    if word in listed or word.startswith(begun):
        return False
    nominative = word in vocabulary.given_names and word[:-1] not in vocabulary.given_names
    return not nominative or bool(flags & CLOSED)


def is_called_so(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a place is a given name before a surname: Paris Hilton, Владимир Петров."""
    word, latin = plain(text[start:end]), text[start] < "\x80"
    if not latin and vocabulary.name_kind(word) != "given":
        return False
    following = word_after(text, end)
    if following is None or not following[0][0].isupper() or following[0].isupper():
        return False
    after = plain(following[0])
    if latin:
        if word not in vocabulary.named_places and vocabulary.name_kind(after) != "given":
            return False
        return (
            after not in vocabulary.words("after_places")
            and after not in vocabulary.words("offices")
            and after not in vocabulary.first_words
            and has_small_words(text, start)
        )
    further = word_after(text, following[1])
    if vocabulary.name_kind(after) == "given" and further and further[0].istitle():
        # «Госсекретарь Джорджии Брэд Раффенспергер»
        return False
    previous = word_before(text, start)
    return previous is None or plain(previous[0]) not in vocabulary.words("before_places")


def is_word(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a surname is a month or an office by what stands beside it.

    It is in "in May", "3 May" and "the King of Spain".
    """
    word = text[start:end].lower()
    if word in vocabulary.words("offices"):
        article = word_before(text, start)
        return article is not None and article[0].lower() in vocabulary.articles
    if word not in vocabulary.words("dates"):
        return False
    if re.match(r"\s\d", text[end : end + 2]):
        return True
    before = text[max(0, start - _BESIDE) : start]
    if re.search(
        r"\d(?:st|nd|rd|th)?(?: of)? $|\b(?:end|start|beginning|middle|month) of $", before
    ):
        return True
    previous = word_before(text, start)
    return previous is not None and previous[0].lower() in vocabulary.words("before_dates")


def is_womans(text: str, start: int, end: int, flags: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a man's surname is a woman's here: «Алиева заявила»."""
    language = vocabulary.language(flags)
    return (
        text[start:end].lower().endswith(language.feminine_surnames)
        and starts_sentence(text, start)
        and re.match(rf"[{SPACES}]+{language.feminine_verb}", text[end : end + 40]) is not None
    )


def is_mans(
    text: str,
    span: tuple[int, int, int],
    flags: int,
    people: Mapping[int, Person],
    named: set[int],
    vocabulary: Vocabulary,
) -> bool:
    """Tell whether a woman's surname is a man's in the genitive here: «тренера Орлова»."""
    start, end, place = span
    if place not in people or people[place][2] != "femn":
        return False
    surname = plain(text[start:end])
    feminine = vocabulary.language(flags).feminine_surnames
    if (
        place not in named
        and surname.endswith(feminine)
        and surname[:-1] not in vocabulary.first_words
        and re.search(
            rf"\b{re.escape(text[start : end - 1])}\b", text[max(0, start - _FAR) : start]
        )
    ):
        # «Терешков доложил, выслушали Терешкова»
        return True
    previous = word_before(text, start)
    if previous is None:
        return False
    from reader.terms.languages import registry

    pack = registry.pack(vocabulary.language(flags).code)
    if pack.is_mans(plain(previous[0]), surname):
        return True
    # «Бывшего акима Серикова»
    further = word_before(text, previous[1]) if previous[0][-1] in _ENDS_GENITIVE else None
    return further is not None and pack.is_mans(plain(further[0]), surname)


def is_common_word(text: str, start: int, end: int, flags: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a name that begins a sentence is a common word: «Горький шоколад»."""
    latin = text[start] < "\x80"
    if latin and not (
        text[start:end].lower() in vocabulary.words("common_words")
        or text.startswith((" up ", " by "), end)
    ):
        return False
    if not starts_sentence(text, start):
        return False
    previous = word_before(text, start)
    if previous is not None and vocabulary.is_title(previous[0].lower()):
        # Mr. Cook
        return False
    from reader.terms.languages import registry

    pack = registry.pack(vocabulary.language(flags).code)
    return pack.describes_next(text, start, end)
