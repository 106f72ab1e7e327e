"""``reader summary ARTICLE``.

The structured summary, in any format that can be printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli import console, layout
from reader.cli.context import FOUND, NOTHING, CommandContext
from reader.cli.parser import Parser, add_document, add_format
from reader.cli.print import with_notes
from reader.language.messages import _

if TYPE_CHECKING:
    from reader.briefings.bilingual import Sheet


def add_arguments(parser: Parser) -> None:
    add_document(parser)
    add_format(parser)
    parser.add_argument(
        "--draft",
        action="store_true",
        help=_("of an article that has none, a draft by rule from its own sentences"),
    )
    parser.add_argument(
        "--notes", action="store_true", help=_("with your own notes on the articles")
    )


def run(context: CommandContext) -> int:
    from reader.briefings.building import build
    from reader.printing.formats import by_name

    key, view = context.summarised(context.args.document)
    if context.args.draft and view.document.summary is None:
        from reader.cli.draft import drafted

        view = drafted(context, key)
    format = by_name(context.args.format)
    # On a screen the text itself is what “reader show” prints; on a page, citations lead to it.
    matcher = context.matcher if format.links_terms else None
    briefing = build(context.dossier, view, matcher, text=format.summary_has_text)
    sheet: Sheet = (briefing,)
    if context.args.notes:
        sheet = with_notes(context, sheet, key, view)
    written = format.write([sheet], console.width())
    layout.to_standard_output(written, is_for_programs=format.is_for_programs)
    return FOUND if view.document.summary else NOTHING
