"""Words that guards ask for: those of all packs as one, and what each language adds.

The words beside a mention may be of any language, whatever the mention is: «Melania Трамп».
A compiled glossary holds them, so that finding terms imports no pack and reads no word file.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from reader.terms.languages import registry
from reader.terms.languages.pack import LanguagePack
from reader.terms.languages.scripts import LETTERS
from reader.terms.languages.word_files import WordList, word_list

_FOLDED = str.maketrans({"ё": "е"})


class LanguageTraits(NamedTuple):
    """What guards ask of the language of a term, as its pack has it."""

    code: str
    letters: str
    """Between the brackets of a regular expression: letters of its script, "" for any."""
    feminine_surnames: tuple[str, ...]
    feminine_verb: str
    guesses_given_names: bool


class Words(NamedTuple):
    """Words in normal form, of all packs; ``prefixes`` in a list stand for any ending."""

    given_stems: frozenset[str]
    name_tails: str
    name_endings: tuple[str, ...]
    patronymics: tuple[str, ...]
    titles_of_women: WordList
    titles_of_men: WordList
    pointed_titles: frozenset[str]
    juniors: WordList
    """As their files write them: ``Junior`` asks for a capital, ``II`` for capitals only."""
    namesakes: frozenset[str]
    also_words: frozenset[str]
    headline_subjects: frozenset[str]
    articles: frozenset[str]
    deputies: frozenset[str]
    other_thing_prefixes: frozenset[str]
    place_prefixes: frozenset[str]
    for_or_against: frozenset[str]
    numerals: frozenset[str]
    particles: frozenset[str]
    title_letters: str
    """Small letters that begin a title: госпожа, миссис, mrs."""
    junior_letters: frozenset[str]
    """What may follow the space or comma before one of ``juniors``."""


class Vocabulary:
    """The words of all packs, and the traits of the languages of one glossary."""

    def __init__(self, plain: tuple[Any, ...]) -> None:
        words, languages = plain
        made = Words(*words)
        self.words = made._replace(
            titles_of_women=WordList(*made.titles_of_women),
            titles_of_men=WordList(*made.titles_of_men),
            juniors=WordList(*made.juniors),
        )
        self.languages = tuple(LanguageTraits(*each) for each in languages)
        self._kinds: dict[str, str] = {}

    def name_kind(self, word: str) -> str:
        """Tell whether ``word`` is a ``patronymic``, a ``given`` name, or "" for neither."""
        found = self._kinds.get(word)
        if found is None:
            # Жан-Мишель by its first part; премьер-министр is neither.
            found = (
                "patronymic"
                if self.is_patronymic(word)
                else "given" * self._is_given(word.partition("-")[0])
            )
            self._kinds[word] = found
        return found

    def is_patronymic(self, word: str) -> bool:
        """Tell whether ``word``, in normal form, is a patronymic in any of its forms."""
        return any(part in word[3:] and part in word[-7:] for part in self.words.patronymics)

    def _is_given(self, word: str) -> bool:
        stems, endings = self.words.given_stems, self.words.name_endings
        if word in stems or (word[-1] in self.words.name_tails and word[:-1] in stems):
            return True
        return any(word.endswith(ending) and word[: -len(ending)] in stems for ending in endings)


def plain_vocabulary(languages: Iterable[LanguagePack]) -> tuple[Any, ...]:
    """Collect the words of all packs and the traits of ``languages``, in types marshal knows."""
    packs = registry.packs()

    def words(name: str) -> list[str]:
        return [word for pack in packs for word in pack.words(name)]

    def one_of(name: str) -> frozenset[str]:
        return frozenset(words(name))

    stems = set()
    for pack in packs:
        for name in pack.words("given_names"):
            stem = name[:-1] if name[-1] in pack.name_tails else name
            stems.add(stem.translate(_FOLDED))
    titles = words("titles_of_women") + words("titles_of_men")
    juniors = words("juniors")
    begins = {word[0] for word in juniors}
    begins |= {word[0].swapcase() for word in juniors if not word.isupper()}
    made = Words(
        frozenset(stems),
        "".join(pack.name_tails for pack in packs),
        tuple(ending for pack in packs for ending in pack.name_endings),
        tuple(words("patronymics")),
        word_list(word.lower() for word in words("titles_of_women")),
        word_list(word.lower() for word in words("titles_of_men")),
        one_of("pointed_titles"),
        word_list(juniors),
        one_of("namesakes"),
        one_of("also_words"),
        one_of("headline_subjects"),
        one_of("articles"),
        one_of("deputies"),
        one_of("other_thing_prefixes"),
        one_of("place_prefixes"),
        one_of("for_or_against"),
        one_of("numerals"),
        one_of("particles"),
        "".join(sorted({word[0] for word in titles if word[0].islower()})),
        frozenset(begins | set("\n \u00a0")),
    )
    traits = tuple(
        (
            pack.code,
            LETTERS.get(pack.script, ""),
            pack.feminine_surnames,
            pack.feminine_verb,
            pack.guesses_given_names,
        )
        for pack in languages
    )
    plain = [tuple(each) if isinstance(each, WordList) else each for each in made]
    return tuple(plain), traits
