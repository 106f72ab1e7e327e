"""Guard the boundaries and the letter case of a form in a text."""

from __future__ import annotations

import re

from reader.language.characters import APOSTROPHES, HYPHENS
from reader.language.characters import QUOTES as EVERY_QUOTE
from reader.terms.guards.flags import ABBREVIATION, CLOSED, FOREIGN, PERSON, PLACE, PLAIN
from reader.terms.guards.vocabulary import Vocabulary
from reader.terms.neighbours import SPACES, plain, word_after, word_before

FREE_AFTER = frozenset(' \n\t,;!?)»"”…—]/<\r')
"""What may stand after a word and cannot make it another word."""

# Strings, which re compiles and caches at their first use.
_AFTER_HYPHEN = rf"[{HYPHENS}](?:[ \t]*\r?\n[ \t]*|\s{{0,4}}(?=\d))?([^\W_]+)"
_BEFORE_HYPHEN = rf"([^\W_]+)[{HYPHENS}][ \t]*(?:\r?\n[ \t]*)?$"
_PATH = (
    r"(?:~|\.{1,2})/\w|/[\w.-]+/[\w.-]|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/|"
    r"[\w./-]*/[\w-]+\.[a-z]{2,4}\d?(?![\w/])"
)
_SPACES = tuple(SPACES)
QUOTES = frozenset(EVERY_QUOTE)
# A number that makes another name of a name: Северный поток-2, Saturn-V; not a year: Экспо-2025.
_NUMERAL = r"(?!(?:1[5-9]|2[01])\d\d(?!\d))(?:\d|[IVX]+\b)"
_AND_SURNAME = rf"[{HYPHENS}](?:и|э|i|y|e|і)[{HYPHENS}][^\W\d_]"
_OF_PLACE = r"(?:[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)|ськ(?:ий|ого|ому|им|а|ої|ій|у|ою)|^bissau|^бис+ау|^бісау)$"
_WHITE = " \t\r\n"
_NAME = 24
_MOST_ADJECTIVES = 4
_RHYME = 3
_SHORT = 3

_REACH = 1000
"""How far a line is looked at: a whole article may stand in one."""


def has_capital(text: str, edges: list[int], capitals: tuple[int, ...]) -> bool:
    """Tell whether one of the words that the term writes with a capital has one here.

    ``edges``: start and end of each word in turn; ``capitals``: indices of those words.
    """
    for i in capitals:
        word = text[edges[2 * i] : edges[2 * i + 1]]
        if word != word.lower():
            return True
    return False


def looks_exact(text: str, edges: list[int], exact: tuple[str, ...]) -> bool:
    """Tell whether each word is written as in the term, but for a lower-case ending.

    In a line of capitals, everything else may be in capitals too.
    """
    for i, like in enumerate(exact):
        start = edges[2 * i]
        word = _without_marks(text[start : edges[2 * i + 1]])
        if not like or word == like:
            continue
        if word.startswith(like) and not like.islower():
            rest = word[len(like) :]
            if rest.islower() or in_capitals(text, start):
                continue
            return False
        if like.islower():
            # At the start of a sentence, or as it is but for its ending.
            if word[1:].islower() or len(word) == 1 or in_capitals(text, start):
                continue
        elif (
            like[1:].islower()
            and word[0].isupper()
            and (word[1:].islower() or in_capitals(text, start))
        ):
            continue
        return False
    return True


def _without_marks(word: str) -> str:
    """Return ``word`` without stress marks, soft hyphens and joiners, composed."""
    if word.isalnum():
        return word
    from unicodedata import normalize

    return "".join(c for c in normalize("NFC", word) if c.isalnum())


def line_of(text: str, start: int) -> str:
    """Return the line that holds the offset ``start``, of a long one what is near."""
    least, most = max(0, start - _REACH), start + _REACH
    begin = text.rfind("\n", least, start) + 1 or least
    end = text.find("\n", start, most)
    return text[begin : end if end >= 0 else most]


def in_capitals(text: str, start: int) -> bool:
    """Tell whether the line has several words and no lower-case letter."""
    line = line_of(text, start)
    return line.isupper() and line.strip().count(" ") > 1


def has_small_words(text: str, start: int) -> bool:
    """Tell whether the line has words in small letters: a headline has a capital everywhere."""
    return any(word.islower() and len(word) > _SHORT for word in line_of(text, start).split())


def is_shouted(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether one of ``also_words`` is just a word in capitals: CONTACT US TODAY."""
    before = word_before(text, start)
    if not in_capitals(text, start):
        after = word_after(text, end)
        return (
            before is not None
            and (
                len(before[0]) > 3
                or before[0].lower() in vocabulary.words("function_words")
                or before[0].lower() in vocabulary.words("before_us")
            )
            and before[0].isupper()
            and before[0].lower() not in vocabulary.first_words
        ) or (
            after is not None
            and after[0].isupper()
            and after[0].lower() not in vocabulary.first_words
            and (len(after[0]) > 4 or after[0].lower() in vocabulary.also_words)
        )
    if end < len(text) and text[end] in "'’-":
        return False
    if before is None:
        # At the start: "US SAYS", but "WHO SAID".
        return text[start:end].lower() not in vocabulary.words("headline_subjects")
    lowered = before[0].lower()
    return lowered not in vocabulary.articles and lowered not in vocabulary.first_words


def is_initials(text: str, start: int, end: int) -> bool:
    """Tell whether Cyrillic letters with points and spaces are a person's: «Е. С. Мельник»."""
    return (
        text[start] > "\x80"
        and re.fullmatch(r"(?:[^\W\d_]\. )+[^\W\d_]\.", text[start:end]) is not None
        and re.match(r" ?[^\W\d_][^\W\d_A-ZА-ЯЁ]", text[end : end + 3]) is not None
        and text[end:].lstrip(" ")[:1].isupper()
    )


def has_letter(text: str, start: int, letters: str) -> bool:
    """Tell whether the line that holds the offset ``start`` has one of ``letters``."""
    return re.search(f"[{letters}]", line_of(text, start)) is not None


def after_small_numeral(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Tell whether two, three or four stands before, in a word or in digits.

    Adjectives may stand between: «два новых газовых хаба», «22 хаба», and not «12 хабов».
    """
    for _ in range(_MOST_ADJECTIVES):
        if re.search(
            r"(?<!\d)(?:\d*[02-9])?[234][ \u00a0\u202f]$", text[max(0, start - 12) : start]
        ):
            return True
        before = word_before(text, start)
        if before is None:
            return False
        word = plain(before[0])
        if word in vocabulary.words("small_numerals"):
            return True
        if not word.endswith(vocabulary.plural_endings):
            return False
        start = before[1]
    return False


def goes_on_before(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Tell whether the ordinal number that a mention begins with goes on before it."""
    previous = word_before(text, start)
    return previous is not None and previous[0].lower() in vocabulary.words("tens")


def after_and(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Tell whether another adjective of the same noun stands before: «Восточной и Западной партий»."""
    match = re.search(
        r"([^\W\d_]+)(,|[ \u00a0]([^\W\d_]+))[ \u00a0]$", text[max(0, start - 48) : start]
    )
    if match is None or (match[3] and match[3] not in vocabulary.conjunctions):
        return False
    word = re.match(r"[^\W\d_]+", text[start : start + 48])
    return word is not None and agree(plain(match[1]), plain(word[0]), vocabulary)


def agree(one: str, other: str, vocabulary: Vocabulary) -> bool:
    """Tell whether two words, normalized, may be adjectives of one noun."""
    endings = vocabulary.adjective_endings
    alike = one[-1] == other[-1] or (one.isascii() and other.isascii())
    return alike and one.endswith(endings) and other.endswith(endings)


def in_latin_name(text: str, start: int, end: int, flags: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a Latin name is a part of another: Washington Post, Political Report.

    In a line of another script any word with a capital beside it says so.
    """
    if " " in text[start:end]:
        return False
    after = _latin_word(text[end + 1 : end + _NAME]) if text[end : end + 1] == " " else ""
    following = after.lower()
    if after and (
        following in vocabulary.words("newspapers") or following in vocabulary.words("named_things")
    ):
        return True
    before = _latin_word(text[max(0, start - _NAME) : start - 1], last=True)
    if not (after or before):
        return False
    known = vocabulary.first_words
    if before.lower() in vocabulary.words("clubs"):
        return True
    strange = (
        before.lower() not in vocabulary.articles
        and before.lower() not in known
        and before.lower() not in vocabulary.words("before_companies")
    )
    if before and strange and text[start:end].lower() in vocabulary.words("newspapers"):
        # Financial Times
        return True
    if not (flags & FOREIGN or (not flags & PERSON and _is_foreign_line(text, start))):
        return False
    if after and following not in vocabulary.words("companies") and following not in known:
        return True
    return bool(before) and strange


def _latin_word(beside: str, *, last: bool = False) -> str:
    """Return the word with a capital at one end of what stands beside; "" for any other."""
    match = re.search(r"[A-Z][A-Za-z]+$" if last else r"^[A-Z][A-Za-z]+", beside)
    return match[0] if match else ""


def _is_foreign_line(text: str, start: int) -> bool:
    """Tell whether the line with a Latin name is not in Latin letters."""
    line = line_of(text, start)
    return sum(c > "\u036f" for c in line) > sum("A" <= c <= "z" for c in line)


def with_signs(text: str, start: int, end: int, signs: tuple[str, ...]) -> tuple[int, int] | None:
    """Return the range with the signs that the term has before and after its words.

    ``None`` where the text has not both. A space beside a sign is optional.
    """
    before, after = signs
    if before[-1:] == " " and text[start - 1 : start] in _SPACES:
        start -= 1
    if after[:1] == " " and text[end : end + 1] in _SPACES:
        end += 1
    before, after = before.rstrip(" "), after.lstrip(" ")
    if not text.endswith(before, 0, start) or not text.startswith(after, end):
        return None
    return start - len(before), end + len(after)


def stands_alone(text: str, start: int, end: int, flags: int, vocabulary: Vocabulary) -> bool:
    """Tell whether the characters beside the mention leave it a word of its own."""
    if text[start].isdigit() and re.search(r"\d[.,]$", text[max(0, start - 2) : start]):
        # 10 % in 2,10 %
        return False
    return (start == 0 or _free_before(text, start, end, flags, vocabulary)) and (
        end == len(text) or _free_after(text, start, end, flags, vocabulary)
    )


def _in_number(text: str, start: int, end: int) -> bool:
    """Tell whether a hyphen joins the mention to a document's number: US-AZ-907."""
    before = re.search(r"[A-Z0-9-]*$", text[max(0, start - 40) : start])
    after = re.match(r"[A-Z0-9-]*", text[end : end + 40])
    outside = (before[0] if before else "") + (after[0] if after else "")
    return (
        outside.count("-") > 1
        and text[start:end].isascii()
        and text[start:end].isupper()
        and any(part.isdigit() for part in outside.split("-"))
    )


def _free_before(text: str, start: int, end: int, flags: int, vocabulary: Vocabulary) -> bool:
    sign = text[start - 1]
    if sign == " " and text[start - 2].isalnum():
        return True
    if sign in _WHITE or sign in HYPHENS:
        if sign in _WHITE and not _after_broken_line(text, start):
            return True
        if sign == "-" and _in_number(text, start, end):
            return False
        match = re.search(_BEFORE_HYPHEN, text[max(0, start - 40) : start])
        return match is None or _free_after_prefix(text, start, match[1], flags, vocabulary)
    other = text[start - 2] if start > 1 else " "
    if sign in APOSTROPHES or sign == "&":
        # O'Brien; a quote after a space is a quote.
        return not other.isalnum()
    if sign == ".":
        # www.trend; «г.Баку» is a slip of the typist.
        return not (other.isascii() and other.isalnum() and text[start].islower())
    if sign == "/":
        return not _in_path(text, start)
    return sign not in "_@\\$"


def _in_path(text: str, start: int) -> bool:
    """Tell whether the slash before ``start`` is in a path: /data/Baku, a/b.pdf."""
    least = max(0, start - 80)
    begin = max(text.rfind(sign, least, start) for sign in ' \n\t\u00a0(«"') + 1
    path = re.match(_PATH, text[max(begin, least) : start + 80])
    return path is not None


def _after_broken_line(text: str, start: int) -> bool:
    """Tell whether the line before ends with a hyphen after a word."""
    at = start - 1
    while at and text[at] in _WHITE:
        at -= 1
    return text[at] in HYPHENS and text[at - 1].isalnum() and text.count("\n", at, start) == 1


def _free_after_prefix(
    text: str, start: int, prefix: str, flags: int, vocabulary: Vocabulary
) -> bool:
    lowered = prefix.lower()
    if lowered in vocabulary.numerals:
        # The Thirty-Third Squadron is not the Third.
        return False
    named = text[start].isupper() and (not flags & PLAIN or flags & ABBREVIATION)
    if lowered in vocabulary.other_thing_prefixes:
        return bool(named and (flags & (ABBREVIATION | PLACE)))
    if not named:
        # онлайн-банкинг is not a банкинг; ПЦР-тест is a тест.
        return len(prefix) > 1 and prefix.isupper()
    if lowered in vocabulary.place_prefixes and prefix[0].isupper():
        return False
    if prefix[0].islower() or lowered in vocabulary.for_or_against:
        return True
    # Салтыков-Щедрин is not Щедрин; Алиев-Трамп are two who are vocabulary.
    return not flags & PERSON or plain(prefix) in vocabulary.first_words


def _free_after(text: str, start: int, end: int, flags: int, vocabulary: Vocabulary) -> bool:
    sign = text[end]
    if sign == " ":
        return True
    if sign == "–" and text[start].isupper():
        return re.match(_NUMERAL, text[end + 1 : end + 12]) is None
    if sign == "," and text[end - 1].isdigit():
        return not text[end + 1 : end + 2].isdigit()
    if sign in FREE_AFTER or sign == "–":
        return True
    if sign in HYPHENS:
        if sign == "-" and _in_number(text, start, end):
            return False
        match = re.match(_AFTER_HYPHEN, text[end : end + 40])
        return match is None or _free_before_word(text, start, end, match[1], flags, vocabulary)
    after = text[end + 1 : end + 2]
    if sign in APOSTROPHES:
        return not after.isupper() or text[start:end].isupper()
    if sign == ".":
        # trend.az, Баку.pdf; a point before a capital after a Russian word is a slip.
        return not (
            after.isalnum() and after.isascii() and (text[end - 1].isascii() or after.islower())
        )
    if sign in "+#":
        return end - start > 1
    if sign == ":":
        return text[end + 1 : end + 3] != "//"
    return sign not in "_@\\"


def _rhymes(name: str, word: str) -> bool:
    """Tell whether a word after a hyphen is the name again, with another beginning: гоголь-моголь."""
    return len(name) == len(word) > _RHYME and name != word and name[1:] == word[1:]


def _free_before_word(
    text: str, start: int, end: int, word: str, flags: int, vocabulary: Vocabulary
) -> bool:
    lowered = word.lower()
    if lowered in vocabulary.namesakes:
        return not flags & PERSON
    if flags & PERSON and re.match(_AND_SURNAME, text[end : end + 12]):
        # да Кошта-и-Силва
        return False
    if (
        flags & ABBREVIATION
        and not flags & PLACE
        and word.istitle()
        and text[start - 1 : start] in QUOTES
        and text[end + 1 + len(word) : end + 2 + len(word)] in QUOTES
        and lowered not in vocabulary.first_words
    ):
        # «РЖД-Медицина»
        return False
    if end - start == 1:
        # X-ray
        return False
    if lowered in vocabulary.numerals or re.match(_NUMERAL, word):
        # Group of Twenty-One, Северный поток-2
        return False
    if lowered in vocabulary.particles:
        # «Трамп-то», «кредит-то»
        return True
    if flags & PLACE and word.istitle() and re.search(_OF_PLACE, lowered):
        # Владимир-Волынский, Guinea-Bissau
        return False
    if flags & PERSON and _rhymes(plain(text[start:end]), plain(word)):
        return False
    if flags & PERSON:
        # «Трамп-фактор»; a surname after a hyphen makes another.
        return word[0].islower() or plain(word) in vocabulary.first_words
    if not flags & CLOSED or flags & ABBREVIATION or (not flags & PLAIN and text[start].isupper()):
        return True
    # кредит-нота is not a кредит; what another script adds leaves it one.
    return re.match(f"[{vocabulary.language(flags).letters}]", word) is None
