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
    "form": "Windows with fields to fill in",
    "new-entry": "An entry of your own",
    "note": "A note",
    "notes": "Your notes",
    "print": "The print dialog",
    "modal": "Other windows",
    "app": "Everywhere",
}
INTRODUCTION = """\
# Keys

Written by `make keys` from the list of commands that the program itself uses. `?` shows the same
in the program, for the screen in front and in its language.

With the Russian or the Ukrainian keyboard layout every key works where it lies: `о` is `j`. A
command can have several keys.
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
