"""``reader check [DOSSIER]``: a dossier's problems, with file, line and column."""

from __future__ import annotations

from pathlib import Path

from reader.cli import console
from reader.cli.context import BAD, FOUND, CommandContext
from reader.cli.parser import Parser
from reader.language import dates, messages
from reader.language.interface import describe
from reader.language.messages import _, ngettext


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "path",
        nargs="?",
        metavar=_("FOLDER"),
        help=_("a folder with a dossier.yaml (default: the built-in dossier)"),
    )


def run(context: CommandContext) -> int:
    from reader.checks.structure import check
    from reader.terms.remarks import about_forms

    root = Path(context.args.path) if context.args.path is not None else context.root
    problems = check(root)
    if problems:
        for problem in problems:
            console.print_error(describe(problem))
        return BAD
    context.args.dossier = str(root)
    dossier, total = context.collection.source, len(context.collection.document_keys())
    documents = ngettext("{n} article", "{n} articles", total)
    entries = ngettext("{n} glossary entry", "{n} glossary entries", len(dossier.entries))
    numbers = [dates.number(n, messages.language()) for n in (total, len(dossier.entries))]
    counted = f"{documents.format(n=numbers[0])}, {entries.format(n=numbers[1])}"
    console.print_text(
        _("{dossier}: {counted}, no errors.").format(dossier=dossier.id, counted=counted)
    )
    languages = dict.fromkeys(code for entry in dossier.entries for code in entry.terms)
    for remark in about_forms(languages, messages.language()):
        console.print_text(remark)
    return FOUND
