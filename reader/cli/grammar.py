"""The grammar of the shell's commands, as their parsers have it: for completions and the manual."""

from __future__ import annotations

import argparse
from typing import Literal, NamedTuple

from reader.cli import BILINGUAL, COMMANDS, parser_of
from reader.language import locales
from reader.language.messages import _

Kind = Literal["file", "folder", "document", "choice", "text"]
"""What a value is: the path of a file or a folder, a document's id or a file, one of a few words,
or anything."""


class Value(NamedTuple):
    """The value of an option, or an argument without one."""

    name: str
    """What stands for it in the help, in the interface language."""
    kind: Kind
    choices: tuple[str, ...] = ()
    help: str = ""
    is_many: bool = False
    is_optional: bool = False


class Option(NamedTuple):
    """An option with its names, such as ``-o`` and ``--output``."""

    names: tuple[str, ...]
    help: str
    value: Value | None
    """``None`` for one that takes none."""
    is_repeated: bool = False
    is_common: bool = False
    """It is one of every command."""


class Command(NamedTuple):
    """A command of the shell; ``name`` is empty for ``reader`` itself, which opens documents."""

    name: str
    help: str
    """In a few words; empty for ``reader`` itself."""
    usage: str
    description: str
    options: tuple[Option, ...]
    arguments: tuple[Value, ...]

    def argument(self, number: int) -> Value | None:
        """Return what the argument is that has so many before it; ``None`` where there is none."""
        if number < len(self.arguments):
            return self.arguments[number]
        last = self.arguments[-1] if self.arguments else None
        return last if last is not None and last.is_many else None


def commands() -> list[Command]:
    """Return ``reader`` itself and every command of it, in the interface language."""
    return [_command(name) for name in (None, *COMMANDS)]


def _command(name: str | None) -> Command:
    parser = parser_of(name)
    own: list[Option] = []
    common: list[Option] = []
    arguments = []
    for action in parser.actions():
        if action.option_strings:
            is_common = action in parser.common
            (common if is_common else own).append(
                _option(action, is_common=is_common, both=name in BILINGUAL)
            )
        else:
            arguments.append(_value(action))
    return Command(
        name or "",
        _(COMMANDS[name]) if name else "",
        " ".join(parser.format_usage().removeprefix(_("usage: ")).split()),
        parser.description or "",
        (*own, *common),
        tuple(arguments),
    )


def _option(action: argparse.Action, *, is_common: bool, both: bool) -> Option:
    value = _value(action) if action.nargs != 0 else None
    if value is not None and action.dest == "lang":
        languages = (*locales.languages(), *(["both"] if both else []))
        value = value._replace(kind="choice", choices=languages)
    return Option(
        tuple(action.option_strings),
        action.help or "",
        value,
        is_repeated=type(action).__name__ == "_AppendAction",
        is_common=is_common,
    )


def _value(action: argparse.Action) -> Value:
    name = str(action.metavar or action.dest)
    choices = tuple(map(str, action.choices or ()))
    kinds: dict[str, Kind] = {
        _("FILE"): "file",
        "GLOSSARY.yaml": "file",
        _("FOLDER"): "folder",
        _("ARTICLE"): "document",
    }
    kind: Kind = "choice" if choices else kinds.get(name, "text")
    if choices and action.metavar is None:
        name = "|".join(choices)
    return Value(
        name,
        kind,
        choices,
        (action.help or "") if not action.option_strings else "",
        is_many=action.nargs in ("*", "+"),
        is_optional=action.nargs in ("?", "*"),
    )
