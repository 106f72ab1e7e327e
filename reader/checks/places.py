"""Where words of a text stand in its file, and which findings a comment there silences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from reader.checks.findings import Found
from reader.dossiers import yaml_tree
from reader.dossiers.yaml_tree import List, Map, Node, Scalar
from reader.language.messages import N_

_SILENCE = re.compile(
    r"(?:^|\s)#\s*check:\s*(?P<codes>[a-z][\w-]*(?:\s*,\s*[a-z][\w-]*)*)\s+[—–-]\s+(?P<reason>\S.*)$"
)
_ITEM = re.compile(r"^(\s*)- ")
_BETWEEN = r'(?:\s|"\s*\n\s*"|\\n|\\")+'
_FARTHEST = 400
"""Lines of one text."""
_NOTHING = N_("There is no finding “{code}” here to be silenced. Take the comment away.")


class Source:
    """A file with its lines, in which texts are found again."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self._lines = text.split("\n")
        self._used: set[tuple[int, str]] = set()

    def find(self, words: str, line: int, column: int) -> tuple[int, int]:
        """Return the line and column of some words of the text that begins at ``line``."""
        parts = words.split()
        if not parts:
            return line, column
        some = "\n".join(self._lines[line - 1 : line - 1 + _FARTHEST])
        found = re.search(_BETWEEN.join(map(re.escape, parts)), some)
        if found is None:
            return line, column
        before = some[: found.start()]
        rest = before.rpartition("\n")[2]
        return line + before.count("\n"), len(rest.encode()) + 1

    def translation(self, line: int) -> int:
        """Return the line of the translation of a message, which begins at ``line``."""
        for number in range(line, min(line + _FARTHEST, len(self._lines)) + 1):
            if self._lines[number - 1].startswith("msgstr"):
                return number
        return line

    def is_silenced(self, found: Found) -> bool:
        """Tell whether a comment at the item that a finding is in names its code, with a reason."""
        for number in self._around(found.line):
            for code in self._codes.get(number, ()):
                if code == found.code:
                    self._used.add((number, code))
                    return True
        return False

    def needless(self) -> Iterable[Found]:
        """Yield the comments that have silenced nothing."""
        for number, codes in self._codes.items():
            for code in codes:
                if (number, code) not in self._used:
                    yield Found(str(self.path), number, 1, "silence", _NOTHING, {"code": code})

    @cached_property
    def _codes(self) -> Mapping[int, tuple[str, ...]]:
        found = {}
        for number, line in enumerate(self._lines, 1):
            if "check:" in line and (match := _SILENCE.search(line)):
                found[number] = tuple(re.split(r"\s*,\s*", match["codes"]))
        return found

    def _around(self, line: int) -> Iterable[int]:
        """Yield the lines of the item that a line is in, and of the comments above it."""
        number = min(line, len(self._lines))
        while number > 0:
            yield number
            text = self._lines[number - 1]
            if _ITEM.match(text) or (text and not text[0].isspace() and text[0] not in "#\"'"):
                number -= 1
                break
            number -= 1
        while number > 0 and self._lines[number - 1].lstrip().startswith("#"):
            yield number
            number -= 1


def items(tree: Node | None, *keys: str) -> dict[str, Map]:
    """Return the items of a list by their ids; ``keys`` lead to it."""
    node = tree
    for key in keys:
        node = node.items.get(key) if isinstance(node, Map) else None
    found = {}
    for item in node.items if isinstance(node, List) else ():
        id = item.items.get("id") if isinstance(item, Map) else None
        if isinstance(item, Map) and isinstance(id, Scalar):
            found[id.text] = item
    return found


def field(item: Map | None, key: str) -> tuple[int, int]:
    """Return the line and column of a value of an item."""
    node = item.items.get(key) if item is not None else None
    if node is None:
        return (item.line, item.column) if item is not None else (1, 1)
    return node.line, node.column


def source(path: Path) -> Source:
    """Read a file of a dossier for its places. Raises :class:`reader.errors.ReaderError`."""
    return Source(path, yaml_tree.read_text(path))
