"""All forms of an English term: number, spelling, hyphens, initials, articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.terms.languages import word_files
from reader.terms.languages.combinations import combinations
from reader.terms.languages.en import numbers
from reader.terms.languages.en.number import OFFICES, heads, plurals, singular
from reader.terms.languages.en.spelling import spelt
from reader.terms.languages.pack import Form, ParsedTerm, Spelling
from reader.terms.tokens import FAST_HYPHEN

_HERE = Path(__file__).parent

_PLURAL_OF_ITS_OWN = frozenset(word_files.words(_HERE, "plurals_of_their_own"))
_PREPOSITIONS = frozenset(word_files.words(_HERE, "prepositions"))
_COMPOUNDS = {
    word.replace("-", ""): tuple(word.split("-")) for word in word_files.words(_HERE, "compounds")
}
_MOST_SPELLINGS = 24
_WITH_NUMBER = 2

_STUDIES = "|".join(word_files.words(_HERE, "studies"))
_DEGREE = re.compile(f"([A-Z])({_STUDIES})|({_STUDIES})([A-Z])")
_PREFIX = "|".join(word_files.words(_HERE, "prefixes"))
_PREFIXES = re.compile(f"^(co(?=op|ord|ex|ed)|pre(?=e)|re(?=e)|{_PREFIX})" + "(.{4,})$")


def expand(term: ParsedTerm) -> Iterator[tuple[Spelling, set[Form]]]:
    """Make every form of ``term``, for each way to spell it."""
    spelling, kind = term.spelling, term.kind
    plural = kind not in ("person", "place")
    if kind == "person":
        # Prime ministers, prima ballerinas: not the name of one.
        plural = spelling.words[0][0].islower() or any(
            spelling.words[at].lower() in OFFICES for at in heads(*spelling)
        )
    closes = kind in ("concept", "event")
    for written in (spelling, *numbers.rewritten(spelling, person=kind == "person")):
        for each in spellings(written, closes=closes):
            yield _with_fast_hyphen(each), forms(each, plural=plural)


def _with_fast_hyphen(spelling: Spelling) -> Spelling:
    """Return the spelling of a by-election with a hyphen that no space replaces: "by election day"."""
    words, separators = spelling
    if separators[:1] == ("-",) and words[0].lower() in _PREPOSITIONS:
        return Spelling(words, (FAST_HYPHEN, *separators[1:]))
    return spelling


def forms(spelling: Spelling, *, plural: bool) -> set[tuple[str, ...]]:
    """Make every form of one spelling, lower-case; ``plural``: in either number."""
    lowered = [word.lower() for word in spelling.words]
    options = [sorted(spelt(word)) for word in lowered]
    found = {tuple(lowered), *combinations(*options)}
    if not plural or len(options) > 12:
        return found
    at_heads = heads(*spelling)
    if not at_heads and spelling.separators[-1:] == ("-",) and spelling.words[-1].isdigit():
        # Two F-35s
        return found | {(*lowered[:-1], lowered[-1] + "s")}
    if (
        not at_heads
        and len(lowered) == _WITH_NUMBER
        and lowered[1].isdigit()
        and lowered[0].isalpha()
    ):
        # Articles 105 and 106
        found |= set(combinations(sorted(plurals(lowered[0])), options[1]))
    for at in at_heads:
        numbered: set[str] = set()
        if spelling.words[at].isupper() and len(spelling.words[at]) > 1:
            return found | {(*lowered[:at], lowered[at] + "s", *lowered[at + 1 :])}
        for word in options[at]:
            numbered |= _in_the_other_number(word, alone=len(lowered) == 1)
        found |= set(combinations(*options[:at], sorted(numbered), *options[at + 1 :]))
    return found


def _in_the_other_number(word: str, *, alone: bool) -> set[str]:
    single = singular(word)
    if single is None:
        return plurals(word)
    return set() if alone and word in _PLURAL_OF_ITS_OWN else {single}


def spellings(spelling: Spelling, *, closes: bool) -> Iterator[Spelling]:
    """Yield the ways to write a term: its article, points, hyphens, «and» or not.

    ``closes``: two words may be written as one (health care).
    """
    seen: set[Spelling] = set()
    waiting = [spelling]
    while waiting and len(seen) < _MOST_SPELLINGS:
        each = waiting.pop(0)
        if each in seen or not each.words:
            continue
        seen.add(each)
        yield each
        waiting.extend(_respelt(each, closes=closes))


def _respelt(spelling: Spelling, *, closes: bool) -> Iterator[Spelling]:
    words, separators = spelling
    if words[-1].lower() in ("jr", "sr") and separators[-1:] == ("",):
        # Martin Luther King, Jr.
        yield Spelling(words, (*separators[:-1], ","))
    if words[0].lower() == "the" and len(words) > 1:
        yield Spelling(words[1:], separators[1:])
    for i, word in enumerate(words):
        separator = separators[i - 1] if i else ""
        if 2 <= len(word) <= 3 and word.isupper() and word.isalpha() and word.isascii():
            # US and U.S., JD and J. D.
            points = ["."] * (len(word) - 1)
            if separators[i : i + 1] == ("",):
                # U.S. Embassy: the last point, too.
                points.append(".")
            yield Spelling(
                (*words[:i], *word, *words[i + 1 :]),
                (*separators[:i], *points, *separators[i + len(points) - len(word) + 1 :]),
            )
        if i and separator == "." and len(word) == len(words[i - 1]) == 1:
            run = i + 1
            while run < len(words) and separators[run - 1] == "." and len(words[run]) == 1:
                run += 1
            if i == 1 or separators[i - 2] != ".":
                joined = "".join(words[i - 1 : run])
                yield Spelling(
                    (*words[: i - 1], joined, *words[run:]),
                    (*separators[: i - 1], *separators[run - 1 :]),
                )
        if i and separator == "." and _DEGREE.fullmatch(words[i - 1] + word):
            yield _closed(spelling, i, words[i - 1] + word)
        if degree := _DEGREE.fullmatch(word):
            first, second = (part for part in degree.groups() if part)
            yield Spelling(
                (*words[:i], first, second, *words[i + 1 :]),
                (*separators[:i], ".", *separators[i:]),
            )
        if (i and separator == "-") or (
            i and closes and separator == "" and len(words) == 2 and _both_plain(words)
        ):
            yield _closed(spelling, i)
        if i and word.isdigit() and separator == "" and words[i - 1].isalpha():
            # Section No. 907
            yield Spelling((*words[:i], "No", *words[i:]), (*separators[:i], ".", *separators[i:]))
        if word == "No" and 0 < i < len(words) - 1 and words[i + 1].isdigit():
            yield Spelling(
                (*words[:i], *words[i + 1 :]), (*separators[: i - 1], "", *separators[i + 1 :])
            )
        if word.lower() == "and" and 0 < i < len(words) - 1:
            yield Spelling(
                (*words[:i], *words[i + 1 :]), (*separators[: i - 1], "&", *separators[i + 1 :])
            )
        if separator == "&":
            yield Spelling(
                (*words[:i], "and", *words[i:]), (*separators[: i - 1], "", "", *separators[i:])
            )
        if parts := _COMPOUNDS.get(word.lower()):
            yield Spelling(
                (*words[:i], *parts, *words[i + 1 :]), (*separators[:i], "-", *separators[i:])
            )
        if numbered := re.fullmatch(r"([A-Z]{1,3})(\d{1,3})", word):
            # G7, G-7
            yield Spelling(
                (*words[:i], *numbered.groups(), *words[i + 1 :]),
                (*separators[:i], FAST_HYPHEN, *separators[i:]),
            )
        if match := _PREFIXES.match(word):
            yield Spelling(
                (*words[:i], match[1], match[2], *words[i + 1 :]),
                (*separators[:i], "-", *separators[i:]),
            )
    ordinal = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", words[0])
    if ordinal and len(words) == 2:
        # 907th Amendment: Amendment 907
        yield Spelling((words[1], ordinal[1]), ("",))


def _both_plain(words: Sequence[str]) -> bool:
    return all(word.isalpha() and word.islower() and len(word) <= 8 for word in words)


def _closed(spelling: Spelling, i: int, as_one: str = "") -> Spelling:
    words, separators = spelling
    one = as_one or words[i - 1] + words[i].lower()
    return Spelling(
        (*words[: i - 1], one, *words[i + 1 :]), (*separators[: i - 1], *separators[i:])
    )
