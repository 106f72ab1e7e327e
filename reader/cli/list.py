"""``reader list``: the documents of the dossier."""

from __future__ import annotations

from reader.cli import console, layout
from reader.cli.context import FOUND, NOTHING, CommandContext
from reader.cli.parser import Parser, add_json
from reader.language.messages import _


def add_arguments(parser: Parser) -> None:
    add_json(parser, _("as JSON"))


def run(context: CommandContext) -> int:
    collection = context.collection
    dossier = context.dossier
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
