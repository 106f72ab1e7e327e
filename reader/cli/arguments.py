"""Scan the arguments before argparse, which takes longer to import, parses them."""

from collections.abc import Sequence
from typing import NamedTuple


class UsageError(Exception):
    """Arguments that make no sense; ``message`` is translated already."""

    def __init__(self, program: str, message: str) -> None:
        super().__init__(message)
        self.program = program
        self.message = message


def split(argv: Sequence[str], commands: Sequence[str]) -> tuple[str | None, list[str]]:
    """Split ``argv`` into the command and everything else in its order.

    The command is the first word that is not an option; the options of every command may
    stand before it. After ``--`` nothing is a command.
    """
    at = 0
    while at < len(argv):
        word = argv[at]
        if word in ("--lang", "--dossier"):
            at += 2
        elif word.startswith("-") and word not in ("-", "--"):
            at += 1
        else:
            break
    if at < len(argv) and argv[at] in commands:
        return argv[at], [*argv[:at], *argv[at + 1 :]]
    return None, list(argv)


def language_option(argv: Sequence[str]) -> str | None:
    """Return the value of the last ``--lang``, the language of help and usage errors."""
    language = None
    for at, word in enumerate(argv):
        if word == "--":
            break
        if word == "--lang" and at + 1 < len(argv):
            language = argv[at + 1]
        elif word.startswith("--lang="):
            language = word.removeprefix("--lang=")
    return language


class Opened(NamedTuple):
    """What is to be opened: names, and the folder of the dossier."""

    names: list[str]
    dossier: str | None


def without_parsing(argv: Sequence[str]) -> Opened | None:
    """Tell what is to be opened by arguments that need no parser.

    These are names, ``--lang X`` and ``--dossier X``. ``None`` for anything else.
    """
    names: list[str] = []
    dossier = None
    words = iter(argv)
    for word in words:
        if not word.startswith("-") or word == "-":
            names.append(word)
        elif word in ("--lang", "--dossier"):
            value = next(words, None)
            if value is None or value.startswith("-"):
                return None
            dossier = value if word == "--dossier" else dossier
        else:
            return None
    return Opened(names, dossier)
