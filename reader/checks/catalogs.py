"""Anybody's catalog, with or without a glossary: no dossier is needed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.checks import translations
from reader.checks.findings import Found, of_problem, ordered
from reader.language import catalog_check, po
from reader.model import Entry
from reader.terms.factory import matcher
from reader.verifying.glossary import Glossary


def check(path: Path, entries: Sequence[Entry] = ()) -> list[Found]:
    """Return the findings of a PO file; ``entries``: the terms that it should use.

    Raises :class:`reader.errors.ReaderError` for a file that cannot be read.
    """
    faults = catalog_check.faults(po.read(path))
    found = [of_problem("catalog", problem) for problem in faults]
    terms = matcher(entries) if entries else None
    return ordered([*found, *translations.check(path, terms, Glossary.of(entries))])
