"""``reader draft ARTICLE``: a draft of its summary, by rule or by a command of the reader's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli import console, layout
from reader.cli.context import FOUND, NOTHING, CommandContext
from reader.cli.parser import Parser, add_json
from reader.language.messages import _

if TYPE_CHECKING:
    from reader.model import DocumentView


def add_arguments(parser: Parser) -> None:
    from reader.printing.formats import FORMATS

    parser.add_argument(
        "document",
        metavar=_("ARTICLE"),
        help=_("an article’s id, a file, or - for standard input"),
    )
    how = parser.add_mutually_exclusive_group()
    add_json(how, _("as JSON"))
    how.add_argument(
        "--format",
        choices=[format.name for format in FORMATS if not format.binary],
        default="text",
        help=_("the output format (default: text)"),
    )


def run(context: CommandContext) -> int:
    args = context.args
    view = drafted(context, context.opened(args.document))
    written(context, view, "json" if args.json else args.format)
    return FOUND if view.document.summary else NOTHING


def drafted(context: CommandContext, key: str) -> DocumentView:
    """Return the view of an article in its own language, with a draft of its summary by rule.

    Where there is none, the reason is told on standard error.
    """
    from reader.library import drafts

    made = drafts.by_rule(context.collection, key, context.matcher)
    if made.summary is None:
        console.print_error(f"reader: {_(made.reason)}")
    return drafts.with_summary(context.collection, key, made.summary)


def written(context: CommandContext, view: DocumentView, name: str) -> None:
    """Print the summary of a view in the format of this name."""
    from reader.briefings.building import build
    from reader.printing.formats import by_name

    format = by_name(name)
    matcher = context.matcher if format.links_terms else None
    briefing = build(context.dossier, view, matcher, text=format.summary_has_text)
    out = format.write([(briefing,)], console.width())
    layout.to_standard_output(out, is_for_programs=format.is_for_programs)
