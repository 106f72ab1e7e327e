"""Writes docs/keys.md from the app's list of commands: ``make keys``."""

from __future__ import annotations

from pathlib import Path

from reader.tui.keys import commands
from reader.tui.keys.names import key_name

PAGE = Path(__file__).resolve().parents[1] / "docs" / "keys.md"

HEADINGS: dict[commands.Part, str] = {
    "text": "In every text",
    "main": "Articles, text and summary",
    "entry": "The popup of a term",
    "list": "Windows with a field to type in",
    "glossary": "The glossary",
    "new-entry": "An entry of your own",
    "print": "The print dialog",
    "modal": "Other windows",
    "app": "Everywhere",
}
INTRODUCTION = """\
# Keys

Written by `make keys` from the list of commands that the program itself uses. `?` shows the same
in the program, for the screen in front and in its language.

A command can have several keys. In a terminal with kitty's keyboard protocol (kitty, foot, Ghostty,
WezTerm and others) every key works where it lies, whatever the layout: the Greek `ξ`, the Arabic `ت`
and the Russian `о` are `j`, and the German `ü` is `[`. Latin letters are what they say, on AZERTY and
Dvorak too. In other terminals this holds for the Russian and the Ukrainian layout. A field gets what
is typed.
"""


def page() -> str:
    """Return the page: a table for each part of the screen, by :data:`HEADINGS`."""
    parts = [INTRODUCTION]
    for where in dict.fromkeys([*HEADINGS, *(command.where for command in commands.COMMANDS)]):
        rows = [
            f"| {' '.join(f'`{key_name(key)}`' for key in command.keys)} | {command.help} |"
            for command in commands.of(where)
        ]
        parts.append("\n".join([f"## {HEADINGS[where]}", "", "| keys | |", "|---|---|", *rows, ""]))
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.name)
