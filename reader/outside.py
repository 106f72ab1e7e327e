"""Commands of the reader's own: given a text, they answer with one, within limits.

A command is a list of words that no shell sees. It gets its input, the environment and the time that
it is allowed; what it has started ends with it.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import shlex
import signal
import subprocess
import time
from collections.abc import Callable, Sequence

from reader.errors import ReaderError
from reader.language.messages import N_
from reader.language.sanitize import sanitize_line

_PIECE = 2**16
_TOLD = 300
"""Characters of what a command wrote on standard error that are told."""
_LOOK = 0.1
"""Seconds after which it is looked whether the answer is still wanted."""

_NOT_RUN = N_("The command {command} can’t be run ({reason}).")
_TOO_LATE = N_("The command {command} gave no answer within {seconds} seconds. It was ended.")
_TOO_LARGE = N_("The answer of {command} is larger than {limit} KB. It was ended.")
_FAILED = N_("The command {command} ended with code {code}. {said}")
_NOTHING = N_("The command {command} answered nothing. {said}")
_NOT_TEXT = N_("The answer of {command} is not text in UTF-8.")
_NOT_WORDS = N_("“{command}” is not a command: {reason}.")


class NotWantedError(Exception):
    """Nobody waits for the answer any longer."""


def words(command: str) -> list[str]:
    """Return the words of a command as one writes it. Raises :class:`ReaderError`."""
    try:
        found = shlex.split(command)
    except ValueError as error:
        raise ReaderError.at("", _NOT_WORDS, command=command, reason=str(error)) from None
    if not found:
        raise ReaderError.at("", _NOT_WORDS, command=command, reason="…")
    return found


def shown(command: Sequence[str]) -> str:
    """Return a command as one writes it, for a person."""
    return sanitize_line(shlex.join(command))


def answer(
    command: Sequence[str],
    data: bytes,
    *,
    seconds: float,
    largest: int,
    is_wanted: Callable[[], bool] = lambda: True,
) -> str:
    """Run a command with ``data`` as its input, and return what it writes.

    It may take ``seconds`` and write ``largest`` bytes. Raises :class:`ReaderError` where it
    can't be run, fails, answers nothing, too late, too much or no text; :class:`NotWantedError`
    where ``is_wanted`` says so.
    """
    try:
        process = subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReaderError.at("", _NOT_RUN, command=shown(command), reason=reason) from None
    try:
        written, said = _talk(
            process,
            command,
            data,
            until=time.monotonic() + seconds,
            largest=largest,
            is_wanted=is_wanted,
        )
        code = _code(process, command, seconds)
    except TimeoutError:
        raise ReaderError.at(
            "", _TOO_LATE, command=shown(command), seconds=f"{seconds:g}"
        ) from None
    finally:
        _end(process)
    text = sanitize_line(" ".join(said.decode("utf-8", "replace").split()))[:_TOLD]
    if code:
        raise ReaderError.at("", _FAILED, command=shown(command), code=str(code), said=text)
    try:
        found = written.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ReaderError.at("", _NOT_TEXT, command=shown(command)) from None
    if not found.strip():
        raise ReaderError.at("", _NOTHING, command=shown(command), said=text)
    return found


def _talk(
    process: subprocess.Popen[bytes],
    command: Sequence[str],
    data: bytes,
    *,
    until: float,
    largest: int,
    is_wanted: Callable[[], bool],
) -> tuple[bytes, bytes]:
    """Write the input and read both outputs, as far as each is ready."""
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    pieces: dict[int, list[bytes]] = {process.stdout.fileno(): [], process.stderr.fileno(): []}
    rest, size = memoryview(data), 0
    with selectors.DefaultSelector() as selector:
        os.set_blocking(process.stdin.fileno(), False)
        selector.register(process.stdin, selectors.EVENT_WRITE)
        selector.register(process.stdout, selectors.EVENT_READ)
        selector.register(process.stderr, selectors.EVENT_READ)
        while len(selector.get_map()) > (process.stdin in _files(selector)):
            if time.monotonic() > until:
                raise TimeoutError
            if not is_wanted():
                raise NotWantedError
            for key, _events in selector.select(_LOOK):
                file = key.fileobj
                if file is process.stdin:
                    rest = _written(process, rest)
                    if not rest:
                        selector.unregister(file)
                        with contextlib.suppress(OSError):
                            process.stdin.close()
                    continue
                piece = os.read(key.fd, _PIECE)
                if not piece:
                    selector.unregister(file)
                elif file is process.stderr:
                    # What is not told is read all the same, so that the command can go on.
                    if sum(map(len, pieces[key.fd])) < _PIECE:
                        pieces[key.fd].append(piece)
                else:
                    size += len(piece)
                    if size > largest:
                        limit = str(largest // 2**10)
                        raise ReaderError.at("", _TOO_LARGE, command=shown(command), limit=limit)
                    pieces[key.fd].append(piece)
    out, err = (b"".join(found) for found in pieces.values())
    return out, err


def _files(selector: selectors.BaseSelector) -> list[object]:
    return [key.fileobj for key in selector.get_map().values()]


def _written(process: subprocess.Popen[bytes], rest: memoryview) -> memoryview:
    """Write what the pipe takes; a command that doesn't read to the end needs no more."""
    assert process.stdin is not None
    try:
        return rest[os.write(process.stdin.fileno(), rest[:_PIECE]) :]
    except BlockingIOError:
        return rest
    except OSError:
        return rest[:0]


def _code(process: subprocess.Popen[bytes], command: Sequence[str], seconds: float) -> int:
    try:
        return process.wait(1)
    except subprocess.TimeoutExpired:  # it has closed its output and goes on
        raise ReaderError.at(
            "", _TOO_LATE, command=shown(command), seconds=f"{seconds:g}"
        ) from None


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a command with all that it has started."""
    with contextlib.suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for file in (process.stdin, process.stdout, process.stderr):
        if file is not None:
            with contextlib.suppress(OSError):
                file.close()
