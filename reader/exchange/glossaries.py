"""A glossary file in whatever format it is: the dossier's YAML, TBX, or a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from reader import storage
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.model import Entry, Term

LARGEST = 32 * 2**20
"""Bytes of a file."""
MOST_ENTRIES = 100_000
LONGEST = 500
"""Characters of a term; what is longer is not a term, and left out."""


def load(path: Path) -> tuple[Entry, ...]:
    """Read a glossary. Raises :class:`ReaderError` for what is none, with the reason."""
    suffix = path.suffix.lower()
    if suffix in (".yaml", ".yml"):
        from reader.dossiers.glossary import load_glossary

        return load_glossary(path)
    data = read_bytes(path)
    if suffix in (".tbx", ".xml"):
        from reader.exchange import tbx

        return entries_of(tbx.concepts(data, path), path)
    if suffix in (".csv", ".tsv"):
        from reader.exchange import tables

        return entries_of(tables.concepts(data, path), path)
    raise ReaderError.at(
        path, N_("This is not a glossary: its name ends in .yaml, .tbx, .csv or .tsv.")
    )


def read_bytes(path: Path) -> bytes:
    """Read a file. Raises :class:`ReaderError` for one that is missing, unreadable or too large."""
    try:
        return storage.read_file(path, LARGEST, streams=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReaderError.at(
            path, N_("This file cannot be read ({reason})."), reason=reason
        ) from error


def entries_of(
    concepts: Iterable[tuple[str, Mapping[str, list[str]]]], path: Path
) -> tuple[Entry, ...]:
    """Return entries of concepts, each an id and its terms by language, in their order."""
    found: list[Entry] = []
    for id, terms in concepts:
        if len(found) == MOST_ENTRIES:
            raise ReaderError.at(
                path, N_("This glossary has more than {most} entries."), most=str(MOST_ENTRIES)
            )
        kept = {
            language: tuple(Term(text) for text in dict.fromkeys(texts) if 0 < len(text) <= LONGEST)
            for language, texts in terms.items()
        }
        kept = {language: some for language, some in kept.items() if some}
        if kept:
            found.append(Entry(id or f"entry-{len(found) + 1}", "concept", MappingProxyType(kept)))
    if not found:
        raise ReaderError.at(path, N_("This glossary has no terms in two languages."))
    return tuple(found)
