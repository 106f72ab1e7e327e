"""A term with all its forms and the conditions under which one of them is a mention."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.language.words import WORD, fold
from reader.model import Term
from reader.terms import english
from reader.terms.conditions import (
    ABBREVIATION,
    AFTER_FULL,
    CYRILLIC_LINE,
    OFFICE,
    PERSON,
    PLACE,
    PLAIN,
    POINT,
)
from reader.terms.english import Spelling
from reader.terms.text import joint


class Shape(NamedTuple):
    """Forms of a term that share their conditions.

    ``forms`` are words in normal form joined by spaces. ``capitals``: places of the words of
    which one has to have a capital. ``exact``: for each word what it has to look like, or "".
    ``joints``: what the term has between its words. ``signs``: what has to stand right before
    and right after the words (.NET, C++).
    """

    forms: tuple[str, ...]
    flags: int
    capitals: tuple[int, ...]
    exact: tuple[str, ...]
    joints: tuple[str, ...]
    signs: tuple[str, ...]


_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_GLUED = ("а", "у", "ом", "ем", "е", "и", "ы", "ов", "ам", "ами", "ах", "я", "ю", "й")
_VOWELS = "аеёиоуыэюя"
# Words that are as well an abbreviation in capitals: "US embassy" is no "us embassy".
_ALSO_WORDS = 3


def read(text: str) -> tuple[Spelling, tuple[str, str]]:
    """The words of a term as written, their joints, and its signs at both ends."""
    matches = list(WORD.finditer(text))
    if not matches:
        return Spelling((), ()), ("", "")
    words = tuple(unicodedata.normalize("NFC", m[0]).replace("\u00ad", "") for m in matches)
    gaps = (text[a.end() : b.start()] for a, b in itertools.pairwise(matches))
    joints = tuple(joint(gap) or "" for gap in gaps)
    before = text[: matches[0].start()][-1:]
    after = re.match(r"[.+#*]*", text[matches[-1].end() :])
    return Spelling(words, joints), (before if before in ".#@$" else "", after[0] if after else "")


def expand(
    kind: str, language: str, term: Term, whose: str, *, other_languages: bool
) -> list[Shape]:
    """Every shape of a term of an entry of this ``kind``.

    ``whose``: a person's gender. ``other_languages``: the text is a term in them, too.
    """
    spelling, signs = read(term.text)
    if not spelling.words:
        return []
    cyrillic = _CYRILLIC.search(term.text) is not None
    short = _is_short(spelling.words)
    abbreviation = term.type == "abbreviation" or short
    flags = (
        AFTER_FULL * term.after_full
        | ABBREVIATION * (abbreviation or (not cyrillic and language == "ru"))
        | CYRILLIC_LINE * (language == "ru" and not cyrillic and not other_languages)
        | PERSON * (kind == "person")
        | PLACE * (kind == "place" and len(spelling.words) == 1)
        | POINT * signs[1].startswith(".")
        | OFFICE * (language == "en" and not english.OFFICES.isdisjoint(_lower(spelling.words)))
        | PLAIN * (not spelling.words[0][0].isupper())
    )
    signs = (signs[0], signs[1].lstrip("."))
    guarded = (
        kind in ("person", "place")
        or term.case == "capital"
        or (language == "ru" and not cyrillic)
        # The START treaty is not a start.
        or (
            all(word.isalpha() for word in spelling.words)
            and any(len(word) > _ALSO_WORDS and word.isupper() for word in spelling.words)
        )
        or all(len(word) > 1 and word.isupper() for word in spelling.words)
    )
    exact = term.case == "exact" or abbreviation
    if language == "ru":
        forms = _russian(kind, spelling, term, whose, cyrillic, abbreviation)
        made = [(spelling, forms)]
        if cyrillic and (swapped := _by_number(spelling)):
            made.append(swapped)
    elif language == "en":
        made = _english(kind, spelling)
    else:
        made = [(spelling, {tuple(word.lower() for word in spelling.words)})]
    return [
        _shape(
            written,
            forms,
            # US ends with no point where U.S. does.
            flags if written.words[-1] == spelling.words[-1] else flags & ~POINT,
            guarded=guarded,
            exact=exact,
            signs=signs,
        )
        for written, forms in made
    ]


def _lower(words: Sequence[str]) -> set[str]:
    return {word.lower() for word in words}


def _shape(
    spelling: Spelling,
    forms: Iterable[tuple[str, ...]],
    flags: int,
    *,
    guarded: bool,
    exact: bool,
    signs: tuple[str, str],
) -> Shape:
    words, joints = spelling
    capitals = tuple(i for i, w in enumerate(words) if any(c.isupper() for c in w))
    alike: tuple[str, ...] = words if exact else ()
    if not exact:
        alike = tuple(
            w if 1 < len(w) <= _ALSO_WORDS and w.isascii() and w.isalpha() and w.isupper() else ""
            for w in words
        )
    if joints and joints[-1] == "." and len(words[-1]) == 1 and words[-1].isupper():
        flags |= POINT
    folded = {" ".join(m[0] for m in WORD.finditer(fold(" ".join(form)))) for form in forms}
    folded |= {plain for form in folded if (plain := _without_marks(form)) != form}
    return Shape(
        tuple(sorted(folded)),
        flags,
        capitals if guarded and not exact else (),
        alike if any(alike) else (),
        joints if any(joints) else (),
        signs if any(signs) else (),
    )


def _without_marks(form: str) -> str:
    """Türkiye as Turkiye; й stays what it is."""
    if form.isascii() or _CYRILLIC.search(form):
        return form
    return "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c))


def _is_short(words: Sequence[str]) -> bool:
    """An abbreviation by its looks, even where the glossary doesn't call it one."""
    return len(words) == 1 and 1 < len(words[0]) <= 4 and words[0].isupper()


def _english(kind: str, spelling: Spelling) -> list[tuple[Spelling, set[tuple[str, ...]]]]:
    plural = kind not in ("person", "place")
    if kind == "person":
        at = english.head(spelling.words)
        plural = at is not None and spelling.words[at].lower() in english.OFFICES
    closes = kind in ("concept", "event")
    return [
        (each, english.forms(each, plural=plural))
        for each in english.spellings(spelling, closes=closes)
    ]


def _units(spelling: Spelling) -> list[str]:
    """Words, hyphenated ones whole."""
    units: list[str] = []
    for i, word in enumerate(spelling.words):
        if i and spelling.joints[i - 1] == "-":
            units[-1] += "-" + word
        else:
            units.append(word)
    return units


def _russian(
    kind: str, spelling: Spelling, term: Term, whose: str, cyrillic: bool, abbreviation: bool
) -> set[tuple[str, ...]]:
    words = tuple(word.lower() for word in spelling.words)
    found = {words}
    if not cyrillic:
        return found | {(*words[:-1], words[-1] + ending) for ending in _GLUED}
    if abbreviation:
        for i, word in enumerate(spelling.words):
            if word.isupper() and words[i][-1] not in _VOWELS and _CYRILLIC.search(word):
                found |= {(*words[:i], words[i] + end, *words[i + 1 :]) for end in _GLUED}
        if any(word.isupper() for word in spelling.words) or term.text.islower():
            return found
    # Only here is the dictionary needed.
    from reader.terms import names, russian
    from reader.terms.morphology import guessed, readings

    units = _units(spelling)
    plural = kind not in ("person", "place")
    if kind == "person":
        first = [r for r in readings(units[0].lower()) if r.noun and r.known]
        head = first or [
            r for unit in units[1:2] for r in readings(unit.lower()) if r.noun and r.known
        ]
        office = any(r.animate for r in head) and not any(r.proper for r in head)
        if office or (len(units) == 1 and not units[0][0].isupper()):
            plural = True
            found |= russian.forms(units, plural=True)
        found |= names.forms(units, whose)
        return found
    found |= russian.forms(units, plural=plural)
    if kind == "organisation" and len(units) == 2 and _is_singular(units[0]):
        # Газпром нефть: the last of two nouns side by side may be the only one that declines.
        for (_, number), cell in russian.paradigm(units[1:]).items():
            if number == "sing":
                found |= {(units[0].lower(), *form) for form in cell}
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


def _is_singular(word: str) -> bool:
    from reader.terms.morphology import readings

    return any(r.known and r.number == "sing" for r in readings(word.lower()))


def _is_made_up(word: str) -> bool:
    from reader.terms.morphology import parses, readings

    lowered = word.lower()
    return not any(p.is_known for p in parses(lowered)) and all(r.noun for r in readings(lowered))


_ORDINAL = re.compile("(?:й|я|е|ый|ая|ое|ой)$")


def _by_number(spelling: Spelling) -> tuple[Spelling, set[tuple[str, ...]]] | None:
    """«907-я поправка» is «поправка 907» and «поправка № 907», too; and the other way round."""
    words, joints = spelling
    from reader.terms import russian
    from reader.terms.morphology import readings

    if len(words) == 3 and words[0].isdigit() and joints[0] == "-" and _ORDINAL.match(words[1]):
        forms = {(*form, words[0]) for form in russian.forms(words[2:], plural=False)}
        return Spelling((words[2], words[0]), ("",)), forms
    if len(words) == 2 and words[1].isdigit() and words[0].isalpha():
        gender = next((r.gender for r in readings(words[0].lower()) if r.noun), "")
        ending = {"masc": "й", "femn": "я", "neut": "е"}.get(gender)
        if ending is None:
            return None
        ordinal = f"{words[1]}-{ending}"
        return (
            Spelling((words[1], ending, words[0]), ("-", "")),
            russian.forms((ordinal, words[0]), plural=False),
        )
    return None


def given_names(terms: Sequence[str]) -> set[str]:
    """The given names in a person's names, in normal form: all words but surnames and particles.

    A surname is a word that is a term by itself, too.
    """
    split = [tuple(fold(word) for word in read(text)[0].words) for text in terms]
    alone = {words[0] for words in split if len(words) == 1}
    return {
        word
        for words in split
        if len(words) > 1 and alone & set(words)
        for word in words
        if word not in alone
    }
