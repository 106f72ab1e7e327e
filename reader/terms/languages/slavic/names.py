"""All forms of a person's name: each part declines, or stays as it is."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Container, Iterable, Sequence

from reader.terms.languages.combinations import combinations
from reader.terms.languages.slavic.morphology import Morphology, Row, case_of, number_of

Gender = str
"""``masc``, ``femn``, or ``""`` for unknown."""

_MOST_PARTS = 4


class Names:
    """Names of people in one language."""

    masculine: re.Pattern[str]
    """The end of a name that is a man's."""
    feminine: re.Pattern[str]
    """The end of a name that is a woman's."""

    def __init__(self, morphology: Morphology, *, of_both: Container[str]) -> None:
        """``of_both``: given names of men and of women."""
        self.morphology = morphology
        self._of_both = of_both

    def gender_of(self, words: Sequence[str]) -> Gender:
        """Return the gender of a name by given name, patronymic or surname ending."""
        told = self._gender_told(words)
        if told is None:
            # Соната; the men in -а (Никита, Илья) are known by their first names.
            return "femn" if len(words) > 1 and words[0].lower()[-1:] in ("а", "я") else ""
        return told

    def may_be_mans(self, words: Sequence[str]) -> bool:
        """Tell whether only the end of an unknown given name says that it is a woman's: Элайджа."""
        known = any(parse.is_known for parse in self.morphology.parses(words[0].lower()))
        return not known and self._gender_told(words) is None

    def _gender_told(self, words: Sequence[str]) -> Gender | None:
        for word in words:
            lowered = word.lower()
            if lowered in self._of_both and word is not words[-1]:
                return ""
            found = {
                str(parse.tag.gender)
                for parse in self.morphology.parses(lowered)
                if parse.is_known
                and case_of(parse.tag) == "nomn"
                and number_of(parse.tag) == "sing"
                and any(g in parse.tag.grammemes for g in ("Name", "Patr"))
            }
            if len(found) == 1 and (found & {"masc", "femn"}) and (word is not words[-1]):
                if (
                    found == {"femn"}
                    and lowered[-1] not in "аяеиоії"
                    and not self._is_womans(words[-1])
                ):
                    # The dictionary knows Эммануэль and Мишель as women's names only.
                    return ""
                return found.pop()
        for word in reversed(words):
            if self.masculine.search(word.lower()):
                return "masc"
            if self.feminine.search(word.lower()):
                return "femn"
        return None

    def _is_womans(self, surname: str) -> bool:
        return self.feminine.search(surname.lower()) is not None

    def forms(self, words: Sequence[str], gender: Gender) -> set[tuple[str, ...]]:
        """Make every form of the name ``words`` (as written), lower-case, singular."""
        lowered = tuple(word.lower() for word in words)
        found = {lowered}
        tables = [
            self._part(word, gender, last=i == len(words) - 1) for i, word in enumerate(words)
        ]
        declining = [i for i, table in enumerate(tables) if any(table.values())]
        first = declining[-_MOST_PARTS:][0] if declining else 0
        for case in self.morphology.cases[1:]:
            options = [
                [word, *sorted((table.get(case, set()) if i >= first else set()) - {word})]
                for i, (word, table) in enumerate(zip(lowered, tables, strict=True))
            ]
            found.update(combinations(*options))
        return found

    def _part(self, word: str, gender: Gender, *, last: bool) -> dict[str, set[str]]:
        lowered = word.lower()
        if not word[:1].isupper() or not self.morphology.word.fullmatch(lowered):
            # Particles (фон, бен), numerals (XIV), initials written in another script.
            return self._known(lowered, "", only_common=True)
        if "-" in lowered:
            # Салтыков-Щедрин: both decline; Нурмагомедов-оглы, Мамин-Сибиряк: the last alone.
            parts = [
                self._part(part.capitalize(), gender, last=last) for part in lowered.split("-")
            ]
            options = lowered.split("-")
            return {
                case: {
                    "-".join(chosen)
                    for chosen in combinations(
                        *(
                            [option, *sorted(part.get(case, set()) - {option})]
                            for option, part in zip(options, parts, strict=True)
                        )
                    )
                }
                for case in self.morphology.cases[1:]
            }
        table = self._known(lowered, gender, only_common=False)
        for case, found in self._cells(self.rows(lowered, gender, last=last)).items():
            table.setdefault(case, set()).update(found)
        return table

    def _known(self, word: str, gender: Gender, *, only_common: bool) -> dict[str, set[str]]:
        table: dict[str, set[str]] = {}
        for reading in self.morphology.readings(word):
            if not reading.known or reading.number != "sing":
                continue
            if only_common and not (reading.noun and reading.animate):
                continue
            if gender and reading.gender in ("masc", "femn") and reading.gender != gender:
                continue
            if not reading.noun and not gender and reading.gender == "neut":
                continue
            for case in self.morphology.cases[1:]:
                table.setdefault(case, set()).update(reading.at(case, "sing", reading.gender))
        return table

    def of_family(self, word: str) -> set[tuple[str, ...]]:
        """Make every form of a surname in the plural, as written: Романовы, Скрипали."""
        cells = self._cells(self.rows_in_plural(word.lower()))
        return {(form,) for found in cells.values() for form in found}

    @abstractmethod
    def rows_in_plural(self, word: str) -> list[Row]:
        """Return stems and endings of a surname in the plural; nothing of any other word."""

    @abstractmethod
    def rows(self, word: str, gender: Gender, *, last: bool) -> list[Row]:
        """Return stems and endings of a part of a name by rule; ``last``: of a surname."""

    def _cells(self, rows: Iterable[Row]) -> dict[str, set[str]]:
        table: dict[str, set[str]] = {}
        for stem, endings in rows:
            for case, ending in zip(self.morphology.cases[1:], endings, strict=True):
                table.setdefault(case, set()).update(stem + each for each in ending.split("|"))
        return table
