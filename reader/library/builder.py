"""The process that brings an index up to date while the screen is being set up.

It runs beside the program, so that it costs the screen nothing, and it is started before the
screen's modules are imported: on two cores a small dossier is indexed by the time they are.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from reader import storage

READABLE = "documents\n"
"""What the process prints when documents can be read."""


def child_environment() -> dict[str, str]:
    """Return the environment for a process that runs a module of this program."""
    path = filter(None, (str(storage.PACKAGE.parent), os.getenv("PYTHONPATH")))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path)}


class Builder:
    """One run of :mod:`reader.library.indexing` on the dossier in ``root``."""

    def __init__(self, root: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "reader.library.indexing", str(root.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_environment(),
            start_new_session=True,  # ctrl+c in the terminal is for the screen
            text=True,
        )
        assert self._process.stdout is not None
        self._output = self._process.stdout
        self._is_readable = False

    def wait_briefly(self, seconds: float) -> None:
        """Wait at most so long until documents can be read."""
        import select

        if not self._is_readable:
            ready, _write, _error = select.select([self._output], [], [], seconds)
            if ready:
                self._is_readable = self._output.readline() == READABLE

    def wait(self, progress: Callable[[int, int], None]) -> None:
        """Wait until documents can be read, or the index could not be written."""
        while not self._is_readable and (line := self._output.readline()):
            self._is_readable = line == READABLE
            done, _space, total = line.partition(" ")
            if done.isdecimal() and total.strip().isdecimal():
                progress(int(done), int(total))

    def stop(self) -> None:
        """Stop the process, unless all that is left to it are the mentions of a small dossier."""
        if not self._is_readable and self._process.poll() is None:
            self._process.terminate()
