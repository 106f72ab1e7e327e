"""Ask the words around a mention whether it is one of its entry.

Nearly every mention stands between words in small letters that say nothing, so that is asked first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from reader.terms.guards import boundaries, people, things
from reader.terms.guards.flags import (
    AFTER_AND,
    AFTER_NUMERAL,
    BASE,
    FOREIGN,
    IN_NAME,
    LATIN_NAME,
    NUMBERED,
    OFFICE,
    OWN_SCRIPT_LINE,
    PERSON,
    PLACE,
    RULED,
    SURNAME,
    WORDS_BESIDE,
    rule_of,
)
from reader.terms.guards.things import QUOTES_AFTER, QUOTES_BEFORE
from reader.terms.guards.vocabulary import IS_THING, MAY_BE_OF_NAME, Vocabulary
from reader.terms.neighbours import word_before
from reader.terms.overlaps import Span

if TYPE_CHECKING:
    from reader.terms.compiled import Person, TermRule

Name = tuple[int, int, bool]
"""Start, end, and whether a given name or initial of the entry's person is in it."""

_NAMES = SURNAME | PLACE
_ASKS_MORE = WORDS_BESIDE | RULED | IN_NAME
_FARTHEST = 48
_ENDS_ADJECTIVE = "йяа"
_GOES_ON = frozenset(" ,\n\u00a0\u202f\u2009-")
"""After one of these a name may go on."""
_NO_NAME_BEFORE = frozenset('\n(«"')
_ENDS_NAME = frozenset(",;:—–")


class Surroundings:
    """What the words around the mentions of one glossary say."""

    def __init__(
        self, vocabulary: Vocabulary, named_people: Mapping[int, Person], rules: Sequence[TermRule]
    ) -> None:
        """``named_people``: by place of the entry; ``rules``: those of terms, by their index."""
        self._vocabulary = vocabulary
        self._people = named_people
        self._rules = rules

    def kept(self, text: str, span: Span, flags: int, named: set[int], usual: bool) -> Span | None:
        """Return the span if the words around leave the mention one of its entry.

        That of a surname grows to the whole name as it is written. ``named``: what the text has
        named so far, see :func:`reader.terms.guards.rules.keeps`; ``usual``: a word and a space
        stand before.
        """
        start, end, place = span
        full = False
        beside = 0
        if usual:
            if flags & _NAMES:
                least = start - _FARTHEST if start > _FARTHEST else 0
                before = text[text.rfind(" ", least, start - 1) + 1 : start - 1]
                beside = self._vocabulary.beside(before)
            if (
                not beside
                and not flags & _ASKS_MORE
                and text[start] >= "\x80"
                and self._says_nothing(text, end, flags)
            ):
                return span
        if flags & _NAMES:
            name = self._named(text, span, flags, beside, usual)
            if name is None:
                return None
            start, end, full = name
        if self._is_another(text, (start, end, place), flags, named, full=full, usual=usual):
            return None
        if full:
            named.add(place)
            return (start, end, place)
        if flags & RULED and not self._keeps(
            text, span, flags, self._rules[rule_of(flags)], named, self._vocabulary
        ):
            return None
        return span

    def _says_nothing(self, text: str, end: int, flags: int) -> bool:
        """Tell, quickly, whether what stands after a name in Cyrillic can make it no other."""
        tail = text[end : end + 2]
        sign = tail[:1]
        if sign in QUOTES_AFTER:
            return False
        if flags & PLACE:
            return not tail.isupper()
        if flags & BASE and text[end - 1] in _ENDS_ADJECTIVE:
            return False
        if sign in _GOES_ON:
            return tail.islower() and tail[1] not in self._vocabulary.junior_letters
        return True

    def _named(self, text: str, span: Span, flags: int, beside: int, usual: bool) -> Name | None:
        """Return the whole name that a surname is in, or the place; ``None`` if it is another's.

        ``beside``: what the word before may be, see :attr:`Vocabulary.beside`.
        """
        start, end, _ = span
        vocabulary = self._vocabulary
        looks_before = bool(beside & MAY_BE_OF_NAME)
        names = flags & _NAMES
        if not usual:
            looks_before = names != PLACE or not (
                start < 2 or text[start - 1] in _NO_NAME_BEFORE or text[start - 2] in _ENDS_NAME
            )
        name: Name | None = (start, end, False)
        if names == PLACE:
            if self._is_another_place(text, span, flags, looks_before=looks_before):
                return None
        else:
            after = text[end : end + 3]
            looks_after = after[1:2].isupper() or (after[:1] == "," and after[2:].isupper())
            if looks_before or looks_after:
                name = self._whole_name(text, span, flags, looks_before, looks_after)
            if name is not None and flags & IN_NAME and not name[2]:
                return None
        if name is None:
            return None
        if beside & IS_THING and things.is_things(text, name[:2], flags, vocabulary):
            return None
        return name

    def _is_another_place(self, text: str, span: Span, flags: int, *, looks_before: bool) -> bool:
        """Tell whether the words beside a place make it another, or a person's name."""
        start, end, _ = span
        vocabulary = self._vocabulary
        previous = word_before(text, start) if looks_before else None
        if previous and previous[0][0].isupper():
            if people.is_anothers_place(text, span, flags, previous, vocabulary):
                return True
            if things.is_another_place(text, start, previous, vocabulary):
                return True
        sign = text[end : end + 1]
        if sign in QUOTES_AFTER:
            return things.ends_quoted_name(text, start, flags, vocabulary)
        follows = text[end + 1 : end + 2]
        return (
            sign == " " and follows.isupper() and people.is_called_so(text, start, end, vocabulary)
        )

    def _is_another(
        self, text: str, span: Span, flags: int, named: set[int], *, full: bool, usual: bool
    ) -> bool:
        """Tell whether anything else around says that it is another's; ``full``: a whole name."""
        start, end, _ = span
        vocabulary = self._vocabulary
        sign, follows = text[end : end + 1], text[end + 1 : end + 2]
        if (
            flags & (PERSON | PLACE)
            and (sign in QUOTES_AFTER or (not usual and text[start - 1 : start] in QUOTES_BEFORE))
            and things.is_things(text, (start, end), flags, vocabulary)
        ):
            return True
        if flags & PERSON and self._is_another_person(text, span, flags, named, full=full):
            return True
        if text[start] < "\x80":
            if (
                flags & LATIN_NAME
                and not full
                and sign == " "
                and (follows.islower() or follows == "I")
                and people.is_common_word(text, start, end, flags, vocabulary)
            ):
                return True
            if flags & (FOREIGN | PLACE | LATIN_NAME) and boundaries.in_latin_name(
                text, start, end, flags, vocabulary
            ):
                return True
            if flags & SURNAME and not full and people.is_word(text, start, end, vocabulary):
                return True
            alone = bool(flags & (PERSON | LATIN_NAME)) and not (full or flags & PLACE)
            if (
                sign == " "
                and (follows.isupper() or follows == "&")
                and things.is_named_thing(text, start, end, vocabulary, alone=alone)
            ):
                return True
        return bool(flags & WORDS_BESIDE) and not self._stands_right(text, start, flags)

    def _is_another_person(
        self, text: str, span: Span, flags: int, named: set[int], *, full: bool
    ) -> bool:
        """Tell whether what stands beside a person makes it another, or a common word."""
        start, end, _ = span
        vocabulary = self._vocabulary
        sign, follows = text[end : end + 1], text[end + 1 : end + 2]
        if follows in vocabulary.junior_letters and people.is_junior(text, end, vocabulary):
            return True
        if full:
            return False
        if flags & BASE and text[end - 1] in _ENDS_ADJECTIVE:
            if follows.islower() and people.is_common_word(text, start, end, flags, vocabulary):
                return True
            if people.is_mans(text, span, flags, self._people, named, vocabulary):
                return True
        return (
            bool(flags & SURNAME)
            and sign == " "
            and follows.isupper()
            and people.is_given_to_another(text, start, end, vocabulary)
        )

    def _stands_right(self, text: str, start: int, flags: int) -> bool:
        """Tell whether what few patterns ask of the words before the mention holds."""
        vocabulary = self._vocabulary
        if flags & AFTER_NUMERAL and not boundaries.after_small_numeral(text, start, vocabulary):
            return False
        if flags & AFTER_AND and not boundaries.after_and(text, start, vocabulary):
            return False
        if flags & NUMBERED and boundaries.goes_on_before(text, start, vocabulary):
            return False
        if flags & OFFICE and people.is_deputy(text, start, vocabulary):
            return False
        return not flags & OWN_SCRIPT_LINE or boundaries.has_letter(
            text, start, vocabulary.language(flags).letters
        )

    @cached_property
    def _keeps(self) -> Callable[[str, Span, int, TermRule, set[int], Vocabulary], bool]:
        """Imported when a text first has a term with a rule."""
        from reader.terms.guards import rules

        return rules.keeps

    def _whole_name(
        self, text: str, span: Span, flags: int, looks_before: bool, looks_after: bool
    ) -> Name | None:
        """Read the name that the surname at ``span`` is in; ``None`` if it is another's.

        ``looks_before``, ``looks_after``: a word that may belong to it stands there.
        """
        from reader.terms.guards.names import read_name

        start, end, place = span
        vocabulary = self._vocabulary
        person = self._people.get(place)
        if person is None:
            return start, end, False
        language = vocabulary.language(flags).code
        name = read_name(
            text, start, end, person, vocabulary, language, before=looks_before, after=looks_after
        )
        if (
            name is not None
            and not name[2]
            and person[2] == "masc"
            and people.is_womans(text, start, end, flags, vocabulary)
        ):
            return None
        return name
