"""A document's file as the index holds it: rows, bodies, passages, mentions, events.

Where there are many, every core reads some of them, in processes that end when nobody reads what
they write (:mod:`reader.library.part`).
"""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.dossiers import documents, loader, translation
from reader.dossiers.documents import References
from reader.language.catalogs import Catalog
from reader.language.words import fold
from reader.library import texts
from reader.library.builder import child_environment
from reader.library.index import Row, pack
from reader.model import Dossier, Problem
from reader.terms.factory import matcher
from reader.terms.matcher import Matcher

MANY = 64
"""Documents from which on they are read by several processes."""


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
    """Language, paragraph, folded text."""
    mentions: tuple[tuple[str, str, int, str, str], ...] = ()
    """Entry, language, number in the text, paragraph, form."""
    events: tuple[tuple[str, str, bytes], ...] = ()
    fingerprints: tuple[str, ...] = ()


class Job(NamedTuple):
    """What reading a file needs, the same for all files of a dossier."""

    root: Path
    references: References
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
    cores = os.cpu_count() or 1
    if len(files) < MANY or cores < 2:
        yield from (record(job, *file) for file in files)
    else:
        yield from _by_processes(job, files, cores)


def _by_processes(job: Job, files: Sequence[tuple[str, str]], count: int) -> Iterator[Record]:
    """Have processes read a part of the files each; they end when nobody reads what they write."""
    import pickle
    import subprocess

    asked = json.dumps([str(job.root.absolute()), job.languages, job.matcher is not None])
    running = []
    try:
        for n in range(count):
            process = subprocess.Popen(
                [sys.executable, "-m", "reader.library.part"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=child_environment(),
            )
            running.append(process)
            assert process.stdin is not None
            process.stdin.write(f"{asked}\n{json.dumps(files[n::count])}\n".encode("ascii"))
            process.stdin.close()
        for n in range(len(files)):
            output = running[n % count].stdout
            assert output is not None
            try:
                made: Record = pickle.load(output)
            except EOFError as error:
                raise OSError(errno.ECHILD, os.strerror(errno.ECHILD)) from error
            yield made
    finally:
        for process in running:
            process.kill()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()


def record(job: Job, name: str, etag: str) -> Record:
    """Return what the index holds of one file."""
    document, problems = documents.read(job.root / "documents" / name, job.root, job.references)
    if document is None:
        return Record(name, etag, problems)
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
                    )
                ),
            )
        )
        own = tuple(t for t in shown.texts if t.language == language)
        bodies.append((language, pack(shown._replace(texts=own))))
        passages += [(language, p.id, fold(p.text)) for p in text.paragraphs]
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
    )


def mentions_in(
    matcher: Matcher, language: str, paragraphs: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, str, int, str, str]]:
    """Yield the mentions in a text, as the index holds them."""
    found = matcher.in_paragraphs([text for _id, text in paragraphs])
    for number, ((id, _text), mentions) in enumerate(zip(paragraphs, found, strict=True)):
        for mention in mentions:
            yield mention.entry, language, number, id, mention.text
