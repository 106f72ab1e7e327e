"""``reader list``: the documents of the dossier, or what they tell differently."""

from __future__ import annotations

from reader.cli import console, layout
from reader.cli.arguments import UsageError
from reader.cli.context import FOUND, NOTHING, CommandContext
from reader.cli.parser import Parser, add_json
from reader.language.messages import _

PROGRAM = "reader list"


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "--discrepancies",
        action="store_true",
        help=_("where the articles differ, instead of the articles"),
    )
    parser.add_argument(
        "--recent",
        action="store_true",
        help=_("files that were read last, instead of the articles"),
    )
    add_json(parser, _("as JSON"))


def run(context: CommandContext) -> int:
    if context.args.recent:
        if context.args.discrepancies:
            raise UsageError(PROGRAM, _("use --recent or --discrepancies, not both"))
        return _recent(context)
    return _discrepancies(context) if context.args.discrepancies else _documents(context)


def _recent(context: CommandContext) -> int:
    """List the files that were read in the app, the last one first."""
    from reader.kept.places import ReadFiles

    kept = ReadFiles()
    read = kept.values()[::-1]
    context.report_once(kept.problems)
    if context.args.json:
        shown = [
            {"path": file.path, "title": file.title, "opened": file.opened or None} for file in read
        ]
        console.json({"files": shown})
    elif read:
        console.print_text(layout.files(read))
    else:
        console.print_error(_("No file has been read yet."))
    return FOUND if read else NOTHING


def _discrepancies(context: CommandContext) -> int:
    from reader.briefings.outlining import discrepancy_of
    from reader.printing.json import discrepancy_shape

    dossier = context.collection.head(context.language)
    found = context.collection.added(context.language).discrepancies
    shown = [discrepancy_of(discrepancy, dossier) for discrepancy in found]
    if context.args.json:
        console.json({"discrepancies": [discrepancy_shape(each) for each in shown]})
    elif shown:
        console.print_text(layout.discrepancies(dossier, shown))
    else:
        console.print_error(_("This dossier does not list where its articles differ."))
    return FOUND if shown else NOTHING


def _documents(context: CommandContext) -> int:
    collection = context.collection
    dossier = context.dossier
    context.report_once(collection.own.problems())
    rows = collection.rows(context.language, 0, len(collection))
    if context.args.json:
        documents = [
            {
                "id": row.key,
                "title": row.title,
                "publisher": row.publisher,
                "published": row.published,
                "language": row.language,
                "text": row.text,
                "paragraphs": row.paragraphs,
            }
            for row in rows
        ]
        console.json({"documents": documents, "note": dossier.note or None})
    else:
        console.print_text(layout.documents(dossier, rows, context.language))
    return FOUND if rows else NOTHING
