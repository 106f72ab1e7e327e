"""All forms of a Russian term: phrases, names, abbreviations, numbered things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.terms.languages.pack import Form, ParsedTerm, Spelling
from reader.terms.languages.ru import names, phrases
from reader.terms.languages.ru.morphology import guessed, parses, readings

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_GLUED = ("а", "у", "ом", "ем", "е", "и", "ы", "ов", "ам", "ами", "ах", "я", "ю", "й")
_MOST_LETTERS = 2
_UNLIKELY = 0.2
_MOST_SET = 6
_VOWELS = "аеёиоуыэюя"


def expand(term: ParsedTerm) -> Iterator[tuple[Spelling, set[Form]]]:
    """Make every form of ``term``, for each way to write it."""
    yield term.spelling, _forms(term)
    if not term.foreign and (swapped := _by_number(term.spelling)):
        yield swapped


def _units(spelling: Spelling) -> list[str]:
    """Split a spelling into words, hyphenated ones and those like х/ф whole."""
    words = spelling.words
    units: list[str] = []
    for i, word in enumerate(words):
        sign = spelling.separators[i - 1] if i else ""
        if sign == "-" or (sign == "/" and max(len(word), len(words[i - 1])) <= _MOST_LETTERS):
            units[-1] += sign + word
        else:
            units.append(word)
    return units


def _forms(term: ParsedTerm) -> set[Form]:
    kind, spelling = term.kind, term.spelling
    words = tuple(word.lower() for word in spelling.words)
    found = {words}
    if term.foreign:
        return found | {(*words[:-1], words[-1] + ending) for ending in _GLUED}
    if term.abbreviation:
        for i, word in enumerate(spelling.words):
            if word.isupper() and words[i][-1] not in _VOWELS and _CYRILLIC.search(word):
                found |= {(*words[:i], words[i] + end, *words[i + 1 :]) for end in _GLUED}
        if any(word.isupper() for word in spelling.words) or term.text.islower():
            return found
    units = _units(spelling)
    plural = kind not in ("person", "place")
    if kind == "person":
        if is_office(units) or (len(units) == 1 and not units[0][0].isupper()):
            plural = True
            found |= phrases.forms(units, plural=True)
        found |= names.forms(units, term.gender)
        return found
    found |= phrases.forms(units, plural=plural)
    found |= _with_first_set(kind, units, plural=plural)
    if len(units) == 1 and units[0][0].isupper() and not _is_singular(units[0]):
        # A brand or a town that the dictionary takes for another word's form (Тесла).
        found |= {
            (form,)
            for r in guessed(units[0].lower())
            for forms in r.forms.values()
            for form in forms
        }
    if len(units) > 1 and all(unit[0].isupper() for unit in units) and _is_made_up(units[0]):
        # A proper name that no dictionary knows (Эксон Мобил): any of its words may decline.
        found |= names.forms(units, "masc")
    return found


def is_office(units: Sequence[str]) -> bool:
    """Tell whether the words of a person's term name an office: премьер-министр."""
    first = [r for r in readings(units[0].lower()) if r.noun and r.known]
    head = first or [r for unit in units[1:2] for r in readings(unit.lower()) if r.noun and r.known]
    return any(r.animate for r in head) and not any(r.proper for r in head)


def _with_first_set(kind: str, units: list[str], *, plural: bool) -> set[Form]:
    """Return the forms in which the first word stays: Газпром нефть, Ельцин Центр, бизнес план."""
    found: set[Form] = set()
    if not 1 < len(units) <= _MOST_SET or not _is_first_set(kind, units):
        return found
    if kind == "organisation" and len(units) == 2:
        # The last of two nouns side by side may be the only one that declines.
        for (_, number), cell in phrases.paradigm(units[1:]).items():
            if number == "sing":
                found |= {(units[0].lower(), *form) for form in cell}
        return found
    return {
        (units[0].lower(), *form)
        for form in _with_first_set(kind, units[1:], plural=plural)
        | phrases.forms(units[1:], plural=plural)
    }


def _is_first_set(kind: str, units: list[str]) -> bool:
    """Tell whether the first of some words may stay as it is before a noun that declines."""
    first, second = units[:2]
    if kind == "organisation" and len(units) == 2 and _is_singular(first):
        return True
    if _may_be_genitive(second) or not any(r.noun for r in readings(second.lower())):
        return False
    of = readings(first.lower())
    if _is_abbreviation(first) or _is_indeclinable(first) or (first[0].isupper() and not of):
        # «Дойче банк» has a word that is none.
        return True
    if first[0].isupper():
        # «Милли Меджлис», «Ельцин Центр»; but «Чёрное Море» agrees.
        return second[0].isupper() and all(r.noun or not r.known for r in of)
    return first[-1] not in _VOWELS + "ь" and any(
        r.noun and r.number == "sing" and not r.animate for r in of
    )


def _is_indeclinable(word: str) -> bool:
    nouns = [p for p in parses(word.lower()) if p.tag.POS == "NOUN" and p.is_known]
    return bool(nouns) and all("Fixd" in p.tag for p in nouns)


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()


def _may_be_genitive(word: str) -> bool:
    return any(
        p.tag.case in ("gent", "gen2") and "Fixd" not in p.tag and p.score > _UNLIKELY
        for p in parses(word.lower())
    )


def _is_singular(word: str) -> bool:
    return any(r.known and r.number == "sing" for r in readings(word.lower()))


def _is_made_up(word: str) -> bool:
    lowered = word.lower()
    return not any(p.is_known for p in parses(lowered)) and all(r.noun for r in readings(lowered))


_ORDINAL = re.compile("(?:й|я|е|ый|ая|ое|ой)$")


def _by_number(spelling: Spelling) -> tuple[Spelling, set[Form]] | None:
    """Return «поправка 907» and «поправка № 907» for «907-я поправка», or vice versa."""
    words, separators = spelling
    if len(words) == 3 and words[0].isdigit() and separators[0] == "-" and _ORDINAL.match(words[1]):
        forms = {(*form, words[0]) for form in phrases.forms(words[2:], plural=False)}
        return Spelling((words[2], words[0]), ("",)), forms
    if len(words) == 2 and words[1].isdigit() and words[0].isalpha():
        gender = next((r.gender for r in readings(words[0].lower()) if r.noun), "")
        ending = {"masc": "й", "femn": "я", "neut": "е"}.get(gender)
        if ending is None:
            return None
        ordinal = f"{words[1]}-{ending}"
        return (
            Spelling((words[1], ending, words[0]), ("-", "")),
            phrases.forms((ordinal, words[0]), plural=False),
        )
    return None
