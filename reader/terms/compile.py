"""A glossary's terms compiled: every form of every term in one trie over words."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, MutableMapping, Sequence
from typing import Any, NamedTuple

from reader.language.words import fold
from reader.model import Entry, Term
from reader.terms import shapes
from reader.terms.conditions import AFTER_FULL, ALSO_WORDS, POINT, SIMPLE, SURNAME
from reader.terms.shapes import Shape

Node = Any
"""Of the trie: a tuple of places in ``Compiled.shapes`` where a form ends and none goes on,
or a dictionary from the next word to its node with that tuple under ``""``; at the root,
marshalled until it is first needed.
"""


class Compiled(NamedTuple):
    """What a matcher needs, in types that marshal knows.

    ``shapes``: (place of the entry, flags, capitals, exact, joints, signs). ``people``: by place
    of the entry, a person's given names and gender. ``stems``: by place of an entry with a term
    that counts only after a fuller one, the beginnings of the words of its terms.
    """

    ids: tuple[str, ...]
    shapes: tuple[tuple[Any, ...], ...]
    people: dict[int, tuple[tuple[str, ...], str]]
    stems: dict[int, tuple[str, ...]]
    root: dict[str, Node]


Known = MutableMapping[tuple[Any, ...], list[tuple[Any, ...]]]
"""Shapes made before, by what they were made from."""


def compile_(entries: Sequence[Entry], known: Known) -> Compiled:
    """The compiled glossary. What ``known`` lacks is made, and put there."""
    table: dict[tuple[Any, ...], int] = {}
    trie: dict[str, Node] = {}
    people: dict[int, tuple[tuple[str, ...], str]] = {}
    stems: dict[int, tuple[str, ...]] = {}
    for place, entry in enumerate(entries):
        whose = ""
        if entry.kind == "person":
            givens, whose = _person(entry, known)
            people[place] = givens, whose
        terms = [term for each in entry.terms.values() for term in each]
        if any(term.after_full for term in terms):
            stems[place] = tuple(
                sorted({fold(w)[:6] for term in terms for w in shapes.read(term.text)[0].words})
            )
        for shape in _shapes(entry, whose, people.get(place, ((), ""))[0], known):
            row = (place, shape.flags | SIMPLE * _is_simple(shape), *shape[2:])
            number = table.setdefault(row, len(table))
            for form in shape.forms:
                _add(trie, form.split(" "), number)
    root = {word: marshal.dumps(_tight(node)) for word, node in trie.items()}
    ids = tuple(entry.id for entry in entries)
    return Compiled(ids, tuple(table), people, stems, root)


def _is_simple(shape: Shape) -> bool:
    if shape.joints or shape.signs or shape.flags & (POINT | AFTER_FULL):
        return False
    return not shape.exact or (len(shape.exact) == 1 and shape.exact[0].lower() not in ALSO_WORDS)


def _add(trie: dict[str, Node], words: list[str], number: int) -> None:
    node = trie
    for word in words:
        node = node.setdefault(word, {})
    ends = node.setdefault("", [])
    if number not in ends:
        ends.append(number)


def _tight(node: dict[str, Node]) -> Node:
    if len(node) == 1 and "" in node:
        return tuple(node[""])
    return {word: tuple(next_) if word == "" else _tight(next_) for word, next_ in node.items()}


def _person(entry: Entry, known: Known) -> tuple[tuple[str, ...], str]:
    texts = [term.text for terms in entry.terms.values() for term in terms]
    givens = tuple(sorted(shapes.given_names(texts)))
    russian = tuple(
        max(
            (t.text for t in entry.terms.get("ru", ())), key=lambda t: t.count(" "), default=""
        ).split()
    )
    if not russian:
        return givens, ""
    key = ("whose", *russian)
    if key not in known:
        from reader.terms import names

        known[key] = [(names.gender(russian),)]
    return givens, known[key][0][0]


def _shapes(entry: Entry, whose: str, givens: Sequence[str], known: Known) -> Iterator[Shape]:
    written = {language: {term.text for term in terms} for language, terms in entry.terms.items()}
    for language, terms in entry.terms.items():
        for term in terms:
            elsewhere = any(
                term.text in texts for other, texts in written.items() if other != language
            )
            # A part of a name: «Трамп» of Дональд Трамп.
            part = bool(givens) and " " not in term.text.strip() and fold(term.text) not in givens
            for made in _made(entry.kind, language, term, whose, elsewhere, known):
                shape = Shape(*made)
                yield shape._replace(flags=shape.flags | SURNAME) if part else shape


def _made(
    kind: str, language: str, term: Term, whose: str, elsewhere: bool, known: Known
) -> list[tuple[Any, ...]]:
    key = (kind, language, term.text, term.type, term.case, term.after_full, whose, elsewhere)
    if key not in known:
        made = shapes.expand(kind, language, term, whose, other_languages=elsewhere)
        known[key] = [tuple(shape) for shape in made]
    return known[key]
