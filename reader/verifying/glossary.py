"""What the verifier asks of a glossary, and who the sides are that a text speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from reader.language.words import WORD, fold
from reader.verifying import lexicon
from reader.verifying.evidence import Evidence
from reader.verifying.stems import content_of

if TYPE_CHECKING:
    from reader.model import Entry


class Glossary(NamedTuple):
    """What the verifier asks of a glossary's entries."""

    entries: Mapping[str, Entry]
    kinds: Mapping[str, str]
    holders: Mapping[str, frozenset[str]]
    """Who holds an office, and which somebody holds: the two name each other as related."""

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Glossary:
        """Return the glossary with these entries."""
        every = {entry.id: entry for entry in entries}
        kinds = {entry.id: entry.kind for entry in every.values()}
        return cls(every, kinds, _holders(every))

    def called(self, name: str) -> frozenset[str]:
        """Return the entries that have this very name: who publishes is named by nothing else."""
        wanted = fold(name)
        return frozenset(
            entry.id
            for entry in self.entries.values()
            if wanted
            and any(fold(t.text) == wanted for terms in entry.terms.values() for t in terms)
        )

    def first_term(self, entry: str, language: str) -> str:
        """Return the preferred term of an entry in a language, or ``""``."""
        found = self.entries.get(entry)
        listed = found.terms.get(language, ()) if found else ()
        return listed[0].text if listed else ""

    def words(self, entry: str, language: str) -> list[str]:
        """Return the terms of one word, as they are compared."""
        found = self.entries.get(entry)
        listed = found.terms.get(language, ()) if found else ()
        return [fold(term.text) for term in listed if " " not in term.text]

    def terms(self, entry: str, language: str) -> list[frozenset[str]]:
        """Return the words of each term of several words, as they are compared."""
        found = self.entries.get(entry)
        listed = found.terms.get(language, ()) if found else ()
        words = [[fold(m[0]) for m in WORD.finditer(term.text)] for term in listed]
        contents = [content_of(each, language) for each in words]
        return [each for each in contents if len(each) > 1]


def _holders(every: Mapping[str, Entry]) -> Mapping[str, frozenset[str]]:
    held: dict[str, set[str]] = {}
    for entry in every.values():
        if entry.kind != "person":
            continue
        for other in entry.related:
            office = every.get(other)
            if office is not None and office.kind == "concept" and entry.id in office.related:
                held.setdefault(entry.id, set()).add(other)
                held.setdefault(other, set()).add(entry.id)
    return {id: frozenset(others) for id, others in held.items()}


def names_parties(paragraph: Evidence) -> bool:
    """Tell whether a paragraph speaks of the sides without naming them: both, the two countries."""
    parties, pairs, twos, sides = (
        lexicon.listed(paragraph.code, name) for name in ("parties", "pairs", "twos", "sides")
    )
    two = pairs.words | twos.words
    words = [word.folded for word in paragraph.words]
    for place, word in enumerate(words):
        if sides.has(word) or (word in two and any(map(parties.has, words[place + 1 : place + 3]))):
            return True
    return False


def parties_of(paragraphs: Iterable[Evidence], kinds: Mapping[str, str]) -> frozenset[str]:
    """Return the two countries that most paragraphs name: entries, and keys of names."""
    counted: Counter[str] = Counter()
    keys: Counter[str] = Counter()
    for each in paragraphs:
        counted.update(entry for entry in each.entries if kinds.get(entry) == "place")
        keys.update(each.keys | lexicon.keys(each.code, "capitals").in_words(list(each.capitals)))
    found = [[name for name, _ in some.most_common(2)] for some in (counted, keys)]
    return frozenset(name for some in found if len(some) == 2 for name in some)
