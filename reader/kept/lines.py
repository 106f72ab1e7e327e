"""Values kept in a file of JSON Lines, one a line: notes, marks, claims, places.

Such a file is read, searched and edited by hand as well, and a mistake in a line costs no other
value. A line that is not a value is named and stays as it is, as do empty lines and lines that
begin with ``#``. A file that is not text at all is set aside before a new one is begun. Files are
written whole, by one program at a time, each change into what the file holds then.
"""

from __future__ import annotations

import json
import os
from abc import ABC, abstractmethod
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from reader import locks, saving, storage
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.language.sanitize import sanitize
from reader.model import Problem

T = TypeVar("T")

_PATIENCE = 0.5
"""Seconds to wait for another program that has the file locked and shows no sign of life."""


class _Line(NamedTuple, Generic[T]):
    """A line of the file as it is written, with its end, and the value that it is, if it is one."""

    written: bytes
    value: T | None = None


class KeptLines(ABC, Generic[T]):
    """The values in one file, which is read again where it has changed.

    It is a :class:`reader.undo.Kept`: what can be undone goes by :meth:`replace`. A subclass says
    how a value is written, and in its messages what it is.
    """

    LARGEST: ClassVar[int] = 4 * 2**20
    """Bytes of the file."""
    MOST: ClassVar[int | None] = None
    """How many values :meth:`put` keeps, the ones put last; ``None`` for all."""
    DURABLE: ClassVar[bool] = True
    """Whether a change has to outlive a loss of power; see :func:`saving.write_atomically`."""
    BAD_LINE: ClassVar[str] = N_(
        "This line cannot be read ({reason}). It stays in the file as it is."
    )
    NOT_TEXT: ClassVar[str] = N_(
        "This file is not text in UTF-8. It is set aside before the next change."
    )
    SET_ASIDE: ClassVar[str] = N_("This file was not text in UTF-8: it is kept as {name}.")
    TOO_LARGE: ClassVar[str] = N_("This file may have {limit} MB. Remove some of its lines.")
    CHANGED: ClassVar[str] = N_(
        "This was changed or removed meanwhile, by another program or by hand."
    )

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: tuple[Problem, ...] = ()
        """What was wrong with the file when it was last read."""
        self._values: tuple[T, ...] = ()
        self._state: tuple[int, ...] | None = None
        self._aside: tuple[Problem, ...] = ()

    # What a subclass says.

    @abstractmethod
    def key(self, value: T) -> str:
        """Return what tells a value from every other one in the file."""

    @abstractmethod
    def decode(self, data: dict[str, Any]) -> T:
        """Make a value of what a line holds. Raises one of ``storage.DAMAGE``."""

    @abstractmethod
    def encode(self, value: T) -> dict[str, Any]:
        """Return what a line holds of a value."""

    def renamed(self, value: T, _number: int) -> T:
        """Return a value whose key stands in the file before, for so many times."""
        return value

    # What there is.

    def values(self) -> tuple[T, ...]:
        """Return all values, in the order of the file; none where it can't be read."""
        state = self._stat()
        if state != self._state or state is None:
            self._state = state
            self._read()
        return self._values

    def get(self, key: str) -> T | None:
        """Return the value with a key; ``None`` where there is none."""
        return next((value for value in reversed(self.values()) if self.key(value) == key), None)

    # Changing.

    def replace(self, before: T | None, after: T | None) -> None:
        """Put a value in the place of another; ``None`` is nothing: add, edit, remove.

        Raises :class:`ReaderError` where the file can't be written, and where ``before`` is not in
        it as it was; then it is as it was.
        """
        self._change(lambda lines: self._replaced(lines, before, after))

    def put(self, *values: T) -> None:
        """Put values at the end, each in the place of the one with its key.

        Raises :class:`ReaderError` where the file can't be written.
        """
        self._change(lambda lines: self._with(lines, values))

    def append(self, value: T) -> None:
        """Put a value at the end of a file that doesn't have it, without writing the rest again.

        What is over :attr:`MOST` stays until :meth:`put` is called. Raises :class:`ReaderError`
        as that does.
        """

        def edit(lines: list[_Line[T]]) -> list[_Line[T]]:
            return self._with(lines, (value,))

        with self._errors(), locks.alone(self.path, _PATIENCE, long=True):
            written = saving.append(self.path, self.written(value), self.LARGEST)
            if not written:
                self._write(edit)

    def drop(self, keys: set[str]) -> None:
        """Remove the values with these keys. Raises :class:`ReaderError` as :meth:`put` does."""
        self._change(lambda lines: self._without(lines, keys))

    def _change(self, edit: Callable[[list[_Line[T]]], list[_Line[T]]]) -> None:
        with self._errors(), locks.alone(self.path, _PATIENCE, long=True):
            self._write(edit)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Raise :class:`ReaderError` for what stands against writing the file."""
        try:
            yield
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

    def _write(self, edit: Callable[[list[_Line[T]]], list[_Line[T]]]) -> None:
        data = self._data()
        lines, _problems = self._lines(data)
        if _is_no_text(data):
            lines = [line for line in lines if line.value is not None]
        content = b"".join(line.written for line in edit(lines))
        if len(content) > self.LARGEST:
            raise self._too_large()
        if _is_no_text(data):
            name = self._set_aside(data).name
            self._aside = (Problem(str(self.path), 0, 0, self.SET_ASIDE, {"name": name}),)
        saving.write_atomically(self.path, content, mode=saving.PRIVATE, durable=self.DURABLE)
        self._state = None

    def _replaced(self, lines: list[_Line[T]], before: T | None, after: T | None) -> list[_Line[T]]:
        """Return the lines with ``after`` in the place of ``before``."""
        at = None
        if before is not None:
            was = self._cleaned(before)
            at = next((n for n, line in enumerate(lines) if line.value == was), None)
            if at is None:
                raise ReaderError.at(self.path, self.CHANGED)
        if after is None:
            return lines if at is None else [*lines[:at], *lines[at + 1 :]]
        key = self.key(after)
        if any(n != at and self._has(line, key) for n, line in enumerate(lines)):
            raise ReaderError.at(self.path, self.CHANGED)
        if at is None:
            return self._appended(lines, (after,))
        return [*lines[:at], self._line(after), *lines[at + 1 :]]

    def _with(self, lines: list[_Line[T]], values: tuple[T, ...]) -> list[_Line[T]]:
        kept = self._appended(self._without(lines, {self.key(value) for value in values}), values)
        over = 0 if self.MOST is None else sum(line.value is not None for line in kept) - self.MOST
        found = []
        for line in kept:
            if line.value is not None and over > 0:
                over -= 1
            else:
                found.append(line)
        return found

    def _without(self, lines: list[_Line[T]], keys: set[str]) -> list[_Line[T]]:
        return [line for line in lines if line.value is None or self.key(line.value) not in keys]

    def _appended(self, lines: list[_Line[T]], values: tuple[T, ...]) -> list[_Line[T]]:
        if lines and not lines[-1].written.endswith(b"\n"):
            lines = [*lines[:-1], lines[-1]._replace(written=lines[-1].written + b"\n")]
        return [*lines, *map(self._line, values)]

    def _has(self, line: _Line[T], key: str) -> bool:
        return line.value is not None and self.key(line.value) == key

    def _line(self, value: T) -> _Line[T]:
        return _Line(self.written(value), value)

    # Reading and writing.

    def _data(self) -> bytes:
        """Return what the file holds, nothing where there is none. Raises ``OSError``."""
        try:
            return storage.read_file(self.path, self.LARGEST)
        except FileNotFoundError:
            return b""
        except storage.TooLargeError as error:
            raise self._too_large() from error

    def _too_large(self) -> ReaderError:
        return ReaderError.at(self.path, self.TOO_LARGE, limit=str(self.LARGEST // 2**20))

    def _read(self) -> None:
        try:
            data = self._data()
        except ReaderError as error:
            self._values, self.problems = (), error.problems
            return
        except (OSError, ValueError) as error:
            reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
            message = N_("This file cannot be read ({reason}).")
            self._values = ()
            self.problems = (Problem(str(self.path), 0, 0, message, {"reason": reason}),)
            return
        lines, problems = self._lines(data)
        if _is_no_text(data):
            problems = [Problem(str(self.path), 0, 0, self.NOT_TEXT)]
        self._values = tuple(line.value for line in lines if line.value is not None)
        self.problems = (*self._aside, *problems)

    def _lines(self, data: bytes) -> tuple[list[_Line[T]], list[Problem]]:
        found: list[_Line[T]] = []
        problems: list[Problem] = []
        keys: set[str] = set()
        for number, written in enumerate(data.splitlines(keepends=True) if data else (), 1):
            content = written.removeprefix(BOM_UTF8) if number == 1 else written
            if not content.strip() or content.lstrip().startswith(b"#"):
                found.append(_Line(written))
                continue
            try:
                value = self._value(content)
            except storage.DAMAGE as error:
                reason = str(error) if isinstance(error, json.JSONDecodeError) else _reason(error)
                values = {"reason": sanitize(reason)}
                problems.append(
                    Problem(str(self.path), number, _column(error), self.BAD_LINE, values)
                )
                found.append(_Line(written))
                continue
            first, again = value, 1
            while (key := self.key(value)) in keys and again <= len(keys):  # copied by hand
                again += 1
                value = self.renamed(first, again)
            keys.add(key)
            found.append(_Line(written, value))
        return found, problems

    def _value(self, content: bytes) -> T:
        data = json.loads(content.decode(), parse_constant=_no_number)
        if not isinstance(data, dict):
            raise TypeError("{…}")
        return self.decode(data)

    def _cleaned(self, value: T) -> T:
        """Return a value as it is read from its line."""
        return self._value(self.written(value))

    def written(self, value: T) -> bytes:
        """Return the line of the file that holds a value."""
        # A path may have any bytes: they are lone surrogates, and JSON has escapes for these.
        text = json.dumps(self.encode(value), ensure_ascii=False)
        return text.encode("utf-8", "backslashreplace") + b"\n"

    def _set_aside(self, data: bytes) -> Path:
        """Keep what is not text under a name that is free."""
        number = 1
        while True:
            name = f"{self.path.stem}.damaged{'' if number == 1 else f'-{number}'}"
            aside = self.path.with_name(name)
            if not os.path.lexists(aside):
                saving.write_atomically(aside, data, mode=saving.PRIVATE)
                return aside
            number += 1

    def _stat(self) -> tuple[int, ...] | None:
        try:
            about = self.path.stat()
        except (OSError, ValueError):
            return None
        return about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino


def text_of(data: dict[str, Any], key: str, *, required: bool = False, raw: bool = False) -> str:
    """Return a text of a line, with nothing in it that acts on a terminal unless ``raw``.

    Raises ``KeyError`` for a ``required`` one that is not there, ``TypeError`` for what is no text.
    """
    value = data[key] if required else data.get(key, "")
    if not isinstance(value, str):
        raise TypeError(key)
    return value if raw else sanitize(value)


def number_of(data: dict[str, Any], key: str, largest: int) -> int:
    """Return a whole number of a line, from 0 to ``largest``. Raises one of ``storage.DAMAGE``."""
    return min(max(int(data.get(key, 0)), 0), largest)


def _is_no_text(data: bytes) -> bool:
    return b"\0" in data or data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _no_number(text: str) -> float:
    """Refuse what is not a number of JSON: it is not even equal to itself."""
    raise ValueError(text)


def _column(error: BaseException) -> int:
    return error.colno if isinstance(error, json.JSONDecodeError) else 0


def _reason(error: BaseException) -> str:
    if isinstance(error, KeyError):
        return f"no “{error.args[0]}”"
    return str(error) or type(error).__name__
