"""``reader glossary [TERM]``: entries looked up by any form of any of their terms."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cli import console
from reader.cli.context import FOUND, NOTHING, CommandContext
from reader.cli.parser import Parser, add_json
from reader.language.cells import padded, width, wrap
from reader.language.entry_kinds import KINDS
from reader.language.messages import _
from reader.model import Dossier, Entry

Places = dict[str, list[tuple[str, str, str]]]
"""By entry: document, paragraph, and the form that stands there."""

WHOLE = 3
"""Entries that are printed in full; any further ones are a line each."""


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "query",
        nargs="*",
        metavar=_("TERM"),
        help=_("a term in any form and any language, or its beginning; all terms without one"),
    )
    add_json(parser, _("as JSON"))


def run(context: CommandContext) -> int:
    query = " ".join(context.args.query)
    entries, near = _found(context, query)
    if context.args.json:
        _write_json(context, entries)
    elif not query:
        _write_list(entries, context.language)
    elif entries:
        places = _places(context, entries[:WHOLE])
        for number, entry in enumerate(entries[:WHOLE]):
            if number:
                console.print_text()
            _write_entry(context, entry, places.get(entry.id, []))
        if entries[WHOLE:]:
            console.print_text()
            console.print_text(_("Also:"))
            _write_list(entries[WHOLE:], context.language)
    if entries:
        return FOUND
    names = ", ".join(f"{entry.name(context.language)} ({entry.id})" for entry in near)
    if names:
        console.print_error(_("No such term. Did you mean: {names}?").format(names=names))
    else:
        console.print_error(_("No such term. “reader glossary” lists all terms."))
    return NOTHING


def _found(context: CommandContext, query: str) -> tuple[Sequence[Entry], Sequence[Entry]]:
    """Return the entries for the query, best first, else none and the nearest ones."""
    every = context.dossier.entries
    if not query:
        return every, ()
    from reader.terms.lookup import LookUp

    by_id = next((entry for entry in every if entry.id == query), None)
    look_up = LookUp(every, context.matcher)
    if by_id is None and not look_up.exact(query):
        return (), look_up.find(query, limit=3)
    found = look_up.find(query)
    if by_id is not None:
        found = [by_id, *(e for e in found if look_up.exact(query) and e.id != by_id.id)]
    return found, ()


def _places(context: CommandContext, entries: Sequence[Entry]) -> Places:
    """Return where the entries are mentioned in the dossier's documents, in order."""
    collection = context.collection
    collection.matcher = context.matcher
    return {
        entry.id: [
            (o.document, o.paragraph, o.text)
            for o in collection.occurrences(entry.id, context.language)
        ]
        for entry in entries
    }


def _write_json(context: CommandContext, entries: Sequence[Entry]) -> None:
    places = _places(context, entries) if entries else {}
    shapes = [
        {
            "id": entry.id,
            "kind": entry.kind,
            "terms": {
                language: [{"text": term.text, "type": term.type} for term in terms]
                for language, terms in entry.terms.items()
            },
            "definition": entry.definition,
            "related": list(entry.related),
            "mentions": [
                {
                    "document": document,
                    "paragraph": paragraph,
                    "text": text,
                    "text_kind": context.collection.view(document, context.language).text.kind,
                }
                for document, paragraph, text in places[entry.id]
            ],
        }
        for entry in entries
    ]
    console.json({"entries": shapes})


def _write_list(entries: Sequence[Entry], language: str) -> None:
    columns = console.width()
    margin = max((width(entry.id) for entry in entries), default=0) + 2
    for entry in entries:
        names = [entry.name(language)]
        names += [
            terms[0].text for code, terms in entry.terms.items() if code != language and terms
        ]
        first, *others = wrap(" — ".join(dict.fromkeys(names)), columns, padded(entry.id, margin))
        console.print_text("\n".join([console.bold(first[:margin]) + first[margin:], *others]))


def _write_entry(context: CommandContext, entry: Entry, places: list[tuple[str, str, str]]) -> None:
    language = context.language
    for code in sorted(entry.terms, key=lambda code: code != language):
        names = [term.text for term in entry.terms[code]]
        if names:
            _write(console.bold(names[0]))
        if names[1:]:
            _write(_("also: {names}").format(names="; ".join(names[1:])), "  ")
    console.print_text(console.dim(f"{entry.id} · {_(KINDS[entry.kind])}"))
    if entry.definition:
        mark = " [" + _("not translated") + "]" if entry.untranslated else ""
        console.print_text()
        _write(entry.definition + mark, "  ")
    rows = [
        (_("Related:"), _related(context.dossier, entry, language)),
        (_("Mentioned in:"), _format_places(places)),
        (_("References:"), "; ".join(entry.source)),
    ]
    if any(value for _label, value in rows):
        console.print_text()
    for label, value in rows:
        if value:
            _write(value, f"{label} ", "  ")


def _write(text: str, first: str = "", rest: str | None = None) -> None:
    console.print_text("\n".join(wrap(text, console.width(), first, rest)))


def _related(dossier: Dossier, entry: Entry, language: str) -> str:
    others = (dossier.entry(id) for id in entry.related)
    return "; ".join(f"{other.name(language)} ({other.id})" for other in others if other)


def _format_places(places: list[tuple[str, str, str]]) -> str:
    """Format places as “trend-2025-12-19 [p1, p4]; …”."""
    by_document: dict[str, dict[str, None]] = {}
    for document, paragraph, _text in places:
        by_document.setdefault(document, {})[paragraph] = None
    return "; ".join(f"{id} [{', '.join(paragraphs)}]" for id, paragraphs in by_document.items())
