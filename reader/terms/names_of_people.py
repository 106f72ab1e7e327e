"""Read the names of people off the terms of their entries, for the guards of names."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, MutableMapping, Sequence
from typing import Any

from reader.language.words import fold
from reader.model import Entry, Term
from reader.terms import patterns
from reader.terms.guards.name_forms import has_patronymic, is_form
from reader.terms.guards.names import ANY_NAME, Person
from reader.terms.languages import registry
from reader.terms.languages.pack import ParsedTerm, Spelling

FormCache = MutableMapping[tuple[Any, ...], list[tuple[Any, ...]]]
"""What was made before, by what it was made from."""

_MOST_WHOLE = 3


class NamesOfPeople:
    """Names of people, of which ``form_cache`` keeps what a dictionary or a list has told."""

    def __init__(self, form_cache: FormCache) -> None:
        self._form_cache = form_cache

    def person(self, entry: Entry) -> Person:
        """Return a person's names, and the gender that a language first tells."""
        gender = ""
        for language, terms in entry.terms.items():
            longest = max((t.text for t in terms), key=lambda text: text.count(" "), default="")
            if gender := self._gender(language, tuple(longest.split())):
                break
        alone = {fold(term.text) for terms in entry.terms.values() for term in terms}
        names: dict[tuple[str, ...], None] = {}
        surnames: dict[str, None] = {}
        other_forms: dict[tuple[str, str], None] = {}
        for language, terms in entry.terms.items():
            for term in terms:
                name = patterns.full_name(term.text, alone)
                if name is None or self._leads_office(language, term.text, name.surname):
                    continue
                surnames[fold(name.surname)] = None
                for given in self._variants(language, name.given):
                    names[given] = None
                if "-" in term.text.split()[0]:
                    # К. К. Токаев is Касым-Жомарт, too: a patronymic may follow the first initial.
                    names[name.given[0], ANY_NAME] = None
                for each in itertools.chain(*self._variants(language, name.given)):
                    other_forms |= dict.fromkeys(self._other_forms(language, each, gender))
        if surnames:
            # «Асия», a term by itself beside «Аасия Биби», is a given name of hers.
            listed = (alone & patterns.given_names()).difference(surnames)
            names |= dict.fromkeys((word,) for word in sorted(listed))
        return Person(tuple(names), tuple(surnames), gender, tuple(other_forms))

    def _given_names(self, entry: Entry) -> list[str]:
        """Return the given names that the terms of a person begin with."""
        texts = [term.text for terms in entry.terms.values() for term in terms]
        alone = set(map(fold, texts))
        return [name.given[0] for text in texts if (name := patterns.full_name(text, alone))]

    def with_likely_gender(self, person: Person, entry: Entry) -> Person:
        """Return a person with the gender that the given name nearly always has, if none is sure."""
        if person.gender:
            return person
        told = set()
        for language, given in itertools.product(entry.terms, self._given_names(entry)):
            key = ("likely", language, given)
            if key not in self._form_cache:
                self._form_cache[key] = [(registry.pack(language).likely_gender(given),)]
            told.add(str(self._form_cache[key][0][0]))
        # A name that ends as a man's may be a woman's; one of women is.
        likely = "femn" if "femn" in told else "masc" if "masc" in told else ""
        return person._replace(gender=likely)

    def _variants(self, language: str, given: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Return a person's names, and with each short or other form of the first: Joe, Joseph."""
        key = ("short", language, given[0])
        if key not in self._form_cache:
            name, groups = given[0], registry.pack(language).groups("short_names")
            folded = [tuple(map(fold, group)) for group in groups]
            short = [other for whole, *others in folded if whole == name for other in others]
            whole = [group[0] for group in folded if name in group[1:]]
            # Ron is Aaron, Ronald and others.
            others = {*short, *(whole if len(whole) <= _MOST_WHOLE else ())}
            self._form_cache[key] = [(name, *sorted(others - {name}))]
        return [(first, *given[1:]) for first in self._form_cache[key][0]]

    def _other_forms(self, language: str, given: str, gender: str) -> list[tuple[str, str]]:
        """Return the forms of a given name that don't begin as it does, each with it."""
        key = ("given", language, given, gender)
        if key not in self._form_cache:
            pack = registry.pack(language)
            tails = "".join(each.name_tails for each in registry.packs())
            term = ParsedTerm(given, "person", Spelling((given.capitalize(),), ()), gender=gender)
            forms = {form[0] for _, made in pack.expand(term) for form in made if len(form) == 1}
            self._form_cache[key] = [
                (fold(form), given)
                for form in sorted(forms)
                if not is_form(fold(form), given, tails)
            ]
        return [(form, name) for form, name in self._form_cache[key]]

    def _gender(self, language: str, name: tuple[str, ...]) -> str:
        key = ("gender", language, *name)
        if key not in self._form_cache:
            self._form_cache[key] = [(registry.pack(language).gender(name) if name else "",)]
        return str(self._form_cache[key][0][0])

    def hidden_surnames(
        self, language: str, terms: Sequence[Term], alone: set[str]
    ) -> Iterable[str]:
        """Yield, as written, surnames of full terms that are not terms by themselves."""
        seen: set[str] = set()
        for term in terms:
            name = patterns.full_name(term.text, alone)
            if term.after_full or name is None or fold(name.surname) in alone | seen:
                continue
            seen.add(fold(name.surname))
            if not self.is_office(language, tuple(term.text.split())):
                yield name.surname

    def is_office(self, language: str, words: tuple[str, ...]) -> bool:
        key = ("office", language, *words)
        if key not in self._form_cache:
            self._form_cache[key] = [(registry.pack(language).is_office(words),)]
        return bool(self._form_cache[key][0][0])

    def ends_of_names(self, terms: Sequence[Term], alone: set[str]) -> Iterable[str]:
        """Yield, as written, what full names end with from the surname on: Lula da Silva."""
        for term in terms:
            units = term.text.split()
            name = patterns.full_name(term.text, alone)
            at = units.index(name.surname) if name and name.surname in units else 0
            rest = units[at + 1 :]
            if term.after_full or not at or not rest or not rest[-1][0].isupper():
                continue
            end = " ".join(units[at:])
            if fold(end) not in alone and not any(
                has_patronymic(fold(word), patterns.words_of("patronymics")) for word in rest
            ):
                yield end

    def _leads_office(self, language: str, text: str, word: str) -> bool:
        """Tell whether a word that begins a person's term is the office in it: President of Chile."""
        return text.startswith(word) and self.is_office(language, (word,))
