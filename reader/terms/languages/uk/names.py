"""Names of people in Ukrainian: the endings of surnames."""

from __future__ import annotations

import re
from pathlib import Path

from reader.terms.languages import word_files
from reader.terms.languages.slavic.morphology import Row
from reader.terms.languages.slavic.names import Gender, Names
from reader.terms.languages.uk.morphology import MORPHOLOGY

_HARD = ("ого", "ому", "ого", "им", "ому|ім", "ий")
_SOFT = ("ього", "ьому", "ього", "ім", "ьому|ім", "ій")
_IN_YI = ("його", "йому", "його", "їм", "йому|їм", "їй")
_WOMANS = ("ої", "ій", "у", "ою", "ій", "а")


class UkrainianNames(Names):
    """Surnames by rule, beside those of the dictionary."""

    masculine = re.compile("(?:[оеє]в|[иії]н|[сзц]ький|ович|евич|йович|огли|заде)$")
    feminine = re.compile("(?:[оеє]ва|[иії]на|[сзц]ька|ша|івна|ївна|кизи|гизи)$")

    def rows_in_plural(self, word: str) -> list[Row]:
        """Return stems and endings of a surname in the plural; nothing of any other word."""
        stem = word[:-1]
        if re.search("(?:[оеє]в|[иії]н)и$|[сзц]ькі$", word):
            return [(stem, ("их", "им", "их", "ими", "их", word[-1]))]
        if re.search("[бвгґджзйклмнпрстфхцчшщ]и$", word):
            # Клінтони, Обами
            return [(stem, ("ів|", "ам", "ів|", "ами", "ах", "и"))]
        if re.search("[бвгґджзйклмнпрстфхцчшщ]і$", word):
            # Скрипалі
            return [(stem, ("ів", "ям", "ів", "ями", "ях", "і"))]
        return []

    def rows(self, word: str, gender: Gender, *, last: bool) -> list[Row]:
        """Return stems and endings of a part of a name by rule; ``last``: of a surname."""
        rows: list[Row] = []
        stem = word[:-2]
        if last and word.endswith(("их", "аго", "яго", "ово")):
            return []
        if last and gender != "femn" and word.endswith(("ий", "ій", "їй")):
            rows.append((stem, {"и": _HARD, "і": _SOFT, "ї": _IN_YI}[word[-2]]))
            if word.endswith("ький"):
                return rows
        if (
            last
            and gender != "masc"
            and re.search("(?:ьк|[оеє]в|[иії]н|[бвгдзклмнпрстфх])а$", word)
        ):
            # Зеленська, Петрова, Зелена
            rows.append((word[:-1], _WOMANS))
            if gender == "femn" and word.endswith("ька"):
                return rows
        if last and gender != "femn" and re.search("(?:[оеєії]в|[иії]н)$", word):
            # Алієвим, but Дарвіном: both are taken.
            rows.append((word, ("а", "у|ові", "а", "им|ом", "і|у|ові", "е|")))
            # Ковалів, Ковалева; Чорновіл is in the dictionary.
            if word.endswith("ів"):
                rows.append((stem + "ев", ("а", "у|і", "а", "им", "і|у", "е")))
                rows.append((stem + "ов", ("а", "у|і", "а", "им", "і|у", "е")))
        if gender == "femn" and word.endswith("о"):
            # Шевченко of a woman stays.
            return rows
        rows.extend(
            self.morphology.noun_endings(word, gender or ("masc" if word[-1] == "о" else ""))
        )
        return rows


_OF_BOTH = frozenset(word_files.words(Path(__file__).parent, "names_of_both"))

NAMES = UkrainianNames(MORPHOLOGY, of_both=_OF_BOTH)
