"""A program in a pseudo-terminal of 120x40, measured from outside: when it writes, what it holds."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from pathlib import Path
from typing import NamedTuple, Self

LONGEST = 120.0
"""Seconds after which something that is waited for has failed."""

BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    ENABLE_COMMAND_PALETTE = False

    def compose(self):
        yield Static("In brief")

Bare().run()
"""
"""The least app that Textual can show: one line, which is also the heading of a summary."""

HEADING = "In brief"
LEAVE = b"q\x11"
"""The key that ends the reader, and the one that ends the bare app."""


class Memory(NamedTuple):
    """Bytes of a process: its proportional share now, and the most it has ever held."""

    share: int
    peak: int


class Program:
    """A running program. What it writes is read as it comes, with the time of its arrival."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._written = b""
        self._start = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError, TimeoutError):
            os.write(self._ours, LEAVE)
            until = time.perf_counter() + 5
            while time.perf_counter() < until:
                self._read(5)
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def wait_for(self, text: str) -> float:
        """Seconds from the start of the program until it has written ``text``."""
        looked_at = 0
        while text.encode() not in self._written[max(0, looked_at - len(text.encode())) :]:
            looked_at = len(self._written)
            try:
                comes = self._read(LONGEST)
            except OSError as error:
                raise RuntimeError("The program has ended: " + self._last_words()) from error
            if not comes:
                raise TimeoutError("The program waits: " + self._last_words())
        return time.perf_counter() - self._start

    def wait_for_quiet(self, seconds: float) -> None:
        """Wait until nothing has been written for ``seconds``."""
        while self._read(seconds):
            pass

    def press(self, keys: str, quiet: float = 0.1) -> float:
        """Seconds from pressing ``keys`` to the last that is written before ``quiet`` seconds."""
        pressed = time.perf_counter()
        os.write(self._ours, keys.encode())
        if not self._read(LONGEST):
            raise TimeoutError(f"The keys {keys!r} change nothing.")
        last = time.perf_counter()
        while self._read(quiet):
            last = time.perf_counter()
        return last - pressed

    def memory(self) -> Memory:
        """What the process holds, as Linux counts it."""
        folder = Path("/proc") / str(self._process.pid)
        return Memory(
            _kilobytes("Pss", folder / "smaps_rollup"), _kilobytes("VmHWM", folder / "status")
        )

    def _last_words(self) -> str:
        return self._written[-500:].decode("utf-8", "replace")

    def _read(self, seconds: float) -> bool:
        """Read what is there, or comes within ``seconds``. Raises ``OSError`` at the end."""
        ready, _, _ = select.select([self._ours], [], [], seconds)
        if ready:
            self._written += os.read(self._ours, 65536)
        return bool(ready)


def _kilobytes(name: str, path: Path) -> int:
    found = re.search(rf"^{name}:\s+(\d+) kB", path.read_text(), re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def environment(home: str) -> dict[str, str]:
    """What a program is started with: everything it keeps is kept below ``home``."""
    variables = {
        **os.environ,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
        **{f"XDG_{name}_HOME": home for name in ("CACHE", "CONFIG", "DATA", "STATE")},
    }
    # A start without byte code is another thing than the starts that follow it.
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    return variables
