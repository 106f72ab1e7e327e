"""Russian: rules by the dictionary of pymorphy3, loaded for a new term."""

from __future__ import annotations

from collections.abc import Container, Iterable

from reader.terms.languages.pack import (
    BareName,
    Before,
    Form,
    LanguagePack,
    ParsedTerm,
    Spelling,
    SurnameForm,
)
from reader.terms.languages.ru import guards


class Russian(LanguagePack):
    """Nouns, adjectives and names decline; rules for each are in the modules beside."""

    code = "ru"
    script = "Cyrl"
    inflects_by_dictionary = True
    marks_foreign = True
    declines_abbreviations = True
    closes_compounds = True
    guesses_given_names = True
    # Genitive to prepositional of both declensions, and the nominatives that lose a letter.
    name_endings = tuple("ями ами ью ой ей ою ею ом ем а я у ю е и ы ь й".split())
    name_tails = "аяйьо"
    feminine_surnames = ("ова", "ева", "ина", "ына", "кая")
    feminine_verb = r"(?:не )?[а-яё]+(?:ла|лась)\b"

    def expand(self, term: ParsedTerm) -> Iterable[tuple[Spelling, Iterable[Form]]]:
        from reader.terms.languages.ru import terms

        return terms.expand(term)

    def expand_after(self, term: ParsedTerm) -> Iterable[tuple[Before, Spelling, Iterable[Form]]]:
        from reader.terms.languages.ru import terms

        return terms.expand_after(term)

    def inflect(self, word: str) -> Iterable[str]:
        from reader.terms.languages.ru import inflections

        return inflections.forms(word)

    def normal_forms(self, word: str) -> Iterable[str]:
        from reader.terms.languages.ru import inflections

        return inflections.normal_forms(word)

    def gender(self, words: tuple[str, ...]) -> str:
        from reader.terms.languages.ru import names

        return names.gender_of(words)

    def likely_gender(self, given: str) -> str:
        mans = given[-1:] in guards.ENDS_HARD and given not in self.words("womens_names")
        return "masc" if mans and given in self.words("given_names") else ""

    def is_given_by_form(
        self, text: str, word: tuple[str, int], surname: str, first_words: Container[str]
    ) -> bool:
        return guards.is_given_by_form(text, word, surname, first_words)

    def agree(
        self, surname: SurnameForm, given: str, given_names: Container[str], gender: str
    ) -> bool:
        return guards.agree(surname, given, given_names, gender)

    def describes_next(self, text: str, start: int, end: int) -> bool:
        return guards.describes_next(text, start, end)

    def is_mans(self, before: str, surname: str) -> bool:
        return guards.is_mans(before, surname)

    def verb_follows(self, text: str, at: int) -> bool:
        return guards.verb_in_the_singular_follows(text, at)

    def is_given_after(self, surname: SurnameForm, word: str, *, closed: bool) -> bool:
        return guards.is_given_after(surname, word, closed=closed)

    def may_be_surname(self, word: str, *, within: bool) -> bool:
        return within and guards.may_be_surname(word)

    def is_office(self, words: tuple[str, ...]) -> bool:
        from reader.terms.languages.ru import terms

        return terms.is_office(words)

    def names_another(self, name: BareName) -> bool:
        return guards.names_another(name)

    def countries(self) -> Iterable[str]:
        from reader.terms.languages.ru import terms

        return terms.countries()

    def adjective_forms(self, place: str) -> Iterable[str]:
        from reader.terms.languages.ru import terms

        return terms.adjective_forms(place)

    @property
    def ordinals(self) -> Container[str]:
        from reader.terms.languages.ru import numbers

        return numbers.ordinals()

    def load_dictionary(self) -> None:
        from reader.terms.languages.ru import morphology

        morphology.MORPHOLOGY.load()

    def dictionary_is_loaded(self) -> bool:
        from reader.terms.languages.ru import morphology

        return morphology.MORPHOLOGY.is_loaded()


PACK = Russian()
