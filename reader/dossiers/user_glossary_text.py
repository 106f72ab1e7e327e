"""The lines of the reader's own glossary file: where an entry stands, and how one is written.

An entry that is changed keeps its lines, but for those of the fields that changed: comments, the
order of fields and keys that the program doesn't know stay.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

from reader.dossiers import yaml_tree
from reader.dossiers.yaml_tree import List, Map, Scalar
from reader.errors import ReaderError
from reader.model import Entry, Term

_ITEM = re.compile(r"^ *-(?:(?= )|(?=\r?$))", re.MULTILINE)


class Written(NamedTuple):
    """An entry of the reader's own with its lines in the file.

    ``text`` is empty for one that the file has never had; ``line`` is that of its dash, from 0.
    """

    entry: Entry
    text: str = ""
    line: int = 0


def starts(text: str) -> list[int]:
    """Return where the items of the file's list begin, also where it is not valid YAML."""
    found = [match.start() for match in _ITEM.finditer(text)]
    least = min((text.index("-", start) - start for start in found), default=0)
    return [start for start in found if text.index("-", start) - start == least]


def indent(text: str, path: Path) -> str:
    """Return the indentation of the list's items."""
    try:
        tree = yaml_tree.parse(text, path)
    except ReaderError:
        return min((match[0] for match in _ITEM.finditer(text)), key=len, default="-")[:-1]
    return " " * (tree.column - 1) if isinstance(tree, List) else ""


def find(text: str, path: Path, id: str) -> Written | None:
    """Return the lines of the first item with this id; ``None`` where no such lines can be told.

    They go to its last line that is neither blank nor a comment, with the blank ones after that.
    The entry has its id alone.
    """
    places = starts(text)
    for start, end in zip(places, [*places[1:], len(text)], strict=False):
        chunk = text[start:end]
        item = _item(chunk, path)
        if item is not None and isinstance(own := item.items.get("id"), Scalar) and own.text == id:
            lines = _split(chunk)
            last = max(n for n, line in enumerate(lines) if _is_content(line)) + 1
            while last < len(lines) and not lines[last].strip():
                last += 1
            return Written(
                _NAMELESS._replace(id=id), "".join(lines[:last]), text.count("\n", 0, start)
            )
    return None


def with_lines(text: str, place: Written, lines: str) -> str:
    """Return ``text`` with ``lines`` in the place of those of an entry.

    Where the entry has no lines, they are put in at its line.
    """
    before = "".join(_split(text)[: place.line])
    rest = text[len(before) + len(place.text) :]
    if before and lines and not before.endswith("\n"):
        before += "\n"
    return before + lines + rest


def edited(before: Written, entry: Entry) -> str:
    """Return the lines of an entry with those of the fields changed in which ``entry`` differs.

    Where fields don't stand on lines of their own, all lines are written anew.
    """
    break_ = "\r\n" if "\r\n" in before.text else "\n"
    content = _split(before.text.rstrip())
    gap = before.text[len("".join(content)) :] or break_
    item = _item(before.text, Path())
    keys = sorted(item.keys.items(), key=lambda key: key[1].line) if item is not None else []
    places = [key.line - 1 for _name, key in keys]
    columns = {key.column - 1 for _name, key in keys}
    if (
        len(columns) != 1
        or len(set(places)) != len(places)
        or "{" in content[places[0]][: min(columns)]
    ):
        dash = " " * before.text.index("-")
        return break_.join(dash + line for line in yaml_of(entry).rstrip("\n").split("\n")) + gap
    column = columns.pop()
    old, new = _fields(before.entry), _fields(entry)
    ends = [*places[1:], len(content)]
    blocks = {
        name: [line.rstrip("\r\n") for line in content[start:end]]
        for (name, _key), start, end in zip(keys, places, ends, strict=True)
    }
    for name in _OF_FORM:
        if old.get(name) != new.get(name):
            lines = _dumped({name: new[name]}, column) if name in new else []
            kept = [line for line in blocks.get(name, ()) if line.strip().startswith("#")]
            blocks[name] = lines + kept
    first = content[places[0]][:column] if places[0] == 0 else " " * column
    lines = [line for block in blocks.values() for line in block]
    lines[0] = first + lines[0][column:]
    head = [line.rstrip("\r\n") for line in content[: places[0]]]
    return break_.join([*head, *lines]) + gap


def yaml_of(entry: Entry) -> str:
    """Dump ``entry`` as an item of the list, as one would write it by hand."""
    return _yaml([_fields(entry)])


_OF_FORM = ("id", "kind", "terms", "definition")
"""The fields that a form changes."""
_NAMELESS = Entry("", "concept", {})


def _item(chunk: str, path: Path) -> Map | None:
    """Return the one item of these lines, where they are valid."""
    try:
        tree = yaml_tree.parse(chunk, path)
    except ReaderError:
        return None
    if not isinstance(tree, List) or len(tree.items) != 1:
        return None
    item = tree.items[0]
    return item if isinstance(item, Map) else None


def _split(text: str) -> list[str]:
    """Split a text into lines that keep their ends; only a line feed ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _is_content(line: str) -> bool:
    line = line.strip()
    return bool(line) and not line.startswith("#")


def _dumped(fields: dict[str, Any], column: int) -> list[str]:
    return [" " * column + line for line in _yaml(fields).rstrip("\n").split("\n")]


def _yaml(tree: object) -> str:
    import yaml

    dumped: str = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=96)
    return dumped


def _fields(entry: Entry) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": entry.id,
        "kind": entry.kind,
        "terms": {
            language: [_term(term) for term in terms] for language, terms in entry.terms.items()
        },
    }
    if entry.definition:
        fields["definition"] = entry.definition
    if entry.related:
        fields["related"] = list(entry.related)
    if entry.source:
        fields["source"] = list(entry.source)
    return fields


def _term(term: Term) -> str | dict[str, Any]:
    if term == Term(term.text):
        return term.text
    fields: dict[str, Any] = {"text": term.text}
    if term.type != "full":
        fields["type"] = term.type
    if term.case != "free":
        fields["case"] = term.case
    beside = {"not_before": list(term.not_before), "not_after": list(term.not_after)}
    listed = {key: words for key, words in beside.items() if words}
    if term.after_full:
        fields["after_full"] = listed or True
    else:
        fields.update(listed)
    if term.of:
        fields["of"] = term.of[0] if len(term.of) == 1 else list(term.of)
    if term.alone:
        fields["alone"] = True
    if term.gap:
        fields["gap"] = term.gap
    return fields
