"""Babel extraction method: the prose of a dossier's YAML as messages.

A message's context is the file's name, or ``glossary``, and the place in it: an item of a list by its id,
everything else by its key (``report-2025-12-20/p3``, ``report-2025-12-20/gist``,
``glossary/charter/definition``, ``dossier/title``, ``dossier/energy``). The sides of a discrepancy
are counted from 1 (``discrepancies/six-months/2``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from reader.dossiers import yaml_tree
from reader.dossiers.yaml_tree import List, Map, Node, Scalar


class Prose(NamedTuple):
    """A text that is translated: its place, the text itself, its line."""

    context: str
    text: str
    line: int


def prose(path: Path, tree: Node | None) -> list[Prose]:
    """Return the translatable texts of one file; broken parts are skipped."""
    # The ids of a glossary's entries are its own in whichever file they stand.
    in_folder = path.parent.name == "glossary" and path.stem != "dossier"
    file = "glossary" if in_folder else path.stem
    parts = _PARTS.get(file, _document)
    return [Prose(f"{file}/{place}", text.text, text.line) for place, text in parts(tree) if place]


def extract_yaml(
    fileobj: BinaryIO,
    keywords: Mapping[str, Any],  # noqa: ARG001 - the signature of Babel's methods
    comment_tags: object,  # noqa: ARG001
    options: Mapping[str, Any],  # noqa: ARG001
) -> Iterator[tuple[int, str, tuple[str, str], list[str]]]:
    """Yield the messages of a dossier's file, as Babel's extraction methods do.

    Each is ``(line, "pgettext", (context, text), [])``.
    """
    path = Path(getattr(fileobj, "name", "document.yaml"))
    tree = yaml_tree.parse(yaml_tree.decode(fileobj.read(), path), path)
    for context, text, line in prose(path, tree):
        yield line, "pgettext", (context, text), []


Places = Iterator[tuple[str, Scalar]]


def _scalar(node: Node | None, key: str) -> Scalar | None:
    value = node.items.get(key) if isinstance(node, Map) else None
    return value if isinstance(value, Scalar) and value.text and not value.null else None


def _child(node: Node | None, key: str) -> Node | None:
    return node.items.get(key) if isinstance(node, Map) else None


def _keyed(node: Node | None, *keys: str) -> Places:
    for key in keys:
        if value := _scalar(node, key):
            yield key, value


def _listed(node: Node | None, key: str, field: str, end: str = "") -> Places:
    items = _child(node, key) if key else node
    for item in items.items if isinstance(items, List) else ():
        id, value = _scalar(item, "id"), _scalar(item, field)
        if id and value:
            yield id.text + end, value


def _dossier(tree: Node | None) -> Places:
    yield from _keyed(tree, "title", "note")
    yield from _listed(tree, "topics", "label")


def _glossary(tree: Node | None) -> Places:
    yield from _listed(tree, "", "definition", "/definition")


def _document(tree: Node | None) -> Places:
    yield from _keyed(tree, "title")
    yield from _keyed(_child(tree, "source"), "published_note")
    yield from _listed(tree, "text", "text")
    summary = _child(tree, "summary")
    yield from _keyed(summary, "gist")
    yield from _listed(summary, "claims", "text")
    yield from _listed(summary, "claims", "disputed", "/disputed")
    yield from _listed(summary, "participants", "role")
    yield from _listed(summary, "events", "text")


def _discrepancies(tree: Node | None) -> Places:
    for item in tree.items if isinstance(tree, List) else ():
        if (id := _scalar(item, "id")) is None:
            continue
        for key, about in _keyed(item, "about"):
            yield f"{id.text}/{key}", about
        sides = _child(item, "sides")
        for number, side in enumerate(sides.items if isinstance(sides, List) else (), 1):
            if text := _scalar(side, "text"):
                yield f"{id.text}/{number}", text
        for key, why in _keyed(item, "why"):
            yield f"{id.text}/{key}", why


def _notes(tree: Node | None) -> Places:
    yield from _listed(tree, "", "text")


_PARTS = {
    "dossier": _dossier,
    "glossary": _glossary,
    "discrepancies": _discrepancies,
    "notes": _notes,
}
"""What is prose in the files that are not documents, which cannot have these names."""
