"""Guard names from other people's: «Трамп» in Мелания Трамп."""

from __future__ import annotations

import re

from reader.terms.guards.flags import PLACE
from reader.terms.guards.vocabulary import Vocabulary
from reader.terms.neighbours import SPACES, plain, starts_sentence, word_after, word_before

Person = tuple[tuple[str, ...], str]
"""Given names in normal form, and gender: masc, femn or ""."""

NOBODY: Person = ((), "")


def is_junior(text: str, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether Jr., «младший» or the like after the name makes it someone else's."""
    comma = text[end] == ","
    following = word_after(text, end + comma)
    if following is None or "\n" in text[end : following[1]]:
        return False
    raw, until = following
    word = raw.lower()
    juniors, beginnings = vocabulary.juniors
    if word in juniors:
        return True
    if comma:
        # «Чокси, старший вице-президент»: what he is.
        return False
    if word.upper() in juniors:
        return raw.isupper()
    if word.capitalize() in juniors:
        # "Trump senior adviser" is about somebody beside.
        return raw[0].isupper() or word_after(text, until) is None
    return word.startswith(beginnings)


def is_given_to_another(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a surname is someone else's given name: Новак Джокович, Hugo Boss."""
    if vocabulary.name_kind(plain(text[start:end])) != "given":
        return False
    following = word_after(text, end)
    return (
        following is not None
        and len(following[0]) > 1
        and not following[0].isupper()
        and plain(following[0]) not in vocabulary.first_words
    )


def is_deputy(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Tell whether the office at ``start`` is only the end of another office."""
    previous = word_before(text, start)
    return previous is not None and previous[0].lower() in vocabulary.deputies


def is_someone_else(
    text: str,
    start: int,
    end: int,
    flags: int,
    person: Person,
    vocabulary: Vocabulary,
) -> bool:
    """Tell whether the words beside the mention make it someone else's name."""
    if flags & PLACE:
        # Only a given name makes it a person's: George Washington.
        previous = word_before(text, start)
        if previous is None or not previous[0][0].isupper():
            return False
        if re.fullmatch(r"[^\W\d_]\.", previous[0]):
            # Booker T. Washington
            previous = word_before(text, previous[1])
        return previous is not None and vocabulary.name_kind(plain(previous[0])) == "given"
    if _named_before(text, start, end, person, vocabulary):
        return True
    if person[1] != "masc":
        return False
    # «Алиева заявила»: a woman, where Алиев is a man.
    language = vocabulary.language(flags)
    return (
        text[start:end].lower().endswith(language.feminine_surnames)
        and starts_sentence(text, start)
        and re.match(rf"[{SPACES}]+{language.feminine_verb}", text[end : end + 40]) is not None
    )


def _named_before(
    text: str,
    start: int,
    end: int,
    person: Person,
    vocabulary: Vocabulary,
) -> bool:
    givens, gender = person
    at = start
    foreign = False
    for step in range(3):
        previous = word_before(text, at)
        if previous is None:
            break
        raw, at = previous
        lowered = raw[0].islower()
        if lowered and raw[0] not in vocabulary.title_letters:
            break
        word = plain(raw.rstrip("."))
        if (
            raw[-1] == "."
            and len(word) > (1 if step == 0 else 2)
            and word not in vocabulary.pointed_titles
            and "." not in word
        ):
            # The end of a sentence.
            break
        if gender:
            others, begun = (
                vocabulary.titles_of_women if gender == "masc" else vocabulary.titles_of_men
            )
            if word in others or word.startswith(begun):
                return True
        if lowered:
            break
        if any(_is_form(part, given, vocabulary) for part in word.split("-") for given in givens):
            return False
        if raw[-1] == "." and word in vocabulary.pointed_titles:
            # Mr., Dr.: no initials.
            continue
        if raw[-1] == "." and len(word.replace(".", "")) <= 2 and givens:
            # Д. Трамп is he, М. Трамп is not; of two initials the first decides.
            foreign = not any(
                given[0] == word[0] for given in givens if not vocabulary.is_patronymic(given)
            )
            continue
        kind = vocabulary.name_kind(word)
        if kind:
            foreign = foreign or kind == "given"
            continue
        if not step and givens:
            foreign = _is_given_by_form(text, (raw, at), text[start:end], vocabulary)
        break
    return foreign and bool(givens)


def _is_form(word: str, given: str, vocabulary: Vocabulary) -> bool:
    """Tell whether ``word`` may be a form of the given name ``given``."""
    stem = given[:-1] if given[-1] in vocabulary.name_tails else given
    return word.startswith(stem) and len(word) <= len(stem) + 3


def _is_given_by_form(
    text: str,
    word: tuple[str, int],
    surname: str,
    vocabulary: Vocabulary,
) -> bool:
    from reader.terms.languages import registry

    return any(
        registry.pack(language.code).is_given_by_form(text, word, surname, vocabulary.first_words)
        for language in vocabulary.languages
        if language.guesses_given_names
    )
