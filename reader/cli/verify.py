"""Claims held against the paragraphs that they cite: ``reader verify FILE``, JSON in, JSON out.

A list of findings, and never a score.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli import console
from reader.cli.context import FOUND, NOTHING, CommandContext, report
from reader.cli.parser import Parser, add_glossary, add_json
from reader.language.messages import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.verdicts import Verdict
    from reader.verifying.request import Request
    from reader.verifying.verifier import Verifier


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "file",
        metavar=_("FILE"),
        help=_("JSON with paragraphs and claims, or - for standard input"),
    )
    add_glossary(parser)
    add_json(parser, _("as JSON: each claim with its findings"))


def run(context: CommandContext) -> int:
    from reader.articles.decoding import bytes_of, decode, path_of
    from reader.verifying import request as requests

    args = context.args
    decoded = decode(bytes_of(path_of(args.file)), args.file)
    report(decoded.problems)
    request = requests.parse(decoded.text, args.file)
    verifier = _verifier(context, request)
    verdicts = [verifier.verify(claim) for claim in request.claims]
    if args.json:
        console.json({"claims": [verdict.as_json() for verdict in verdicts]})
    else:
        _tell(request, verdicts, verifier)
    return FOUND if all(verdict.state == "verified" for verdict in verdicts) else NOTHING


def _verifier(context: CommandContext, request: Request) -> Verifier:
    from reader.terms import factory
    from reader.verifying.verifier import Verifier

    if isinstance(request.glossary, str) and not context.args.glossary:
        context.args.glossary = [request.glossary]
    if isinstance(request.glossary, list) and not context.args.glossary:
        from json import dumps

        from reader.dossiers.glossary import load_glossary

        written = dumps(request.glossary, ensure_ascii=False).encode("utf-8", "replace")
        entries = load_glossary(Path(context.args.file), written) if request.glossary else ()
        matcher = factory.matcher(entries) if entries else None
    else:
        entries, matcher = context.terminology.entries, context.matcher
    return Verifier(
        request.paragraphs,
        matcher,
        entries,
        published=request.published,
        line=request.publisher,
    )


def _tell(request: Request, verdicts: Sequence[Verdict], verifier: Verifier) -> None:
    """Print for a person what was found of each claim, and which paragraphs none cites."""
    from reader.language.sanitize import sanitize_line
    from reader.verdicts import MARKS, label

    for claim, verdict in zip(request.claims, verdicts, strict=True):
        console.print_text(
            f"{MARKS[verdict.state]} {sanitize_line(claim.id)} · {label(verdict.state)}: "
            f"{sanitize_line(claim.text)}"
        )
        for finding in verdict.findings:
            console.print_text(f"    {finding.code}: {sanitize_line(finding.describe())}")
    good = sum(verdict.state == "verified" for verdict in verdicts)
    every = ngettext(
        "{good} of {n} claim checks out", "{good} of {n} claims check out", len(verdicts)
    )
    console.print_text(every.format(good=good, n=len(verdicts)) + ".")
    if uncited := verifier.uncited(claim.cites for claim in request.claims):
        ids = ", ".join(map(sanitize_line, uncited))
        console.print_text(_("No claim cites: {paragraphs}.").format(paragraphs=ids))
