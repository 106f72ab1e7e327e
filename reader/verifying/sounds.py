"""Whether two words are one name, in two alphabets: by how they sound, consonants before all.

A word becomes a list of sounds. Letters that languages write differently may be one of several sounds;
a vowel is any vowel, and a mute one may be missing. No consonant may be another or missing, but an h.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple


class Sound(NamedTuple):
    """What letters may be read as; ``mute``: or as nothing."""

    readings: str
    mute: bool = False


_V = Sound("V")
_W = Sound("vV", True)
_BEFORE_W = frozenset("cgkqs")
_OPEN_VOWELS = frozenset("aeio")
_CYRILLIC = {
    "дж": Sound("JZg"), "кс": Sound("X"), "тч": Sound("C"), "сч": Sound("SC"),
    "тс": Sound("c"), "тц": Sound("c"), "кх": Sound("hk"),
    "б": Sound("b"), "в": Sound("vf"), "г": Sound("gh"), "д": Sound("d"), "ж": Sound("ZJ"),
    "з": Sound("z"), "к": Sound("k"), "л": Sound("l"), "м": Sound("m"), "н": Sound("n"),
    "п": Sound("p"), "р": Sound("r"), "с": Sound("s"), "т": Sound("t"), "ф": Sound("fT"),
    "х": Sound("h", True), "ц": Sound("c"), "ч": Sound("C"), "ш": Sound("S"), "щ": Sound("S"),
    "ґ": Sound("g"), "ъ": Sound("", True), "ь": Sound("", True),
}  # fmt: skip
_HARDENED = {"d": "dt", "b": "bp", "z": "zs"}
"""How a consonant that ends a word may sound, and be written: Давид, Davit."""
_LATIN = {
    "shch": Sound("S"), "tsch": Sound("C"), "sch": Sound("S"), "tch": Sound("C"), "dzh": Sound("J"),
    "kh": Sound("h"), "zh": Sound("ZC"), "ch": Sound("CkhS"), "sh": Sound("S"), "ts": Sound("c"),
    "tz": Sound("c"), "cz": Sound("C"), "sz": Sound("Ssc"), "rz": Sound("Z"), "ph": Sound("f"),
    "th": Sound("tTs"), "ck": Sound("k"), "wh": Sound("vhV", True), "gh": Sound("g", True), "dj": Sound("J"),
    "ks": Sound("X"), "qu": Sound("q"), "dg": Sound("J"),
    "b": Sound("b"), "c": Sound("kscC"), "d": Sound("d"), "f": Sound("f"), "g": Sound("gJZ"),
    "h": Sound("h", True), "j": Sound("JZVh", True), "k": Sound("k"), "l": Sound("l"), "m": Sound("m"),
    "n": Sound("n"), "p": Sound("p"), "q": Sound("kg"), "r": Sound("r"), "s": Sound("szSZ"),
    "t": Sound("t"), "v": Sound("v"), "w": Sound("vV", True), "x": Sound("X"), "y": Sound("V", True),
    "~": Sound("nm", True), "z": Sound("zcs"), "ß": Sound("s"), "ı": _V, "ł": Sound("l"), "ø": _V, "đ": Sound("d"), "þ": Sound("T"),
}  # fmt: skip
_VOWELS = frozenset("аеёиоуыэюяйіїєaeiouæœə")
_MARKED = (("ş", "sh"), ("ç", "ch"), ("š", "sh"), ("č", "ch"), ("ą", "a~"), ("ę", "e~"))
"""Letters that others stand for; ~ is an n or an m that may not be heard: Wałęsa is Валенса."""
_SPELLINGS = tuple(
    (re.compile(written), one)
    for written, one in (
        ("ß", "ss"),
        ("ı", "i"),
        ("ł", "l"),
        ("ø|oe", "o"),
        ("ə|ae", "a"),
        ("ue", "u"),
        ("x", "ks"),
        ("kh", "h"),
        ("(?:[iye][iyj]|i)$", "y"),
        ("^ye|(?<=[aeiou])ye", "e"),
        (r"([a-z])\1", r"\1"),
    )
)
"""What Latin letters one name is written with, and one way to write it."""
_MUTE_ENDINGS = (
    ("es", ""), ("eaux", "o"), ("eau", "o"), ("ault", "o"), ("aux", "o"), ("ot", "o"), ("et", "e"),
    ("ais", "e"), ("ois", "ua"), ("ans", "an"), ("ier", "ie"), ("ard", "ar"),
    ("and", "an"), ("ant", "an"), ("ent", "an"), ("ond", "on"), ("ont", "on"),
)  # fmt: skip
_LONGEST = 4
_MOST = 40
_MUTE = 2
"""How many vowels one spelling may have that the other lacks, in a long word."""

_ENDINGS = tuple(
    sorted(
        [
            "а",
            "у",
            "е",
            "ы",
            "и",
            "о",
            "ю",
            "я",
            "ь",
            "ом",
            "ой",
            "ою",
            "ем",
            "ем",
            "ей",
            "ам",
            "ами",
            "ах",
            "ого",
            "ому",
            "ым",
            "ыми",
            "ых",
            "ой",
            "ую",
            "ая",
            "ий",
            "ый",
            "ое",
            "его",
            "ему",
            "им",
            "ими",
            "их",
            "ья",
            "ью",
            "ям",
            "ями",
            "ях",
            "ии",
            "ию",
            "ия",
            "ием",
        ],
        key=len,
        reverse=True,
    )
)


@lru_cache(4096)
def _sounds(word: str) -> tuple[Sound, ...]:
    table = _CYRILLIC if any("а" <= letter <= "ї" for letter in word) else _LATIN
    plain = word if table is _CYRILLIC else _without_marks(word)
    found: list[Sound] = []
    at = 0
    last = ""
    while at < len(plain):
        for size in range(min(_LONGEST, len(plain) - at), 0, -1):
            letters = plain[at : at + size]
            sound = _V if size == 1 and letters in _VOWELS else table.get(letters)
            if sound is not None:
                break
        else:
            sound, size = Sound(letters), 1
        if letters == "u" and last in _BEFORE_W and plain[at + 1 : at + 2] in _OPEN_VOWELS:
            sound = _W  # Ecuador is Эквадор, Suárez Суарес
        if letters == "th" and last == "t":
            found[-1] = sound  # Gotthard
            sound = Sound("")
        if not sound.readings or (letters == last and len(letters) == 1):
            pass
        elif sound.readings == "V" and found and found[-1].readings == "V":
            found[-1] = _V
        elif sound.readings == "c" and found and found[-1].readings == "t":
            found[-1] = sound  # Pittsburgh
        elif sound.readings in ("X", "q"):
            found += [Sound("kg"), Sound("s") if sound.readings == "X" else _W]
        else:
            found.append(sound)
        last = letters
        at += size
    if table is _CYRILLIC and found and found[-1].readings in _HARDENED:
        found[-1] = Sound(_HARDENED[found[-1].readings])
    return tuple(found)


def _without_marks(word: str) -> str:
    if word.isascii():
        return word
    for letter, letters in _MARKED:
        word = word.replace(letter, letters)
    return _bare(word)


def _bare(word: str) -> str:
    """Return letters without their marks."""
    plain = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(4096)
def stems(word: str) -> tuple[str, ...]:
    """Return a Russian word, lower-case, and what is left of it without its ending."""
    found = [word]
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if len(stem) >= 2 and stem != word and stem not in found:
            found.append(stem)
    return tuple(found)


@lru_cache(4096)
def spellings(word: str) -> frozenset[str]:
    """Return a Latin name, lower-case, as its letters may be simplified; what is one name has one alike.

    Zelensky is Zelenskyy, Erdoğan Erdogan, Aleksei Alexey and Mikhail Mihail.
    """
    found = set()
    for plain in (_without_marks(word), _bare(word)):
        spelled = plain
        for written, one in _SPELLINGS:
            spelled = written.sub(one, spelled)
        found.add(spelled)
    return frozenset(found)


@lru_cache(8192)
def is_one_name(latin: str, cyrillic: str) -> bool:
    """Tell whether a Latin word and a Cyrillic one, lower-case, are one name; the Russian may decline."""
    if len(latin) > _MOST or len(cyrillic) > _MOST:
        return False
    if not _begin_alike(_sounds(latin), _sounds(cyrillic)):
        return False
    every = [_sounds(latin), *(_sounds(each) for each in _heard(latin))]
    return any(_alike(ours, _sounds(stem)) for stem in stems(cyrillic) for ours in every)


def _heard(latin: str) -> Iterator[str]:
    """Yield a name as it may be heard in French: Rennes, Bordeaux, Renault, Orléans."""
    for written, heard in _MUTE_ENDINGS:
        if len(latin) > _LONGEST and latin.endswith(written):
            yield latin[: -len(written)] + heard


def _begin_alike(a: tuple[Sound, ...], b: tuple[Sound, ...]) -> bool:
    """Tell whether the first consonants of two words can be the same: most pairs are told apart so."""
    first, second = _opening(a), _opening(b)
    return not first or not second or bool(first & second)


def _opening(sounds: tuple[Sound, ...]) -> set[str]:
    """Return the consonants with which a word may begin, those among them that may be mute."""
    found: set[str] = set()
    for sound in sounds:
        found |= set(sound.readings) - {"V"}
        if not sound.mute and sound.readings != "V":
            break
    return found


def _alike(a: tuple[Sound, ...], b: tuple[Sound, ...]) -> bool:
    """Tell whether two lists of sounds are one word, with few vowels that only one has."""
    if abs(len(a) - len(b)) > _MUTE + 2 or not a or not b:
        return False
    consonants = sum("V" not in sound.readings for sound in a)
    budget = 1 if consonants < 4 else _MUTE
    # The least number of missing vowels up to each pair of places.
    row: list[int | None] = [0]
    for sound in b:
        row.append(_dropped(row[-1], sound, last=False))
    for number, ours in enumerate(a, 1):
        following: list[int | None] = [_dropped(row[0], ours, last=number == len(a))]
        for place, theirs in enumerate(b, 1):
            costs = [
                _dropped(row[place], ours, last=number == len(a)),
                _dropped(following[place - 1], theirs, last=place == len(b)),
            ]
            if set(ours.readings) & set(theirs.readings):
                costs.append(row[place - 1])
            known = [cost for cost in costs if cost is not None]
            following.append(min(known) if known else None)
        row = following
    return row[-1] is not None and row[-1] <= budget


def _dropped(cost: int | None, sound: Sound, *, last: bool) -> int | None:
    """Return the cost when a sound has no partner."""
    if cost is None:
        return None
    if sound.mute or (last and sound.readings == "V"):
        return cost
    return cost + 1 if sound.readings == "V" else None
