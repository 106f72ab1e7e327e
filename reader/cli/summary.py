"""``reader summary DOCUMENT``: the structured summary, in any format that can be printed."""

from __future__ import annotations

from reader.cli import console
from reader.cli.context import FOUND, NOTHING, CommandContext
from reader.cli.parser import Parser
from reader.language.messages import _


def add_arguments(parser: Parser) -> None:
    from reader.printing.formats import FORMATS

    parser.add_argument(
        "document",
        metavar=_("DOCUMENT"),
        help=_("a document’s id, a file, or - for standard input"),
    )
    parser.add_argument(
        "--format",
        choices=[format.name for format in FORMATS if not format.binary],
        default="text",
        help=_("text, md (Markdown), html or json; text unless said otherwise"),
    )


def run(request: CommandContext) -> int:
    from reader import printing

    view = request.summarised(request.args.document)
    name: str = request.args.format
    # On a screen the text itself is what “reader show” prints; on a page, citations lead to it.
    with_text = name in ("md", "html")
    matcher = None if name == "json" else request.matcher
    tree = printing.briefing(request.dossier, view, matcher, text=with_text)
    written = printing.write_text([tree], name, width=console.width())
    if name in ("html", "json"):
        console.data(written)
    else:
        console.say(written.removesuffix("\n"))
    return FOUND if view.document.summary else NOTHING
