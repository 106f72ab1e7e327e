"""All forms of a term: phrases, names, places, abbreviations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from reader.terms import countries as cldr
from reader.terms.languages.pack import Form, ParsedTerm, Spelling
from reader.terms.languages.slavic.morphology import Morphology, Reading
from reader.terms.languages.slavic.names import Names
from reader.terms.languages.slavic.phrases import Phrases
from reader.terms.languages.slavic.places import Places

_MOST_LETTERS = 2
_UNLIKELY = 0.2
_MOST_SET = 6


class Terms:
    """The terms of one language.

    ``glued``: endings that an abbreviation or a foreign word may take: МИДа, Brexitу.
    ``of_places``: endings of adjectives of places, after the name and without one or two vowels.
    """

    def __init__(
        self,
        morphology: Morphology,
        phrases: Phrases,
        names: Names,
        places: Places,
        *,
        glued: Sequence[str],
        of_places: Sequence[Sequence[str]],
    ) -> None:
        self.morphology = morphology
        self.phrases = phrases
        self.names = names
        self.places = places
        self.glued = glued
        self.of_places = of_places

    def units(self, spelling: Spelling) -> list[str]:
        """Split a spelling into words, hyphenated ones and those like х/ф whole."""
        words = spelling.words
        units: list[str] = []
        for i, word in enumerate(words):
            sign = spelling.separators[i - 1] if i else ""
            if self.is_inside(sign, words[i - 1], word):
                units[-1] += sign + word
            else:
                units.append(word)
        return units

    def is_inside(self, sign: str, before: str, after: str) -> bool:
        """Tell whether a separator stands within one word."""
        return sign == "-" or (sign == "/" and max(len(before), len(after)) <= _MOST_LETTERS)

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
            # Коваль of Ядвига Коваль is a surname, though a smith is called so, too.
            surname = len(units) == 1 and units[0][0].isupper() and term.gender
            if not surname and (self.is_office(units) or (units[-1].islower() and len(units) == 1)):
                found |= self.phrases.forms(units, plural=True)
            elif len(units) == 1:
                found |= self.names.of_family(units[0])
            elif units[0].islower() and self._known_nouns(units[0]):
                # «семья Королёвых»; «фон» of a name is a word, too.
                found |= self.phrases.forms(units, plural=False)
            if term.gender == "femn" and len(units) > 1 and self.names.may_be_mans(units):
                found |= self.names.forms(units, "masc")
            return found | self.names.forms(units, term.gender)
        if kind == "organisation" and self.phrases.is_plural(units, lifeless=True):
            # Известия, кортесы: «известие» is a common word; республиканцы are many.
            plural = False
        found |= self.phrases.forms(units, plural=plural)
        if kind == "place":
            found |= self.places.forms(units)
        found |= self._with_first_set(kind, units, plural=plural)
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

    def countries(self) -> Iterator[str]:
        """Yield the names of countries in one word, as what is theirs or with them has them."""
        for name in cldr.all_names(self.morphology.language):
            if name.isalpha():
                yield name.lower()
                paradigm = self.phrases.paradigm((name,))
                for case in ("gent", "ablt"):  # Ирака, с Ираком
                    yield from (form[0] for form in paradigm.get((case, "sing"), ()))

    def adjective_forms(self, place: str) -> Iterator[str]:
        """Yield the forms of a place's adjectives that the dictionary knows: казахстанский."""
        word = place.lower()
        if not self.morphology.word.fullmatch(word):
            return
        vowels = self.morphology.vowels
        cuts = [n for n in range(3) if all(letter in vowels + "ь" for letter in word[-n:] if n)]
        stems = [word[: len(word) - n] for n in cuts]
        for cut, stem in zip(cuts, stems, strict=True):
            made = [stem + ending for ending in self.of_places[cut] if len(stem) > 2]
            found = [r for each in made for r in self._readings(each) if r.known and not r.noun]
            if found:
                for reading in found:
                    yield from chain.from_iterable(reading.forms.values())
                return

    def _readings(self, word: str) -> tuple[Reading, ...]:
        return self.morphology.readings(word.lower())

    def _known_nouns(self, word: str) -> list[Reading]:
        return [r for r in self._readings(word) if r.noun and r.known]

    def _ends_in_consonant(self, word: str) -> bool:
        morphology = self.morphology
        return word[-1] not in morphology.vowels and morphology.letter.search(word) is not None

    def _with_first_set(self, kind: str, units: list[str], *, plural: bool) -> set[Form]:
        """Return forms in which the first word stays: Газпром нефть, Ельцин Центр, бизнес план."""
        found: set[Form] = set()
        if not 1 < len(units) <= _MOST_SET or not self._is_first_set(kind, units):
            return found
        if kind == "organisation" and len(units) == 2:
            # The last of two nouns side by side may be the only one that declines.
            for (_, number), cell in self.phrases.paradigm(units[1:]).items():
                if number == "sing":
                    found |= {(units[0].lower(), *form) for form in cell}
            return found
        return {
            (units[0].lower(), *form)
            for form in self._with_first_set(kind, units[1:], plural=plural)
            | self.phrases.forms(units[1:], plural=plural)
        }

    def _is_first_set(self, kind: str, units: list[str]) -> bool:
        """Tell whether the first of some words may stay as it is before a noun that declines."""
        first, second = units[:2]
        if kind == "organisation" and len(units) == 2 and self._is_singular(first):
            return True
        if self._may_be_genitive(second) or not any(r.noun for r in self._readings(second)):
            return False
        of = self._readings(first)
        if (
            _is_abbreviation(first)
            or self._is_indeclinable(first)
            or (first[0].isupper() and not any(reading.known for reading in of))
        ):
            # «Дойче банк» has a word that is none.
            return True
        if first[0].isupper():
            # «Милли Меджлис», «Ельцин Центр»; but «Чёрное Море» agrees.
            return second[0].isupper() and all(r.noun or not r.known for r in of)
        return first[-1] not in self.morphology.vowels + "ь" and any(
            r.noun and r.number == "sing" and not r.animate for r in of
        )

    def _is_indeclinable(self, word: str) -> bool:
        parses = self.morphology.parses(word.lower())
        nouns = [p for p in parses if p.tag.POS == "NOUN" and p.is_known]
        return bool(nouns) and all("Fixd" in p.tag.grammemes for p in nouns)

    def _may_be_genitive(self, word: str) -> bool:
        return any(
            p.tag.case in ("gent", "gen2") and "Fixd" not in p.tag.grammemes and p.score > _UNLIKELY
            for p in self.morphology.parses(word.lower())
        )

    def _is_singular(self, word: str) -> bool:
        return any(r.known and r.number == "sing" for r in self._readings(word))

    def _is_made_up(self, word: str) -> bool:
        known = any(parse.is_known for parse in self.morphology.parses(word.lower()))
        return not known and all(reading.noun for reading in self._readings(word))


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()
