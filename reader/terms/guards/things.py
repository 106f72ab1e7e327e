"""Guard places and people from what is called after them: New Mexico, «крейсер "Москва"»."""

from __future__ import annotations

import re

from reader.language.characters import DOUBLE_CLOSING, DOUBLE_OPENING
from reader.terms.guards.boundaries import has_small_words
from reader.terms.guards.flags import ABBREVIATION, CLOSED, LATIN_NAME, PERSON, PLACE, PLAIN
from reader.terms.guards.vocabulary import Vocabulary
from reader.terms.neighbours import plain, starts_sentence, word_after, word_before

QUOTES_BEFORE = frozenset(DOUBLE_OPENING)
QUOTES_AFTER = frozenset(DOUBLE_CLOSING)
_RUN = 3
_NAME = 40
_INDECLINABLE = frozenset("иуоеыэю")
# Endings of one case of a thing and of a man's surname; the genitive tells nothing.
_CASES = (
    ("е", "е"),
    ("ом", ("ом", "ым", "ем")),
    ("у", "у"),
    ("і", ("і", "ові")),
)
# The ending of an adjective, and that of the noun in the same case.
_FEMININE = r"(?:[ая]я \w+[ая]|[ую]ю \w+[ую]|[ое]й \w+(?:[ыие]|[ое]й))\b"


def is_another_place(
    text: str, start: int, previous: tuple[str, int], vocabulary: Vocabulary
) -> bool:
    """Tell whether a word with a capital makes the place after it another: South Korea.

    ``previous``: that word and its offset. «В Новой Гвинее» is another, «Новая Россия строится»
    need not be.
    """
    kind = vocabulary.place_kind(plain(previous[0]))
    if kind in ("direction", "same"):
        return kind == "direction"
    if kind == "" and not _ends_alike(plain(previous[0]), text, start):
        return False
    return not starts_sentence(text, previous[1]) and has_small_words(text, start)


def _ends_alike(adjective: str, text: str, start: int) -> bool:
    """Tell whether a word is the adjective of a place that is a feminine noun: Британская Колумбия."""
    return re.match(_FEMININE, adjective[-2:] + " " + text[start : start + _NAME]) is not None


def _is_thing_of_somebody(text: str, previous: tuple[str, int], vocabulary: Vocabulary) -> bool:
    """Tell whether a name parts a thing from what it is called: «фильм Терри Гиллиама "Бразилия"»."""
    for _ in range(_RUN):
        if not previous[0][0].isupper():
            return False
        before = word_before(text, previous[1])
        if before is None:
            return False
        if vocabulary.thing_kind(plain(before[0])) == "thing":
            return True
        previous = before
    return False


def is_things(text: str, span: tuple[int, int], flags: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a place or a person gave its name to a thing: «фильм "Сталин"», USS Lincoln.

    Or a place to a person, «дос Сантус», and a person to a place, «город Горький».
    """
    start, end = span
    opening = _opens_at(text, start, end)
    quoted = opening is not None
    base = bool(flags & (CLOSED | LATIN_NAME))
    if opening is not None and opening < start - 1 and not base:
        # The journal «Наследие Азербайджана» names the country; «Новый Азербайджан» does not.
        return False
    previous = word_before(text, start if opening is None else opening)
    if previous is None:
        return False
    kind = vocabulary.thing_kind(plain(previous[0]))
    if not kind:
        return quoted and _is_thing_of_somebody(text, previous, vocabulary)
    if kind == "thing":
        return quoted
    # What is called after it keeps the base form.
    base = base or quoted
    if not quoted and flags & PLACE and text[end - 1] in _INDECLINABLE:
        # «На улицы Баку вышли»
        return False
    if kind == "settlement":
        return bool(flags & PERSON) and (base or _is_apposition(previous[0], text[start:end]))
    return base if kind == "ship" else not flags & PERSON


def _opens_at(text: str, start: int, end: int) -> int | None:
    """Return where the quote opens in which a name and words with a capital stand alone.

    «Россия», «Адмирал Нахимов»; ``None`` without one.
    """
    for _ in range(_RUN):
        if text[end : end + 1] in QUOTES_AFTER:
            break
        following = word_after(text, end)
        if following is None or not following[0][0].isupper():
            return None
        end = following[1]
    else:
        return None
    for _ in range(_RUN):
        if text[start - 1 : start] in QUOTES_BEFORE:
            return start - 1
        previous = word_before(text, start)
        if previous is None or not previous[0][0].isupper():
            return None
        start = previous[1]
    return None


def _is_apposition(thing: str, name: str) -> bool:
    """Tell whether a name in an oblique case has that of the thing before it: «в городе Пушкине»."""
    return any(thing.endswith(of_thing) and name.endswith(of_name) for of_thing, of_name in _CASES)


def in_quoted_name(text: str, span: tuple[int, int], flags: int, vocabulary: Vocabulary) -> bool:
    """Tell whether what a quote opens with is the name of another thing.

    A common term with a capital is, after what it is of: журнал «Внешняя политика»; an abbreviation
    is with another word: «КМГ Интернешнл».
    """
    start, end = span
    if flags & PLAIN:
        return text[start].isupper() and is_things(text, span, flags, vocabulary)
    if not flags & ABBREVIATION or flags & PLACE:
        return False
    following = word_after(text, end)
    return (
        following is not None
        and following[0].istitle()
        and text[following[1] : following[1] + 1] in QUOTES_AFTER
        and plain(following[0]) not in vocabulary.first_words
    )


def ends_quoted_name(text: str, start: int, flags: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a place before a closing quote is the second word of a name: «Эйр Астана»."""
    if not flags & (CLOSED | LATIN_NAME):
        return False
    previous = word_before(text, start)
    if previous is None or text[max(0, previous[1] - 1) : previous[1]] not in QUOTES_BEFORE:
        return False
    return previous[0].istitle() and plain(previous[0]) not in vocabulary.first_words


def is_named_thing(text: str, start: int, end: int, vocabulary: Vocabulary, *, alone: bool) -> bool:
    """Tell whether words with a capital after an English name make it another's.

    A thing's, in Kennedy Space Center; after a surname ``alone`` any such word does, in Costa
    Coffee and Costa Rica, but for what a person has (Trump Administration) and for dates.
    """
    if alone and re.match(r" & [A-Z]", text[end : end + 4]):
        # Marsh & Partners
        return True
    at, named = end, vocabulary.words("named_things")
    following = None
    for _ in range(_RUN):
        further = word_after(text, at)
        if further is None or not further[0][0].isupper() or "\n" in text[at : further[1]]:
            break
        following = following or further[0]
        if further[0].lower() in named:
            return True
        at = further[1]
    if following is None or not alone or not following[1:].islower():
        return False
    word = following.lower()
    return not (
        word in vocabulary.words("after_places")
        or word in vocabulary.words("offices")
        or word in vocabulary.words("after_people")
        or word in vocabulary.words("companies")
        or word in vocabulary.words("dates")
        or word in vocabulary.named_places
        or word in vocabulary.first_words
    ) and has_small_words(text, start)
