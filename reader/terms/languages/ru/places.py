"""Forms of a Russian place name by rule, beside those of the dictionary.

The dictionary has «лахре» of «Лахор» and «балканов» of «Балканы», and does not know which words of
«Лас-Вегас», «Сан Луис» and «Часов Яр» decline.
"""

from __future__ import annotations

import re

from reader.terms.languages.ru.morphology import MORPHOLOGY
from reader.terms.languages.slavic.morphology import Row
from reader.terms.languages.slavic.places import Places

_HUSHING = "гкхжшчщ"


class RussianPlaces(Places):
    """The endings of Russian places."""

    def rows(self, word: str) -> list[Row]:
        stem, last = word[:-1], word[-1]
        if last in "ыи":
            # Балкан and Балканов, Салоник, Альп.
            soft = last == "и" and stem[-1:] not in _HUSHING
            if soft:
                return [(stem, ("ей|ев|ь", "ям", last, "ями", "ях"))]
            return [(stem, ("|ов", "ам", last, "ами", "ах"))]
        if last == "ь":
            # The masculine ones are in the dictionary: Ярославль, Кремль.
            return [(stem, ("и", "и", "ь", "ью", "и"))]
        if re.search("(?:[оеё]в|[иы]н)о$", word):
            return [(stem, ("а", "у", "о", "ом", "е"))]
        rows = self.morphology.noun_endings(word, "masc")
        if re.search("(?:[оеё]в|[иы]н)$", word):
            # Часов Яр: an adjective, в Часовом Яре.
            rows.append((word, ("а", "у", "", "ым", "ом")))
        return rows


PLACES = RussianPlaces(MORPHOLOGY)
forms = PLACES.forms
