"""``reader catalogs update|check|stats [FOLDER]``: the translators' catalogs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from reader import storage
from reader.cli import console
from reader.cli.arguments import UsageError
from reader.cli.context import BAD, FOUND, CommandContext
from reader.cli.parser import Parser
from reader.errors import ReaderError
from reader.language.interface import describe
from reader.language.messages import N_, _
from reader.language.sanitize import sanitize_line
from reader.model import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.language.catalog_domains import Domain

PROGRAM = "reader catalogs"
ACTIONS = ("update", "check", "stats")
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|[0-9]{3}))?")


def add_arguments(parser: Parser) -> None:
    parser.description = _(
        "Update and check the translation catalogs.\n"
        "\n"
        "  update  bring them up to date with the source texts; translations are kept\n"
        "  check   list what is missing in them or wrong\n"
        "  stats   count translated, fuzzy and untranslated messages\n"
        "\n"
        "Without a folder: those of the program and of its built-in dossiers, in a "
        "checkout."
    )
    parser.add_argument(
        "action", metavar="update|check|stats", choices=ACTIONS, help=_("what to do")
    )
    parser.add_argument(
        "path", nargs="?", metavar=_("FOLDER"), help=_("a folder with a dossier.yaml")
    )
    parser.add_argument(
        "--add",
        action="append",
        default=[],
        metavar=_("LANGUAGE"),
        help=_("update: begin a catalog of this language, such as ru or pt_BR"),
    )


def run(context: CommandContext) -> int:
    added: Sequence[str] = [language.replace("-", "_") for language in context.args.add]
    if added and context.args.action != "update":
        raise UsageError(PROGRAM, _("--add goes with “update” only"))
    for language in added:
        if not _LANGUAGE.fullmatch(language):
            raise UsageError(
                PROGRAM,
                _("“{language}” is not the code of a language, such as ru or pt_BR").format(
                    language=language
                ),
            )
    folder = context.args.path if context.args.path is not None else context.args.dossier
    domains = _domains(Path(folder) if folder is not None else None, added)
    if not any(domain.catalogs(added) for domain in domains):
        console.print_text(
            _("There are no catalogs yet: “reader catalogs update --add LANGUAGE” begins one.")
        )
        return FOUND
    action = {"update": _update, "check": _check, "stats": _count}[context.args.action]
    problems: list[Problem] = []
    try:
        for domain in domains:
            problems += action(domain, added)
    except ReaderError as error:  # a line begins with the file, as every finding does
        problems += error.problems
    for problem in problems:
        console.print_error(describe(problem))
    return BAD if problems else FOUND


def _domains(folder: Path | None, added: Sequence[str]) -> list[Domain]:
    from reader.language import catalog_domains

    if folder is not None:
        return [_of_dossier(folder, added)]
    root = storage.PACKAGE.parent
    if not (root / "pyproject.toml").is_file():
        raise ReaderError.at(
            root, N_("This is not a checkout of the program. Name the folder of a dossier.")
        )
    return list(catalog_domains.of_checkout(root))


def _of_dossier(folder: Path, added: Sequence[str]) -> Domain:
    """Return the domain of a dossier, of which nothing is read or written outside its folder."""
    from reader.dossiers import loader, paths, yaml_tree
    from reader.language import catalog_domains

    dossier = loader.read_head(folder)[0].dossier
    domain = catalog_domains.of_dossier(folder, dossier.id, dossier.language)
    for path in (*domain.sources, *domain.catalogs(added)):
        if not paths.inside(path, folder):
            raise ReaderError.at(path, yaml_tree.LEAVES)
    return domain


def _update(domain: Domain, added: Sequence[str]) -> list[Problem]:
    from reader.language import catalog_domains

    for path in catalog_domains.update(domain, added):
        console.print_text(_("{path}: updated").format(path=sanitize_line(str(path))))
    return []


def _check(domain: Domain, _added: Sequence[str]) -> list[Problem]:
    from reader.language import catalog_domains

    problems = catalog_domains.check(domain)
    if not problems:
        for path in domain.catalogs():
            console.print_text(_("{path}: complete").format(path=sanitize_line(str(path))))
    return problems


def _count(domain: Domain, _added: Sequence[str]) -> list[Problem]:
    from reader.language import catalog_domains

    problems: list[Problem] = []
    for path, counts, wrong in catalog_domains.count(domain):
        problems += wrong
        console.print_text(
            _("{path}: {translated} translated, {fuzzy} fuzzy, {untranslated} untranslated").format(
                path=sanitize_line(str(path)), **counts._asdict()
            )
        )
    return problems
