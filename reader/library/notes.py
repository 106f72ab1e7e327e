"""The reader's notes, kept: for each dossier a file, and one for files outside of any.

A file is JSON Lines, one note a line, to be read, searched and edited by hand as well: a mistake in
a line costs no other note, as one of YAML's indentation would, and five hundred notes are read in a
few milliseconds. A line that is not a note is named and stays as it is, as do keys that the program
doesn't know, empty lines, and lines that begin with ``#``. A file that is not text at all is set
aside before a new one is begun. Files are written whole, by one program at a time, each change into
what the file holds then.
"""

from __future__ import annotations

import datetime
import json
import os
from codecs import BOM_UTF8
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from reader import storage
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.language.sanitize import sanitize
from reader.library.anchoring import Quote
from reader.model import Problem, TextKind

LARGEST = 64 * 2**20
"""Bytes of a file of notes."""

_PATIENCE = 0.5
"""Seconds to wait for another program that has the file locked and shows no sign of life."""

Kind = Literal["paragraph", "claim", "selection"]
"""What a note is on: a whole paragraph, a claim of the summary, or some words."""

_KINDS: tuple[Kind, ...] = ("paragraph", "claim", "selection")
_TEXTS: tuple[TextKind, ...] = ("original", "version", "edition", "translation")

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


class _Line(NamedTuple):
    """A line of the file as it is written, with its end, and the note that it is, if it is one."""

    written: bytes
    note: Note | None = None


class Notebook:
    """The notes in one file. It is read again where it has changed.

    It is a :class:`reader.undo.Kept`: all changes go by :meth:`replace`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: tuple[Problem, ...] = ()
        """What was wrong with the file when it was last read."""
        self._notes: tuple[Note, ...] = ()
        self._state: tuple[int, ...] | None = None
        self._aside: tuple[Problem, ...] = ()

    def notes(self) -> tuple[Note, ...]:
        """Return all notes, in the order of the file; none where it can't be read."""
        state = self._stat()
        if state != self._state or state is None:
            self._state = state
            self._read()
        return self._notes

    def replace(self, before: Note | None, after: Note | None) -> None:
        """Put a note in the place of another; ``None`` is nothing: add, edit, remove.

        Raises :class:`ReaderError` where the file can't be written, and where ``before`` is not in
        it as it was; then it is as it was.
        """
        try:
            with storage.alone(self.path, _PATIENCE, long=True):
                self._write(before, after)
        except BlockingIOError as error:
            raise ReaderError.at(
                self.path, N_("Another program is writing this file. Try again when it is done.")
            ) from error
        except OSError as error:
            raise ReaderError.at(
                self.path,
                N_("This file cannot be written: {reason}."),
                reason=error.strerror or str(error),
            ) from error

    def _write(self, before: Note | None, after: Note | None) -> None:
        data = self._data()
        lines, _problems = _lines(data, self.path)
        if _is_no_text(data):
            lines = [line for line in lines if line.note is not None]
        replaced = _replaced(lines, before and _cleaned(before), after and _cleaned(after))
        if replaced is None:
            raise ReaderError.at(self.path, CHANGED)
        content = b"".join(line.written for line in replaced)
        if len(content) > LARGEST:
            raise ReaderError.at(self.path, TOO_LARGE, limit=str(LARGEST // 2**20))
        if _is_no_text(data):
            name = self._set_aside(data).name
            self._aside = (Problem(str(self.path), 0, 0, SET_ASIDE, {"name": name}),)
        storage.write_atomically(self.path, content, mode=storage.PRIVATE)
        self._state = None

    def _data(self) -> bytes:
        """Return what the file holds, nothing where there is none. Raises ``OSError``."""
        try:
            return storage.read_file(self.path, LARGEST)
        except FileNotFoundError:
            return b""
        except storage.TooLargeError as error:
            raise ReaderError.at(self.path, TOO_LARGE, limit=str(LARGEST // 2**20)) from error

    def _read(self) -> None:
        try:
            data = self._data()
        except ReaderError as error:
            self._notes, self.problems = (), error.problems
            return
        except (OSError, ValueError) as error:
            reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
            message = N_("This file cannot be read ({reason}).")
            self._notes = ()
            self.problems = (Problem(str(self.path), 0, 0, message, {"reason": reason}),)
            return
        lines, problems = _lines(data, self.path)
        if _is_no_text(data):
            problems = [Problem(str(self.path), 0, 0, NOT_TEXT)]
        self._notes = tuple(line.note for line in lines if line.note is not None)
        self.problems = (*self._aside, *problems)

    def _set_aside(self, data: bytes) -> Path:
        """Keep what is no text under a name that is free."""
        number = 1
        while True:
            name = f"{self.path.stem}.damaged{'' if number == 1 else f'-{number}'}"
            aside = self.path.with_name(name)
            if not os.path.lexists(aside):
                storage.write_atomically(aside, data, mode=storage.PRIVATE)
                return aside
            number += 1

    def _stat(self) -> tuple[int, ...] | None:
        try:
            about = self.path.stat()
        except (OSError, ValueError):
            return None
        return about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino


def _is_no_text(data: bytes) -> bool:
    return b"\0" in data or data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _replaced(lines: list[_Line], before: Note | None, after: Note | None) -> list[_Line] | None:
    """Return the lines with ``after`` in the place of ``before``; ``None`` where that is not there."""
    at = None
    if before is not None:
        at = next((n for n, line in enumerate(lines) if line.note == before), None)
        if at is None:
            return None
    if after is not None and any(
        line.note is not None and line.note.id == after.id and n != at
        for n, line in enumerate(lines)
    ):
        return None
    new = [] if after is None else [_Line(written(after), after)]
    if at is not None:
        return [*lines[:at], *new, *lines[at + 1 :]]
    if lines and not lines[-1].written.endswith(b"\n"):
        lines = [*lines[:-1], lines[-1]._replace(written=lines[-1].written + b"\n")]
    return [*lines, *new]


def _lines(data: bytes, path: Path) -> tuple[list[_Line], list[Problem]]:
    found: list[_Line] = []
    problems: list[Problem] = []
    ids: set[str] = set()
    for number, written in enumerate(data.splitlines(keepends=True) if data else (), 1):
        content = written.removeprefix(BOM_UTF8) if number == 1 else written
        if not content.strip() or content.lstrip().startswith(b"#"):
            found.append(_Line(written))
            continue
        try:
            note = _note(json.loads(content.decode(), parse_constant=_no_number))
        except storage.DAMAGE as error:
            reason = str(error) if isinstance(error, json.JSONDecodeError) else _reason(error)
            problems.append(
                Problem(str(path), number, _column(error), NO_NOTE, {"reason": sanitize(reason)})
            )
            found.append(_Line(written))
            continue
        first, again = note.id, 1
        while note.id in ids:  # a line that was copied by hand
            again += 1
            note = note._replace(id=f"{first}-{again}")
        ids.add(note.id)
        found.append(_Line(written, note))
    return found, problems


def _no_number(text: str) -> float:
    """Refuse what is not a number of JSON: it is not even equal to itself."""
    raise ValueError(text)


def _column(error: BaseException) -> int:
    return error.colno if isinstance(error, json.JSONDecodeError) else 0


def _reason(error: BaseException) -> str:
    if isinstance(error, KeyError):
        return f"no “{error.args[0]}”"
    return str(error) or type(error).__name__


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


def _note(data: Any) -> Note:
    """Make a note of what a line holds. Raises one of ``storage.DAMAGE``."""
    if not isinstance(data, dict):
        raise TypeError("{…}")
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
        _text(data, "exact"),
        _text(data, "prefix"),
        _text(data, "suffix"),
        _text(data, "paragraph"),
        min(max(int(data.get("start", 0)), 0), 2**40),
        min(max(int(data.get("end", 0)), 0), 2**40),
        min(max(float(data.get("elsewhere", 1.0)), 0.0), 1.0),
        (left, right),
    )
    note = Note(
        _text(data, "id", required=True),
        _text(data, "document", required=True, raw=True),
        kind,
        _text(data, "text", required=True),
        tuple(sanitize(str(tag)) for tag in tags),
        _text(data, "made"),
        _text(data, "changed"),
        of,
        _text(data, "language"),
        quote,
        _text(data, "claim"),
        _text(data, "fingerprint"),
        MappingProxyType({key: value for key, value in data.items() if key not in _KEYS}),
    )
    if not note.id:
        raise ValueError("id")
    return note


def _text(data: dict[str, Any], key: str, *, required: bool = False, raw: bool = False) -> str:
    """Return a text of a line, with nothing in it that acts on a terminal unless ``raw``."""
    value = data[key] if required else data.get(key, "")
    if not isinstance(value, str):
        raise TypeError(key)
    return value if raw else sanitize(value)


def _cleaned(note: Note) -> Note:
    """Return a note as it is read from its line."""
    return _note(json.loads(written(note).decode()))


def written(note: Note) -> bytes:
    """Return the line of a file that holds a note."""
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
    kept = {key: value for key, value in fields.items() if key not in _OPTIONAL or value}
    # A path may have any bytes: they are lone surrogates, and JSON has escapes for these.
    return json.dumps(kept, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


_OPTIONAL = ("claim", "fingerprint")
