"""Collect the words of all packs for a compiled glossary."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reader.terms.guards import given_names
from reader.terms.languages import registry
from reader.terms.languages.pack import LanguagePack
from reader.terms.languages.scripts import LETTERS
from reader.terms.languages.word_files import word_list

_FOLDED = str.maketrans({"ё": "е"})
_PLAIN_LISTS = (
    "pointed_titles",
    "namesakes",
    "also_words",
    "headline_subjects",
    "articles",
    "deputies",
    "other_thing_prefixes",
    "place_prefixes",
    "for_or_against",
    "numerals",
    "particles",
    "before_companies",
    "common_words",
    "function_words",
    "before_owners",
    "before_us",
    "between_owners",
    "before_other_sides",
    "newspapers",
    "named_things",
    "clubs",
    "tens",
    "after_places",
    "offices",
    "before_places",
    "before_dates",
    "dates",
    "small_numerals",
    "before_genitives",
    "conjunctions",
    "companies",
    "named_places",
    "patronymic_words",
    "pointed_words",
    "relatives",
    "directions",
    "new_places",
    "not_names",
    "same_places",
    "name_particles",
    "after_people",
)
_LISTS_OF_STEMS = (
    *("titles_of_women", "titles_of_men", "names_and_words"),
    *("ships", "streets", "called_after", "settlements"),
)


def plain_vocabulary(
    languages: Iterable[LanguagePack],
    countries: Iterable[str] = (),
    gapped: Iterable[str] = (),
    initials: Iterable[str] = (),
    *,
    shared: bool = False,
) -> dict[str, Any]:
    """Collect the words of all packs and the traits of ``languages``, to be packed.

    ``countries``: their names in normal form, where a term is of one. ``gapped``: first words of
    forms between whose words others may stand. ``initials``: letters with whose point a form
    begins. ``shared``: whether one word names several people.
    """
    packs = registry.packs()

    def words(name: str) -> list[str]:
        return [word for pack in packs for word in pack.words(name)]

    begun = {name: words(name) for name in _LISTS_OF_STEMS}
    juniors = words("juniors")
    begins = {word[0] for word in juniors}
    begins |= {word[0].swapcase() for word in juniors if not word.isupper()}
    return {
        "languages": tuple(_traits(pack) for pack in languages),
        "given_names": given_names.checksum(),
        "name_tails": "".join(pack.name_tails for pack in packs),
        "name_endings": tuple(ending for pack in packs for ending in pack.name_endings),
        "patronymics": tuple(words("patronymics")),
        "juniors": tuple(word_list(juniors)),
        "junior_letters": frozenset(begins | set("\n \u00a0")),
        "countries": frozenset(countries),
        "gapped": frozenset(gapped),
        "initials": frozenset(initials),
        "shared": shared,
        "plural_endings": tuple(words("plural_endings")),
        "adjective_endings": tuple(words("adjective_endings")),
        **{name: frozenset(words(name)) for name in _PLAIN_LISTS},
        **{
            name: tuple(word_list(word.lower().translate(_FOLDED) for word in listed))
            for name, listed in begun.items()
        },
    }


def _traits(pack: LanguagePack) -> tuple[Any, ...]:
    """Collect the fields of :class:`reader.terms.guards.vocabulary.LanguageTraits`."""
    return (
        pack.code,
        LETTERS.get(pack.script, ""),
        pack.feminine_surnames,
        pack.feminine_verb,
        pack.guesses_given_names,
    )
