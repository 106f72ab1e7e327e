"""``reader glossary [TERM]``: what a term means, found by any form of any of its names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli import console
from reader.cli.context import FOUND, NOTHING, CommandContext
from reader.cli.parser import Parser, add_json
from reader.language.cells import padded, width, wrap
from reader.language.entry_kinds import KINDS
from reader.language.messages import _
from reader.library.texts import shown
from reader.model import Dossier, Entry

if TYPE_CHECKING:
    from reader.model import Mention

Places = dict[str, list[tuple[str, str, str]]]
"""By entry: document, paragraph, and the form that stands there."""

WHOLE = 3
"""Entries that are printed in full; any further ones are a line each."""


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "query",
        nargs="*",
        metavar=_("TERM"),
        help=_("a term in any form and either language, or its beginning; all terms without one"),
    )
    add_json(parser, _("as JSON"))


def run(request: CommandContext) -> int:
    query = " ".join(request.args.query)
    entries, near = _found(request, query)
    if request.args.json:
        _write_json(request, entries)
    elif not query:
        _write_list(entries, request.language)
    elif entries:
        places = _places(request, entries[:WHOLE])
        for number, entry in enumerate(entries[:WHOLE]):
            if number:
                console.say()
            _write_entry(request, entry, places.get(entry.id, []))
        if entries[WHOLE:]:
            console.say()
            console.say(_("Also:"))
            _write_list(entries[WHOLE:], request.language)
    if entries:
        return FOUND
    names = ", ".join(f"{entry.name(request.language)} ({entry.id})" for entry in near)
    if names:
        console.warn(_("No such term. Did you mean: {names}?").format(names=names))
    else:
        console.warn(_("No such term. “reader glossary” lists all terms."))
    return NOTHING


def _found(request: CommandContext, query: str) -> tuple[Sequence[Entry], Sequence[Entry]]:
    """The entries for the query, best first, or none and the nearest ones."""
    every = request.dossier.entries
    if not query:
        return every, ()
    from reader.terms.lookup import LookUp

    by_id = next((entry for entry in every if entry.id == query), None)
    look_up = LookUp(every, request.matcher)
    if by_id is None and not look_up.exact(query):
        return (), look_up.find(query, limit=3)
    found = look_up.find(query)
    if by_id is not None:
        found = [by_id, *(e for e in found if look_up.exact(query) and e.id != by_id.id)]
    return found, ()


def _places(request: CommandContext, entries: Sequence[Entry]) -> Places:
    """Where the entries are mentioned in the dossier's documents, in their order."""
    places: Places = {entry.id: [] for entry in entries}
    for document in request.dossier.documents:
        paragraphs = shown(document, request.language).paragraphs
        found: list[list[Mention]] = request.matcher.in_paragraphs([p.text for p in paragraphs])
        for paragraph, mentions in zip(paragraphs, found, strict=True):
            for mention in mentions:
                if mention.entry in places:
                    place = (document.id or "", paragraph.id, mention.text)
                    places[mention.entry].append(place)
    return places


def _write_json(request: CommandContext, entries: Sequence[Entry]) -> None:
    places = _places(request, entries) if entries else {}
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
                {"document": document, "paragraph": paragraph, "text": text}
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
        console.say("\n".join([console.bold(first[:margin]) + first[margin:], *others]))


def _write_entry(request: CommandContext, entry: Entry, places: list[tuple[str, str, str]]) -> None:
    language = request.language
    for code in sorted(entry.terms, key=lambda code: code != language):
        names = [term.text for term in entry.terms[code]]
        if names:
            _write(console.bold(names[0]))
        if names[1:]:
            _write(_("also: {names}").format(names="; ".join(names[1:])), "  ")
    console.say(console.dim(f"{entry.id} · {_(KINDS[entry.kind])}"))
    if entry.definition:
        mark = " [" + _("not translated") + "]" if entry.untranslated else ""
        console.say()
        _write(entry.definition + mark, "  ")
    rows = [
        (_("Related:"), _related(request.dossier, entry, language)),
        (_("Mentioned in:"), _listed(places)),
        (_("Sources:"), "; ".join(entry.source)),
    ]
    if any(value for _label, value in rows):
        console.say()
    for label, value in rows:
        if value:
            _write(value, f"{label} ", "  ")


def _write(text: str, first: str = "", rest: str | None = None) -> None:
    console.say("\n".join(wrap(text, console.width(), first, rest)))


def _related(dossier: Dossier, entry: Entry, language: str) -> str:
    others = (dossier.entry(id) for id in entry.related)
    return "; ".join(f"{other.name(language)} ({other.id})" for other in others if other)


def _listed(places: list[tuple[str, str, str]]) -> str:
    """“trend-2025-12-19 [p1, p4]; …”."""
    by_document: dict[str, dict[str, None]] = {}
    for document, paragraph, _text in places:
        by_document.setdefault(document, {})[paragraph] = None
    return "; ".join(f"{id} [{', '.join(paragraphs)}]" for id, paragraphs in by_document.items())
