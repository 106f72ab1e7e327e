"""The same dossier in another language: ids stay, prose comes from the dossier's catalog."""

from __future__ import annotations

from types import MappingProxyType

from reader.dossiers.paths import catalog_folders
from reader.errors import ReaderError
from reader.language import catalogs
from reader.language.catalogs import Catalog
from reader.model import Document, Dossier, Entry, Problem, Text


def translated(dossier: Dossier, language: str) -> Dossier:
    """The dossier in ``language``. Every document and entry is there, with the same ids.

    What has no translation stays in the source language and is named: documents have
    its key in ``untranslated``, entries have ``untranslated`` set. A document written in
    ``language`` stays its own edition. A broken catalog becomes a problem of the dossier.
    """
    if language == dossier.shown_in:
        return dossier
    if dossier.shown_in != dossier.language:
        raise ValueError("a translation cannot be translated again: start from the source")
    problems: tuple[Problem, ...] = ()
    try:
        catalog = catalogs.load(dossier.id, language, catalog_folders(dossier.root, dossier.id))
    except ReaderError as error:
        catalog, problems = Catalog(), error.problems

    def own(context: str, text: str) -> str:
        return catalog.pgettext(f"dossier/{context}", text) or text

    return dossier._replace(
        title=own("title", dossier.title),
        topics=MappingProxyType({id: own(id, label) for id, label in dossier.topics.items()}),
        documents=tuple(_document(document, language, catalog) for document in dossier.documents),
        entries=tuple(_entry(entry, catalog) for entry in dossier.entries),
        problems=dossier.problems + problems,
        shown_in=language,
    )


def _entry(entry: Entry, catalog: Catalog) -> Entry:
    if not entry.definition or entry.own:
        return entry
    definition = catalog.pgettext(f"glossary/{entry.id}/definition", entry.definition)
    if definition is None:
        return entry._replace(untranslated=True)
    return entry._replace(definition=definition)


def _document(document: Document, language: str, catalog: Catalog) -> Document:
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
            claims=tuple(c._replace(text=look(c.id, c.text)) for c in summary.claims),
            participants=tuple(p._replace(role=look(p.id, p.role)) for p in summary.participants),
            events=tuple(e._replace(text=look(e.id, e.text)) for e in summary.events),
        )
    title = look("title", document.title)
    prose = frozenset(missing)
    missing.clear()
    edition = document.texts[0]
    paragraphs = tuple(p._replace(text=look(p.id, p.text)) for p in edition.paragraphs)
    translation = Text("translation", language, paragraphs, frozenset(missing))
    return document._replace(
        title=title,
        source=source,
        summary=summary,
        texts=(*document.texts, translation),
        untranslated=prose,
    )
