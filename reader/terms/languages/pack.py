"""Language packs: the rules and words that finding a language's terms needs.

A pack is a folder of this one, named by the code of its language (ISO 639). Its
``__init__.py`` holds ``PACK``, an instance of a subclass of :class:`LanguagePack`; its words
are in text files beside that. Everything has a default, so a pack defines only what differs
in its language.
"""

from __future__ import annotations

import sys
from collections.abc import Container, Iterable
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from reader.terms.languages import word_files

Form = tuple[str, ...]
"""The words of a form, lower-case."""


Before = Literal["numeral", "and"]
"""What a form may ask for before it: one of ``small_numerals``, or another adjective of its noun
and one of ``conjunctions``."""


class Spelling(NamedTuple):
    """One way to write a term: its words, and what stands before each but the first.

    ``separators`` are those of :func:`reader.terms.tokens.separator`.
    """

    words: tuple[str, ...]
    separators: tuple[str, ...]


class ParsedTerm(NamedTuple):
    """A term as a pack expands it."""

    text: str
    kind: str
    spelling: Spelling
    abbreviation: bool = False
    foreign: bool = False
    """Written in another script than its language, in a language that marks such terms."""
    gender: str = ""
    """Of a person: ``masc``, ``femn``, or ``""`` for unknown."""


class BareName(NamedTuple):
    """A short name in a text, which may be another's than its fuller name's."""

    text: str
    start: int
    end: int
    stems: tuple[str, ...]
    """Beginnings of the words of the entry's terms."""
    first_words: Container[str]
    """Words, in normal form, that begin a form of any term of the glossary."""
    owned: bool = False
    """It is an office or an institution that every country has."""
    office: bool = False
    """The name of its holder may follow."""
    countries: Container[str] = frozenset()
    """Names of countries, in normal form, as they stand after what is theirs."""


class SurnameForm(NamedTuple):
    """A surname as it stands in a text, in normal form."""

    written: str
    nominative: str
    """As the glossary has it; "" where its terms don't tell."""


class LanguagePack(Protocol):
    """The rules and words of one language.

    Word files that guards read, all of them optional; ``prefix*`` stands for any ending:

    ``given_names``, ``named_places``, ``patronymics`` (parts of words), ``patronymic_words``,
    ``pointed_words``, ``relatives``; ``titles_of_women``, ``titles_of_men``,
    ``pointed_titles``; ``juniors``, ``namesakes``; ``also_words``, ``headline_subjects``,
    ``articles``; ``deputies``; ``other_thing_prefixes``, ``place_prefixes``,
    ``for_or_against``, ``numerals``, ``particles``; ``before_owners``, ``newspapers``,
    ``companies``; ``small_numerals``, ``plural_endings``,
    ``conjunctions``, ``adjective_endings``,
    ``before_genitives``.
    """

    code: str
    """ISO 639 code: the name of the pack's folder."""
    is_extra: bool = False
    """Its dictionary is an extra of the program, asked only where a term or a text is in it."""
    inflects_by_dictionary: bool = False
    """:meth:`inflect` loads the dictionary, and :meth:`normal_forms` tells what it knows."""
    script: str = "Latn"
    """ISO 15924 code of the script, one of :data:`reader.terms.languages.scripts.LETTERS`."""
    marks_foreign: bool = False
    """A term in another script is a name that is found only in lines with the own script."""
    declines_abbreviations: bool = False
    """An abbreviation takes endings, so it may look other than as it is written (МИДа)."""
    closes_compounds: bool = False
    """A hyphen after a common word or a person's name makes another word of it (кредит-нота)."""
    guesses_given_names: bool = False
    """:meth:`is_given_by_form` knows given names that no list has."""
    name_endings: tuple[str, ...] = ()
    """What a given name may end with in other cases, after its stem."""
    name_tails: str = ""
    """Letters that a given name may end with in the nominative and loses before an ending."""
    feminine_surnames: tuple[str, ...] = ()
    """Last three letters of a woman's surname; a man's ends with the first two (Алиева)."""
    feminine_verb: str = ""
    """Regular expression for a lower-case verb with a feminine subject."""

    def is_available(self) -> bool:
        """Tell whether the pack has what it needs; otherwise the language is one without."""
        return True

    def expand(self, term: ParsedTerm) -> Iterable[tuple[Spelling, Iterable[Form]]]:
        """Make every form of ``term``, for each way to spell it."""
        yield term.spelling, {tuple(word.lower() for word in term.spelling.words)}

    def expand_after(self, term: ParsedTerm) -> Iterable[tuple[Before, Spelling, Iterable[Form]]]:
        """Make the forms of ``term`` that stand only after what else."""
        return ()

    def inflect(self, word: str) -> Iterable[str]:
        """Return the forms, normalized, of a word of a query.

        ``word`` is as it was typed. Returns nothing for a word of another language.
        """
        return ()

    def normal_forms(self, word: str) -> Iterable[str]:
        """Return every word of the dictionary that ``word`` may be a form of, normalized.

        ``word`` is normalized. Two words are forms of one another where they have any in common.
        Nothing for a word of another language, and in one whose :meth:`inflect` needs no dictionary.
        """
        return ()

    def gender(self, words: tuple[str, ...]) -> str:
        """Return the gender of a person's name: ``masc``, ``femn`` or ``""`` for unknown."""
        return ""

    def likely_gender(self, given: str) -> str:
        """Return the gender that a given name, in normal form, nearly always has: what titles tell."""
        return ""

    def is_given_by_form(
        self, text: str, word: tuple[str, int], surname: str, first_words: Container[str]
    ) -> bool:
        """Tell whether ``word`` before a surname is a given name, by its form.

        ``word``: as written, with a capital and on no list, and its offset.
        """
        return False

    def agree(
        self, surname: SurnameForm, given: str, given_names: Container[str], gender: str
    ) -> bool:
        """Tell whether a surname and a given name beside it may be in the same case.

        ``given``, in normal form; ``given_names``: those known, in the nominative; ``gender``:
        ``masc``, ``femn`` or ``""`` for unknown.
        """
        return True

    def is_given_after(self, surname: SurnameForm, word: str, *, closed: bool) -> bool:
        """Tell whether an unlisted ``word`` after a surname is a given name, by its form.

        ``word``, in normal form, has a capital in the text. ``closed``: nothing goes on after it.
        """
        return False

    def may_be_surname(self, word: str, *, within: bool) -> bool:
        """Tell whether initials that a surname stands before may belong to ``word`` after them.

        ``within``: the surname doesn't begin a sentence.
        """
        return True

    def describes_next(self, text: str, start: int, end: int) -> bool:
        """Tell whether a name that begins a sentence is the common word that it is, too.

        It is in «Горький шоколад», «Толстая тетрадь», "Brown rice" and "Cook the onions".
        """
        return False

    def is_mans(self, before: str, surname: str) -> bool:
        """Tell whether the word before a woman's surname makes it a man's: «тренера Орлова».

        Both in normal form; the surname is in its base form.
        """
        return False

    def verb_follows(self, text: str, at: int) -> bool:
        """Tell whether a verb stands after the offset ``at``, whose subject stands before."""
        return False

    def is_office(self, words: tuple[str, ...]) -> bool:
        """Tell whether the words of a person's term name an office, not a person."""
        return not self.offices.isdisjoint(word.lower() for word in words)

    def names_another(self, name: BareName) -> bool:
        """Tell whether the words beside a bare name make it another's: «Хартия ООН»."""
        return False

    def adjective_forms(self, place: str) -> Iterable[str]:
        """Return every form of the adjectives of a place, lower-case: казахстанский, Chilean."""
        return ()

    def load_dictionary(self) -> None:
        """Load what :meth:`expand` and :meth:`inflect` need, to avoid a later wait."""
        return

    def dictionary_is_loaded(self) -> bool:
        """Tell whether :meth:`load_dictionary` has nothing left to load."""
        return True

    def countries(self) -> Iterable[str]:
        """Return the names of all countries, lower-case, as they stand after what is theirs."""
        return ()

    @property
    def offices(self) -> frozenset[str]:
        """Words for offices, of which a deputy holds another one."""
        return frozenset()

    @property
    def ordinals(self) -> Container[str]:
        """Ordinal numbers in words, lower-case, as a term may begin with them."""
        return ()

    def groups(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Read the word file ``name``: the words of each line; empty without a file."""
        return word_files.groups(self.folder, name)

    def words(self, name: str) -> tuple[str, ...]:
        """Read all words of the word file ``name``, in order."""
        return tuple(word for group in self.groups(name) for word in group)

    @property
    def folder(self) -> Path:
        """The folder with the word files: that of the module of the class."""
        return Path(sys.modules[type(self).__module__].__file__ or "").parent


class PlainPack(LanguagePack):
    """A language without a pack: its terms are found as they are written.

    Where it glues endings to words, as ``glued_endings.txt`` tells, the last word has these, too.
    """

    script = ""

    def __init__(self, code: str) -> None:
        self.code = code
        rows = word_files.groups(Path(__file__).parent, "glued_endings")
        own = code.replace("_", "-").partition("-")[0]
        self._endings = [row[1:] for row in rows if row[0] == own]

    @property
    def glues_endings(self) -> bool:
        """Whether terms are found with endings glued to them."""
        return bool(self._endings)

    def expand(self, term: ParsedTerm) -> Iterable[tuple[Spelling, Iterable[Form]]]:
        words = tuple(word.lower() for word in term.spelling.words)
        forms = {words}
        if not term.abbreviation:
            forms |= {(*words[:-1], last) for last in self._glued(words[-1])}
        yield term.spelling, forms

    def _glued(self, word: str) -> Iterable[str]:
        """Yield a lower-case word with every ending that its last vowel admits."""
        vowels = {letter for row in self._endings for letter in row[0]}
        last = next((letter for letter in reversed(word) if letter in vowels), "*")
        for after, *endings in self._endings:
            if after != "*" and last not in after:
                continue
            stem = word
            for ending in endings:
                if not ending.startswith("-"):
                    yield stem + ending
                elif word.endswith(ending[1:]):
                    stem = word[: 1 - len(ending)]
                else:
                    break

    def groups(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Return nothing: a language without a pack has no word files."""
        return ()
