"""The process that brings an index up to date while the screen is being set up.

It runs beside the program, so that it costs the screen nothing, and it is started before the
screen's modules are imported: on two cores a small dossier is indexed by the time they are.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from weakref import WeakSet

from reader import storage

READABLE = b"documents"
"""What the process prints when documents can be read."""

_BEAT = 0.1
"""Seconds after which who waits looks whether it is still to wait."""

_started: WeakSet[subprocess.Popen[bytes]] = WeakSet()
"""Processes that are not to outlive the program."""


def run_module(module: str, *arguments: str, **streams: Any) -> subprocess.Popen[bytes]:
    """Start a process that runs a module of this program.

    Raises ``OSError`` where there can be none. The folder in which the program was started is not
    looked into for modules: it may be a dossier that somebody else has made.
    """
    path = filter(None, (str(storage.PACKAGE.parent), os.getenv("PYTHONPATH")))
    environment: Mapping[str, str] = {**os.environ, "PYTHONPATH": os.pathsep.join(path)}
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", module, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        **streams,
    )
    _started.add(process)
    return process


def kill_processes() -> None:
    """Kill what :func:`run_module` has started and is not to outlive the program."""
    for process in list(_started):
        if process.poll() is None:
            process.kill()


class Builder:
    """A process that runs :mod:`reader.library.indexing` on one dossier."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        assert process.stdout is not None
        self._output = process.stdout.fileno()
        self._rest = b""
        """What was read of the next line."""
        self._is_readable = self._has_ended = False

    @classmethod
    def start(cls, root: Path) -> Builder | None:
        """Start indexing the dossier in ``root``; ``None`` where there can be no process."""
        try:
            return cls(
                run_module(
                    "reader.library.indexing",
                    str(root.absolute()),
                    stdin=subprocess.DEVNULL,
                    start_new_session=True,  # ctrl+c in the terminal is for the screen
                )
            )
        except OSError:
            return None

    @classmethod
    def start_own(cls, root: Path) -> Builder | None:
        """Start indexing the reader's own articles, with mentions of terms of the dossier in ``root``.

        ``None`` where there can be no process.
        """
        try:
            return cls(
                run_module(
                    "reader.library.own.writing",
                    str(root.absolute()),
                    stdin=subprocess.DEVNULL,
                    start_new_session=True,
                )
            )
        except OSError:
            return None

    def wait_briefly(self, seconds: float) -> None:
        """Wait at most so long until documents can be read."""
        until = time.monotonic() + seconds
        while not self._is_done and (left := until - time.monotonic()) > 0:
            self._take(left, None)

    def wait(
        self, progress: Callable[[int, int], None], is_cancelled: Callable[[], bool] = lambda: False
    ) -> None:
        """Wait until documents can be read, or cannot be, or nobody waits any longer."""
        while not self._is_done and not is_cancelled():
            self._take(_BEAT, progress)

    @property
    def _is_done(self) -> bool:
        return self._is_readable or self._has_ended

    def _take(self, seconds: float, progress: Callable[[int, int], None] | None) -> None:
        """Take what the process prints within some seconds."""
        if not select.select([self._output], [], [], seconds)[0]:
            return
        more = os.read(self._output, 4096)
        self._has_ended = not more
        *lines, self._rest = (self._rest + more).split(b"\n")
        for line in lines:
            if line == READABLE:
                self._is_readable = True
                _started.discard(
                    self._process
                )  # it soon ends by itself, and the next start profits
            done, _space, total = line.partition(b" ")
            if progress is not None and done.isdigit() and total.isdigit():
                progress(int(done), int(total))

    def stop(self) -> None:
        """Stop the process, unless all that is left to it are the mentions of a small dossier."""
        if not self._is_readable and self._process.poll() is None:
            self._process.terminate()
