"""``reader config``: every setting, as a configuration file that could be written."""

from __future__ import annotations

from reader.cli import console
from reader.cli.context import FOUND, CommandContext
from reader.cli.parser import Parser
from reader.language.messages import _


def add_arguments(parser: Parser) -> None:
    parser.description = _(
        "Print the settings in force as TOML, each with what it does, ready to be put into "
        "the configuration file."
    )


def run(_context: CommandContext) -> int:
    import json

    from reader import settings

    in_force = settings.load()
    console.print_text(f"# {settings.path()}")
    for name, setting in settings.declared().items():
        console.print_text()
        console.print_text(f"# {_(setting.help)}")
        # A string, a number or a truth value is in TOML what it is in JSON.
        value = json.dumps(getattr(in_force, name), ensure_ascii=False)
        console.print_text(f"{name} = {value}")
    console.print_text()
    console.print_text("# " + _("Keys of the app’s commands, in place of their own."))
    console.print_text("[keys]")
    for command, keys in in_force.keys.items():
        console.print_text(f"{command} = {json.dumps(', '.join(keys), ensure_ascii=False)}")
    return FOUND
