"""Whether a translation says what its source does: numbers, times, names, and terms of a glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from reader.facts.values import Fact
from reader.language.messages import N_
from reader.language.words import WORD, fold
from reader.verdicts import Finding
from reader.verifying import lexicon, moments, quantities, wording
from reader.verifying.evidence import Evidence
from reader.verifying.finder import Finder
from reader.verifying.glossary import Glossary
from reader.verifying.held import Held
from reader.verifying.naming import Sources
from reader.verifying.reckoning import is_number_borne_out, time_borne_out
from reader.verifying.stems import is_cyrillic
from reader.verifying.wording import has_words_of

_LOST = {
    "number": N_("The number “{text}” of the source is not in the translation."),
    "time": N_("The time “{text}” of the source is not in the translation."),
}
_ADDED = {
    "number": N_("The number “{text}” of the translation is not in the source."),
    "time": N_("The time “{text}” of the translation is not in the source."),
}
_STRANGE = N_("The name “{text}” of the translation is not in the source.")
_NO_TERM = N_("“{text}” is not translated by a term of the entry “{entry}”, such as “{term}”.")

_WRITTEN = re.compile(r"\d+(?:[.,]\d+)?")
_SHORTEST_MONTH = 4
_ONE = {("months", size) for size in (1, 12)} | {
    ("minutes", size) for size in (1 / 60, 1, 60, 24 * 60, 7 * 24 * 60)
}
"""Lengths of time of one: a minute, a year."""
_FIGURES = re.compile(r"\d+")
_JOINED = re.compile(r"\s[—–]\s")
_SMALLEST = 2
_ADJECTIVAL = re.compile(r"(?:ов|ев|єв|н|ен|ськ|ск|еск)[а-яіїє]{1,3}")
_SHORTEST_STEM = 4
_HEADS = frozenset(("manager", "minister", "president"))
_SHORTEST = 2


class Pair(NamedTuple):
    """A text and its translation, ready to be compared."""

    source: Evidence
    target: Evidence


def pair(source: str, target: str, finder: Finder, language: str = "") -> Pair:
    """Return a text and its translation into a language, ready to be compared."""
    return Pair(Evidence("", source, finder), Evidence("", target, finder, code=language))


def is_lost(finding: Finding) -> bool:
    """Tell whether a finding is of words of the source, which the translation lacks."""
    return finding.message in (*_LOST.values(), _NO_TERM)


def facts(pair: Pair, glossary: Glossary) -> Iterable[Finding]:
    """Yield the numbers and times that only one of the two has.

    What the source has and the translation lacks is told by the words of the source.
    """
    for claim, other, messages in (
        (pair.source, pair.target, _LOST),
        (pair.target, pair.source, _ADDED),
    ):
        held = _held(claim, other, glossary)
        for amount in claim.amounts:
            if (
                not held.in_entry(amount.fact)
                and not _is_style(amount, claim)
                and not is_number_borne_out(held, amount)
                and not _as_time(amount, other)
            ):
                yield _told("number", amount.fact, messages)
        for moment in claim.moments:
            if (
                not held.in_entry(moment.fact)
                and _is_fixed(moment, claim)
                and not _is_told(moment, claim, other)
                and time_borne_out(held, moment) == "no"
            ):
                yield _told("time", moment.fact, messages)


def names(pair: Pair, glossary: Glossary) -> Iterable[Finding]:
    """Yield the names of the translation that the source does not have.

    Only persons and places of the glossary, and names that end with two words as a person's does:
    what else has a capital in one language may have none in another.
    """
    held = _held(pair.target, pair.source, glossary)
    kinds = {(start, end): glossary.kinds.get(entry) for start, end, entry in pair.target.spans}
    for finding in wording.names(held, ()):
        kind = kinds.get((finding.start, finding.start + len(finding.text)))
        initials = finding.text.rpartition(" ")[2].isupper()
        proper = kind is None and not initials and _is_proper(finding.text, pair.target)
        if kind in ("person", "place") or proper:
            yield finding._replace(message=_STRANGE, values={"text": finding.text})


def _is_proper(name: str, text: Evidence) -> bool:
    """Tell whether a name ends with two words that no language translates, as a person's does."""
    words = [fold(match[0]) for match in WORD.finditer(name)]
    common = (
        lexicon.listed(text.code, "institutions").words | lexicon.listed(text.code, "small").words
    )
    rules = text.language.rules
    if len(words) == 1 or any(w in common or rules.is_common(w) for w in words[-2:]):
        return False
    return words[-1] not in lexicon.listed(text.code, "nouns").words  # Sonata is a given name, too


def _told(code: Literal["number", "time"], fact: Fact, messages: Mapping[str, str]) -> Finding:
    return Finding(code, fact.text, fact.start, messages[code], {"text": fact.text})


def _is_style(amount: quantities.Amount, text: Evidence) -> bool:
    """Tell whether a number is one that languages use or leave out as they like: two, first, 3D, R^2."""
    fact = amount.fact
    before, after = text.text[: fact.start][-1:], text.text[fact.end :]
    if before == "^" or (after[:1].isalpha() and fact.text[-1:].isdigit()):
        return True
    if fact.unit is None and amount.values in ((0.0,), (1.0,)):
        return True  # one cell, «ноль»
    if fact.vague and text.code == "en" and not after.startswith(" of"):
        return True  # a thousands separator
    if any(map(str.isdigit, fact.text)):
        return False
    if after.startswith("-") or (fact.unit == "share" and amount.values == (0.5,)):
        return True  # a four-character code; split in half
    small = all(value <= _SMALLEST for value in amount.values)
    return fact.unit in (None, "ord", "x", "pp") and small


def _is_fixed(moment: moments.Moment, text: Evidence) -> bool:
    """Tell whether a time says which one it is: not «the day before», not «a year»."""
    words = moment.fact.text
    if any(map(str.isdigit, words)):
        return True
    if moment.size is not None:
        return moment.size not in _ONE
    # What is short for a month may be short in its own way elsewhere: Jan.
    whole = len(words) >= _SHORTEST_MONTH and bool(_months(words, text))
    return whole and moment.fact.precision == "month" and moment.fact.mod == ""


def _months(words: str, text: Evidence) -> set[str | int | float]:
    """Return the months that some words of a text name, whatever else they may mean."""
    found = (text.language.words.get(fold(match[0])) for match in WORD.finditer(words))
    return {each[1] for each in found if each is not None and each[0] == "month"}


def _is_told(moment: moments.Moment, text: Evidence, other: Evidence) -> bool:
    """Tell whether the other text has a year as a number, an end of a range, or how long it is."""
    figures = set(_FIGURES.findall(other.text))
    own = _FIGURES.findall(moment.fact.text)
    by_figures = moment.fact.precision == "year" or len(moment.ends) == 1
    if by_figures and own and figures.issuperset(own):
        return True
    if moment.fact.precision == "month" and not own:
        # «Март» is a month that stands alone; March may be a walk, and is left to its neighbours.
        named = _months(moment.fact.text, text)
        return bool(named) and named <= _months(other.text, other)
    return _is_told_so(moment, own, other)


def _is_told_so(moment: moments.Moment, own: list[str], other: Evidence) -> bool:
    """Tell whether the other text has an end of a range, or a length of time in its own way."""
    known = [span for each in other.moments for span in (each.span, *each.ends)]
    joined = len(moment.ends) == 2 and _JOINED.search(moment.fact.text)
    if joined and any(end in known for end in moment.ends):
        return True
    if moment.value.removeprefix("R/") in {each.value.removeprefix("R/") for each in other.moments}:
        return True
    if len(own) == 1 and re.search(rf"(?<!\d){own[0]}[-\u2011][^\W\d_]", other.text):
        return True  # 24-часовой
    if moment.size is not None:
        count = moment.size[1]
        return any(count in amount.values for amount in other.amounts)
    return False


def _as_time(amount: quantities.Amount, other: Evidence) -> bool:
    """Tell whether the other text has a number as part of a time, or as it is written."""
    if amount.fact.text in _FIGURES.findall(other.text):
        return True
    written = _WRITTEN.findall(amount.fact.text)
    if (
        amount.unit in (None, "ord")
        and tuple(float(each.replace(",", ".")) for each in written) == amount.raw
        and set(written) <= {*_WRITTEN.findall(other.text)}
    ):
        return True  # as it stands, 1.2 in a language that writes 1,2
    if any(
        amount.raw == each.raw and {amount.unit, each.unit} == {None, "x"} for each in other.amounts
    ):
        return True  # five times in a row
    lengths = {each.size[1] for each in other.moments if each.size is not None}
    return amount.unit in (None, "yr") and any(
        v in lengths or v * 12 in lengths for v in amount.values
    )


def terms(pair: Pair, glossary: Glossary) -> Iterable[Finding]:
    """Yield the mentions in the source whose entry the translation names by none of its terms."""
    seen: set[str] = set()
    taken: list[tuple[int, int]] = []
    for start, end, entry in pair.source.spans:
        if any(a <= start and end <= b for a, b in taken):
            continue
        taken.append((start, end))
        term = glossary.first_term(entry, pair.target.code)
        if entry in seen or not term or entry in pair.target.entries:
            continue
        seen.add(entry)
        words = pair.source.text[start:end]
        if _is_headed(pair, start):
            continue
        if not _is_worded(words, entry, pair, glossary):
            values = {"text": words, "entry": entry, "term": term}
            yield Finding("term", words, start, _NO_TERM, values)


def _is_headed(pair: Pair, start: int) -> bool:
    """Tell whether a mention is of what somebody heads, whom the translation may call by an office."""
    before = [word.folded for word in pair.source.words if word.end <= start][-1:]
    heads = lexicon.keys(pair.source.code, "senses").in_words(before) & _HEADS
    return bool(heads and pair.target.senses & _HEADS)


def _is_worded(words: str, entry: str, pair: Pair, glossary: Glossary) -> bool:
    """Tell whether a translation says what a mention says, though in no form that is looked for."""
    target = pair.target
    if glossary.kinds.get(entry) == "event" and words[:1].islower():
        return True  # it is described there, and not called by its name
    if has_words_of(glossary, entry, target):
        return True
    said = {word.folded for word in target.words}
    if any(
        _is_adjective(word, term) for word in said for term in glossary.words(entry, target.code)
    ):
        return True
    source = [fold(match[0]) for match in WORD.finditer(words)]
    foreign = [word for word in source if is_cyrillic(word) != (pair.source.code != "en")]
    if foreign and said.issuperset(foreign):
        return True
    meant = [
        lexicon.keys(pair.source.code, "names").of(word)
        | lexicon.keys(pair.source.code, "senses").of(word)
        for word in source
        if len(word) > _SHORTEST
    ]
    return bool(meant) and all(keys & (target.keys | target.senses) for keys in meant)


def _is_adjective(word: str, term: str) -> bool:
    """Tell whether a word is an adjective of a term: файловый of файл."""
    stem = term.rstrip("аяоеьйиі")
    return len(stem) >= _SHORTEST_STEM and bool(
        word.startswith(stem) and _ADJECTIVAL.fullmatch(word, len(stem))
    )


def _held(claim: Evidence, source: Evidence, glossary: Glossary) -> Held:
    line = Evidence("", "", claim.finder)
    sources = Sources([source], frozenset(), frozenset(), line, glossary.holders)
    return Held(claim, sources=sources, everywhere=sources, glossary=glossary)
