"""``reader print ARTICLE…``: summaries to a file, a printer or standard output."""

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
from reader.language import interface
from reader.language.messages import N_, _
from reader.language.sanitize import sanitize_line
from reader.model import DocumentView, Dossier, Problem

if TYPE_CHECKING:
    from reader.briefings.bilingual import Sheet
    from reader.printing.formats import Format

PROGRAM = "reader print"


def add_arguments(parser: Parser) -> None:
    from reader.printing.formats import FORMATS

    suffixes = ", ".join(format.suffix for format in FORMATS)
    parser.add_argument(
        "documents",
        nargs="*",
        metavar=_("ARTICLE"),
        help=_("an article’s id, a file, or - for standard input"),
    )
    parser.add_argument("--all", action="store_true", help=_("every article of the dossier"))
    parser.add_argument(
        "--text",
        action=BooleanOptionalAction,
        default=True,
        help=_("with the text of the articles, or without it (default: with it)"),
    )
    parser.add_argument(
        "--draft",
        action="store_true",
        help=_("of an article that has none, a draft by rule from its own sentences"),
    )
    parser.add_argument(
        "--notes", action="store_true", help=_("with your own notes on the articles")
    )
    parser.add_argument(
        "--claims",
        metavar=_("IDS"),
        help=_(
            "only these claims of one article, such as c1,c3, with the paragraphs that they cite"
        ),
    )
    parser.add_argument(
        "--format",
        choices=[format.name for format in FORMATS],
        help=_("the output format; or set by the file extension"),
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--output",
        "-o",
        metavar=_("FILE"),
        help=_("write to this file ({suffixes}; default: standard output)").format(
            suffixes=suffixes
        ),
    )
    where.add_argument(
        "--printer",
        nargs="?",
        const="",
        metavar=_("NAME"),
        help=_("send to this printer, or without a name to the default one"),
    )
    where.add_argument(
        "--printers",
        action="store_true",
        help=_("list the printers, the default one first"),
    )
    parser.add_argument("--force", action="store_true", help=_("overwrite an existing file"))


def run(context: CommandContext) -> int:
    from reader.briefings import bilingual
    from reader.library import texts
    from reader.printing import destinations
    from reader.printing.formats import PAGE_COLUMNS
    from reader.printing.watch import Watch

    args = context.args
    if args.output == "-":
        args.output = None
    if args.printers:
        return _list_printers()
    format = _format(args.format, args.output, args.printer is not None)
    if args.output is not None and not args.force and storage.exists(Path(args.output)):
        # Checked before the work is done; to_file checks it again.
        raise ReaderError.at(
            args.output,
            N_("This file exists: choose another name, or add --force to overwrite it."),
        )
    opened = _open_documents(context)
    if args.draft:
        from reader.cli.draft import put_drafts

        put_drafts(context, [key for key, _language in opened])
    claims = _claims(context, args.claims, opened)
    dossiers = _dossiers(context)
    text: bool = args.text
    sheets = []
    for key, text_language in opened:
        views = [
            context.collection.view(key, d.shown_in, None if context.both else text_language)
            for d in dossiers
        ]
        sheet = bilingual.build(
            dossiers, views, context.matcher, text=text, claims=claims, links=texts.links(views)
        )
        sheets.append(with_notes(context, sheet, key, views[0]) if args.notes else sheet)
    paged = args.output is not None or args.printer is not None
    watch = Watch(say=_say)
    written = format.write_for(sheets, PAGE_COLUMNS if paged else console.width(), watch)
    if args.output is not None:
        destinations.to_file(Path(args.output), written, force=args.force)
        console.print_error(_("Written: {file}").format(file=sanitize_line(args.output)))
    elif args.printer is not None:
        title = sheets[0][0].title.text if len(sheets) == 1 else context.dossier.title
        job = destinations.to_printer(args.printer or None, written, title=title)
        said = _("The printing system accepted job {job}.").format(job=sanitize_line(job))
        console.print_error(said)
    else:
        layout.to_standard_output(written, is_for_programs=format.is_for_programs)
    if any(sheet[0].has_summary for sheet in sheets):
        return FOUND
    if not text:
        return NOTHING
    if paged:
        console.print_error(_("There is no summary: only the text was printed."))
    return FOUND


def with_notes(context: CommandContext, sheet: Sheet, key: str, view: DocumentView) -> Sheet:
    """Return the sheet of a document with the reader's own notes on it."""
    from reader.library import note_items

    sheet = note_items.with_notes(sheet, context.notes.placed(key, view))
    context.report_once(context.notes.problems)
    return sheet


def _say(problem: Problem) -> None:
    console.print_error(f"{PROGRAM}: {interface.describe(problem)}")


def _open_documents(context: CommandContext) -> list[tuple[str, str | None]]:
    """Return the keys of what to print; with a file's, the language of its text."""
    names: Sequence[str] = context.args.documents
    if context.args.all:
        if names:
            raise UsageError(PROGRAM, _("name articles or use --all, not both"))
        keys = context.collection.document_keys()
        if not keys:
            from reader.printing.formats import NO_DOCUMENT

            raise ReaderError.at(context.dossier.root, NO_DOCUMENT)  # with what is wrong in it
        return [(key, None) for key in keys]
    if not names:
        raise UsageError(PROGRAM, _("name an article, or use --all"))
    opened: list[tuple[str, str | None]] = []
    for name in names:
        key = context.opened(name)
        opened.append((key, None if key == name else context.collection.own_language(key)))
    return opened


def _claims(
    context: CommandContext, option: str | None, opened: Sequence[tuple[str, str | None]]
) -> list[str] | None:
    """Return the ids of the only claims to print; ``None`` means all of them."""
    if option is None:
        return None
    if len(opened) != 1:
        raise UsageError(PROGRAM, _("--claims selects from one article: name only one"))
    from reader.briefings import excerpt

    document = context.collection.document(opened[0][0], context.language)
    claims = [id.strip() for id in option.split(",") if id.strip()]
    known = [claim.id for claim in document.summary.claims] if document.summary else []
    if not known:
        raise UsageError(PROGRAM, _("this article has no claims to select from"))
    unknown = excerpt.unknown(document, claims)
    if unknown or not claims:
        raise UsageError(
            PROGRAM,
            _("there is no claim “{claim}”; there are: {claims}").format(
                claim=", ".join(unknown), claims=", ".join(known)
            ),
        )
    return claims


def _dossiers(context: CommandContext) -> list[Dossier]:
    """Return the dossier, in its own language first where ``--lang both`` is used."""
    if not context.both:
        return [context.dossier]
    from reader.briefings.bilingual import languages

    collection = context.collection
    both = languages(collection.source.language, context.language, collection.languages)
    return [context.collection.in_language(language) for language in both]


def _list_printers() -> int:
    from reader.printing import destinations

    if not destinations.has_printing():
        raise ReaderError.at("", destinations.NO_LP)
    printers = destinations.printers()
    for printer in printers:
        console.print_text(sanitize_line(printer))
    if not printers:
        console.print_error(_("There is no printer, or the printing system is not running."))
    return FOUND if printers else NOTHING


def _format(name: str | None, output: str | None, printer: bool) -> Format:
    """Choose the format: the option's, the printer's, the suffix's, or plain text."""
    from reader.printing.formats import FORMATS, TEXT, by_name, for_printer, for_suffix

    named = None if name is None else by_name(name)
    if printer:
        if named is not None and not named.printers_take_it:
            # A printer would print the markup.
            raise UsageError(PROGRAM, _("a printer takes PDF or plain text: leave out --format"))
        return named or for_printer()
    if named is not None and named.binary and output is None and console.is_terminal(sys.stdout):
        raise UsageError(
            PROGRAM,
            _("a terminal cannot show {format}: name a file with --output").format(
                format=_(named.label)
            ),
        )
    if named is not None or output is None:
        return named or TEXT
    format = for_suffix(Path(output).suffix)
    if format is None:
        raise ReaderError.at(
            output,
            N_("The file extension is not that of a known format: choose one of {suffixes}."),
            suffixes=", ".join(format.suffix for format in FORMATS),
        )
    return format
