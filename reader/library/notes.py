"""The reader's notes, kept: for each dossier a file, and one for files outside of any.

A file is JSON Lines, one note a line, to be read, searched and edited by hand as well: a mistake in
a line costs no other note, as one of YAML's indentation would, and five hundred notes are read in a
few milliseconds. Keys that the program doesn't know stay as they are. How lines are kept is
:mod:`reader.kept.lines`.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from reader.kept.lines import KeptLines, number_of, text_of
from reader.language.messages import N_
from reader.language.sanitize import sanitize
from reader.library.anchoring import Quote
from reader.model import TextKind

LARGEST = 64 * 2**20
"""Bytes of a file of notes."""

Kind = Literal["paragraph", "claim", "selection"]
"""What a note is on: a whole paragraph, a claim of the summary, or some words."""

_KINDS: tuple[Kind, ...] = ("paragraph", "claim", "selection")
_TEXTS: tuple[TextKind, ...] = ("original", "version", "edition", "translation", "rendering")

NO_NOTE = N_("This line is not a note ({reason}). It stays in the file as it is.")
NOT_TEXT = N_("This file of notes is not text in UTF-8. It is set aside before a note is added.")
SET_ASIDE = N_("This file of notes was not text in UTF-8: it is kept as {name}.")
TOO_LARGE = N_("A file of notes may have {limit} MB. Move some of its lines into another file.")
CHANGED = N_("This note was changed or removed meanwhile, by another program or by hand.")


class Note(NamedTuple):
    """A note of the reader's.

    ``document`` is a document's id, or the absolute path of a file (empty for standard input), of
    which ``fingerprint`` tells the text. ``made`` and ``changed`` are ISO 8601 with a zone.

    ``of`` and ``language`` name the text that ``quote`` is from. Of a note on a claim, whose id is
    ``claim``, they name the text that was shown, and the quotation is of the summary in ``language``.
    """

    id: str
    document: str
    kind: Kind
    text: str
    tags: tuple[str, ...] = ()
    made: str = ""
    changed: str = ""
    of: TextKind = "edition"
    language: str = ""
    quote: Quote = Quote("")
    claim: str = ""
    fingerprint: str = ""
    rest: Mapping[str, Any] = MappingProxyType({})
    """What else the note's line has, which the program doesn't know."""


def new_id() -> str:
    """Return an id that no other note has."""
    return os.urandom(6).hex()


def now() -> str:
    """Return the time as ISO 8601 with its zone, to the second."""
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")


def edited(note: Note, text: str, tags: tuple[str, ...]) -> Note:
    """Return a note with another text and other tags, changed now."""
    return note._replace(text=text, tags=tags, changed=now())


class Notebook(KeptLines[Note]):
    """The notes in one file."""

    LARGEST = LARGEST
    BAD_LINE = NO_NOTE
    NOT_TEXT = NOT_TEXT
    SET_ASIDE = SET_ASIDE
    TOO_LARGE = TOO_LARGE
    CHANGED = CHANGED

    def notes(self) -> tuple[Note, ...]:
        """Return all notes, in the order of the file; none where it can't be read."""
        return self.values()

    def key(self, value: Note) -> str:
        return value.id

    def renamed(self, value: Note, number: int) -> Note:
        return value._replace(id=f"{value.id}-{number}")

    def decode(self, data: dict[str, Any]) -> Note:
        return _note(data)

    def encode(self, value: Note) -> dict[str, Any]:
        return _fields(value)


_KEYS = [
    "id",
    "document",
    "kind",
    "text",
    "tags",
    "made",
    "changed",
    "of",
    "language",
    "paragraph",
    "exact",
    "prefix",
    "suffix",
    "start",
    "end",
    "elsewhere",
    "shared",
    "claim",
    "fingerprint",
]


def _note(data: dict[str, Any]) -> Note:
    """Make a note of what a line holds. Raises one of ``storage.DAMAGE``."""
    kind, of = data.get("kind", "paragraph"), data.get("of", "edition")
    if kind not in _KINDS:
        raise ValueError(f"kind: {kind!r}")
    if of not in _TEXTS:
        raise ValueError(f"of: {of!r}")
    tags, shared = data.get("tags", []), data.get("shared", [0, 0])
    if not isinstance(tags, list) or not isinstance(shared, list):
        raise TypeError("[…]")
    left, right = (min(max(int(n), 0), 10_000) for n in shared)
    quote = Quote(
        text_of(data, "exact"),
        text_of(data, "prefix"),
        text_of(data, "suffix"),
        text_of(data, "paragraph"),
        number_of(data, "start", 2**40),
        number_of(data, "end", 2**40),
        min(max(float(data.get("elsewhere", 1.0)), 0.0), 1.0),
        (left, right),
    )
    note = Note(
        text_of(data, "id", required=True),
        text_of(data, "document", required=True, raw=True),
        kind,
        text_of(data, "text", required=True),
        tuple(sanitize(str(tag)) for tag in tags),
        text_of(data, "made"),
        text_of(data, "changed"),
        of,
        text_of(data, "language"),
        quote,
        text_of(data, "claim"),
        text_of(data, "fingerprint"),
        MappingProxyType({key: value for key, value in data.items() if key not in _KEYS}),
    )
    if not note.id:
        raise ValueError("id")
    return note


def _fields(note: Note) -> dict[str, Any]:
    quote = note.quote
    fields: dict[str, Any] = {
        "id": note.id,
        "document": note.document,
        "kind": note.kind,
        "text": note.text,
        "tags": list(note.tags),
        "made": note.made,
        "changed": note.changed,
        "of": note.of,
        "language": note.language,
        "paragraph": quote.paragraph,
        "exact": quote.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
        "start": quote.start,
        "end": quote.end,
        "elsewhere": quote.elsewhere,
        "shared": list(quote.shared),
        "claim": note.claim,
        "fingerprint": note.fingerprint,
        **note.rest,
    }
    return {key: value for key, value in fields.items() if key not in _OPTIONAL or value}


_OPTIONAL = ("claim", "fingerprint")
