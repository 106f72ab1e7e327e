"""English numbers that only name a thing, and those that are ages."""

from __future__ import annotations

import re
from typing import Any

from reader.terms.languages.en.facts import tense

Items = list[Any]
"""Items of :mod:`reader.facts.grammar`: name, value, start, end."""


FIGURES = frozenset("day year int dec dec2".split())


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


WHOSE = frozenset("his her its their our my your whose".split())


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
        led = before.name in ("the", "a") or whose in WHOSE or whose == "s"
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
    if items[at].name in FIGURES and _STREET.match(text, items[at].end):
        return True
    if before.name == "close":
        return after is None or after.name != "x"
    if before.name == "plus":
        return after is not None and after.name in (*FIGURES, "code", "hy")
    if (
        items[at].name in FIGURES
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


_PERSONS = frozenset(
    "man woman boy girl driver student teacher suspect victim father mother son daughter brother sister "
    "husband wife actor actress singer pilot officer soldier widow farmer nurse doctor resident "
    "player striker goalkeeper midfielder defender captain coach author writer artist".split()
)


_YEARS_OLD = re.compile(r"-years?-olds?\b")


_SOMEBODY = re.compile(
    r"(?<!numb)(?<!ord)(?<!pap)(?<!chapt)(?<!lett)(?<!fact)(?<!flo)(?<!pow)(?<!wat)(?:er|or|ist|ian|man|woman)$"
)
"""How most words for somebody end."""


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
    word = text[items[at - 2].start : items[at - 2].end].lower()
    return word in _PERSONS or (items[at].value >= 10 and _SOMEBODY.search(word) is not None)
