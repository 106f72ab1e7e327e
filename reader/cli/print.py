"""``reader print DOCUMENT…``: summaries to a file, a printer or standard output."""

from __future__ import annotations

import sys
from argparse import BooleanOptionalAction
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader import storage
from reader.cli import console, layout
from reader.cli.arguments import UsageError
from reader.cli.context import FOUND, NOTHING, CommandContext
from reader.cli.parser import Parser
from reader.errors import ReaderError
from reader.language.messages import N_, _
from reader.model import Document, DocumentView, Dossier

if TYPE_CHECKING:
    from reader.printing.formats import Format

PROGRAM = "reader print"


def add_arguments(parser: Parser) -> None:
    from reader.printing.formats import FORMATS

    suffixes = ", ".join(format.suffix for format in FORMATS)
    parser.add_argument(
        "documents",
        nargs="*",
        metavar=_("DOCUMENT"),
        help=_("a document’s id, a file, or - for standard input"),
    )
    parser.add_argument("--all", action="store_true", help=_("every document of the dossier"))
    parser.add_argument(
        "--text",
        action=BooleanOptionalAction,
        default=True,
        help=_("with the text of the documents, or without; with it unless said otherwise"),
    )
    parser.add_argument(
        "--claims",
        metavar=_("IDS"),
        help=_("only these claims, such as c1,c3, with what they cite; of one document"),
    )
    parser.add_argument(
        "--format",
        choices=[format.name for format in FORMATS],
        help=_("the format of what is written; the file’s suffix says it too"),
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--output",
        "-o",
        metavar=_("FILE"),
        help=_("write to this file ({suffixes}); standard output unless given").format(
            suffixes=suffixes
        ),
    )
    where.add_argument(
        "--printer",
        nargs="?",
        const="",
        metavar=_("NAME"),
        help=_("send to this printer; to the default printer without a name"),
    )
    where.add_argument(
        "--printers",
        action="store_true",
        help=_("list the printers, first the one that is used without a name"),
    )
    parser.add_argument("--force", action="store_true", help=_("write over a file that exists"))


def run(request: CommandContext) -> int:
    from reader.briefings import bilingual
    from reader.library import texts
    from reader.printing import destinations
    from reader.printing.formats import PAGE_COLUMNS

    args = request.args
    if args.printers:
        return _list_printers()
    format = _format(args.format, args.output, args.printer is not None)
    if args.output is not None and not args.force and storage.exists(Path(args.output)):
        # Said before the work is done; to_file holds to it in any case.
        raise ReaderError.at(
            args.output,
            N_("This file exists: choose another name, or add --force to write over it."),
        )
    documents = _documents(request)
    claims = _claims(args.claims, documents)
    dossiers = _dossiers(request)
    text: bool = args.text
    sheets = []
    for document in documents:
        views = _views(request, document, dossiers)
        sheet = bilingual.build(
            dossiers, views, request.matcher, text=text, claims=claims, links=texts.links(views)
        )
        sheets.append(sheet)
    paged = args.output is not None or args.printer is not None
    written = format.write(sheets, PAGE_COLUMNS if paged else console.width())
    if args.output is not None:
        destinations.to_file(Path(args.output), written, force=args.force)
        console.warn(_("Written: {file}").format(file=args.output))
    elif args.printer is not None:
        title = sheets[0][0].title.text if len(sheets) == 1 else request.dossier.title
        job = destinations.to_printer(args.printer or None, written, title=title)
        console.warn(_("The printing system took the job {job}.").format(job=job))
    else:
        layout.to_standard_output(written, is_for_programs=format.is_for_programs)
    return FOUND if any(d.summary for d in documents) else NOTHING


def _documents(request: CommandContext) -> list[Document]:
    names: Sequence[str] = request.args.documents
    if request.args.all:
        if names:
            raise UsageError(PROGRAM, _("name documents, or say --all, not both"))
        return [*request.source_dossier.documents]
    if not names:
        raise UsageError(PROGRAM, _("name a document, or say --all"))
    return [request.opened(name) for name in names]


def _views(
    request: CommandContext, document: Document, dossiers: Sequence[Dossier]
) -> list[DocumentView]:
    """The document in the language of each of the dossiers; alone, over the text that was opened."""
    from reader.library.collection import Item

    item = Item.of(document)
    own = document.language if document.texts[0].kind == "original" else None
    return [
        request.collection.view(item, dossier.shown_in, None if request.both else own)
        for dossier in dossiers
    ]


def _claims(asked: str | None, documents: Sequence[Document]) -> list[str] | None:
    """The ids of the only claims to print; ``None``: all of them."""
    if asked is None:
        return None
    if len(documents) != 1:
        raise UsageError(PROGRAM, _("--claims chooses from one document: name one only"))
    from reader.briefings import excerpt

    claims = [id.strip() for id in asked.split(",") if id.strip()]
    known = [claim.id for claim in documents[0].summary.claims] if documents[0].summary else []
    if not known:
        raise UsageError(PROGRAM, _("this article has no claims to choose from"))
    unknown = excerpt.unknown(documents[0], claims)
    if unknown or not claims:
        raise UsageError(
            PROGRAM,
            _("there is no claim “{claim}”; there are: {claims}").format(
                claim=", ".join(unknown), claims=", ".join(known)
            ),
        )
    return claims


def _dossiers(request: CommandContext) -> list[Dossier]:
    """In both languages where both are asked for: that which the dossier is written in, first."""
    if not request.both:
        return [request.dossier]
    from reader.briefings.bilingual import languages

    both = languages(request.source_dossier.language, request.language)
    return [request.collection.in_language(language) for language in both]


def _list_printers() -> int:
    from reader.printing import destinations

    if not destinations.has_printing():
        raise ReaderError.at("", destinations.NO_LP)
    printers = destinations.printers()
    for printer in printers:
        console.say(printer)
    if not printers:
        console.warn(_("There is no printer, or the printing system is not running."))
    return FOUND if printers else NOTHING


def _format(name: str | None, output: str | None, printer: bool) -> Format:
    """Choose the format: as asked for, what a printer takes, by the file's suffix, or plain text."""
    from reader.printing.formats import FORMATS, TEXT, by_name, for_printer, for_suffix

    asked = None if name is None else by_name(name)
    if printer:
        if asked is not None and not asked.printers_take_it:
            # A printer would print the markup.
            raise UsageError(PROGRAM, _("a printer gets PDF or plain text: leave --format out"))
        return asked or for_printer()
    if asked is not None and asked.binary and output is None and console.is_terminal(sys.stdout):
        raise UsageError(
            PROGRAM,
            _("a terminal cannot show {format}: name a file with --output").format(
                format=_(asked.label)
            ),
        )
    if asked is not None or output is None:
        return asked or TEXT
    format = for_suffix(Path(output).suffix)
    if format is None:
        raise ReaderError.at(
            output,
            N_("The file’s suffix says no format that there is: choose one of {suffixes}."),
            suffixes=", ".join(format.suffix for format in FORMATS),
        )
    return format
