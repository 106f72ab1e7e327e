"""``reader config``: every setting and every key, as a configuration file that could be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli import console
from reader.cli.context import BAD, FOUND, CommandContext, report
from reader.cli.parser import Parser
from reader.language.messages import _

if TYPE_CHECKING:
    from reader.launch import AppKeys
    from reader.settings import Settings

_HELP_AT = 44
"""The column of what a command does, unless its keys are longer."""


def add_arguments(parser: Parser) -> None:
    parser.description = _(
        "Print the current settings as TOML, each with an explanation, and the keys of every "
        "command of the app; the output can be saved as the configuration file. Errors in that "
        "file are reported."
    )


def run(context: CommandContext) -> int:
    from reader import settings
    from reader.language.sanitize import sanitize_line

    in_force = settings.load()
    app = context.app_keys(in_force) if context.app_keys is not None else None
    console.print_text(f"# {sanitize_line(str(settings.path()))}")
    tables = {setting: table for table, setting in settings.TABLES.items()}
    # What stands in a table comes after everything that stands in none.
    for name, setting in sorted(settings.declared().items(), key=lambda item: item[0] in tables):
        console.print_text()
        if name in tables:
            console.print_text(f"[{tables[name]}]")
        console.print_text(f"# {_(setting.help)}")
        value = getattr(in_force, name)
        written = "command" if name in tables else name
        console.print_text(f"{written} = {_toml(value)}")
    console.print_text()
    _print_keys(in_force, app)
    problems = [*in_force.problems, *(app.problems if app is not None else ())]
    report(problems)
    return BAD if problems else FOUND


def _print_keys(in_force: Settings, app: AppKeys | None) -> None:
    """Print the table of keys: a configured command as it is, any other with a sign before it."""
    console.print_text("# " + _("Keys for the app’s commands, in place of the standard ones: remove the # before a command and change its keys."))  # fmt: skip
    console.print_text("[keys]")
    part = ""
    for command in app.commands if app is not None else ():
        if command.part != part:
            part = command.part
            console.print_text()
            console.print_text(f"# {_(part)}")
        configured = in_force.keys.get(command.id)
        line = ("" if configured else "# ") + _line(command.id, configured or command.keys)
        console.print_text(f"{line:<{_HELP_AT}}  # {_(command.help)}")
    known = {command.id for command in app.commands} if app is not None else set()
    for id, keys in in_force.keys.items():
        if id not in known:
            console.print_text(_line(id, keys))


def _line(command: str, keys: tuple[str, ...]) -> str:
    bare = command.replace("-", "").replace("_", "")
    name = command if bare.isascii() and bare.isalnum() else _toml(command)
    return f"{name} = {_toml(', '.join(keys))}"


def _toml(value: object) -> str:
    """Return a value in TOML: there a string, a number or a truth value is what JSON has."""
    import json

    return console.json_text(json.dumps(value, ensure_ascii=False))
