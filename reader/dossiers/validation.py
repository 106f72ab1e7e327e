"""Validate the fields of a YAML mapping, one by one, each problem with its place.

Validation goes on after an error, so that one run reports them all; ``Findings.errors``
tells whether the result may be used.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from reader.dossiers.yaml_tree import List, Map, Node, Scalar
from reader.language.messages import N_
from reader.model import Problem

_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_DATE = re.compile(
    r"(\d{4}-\d{1,2}-\d{1,2})(?:(?:[Tt]|[ \t]+)(\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)[ \t]*"
    r"(Z|[+-]\d{1,2}(?::?\d{2})?)?)?"
)
_PARTIAL = re.compile(r"(\d{4})(?:-(0?[1-9]|1[0-2]))?")

UNKNOWN_WORD = N_("“{value}” cannot be “{key}”. Choose one of: {known}.")
_UNKNOWN = N_("The key “{key}” is not known here. Correct it; the known keys are: {known}.")
_REST = N_(
    "The key “{key}” is not known here. If it is the rest of a text: a comma in {{…}} ends a text, so "
    "put the text in quotes. The known keys are: {known}."
)
Word = TypeVar("Word", bound=str)


class Findings:
    """Problems of one file, in the order in which they were found."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.errors = 0

    def warning(self, node: Node, message: str, **values: str) -> None:
        """Report a problem that leaves the rest usable."""
        self.problems.append(
            Problem(str(self.path), node.line, node.column, message, MappingProxyType(values))
        )

    def error(self, node: Node, message: str, **values: str) -> None:
        """Report a problem that makes the parsed value unusable."""
        self.warning(node, message, **values)
        self.errors += 1


class Fields:
    """The fields of one mapping. Every method takes the key that it reads."""

    def __init__(self, node: Node, findings: Findings, allowed: Iterable[str]) -> None:
        self.findings = findings
        self.node = node
        self._items: Map
        if isinstance(node, Map):
            self._items = node
        else:
            findings.error(node, N_("A mapping (“key: value”) is expected here."))
            self._items = Map(node.line, node.column, {}, {})
        known = tuple(allowed)
        for key, place in self._items.keys.items():
            if key not in known:
                value = self._items.items[key]
                # In braces, what stands after a comma of a text is a key without a value.
                is_rest = self._items.flow and isinstance(value, Scalar) and value.null
                findings.warning(
                    place, _REST if is_rest else _UNKNOWN, key=key, known=", ".join(known)
                )

    def place(self, key: str) -> Node:
        return self._items.items.get(key, self.node)

    def _get(self, key: str, required: bool) -> Node | None:
        node = self._items.items.get(key)
        if node is None or (isinstance(node, Scalar) and node.null):
            if required:
                self.findings.error(
                    node or self.node,
                    N_("The key “{key}” is missing or empty. Give it a value."),
                    key=key,
                )
            return None
        return node

    def _scalar(self, key: str, required: bool) -> Scalar | None:
        node = self._get(key, required)
        if node is None or isinstance(node, Scalar):
            return node
        self.findings.error(node, N_("“{key}” must be text. Put it in quotes."), key=key)
        return None

    def text(self, key: str, *, required: bool = True) -> str | None:
        """Return a text in one line; an empty one counts as missing."""
        node = self._scalar(key, required)
        if node is None:
            return None
        if not node.text and required:
            self.findings.error(
                node, N_("The key “{key}” is missing or empty. Give it a value."), key=key
            )
        return node.text or None

    def slug(self, key: str) -> str | None:
        node = self._scalar(key, True)
        return slug(node, self.findings) if node else None

    def language(self, key: str) -> str | None:
        node = self._scalar(key, True)
        if node and not _LANGUAGE.fullmatch(node.text):
            self.findings.error(
                node,
                N_("“{value}” is not the code of a language. Give one such as ru or en."),
                value=node.text,
            )
            return None
        return node.text if node else None

    def choice(self, key: str, among: tuple[str, ...], default: str | None = None) -> str | None:
        node = self._scalar(key, default is None)
        if node is None:
            return default
        if node.text not in among:
            self.findings.error(node, UNKNOWN_WORD, **_unknown(node, key, among))
            return default
        return node.text

    def one_of(self, key: str, among: tuple[Word, ...], *, required: bool = False) -> Word | None:
        """Return one of several words; another one is a problem that leaves the rest usable."""
        node = self._scalar(key, required)
        if node is None:
            return None
        for word in among:
            if node.text == word:
                return word
        self.findings.warning(node, UNKNOWN_WORD, **_unknown(node, key, among))
        return None

    def boolean(self, key: str) -> bool:
        node = self._scalar(key, False)
        if node is None:
            return False
        if node.text.lower() not in ("true", "false"):
            self.findings.error(node, N_("“{key}” must be true or false."), key=key)
        return node.text.lower() == "true"

    def date(self, key: str, *, required: bool = False, partial: bool = False) -> str | None:
        """Return a date, or date and time, in ISO 8601; ``partial``: also YYYY or YYYY-MM."""
        node = self._scalar(key, required)
        if node is None:
            return None
        if partial and (match := _PARTIAL.fullmatch(node.text)):
            return f"{match[1]}-{match[2].zfill(2)}" if match[2] else match[1]
        if (iso := iso_date(node.text)) is None:
            message = N_(
                "“{value}” is not a date. Write it like 2025-12-20 or 2025-12-20T10:42+04:00."
            )
            if partial:
                message = N_(
                    "“{value}” is not a date. Write it like 2025-12-20, or shorter: 2025-12 for a "
                    "month, 2025 for a year."
                )
            self.findings.error(node, message, value=node.text)
        return iso

    def each(self, key: str, *, required: bool = False) -> Iterator[Node]:
        """Yield the items of a list, nothing for any other node."""
        node = self._get(key, required)
        if node is None:
            return
        if not isinstance(node, List):
            self.findings.error(node, N_("“{key}” must be a list."), key=key)
            return
        if required and not node.items:
            self.findings.error(node, N_("“{key}” must not be empty. Add an item."), key=key)
        yield from node.items

    def texts(self, key: str, *, required: bool = False) -> tuple[Scalar, ...]:
        """Return the texts of a list, with their places."""
        found = []
        for item in self.each(key, required=required):
            if isinstance(item, Scalar) and item.text and not item.null:
                found.append(item)
            else:
                self.findings.error(item, N_("Text is expected in the list “{key}”."), key=key)
        return tuple(found)

    def mapping(self, key: str, *, required: bool = True) -> Map | None:
        node = self._get(key, required)
        if node is None or isinstance(node, Map):
            return node
        self.findings.error(node, N_("“{key}” must be a mapping."), key=key)
        return None


def _unknown(node: Scalar, key: str, among: tuple[str, ...]) -> dict[str, str]:
    return {"value": node.text[:100], "key": key, "known": ", ".join(among)}


def is_slug(text: str) -> bool:
    """Tell whether ``text`` is a valid id."""
    return bool(_SLUG.fullmatch(text)) and len(text) <= 100


def slug(node: Scalar, findings: Findings) -> str | None:
    """Validate an id: small Latin letters, digits and hyphens; return it or ``None``."""
    if is_slug(node.text):
        return node.text
    findings.error(
        node,
        N_(
            "“{value}” is not an id. Use small Latin letters, digits and hyphens, as in middle-corridor."
        ),
        value=node.text[:100],
    )
    return None


def iso_date(text: str) -> str | None:
    """Convert a date as YAML writes one to ISO 8601; return ``None`` for other text."""
    match = _DATE.fullmatch(text)
    if not match:
        return None
    day = "-".join(part.zfill(2) for part in match[1].split("-"))
    if not match[2]:
        return day if _valid(datetime.date.fromisoformat, day) else None
    time = match[2].partition(".")[0].zfill(len("00:00") if match[2].count(":") == 1 else 8)
    zone = match[3] or ""
    if zone == "Z":
        zone = "+00:00"
    elif zone:
        digits = zone[1:].replace(":", "")
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
        zone = f"{zone[0]}{hours.zfill(2)}:{minutes}"
    moment = f"{day}T{time}{zone}"
    return moment if _valid(datetime.datetime.fromisoformat, moment) else None


def _valid(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True
