"""Writes docs/keys.md from the app's list of commands: ``make keys``."""

from __future__ import annotations

from pathlib import Path

from reader.tui.keys import commands
from reader.tui.keys.names import key_name

PAGE = Path(__file__).resolve().parents[1] / "docs" / "keys.md"

INTRODUCTION = """\
# Keys

Written by `make keys` from the list of commands that the program itself uses. `?` shows the same
in the program, for the screen in front and in its language.

A command can have several keys. In a terminal with kitty's keyboard protocol (kitty, foot, Ghostty,
WezTerm and others) every key works where it lies, whatever the layout: the Greek `ξ`, the Arabic `ت`
and the Russian `о` are `j`, and the German `ü` is `[`. Latin letters are what they say, on AZERTY and
Dvorak too. In other terminals this holds for the Russian and the Ukrainian layout. A field gets what
is typed.

A digit begins a number for the next key, which the status line shows: `5j` goes five lines down.
Where nothing follows one that a pane has, it goes to that pane after a moment; `Alt` and the digit,
or the digit and `Tab`, go there at once. `Ctrl+B` turns a page back as in other programs, and
`Ctrl+F` is taken: it finds, and `space` is the page on.
Keys of your own stand in the configuration file under the id of the command; `reader config` prints
every command with its keys, ready to be changed, and says what is wrong in the file:

```toml
[keys]
next_term = "t, Alt+N"
bottom = "G, End"
```

They take the place of the command's own keys. A key is written as it stands here: `PgDn` or
`pgdn`, `Ctrl+S`, `]`, `↓`, `space`; a comma is `comma`. `g` and `G` are two keys.
"""


def page() -> str:
    """Return the page: a table for each part of the screen."""
    parts = [INTRODUCTION]
    for where, heading in commands.PARTS.items():
        rows = [
            f"| {' '.join(f'`{key_name(key)}`' for key in command.keys)} | {command.help} | `{command.id}` |"
            for command in commands.of(where)
        ]
        parts.append(
            "\n".join([f"## {heading}", "", "| keys | | id |", "|---|---|---|", *rows, ""])
        )
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.name)
