"""English: number, spelling, hyphens, initials and articles, by rule."""

from __future__ import annotations

from collections.abc import Container, Iterable

from reader.terms.languages import word_files
from reader.terms.languages.en import guards
from reader.terms.languages.pack import BareName, Form, LanguagePack, ParsedTerm, Spelling

_MANS_ENDS = ("io", "do", "to", "ro", "po", "go", "no", "so", "lo", "vo")
"""Ends of Antonio and Ricardo; Yoko ends otherwise."""


class English(LanguagePack):
    """Few forms, but many spellings; rules for each are in the modules beside."""

    code = "en"
    guesses_given_names = True

    def expand(self, term: ParsedTerm) -> Iterable[tuple[Spelling, Iterable[Form]]]:
        from reader.terms.languages.en import terms

        return terms.expand(term)

    def inflect(self, word: str) -> Iterable[str]:
        from reader.terms.languages.en import inflections

        return inflections.forms(word)

    def likely_gender(self, given: str) -> str:
        if given in self.words("womens_names"):
            return "femn"
        mans = given in self.words("mens_names") or (
            given.endswith(_MANS_ENDS)
            and given not in self.words("womens_names_in_o")
            and given in self.words("given_names")
        )
        return "masc" if mans else ""

    def is_given_by_form(
        self, text: str, word: tuple[str, int], surname: str, first_words: Container[str]
    ) -> bool:
        return guards.is_given_by_form(text, word, first_words)

    def describes_next(self, text: str, start: int, end: int) -> bool:
        return guards.describes_next(text, end)

    def names_another(self, name: BareName) -> bool:
        return guards.names_another(name)

    def is_office(self, words: tuple[str, ...]) -> bool:
        # King Charles and Prime Minister, and not George King.
        given = word_files.words(self.folder, "given_names")
        return super().is_office(words[:-1]) or (
            words[-1].lower() in self.offices and words[0].lower() not in given
        )

    def countries(self) -> Iterable[str]:
        from reader.terms import countries

        return (name.lower() for name in countries.all_names(self.code) if name.isalpha())

    def adjective_forms(self, place: str) -> Iterable[str]:
        from reader.terms.languages.en import adjectives

        return adjectives.adjective_forms(place)

    @property
    def offices(self) -> frozenset[str]:
        return frozenset(self.words("offices"))


PACK = English()
