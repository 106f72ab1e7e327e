"""Every form of an English word of a query, whatever part of speech it is."""

from __future__ import annotations

import re
from pathlib import Path

from reader.language.words import fold
from reader.terms.languages import word_files
from reader.terms.languages.en.number import plurals, singular
from reader.terms.languages.en.spelling import spelt

_HERE = Path(__file__).parent

_ENGLISH = re.compile("[a-z]+(?:-[a-z]+)*")
_VOWEL = re.compile("[aeiouy]")
_SHORT = re.compile("[^aeiou][aeiou][^aeiouwxy]$")

_VERBS = word_files.groups(_HERE, "verbs")
_BASE = {form: verb[0] for verb in _VERBS for form in verb}
_PARTS = {verb[0]: verb[1:] for verb in _VERBS}
_NO_VERB = frozenset(word_files.words(_HERE, "not_verbs"))
_GRADABLE: dict[str, tuple[str, ...]] = dict.fromkeys(word_files.words(_HERE, "gradable"), ())
_GRADABLE |= {row[0]: row[1:] for row in word_files.groups(_HERE, "irregular_degrees")}
_NO_PLURAL = frozenset(word_files.words(_HERE, "not_plurals"))


def forms(word: str) -> frozenset[str]:
    """Return the forms of ``word`` and itself; none of a word in other letters."""
    folded = fold(word)
    if not _ENGLISH.fullmatch(folded):
        return frozenset()
    *before, last = folded.split("-")
    # A word in capitals is an abbreviation: US is not us, which would have the plural uses.
    made = {last, f"{last}s"} if word.isupper() else _of_word(last)
    return frozenset("-".join((*before, form)) for form in made)


def _of_word(word: str) -> set[str]:
    if len(word) < 3:
        return {word, *_PARTS.get(_BASE.get(word, ""), ())}
    found = {word}
    for base in _bases(word):
        for each in spelt(base):
            found |= {each, *plurals(each), *_verbal(each), *_degrees(each)}
    return found


def _bases(word: str) -> set[str]:
    """Return the words that ``word`` may be a form of."""
    bases = {word}
    if word not in _NO_PLURAL and not word.endswith("ics") and (single := singular(word)):
        bases.add(single)
        if word.endswith(("ches", "shes", "sses", "xes", "zes")):
            bases.add(word[:-1])
        if word.endswith(("ses", "xes")):
            bases.add(word[:-2] + "is")  # analyses, axes
    if word in _BASE:
        bases.add(_BASE[word])
    if word in _POSITIVE:
        bases.add(_POSITIVE[word])
    if word not in _NO_VERB and word.endswith("eed"):
        bases.add(word[:-1])  # agreed
    elif word not in _NO_VERB and not word.endswith("thing"):
        for ending in ("ed", "ing"):
            stem = word.removesuffix(ending)
            if ending == "ing" and re.fullmatch("[^aeiou]y", stem):
                bases.add(stem[:-1] + "ie")  # lying
            if ending == "ed" and re.fullmatch("[^aeiou]i", stem):
                bases.add(stem + "e")  # lied
            if stem == word or len(stem) < 3 or not _VOWEL.search(stem):
                continue
            if stem.endswith("i") and ending == "ed":
                bases |= {stem[:-1] + "y", stem + "e"}  # carried, untied
                continue
            bases |= {stem, stem + "e"}
            if ending == "ing" and stem.endswith("y"):
                bases.add(stem[:-1] + "ie")  # underlying
            if stem[-1] == stem[-2] and stem[-1] not in "sz":
                bases.add(stem[:-1])
    return bases


def _degrees(base: str) -> set[str]:
    """Return the comparative and the superlative of an adjective that has them by an ending."""
    if base not in _GRADABLE:
        return set()
    if _GRADABLE[base]:
        return set(_GRADABLE[base])
    if base.endswith("e"):
        stem = base[:-1]
    elif re.search("[^aeiou]y$", base):
        stem = base[:-1] + "i"
    else:
        stem = base + base[-1] if _SHORT.search(base) else base
    return {f"{stem}er", f"{stem}est"}


_POSITIVE = {form: base for base in _GRADABLE for form in _degrees(base)}


def _verbal(base: str) -> set[str]:
    found = set(_PARTS.get(base, ()))
    stems = {base}
    if _SHORT.search(base):
        stems.add(base + base[-1])
    for stem in stems:
        if base.endswith("ie"):
            found |= {base + "d", base[:-2] + "ying"}
        elif base.endswith("e"):
            found |= {
                base + "d",
                (base if base.endswith(("ee", "oe", "ye")) else base[:-1]) + "ing",
            }
        elif re.search("[^aeiou]y$", base):
            found |= {base[:-1] + "ied", base + "ing"}
        else:
            found |= {stem + "ed", stem + "ing"}
    return found
