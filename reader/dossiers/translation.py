"""Translate a dossier's prose by its catalog; ids stay.

Untranslated prose stays in the source language and is marked: documents have its key in
``untranslated``, their texts the paragraph's id, entries have ``untranslated`` set.
"""

from __future__ import annotations

from types import MappingProxyType

from reader.dossiers.editors import Editors
from reader.dossiers.paths import catalog_folders
from reader.language import catalogs
from reader.language.catalogs import Catalog
from reader.model import Discrepancy, Document, Dossier, Entry, Note, Problem, Text, TextKind


def translated(dossier: Dossier, language: str) -> Dossier:
    """Return the dossier, its documents and entries in ``language``.

    What is wrong in its catalog becomes a problem of the dossier.
    """
    if language == dossier.shown_in:
        return dossier
    catalog, problems = load_catalog(dossier, language)
    head = translated_head(dossier, language, catalog)
    added = Editors(head.discrepancies, head.notes)
    return head._replace(
        documents=added.beside(
            translated_document(d, language, catalog) for d in dossier.documents
        ),
        problems=dossier.problems + problems,
    )


def load_catalog(dossier: Dossier, language: str) -> tuple[Catalog, tuple[Problem, ...]]:
    """Load the dossier's catalog of ``language``; return it with its problems."""
    folders = catalog_folders(dossier.root, dossier.id)
    catalog = catalogs.load(dossier.id, language, folders)
    return catalog, catalog.problems


def translated_head(dossier: Dossier, language: str, catalog: Catalog) -> Dossier:
    """Return the dossier with everything but its documents translated."""
    if language == dossier.shown_in:
        return dossier
    if dossier.shown_in != dossier.language:
        raise ValueError("a translation cannot be translated again: start from the source")

    def own(context: str, text: str) -> str:
        return catalog.pgettext(f"dossier/{context}", text) or text

    note = catalog.pgettext("dossier/note", dossier.note) if dossier.note else ""
    return dossier._replace(
        note=dossier.note if note is None else note,
        note_untranslated=note is None,
        title=own("title", dossier.title),
        topics=MappingProxyType({id: own(id, label) for id, label in dossier.topics.items()}),
        untranslated_topics=frozenset(
            id
            for id, label in dossier.topics.items()
            if label and catalog.pgettext(f"dossier/{id}", label) is None
        ),
        entries=tuple(_entry(entry, catalog) for entry in dossier.entries),
        discrepancies=tuple(_discrepancy(d, catalog) for d in dossier.discrepancies),
        notes=tuple(_note(note, catalog) for note in dossier.notes),
        shown_in=language,
    )


def _discrepancy(discrepancy: Discrepancy, catalog: Catalog) -> Discrepancy:
    place = f"discrepancies/{discrepancy.id}"
    about = catalog.pgettext(f"{place}/about", discrepancy.about)
    why = catalog.pgettext(f"{place}/why", discrepancy.why)
    missing = {"about": about, "why": why}
    sides = []
    for side in discrepancy.sides:
        text = catalog.pgettext(f"{place}/{side.number}", side.text)
        sides.append(side._replace(text=text or side.text, untranslated=text is None))
    return discrepancy._replace(
        about=about or discrepancy.about,
        sides=tuple(sides),
        why=why or discrepancy.why,
        untranslated=frozenset(key for key, found in missing.items() if found is None),
    )


def _note(note: Note, catalog: Catalog) -> Note:
    text = catalog.pgettext(f"notes/{note.id}", note.text)
    return note._replace(text=text or note.text, untranslated=text is None)


def _entry(entry: Entry, catalog: Catalog) -> Entry:
    if not entry.definition or entry.own:
        return entry
    definition = catalog.pgettext(f"glossary/{entry.id}/definition", entry.definition)
    if definition is None:
        return entry._replace(untranslated=True)
    return entry._replace(definition=definition)


def translated_document(document: Document, language: str, catalog: Catalog) -> Document:
    """Return the document with its prose and a text translated into ``language``.

    A document that was written in ``language`` stays as it is.
    """
    if document.language == language:
        return document
    missing: set[str] = set()

    def look(key: str, text: str) -> str:
        found = catalog.pgettext(f"{document.id}/{key}", text) if text else text
        if found is None:
            missing.add(key)
            return text
        return found

    source, summary = document.source, document.summary
    if source.published_note:
        source = source._replace(published_note=look("published_note", source.published_note))
    if summary:
        summary = summary._replace(
            gist=look("gist", summary.gist),
            claims=tuple(
                c._replace(
                    text=look(c.id, c.text),
                    disputed=look(f"{c.id}/disputed", c.disputed) if c.disputed else None,
                )
                for c in summary.claims
            ),
            participants=tuple(p._replace(role=look(p.id, p.role)) for p in summary.participants),
            events=tuple(e._replace(text=look(e.id, e.text)) for e in summary.events),
        )
    title = look("title", document.title)
    prose = frozenset(missing)
    missing.clear()
    edition = next((t for t in document.texts if t.kind == "edition"), document.texts[-1])
    kind: TextKind = "translation" if edition.kind == "edition" else "rendering"
    paragraphs = tuple(p._replace(text=look(p.id, p.text)) for p in edition.paragraphs)
    translation = Text(kind, language, paragraphs, frozenset(missing))
    return document._replace(
        title=title,
        source=source,
        summary=summary,
        texts=(*document.texts, translation),
        untranslated=prose,
    )
