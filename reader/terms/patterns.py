"""Patterns of a term: all its forms, with the conditions for a mention."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reader.language.alphabets import in_one_alphabet
from reader.language.characters import (
    APOSTROPHES,
    COMBINING,
    DASHES,
    HYPHENS,
    INVISIBLE,
    QUOTES,
)
from reader.language.words import WORD, fold
from reader.model import Term
from reader.terms.guards.flags import (
    ABBREVIATION,
    AFTER_AND,
    AFTER_NUMERAL,
    BASE,
    CLOSED,
    FOREIGN,
    GAP,
    LATIN_NAME,
    MOST_GAP,
    NUMBERED,
    OFFICE,
    OWN_SCRIPT_LINE,
    PERSON,
    PLACE,
    PLAIN,
    POINT,
    RULED,
)
from reader.terms.guards.name_forms import has_patronymic
from reader.terms.languages import registry
from reader.terms.languages.pack import Form, LanguagePack, ParsedTerm, Spelling
from reader.terms.languages.scripts import letter
from reader.terms.neighbours import SPACES
from reader.terms.tokens import separator


class TermPattern(NamedTuple):
    """Forms of a term that share their conditions.

    ``forms`` are words in normal form joined by spaces. ``capitals``: places of the words of
    which one has to have a capital. ``exact``: for each word what it has to look like, or "".
    ``separators``: what the term has between its words. ``signs``: what has to stand right
    before and right after the words (.NET, C++); a space beside a sign is optional (10 %).
    """

    forms: tuple[str, ...]
    flags: int
    capitals: tuple[int, ...]
    exact: tuple[str, ...]
    separators: tuple[str, ...]
    signs: tuple[str, str] | tuple[()]


class FullName(NamedTuple):
    """A person's full name: its given names and patronymic, normalized, and its surname."""

    given: tuple[str, ...]
    surname: str


# Words of letters with points or hyphens: Жан-Жак, J.D.
_NAME_UNIT = r"(?:[^\W\d_]+[-.’']?)+"
_MOST_UNITS = 5
_AFTER = {"numeral": AFTER_NUMERAL, "and": AFTER_AND}
# A letter of this script is another one with a mark: й, ї.
_MARKED = letter("Cyrl")
# What may belong to a term beside its words: no quote, no comma, no hyphen, nothing invisible.
_SIGN = (
    r"[^\w\s,;:.…" + re.escape(QUOTES + APOSTROPHES + HYPHENS + DASHES) + f"{INVISIBLE}{COMBINING}]"
)
_MOST_SIGNS = 12
_SPACED = "№§¶%‰€$£¥₽₼°"
_ONE_SPACE = dict.fromkeys(map(ord, SPACES), " ")
_CLOSING = {"(": ")", "[": "]", "{": "}"}
# Words that are as well an abbreviation in capitals: "US embassy" is not "us embassy".
_ALSO_WORDS = 3


def read(text: str) -> tuple[Spelling, tuple[str, str]]:
    """Parse a written term: its words, their separators, and signs at both ends."""
    matches = list(WORD.finditer(text))
    if not matches:
        return Spelling((), ()), ("", "")
    words = tuple(unicodedata.normalize("NFC", m[0]).replace("\u00ad", "") for m in matches)
    gaps = (text[a.end() : b.start()] for a, b in itertools.pairwise(matches))
    separators = tuple(separator(gap) or "" for gap in gaps)
    return Spelling(words, separators), _signs(
        text[: matches[0].start()][-_MOST_SIGNS:], text[matches[-1].end() :][:_MOST_SIGNS]
    )


def _signs(before: str, after: str) -> tuple[str, str]:
    """Return the signs that belong to a term right before and right after its words.

    A space beside one stands for an optional one; quotes, commas and the like are not signs.
    """
    first = re.search(rf"(?:{_SIGN}+[{SPACES}]?|\.)$", before)
    last = re.match(rf"[{SPACES}]?(?:\.|{_SIGN})*{_SIGN}|\.+", after)
    opening, closing = first[0] if first else "", last[0] if last else ""
    if opening and closing and _CLOSING.get(opening[0]) == closing[-1]:
        # All of the term is in brackets: they are not part of it.
        return _signs(opening[1:], closing[:-1])
    if opening and opening.strip(SPACES)[-1] in _SPACED:
        opening = opening.strip(SPACES) + " "
    if closing and closing.strip(SPACES)[0] in _SPACED:
        closing = " " + closing.strip(SPACES)
    return opening.translate(_ONE_SPACE), closing.translate(_ONE_SPACE)


def patterns_for(
    kind: str, language: str, term: Term, gender: str, *, other_languages: bool
) -> list[TermPattern]:
    """Return every pattern of a term of an entry of this ``kind``.

    ``gender``: a person's. ``other_languages``: the text is a term in them, too.
    """
    pack = registry.pack(language)
    # An abbreviation may have a Cyrillic ending; where there are no such, it is a slip.
    read = in_one_alphabet(term.text, pack.script, loose=not pack.declines_abbreviations)
    return [
        pattern
        for text in dict.fromkeys((read, term.text))
        for pattern in _patterns_of(text, kind, pack, term, gender, other_languages)
    ]


def _patterns_of(
    text: str, kind: str, pack: LanguagePack, term: Term, gender: str, other_languages: bool
) -> list[TermPattern]:
    spelling, signs = read(text)
    if not spelling.words:
        return []
    foreign = pack.marks_foreign and letter(pack.script).search(text) is None
    abbreviation = term.type == "abbreviation" or _is_short(spelling.words)
    on = {
        RULED: has_rule(term),
        ABBREVIATION: abbreviation or foreign,
        OWN_SCRIPT_LINE: foreign and not other_languages,
        PERSON: kind == "person",
        PLACE: kind == "place" and len(spelling.words) == 1,
        POINT: bool(signs[1]) and not signs[1].strip("."),
        OFFICE: not pack.offices.isdisjoint(word.lower() for word in spelling.words),
        PLAIN: not spelling.words[0][0].isupper(),
        FOREIGN: foreign,
    }
    flags = sum(flag for flag, holds in on.items() if holds) | GAP * max(0, min(term.gap, MOST_GAP))
    signs = (signs[0], signs[1] if signs[1].strip(".") else "")
    guarded = (
        kind in ("person", "place")
        or term.case == "capital"
        or foreign
        # The START treaty is not a start.
        or (
            all(word.isalpha() for word in spelling.words)
            and any(len(word) > _ALSO_WORDS and word.isupper() for word in spelling.words)
        )
        or all(len(word) > 1 and word.isupper() for word in spelling.words)
    )
    exact = term.case == "exact" or abbreviation
    latin = guarded and not abbreviation and pack.script == "Latn"
    parsed = ParsedTerm(text, kind, spelling, abbreviation, foreign, gender)
    return [
        _pattern(
            pack,
            written,
            forms,
            condition | closed | _flags_of(pack, written, spelling, flags, latin=latin),
            guarded=guarded,
            led=_begins_as_word(kind, written),
            exact=exact,
            signs=signs,
        )
        for condition, written, every_form in _made(pack, parsed)
        for closed, forms in _divided(pack, kind, written, every_form)
    ]


def _flags_of(
    pack: LanguagePack, written: Spelling, spelling: Spelling, flags: int, *, latin: bool
) -> int:
    """Return the flags of one way to write a term with ``flags``."""
    if written.words[-1] != spelling.words[-1]:
        # US ends with no point where U.S. does.
        flags &= ~POINT
    if written.words[0].lower() in pack.ordinals:
        flags |= NUMBERED
    one = len(written.words) == 1 and written.words[0][0].isupper()
    return flags | LATIN_NAME if latin and one else flags


def _made(pack: LanguagePack, parsed: ParsedTerm) -> Iterator[tuple[int, Spelling, Iterable[Form]]]:
    """Yield what the pack makes of a term, with the flag of what has to stand before."""
    for written, forms in pack.expand(parsed):
        yield 0, written, forms
    for before, written, forms in pack.expand_after(parsed):
        yield _AFTER[before], written, forms


def _divided(
    pack: LanguagePack, kind: str, spelling: Spelling, forms: Iterable[Form]
) -> Iterator[tuple[int, set[Form]]]:
    """Yield the base form of one word as :data:`CLOSED`, and apart from it what is not.

    In an oblique case what follows a hyphen is an apposition: «президента-демократа».
    """
    every = set(forms)
    base = {tuple(word.lower() for word in spelling.words)}
    one = len(spelling.words) == 1 and base <= every
    if one and pack.closes_compounds and letter(pack.script).match(spelling.words[0][-1]):
        yield CLOSED | (BASE if kind == "person" else 0), base
        every -= base
    if every:
        yield 0, every


def _pattern(
    pack: LanguagePack,
    spelling: Spelling,
    forms: Iterable[Form],
    flags: int,
    *,
    guarded: bool,
    led: bool,
    exact: bool,
    signs: tuple[str, str],
) -> TermPattern:
    """``led``: the first capital tells alone: «роман Белов» is not Роман Белов."""
    words, separators = spelling
    capitals = tuple(i for i, w in enumerate(words) if w != w.lower())
    if led and len(capitals) > 1:
        capitals = capitals[:1]
    alike: tuple[str, ...] = words if exact else ()
    if not exact:
        alike = tuple(
            w if w.isalpha() and w.isupper() and _keeps_capitals(w, pack) else "" for w in words
        )
    if separators and separators[-1] == "." and len(words[-1]) == 1 and words[-1].isupper():
        flags |= POINT
    folded = {" ".join(m[0] for m in WORD.finditer(fold(" ".join(form)))) for form in forms}
    folded |= {_without_marks(form) for form in folded}
    return TermPattern(
        tuple(sorted(folded)),
        flags,
        capitals if guarded and not exact else (),
        alike if any(alike) else (),
        separators if any(separators) else (),
        signs if any(signs) else (),
    )


def _begins_as_word(kind: str, spelling: Spelling) -> bool:
    """Tell whether a person's name begins with a common word: «роман Белов» is not Роман Белов."""
    if kind != "person" or len(spelling.words) == 1:
        return False
    first = fold(spelling.words[0])
    listed = words_of("names_and_words")
    return any(first.startswith(word[:-1]) if word[-1] == "*" else first == word for word in listed)


def _keeps_capitals(word: str, pack: LanguagePack) -> bool:
    """Tell whether a short word keeps its capitals in every form: US, but not МИД."""
    declines = pack.declines_abbreviations and letter(pack.script).search(word)
    return 1 < len(word) <= _ALSO_WORDS and not declines


def _without_marks(form: str) -> str:
    """Return a form without diacritics (Türkiye: Turkiye); й stays й."""
    if form.isascii() or _MARKED.search(form):
        return form
    return "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c))


def _is_short(words: Sequence[str]) -> bool:
    """Tell whether words look like an abbreviation, whatever the glossary calls them."""
    return len(words) == 1 and 1 < len(words[0]) <= 4 and words[0].isupper()


def has_rule(term: Term) -> bool:
    """Tell whether more than its form makes a term a mention, by what the glossary says."""
    return bool(term.after_full or term.of or term.not_before or term.not_after)


def full_name(text: str, alone: Container[str]) -> FullName | None:
    """Split a person's full name; ``None`` if it isn't made of a given name and a surname.

    ``alone``: the person's terms in normal form. What is a term by itself is the surname,
    else the last word, or the first of three before a given name and a patronymic.
    """
    units = text.split()
    if not 2 <= len(units) <= _MOST_UNITS:
        return None
    folded = [fold(unit) for unit in units]
    for i in range(1, len(units) - 1):
        if " ".join(folded[i:]) in alone:
            # Гильермо дель Торо, with «дель Торо» as a term
            return FullName(_given(units[:i], folded[:i]), " ".join(units[i:]))
    known = [i for i, unit in enumerate(folded) if unit in alone]
    if len(known) == len(units):
        return None
    at = known[-1] if known else len(units) - 1
    if not known:
        if not all(re.fullmatch(_NAME_UNIT, unit) and unit[0].isupper() for unit in units):
            return None
        fathers = folded[-1] in words_of("patronymic_words") or has_patronymic(
            folded[-1], words_of("patronymics")
        )
        if fathers and len(units) > 2:
            # Толстой Лев Николаевич
            at = 0
        if units[at][1:].isupper() or units[at][-1] == ".":
            # Charles III, or a name in capitals
            return None
    given = _given(units[:at] + units[at + 1 :], folded[:at] + folded[at + 1 :])
    return FullName(given, units[at]) if given else None


def _given(units: Sequence[str], folded: Sequence[str]) -> tuple[str, ...]:
    """Return the given names and the patronymic among words, in normal form."""
    given: list[str] = []
    for unit, normal in zip(units, folded, strict=True):
        if normal in words_of("patronymic_words"):
            continue
        pieces = [piece for piece in re.split("[.-]", normal) if piece]
        letters = unit.isupper() and all(len(piece) <= 3 for piece in pieces)
        given.extend("".join(pieces) if letters else pieces)
    return tuple(given)


@cache
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of the word file ``name`` of all packs, in normal form."""
    return tuple(fold(word) for pack in registry.packs() for word in pack.words(name))


@cache
def given_names() -> frozenset[str]:
    """Return the given names of all packs, in normal form."""
    return frozenset(words_of("given_names"))
