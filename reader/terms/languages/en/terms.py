"""All forms of an English term: number, spelling, hyphens, initials, articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.terms.languages import word_files
from reader.terms.languages.combinations import combinations
from reader.terms.languages.pack import Form, ParsedTerm, Spelling

_HERE = Path(__file__).parent

OFFICES = frozenset(word_files.words(_HERE, "offices"))
_IRREGULAR = {one: many for one, *many in word_files.groups(_HERE, "plurals")}
_SINGULAR = {plural: one for one, many in _IRREGULAR.items() for plural in many}
_PLURAL_OF_ITS_OWN = frozenset(word_files.words(_HERE, "plurals_of_their_own"))
_PREPOSITIONS = frozenset(word_files.words(_HERE, "prepositions"))
_POSTPOSED = frozenset(word_files.words(_HERE, "postposed"))
_SPELLINGS = word_files.groups(_HERE, "spellings")
_MOST_SPELLINGS = 24

_NO_PLURAL = re.compile("(?:ics|ness|ism|[^aeiou]ity|ship|hood|ing)$")
_ISE = re.compile(r"^(.{3,}?)(i)(s|z)(e|es|ed|er|ers|ing|ation|ations|ational|able)$")
_YSE = re.compile(r"^(.{2,}?y)(s|z)(e|es|ed|er|ers|ing)$")
_ALWAYS_ISE = "|".join(word_files.words(_HERE, "always_ise"))
_ALWAYS_S = re.compile(f"(?:{_ALWAYS_ISE})is|(?:si|pri)z")
_PREFIX = "|".join(word_files.words(_HERE, "prefixes"))
_PREFIXES = re.compile(f"^(co(?=op|ord|ex|ed)|pre(?=e)|re(?=e)|{_PREFIX})" + "(.{4,})$")


def expand(term: ParsedTerm) -> Iterator[tuple[Spelling, set[Form]]]:
    """Make every form of ``term``, for each way to spell it."""
    spelling, kind = term.spelling, term.kind
    plural = kind not in ("person", "place")
    if kind == "person":
        at = head(spelling.words)
        plural = at is not None and spelling.words[at].lower() in OFFICES
    for each in spellings(spelling, closes=kind in ("concept", "event")):
        yield each, forms(each, plural=plural)


def spelt(word: str) -> set[str]:
    """Spell ``word`` (lower-case) in British, American and Oxford spelling."""
    found = {word}
    for british, american in _SPELLINGS:
        for one, other in ((british, american), (american, british)):
            # Whole words and their plurals; the medical roots inside one, too.
            if word in (one, one + "s") or (
                len(one) > 4 and one in word and (other not in word or other in one)
            ):
                found.add(word.replace(one, other))
    for each in tuple(found):
        if _ALWAYS_S.search(each):
            continue
        if match := _ISE.match(each):
            found.add(match[1] + match[2] + ("z" if match[3] == "s" else "s") + match[4])
        if match := _YSE.match(each):
            found.add(match[1] + ("z" if match[2] == "s" else "s") + match[3])
    return found


def plurals(word: str) -> set[str]:
    """Make the plurals of a lower-case noun in the singular."""
    if word in _IRREGULAR:
        return set(_IRREGULAR[word])
    for one, many in _IRREGULAR.items():
        if len(one) > 3 and word.endswith(one) and word != one and one not in ("person", "life"):
            return {word[: -len(one)] + each for each in many}
    if re.search("(?<!hu|ro|ca|ta|is|ai|er|to)man$", word) and len(word) > 5:
        return {word[:-3] + "men"}
    if word.endswith("sis"):
        return {word[:-2] + "es"}
    if re.search("[^aeiou]y$", word):
        return {word[:-1] + "ies"}
    if re.search("(?:s|x|z|ch|sh)$", word):
        return {word + "es"}
    return {word + "s"}


def singular(word: str) -> str | None:
    """Return the singular of a lower-case plural; ``None`` of any other word."""
    if word in _SINGULAR:
        return _SINGULAR[word]
    if len(word) < 4 or not word.endswith("s") or re.search("(?:ss|us|is|sis)$", word):
        return None
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if re.search("(?:ss|x|z|ch|sh)es$", word):
        return word[:-2]
    return word[:-1]


def head(words: Sequence[str]) -> int | None:
    """Return the index of the noun that takes the number, or ``None``."""
    end = next((i for i, w in enumerate(words) if i and w.lower() in _PREPOSITIONS), len(words))
    at = end - 1
    if words[at].lower() in _POSTPOSED and at and words[at - 1].lower() in OFFICES | {"court"}:
        return at - 1
    if not words[at].isalpha() or len(words[at]) < 2:
        return None
    return at


def forms(spelling: Spelling, *, plural: bool) -> set[tuple[str, ...]]:
    """Make every form of one spelling, lower-case; ``plural``: in either number."""
    lowered = [word.lower() for word in spelling.words]
    options = [sorted(spelt(word)) for word in lowered]
    found = {tuple(lowered), *combinations(*options)}
    at = head(spelling.words)
    if (
        plural
        and at is None
        and spelling.separators[-1:] == ("-",)
        and spelling.words[-1].isdigit()
    ):
        # Two F-35s
        return found | {(*lowered[:-1], lowered[-1] + "s")}
    if not plural or at is None or len(options) > 12:
        return found
    numbered = set()
    if spelling.words[at].isupper() and len(spelling.words[at]) > 1:
        return found | {(*lowered[:at], lowered[at] + "s", *lowered[at + 1 :])}
    for word in options[at]:
        single = singular(word)
        alone = len(lowered) == 1
        if single is not None:
            if not alone or word not in _PLURAL_OF_ITS_OWN:
                numbered.add(single)
        elif not (alone and _NO_PLURAL.search(word)):
            numbered |= plurals(word)
    return found | set(combinations(*options[:at], sorted(numbered), *options[at + 1 :]))


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


def _closed(spelling: Spelling, i: int) -> Spelling:
    words, separators = spelling
    one = words[i - 1] + words[i].lower()
    return Spelling(
        (*words[: i - 1], one, *words[i + 1 :]), (*separators[: i - 1], *separators[i:])
    )
