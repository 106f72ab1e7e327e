"""The program in a pseudo-terminal: every byte that it sends to one."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import select
import struct
import sys
import termios
import time
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rich.cells import get_character_cell_size

PATIENCE = 20.0
"""Seconds until something that doesn't come is given up."""

ROOT = Path(__file__).parents[2]
_SEQUENCE = re.compile(
    rb"\x1b\[([<-?]?)[0-9;:]*([ -/]*[@-~])"  # CSI: its private mark and final bytes
    rb"|\x1b([\]PX^_])(.*?)(?:\x07|\x1b\\)"  # OSC, DCS, SOS, PM, APC: a string
    rb"|\x1b([ -/]*[0-Z\\`-~])"  # anything else
    , re.S)  # fmt: skip


class Terminal:
    """A running program. ``sent`` is what it has written; it is answered nothing but keys."""

    def __init__(self, pid: int, master: int) -> None:
        self.pid = pid
        self.sent = b""
        self.master = master

    def read(self, seconds: float = 0.05) -> bool:
        """Take what the program writes within ``seconds``; false once it has closed the terminal."""
        while select.select([self.master], [], [], seconds)[0]:
            try:
                data = os.read(self.master, 65536)
            except OSError:  # Linux reports a closed terminal so
                return False
            if not data:
                return False
            self.sent += data
            seconds = 0.01
        return True

    def wait_for(self, text: str) -> None:
        """Read until ``text`` has been written, colours and moves of the cursor aside."""
        start, wanted = len(self.sent), text.encode()
        until = time.monotonic() + PATIENCE
        while wanted not in _SEQUENCE.sub(b"", self.sent[start:]):
            assert time.monotonic() < until, f"no {text!r} in {self.sent[-2000:]!r}"
            assert self.read(), f"ended without {text!r}: {self.sent[-2000:]!r}"

    def wait_for_silence(self, seconds: float = 0.7) -> None:
        """Read until nothing more is written for so long."""
        until = time.monotonic() + PATIENCE
        while True:
            size = len(self.sent)
            assert self.read(seconds), "ended"
            if size == len(self.sent):
                return
            assert time.monotonic() < until, "never silent"

    def close(self) -> None:
        """Close the window, as the terminal's own button does."""
        if self.master >= 0:
            os.close(self.master)
        self.master = -1

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def ended(self) -> int:
        """Read to the end; the exit code."""
        until = time.monotonic() + PATIENCE
        while self.read():
            assert time.monotonic() < until, "still running"
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def kinds(self) -> set[bytes]:
        """The kinds of control sequences that were sent: ``[?h``, ``[m``, ``]52``, ``P+q``."""
        kinds = set()
        for mark, final, string, content, other in _SEQUENCE.findall(self.sent):
            if string:
                kinds.add(string + content[:2])
            else:
                kinds.add(b"[" + mark + final if final else other)
        return kinds

    def switches(self, on: bytes, off: bytes) -> tuple[int, int]:
        """How often something was switched on, and off again once for each time.

        Where the machine is too busy for the orderly way out, the terminal is given back twice:
        each time that it is beyond the times that it was taken has its own switching off.
        """
        taken = len(re.findall(on, self.sent))
        again = self.sent.count(b"\x1b[?1049l") - self.sent.count(b"\x1b[?1049h")
        return taken, self.sent.count(off) - (again if taken else 0)

    def plain(self, *, after: bytes = b"") -> str:
        """What was sent, behind the first ``after``, without its control sequences."""
        return _SEQUENCE.sub(b"", self.sent[self.sent.index(after) :]).decode()


@contextlib.contextmanager
def running(
    argv: Sequence[str], environ: Mapping[str, str], size: tuple[int, int] = (120, 40)
) -> Iterator[Terminal]:
    """``python -m reader argv`` in a terminal of ``size`` (columns, rows)."""
    pid, master = os.forkpty()
    if pid == 0:  # the child
        os.chdir(environ.get("PWD", "."))
        os.execve(sys.executable, [sys.executable, "-m", "reader", *argv], dict(environ))
    columns, rows = size
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    terminal = Terminal(pid, master)
    try:
        yield terminal
    finally:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(pid, 9)
            os.waitpid(pid, 0)
        terminal.close()


def environment(**more: str) -> dict[str, str]:
    """The environment of the test, with a terminal that can do what today's can."""
    # What pytest was told of its own terminal is not the size of this one.
    inherited = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
    own = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(ROOT)}
    return {**inherited, **own, "LANG": "C.UTF-8", **more}


def width(text: str) -> int:
    """Cells of a text in a terminal that knows single characters alone, as tmux 3.3a does."""
    return sum(
        get_character_cell_size(c) for c in text if not unicodedata.category(c).startswith("M")
    )
