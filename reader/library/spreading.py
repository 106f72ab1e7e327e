"""Work on many files spread over every core, by processes that end when nobody reads them.

A module that is run so reads two lines of JSON from standard input, what all files need and the
files, and writes what it makes of each, pickled, in order, to standard output.
"""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import subprocess
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from reader import storage
from reader.library.builder import run_module

MANY = 64
"""Files from which on several processes work on them."""

T = TypeVar("T")
Item = TypeVar("Item")


def spread(
    module: str,
    asked: object,
    items: Sequence[Item],
    here: Callable[[Item], T],
    fits: Callable[[object, Item], bool],
    *,
    many: int = MANY,
) -> Iterator[T]:
    """Yield what ``module`` makes of every item, in order.

    ``fits`` tells whether a value was made of an item. What a process that cannot be started, or
    ends too early, leaves undone is made ``here``, and so is everything where there is little.
    """
    cores = os.cpu_count() or 1
    if len(items) < many or cores < 2:
        yield from map(here, items)
        return
    running = [_start(module, asked, items[n::cores]) for n in range(cores)]
    try:
        for n, item in enumerate(items):
            made: Any = _next_of(running[n % cores])
            if made is None or not fits(made, item):
                _end(running[n % cores])
                running[n % cores] = None
                made = here(item)
            yield made
    finally:
        for process in running:
            _end(process)


def _start(module: str, asked: object, items: Sequence[object]) -> subprocess.Popen[bytes] | None:
    """Start a process that works on some items; ``None`` where there can be none."""
    try:
        process = run_module(module, stdin=subprocess.PIPE)
    except OSError:
        return None
    assert process.stdin is not None
    # One that has ended already is noticed when what it made is asked for.
    with contextlib.suppress(BrokenPipeError), process.stdin:
        process.stdin.write(f"{json.dumps(asked)}\n{json.dumps(items)}\n".encode("ascii"))
    return process


def _next_of(process: subprocess.Popen[bytes] | None) -> object:
    """Return the next value that a process writes; ``None`` where it has ended."""
    if process is None or process.stdout is None:
        return None
    try:
        return pickle.load(process.stdout)
    except (*storage.DAMAGE, pickle.UnpicklingError):
        return None


def _end(process: subprocess.Popen[bytes] | None) -> None:
    if process is not None:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
