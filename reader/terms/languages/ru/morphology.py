"""Russian words: the dictionary, and the rules for what it lacks."""

from __future__ import annotations

import re
from types import MappingProxyType

from reader.terms.languages.slavic.morphology import Morphology, Row

HARD = ("а", "у", "а", "ом", "е")
_SIBILANTS = "жшчщц"


class RussianMorphology(Morphology):
    """The dictionary of Russian; endings from the genitive to the prepositional."""

    language = "ru"
    # What is called by a vocative stands in the nominative today.
    cases = ("nomn", "gent", "datv", "accs", "ablt", "loct")
    letters = "а-яё"
    vowels = "аеёиоуыэюя"
    ordinal = re.compile(r"(\d+|[ivxlcdm]+)-(?:[йяею]|ый|ий|ая|ое|ой|го|му|ые|ие|ых|х|м)$")
    ordinal_endings = MappingProxyType(
        {
            "masc": ("й ый ой ий", "го ого", "му ому", "й ый ой го ого", "м ым", "м ом"),
            "neut": ("е ое", "го ого", "му ому", "е ое", "м ым", "м ом"),
            "femn": ("я ая", "й ой", "й ой", "ю ую", "й ой", "й ой"),
            "": ("е ые", "х ых", "м ым", "е ые х ых", "ми ыми", "х ых"),
        }
    )
    between = frozenset("на де ла ле эль эс аль ан о по в и за под".split())

    def noun_endings(self, word: str, gender: str) -> list[Row]:
        stem, last = word[:-1], word[-1]
        rows: list[Row]
        if last in "аеёиоуыэюя":
            if word.endswith("ия"):
                return [(stem, ("и", "и", "ю", "ей", "и"))]
            if last == "я":
                return [(stem, ("и", "е", "ю", "ей", "е"))]
            if last == "а":
                i = "и" if stem[-1:] in "гкхжшчщ" else "ы"
                rows = [(stem, (i, "е", "у", "ой", "е"))]
                if stem[-1:] in _SIBILANTS:
                    rows.append((stem, (i, "е", "у", "ей", "е")))
                return rows
            return []
        if gender == "femn":
            # Мехрибан, Меркель: a woman's name in a consonant stays; Любовь is in the dictionary.
            return []
        if last in "йь":
            rows = [(stem, ("я", "ю", "я", "ем", "е"))]
            if word.endswith("ий"):
                rows.append((stem, ("я", "ю", "я", "ем", "и")))
            return rows
        rows = [(word, HARD)]
        if last in _SIBILANTS:
            rows.append((word, ("а", "у", "а", "ем", "е")))
        return rows

    def plural_endings(self, word: str, stem: str) -> tuple[str, ...]:
        if word == stem:
            i = "и" if word[-1] in "гкхжшчщ" else "ы"
            genitive = "ей" if word[-1] in "жшчщ" else "ов"
            return (i, genitive, "ам", i, "ами", "ах")
        if word[-1] == "й":
            return ("и", "ев", "ям", "и", "ями", "ях")
        if word[-1] == "а":
            i = "и" if stem[-1:] in "гкхжшчщ" else "ы"
            return (i, "", "ам", i, "ами", "ах")
        return ()


MORPHOLOGY = RussianMorphology()
CASES = MORPHOLOGY.cases
guessed = MORPHOLOGY.guessed
never_declines = MORPHOLOGY.never_declines
noun_endings = MORPHOLOGY.noun_endings
parses = MORPHOLOGY.parses
readings = MORPHOLOGY.readings
