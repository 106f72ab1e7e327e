"""``reader show ARTICLE``: a document's text, paragraph by paragraph."""

from __future__ import annotations

from reader.cli import console, layout
from reader.cli.context import FOUND, CommandContext
from reader.cli.parser import Parser, add_document, add_json
from reader.language.messages import _


def add_arguments(parser: Parser) -> None:
    add_document(parser)
    instead = parser.add_mutually_exclusive_group()
    add_json(instead, _("as JSON"))
    instead.add_argument(
        "--fingerprints",
        action="store_true",
        help=_("a fingerprint per paragraph, by which a dossier recognises the text"),
    )


def run(context: CommandContext) -> int:
    name: str = context.args.document
    view = context.view(name)
    text = view.text
    if context.args.json:
        source = view.document.source
        shape: dict[str, object] = {
            "id": view.id,
            "language": text.language,
            "text": text.kind,
            "title": view.document.title,
            "paragraphs": [{"id": p.id, "text": p.text} for p in text.paragraphs],
            "headline": source.headline,
            "url": source.url,
        }
        if view.id != name:
            shape |= {
                "published": source.published,
                "publisher": source.publisher,
                "author": source.author,
                "via": list(source.via),
                "encoding": context.encoding,
            }
        console.json(shape)
    elif context.args.fingerprints:
        from reader.articles.recognition import fingerprint

        for paragraph in text.paragraphs:
            console.print_text(fingerprint(paragraph.text))
    else:
        console.print_text(layout.text(view, context.dossier, context.language))
    return FOUND
