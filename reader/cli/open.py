"""``reader [DOCUMENT|FILE|FOLDER|-]…``: open the app, or print where there is no terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader import storage
from reader.cli import COMMANDS, console
from reader.cli.context import FOUND, CommandContext
from reader.language.messages import _
from reader.model import Document

if TYPE_CHECKING:
    from reader.cli.parser import Parser


def add_arguments(parser: Parser) -> None:
    parser.description = _(
        "Open documents of the dossier by their ids, article files, or a dossier’s folder. "
        "Without a terminal they are printed."
    )
    parser.usage = _("reader [options] [DOCUMENT …]\n       reader COMMAND …")
    parser.add_argument(
        "names",
        nargs="*",
        metavar=_("DOCUMENT"),
        help=_("a document’s id, a file, a folder with a dossier.yaml, or - for standard input"),
    )
    wide = max(map(len, COMMANDS)) + 2
    rows = "\n".join(f"  {name:<{wide}}{_(text)}" for name, text in COMMANDS.items())
    hint = _("“reader COMMAND --help” tells more about one.")
    # Babel finds no message inside an f-string.
    parser.epilog = "\n".join([_("commands:"), rows, "", hint])


def run(request: CommandContext) -> int:
    names: list[str] = request.args.names
    if len(names) == 1 and (Path(names[0]) / "dossier.yaml").is_file():
        request.args.dossier = names[0]
        names = []
    # A dumb terminal takes no screen: what it is sent would stand there as rubbish.
    terminal = console.is_terminal(sys.stdout) and not console.dumb()
    terminal = terminal and request.open_app is not None
    if terminal and "-" not in names:
        terminal = console.is_terminal(sys.stdin)
    if terminal:
        return _open(request, names)
    return _print(request, names)


def _print(request: CommandContext, names: list[str]) -> int:
    from reader.cli import layout

    if not names:
        console.say(layout.documents(request.dossier, request.language))
        console.say()
        _say_how_to_read()
        return FOUND
    for number, name in enumerate(names):
        view = request.view(name, tuple(COMMANDS))
        if number:
            console.say()
        console.say(layout.text(view, request.dossier, request.language))
    return FOUND


def _say_how_to_read() -> None:
    document, term = _("DOCUMENT"), _("TERM")
    rows = (
        (_("Read one:"), f"reader show {document}"),
        (_("Its summary:"), f"reader summary {document}"),
        (_("Look a term up:"), f"reader glossary {term}"),
        (_("More:"), "reader --help"),
    )
    margin = max(len(label) for label, _command in rows) + 2
    for label, command in rows:
        console.say(f"{label:<{margin}}{command}")
    console.say(_("In a terminal, “reader” opens all this on one screen."))


def _open(request: CommandContext, names: list[str]) -> int:
    from reader.launch import LaunchOptions

    if not storage.exists(request.root / "dossier.yaml"):
        return _print(request, names)  # which says in one line what is wrong with the folder
    start = LaunchOptions(request.root, language=request.language)
    if names:
        # The dossier itself is read by the app, after its first frame.
        ids = [name for name in names if request.source_dossier.document(name)]
        articles: list[Document] = []
        unread: dict[int, Path] = {}
        for name in names:
            document, rest = _article(request, name)
            if rest is not None:
                unread[len(articles)] = rest
            if name not in ids:
                articles.append(document)
        start = start._replace(
            document=ids[0] if ids else None, articles=tuple(articles), unread=unread
        )
    if "-" in names and not _keyboard():
        return _print(request, names)
    assert request.open_app is not None
    return request.open_app(start)


def _article(request: CommandContext, name: str) -> tuple[Document, Path | None]:
    """What a name stands for; of a long file the beginning, and where the rest is."""
    from reader.articles import decoding, recognition

    path = Path(name)
    if name != "-" and not request.source_dossier.document(name):
        beginning = decoding.read_beginning(path)
        if beginning is not None:
            return recognition.beginning(beginning, name), path
    return request.opened(name, tuple(COMMANDS)), None


def _keyboard() -> bool:
    """Make the terminal standard input again, after an article was read from it."""
    if console.is_terminal(sys.stdin):
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
        os.dup2(terminal, 0)
        os.close(terminal)
    except OSError:
        return False
    return True
