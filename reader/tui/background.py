"""The terminal's background: dark or light, as the terminal says, or as can be guessed.

It is asked for by OSC 11. A terminal with mode 2031 tells when its colours change.
"""

from __future__ import annotations

import os
from string import hexdigits
from typing import Literal

from reader.tui.widgets import themes

Background = Literal["dark", "light"]

ASK = "\x1b]11;?\x1b\\"
TELL_CHANGES, TELL_NO_CHANGES = "\x1b[?2031h", "\x1b[?2031l"

THEMES: dict[Background, str] = {"dark": themes.DARK.name, "light": themes.LIGHT.name}

_SHARES = 0.299, 0.587, 0.114
"""How much red, green and blue add to how light a colour looks."""


def of_colour(answer: str) -> Background | None:
    """Return what the answer to :data:`ASK` says; ``None`` where it is another answer."""
    if not answer.startswith("\x1b]11;"):
        return None
    kind, _colon, value = answer[5:].rstrip("\x07\x1b\\").partition(":")
    parts = value.split("/")
    if kind == "rgba":
        del parts[3:]
    elif kind != "rgb":
        return None
    if len(parts) != len(_SHARES) or not all(map(_is_part, parts)):
        return None
    light = sum(
        share * int(part, 16) / (16 ** len(part) - 1)
        for share, part in zip(_SHARES, parts, strict=True)
    )
    return "light" if light > 0.5 else "dark"


def _is_part(text: str) -> bool:
    return 0 < len(text) <= 4 and all(character in hexdigits for character in text)


def of_change(answer: str) -> Background | None:
    """Return what a terminal with mode 2031 has changed to; ``None`` for another answer."""
    if answer == "\x1b[?997;1n":
        return "dark"
    return "light" if answer == "\x1b[?997;2n" else None


def terminal() -> str:
    """Return the name under which the background of this terminal is remembered."""
    names = ("TERM_PROGRAM", "TERM", "COLORFGBG")
    return " ".join(os.environ.get(name, "")[:40] for name in names).strip()


def guessed() -> Background:
    """Return what ``COLORFGBG`` says of the background; dark where it isn't there."""
    number = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if number in ("7", *map(str, range(9, 16))) else "dark"


def can_be_asked() -> bool:
    """Tell whether the terminal may know an answer, and doesn't show the question."""
    return os.environ.get("TERM", "") not in ("", "linux", "dumb")
