"""``reader check [DOSSIER]``: everything that is wrong in a dossier, with file, line and column."""

from __future__ import annotations

from pathlib import Path

from reader.cli import console
from reader.cli.context import BAD, FOUND, CommandContext
from reader.cli.parser import Parser
from reader.language.interface import describe
from reader.language.messages import _, ngettext


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "path",
        nargs="?",
        metavar=_("FOLDER"),
        help=_("a folder with a dossier.yaml; the built-in dossier unless given"),
    )


def run(request: CommandContext) -> int:
    from reader.checks.structure import check

    root = Path(request.args.path) if request.args.path is not None else request.root
    problems = check(root)
    if problems:
        for problem in problems:
            console.warn(describe(problem))
        return BAD
    request.args.dossier = str(root)
    dossier = request.source_dossier
    documents = ngettext("{n} document", "{n} documents", len(dossier.documents))
    entries = ngettext("{n} glossary entry", "{n} glossary entries", len(dossier.entries))
    counted = (
        f"{documents.format(n=len(dossier.documents))}, {entries.format(n=len(dossier.entries))}"
    )
    console.say(_("{dossier}: {counted}, no mistakes.").format(dossier=dossier.id, counted=counted))
    return FOUND
