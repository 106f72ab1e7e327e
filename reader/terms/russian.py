"""All forms of a Russian term. pymorphy3 is loaded when the first one is asked for."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

CASES = {"gen2": "gent", "acc2": "accs", "loc2": "loct", "gen1": "gent", "loc1": "loct"}


@cache
def _morph() -> MorphAnalyzer:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def _table(parse: Parse) -> dict[tuple[str, str, str], set[str]]:
    found: dict[tuple[str, str, str], set[str]] = {}
    for form in parse.lexeme:
        tag = form.tag
        if tag.POS not in ("NOUN", "ADJF", "PRTF") or tag.case is None:
            continue
        case = CASES.get(tag.case, tag.case)
        key = (case, tag.number, (tag.gender or "") if tag.number == "sing" else "")
        found.setdefault(key, set()).add(form.word)
    return found


def phrase(words: list[str], *, plural: bool) -> set[tuple[str, ...]]:
    """Forms of a noun phrase: adjectives agree with the head, what follows it is frozen."""
    forms = {tuple(words)}
    parses = [_morph().parse(word) for word in words]
    at = 0
    for at, head_parses in enumerate(parses):  # noqa: B007 - used after the loop
        heads = [p for p in head_parses if p.tag.POS == "NOUN" and "nomn" in p.tag]
        if heads:
            break
        if not any(p.tag.POS in ("ADJF", "PRTF") and "nomn" in p.tag for p in head_parses):
            return forms
    else:
        return forms
    for head in heads:
        number, gender = head.tag.number, head.tag.gender or ""
        modifiers = [
            [
                _table(p)
                for p in parses[i]
                if p.tag.POS in ("ADJF", "PRTF")
                and p.tag.case == "nomn"
                and p.tag.number == number
                and (number == "plur" or p.tag.gender == gender)
            ]
            for i in range(at)
        ]
        for (case, its_number, its_gender), nouns in _table(head).items():
            if its_number != number and not plural:
                continue
            for tables in product(*modifiers):
                key = (case, its_number, its_gender or (gender if its_number == "sing" else ""))
                options = [
                    table.get(key, set())
                    | (
                        table.get(("gent", *key[1:]), set()) | table.get(("nomn", *key[1:]), set())
                        if case == "accs"
                        else set()
                    )
                    for table in tables
                ]
                forms.update((*c, *words[at + 1 :]) for c in product(*options, nouns))
    return forms


def person(words: list[str]) -> set[tuple[str, ...]]:
    """Forms of a person's name: each part declines, or stays."""
    parts: list[dict[str, set[str]]] = []
    for word in words:
        table: dict[str, set[str]] = {}
        for parse in _morph().parse(word):
            if parse.tag.POS == "NOUN" and parse.tag.case == "nomn" and parse.tag.number == "sing":
                for (case, number, _), found in _table(parse).items():
                    if number == "sing":
                        table.setdefault(case, set()).update(found)
        parts.append(table)
    forms = {tuple(words)}
    for case in ("gent", "datv", "accs", "ablt", "loct"):
        forms.update(
            product(*({w} | t.get(case, set()) for w, t in zip(words, parts, strict=True)))
        )
    return forms
