"""A loaded dossier kept as JSON, so that a start reads no YAML.

The cache is valid while no file of the dossier has another time or size. A damaged or
outdated one is worth nothing and costs nothing: the dossier is read from its files.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reader import __version__, storage
from reader.model import (
    Claim,
    Document,
    Dossier,
    Entry,
    Event,
    Paragraph,
    Participant,
    Problem,
    Source,
    Summary,
    Term,
    Text,
)

_FORMAT = f"reader-dossier-4 {__version__}"
"""Counts up with the shape of what is stored and with the rules that judge a dossier."""

Key = list[list[Any]]


def key(root: Path) -> Key:
    """Name, times and size of every file that makes the dossier. Raises ``OSError`` for none."""
    rows: Key = []
    for name in ("dossier.yaml", "glossary.yaml"):
        try:
            about = os.stat(root / name)  # noqa: PTH116 - twice as fast, and this is the start
            rows.append([name, about.st_mtime_ns, about.st_ctime_ns, about.st_size])
        except OSError:
            rows.append([name])
    try:
        with os.scandir(root / "documents") as found:
            for file in found:
                if not file.name.startswith("."):
                    about = file.stat()
                    rows.append([file.name, about.st_mtime_ns, about.st_ctime_ns, about.st_size])
    except OSError:
        rows.append(["documents"])
    rows.sort(key=lambda row: str(row[0]))
    return rows


def own_key(id: str) -> bytes:
    """Name, times and size of the reader's own glossary for the dossier ``id``, in one line."""
    path = own_path(id)
    row: list[Any] = [id, os.fsencode(path).hex()]
    try:
        about = os.stat(path)  # noqa: PTH116 - as above
        row += [about.st_mtime_ns, about.st_ctime_ns, about.st_size]
    except OSError:
        pass
    return json.dumps(row).encode("ascii")


def own_path(id: str) -> Path:
    """The file of the reader's own glossary for the dossier ``id``; it need not be there."""
    return storage.data_home() / "glossaries" / f"{id}.yaml"


def _path(root: Path) -> Path:
    name = os.fsencode(os.path.realpath(root))
    return storage.cache_home() / "dossiers" / f"{zlib.crc32(name):08x}.json"


def _head(root: Path, key: Key) -> bytes:
    # ensure_ascii keeps even a name with bytes that are no UTF-8 writable, and in one line.
    return json.dumps([_FORMAT, os.path.realpath(root), key]).encode("ascii")


def load(root: Path) -> Dossier | None:
    """The dossier from the cache, if it is there, whole and of the files as they are now."""
    try:
        head, _, rest = _path(root).read_bytes().partition(b"\n")
        if head != _head(root, key(root)):
            return None
        own, _, rest = rest.partition(b"\n")
        if own != own_key(json.loads(own)[0]):
            return None
        check, _, body = rest.partition(b"\n")
        if check != b"%08x" % zlib.crc32(body):
            return None
        return _dossier(root, json.loads(body))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def store(root: Path, key: Key, own: bytes, dossier: Dossier) -> None:
    """Keep the dossier for the next start; both keys were taken before the files were read."""
    body = json.dumps(_plain(dossier), ensure_ascii=False, separators=(",", ":"))
    try:
        data = body.encode("utf-8")
        head = b"%b\n%b\n%08x\n" % (_head(root, key), own, zlib.crc32(data))
        storage.write_atomically(_path(root), head + data)
    except (OSError, ValueError):
        return  # a cache that cannot be written costs time, nothing else


def _plain(dossier: Dossier) -> list[Any]:
    return [
        dossier.id,
        dossier.language,
        dossier.title,
        str(dossier.root),
        dict(dossier.topics),
        [_plain_document(document) for document in dossier.documents],
        [
            [
                entry.id,
                entry.kind,
                {
                    language: [_plain_term(term) for term in terms]
                    for language, terms in entry.terms.items()
                },
                entry.definition,
                entry.related,
                entry.source,
                entry.own,
            ]
            for entry in dossier.entries
        ],
        [[p.path, p.line, p.column, p.message, dict(p.values)] for p in dossier.problems],
    ]


def _plain_term(term: Term) -> list[Any]:
    return [term.text, term.type, term.case, term.after_full, term.not_before, term.not_after]


def _plain_document(document: Document) -> list[Any]:
    source, summary = document.source, document.summary
    return [
        document.id,
        document.language,
        document.title,
        [
            source.publisher,
            source.published,
            source.published_inferred,
            source.published_note,
            source.attribution,
        ],
        [[p.id, p.text] for p in document.texts[0].paragraphs],
        summary
        and [
            summary.gist,
            [[c.id, c.topic, c.text, c.cites] for c in summary.claims],
            [[p.id, p.entry, p.role, p.cites] for p in summary.participants],
            [[e.id, e.date, e.text, e.cites] for e in summary.events],
            summary.documents,
        ],
        document.fingerprints,
    ]


def _dossier(root: Path, plain: list[Any]) -> Dossier:
    id, language, title, named, topics, documents, entries, problems = plain
    was = str(root)
    return Dossier(
        id,
        language,
        title,
        root,
        MappingProxyType(topics),
        tuple(_document(document) for document in documents),
        tuple(
            Entry(id, kind, _terms(terms), definition, tuple(related), tuple(source), own=own)
            for id, kind, terms, definition, related, source, own in entries
        ),
        tuple(
            # The folder may have been named another way when the dossier was stored.
            Problem(_renamed(path, named, was), line, column, message, values)
            for path, line, column, message, values in problems
        ),
        language,
    )


def _renamed(path: str, before: str, now: str) -> str:
    """The path of a file in the folder; that of any other file is what it was."""
    inside = path == before or path.startswith(before.rstrip(os.sep) + os.sep)
    return now + path.removeprefix(before) if inside else path


def _terms(plain: Mapping[str, list[list[Any]]]) -> Mapping[str, tuple[Term, ...]]:
    return MappingProxyType(
        {code: tuple(_term(*term) for term in terms) for code, terms in plain.items()}
    )


def _term(text: str, type: Any, case: Any, after_full: bool, *beside: list[str]) -> Term:
    not_before, not_after = beside
    return Term(text, type, case, after_full, tuple(not_before), tuple(not_after))


def _document(plain: list[Any]) -> Document:
    id, language, title, source, paragraphs, summary, fingerprints = plain
    publisher, published, inferred, note, attribution = source
    made = None
    if summary is not None:
        gist, claims, participants, events, named = summary
        made = Summary(
            gist,
            tuple(Claim(id, topic, text, tuple(cites)) for id, topic, text, cites in claims),
            tuple(
                Participant(id, entry, role, tuple(cites))
                for id, entry, role, cites in participants
            ),
            tuple(Event(id, date, text, tuple(cites)) for id, date, text, cites in events),
            tuple(named),
        )
    return Document(
        id,
        language,
        title,
        Source(publisher, published, inferred, note, tuple(attribution)),
        (Text("edition", language, tuple(Paragraph(id, text) for id, text in paragraphs)),),
        made,
        fingerprints=tuple(fingerprints),
    )
