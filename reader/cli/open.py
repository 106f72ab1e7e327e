"""``reader [ARTICLE|FILE|FOLDER|-]…``: open the app; in a pipe, print."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader import storage
from reader.cli import COMMANDS, console
from reader.cli.context import FOUND, CommandContext
from reader.language.messages import _

if TYPE_CHECKING:
    from reader.cli.parser import Parser
    from reader.library.sources import Article


def add_arguments(parser: Parser) -> None:
    parser.description = _(
        "Open articles of the dossier by their ids, text files, or a dossier’s folder. "
        "Without a terminal, their text is printed."
    )
    parser.usage = _("reader [options] [ARTICLE …]\n       reader COMMAND …")
    parser.add_argument(
        "names",
        nargs="*",
        metavar=_("ARTICLE"),
        help=_("an article’s id, a file, a folder with a dossier.yaml, or - for standard input"),
    )
    parser.add_argument(
        "--screen-reader",
        action="store_true",
        help=_("paint for a screen reader: one pane at a time, no frames, states in words"),
    )
    wide = max(map(len, COMMANDS)) + 2
    rows = "\n".join(f"  {name:<{wide}}{_(text)}" for name, text in COMMANDS.items())
    hint = _("See “reader COMMAND --help” for details.")
    # Babel finds no message inside an f-string.
    parser.epilog = "\n".join([_("commands:"), rows, "", hint])


def run(context: CommandContext) -> int:
    names: list[str] = context.args.names
    if len(names) == 1 and (Path(names[0]) / "dossier.yaml").is_file():
        context.args.dossier = names[0]
        names = []
    # A dumb terminal would show escape sequences as text.
    terminal = console.is_terminal(sys.stdout) and not console.dumb()
    terminal = terminal and context.open_app is not None
    if terminal and "-" not in names:
        terminal = console.is_terminal(sys.stdin)
    if terminal:
        return _open(context, names)
    return _print(context, names)


def _print(context: CommandContext, names: list[str]) -> int:
    from reader.cli import layout

    gc.enable()
    if not names:
        collection = context.collection
        rows = collection.rows(context.language, 0, len(collection))
        console.print_text(layout.documents(context.dossier, rows, context.language))
        console.print_text()
        _print_hints()
        return FOUND
    for number, name in enumerate(names):
        view = context.view(name, tuple(COMMANDS))
        if number:
            console.print_text()
        console.print_text(layout.text(view, context.dossier, context.language))
    return FOUND


def _print_hints() -> None:
    document, term = _("ARTICLE"), _("TERM")
    rows = (
        (_("Read one:"), f"reader show {document}"),
        (_("Its summary:"), f"reader summary {document}"),
        (_("Look a term up:"), f"reader glossary {term}"),
        (_("More:"), "reader --help"),
    )
    margin = max(len(label) for label, _command in rows) + 2
    for label, command in rows:
        console.print_text(f"{label:<{margin}}{command}")
    console.print_text(_("In a terminal, “reader” opens all this on one screen."))


def _open(context: CommandContext, names: list[str]) -> int:
    from reader.launch import LaunchOptions
    from reader.library.collection import Collection

    if not storage.exists(context.root / "dossier.yaml"):
        return _print(context, names)  # raises a ReaderError for the folder
    first: str | None = None
    unread: dict[str, Callable[[], Article]] = {}
    builder = None
    if names:
        collection = context.collection
        for name in names:
            key, rest = _open_name(context, name)
            first = first or key
            if rest is not None:
                unread[key] = rest
        if "-" in names and not _restore_stdin():
            return _print(context, names)
    else:
        collection = Collection(context.root)
        if not collection.open(trusting=True):
            # The screen's modules are imported while the dossier is indexed.
            from reader.library.builder import Builder

            builder = Builder.start(context.root)
    assert context.open_app is not None
    return context.open_app(
        LaunchOptions(
            collection,
            first,
            context.language,
            unread,
            builder,
            screen_reader=getattr(context.args, "screen_reader", False),
        )
    )


def _open_name(context: CommandContext, name: str) -> tuple[str, Callable[[], Article] | None]:
    """Return the key of a name in the collection.

    Of a long file only the beginning is open; then what gets the whole is returned too.
    """
    from reader.library.sources import Files

    collection = context.collection
    if (key := context.known(name)) is not None:
        return key, None
    source = context.source(name, tuple(COMMANDS))
    if isinstance(source, Files) and (beginning := source.beginning(name)) is not None:
        return collection.add_article(beginning, name), partial(source.get, name)
    (key,) = collection.add(source)
    return key, None


def _restore_stdin() -> bool:
    """Reopen the terminal as standard input, from which an article was read."""
    if console.is_terminal(sys.stdin):
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
        os.dup2(terminal, 0)
        os.close(terminal)
    except OSError:
        return False
    return True
