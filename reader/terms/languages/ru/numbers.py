"""Other ways to write a Russian term with a number: ordinals in words, in digits, and bare."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from reader.terms.languages import roman, word_files
from reader.terms.languages.pack import Form, Spelling
from reader.terms.languages.ru import phrases
from reader.terms.languages.ru.morphology import readings

_ORDINALS = {
    int(number): (ordinal, cardinal[0] if cardinal else "")
    for number, ordinal, *cardinal in word_files.groups(Path(__file__).parent, "ordinals")
}
_NUMBERS = {ordinal: number for number, (ordinal, _) in _ORDINALS.items()}
_TENS = {cardinal: number for number, (_, cardinal) in _ORDINALS.items() if cardinal}
_ENDING = re.compile("й|я|е|ый|ий|ая|ое|ой|го|ого|му|ому|ю|ую|м|ым|ом|х|ых")
_LETTER = {"masc": "й", "femn": "я", "neut": "е"}
_MOST_WORDS = 4

Written = tuple[Spelling, set[Form]]


def rewritten(spelling: Spelling) -> Iterator[Written]:
    """Yield the other ways to write a term that has an ordinal number, with their forms."""
    words, separators = spelling
    if len(words) == 2 and words[1].isdigit() and words[0].isalpha() and len(words[0]) > 2:
        # Статья 50: 50-я статья, пятидесятая статья.
        yield from _with_ordinal(int(words[1]), words[:1])
    elif _begins_with_ordinal(words, separators):
        noun = words[2:]
        if len(noun) == 1:
            yield _numbered(int(words[0]), noun[0])
        yield from _with_ordinal(int(words[0]), noun, suffixed=False)
    elif len(words) > 1 and words[0].isupper() and (number := roman.value(words[0])):
        # XX съезд: 20-й съезд, двадцатый съезд.
        if not words[1][0].isupper():
            yield from _with_ordinal(number, words[1:])
    elif found := _ordinal_in_words(words):
        number, count = found
        if len(words) == count + 1:
            yield _numbered(number, words[count])
        if len(words) > count:
            yield from _with_ordinal(number, words[count:], in_words=False)
    elif any(separators[i : i + 1] == ("-",) and word.isdigit() for i, word in enumerate(words)):
        yield from _without_endings(spelling)


def reigns(words: Sequence[str], gender: str) -> Iterator[tuple[str, ...]]:
    """Yield the other way to number a monarch: Пётр I is Пётр Первый."""
    if len(words) < 2:
        return
    if number := roman.value(words[-1]):
        spelt = _in_words(number, gender or "masc")
        if len(spelt) == 1:
            yield (*words[:-1], spelt[0].capitalize())
    elif words[-1][0].isupper():
        numeral = roman.numeral(ordinals().get(words[-1].lower(), 0))
        if numeral:
            yield (*words[:-1], numeral)


def _begins_with_ordinal(words: Sequence[str], separators: Sequence[str]) -> bool:
    return (
        2 < len(words) <= _MOST_WORDS
        and words[0].isdigit()
        and separators[0] == "-"
        and _ENDING.fullmatch(words[1]) is not None
    )


def _numbered(number: int, noun: str) -> Written:
    forms = {(*form, str(number)) for form in phrases.forms((noun,), plural=False)}
    return Spelling((noun, str(number)), ("",)), forms


def _with_ordinal(
    number: int, nouns: Sequence[str], *, suffixed: bool = True, in_words: bool = True
) -> Iterator[Written]:
    """Yield «50-я статья», «50 статья» and «пятидесятая статья»."""
    gender = phrases.PHRASES.gender(nouns)
    if not gender:
        return
    gender = gender if gender in _LETTER else "femn"
    letter = _LETTER[gender]
    blanks = ("",) * (len(nouns) - 1)
    if suffixed:
        yield (
            Spelling((str(number), letter, *nouns), ("-", "", *blanks)),
            phrases.forms((f"{number}-{letter}", *nouns), plural=False),
        )
    yield Spelling((str(number), *nouns), ("", *blanks)), _bare(number, letter, nouns)
    if numeral := roman.numeral(number):
        forms = phrases.forms((f"{number}-{letter}", *nouns), plural=False)
        yield (
            Spelling((numeral, *nouns), ("", *blanks)),
            {(numeral.lower(), *form[1:]) for form in forms},
        )
    if in_words and (spelt := _in_words(number, gender)):
        before, ordinal = spelt[:-1], spelt[-1]
        forms = phrases.forms((ordinal, *nouns), plural=False)
        yield (
            Spelling((*spelt, *nouns), ("",) * (len(spelt) + len(nouns) - 1)),
            {(*before, *form) for form in forms},
        )


def _bare(number: int, letter: str, nouns: Sequence[str]) -> set[Form]:
    """Return «907 поправки» in the singular, but for what counts things: «22 статьи»."""
    counts: set[str] = set()
    if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
        counts = {"gent", "nomn", "accs"}
    elif number % 10 == 1 and number % 100 != 11:
        counts = {"nomn", "accs"}
    table = phrases.paradigm((f"{number}-{letter}", *nouns))
    counted = {
        form[1:]
        for (case, n), cell in table.items()
        if n == "sing" and case in counts
        for form in cell
    }
    return {
        (str(number), *form[1:])
        for (_, n), cell in table.items()
        if n == "sing"
        for form in cell
        if form[1:] not in counted
    }


def _in_words(number: int, gender: str) -> tuple[str, ...]:
    """Return an ordinal in words, in the nominative; nothing above a thousand."""
    if number in _ORDINALS:
        ordinal = _ORDINALS[number][0]
        before: tuple[str, ...] = ()
    else:
        parts = [part for part in (number // 100 * 100, number % 100 // 10 * 10) if part]
        rest = number % 100 if number % 100 in _ORDINALS else number % 10
        if number % 100 in _ORDINALS:
            parts = parts[:1] if number >= 100 else []
        if number > 999 or rest not in _ORDINALS or not all(_ORDINALS[p][1] for p in parts):
            return ()
        ordinal, before = _ORDINALS[rest][0], tuple(_ORDINALS[part][1] for part in parts)
    for reading in readings(ordinal):
        if not reading.noun:
            for form in sorted(reading.at("nomn", "sing", gender)):
                return (*before, form)
    return ()


@cache
def ordinals() -> dict[str, int]:
    """Return the ordinals in the nominative of every gender."""
    return {
        form: number
        for ordinal, number in _NUMBERS.items()
        for reading in readings(ordinal)
        if not reading.noun
        for gender in _LETTER
        for form in reading.at("nomn", "sing", gender)
    }


def _ordinal_in_words(words: Sequence[str]) -> tuple[int, int] | None:
    """Return the number that begins a term in words, and in how many."""
    total = 0
    for count, word in enumerate(words[:3]):
        lowered = word.lower()
        if lowered in _TENS:
            total += _TENS[lowered]
            continue
        number = ordinals().get(lowered)
        return None if number is None else (total + number, count + 1)
    return None


def _without_endings(spelling: Spelling) -> Iterator[Written]:
    """Yield «капитан 1 ранга» for «капитан 1-го ранга»."""
    words, separators = spelling
    units: list[str] = []
    for i, word in enumerate(words):
        if i and separators[i - 1] == "-" and words[i - 1].isdigit() and _ENDING.fullmatch(word):
            units[-1] += f"-{word}"
        else:
            units.append(word)
    bare = [re.sub(r"^(\d+)-.*", r"\1", unit) for unit in units]
    if bare == units:
        return
    at = [i for i, unit in enumerate(units) if unit != bare[i]]
    forms = {
        tuple(bare[i] if i in at and i < len(form) else word for i, word in enumerate(form))
        for form in phrases.forms(units, plural=True)
        if len(form) == len(units)
    }
    yield Spelling(tuple(bare), ("",) * (len(bare) - 1)), forms
