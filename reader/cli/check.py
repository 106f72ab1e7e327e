"""``reader check [DOSSIER|FILE.po]``: what is wrong in a dossier, or in anybody's catalog.

Each finding has file, line and column, a level, and a code that docs/check.md explains.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli import console
from reader.cli.context import BAD, FOUND, CommandContext
from reader.cli.parser import Parser, add_json
from reader.language import dates, messages
from reader.language.interface import describe
from reader.language.messages import _, ngettext

if TYPE_CHECKING:
    from argparse import Namespace
    from types import SimpleNamespace

    from reader.checks.findings import Found
    from reader.model import Entry


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "path",
        nargs="?",
        metavar=_("FOLDER"),
        help=_(
            "a folder with a dossier.yaml, or a catalog, FILE.po (default: the built-in dossier)"
        ),
    )
    parser.add_argument(
        "--glossary",
        metavar=_("GLOSSARY"),
        help=_("terms for a catalog: a glossary.yaml, a TBX file (.tbx) or a table (.csv, .tsv)"),
    )
    parser.add_argument(
        "--notes", action="store_true", help=_("notes, too: uncited paragraphs, names to be listed")
    )
    add_json(parser, _("as JSON Lines, one finding per line"))
    parser.add_argument(
        "--sarif", action="store_true", help=_("as SARIF, for code hosts and editors")
    )


def run(context: CommandContext) -> int:
    args = context.args
    path = Path(args.path) if args.path is not None else None
    if path is not None and path.suffix.lower() == ".po":
        found = _catalog(path, args.glossary)
    elif args.glossary is not None:
        from reader.cli.arguments import UsageError

        raise UsageError("reader check", _("--glossary goes with a catalog, FILE.po"))
    else:
        from reader.checks.whole import check

        found = check(path or context.root)
    _report(found, args)
    if any(each.level == "error" for each in found):
        return BAD
    if not (args.json or args.sarif):
        _summary(context, found, path)
    return FOUND


def _catalog(path: Path, glossary: str | None) -> list[Found]:
    from reader.checks import catalogs

    entries: tuple[Entry, ...] = ()
    if glossary is not None:
        from reader.exchange.glossaries import load

        entries = load(Path(glossary))
    return catalogs.check(path, entries)


def _report(found: Sequence[Found], args: Namespace | SimpleNamespace) -> None:
    """Write findings: for a program on standard output, for a person on standard error."""
    if args.sarif:
        from reader.checks.sarif import report

        console.json(report(found))
    elif args.json:
        import json

        encode = json.JSONEncoder(ensure_ascii=False).encode
        rows = "".join(f"{encode(each.as_json())}\n" for each in found)
        console.write_utf8(console.json_text(rows))
    else:
        for each in found:
            if each.level == "note" and not args.notes:
                continue
            console.print_error(f"{describe(each.told())} [{each.code}]")


def _summary(context: CommandContext, found: Sequence[Found], path: Path | None) -> None:
    """Print what was looked through, and how much is to be looked at."""
    from reader.terms.remarks import about_forms

    warnings = sum(each.level == "warning" for each in found)
    counted = ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings)
    told = f" {counted}." if warnings else ""
    if path is not None and path.suffix.lower() == ".po":
        console.print_text(_("{file}: no errors.").format(file=path.name) + told)
        return
    context.args.dossier = str(path or context.root)
    # The reader's own articles are no part of it.
    dossier, total = context.collection.source, len(context.collection.opened_keys)
    documents = ngettext("{n} article", "{n} articles", total)
    entries = ngettext("{n} glossary entry", "{n} glossary entries", len(dossier.entries))
    numbers = [dates.number(n, messages.language()) for n in (total, len(dossier.entries))]
    counted = f"{documents.format(n=numbers[0])}, {entries.format(n=numbers[1])}"
    console.print_text(
        _("{dossier}: {counted}, no errors.").format(dossier=dossier.id, counted=counted) + told
    )
    languages = dict.fromkeys(code for entry in dossier.entries for code in entry.terms)
    for remark in about_forms(languages, messages.language()):
        console.print_text(remark)
