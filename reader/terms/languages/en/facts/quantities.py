"""English numbers: how they are compared, shares, multiples, and numbers that only name a thing."""

from __future__ import annotations

import re
from typing import Any

from reader.terms.languages.en.facts import tense
from reader.terms.languages.en.facts.labels import WHOSE, is_age, is_label
from reader.terms.languages.en.facts.shares import part_of, share

__all__ = ["is_age", "is_label", "part_of", "share"]

Items = list[Any]
"""Items of :mod:`reader.facts.grammar`: name, value, start, end."""

NUMERIC = frozenset(
    "day year int dec dec2 card both tens manytens manyscale pair scale several age ratio clock fold ord "
    "half third twice every minus cur vulgar fraction a one qunit frac".split()
)
GAMES = re.compile(
    r"\b(?:won|win|wins|beat|beaten|lost|lose|draw|drew|drawn|defeat|defeated|victory|score|scored|match|tie|led|lead|goal|"
    r"vote|voted|ruled|ruling|split|thrash)\w*"
)
RANGE_FROM = {"from": frozenset(("to",)), "between": frozenset(("and",))}
RANGE_LINK = "to"

_CHANGED = re.compile(
    r"\b(?:rose|rise|rises|risen|rising|fell|fall|falls|fallen|falling|grew|grow|grows|grown|growth|"
    r"increas|decreas|cut|cuts|cutting|rais|lower|drop|declin|climb|jump|slip|slid|widen|narrow|"
    r"shrank|shrink|shrunk|went|moved|reduc|boost|lift|edged|surged?|soar|plung|doubl|expand|"
    r"slow|accelerat|chang|revis|upgrad|downgrad|down|up)\w*"
)


def compared(words: list[str], clause: str) -> str:
    """Return how a number is compared by the words before it."""
    last = words[-1] if words else ""
    two = words[-2] if len(words) > 1 else ""
    three = words[-3] if len(words) > 2 else ""
    if last == "than":
        if two in ("more", "greater", "higher", "larger", "longer", "better"):
            return "<=" if three in ("no", "not") else ">"
        if two in ("less", "fewer", "lower", "smaller", "shorter"):
            return ">=" if three in ("no", "not") else "<"
        return ""
    if last == "least" and two == "at":
        return ">="
    if last == "most" and two == "at":
        return "<="
    if last == "as" and two in ("many", "much", "high", "long", "far") and three == "as":
        return "<="
    if last == "to" and two == "up":
        return "<="
    if last == "of" and two in ("excess", "upwards"):
        return ">"
    if last == "of" and two in ("minimum", "maximum"):
        return ">=" if two == "minimum" else "<="
    if last in ("over", "above", "exceeding"):
        return ">"
    return "<" if last in ("under", "below") else ""


def changes(name: str, clause: str) -> bool:
    """Tell whether a range is one from a state to another."""
    return name == "from" and _CHANGED.search(clause) is not None


def sense(text: str, unit: str, items: Items, at: int) -> str | None:
    """Return the unit that a word for more than one stands for; ``at``: its place."""
    word = text[items[at].start : items[at].end].lower()
    following = text[items[at].end : items[at].end + 12].lower().split()[:1]
    if unit == "GBP" and word in ("pound", "pounds"):
        return "lb" if _WEIGHT.search(text[items[0].start : items[-1].end].lower()) else unit
    if unit == "°C" and word in ("degree", "degrees"):
        turned = following and _TURNED.match(following[0])
        return None if turned else unit
    return unit


_WEIGHT = re.compile(r"\b(?:weigh|heav|overweight|obes|lbs|muscle|slimm|diet)\w*")
_TURNED = re.compile(r"(?:north|south|east|west|latitude|longitude|angle|of|turn)")


def is_pair(text: str, items: Items, at: int) -> bool:
    """Tell two of something from two people: the couple married."""
    before = items[at - 1] if at else None
    return before is None or before.name != "the"


def is_times(items: Items, at: int, stop: int) -> int:
    """Return how many items after a number make it how many times as much: times, -fold."""
    names = [item.name for item in items[stop : stop + 2]]
    if names[:1] == ["times"]:
        following = items[stop + 1] if stop + 1 < len(items) else None
        compared = following is not None and (
            following.value in _COMPARISONS
            or following.name in ("the", "mored", "lessd", "more", "same")
        )
        grown = any(_CHANGED.match(str(item.value)) for item in items[max(0, at - 4) : at])
        return int(compared or grown)
    return 1 if names[:1] == ["foldw"] else 2 if names == ["hy", "foldw"] else 0


_COMPARISONS = frozenset(
    "as more higher larger bigger greater faster longer heavier stronger that its their his her our what less lower "
    "cheaper fewer smaller earnings sales revenue book annual normal average usual worse better likelier quicker "
    "richer denser hotter brighter".split()
)
"""What follows «times» where it multiplies: four times the price, not won four times."""


def is_fold(text: str, items: Items, at: int) -> bool:
    """Tell whether a multiple is one."""
    word = text[items[at].start : items[at].end].lower()
    after = items[at + 1] if at + 1 < len(items) else None
    if word in ("double", "triple", "twice", "halves"):
        following = text[after.start : after.end].lower() if after is not None else ""
        return following in ("the", "as", "that", "what", "its", "their", "last")
    return True


def is_ordinal(text: str, items: Items, at: int) -> bool:
    """Tell an ordinal from an idiom: at first, first of all, First Lady."""
    word = text[items[at].start : items[at].end].lower()
    before = items[at - 1] if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    following = text[after.start : after.end].lower() if after is not None else ""
    if before is not None and before.name in ("at", "hy"):
        return before.name == "hy" and before.start > 0 and items[at - 2].name in ("card", "int")
    if following == "-" and at + 2 < len(items):
        following = text[items[at + 2].start : items[at + 2].end].lower()
    if following in _IDIOMS.get(word, ()):
        return False
    if word == "first" and after is not None and after.name == "x" and before is not None:
        led = before.name in ("the", "a", "in", "for") or before.value in WHOSE
        if not led and "p" in tense.tense([following], 0):
            return False  # the bridge first opened, was first seen
    if word == "first" and following in ("of", "lady", "ladies", "minister"):
        return after is not None and following == "of" and not _goes_on(text, after.end, "all")
    if word == "first" and (
        after is None or after.name not in ("x", "cap", "and", "hy", "to", "in")
    ):
        return before is not None and before.name == "the"
    if following == "world" and after is not None and text[after.start].isupper():
        return False
    if word == "second" and following in ("thoughts", "to"):
        return False
    if text[items[at].start].isupper() and before is not None and before.value == "s":
        return after is not None and after.name in ("x", "cap")  # Beethoven's Ninth
    capital = text[items[at].start].isupper() and after is not None and after.name == "cap"
    return not (capital and before is not None and before.name in ("cap", "the"))


_IDIOMS = {
    "first": (
        "aid",
        "sight",
        "glance",
        "name",
        "names",
        "class",
        "hand",
        "responders",
        "responder",
    ),
    "second": ("hand", "nature", "fiddle", "guess"),
    "third": ("party", "parties"),
}
"""Words with which an ordinal counts nothing."""


def ordinal_figures(items: Items, at: int) -> int:
    """Return where an ordinal in figures stops: 12th; 0 for none."""
    return at + 2 if at + 1 < len(items) and items[at + 1].name == "osuf" else 0


def is_conjunction(items: Items, at: int) -> bool:
    """Tell whether «both» joins words instead: both in Paris and in Rome."""
    after = items[at + 1 : at + 6]
    if after and after[0].name in ("in", "on", "at", "for", "by", "from", "to", "of", "a"):
        return bool(after[0].name != "of")
    return any(item.name == "and" for item in after)


def with_half(items: Items, stop: int, value: float) -> tuple[int, float]:
    """Read «and a half» after a number."""
    if [item.value for item in items[stop : stop + 2]] == ["-", "odd"]:
        return stop + 2, value
    count = 6 if stop < len(items) and items[stop].name == "hy" else 3
    names = [item.name for item in items[stop : stop + count]]
    if [name for name in names if name != "hy"] == ["and", "a", "half"]:
        return stop + count, value + 0.5
    return stop, value


def is_short(items: Items, at: int) -> bool:
    """Tell whether a letter after a number is a scale: €5m, 5m people, not 5m long."""
    word_before = items[at - 2].name if at > 1 else ""
    if items[at].value != 10**6 or items[at].end - items[at].start > 1:
        return True
    if word_before in ("cur", "meas", "cap"):
        return True
    after = items[at + 1] if at + 1 < len(items) else None
    if after is None or after.name != "x" or after.value in _LONG:
        return False
    return any(
        str(item.value).endswith("s") or item.value in _MANY_PERSONS or item.name == "mored"
        for item in items[at + 1 : at + 4]
    )


def _goes_on(text: str, at: int, word: str) -> bool:
    return text[at : at + 12].lstrip().lower().startswith(word)


_MANY_PERSONS = frozenset("people men women children more households voters viewers".split())
_LONG = frozenset(
    "butterfly backstroke breaststroke medley hurdles relay dash steeplechase final finals pool track yacht boat statue tower wall bridge long high deep tall wide away from race sprint freestyle below thick ahead apart".split()
)


def is_dotted(word: str) -> bool:
    """Tell whether a full stop belongs to an abbreviation."""
    return False


def is_vague(word: str) -> bool:
    """Tell whether a scale alone is one that things are counted in."""
    return False


def points(text: str, items: Items, at: int) -> tuple[str | None, float, int] | None:
    """Read points as a unit where the sentence is of shares, and not of an index or a game."""
    sentence = text[items[0].start : items[-1].end].lower()
    if _TABLES.search(sentence) or not _SHARES.search(sentence):
        return None
    return "pp", 1, at + 1


_TABLES = re.compile(
    r"\b(?:index|indices|dow|nasdaq|ftse|s&p|scor|game|player|team|season|table|league|won|championship|rebound|"
    r"leader ?board|drivers?|race|seed|champion|title|per cent to|percent to|% to)\w*"
)
_SHARES = re.compile(
    r"%|\b(?:per ?cent|percentage|poll|survey|margin|rating|approv|rate|share|turnout|unemploy|jobless|inflation|"
    r"growth|support|yield|swing|popularity|spread|capacity|full)\w*"
)


_ADJECTIVES = {"percent": "%"}


def adjective_unit(word: str) -> str | None:
    """Return the unit of an adjective after a hyphen."""
    return _ADJECTIVES.get(word)


def per_hour(items: Items, at: int) -> int:
    """Return how many items after a length make it a speed: per hour, an hour, /h."""
    if (
        at + 1 < len(items)
        and items[at].name == "slash"
        and items[at + 1].end - items[at + 1].start == 1
    ):
        return 2
    if at + 1 < len(items) and items[at].name in ("per", "a") and items[at + 1].value == "hour":
        return 2
    return 0


def per_second(items: Items, at: int, text: str) -> int:
    """Return how many items after a length make it a speed: per second, /s."""
    if (
        at + 1 < len(items)
        and items[at].name == "slash"
        and text[items[at + 1].start : items[at + 1].end] == "s"
    ):
        return 2
    per = (
        at + 1 < len(items)
        and items[at].name in ("per", "a")
        and text[items[at + 1].start : items[at + 1].end] == "second"
    )
    return 2 if per else 0


def is_hours(word: str) -> bool:
    """Tell whether a word makes kilowatt-hours of kilowatts."""
    return word in ("hour", "hours", "h")


def mercury(items: Items, at: int, text: str) -> int:
    """Return how many items «of mercury» takes."""
    return (
        2
        if at + 1 < len(items)
        and text[items[at + 1].start : items[at + 1].end].lower() == "mercury"
        else 0
    )
