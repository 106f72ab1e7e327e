"""Where the sentences of a paragraph begin and end.

A sentence ends at a full stop, a question or exclamation mark or an ellipsis, with the brackets and
quotes that close after it, before what may begin another one. An abbreviation, an initial and a
number in a list don't end one, and nothing inside a quotation does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

_END = re.compile(r"(?<![.!?…])[.!?…]+[»”\"’')\]]{0,8}(?=\s)")
_NEXT = re.compile(r"\s+(?:[—–-]\s*)?[«“„\"'‘(\[]*(?P<letter>\w)?")
_WORD_BEFORE = re.compile(r"([^\W_]+(?:[.-][^\W_]+)*)\.$")
_SPACED = re.compile(r"(?:^|[\s(«“])([^\W\d_]\.[ \u00a0]?[^\W\d_])\.$")
_LOOK_BACK = 40
LONGEST = 3000
"""Characters; what is longer is parted, so that no text takes more than its share of time."""

NEVER = frozenset(
    "им ул пл пр просп пер наб д кв стр корп оф акад проф доц гос зам зав пом чл ред сост изд см ср "
    "рис табл гл разд ст п пп ч т тт с св прим напр англ нем фр лат г-н г-жа тов о оз р обл респ "
    "пос с дер род ум тел факс моб вул "
    "mr mrs ms dr prof gen col lt sgt capt cmdr adm rev hon st mt ft sen rep gov pres no nos vol fig "
    "figs eq sec ch pp p vs cf ca approx dept est messrs jan feb mar apr aug sept sep oct nov dec mon "
    "tue tues wed thu thurs fri sat sun e.g i.e al".split()
)
"""Abbreviations after which a sentence goes on."""
AFTER_NUMBER = frozenset(
    "г гг в вв тыс млн млрд трлн руб коп долл км м см мм кг га ч мин сек мес чел шт р стр л экз".split()
)
"""Abbreviations that end a sentence after a number where a capital follows: в 2025 г. Это …"""
MAYBE = frozenset("u.s u.k u.n e.u a.m p.m inc ltd corp co plc bros jr sr d.c ph.d b.c a.d".split())
"""Abbreviations after which a new sentence begins with a word that often begins one."""
STARTERS = frozenset(
    "the a an this that these those it he she they we i you in on at but and however meanwhile "
    "officials after before when while if its his her their there as for more no yet still".split()
)


def split(text: str, inside: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Return start and end of each sentence, without white space around.

    ``inside``: stretches in order, such as quotations, in which none ends.
    """
    return [part for bound in _split(text, inside) for part in _short(text, *bound)]


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sentence that is too long to be one."""
    while end - start > LONGEST:
        at = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        at = start + LONGEST if at < 0 else at
        yield start, at
        start = _skip(text, at)
    if start < end:
        yield start, end


def _split(text: str, inside: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    starts = [start for start, _ in inside]
    bounds: list[tuple[int, int]] = []
    at = _skip(text, 0)
    for found in _END.finditer(text):
        end = found.end()
        if end <= at or not _ends(text, found, at):
            continue
        number = bisect_right(starts, found.start()) - 1
        if number >= 0 and end <= inside[number][1]:
            continue
        bounds.append((at, end))
        at = _skip(text, end)
    last = len(text.rstrip())
    if at < last:
        bounds.append((at, last))
    return bounds


_SPACE = re.compile(r"\s*")


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _ends(text: str, found: re.Match[str], start: int) -> bool:
    following = _NEXT.match(text, found.end())
    if following is None:
        return False
    letter = following["letter"]
    if letter is None:
        return found.end() + 1 >= len(text.rstrip()) or "—" not in following[0]
    if letter.islower():
        return False
    mark = found[0]
    if mark[0] != "." or mark.startswith(".."):
        return True
    before = text[max(start, found.start() - _LOOK_BACK) : found.start() + 1]
    word = _WORD_BEFORE.search(before)
    if word is None:
        return True
    if len(mark) > 1:
        return True
    return _ends_after(before, word, text, following)


def _ends_after(before: str, word: re.Match[str], text: str, following: re.Match[str]) -> bool:
    lower = word[1].lower()
    led = before[: word.start()].rstrip()
    if lower in MAYBE:
        return _starts(text, following)
    if lower in AFTER_NUMBER and following["letter"].isdigit():
        return False  # 5 тыс. 300, 38 кг. 500 г: no sentence begins with a figure
    if spaced := _SPACED.search(before):
        # т. д., т. п.: an end; т. е., initials: none.
        return spaced[1].lower().replace(" ", "").replace("\u00a0", "") in ("т.д", "т.п", "н.э")
    counted = led[-1:].isdigit() or led.endswith(("тыс", "млн", "млрд", "трлн", "тыс."))
    if (lower in AFTER_NUMBER and counted) or (lower == "в" and led and led[-1] in "IVX"):
        return True
    if len(word[1]) == 1 and word[1].isupper():
        # An initial: of a name that follows, or the last letter of «витамин C.».
        return False
    if lower in NEVER or lower in AFTER_NUMBER:
        return False
    if word[1].isdigit() and not led:
        return False
    return not ("." in word[1] and all(len(part) == 1 for part in word[1].split(".")))


def _starts(text: str, following: re.Match[str]) -> bool:
    at = following.start("letter")
    word = re.match(r"\w+", text[at : at + 20])
    return word is not None and word[0].lower() in STARTERS
