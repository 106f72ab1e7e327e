"""Whether a name of a claim is one of its source: full or short, in another form, in another alphabet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from reader.facts.names import skeleton
from reader.language.words import WORD, fold
from reader.verifying import lexicon
from reader.verifying.evidence import Evidence
from reader.verifying.moments import Answer
from reader.verifying.sounds import is_one_name, spellings
from reader.verifying.stems import forms, is_cyrillic

_ADAPTED = frozenset(("n", "an", "ian", "ean", "s", "stan", "ia", "a", "ish", "ese", "i", "ic"))
"""What a language adds to a name to make an adjective of it, or the other way round."""
_SHORTEST_ADAPTED = 5
_ADJECTIVE = re.compile(r"(?:ов|ев|ин|ий|ей|ан|ян)?ск(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими)$")
_SHORTEST_STEM = 4
_COUNTED = frozenset(("card", "one", "ord", "day"))
"""Classes of words for numbers, which a name may have."""
_FEWEST_LETTERS = 2
_FEWEST_INITIALS, _MOST_INITIALS = 3, 6
_MOST_LETTERS_MORE = 2
"""What one spelling of a name may have more than another."""
_MOST_CAPITALS = 1_000
"""Names of a paragraph among which another alphabet's spelling is looked for."""
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "de",
        "la",
        "da",
        "van",
        "von",
        "der",
        "i",
        "a",
        "в",
        "и",
        "по",
        "на",
        "о",
        "об",
        "для",
        "при",
    ]
)


class Sources(NamedTuple):
    """Where names of a claim may stand."""

    paragraphs: Sequence[Evidence]
    known: frozenset[str]
    """Entries that the source line names, or that the document says are meant."""
    parties: frozenset[str]
    """Countries that «the two sides» are, as entries and as keys of names, where paragraphs say so."""
    line: Evidence
    """The words of the source line."""
    holders: Mapping[str, frozenset[str]]
    """Who holds an office, and which office somebody holds: entries by entry."""

    def has_entry(self, entry: str) -> bool:
        """Tell whether an entry is named, or the office that it holds, or who holds it."""
        wanted = {entry, *self.holders.get(entry, ())}
        if not wanted.isdisjoint(self.known) or not wanted.isdisjoint(self.parties):
            return True
        return any(not wanted.isdisjoint(each.entries) for each in self.paragraphs)

    @property
    def all(self) -> list[Evidence]:
        return [*self.paragraphs, self.line]


def is_borne_out(start: int, end: int, claim: Evidence, sources: Sources) -> Answer:
    """Tell whether every word of a name of a claim stands in the sources."""
    name = claim.text[start:end]
    words = [fold(match[0]) for match in WORD.finditer(name)]
    if not words:
        return "yes"
    if _by_initials(name, words, sources):
        return "yes"
    unknown = False
    if _by_phrase(start, claim, sources):
        return "yes"
    for match in WORD.finditer(name):
        written, word = match[0], fold(match[0])
        known = claim.keyed.get(start + match.start(), set())
        if len(word) < _FEWEST_LETTERS or word.isdigit() or word in _SMALL:
            continue
        if any(_has(each, word, claim.code) for each in sources.all):
            continue
        short = lexicon.keys(claim.code, "diminutives").of(word)
        if short and any(short & each.short_names for each in sources.all):
            continue
        if known and (known & sources.parties or any(known & each.keys for each in sources.all)):
            continue
        if _as_government(word, start + match.start(), claim, sources):
            continue
        if known and all(lexicon.keys(each.code, "names") for each in sources.paragraphs):
            return "no"
        opens = any(sentence.start == start + match.start() for sentence in claim.sentences)
        if _is_undecidable(written, word, claim, sources) or (
            opens
            and (
                word in lexicon.callings(claim.code)
                or (len(words) == 1 and lexicon.is_common(claim.code, word))
            )
        ):
            unknown = True
            continue
        return "no"
    return "unknown" if unknown else "yes"


def after_office(start: int, end: int, claim: Evidence) -> int:
    """Return where a name begins after the words of an office: Prime Minister."""
    listed = lexicon.listed(claim.code, "institutions").words
    for match in WORD.finditer(claim.text, start, end):
        if fold(match[0]) not in listed:
            return match.start()
    return start


def _as_government(word: str, at: int, claim: Evidence, sources: Sources) -> bool:
    """Tell whether a capital stands for a country, in the claim or in a source."""
    countries = lexicon.keys(claim.code, "names").of(word)
    if countries and any(
        countries & lexicon.keys(each.code, "capitals").in_words(list(each.capitals))
        for each in sources.all
    ):
        return True
    seats = lexicon.keys(claim.code, "capitals").of(word)
    if not seats or not claim.opens_clause(at):
        return False
    return any(seats & each.keys for each in sources.all)


def _has(source: Evidence, word: str, code: str) -> bool:
    """Tell whether a word of a name stands in a source, in whatever form and alphabet."""
    if not source.folded.isdisjoint(forms(word)):
        return True
    cyrillic = is_cyrillic(word)
    for other in islice(source.capitals, _MOST_CAPITALS):
        if is_cyrillic(other) != cyrillic:
            if _is_one(*((other, word) if cyrillic else (word, other))):
                return True
        elif (not cyrillic and (_adapted(word, other) or _is_spelled_as(word, other))) or (
            cyrillic and source.code != code and _sounds_as(word, other)
        ):
            return True
    near = source.by_beginning.get(word[:_SHORTEST_STEM], ())
    return cyrillic and any(_of_place(word, each) for each in near)


def _is_one(latin: str, cyrillic: str) -> bool:
    """Tell whether a Latin name and a Cyrillic one are one, or the second is an adjective of it."""
    if is_one_name(latin, cyrillic):
        return True
    found = _ADJECTIVE.search(cyrillic)
    if found is None or len(latin) < _SHORTEST_ADAPTED:
        return False
    ends = {found.start(), cyrillic.index("ск", found.start())}
    return any(end >= _SHORTEST_STEM and is_one_name(latin, cyrillic[:end]) for end in ends)


def _is_spelled_as(word: str, other: str) -> bool:
    """Tell whether two Latin names are one in two spellings: Zelensky, Zelenskyy."""
    if len(word) < _SHORTEST_STEM or abs(len(word) - len(other)) > _MOST_LETTERS_MORE:
        return False
    return not spellings(word).isdisjoint(spellings(other))


def _sounds_as(word: str, other: str) -> bool:
    """Tell whether two names in Cyrillic are one, as Russian and Ukrainian write it: Ирина, Ірина."""
    ours, theirs = skeleton(word), skeleton(other)
    return len(ours) >= _FEWEST_LETTERS and ours == theirs and abs(len(word) - len(other)) <= 1


def _adapted(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    if len(short) < _SHORTEST_ADAPTED:
        return False
    for stem in (short, short.removesuffix("e"), short.removesuffix("ia"), short.removesuffix("a")):
        if (
            len(stem) >= _SHORTEST_ADAPTED - 1
            and long.startswith(stem)
            and long[len(stem) :] in _ADAPTED
        ):
            return True
    return False


def _of_place(word: str, other: str) -> bool:
    """Tell whether one of two Russian words is an adjective of the other, a place."""
    for name, adjective in ((word, other), (other, word)):
        found = _ADJECTIVE.search(adjective)
        if (
            found
            and len(stem := adjective[: found.start()]) >= _SHORTEST_STEM
            and name.startswith(stem)
        ):
            return len(name) - len(stem) <= _SHORTEST_STEM
    return False


def _is_undecidable(written: str, word: str, claim: Evidence, sources: Sources) -> bool:
    """Tell whether another language would have another word: of an institution, or short for it."""
    own = all(each.code == claim.code for each in sources.paragraphs)
    if not lexicon.listed(claim.code, "small").words:
        # Without words of its language a word that opens a sentence may be any.
        at = claim.text.find(written)
        return not own or any(sentence.start == at for sentence in claim.sentences)
    if word in lexicon.listed(claim.code, "institutions").words:
        # «Prime Minister» may stand for «premier» in its own language, too.
        return True
    if own or is_cyrillic(word) != (claim.code != "en"):
        return False
    if (written.isupper() and len(written) > 1) or _is_counted(word, claim):
        return True
    return _is_common(word, claim, sources)


def _is_counted(word: str, claim: Evidence) -> bool:
    """Tell whether a word is a number, as in Channel One."""
    return claim.language.words.get(word, ("",))[0] in _COUNTED


def _is_common(word: str, claim: Evidence, sources: Sources) -> bool:
    """Tell whether a word of a name is one that another language translates."""
    if claim.code != "en":
        rules = claim.language.rules
        given = getattr(rules, "is_given", None)  # Марта is no month here
        return rules.is_common(word) and not (given is not None and given(word))
    return lexicon.is_common(claim.code, word) and any(map(_has_title, sources.paragraphs))


def _by_phrase(start: int, claim: Evidence, sources: Sources) -> bool:
    """Tell whether a source has the initials of a name that goes on in small letters.

    «Всемирная организация здравоохранения» is ВОЗ.
    """
    following = [w.folded for w in claim.words if w.start >= start and w.folded not in _SMALL]
    initials = "".join(word[0] for word in following[:_MOST_INITIALS])
    return any(
        word.folded == initials[: len(word.folded)]
        for each in sources.all
        if each.code == claim.code
        for word in each.capitals.values()
        if len(word.folded) >= _FEWEST_INITIALS and each.text[word.start : word.end].isupper()
    )


def _has_title(source: Evidence) -> bool:
    """Tell whether a source has a name in quotation marks, which another language may translate."""
    return any(
        source.text[each.start : each.start + 1].isupper() and each.start != each.outer_start
        for each in source.marked
    )


def _by_initials(name: str, words: Sequence[str], sources: Sources) -> bool:
    """Tell whether a short name stands for a full one of the source, or the other way round."""
    full = [word for word in words if word not in _SMALL]
    if len(full) > 1:
        initials = "".join(word[0] for word in full)
        every = "".join(word[0] for word in words)
        return any({initials, every} & each.folded for each in sources.all)
    if not name.isupper() or not 2 <= len(name) <= 6:
        return False
    for source in sources.all:
        letters = "".join(w.folded[0] for w in source.words if w.folded not in _SMALL)
        start = letters.find(words[0])
        while start >= 0:
            first = [w for w in source.words if w.folded not in _SMALL][start]
            if first.capital:
                return True
            start = letters.find(words[0], start + 1)
    return False
