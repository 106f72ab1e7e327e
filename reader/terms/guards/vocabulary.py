"""Words that guards look up: those of all packs, and the traits of languages.

The words beside a mention may be of any language, whatever the mention is: «Melania Трамп».
A compiled glossary holds them, so that finding terms imports no pack and reads no word file;
:mod:`reader.terms.guards.collection` collects them.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from reader.terms.guards.flags import LANGUAGE_AT, LANGUAGE_MASK
from reader.terms.guards.name_forms import has_patronymic

WordList = tuple[frozenset[str], tuple[str, ...]]
"""Words, and beginnings of words: what word files write with a star."""

MAY_BE_OF_NAME = 1
"""The word before a name may be a part of it, or a title."""
IS_THING = 2
"""It may be what is called so: a ship, a street, a film."""

_MOST_NAMES = 4096
_PLACES = (("directions", "direction"), ("new_places", "new"), ("same_places", "same"))
_THINGS = (
    ("ships", "ship"),
    ("streets", "ship"),
    ("called_after", "thing"),
    ("settlements", "settlement"),
)


class LanguageTraits(NamedTuple):
    """Traits of a term's language that guards need, as its pack defines them."""

    code: str
    letters: str
    """Between the brackets of a regular expression: letters of its script, "" for any."""
    feminine_surnames: tuple[str, ...]
    feminine_verb: str
    guesses_given_names: bool


class Vocabulary:
    """The words of all packs, in normal form, and traits of a glossary's languages."""

    def __init__(self, plain: Mapping[str, Any], first_words: Container[str]) -> None:
        self._plain = plain
        self.first_words = first_words
        """Words that begin a form of any term of the glossary."""
        self.languages = tuple(LanguageTraits(*each) for each in plain["languages"])
        self.name_tails: str = plain["name_tails"]
        self.name_endings: tuple[str, ...] = plain["name_endings"]
        self.named_places: frozenset[str] = plain["named_places"]
        """Given names that are places as well."""
        self.patronymic_words: frozenset[str] = plain["patronymic_words"]
        """What makes the name before it the father's: оглы."""
        self.relatives: frozenset[str] = plain["relatives"]
        """Whose name may stand after a surname: дочь, вдовы."""
        self.pointed_words: frozenset[str] = plain["pointed_words"]
        """Abbreviations, without their points, that look like initials: U.S."""
        self.patronymics: tuple[str, ...] = plain["patronymics"]
        self.titles_of_women: WordList = plain["titles_of_women"]
        self.titles_of_men: WordList = plain["titles_of_men"]
        self.names_and_words: WordList = plain["names_and_words"]
        self.pointed_titles: frozenset[str] = plain["pointed_titles"]
        self.juniors: WordList = plain["juniors"]
        """As their files write them: ``Junior`` asks for a capital, ``II`` for capitals only."""
        self.junior_letters: frozenset[str] = plain["junior_letters"]
        """What may follow the space or comma before one of ``juniors``."""
        self.namesakes: frozenset[str] = plain["namesakes"]
        self.also_words: frozenset[str] = plain["also_words"]
        self.articles: frozenset[str] = plain["articles"]
        self.other_thing_prefixes: frozenset[str] = plain["other_thing_prefixes"]
        self.place_prefixes: frozenset[str] = plain["place_prefixes"]
        self.for_or_against: frozenset[str] = plain["for_or_against"]
        self.numerals: frozenset[str] = plain["numerals"]
        self.particles: frozenset[str] = plain["particles"]
        self.plural_endings: tuple[str, ...] = plain["plural_endings"]
        self.conjunctions: frozenset[str] = plain["conjunctions"]
        self.adjective_endings: tuple[str, ...] = plain["adjective_endings"]
        self.countries: frozenset[str] = plain["countries"]
        self.gapped: frozenset[str] = plain["gapped"]
        """Words that begin a form between whose words others may stand."""
        self.initials: frozenset[str] = plain["initials"]
        """Letters with whose point a form begins: С.Ш.А."""
        self.name_kind: Callable[[str], str] = lru_cache(_MOST_NAMES)(self._name_kind)
        """``patronymic`` or ``given`` for a word that is such a name, "" for any other."""
        self.beside: Callable[[str], int] = lru_cache(_MOST_NAMES)(self._beside)
        """What the word before a name, as written, may be to it: a sum of
        :data:`MAY_BE_OF_NAME` and :data:`IS_THING`."""
        self.is_title: Callable[[str], bool] = lru_cache(_MOST_NAMES)(self._is_title)
        """Whether a word in small letters is a title: госпожа, миссис, mrs, проф."""
        self.place_kind: Callable[[str], str] = lru_cache(_MOST_NAMES)(self._place_kind)
        """What an adjective makes of a place: ``direction`` (South Korea), ``new``, ``same``; "" for nothing."""
        self.thing_kind: Callable[[str], str] = lru_cache(_MOST_NAMES)(self._thing_kind)
        """What a word in small letters makes of the name after it: ``ship`` (or a street), ``settlement``,
        ``thing`` where it is in quotes, ``name`` for a particle of a person's; "" for nothing."""

    @cached_property
    def given_names(self) -> frozenset[str]:
        """Given names in the nominative, read when a text first asks."""
        from reader.terms.guards import given_names

        return given_names.load(self._plain["given_names"])

    @property
    def shared(self) -> bool:
        """Whether one word names several people of the glossary."""
        return bool(self._plain["shared"])

    def words(self, name: str) -> frozenset[str]:
        """Return the words of a list that few texts need: ``newspapers``, ``before_owners``."""
        found: frozenset[str] = self._plain[name]
        return found

    def language(self, flags: int) -> LanguageTraits:
        """Return the traits of the language of a term with these ``flags``."""
        return self.languages[flags >> LANGUAGE_AT & LANGUAGE_MASK]

    def _name_kind(self, word: str) -> str:
        # Жан-Мишель by its first part; премьер-министр is neither.
        if word in self._plain["not_names"]:
            return ""
        if self.is_patronymic(word):
            return "patronymic"
        return "given" if self._is_given(word.partition("-")[0]) else ""

    def _beside(self, word: str) -> int:
        # A word in small letters is in no way a name, and rarely a title.
        small = (
            word.islower()
            and word[0].islower()
            and not self.is_title(word)
            and word not in self.patronymic_words
        )
        return (0 if small else MAY_BE_OF_NAME) | (IS_THING if self.thing_kind(word.lower()) else 0)

    def _is_title(self, word: str) -> bool:
        bare = word.rstrip(".").replace("ё", "е")
        return bare in self.pointed_titles or any(
            bare in listed or bare.startswith(begun)
            for listed, begun in (self.titles_of_women, self.titles_of_men)
        )

    def _place_kind(self, word: str) -> str:
        stems = [word, *self._adjective_stems(word)]
        for name, kind in _PLACES:
            if not self._plain[name].isdisjoint(stems):
                return kind
        return ""

    def _adjective_stems(self, word: str) -> list[str]:
        """Return what a word is without each ending of an adjective that it has; Eastern is whole."""
        if word.isascii():
            return []
        return [word[: -len(end)] for end in self.adjective_endings if word.endswith(end)]

    def _thing_kind(self, word: str) -> str:
        if word in self._plain["name_particles"]:
            return "name"
        for name, kind in _THINGS:
            listed, begun = self._plain[name]
            if word in listed or word.startswith(begun):
                return kind
        return ""

    def is_patronymic(self, word: str) -> bool:
        """Tell whether ``word``, in normal form, is a patronymic in any of its forms."""
        return has_patronymic(word, self.patronymics)

    def _is_given(self, word: str) -> bool:
        if self._is_stem(word) or (word[-1] in self.name_tails and self._is_stem(word[:-1])):
            return True
        return any(
            word.endswith(ending) and self._is_stem(word[: -len(ending)])
            for ending in self.name_endings
        )

    def _is_stem(self, word: str) -> bool:
        """Tell whether a word is a given name, or one with the last letter that it may lose."""
        return word in self.given_names or any(
            word + tail in self.given_names for tail in self.name_tails
        )
