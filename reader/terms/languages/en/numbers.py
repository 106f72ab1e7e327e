"""Other ways to write an English term with a number: in words, in digits and in Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reader.terms.languages import roman, word_files
from reader.terms.languages.pack import Spelling

_WORDS = {
    int(number): (ordinal, cardinal)
    for number, ordinal, cardinal in word_files.groups(Path(__file__).parent, "ordinals")
}
_ORDINALS = {ordinal: number for number, (ordinal, _) in _WORDS.items()}
_CARDINALS = {cardinal: number for number, (_, cardinal) in _WORDS.items()}
_DIGITS = re.compile("([1-9][0-9]?)(?:st|nd|rd|th)")
_TENTHS = ("th", "st", "nd", "rd")


def rewritten(spelling: Spelling, *, person: bool) -> Iterator[Spelling]:
    """Yield the other ways to write a term that an ordinal begins or a number ends.

    The 20th or Twentieth Congress; World War II, 2 or Two; Peter I or the First.
    """
    words, separators = spelling
    if len(words) > 1 and not person:
        number, count = _ordinal(spelling)
        if number and len(words) > count:
            rest, gaps = words[count:], separators[count:]
            for first, joined in _ordinals(number):
                yield Spelling((*first, *rest), (*joined, "", *gaps))
        elif separators[-1] == "" and (number := _cardinal(words[-1])):
            for last in (str(number), roman.numeral(number), _WORDS.get(number, ("", ""))[1]):
                if last:
                    yield Spelling(
                        (*words[:-1], last.capitalize() if last.islower() else last), separators
                    )
    elif len(words) > 1 and person:
        if number := roman.value(words[-1]):
            for first, joined in _ordinals(number):
                if not first[0][0].isdigit():
                    whole = (*words[:-1], "the", *first)
                    yield Spelling(whole, (*separators, "", *joined))
        elif words[-2:-1] == ("the",) and (number := _ORDINALS.get(words[-1].lower(), 0)):
            yield Spelling((*words[:-2], roman.numeral(number)), separators[:-1])


def _ordinal(spelling: Spelling) -> tuple[int, int]:
    """Return the ordinal number that begins a term, and in how many words; 0 without one."""
    words, separators = spelling
    first = words[0].lower()
    if match := _DIGITS.fullmatch(first):
        return int(match[1]), 1
    if first in _ORDINALS:
        return _ORDINALS[first], 1
    if first in _CARDINALS and separators[0] == "-" and words[1].lower() in _ORDINALS:
        return _CARDINALS[first] + _ORDINALS[words[1].lower()], 2
    return (roman.value(words[0]), 1) if len(words[0]) > 1 else (0, 0)


def _ordinals(number: int) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the words of an ordinal number and what stands between them."""
    ending = "th" if number // 10 == 1 or number % 10 >= len(_TENTHS) else _TENTHS[number % 10]
    yield (f"{number}{ending}",), ()
    if number in _WORDS:
        yield (_WORDS[number][0].capitalize(),), ()
    elif number < 100:
        tens, ones = _WORDS[number // 10 * 10][1], _WORDS[number % 10][0]
        yield (tens.capitalize(), ones.capitalize()), ("-",)


def _cardinal(word: str) -> int:
    """Return the number that a word is, in digits, in letters or Roman; 0 for any other."""
    if re.fullmatch("[1-9][0-9]?", word):
        return int(word)
    found = _CARDINALS.get(word.lower(), 0)
    return found or (roman.value(word) if len(word) > 1 else 0)
