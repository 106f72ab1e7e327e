"""Compile a glossary's terms: every form of every term in one trie over words."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from reader.language.words import fold
from reader.model import Entry, Term
from reader.terms import patterns
from reader.terms.compiled import INITIAL_POINT, Compiled, Row, TermRule, TrieNode
from reader.terms.compiled import Person as PlainPerson
from reader.terms.guards.collection import plain_vocabulary
from reader.terms.guards.flags import (
    GAP,
    IN_NAME,
    MOST_GAP,
    PERSON,
    POINT,
    RULED,
    SIMPLE,
    SURNAME,
    with_language,
    with_rule,
)
from reader.terms.guards.names import Person
from reader.terms.languages import registry
from reader.terms.languages.pack import PlainPack
from reader.terms.names_of_people import FormCache, NamesOfPeople
from reader.terms.nodes import merge, tight
from reader.terms.packing import pack, pack_node
from reader.terms.patterns import TermPattern, has_rule

Progress = Callable[[int, int], object]
"""Told how many of how many entries are compiled, once that has taken a second."""

_PATIENCE = 1.0
_EACH = 50
_STEM = 6
_WITH_NAMES = ("document", "organisation", "person", "project")
_WITHOUT_PACK = ""


def build_trie(
    entries: Sequence[Entry], form_cache: FormCache, progress: Progress | None = None
) -> Compiled:
    """Compile a glossary; patterns that ``form_cache`` lacks are made and added to it."""
    begun = time.monotonic()
    builder = Builder(form_cache, entries)
    for place, entry in enumerate(entries):
        if progress and place % _EACH == 0 and time.monotonic() - begun > _PATIENCE:
            progress(place, len(entries))
        builder.add(place, entry)
    if progress and time.monotonic() - begun > _PATIENCE:
        progress(len(entries), len(entries))
    builder.join_initials()
    vocabulary = plain_vocabulary(
        [registry.pack(code) if code else PlainPack(code) for code in builder.languages],
        builder.countries(),
        builder.gapped,
        builder.initials,
        shared=builder.is_shared(builder.trie.values(), tuple(builder.rows)),
    )
    return (
        tuple(entry.id for entry in entries),
        tuple(builder.rows),
        builder.plain_people(),
        tuple(builder.rules),
        pack(vocabulary),
        {word: pack_node(tight(node)) for word, node in builder.trie.items()},
    )


def builder_of(
    entries: Sequence[Entry], form_cache: FormCache, languages: Sequence[str]
) -> Builder | None:
    """Return a builder that numbers languages as listed; ``None`` if they are not the glossary's."""
    builder = Builder(form_cache, entries)
    for code in languages:
        builder.number_of(code)
    known = set(builder.languages)
    used = {code for entry in entries for code in entry.terms} & set(registry.codes())
    return builder if {*used, _WITHOUT_PACK} == known else None


class Builder:
    """Collects the parts of a compiled glossary, entry by entry."""

    def __init__(self, form_cache: FormCache, entries: Sequence[Entry]) -> None:
        self._form_cache = form_cache
        self._people_names = NamesOfPeople(form_cache)
        self._entries = {entry.id: entry for entry in entries}
        self._also_words = {word for pack in registry.packs() for word in pack.words("also_words")}
        self.rows: dict[Row, int] = {}
        self.first_row = 0
        """The number of the first of ``rows``."""
        self.people: dict[int, Person] = {}
        self.rules: dict[TermRule, int] = {}
        # The first stands for all languages that have no pack.
        self.languages: dict[str, int] = {_WITHOUT_PACK: 0}
        self.trie: dict[str, TrieNode] = {}
        self.gapped: set[str] = set()
        """Words that begin a form between whose words others may stand."""
        self.initials: set[str] = set()
        """Letters that begin an abbreviation with points."""

    def add(self, place: int, entry: Entry) -> None:
        """Add the forms of all terms of an entry."""
        gender = ""
        person = None
        if entry.kind == "person":
            person = self.people[place] = self._people_names.person(entry)
            gender = person.gender
            self.people[place] = self._people_names.with_likely_gender(person, entry)
        alone = {fold(term.text) for terms in entry.terms.values() for term in terms}
        written = {code: {term.text for term in terms} for code, terms in entry.terms.items()}
        for language, terms in entry.terms.items():
            number = self.number_of(language)
            for term in terms:
                elsewhere = any(term.text in written[code] for code in written if code != language)
                extra = with_language(0, number)
                if has_rule(term):
                    extra |= with_rule(0, self._rule(entry, language, term))
                # A part of a name: «Трамп» of Дональд Трамп.
                if (
                    person
                    and alone & set(person.surnames)
                    and (" " not in term.text.strip() or fold(term.text) in person.surnames)
                    and not any(fold(term.text) in names for names in person.names)
                ):
                    extra |= SURNAME
                for made in self._patterns(entry.kind, language, term, gender, elsewhere):
                    self._add(place, TermPattern(*made), extra)
            if person:
                for surname in self._people_names.hidden_surnames(language, terms, alone):
                    term = Term(surname, case="capital")
                    extra = with_language(SURNAME | IN_NAME, number)
                    for made in self._patterns(entry.kind, language, term, gender, False):
                        self._add(place, TermPattern(*made), extra)

                for end in self._people_names.ends_of_names(terms, alone):
                    term = Term(end, case="capital")
                    for made in self._patterns(entry.kind, language, term, gender, False):
                        self._add(place, TermPattern(*made), with_language(0, number))

    def _names_office(self, kind: str, language: str, text: str) -> bool:
        """Tell whether a term names an office, or what an office is in."""
        if not registry.pack(language).offices.isdisjoint(text.lower().split()):
            return True
        return kind == "person" and self._people_names.is_office(language, tuple(text.split()))

    def _add(self, place: int, pattern: TermPattern, extra: int) -> None:
        flags = pattern.flags | extra
        if self._is_simple(pattern):
            flags |= SIMPLE
        row = (place, flags, *pattern[2:])
        number = self.rows.setdefault(row, self.first_row + len(self.rows))
        pointed = pattern.separators[:1] == (".",) and not any(len(w) > 1 for w in pattern.exact)
        for form in pattern.forms:
            words = form.split(" ")
            if flags & (GAP * MOST_GAP):
                self.gapped.add(words[0])
            if pointed and pattern.exact and len(words[0]) == 1:
                # А, и, в are words of their own, which stand everywhere.
                self.initials.add(words[0])
                words[0] += INITIAL_POINT
            node = self.trie
            for word in words:
                node = node.setdefault(word, {})
            node.setdefault("", {})[number] = None

    def join_initials(self) -> None:
        """Put the abbreviations of a letter that begins other forms as well under the letter."""
        for letter in self.initials & self.trie.keys():
            merge(self.trie[letter], self.trie.pop(letter + INITIAL_POINT))
        self.initials -= self.trie.keys()

    def plain_people(self) -> dict[int, PlainPerson]:
        """Return the names of people by the places of their entries."""
        return {
            place: (person.names, person.surnames, person.gender, person.other_forms)
            for place, person in self.people.items()
        }

    @staticmethod
    def is_shared(nodes: Iterable[TrieNode], rows: Sequence[Row]) -> bool:
        """Tell whether one word names several people.

        ``nodes``: those of the first words, as they are built.
        """
        return any(
            len({rows[i][0] for i in node[""] if rows[i][1] & PERSON}) > 1
            for node in nodes
            if len(node.get("", ())) > 1
        )

    def _is_simple(self, pattern: TermPattern) -> bool:
        if pattern.separators or pattern.signs or pattern.flags & (POINT | RULED):
            return False
        exact = pattern.exact
        return not exact or (len(exact) == 1 and exact[0].lower() not in self._also_words)

    def number_of(self, code: str) -> int:
        """Return the number of a language in the flags of its patterns."""
        if code not in registry.codes():
            code = _WITHOUT_PACK
        return self.languages.setdefault(code, len(self.languages))

    def _rule(self, entry: Entry, language: str, term: Term) -> int:
        """Return the index of the rule of a term that has one."""
        words = {
            fold(word)[:_STEM]
            for terms in entry.terms.values()
            for other in terms
            for word in patterns.read(other.text)[0].words
        }
        rule = (
            tuple(sorted(words)),
            self._forms(language, term.not_before),
            self._forms(language, term.not_after),
            tuple(self._names(owner) for owner in self._owners(term)),
            self._related(entry) if self._owners(term) else frozenset(),
            term.alone,
            any(
                self._names_office(entry.kind, code, other.text)
                for code, terms in entry.terms.items()
                for other in terms
            ),
            term.after_full,
        )
        return self.rules.setdefault(rule, len(self.rules))

    def _forms(self, language: str, words: Sequence[str]) -> frozenset[str]:
        found: set[str] = set()
        for word in words:
            key = ("forms", language, word)
            if key not in self._form_cache:
                forms = {fold(word), *registry.pack(language).inflect(word)}
                self._form_cache[key] = [tuple(sorted(forms))]
            found.update(self._form_cache[key][0])
        return frozenset(found)

    def _owners(self, term: Term) -> list[Entry]:
        """Return the entries whose a term is; of an unknown one, nothing is asked."""
        return [self._entries[id] for id in term.of if id in self._entries]

    def _related(self, entry: Entry) -> frozenset[str]:
        """Return every form of what names the entries that an entry is related to.

        Only of what has a name of its own, and of names that are nobody else's.
        """
        found: set[str] = set()
        for id in entry.related:
            other = self._entries.get(id)
            if other is None or other.kind not in _WITH_NAMES:
                continue
            for code, terms in other.terms.items():
                for term in terms:
                    if not has_rule(term):
                        made = self._patterns(other.kind, code, term, "", False)
                        found.update(form for pattern in made for form in pattern[0])
        return frozenset(found)

    def _names(self, owner: Entry) -> frozenset[str]:
        """Return every form of the names and adjectives of an owner, in all its languages."""
        key = ("owner", *((code, *(t.text for t in terms)) for code, terms in owner.terms.items()))
        if key not in self._form_cache:
            from reader.terms import countries

            terms = {code: [t.text for t in listed] for code, listed in owner.terms.items()}
            known = countries.other_names(terms) if owner.kind == "place" else {}
            found: set[str] = set()
            for code, texts in terms.items():
                for text in (*texts, *known.get(code, ())):
                    made = patterns.patterns_for(
                        owner.kind, code, Term(text), "", other_languages=True
                    )
                    found.update(form for pattern in made for form in pattern.forms)
                    if " " not in text:
                        pack = registry.pack(code)
                        found.update(pack.inflect(text))
                        if owner.kind == "place":
                            found.update(map(fold, pack.adjective_forms(text)))
            self._form_cache[key] = [tuple(sorted(found))]
        return frozenset(self._form_cache[key][0])

    def countries(self) -> tuple[str, ...]:
        """Return the names of countries in the glossary's languages, where a term is of one."""
        if not any(rule[3] for rule in self.rules):
            return ()
        key = ("countries", *self.languages)
        if key not in self._form_cache:
            names = {
                fold(n) for code in self.languages if code for n in registry.pack(code).countries()
            }
            self._form_cache[key] = [tuple(sorted(names))]
        return self._form_cache[key][0]

    def _patterns(
        self, kind: str, language: str, term: Term, gender: str, elsewhere: bool
    ) -> list[tuple[Any, ...]]:
        ruled = has_rule(term)
        key = (kind, language, term.text, term.type, term.case, ruled, term.gap, gender, elsewhere)
        if key not in self._form_cache:
            made = patterns.patterns_for(kind, language, term, gender, other_languages=elsewhere)
            self._form_cache[key] = [tuple(pattern) for pattern in made]
        return self._form_cache[key]
