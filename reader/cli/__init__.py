"""The commands of the shell, each in a module of its own.

A command's module has ``add_arguments(parser)`` and ``run(context) -> int``, and ``ordered`` where
arguments that begin with a minus may be something else than options; it is imported when that
command is named, and imports what it needs when it needs it.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Protocol, cast

from reader import storage
from reader.cli import console
from reader.errors import ReaderError
from reader.language import interface
from reader.language.messages import N_, _

if TYPE_CHECKING:
    from argparse import Namespace

    from reader.cli.context import CommandContext
    from reader.cli.parser import Parser
    from reader.launch import AppKeys, LaunchOptions
    from reader.model import Problem
    from reader.settings import Settings

COMMANDS: dict[str, str] = {
    "list": N_("list the articles"),
    "show": N_("print an article’s text"),
    "summary": N_("print an article’s summary"),
    "draft": N_("draft an article’s summary from its own sentences"),
    "glossary": N_("look a term up, or list all"),
    "search": N_("search all articles"),
    "terms": N_("find the glossary’s terms in a text"),
    "facts": N_("find times, numbers, names and quotations in a text"),
    "verify": N_("hold claims against the paragraphs that they cite"),
    "annotate": N_("print a text with its terms marked"),
    "add": N_("add articles to your own"),
    "remove": N_("remove articles of your own, or bring them back"),
    "export": N_("write your own articles to a folder"),
    "new": N_("start a dossier of your own"),
    "notes": N_("list, export and add your own notes"),
    "print": N_("write summaries to a file or send them to a printer"),
    "check": N_("look for errors in a dossier"),
    "catalogs": N_("update and check the translation catalogs"),
    "config": N_("print the settings"),
    "completions": N_("print a shell’s completion script"),
}
"""Every command with the msgid of its help; without a command, ``reader`` opens documents."""

BILINGUAL = ("print",)
"""Commands that take ``--lang both``."""

BROKEN_PIPE = 141  # 128 + SIGPIPE, as the shell reports a program that the signal ended
INTERRUPTED = 130


class _Command(Protocol):
    def add_arguments(self, parser: Parser) -> None: ...

    def run(self, context: CommandContext) -> int: ...


def main(
    argv: Sequence[str],
    *,
    open_app: Callable[[LaunchOptions], int] | None = None,
    app_keys: Callable[[Settings], AppKeys] | None = None,
    begin: Callable[[], None] | None = None,
) -> int:
    """Run the command that ``argv`` names, and return the exit code.

    ``open_app`` opens the screen; without it, everything is printed. ``app_keys`` lists the
    screen's commands with their keys. The callback ``begin`` is called where Ctrl+C may come as an
    exception from then on.
    """
    try:
        if begin is not None:
            begin()
        console.prepare()
        code = _run(argv, open_app, app_keys)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BrokenPipeError:
        console.silence(sys.stdout)
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:  # a full disk, a closed standard output
        console.silence(sys.stdout)
        console.print_error(f"reader: {_(error.strerror) if error.strerror else error}")
        return 2


def _run(
    argv: Sequence[str],
    open_app: Callable[[LaunchOptions], int] | None,
    app_keys: Callable[[Settings], AppKeys] | None,
) -> int:
    from reader.cli import arguments

    option = arguments.language_option(argv)
    name, rest = arguments.split(argv, tuple(COMMANDS))
    both = option == "both" and name in BILINGUAL
    try:
        # The command that prints the configuration tells by itself what is wrong in it.
        language = _choose_language(None if both else option, report_settings=name != "config")
        command = _module(name)
        if "--version" in rest[: rest.index("--") if "--" in rest else None]:
            from reader import __version__

            console.print_text(f"reader {__version__}")
            return 0
        ordered: Callable[[Sequence[str]], Sequence[str]] | None
        if (ordered := getattr(command, "ordered", None)) is not None:
            rest = ordered(rest)
        args: Namespace | SimpleNamespace
        if name is None and (opened := arguments.without_parsing(rest)) is not None:
            args = SimpleNamespace(names=opened.names, dossier=opened.dossier)
        else:
            args = _parser(name, command).parse_args(rest)
        from reader.cli.context import CommandContext

        if name is not None or open_app is None:
            gc.enable()
        return command.run(CommandContext(args, language, open_app, both, app_keys))
    except SystemExit as stop:  # argparse, after --help
        return stop.code if isinstance(stop.code, int) else 0
    except arguments.UsageError as error:
        hint = _("See “{command} --help” for how to use it.").format(command=error.program)
        console.print_error(f"{error.program}: {error.message}. {hint}")
        return 2
    except ReaderError as error:
        from reader.cli.context import report

        report(error.problems)
        return 2


def _module(name: str | None) -> _Command:
    # Every module of a command has what a command has.
    return cast(_Command, importlib.import_module(f"reader.cli.{name or 'open'}"))


def _parser(name: str | None, command: _Command) -> Parser:
    from reader.cli.parser import Parser

    program = f"reader {name}" if name else "reader"
    parser = Parser(program, _sentence(_(COMMANDS[name])) if name else "")
    command.add_arguments(parser)
    parser.add_common_options(both=name in BILINGUAL)
    return parser


def parser_of(name: str | None) -> Parser:
    """Return the parser of a command, in the interface language; ``None`` opens documents."""
    return _parser(name, _module(name))


def _choose_language(explicit: str | None, *, report_settings: bool = True) -> str:
    """Choose the interface language, set it, and report what is wrong with what it depends on."""
    from reader.language import locales

    configured: str | None = None
    remembered: str | None = None
    problems: tuple[Problem, ...] = ()
    if explicit is None:
        configured, found = _configured()
        problems = found if report_settings else ()
        if not configured:
            remembered, forgotten = _remembered()
            problems += forgotten
    else:
        # A wrong --lang is reported in the language that would have been used without it.
        interface.set_language(locales.choose(None, None, None, os.environ))
    language = locales.choose(explicit, configured, remembered, os.environ)
    interface.set_language(language)
    for problem in (*problems, *interface.problems()):
        console.print_error(f"reader: {interface.describe(problem)}")
    return language


# Most runs find neither file, and a filter in a pipe must not pay for modules that read none.


def _configured() -> tuple[str | None, tuple[Problem, ...]]:
    """Return the configured language, and the problems of the configuration."""
    if not storage.exists(storage.config_home() / "config.toml"):
        return None, ()
    from reader import settings

    found = settings.load()
    return found.language or None, found.problems


def _remembered() -> tuple[str | None, tuple[Problem, ...]]:
    """Return the language in which the screen was last closed, and the problems of the state.

    Where standard output is not a terminal it doesn't count: what a script gets is not to depend
    on the key that somebody has pressed on the screen.
    """
    if not console.is_terminal(sys.stdout):
        return None, ()
    if not storage.exists(storage.state_home() / "state.json"):
        return None, ()
    from reader import state

    return state.load().language, state.problems()


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."
