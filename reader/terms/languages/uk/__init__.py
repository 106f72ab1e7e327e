"""Ukrainian: rules by the dictionary of pymorphy3, which is an extra of the program."""

from __future__ import annotations

from collections.abc import Iterable

from reader.terms import dictionaries
from reader.terms.languages.pack import BareName, Before, Form, LanguagePack, ParsedTerm, Spelling
from reader.terms.languages.uk import guards


class Ukrainian(LanguagePack):
    """Nouns, adjectives and names decline; rules for each are in the modules beside."""

    code = "uk"
    script = "Cyrl"
    inflects_by_dictionary = True
    is_extra = True
    marks_foreign = True
    declines_abbreviations = True
    closes_compounds = True
    # Genitive to vocative of both declensions, and the nominatives that lose a letter.
    name_endings = tuple("ові еві єві ями ами ою ею єю ом ем єм ю а я у і ї и о е є ь й".split())
    name_tails = "аяйьо"
    feminine_surnames = ("ова", "ева", "єва", "іна", "їна", "ина", "ька")
    feminine_verb = r"(?:не )?[а-щьюяґєії]+(?:ла|лася|лась)\b"

    def is_available(self) -> bool:
        return dictionaries.has(self.code)

    def expand(self, term: ParsedTerm) -> Iterable[tuple[Spelling, Iterable[Form]]]:
        from reader.terms.languages.uk import terms

        return terms.expand(term)

    def expand_after(self, term: ParsedTerm) -> Iterable[tuple[Before, Spelling, Iterable[Form]]]:
        from reader.terms.languages.uk import terms

        return terms.expand_after(term)

    def inflect(self, word: str) -> Iterable[str]:
        from reader.terms.languages.uk import inflections

        return inflections.forms(word)

    def normal_forms(self, word: str) -> Iterable[str]:
        from reader.terms.languages.uk import inflections

        return inflections.normal_forms(word)

    def gender(self, words: tuple[str, ...]) -> str:
        from reader.terms.languages.uk.names import NAMES

        return NAMES.gender_of(words)

    def is_office(self, words: tuple[str, ...]) -> bool:
        from reader.terms.languages.uk.terms import TERMS

        return TERMS.is_office(words)

    def verb_follows(self, text: str, at: int) -> bool:
        return guards.verb_in_the_singular_follows(text, at)

    def describes_next(self, text: str, start: int, end: int) -> bool:
        return guards.describes_next(text, start, end)

    def names_another(self, name: BareName) -> bool:
        return guards.names_another(name)

    def countries(self) -> Iterable[str]:
        from reader.terms.languages.uk import terms

        return terms.countries()

    def adjective_forms(self, place: str) -> Iterable[str]:
        from reader.terms.languages.uk import terms

        return terms.adjective_forms(place)

    def load_dictionary(self) -> None:
        from reader.terms.languages.uk.morphology import MORPHOLOGY

        MORPHOLOGY.load()

    def dictionary_is_loaded(self) -> bool:
        from reader.terms.languages.uk.morphology import MORPHOLOGY

        return MORPHOLOGY.is_loaded()


PACK = Ukrainian()
