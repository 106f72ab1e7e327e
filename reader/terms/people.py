"""Whose name a name is: what stands beside «Трамп» when it is Мелания Трамп."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.terms.around import SPACES, plain, starts_sentence, word_after, word_before
from reader.terms.conditions import PLACE, Root

Person = tuple[tuple[str, ...], str]
"""Given names in normal form, and gender: masc, femn or ""."""

NOBODY: Person = ((), "")

_WOMEN = frozenset(("мисс", "mrs", "ms", "miss", "madam", "madame"))
_WOMEN_BEGIN = ("г-ж", "гж", "госпож", "миссис", "мадам")
_MEN = frozenset(("г-н", "mr", "monsieur", "sir"))
_MEN_BEGIN = ("господин", "мистер")
_POINTED = frozenset(
    "mr mrs ms dr gen sen gov prof rep hon st lt col maj capt sgt adm amb pres fr sec rev messrs".split()
)
_PATRONYMIC = ("ович", "евич", "овн", "евн", "иничн", "оглы", "кызы")
_FEMALE_VERB = r"(?:не )?[а-яё]+(?:ла|лась)\b"
TITLE_LETTERS = "гмm"
"""Small letters that begin a title: госпожа, миссис, mrs."""
NAMESAKE_BEGINS = frozenset("мсМСjJsSI\n \u00a0")
"""What may follow the space or comma before one of ``NAMESAKE``."""
_DEPUTIES = frozenset(
    ("vice", "deputy", "assistant", "under", "deputies", "associate", "lieutenant")
)
_TITLES = (
    *("экс", "президент", "премьер", "министр", "сенатор", "губернатор", "генерал", "господин"),
    *("король", "принц", "доктор", "профессор", "академик", "депутат", "товарищ", "судья"),
    *("маршал", "полковник", "майор", "капитан", "адмирал", "папа", "посол", "канцлер", "лидер"),
    *("глава", "республиканец", "демократ", "тренер", "госсекретарь", "прокурор", "спикер"),
    *("председатель", "мистер", "сэр", "лорд", "герцог", "граф", "князь", "барон", "император"),
    *("царь", "шах", "султан", "святой", "вице", "кандидат", "бизнесмен", "миллиардер"),
    *("политик", "мэр", "шериф", "директор", "советник", "режиссер", "писатель", "поэт"),
    *("композитор", "художник", "юрист", "адвокат", "рядовой", "лейтенант", "сержант", "брат"),
    *("отец", "дядя", "дед", "защитник", "вратарь", "нападающий", "форвард", "когда", "если"),
    *("что", "чем", "как", "пока", "хотя", "где", "почему", "однако", "но", "секретарь"),
)
_PREPOSITIONS = frozenset(
    "в во на с со к ко у о об от до из за для по при над под про через без между".split()
)


_JUNIOR_SHORT = frozenset(("jr", "sr", "мл"))
_JUNIOR = ("младш", "старш")


def is_junior(text: str, end: int) -> bool:
    """Whether Jr., «младший» or the like after the name makes it another's."""
    comma = text[end] == ","
    following = word_after(text, end + comma)
    if following is None or "\n" in text[end : following[1]]:
        return False
    raw, until = following
    word = raw.lower()
    if word in _JUNIOR_SHORT:
        return True
    if comma:
        # «Чокси, старший вице-президент»: what he is.
        return False
    if word in ("ii", "iii"):
        return raw.isupper()
    if word in ("junior", "senior"):
        # "Trump senior adviser" is about somebody beside.
        return raw[0].isupper() or word_after(text, until) is None
    return word.startswith(_JUNIOR)


def is_given_to_another(text: str, start: int, end: int, root: Root) -> bool:
    """Whether the surname is here another's given name: Новак Джокович, Hugo Boss."""
    if _kind(plain(text[start:end])) != "given":
        return False
    following = word_after(text, end)
    return (
        following is not None
        and len(following[0]) > 1
        and not following[0].isupper()
        and plain(following[0]) not in root
    )


def is_deputy(text: str, start: int) -> bool:
    """Whether the office that starts at ``start`` is only the last word of another one."""
    previous = word_before(text, start)
    return previous is not None and previous[0].lower() in _DEPUTIES


def is_anothers(text: str, start: int, end: int, flags: int, person: Person, root: Root) -> bool:
    """Whether the words before the mention make the name another's."""
    if flags & PLACE:
        # Only a given name makes it a person's: George Washington.
        previous = word_before(text, start)
        if previous is None or not previous[0][0].isupper():
            return False
        if re.fullmatch(r"[^\W\d_]\.", previous[0]):
            # Booker T. Washington
            previous = word_before(text, previous[1])
        return previous is not None and _kind(plain(previous[0])) == "given"
    if _named_before(text, start, end, person, root):
        return True
    # «Алиева заявила»: a woman, where Алиев is a man.
    return (
        person[1] == "masc"
        and text[end - 1] in "аА"
        and plain(text[end - 3 : end]) in ("ова", "ева", "ина", "ына", "кая")
        and starts_sentence(text, start)
        and re.match(rf"[{SPACES}]+{_FEMALE_VERB}", text[end : end + 40]) is not None
    )


def _named_before(text: str, start: int, end: int, person: Person, root: Root) -> bool:
    givens, whose = person
    at = start
    foreign = False
    for step in range(3):
        previous = word_before(text, at)
        if previous is None:
            break
        raw, at = previous
        lowered = raw[0].islower()
        if lowered and raw[0] not in TITLE_LETTERS:
            break
        word = plain(raw.rstrip("."))
        if (
            raw[-1] == "."
            and len(word) > (1 if step == 0 else 2)
            and word not in _POINTED
            and "." not in word
        ):
            # The end of a sentence.
            break
        if whose == "masc" and (word in _WOMEN or word.startswith(_WOMEN_BEGIN)):
            return True
        if whose == "femn" and (word in _MEN or word.startswith(_MEN_BEGIN)):
            return True
        if lowered:
            break
        if any(is_form(part, given) for part in word.split("-") for given in givens):
            return False
        if raw[-1] == "." and word in _POINTED:
            # Mr., Dr.: no initials.
            continue
        if raw[-1] == "." and len(word.replace(".", "")) <= 2 and givens:
            # Д. Трамп is he, М. Трамп is not; of two initials the first decides.
            foreign = not any(given[0] == word[0] for given in givens if not _is_patronymic(given))
            continue
        kind = _kind(word)
        if kind:
            foreign = foreign or kind == "given"
            continue
        if not step and givens:
            foreign = _looks_given(text, start, end, raw, at, root)
        break
    return foreign and bool(givens)


def _is_patronymic(word: str) -> bool:
    return any(part in word[3:] and part in word[-7:] for part in _PATRONYMIC)


@lru_cache(4096)
def _kind(word: str) -> str:
    """Whether ``word`` is a patronymic, a given name, or "" for neither."""
    from reader.terms.given import is_given

    if _is_patronymic(word):
        return "patronymic"
    # Жан-Мишель by its first part; премьер-министр is none.
    return "given" if is_given(word.partition("-")[0]) else ""


def is_form(word: str, given: str) -> bool:
    """Whether ``word`` may be a form of the given name ``given``."""
    stem = given[:-1] if given[-1] in "аяйь" else given
    return word.startswith(stem) and len(word) <= len(stem) + 3


def _looks_given(text: str, start: int, end: int, raw: str, at: int, root: Root) -> bool:
    """Whether an unknown word with a capital reads as a given name, in Russian and in the middle
    of a sentence: a nominative before a nominative, and no title.
    """
    word = plain(raw)
    if not re.fullmatch("[а-я]{3,}", word) or raw[1:].isupper():
        return False
    surname = plain(text[start:end])
    if word[-1] in "еиоуыэю" or surname[-1] in "аеиоуыэюя" or surname.endswith(("ом", "ым", "ем")):
        return False
    if word.startswith(_TITLES) or word in root or starts_sentence(text, at):
        return False
    before = word_before(text, at)
    return before is None or plain(before[0]) not in _PREPOSITIONS
