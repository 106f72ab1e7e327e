"""``reader new FOLDER [ARTICLE…]``: start a dossier of one's own."""

from __future__ import annotations

import shlex
from pathlib import Path

from reader.cli import console
from reader.cli.context import FOUND, CommandContext
from reader.cli.parser import Parser
from reader.errors import ReaderError
from reader.language import dates, messages
from reader.language.messages import N_, _, ngettext
from reader.language.sanitize import sanitize_line
from reader.model import Document


def add_arguments(parser: Parser) -> None:
    parser.description = _(
        "Start a dossier of your own in a new folder, from articles: their texts, the terms of the"
        " glossary that they mention, and a catalog for the translation into the second language."
    )
    parser.add_argument("folder", metavar=_("FOLDER"), help=_("a new or an empty folder"))
    parser.add_argument(
        "names",
        nargs="*",
        metavar=_("ARTICLE"),
        help=_("articles’ ids, or files (default: none yet)"),
    )


def run(context: CommandContext) -> int:
    from reader.checks.structure import check
    from reader.language import locales
    from reader.language.interface import describe
    from reader.library.own import starting

    folder = Path(context.args.folder)
    documents = [_document(context, name) for name in dict.fromkeys(context.args.names)]
    mentioned = _mentioned(context, documents)
    written = [document.language for document in documents]
    language = max(written, key=written.count, default=context.language)
    dossier = context.collection.in_language(language)
    languages = dict.fromkeys((context.language, "en", "ru", *locales.languages()))
    plan = starting.planned(documents, dossier, mentioned, list(languages))
    try:
        starting.start(folder, plan)
    except OSError as error:
        raise ReaderError.at(
            folder,
            N_("This folder cannot be written ({reason})."),
            reason=error.strerror or str(error),
        ) from error
    for problem in check(folder):
        console.print_error(f"reader: {describe(problem)}")
    articles = ngettext("{n} article", "{n} articles", len(documents))
    entries = ngettext("{n} glossary entry", "{n} glossary entries", len(plan.entries))
    counts = [dates.number(n, messages.language()) for n in (len(documents), len(plan.entries))]
    shown = sanitize_line(str(folder))
    console.print_text(f"{shown}: {articles.format(n=counts[0])}, {entries.format(n=counts[1])}")
    named = shlex.quote(shown)
    rows = (
        (_("Open it:"), f"reader {named}"),
        (_("Look for errors:"), f"reader check {named}"),
        (_("After changes, bring the catalog up to date:"), f"reader catalogs update {named}"),
    )
    for label, command in rows:
        console.print_text(f"{label} {command}")
    return FOUND


def _document(context: CommandContext, name: str) -> Document:
    """Return an article as it was written, with the one text that it is shown by."""
    key = context.opened(name)
    language = context.collection.own_language(key)
    view = context.collection.view(key, language)
    document = view.document._replace(texts=(view.text,), untranslated=frozenset())
    if view.text.kind == "edition":
        return document
    from reader.dossiers.own_article import with_text

    return with_text(document, view.text.paragraphs)


def _mentioned(context: CommandContext, documents: list[Document]) -> list[str]:
    found: list[str] = []
    for document in documents:
        parts = [paragraph.text for paragraph in document.texts[0].paragraphs]
        for mentions in context.matcher.in_paragraphs([document.title, *parts], at_home=False):
            found += [mention.entry for mention in mentions]
    return list(dict.fromkeys(found))
