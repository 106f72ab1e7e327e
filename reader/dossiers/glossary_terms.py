"""Parse the terms that an entry of a glossary has in one language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from reader.dossiers.validation import Fields, Findings
from reader.dossiers.yaml_tree import List, Map, Node, Scalar
from reader.language.messages import N_
from reader.language.words import WORD
from reader.model import Term, TermCase, TermType

_BESIDE_KEYS = ("not_before", "not_after")
_KEYS = ("text", "type", "case", "after_full", "of", "alone", "gap", *_BESIDE_KEYS)

MOST_GAP = 3
"""Words that may stand between those of a term."""
MOST_WORDS = 64
"""Words of a term."""


def read(node: Node, findings: Findings) -> Iterator[tuple[Term, Node]]:
    """Yield the terms of one language that can be used, each with its place in the file."""
    if not isinstance(node, List):
        findings.error(node, N_("The terms of a language must be a list."))
        return
    for item in node.items:
        if isinstance(item, Scalar):
            if _usable(item, findings):
                yield Term(item.text), item
            continue
        before = findings.errors
        fields = Fields(item, findings, _KEYS)
        text = fields.text("text")
        type_ = fields.choice("type", ("full", "abbreviation"), "full")
        case = fields.choice("case", ("free", "exact", "capital"), "free")
        after_full, not_before, not_after = _after_full(fields)
        of = _owners(fields)
        alone = fields.boolean("alone")
        if alone and not of:
            findings.warning(
                fields.place("alone"),
                N_(
                    "“alone” needs “of”, which says whose the term is. Add “of”, or delete “alone”."
                ),
            )
        if text and findings.errors == before and _usable(fields.place("text"), findings):
            # Whatever is not one of the choices is an error by now.
            term = Term(
                text,
                cast("TermType", type_),
                cast("TermCase", case),
                after_full,
                not_before,
                not_after,
                of,
                alone and bool(of),
                _gap(fields),
            )
            yield term, item


def _gap(fields: Fields) -> int:
    """Return how many words may stand between those of a term."""
    text = fields.text("gap", required=False) or "0"
    if text.isdecimal() and int(text[:9]) <= MOST_GAP:
        return int(text)
    fields.findings.warning(
        fields.place("gap"),
        N_("“gap” is a number of words from 0 to {most}. Correct it."),
        most=str(MOST_GAP),
    )
    return 0


def _owners(fields: Fields) -> tuple[str, ...]:
    """Return the ids of the entries whose a term is: one, or a list."""
    place = fields.place("of")
    if isinstance(place, Scalar):
        return () if place.null else (place.text,)
    return tuple(owner.text for owner in fields.texts("of"))


def _after_full(fields: Fields) -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
    """Return whether a term counts only after a fuller one, and its stop words.

    The words are those before which, and after which, it doesn't count even then.
    """
    node = fields.place("after_full")
    if isinstance(node, Scalar) or node is fields.node:
        return (fields.boolean("after_full"), *_beside(fields))
    if not isinstance(node, Map):
        fields.findings.error(
            node,
            N_("“after_full” must be true or false, or have “not_before” or “not_after”."),
        )
        return False, (), ()
    before, after = _beside(Fields(node, fields.findings, _BESIDE_KEYS))
    also_before, also_after = _beside(fields)
    return True, before + also_before, after + also_after


def _beside(fields: Fields) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words before which, and after which, a term doesn't count."""
    lists = []
    for key in _BESIDE_KEYS:
        words = fields.texts(key)
        for word in words:
            if len(word.text.split()) != 1 or not WORD.search(word.text):
                fields.findings.error(
                    word,
                    N_("“{value}” is not one word. Give single words in “{key}”."),
                    value=word.text[:100],
                    key=key,
                )
        lists.append(tuple(word.text for word in words))
    return lists[0], lists[1]


def is_too_long(term: str) -> bool:
    """Tell whether a term has more words than :data:`MOST_WORDS`."""
    return len(WORD.findall(term)) > MOST_WORDS


def _usable(node: Node, findings: Findings) -> bool:
    """Validate that a term has a letter or a digit, so that a text can have it, and few words."""
    if not isinstance(node, Scalar) or not any(c.isalnum() for c in node.text):
        findings.error(node, N_("This term has no letter and no digit. Give it one, or delete it."))
        return False
    if is_too_long(node.text):
        findings.error(
            node,
            N_("This term has more than {most} words. Shorten it, or delete it."),
            most=str(MOST_WORDS),
        )
        return False
    return True
