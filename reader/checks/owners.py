"""Propose whose a bare term is: «МИД» beside «МИД Азербайджана» may be any country's."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from reader.dossiers import loader, yaml_tree
from reader.dossiers.yaml_tree import List, Map, Node, Scalar
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.language.words import WORD, fold
from reader.model import Dossier, Entry, Problem, Term
from reader.terms.factory import matcher
from reader.terms.matcher import Matcher
from reader.terms.patterns import has_rule

# A title of more words is a name of its own.
_MOST_WORDS = 4


def check(dossier: Dossier) -> Iterator[Problem]:
    """Yield a problem for each bare term whose entry has it with the name of a place, too.

    None of a term with ``of``, and be it an empty list.
    """
    places = [entry for entry in dossier.entries if entry.kind == "place"]
    if not places:
        return
    nodes: dict[tuple[str, str, str], tuple[Path, Node]] = {}
    for path in loader.glossary_files(dossier.root, []):
        # A file that cannot be read has a problem of its own.
        with contextlib.suppress(ReaderError):
            for key, node in _nodes(yaml_tree.read(path, dossier.root)).items():
                nodes.setdefault(key, (path, node))
    in_places = matcher(places)
    for entry in dossier.entries:
        if entry.kind == "place" or entry.own:
            continue
        for language, terms in entry.terms.items():
            for term in terms:
                found = nodes.get((entry.id, language, term.text))
                if found is None or has_rule(term) or _answers(found[1]):
                    continue
                path, node = found
                if owner := _owner(term, entry, language, in_places):
                    yield Problem(
                        str(path),
                        node.line,
                        node.column,
                        N_(
                            "“{term}” alone may be anybody’s. If it belongs to the entry “{id}”, add “of: "
                            "{id}”; if not, “of: []”."
                        ),
                        {"term": term.text, "id": owner},
                    )


def _owner(term: Term, entry: Entry, language: str, places: Matcher) -> str:
    """Return the id of the place that a fuller term of the entry names, and ``term`` does not."""
    words = _words(term)
    if len(words) > _MOST_WORDS or places.spans(term.text):
        return ""
    for fuller in entry.terms[language]:
        if words < _words(fuller):
            for _start, _end, id in places.spans(fuller.text):
                return id
    return ""


def _words(term: Term) -> set[str]:
    return {fold(match[0]) for match in WORD.finditer(term.text)}


def _nodes(tree: Node | None) -> dict[tuple[str, str, str], Node]:
    """Return the node of each term, by entry, language and text."""
    found: dict[tuple[str, str, str], Node] = {}
    for item in tree.items if isinstance(tree, List) else ():
        id = item.items.get("id") if isinstance(item, Map) else None
        terms = item.items.get("terms") if isinstance(item, Map) else None
        if not isinstance(id, Scalar) or not isinstance(terms, Map):
            continue
        for language, listed in terms.items.items():
            for node in listed.items if isinstance(listed, List) else ():
                text = node.items.get("text") if isinstance(node, Map) else node
                if isinstance(text, Scalar):
                    found[id.text, language, text.text] = node
    return found


def _answers(node: Node) -> bool:
    """Tell whether the term says whose it is."""
    return isinstance(node, Map) and "of" in node.items
