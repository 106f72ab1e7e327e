"""All forms of a Russian noun phrase: adjectives and head decline together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from reader.terms.languages import word_files
from reader.terms.languages.pack import Form
from reader.terms.languages.ru.morphology import CASES, Reading, parses, readings

Paradigm = dict[tuple[str, str], set[Form]]
"""Forms by case and number."""

_PLURAL_OF_ITS_OWN = frozenset(word_files.words(Path(__file__).parent, "plurals_of_their_own"))
_MOST_TAILS = 4
_REMEMBERED = 4096
_DECLINED = re.compile("[А-ЯЁ]+[БВГДЖЗКЛМНПРСТФХЦЧШЩ]")


def forms(words: Sequence[str], *, plural: bool) -> set[Form]:
    """Return every form of the phrase ``words``; ``plural``: in either number."""
    found = {tuple(word.lower() for word in words)}
    if at := _coordination(words):
        # малый и средний бизнес: two adjectives of one noun.
        whole = forms((*words[:at], *words[at + 1 :]), plural=plural)
        return found | {(*form[:at], words[at].lower(), *form[at:]) for form in whole}
    own_number = _own_number(words)
    either = plural and _other_number(words)
    for (_, number), cell in paradigm(words).items():
        if either or number == own_number:
            found |= cell
    return found


def is_plural(words: Sequence[str]) -> bool:
    """Tell whether a phrase is in the plural by its head."""
    return _own_number(words) == "plur"


def _coordination(words: Sequence[str]) -> int:
    """Return the index of an «и» or «или» between a noun's adjectives, or 0."""
    for at in range(1, len(words) - 2):
        if words[at].lower() in ("и", "или") and any(
            place > at and len(modifiers) == place
            for place, head, modifiers in _heads((*words[:at], *words[at + 1 :]))
            if head.noun
        ):
            return at
    return 0


def _own_number(words: Sequence[str]) -> str:
    heads = _heads(words)
    return heads[0][1].number if heads else "sing"


def _other_number(words: Sequence[str]) -> bool:
    return len(words) > 1 or words[0].lower() not in _PLURAL_OF_ITS_OWN


Head = tuple[int, Reading, list[list[Reading]]]


def _heads(words: Sequence[str]) -> list[Head]:
    """Return the head's index and readings, and those of its adjectives."""
    return _heads_of(tuple(words))


@lru_cache(_REMEMBERED)
def _heads_of(words: tuple[str, ...]) -> list[Head]:
    of = [readings(word.lower()) for word in words]
    first = 0
    while first < len(words) - 1 and not of[first] and _is_adverb(words[first].lower()):
        first += 1
    run = first
    while run < len(words) and any(not reading.noun for reading in of[run]):
        run += 1
    for same_gender in (True, False):
        # The last noun that all before it agree with: in Ближний Восток that is Восток.
        for at in range(min(run, len(words) - 1), first - 1, -1):
            heads: list[Head] = []
            for head in of[at]:
                modifiers = [
                    [r for r in of[i] if not r.noun and _agree(r, head, same_gender)]
                    for i in range(first, at)
                ]
                if head.noun and all(modifiers):
                    heads.append((at, head, modifiers))
            if heads:
                return heads
    # Adjectives as nouns: верховный главнокомандующий, уполномоченный по правам человека.
    if run == first:
        return []
    return [
        (run - 1, head, modifiers)
        for head in of[run - 1]
        if not head.noun
        and all(
            modifiers := [
                [r for r in of[i] if not r.noun and _agree(r, head, True)]
                for i in range(first, run - 1)
            ]
        )
    ]


def _is_adverb(word: str) -> bool:
    return any(p.tag.POS in ("ADVB", "PRED") for p in parses(word)) or word.isdigit()


def _agree(modifier: Reading, head: Reading, same_gender: bool) -> bool:
    if modifier.number != head.number:
        return False
    return not same_gender or head.number == "plur" or head.gender in ("", "ms-f", modifier.gender)


def paradigm(words: Sequence[str]) -> Paradigm:
    """Return the forms of a phrase by case and number.

    Empty where neither a noun nor an adjective leads.
    """
    table: Paradigm = {}
    for at, head, modifiers in _heads(words):
        prefix = tuple(word.lower() for word in words[: at - len(modifiers)])
        for case, number, gender in head.forms:
            if not head.noun and number == "sing" and gender != _gender(head):
                continue
            nouns = head.at(case, number, gender)
            tails = list(_tails(words[at + 1 :], head, case, number))
            for chosen in product(*modifiers):
                own = head.gender_in_singular() if head.noun else gender
                options = []
                for modifier in chosen:
                    its = own
                    if number == "sing" and modifier.number == "sing" and modifier.gender != own:
                        its = modifier.gender
                    source = case
                    if case == "accs" and head.noun and (number == "plur" or its == "masc"):
                        source = "gent" if head.animate else "nomn"
                    options.append(modifier.at(source, number, its))
                cell = table.setdefault((case, number), set())
                for leading in product(*options, nouns):
                    cell.update((*prefix, *leading, *tail) for tail in tails)
    return table


def after_numeral(words: Sequence[str]) -> set[Form]:
    """Return the forms after два, три and четыре of a phrase that an adjective begins.

    The adjectives are in the genitive plural and the noun is in the genitive singular, or in the
    nominative plural if it is feminine.
    """
    found: set[Form] = set()
    for at, head, modifiers in _heads(words):
        if not (head.noun and modifiers and head.number == "sing"):
            continue
        nouns = head.at("gent", "sing", head.gender)
        if head.gender == "femn":
            nouns |= head.at("nomn", "plur", "")
        prefix = tuple(word.lower() for word in words[: at - len(modifiers)])
        tails = list(_tails(words[at + 1 :], head, "gent", "sing"))
        for chosen in product(*modifiers):
            options = [modifier.at("gent", "plur", "") for modifier in chosen]
            for leading in product(*options, nouns):
                found.update((*prefix, *leading, *tail) for tail in tails)
    return found


def after_and(words: Sequence[str]) -> set[Form]:
    """Return the forms of a phrase whose noun is in the plural for another adjective's sake.

    Its own are in the singular: «Западной партий» of «Восточной и Западной партий».
    """
    found: set[Form] = set()
    for at, head, modifiers in _heads(words):
        if not (head.noun and modifiers and head.number == "sing" and at == len(modifiers)):
            continue
        for case in CASES:
            nouns = head.at(case, "plur", "")
            source = case
            if case == "accs" and head.gender == "masc":
                source = "gent" if head.animate else "nomn"
            for chosen in product(*modifiers):
                options = [modifier.at(source, "sing", head.gender) for modifier in chosen]
                for leading in product(*options, nouns):
                    for tail in _tails(words[at + 1 :], head, case, "plur"):
                        found.add((*leading, *tail))
    return found


def _gender(head: Reading) -> str:
    # A plural adjective as a noun (данные) has a singular only by accident.
    return head.gender if head.number == "sing" else "none"


def _tails(tail: Sequence[str], head: Reading, case: str, number: str) -> Iterator[Form]:
    """Yield what follows the head: frozen, or declining with a head beside it."""
    frozen = tuple(word.lower() for word in tail)
    if not tail:
        yield frozen
        return
    together = False
    if frozen[0] == "и" and len(tail) > 1:
        # торговля и транзит; приливов и отливов: both in the plural, or neither
        rest = paradigm(tail[1:])
        own_number = _own_number(tail[1:])
        for form in rest.get((case, number if own_number == head.number else own_number), ()):
            together = True
            yield ("и", *form)
    agreeing = [
        r for r in readings(frozen[0]) if not r.noun and _agree(r, head, True) and head.noun
    ]
    if agreeing and (len(tail) == 1 or not any(r.noun for r in readings(frozen[1]))):
        # имя собственное, Пётр Великий
        for reading in agreeing:
            for word in reading.at(case, number, head.gender_in_singular()):
                together = True
                yield (word, *frozen[1:])
    elif tail[0][0].isupper() and len(tail) <= 2:
        # Республика Армения: frozen, and declining too; озеро Байкал.
        for form in paradigm(tail).get((case, _own_number(tail)), ()):
            yield form
    if not together or case == "nomn" or tail[0][0].isupper():
        # With a capital it may be a name in the nominative (космодром Восточный) or in the
        # genitive (улица Ленина), however well it agrees.
        yield from _numbers(tuple(tail))
    if _DECLINED.fullmatch(tail[-1]):
        # глава МИДа
        yield (*frozen[:-1], frozen[-1] + "а")


@lru_cache(_REMEMBERED)
def _numbers(tail: tuple[str, ...]) -> list[Form]:
    """Return a frozen tail, and with its genitives in the other number: курсы валют."""
    found: list[Form] = [tuple(word.lower() for word in tail)]
    end = 0
    while end < len(tail) and not _genitives(tail[end].lower(), True):
        if not _genitives(tail[end].lower(), False):
            return found
        end += 1
    if end == len(tail) or any(word[0].isupper() for word in tail[: end + 1]):
        return found
    rest = _numbers(tail[end + 1 :]) if end + 1 < len(tail) else [()]
    for noun in _genitives(tail[end].lower(), True):
        other = "plur" if noun.tag.number == "sing" else "sing"
        if other == "sing" and ("anim" in noun.tag or "Pltm" in noun.tag):
            # «совет директора» is not «совет директоров».
            continue
        changed = noun.inflect({"gent", other})
        if changed is None:
            continue
        gender = set() if other == "plur" else {str(changed.tag.gender)}
        adjectives = []
        for word in tail[:end]:
            inflected = [
                form.word
                for parse in _genitives(word.lower(), False)
                if (form := parse.inflect({"gent", other} | gender))
            ]
            adjectives.append(inflected[:1])
        found.extend((*chosen, changed.word) for chosen in product(*adjectives))
    firsts = [found[0][: end + 1], *found[1:]]
    return [(*first, *last) for first in dict.fromkeys(firsts) for last in rest][:_MOST_TAILS]


@lru_cache(_REMEMBERED)
def _genitives(word: str, noun: bool) -> tuple[Any, ...]:
    pos = ("NOUN",) if noun else ("ADJF", "PRTF")
    return tuple(p for p in parses(word) if p.tag.POS in pos and p.tag.case == "gent")
