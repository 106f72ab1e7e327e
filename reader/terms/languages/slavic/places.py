"""Forms of a place name by rule, beside those of the dictionary."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from reader.terms.languages.combinations import combinations
from reader.terms.languages.pack import Form
from reader.terms.languages.slavic.morphology import Morphology, Row

_MOST_WORDS = 4

Table = dict[str, set[str]]
"""Forms by case, without the nominative."""


class Places:
    """Names of places in one language."""

    def __init__(self, morphology: Morphology) -> None:
        self.morphology = morphology

    def forms(self, words: Sequence[str]) -> set[Form]:
        """Make the forms of a place's name: its last word declines, the others do or stay."""
        if not 0 < len(words) <= _MOST_WORDS or not all(word[0].isupper() for word in words):
            return set()
        lowered = [word.lower() for word in words]
        tables = [self._table(word) for word in lowered]
        found: set[Form] = set()
        for case in self.morphology.cases[1:]:
            last = tables[-1].get(case)
            if not last:
                continue
            before = [
                {word} | table.get(case, set())
                for word, table in zip(lowered[:-1], tables[:-1], strict=True)
            ]
            found.update(combinations(*before, last))
        return found

    def _table(self, word: str) -> Table:
        if "-" in word:
            return self._hyphenated(word.split("-"))
        table: Table = {}
        if not self.morphology.word.fullmatch(word) or self.morphology.never_declines(word):
            return table
        for reading in self.morphology.readings(word):
            for case in self.morphology.cases[1:]:
                table.setdefault(case, set()).update(
                    reading.at(case, reading.number, reading.gender)
                )
        for stem, endings in self.rows(word):
            for case, ending in zip(self.morphology.cases[1:], endings, strict=True):
                table.setdefault(case, set()).update(stem + each for each in ending.split("|"))
        return table

    def _hyphenated(self, parts: list[str]) -> Table:
        """Return the forms of Гусь-Хрустальный: the last part declines, the first does or stays."""
        if len(parts) != 2:
            return {}
        first, last = self._table(parts[0]), self._table(parts[1])
        return {
            case: {
                f"{one}-{other}"
                for one in {parts[0]} | first.get(case, set())
                for other in last.get(case, set())
            }
            for case in self.morphology.cases[1:]
        }

    @abstractmethod
    def rows(self, word: str) -> list[Row]:
        """Return the stems and endings of a word by rule."""
