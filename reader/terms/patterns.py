"""Patterns of a term: all its forms, with the conditions for a mention."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.language.words import WORD, fold
from reader.model import Term
from reader.terms.guards.flags import (
    ABBREVIATION,
    AFTER_AND,
    AFTER_NUMERAL,
    BASE,
    CLOSED,
    FOREIGN,
    OFFICE,
    OWN_SCRIPT_LINE,
    PERSON,
    PLACE,
    PLAIN,
    POINT,
    RULED,
)
from reader.terms.languages import registry
from reader.terms.languages.pack import Form, LanguagePack, ParsedTerm, Spelling
from reader.terms.languages.scripts import letter
from reader.terms.tokens import separator


class TermPattern(NamedTuple):
    """Forms of a term that share their conditions.

    ``forms`` are words in normal form joined by spaces. ``capitals``: places of the words of
    which one has to have a capital. ``exact``: for each word what it has to look like, or "".
    ``separators``: what the term has between its words. ``signs``: what has to stand right
    before and right after the words (.NET, C++).
    """

    forms: tuple[str, ...]
    flags: int
    capitals: tuple[int, ...]
    exact: tuple[str, ...]
    separators: tuple[str, ...]
    signs: tuple[str, str] | tuple[()]


_AFTER = {"numeral": AFTER_NUMERAL, "and": AFTER_AND}
# A letter of this script is another one with a mark: й, ї.
_MARKED = letter("Cyrl")
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
    before = text[: matches[0].start()][-1:]
    after = re.match(r"[.+#*]*", text[matches[-1].end() :])
    return Spelling(words, separators), (
        before if before in ".#@$" else "",
        after[0] if after else "",
    )


def patterns_for(
    kind: str, language: str, term: Term, gender: str, *, other_languages: bool
) -> list[TermPattern]:
    """Return every pattern of a term of an entry of this ``kind``.

    ``gender``: a person's. ``other_languages``: the text is a term in them, too.
    """
    spelling, signs = read(term.text)
    if not spelling.words:
        return []
    pack = registry.pack(language)
    foreign = pack.marks_foreign and letter(pack.script).search(term.text) is None
    abbreviation = term.type == "abbreviation" or _is_short(spelling.words)
    on = {
        RULED: has_rule(term),
        ABBREVIATION: abbreviation or foreign,
        OWN_SCRIPT_LINE: foreign and not other_languages,
        PERSON: kind == "person",
        PLACE: kind == "place" and len(spelling.words) == 1,
        POINT: signs[1].startswith("."),
        OFFICE: not pack.offices.isdisjoint(word.lower() for word in spelling.words),
        PLAIN: not spelling.words[0][0].isupper(),
        FOREIGN: foreign,
    }
    flags = sum(flag for flag, holds in on.items() if holds)
    signs = (signs[0], signs[1].lstrip("."))
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
    parsed = ParsedTerm(term.text, kind, spelling, abbreviation, foreign, gender)
    return [
        _pattern(
            pack,
            written,
            forms,
            # US ends with no point where U.S. does.
            condition | closed | flags
            if written.words[-1] == spelling.words[-1]
            else condition | closed | (flags & ~POINT),
            guarded=guarded,
            exact=exact,
            signs=signs,
        )
        for condition, written, every_form in _made(pack, parsed)
        for closed, forms in _divided(pack, kind, written, every_form)
    ]


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
    exact: bool,
    signs: tuple[str, str],
) -> TermPattern:
    words, separators = spelling
    capitals = tuple(i for i, w in enumerate(words) if any(c.isupper() for c in w))
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


def given_names(terms: Sequence[str]) -> set[str]:
    """Return the given names in a person's names, normalized: all but surnames.

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
