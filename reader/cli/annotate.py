"""``reader annotate FILE``: a text with each mention of a term annotated."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.briefings.publication import TEXT_KINDS, byline
from reader.cli import console, layout
from reader.cli.context import FOUND, NOTHING, CommandContext, report, report_alphabets
from reader.cli.parser import Parser, add_glossary
from reader.language.messages import _
from reader.language.sanitize import sanitize_line
from reader.model import DocumentView


def add_arguments(parser: Parser) -> None:
    from reader.printing.annotated import FORMATS

    parser.add_argument(
        "document",
        metavar=_("FILE"),
        help=_("a text file, an article’s id, or - for standard input"),
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help=_(
            "ansi (underlined), md (Markdown, terms are links) or html (definitions are "
            "tooltips); default: ansi on a terminal, md elsewhere"
        ),
    )
    add_glossary(parser)


def run(context: CommandContext) -> int:
    from reader.printing import annotated

    name: str = context.args.document
    terminal = console.is_terminal(sys.stdout) and not console.dumb()
    format = context.args.format or ("ansi" if terminal else "md")
    if name != "-" and not context.args.glossary and context.collection.position(name) is not None:
        view = context.view(name)
        title = view.document.title
        text = "\n\n".join([title, *_about(view, context), *(p.text for p in view.paragraphs)])
        mentions = context.matcher.mentions(text)
    else:
        from reader.articles.decoding import path_of
        from reader.articles.reading import read_article

        taken = read_article(path_of(name))
        report(taken.problems)
        title, parts = annotated.parts(taken.laid, sanitize_line(Path(name).name))
        # Lines that Markdown would run together are paragraphs there.
        text, mentions = annotated.joined(parts, context.matcher, tight=format == "ansi")
    written = annotated.write(text, mentions, context.terminology, format, title)
    layout.to_standard_output(written, is_for_programs=annotated.FORMATS[format].is_for_programs)
    report_alphabets(title, text, (mention.text for mention in mentions))
    return FOUND if mentions else NOTHING


def _about(view: DocumentView, context: CommandContext) -> list[str]:
    """Return what is said of a document's text before it: whose it is, after whose article."""
    parts = [
        byline(view.document.source, view.text.kind, context.language),
        _(TEXT_KINDS[view.text.kind]),
    ]
    return [*filter(None, [context.dossier.note]), " · ".join(parts)]
