"""Read the name around a surname, whole as it is written, and tell whose it is.

The given name, initials and patronymic may stand before the surname or, in lists and official
texts, after it, there behind a comma, too: Лев Н. Толстой, Толстой Лев Николаевич, Vance, Usha.

It is one reader of one notation: what stands before and what after decide together, so they stay
in one module.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from reader.language.words import fold
from reader.terms.guards.name_forms import is_form
from reader.terms.guards.vocabulary import Vocabulary
from reader.terms.neighbours import SPACES, plain, starts_sentence, word_before
from reader.terms.tokens import UNUSUAL

if TYPE_CHECKING:
    from reader.terms.compiled import Person as PlainPerson
    from reader.terms.languages.pack import LanguagePack, SurnameForm

_MOST_WORDS = 6
_STEM = 2
_INITIALS = r"(?:[^\W\d_]{1,2}\.-?)+"
_AFTER = re.compile(rf"{_INITIALS}|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_CLOSING = ".;:)]\n\r"
_VOWELS = frozenset("aeiouyаеёиоуыэюя")


ANY_NAME = ""
"""Among a person's names, one that the glossary doesn't give: К. К. of Касым-Жомарт."""


class Person(NamedTuple):
    """A person's names, in normal form."""

    names: tuple[tuple[str, ...], ...]
    """What each full term has beside the surname, in order: given names and patronymic."""
    surnames: tuple[str, ...]
    gender: str
    """``masc``, ``femn`` or ``""`` for unknown."""
    other_forms: tuple[tuple[str, str], ...]
    """Forms of given names that don't begin as the name, each with its name: льва, лев."""


class Name(NamedTuple):
    """A name as it is written; ``full``: a given name or initial of the person is in it."""

    start: int
    end: int
    full: bool


class _Kind(Enum):
    INITIALS = 1
    OWN = 2
    """A given name of the person."""
    GIVEN = 3
    """A listed given name of someone else, or a further one."""
    PATRONYMIC = 4
    WORD = 5
    """With a capital, on no list."""


class _Part(NamedTuple):
    kind: _Kind
    word: str
    start: int
    end: int
    letters: tuple[str, ...] = ()
    """Of initials: ж and к of Ж.-К., дж of Дж."""


_Fits = Callable[[str], bool]


def read_name(
    text: str,
    start: int,
    end: int,
    person: PlainPerson,
    vocabulary: Vocabulary,
    language: str,
    *,
    before: bool,
    after: bool,
) -> Name | None:
    """Read the name that has a surname of ``person`` from ``start`` to ``end``.

    ``None`` if it is someone else's. ``language``: code of the surname's. ``before``,
    ``after``: a word that may belong to the name stands there.
    """
    reader = _Reader(text, start, end, Person(*person), vocabulary, language)
    if before and start:
        parts, titled = reader.before()
        if parts or titled:
            whose = reader.whose_before(parts)
            if whose is False or (whose is None and titled):
                return None
            if whose is not None:
                return Name(whose, reader.end_with_patronymic(), True)
            if parts and reader.is_given_by_form(parts[0]):
                # «президент Сбербанка Греф Герман», but not Хенрик Греф.
                until = reader.whose_after() if after else None
                return Name(start, until, True) if until else None
    if not after or not person[0]:
        return Name(start, end, False)
    until = reader.whose_after()
    if until is False:
        return None
    return Name(start, end, False) if until is None else Name(start, until, True)


class _Reader:
    """Reads what stands beside one surname."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        person: Person,
        vocabulary: Vocabulary,
        language: str,
    ) -> None:
        self._text, self._start, self._end = text, start, end
        self._person, self._vocabulary, self._language = person, vocabulary, language

    def before(self) -> tuple[list[_Part], bool]:
        """Collect the parts of a name before the surname, nearest first.

        And tell whether a title there makes it a person's of the other gender.
        """
        vocabulary = self._vocabulary
        parts: list[_Part] = []
        at = self._start
        titled = fathers = False
        for _ in range(_MOST_WORDS):
            previous = word_before(self._text, at)
            if previous is None:
                break
            raw, begin = previous
            lowered = raw[0].islower()
            word = _normal(raw.rstrip("."))
            if not word:
                break
            if raw[-1] != "." and word in vocabulary.patronymic_words and not titled:
                at, fathers = begin, True
                continue
            if lowered and not vocabulary.is_title(raw):
                break
            pointed = raw[-1] == "." and word in vocabulary.pointed_titles
            if raw[-1] == "." and not pointed and not _is_initials(raw):
                # The end of a sentence.
                break
            if self._is_title_of_other_gender(word):
                return parts, True
            if pointed:
                # Mr., Dr.: what stands before is not a part of the name.
                titled = True
            elif lowered or titled:
                break
            else:
                kind = _Kind.PATRONYMIC if fathers else self._kind(raw, word)
                if kind is _Kind.WORD and not self._may_go_on(parts, word):
                    break
                parts.append(_Part(kind, word, begin, begin + len(raw), _letters(raw, kind)))
                fathers = False
            at = begin
        return parts, False

    def _may_go_on(self, parts: list[_Part], word: str) -> bool:
        """Tell whether an unlisted word may be of the same name as the parts nearer to it."""
        if any(part.kind is _Kind.WORD for part in parts):
            return False
        return not any(is_form(word, name, "") for name in self._person.surnames)

    def _is_title_of_other_gender(self, word: str) -> bool:
        gender = self._person.gender
        if not gender:
            return False
        vocabulary = self._vocabulary
        others, begun = vocabulary.titles_of_women if gender == "masc" else vocabulary.titles_of_men
        return word in others or word.startswith(begun)

    def _kind(self, raw: str, word: str) -> _Kind:
        if _is_initials(raw):
            return _Kind.INITIALS
        if self._is_given(word):
            return _Kind.OWN
        kind = self._vocabulary.name_kind(word)
        if kind == "patronymic":
            return _Kind.PATRONYMIC
        return _Kind.GIVEN if kind else _Kind.WORD

    def whose_before(self, parts: list[_Part]) -> int | bool | None:
        """Tell whose name the parts before the surname make: its start if the person's.

        ``False``: someone else's; ``None``: nothing tells.
        """
        person = self._person
        if not person.names:
            return None
        for i, part in enumerate(parts):
            if part.kind is _Kind.OWN:
                nearer = parts[:i][::-1]
                kinds = [each.kind for each in nearer]
                strange = _Kind.WORD in kinds or _Kind.GIVEN in kinds
                if strange and (
                    (_Kind.WORD in kinds and _Kind.GIVEN in kinds) or not self._agrees(part.word)
                ):
                    # «брат Фиделя Кастро Рауль Кастро», «Дональд Туск Трампа принял».
                    break
                if not self._fits(self._form_of(part.word), self._further(nearer)):
                    return False
                further = itertools.takewhile(self._goes_on, parts[i + 1 :])
                return min((each.start for each in further), default=part.start)
        return self._whose_without_given(parts)

    def _goes_on(self, part: _Part) -> bool:
        if part.kind is _Kind.INITIALS:
            return self._fits(_initial(part.letters[0]), [])
        return part.kind is _Kind.OWN

    def _whose_without_given(self, parts: list[_Part]) -> int | bool | None:
        kinds = [part.kind for part in parts]
        if kinds[:1] == [_Kind.WORD]:
            return None
        near = kinds[: kinds.index(_Kind.WORD)] if _Kind.WORD in kinds else kinds
        if _Kind.GIVEN in near:
            return None if self._is_a_word(parts) else False
        if (_Kind.PATRONYMIC, _Kind.WORD) in itertools.pairwise(kinds):
            # Андарбек Данильбекович: a given name by where it stands.
            return False
        if _Kind.INITIALS in near:
            last = max(i for i, kind in enumerate(near) if kind is _Kind.INITIALS)
            first, *rest = self._further(parts[last::-1])
            if not self._fits(first, rest):
                return False
            strange = parts[last + 1 : last + 2]
            if strange and strange[0].word[-1] not in _VOWELS and self.is_given_by_form(strange[0]):
                # Зульфугар И. Алиев
                return False
            return parts[last].start
        return None if self._may_have(self._further(parts[::-1])) else False

    def _is_a_word(self, parts: list[_Part]) -> bool:
        """Tell whether a given name before the surname is a common word there, or a surname.

        It is in «надежды Трампа», and in «к Мэй Джонсон написал» if the glossary has Мэй.
        """
        word = parts[0].word
        if len(parts) > 1 or parts[0].kind is not _Kind.GIVEN:
            return False
        if word in self._vocabulary.first_words:
            return self._pack().verb_follows(self._text, self._end)
        listed, begun = self._vocabulary.names_and_words
        if word not in listed and not word.startswith(begun):
            return False
        return not self._pack().agree(self._form(), word, self._vocabulary.given_names, "")

    def whose_after(self) -> int | bool | None:
        """Tell whose name the parts after the surname make: its end if the person's.

        ``False``: someone else's; ``None``: nothing tells.
        """
        parts, comma = self._after()
        if not parts:
            return None
        kinds = [part.kind for part in parts]
        if kinds[0] is _Kind.INITIALS:
            return self._whose_by_initials(parts, comma=comma)
        if kinds[0] is _Kind.PATRONYMIC:
            return None if comma or self._may_have(self._further(parts[:1])) else False
        last = self._last_of_given(kinds)
        name, following = parts[: last + 1], parts[last + 1 :]
        closed = any(part.kind in (_Kind.PATRONYMIC, _Kind.INITIALS) for part in name)
        if following and (
            comma or not closed or self._pack().may_be_surname(following[0].word, within=True)
        ):
            # «Алиев Вагифу Мустафаеву вручил»: the given name of the next.
            return None
        if comma and not self._is_closed(name[-1].end):
            # «как сказал Алиев, Гейдар начал»; "Trump, Melania and Barron".
            return None
        given = name[0].word
        if self._is_relatives(name[0]):
            return None
        if not self._agrees(given):
            return None
        if kinds[0] is _Kind.OWN:
            fits = self._fits(self._form_of(given), self._further(name[1:]))
            return name[-1].end if fits else False
        if kinds[0] is _Kind.GIVEN:
            listed = given in self._vocabulary.first_words if comma else self._is_place(given)
            return None if listed and not closed else False
        if given in self._vocabulary.first_words:
            return None
        if closed:
            return False
        closed = self._is_closed(name[-1].end)
        if not comma and self._pack().is_given_after(self._form(), given, closed=closed):
            return False
        return None

    def end_with_patronymic(self) -> int:
        """Return the end of the name with the patronymic after it: Эльнур Мамедов Адалят оглы."""
        parts, comma = self._after()
        if comma or not parts or parts[0].kind is not _Kind.PATRONYMIC:
            return self._end
        return parts[0].end

    def _is_relatives(self, part: _Part) -> bool:
        """Tell whether what stands after the surname is of a relative: «вдова Ельцина Наина»."""
        form = self._form()
        if form.written == form.nominative or (
            part.kind in (_Kind.OWN, _Kind.GIVEN)
            and part.word not in self._vocabulary.given_names
            and not any(part.word in names for names in self._person.names)
        ):
            return False
        previous = word_before(self._text, self._start)
        return previous is not None and _normal(previous[0]) in self._vocabulary.relatives

    def _whose_by_initials(self, parts: list[_Part], *, comma: bool) -> int | bool | None:
        count = next(
            (i for i, part in enumerate(parts) if part.kind is not _Kind.INITIALS), len(parts)
        )
        name, following = parts[:count], parts[count:]
        first, *rest = self._further(name)
        fits = self._fits(first, rest)
        pointed = "".join(name[0].letters) in self._vocabulary.pointed_words
        if not fits and pointed:
            # Trump, U.S. officials said
            return None
        if following:
            close = following[0].start == name[-1].end
            in_clause = not starts_sentence(self._text, self._start)
            if (
                comma
                or close
                or pointed
                or self._pack().may_be_surname(following[0].word, within=in_clause)
            ):
                # «при Трампе А. Иванов возглавил»
                return None
        elif comma and not fits and not self._is_closed(name[-1].end):
            return None
        return name[-1].end if fits else False

    def _after(self) -> tuple[list[_Part], bool]:
        """Collect the parts of a name after the surname, in order.

        And tell whether a comma stands before them.
        """
        text, size = self._text, len(self._text)
        comma = text.startswith(",", self._end)
        parts: list[_Part] = []
        at = self._end + comma
        while len(parts) < _MOST_WORDS and at < size:
            begin = at
            while begin < size and text[begin] in SPACES:
                begin += 1
            if begin == at and not (parts and parts[-1].kind is _Kind.INITIALS):
                break
            match = _AFTER.match(text, begin)
            if match is None:
                break
            raw = match[0]
            if raw[-1] in ".-" and not _is_initials(raw):
                raw = raw.partition(".")[0]
            until = begin + len(raw)
            word = _normal(raw)
            if parts and word in self._vocabulary.patronymic_words:
                parts[-1] = parts[-1]._replace(kind=_Kind.PATRONYMIC, end=until)
            elif not raw[0].isupper() or _normal(raw.rstrip(".")) in self._vocabulary.juniors[0]:
                break
            else:
                kind = self._kind(raw, word)
                if kind is not _Kind.INITIALS and self._is_bare_initials(raw, until, comma):
                    kind = _Kind.INITIALS
                elif word.rstrip(".") in self._vocabulary.given_names and raw[-1] == ".":
                    # «встретил Трамп Ян.»
                    raw, word = raw.rstrip("."), word.rstrip(".")
                    kind, until = self._kind(raw, word), begin + len(raw)
                parts.append(_Part(kind, word.rstrip("."), begin, until, _letters(raw, kind)))
            at = until
        return parts, comma

    def _is_bare_initials(self, raw: str, until: int, comma: bool) -> bool:
        """Tell whether letters without points are initials: "Vance, JD", "Trump M, Vance U"."""
        if not raw.isupper() or len(raw) > 3 or not raw.isalpha():
            return False
        if len(raw) == 1:
            return until == len(self._text) or self._text[until] in ",;)\n\r"
        return comma and self._fits(
            _initial(raw[0].lower()), [_initial(c) for c in _normal(raw[1:])]
        )

    def _last_of_given(self, kinds: list[_Kind]) -> int:
        """Return the index of the last part that belongs to the given name at 0."""
        last = 0
        while last + 1 < len(kinds):
            kind = kinds[last + 1]
            if kind is _Kind.WORD:
                break
            last += 1
        return last

    def _is_closed(self, at: int) -> bool:
        """Tell whether the name that ends at ``at`` is all that stands there."""
        text = self._text
        rest = text[at : at + 3]
        if not rest or rest[0] in _CLOSING:
            return True
        following = rest.lstrip(SPACES)
        if rest[0] == ",":
            return not rest[1:].lstrip(SPACES)[:1].isupper()
        return not following or following[0] in "—–-(\n\r" or following[0].isdigit()

    def _is_place(self, word: str) -> bool:
        return word in self._vocabulary.named_places

    def _pack(self) -> LanguagePack:
        from reader.terms.languages import registry

        return registry.pack(self._language)

    def _form(self) -> SurnameForm:
        from reader.terms.languages.pack import SurnameForm

        written = _normal(self._text[self._start : self._end])
        surnames = self._person.surnames
        begun = [each for each in surnames if each[:_STEM] == written[:_STEM]]
        nominative = written if written in surnames else begun[0] if begun else ""
        return SurnameForm(written, nominative)

    def _agrees(self, given: str) -> bool:
        known, gender = self._vocabulary.given_names, ""
        if self._is_given(given):
            gender = self._person.gender
            known = frozenset(itertools.chain.from_iterable(self._person.names))
        return self._pack().agree(self._form(), given, known, gender)

    def is_given_by_form(self, part: _Part) -> bool:
        """Tell whether an unlisted word before the surname is a given name, by its form."""
        if part.kind is not _Kind.WORD:
            return False
        raw = self._text[part.start : part.end].strip(SPACES)
        surname = self._text[self._start : self._end]
        return is_given_by_form(self._text, (raw, part.start), surname, self._vocabulary)

    def _is_given(self, word: str) -> bool:
        """Tell whether a word is a given name of the person, in any form."""
        first = word[0]
        if "-" not in word and not any(
            name[:1] == first for names in self._person.names for name in names
        ):
            return False
        fits = self._form_of(word)
        return any(
            len(name) > 1 and not self._is_patronymic(name) and fits(name)
            for names in self._person.names
            for name in names
        )

    def _is_patronymic(self, name: str) -> bool:
        return self._vocabulary.is_patronymic(name)

    def _form_of(self, word: str) -> _Fits:
        tails = self._vocabulary.name_tails
        parts = {word, *word.split("-")}
        if "э" in word or "е" in word:
            # Дэвид and Девид
            parts |= {part.replace("э", "е") for part in parts}

        def fits(name: str) -> bool:
            return any(
                is_form(part, name, tails)
                or ("э" in name and is_form(part, name.replace("э", "е"), tails))
                or (part, name) in self._person.other_forms
                # Walker of George W. Bush
                or (len(name) == 1 and part[0] == name)
                for part in parts
            )

        return fits

    def _further(self, parts: list[_Part]) -> list[_Fits]:
        """Return what each of a person's further names has to fit, in order."""
        found: list[_Fits] = []
        for part in parts:
            if part.kind is _Kind.INITIALS:
                found.extend(_initial(letters) for letters in part.letters)
            elif len(part.word) == 1:
                # Donald J Trump
                found.append(_initial(part.word))
            else:
                found.append(self._form_of(part.word))
        return found

    def _fits(self, first: _Fits, rest: list[_Fits]) -> bool:
        """Tell whether a name fits the person, first of all by its first part.

        What the person's names don't have may be anything.
        """
        own = [
            (names, i)
            for names in self._person.names
            for i, name in enumerate(names)
            if name != ANY_NAME and not self._is_patronymic(name) and first(name)
        ]
        longer = [(names, i) for names, i in own if len(names) > 1]
        if not rest or not longer:
            return bool(own)
        return any(
            all(
                any(name == ANY_NAME or fits(name) for k, name in enumerate(names) if k != i)
                for fits in rest
            )
            for names, i in longer
        )

    def _may_have(self, rest: list[_Fits]) -> bool:
        """Tell whether the person may have the patronymic that ``rest`` asks for."""
        names = [name for names in self._person.names for name in names[1:]]
        return not names or any(name == ANY_NAME or fits(name) for fits in rest for name in names)


def is_given_by_form(
    text: str, word: tuple[str, int], surname: str, vocabulary: Vocabulary
) -> bool:
    """Tell whether an unlisted word before a surname is a given name, by its form."""
    from reader.terms.languages import registry

    return any(
        registry.pack(language.code).is_given_by_form(text, word, surname, vocabulary.first_words)
        for language in vocabulary.languages
        if language.guesses_given_names
    )


def _normal(word: str) -> str:
    """Normalize a word, nearly always of usual letters."""
    return plain(word) if UNUSUAL.search(word) is None else fold(word)


def _is_initials(raw: str) -> bool:
    """Tell whether a word is initials: Л., А.С., Ж.-К., Дж."""
    if raw[-1:] not in (".", "-") or re.fullmatch(_INITIALS, raw) is None:
        return False
    return all(
        piece[0].isupper() and (len(piece) == 1 or (piece[1].islower() and piece[1] not in _VOWELS))
        for piece in re.split("[.-]+", raw)
        if piece
    )


def _letters(raw: str, kind: _Kind) -> tuple[str, ...]:
    """Split initials into letters in normal form: Ж.-К., Дж., JD."""
    if kind is not _Kind.INITIALS:
        return ()
    if "." not in raw:
        return tuple(_normal(raw))
    return tuple(_normal(piece) for piece in re.split("[.-]+", raw) if piece)


def _initial(letters: str) -> _Fits:
    return lambda name: name.startswith(letters)
