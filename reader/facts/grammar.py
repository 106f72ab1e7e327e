"""Rules over the classes of tokens: regular expressions in which a class is one character.

A pattern names classes, ``day month (year yr?)?``, with the operators of :mod:`re` between them;
white space means nothing. A name may be a macro, which stands for several classes. Every rule has
a meaning, which the caller gives sense to. A text is gone through once for each table of rules: at
each place the first rule that fits wins, so longer ones stand first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

_NAME = re.compile(r"\[([a-z0-9_ ]+)\]|[a-z][a-z0-9_]*")
_GROUP = re.compile(r"\((?!\?)")
_FIRST = 0xE000  # a private area: no character of it means anything in a pattern

_AFTER = 12
"""How many items that follow a match are told."""

_SIGNS: dict[str, str] = {}


def sign(name: str) -> str:
    """Return the character that stands for a class."""
    found = _SIGNS.get(name)
    if found is None:
        found = _SIGNS[name] = chr(_FIRST + len(_SIGNS))
    return found


class Item(NamedTuple):
    """A token, or what rules have made of several."""

    name: str
    """Its class."""
    value: Any
    start: int
    end: int


class Match(NamedTuple):
    """Items for which a rule stands."""

    meaning: str
    items: Sequence[Item]
    after: Sequence[Item] = ()
    """What follows them."""

    def first(self, *names: str) -> Any:
        """Return the value of the first item of one of these classes, or ``None``."""
        return next((item.value for item in self.items if item.name in names), None)

    def all(self, *names: str) -> list[Any]:
        """Return the values of the items of these classes, in order."""
        return [item.value for item in self.items if item.name in names]

    def has(self, *names: str) -> bool:
        """Tell whether an item of one of these classes is there."""
        return any(item.name in names for item in self.items)


Make = Callable[[Match], Item | None]


class Table:
    """Rules that are tried together, from pairs of a pattern and its meaning."""

    def __init__(
        self, rules: Iterable[tuple[str, str]], macros: Mapping[str, str] | None = None
    ) -> None:
        self._macros = dict(macros or {})
        self._meanings: list[str] = []
        self._each: list[re.Pattern[str]] = []
        parts = []
        for number, (pattern, meaning) in enumerate(rules):
            self._meanings.append(meaning)
            compiled = self._compiled(pattern)
            self._each.append(re.compile(compiled))
            parts.append(f"(?P<r{number}>{compiled})")
        self._expression = re.compile("|".join(parts))

    def _compiled(self, pattern: str) -> str:
        def classes(match: re.Match[str]) -> str:
            names = (match[1] or match[0]).split()
            return "[" + "".join(self._signs(name) for name in names) + "]"

        return "".join(_NAME.sub(classes, _GROUP.sub("(?:", pattern)).split())

    def _signs(self, name: str) -> str:
        return "".join(
            self._signs(each) if each in self._macros and each != name else sign(each)
            for each in self._macros.get(name, name).split()
        )

    def apply(self, items: list[Item], make: Make) -> list[Item]:
        """Replace the items of each match by the one that ``make`` makes, if it makes one."""
        line = "".join([sign(item.name) for item in items])
        result: list[Item] = []
        at = done = 0
        for_this = self._expression.search
        while found := for_this(line, at):
            start = found.start()
            made, end = self._made(items, line, found, make)
            if made is None:
                at = start + 1
                continue
            result += items[done:start]
            result.append(made)
            at = done = end
        return [*result, *items[done:]] if result else items

    def _made(
        self, items: list[Item], line: str, found: re.Match[str], make: Make
    ) -> tuple[Item | None, int]:
        """Make an item by the first rule that fits and means something."""
        start, end = found.span()
        first = int((found.lastgroup or "r0")[1:])
        for number in range(first, len(self._each)):
            if number > first:
                another = self._each[number].match(line, start)
                if another is None:
                    continue
                end = another.end()
            meaning = self._meanings[number]
            made = make(Match(meaning, items[start:end], items[end : end + _AFTER]))
            if made is not None:
                return made, end
        return None, end
