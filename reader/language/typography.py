"""How a language is set in type: where a line does not end.

A short word stays with the next one, a number with what it counts, a dash with the word before it.
No character of a text is ever changed for that; a wrapper asks :func:`is_held` at the place where a
line would end, and a format for programs that wrap asks :func:`held_together`.

The words of all languages are looked up at once: a line often has names of another language, and
none of these words means another thing in one of the others. A language that has no row here has its
numbers and dashes held all the same.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reader.language.cldr import LOCALES


class Typography(NamedTuple):
    """Words of one language, with spaces between them."""

    short: str
    """Prepositions and conjunctions of one or two letters: they stay with the next word."""
    uncounted: str = ""
    """A number before one of these does not count it; neither one before a short word."""
    numbered: str = ""
    """They stay with a number after them."""
    titles: str = ""
    """They stay with a name after them; without a full stop of at most two letters together."""
    ordinals: str = ""
    """The letters of an ordinal's ending, as a pattern has them: 907-й."""


_TYPOGRAPHY = {
    "en": Typography(
        short="a I",
        uncounted=(
            "an and are as at be but by for from had has have he if in is it its nor not of on or "
            "she so than that the their then there they this to was we were when where which while "
            "who will with would"
        ),
        numbered=(
            "Article article Chapter chapter Nos. No. page paragraph paragraphs p. pp. Part part "
            "Section section vol."
        ),
        titles="Dr Dr. Gen. Mr Mr. Mrs. Ms Ms. Prof. Rep. Sen. St St.",
    ),
    "ru": Typography(
        short="а в во да до за и из к ко на не ни но о об от по с со у я",
        uncounted=(
            "без был была были было где для если или как когда кто между над он она они оно под при "
            "про то что чтобы это"
        ),
        numbered=(
            "абзац абзаца абзаце глава главе главы гл. п. пп. пункт пункта пункте пунктом раздел "
            "раздела разделе с. статье статьи статью статья ст. стр. том тома томе т."
        ),
        titles="акад. г-жа г-жи г-н г-на г. д. им. о. оз. пос. проф. р. св. ул.",
        ordinals="а-яё",
    ),
    "uk": Typography(
        short="а бо в до з за зі і із й на не ні о об од по та у чи я як",
        uncounted=(
            "або був була були було від він вона вони воно де для коли між над під при про то хто що "
            "щоб якщо це"
        ),
        numbered="абзац абзацу глава глави пункт пункту розділ розділу стаття статті стор.",
        titles="акад. вул. м. проф.",
        ordinals="а-щьюяґєії",
    ),
}

_DASHES = frozenset("—–")
_OPENING = "(«„“‘[‹\"'"
_DIGITS = "0123456789"
_MONEY = "$€£₽₴"
_SIGNS = "+-−±≈~" + _MONEY
_MEASURES = frozenset("%‰°" + _MONEY)
_WITHIN_NUMBERS = dict.fromkeys(map(ord, ".,:/-–−"))
_ENGLISH_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_LONGEST_ENDING = len("907-ого") - len("907-")
_LONGEST_INITIAL = len("Дж.")
_UNITS = frozenset(["EUR", "GMT", "GW", "Hz", "MW", "USD", "UTC", "ГВт", "Гц", "МВт"])


def _all(words: Iterator[str]) -> frozenset[str]:
    return frozenset(word for some in words for word in some.split())


def _in_any_case(words: frozenset[str]) -> frozenset[str]:
    return words.union(map(str.capitalize, words), map(str.upper, words))


_MONTHS = _all(
    words
    for locale in LOCALES.values()
    for name, words in locale.words.items()
    if name.startswith(("M", "L"))
)
_SHORT = _in_any_case(_all(row.short for row in _TYPOGRAPHY.values()))
_UNCOUNTED = _all(row.uncounted for row in _TYPOGRAPHY.values())
_NUMBERED = _in_any_case(_all(row.numbered for row in _TYPOGRAPHY.values())) | _MONTHS
_TITLES = _all(row.titles for row in _TYPOGRAPHY.values())
HELD_BY_NEXT = _SHORT.union(["№", "№№", "§", "§§"], (t for t in _TITLES if not t.endswith(".")))
"""Words that stay with the next one whatever it is."""

_LONGEST_SHORTENED = len("акад.")
_FIRST_OF_NUMBERS = frozenset(_DIGITS + _SIGNS)
_DIGITS_ALONE = frozenset(_DIGITS)

CLOSING = frozenset(",;:!?…)»”")
"""What a word may end with that is held by nothing but a dash or a number after it."""

NOT_SIMPLE = _MEASURES | _DIGITS_ALONE | _DASHES | {" ", "\n"}
"""Characters after a space by which :func:`is_held` may hold a word of three letters before it."""

MOST = 30
"""Characters that are held together where nothing is known of the width."""


def is_held(text: str, end: int, after: int, start: int = 0) -> bool:
    """Tell whether a line that begins at ``start`` should rather not end at ``end``.

    The next one would begin at ``after``; between the two are spaces only.
    """
    following = text[after : after + 1]
    if following in _DASHES:
        return True
    space = text.rfind(" ", start, end)
    before = text[space + 1 if space >= 0 else start : end]
    if before in HELD_BY_NEXT:
        return following != ""
    if following in _DIGITS_ALONE:
        if before in _NUMBERED:
            return True
    elif before.isalpha():
        return False
    # Few places are looked at more closely: others can be none of what holds.
    first = before[:1]
    if (
        first in _FIRST_OF_NUMBERS
        or (before[-1:] == "." and len(before) <= _LONGEST_SHORTENED)
        or (first in _OPENING and (len(before) <= len("(на") or before[1] in _FIRST_OF_NUMBERS))
        or "\xa0" in before
    ):
        return _is_rarely_held(text, start, end, after, before)
    return False


def _is_rarely_held(text: str, start: int, end: int, after: int, before: str) -> bool:
    if not before.isdigit():
        before = before.rpartition("\xa0")[2].lstrip(_OPENING)
        if before in HELD_BY_NEXT or (before in _NUMBERED and text[after : after + 1].isdigit()):
            return text[after : after + 1] != ""
    words = text[after : after + MOST].split(maxsplit=1)
    if not words:
        return False
    following = words[0]
    if _is_number(before):
        return _is_counted(before, following)
    if not before.endswith("."):
        return False
    earlier = text[max(start, end - 2 * MOST) : end].split()[-2:-1]
    return _is_shortened(earlier[0] if earlier else "", before, following)


def _is_shortened(earlier: str, before: str, following: str) -> bool:
    """Tell whether ``before``, with its full stop, is short for something with the next word."""
    if before in _TITLES:
        # «10 февраля 2026 г.» ends a date.
        return following.lstrip(_OPENING)[:1].isupper() and not _is_number(earlier)
    if before[0].isupper() and len(before) <= _LONGEST_INITIAL:
        is_initial = before[1:-1].islower() or len(before) == len("М.")
        return is_initial and before[0].isalpha() and following[:1].isupper()
    # т. е., н. э.
    return len(before) == len("т.") and before[0].isalpha() and following[1:2] == "."


def _is_number(word: str) -> bool:
    """Tell whether a word is a number that nothing parts from the next word."""
    if word.isdigit():
        return True
    number = word.lstrip(_SIGNS)
    if not number[:1].isdigit():
        return False
    head, hyphen, ending = number.partition("-")
    if hyphen and ending.isalpha():
        return len(ending) <= len("го") and head.isdigit()
    if number[-2:] in _ENGLISH_ORDINALS:
        number = number[:-2]
    return number[-1].isdigit() and number.translate(_WITHIN_NUMBERS).isdigit()


def _is_counted(number: str, following: str) -> bool:
    """Tell whether a number belongs to the word after it."""
    first = following[0]
    if first in _MEASURES:
        return True
    bare = following.rstrip(".,:;!?…)»”’]\"'")
    if first.isdigit():  # 1 000 000
        return len(bare) == len("000") and bare.isdigit() and not _is_year(number)
    if not first.isalpha() or bare in _SHORT or bare in _UNCOUNTED:
        return False
    return first.islower() or bare in _MONTHS or bare in _UNITS or not _is_year(number)


def _is_year(number: str) -> bool:
    return len(number) == len("2026") and number.isdigit()


def held_together(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of ``text``, in order and apart, that one line should hold.

    A range is at most :data:`MOST` characters long, so that any column has room for it, unless two
    words alone are longer.
    """
    start = end = line = 0
    places, words = _places()
    for match in places.finditer(text):
        first, last = match.span()
        if match[0] == "\n":
            line = last
            continue
        if text[first] == " ":
            if not is_held(text, first, last, line):
                continue
            first = max(text.rfind(" ", line, first) + 1, line)
            found = words.match(text, last)
            last = found.end() if found else last
        if start < end and first < end:
            if last - start <= MOST:
                end = max(end, last)
            continue
        if start < end:
            yield start, end
        start, end = first, last
    if start < end:
        yield start, end


@cache
def _places() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of line breaks, spaces, and ordinals, within which one can break a line.

    The other one is the pattern of a word.
    """
    letters = "".join(row.ordinals for row in _TYPOGRAPHY.values())
    ordinal = rf"(?<![\w-])\d+-[{letters}]{{1,{_LONGEST_ENDING}}}\b"
    return re.compile(rf" +|\n|{ordinal}"), re.compile(r"[^ \n]*")


def with_no_break_spaces(text: str) -> str:
    """Return ``text`` with a no-break space for each space at which no line should end."""
    parts, at = [], 0
    for start, end in held_together(text):
        parts += [text[at:start], text[start:end].replace(" ", "\xa0")]
        at = end
    return "".join([*parts, text[at:]])
