"""All forms of a term: phrases, names, places, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.terms.languages.pack import Form, ParsedTerm, Spelling
from reader.terms.languages.slavic.morphology import Morphology, Reading
from reader.terms.languages.slavic.names import Names
from reader.terms.languages.slavic.phrases import Phrases
from reader.terms.languages.slavic.places import Places


class Terms:
    """The terms of one language."""

    glued: tuple[str, ...]
    """Endings that an abbreviation or a foreign word may take: МИДа, Brexitу."""

    def __init__(
        self, morphology: Morphology, phrases: Phrases, names: Names, places: Places
    ) -> None:
        self.morphology = morphology
        self.phrases = phrases
        self.names = names
        self.places = places

    def units(self, spelling: Spelling) -> list[str]:
        """Split a spelling into words, hyphenated ones whole."""
        units: list[str] = []
        for i, word in enumerate(spelling.words):
            if i and spelling.separators[i - 1] == "-":
                units[-1] += "-" + word
            else:
                units.append(word)
        return units

    def forms(self, term: ParsedTerm) -> set[Form]:
        """Make every form of ``term`` as it is spelt."""
        kind, spelling = term.kind, term.spelling
        words = tuple(word.lower() for word in spelling.words)
        found: set[Form] = {words}
        if term.foreign:
            return found | {(*words[:-1], words[-1] + ending) for ending in self.glued}
        if term.abbreviation:
            for i, word in enumerate(spelling.words):
                if word.isupper() and self._ends_in_consonant(words[i]):
                    found |= {(*words[:i], words[i] + end, *words[i + 1 :]) for end in self.glued}
            if any(word.isupper() for word in spelling.words) or term.text.islower():
                return found
        units = self.units(spelling)
        plural = kind not in ("person", "place")
        if kind == "person":
            if self.is_office(units) or (len(units) == 1 and not units[0][0].isupper()):
                found |= self.phrases.forms(units, plural=True)
            return found | self.names.forms(units, term.gender)
        if kind == "organisation" and units[0][0].isupper() and self.phrases.is_plural(units):
            # Известия, Ведомости: «известие» is a common word.
            plural = False
        found |= self.phrases.forms(units, plural=plural)
        if kind == "place":
            found |= self.places.forms(units)
        if kind == "organisation" and len(units) > 1 and self._declines_last(units):
            # Газпром нефть: the last of two nouns side by side may be the only one that declines.
            before = tuple(unit.lower() for unit in units[:-1])
            for (_, number), cell in self.phrases.paradigm(units[-1:]).items():
                if number == "sing":
                    found |= {(*before, *form) for form in cell}
        if len(units) == 1 and units[0][0].isupper() and not self._is_singular(units[0]):
            # A brand or a town that the dictionary takes for another word's form (Тесла).
            found |= {
                (form,)
                for r in self.morphology.guessed(units[0].lower())
                for forms in r.forms.values()
                for form in forms
            }
        capital = all(unit[0].isupper() for unit in units)
        if len(units) > 1 and capital and self._is_made_up(units[0]):
            # A proper name that no dictionary knows (Эксон Мобил): any of its words may decline.
            found |= self.names.forms(units, "masc")
        return found

    def is_office(self, units: Sequence[str]) -> bool:
        """Tell whether the words of a person's term name an office: премьер-министр."""
        first = self._known_nouns(units[0])
        head = first or [reading for unit in units[1:2] for reading in self._known_nouns(unit)]
        return any(r.animate for r in head) and not any(r.proper for r in head)

    def _known_nouns(self, word: str) -> list[Reading]:
        return [r for r in self.morphology.readings(word.lower()) if r.noun and r.known]

    def _ends_in_consonant(self, word: str) -> bool:
        letters, vowels = self.morphology.letters, self.morphology.vowels
        return word[-1] not in vowels and re.search(f"[{letters}]", word) is not None

    def _is_singular(self, word: str) -> bool:
        return any(r.known and r.number == "sing" for r in self.morphology.readings(word.lower()))

    def _declines_last(self, units: list[str]) -> bool:
        """Tell whether the last word may decline alone: Газпром нефть, Дойче банк, Милли Меджлис."""
        if len(units) == 2 and self._is_singular(units[0]):
            return True
        return not any(
            reading.known and (not reading.noun or reading.number == "sing")
            for unit in units[:-1]
            if not self.morphology.never_declines(unit.lower())
            for reading in self.morphology.readings(unit.lower())
        )

    def _is_made_up(self, word: str) -> bool:
        lowered = word.lower()
        return not any(p.is_known for p in self.morphology.parses(lowered)) and all(
            r.noun for r in self.morphology.readings(lowered)
        )
