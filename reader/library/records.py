"""A document's file as the index holds it: rows, bodies, passages, mentions, events.

Where there are many, every core reads some of them, in processes that end when nobody reads what
they write (:mod:`reader.library.part`).
"""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from reader import storage
from reader.dossiers import loader, translation
from reader.language.catalogs import Catalog
from reader.language.words import fold
from reader.library import texts
from reader.library.builder import run_module
from reader.library.index import Row, pack
from reader.library.sources import Source
from reader.model import Document, Dossier, Problem
from reader.terms.factory import matcher
from reader.terms.matcher import Matcher
from reader.terms.tokens import every_word

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
    cores = os.cpu_count() or 1
    if len(files) < MANY or cores < 2:
        yield from (record(job, *file) for file in files)
    else:
        yield from _by_processes(job, files, cores)


def _by_processes(job: Job, files: Sequence[tuple[str, str]], count: int) -> Iterator[Record]:
    """Have processes read a part of the files each; they end when nobody reads what they write.

    What a process that cannot be started, or ends too early, leaves undone is read here.
    """
    running = [_part(job, files[n::count]) for n in range(count)]
    try:
        for n, file in enumerate(files):
            made = _next_of(running[n % count])
            if made is None or made.name != file[0]:
                _end(running[n % count])
                running[n % count] = None
                made = record(job, *file)
            yield made
    finally:
        for process in running:
            _end(process)


def _part(job: Job, files: Sequence[tuple[str, str]]) -> subprocess.Popen[bytes] | None:
    """Start a process that reads some files; ``None`` where there can be none."""
    asked = json.dumps([str(job.root), job.languages, job.matcher is not None])
    try:
        process = run_module("reader.library.part", stdin=subprocess.PIPE)
    except OSError:
        return None
    assert process.stdin is not None
    # One that has ended already is noticed when its records are asked for.
    with contextlib.suppress(BrokenPipeError), process.stdin:
        process.stdin.write(f"{asked}\n{json.dumps(files)}\n".encode("ascii"))
    return process


def _next_of(process: subprocess.Popen[bytes] | None) -> Record | None:
    """Return the next record that a process writes; ``None`` where it has ended."""
    if process is None or process.stdout is None:
        return None
    try:
        made = pickle.load(process.stdout)
    except (*storage.DAMAGE, pickle.UnpicklingError):
        return None
    return made if isinstance(made, Record) else None


def _end(process: subprocess.Popen[bytes] | None) -> None:
    if process is not None:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def record(job: Job, name: str, etag: str) -> Record:
    """Return what the index holds of one file."""
    document, problems = job.source.get(name)
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
    matcher: Matcher, language: str, paragraphs: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, str, int, str, str]]:
    """Yield the mentions in a text, as the index holds them."""
    found = matcher.in_paragraphs([text for _id, text in paragraphs], at_home=True)
    for number, ((id, _text), mentions) in enumerate(zip(paragraphs, found, strict=True)):
        for mention in mentions:
            yield mention.entry, language, number, id, mention.text
