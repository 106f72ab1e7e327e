"""``reader draft ARTICLE``: a draft of its summary, by rule or by a command of the reader's own."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli import console, layout
from reader.cli.arguments import UsageError
from reader.cli.context import FOUND, NOTHING, CommandContext, report
from reader.cli.parser import Parser, add_document, add_format, add_json
from reader.language.messages import _

if TYPE_CHECKING:
    from reader.model import DocumentView


def add_arguments(parser: Parser) -> None:
    add_document(parser)
    how = parser.add_mutually_exclusive_group()
    add_json(how, _("as JSON"))
    add_format(how)
    parser.add_argument(
        "--with",
        dest="command_line",
        nargs="?",
        const="",
        metavar=_("COMMAND"),
        help=_(
            "have this command draft it, or without a name the one of the configuration; its claims"
            " are verified"
        ),
    )
    parser.add_argument(
        "--yes", action="store_true", help=_("give the article to the command without asking")
    )


PROGRAM = "reader draft"


def run(context: CommandContext) -> int:
    args = context.args
    key = context.opened(args.document)
    view = drafted(context, key) if args.command_line is None else _by_command(context, key)
    written(context, view, "json" if args.json else args.format)
    return FOUND if view.document.summary else NOTHING


def _by_command(context: CommandContext, key: str) -> DocumentView:
    """Return the view of an article with the draft of a command, once its sending is agreed to."""
    from reader import outside
    from reader.library import drafts

    args, collection = context.args, context.collection
    words = outside.words(args.command_line) if args.command_line else _configured()
    data = drafts.question(collection, key, context.matcher)
    if not args.yes:
        _agree(outside.shown(words), len(data))
    summary = drafts.by_command(collection, key, context.matcher, words, data)
    return drafts.with_summary(collection, key, summary)


def _configured() -> list[str]:
    from reader import settings

    in_force = settings.load()
    report(in_force.problems)
    if not in_force.draft_command:
        raise UsageError(
            PROGRAM,
            _("name a command after --with, or set one in the configuration: [draft] command"),
        )
    return [*in_force.draft_command]


def _agree(command: str, size: int) -> None:
    """Ask before the article is given to a command. Raises :class:`UsageError` without an answer."""
    from reader.language import dates, messages

    count = dates.number(size, messages.language())
    if not (console.is_terminal(sys.stdin) and console.is_terminal(sys.stderr)):
        raise UsageError(
            PROGRAM,
            _("this would send {n} bytes to {command}: add --yes to allow it").format(
                n=count, command=command
            ),
        )
    console.print_error(
        _("The article is given to this command, {n} bytes: {command}").format(
            n=count, command=command
        )
    )
    try:
        answer = input(_("Send? [y/N]") + " ").strip().lower()
    except EOFError:
        answer = ""
    if answer not in ("y", "yes", _("y"), _("yes")):
        raise UsageError(PROGRAM, _("nothing was sent"))


def drafted(context: CommandContext, key: str) -> DocumentView:
    """Return the view of an article in its own language, with a draft of its summary by rule.

    Where there is none, the reason is told on standard error.
    """
    from reader.library import drafts

    made = drafts.by_rule(context.collection, key, context.matcher)
    if made.summary is None:
        console.print_error(f"reader: {_(made.reason)}")
    return drafts.with_summary(context.collection, key, made.summary)


def put_drafts(context: CommandContext, keys: Sequence[str]) -> None:
    """Give each of these articles that has no summary a draft by rule, for whatever is printed."""
    from reader.library import drafts

    collection = context.collection
    for key in keys:
        if collection.document(key, context.language).summary is None:
            made = drafts.by_rule(collection, key, context.matcher)
            if made.summary is None:
                console.print_error(f"reader: {_(made.reason)}")
            collection.put_summary(key, made.summary)


def written(context: CommandContext, view: DocumentView, name: str) -> None:
    """Print the summary of a view in the format of this name."""
    from reader.briefings.building import build
    from reader.printing.formats import by_name

    format = by_name(name)
    matcher = context.matcher if format.links_terms else None
    briefing = build(context.dossier, view, matcher, text=format.summary_has_text)
    out = format.write([(briefing,)], console.width())
    layout.to_standard_output(out, is_for_programs=format.is_for_programs)
