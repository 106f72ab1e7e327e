"""``reader list``: the documents of the dossier."""

from __future__ import annotations

from reader.cli import console, layout
from reader.cli.context import FOUND, NOTHING, CommandContext
from reader.cli.parser import Parser, add_json
from reader.language.messages import _
from reader.library.texts import shown


def add_arguments(parser: Parser) -> None:
    add_json(parser, _("as JSON"))


def run(request: CommandContext) -> int:
    dossier = request.dossier
    if request.args.json:
        documents = [
            {
                "id": document.id,
                "title": document.title,
                "publisher": document.source.publisher,
                "published": document.source.published,
                "language": text.language,
                "text": text.kind,
                "paragraphs": len(text.paragraphs),
            }
            for document in dossier.documents
            for text in (shown(document, request.language),)
        ]
        console.json({"documents": documents})
    else:
        console.say(layout.documents(dossier, request.language))
    return FOUND if dossier.documents else NOTHING
