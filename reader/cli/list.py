"""``reader list``: the documents of the dossier."""

from __future__ import annotations

from reader.cli import console, layout
from reader.cli.context import FOUND, NOTHING, CommandContext
from reader.cli.parser import Parser, add_json
from reader.language.messages import _


def add_arguments(parser: Parser) -> None:
    add_json(parser, _("as JSON"))


def run(request: CommandContext) -> int:
    collection = request.collection
    dossier = request.dossier
    rows = collection.rows(request.language, 0, len(collection))
    if request.args.json:
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
        console.json({"documents": documents})
    else:
        console.say(layout.documents(dossier, rows, request.language))
    return FOUND if rows else NOTHING
