"""Ukrainian words: the dictionary, and the rules for what it lacks."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Any

from reader.terms.languages.slavic.morphology import Morphology, Reading, Row, number_of

_SOFTENED = {"г": "з", "к": "ц", "х": "с"}
"""What stands before -і for the last letter of a stem: Ольга, Ользі."""
_CALLED = {"г": "ж", "к": "ч", "х": "ш"}
"""What stands before -е of the vocative: Єрмак, Єрмаче."""
_HUSHING = "жшчщ"


class UkrainianMorphology(Morphology):
    """The dictionary of Ukrainian; endings from the genitive to the vocative."""

    language = "uk"
    cases = ("nomn", "gent", "datv", "accs", "ablt", "loct", "voct")
    letters = "а-щьюяґєії'"
    vowels = "аеєиіїоуюя"
    ordinal = re.compile(r"(\d+|[ivxlcdm]+)-(?:[йаяеєоуюіїм]|ий|ій|го|му|ої|им|ім|их|ми|х)$")
    ordinal_endings = MappingProxyType(
        {
            "masc": ("й ий ій", "го", "му", "й ий ій го", "м им", "му м ім", "й"),
            "neut": ("е є", "го", "му", "е є", "м им", "му м ім", "е"),
            "femn": ("а я", "ї ої", "й ій", "у ю", "ю ою", "й ій", "а"),
            "": ("і ті", "х их", "м им", "і х их", "ми ими", "х их", "і"),
        }
    )
    between = frozenset("на де ла ле ель ес аль ан о по в у і й та за під над".split())

    def inflected(self, parse: Any, case: str, number: str, gender: str = "") -> str | None:
        # Its tags leave the singular out, so one cannot be asked for.
        for form in parse.lexeme:
            tag = form.tag
            if tag.case == case and number_of(tag) == number and gender in ("", tag.gender):
                return str(form.word)
        return None

    def accusatives(self, head: Reading) -> tuple[str, ...]:
        # Пишу лист and листа; бачу коней and коні.
        return ("nomn", "gent")

    def noun_endings(self, word: str, gender: str) -> list[Row]:
        stem, last = word[:-1], word[-1]
        if last in self.vowels:
            return self._after_vowel(stem, last, gender)
        if gender == "femn":
            # Мехрібан, Меркель: a woman's name in a consonant stays.
            return []
        if last == "й":
            # Андрія, Андрієві.
            before = stem[-1:]
            return [(stem, ("я", "ю|єві", "я|й", "єм", "ї|ю|єві", "ю"))] if before else []
        if last == "ь":
            return [(stem, ("я|ю", "ю|еві", "я|ь", "ем", "і|ю|еві", "ю"))]
        rows: list[Row] = []
        if word.endswith("ець") or word.endswith("ок") or word.endswith("ек"):
            # Курок, Курка: the vowel goes.
            short = word[:-2] + word[-1]
            rows.append((short, ("а|у", "у|ові", "а|у", "ом", "у|ові", "у")))
        if last in _HUSHING + "ц":
            rows.append((word, ("а|у|я|ю", "у|еві|ові|ю", "|а|я", "ем|ом", "і|у|еві|ові", "е|у")))
        elif last in _CALLED:
            # Єрмак: Єрмаку and, in the vocative, Єрмаче.
            endings = ("а|у", "у|ові", "|а", "ом", "у|ові", "у")
            made = ("|".join(last + each for each in row.split("|")) for row in endings)
            *rest, called = made
            soft, open_ = _SOFTENED[last], f"{called}|{_CALLED[last]}е"
            rest[-1] += f"|{soft}і"
            rows.append((stem, (*rest, open_)))
        elif last == "р":
            rows.append((word, ("а|у|я|ю", "у|ові|ю|еві", "|а|я", "ом|ем", "і|у|ові|ю|еві", "е|ю")))
        else:
            rows.append((word, ("а|у", "у|ові", "|а", "ом", "і|у|ові", "е|у")))
        return rows

    def _after_vowel(self, stem: str, last: str, gender: str) -> list[Row]:
        if last == "я" and stem[-1:] in ("і", "а", "е", "о", "у", "ї"):
            return [(stem, ("ї", "ї", "ю", "єю", "ї", "є"))]
        if last == "я":
            return [(stem, ("і", "і", "ю", "ею", "і", "ю|е"))]
        if last == "а":
            soft = stem[:-1] + _SOFTENED.get(stem[-1:], stem[-1:])
            if stem[-1:] in _HUSHING + "ц":
                return [(stem, ("і", "і", "у", "ею", "і", "е|о"))]
            if soft == stem:
                return [(stem, ("и", "і", "у", "ою", "і", "о"))]
            return [
                (stem, ("и", "і", "у", "ою", "і", "о")),
                (soft, ("и", "і", "у", "ою", "і", "о")),
            ]
        if last == "о" and gender == "masc" and stem:
            # Марко, Дніпро; what is foreign stays: Маркеса, Токіо.
            return [(stem, ("а", "у|ові", "а|о", "ом", "у|ові|і", "у|е|о"))]
        return []

    def plural_endings(self, word: str, stem: str) -> tuple[str, ...]:
        if word == stem:
            if word[-1] in _HUSHING:
                return ("і", "ів", "ам", "ів", "ами", "ах", "і")
            return ("и", "ів", "ам", "ів", "ами", "ах", "и")
        if word[-1] == "й":
            return ("ї", "їв", "ям", "їв", "ями", "ях", "ї")
        if word[-1] == "ь":
            return ("і", "ів", "ям", "ів", "ями", "ях", "і")
        if word[-1] == "а":
            i = "і" if stem[-1:] in _HUSHING else "и"
            return (i, "", "ам", i, "ами", "ах", i)
        return ()


MORPHOLOGY = UkrainianMorphology()
