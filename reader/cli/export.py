"""``reader export --own FOLDER``: the reader's own articles as files, for ``reader add`` to take."""

from __future__ import annotations

from pathlib import Path

from reader.cli import console
from reader.cli.context import FOUND, NOTHING, CommandContext
from reader.cli.parser import Parser
from reader.errors import ReaderError
from reader.language import dates, messages
from reader.language.messages import N_, _, ngettext
from reader.language.sanitize import sanitize_line


def add_arguments(parser: Parser) -> None:
    parser.description = _(
        "Write your own articles, with their earlier versions and the originals that you have"
        " added, to a folder. “reader add” takes them in again from there, on this machine or on"
        " another."
    )
    parser.add_argument(
        "--own",
        required=True,
        metavar=_("FOLDER"),
        help=_("a new or an empty folder"),
    )


def run(context: CommandContext) -> int:
    from reader.library.own import exporting, importing

    folder = Path(context.args.own)
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ReaderError.at(
                folder, N_("This is not an empty folder. Name a new one for your articles.")
            )
        with importing.undisturbed():
            count = exporting.export(folder, console.progress(_("Writing your articles")))
    except BlockingIOError as error:
        raise importing.busy() from error
    except OSError as error:
        raise ReaderError.at(
            error.filename or folder,
            N_("This cannot be written ({reason}). Your articles are as they were."),
            reason=error.strerror or str(error),
        ) from error
    if not count:
        console.print_error(_("You have no articles of your own yet: “reader add” adds some."))
        return NOTHING
    counted = ngettext("{n} article", "{n} articles", count)
    console.print_text(
        f"{sanitize_line(str(folder))}: {counted.format(n=dates.number(count, messages.language()))}"
    )
    return FOUND
