"""Names of people in Russian: the endings of surnames."""

from __future__ import annotations

import re
from pathlib import Path

from reader.terms.languages import word_files
from reader.terms.languages.ru.morphology import MORPHOLOGY
from reader.terms.languages.slavic.morphology import Row
from reader.terms.languages.slavic.names import Gender, Names

_ADJECTIVE = re.compile("(?:ский|цкий|ской|цкой|[кгх]ий|[жшчщ]ий|[а-яё]ый|[а-яё]{2}ой)$")


class RussianNames(Names):
    """Surnames by rule, beside those of the dictionary."""

    masculine = re.compile("(?:[оеё]в|[иы]н|ский|цкий|ской|цкой|ович|евич|оглы|оглу|заде)$")
    feminine = re.compile("(?:[оеё]ва|[иы]на|ская|цкая|ая|овна|евна|ична|кызы|гызы)$")

    def rows_in_plural(self, word: str) -> list[Row]:
        stem = word[:-1]
        if re.search("(?:[оеё]в|[иы]н)ы$", word):
            return [(stem, ("ых", "ым", "ых", "ыми", "ых"))]
        if re.search("[^аеёиоуыэюя][иы]е$", word):
            # Стругацкие, Толстые
            return [(word[:-1], ("х", "м", "х", "ми", "х"))]
        if re.search("[^аеёиоуыэюя]ы$|[кгх]и$", word):
            # Клинтоны, Обамы
            return [(stem, ("ов|", "ам", "ов|", "ами", "ах"))]
        if re.search("[^аеёиоуыэюя]и$", word):
            # Скрипали
            return [(stem, ("ей", "ям", "ей", "ями", "ях"))]
        return []

    def rows(self, word: str, gender: Gender, *, last: bool) -> list[Row]:
        rows: list[Row] = []
        stem = word[:-2]
        if last and re.search("(?:их|ых|ко|аго|яго|ово)$", word):
            return []
        if last and gender != "femn" and _ADJECTIVE.search(word):
            soft = word[-3] in "жшчщ"
            instrumental = (
                "ым" if word[-2] == "ы" or (word[-2] == "о" and word[-3] not in "кгх") else "им"
            )
            rows.append(
                (stem, ("его", "ему", "его", "им", "ем"))
                if soft and word[-2] != "о"
                else (stem, ("ого", "ому", "ого", instrumental, "ом"))
            )
            if not word.endswith("ий") or word[-3:-2] in "кц":
                return rows
        if last and gender != "masc" and word.endswith("ая"):
            return [(stem, ("ой", "ой", "ую", "ой", "ой"))]
        if last and gender != "masc" and re.search("(?:[оеё]в|[иы]н)а$", word):
            rows.append((word[:-1], ("ой", "ой", "у", "ой", "ой")))
            if gender == "femn":
                return rows
        if last and gender != "femn" and re.search("(?:[оеё]в|[иы]н)$", word):
            # Алиевым, but Дарвином: both are taken.
            rows.append((word, ("а", "у", "а", "ым", "е")))
        rows.extend(self.morphology.noun_endings(word, gender))
        return rows


_OF_BOTH = frozenset(word_files.words(Path(__file__).parent, "names_of_both"))

NAMES = RussianNames(MORPHOLOGY, of_both=_OF_BOTH)
forms = NAMES.forms
gender_of = NAMES.gender_of
