"""All forms of a noun phrase: adjectives and head decline together."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from functools import lru_cache
from typing import Any

from reader.terms.languages.combinations import combinations
from reader.terms.languages.pack import Form
from reader.terms.languages.slavic.morphology import Morphology, Reading, number_of

Paradigm = dict[tuple[str, str], set[Form]]
"""Forms by case and number."""

_MOST_TAILS = 4
_REMEMBERED = 4096
_FEWER = 1024
_LONGEST = 12
"""Words; what follows a head with more stays as it is."""

Head = tuple[int, Reading, list[list[Reading]]]


def _agree(modifier: Reading, head: Reading, same_gender: bool) -> bool:
    if modifier.number != head.number:
        return False
    return not same_gender or head.number == "plur" or head.gender in ("", "ms-f", modifier.gender)


def _gender(head: Reading) -> str:
    # A plural adjective as a noun (данные) has a singular only by accident.
    return head.gender if head.number == "sing" else "none"


class Phrases:
    """The noun phrases of one language.

    ``conjunctions``: small words for *and* and *or*. ``plurals_of_their_own``: words that have no
    singular of the same meaning. ``declined``: an abbreviation that takes an ending.
    """

    def __init__(
        self,
        morphology: Morphology,
        *,
        conjunctions: Container[str],
        plurals_of_their_own: Container[str],
        declined: re.Pattern[str],
    ) -> None:
        self.morphology = morphology
        self._conjunctions = conjunctions
        self._plurals_of_their_own = plurals_of_their_own
        self._declined = declined
        remember = lru_cache(_REMEMBERED)
        self._heads: Callable[[tuple[str, ...]], list[Head]] = remember(self._find_heads)
        self._paradigm: Callable[[tuple[str, ...]], Paradigm] = lru_cache(_FEWER)(
            self._make_paradigm
        )
        self._numbers: Callable[[tuple[str, ...]], list[Form]] = remember(self._make_numbers)
        self._genitives: Callable[[str, bool], tuple[Any, ...]] = remember(self._find_genitives)

    def forms(self, words: Sequence[str], *, plural: bool) -> set[Form]:
        """Return every form of the phrase ``words``; ``plural``: in either number."""
        found = {tuple(word.lower() for word in words)}
        if set_ := self._set_before_head(words):
            # XX век, новая Wi-Fi сеть: the noun declines without what does not.
            rest = [word for i, word in enumerate(words) if i not in set_]
            for form in self.forms(rest, plural=plural):
                others = iter(form)
                found.add(
                    tuple(w.lower() if i in set_ else next(others) for i, w in enumerate(words))
                )
            return found
        if at := self._coordination(words):
            # малый и средний бизнес: two adjectives of one noun.
            whole = self.forms((*words[:at], *words[at + 1 :]), plural=plural)
            return found | {(*form[:at], words[at].lower(), *form[at:]) for form in whole}
        own_number = self._own_number(words)
        either = plural and self._other_number(words)
        for (_, number), cell in self.paradigm(words).items():
            if either or number == own_number:
                found |= cell
        return found

    def is_plural(self, words: Sequence[str], *, lifeless: bool = False) -> bool:
        """Tell whether a phrase is in the plural by its head; ``lifeless``: one of no people."""
        if self._own_number(words) != "plur":
            return False
        return not (lifeless and any(head.animate for _, head, _ in self._heads(tuple(words))))

    def gender(self, words: Sequence[str]) -> str:
        """Return the gender of a phrase in the singular by its head; "" where nothing tells."""
        found = [head.gender for _, head, _ in self._heads(tuple(words)) if head.number == "sing"]
        return found[0] if found else ""

    def _set_before_head(self, words: Sequence[str]) -> frozenset[int]:
        """Return the indices of words that do not decline and stand before the noun that does.

        They are words and numerals in another script, and what is written like х/ф.
        """
        found = []
        for i, word in enumerate(words[:-1]):
            if self.is_set(word):
                found.append(i)
            elif not any(not reading.noun for reading in self.morphology.readings(word.lower())):
                break
        return frozenset(found)

    def is_set(self, word: str) -> bool:
        """Tell whether a word has no forms: it is in another script, or written like х/ф."""
        return "/" in word or not self.morphology.letter.search(word.lower())

    def _coordination(self, words: Sequence[str]) -> int:
        """Return the index of a conjunction between a noun's adjectives, or 0."""
        for at in range(1, min(len(words), _LONGEST) - 2):
            if words[at].lower() in self._conjunctions and any(
                place > at and len(modifiers) == place
                for place, head, modifiers in self._heads((*words[:at], *words[at + 1 :]))
                if head.noun
            ):
                return at
        return 0

    def _own_number(self, words: Sequence[str]) -> str:
        heads = self._heads(tuple(words))
        return heads[0][1].number if heads else "sing"

    def _other_number(self, words: Sequence[str]) -> bool:
        return len(words) > 1 or words[0].lower() not in self._plurals_of_their_own

    def _find_heads(self, words: tuple[str, ...]) -> list[Head]:
        """Return the head's index and readings, and those of its adjectives."""
        of = [self.morphology.readings(word.lower()) for word in words]
        first = 0
        while first < len(words) - 1 and not of[first] and self._is_adverb(words[first].lower()):
            first += 1
        run = first
        while run < len(words) and any(not reading.noun for reading in of[run]):
            run += 1
        for same_gender in (True, False):
            # The last noun that all before it agree with: in Ближний Восток that is Восток.
            for at in range(min(run, len(words) - 1), first - 1, -1):
                heads: list[Head] = []
                for head in of[at]:
                    modifiers = [
                        [r for r in of[i] if not r.noun and _agree(r, head, same_gender)]
                        for i in range(first, at)
                    ]
                    if head.noun and all(modifiers):
                        heads.append((at, head, modifiers))
                if heads:
                    return heads
        # Adjectives as nouns: верховный главнокомандующий, уполномоченный по правам человека.
        if run == first:
            return []
        return [
            (run - 1, head, modifiers)
            for head in of[run - 1]
            if not head.noun
            and all(
                modifiers := [
                    [r for r in of[i] if not r.noun and _agree(r, head, True)]
                    for i in range(first, run - 1)
                ]
            )
        ]

    def _is_adverb(self, word: str) -> bool:
        return (
            any(p.tag.POS in ("ADVB", "PRED") for p in self.morphology.parses(word))
            or word.isdigit()
        )

    def paradigm(self, words: Sequence[str]) -> Paradigm:
        """Return the forms of a phrase by case and number.

        Empty where neither a noun nor an adjective leads.
        """
        return self._paradigm(tuple(words))

    def _make_paradigm(self, words: tuple[str, ...]) -> Paradigm:
        table: Paradigm = {}
        for at, head, modifiers in self._heads(tuple(words)):
            prefix = tuple(word.lower() for word in words[: at - len(modifiers)])
            for case, number, gender in head.forms:
                if not head.noun and number == "sing" and gender != _gender(head):
                    continue
                nouns = head.at(case, number, gender)
                tails = list(self._tails(words[at + 1 :], head, case, number))
                for chosen in combinations(*modifiers):
                    own = head.gender_in_singular() if head.noun else gender
                    options = []
                    for modifier in chosen:
                        its = own
                        if (
                            number == "sing"
                            and modifier.number == "sing"
                            and modifier.gender != own
                        ):
                            its = modifier.gender
                        options.append(self._adjective(modifier, head, case, number, its))
                    cell = table.setdefault((case, number), set())
                    for leading in combinations(*map(sorted, (*options, nouns))):
                        cell.update((*prefix, *leading, *tail) for tail in tails)
        return table

    def _adjective(
        self, modifier: Reading, head: Reading, case: str, number: str, gender: str
    ) -> frozenset[str]:
        """Return the forms of an adjective beside a noun."""
        if case == "accs" and head.noun and (number == "plur" or gender == "masc"):
            first, *others = self.morphology.accusatives(head)
            found = modifier.at(first, number, gender)
            return found.union(*(modifier.at(each, number, gender) for each in others))
        return modifier.at(case, number, gender)

    def after_numeral(self, words: Sequence[str]) -> set[Form]:
        """Return the forms after два, три and четыре of a phrase that an adjective begins.

        The adjectives are in the genitive plural and the noun is in the genitive singular, or in the
        nominative plural if it is feminine.
        """
        found: set[Form] = set()
        for at, head, modifiers in self._heads(tuple(words)):
            if not (head.noun and modifiers and head.number == "sing"):
                continue
            nouns = head.at("gent", "sing", head.gender)
            if head.gender == "femn":
                nouns |= head.at("nomn", "plur", "")
            prefix = tuple(word.lower() for word in words[: at - len(modifiers)])
            tails = list(self._tails(words[at + 1 :], head, "gent", "sing"))
            for chosen in combinations(*modifiers):
                options = [modifier.at("gent", "plur", "") for modifier in chosen]
                for leading in combinations(*map(sorted, (*options, nouns))):
                    found.update((*prefix, *leading, *tail) for tail in tails)
        return found

    def after_and(self, words: Sequence[str]) -> set[Form]:
        """Return the forms of a phrase whose noun is in the plural for another adjective's sake.

        Its own are in the singular: «Западной партий» of «Восточной и Западной партий».
        """
        found: set[Form] = set()
        for at, head, modifiers in self._heads(tuple(words)):
            if not (head.noun and modifiers and head.number == "sing" and at == len(modifiers)):
                continue
            for case in self.morphology.cases:
                nouns = head.at(case, "plur", "")
                for chosen in combinations(*modifiers):
                    options = [
                        self._adjective(modifier, head, case, "sing", head.gender)
                        for modifier in chosen
                    ]
                    # «Европейским и Японским космическими агентствами»: the others may be shared.
                    shared = [
                        self._adjective(modifier, head, case, "plur", "") for modifier in chosen[1:]
                    ]
                    for adjectives in (options, [*options[:1], *shared]):
                        for leading in combinations(*map(sorted, (*adjectives, nouns))):
                            for tail in self._tails(words[at + 1 :], head, case, "plur"):
                                found.add((*leading, *tail))
        return found

    def _tails(self, tail: Sequence[str], head: Reading, case: str, number: str) -> Iterator[Form]:
        """Yield what follows the head: frozen, or declining with a head beside it."""
        frozen = tuple(word.lower() for word in tail)
        if not tail:
            yield frozen
            return
        together = False
        if len(tail) > _LONGEST:
            yield frozen
            return
        if frozen[0] in self._conjunctions and len(tail) > 1:
            # торговля и транзит; приливов и отливов: both in the plural, or neither
            rest = self.paradigm(tail[1:])
            own_number = self._own_number(tail[1:])
            for form in rest.get((case, number if own_number == head.number else own_number), ()):
                together = True
                yield (frozen[0], *form)
        agreeing = [
            r
            for r in self.morphology.readings(frozen[0])
            if not r.noun and _agree(r, head, True) and head.noun
        ]
        if agreeing and (
            len(tail) == 1 or not any(r.noun for r in self.morphology.readings(frozen[1]))
        ):
            # имя собственное, Пётр Великий
            for reading in agreeing:
                for word in reading.at(case, number, head.gender_in_singular()):
                    together = True
                    yield (word, *frozen[1:])
        elif tail[0][0].isupper() and len(tail) <= 2:
            # Республика Армения: frozen, and declining too; озеро Байкал.
            for form in self.paradigm(tail).get((case, self._own_number(tail)), ()):
                yield form
        if not together or case == "nomn" or tail[0][0].isupper():
            # With a capital it may be a name in the nominative (космодром Восточный) or in the
            # genitive (улица Ленина), however well it agrees.
            yield from self._numbers(tuple(tail))
        if self._declined.fullmatch(tail[-1]):
            # глава МИДа
            yield (*frozen[:-1], frozen[-1] + "а")

    def _make_numbers(self, tail: tuple[str, ...]) -> list[Form]:
        """Return a frozen tail, and with its genitives in the other number: курсы валют."""
        found: list[Form] = [tuple(word.lower() for word in tail)]
        end = 0
        while end < len(tail) and not self._genitives(tail[end].lower(), True):
            if not self._genitives(tail[end].lower(), False):
                return found
            end += 1
        if end == len(tail) or any(word[0].isupper() for word in tail[: end + 1]):
            return found
        rest = self._numbers(tail[end + 1 :]) if end + 1 < len(tail) else [()]
        for noun in self._genitives(tail[end].lower(), True):
            other = "plur" if number_of(noun.tag) == "sing" else "sing"
            if other == "sing" and not noun.tag.grammemes.isdisjoint(("anim", "Pltm")):
                # «совет директора» is not «совет директоров».
                continue
            changed = self.morphology.inflected(noun, "gent", other)
            if changed is None:
                continue
            gender = "" if other == "plur" else str(noun.tag.gender or "")
            adjectives = []
            for word in tail[:end]:
                inflected = [
                    form
                    for parse in self._genitives(word.lower(), False)
                    if (form := self.morphology.inflected(parse, "gent", other, gender))
                ]
                adjectives.append(inflected[:1])
            found.extend((*chosen, changed) for chosen in combinations(*adjectives))
        firsts = [found[0][: end + 1], *found[1:]]
        return [(*first, *last) for first in dict.fromkeys(firsts) for last in rest][:_MOST_TAILS]

    def _find_genitives(self, word: str, noun: bool) -> tuple[Any, ...]:
        pos = ("NOUN",) if noun else ("ADJF", "PRTF")
        return tuple(
            p for p in self.morphology.parses(word) if p.tag.POS in pos and p.tag.case == "gent"
        )
