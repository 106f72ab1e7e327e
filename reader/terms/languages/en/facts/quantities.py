"""English numbers: how they are compared, shares, multiples, and numbers that only name a thing."""

from __future__ import annotations

import re
from typing import Any

from reader.terms.languages.en.facts import tense

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
_FIGURES = frozenset("day year int dec dec2".split())

_CHANGED = re.compile(
    r"\b(?:rose|rise|rises|risen|rising|fell|fall|falls|fallen|falling|grew|grow|grows|grown|growth|"
    r"increas|decreas|cut|cuts|cutting|rais|lower|drop|declin|climb|jump|slip|slid|widen|narrow|"
    r"shrank|shrink|shrunk|went|moved|reduc|boost|lift|edged|surged?|soar|plung|doubl|expand|"
    r"slow|accelerat|chang|revis|upgrad|downgrad|down|up)\w*"
)
_LABELS = frozenset(
    "section article chapter page p pp flight route highway interstate channel bus case rule room gate "
    "platform building version no number apollo boeing airbus exhibit volume vol paragraph para clause "
    "title amendment resolution directive line tram train track pier terminal unit block lot apartment "
    "apt suite floor zip postcode code extension ext phone call dial box formula group level type model "
    "mark district precinct ward area zone station exit junction road street avenue psalm verse act "
    "scene figure fig table appendix annex schedule part step question form protocol catch area51 "
    "size class grade windows android python update firmware bill proposition ordinance".split()
)


_CONTACTS = re.compile(r"\b(?:postcode|post code|postal|zip|phone|telephone|hotline|dial|call)\b")


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


def share(items: Items, at: int) -> tuple[float, int] | None:
    """Read a share: half, two-thirds, nine-tenths, a quarter, one in five."""
    item = items[at]
    name = item.name
    if name == "half":
        return _half(items, at)
    if name == "fraction":
        return round(item.value, 4), at + 1
    after = items[at + 1] if at + 1 < len(items) else None
    if name == "every" and after is not None and after.name == "ord" and after.value > 1:
        return round(1 / after.value, 4), at + 2
    if name in ("one", "day", "card") and (found := _out_of(items, at)):
        return found
    if name == "one" and (found := _one_thing_in(items, at)):
        return found
    if name in ("a", "one", "day", "card"):
        place = at + 1
        place += place < len(items) and items[place].name == "hy"
        if place >= len(items):
            return None
        count = 1 if name in ("a", "one") else item.value
        after = items[place]
        if after.name in ("third", "frac", "qunit", "unitsq"):
            if after.name == "qunit" and name not in {"a", "one"} and count > 3:
                return None
            whole = 4 if after.name == "qunit" else after.value
            return (round(count / whole, 4), place + 1) if 0 < count < whole else None
        part = after.name == "ord" and name in ("a", "one") and after.value > 2
        if part and _is_part(items, place + 1, glued=place > at + 1):
            return round(1 / after.value, 4), place + 1
        if after.name == "units" and after.value == "quarter" and 0 < count < 4:
            return round(count / 4, 4), place + 1
        if (
            name in ("one", "card", "day")
            and after.name in ("in", "of")
            and after.end - after.start <= 6
        ):
            return _one_in(items, at, count)
    return None


def part_of(items: Items, at: int) -> int:
    """Return how many items stand between a share and the unit that it is of: of a."""
    return 2 if [item.name for item in items[at : at + 2]] == ["of", "a"] else 0


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


def _half(items: Items, at: int) -> tuple[float, int] | None:
    after = items[at + 1] if at + 1 < len(items) else None
    if after is not None and (
        after.name in ("hy", "past") or (after.name == "a" and _is_amount(items, at + 2))
    ):
        return None
    before = items[at - 1] if at else None
    if before is not None and before.name in ("ord", "and"):
        return None
    if before is not None and before.name == "a" and at > 1 and items[at - 2].name == "and":
        return None
    return 0.5, at + 1


def _is_amount(items: Items, at: int) -> bool:
    return at < len(items) and items[at].name in (
        "scale",
        "tens",
        "unit",
        "yunit",
        "qunit",
        "meas",
        "pct",
        "percent",
        "pointm",
    )


def _is_part(items: Items, at: int, *, glued: bool) -> bool:
    after = items[at] if at < len(items) else None
    if glued or after is None or after.name in ("of", "dot", "comma"):
        return True
    if after.name == "x":
        return bool(tense.tense([after.value], 0))
    return after.name in ("in", "and", "to", "than", "mored")


def _one_in(items: Items, at: int, count: float) -> tuple[float, int] | None:
    """Read one in five, two out of three."""
    place = at + 2
    if items[at + 1].name != "in" or place >= len(items):
        return None
    whole = items[place]
    if whole.name not in ("card", "day", "int") or not count < whole.value <= 1000:
        return None
    after = items[place + 1] if place + 1 < len(items) else None
    figures = (count == 1 or (count < 10 and whole.value == 10)) and whole.name != "card"
    if items[at].name != "one" and whole.name != "card" and not figures:
        return None
    if figures and items[at].name != "one" and (after is None or after.name not in ("x", "cap")):
        return None
    if after is not None and after.name in ("meas", "units", "scale", "percent"):
        return None
    return round(count / whole.value, 4), place + 1


def _one_thing_in(items: Items, at: int) -> tuple[float, int] | None:
    """Read one car in four."""
    names = [item.name for item in items[at + 1 : at + 5]]
    if names[:3] not in (["x", "in", "card"], ["x", "in", "day"]) or names[3:] == ["meas"]:
        return None
    if (
        names[3:] == ["x"]
        and str(items[at + 4].value).endswith("s")
        and items[at + 4].value not in _ARE
    ):
        return None  # one town in four states
    whole = items[at + 3].value
    return (round(1 / whole, 4), at + 4) if 1 < whole <= 100 else None


_ARE = frozenset("is was has does lives says uses owns".split())


def is_pair(text: str, items: Items, at: int) -> bool:
    """Tell two of something from two people: the couple married."""
    before = items[at - 1] if at else None
    return before is None or before.name != "the"


def _out_of(items: Items, at: int) -> tuple[float, int] | None:
    """Read nine out of ten; 29 out of 31 are two counts."""
    if [item.value for item in items[at + 1 : at + 2]] != ["out"] or at + 3 >= len(items):
        return None
    count, whole = items[at], items[at + 3]
    if items[at + 2].name != "of" or not isinstance(whole.value, int) or count.value >= whole.value:
        return None
    told = whole.name == "card" or (whole.name == "day" and whole.value == 10)
    return (round(count.value / whole.value, 4), at + 4) if told else None


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
        led = before.name in ("the", "a", "in", "for") or before.value in _WHOSE
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
_WHOSE = frozenset("his her its their our my your whose".split())


def ordinal_figures(items: Items, at: int) -> int:
    """Return where an ordinal in figures stops: 12th; 0 for none."""
    return at + 2 if at + 1 < len(items) and items[at + 1].name == "osuf" else 0


def is_conjunction(items: Items, at: int) -> bool:
    """Tell whether «both» joins words instead: both in Paris and in Rome."""
    after = items[at + 1 : at + 6]
    if after and after[0].name in ("in", "on", "at", "for", "by", "from", "to", "of", "a"):
        return bool(after[0].name != "of")
    return any(item.name == "and" for item in after)


def is_label(text: str, items: Items, at: int, stop: int) -> bool:
    """Tell whether a number only names something: Section 228, Flight 12, Apollo 13."""
    before = items[at - 1] if at else None
    after = items[stop] if stop < len(items) else None
    if (
        after is not None
        and after.name == "hy"
        and stop + 1 < len(items)
        and items[stop + 1].name == "cap"
    ):
        return True
    if after is not None and [item.value for item in items[stop : stop + 2]] == ["-", "figure"]:
        return True  # a six-figure sum
    if items[at].name == "year" and before is not None and after is not None:
        whose = text[before.start : before.end].lower()
        led = before.name in ("the", "a") or whose in _WHOSE or whose == "s"
        if led or (not _is_counted(text, after) and before.name != "about"):
            return True  # a 1999 paper, his 2004 speech, the 2003 cuts
        if text[after.start : after.end].lower() in (
            "levels",
            "prices",
            "figures",
            "standards",
            "rules",
        ):
            return True
    sentence = text[items[0].start : items[-1].end].lower()
    if items[at].name == "int" and items[at].value > 9999 and _CONTACTS.search(sentence):
        return not _is_counted(text, after)
    if before is None:
        return False
    word = text[before.start : before.end].lower()
    if before.name == "dot" and at > 1:
        return text[items[at - 2].start : items[at - 2].end].lower() in (
            "no",
            "p",
            "pp",
            "vol",
            "fig",
            "sec",
            "art",
        )
    if items[at].value == 0 and word in ("net", "ground"):
        return True
    if before.name == "not":
        return word == "no" and text[before.start].isupper()
    if word == "number":
        return True
    if items[at].name == "card" and before.name == "cap" and text[items[at].start].isupper():
        return True  # the Fab Four
    if word in _LABELS:
        return not _is_counted(text, after)
    if items[at].value in (911, 999, 112) and _CALLS.match(word):
        return True
    if items[at].name in _FIGURES and _STREET.match(text, items[at].end):
        return True
    if before.name == "close":
        return after is None or after.name != "x"
    if before.name == "plus":
        return after is not None and after.name in (*_FIGURES, "code", "hy")
    if (
        items[at].name in _FIGURES
        and before.name in ("cap", "roman")
        and (at > 1 or before.name == "roman")
    ):
        return not (
            _is_counted(text, after)
            or (after is not None and after.name in ("meas", "percent", "scale", "about"))
        )
    return False


_CALLS = re.compile(r"(?:call|dial|ring|rang|phon)\w*$")
_STREET = re.compile(
    r"\s+(?:[A-Z][\w.’'-]*\s+){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Lane|Boulevard|Blvd|Square|Place|Terrace|Court)\b"
)
"""What follows the number of a house."""


def _is_counted(text: str, item: Any) -> bool:
    """Tell whether an item is a plural that a number counts."""
    if item is None or item.name not in ("x", "cap"):
        return False
    if _VERB_OBJECT.match(text, item.end):
        return False  # Article 9 carries a fine
    word = text[item.start : item.end].lower()
    return word.endswith("s") and not word.endswith("ss") and not tense.tense([word], 0)


_VERB_OBJECT = re.compile(r"\s+(?:an?|the|it|them|that|him|her|us)\s")


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


_PERSONS = frozenset(
    "man woman boy girl driver student teacher suspect victim father mother son daughter brother sister "
    "husband wife actor actress singer pilot officer soldier widow farmer nurse doctor resident "
    "player striker goalkeeper midfielder defender captain coach author writer artist".split()
)


_YEARS_OLD = re.compile(r"-years?-olds?\b")


def is_age(text: str, items: Items, at: int) -> bool:
    """Tell whether figures alone are an age: aged 45, at the age of 45, Jane Roe, 45, said."""
    words = [text[item.start : item.end].lower() for item in items[max(0, at - 4) : at]]
    if words[-1:] == ["aged"] or words[-2:] == ["age", "of"] or words[-1:] == ["turned"]:
        return True
    names = [item.name for item in items[max(0, at - 8) : at]]
    while names and names[-1] in ("and", "comma", "day", "int"):
        del names[-1]  # aged 9 and 11
    if len(names) < 8 and text[items[at - 1].start : items[at - 1].end] in (",", "and"):
        led = items[max(0, at - 8) : at][len(names) - 1] if names else None
        if led is not None and text[led.start : led.end].lower() == "aged":
            return True
    if items[at].name not in ("day", "int") or not 1 <= items[at].value <= 115:
        return False
    if _YEARS_OLD.match(text, items[at].end):
        return True
    if words[-1:] == ["now"] and text[items[at].end : items[at].end + 1] in (",", "."):
        return True
    after = items[at + 1] if at + 1 < len(items) else None
    if at < 2 or items[at - 1].name != "comma" or after is None or after.name != "comma":
        return False
    if items[at - 2].name == "cap" and 10 <= items[at].value <= 105:
        return True
    return text[items[at - 2].start : items[at - 2].end].lower() in _PERSONS
