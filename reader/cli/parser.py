"""Arguments of the commands, and an argparse in the interface language."""

from __future__ import annotations

import argparse
from typing import NoReturn

from reader.cli import console
from reader.cli.arguments import UsageError
from reader.language import locales
from reader.language.messages import N_, _, ngettext

# What argparse says itself, marked here because its own source is never extracted.
ARGPARSE = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("not allowed with argument %s"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("ignored explicit argument %r"),
    N_("unrecognized arguments: %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)"),
)


class _Help(argparse.HelpFormatter):
    """Wraps every line of a description by itself, and keeps indented ones unchanged."""

    def __init__(self, prog: str) -> None:
        # argparse makes one for every argument: its own way to a width imports shutil.
        super().__init__(prog, width=console.columns() - 2)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = text.split("\n")
        return "\n".join(
            line if line.startswith(" ") else super(_Help, self)._fill_text(line, width, indent)
            for line in lines
        )


class Parser(argparse.ArgumentParser):
    """An argparse parser of one command, with the options that every command has."""

    def __init__(self, program: str, description: str, epilog: str | None = None) -> None:
        # argparse looks its strings up by these names in its own module.
        vars(argparse).update(_=_, ngettext=ngettext)
        super().__init__(
            prog=program,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
            add_help=False,
            formatter_class=_Help,
        )
        self.common: list[argparse.Action] = []
        """The options of every command."""

    def actions(self) -> list[argparse.Action]:
        """Return the options and arguments, in the order in which they were added."""
        return list(self._actions)

    def add_common_options(self, *, both: bool = False) -> None:
        """Add the options of every command; ``both`` allows ``--lang both``."""
        group = self.add_argument_group(_("options of every command"))
        language = (
            _("the language of the output and of messages: {languages}, or both side by side")
            if both
            else _("the language of the output and of messages: {languages}")
        )
        before = len(self._actions)
        group.add_argument(
            "--lang",
            metavar=_("LANGUAGE"),
            help=language.format(languages=", ".join(locales.languages())),
        )
        group.add_argument(
            "--dossier",
            metavar=_("FOLDER"),
            help=_("a folder with a dossier.yaml, instead of the built-in dossier"),
        )
        group.add_argument("--version", action="store_true", help=_("print the version and exit"))
        group.add_argument("-h", "--help", action="help", help=_("show this help message and exit"))
        self.common = self._actions[before:]

    def error(self, message: str) -> NoReturn:
        raise UsageError(self.prog, message)


def add_document(parser: argparse._ActionsContainer) -> None:
    """Add the article that a command is about, as ``document``."""
    parser.add_argument(
        "document",
        metavar=_("ARTICLE"),
        help=_("an article’s id, a file, or - for standard input"),
    )


def add_format(parser: argparse._ActionsContainer) -> None:
    """Add the format of what is printed, as ``format``: one that a terminal can show."""
    from reader.printing.formats import FORMATS

    parser.add_argument(
        "--format",
        choices=[format.name for format in FORMATS if not format.binary],
        default="text",
        help=_("the output format (default: text)"),
    )


def add_glossary(parser: argparse._ActionsContainer) -> None:
    """Add files of terms that stand in for the dossier's glossary, as ``glossary``."""
    parser.add_argument(
        "--glossary",
        action="append",
        metavar="GLOSSARY.yaml",
        help=_(
            "terms of this file, instead of the dossier’s; id, kind and terms are enough; "
            "may be given more than once"
        ),
    )


def add_json(parser: argparse._ActionsContainer, help: str) -> None:
    parser.add_argument("--json", action="store_true", help=help)
