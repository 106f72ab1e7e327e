"""A document's file as the index holds it: rows, bodies, passages, mentions, events.

Where there are many, every core reads some of them, in processes that end when nobody reads what
they write (:mod:`reader.library.part`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.dossiers import loader, translation
from reader.language.catalogs import Catalog
from reader.language.words import fold
from reader.library import texts
from reader.library.index import Row
from reader.library.packing import pack
from reader.library.sources import Source
from reader.library.spreading import spread
from reader.model import Document, Dossier, Problem
from reader.terms.factory import matcher
from reader.terms.matcher import Matcher
from reader.terms.tokens import every_word


class Record(NamedTuple):
    """A document's file as the index holds it."""

    name: str
    etag: str
    problems: tuple[Problem, ...]
    key: str = ""
    """Empty where the file is too broken to be a document."""
    sort: tuple[str, str] = ("", "")
    rows: tuple[tuple[str, bytes], ...] = ()
    bodies: tuple[tuple[str, bytes], ...] = ()
    passages: tuple[tuple[str, str, str], ...] = ()
    """Language, paragraph (empty for the title), every word of the text in normal form."""
    mentions: tuple[tuple[str, str, int, str, str], ...] = ()
    """Entry, language, number in the text, paragraph, form."""
    events: tuple[tuple[str, str, bytes], ...] = ()
    fingerprints: tuple[str, ...] = ()
    published: str | None = None
    publisher: str = ""
    """In normal form."""


class Job(NamedTuple):
    """What reading a file needs, the same for all files of a dossier."""

    root: Path
    source: Source
    languages: tuple[str, ...]
    catalogs: Mapping[str, Catalog]
    matcher: Matcher | None


def load_catalogs(
    dossier: Dossier, languages: Iterable[str]
) -> tuple[dict[str, Catalog], dict[str, tuple[Problem, ...]]]:
    """Return the dossier's catalog of each language, and what is wrong with it."""
    catalogs: dict[str, Catalog] = {}
    problems: dict[str, tuple[Problem, ...]] = {}
    for language in languages:
        if language == dossier.language:
            catalogs[language], problems[language] = Catalog(), ()
        else:
            catalogs[language], problems[language] = translation.load_catalog(dossier, language)
    return catalogs, problems


def matcher_of(dossier: Dossier) -> Matcher:
    """Return the matcher of a dossier's own terms."""
    return matcher(dossier.entries)


def read_records(job: Job, files: Sequence[tuple[str, str]]) -> Iterator[Record]:
    """Yield the record of every file, in order; read by every core where there are many."""
    asked = [str(job.root), job.languages, job.matcher is not None]

    def here(file: tuple[str, str]) -> Record:
        return record(job, *file)

    return spread("reader.library.part", asked, files, here, _is_of)


def _is_of(made: object, file: tuple[str, str]) -> bool:
    return isinstance(made, Record) and made.name == file[0]


def record(job: Job, name: str, etag: str) -> Record:
    """Return what the index holds of one file."""
    document, problems, _encoding = job.source.get(name)
    if document is None:
        return Record(name, etag, problems)
    return record_of(job, document, name, etag, problems)


def record_of(
    job: Job, document: Document, name: str, etag: str, problems: tuple[Problem, ...] = ()
) -> Record:
    """Return what the index holds of a document that was read from a file."""
    rows: list[tuple[str, bytes]] = []
    bodies: list[tuple[str, bytes]] = []
    passages: list[tuple[str, str, str]] = []
    mentions: list[tuple[str, str, int, str, str]] = []
    events: list[tuple[str, str, bytes]] = []
    for language in dict.fromkeys((*job.languages, document.language)):
        shown = translation.translated_document(
            document, language, job.catalogs.get(language) or Catalog()
        )
        text = texts.shown(shown, language)
        source = shown.source
        rows.append(
            (
                language,
                pack(
                    Row(
                        document.id or "",
                        shown.title,
                        source.publisher,
                        source.published,
                        source.published_inferred,
                        text.kind,
                        text.language,
                        len(text.paragraphs),
                        "title" in shown.untranslated,
                    )
                ),
            )
        )
        own = tuple(t for t in shown.texts if t.language == language)
        bodies.append((language, pack(shown._replace(texts=own))))
        passages += passages_of(shown, language)
        if job.matcher is not None:
            mentions += mentions_in(
                job.matcher, language, [(p.id, p.text) for p in text.paragraphs]
            )
        if shown.summary is not None:
            events += [(language, event.date, pack(event)) for event in shown.summary.events]
    return Record(
        name,
        etag,
        problems,
        document.id or "",
        loader.reading_order(document),
        tuple(rows),
        tuple(bodies),
        tuple(passages),
        tuple(mentions),
        tuple(events),
        document.fingerprints,
        document.source.published or document.source.published_inferred,
        fold(document.source.publisher or ""),
    )


def passages_of(document: Document, language: str) -> list[tuple[str, str, str]]:
    """Return what is searched of a document as it is in ``language``: title and text.

    Each as the index holds it. What stands there in another language belongs to that.
    """
    text = texts.shown(document, language)
    if text.language != language:
        return []
    said = [] if "title" in document.untranslated else [("", document.title)]
    said += [(p.id, p.text) for p in text.paragraphs if p.id not in text.untranslated]
    return [(language, id, every_word(words)) for id, words in said]


def mentions_in(
    matcher: Matcher,
    language: str,
    paragraphs: Sequence[tuple[str, str]],
    *,
    at_home: bool = True,
) -> Iterator[tuple[str, str, int, str, str]]:
    """Yield the mentions in a text, as the index holds them."""
    found = matcher.in_paragraphs([text for _id, text in paragraphs], at_home=at_home)
    for number, ((id, _text), mentions) in enumerate(zip(paragraphs, found, strict=True)):
        for mention in mentions:
            yield mention.entry, language, number, id, mention.text
