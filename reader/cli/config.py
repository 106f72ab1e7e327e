"""``reader config``: every setting, as a configuration file that could be written."""

from __future__ import annotations

from reader.cli import console
from reader.cli.context import FOUND, CommandContext
from reader.cli.parser import Parser
from reader.language.messages import _


def add_arguments(parser: Parser) -> None:
    parser.description = _(
        "Print the current settings as TOML, each with an explanation; the output can be "
        "saved as the configuration file."
    )


def run(_context: CommandContext) -> int:
    import json

    from reader import settings
    from reader.language.sanitize import sanitize_line

    def toml(value: object) -> str:
        """Return a value in TOML: there a string, a number or a truth value is what JSON has."""
        return console.json_text(json.dumps(value, ensure_ascii=False))

    in_force = settings.load()
    console.print_text(f"# {sanitize_line(str(settings.path()))}")
    for name, setting in settings.declared().items():
        console.print_text()
        console.print_text(f"# {_(setting.help)}")
        console.print_text(f"{name} = {toml(getattr(in_force, name))}")
    console.print_text()
    console.print_text("# " + _("Keys for the app’s commands, in place of the standard ones."))
    console.print_text("[keys]")
    for command, keys in in_force.keys.items():
        bare = command.replace("-", "").replace("_", "")
        name = command if bare.isascii() and bare.isalnum() else toml(command)
        console.print_text(f"{name} = {toml(', '.join(keys))}")
    return FOUND
