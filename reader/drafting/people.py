"""Who takes part: persons and organisations of an article, and the office that stands by a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from reader.drafting.material import Sentence
from reader.facts.language import language as rules_of
from reader.facts.names import skeleton
from reader.language.words import fold
from reader.model import EntryKind, Participant
from reader.terms import languages
from reader.terms.languages import word_files

MOST = 12
"""Participants of one draft."""

_LONGEST_OFFICE = 14
"""Words."""
_TOKEN = re.compile(r"[\w][\w.’'-]*")
_CAPITAL = re.compile(r"\b[A-ZА-ЯЁІЇЄҐ][\w’'-]+")
_APPOSITION = re.compile(r",\s+(?P<office>[^,.;:()«»“”\"—–]{4,90}?)\s*(?=[,.;:)—–]|$)")
_FIRST_WORDS = 5
"""Words of an apposition among which one for an office has to stand."""


class _Seen(NamedTuple):
    """A name where it stands."""

    sentence: Sentence
    start: int
    end: int
    entry: str
    key: str
    """The entry, or the skeleton of the last word of a name."""
    name: str
    office: str
    is_person: bool
    speaks: bool


def participants(
    sentences: Sequence[Sentence],
    texts: Mapping[str, str],
    kinds: Mapping[str, EntryKind],
    language: str,
    publisher: str | None = None,
) -> tuple[Participant, ...]:
    """Return the persons of an article, and the organisations that it has speak, in its order.

    ``texts`` are the paragraphs by their ids, ``kinds`` those of the glossary's entries. The
    ``publisher`` is none of them, though it says all of it.
    """
    seen = [each for s in sentences for each in _seen(s, texts[s.paragraph], kinds, language)]
    seen = [each for each in seen if each.is_person or not _is_named(each.name, publisher)]
    counts = Counter(each.key for each in seen)
    speaking = {each.key for each in seen if each.speaks}
    persons = {each.key for each in seen if each.is_person}
    by_key: dict[str, list[_Seen]] = {}
    for each in seen:
        if each.key in persons or (each.entry and each.key in speaking):
            by_key.setdefault(each.key, []).append(each)
    wanted = sorted(by_key, key=lambda key: (key not in speaking, -counts[key]))[:MOST]
    return tuple(
        _participant(places, number)
        for number, places in enumerate((by_key[key] for key in by_key if key in wanted), 1)
    )


def _is_named(name: str, publisher: str | None) -> bool:
    return publisher is not None and fold(name) in (
        fold(publisher),
        fold(publisher.partition(".")[0]),
    )


def _participant(places: Sequence[_Seen], number: int) -> Participant:
    best = max(places, key=lambda each: len(each.office))
    named = max(places, key=lambda each: len(each.name.split()))
    cites = dict.fromkeys(each.sentence.paragraph for each in places)
    if best.office:  # what it is called stands there
        cites = dict.fromkeys([best.sentence.paragraph, *cites])
    entry = best.entry
    return Participant(
        f"who{number}", entry, best.office, tuple(cites), "" if entry else named.name
    )


def _seen(
    sentence: Sentence, text: str, kinds: Mapping[str, EntryKind], language: str
) -> list[_Seen]:
    found: list[_Seen] = []
    speaker = sentence.asserted.speaker if sentence.asserted else None
    persons = [m.end for m in sentence.mentions if kinds.get(m.entry) == "person"]

    def bound(start: int) -> int:
        """Return where an office before ``start`` may begin: after whoever stands before."""
        return max([sentence.start, *(end for end in persons if end <= start)])

    def add(start: int, end: int, entry: str, key: str, *, is_person: bool) -> None:
        office = _office(text, bound(start), start, end, language) if is_person else ""
        speaks = speaker is not None and speaker.start <= start < speaker.end
        found.append(
            _Seen(sentence, start, end, entry, key, text[start:end], office, is_person, speaks)
        )

    for mention in sentence.mentions:
        kind = kinds.get(mention.entry)
        if kind in ("person", "organisation"):
            add(
                mention.start, mention.end, mention.entry, mention.entry, is_person=kind == "person"
            )
    for fact in sentence.facts:
        # Where every word is in capitals, these tell no name.
        if fact.kind == "name" and not sentence.text.isupper():
            start = _given_at(text, fact.start, fact.end, language)
            if start is not None and len(name := text[start : fact.end].split()) > 1:
                add(start, fact.end, "", f" {skeleton(name[-1])}", is_person=True)
                persons.append(fact.end)
    return found


def _given_at(text: str, start: int, end: int, language: str) -> int | None:
    """Return where a given name begins in words with capitals: Deputy Harbour Master Ellen Marsh."""
    words = _TOKEN.finditer(text, start, end)
    return next((word.start() for word in words if _is_given(word[0], language)), None)


def _office(text: str, bound: int, start: int, end: int, language: str) -> str:
    """Return the office that stands before a name, or after it between commas; else ``""``."""
    rules = _rules(language)
    if rules is None:
        return ""
    words = list(_TOKEN.finditer(text, bound, start))[-_LONGEST_OFFICE:]
    if words and (found := rules.before(text, words, start)):
        return str(found)
    after = _APPOSITION.match(text, end)
    if after is None:
        return ""
    office = after["office"]
    if not any(rules.is_office(word) for word in _TOKEN.findall(office)[:_FIRST_WORDS]):
        return ""
    # «X, президент Y и министр Z сказали» names others: an apposition has neither verb nor name.
    named = any(_is_given(word, language) for word in _CAPITAL.findall(office))
    has_verb = rules_of(language).speech.has_verb(office.split())
    return "" if named or has_verb else " ".join(office.split())


def _is_given(word: str, language: str) -> bool:
    stems, plain = _given(language), fold(word)
    return any(part in stems for part in (plain, plain[:-1], plain[:-2]) if len(part) > 2)


@cache
def _given(language: str) -> Collection[str]:
    found = {fold(name) for name in word_files.words(_folder(language).parent, "given_names")}
    rules = _rules(language)
    lose = rules.GIVEN_NAMES_LOSE if rules is not None else ""
    return frozenset(found | {name[:-1] for name in found if name[-1:] in lose and name})


@cache
def _rules(language: str) -> ModuleType | None:
    """Return the pack's rules of offices; ``None`` where it has none."""
    if not (_folder(language) / "offices.py").is_file():
        return None
    return import_module(f"{languages.__name__}.{language}.facts.offices")


def _folder(language: str) -> Path:
    return Path(languages.__path__[0]) / language / "facts"
