"""``reader remove ARTICLE…``: take articles out of the reader's own, and bring them back."""

from __future__ import annotations

from reader import storage
from reader.cli import console
from reader.cli.arguments import UsageError
from reader.cli.context import FOUND, CommandContext
from reader.cli.parser import Parser
from reader.errors import ReaderError
from reader.language.messages import N_, _
from reader.language.sanitize import sanitize_line

PROGRAM = "reader remove"


def add_arguments(parser: Parser) -> None:
    parser.description = _(
        "Take articles out of your own. They are moved into a folder for what was removed, and"
        " --undo brings them back. Of an article of the dossier it is the original that you have"
        " added."
    )
    parser.add_argument(
        "names", nargs="*", metavar=_("ARTICLE"), help=_("the ids of articles of your own")
    )
    parser.add_argument("--undo", action="store_true", help=_("bring back what was removed last"))


def run(context: CommandContext) -> int:
    args = context.args
    if args.undo == bool(args.names):
        raise UsageError(PROGRAM, _("name the articles to remove, or say --undo"))
    from reader.library.own import importing, removing

    try:
        with importing.alone():
            if args.undo:
                back, kept = removing.undo()
            else:
                names = {name: _file_of(context, name) for name in args.names}
                removing.remove(list(dict.fromkeys(names.values())))
    except BlockingIOError as error:
        raise importing.busy() from error
    except OSError as error:
        raise importing.unwritable(error) from error
    if not args.undo:
        for name in names:
            console.print_text(_("{name}: removed").format(name=sanitize_line(name)))
        console.print_text(_("“reader remove --undo” brings it back."))
        return FOUND
    for name in back:
        console.print_text(_("{name}: brought back").format(name=_shown(name)))
    for name in kept:
        console.print_error(
            _("{name}: stays removed, there is another one by now").format(name=_shown(name))
        )
    return FOUND


def _shown(name: str) -> str:
    return sanitize_line(storage.short_name(storage.data_home() / name))


def _file_of(context: CommandContext, name: str) -> str:
    """Return the file of what is to be removed, as it is named in the folder of the data."""
    from reader.dossiers import attached
    from reader.dossiers.own_places import is_own

    key = context.known(name)
    path = None
    if key is not None and is_own(key):
        path = context.collection.path(key)
    elif key is not None:
        path = attached.path_of(context.collection.source.id, key)
        if not storage.exists(path):
            raise ReaderError.at(
                name,
                N_(
                    "This is an article of the dossier, and you have added no original of it: there"
                    " is nothing to remove."
                ),
            )
    if path is None:
        raise ReaderError.at(
            name,
            N_("There is no article of your own of this name. “reader list” lists all articles."),
        )
    return str(path.relative_to(storage.data_home()))
