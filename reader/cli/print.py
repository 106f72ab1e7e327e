"""``reader print DOCUMENT…``: summaries to a file, a printer or standard output."""

from __future__ import annotations

from pathlib import Path

from reader.cli import console
from reader.cli.arguments import Parser, UsageError
from reader.cli.request import FOUND, NOTHING, Request
from reader.errors import ReaderError
from reader.language.interface import N_, _


def add_arguments(parser: Parser) -> None:
    from reader.printing.formats import FORMATS

    parser.add_argument(
        "documents",
        nargs="+",
        metavar=_("DOCUMENT"),
        help=_("a document’s id, a file, or - for standard input"),
    )
    parser.add_argument(
        "--format",
        choices=[format.name for format in FORMATS],
        help=_("text, md (Markdown), html or json; the file’s suffix says it too"),
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--output",
        "-o",
        metavar=_("FILE"),
        help=_("write to this file (.txt, .md, .html or .json); standard output unless given"),
    )
    where.add_argument(
        "--printer",
        nargs="?",
        const="",
        metavar=_("NAME"),
        help=_("send to this printer; to the default printer without a name"),
    )
    parser.add_argument("--force", action="store_true", help=_("write over a file that exists"))


def run(request: Request) -> int:
    from reader import printing
    from reader.printing import destinations

    args = request.args
    format = _format(args.format, args.output, args.printer is not None)
    if args.output is not None and not args.force and _exists(Path(args.output)):
        # Said before the work is done; to_file holds to it in any case.
        raise ReaderError.at(
            args.output,
            N_("This file exists: choose another name, or add --force to write over it."),
        )
    documents = [request.summarised(name) for name in args.documents]
    trees = [printing.briefing(request.dossier, d, request.matcher) for d in documents]
    paged = args.output is not None or args.printer is not None
    written = printing.write(trees, format, width=80 if paged else console.width())
    if args.output is not None:
        destinations.to_file(Path(args.output), written, force=args.force)
        console.warn(_("Written: {file}").format(file=args.output))
    elif args.printer is not None:
        job = destinations.to_printer(args.printer or None, written, title=trees[0].title.text)
        console.warn(_("The printing system took the job {job}.").format(job=job))
    elif format in ("html", "json"):
        console.data(written)
    else:
        console.say(written.removesuffix("\n"))
    return FOUND if any(d.summary for d in documents) else NOTHING


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have: writing it says so
        return False


def _format(name: str | None, output: str | None, printer: bool) -> str:
    """The format's name: as asked for, by the file's suffix, or plain text."""
    from reader.printing.formats import FORMATS, for_suffix

    if printer and name not in (None, "text"):
        # A printer would print the markup.
        raise UsageError("reader print", _("a printer gets plain text: leave --format out"))
    if name is not None or output is None:
        return name or "text"
    format = for_suffix(Path(output).suffix)
    if format is None:
        raise ReaderError.at(
            output,
            N_("The file’s suffix says no format that there is: choose one of {suffixes}."),
            suffixes=", ".join(format.suffix for format in FORMATS),
        )
    return format.name
