"""Find commands by what is typed: by name first, in the interface's language and in English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.language.keyboard import in_other_layouts
from reader.language.messages import _
from reader.language.words import fold
from reader.tui.keys.commands import Command


def found(query: str, commands: Sequence[Command]) -> list[Command]:
    """Return the commands that have every word of a query in name or help, best first.

    First those whose name begins with the query, then those of which a word does, then others that
    have it in their name, then those that have it in their help. A query that finds nothing is
    taken for one in another keyboard layout.
    """
    for typed in (query, *in_other_layouts(query)):
        wanted = fold(typed).split()
        ranked = [(rank, c) for c in commands if (rank := _rank(wanted, c)) is not None]
        if ranked:
            return [command for _rank, command in sorted(ranked, key=lambda each: each[0])]
    return []


def _rank(wanted: Sequence[str], command: Command) -> int | None:
    if not wanted:
        return 0
    names = [fold(name) for name in names_of(command)]
    typed = " ".join(wanted)
    if any(name.startswith(typed) for name in names):
        return 0
    if any(f" {typed}" in name for name in names):
        return 1
    if any(all(word in name for word in wanted) for name in names):
        return 2
    whole = fold(" ".join([*names_of(command), _(command.help)]))
    return 3 if all(word in whole for word in wanted) else None


def names_of(command: Command) -> tuple[str, ...]:
    """Return what a command is called: in the interface's language, in English, by its id."""
    return _(command.title), command.title, command.id.replace("_", " ")


def with_argument(query: str, commands: Iterable[Command]) -> list[tuple[Command, str]]:
    """Return the commands of which a name stands before something that they take, and that.

    A number alone is taken for that of a paragraph.
    """
    for typed in (query, *in_other_layouts(query)):
        words = typed.split()
        pairs = []
        for command in commands:
            if not command.takes:
                continue
            if command.id == "go_to_paragraph" and len(words) == 1 and words[0].isdecimal():
                pairs.append((command, words[0]))
                continue
            for name in dict.fromkeys((*names_of(command), command.id)):
                length = len(name.split())
                if len(words) > length and fold(" ".join(words[:length])) == fold(name):
                    pairs.append((command, " ".join(words[length:])))
                    break
        if pairs:
            return pairs
    return []
