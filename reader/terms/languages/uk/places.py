"""Forms of a Ukrainian place name by rule, beside those of the dictionary."""

from __future__ import annotations

import re

from reader.terms.languages.slavic.morphology import Row
from reader.terms.languages.slavic.places import Places
from reader.terms.languages.uk.morphology import MORPHOLOGY


class UkrainianPlaces(Places):
    """The endings of Ukrainian places."""

    def rows(self, word: str) -> list[Row]:
        """Return the stems and endings of a word by rule."""
        stem, last = word[:-1], word[-1]
        if last == "и":
            # Балкан and Балканів, Суми and Сум.
            return [(stem, ("|ів", "ам", "и", "ами", "ах", "и"))]
        if last in "ії":
            return [(stem, ("їв" if last == "ї" else "ів|ь|", "ям", last, "ями", "ях", last))]
        if last == "ь":
            return [
                (stem, ("і", "і", "ь", "ю", "і", "е")),
                (stem, ("я|ю", "ю|еві", "ь", "ем", "і|ю", "ю")),
            ]
        rows = self.morphology.noun_endings(word, "masc")
        if re.search("(?:[оеєії]в|[иії]н)$", word):
            # Львів, Харків: the vowel changes.
            for closed, open_ in (("ів", "ов"), ("ів", "ев"), ("їв", "єв")):
                if word.endswith(closed):
                    rows.append((word[:-2] + open_, ("а", "у|і", "", "ом", "і|у", "е")))
        return rows


PLACES = UkrainianPlaces(MORPHOLOGY)
